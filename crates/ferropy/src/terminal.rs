//! The line editor of the prompt: rustyline, with history across sessions, completion and indentation.

use crate::{colour, report};
use ferropy_repl::{Session, complete};
use ferropy_runtime::{Background, Isolate, Value};
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::history::FileHistory;
use rustyline::{
    Cmd, ConditionalEventHandler, Config, Context, Editor, Event, EventContext, EventHandler, Helper, Hinter, KeyEvent,
    Movement, RepeatCount, Validator,
};
use std::borrow::Cow;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many statements are remembered.
const HISTORY_SIZE: usize = 10_000;
/// Jumps and calls of the program's threads between two questions of the line editor.
const SLICE: u64 = 20_000;
/// The longest that nobody looks whether threads can go on: completion may have made them do so.
const LONGEST_PAUSE: Duration = Duration::from_millis(200);
/// How far a block is indented.
const INDENT: usize = 4;

/// What came of asking for a line.
pub(crate) enum Line {
    /// A line without its end; several if they were pasted.
    Text(String),
    /// A whole program that was typed or pasted in paste mode.
    Program(String),
    /// Ctrl-C.
    Interrupted,
    /// What a handler of a signal raised to leave.
    Raised(Value),
    /// Ctrl-D, or the end of the input.
    End,
    /// The terminal is broken.
    Failed(String),
}

/// The line editor. It takes the terminal's signals over when it is made: Ctrl-C is to be handled after that.
pub(crate) struct Terminal {
    editor: Editor<Assistant, FileHistory>,
    /// Where the isolate is while a line is typed.
    lent: Arc<Mutex<Option<Lent>>>,
    paste_key: PasteKey,
    history: Option<PathBuf>,
}

/// An isolate that the line editor may ask for completions.
struct Lent {
    isolate: Isolate,
    namespace: Value,
    /// The lines of the statement above the cursor's.
    typed: String,
    prompt: String,
    /// What a handler of a signal raised to leave.
    raised: Option<Value>,
}

impl Lent {
    /// Shows what a handler raised, and the prompt again: the line is still being typed. Who wants to leave does so at the
    /// line's end.
    fn tell(&mut self) {
        let exception = self.isolate.take_exception();
        if ferropy_repl::exit_code(&mut self.isolate, exception).is_some() {
            self.raised = Some(exception);
            return;
        }
        report::write_error(&mut self.isolate, "\n");
        report::show(&mut self.isolate, exception);
        report::write_error(&mut self.isolate, &self.prompt);
    }

    /// Gives the program's threads and handlers of signals their turn: how long they need none.
    fn go_on(&mut self) -> Duration {
        if self.raised.is_some() {
            return LONGEST_PAUSE;
        }
        if self.isolate.look_for_signals().is_err() {
            self.tell();
            return LONGEST_PAUSE;
        }
        let pause = match self.isolate.run_background(SLICE) {
            // Whoever wants the isolate gets it now.
            Background::OutOfBudget => Duration::from_micros(10),
            Background::Waiting(nanoseconds) => Duration::from_nanos(nanoseconds).min(LONGEST_PAUSE),
            Background::Nothing | Background::Interrupted => LONGEST_PAUSE,
        };
        self.isolate.platform.console().hand_over();
        pause
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does something while the program's threads go on and its handlers of signals are called, if there are some.
fn run_beside<T>(lent: &Arc<Mutex<Option<Lent>>>, work: impl FnOnce() -> T) -> T {
    let goes_on = |lent: &Lent| lent.isolate.has_other_threads() || lent.isolate.deals_with_signals();
    if !lock(lent).as_ref().is_some_and(goes_on) {
        return work();
    }
    let is_over = Arc::new(AtomicBool::new(false));
    let (lent, is_over_too) = (Arc::clone(lent), Arc::clone(&is_over));
    let worker = std::thread::Builder::new().stack_size(crate::STACK_BYTES).spawn(move || {
        while !is_over_too.load(Ordering::Relaxed) {
            let pause = lock(&lent).as_mut().map_or(LONGEST_PAUSE, Lent::go_on);
            ferropy_host::pause(pause);
        }
    });
    let result = work();
    is_over.store(true, Ordering::Relaxed);
    if let Ok(worker) = worker {
        ferropy_host::wake();
        // It ends after its slice; if it has failed, nobody has the isolate any more, which is seen soon.
        let _ = worker.join();
    }
    result
}

impl Terminal {
    /// The editor, with the lines of earlier sessions; nothing where input or output is no terminal.
    pub(crate) fn open() -> Option<Terminal> {
        if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
            return None;
        }
        let config = Config::builder()
            .completion_type(rustyline::CompletionType::List)
            .max_history_size(HISTORY_SIZE)
            .map(rustyline::config::Builder::build);
        let mut editor = config.and_then(Editor::with_config).ok()?;
        let lent = Arc::default();
        editor.set_helper(Some(Assistant { lent: Arc::clone(&lent), coloured: colour::wanted(1) }));
        let dedent = EventHandler::Conditional(Box::new(Dedent));
        editor.bind_sequence(KeyEvent::new('\x08', rustyline::Modifiers::NONE), dedent);
        let paste_key = PasteKey::default();
        let handler = EventHandler::Conditional(Box::new(paste_key.clone()));
        editor.bind_sequence(KeyEvent::ctrl('E'), handler);
        let history = history_file();
        if let Some(file) = &history {
            // The first time there is none.
            let _ = editor.load_history(file);
        }
        Some(Terminal { editor, lent, paste_key, history })
    }

    /// Reads a line that starts with the indentation the statement asks for; the isolate answers questions meanwhile.
    pub(crate) fn read(&mut self, isolate: Isolate, session: &Session, prompt: &str) -> (Isolate, Line) {
        let indent = " ".repeat(session.indentation());
        let typed = session.typed().to_string();
        lock(&self.lent).replace(Lent {
            isolate,
            namespace: session.namespace(),
            typed,
            prompt: prompt.to_string(),
            raised: None,
        });
        self.paste_key.is_heard.store(session.is_fresh(), Ordering::Relaxed);
        let editor = &mut self.editor;
        let mut line = run_beside(&self.lent, || line_of(editor.readline_with_initial(prompt, (&indent, ""))));
        if self.paste_key.is_pressed.swap(false, Ordering::Relaxed) {
            line = self.paste();
        }
        let lent = lock(&self.lent).take();
        match lent {
            Some(Lent { isolate, raised: Some(exception), .. }) => (isolate, Line::Raised(exception)),
            Some(lent) => (lent.isolate, line),
            // Nobody else takes it out.
            None => std::process::exit(i32::from(report::INTERNAL_ERROR)),
        }
    }

    /// MicroPython's paste mode, for terminals that don't mark what is pasted: lines are taken as they come, without
    /// indentation of ours, until Ctrl-D; Ctrl-C forgets them.
    fn paste(&mut self) -> Line {
        self.paste_key.is_heard.store(false, Ordering::Relaxed);
        println!("paste mode; Ctrl-C to cancel, Ctrl-D to finish");
        let mut program = String::new();
        loop {
            match line_of(self.editor.readline("=== ")) {
                Line::Text(line) => {
                    program.push_str(&line);
                    program.push('\n');
                }
                Line::End => {
                    println!();
                    return Line::Program(program);
                }
                other => return other,
            }
        }
    }

    /// Puts a statement into the history, and into its file at once: terminals are closed without asking.
    pub(crate) fn remember(&mut self, statement: &str) {
        // A history that can't be kept is no reason to complain at each line.
        let _ = self.editor.add_history_entry(statement.trim_end());
        if let Some(file) = &self.history {
            let _ = self.editor.append_history(file);
        }
    }
}

fn line_of(read: Result<String, ReadlineError>) -> Line {
    match read {
        Ok(line) => Line::Text(line),
        Err(ReadlineError::Interrupted) => Line::Interrupted,
        Err(ReadlineError::Eof) => Line::End,
        Err(error) => Line::Failed(error.to_string()),
    }
}

fn history_file() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os("FERROPY_HISTORY") {
        return (!file.is_empty()).then(|| file.into());
    }
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    home.map(|home| PathBuf::from(home).join(".ferropy_history"))
}

/// Backspace in a line's indentation goes back one level.
struct Dedent;

impl ConditionalEventHandler for Dedent {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext<'_>) -> Option<Cmd> {
        let before = context.line().get(..context.pos())?;
        let before = before.rsplit('\n').next().unwrap_or(before);
        if before.is_empty() || !before.chars().all(|letter| letter == ' ') {
            return None;
        }
        let count = RepeatCount::try_from((before.len() - 1) % INDENT + 1).ok()?;
        Some(Cmd::Kill(Movement::BackwardChar(count)))
    }
}

/// Ctrl-E on an empty line asks for paste mode; elsewhere it goes to the end of the line.
#[derive(Clone, Default)]
struct PasteKey {
    /// Only at the start of a statement.
    is_heard: Arc<AtomicBool>,
    is_pressed: Arc<AtomicBool>,
}

impl ConditionalEventHandler for PasteKey {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext<'_>) -> Option<Cmd> {
        if !context.line().is_empty() || !self.is_heard.load(Ordering::Relaxed) {
            return None;
        }
        self.is_pressed.store(true, Ordering::Relaxed);
        Some(Cmd::AcceptLine)
    }
}

/// Completes and colours while a line is typed.
#[derive(Helper, Hinter, Validator)]
struct Assistant {
    lent: Arc<Mutex<Option<Lent>>>,
    coloured: bool,
}

impl Completer for Assistant {
    type Candidate = String;

    fn complete(&self, line: &str, position: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let mut lent = lock(&self.lent);
        let Some(Lent { isolate, namespace, typed, .. }) = lent.as_mut() else { return Ok((position, Vec::new())) };
        let before = line.get(..position).unwrap_or(line);
        let candidates = complete(isolate, *namespace, typed, before);
        Ok((candidates.start, candidates.texts))
    }
}

impl Highlighter for Assistant {
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
        if self.coloured { Cow::Owned(colour::prompt(prompt)) } else { Cow::Borrowed(prompt) }
    }
}
