//! Events: what interrupts leave for the program, which takes them between two instructions.

use core::sync::atomic::AtomicU32;

/// An event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Who has it to tell, a number of [`source`].
    pub source: u16,
    /// What it says, by bits.
    pub flags: u16,
}

/// Who may leave events: the first number of each kind.
pub mod source {
    /// A pin: add its number.
    pub const PIN: u16 = 0;
    /// A timer of the interpreter's: add its number.
    pub const TIMER: u16 = 0x100;
    /// A UART: add its number.
    pub const UART: u16 = 0x200;
    /// An I2C bus that answers as a target: add its number.
    pub const I2C: u16 = 0x210;
    /// A block of PIO: add its number.
    pub const PIO: u16 = 0x220;
    /// A state machine of PIO: add its number, counted through all blocks.
    pub const STATE_MACHINE: u16 = 0x230;
    /// A channel of DMA: add its number.
    pub const DMA: u16 = 0x240;
    /// An I2S bus: add its number.
    pub const I2S: u16 = 0x250;
}

/// Events and the alarm.
///
/// While an event waits, and from the moment of the alarm on, waits such as [`Clock::sleep_ns`](crate::Clock::sleep_ns)
/// end with [`Error::INTERRUPTED`](crate::Error::INTERRUPTED).
pub trait Interrupts {
    /// Leaves an event, as interrupts do, where a program may do so. What comes when there is no more room is lost.
    fn leave_event(&mut self, _event: Event) {}

    /// Takes the oldest event.
    fn take_event(&mut self) -> Option<Event> {
        None
    }

    /// Whether [`Interrupts::take_event`] has one, or the alarm's moment has come.
    fn has_event(&self) -> bool {
        false
    }

    /// Sets the moment, on the clock that never goes back, at which waits end; nothing for none.
    fn set_alarm(&mut self, _monotonic_ns: Option<u64>) {}

    /// From now on whoever leaves an event, and the alarm, store 1 where the interpreter counts the steps to its next look
    /// at the world, until [`Interrupts::set_attention`] is called again. What can't waits until it looks by itself.
    fn set_attention(&mut self, _fuel: &AtomicU32) {}
}
