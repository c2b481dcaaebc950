//! What lies between the program and its terminals: a pipe of what was typed, one of what is to be shown for each line.

use crate::{clock, hardware};
use embassy_sync::blocking_mutex::raw::CriticalSectionRawMutex;
use embassy_sync::pipe::Pipe;
// The core's own loads and stores: this chip has them, and `portable_atomic`'s switch interrupts off.
use core::sync::atomic::{AtomicBool, AtomicI16, AtomicU8, AtomicU32, Ordering};

/// A pipe that an interrupt may use.
type Line<const BYTES: usize> = Pipe<CriticalSectionRawMutex, BYTES>;

/// Bytes that may be typed and not be read.
const LINE: usize = 512;

/// What was typed, on any line.
pub(crate) static INPUT: Line<LINE> = Pipe::new();
/// What USB has to show.
pub(crate) static USB: Line<512> = Pipe::new();
/// What the UART has to show.
pub(crate) static UART: Line<128> = Pipe::new();

/// Whether a host listens on USB.
pub(crate) static USB_LISTENS: AtomicBool = AtomicBool::new(false);
/// Whether anybody ever typed on the UART. Until then nobody waits for it.
pub(crate) static UART_IN_USE: AtomicBool = AtomicBool::new(false);
/// How many packets USB has sent: whether the host still reads.
static USB_SENT: AtomicU32 = AtomicU32::new(0);

/// What was taken out of `INPUT` and nobody has read: one byte at a time out of the pipe costs ten times as much. Only the
/// program's own thread touches it.
static AT_HAND: [AtomicU8; 64] = [const { AtomicU8::new(0) }; 64];
/// Where its next byte lies, and where it ends.
static NEXT: AtomicU32 = AtomicU32::new(0);
static END: AtomicU32 = AtomicU32::new(0);
/// An interrupt wants it dropped.
static DROPPED: AtomicBool = AtomicBool::new(false);

/// USB has sent a packet. Only its task says so.
pub(crate) fn count_sent() {
    USB_SENT.store(USB_SENT.load(Ordering::Relaxed).wrapping_add(1), Ordering::Relaxed);
}

/// The byte that interrupts a program; -1 for none.
static INTERRUPT_BYTE: AtomicI16 = AtomicI16::new(-1);
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// A host that reads nothing for so many microseconds has gone.
const PATIENCE: u64 = 500_000;

/// Which byte interrupts; none lets all bytes through.
pub(crate) fn set_interrupt_byte(byte: Option<u8>) {
    INTERRUPT_BYTE.store(byte.map_or(-1, i16::from), Ordering::Relaxed);
}

/// Takes what was typed out of a packet: the byte that interrupts does not become input, and drops what was typed before.
pub(crate) fn typed(bytes: &mut [u8]) -> usize {
    let interrupt = INTERRUPT_BYTE.load(Ordering::Relaxed);
    let mut kept = 0;
    for at in 0..bytes.len() {
        let byte = bytes[at];
        if i16::from(byte) == interrupt {
            INTERRUPTED.store(true, Ordering::Relaxed);
            INPUT.clear();
            DROPPED.store(true, Ordering::Relaxed);
            kept = 0;
        } else {
            bytes[kept] = byte;
            kept += 1;
        }
    }
    cortex_m::asm::sev();
    kept
}

/// Takes the byte that interrupts out of what was typed and nobody has read.
pub(crate) fn interrupt_by_typed() {
    // Nobody may type in between.
    critical_section::with(|_| {
        let interrupt = INTERRUPT_BYTE.load(Ordering::Relaxed);
        let is_interrupt = |byte: &AtomicU8| i16::from(byte.load(Ordering::Relaxed)) == interrupt;
        if is_at_hand() {
            let (next, end) = (NEXT.load(Ordering::Relaxed) as usize, END.load(Ordering::Relaxed) as usize);
            if let Some(at) = AT_HAND.get(next..end).and_then(|bytes| bytes.iter().rposition(is_interrupt)) {
                NEXT.store((next + at + 1) as u32, Ordering::Relaxed);
                INTERRUPTED.store(true, Ordering::Relaxed);
            }
        }
        let mut bytes = [0; LINE];
        let mut count = 0;
        while let Some(place) = bytes.get_mut(count..)
            && let Ok(more @ 1..) = INPUT.try_read(place)
        {
            count += more;
        }
        let bytes = bytes.get_mut(..count).unwrap_or(&mut []);
        let kept = typed(bytes);
        let mut rest = bytes.get(..kept).unwrap_or(&[]);
        while next(&mut rest, |rest| INPUT.try_write(rest).ok()) == Some(true) {}
    });
}

/// Whether an interrupt waits.
pub(crate) fn is_interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// Whether an interrupt waited; it does not any more.
pub(crate) fn take_interrupt() -> bool {
    let waited = is_interrupted();
    if waited {
        // One that comes between the two is taken with the first.
        INTERRUPTED.store(false, Ordering::Relaxed);
    }
    waited
}

/// Shows bytes on all lines; waits for those that somebody reads.
pub(crate) fn write(bytes: &[u8]) {
    write_usb(bytes);
    let mut rest = bytes;
    while let Some(written) = next(&mut rest, |rest| UART.try_write(rest).ok()) {
        hardware::uart::show();
        if !written && !UART_IN_USE.load(Ordering::Relaxed) {
            break;
        }
        if !written {
            clock::wait_until(clock::microseconds() + 1000);
        }
    }
}

fn write_usb(bytes: &[u8]) {
    let mut rest = bytes;
    let mut sent = USB_SENT.load(Ordering::Relaxed);
    let mut deadline = clock::microseconds() + PATIENCE;
    while let Some(written) = next(&mut rest, |rest| USB.try_write(rest).ok()) {
        if written {
            continue;
        }
        let now = USB_SENT.load(Ordering::Relaxed);
        if now != sent {
            (sent, deadline) = (now, clock::microseconds() + PATIENCE);
        }
        if !USB_LISTENS.load(Ordering::Relaxed) || clock::microseconds() > deadline {
            // Nobody reads: what is shown later is worth more than what was shown first.
            USB.clear();
        } else {
            clock::wait_until(deadline);
        }
    }
}

/// Writes some of the rest: whether any; nothing when there is no rest.
fn next(rest: &mut &[u8], write: impl Fn(&[u8]) -> Option<usize>) -> Option<bool> {
    if rest.is_empty() {
        return None;
    }
    let count = write(rest).unwrap_or(0);
    *rest = rest.get(count..).unwrap_or(&[]);
    Some(count > 0)
}

/// Waits until something was typed that nobody has read, but not beyond a moment in microseconds: whether there is;
/// nothing if an interrupt or an event comes first.
pub(crate) fn wait_input(end: Option<u64>) -> Option<bool> {
    loop {
        if is_at_hand() || !INPUT.is_empty() {
            return Some(true);
        }
        if is_interrupted() || hardware::events::wait() {
            return None;
        }
        match end {
            None => cortex_m::asm::wfe(),
            Some(end) if clock::microseconds() >= end => return Some(false),
            Some(end) => clock::wait_until(end),
        }
    }
}

/// Whether there are bytes at hand.
fn is_at_hand() -> bool {
    if DROPPED.load(Ordering::Relaxed) {
        DROPPED.store(false, Ordering::Relaxed);
        NEXT.store(END.load(Ordering::Relaxed), Ordering::Relaxed);
    }
    NEXT.load(Ordering::Relaxed) != END.load(Ordering::Relaxed)
}

/// A byte that is at hand.
pub(crate) fn take_at_hand() -> Option<u8> {
    if !is_at_hand() {
        return None;
    }
    let next = NEXT.load(Ordering::Relaxed);
    NEXT.store(next + 1, Ordering::Relaxed);
    AT_HAND.get(next as usize).map(|byte| byte.load(Ordering::Relaxed))
}

/// Reads what was typed: how many bytes.
pub(crate) fn read(buffer: &mut [u8]) -> usize {
    if !is_at_hand() {
        if buffer.len() >= AT_HAND.len() {
            return INPUT.try_read(buffer).unwrap_or(0);
        }
        let mut bytes = [0; AT_HAND.len()];
        let count = INPUT.try_read(&mut bytes).unwrap_or(0);
        for (place, byte) in AT_HAND.iter().zip(bytes.iter().take(count)) {
            place.store(*byte, Ordering::Relaxed);
        }
        NEXT.store(0, Ordering::Relaxed);
        END.store(count as u32, Ordering::Relaxed);
    }
    let (next, end) = (NEXT.load(Ordering::Relaxed) as usize, END.load(Ordering::Relaxed) as usize);
    let bytes = AT_HAND.get(next..end).unwrap_or(&[]);
    for (place, byte) in buffer.iter_mut().zip(bytes) {
        *place = byte.load(Ordering::Relaxed);
    }
    let count = buffer.len().min(bytes.len());
    NEXT.store((next + count) as u32, Ordering::Relaxed);
    count
}

/// Waits until everything was sent to those who listen, but not longer than a host that has gone is waited for.
pub(crate) fn flush() {
    let deadline = clock::microseconds() + PATIENCE;
    while !USB.is_empty() && USB_LISTENS.load(Ordering::Relaxed) && clock::microseconds() < deadline {
        clock::wait_until(clock::microseconds() + 1000);
    }
}
