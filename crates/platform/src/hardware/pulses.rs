//! Pulses on pins, in time that no interpreter could keep.

use crate::Error;

/// Pulses.
pub trait Pulses {
    /// Microseconds that a pin stays at a level: waits until it gets there, and until it leaves it, each at most so many
    /// microseconds. -2 if it does not get there in time, -1 if it does not leave.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`] if the user wants to interrupt.
    fn time_pulse(&mut self, _pin: u8, _high: bool, _microseconds: u32) -> Result<i32, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Sends bits, the highest of each byte first: each is high, then low, for so many nanoseconds, of which the first two
    /// are those of a 0 and the last two of a 1.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where time can't be kept.
    fn send_bits(&mut self, _pin: u8, _nanoseconds: [u32; 4], _bytes: &[u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Reads the five bytes that a DHT sensor sends when it was asked.
    ///
    /// # Errors
    /// [`Error::TIMED_OUT`] if it does not.
    fn read_dht(&mut self, _pin: u8) -> Result<[u8; 5], Error> {
        Err(Error::UNSUPPORTED)
    }
}
