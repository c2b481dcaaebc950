//! The statement that is being typed, and the run of it.

use crate::layout::Layout;
use crate::pieces;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_runtime::embed::Mode;
use ferropy_runtime::{Completion, Isolate, Outcome, Value, names};
use ferropy_syntax::{Completeness, Options, completeness};

/// What to do after a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing was typed: ask again.
    Nothing,
    /// The statement goes on: ask for another line with the second prompt.
    More,
    /// A whole statement, or one with an error that further lines can't mend. Several of them if they were pasted.
    Run(String),
}

/// How far the run of a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The budget is used up: call [`Session::advance`] again.
    Running,
    /// It is done, and its values are shown.
    Done,
    /// With this exception.
    Raised(Value),
}

/// What the user types: the lines of a statement so far, then its run.
#[derive(Clone, Debug)]
pub struct Session {
    /// What the files of tracebacks are called: statements have a number behind it.
    name: &'static str,
    source: String,
    /// How many statements there were.
    count: u32,
    /// Where the program's names are.
    namespace: Value,
    /// What of the statement is still to be started, the last first.
    waiting: Vec<(Mode, String)>,
    started: bool,
}

impl Session {
    /// Nothing typed yet. `namespace` is a dict that the embedder keeps alive; tracebacks call the statements
    /// `<name-0>`, `<name-1>`, …
    #[must_use]
    pub fn new(namespace: Value, name: &'static str) -> Session {
        Session { name, source: String::new(), count: 0, namespace, waiting: Vec::new(), started: false }
    }

    /// Whether the next line is the first of a statement.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.source.is_empty()
    }

    /// The lines of the statement so far.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.source
    }

    /// The dict of the program's names.
    #[must_use]
    pub fn namespace(&self) -> Value {
        self.namespace
    }

    /// Makes room for a line of so many bytes; false if the statement would get longer than `most`, or there is no memory.
    pub fn reserve(&mut self, bytes: usize, most: usize) -> bool {
        self.source.len().saturating_add(bytes) < most && self.source.try_reserve(bytes.saturating_add(1)).is_ok()
    }

    /// Takes a line, without its end. An empty line ends a block. What was pasted may be several lines, and several
    /// statements.
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
            Completeness::Invalid(_) if line.contains('\n') && pieces::are_unfinished(&self.source) => Step::More,
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
        let Some(typed) = self.source.strip_suffix('\n') else { return 0 };
        Layout::of(typed).next_indentation(typed)
    }

    /// What stands before the next line: `sys.ps1`, or `sys.ps2` within a statement. Objects that are no text are asked
    /// for theirs each time, which may run Python; the prompts are plain where `sys` has none.
    pub fn prompt(&self, isolate: &mut Isolate) -> String {
        let (name, default) = if self.is_fresh() { (names::ps1, ">>> ") } else { (names::ps2, "... ") };
        let sys = isolate.sys_namespace();
        let Some(found) = isolate.heap.dict_get_name(sys, name) else { return default.into() };
        isolate.scope(|isolate| match isolate.str(found) {
            Ok(text) => isolate.to_text(text).unwrap_or_else(|| default.into()),
            Err(_) => {
                isolate.take_exception();
                String::new()
            }
        })
    }

    /// Prepares a statement for [`Session::advance`].
    pub fn begin(&mut self, source: &str) {
        self.waiting = pieces::of(source);
        self.waiting.reverse();
        self.started = false;
    }

    /// Prepares code that is compiled already for [`Session::advance`].
    ///
    /// # Errors
    /// If there is no room for its frame.
    pub fn begin_code(&mut self, isolate: &mut Isolate, code: Value) -> Completion<()> {
        self.waiting.clear();
        self.started = false;
        isolate.start(code, self.namespace)?;
        self.started = true;
        Ok(())
    }

    /// Prepares a file for [`Session::advance`].
    ///
    /// # Errors
    /// What is wrong with it, or if there is no room for its frame.
    pub fn begin_file(&mut self, isolate: &mut Isolate, path: &str) -> Completion<()> {
        self.waiting.clear();
        self.started = false;
        isolate.start_file(path, self.namespace)?;
        self.started = true;
        Ok(())
    }

    /// Goes on with the statement for about `budget` jumps and calls, to its end without one. Values of expressions are
    /// shown by `sys.displayhook`.
    pub fn advance(&mut self, isolate: &mut Isolate, budget: Option<u64>) -> Progress {
        loop {
            if !self.started {
                let Some((mode, source)) = self.waiting.pop() else { return Progress::Done };
                if self.start(isolate, mode, &source).is_err() {
                    return self.raised(isolate);
                }
            }
            match isolate.run(budget) {
                Outcome::OutOfBudget => return Progress::Running,
                Outcome::Waiting { nanoseconds, for_input } => {
                    isolate.wait_with_threads(nanoseconds, for_input);
                    return Progress::Running;
                }
                Outcome::Raised(_) => return self.raised(isolate),
                Outcome::Finished(_) => match isolate.start_next(self.namespace) {
                    Ok(started) => self.started = started,
                    Err(_) => return self.raised(isolate),
                },
            }
        }
    }

    fn start(&mut self, isolate: &mut Isolate, mode: Mode, source: &str) -> Completion<()> {
        let filename = format!("<{}-{}>", self.name, self.count);
        self.count = self.count.wrapping_add(1);
        isolate.remember_source(&filename, source);
        let code = isolate.compile(source.as_bytes(), &filename, mode)?;
        isolate.start(code, self.namespace)?;
        self.started = true;
        Ok(())
    }

    fn raised(&mut self, isolate: &mut Isolate) -> Progress {
        self.waiting.clear();
        self.started = false;
        Progress::Raised(isolate.take_exception())
    }
}

#[cfg(test)]
mod tests {
    use super::{Session, Step};
    use ferropy_runtime::Value;

    /// Types lines; what came of the last one.
    fn typed(lines: &[&str]) -> (Session, Step) {
        let mut session = Session::new(Value::NONE, "test");
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
            (&["x = 1\ny = 2"], true),
            (&["x = 1\nif x:\n    y = ("], false),
            (&["x = 1\nif x:"], false),
            (&["def f():\n    return 1"], false),
            (&["def f():\n    return 1", ""], true),
            (&["x = 1\n1 +\ny = 2"], true),
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
    fn the_next_line_is_indented() {
        assert_eq!(typed(&["for a in b:", "    if a:"]).0.indentation(), 8);
        assert_eq!(typed(&["x = 1"]).0.indentation(), 0);
    }
}
