//! Expressions with operators. Language reference, chapter 6.
//!
//! Operators are read by one function that climbs through the levels of binding strength, instead of one function per
//! level: a pair of parentheses then costs six stack frames instead of twenty.

use super::{Invalid, Parse, Parser};
use crate::token::TokenKind;
use crate::tree::{
    Attribute, BinOp, BoolOp, BoolOperator, Call, Compare, CompareOperator, Expression, ExpressionKind, IfExp, Lambda,
    NamedExpr, Operator, Slice, Subscript, UnaryOp, UnaryOperator,
};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

/// Binding strengths, Language reference 6.17, weakest first.
pub(super) mod level {
    pub(in crate::parser) const OR: u8 = 1;
    pub(in crate::parser) const AND: u8 = 2;
    pub(in crate::parser) const NOT: u8 = 3;
    pub(in crate::parser) const COMPARE: u8 = 4;
    pub(in crate::parser) const BIT_OR: u8 = 5;
    pub(in crate::parser) const BIT_XOR: u8 = 6;
    pub(in crate::parser) const BIT_AND: u8 = 7;
    pub(in crate::parser) const SHIFT: u8 = 8;
    pub(in crate::parser) const SUM: u8 = 9;
    pub(in crate::parser) const TERM: u8 = 10;
    pub(in crate::parser) const FACTOR: u8 = 11;
    pub(in crate::parser) const POWER: u8 = 12;
}

/// What an infix operator builds.
#[derive(Clone, Copy)]
enum Infix {
    Bool(BoolOperator),
    Compare,
    Binary(Operator),
}

/// The infix operator a token starts, with its level.
fn infix(kind: TokenKind) -> Option<(u8, Infix)> {
    use Infix::{Binary, Bool};
    Some(match kind {
        TokenKind::Or => (level::OR, Bool(BoolOperator::Or)),
        TokenKind::And => (level::AND, Bool(BoolOperator::And)),
        TokenKind::EqualEqual
        | TokenKind::NotEqual
        | TokenKind::Less
        | TokenKind::LessEqual
        | TokenKind::Greater
        | TokenKind::GreaterEqual
        | TokenKind::In
        | TokenKind::Not
        | TokenKind::Is => (level::COMPARE, Infix::Compare),
        TokenKind::VerticalBar => (level::BIT_OR, Binary(Operator::BitOr)),
        TokenKind::Caret => (level::BIT_XOR, Binary(Operator::BitXor)),
        TokenKind::Ampersand => (level::BIT_AND, Binary(Operator::BitAnd)),
        TokenKind::LeftShift => (level::SHIFT, Binary(Operator::LShift)),
        TokenKind::RightShift => (level::SHIFT, Binary(Operator::RShift)),
        TokenKind::Plus => (level::SUM, Binary(Operator::Add)),
        TokenKind::Minus => (level::SUM, Binary(Operator::Sub)),
        TokenKind::Star => (level::TERM, Binary(Operator::Mult)),
        TokenKind::Slash => (level::TERM, Binary(Operator::Div)),
        TokenKind::DoubleSlash => (level::TERM, Binary(Operator::FloorDiv)),
        TokenKind::Percent => (level::TERM, Binary(Operator::Mod)),
        TokenKind::At => (level::TERM, Binary(Operator::MatMult)),
        TokenKind::DoubleStar => (level::POWER, Binary(Operator::Pow)),
        _ => return None,
    })
}

impl<'s> Parser<'s> {
    /// `annotated_rhs`: what may stand behind `=`.
    pub(super) fn yield_or_star_expressions(&mut self) -> Parse<Expression> {
        if self.at(TokenKind::Yield) { self.yield_expression() } else { self.star_expressions() }
    }

    /// `yield_expr`
    pub(super) fn yield_expression(&mut self) -> Parse<Expression> {
        let start = self.start();
        self.expect(TokenKind::Yield)?;
        if self.accept(TokenKind::From) {
            let value = self.expression()?;
            return Ok(self.node(ExpressionKind::YieldFrom(Box::new(value)), start));
        }
        let value = if self.starts_expression() { Some(Box::new(self.star_expressions()?)) } else { None };
        Ok(self.node(ExpressionKind::Yield(value), start))
    }

    /// `star_expressions`: one expression, or a tuple without parentheses; starred ones may be among them.
    pub(super) fn star_expressions(&mut self) -> Parse<Expression> {
        let height = self.start_height();
        let start = self.start();
        let first = self.star_expression()?;
        let value = self.rest_of_tuple(first, start, Self::star_expression)?;
        self.end_height(height);
        Ok(value)
    }

    /// `expressions`: the same without stars.
    pub(super) fn expressions(&mut self) -> Parse<Expression> {
        let start = self.start();
        let first = self.expression()?;
        self.rest_of_tuple(first, start, Self::expression)
    }

    /// Further elements, if a comma follows the first one.
    pub(super) fn rest_of_tuple(
        &mut self,
        first: Expression,
        start: u32,
        element: fn(&mut Self) -> Parse<Expression>,
    ) -> Parse<Expression> {
        if !self.at(TokenKind::Comma) {
            return Ok(first);
        }
        let mut elements = vec![first];
        while self.accept(TokenKind::Comma) {
            if !self.starts_expression() {
                break;
            }
            let element = element(self)?;
            self.append(&mut elements, element)?;
        }
        self.raise_height()?;
        Ok(self.node(ExpressionKind::Tuple(elements.into()), start))
    }

    /// Whether the current token can start an expression or a starred one.
    fn starts_expression(&self) -> bool {
        starts_expression(self.kind())
    }

    /// `star_expression`
    fn star_expression(&mut self) -> Parse<Expression> {
        if self.at(TokenKind::Star) { self.starred(level::BIT_OR) } else { self.expression() }
    }

    /// `star_named_expression`
    pub(super) fn star_named_expression(&mut self) -> Parse<Expression> {
        if self.at(TokenKind::Star) { self.starred(level::BIT_OR) } else { self.named_expression() }
    }

    /// A star and an operand of at least some binding strength.
    pub(super) fn starred(&mut self, min_level: u8) -> Parse<Expression> {
        let height = self.start_height();
        let start = self.start();
        self.advance();
        let value = self.operators(min_level)?;
        self.raise_height()?;
        self.end_height(height);
        Ok(self.node(ExpressionKind::Starred(Box::new(value)), start))
    }

    /// `named_expression`
    pub(super) fn named_expression(&mut self) -> Parse<Expression> {
        if !(self.at(TokenKind::Name) && self.peek(1) == TokenKind::ColonEqual) {
            return self.expression();
        }
        let height = self.start_height();
        let start = self.start();
        let target = ExpressionKind::Name(self.name()?);
        let target = self.node(target, start);
        self.advance();
        let value = self.expression()?;
        self.raise_height()?;
        self.end_height(height);
        Ok(self.node(ExpressionKind::NamedExpr(Box::new(NamedExpr { target, value })), start))
    }

    /// `expression`: operators, a conditional expression or a lambda.
    pub(super) fn expression(&mut self) -> Parse<Expression> {
        if self.at(TokenKind::Lambda) {
            return self.lambda();
        }
        let height = self.start_height();
        let start = self.start();
        let mut value = self.operators(level::OR)?;
        if self.at(TokenKind::If) {
            value = self.conditional(value, start)?;
        }
        self.end_height(height);
        Ok(value)
    }

    /// The rest of `body if test else orelse`.
    #[inline(never)]
    fn conditional(&mut self, body: Expression, start: u32) -> Parse<Expression> {
        self.advance();
        let test = self.operators(level::OR)?;
        self.expect(TokenKind::Else)?;
        self.enter()?;
        let orelse = self.expression()?;
        self.leave();
        self.raise_height()?;
        Ok(self.node(ExpressionKind::IfExp(Box::new(IfExp { test, body, orelse })), start))
    }

    /// `lambdef`
    #[inline(never)]
    fn lambda(&mut self) -> Parse<Expression> {
        self.enter()?;
        let height = self.start_height();
        let start = self.start();
        self.advance();
        let args = self.lambda_parameters()?;
        self.expect(TokenKind::Colon)?;
        let body = self.expression()?;
        self.leave();
        self.raise_height()?;
        self.end_height(height);
        Ok(self.node(ExpressionKind::Lambda(Box::new(Lambda { args, body })), start))
    }

    /// Operands joined by operators of at least some binding strength.
    pub(super) fn operators(&mut self, min_level: u8) -> Parse<Expression> {
        self.enter()?;
        let height = self.start_height();
        let start = self.start();
        let mut left = self.operand(min_level)?;
        // A chain of binary operators counts as one level, over the highest of its operands.
        let mut in_chain = false;
        while let Some((level, operator)) = infix(self.kind()) {
            if level < min_level {
                break;
            }
            left = match operator {
                Infix::Binary(op) => {
                    if !core::mem::replace(&mut in_chain, true) {
                        self.raise_height()?;
                    }
                    let chain = self.start_height();
                    left = self.binary_rest(left, op, level, start)?;
                    self.raise_height()?;
                    self.end_height(chain);
                    continue;
                }
                Infix::Bool(op) => self.bool_rest(left, op, level, start)?,
                Infix::Compare => {
                    // `not` continues a comparison only as part of `not in`.
                    if self.at(TokenKind::Not) && self.peek(1) != TokenKind::In {
                        break;
                    }
                    self.compare_rest(left, start)?
                }
            };
            in_chain = false;
            self.raise_height()?;
        }
        self.end_height(height);
        self.leave();
        Ok(left)
    }

    #[inline(never)]
    fn binary_rest(&mut self, left: Expression, op: Operator, level: u8, start: u32) -> Parse<Expression> {
        self.advance();
        // `**` alone groups to the right, and its right operand may have a sign.
        let right_level = if level == level::POWER { level::FACTOR } else { level + 1 };
        let right = self.operators(right_level)?;
        Ok(self.node(ExpressionKind::BinOp(Box::new(BinOp { left, op, right })), start))
    }

    #[inline(never)]
    fn bool_rest(&mut self, left: Expression, op: BoolOperator, level: u8, start: u32) -> Parse<Expression> {
        let keyword = self.kind();
        let mut values = vec![left];
        while self.accept(keyword) {
            let item = self.operators(level + 1)?;
            self.append(&mut values, item)?;
        }
        Ok(self.node(ExpressionKind::BoolOp(Box::new(BoolOp { op, values: values.into() })), start))
    }

    #[inline(never)]
    fn compare_rest(&mut self, left: Expression, start: u32) -> Parse<Expression> {
        let mut comparisons = Vec::with_capacity(1);
        while let Some(operator) = self.opt_compare_operator() {
            comparisons.push((operator, self.operators(level::BIT_OR)?));
        }
        Ok(self.node(ExpressionKind::Compare(Box::new(Compare { left, comparisons: comparisons.into() })), start))
    }

    /// A comparison operator, of one or two tokens.
    fn opt_compare_operator(&mut self) -> Option<CompareOperator> {
        let operator = match self.kind() {
            TokenKind::EqualEqual => CompareOperator::Eq,
            TokenKind::NotEqual => CompareOperator::NotEq,
            TokenKind::Less => CompareOperator::Lt,
            TokenKind::LessEqual => CompareOperator::LtE,
            TokenKind::Greater => CompareOperator::Gt,
            TokenKind::GreaterEqual => CompareOperator::GtE,
            TokenKind::In => CompareOperator::In,
            TokenKind::Not if self.peek(1) == TokenKind::In => {
                self.advance();
                CompareOperator::NotIn
            }
            TokenKind::Is if self.peek(1) == TokenKind::Not => {
                self.advance();
                CompareOperator::IsNot
            }
            TokenKind::Is => CompareOperator::Is,
            _ => return None,
        };
        self.advance();
        Some(operator)
    }

    /// An operand: a primary with the prefixes in front of it.
    fn operand(&mut self, min_level: u8) -> Parse<Expression> {
        let op = match self.kind() {
            TokenKind::Not if min_level <= level::NOT => UnaryOperator::Not,
            TokenKind::Plus if min_level <= level::FACTOR => UnaryOperator::UAdd,
            TokenKind::Minus if min_level <= level::FACTOR => UnaryOperator::USub,
            TokenKind::Tilde if min_level <= level::FACTOR => UnaryOperator::Invert,
            TokenKind::Await => return self.await_primary(),
            _ => return self.primary(),
        };
        self.unary(op)
    }

    #[inline(never)]
    fn unary(&mut self, op: UnaryOperator) -> Parse<Expression> {
        let start = self.start();
        self.advance();
        let operand = self.operators(if op == UnaryOperator::Not { level::NOT } else { level::FACTOR })?;
        self.raise_height()?;
        Ok(self.node(ExpressionKind::UnaryOp(Box::new(UnaryOp { op, operand })), start))
    }

    /// `await_primary` behind its keyword.
    #[inline(never)]
    fn await_primary(&mut self) -> Parse<Expression> {
        let start = self.start();
        self.advance();
        let value = self.primary()?;
        self.raise_height()?;
        Ok(self.node(ExpressionKind::Await(Box::new(value)), start))
    }

    /// `primary`: an atom with attributes, calls and subscripts behind it. They count as one level, over the highest of
    /// what is in them.
    fn primary(&mut self) -> Parse<Expression> {
        let start = self.start();
        let mut value = self.atom()?;
        let mut in_chain = false;
        loop {
            if !matches!(self.kind(), TokenKind::Dot | TokenKind::LeftParenthesis | TokenKind::LeftBracket) {
                return Ok(value);
            }
            if !core::mem::replace(&mut in_chain, true) {
                self.raise_height()?;
            }
            let chain = self.start_height();
            value = match self.kind() {
                TokenKind::Dot => {
                    self.advance();
                    let attr = self.name()?;
                    self.node(ExpressionKind::Attribute(Box::new(Attribute { value, attr })), start)
                }
                TokenKind::LeftParenthesis => self.call(value, start)?,
                _ => self.subscript(value, start)?,
            };
            self.raise_height()?;
            self.end_height(chain);
        }
    }

    #[inline(never)]
    fn call(&mut self, func: Expression, start: u32) -> Parse<Expression> {
        let (args, keywords) = self.call_arguments()?;
        Ok(self.node(ExpressionKind::Call(Box::new(Call { func, args, keywords })), start))
    }

    #[inline(never)]
    fn subscript(&mut self, value: Expression, start: u32) -> Parse<Expression> {
        self.advance();
        let slice = self.slices()?;
        self.expect(TokenKind::RightBracket)?;
        Ok(self.node(ExpressionKind::Subscript(Box::new(Subscript { value, slice })), start))
    }

    /// `slices`
    fn slices(&mut self) -> Parse<Expression> {
        let start = self.start();
        let first = self.slice_or_starred()?;
        let is_starred = matches!(first.kind, ExpressionKind::Starred(_));
        if !self.at(TokenKind::Comma) && !is_starred {
            return Ok(first);
        }
        let mut elements = vec![first];
        while self.accept(TokenKind::Comma) {
            if self.at(TokenKind::RightBracket) {
                break;
            }
            let item = self.slice_or_starred()?;
            self.append(&mut elements, item)?;
        }
        self.raise_height()?;
        Ok(self.node(ExpressionKind::Tuple(elements.into()), start))
    }

    fn slice_or_starred(&mut self) -> Parse<Expression> {
        if self.at(TokenKind::Star) { self.starred_expression() } else { self.slice() }
    }

    /// `slice`
    fn slice(&mut self) -> Parse<Expression> {
        let height = self.start_height();
        let start = self.start();
        let lower = if self.at(TokenKind::Colon) { None } else { Some(self.named_expression()?) };
        if !self.at(TokenKind::Colon) {
            self.end_height(height);
            return lower.ok_or(Invalid);
        }
        if lower.as_ref().is_some_and(|lower| is_bare_named(lower, start)) {
            return Err(Invalid);
        }
        self.advance();
        let upper = self.opt_slice_bound()?;
        let step = if self.accept(TokenKind::Colon) { self.opt_slice_bound()? } else { None };
        self.raise_height()?;
        self.end_height(height);
        Ok(self.node(ExpressionKind::Slice(Box::new(Slice { lower, upper, step })), start))
    }

    fn opt_slice_bound(&mut self) -> Parse<Option<Expression>> {
        if matches!(self.kind(), TokenKind::Colon | TokenKind::Comma | TokenKind::RightBracket) {
            return Ok(None);
        }
        self.expression().map(Some)
    }
}

/// Whether an expression is `name := value` without parentheses around it.
fn is_bare_named(expression: &Expression, start: u32) -> bool {
    matches!(expression.kind, ExpressionKind::NamedExpr(_)) && expression.range.start == start
}

/// Whether a token can start an expression or a starred one.
pub(super) fn starts_expression(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Number
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::TStringStart
            | TokenKind::LeftParenthesis
            | TokenKind::LeftBracket
            | TokenKind::LeftBrace
            | TokenKind::Star
            | TokenKind::Plus
            | TokenKind::Minus
            | TokenKind::Tilde
            | TokenKind::Ellipsis
            | TokenKind::Not
            | TokenKind::Lambda
            | TokenKind::Await
            | TokenKind::None
            | TokenKind::True
            | TokenKind::False
    )
}
