//! Indentation, Language reference 2.1.8.
//!
//! A level has two widths: with tabs of eight columns, and with tabs of one. If both do not compare alike, the block's
//! structure depends on the width of tabs, which is an error.

use super::{EndRule, Lexer, Stopped, Weight};
use crate::error::{ErrorKind, ErrorPosition, SyntaxError};

/// Blocks may be nested this deep, in CPython as well.
const MAX_LEVELS: usize = 100;

/// The indentation of an open block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Level {
    /// Width with tabs to multiples of eight.
    column: u32,
    /// Width with tabs of one column.
    narrow: u32,
}

impl Lexer<'_> {
    /// Measures the indentation of the next line that holds a token, and notes the tokens it stands for.
    pub(super) fn measure_indentation(&mut self) -> Result<(), Stopped> {
        let level = loop {
            let level = self.read_indentation()?;
            match self.peek(0) {
                b'#' => {
                    self.skip_comment();
                    if !self.skip_newline() && self.end_rule != EndRule::ImplyNewline {
                        // The text ends in a comment, which closes no block.
                        self.reached_end = true;
                        return Ok(());
                    }
                }
                b'\n' | b'\r' => {
                    self.skip_newline();
                }
                _ => break level,
            }
        };
        self.reached_end |= self.position >= self.text.len();
        if self.position >= self.text.len() && self.end_rule == EndRule::ImplyNewline {
            // Only blanks and a newline taken for granted: an empty line.
            return self.leave_blocks(Level::default());
        }
        let current = self.levels.last().copied().unwrap_or_default();
        if level.column == current.column {
            return if level.narrow == current.narrow { Ok(()) } else { self.inconsistent() };
        }
        if level.column < current.column {
            return self.leave_blocks(level);
        }
        if self.levels.len() + 1 >= MAX_LEVELS {
            return self.stop_at_line(ErrorKind::Indentation, "too many levels of indentation");
        }
        if level.narrow <= current.narrow {
            return self.inconsistent();
        }
        self.levels.push(level);
        self.pending_levels += 1;
        Ok(())
    }

    /// Passes over the blanks at the start of a line. A backslash joins the next line, whose blanks do not count.
    fn read_indentation(&mut self) -> Result<Level, Stopped> {
        let mut level = Level::default();
        let mut joined = None;
        loop {
            match self.peek(0) {
                b' ' => {
                    level.column += 1;
                    level.narrow += 1;
                }
                b'\t' => {
                    level.column = (level.column / 8 + 1) * 8;
                    level.narrow += 1;
                }
                0x0C => level = Level::default(),
                b'\\' => {
                    joined = joined.or((level.column > 0).then_some(level));
                    self.join_line()?;
                    continue;
                }
                _ => return Ok(joined.unwrap_or(level)),
            }
            self.position += 1;
        }
    }

    /// Closes the blocks that are indented more than `level`.
    fn leave_blocks(&mut self, level: Level) -> Result<(), Stopped> {
        while self.levels.last().is_some_and(|open| open.column > level.column) {
            self.levels.pop();
            self.pending_levels -= 1;
        }
        let current = self.levels.last().copied().unwrap_or_default();
        if current.column != level.column {
            let line = self.source().line_of(self.position as u32);
            let width = self.source().line_text(line).chars().count() as i32;
            let width = width + i32::from(self.has_newline(line));
            let error = SyntaxError::at(
                ErrorKind::Indentation,
                "unindent does not match any outer indentation level",
                Some(ErrorPosition { line, offset: width, end_line: line, end_offset: -1 }),
            );
            return self.stop(error, Weight::Layout);
        }
        if current.narrow == level.narrow { Ok(()) } else { self.inconsistent() }
    }

    fn inconsistent(&mut self) -> Result<(), Stopped> {
        self.stop_at_line(ErrorKind::Tab, "inconsistent use of tabs and spaces in indentation")
    }

    fn stop_at_line(&mut self, kind: ErrorKind, message: &'static str) -> Result<(), Stopped> {
        let line = self.source().line_of(self.position as u32);
        let position = ErrorPosition { line, offset: 1, end_line: line, end_offset: 0 };
        self.stop(SyntaxError::at(kind, message, Some(position)), Weight::Layout)
    }
}
