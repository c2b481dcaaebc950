//! The SPI controllers. RP2040 datasheet 4.4.

use super::super::power::peripheral_hertz;
use super::{function, give_pin, part, reset};
use crate::console;
use embassy_rp::pac;
use embassy_rp::pac::spi::{Spi as Registers, regs};
use ferropy_platform::Error;
use ferropy_platform::hardware::Spi;

/// Bits of the status register: there is room to send, there is something to read.
const CAN_SEND: u32 = 1 << 1;
const HAS_MORE: u32 = 1 << 2;
/// Frames that fit the FIFO.
const FIFO: usize = 8;

const fn registers(number: u8) -> Registers {
    if number == 0 { pac::SPI0 } else { pac::SPI1 }
}

/// The divisors for a speed, the first of them even: the highest speed that is not above it, or the lowest of all.
fn divisors(hertz: u32) -> (u32, u32) {
    let peripheral = u64::from(peripheral_hertz());
    let hertz = u64::from(hertz);
    let first = (2..254).step_by(2).find(|&first| peripheral < u64::from(first + 2) * 256 * hertz).unwrap_or(254);
    let second = (2..=256).rev().find(|second| peripheral / u64::from(first * (second - 1)) > hertz);
    (first, second.unwrap_or(1))
}

pub(super) fn open(bus: &mut Spi) -> Result<(), Error> {
    if bus.hertz == 0 {
        return Err(Error::INVALID);
    }
    let Some(number) = bus.bus else {
        super::wires::take_spi(bus);
        bus.hertz = 500_000 / 500_000u32.div_ceil(bus.hertz);
        return Ok(());
    };
    let (first, second) = divisors(bus.hertz);
    bus.hertz = peripheral_hertz() / (first * second);
    reset(part::SPI0 + u32::from(number));
    let registers = registers(number);
    registers.cpsr().write_value(regs::Cpsr(first));
    let format = (u32::from(bus.bits.clamp(4, 16)) - 1) | u32::from(bus.polarity) << 6 | u32::from(bus.phase) << 7;
    registers.cr0().write_value(regs::Cr0(format | (second - 1) << 8));
    registers.cr1().write_value(regs::Cr1(1 << 1));
    for pin in bus.pins.into_iter().flatten() {
        give_pin(pin, function::SPI, false);
    }
    Ok(())
}

pub(super) fn exchange(number: u8, bytes: &mut [u8]) -> Result<(), Error> {
    let registers = registers(number);
    let status = || registers.sr().read().0;
    let (mut sent, mut received) = (0, 0);
    // The controller is the one that gives the clock: nobody else can hold it.
    while let Some(place) = bytes.get_mut(received) {
        let state = status();
        if state & HAS_MORE != 0 {
            *place = registers.dr().read().0 as u8;
            received += 1;
        }
        if state & CAN_SEND != 0
            && sent < received + FIFO
            && let Some(&byte) = bytes.get(sent)
        {
            registers.dr().write_value(regs::Dr(byte.into()));
            sent += 1;
        }
    }
    if console::is_interrupted() { Err(Error::INTERRUPTED) } else { Ok(()) }
}
