//! The prompt in a terminal: rustyline reads the lines, `ferropy_repl` knows what they mean.

use crate::{colour, report};
use ferropy_platform::Stream;
use ferropy_repl::{Session, Step, complete};
use ferropy_runtime::embed::Mode;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Isolate, Value, names};
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::history::FileHistory;
use rustyline::{Config, Context, Editor, Helper, Hinter, Validator};
use std::borrow::Cow;
use std::cell::RefCell;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::rc::Rc;

/// The line editor. It takes the terminal's signals over when it is made: Ctrl-C is to be handled after that.
pub(crate) struct Terminal {
    editor: Editor<Assistant, FileHistory>,
    /// Where the isolate is while a line is typed.
    lent: Lent,
}

/// An isolate that the line editor may ask for completions.
type Lent = Rc<RefCell<Option<(Isolate, Value)>>>;

impl Terminal {
    /// The editor, with the lines of earlier sessions; nothing where there is no terminal.
    pub(crate) fn open() -> Option<Terminal> {
        if !std::io::stdin().is_terminal() {
            return None;
        }
        let config = Config::builder()
            .auto_add_history(true)
            .completion_type(rustyline::CompletionType::List)
            .max_history_size(10_000)
            .map(rustyline::config::Builder::build);
        let mut editor = config.and_then(Editor::with_config).ok()?;
        let lent = Lent::default();
        editor.set_helper(Some(Assistant { lent: Rc::clone(&lent), coloured: colour::wanted(1) }));
        if let Some(file) = history_file() {
            // The first time there is none.
            let _ = editor.load_history(&file);
        }
        Some(Terminal { editor, lent })
    }

    /// Reads a line that starts with `indent`; the isolate answers questions meanwhile.
    fn read(&mut self, isolate: Isolate, namespace: Value, prompt: &str, indent: &str) -> (Isolate, Read) {
        self.lent.replace(Some((isolate, namespace)));
        let line = self.editor.readline_with_initial(prompt, (indent, ""));
        match self.lent.take() {
            Some((isolate, _)) => (isolate, line),
            // Nobody else takes it out.
            None => std::process::exit(i32::from(report::INTERNAL_ERROR)),
        }
    }

    fn save_history(&mut self) {
        if let Some(file) = history_file() {
            // A history that can't be saved is no reason to complain at the end.
            let _ = self.editor.save_history(&file);
        }
    }
}

type Read = Result<String, ReadlineError>;

/// Reads, runs and shows until the user leaves; the isolate and the exit code.
pub(crate) fn run(mut isolate: Isolate, namespace: Value, mut terminal: Terminal, quiet: bool) -> (Isolate, u8) {
    if !quiet {
        let banner = format!(
            "Ferropy {} (Python 3.14) on {}\nType \"help()\" or \"copyright\" for more information; leave with Ctrl-D.\n",
            env!("CARGO_PKG_VERSION"),
            isolate.platform.name()
        );
        report::write_error(&mut isolate, &banner);
    }
    let mut session = Session::new();
    loop {
        let prompt = prompt_text(&mut isolate, session.is_fresh());
        let indent = " ".repeat(session.indentation());
        let (returned, line) = terminal.read(isolate, namespace, &prompt, &indent);
        isolate = returned;
        let code = match line {
            Ok(line) => match session.line(&line) {
                Step::Run(source) => execute(&mut isolate, &source, namespace),
                _ => None,
            },
            Err(ReadlineError::Interrupted) => {
                report::write_error(&mut isolate, "KeyboardInterrupt\n");
                session.clear();
                None
            }
            Err(ReadlineError::Eof) => Some(0),
            Err(error) => {
                report::write_error(&mut isolate, &format!("ferropy: {error}\n"));
                Some(report::INTERNAL_ERROR)
            }
        };
        if let Some(code) = code {
            terminal.save_history();
            return (isolate, code);
        }
    }
}

/// Runs a statement; the exit code if it wants to leave.
fn execute(isolate: &mut Isolate, source: &str, namespace: Value) -> Option<u8> {
    let code = match isolate.run_source(source.as_bytes(), "<stdin>", Mode::Single, namespace) {
        Ok(_) => None,
        Err(_) => failed(isolate),
    };
    // What a program wrote stands before the next prompt.
    let _ = isolate.platform.console().flush(Stream::Out);
    code
}

fn history_file() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os("FERROPY_HISTORY") {
        return (!file.is_empty()).then(|| file.into());
    }
    std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".ferropy_history"))
}

/// Completes and colours while a line is typed.
#[derive(Helper, Hinter, Validator)]
struct Assistant {
    lent: Lent,
    coloured: bool,
}

impl Completer for Assistant {
    type Candidate = String;

    fn complete(&self, line: &str, position: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let mut lent = self.lent.borrow_mut();
        let Some((isolate, namespace)) = lent.as_mut() else { return Ok((position, Vec::new())) };
        let before = line.get(..position).unwrap_or(line);
        let candidates = isolate.scope(|isolate| complete(isolate, *namespace, before));
        Ok((candidates.start, candidates.texts))
    }
}

impl Highlighter for Assistant {
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
        if self.coloured { Cow::Owned(colour::prompt(prompt)) } else { Cow::Borrowed(prompt) }
    }
}

/// `sys.ps1` or `sys.ps2`; objects that are no text are asked for theirs each time.
fn prompt_text(isolate: &mut Isolate, first: bool) -> String {
    let sys = isolate.sys_namespace();
    let name = if first { names::ps1 } else { names::ps2 };
    let default = if first { ">>> " } else { "... " };
    let Some(found) = isolate.heap.dict_get_name(sys, name) else { return default.into() };
    match isolate.str(found) {
        Ok(text) => isolate.to_text(text).unwrap_or_else(|| default.into()),
        Err(_) => {
            isolate.take_exception();
            default.into()
        }
    }
}

/// Shows the exception; the exit code if it was `SystemExit`.
fn failed(isolate: &mut Isolate) -> Option<u8> {
    let exception = isolate.take_exception();
    if isolate.is_instance_of(exception, TypeId::SYSTEM_EXIT) {
        return Some(report::uncaught(isolate, exception));
    }
    report::show(isolate, exception);
    None
}
