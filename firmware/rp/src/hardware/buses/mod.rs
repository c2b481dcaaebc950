//! The buses of the chip: controllers whose number and pins are known at run time only, and pins that are moved one by one.
//!
//! Who waits here looks at a deadline and at the user's wish to interrupt.

mod i2c;
mod onewire;
mod spi;
mod wires;

use super::pins;
use crate::console;
use crate::platform::Board;
use embassy_rp::pac;
use ferropy_platform::Error;
use ferropy_platform::hardware::{BusPin, Buses, I2c, Spi, rp2040};

/// Functions of pins, as the chip numbers them (RP2040 datasheet 2.19.2).
pub(crate) mod function {
    pub(crate) const SPI: u8 = 1;
    pub(crate) const UART: u8 = 2;
    pub(crate) const I2C: u8 = 3;
    pub(crate) const SIO: u8 = 5;
}

/// Bits of the register that resets the chip's parts.
pub(crate) mod part {
    pub(crate) const I2C0: u32 = 3;
    pub(crate) const SPI0: u32 = 16;
    pub(crate) const UART0: u32 = 22;
}

/// `ETIMEDOUT`
const TIMED_OUT: Error = Error::new(110);

/// Resets a part of the chip: all its registers are as after a start.
pub(crate) fn reset(bit: u32) {
    let resets = pac::RESETS;
    resets.reset().modify(|parts| parts.0 |= 1 << bit);
    resets.reset().modify(|parts| parts.0 &= !(1 << bit));
    while resets.reset_done().read().0 & 1 << bit == 0 {}
}

/// Gives a pin to a part of the chip, with a resistor that pulls it up, or as it is.
pub(crate) fn give_pin(pin: u8, function: u8, pull_up: bool) {
    pins::set_function(pin, function);
    if pull_up {
        pac::PADS_BANK0.gpio(pin.into()).modify(|pad| {
            pad.set_pue(true);
            pad.set_pde(false);
        });
    }
}

/// Microseconds, as far as they fit.
fn now() -> u32 {
    pac::TIMER.timerawl().read()
}

/// Lets so many microseconds pass.
fn pause(microseconds: u32) {
    let start = now();
    while now().wrapping_sub(start) < microseconds {}
}

/// Waits until something is so, but no longer than so many microseconds from a moment on.
fn wait(start: u32, timeout: u32, is_so: &dyn Fn() -> bool) -> Result<(), Error> {
    while !is_so() {
        if console::is_interrupted() {
            return Err(Error::INTERRUPTED);
        }
        if now().wrapping_sub(start) > timeout {
            return Err(TIMED_OUT);
        }
    }
    Ok(())
}

impl Buses for Board {
    fn bus_pin(&self, role: BusPin, bus: u8, told: Option<u8>) -> Option<u8> {
        rp2040::bus_pin(role, bus, told)
    }

    fn open_i2c(&mut self, bus: &mut I2c) -> Result<(), Error> {
        i2c::open(bus)
    }

    fn signal_i2c(&mut self, bus: &I2c, starts: bool) -> Result<(), Error> {
        let wires = wires::I2cWires::of(bus);
        if starts { wires.start() } else { wires.stop() }
    }

    fn write_i2c(&mut self, bus: &I2c, address: Option<u16>, bytes: &[u8], stops: bool) -> Result<usize, Error> {
        match bus.bus {
            // The controller can't address a device without a byte for it.
            Some(number) if bytes.is_empty() && address.is_some() => i2c::address_only(number, bus, address, stops),
            Some(number) => i2c::write(number, bus, address, bytes, stops),
            None => wires::I2cWires::of(bus).write(address, bytes, stops),
        }
    }

    fn read_i2c(
        &mut self,
        bus: &I2c,
        address: Option<u16>,
        buffer: &mut [u8],
        is_last: bool,
        stops: bool,
    ) -> Result<(), Error> {
        match bus.bus {
            Some(number) => i2c::read(number, bus, address, buffer, stops),
            None => wires::I2cWires::of(bus).read(address, buffer, is_last, stops),
        }
    }

    fn open_spi(&mut self, bus: &mut Spi) -> Result<(), Error> {
        spi::open(bus)
    }

    fn exchange_spi(&mut self, bus: &Spi, bytes: &mut [u8]) -> Result<(), Error> {
        match bus.bus {
            Some(number) => spi::exchange(number, bytes),
            None => wires::exchange(bus, bytes),
        }
    }

    fn reset_onewire(&mut self, pin: u8) -> Result<bool, Error> {
        Ok(onewire::reset(pin))
    }

    fn onewire_bit(&mut self, pin: u8, written: Option<bool>) -> bool {
        onewire::bit(pin, written)
    }
}
