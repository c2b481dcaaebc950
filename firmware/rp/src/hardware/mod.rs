//! What the chip has beside the processor, by its registers: the implementation of [`ferropy_platform::Hardware`].
//!
//! How a part is set up is kept in its registers, not here, so that it costs no RAM and other languages' habits (a program
//! that writes to registers itself) do no harm. What interrupts have to tell goes through [`events`].

mod analog;
mod buses;
mod chip;
mod dma;
pub(crate) mod events;
mod floats;
mod memory;
mod parts;
mod pins;
pub(crate) mod power;
mod pulses;
mod pump;
mod ring;
pub(crate) mod uart;
mod vectors;

/// Makes the interrupts work. Called once.
pub(crate) fn start() {
    floats::start();
    vectors::start(memory::on_fault, pins::on_edge);
    pins::start();
    parts::start();
    events::start();
}

/// The end of a life: nothing goes on that a program has started. Pins stay as they are.
pub(crate) fn quiet() {
    pins::quiet();
    analog::quiet();
    uart::give_to_console();
    parts::quiet();
    pump::close_all();
    dma::release_all();
    events::clear();
}
