//! What goes on while a serial line's prompt waits: threads of the program, and handlers of events.

use ferropy_platform::Error;
use ferropy_runtime::{Background, Isolate};

/// Jumps and calls between two looks at the line.
const SLICE: u64 = 10_000;
/// The byte that interrupts.
const INTERRUPT: u8 = 3;

/// Runs what there is to run until something was typed; whether it was a byte to be read, and not Ctrl-C for a thread that
/// keeps the others from running.
pub fn run_until_input(isolate: &mut Isolate) -> bool {
    loop {
        if isolate.has_event() {
            run_handlers(isolate);
        }
        let nanoseconds = match run_threads(isolate) {
            Background::Interrupted => return false,
            Background::OutOfBudget => 0,
            Background::Waiting(nanoseconds) => nanoseconds,
            Background::Nothing => u64::MAX,
        };
        match isolate.platform.console().wait_input(nanoseconds) {
            Ok(false) => {}
            // An interrupt that came too late for what ran before is not meant for the prompt.
            Err(Error::INTERRUPTED) => drop(isolate.platform.console().take_interrupt()),
            Ok(true) | Err(_) => return true,
        }
    }
}

/// Ctrl-C stops a handler that does not end.
fn run_handlers(isolate: &mut Isolate) {
    isolate.platform.console().set_interrupt_byte(Some(INTERRUPT));
    let done = isolate.run_handlers();
    isolate.platform.console().set_interrupt_byte(None);
    if done.is_err() {
        let exception = isolate.take_exception();
        let text = isolate.format_exception(exception);
        isolate.write_standard_error(&text);
    }
}

fn run_threads(isolate: &mut Isolate) -> Background {
    if !isolate.has_other_threads() || isolate.platform.console().wait_input(0) == Ok(true) {
        return Background::Nothing;
    }
    isolate.platform.console().set_interrupt_byte(Some(INTERRUPT));
    let outcome = isolate.run_background(SLICE);
    isolate.platform.console().set_interrupt_byte(None);
    if isolate.platform.console().take_interrupt() { Background::Interrupted } else { outcome }
}
