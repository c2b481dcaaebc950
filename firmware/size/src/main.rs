//! An image with the whole language and no driver, to see what the language takes in flash and RAM.
//!
//! It reads a program from a fixed place in memory and runs it on a platform that does nothing. Nothing here runs
//! on a board; it only has to link. `cargo xtask size` prints the sizes of its sections.
#![no_std]
#![no_main]

extern crate alloc;

mod memory;
mod platform;

use alloc::boxed::Box;
use core::panic::PanicInfo;
use ferropy_runtime::embed::Mode;
use ferropy_runtime::{Isolate, Limits};

/// Bytes that the program may be long.
const PROGRAM_BYTES: usize = 64;

/// Where the linker begins to count what is used.
// SAFETY: no other function has this name; the linker is told to enter here.
#[unsafe(no_mangle)]
extern "C" fn start(program: &[u8; PROGRAM_BYTES]) -> u32 {
    let limits = Limits { heap_bytes: 100 * 1024, ..Limits::default() };
    let Ok(mut isolate) = Isolate::new(Box::new(platform::Nothing), limits, ferropy_stdlib::MODULES, None) else {
        return 1;
    };
    let Ok(namespace) = isolate.new_dict() else { return 2 };
    match isolate.run_source(program, "main.py", Mode::Exec, namespace) {
        Ok(_) => 0,
        Err(_) => 3,
    }
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
