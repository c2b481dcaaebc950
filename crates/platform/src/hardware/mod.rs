//! What boards have beside a computer: pins, converters, timers of their own. A program reaches it by the modules `machine`
//! and `rp2`.
//!
//! Each trait is one kind of it, and answers [`Error::UNSUPPORTED`](crate::Error::UNSUPPORTED) where a board has nothing.

mod analog;
mod buses;
mod chip;
mod interrupts;
mod memory;
mod pins;
mod power;
mod pulses;
pub mod rp2040;
mod serial;

pub use analog::{Analog, Duty, Pwm};
pub use buses::{BusPin, Buses, I2c, Spi};
pub use chip::Chip;
pub use interrupts::{Event, Interrupts, source};
pub use memory::Memory;
pub use pins::{PinMode, PinState, Pins, edge};
pub use power::Power;
pub use pulses::Pulses;
pub use serial::{Pump, Serial, Uart, UartState};

/// All that a board has. Implemented by whatever implements each of the traits.
pub trait Hardware: Pins + Interrupts + Analog + Power + Memory + Pulses + Buses + Serial + Chip {}

impl<T: Pins + Interrupts + Analog + Power + Memory + Pulses + Buses + Serial + Chip> Hardware for T {}
