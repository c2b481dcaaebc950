//! A board that is not there: pins that remember what they were told. Programs for boards can be tried with it, and the tests
//! of the module `machine` run on it.
//!
//! A pin that nobody drives follows its pull. The pins are wired to nothing, so edges come from the program only.

use ferropy_platform::Error;
use ferropy_platform::hardware::{
    Analog, Buses, Chip, Duty, Event, Interrupts, Memory, PinMode, PinState, Pins, Power, Pulses, Pwm, Serial, edge,
    source,
};
use std::collections::VecDeque;

/// How many pins there are.
const PINS: usize = 30;

/// The function that connects a pin with the processor.
const PROCESSOR: u8 = 5;

const BOARD: &[(&str, u8)] = &[("GP0", 0), ("GP1", 1), ("GP2", 2), ("GP3", 3), ("LED", 25)];

const FUNCTIONS: &[(&str, u8)] =
    &[("SPI", 1), ("UART", 2), ("I2C", 3), ("PWM", 4), ("SIO", PROCESSOR), ("PIO0", 6), ("PIO1", 7)];

#[derive(Clone, Copy, Debug)]
struct Pin {
    state: PinState,
    /// What it is driven to.
    output: bool,
    /// What its interrupt waits for.
    edges: u8,
    frequency: u32,
    duty: Duty,
    inverted: bool,
}

const NEW: Pin = Pin {
    state: PinState { mode: PinMode::Alternate(31), pull_up: false, pull_down: true, drive: 1 },
    output: false,
    edges: 0,
    frequency: 0,
    duty: Duty::Parts(0),
    inverted: false,
};

/// The board.
#[derive(Debug)]
pub(crate) struct SimulatedBoard {
    pins: [Pin; PINS],
    events: VecDeque<Event>,
}

impl Default for SimulatedBoard {
    fn default() -> Self {
        SimulatedBoard { pins: [NEW; PINS], events: VecDeque::new() }
    }
}

impl SimulatedBoard {
    /// A pin; who asks for one that is not there gets the last.
    fn pin(&mut self, pin: u8) -> &mut Pin {
        &mut self.pins[usize::from(pin).min(PINS - 1)]
    }

    /// Changes a pin, and leaves an event if that makes an edge it is watched for.
    fn change(&mut self, number: u8, change: impl FnOnce(&mut Pin)) {
        let before = self.read_pin(number);
        change(self.pin(number));
        let after = self.read_pin(number);
        let found = if after { edge::RISING } else { edge::FALLING } & self.pin(number).edges;
        if before != after && found != 0 {
            self.events.push_back(Event { source: source::PIN + u16::from(number), flags: found.into() });
        }
    }
}

impl Pins for SimulatedBoard {
    fn pin_count(&self) -> u8 {
        PINS as u8
    }

    fn board_pins(&self) -> &'static [(&'static str, u8)] {
        BOARD
    }

    fn alternates(&self, _: u8) -> &'static [(&'static str, u8)] {
        FUNCTIONS
    }

    fn pin_state(&mut self, pin: u8) -> PinState {
        self.pin(pin).state
    }

    fn set_pin_state(
        &mut self,
        pin: u8,
        mode: Option<(PinMode, Option<bool>)>,
        pulls: Option<(bool, bool)>,
        drive: Option<u8>,
    ) -> Result<(), Error> {
        self.change(pin, |pin| {
            if let Some((mode, value)) = mode {
                pin.state.mode = if mode == PinMode::Alternate(PROCESSOR) { PinMode::In } else { mode };
                pin.output = value.unwrap_or(mode == PinMode::OpenDrain || pin.output);
            }
            if let Some((up, down)) = pulls {
                (pin.state.pull_up, pin.state.pull_down) = (up, down);
            }
            pin.state.drive = drive.unwrap_or(pin.state.drive);
        });
        Ok(())
    }

    fn read_pin(&mut self, pin: u8) -> bool {
        let pin = self.pin(pin);
        match pin.state.mode {
            PinMode::Out => pin.output,
            PinMode::OpenDrain if !pin.output => false,
            _ => pin.state.pull_up,
        }
    }

    fn write_pin(&mut self, pin: u8, high: bool) {
        self.change(pin, |pin| pin.output = high);
    }

    fn toggle_pin(&mut self, pin: u8) {
        self.change(pin, |pin| pin.output = !pin.output);
    }

    fn watch_pin(&mut self, pin: u8, edges: u8) -> Result<(), Error> {
        self.pin(pin).edges = edges;
        Ok(())
    }
}

impl Interrupts for SimulatedBoard {
    fn take_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    fn has_event(&self) -> bool {
        !self.events.is_empty()
    }
}

impl Analog for SimulatedBoard {
    fn analog_channel(&self, pin: u8) -> Option<u8> {
        pin.checked_sub(26).filter(|&channel| channel < 4)
    }

    fn analog_channels(&self) -> u8 {
        5
    }

    fn read_analog(&mut self, _: u8) -> Result<u16, Error> {
        Ok(0)
    }

    fn pwm_output(&self, pin: u8) -> Option<(u8, u8)> {
        Some((pin / 2 % 8, pin % 2))
    }

    fn start_pwm(&mut self, pin: u8) {
        let pin = self.pin(pin);
        *pin = Pin { state: PinState { mode: PinMode::Alternate(4), ..pin.state }, ..NEW };
    }

    fn set_pwm(&mut self, pin: u8, change: Pwm) -> Result<(), Error> {
        let pin = self.pin(pin);
        match change.frequency {
            Some(0..8) => return Err(Error::INVALID),
            Some(125_000_001..) => return Err(Error::OUT_OF_RANGE),
            _ => {}
        }
        pin.frequency = change.frequency.unwrap_or(pin.frequency);
        pin.duty = change.duty.unwrap_or(pin.duty);
        pin.inverted = change.invert.unwrap_or(pin.inverted);
        Ok(())
    }

    fn pwm(&mut self, pin: u8) -> (u32, u16, u32, bool) {
        let pin = self.pin(pin);
        let (hertz, parts) = (u64::from(pin.frequency), 65_535);
        let (of_parts, of_time) = match pin.duty {
            Duty::Parts(part) => (part.into(), u64::from(part) * 1_000_000_000 / (parts * hertz.max(1))),
            Duty::Nanoseconds(time) => ((u64::from(time) * hertz * parts / 1_000_000_000).min(parts), time.into()),
        };
        (pin.frequency, of_parts as u16, of_time as u32, pin.inverted)
    }
}

impl Power for SimulatedBoard {
    fn unique_id(&mut self) -> Vec<u8> {
        vec![0; 8]
    }

    fn frequency(&mut self) -> u32 {
        125_000_000
    }
}

impl Memory for SimulatedBoard {}

impl Pulses for SimulatedBoard {}

impl Buses for SimulatedBoard {}

impl Serial for SimulatedBoard {}

impl Chip for SimulatedBoard {}
