//! The lines that were typed before.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// How many lines are kept, and how many bytes of them: boards have little room.
const LINES: usize = 12;
const BYTES: usize = 2048;

/// Lines, and where in them the user is.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    /// The oldest first.
    lines: Vec<String>,
    /// How many lines back the user has gone; 0 is the line that is being typed.
    back: usize,
    /// What was typed of that line.
    draft: String,
}

impl History {
    /// Keeps a line, unless it is blank or the same as the last one.
    pub(super) fn push(&mut self, line: &str) {
        self.back = 0;
        self.draft = String::new();
        if line.trim().is_empty() || line.len() > BYTES || self.lines.last().is_some_and(|last| last == line) {
            return;
        }
        self.lines.push(line.to_string());
        let mut bytes: usize = self.lines.iter().map(String::len).sum();
        while self.lines.len() > LINES || bytes > BYTES {
            bytes -= self.lines.remove(0).len();
        }
    }

    /// Back to the line that is being typed.
    pub(super) fn rest(&mut self) {
        self.back = 0;
    }

    /// The line before the one that is shown.
    pub(super) fn older(&mut self, shown: &str) -> Option<String> {
        let line = self.lines.len().checked_sub(self.back + 1).and_then(|at| self.lines.get(at))?.clone();
        if self.back == 0 {
            self.draft = shown.to_string();
        }
        self.back += 1;
        Some(line)
    }

    /// The line after the one that is shown.
    pub(super) fn newer(&mut self) -> Option<String> {
        self.back = self.back.checked_sub(1)?;
        if self.back == 0 {
            return Some(core::mem::take(&mut self.draft));
        }
        self.lines.get(self.lines.len().checked_sub(self.back)?).cloned()
    }
}
