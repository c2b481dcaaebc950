//! The table of interrupt handlers, in RAM.
//!
//! The HAL has a handler for pins that fits its own drivers only, and the linker allows one for each interrupt: ours is put
//! into a copy of the table, and so is one for faults that are to be expected ([`super::memory`]).

use core::mem::MaybeUninit;
use embassy_rp::interrupt;

/// Exceptions of the processor, and all of its interrupts: the executor of tasks has one that no part of the chip uses.
const COUNT: usize = 16 + 32;

/// The processor wants it aligned to the power of two above its size.
#[repr(C, align(256))]
struct Vectors([u32; COUNT]);

#[unsafe(link_section = ".uninit.VECTORS")]
static mut VECTORS: MaybeUninit<Vectors> = MaybeUninit::uninit();

/// The place of the handler of faults.
const FAULT: usize = 3;

/// Puts the table into RAM, with handlers of ours for faults and for the pins.
pub(super) fn start(fault: unsafe extern "C" fn(), pins: extern "C" fn()) {
    // SAFETY: called once, before anybody else looks at the table; the processor's register names the table in flash, which
    // has as many entries. Vectors are addresses of functions without arguments.
    unsafe {
        let scb = &*cortex_m::peripheral::SCB::PTR;
        let table = (&raw mut VECTORS).cast::<u32>();
        core::ptr::copy_nonoverlapping(scb.vtor.read() as *const u32, table, COUNT);
        table.add(FAULT).write(fault as usize as u32);
        table.add(16 + interrupt::IO_IRQ_BANK0 as usize).write(pins as usize as u32);
        scb.vtor.write(table as u32);
    }
}
