//! What the parser reports: syntax errors, which end it, and warnings, which do not.
//!
//! Wording and positions are CPython's. Positions are resolved when the error is made, so that an error can be shown or
//! raised without the source.

use crate::source::Source;
use crate::tree::SourceRange;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::fmt;

/// The exception class of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// Nested deeper than [`Options::max_depth`](crate::Options) allows: `RecursionError`.
    Recursion,
    /// There is no memory for the program's tree or code: `MemoryError`.
    Memory,
    /// Who takes the code of functions wants no more; the reason is with them.
    Stopped,
}

impl ErrorKind {
    /// The name of the exception class.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Indentation => "IndentationError",
            Self::Tab => "TabError",
            Self::Recursion => "RecursionError",
            Self::Memory | Self::Stopped => "MemoryError",
        }
    }
}

/// Where an error is, in the words of the attributes of `SyntaxError`.
///
/// Offsets count characters from 1; 0 and -1 stand for "unknown" just where CPython has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ErrorPosition {
    /// `lineno`
    pub line: u32,
    /// `offset`
    pub offset: i32,
    /// `end_lineno`
    pub end_line: u32,
    /// `end_offset`
    pub end_offset: i32,
}

/// An error that ends parsing or compilation. One word, so that results stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    kind: ErrorKind,
    message: Cow<'static, str>,
    position: Option<ErrorPosition>,
    incomplete: bool,
    statement_line: u32,
}

impl SyntaxError {
    /// An error that covers a range of the source.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>, range: SourceRange, source: &Source) -> Self {
        Self::at(kind, message, Some(position_of(range, source)))
    }

    /// An error with a position that is known already, or without any.
    #[must_use]
    pub fn at(kind: ErrorKind, message: impl Into<Cow<'static, str>>, position: Option<ErrorPosition>) -> Self {
        Self(Box::new(Details { kind, message: message.into(), position, incomplete: false, statement_line: 0 }))
    }

    /// The exception class to raise.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The message, CPython's `msg`.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Where the error is; absent for errors of the text as a whole.
    #[must_use]
    pub fn position(&self) -> Option<ErrorPosition> {
        self.0.position
    }

    /// Whether the input ended too early: more lines could still make it valid, so that a prompt should ask for them.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.0.incomplete
    }

    /// The line on which the last valid statement in front of the error starts, 0 if there is none.
    pub(crate) fn statement_line(&self) -> u32 {
        self.0.statement_line
    }

    /// The same error behind a valid statement on a line.
    #[must_use]
    pub(crate) fn behind_statement(mut self, line: u32) -> Self {
        self.0.statement_line = line;
        self
    }

    /// The same error with another answer to [`SyntaxError::is_incomplete`].
    #[must_use]
    pub(crate) fn with_incomplete(mut self, incomplete: bool) -> Self {
        self.0.incomplete = incomplete;
        self
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.kind.name(), self.0.message)
    }
}

impl core::error::Error for SyntaxError {}

/// The position of a range as errors give it.
pub(crate) fn position_of(range: SourceRange, source: &Source) -> ErrorPosition {
    let start = source.location(range.start);
    // A range that ends in a newline ends on the line of that newline, not at the start of the next line.
    let end_line = source.line_of(range.end.saturating_sub(1).max(range.start));
    let end_column = range.end - source.line_start(end_line);
    let line_text = source.line_text(start.line);
    let end_offset = if end_line == start.line {
        characters_within(line_text, end_column) + 1
    } else {
        // CPython counts the characters in front of the end on the line of the start. That is kept, since it can be seen:
        // the end of an error of several lines lies no further right than its first line is long.
        characters_within(line_text, (end_column + 1).min(line_text.len() as u32 + 1))
    };
    ErrorPosition { line: start.line, offset: start.column as i32 + 1, end_line, end_offset }
}

/// How many characters a number of bytes holds; what lies behind the text counts one a byte.
fn characters_within(text: &str, bytes: u32) -> i32 {
    let within = text.as_bytes().get(..bytes as usize).unwrap_or(text.as_bytes());
    let characters = within.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    (characters + (bytes as usize).saturating_sub(text.len())) as i32
}

/// The class of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// `SyntaxWarning`
    Syntax,
}

/// A warning about the program; whoever called the parser decides whether and how to show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Its class.
    pub kind: WarningKind,
    /// Its message.
    pub message: Cow<'static, str>,
    /// What it is about.
    pub range: SourceRange,
}

#[cfg(test)]
mod tests {
    use super::SyntaxError;

    #[test]
    fn an_error_is_one_word() {
        assert_eq!(size_of::<SyntaxError>(), size_of::<usize>());
        assert_eq!(size_of::<Option<SyntaxError>>(), size_of::<usize>());
    }
}
