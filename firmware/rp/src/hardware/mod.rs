//! What the chip has beside the processor, by its registers: the implementation of [`ferropy_platform::Hardware`].
//!
//! How a part is set up is kept in its registers, not here, so that it costs no RAM and other languages' habits (a program
//! that writes to registers itself) do no harm. What interrupts have to tell goes through [`events`].

mod analog;
pub(crate) mod events;
mod memory;
mod pins;
pub(crate) mod power;
mod pulses;
mod vectors;

/// Makes the interrupts work. Called once.
pub(crate) fn start() {
    vectors::start(memory::on_fault, pins::on_edge);
    pins::start();
    events::start();
}

/// The end of a life: nothing goes on that a program has started. Pins stay as they are.
pub(crate) fn quiet() {
    pins::quiet();
    analog::quiet();
    events::clear();
}
