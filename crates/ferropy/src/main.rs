//! The command-line tool: `ferropy [options] [script | -c code | -m module | -] [arguments]`.

mod arguments;
mod colour;
mod compiled;
mod prompt;
mod report;
mod run;

use arguments::{Action, Arguments};
use std::process::ExitCode;

/// The interpreter's thread: native functions may call Python some thousand levels deep. Pages are only used when the
/// depth is.
const STACK_BYTES: usize = 1 << 30;

fn main() -> ExitCode {
    let given: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    if let Some(done) = compiled::run(&given) {
        return match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("{message}");
                ExitCode::FAILURE
            }
        };
    }
    let arguments = match Arguments::parse(given.into_iter()) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    match arguments.action {
        Action::Help => {
            print!("{}\n{}", arguments::HELP, compiled::HELP);
            return ExitCode::SUCCESS;
        }
        Action::Version => {
            println!("Python 3.14.0 (Ferropy {})", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || run::run(&arguments));
    let code = match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) => report::INTERNAL_ERROR,
        Err(error) => {
            eprintln!("ferropy: can't start a thread: {error}");
            report::INTERNAL_ERROR
        }
    };
    ExitCode::from(code)
}
