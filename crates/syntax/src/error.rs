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
        Self(Box::new(Details { kind, message: message.into(), position, incomplete: false }))
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
    let end = end_location(range, source);
    ErrorPosition { line: start.line, offset: start.column as i32 + 1, end_line: end.0, end_offset: end.1 as i32 + 1 }
}

/// A range that ends in a newline ends on the line of that newline, not at the start of the next line.
fn end_location(range: SourceRange, source: &Source) -> (u32, u32) {
    let line = source.line_of(range.end.saturating_sub(1).max(range.start));
    let start = source.line_start(line);
    let before = source.text().as_bytes().get(start as usize..(range.end as usize).min(source.text().len())).unwrap_or(&[]);
    let continuation_bytes = before.iter().filter(|byte| **byte & 0xC0 == 0x80).count() as u32;
    (line, (range.end - start).saturating_sub(continuation_bytes))
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
