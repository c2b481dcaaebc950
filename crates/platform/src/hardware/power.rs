//! The chip as a whole: its identity, clock, sleep and resets.

use crate::Error;
use alloc::vec::Vec;

/// The chip as a whole.
pub trait Power {
    /// The number that no other board has.
    fn unique_id(&mut self) -> Vec<u8> {
        Vec::new()
    }

    /// Cycles in a second.
    fn frequency(&mut self) -> u32 {
        0
    }

    /// Sets the cycles in a second, and those of the peripherals if they are given.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a frequency that can't be had, [`Error::OUT_OF_RANGE`] for such a one of the peripherals.
    fn set_frequency(&mut self, _hertz: u32, _peripherals: Option<u32>) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Starts the board anew, as by its button. Returns only where that is not possible.
    fn reset(&mut self) {}

    /// Stays in the boot loader, if there is one. Returns only where there is none.
    fn start_boot_loader(&mut self) {}

    /// Whether the watchdog made the last reset.
    fn was_reset_by_watchdog(&mut self) -> bool {
        false
    }

    /// From now on the board resets itself when it is not fed for so many milliseconds.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a time that is too long.
    fn start_watchdog(&mut self, _milliseconds: u32) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// The longest time that the watchdog can wait, in milliseconds.
    fn longest_watchdog(&self) -> u32 {
        0
    }

    /// Feeds the watchdog.
    fn feed_watchdog(&mut self) {}

    /// Waits with little power until something happens, a millisecond at most.
    fn idle(&mut self) {}

    /// Sleeps with clocks stopped for so many milliseconds, or until a pin wakes the board.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`] when something happens earlier.
    fn light_sleep(&mut self, _milliseconds: Option<u32>) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }
}
