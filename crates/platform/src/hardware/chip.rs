//! What a program reaches below its language: channels that move memory by themselves, and a button.

use crate::Error;

/// Channels of DMA, and the boot button.
pub trait Chip {
    /// A channel that nobody has.
    fn claim_channel(&mut self) -> Option<u8> {
        None
    }

    /// Stops a channel and gives it back, with its memory.
    fn release_channel(&mut self, _channel: u8) {}

    /// Memory for a channel to read from, 0, or to write to, 1, and its address. It stays where it is until there is other
    /// memory for the same or the channel is released.
    ///
    /// # Errors
    /// [`Error::NO_MEMORY`]
    fn channel_memory(&mut self, _channel: u8, _which: u8, _length: usize) -> Result<u32, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Copies bytes into such memory, from a place on: how many.
    fn write_channel(&mut self, _channel: u8, _which: u8, _at: usize, _bytes: &[u8]) -> usize {
        0
    }

    /// Copies bytes out of such memory, from a place on: how many.
    fn read_channel(&mut self, _channel: u8, _which: u8, _at: usize, _buffer: &mut [u8]) -> usize {
        0
    }

    /// Whether the button is held that starts the boot loader.
    fn is_boot_button_held(&mut self) -> bool {
        false
    }
}
