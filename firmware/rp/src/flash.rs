//! The part of the flash chip that holds the files: the last blocks.
//!
//! While the chip erases (typically 45 ms for a block, at most 400) or programs (under 1 ms for a page) nothing can be
//! read from it, so that no code runs but what the HAL keeps in RAM, and interrupts wait. The USB controller answers the
//! host meanwhile that it is busy; a UART loses what comes after the 32 bytes that its buffer holds.

use crate::board::{FILES_BYTES, FLASH_BYTES};
use embassy_rp::flash::{Blocking, Flash as Chip};
use embassy_rp::peripherals::FLASH;
use ferropy_platform::Error;
use ferropy_storage::{BLOCK_BYTES, BlockDevice};

/// Where the part begins.
const START: u32 = (FLASH_BYTES - FILES_BYTES) as u32;

/// The part of the chip.
pub(crate) struct Flash(Chip<'static, FLASH, Blocking, FLASH_BYTES>);

impl Flash {
    /// The only one: what had it before is gone.
    pub(crate) fn new() -> Flash {
        // SAFETY: nothing else in this program takes the peripheral, and each life drops its flash at its end.
        Flash(Chip::new_blocking(unsafe { FLASH::steal() }))
    }
}

fn done(result: Result<(), embassy_rp::flash::Error>) -> Result<(), Error> {
    result.map_err(|_| Error::IO)
}

impl BlockDevice for Flash {
    fn blocks(&self) -> u32 {
        FILES_BYTES as u32 / BLOCK_BYTES
    }

    fn read(&mut self, offset: u32, buffer: &mut [u8]) -> Result<(), Error> {
        done(self.0.blocking_read(START + offset, buffer))
    }

    fn program(&mut self, offset: u32, bytes: &[u8]) -> Result<(), Error> {
        done(self.0.blocking_write(START + offset, bytes))
    }

    fn erase(&mut self, block: u32) -> Result<(), Error> {
        let from = START + block * BLOCK_BYTES;
        done(self.0.blocking_erase(from, from + BLOCK_BYTES))
    }
}
