//! Copying of what overlaps, by four words at a time: what the collector moves, and the items behind one that a list gains or loses. The one that
//! comes with the compiler takes three times the cycles and ten times the flash.

use core::arch::asm;

/// Bytes that one turn of the loops moves.
const TURN: usize = 16;
/// Bytes over which parts are moved one by one.
const FAR: usize = 128;

/// Copies `count` bytes from `from` to `to`, which may overlap: what compiled code calls.
///
/// # Safety
/// Both have to be valid for `count` bytes.
#[unsafe(no_mangle)]
unsafe extern "C" fn __aeabi_memmove(to: *mut u8, from: *const u8, count: usize) {
    let is_aligned = (to as usize | from as usize) % size_of::<u32>() == 0;
    // As a number it is large if `to` lies in front.
    let is_down = (to as usize).wrapping_sub(from as usize) >= count;
    let (by_turns, by_words) =
        if is_aligned { (count / TURN * TURN, count / size_of::<u32>() * size_of::<u32>()) } else { (0, 0) };
    let word = |at: usize| {
        // Safety: both lie in what the caller vouches for, and are aligned.
        unsafe { to.add(at).cast::<u32>().write_volatile(from.add(at).cast::<u32>().read_volatile()) }
    };
    let byte = |at: usize| {
        // Safety: both lie in what the caller vouches for.
        unsafe { to.add(at).write_volatile(from.add(at).read_volatile()) }
    };
    // Safety: all that is read and written lies in what the caller vouches for. Each turn reads before it writes, and what it
    // writes has been read before.
    unsafe {
        if is_down {
            move_down(to, from, by_turns);
            (by_turns..by_words).step_by(size_of::<u32>()).for_each(word);
            (by_words..count).for_each(byte);
        } else {
            (by_words..count).rev().for_each(byte);
            (by_turns..by_words).step_by(size_of::<u32>()).rev().for_each(word);
            let gap = (to as usize - from as usize) / TURN * TURN;
            if gap >= FAR {
                // Parts that are no longer than the way can go from their beginnings on, which is faster.
                let mut left = by_turns;
                while left > 0 {
                    let part = left.min(gap);
                    left -= part;
                    move_down(to.add(left), from.add(left), part);
                }
            } else {
                move_up(to.add(by_turns), from.add(by_turns), by_turns);
            }
        }
    }
}

/// Moves words from the first turn on.
#[inline(always)]
unsafe fn move_down(to: *mut u8, from: *const u8, count: usize) {
    if count == 0 {
        return;
    }
    // Safety: the caller's.
    unsafe {
        asm!(
            "2:",
            "ldmia {from}!, {{r2, r3, r4, r5}}",
            "stmia {to}!, {{r2, r3, r4, r5}}",
            "cmp {from}, {end}",
            "bne 2b",
            from = inout(reg) from => _,
            to = inout(reg) to => _,
            end = in(reg) from.add(count),
            out("r2") _, out("r3") _, out("r4") _, out("r5") _,
            options(nostack),
        );
    }
}

/// Moves words from the last turn on; `to` and `from` are the ends.
#[inline(always)]
unsafe fn move_up(to: *mut u8, from: *const u8, count: usize) {
    if count == 0 {
        return;
    }
    // Safety: the caller's.
    unsafe {
        asm!(
            "2:",
            "subs {from}, #16",
            "subs {to}, #16",
            "ldmia {from}!, {{r2, r3, r4, r5}}",
            "stmia {to}!, {{r2, r3, r4, r5}}",
            "subs {from}, #16",
            "subs {to}, #16",
            "cmp {from}, {end}",
            "bne 2b",
            from = inout(reg) from => _,
            to = inout(reg) to => _,
            end = in(reg) from.sub(count),
            out("r2") _, out("r3") _, out("r4") _, out("r5") _,
            options(nostack),
        );
    }
}

/// What compiled code calls for words.
///
/// # Safety
/// As for [`__aeabi_memmove`].
#[unsafe(no_mangle)]
unsafe extern "C" fn __aeabi_memmove4(to: *mut u8, from: *const u8, count: usize) {
    // Safety: the caller's.
    unsafe { __aeabi_memmove(to, from, count) };
}

/// What compiled code calls for pairs of words.
///
/// # Safety
/// As for [`__aeabi_memmove`].
#[unsafe(no_mangle)]
unsafe extern "C" fn __aeabi_memmove8(to: *mut u8, from: *const u8, count: usize) {
    // Safety: the caller's.
    unsafe { __aeabi_memmove(to, from, count) };
}
