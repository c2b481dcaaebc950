//! I2C and SPI on any pins, bit by bit. UM10204 3.1.

use super::{function, give_pin, now, pause, wait};
use crate::console;
use embassy_rp::pac::SIO;
use ferropy_platform::Error;
use ferropy_platform::hardware::{I2c, Spi};

/// `ENODEV`
const NO_DEVICE: Error = Error::new(19);

/// Lets a pin go: something else pulls it up.
pub(super) fn release(pin: u8) {
    SIO.gpio_oe(0).value_clr().write_value(1 << pin);
}

/// Pulls a pin down that was made ready by [`take_open_drain`].
pub(super) fn pull_down(pin: u8) {
    SIO.gpio_oe(0).value_set().write_value(1 << pin);
}

pub(super) fn read(pin: u8) -> bool {
    SIO.gpio_in(0).read() & 1 << pin != 0
}

fn put(pin: u8, high: bool) {
    let out = SIO.gpio_out(0);
    let register = if high { out.value_set() } else { out.value_clr() };
    register.write_value(1 << pin);
}

/// Makes a pin one that can be pulled down or let go.
fn take_open_drain(pin: u8) {
    release(pin);
    put(pin, false);
    give_pin(pin, function::SIO, true);
}

/// The two wires of a bus.
pub(super) struct I2cWires {
    scl: u8,
    sda: u8,
    /// Half a period, in microseconds.
    pub(super) delay: u32,
    timeout: u32,
}

impl I2cWires {
    pub(super) fn of(bus: &I2c) -> I2cWires {
        let delay = (500_000 / bus.hertz.max(1)).max(1);
        I2cWires { scl: bus.scl, sda: bus.sda, delay, timeout: bus.timeout }
    }

    /// Takes the pins, which may be a controller's.
    pub(super) fn take(&self) {
        take_open_drain(self.scl);
        take_open_drain(self.sda);
    }

    /// Lets the clock go, and waits until no device holds it.
    fn clock_up(&self) -> Result<(), Error> {
        release(self.scl);
        pause(self.delay);
        wait(now(), self.timeout, &|| read(self.scl))
    }

    pub(super) fn start(&self) -> Result<(), Error> {
        release(self.sda);
        pause(self.delay);
        self.clock_up()?;
        pull_down(self.sda);
        pause(self.delay);
        Ok(())
    }

    pub(super) fn stop(&self) -> Result<(), Error> {
        pause(self.delay);
        pull_down(self.sda);
        pause(self.delay);
        let result = self.clock_up();
        release(self.sda);
        pause(self.delay);
        result
    }

    /// Sends a bit.
    fn send(&self, bit: bool) -> Result<(), Error> {
        if bit {
            release(self.sda);
        } else {
            pull_down(self.sda);
        }
        pause(self.delay);
        let result = self.clock_up();
        if result.is_err() {
            release(self.sda);
        }
        result
    }

    /// Sends a byte: whether it was acknowledged.
    fn send_byte(&self, byte: u8) -> Result<bool, Error> {
        pause(self.delay);
        pull_down(self.scl);
        for bit in (0..8).rev() {
            self.send(byte & 1 << bit != 0)?;
            pull_down(self.scl);
        }
        self.send(true)?;
        let acknowledged = !read(self.sda);
        pause(self.delay);
        pull_down(self.scl);
        Ok(acknowledged)
    }

    fn receive_byte(&self, is_last: bool) -> Result<u8, Error> {
        pause(self.delay);
        pull_down(self.scl);
        pause(self.delay);
        let mut byte = 0;
        for _ in 0..8 {
            self.clock_up()?;
            byte = byte << 1 | u8::from(read(self.sda));
            pull_down(self.scl);
            pause(self.delay);
        }
        self.send(is_last)?;
        pull_down(self.scl);
        release(self.sda);
        Ok(byte)
    }

    /// Addresses a device, if one is given.
    fn address(&self, address: Option<u16>, reads: bool) -> Result<(), Error> {
        let Some(address) = address else { return Ok(()) };
        self.start()?;
        if self.send_byte((address << 1) as u8 | u8::from(reads))? {
            return Ok(());
        }
        self.stop().and(Err(NO_DEVICE))
    }

    pub(super) fn write(&self, address: Option<u16>, bytes: &[u8], stops: bool) -> Result<usize, Error> {
        self.address(address, false)?;
        let mut count = 0;
        for &byte in bytes {
            if console::is_interrupted() {
                return Err(Error::INTERRUPTED);
            }
            if !self.send_byte(byte)? {
                break;
            }
            count += 1;
        }
        if stops {
            self.stop()?;
        }
        Ok(count)
    }

    pub(super) fn read(
        &self,
        address: Option<u16>,
        buffer: &mut [u8],
        is_last: bool,
        stops: bool,
    ) -> Result<(), Error> {
        self.address(address, true)?;
        let count = buffer.len();
        for (at, place) in buffer.iter_mut().enumerate() {
            if console::is_interrupted() {
                return Err(Error::INTERRUPTED);
            }
            *place = self.receive_byte(is_last && at + 1 == count)?;
        }
        if stops { self.stop() } else { Ok(()) }
    }
}

/// Takes the pins of an SPI bus.
pub(super) fn take_spi(bus: &Spi) {
    for (pin, is_out) in bus.pins.iter().zip([true, true, false]) {
        let Some(pin) = *pin else { continue };
        put(pin, pin == bus.pins[0].unwrap_or(pin) && bus.polarity);
        if is_out {
            pull_down(pin);
        } else {
            release(pin);
        }
        give_pin(pin, function::SIO, false);
    }
}

/// Sends bytes and puts in their place what arrives.
pub(super) fn exchange(bus: &Spi, bytes: &mut [u8]) -> Result<(), Error> {
    let [Some(sck), Some(mosi), miso] = bus.pins else { return Err(Error::INVALID) };
    let half = 500_000u32.div_ceil(bus.hertz.max(1));
    for byte in bytes {
        if console::is_interrupted() {
            return Err(Error::INTERRUPTED);
        }
        let mut sent = if bus.lowest_first { byte.reverse_bits() } else { *byte };
        let mut received = 0;
        for _ in 0..8 {
            put(mosi, sent & 0x80 != 0);
            sent <<= 1;
            if bus.phase {
                put(sck, !bus.polarity);
                pause(half);
            } else {
                pause(half);
                put(sck, !bus.polarity);
            }
            received = received << 1 | u8::from(miso.is_some_and(read));
            if bus.phase {
                put(sck, bus.polarity);
                pause(half);
            } else {
                pause(half);
                put(sck, bus.polarity);
            }
        }
        *byte = if bus.lowest_first { received.reverse_bits() } else { received };
    }
    Ok(())
}
