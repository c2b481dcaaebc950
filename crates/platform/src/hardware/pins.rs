//! Digital pins.

use crate::Error;

/// What a pin is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinMode {
    /// It is read.
    In,
    /// It is driven high and low.
    Out,
    /// It is driven low, or let go.
    OpenDrain,
    /// A part of the chip has it, by the chip's number for that function.
    Alternate(u8),
}

/// How a pin is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PinState {
    /// What it is there for.
    pub mode: PinMode,
    /// A resistor pulls it up.
    pub pull_up: bool,
    /// A resistor pulls it down.
    pub pull_down: bool,
    /// How strongly it is driven, from 0.
    pub drive: u8,
}

/// What a pin's interrupt waits for; bits that can be joined.
pub mod edge {
    /// It is low.
    pub const LOW: u8 = 1;
    /// It is high.
    pub const HIGH: u8 = 2;
    /// It falls.
    pub const FALLING: u8 = 4;
    /// It rises.
    pub const RISING: u8 = 8;
}

/// Digital pins, by number. Only numbers below [`Pins::pin_count`] are given to the other methods.
pub trait Pins {
    /// How many pins the chip has.
    fn pin_count(&self) -> u8 {
        0
    }

    /// The pins that the board brings out, by the names that it gives them.
    fn board_pins(&self) -> &'static [(&'static str, u8)] {
        &[]
    }

    /// The functions that a part of the chip may have on a pin: names and numbers.
    fn alternates(&self, _pin: u8) -> &'static [(&'static str, u8)] {
        &[]
    }

    /// How a pin is set up.
    fn pin_state(&mut self, _pin: u8) -> PinState {
        PinState { mode: PinMode::In, pull_up: false, pull_down: false, drive: 0 }
    }

    /// Sets up what is given of a pin's mode, pulls (up, down) and drive. A value takes effect before the mode does.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a function that the pin does not have.
    fn set_pin_state(
        &mut self,
        _pin: u8,
        _mode: Option<(PinMode, Option<bool>)>,
        _pulls: Option<(bool, bool)>,
        _drive: Option<u8>,
    ) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Whether the pin is high.
    fn read_pin(&mut self, _pin: u8) -> bool {
        false
    }

    /// Drives the pin; lets it go where it is an open drain and high is asked for.
    fn write_pin(&mut self, _pin: u8, _high: bool) {}

    /// Drives the pin the other way.
    fn toggle_pin(&mut self, _pin: u8) {}

    /// From now on an event ([`source::PIN`](super::source::PIN) and the pin's number) tells when one of these [`edge`]s
    /// comes, and which; 0 for none.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where pins can't interrupt.
    fn watch_pin(&mut self, _pin: u8, _edges: u8) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }
}
