//! The address space, where a look at what is not there raises an exception instead of ending the program.
//!
//! The processor answers such a look with a fault, whose handler is here.

use crate::platform::Board;
use core::arch::{asm, naked_asm};
use core::sync::atomic::{AtomicU32, Ordering};
use ferropy_platform::Error;
use ferropy_platform::hardware::Memory;

/// Whether a look goes on that may fail: 0 or 1.
static LOOKS: AtomicU32 = AtomicU32::new(0);
/// Whether it has failed.
static FAILED: AtomicU32 = AtomicU32::new(0);

/// The handler of faults: goes on behind the instruction if its fault was to be expected, and else to the one that ends the
/// program. It may use the registers only that an exception saves.
///
/// # Safety
/// Only the table of handlers may name it.
#[unsafe(naked)]
pub(super) unsafe extern "C" fn on_fault() {
    naked_asm!(
        "ldr r0, 3f",
        "ldr r1, [r0]",
        "cmp r1, #0",
        "beq 2f",
        // All loads and stores below have two bytes. The frame lies on the main stack, because there is no other.
        "ldr r0, 4f",
        "str r1, [r0]",
        "ldr r1, [sp, #24]",
        "adds r1, #2",
        "str r1, [sp, #24]",
        "bx lr",
        "2:",
        "ldr r0, 5f",
        "bx r0",
        ".p2align 2",
        "3: .word {looks}",
        "4: .word {failed}",
        "5: .word HardFault",
        looks = sym LOOKS,
        failed = sym FAILED,
    )
}

/// Looks; whether that failed.
fn look<T>(access: impl FnOnce() -> T) -> Result<T, Error> {
    let value = critical_section::with(|_| {
        LOOKS.store(1, Ordering::SeqCst);
        let value = access();
        LOOKS.store(0, Ordering::SeqCst);
        value
    });
    let failed = FAILED.load(Ordering::SeqCst) != 0;
    FAILED.store(0, Ordering::SeqCst);
    if failed { Err(Error::FAULT) } else { Ok(value) }
}

impl Memory for Board {
    fn read_memory(&mut self, address: u32, bytes: u8) -> Result<u32, Error> {
        // SAFETY: reading changes nothing but what registers do when they are read, which the program asked for; where there
        // is nothing to read the fault is passed over. The address is aligned: the caller has seen to that.
        look(|| unsafe {
            let value: u32;
            match bytes {
                1 => asm!("ldrb {0}, [{1}]", lateout(reg) value, in(reg) address, options(nostack)),
                2 => asm!("ldrh {0}, [{1}]", lateout(reg) value, in(reg) address, options(nostack)),
                _ => asm!("ldr {0}, [{1}]", lateout(reg) value, in(reg) address, options(nostack)),
            }
            value
        })
    }

    fn write_memory(&mut self, address: u32, bytes: u8, value: u32) -> Result<(), Error> {
        // SAFETY: none: a program that writes over the interpreter's own memory ends it, as MicroPython's users know. Where
        // there is nothing the fault is passed over.
        look(|| unsafe {
            match bytes {
                1 => asm!("strb {1}, [{0}]", "dsb", in(reg) address, in(reg) value, options(nostack)),
                2 => asm!("strh {1}, [{0}]", "dsb", in(reg) address, in(reg) value, options(nostack)),
                _ => asm!("str {1}, [{0}]", "dsb", in(reg) address, in(reg) value, options(nostack)),
            }
        })
    }
}
