//! Sums, products and quotients of floats by the boot ROM's routines, which take half the time of the compiler's.
//!
//! The ROM rounds as IEEE 754 wants, but knows no subnormal numbers and nothing that isn't a number. So it gets only operands
//! from 2^-511 to 2^512, whose upper words differ in bits 30 and 29: then no sum and no product is subnormal. Divided are
//! only those from 2^-255 to 2^256, where bits 29 and 28 are the same as well. Everything else, zeros too, goes to the
//! compiler's routines. The first version of the boot ROM has no routines for numbers of 64 bits.
//!
//! The ROM divides with the help of the core's divider. What divides integers in an interrupt (embassy-rp) leaves the divider as
//! it was found.

use core::sync::atomic::{AtomicPtr, Ordering};
use embassy_rp::rom_data;

unsafe extern "C" {
    fn __adddf3();
    fn __muldf3();
    fn __divdf3();
}

/// Where sums, products and quotients of the middle of the range come from: the compiler's routines until [`start`].
static ROUTINES: [AtomicPtr<()>; 3] =
    [AtomicPtr::new(__adddf3 as *mut ()), AtomicPtr::new(__muldf3 as *mut ()), AtomicPtr::new(__divdf3 as *mut ())];

/// Takes the ROM's routines into use. Called once.
pub(super) fn start() {
    if rom_data::rom_version_number() < 2 {
        return;
    }
    let table = rom_data::soft_double_table();
    // RP2040 datasheet 2.8.3.2.2: the routines stand in the order add, subtract, multiply, divide.
    for (routine, index) in ROUTINES.iter().zip([0, 2, 3]) {
        // SAFETY: the table of this version of the ROM has more than four entries.
        let address = unsafe { table.add(index).read() };
        routine.store(address as *mut (), Ordering::Relaxed);
    }
}

// What the compiler calls for `+`, `-`, `*` and `/`: operands in r0, r1 and r2, r3, the result in r0, r1.
core::arch::global_asm!(
    ".macro ferropy_float_routine number, compilers",
    "    ldr r4, 1f",
    "    bpl 2f",
    "    ldr r4, [r4, #4 * \\number]",
    "    b 3f",
    "2:  ldr r4, 4f",
    "3:  mov r12, r4",
    "    pop {{r4, r5}}",
    "    bx r12",
    "    .p2align 2",
    "1:  .word {routines}",
    "4:  .word \\compilers",
    ".endm",
    "",
    ".section .text.ferropy_float_sum, \"ax\", %progbits",
    ".global __aeabi_dsub",
    ".type __aeabi_dsub, %function",
    ".p2align 2",
    ".thumb_func",
    "__aeabi_dsub:",
    "    push {{r4}}",
    "    movs r4, #1",
    "    lsls r4, r4, #31",
    "    eors r3, r4",
    "    pop {{r4}}",
    ".global __aeabi_dadd",
    ".type __aeabi_dadd, %function",
    ".thumb_func",
    "__aeabi_dadd:",
    "    push {{r4, r5}}",
    "    lsls r4, r1, #1",
    "    eors r4, r1",
    "    lsls r5, r3, #1",
    "    eors r5, r3",
    "    ands r4, r5",
    "    lsls r4, r4, #1",
    "    ferropy_float_routine 0, {add}",
    "",
    ".section .text.ferropy_float_product, \"ax\", %progbits",
    ".global __aeabi_dmul",
    ".type __aeabi_dmul, %function",
    ".p2align 2",
    ".thumb_func",
    "__aeabi_dmul:",
    "    push {{r4, r5}}",
    "    lsls r4, r1, #1",
    "    eors r4, r1",
    "    lsls r5, r3, #1",
    "    eors r5, r3",
    "    ands r4, r5",
    "    lsls r4, r4, #1",
    "    ferropy_float_routine 1, {multiply}",
    "",
    ".section .text.ferropy_float_quotient, \"ax\", %progbits",
    ".global __aeabi_ddiv",
    ".type __aeabi_ddiv, %function",
    ".p2align 2",
    ".thumb_func",
    "__aeabi_ddiv:",
    "    push {{r4, r5}}",
    "    lsls r4, r1, #1",
    "    eors r4, r1",
    "    lsls r5, r3, #1",
    "    eors r5, r3",
    // Bits 30 and 29 are 1 and 0 for both if r4 becomes 0, and only then is bit 31 of what the last line leaves set.
    "    lsls r4, r4, #1",
    "    lsrs r4, r4, #30",
    "    lsls r5, r5, #1",
    "    lsrs r5, r5, #30",
    "    lsls r5, r5, #2",
    "    orrs r4, r5",
    "    subs r4, #0b1010",
    "    subs r5, r4, #1",
    "    bics r5, r4",
    "    ferropy_float_routine 2, {divide}",
    ".purgem ferropy_float_routine",
    ".text",
    routines = sym ROUTINES,
    add = sym __adddf3,
    multiply = sym __muldf3,
    divide = sym __divdf3,
);
