//! Pulses on pins. What counts time is code in RAM, where it takes the same time whenever it runs.

use super::power;
use crate::console;
use crate::platform::Board;
use core::arch::asm;
use embassy_rp::pac::{SIO, TIMER};
use ferropy_platform::Error;
use ferropy_platform::hardware::{PinMode, Pins, Pulses};

/// Cycles of a pulse beside those of its loop: while the pin is high, and while it is low.
const HIGH_CYCLES: u32 = 5;
const LOW_CYCLES: u32 = 13;
/// Cycles of a loop's turn.
const TURN: u32 = 3;

fn now() -> u32 {
    TIMER.timerawl().read()
}

/// See [`Pulses::time_pulse`].
#[unsafe(link_section = ".data.ram_func")]
#[inline(never)]
fn time_pulse(mask: u32, high: bool, microseconds: u32, interrupted: fn() -> bool) -> Option<i32> {
    let mut wanted = high;
    let mut changes = 2;
    let mut start = now();
    loop {
        let time = now();
        if (SIO.gpio_in(0).read() & mask != 0) == wanted {
            changes -= 1;
            if changes == 0 {
                return Some(time.wrapping_sub(start) as i32);
            }
            wanted = !wanted;
            start = time;
        } else if time.wrapping_sub(start) >= microseconds {
            return Some(-changes);
        } else if interrupted() {
            return None;
        }
    }
}

fn delay(microseconds: u32) {
    let start = now();
    while now().wrapping_sub(start) <= microseconds {}
}

/// The forty bits of a DHT, while interrupts are off; nothing if they don't come.
fn dht_bits(mask: u32) -> Option<[u8; 5]> {
    let start = now();
    while SIO.gpio_in(0).read() & mask != 0 {
        if now().wrapping_sub(start) > 100 {
            return None;
        }
    }
    time_pulse(mask, true, 150, || false).filter(|&time| time >= 0)?;
    let mut bytes = [0; 5];
    for byte in &mut bytes {
        for _ in 0..8 {
            let time = time_pulse(mask, true, 100, || false).filter(|&time| time >= 0)?;
            // A 0 takes 26 microseconds, a 1 takes 70.
            *byte = *byte << 1 | u8::from(time > 48);
        }
    }
    Some(bytes)
}

/// Sends bytes, with the turns of the loops for high and low of a 0, and of a 1.
#[unsafe(link_section = ".data.ram_func")]
#[inline(never)]
fn send(mask: u32, turns: [u32; 4], bytes: &[u8]) {
    let range = bytes.as_ptr_range();
    if range.is_empty() {
        return;
    }
    // SAFETY: reads the bytes and writes to two registers of the processor's own pins. Register 3 holds the rest of a byte
    // with a 1 behind it: when only that is left, the byte is done. Both ways to the next bit take the same time.
    unsafe {
        asm!(
            "ldr {high}, [{low}, #4]",
            "mov r8, {high}",
            "ldr {high}, [{low}, #12]",
            "mov r9, {high}",
            "ldr {high}, [{low}]",
            "mov r10, {high}",
            "ldr {high}, [{low}, #8]",
            "mov r11, {high}",
            "mov r12, {bits}",
            ".p2align 2",
            "2:",
            "ldrb {bits}, [{at}]",
            "adds {at}, #1",
            "lsls {bits}, {bits}, #1",
            "adds {bits}, #1",
            "lsls {bits}, {bits}, #23",
            "3:",
            "lsls {bits}, {bits}, #1",
            "str {mask}, [{sio}, #0x14]",
            "bcs 4f",
            "mov {high}, r10",
            "mov {low}, r8",
            "b 5f",
            "4:",
            "mov {high}, r11",
            "mov {low}, r9",
            "nop",
            "5:",
            "subs {high}, #1",
            "bne 5b",
            "str {mask}, [{sio}, #0x18]",
            "6:",
            "subs {low}, #1",
            "bne 6b",
            "lsls {high}, {bits}, #1",
            "beq 7f",
            "nop", "nop", "nop", "nop", "nop", "nop", "nop", "nop",
            "b 3b",
            "7:",
            "cmp {at}, r12",
            "bne 2b",
            at = inout(reg) range.start => _,
            mask = in(reg) mask,
            sio = in(reg) SIO.as_ptr(),
            bits = inout(reg) range.end => _,
            high = out(reg) _,
            low = inout(reg) turns.as_ptr() => _,
            out("r8") _, out("r9") _, out("r10") _, out("r11") _, out("r12") _,
            options(nostack),
        );
    }
}

impl Pulses for Board {
    fn time_pulse(&mut self, pin: u8, high: bool, microseconds: u32) -> Result<i32, Error> {
        time_pulse(1 << pin, high, microseconds, console::is_interrupted).ok_or(Error::INTERRUPTED)
    }

    fn send_bits(&mut self, pin: u8, nanoseconds: [u32; 4], bytes: &[u8]) -> Result<(), Error> {
        let megahertz = u64::from(power::hertz() / 1_000_000);
        let turns = |place: usize, beside: u32| {
            let cycles = (u64::from(nanoseconds[place]) * megahertz / 1000) as u32;
            ((cycles + TURN / 2).saturating_sub(beside) / TURN).max(1)
        };
        let turns = [turns(0, HIGH_CYCLES), turns(1, LOW_CYCLES), turns(2, HIGH_CYCLES), turns(3, LOW_CYCLES)];
        critical_section::with(|_| send(1 << pin, turns, bytes));
        Ok(())
    }

    fn read_dht(&mut self, pin: u8) -> Result<[u8; 5], Error> {
        let bytes = critical_section::with(|_| {
            let let_go = Some((PinMode::OpenDrain, Some(true)));
            self.set_pin_state(pin, let_go, None, None)?;
            delay(10);
            Ok(dht_bits(1 << pin))
        })?;
        bytes.ok_or(Error::TIMED_OUT)
    }
}
