//! One life of the interpreter: from its start to a soft reset.

use crate::console;
use crate::platform::Board;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use ferropy_repl::{Progress, Session, Step};
use ferropy_runtime::{Isolate, Limits};

/// Bytes that the region may take.
const REGION: usize = 120 * 1024;

/// Runs the prompt until a soft reset.
pub(crate) fn run() {
    let limits = Limits { heap_bytes: REGION, native_depth: 20, ..Limits::default() };
    let Ok(mut isolate) = Isolate::new(Box::new(Board), limits, ferropy_stdlib::MODULES, None) else {
        console::write(b"no memory to start\r\n");
        return;
    };
    let Ok(namespace) = isolate.new_namespace("__main__") else { return };
    console::write(format!("Ferropy {} on {}\r\n", env!("CARGO_PKG_VERSION"), crate::board::MACHINE).as_bytes());
    let mut session = Session::new(namespace, "stdin");
    let mut line = String::new();
    let mut byte = [0];
    console::write(b">>> ");
    loop {
        if console::read(&mut byte).is_none() {
            console::take_interrupt();
            session.clear();
            line.clear();
            console::write(b"\r\n>>> ");
            continue;
        }
        match byte[0] {
            4 => return,
            b'\r' => {
                console::write(b"\r\n");
                if let Step::Run(source) = session.line(&line) {
                    session.begin(&source);
                    if let Progress::Raised(exception) = session.advance(&mut isolate, None) {
                        ferropy_repl::show(&mut isolate, exception, |text| text);
                    }
                }
                line.clear();
                let prompt = session.prompt(&mut isolate);
                console::write(prompt.as_bytes());
            }
            typed => {
                line.push(char::from(typed));
                console::write(&byte);
            }
        }
    }
}
