//! What a file system needs of a flash chip.

use ferropy_platform::Error;

/// Bytes of a block: what the chip erases at once.
pub const BLOCK_BYTES: u32 = 4096;

/// Bytes that are programmed at once; a multiple of them is.
pub(crate) const PROGRAM_BYTES: u32 = 256;

/// A part of a flash chip, in blocks of [`BLOCK_BYTES`].
pub trait BlockDevice {
    /// How many blocks it has.
    fn blocks(&self) -> u32;

    /// Reads what lies at an offset from its start.
    ///
    /// # Errors
    /// What the chip reports.
    fn read(&mut self, offset: u32, buffer: &mut [u8]) -> Result<(), Error>;

    /// Programs whole pages of 256 bytes that were erased before.
    ///
    /// # Errors
    /// What the chip reports.
    fn program(&mut self, offset: u32, bytes: &[u8]) -> Result<(), Error>;

    /// Erases a block: all its bits are ones then.
    ///
    /// # Errors
    /// What the chip reports.
    fn erase(&mut self, block: u32) -> Result<(), Error>;
}
