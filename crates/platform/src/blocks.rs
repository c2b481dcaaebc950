//! Devices that keep blocks of bytes: what a file system lies on.

use crate::Error;

/// Blocks that are erased as a whole and programmed in parts, as those of a flash chip. Whoever uses it keeps to its size:
/// what lies beyond is [`Error::INVALID`].
pub trait BlockDevice {
    /// Bytes of a block.
    fn block_bytes(&self) -> u32 {
        4096
    }

    /// How many blocks it has.
    fn blocks(&self) -> u32;

    /// Reads a part of a block.
    ///
    /// # Errors
    /// What the device reports.
    fn read(&mut self, block: u32, offset: u32, buffer: &mut [u8]) -> Result<(), Error>;

    /// Programs a part of a block that was erased before. Flash chips program whole pages of 256 bytes.
    ///
    /// # Errors
    /// What the device reports.
    fn program(&mut self, block: u32, offset: u32, bytes: &[u8]) -> Result<(), Error>;

    /// Erases a block: on a flash chip all its bits are ones then.
    ///
    /// # Errors
    /// What the device reports.
    fn erase(&mut self, block: u32) -> Result<(), Error>;

    /// Reads whole blocks, one after the other. Some devices can do nothing else.
    ///
    /// # Errors
    /// What the device reports.
    fn read_blocks(&mut self, block: u32, buffer: &mut [u8]) -> Result<(), Error> {
        let bytes = self.block_bytes() as usize;
        (block..).zip(buffer.chunks_mut(bytes)).try_for_each(|(block, part)| self.read(block, 0, part))
    }

    /// Writes whole blocks, whatever was in them.
    ///
    /// # Errors
    /// What the device reports.
    fn write_blocks(&mut self, block: u32, bytes: &[u8]) -> Result<(), Error> {
        let size = self.block_bytes() as usize;
        (block..).zip(bytes.chunks(size)).try_for_each(|(block, part)| {
            self.erase(block)?;
            self.program(block, 0, part)
        })
    }

    /// Waits until everything is in the device.
    ///
    /// # Errors
    /// What the device reports.
    fn sync(&mut self) -> Result<(), Error> {
        Ok(())
    }
}
