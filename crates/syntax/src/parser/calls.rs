//! The arguments of calls and class definitions. Language reference 6.3.4.

use super::{Invalid, Parse, Parser};
use crate::token::TokenKind;
use crate::tree::{Expression, ExpressionKind, Keyword};
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

/// Positional and keyword arguments.
type Arguments = (Box<[Expression]>, Box<[Keyword]>);

impl<'s> Parser<'s> {
    /// The arguments of a call with the parentheses around them. A sole generator expression shares those.
    pub(super) fn call_arguments(&mut self) -> Parse<Arguments> {
        let start = self.start();
        self.advance();
        let (args, keywords) = self.argument_list(Some(start))?;
        Ok((args.into(), keywords.into()))
    }

    /// `[arguments]` up to the closing parenthesis, which is not read.
    pub(super) fn arguments(&mut self) -> Parse<Arguments> {
        let (args, keywords) = self.argument_list(None)?;
        Ok((args.into(), keywords.into()))
    }

    /// Arguments; with the start of a call's parenthesis also the one behind them.
    fn argument_list(&mut self, call_start: Option<u32>) -> Parse<(Vec<Expression>, Vec<Keyword>)> {
        let mut args = Vec::new();
        let mut keywords: Vec<Keyword> = Vec::new();
        let mut unpacked_mapping = false;
        while !self.at(TokenKind::RightParenthesis) {
            let start = self.start();
            match self.kind() {
                TokenKind::Star if !unpacked_mapping => args.push(self.starred_expression()?),
                TokenKind::DoubleStar => {
                    self.advance();
                    let value = self.expression()?;
                    unpacked_mapping = true;
                    let item = Keyword { name: None, value, range: self.range_from(start) };
                    self.append(&mut keywords, item)?;
                }
                TokenKind::Name if self.peek(1) == TokenKind::Equal => {
                    let name = Some(self.name()?);
                    self.advance();
                    let value = self.expression()?;
                    let item = Keyword { name, value, range: self.range_from(start) };
                    self.append(&mut keywords, item)?;
                }
                _ if keywords.is_empty() => {
                    let argument = self.named_expression()?;
                    if let Some(start) = call_start
                        && args.is_empty()
                        && self.at_comprehension()
                    {
                        return Ok((vec![self.generator_rest(argument, start)?], keywords));
                    }
                    self.append(&mut args, argument)?;
                }
                _ => return Err(Invalid),
            }
            if !self.accept(TokenKind::Comma) {
                break;
            }
        }
        if call_start.is_some() {
            self.expect(TokenKind::RightParenthesis)?;
        }
        Ok((args, keywords))
    }

    /// `starred_expression`: unlike in displays, any expression may follow the star.
    pub(super) fn starred_expression(&mut self) -> Parse<Expression> {
        let height = self.start_height();
        let start = self.start();
        self.advance();
        let value = self.expression()?;
        self.raise_height()?;
        self.end_height(height);
        Ok(self.node(ExpressionKind::Starred(Box::new(value)), start))
    }
}
