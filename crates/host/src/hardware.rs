//! What the desktop itself has of a board: a place for events. The rest is simulated by the library, in Python.

use crate::simulated_time;
use ferropy_platform::hardware::{Analog, Buses, Chip, Event, Interrupts, Memory, Pins, Power, Pulses, Serial};
use std::collections::VecDeque;

/// Events that may wait, as on the real boards.
const ROOM: usize = 16;

/// The board.
#[derive(Debug, Default)]
pub(crate) struct SimulatedBoard {
    events: VecDeque<Event>,
}

impl Interrupts for SimulatedBoard {
    fn leave_event(&mut self, event: Event) {
        if self.events.len() < ROOM {
            self.events.push_back(event);
        }
    }

    fn take_event(&mut self) -> Option<Event> {
        let event = self.events.pop_front();
        if event.is_none() {
            simulated_time::look();
        }
        event
    }

    fn has_event(&self) -> bool {
        !self.events.is_empty()
    }

    fn set_alarm(&mut self, monotonic_ns: Option<u64>) {
        simulated_time::set_alarm(monotonic_ns);
    }
}

impl Pins for SimulatedBoard {}

impl Analog for SimulatedBoard {}

impl Power for SimulatedBoard {}

impl Memory for SimulatedBoard {}

impl Pulses for SimulatedBoard {}

impl Buses for SimulatedBoard {}

impl Serial for SimulatedBoard {}

impl Chip for SimulatedBoard {}
