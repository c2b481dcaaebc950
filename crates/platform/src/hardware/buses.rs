//! Buses on which a board talks to chips around it: I2C, SPI, 1-Wire.

use crate::Error;

/// What a pin does on a bus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusPin {
    /// The clock of I2C.
    Scl,
    /// The data of I2C.
    Sda,
    /// The clock of SPI.
    Sck,
    /// The data of SPI that the board sends.
    Mosi,
    /// The data of SPI that the board receives.
    Miso,
    /// What a UART sends.
    Tx,
    /// What a UART receives.
    Rx,
    /// By which the other side of a UART lets it send.
    Cts,
    /// By which a UART lets the other side send.
    Rts,
}

/// An I2C bus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct I2c {
    /// The number of the controller; without one the pins are moved one by one.
    pub bus: Option<u8>,
    /// The pin of the clock.
    pub scl: u8,
    /// The pin of the data.
    pub sda: u8,
    /// Bits in a second.
    pub hertz: u32,
    /// For how many microseconds a device may hold the clock.
    pub timeout: u32,
}

/// An SPI bus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spi {
    /// The number of the controller; without one the pins are moved one by one.
    pub bus: Option<u8>,
    /// The pins of the clock, of what is sent and, if anything is, of what is received.
    pub pins: [Option<u8>; 3],
    /// Bits in a second.
    pub hertz: u32,
    /// Whether the clock is high when nothing happens.
    pub polarity: bool,
    /// Whether data is taken at the clock's second edge.
    pub phase: bool,
    /// Bits in a frame.
    pub bits: u8,
    /// Whether the lowest bit comes first.
    pub lowest_first: bool,
}

/// Buses. What waits for a device waits no longer than the bus's timeout, and ends with [`Error::INTERRUPTED`] if the user
/// wants to interrupt.
pub trait Buses {
    /// The pin that a controller uses unless it is told another one, or the one that it is told; nothing if it can't have
    /// that pin, or there is no such controller.
    fn bus_pin(&self, _role: BusPin, _bus: u8, _told: Option<u8>) -> Option<u8> {
        None
    }

    /// Starts a bus: the speed becomes the one that it really has.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a speed that can't be had.
    fn open_i2c(&mut self, _bus: &mut I2c) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Makes the condition that starts a transfer, or the one that ends it. Only for buses without a controller.
    ///
    /// # Errors
    /// `ETIMEDOUT` if something holds the clock.
    fn signal_i2c(&mut self, _bus: &I2c, _starts: bool) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Writes to the device with an address, or, if none is given, to the one that was addressed before. How many bytes it
    /// took: fewer if it did not acknowledge one of them.
    ///
    /// # Errors
    /// `ENODEV` or `EIO` if nobody has the address, `ETIMEDOUT`.
    fn write_i2c(&mut self, _bus: &I2c, _address: Option<u16>, _bytes: &[u8], _stops: bool) -> Result<usize, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Reads from the device with an address, or, if none is given, from the one that was addressed before.
    ///
    /// # Errors
    /// `ENODEV` or `EIO` if nobody has the address, `ETIMEDOUT`.
    fn read_i2c(
        &mut self,
        _bus: &I2c,
        _address: Option<u16>,
        _buffer: &mut [u8],
        _is_last: bool,
        _stops: bool,
    ) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Starts a bus: the speed becomes the one that it really has.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a speed that can't be had.
    fn open_spi(&mut self, _bus: &mut Spi) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Sends bytes, and puts those that arrive meanwhile in their place.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there is no SPI.
    fn exchange_spi(&mut self, _bus: &Spi, _bytes: &mut [u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Resets all devices on a 1-Wire bus: whether there are any.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where time can't be kept.
    fn reset_onewire(&mut self, _pin: u8) -> Result<bool, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Reads a bit from a 1-Wire bus, or writes the one that is given: what was read.
    fn onewire_bit(&mut self, _pin: u8, _written: Option<bool>) -> bool {
        false
    }
}
