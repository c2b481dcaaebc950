//! The lives of the interpreter, one after the other: each ends with a soft reset.

use crate::files::BoardFiles;
use crate::platform::Board;
use crate::{board, console, failure, memory};
use alloc::boxed::Box;
use ferropy_platform::Error;
use ferropy_repl::{Outcome, Serial, run_until_input};
use ferropy_runtime::{Isolate, Limits, SharedMemory};

/// Bytes of memory that the region leaves to what Rust allocates between two collections.
const RUST_BYTES: usize = 10 * 1024;
/// Bytes of the machine's stack that a native function may need which calls no other, and an interrupt above it.
const STACK_BYTES: usize = 4 * 1024;
/// The most bytes of a program that is typed or sent.
const PROGRAM_BYTES: usize = 32 * 1024;
/// `sys.getrecursionlimit()`: a thousand calls of a program, and what is around them.
const RECURSION: usize = 1100;
/// Ctrl-C.
const INTERRUPT: u8 = 3;
/// Jumps and calls between two looks at the line.
const SLICE: u64 = 10_000;

/// Talks over the serial lines for ever. The first life has these files, the others mount them anew; it may leave out
/// `boot.py` and `main.py`.
pub(crate) fn run(mut files: Result<BoardFiles, Error>, mut leaves_out: bool) -> ! {
    let mut serial = Serial::new(board::BANNER, PROGRAM_BYTES);
    loop {
        if live(&mut serial, files, leaves_out).is_none() {
            console::write(b"no memory to start\r\n");
            pause();
        }
        leaves_out = false;
        files = BoardFiles::mount();
    }
}

/// Waits a second before the next attempt.
fn pause() {
    let end = crate::clock::microseconds() + 1_000_000;
    while crate::clock::microseconds() < end {
        crate::clock::wait_until(end);
    }
}

/// One life; nothing if there is no memory to begin it.
fn live(serial: &mut Serial, files: Result<BoardFiles, Error>, leaves_out: bool) -> Option<()> {
    let limits = Limits {
        recursion: RECURSION,
        heap_bytes: memory::left(),
        has_stack: || memory::stack_left() >= STACK_BYTES,
        shared_memory: SharedMemory {
            left: Some(memory::left),
            gap: memory::gap,
            largest: memory::largest,
            kept: RUST_BYTES,
        },
        ..Limits::default()
    };
    let mut isolate = Isolate::new(Box::new(Board::new(files)), limits, ferropy_stdlib::MODULES, None).ok()?;
    let namespace = ferropy_stdlib::prepare_board(&mut isolate, "/lib").ok()?;
    // From here to its end the isolate stays where it is.
    isolate.share_attention();
    failure::note_starting(!leaves_out);
    let mut outcome = if leaves_out {
        serial.start_without_files(&mut isolate, namespace)
    } else {
        serial.start(&mut isolate, namespace)
    };
    loop {
        failure::note_starting(serial.is_starting());
        outcome = match outcome {
            Outcome::Input => {
                // What came in one packet is taken in one go: handlers and threads have their turn before the next one.
                let byte = console::take_at_hand().unwrap_or_else(|| {
                    let mut byte = [INTERRUPT];
                    if run_until_input(&mut isolate) {
                        console::read(&mut byte);
                    }
                    byte[0]
                });
                serial.feed(&mut isolate, byte)
            }
            Outcome::Running => serial.advance(&mut isolate, Some(SLICE)),
            Outcome::SoftReset => break,
        };
    }
    crate::hardware::quiet();
    isolate.drop_threads();
    ferropy_stdlib::end(&mut isolate);
    Some(())
}
