//! Text to tokens, one at a time and only as far as the parser asks.
//!
//! The rules are those of the Language reference, chapter 2. What depends on context lies in three stacks: indentation
//! levels, open brackets, and open f-strings and t-strings. A [`Lexer`] can be cloned cheaply between top-level statements,
//! which is how the explanation of an error starts again where the trouble began.
//!
//! - `scan` recognises tokens outside string text;
//! - `indentation` turns the start of a line into `Indent` and `Dedent`;
//! - `numbers` checks numeric literals;
//! - `strings` finds the end of string literals and walks through the text parts of f-strings.

mod class;
mod identifiers;
mod indentation;
mod numbers;
mod scan;
mod strings;
#[cfg(test)]
mod tests;

pub(crate) use strings::invalid_escape_message;

use crate::error::{ErrorKind, ErrorPosition, SyntaxError, Warning, WarningKind};
use crate::source::Source;
use crate::token::{Token, TokenKind};
use crate::tree::SourceRange;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use indentation::Level;
use strings::OpenString;

/// Brackets may be nested this deep, in CPython as well.
const MAX_BRACKETS: usize = 200;
/// So may f-strings.
const MAX_OPEN_STRINGS: usize = 150;

/// The lexer stopped at an error, which lies in [`Lexer::error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stopped;

/// How the end of the text is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EndRule {
    /// A missing newline at the end of a file is taken for granted.
    ImplyNewline,
    /// `eval`: the text ends where it ends.
    Plain,
    /// One interactive statement: its end counts as the newline that a compound statement needs behind it.
    Interactive {
        /// Whether open blocks are closed there. A prompt that waits for an empty line says no.
        close_blocks: bool,
    },
}

/// How an error of the lexer compares with an earlier syntax error. CPython looks through the rest of a file for errors
/// within tokens before it settles for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// An error within a token: reported in place of the earlier one.
    Token,
    /// An error within an f-string: ends the search.
    FormatString,
    /// An error of layout: ends the search, except that an open bracket may be reported.
    Layout,
}

/// An error of the lexer.
#[derive(Clone, Debug)]
pub(crate) struct LexicalError {
    pub(crate) error: SyntaxError,
    pub(crate) weight: Weight,
}

/// An open bracket.
#[derive(Clone, Copy, Debug)]
struct Bracket {
    character: u8,
    offset: u32,
}

/// The lexer.
#[derive(Clone, Debug)]
pub(crate) struct Lexer<'s> {
    source: &'s Source<'s>,
    text: &'s [u8],
    end_rule: EndRule,
    /// The next byte to read.
    position: usize,
    /// Whether indentation is still to be measured.
    at_line_start: bool,
    /// `Indent` tokens (above zero) or `Dedent` tokens (below) still to be given out.
    pending_levels: i32,
    levels: Vec<Level>,
    brackets: Vec<Bracket>,
    strings: Vec<OpenString>,
    /// Whether a token was given out since the end was last taken as a newline.
    started: bool,
    /// Whether the current line holds a token, so that it must end in `Newline`.
    line_open: bool,
    /// Whether reading came to the end of the text.
    reached_end: bool,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) error: Option<LexicalError>,
}

impl<'s> Lexer<'s> {
    /// A lexer at the start of a source.
    pub(crate) fn new(source: &'s Source<'s>, end_rule: EndRule) -> Self {
        Self {
            source,
            text: source.text().as_bytes(),
            end_rule,
            position: 0,
            at_line_start: true,
            pending_levels: 0,
            levels: Vec::new(),
            brackets: Vec::new(),
            strings: Vec::new(),
            started: false,
            line_open: false,
            reached_end: false,
            warnings: Vec::new(),
            error: None,
        }
    }

    /// A lexer at the start of a line where no block and no bracket is open.
    pub(crate) fn starting_at(source: &'s Source<'s>, end_rule: EndRule, line: u32) -> Self {
        let mut lexer = Self::new(source, end_rule);
        lexer.position = source.line_start(line) as usize;
        lexer.started = lexer.position > 0;
        lexer
    }

    /// The source that is read.
    pub(crate) fn source(&self) -> &'s Source<'s> {
        self.source
    }

    /// Where reading will go on.
    pub(crate) fn offset(&self) -> u32 {
        self.position as u32
    }

    /// How many brackets are open.
    pub(crate) fn bracket_depth(&self) -> usize {
        self.brackets.len()
    }

    /// Whether the end of the text was reached, so that more text might help.
    pub(crate) fn reached_end(&self) -> bool {
        self.reached_end
    }

    /// The next token. After an error there are no more.
    pub(crate) fn next_token(&mut self) -> Result<Token, Stopped> {
        if self.error.is_some() {
            return Err(Stopped);
        }
        if let Some(string) = self.strings.last()
            && string.in_text
        {
            return self.string_text();
        }
        if self.at_line_start {
            self.at_line_start = false;
            self.measure_indentation()?;
        }
        if self.pending_levels != 0 {
            let kind = if self.pending_levels > 0 { TokenKind::Indent } else { TokenKind::Dedent };
            self.pending_levels -= self.pending_levels.signum();
            self.started = true;
            return Ok(self.token(kind, self.position));
        }
        let token = self.scan()?;
        if self.position < self.text.len() || !matches!(token.kind, TokenKind::Newline | TokenKind::EndMarker) {
            self.started = true;
        }
        self.line_open = !matches!(token.kind, TokenKind::Newline | TokenKind::EndMarker);
        Ok(token)
    }

    /// A token from `start` to the current position.
    fn token(&self, kind: TokenKind, start: usize) -> Token {
        Token { kind, range: SourceRange::new(start as u32, self.position as u32) }
    }

    /// The byte at a position, 0 behind the end; no source contains 0.
    fn byte_at(&self, position: usize) -> u8 {
        self.text.get(position).copied().unwrap_or(0)
    }

    /// The byte `ahead` places behind the current one.
    fn peek(&self, ahead: usize) -> u8 {
        self.byte_at(self.position + ahead)
    }

    /// The end of a line at the current position: passes over it and says so.
    fn skip_newline(&mut self) -> bool {
        match self.peek(0) {
            b'\n' => self.position += 1,
            b'\r' if self.peek(1) == b'\n' => self.position += 2,
            b'\r' => self.position += 1,
            _ => return false,
        }
        true
    }

    /// The end of the text: closes what is to be closed there. A newline that is missing starts at `newline_start`.
    fn end_token(&mut self, newline_start: usize) -> Result<Token, Stopped> {
        self.reached_end = true;
        let at = self.text.len();
        self.position = at;
        if let Some(bracket) = self.brackets.last().copied() {
            return self.never_closed(bracket);
        }
        match self.end_rule {
            EndRule::ImplyNewline if self.line_open => {
                self.line_open = false;
                self.at_line_start = true;
                let range = SourceRange::new(newline_start as u32, at as u32 + 1);
                return Ok(Token { kind: TokenKind::Newline, range });
            }
            EndRule::Interactive { close_blocks } if self.started => {
                self.started = false;
                if close_blocks {
                    self.pending_levels -= self.levels.len() as i32;
                    self.levels.clear();
                }
                return Ok(self.token(TokenKind::Newline, at));
            }
            _ => {}
        }
        Ok(self.token(TokenKind::EndMarker, at))
    }

    /// Fails because a bracket is open at the end.
    fn never_closed(&mut self, bracket: Bracket) -> Result<Token, Stopped> {
        let error = self.never_closed_error(bracket);
        let weight = if self.strings.is_empty() { Weight::Layout } else { Weight::FormatString };
        self.stop(error, weight)
    }

    fn never_closed_error(&self, bracket: Bracket) -> SyntaxError {
        let location = self.source.location(bracket.offset);
        SyntaxError::at(
            ErrorKind::Syntax,
            alloc::format!("'{}' was never closed", char::from(bracket.character)),
            Some(ErrorPosition {
                line: location.line,
                offset: location.column as i32 + 1,
                end_line: location.line,
                end_offset: 0,
            }),
        )
    }

    /// The error for the innermost open bracket, if it was opened on an earlier line than `line`. That is what CPython
    /// reports instead of a syntax error when a file ends within brackets.
    pub(crate) fn open_bracket_error(&self, line: u32) -> Option<SyntaxError> {
        let bracket = *self.brackets.last()?;
        (line > self.source.line_of(bracket.offset)).then(|| self.never_closed_error(bracket))
    }

    /// Fails at the byte in front of `behind`.
    fn fail<T>(&mut self, behind: usize, message: impl Into<Cow<'static, str>>) -> Result<T, Stopped> {
        let range = SourceRange::new((behind as u32).saturating_sub(1), behind as u32);
        let mut position = crate::error::position_of(range, self.source);
        position.offset = position.end_offset - 1;
        position.end_offset = position.offset;
        let error = SyntaxError::at(ErrorKind::Syntax, message, Some(position));
        self.stop(error, self.token_weight())
    }

    /// Fails with a range.
    fn fail_range<T>(&mut self, start: usize, end: usize, message: impl Into<Cow<'static, str>>) -> Result<T, Stopped> {
        let first = self.source.location(start as u32);
        let last = self.source.location(end as u32);
        let error = SyntaxError::at(
            ErrorKind::Syntax,
            message,
            Some(ErrorPosition {
                line: first.line,
                offset: first.column as i32 + 1,
                end_line: first.line,
                end_offset: last.column as i32,
            }),
        );
        self.stop(error, self.token_weight())
    }

    /// The weight of an error within a token.
    fn token_weight(&self) -> Weight {
        if self.strings.is_empty() { Weight::Token } else { Weight::FormatString }
    }

    /// Records an error.
    fn stop<T>(&mut self, error: SyntaxError, weight: Weight) -> Result<T, Stopped> {
        let error = error.with_incomplete(self.reached_end);
        self.error = Some(LexicalError { error, weight });
        Err(Stopped)
    }

    /// Records a `SyntaxWarning`.
    fn warn(&mut self, range: SourceRange, message: impl Into<Cow<'static, str>>) {
        self.warnings.push(Warning { kind: WarningKind::Syntax, message: message.into(), range });
    }
}
