//! Atoms: names, literals, and what stands within brackets. Language reference 6.2.

use super::expressions::level;
use super::{Invalid, Parse, Parser};
use crate::token::TokenKind;
use crate::tree::{Comprehension, ComprehensionExpression, Constant, DictComp, DictItem, Expression, ExpressionKind};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

impl<'s> Parser<'s> {
    /// `atom`
    pub(super) fn atom(&mut self) -> Parse<Expression> {
        let start = self.start();
        let kind = match self.kind() {
            TokenKind::Name => ExpressionKind::Name(self.name()?),
            TokenKind::Number => ExpressionKind::Constant(self.number()?),
            TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart => return self.strings(),
            TokenKind::None => self.constant(Constant::None),
            TokenKind::True => self.constant(Constant::True),
            TokenKind::False => self.constant(Constant::False),
            TokenKind::Ellipsis => self.constant(Constant::Ellipsis),
            TokenKind::LeftParenthesis => return self.parenthesized(),
            TokenKind::LeftBracket => return self.list(),
            TokenKind::LeftBrace => return self.braces(),
            _ => return Err(Invalid),
        };
        self.raise_height()?;
        Ok(self.node(kind, start))
    }

    fn constant(&mut self, constant: Constant) -> ExpressionKind {
        self.advance();
        ExpressionKind::Constant(constant)
    }

    /// `group`, `tuple` or `genexp`
    #[inline(never)]
    fn parenthesized(&mut self) -> Parse<Expression> {
        let start = self.start();
        self.advance();
        if self.accept(TokenKind::RightParenthesis) {
            return Ok(self.node(ExpressionKind::Tuple(Box::default()), start));
        }
        if self.at(TokenKind::Yield) {
            let value = self.yield_expression()?;
            self.expect(TokenKind::RightParenthesis)?;
            return Ok(value);
        }
        let first = self.star_named_expression()?;
        match self.kind() {
            TokenKind::Comma => {
                let elements = self.rest_of_elements(first, TokenKind::RightParenthesis)?;
                self.raise_height()?;
                Ok(self.node(ExpressionKind::Tuple(elements), start))
            }
            TokenKind::RightParenthesis if !is_starred(&first) => {
                self.advance();
                Ok(first)
            }
            TokenKind::For | TokenKind::Async if !is_starred(&first) => self.generator_rest(first, start),
            _ => Err(Invalid),
        }
    }

    /// The clauses of a generator expression and its closing parenthesis.
    pub(super) fn generator_rest(&mut self, elt: Expression, start: u32) -> Parse<Expression> {
        let generators = self.comprehension_clauses()?;
        self.expect(TokenKind::RightParenthesis)?;
        self.raise_height()?;
        Ok(self.node(ExpressionKind::GeneratorExp(Box::new(ComprehensionExpression { elt, generators })), start))
    }

    /// `list` or `listcomp`
    #[inline(never)]
    fn list(&mut self) -> Parse<Expression> {
        let start = self.start();
        self.advance();
        if self.accept(TokenKind::RightBracket) {
            return Ok(self.node(ExpressionKind::List(Box::default()), start));
        }
        let first = self.star_named_expression()?;
        if self.at_comprehension() && !is_starred(&first) {
            let generators = self.comprehension_clauses()?;
            self.expect(TokenKind::RightBracket)?;
            self.raise_height()?;
            let comprehension = Box::new(ComprehensionExpression { elt: first, generators });
            return Ok(self.node(ExpressionKind::ListComp(comprehension), start));
        }
        let elements = self.rest_of_elements(first, TokenKind::RightBracket)?;
        self.raise_height()?;
        Ok(self.node(ExpressionKind::List(elements), start))
    }

    /// Further elements up to the closing bracket, which is read as well.
    fn rest_of_elements(&mut self, first: Expression, end: TokenKind) -> Parse<Box<[Expression]>> {
        let mut elements = vec![first];
        while self.accept(TokenKind::Comma) && !self.at(end) {
            let element = self.star_named_expression()?;
            self.append(&mut elements, element)?;
        }
        self.expect(end)?;
        Ok(elements.into())
    }

    /// `dict`, `set`, `dictcomp` or `setcomp`
    #[inline(never)]
    fn braces(&mut self) -> Parse<Expression> {
        let start = self.start();
        self.advance();
        if self.accept(TokenKind::RightBrace) {
            return Ok(self.node(ExpressionKind::Dict(Box::default()), start));
        }
        if self.at(TokenKind::DoubleStar) {
            return self.dict_rest(None, start);
        }
        let first_start = self.start();
        let first = self.star_named_expression()?;
        if self.at(TokenKind::Colon) {
            let is_bare_named = matches!(first.kind, ExpressionKind::NamedExpr(_)) && first.range.start == first_start;
            if is_starred(&first) || is_bare_named {
                return Err(Invalid);
            }
            return self.dict_rest(Some(first), start);
        }
        if self.at_comprehension() && !is_starred(&first) {
            let generators = self.comprehension_clauses()?;
            self.expect(TokenKind::RightBrace)?;
            self.raise_height()?;
            let comprehension = Box::new(ComprehensionExpression { elt: first, generators });
            return Ok(self.node(ExpressionKind::SetComp(comprehension), start));
        }
        let elements = self.rest_of_elements(first, TokenKind::RightBrace)?;
        self.raise_height()?;
        Ok(self.node(ExpressionKind::Set(elements), start))
    }

    /// The rest of a dict display or comprehension, from the colon behind the first key or from `**`.
    #[inline(never)]
    fn dict_rest(&mut self, first_key: Option<Expression>, start: u32) -> Parse<Expression> {
        let first = self.dict_item(first_key)?;
        if self.at_comprehension() && first.key.is_some() {
            return self.dict_comprehension(first, start);
        }
        let mut items = vec![first];
        while self.accept(TokenKind::Comma) && !self.at(TokenKind::RightBrace) {
            let key = if self.at(TokenKind::DoubleStar) { None } else { Some(self.expression()?) };
            let item = self.dict_item(key)?;
            self.append(&mut items, item)?;
        }
        self.expect(TokenKind::RightBrace)?;
        self.raise_height()?;
        Ok(self.node(ExpressionKind::Dict(items.into()), start))
    }

    fn dict_comprehension(&mut self, item: DictItem, start: u32) -> Parse<Expression> {
        let DictItem { key: Some(key), value } = item else { return Err(Invalid) };
        let generators = self.comprehension_clauses()?;
        self.expect(TokenKind::RightBrace)?;
        self.raise_height()?;
        Ok(self.node(ExpressionKind::DictComp(Box::new(DictComp { key, value, generators })), start))
    }

    /// `double_starred_kvpair` behind its key.
    fn dict_item(&mut self, key: Option<Expression>) -> Parse<DictItem> {
        let value = if key.is_some() {
            self.expect(TokenKind::Colon)?;
            self.expression()?
        } else {
            self.expect(TokenKind::DoubleStar)?;
            self.operators(level::BIT_OR)?
        };
        Ok(DictItem { key, value })
    }

    /// Whether comprehension clauses start here.
    pub(super) fn at_comprehension(&self) -> bool {
        matches!(self.kind(), TokenKind::For | TokenKind::Async)
    }

    /// `for_if_clauses`
    pub(super) fn comprehension_clauses(&mut self) -> Parse<Box<[Comprehension]>> {
        let mut clauses = Vec::with_capacity(1);
        while self.at_comprehension() {
            let is_async = self.accept(TokenKind::Async);
            self.expect(TokenKind::For)?;
            let target = self.target_list()?;
            self.expect(TokenKind::In)?;
            let iter = self.operators(level::OR)?;
            let mut ifs = Vec::new();
            while self.accept(TokenKind::If) {
                ifs.push(self.operators(level::OR)?);
            }
            clauses.push(Comprehension { target, iter, ifs: ifs.into(), is_async });
        }
        Ok(clauses.into())
    }
}

fn is_starred(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Starred(_))
}
