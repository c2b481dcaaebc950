//! Statements with blocks. Language reference, chapter 8.

use super::expressions::starts_expression;
use super::targets::TargetRole;
use super::{Invalid, Parse, Parser};
use crate::token::TokenKind;
use crate::tree::{
    ClassDef, Elif, ExceptHandler, Expression, For, FunctionDef, If, Match, MatchCase, Statement, StatementKind, Try,
    While, With, WithItem,
};
use alloc::boxed::Box;
use alloc::vec::Vec;

impl<'s> Parser<'s> {
    /// `compound_stmt`; false, with nothing read, if the statement is none.
    pub(super) fn compound_statement(&mut self, body: &mut Vec<Statement>) -> Parse<bool> {
        let start = self.start();
        let kind = match self.kind() {
            TokenKind::If => self.if_statement()?,
            TokenKind::Def => self.function_def(Box::default())?,
            TokenKind::Class => self.class_def(Box::default())?,
            TokenKind::For => StatementKind::For(self.for_statement()?),
            TokenKind::While => self.while_statement()?,
            TokenKind::Try => self.try_statement()?,
            TokenKind::With => StatementKind::With(self.with_statement()?),
            TokenKind::Async => self.async_statement(Box::default())?,
            TokenKind::At => {
                let statement = self.decorated()?;
                body.push(statement);
                return Ok(true);
            }
            TokenKind::Name if self.at_soft_keyword("match") => match self.opt_match_statement()? {
                Some(kind) => kind,
                None => return Ok(false),
            },
            _ => return Ok(false),
        };
        let statement = Statement { kind, range: self.range_from(start) };
        self.append(body, statement)?;
        Ok(true)
    }

    /// `block`: indented statements, or simple ones on the same line. The colon in front of it is read as well.
    pub(super) fn block(&mut self) -> Parse<Box<[Statement]>> {
        self.expect(TokenKind::Colon)?;
        let mut body = Vec::new();
        if !self.accept(TokenKind::Newline) {
            self.simple_statements(&mut body)?;
            return Ok(body.into());
        }
        self.expect(TokenKind::Indent)?;
        self.enter()?;
        while !self.accept(TokenKind::Dedent) {
            if self.at(TokenKind::EndMarker) {
                return Err(Invalid);
            }
            self.statement(&mut body)?;
        }
        self.leave();
        Ok(body.into())
    }

    /// `else_block`, which may be absent.
    fn opt_else_block(&mut self) -> Parse<Box<[Statement]>> {
        if self.accept(TokenKind::Else) { self.block() } else { Ok(Box::default()) }
    }

    /// `if_stmt`
    fn if_statement(&mut self) -> Parse<StatementKind> {
        self.advance();
        let test = self.named_expression()?;
        let body = self.block()?;
        let mut elifs = Vec::new();
        while self.at(TokenKind::Elif) {
            let start = self.start();
            self.advance();
            let test = self.named_expression()?;
            let body = self.block()?;
            let elif = Elif { test, body, range: self.range_from(start) };
            self.append(&mut elifs, elif)?;
        }
        let orelse = self.opt_else_block()?;
        Ok(StatementKind::If(Box::new(If { test, body, elifs: elifs.into(), orelse })))
    }

    /// `while_stmt`
    fn while_statement(&mut self) -> Parse<StatementKind> {
        self.advance();
        let test = self.named_expression()?;
        let body = self.block()?;
        let orelse = self.opt_else_block()?;
        Ok(StatementKind::While(Box::new(While { test, body, orelse })))
    }

    /// `for_stmt` without `async`.
    fn for_statement(&mut self) -> Parse<Box<For>> {
        self.advance();
        let target = self.target_list()?;
        self.expect(TokenKind::In)?;
        let iter = self.star_expressions()?;
        let body = self.block()?;
        let orelse = self.opt_else_block()?;
        Ok(Box::new(For { target, iter, body, orelse }))
    }

    /// A statement that starts with `async`.
    fn async_statement(&mut self, decorators: Box<[Expression]>) -> Parse<StatementKind> {
        let decorated = !decorators.is_empty();
        self.advance();
        match self.kind() {
            TokenKind::Def => match self.function_def(decorators)? {
                StatementKind::FunctionDef(function) => Ok(StatementKind::AsyncFunctionDef(function)),
                _ => Err(Invalid),
            },
            TokenKind::For if !decorated => Ok(StatementKind::AsyncFor(self.for_statement()?)),
            TokenKind::With if !decorated => Ok(StatementKind::AsyncWith(self.with_statement()?)),
            _ => Err(Invalid),
        }
    }

    /// A function or class with decorators.
    fn decorated(&mut self) -> Parse<Statement> {
        let mut decorators = Vec::new();
        while self.accept(TokenKind::At) {
            let item = self.named_expression()?;
            self.append(&mut decorators, item)?;
            self.expect(TokenKind::Newline)?;
        }
        let decorators = decorators.into();
        let start = self.start();
        let kind = match self.kind() {
            TokenKind::Def => self.function_def(decorators)?,
            TokenKind::Class => self.class_def(decorators)?,
            TokenKind::Async => self.async_statement(decorators)?,
            _ => return Err(Invalid),
        };
        Ok(Statement { kind, range: self.range_from(start) })
    }

    /// `function_def_raw` without `async`.
    fn function_def(&mut self, decorators: Box<[Expression]>) -> Parse<StatementKind> {
        self.advance();
        let name = self.name()?;
        let type_params = self.opt_type_params()?;
        self.expect(TokenKind::LeftParenthesis)?;
        let args = self.parameters()?;
        self.expect(TokenKind::RightParenthesis)?;
        let returns = if self.accept(TokenKind::Arrow) { Some(self.expression()?) } else { None };
        let body = self.block()?;
        Ok(StatementKind::FunctionDef(Box::new(FunctionDef { name, type_params, args, body, decorators, returns })))
    }

    /// `class_def_raw`
    fn class_def(&mut self, decorators: Box<[Expression]>) -> Parse<StatementKind> {
        self.advance();
        let name = self.name()?;
        let type_params = self.opt_type_params()?;
        let (bases, keywords) = if self.accept(TokenKind::LeftParenthesis) {
            let arguments = self.arguments()?;
            self.expect(TokenKind::RightParenthesis)?;
            arguments
        } else {
            Default::default()
        };
        let body = self.block()?;
        Ok(StatementKind::ClassDef(Box::new(ClassDef { name, type_params, bases, keywords, body, decorators })))
    }

    /// `with_stmt` without `async`. Parentheses may enclose all items or belong to the first one.
    fn with_statement(&mut self) -> Parse<Box<With>> {
        self.advance();
        let items = match self.opt_parenthesized_items()? {
            Some(items) => items,
            None => self.with_items(TokenKind::Colon)?,
        };
        let body = self.block()?;
        Ok(Box::new(With { items, body }))
    }

    /// All items within one pair of parentheses, or none with nothing read.
    fn opt_parenthesized_items(&mut self) -> Parse<Option<Box<[WithItem]>>> {
        if !self.at(TokenKind::LeftParenthesis) {
            return Ok(None);
        }
        let mark = self.mark();
        self.advance();
        if let Ok(items) = self.with_items(TokenKind::RightParenthesis)
            && self.accept(TokenKind::RightParenthesis)
            && self.at(TokenKind::Colon)
        {
            self.release(mark);
            return Ok(Some(items));
        }
        self.reset(mark)?;
        Ok(None)
    }

    /// Items up to the token behind them. Within parentheses a comma may end them.
    fn with_items(&mut self, end: TokenKind) -> Parse<Box<[WithItem]>> {
        let mut items = Vec::with_capacity(1);
        loop {
            let context = self.expression()?;
            let target = if self.accept(TokenKind::As) { Some(self.target(TargetRole::Assign)?) } else { None };
            let item = WithItem { context, target };
            self.append(&mut items, item)?;
            if !self.accept(TokenKind::Comma) || (end == TokenKind::RightParenthesis && self.at(end)) {
                break;
            }
        }
        if self.at(end) { Ok(items.into()) } else { Err(Invalid) }
    }

    /// `try_stmt`
    fn try_statement(&mut self) -> Parse<StatementKind> {
        self.advance();
        let body = self.block()?;
        let mut handlers = Vec::new();
        let is_star = self.at(TokenKind::Except) && self.peek(1) == TokenKind::Star;
        while self.at(TokenKind::Except) {
            let handler = self.except_block(is_star)?;
            self.append(&mut handlers, handler)?;
        }
        let orelse = if handlers.is_empty() { Box::default() } else { self.opt_else_block()? };
        let finalbody = if self.accept(TokenKind::Finally) { self.block()? } else { Box::default() };
        if handlers.is_empty() && finalbody.is_empty() {
            return Err(Invalid);
        }
        let statement = Box::new(Try { body, handlers: handlers.into(), orelse, finalbody });
        Ok(if is_star { StatementKind::TryStar(statement) } else { StatementKind::Try(statement) })
    }

    /// `except_block` or `except_star_block`
    fn except_block(&mut self, is_star: bool) -> Parse<ExceptHandler> {
        let start = self.start();
        self.advance();
        if is_star {
            self.expect(TokenKind::Star)?;
        }
        if !is_star && self.at(TokenKind::Colon) {
            let body = self.block()?;
            return Ok(ExceptHandler { exception: None, name: None, body, range: self.range_from(start) });
        }
        let exception_start = self.start();
        let first = self.expression()?;
        let is_bare_tuple = self.at(TokenKind::Comma);
        let exception = self.rest_of_tuple(first, exception_start, Self::expression)?;
        let name = if is_bare_tuple { None } else { self.opt_as_name()? };
        let body = self.block()?;
        Ok(ExceptHandler { exception: Some(exception), name, body, range: self.range_from(start) })
    }

    /// `match_stmt`, or nothing if the statement merely uses a variable `match`.
    fn opt_match_statement(&mut self) -> Parse<Option<StatementKind>> {
        if !starts_expression(self.peek(1)) {
            return Ok(None);
        }
        let mark = self.mark();
        self.advance();
        let subject = self.subject_expression();
        let Ok(subject) = subject else {
            self.reset(mark)?;
            return Ok(None);
        };
        if !(self.at(TokenKind::Colon) && self.peek(1) == TokenKind::Newline) {
            self.reset(mark)?;
            return Ok(None);
        }
        self.release(mark);
        self.advance();
        self.advance();
        self.expect(TokenKind::Indent)?;
        self.enter()?;
        let mut cases = Vec::new();
        while !self.accept(TokenKind::Dedent) {
            let case = self.case_block()?;
            self.append(&mut cases, case)?;
        }
        self.leave();
        Ok(Some(StatementKind::Match(Box::new(Match { subject, cases: cases.into() }))))
    }

    /// `case_block`
    fn case_block(&mut self) -> Parse<MatchCase> {
        if !self.at_soft_keyword("case") {
            return Err(Invalid);
        }
        self.advance();
        let pattern = self.patterns()?;
        let guard = if self.accept(TokenKind::If) { Some(self.named_expression()?) } else { None };
        let body = self.block()?;
        Ok(MatchCase { pattern, guard, body })
    }
}
