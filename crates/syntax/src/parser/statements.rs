//! Statements that fit on one line, and the start of every other one. Language reference, chapter 7.

use super::targets::TargetRole;
use super::{Invalid, Parse, Parser};
use crate::names::Name;
use crate::token::{Token, TokenKind};
use crate::tree::{
    Alias, AnnAssign, Assert, Assign, AugAssign, Expression, ExpressionKind, ImportFrom, Operator, Raise, Root,
    Statement, StatementKind, TypeAlias,
};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

impl<'s> Parser<'s> {
    /// One statement of a file, appended to those in front of it; false at the end.
    pub(crate) fn file_statement(&mut self, body: &mut Vec<Statement>) -> Parse<bool> {
        if self.at(TokenKind::EndMarker) {
            return Ok(false);
        }
        self.statement(body)?;
        Ok(true)
    }

    /// `interactive`: one compound statement or one line, and the newline that ends it.
    pub(crate) fn interactive(&mut self) -> Parse<(Root, Token)> {
        let mut body = Vec::new();
        let newline = if self.at(TokenKind::Newline) {
            let start = self.start();
            let newline = self.advance();
            body.push(Statement { kind: StatementKind::Pass, range: self.range_from(start) });
            newline
        } else if self.compound_statement(&mut body)? {
            self.expect(TokenKind::Newline)?
        } else {
            self.simple_statements(&mut body)?
        };
        Ok((Root::Interactive(body.into()), newline))
    }

    /// `eval`: expressions, then nothing but empty lines.
    pub(crate) fn eval_input(&mut self) -> Parse<Root> {
        let expression = self.expressions()?;
        while self.accept(TokenKind::Newline) {}
        self.expect(TokenKind::EndMarker)?;
        Ok(Root::Expression(Box::new(expression)))
    }

    /// `statement`
    pub(super) fn statement(&mut self, body: &mut Vec<Statement>) -> Parse<()> {
        self.check_machine(0)?;
        self.start_height();
        if !self.compound_statement(body)? {
            self.simple_statements(body)?;
        }
        if let Some(statement) = body.last() {
            self.note_statement(statement.range.start);
        }
        Ok(())
    }

    /// `simple_stmts`: simple statements with semicolons between them, up to the end of the line, which is returned.
    pub(super) fn simple_statements(&mut self, body: &mut Vec<Statement>) -> Parse<Token> {
        loop {
            let statement = self.simple_statement()?;
            self.append(body, statement)?;
            if !self.accept(TokenKind::Semicolon) || self.at(TokenKind::Newline) {
                break;
            }
        }
        self.expect(TokenKind::Newline)
    }

    /// `simple_stmt`
    fn simple_statement(&mut self) -> Parse<Statement> {
        let start = self.start();
        let kind = match self.kind() {
            TokenKind::Return => self.return_statement()?,
            TokenKind::Import => self.import_name()?,
            TokenKind::From => self.import_from()?,
            TokenKind::Raise => self.raise_statement()?,
            TokenKind::Pass => self.keyword_alone(StatementKind::Pass),
            TokenKind::Break => self.keyword_alone(StatementKind::Break),
            TokenKind::Continue => self.keyword_alone(StatementKind::Continue),
            TokenKind::Del => self.del_statement()?,
            TokenKind::Assert => self.assert_statement()?,
            TokenKind::Global => StatementKind::Global(self.name_list()?),
            TokenKind::Nonlocal => StatementKind::Nonlocal(self.name_list()?),
            TokenKind::Name if self.at_type_alias() => self.type_alias()?,
            _ => self.expression_statement()?,
        };
        Ok(Statement { kind, range: self.range_from(start) })
    }

    fn keyword_alone(&mut self, kind: StatementKind) -> StatementKind {
        self.advance();
        kind
    }

    /// Whether the current token ends a simple statement.
    fn at_statement_end(&self) -> bool {
        matches!(self.kind(), TokenKind::Newline | TokenKind::Semicolon)
    }

    /// `return_stmt`
    fn return_statement(&mut self) -> Parse<StatementKind> {
        self.advance();
        if self.at_statement_end() {
            return Ok(StatementKind::Return(None));
        }
        let value = self.star_expressions()?;
        Ok(StatementKind::Return(Some(Box::new(value))))
    }

    /// `raise_stmt`
    fn raise_statement(&mut self) -> Parse<StatementKind> {
        self.advance();
        if self.at_statement_end() {
            return Ok(StatementKind::Raise(Box::new(Raise { exc: None, cause: None })));
        }
        let exc = Some(self.expression()?);
        let cause = if self.accept(TokenKind::From) { Some(self.expression()?) } else { None };
        Ok(StatementKind::Raise(Box::new(Raise { exc, cause })))
    }

    /// `assert_stmt`
    fn assert_statement(&mut self) -> Parse<StatementKind> {
        self.advance();
        let test = self.expression()?;
        let message = if self.accept(TokenKind::Comma) { Some(self.expression()?) } else { None };
        Ok(StatementKind::Assert(Box::new(Assert { test, message })))
    }

    /// `del_stmt`
    fn del_statement(&mut self) -> Parse<StatementKind> {
        self.advance();
        let mut targets = Vec::new();
        loop {
            let item = self.target(TargetRole::Delete)?;
            self.append(&mut targets, item)?;
            if !self.accept(TokenKind::Comma) || self.at_statement_end() {
                break;
            }
        }
        if self.at_statement_end() { Ok(StatementKind::Delete(targets.into())) } else { Err(Invalid) }
    }

    /// The names of `global` or `nonlocal`.
    fn name_list(&mut self) -> Parse<Box<[Name]>> {
        self.advance();
        let mut names = vec![self.name()?];
        while self.accept(TokenKind::Comma) {
            let item = self.name()?;
            self.append(&mut names, item)?;
        }
        Ok(names.into())
    }

    /// Whether the statement is `type name = …` or `type name[…] = …`, rather than one that uses a variable `type`.
    fn at_type_alias(&mut self) -> bool {
        self.at_soft_keyword("type")
            && self.peek(1) == TokenKind::Name
            && matches!(self.peek(2), TokenKind::Equal | TokenKind::LeftBracket)
    }

    /// `type_alias`
    fn type_alias(&mut self) -> Parse<StatementKind> {
        self.advance();
        let start = self.start();
        let name = ExpressionKind::Name(self.name()?);
        let name = self.node(name, start);
        let type_params = self.opt_type_params()?;
        self.expect(TokenKind::Equal)?;
        let value = self.expression()?;
        Ok(StatementKind::TypeAlias(Box::new(TypeAlias { name, type_params, value })))
    }

    /// `assignment`, or an expression as a statement.
    fn expression_statement(&mut self) -> Parse<StatementKind> {
        let start = self.start();
        let first = self.yield_or_star_expressions()?;
        match self.kind() {
            TokenKind::Equal => self.assignment(first),
            TokenKind::Colon => self.annotated_assignment(first, start),
            kind => {
                let Some(op) = augmented_operator(kind) else {
                    return Ok(StatementKind::Expr(Box::new(first)));
                };
                self.check_target(&first, TargetRole::Single)?;
                self.advance();
                let value = self.yield_or_star_expressions()?;
                Ok(StatementKind::AugAssign(Box::new(AugAssign { target: first, op, value })))
            }
        }
    }

    fn assignment(&mut self, first: Expression) -> Parse<StatementKind> {
        let mut targets = Vec::with_capacity(1);
        let mut value = first;
        while self.accept(TokenKind::Equal) {
            self.check_target(&value, TargetRole::Assign)?;
            let item = value;
            self.append(&mut targets, item)?;
            value = self.yield_or_star_expressions()?;
        }
        Ok(StatementKind::Assign(Box::new(Assign { targets: targets.into(), value })))
    }

    fn annotated_assignment(&mut self, target: Expression, start: u32) -> Parse<StatementKind> {
        self.check_target(&target, TargetRole::Single)?;
        let simple = matches!(target.kind, ExpressionKind::Name(_)) && target.range.start == start;
        self.advance();
        let annotation = self.expression()?;
        let value = if self.accept(TokenKind::Equal) { Some(self.yield_or_star_expressions()?) } else { None };
        Ok(StatementKind::AnnAssign(Box::new(AnnAssign { target, annotation, value, simple })))
    }

    /// `import_name`
    fn import_name(&mut self) -> Parse<StatementKind> {
        self.advance();
        let mut aliases = Vec::with_capacity(1);
        loop {
            let start = self.start();
            let name = self.dotted_name()?;
            let asname = self.opt_as_name()?;
            let item = Alias { name, asname, range: self.range_from(start) };
            self.append(&mut aliases, item)?;
            if !self.accept(TokenKind::Comma) {
                return Ok(StatementKind::Import(aliases.into()));
            }
        }
    }

    /// `dotted_name`, as one name.
    fn dotted_name(&mut self) -> Parse<Name> {
        let first = self.name()?;
        if !self.at(TokenKind::Dot) {
            return Ok(first);
        }
        let mut text = String::from(self.names.text(first));
        while self.accept(TokenKind::Dot) {
            let part = self.name()?;
            text.push('.');
            text.push_str(self.names.text(part));
        }
        Ok(self.names.intern(&text))
    }

    /// `['as' NAME]`
    pub(super) fn opt_as_name(&mut self) -> Parse<Option<Name>> {
        if self.accept(TokenKind::As) { self.name().map(Some) } else { Ok(None) }
    }

    /// `import_from`
    fn import_from(&mut self) -> Parse<StatementKind> {
        self.advance();
        let mut level: u32 = 0;
        loop {
            match self.kind() {
                TokenKind::Dot => level = level.saturating_add(1),
                TokenKind::Ellipsis => level = level.saturating_add(3),
                _ => break,
            }
            self.advance();
        }
        let module = if level > 0 && self.at(TokenKind::Import) { None } else { Some(self.dotted_name()?) };
        self.expect(TokenKind::Import)?;
        let names = self.import_targets()?;
        Ok(StatementKind::ImportFrom(Box::new(ImportFrom { module, names, level })))
    }

    /// `import_from_targets`
    fn import_targets(&mut self) -> Parse<Box<[Alias]>> {
        let start = self.start();
        if self.accept(TokenKind::Star) {
            let name = self.names.intern("*");
            return Ok(vec![Alias { name, asname: None, range: self.range_from(start) }].into());
        }
        let parenthesized = self.accept(TokenKind::LeftParenthesis);
        let mut aliases = Vec::new();
        loop {
            let start = self.start();
            let name = self.name()?;
            let asname = self.opt_as_name()?;
            let item = Alias { name, asname, range: self.range_from(start) };
            self.append(&mut aliases, item)?;
            if !self.accept(TokenKind::Comma) || (parenthesized && self.at(TokenKind::RightParenthesis)) {
                break;
            }
        }
        if parenthesized {
            self.expect(TokenKind::RightParenthesis)?;
        }
        Ok(aliases.into())
    }
}

/// The operator of an augmented assignment.
fn augmented_operator(kind: TokenKind) -> Option<Operator> {
    Some(match kind {
        TokenKind::PlusEqual => Operator::Add,
        TokenKind::MinusEqual => Operator::Sub,
        TokenKind::StarEqual => Operator::Mult,
        TokenKind::AtEqual => Operator::MatMult,
        TokenKind::SlashEqual => Operator::Div,
        TokenKind::PercentEqual => Operator::Mod,
        TokenKind::AmpersandEqual => Operator::BitAnd,
        TokenKind::VerticalBarEqual => Operator::BitOr,
        TokenKind::CaretEqual => Operator::BitXor,
        TokenKind::LeftShiftEqual => Operator::LShift,
        TokenKind::RightShiftEqual => Operator::RShift,
        TokenKind::DoubleStarEqual => Operator::Pow,
        TokenKind::DoubleSlashEqual => Operator::FloorDiv,
        _ => return None,
    })
}
