//! The 1-Wire bus: time slots on an open drain.

use super::pause;
use super::wires::{pull_down, read, release};

/// Microseconds of a reset: pulled down, let go until the devices answer, until they have let go.
const RESET: [u32; 3] = [480, 70, 410];
/// Of a slot that is read: pulled down, until the bit is there, until the next one.
const READ: [u32; 3] = [6, 9, 55];
/// Of a slot that is written: pulled down, the rest of the bit, until the next one.
const WRITE: [u32; 3] = [6, 54, 10];

/// Resets the bus: whether a device is there.
pub(super) fn reset(pin: u8) -> bool {
    pull_down(pin);
    pause(RESET[0]);
    let answered = critical_section::with(|_| {
        release(pin);
        pause(RESET[1]);
        !read(pin)
    });
    pause(RESET[2]);
    answered
}

/// Writes a bit, or reads one.
pub(super) fn bit(pin: u8, written: Option<bool>) -> bool {
    let [down, middle, rest] = if written.is_some() { WRITE } else { READ };
    let value = critical_section::with(|_| {
        pull_down(pin);
        pause(down);
        if written != Some(false) {
            release(pin);
        }
        pause(middle);
        let value = read(pin);
        release(pin);
        value
    });
    pause(rest);
    value
}
