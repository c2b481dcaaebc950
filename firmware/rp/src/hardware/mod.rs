//! What the chip has beside the processor, by its registers: the implementation of [`ferropy_platform::Hardware`].
//!
//! How a part is set up is kept in its registers, not here, so that it costs no RAM and other languages' habits (a program
//! that writes to registers itself) do no harm. What interrupts have to tell goes through [`events`].

pub(crate) mod events;
mod pins;
mod vectors;

use crate::platform::Board;
use ferropy_platform::hardware::{Analog, Memory, Power, Pulses};

/// Makes the interrupts work. Called once.
pub(crate) fn start() {
    vectors::start(pins::on_edge);
    pins::start();
    events::start();
}

/// The end of a life: nothing goes on that a program has started. Pins stay as they are.
pub(crate) fn quiet() {
    pins::quiet();
    events::clear();
}

impl Analog for Board {}
impl Memory for Board {}
impl Power for Board {}
impl Pulses for Board {}
