//! What a prompt needs: whether the lines typed so far are a statement.

use crate::error::SyntaxError;
use crate::options::{Mode, Options};
use crate::parse::parse;
use crate::source::Source;
use alloc::string::String;

/// What the lines typed so far are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// A whole statement, or nothing but blanks and comments: it can run.
    Complete,
    /// The start of a statement: another line is needed, an empty one perhaps.
    Incomplete,
    /// No statement, whatever follows.
    Invalid(SyntaxError),
}

/// Whether the lines typed at a prompt so far are a statement, by the rules of the `codeop` module: a statement with a
/// block is complete behind an empty line, every other one at the end of its line.
///
/// The lines are separated by newlines; there is none behind the last one, so that an empty last line shows as a newline
/// at the end.
#[must_use]
pub fn completeness(lines: &str, options: &Options) -> Completeness {
    if lines.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#')) {
        return Completeness::Complete;
    }
    let options = Options { close_blocks: false, ..*options };
    let Err(error) = parse(&Source::new(lines), Mode::Single, &options) else { return Completeness::Complete };
    // What is wrong with the lines as they are does not count if it is right, or merely unfinished, with a newline behind.
    let mut continued = String::with_capacity(lines.len() + 1);
    continued.push_str(lines);
    continued.push('\n');
    match parse(&Source::new(continued), Mode::Single, &options) {
        Ok(_) => Completeness::Incomplete,
        Err(error) if error.is_incomplete() => Completeness::Incomplete,
        Err(_) => Completeness::Invalid(error),
    }
}
