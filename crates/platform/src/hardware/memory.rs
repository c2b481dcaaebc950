//! The chip's address space.

use crate::Error;

/// Words of memory and registers by their addresses.
pub trait Memory {
    /// Reads 1, 2 or 4 bytes at an address that is aligned to their number.
    ///
    /// # Errors
    /// [`Error::FAULT`] where there is nothing.
    fn read_memory(&mut self, _address: u32, _bytes: u8) -> Result<u32, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Writes 1, 2 or 4 bytes. What a program changes there is its own responsibility.
    ///
    /// # Errors
    /// [`Error::FAULT`] where there is nothing.
    fn write_memory(&mut self, _address: u32, _bytes: u8, _value: u32) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }
}
