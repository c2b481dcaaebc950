//! The part of the flash chip that holds the files: the last blocks.
//!
//! While the chip erases (typically 45 ms for a block, at most 400) or programs (under 1 ms for a page) nothing can be
//! read from it, so that no code runs but what the HAL keeps in RAM, and interrupts wait. The USB controller answers the
//! host meanwhile that it is busy; a UART loses what comes after the 32 bytes that its buffer holds.

use crate::board::{FILES_BYTES, FLASH_BYTES};
use embassy_rp::flash::{Blocking, Flash as Chip};
use embassy_rp::peripherals::FLASH;
use ferropy_platform::{BlockDevice, Error};

/// Where the part begins.
const START: u32 = (FLASH_BYTES - FILES_BYTES) as u32;

/// The part of the chip.
pub(crate) struct Flash(Chip<'static, FLASH, Blocking, FLASH_BYTES>);

impl Flash {
    /// Access to it. Who mounts a volume on one and writes through another has to know what that means.
    pub(crate) fn new() -> Flash {
        // SAFETY: the driver has no state; each of its operations is over, with interrupts off, before another begins.
        Flash(Chip::new_blocking(unsafe { FLASH::steal() }))
    }
}

/// The chip's own number.
pub(crate) fn unique_id() -> [u8; 8] {
    let mut id = [0; 8];
    // What can't be read stays 0.
    let _ = Flash::new().0.blocking_unique_id(&mut id);
    id
}

fn done(result: Result<(), embassy_rp::flash::Error>) -> Result<(), Error> {
    result.map_err(|_| Error::IO)
}

/// Bytes of a block.
const BLOCK: u32 = 4096;

impl BlockDevice for Flash {
    fn blocks(&self) -> u32 {
        FILES_BYTES as u32 / BLOCK
    }

    fn read(&mut self, block: u32, offset: u32, buffer: &mut [u8]) -> Result<(), Error> {
        done(self.0.blocking_read(START + block * BLOCK + offset, buffer))
    }

    fn program(&mut self, block: u32, offset: u32, bytes: &[u8]) -> Result<(), Error> {
        done(self.0.blocking_write(START + block * BLOCK + offset, bytes))
    }

    fn erase(&mut self, block: u32) -> Result<(), Error> {
        let from = START + block * BLOCK;
        done(self.0.blocking_erase(from, from + BLOCK))
    }
}
