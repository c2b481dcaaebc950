//! From a matched error rule to the error: where it is and what it says.

use super::machine::{Captured, Machine};
use super::outline::{Kind, OutlineId, TargetUse};
use crate::error::{ErrorKind, ErrorPosition, SyntaxError, position_of};
use crate::token::{Token, TokenKind};
use crate::tree::SourceRange;
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::ToString;

/// What an error rule reports.
pub(super) struct Report {
    pub(super) indentation: bool,
    pub(super) place: Place,
    pub(super) message: &'static str,
}

/// Where an error is reported, in terms of the rule's slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Slot A.
    AtA,
    /// From slot A to slot B.
    Range,
    /// From slot A to the last token read.
    FromA,
    /// From slot B to the last token read.
    FromB,
    /// The last character of slot A.
    EndOfA,
    /// The last token read.
    LastToken,
    /// The token that comes next.
    NextToken,
    /// The first part of slot A that cannot be assigned to; no error if there is none.
    AssignTarget,
    /// The same for the target of a `for`.
    ForTarget,
    /// The first part of slot A that cannot be deleted; no error if there is none.
    DeleteTarget,
    /// From the last positional argument in slot A to slot B.
    LastArgument,
}

impl Machine<'_> {
    /// The error for a report, or nothing if it turns out that nothing is wrong.
    pub(super) fn error_for(&mut self, report: &Report, a: Captured, b: Captured) -> Option<SyntaxError> {
        let mut subject = a.outline;
        let position = match report.place {
            Place::AtA => self.position(a.range),
            Place::Range => self.position(a.range.to(b.range)),
            Place::FromA => self.position_from(a.range),
            Place::FromB => self.position_from(b.range),
            Place::EndOfA => self.position_at_end(a.range),
            Place::LastToken => self.token_position(self.last_token()),
            Place::NextToken => {
                let token = self.token_at_mark()?;
                self.token_position(token)
            }
            Place::AssignTarget => self.target_position(&mut subject, TargetUse::Assign)?,
            Place::ForTarget => self.target_position(&mut subject, TargetUse::For)?,
            Place::DeleteTarget => self.target_position(&mut subject, TargetUse::Delete)?,
            Place::LastArgument => {
                let last = self.last_positional(a.outline?)?;
                self.position(self.outlines.get(last).range.to(b.range))
            }
        };
        let kind = if report.indentation { ErrorKind::Indentation } else { ErrorKind::Syntax };
        let message = self.message(report.message, a, subject);
        Some(SyntaxError::at(kind, message, Some(position)))
    }

    /// Fills in what a message says about the slots.
    fn message(&self, text: &'static str, a: Captured, subject: Option<OutlineId>) -> Cow<'static, str> {
        let Some((before, rest)) = text.split_once('{') else { return Cow::Borrowed(text) };
        let Some((name, _)) = rest.split_once('}') else { return Cow::Borrowed(text) };
        let kind = subject.map(|subject| self.outlines.get(subject).kind);
        let value: Cow<'_, str> = match name {
            "a" => kind.map_or("expression", Kind::description).into(),
            "line" => self.source().line_of(a.range.start).to_string().into(),
            "text" => self.source().slice(a.range).into(),
            "bound" => if kind == Some(Kind::Tuple) { "constraints" } else { "bound" }.into(),
            "unpacking" => if self.has_unpacked_keywords(a.outline) { " unpacking" } else { "" }.into(),
            // Braces that belong to the message.
            _ => return Cow::Borrowed(text),
        };
        let placeholder = format!("{{{name}}}");
        debug_assert!(text.get(before.len()..).is_some_and(|rest| rest.starts_with(&placeholder)));
        Cow::Owned(text.replace(&placeholder, &value))
    }

    fn has_unpacked_keywords(&self, arguments: Option<OutlineId>) -> bool {
        let children = arguments.map_or(&[][..], |arguments| self.outlines.children(arguments));
        children.iter().any(|child| self.outlines.get(*child).kind == Kind::UnpackedKeywords)
    }

    /// The positional arguments of a call.
    pub(super) fn positional(&self, arguments: OutlineId) -> impl Iterator<Item = OutlineId> {
        let is_positional =
            |child: &OutlineId| !matches!(self.outlines.get(*child).kind, Kind::Keyword | Kind::UnpackedKeywords);
        self.outlines.children(arguments).iter().copied().filter(is_positional)
    }

    fn last_positional(&self, arguments: OutlineId) -> Option<OutlineId> {
        self.positional(arguments).last()
    }

    fn target_position(&self, subject: &mut Option<OutlineId>, target_use: TargetUse) -> Option<ErrorPosition> {
        let invalid = self.outlines.invalid_target((*subject)?, target_use)?;
        *subject = Some(invalid);
        Some(self.position(self.outlines.get(invalid).range))
    }

    fn position(&self, range: SourceRange) -> ErrorPosition {
        position_of(range, self.source())
    }

    /// From the start of a range to the last token read.
    fn position_from(&self, range: SourceRange) -> ErrorPosition {
        let mut position = self.position(range);
        let end = self.position(self.last_token().range);
        position.end_line = end.end_line;
        // CPython counts this one from 0.
        position.end_offset = end.end_offset - 1;
        position
    }

    /// The last character of a range, with an end that CPython leaves open.
    fn position_at_end(&self, range: SourceRange) -> ErrorPosition {
        let whole = self.position(range);
        ErrorPosition { line: whole.line, offset: whole.end_offset - 1, end_line: whole.end_line, end_offset: 0 }
    }

    /// The position of a token.
    pub(super) fn token_position(&self, token: Token) -> ErrorPosition {
        self.lexer.token_position(token)
    }

    /// The error for a program that is wrong in no way that a rule describes; `token` is the last one that could be read.
    pub(super) fn generic_error(&self, token: Token) -> SyntaxError {
        match token.kind {
            TokenKind::Indent => {
                let position = self.token_position(token);
                return SyntaxError::at(ErrorKind::Indentation, "unexpected indent", Some(position));
            }
            TokenKind::Dedent => {
                let position = self.token_position(token);
                return SyntaxError::at(ErrorKind::Indentation, "unexpected unindent", Some(position));
            }
            _ => {}
        }
        let mut position = self.token_position(token);
        if is_empty(token) {
            position.offset = 0;
            position.end_offset = 0;
        }
        SyntaxError::at(ErrorKind::Syntax, "invalid syntax", Some(position))
    }
}

/// Whether a token stands for no characters.
fn is_empty(token: Token) -> bool {
    token.range.start == token.range.end
}
