//! The prompt: lines come from a terminal or a pipe, `ferropy_repl` knows what they mean.

use crate::report;
use crate::terminal::{Line, Terminal};
use ferropy_platform::Stream;
use ferropy_repl::{Progress, Session, Step};
use ferropy_runtime::{Completion, Isolate, Value, WaitFor};

/// Where the lines come from.
pub(crate) enum Input {
    /// A terminal, with editing, history and completion.
    Terminal(Box<Terminal>),
    /// Anything else, with `-i`: prompts go to standard error, as CPython's do.
    Pipe,
}

/// The lines in front of the first prompt.
pub(crate) fn banner(isolate: &Isolate) -> String {
    format!(
        "Ferropy {} (Python 3.14) on {}\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information; leave with Ctrl-D.\n",
        env!("CARGO_PKG_VERSION"),
        isolate.platform.name()
    )
}

/// Reads, runs and shows until the user leaves; the isolate and the exit code.
pub(crate) fn run(mut isolate: Isolate, namespace: Value, mut input: Input) -> (Isolate, u8) {
    let name = if matches!(input, Input::Terminal(_)) { "python-input" } else { "stdin" };
    let mut session = Session::new(namespace, name);
    if ferropy_stdlib::set_prompts(&mut isolate).is_err() {
        // Without memory the usual ones are shown.
        isolate.take_exception();
    }
    loop {
        let line;
        (isolate, line) = read(isolate, &session, &mut input);
        let code = match line {
            Line::Text(line) => match session.line(&line) {
                Step::Run(source) => {
                    if let Input::Terminal(terminal) = &mut input {
                        terminal.remember(&source);
                    }
                    execute(&mut isolate, &mut session, &source)
                }
                Step::More | Step::Nothing => None,
            },
            Line::Program(source) => {
                if let Input::Terminal(terminal) = &mut input {
                    terminal.remember(&source);
                }
                execute(&mut isolate, &mut session, &source)
            }
            Line::Raised(exception) => {
                // It came in the middle of a line.
                report::write_error(&mut isolate, "\n");
                session.clear();
                leave(&mut isolate, exception)
            }
            Line::Interrupted => {
                report::write_error(&mut isolate, "KeyboardInterrupt\n");
                session.clear();
                None
            }
            // The end of the input ends a statement too.
            Line::End if !session.is_fresh() => {
                let source = session.typed().to_string();
                session.clear();
                execute(&mut isolate, &mut session, &source)
            }
            Line::End => {
                report::write_error(&mut isolate, "\n");
                Some(0)
            }
            Line::Failed(error) => {
                report::write_error(&mut isolate, &format!("ferropy: {error}\n"));
                Some(report::INTERNAL_ERROR)
            }
        };
        if let Some(code) = code {
            return (isolate, code);
        }
    }
}

fn read(mut isolate: Isolate, session: &Session, input: &mut Input) -> (Isolate, Line) {
    let prompt = session.prompt(&mut isolate);
    // An interrupt that came too late for the last statement is not meant for the next one.
    isolate.platform.console().take_interrupt();
    match input {
        Input::Terminal(terminal) => terminal.read(isolate, session, &prompt),
        Input::Pipe => {
            report::write_error(&mut isolate, &prompt);
            let line = match line_of_input(&mut isolate) {
                Ok(bytes) if bytes.is_empty() => Line::End,
                Ok(bytes) => {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    Line::Text(text.trim_end_matches(['\n', '\r']).to_string())
                }
                Err(_) => Line::Raised(isolate.take_exception()),
            };
            (isolate, line)
        }
    }
}

/// A line with its end, byte by byte: a statement may read what follows. Threads and handlers of signals run meanwhile.
fn line_of_input(isolate: &mut Isolate) -> Completion<Vec<u8>> {
    let mut bytes = Vec::new();
    while bytes.last() != Some(&b'\n') {
        if isolate.has_other_threads() {
            isolate.block_here(WaitFor::Input, None)?;
        }
        let mut byte = [0];
        if isolate.wait_for(|platform| platform.console().read(&mut byte))? == 0 {
            break;
        }
        bytes.extend(byte);
    }
    Ok(bytes)
}

/// Runs a statement; the exit code if it wants to leave.
fn execute(isolate: &mut Isolate, session: &mut Session, source: &str) -> Option<u8> {
    session.begin(source);
    let mut code = None;
    if let Progress::Raised(exception) = session.advance(isolate, None) {
        code = leave(isolate, exception);
    }
    // What a program wrote stands before the next prompt.
    let _ = isolate.platform.console().flush(Stream::Out);
    code
}

/// The exit code of an exception that wants to leave; others are shown.
fn leave(isolate: &mut Isolate, exception: Value) -> Option<u8> {
    let code = ferropy_repl::exit_code(isolate, exception);
    if code.is_none() {
        report::show(isolate, exception);
    }
    code
}
