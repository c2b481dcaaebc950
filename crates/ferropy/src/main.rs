//! The command-line tool: `ferropy [options] [script | -c code | -m module | -] [arguments]`.

mod archive;
mod arguments;
mod colour;
mod commands;
mod compiled;
mod installation;
mod prompt;
mod report;
mod run;
mod serial;
mod terminal;

use arguments::{Action, Arguments};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// The interpreter's thread: native functions may call Python some thousand levels deep. Pages are only used when the
/// depth is.
const STACK_BYTES: usize = 1 << 30;

fn main() -> ExitCode {
    let given: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    if let Some(code) = commands::board::run(&given) {
        return ExitCode::from(code);
    }
    if let Some(done) = compiled::run(&given).or_else(|| serial::run(&given)) {
        return match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                complain(&message);
                ExitCode::FAILURE
            }
        };
    }
    let given = if given.first().is_some_and(|first| first == "mip" && !Path::new(first).exists()) {
        as_module(given)
    } else {
        given
    };
    let arguments = match Arguments::parse(given.into_iter()) {
        Ok(arguments) => arguments,
        Err(message) => {
            complain(&message);
            return ExitCode::from(2);
        }
    };
    match arguments.action {
        Action::Help => return print(&format!("{}\n{}", arguments::help(), compiled::HELP)),
        Action::Version { long } => return print(&version(long)),
        _ => {}
    }
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || run::run(&arguments));
    let code = match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) => report::INTERNAL_ERROR,
        Err(error) => {
            complain(&format!("ferropy: can't start a thread: {error}"));
            report::INTERNAL_ERROR
        }
    };
    ExitCode::from(code)
}

/// `ferropy mip …` is `ferropy -m mip …`.
fn as_module(given: Vec<std::ffi::OsString>) -> Vec<std::ffi::OsString> {
    core::iter::once("-m".into()).chain(given).collect()
}

fn version(long: bool) -> String {
    let number = env!("CARGO_PKG_VERSION");
    if long {
        format!("Python 3.14.0 (Ferropy {number}) on {} {}\n", std::env::consts::OS, std::env::consts::ARCH)
    } else {
        format!("Python 3.14.0 (Ferropy {number})\n")
    }
}

/// Prints text; `print!` would panic where nobody reads.
fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(report::INTERNAL_ERROR),
    }
}

/// Tells the user; where standard error is closed there is nobody to tell.
fn complain(message: &str) {
    let _ = writeln!(std::io::stderr(), "{message}");
}
