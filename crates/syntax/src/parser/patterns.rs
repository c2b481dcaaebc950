//! Patterns of `match`. Language reference 8.6, PEP 634.

use super::{Invalid, Parse, Parser};
use crate::error::ErrorKind;
use crate::names::Name;
use crate::token::TokenKind;
use crate::tree::{
    Attribute, BinOp, Constant, Expression, ExpressionKind, MatchClass, MatchMapping, Operator, Pattern, PatternKind,
    SourceRange, UnaryOp, UnaryOperator,
};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

impl<'s> Parser<'s> {
    /// `subject_expr`
    pub(super) fn subject_expression(&mut self) -> Parse<Expression> {
        let start = self.start();
        let first = self.star_named_expression()?;
        let is_starred = matches!(first.kind, ExpressionKind::Starred(_));
        if !self.at(TokenKind::Comma) {
            return if is_starred { Err(Invalid) } else { Ok(first) };
        }
        let mut elements = vec![first];
        while self.accept(TokenKind::Comma) && !self.at(TokenKind::Colon) {
            let item = self.star_named_expression()?;
            self.append(&mut elements, item)?;
        }
        Ok(self.node(ExpressionKind::Tuple(elements.into()), start))
    }

    /// `patterns`: one pattern, or a sequence without brackets.
    pub(super) fn patterns(&mut self) -> Parse<Pattern> {
        let start = self.start();
        let first = self.maybe_star_pattern()?;
        if !self.at(TokenKind::Comma) {
            return if is_star(&first) { Err(Invalid) } else { Ok(first) };
        }
        let mut elements = vec![first];
        while self.accept(TokenKind::Comma) && !matches!(self.kind(), TokenKind::Colon | TokenKind::If) {
            let item = self.maybe_star_pattern()?;
            self.append(&mut elements, item)?;
        }
        Ok(self.pattern_node(PatternKind::MatchSequence(elements.into()), start))
    }

    fn pattern_node(&self, kind: PatternKind, start: u32) -> Pattern {
        Pattern { kind, range: self.range_from(start) }
    }

    /// `maybe_star_pattern`
    fn maybe_star_pattern(&mut self) -> Parse<Pattern> {
        let start = self.start();
        if !self.accept(TokenKind::Star) {
            return self.pattern();
        }
        let name = if self.at_soft_keyword("_") {
            self.advance();
            None
        } else {
            Some(self.capture_target()?)
        };
        Ok(self.pattern_node(PatternKind::MatchStar(name), start))
    }

    /// `pattern`: alternatives, perhaps with a name for what they match.
    fn pattern(&mut self) -> Parse<Pattern> {
        self.enter()?;
        let start = self.start();
        let pattern = self.or_pattern()?;
        self.leave();
        if !self.accept(TokenKind::As) {
            return Ok(pattern);
        }
        let name = self.capture_target()?;
        Ok(self.pattern_node(PatternKind::MatchAs(Some(Box::new(pattern)), Some(name)), start))
    }

    /// `or_pattern`
    fn or_pattern(&mut self) -> Parse<Pattern> {
        let start = self.start();
        let first = self.closed_pattern()?;
        if !self.at(TokenKind::VerticalBar) {
            return Ok(first);
        }
        let mut alternatives = vec![first];
        while self.accept(TokenKind::VerticalBar) {
            let item = self.closed_pattern()?;
            self.append(&mut alternatives, item)?;
        }
        Ok(self.pattern_node(PatternKind::MatchOr(alternatives.into()), start))
    }

    /// `pattern_capture_target`
    fn capture_target(&mut self) -> Parse<Name> {
        if self.at_soft_keyword("_") {
            return Err(Invalid);
        }
        let name = self.name()?;
        if matches!(self.kind(), TokenKind::Dot | TokenKind::LeftParenthesis | TokenKind::Equal) {
            return Err(Invalid);
        }
        Ok(name)
    }

    /// `closed_pattern`
    fn closed_pattern(&mut self) -> Parse<Pattern> {
        let start = self.start();
        let kind = match self.kind() {
            TokenKind::None => self.singleton(Constant::None),
            TokenKind::True => self.singleton(Constant::True),
            TokenKind::False => self.singleton(Constant::False),
            TokenKind::Number
            | TokenKind::Minus
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::TStringStart => PatternKind::MatchValue(Box::new(self.literal()?)),
            TokenKind::Name => return self.name_pattern(),
            TokenKind::LeftParenthesis => return self.group_or_sequence(),
            TokenKind::LeftBracket => {
                self.advance();
                PatternKind::MatchSequence(self.sequence_rest(Vec::new(), TokenKind::RightBracket)?)
            }
            TokenKind::LeftBrace => self.mapping_pattern()?,
            _ => return Err(Invalid),
        };
        Ok(self.pattern_node(kind, start))
    }

    fn singleton(&mut self, constant: Constant) -> PatternKind {
        self.advance();
        PatternKind::MatchSingleton(constant)
    }

    /// `group_pattern`, or a sequence in parentheses.
    fn group_or_sequence(&mut self) -> Parse<Pattern> {
        let start = self.start();
        self.advance();
        if self.accept(TokenKind::RightParenthesis) {
            return Ok(self.pattern_node(PatternKind::MatchSequence(Box::default()), start));
        }
        let first = self.maybe_star_pattern()?;
        if self.at(TokenKind::RightParenthesis) && !is_star(&first) {
            self.advance();
            return Ok(first);
        }
        self.expect(TokenKind::Comma)?;
        let elements = self.sequence_rest(vec![first], TokenKind::RightParenthesis)?;
        Ok(self.pattern_node(PatternKind::MatchSequence(elements), start))
    }

    /// Further elements of a sequence, each up to its comma, and the closing bracket.
    fn sequence_rest(&mut self, mut elements: Vec<Pattern>, end: TokenKind) -> Parse<Box<[Pattern]>> {
        while !self.at(end) {
            let item = self.maybe_star_pattern()?;
            self.append(&mut elements, item)?;
            if !self.accept(TokenKind::Comma) {
                break;
            }
        }
        self.expect(end)?;
        Ok(elements.into())
    }

    /// A capture, a wildcard, a dotted name or a class.
    fn name_pattern(&mut self) -> Parse<Pattern> {
        let start = self.start();
        let is_wildcard = self.at_soft_keyword("_");
        let name = self.name()?;
        match self.kind() {
            TokenKind::Dot | TokenKind::LeftParenthesis => {
                let target = self.node(ExpressionKind::Name(name), start);
                self.value_or_class_pattern(target, start)
            }
            TokenKind::Equal => Err(Invalid),
            _ => {
                let name = (!is_wildcard).then_some(name);
                Ok(self.pattern_node(PatternKind::MatchAs(None, name), start))
            }
        }
    }

    /// `value_pattern` or `class_pattern` behind the first name.
    fn value_or_class_pattern(&mut self, mut target: Expression, start: u32) -> Parse<Pattern> {
        self.start_height();
        while self.accept(TokenKind::Dot) {
            let attr = self.name()?;
            target = self.node(ExpressionKind::Attribute(Box::new(Attribute { value: target, attr })), start);
            self.raise_height()?;
        }
        let kind = match self.kind() {
            TokenKind::LeftParenthesis => self.class_pattern(target)?,
            TokenKind::Equal => return Err(Invalid),
            _ => PatternKind::MatchValue(Box::new(target)),
        };
        Ok(self.pattern_node(kind, start))
    }

    /// The parenthesised part of `class_pattern`.
    fn class_pattern(&mut self, cls: Expression) -> Parse<PatternKind> {
        self.advance();
        let mut patterns = Vec::new();
        let mut kwd_attrs = Vec::new();
        let mut kwd_patterns = Vec::new();
        while !self.at(TokenKind::RightParenthesis) {
            if self.at(TokenKind::Name) && self.peek(1) == TokenKind::Equal {
                let item = self.name()?;
                self.append(&mut kwd_attrs, item)?;
                self.advance();
                let item = self.pattern()?;
                self.append(&mut kwd_patterns, item)?;
            } else if kwd_attrs.is_empty() {
                let item = self.pattern()?;
                self.append(&mut patterns, item)?;
            } else {
                return Err(Invalid);
            }
            if !self.accept(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightParenthesis)?;
        Ok(PatternKind::MatchClass(Box::new(MatchClass {
            cls,
            patterns: patterns.into(),
            kwd_attrs: kwd_attrs.into(),
            kwd_patterns: kwd_patterns.into(),
        })))
    }

    /// `mapping_pattern`
    fn mapping_pattern(&mut self) -> Parse<PatternKind> {
        self.advance();
        let mut keys = Vec::new();
        let mut patterns = Vec::new();
        let mut rest = None;
        while !self.at(TokenKind::RightBrace) {
            if self.accept(TokenKind::DoubleStar) {
                rest = Some(self.capture_target()?);
                self.accept(TokenKind::Comma);
                break;
            }
            let item = self.mapping_key()?;
            self.append(&mut keys, item)?;
            self.expect(TokenKind::Colon)?;
            let item = self.pattern()?;
            self.append(&mut patterns, item)?;
            if !self.accept(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightBrace)?;
        Ok(PatternKind::MatchMapping(Box::new(MatchMapping { keys: keys.into(), patterns: patterns.into(), rest })))
    }

    /// A key: a literal or a dotted name.
    fn mapping_key(&mut self) -> Parse<Expression> {
        let start = self.start();
        match self.kind() {
            TokenKind::None | TokenKind::True | TokenKind::False => self.atom(),
            TokenKind::Name => {
                let name = self.name()?;
                let mut key = self.node(ExpressionKind::Name(name), start);
                self.start_height();
                while self.accept(TokenKind::Dot) {
                    let attr = self.name()?;
                    key = self.node(ExpressionKind::Attribute(Box::new(Attribute { value: key, attr })), start);
                    self.raise_height()?;
                }
                if matches!(key.kind, ExpressionKind::Name(_)) { Err(Invalid) } else { Ok(key) }
            }
            _ => self.literal(),
        }
    }

    /// A literal that is a number, perhaps signed or complex, or a string.
    fn literal(&mut self) -> Parse<Expression> {
        if matches!(self.kind(), TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart) {
            return self.strings();
        }
        let start = self.start();
        let left = self.signed_number()?;
        let op = match self.kind() {
            TokenKind::Plus => Operator::Add,
            TokenKind::Minus => Operator::Sub,
            _ => return Ok(left),
        };
        if let Some(range) = imaginary_part(&left) {
            return self.fail(ErrorKind::Syntax, "real number required in complex literal", range);
        }
        self.advance();
        let right_start = self.start();
        let right = self.number()?;
        let right = self.node(ExpressionKind::Constant(right), right_start);
        if imaginary_part(&right).is_none() {
            return self.fail(ErrorKind::Syntax, "imaginary number required in complex literal", right.range);
        }
        Ok(self.node(ExpressionKind::BinOp(Box::new(BinOp { left, op, right })), start))
    }

    /// `signed_number`
    fn signed_number(&mut self) -> Parse<Expression> {
        let start = self.start();
        let negative = self.accept(TokenKind::Minus);
        let number_start = self.start();
        let number = self.number()?;
        let operand = self.node(ExpressionKind::Constant(number), number_start);
        if !negative {
            return Ok(operand);
        }
        Ok(self.node(ExpressionKind::UnaryOp(Box::new(UnaryOp { op: UnaryOperator::USub, operand })), start))
    }
}

fn is_star(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::MatchStar(_))
}

/// Where the number is, if a signed number is imaginary.
fn imaginary_part(number: &Expression) -> Option<SourceRange> {
    match &number.kind {
        ExpressionKind::Constant(Constant::Imaginary(_)) => Some(number.range),
        ExpressionKind::UnaryOp(unary) => imaginary_part(&unary.operand),
        _ => None,
    }
}
