//! Voltages: converters, and pulses whose width stands for a voltage.

use crate::Error;

/// How long a pulse is, of its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// In parts of 65535.
    Parts(u16),
    /// In nanoseconds.
    Nanoseconds(u32),
}

/// What is to be changed of the pulses on a pin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pwm {
    /// Pulses in a second.
    pub frequency: Option<u32>,
    /// How long they are.
    pub duty: Option<Duty>,
    /// Whether low and high are exchanged.
    pub invert: Option<bool>,
}

/// Converters and pulses.
pub trait Analog {
    /// The channel of the converter that measures a pin.
    fn analog_channel(&self, _pin: u8) -> Option<u8> {
        None
    }

    /// How many channels the converter has; the last one measures the chip's temperature.
    fn analog_channels(&self) -> u8 {
        0
    }

    /// Prepares a channel, and the pin if the channel is meant to measure one.
    fn start_analog(&mut self, _channel: u8, _pin: Option<u8>) {}

    /// Measures: 0 to 65535.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where there is no converter.
    fn read_analog(&mut self, _channel: u8) -> Result<u16, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// The part of the chip that makes the pulses of a pin, and which of its outputs that is.
    fn pwm_output(&self, _pin: u8) -> Option<(u8, u8)> {
        None
    }

    /// Forgets what was set for a pin's pulses, and gives the pin to who makes them.
    fn start_pwm(&mut self, _pin: u8) {}

    /// Changes the pulses on a pin.
    ///
    /// # Errors
    /// [`Error::INVALID`] for a frequency that is too small, [`Error::OUT_OF_RANGE`] for one that is too large.
    fn set_pwm(&mut self, _pin: u8, _change: Pwm) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Pulses in a second, the duty in parts of 65535 and in nanoseconds, and whether they are inverted; zeros as long as
    /// they are not set.
    fn pwm(&mut self, _pin: u8) -> (u32, u16, u32, bool) {
        (0, 0, 0, false)
    }

    /// Stops the pulses on a pin, and on what shares their period.
    fn stop_pwm(&mut self, _pin: u8) {}
}
