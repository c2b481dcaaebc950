//! The lines typed so far: are they a whole statement, and where does the next one start?

use alloc::string::String;
use ferropy_syntax::{Completeness, Options, completeness};

/// How much a block is indented further.
const INDENT: usize = 4;

/// What to do after a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing was typed: ask again.
    Nothing,
    /// The statement goes on: ask for another line with the second prompt.
    More,
    /// A whole statement, or one with an error that further lines can't mend.
    Run(String),
}

/// The statement that is being typed.
#[derive(Clone, Debug, Default)]
pub struct Session {
    source: String,
}

impl Session {
    /// Nothing typed yet.
    #[must_use]
    pub fn new() -> Session {
        Session::default()
    }

    /// Whether the next line is the first of a statement.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.source.is_empty()
    }

    /// Takes a line, without its end. An empty line ends a block.
    pub fn line(&mut self, line: &str) -> Step {
        if self.is_fresh() && line.trim().is_empty() {
            return Step::Nothing;
        }
        let before = self.source.len();
        self.source.push_str(line);
        let mut state = completeness(&self.source, &Options::default());
        if state == Completeness::Incomplete && line.trim().is_empty() {
            // A line of blanks ends a block as an empty one does.
            let without = completeness(self.source.get(..before).unwrap_or(""), &Options::default());
            if without == Completeness::Complete {
                self.source.truncate(before);
                state = without;
            }
        }
        self.source.push('\n');
        match state {
            Completeness::Incomplete => Step::More,
            _ => Step::Run(core::mem::take(&mut self.source)),
        }
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        self.source.clear();
    }

    /// The number of spaces that the next line starts with.
    #[must_use]
    pub fn indentation(&self) -> usize {
        let Some(last) = self.source.lines().next_back() else { return 0 };
        let text = last.trim_end();
        let indent = text.len() - text.trim_start().len();
        let code = text.split('#').next().unwrap_or(text).trim();
        if code.ends_with(':') {
            return indent + INDENT;
        }
        let first = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or(code);
        if matches!(first, "return" | "break" | "continue" | "pass" | "raise") {
            return indent.saturating_sub(INDENT);
        }
        indent
    }
}

#[cfg(test)]
mod tests {
    use super::{Session, Step};

    /// Types lines; what came of the last one.
    fn typed(lines: &[&str]) -> (Session, Step) {
        let mut session = Session::new();
        let mut step = Step::Nothing;
        for line in lines {
            step = session.line(line);
        }
        (session, step)
    }

    #[test]
    fn statements_end_where_they_are_whole() {
        for (lines, whole) in [
            (&["1 + 1"][..], true),
            (&["x = ("], false),
            (&["x = (", "1)"], true),
            (&["if x:"], false),
            (&["if x:", "    y"], false),
            (&["if x:", "    y", ""], true),
            (&["'''text"], false),
            (&["'''text", "", "end'''"], true),
            (&["1 +"], true),
            (&["def f():", "    return 1", "    "], true),
            (&["@decorator"], false),
        ] {
            let (_, step) = typed(lines);
            assert_eq!(matches!(step, Step::Run(_)), whole, "{lines:?}");
        }
    }

    #[test]
    fn empty_lines_do_nothing() {
        assert_eq!(typed(&["", "   "]).1, Step::Nothing);
    }

    #[test]
    fn lines_are_indented_as_blocks_ask() {
        for (lines, indent) in [
            (&["if x:"][..], 4),
            (&["if x:  # why"], 4),
            (&["for a in b:", "    if a:"], 8),
            (&["for a in b:", "    if a:", "        break"], 4),
            (&["def f():", "    x = 1"], 4),
            (&["def f():", "    return 1"], 0),
            (&["def f():", "    returned = 1"], 4),
        ] {
            assert_eq!(typed(lines).0.indentation(), indent, "{lines:?}");
        }
    }
}
