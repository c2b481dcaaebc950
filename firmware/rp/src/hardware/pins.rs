//! Digital pins.

use super::events;
use crate::board;
use crate::platform::Board;
use core::sync::atomic::{AtomicU32, Ordering};
use embassy_rp::interrupt::{self, InterruptExt};
use embassy_rp::pac::{self, SIO};
use ferropy_platform::Error;
use ferropy_platform::hardware::{PinMode, PinState, Pins, rp2040, source};

const COUNT: u8 = rp2040::PINS;
const PROCESSOR: u8 = rp2040::PROCESSOR;

/// Pins that are let go instead of being driven high.
static OPEN_DRAINS: AtomicU32 = AtomicU32::new(0);

const fn bit(pin: u8) -> u32 {
    1 << pin
}

/// Gives a pin to a part of the chip.
pub(super) fn set_function(pin: u8, function: u8) {
    OPEN_DRAINS.store(OPEN_DRAINS.load(Ordering::Relaxed) & !bit(pin), Ordering::Relaxed);
    pac::PADS_BANK0.gpio(pin.into()).modify(|pad| {
        pad.set_ie(true);
        pad.set_od(false);
    });
    pac::IO_BANK0.gpio(pin.into()).ctrl().write(|control| control.set_funcsel(function));
}

fn drives(pin: u8) -> bool {
    SIO.gpio_oe(0).value().read() & bit(pin) != 0
}

fn set_driving(pin: u8, driving: bool) {
    let enable = SIO.gpio_oe(0);
    if driving { enable.value_set() } else { enable.value_clr() }.write_value(bit(pin));
}

fn set_output(pin: u8, high: bool) {
    let out = SIO.gpio_out(0);
    if high { out.value_set() } else { out.value_clr() }.write_value(bit(pin));
}

fn is_open_drain(pin: u8) -> bool {
    OPEN_DRAINS.load(Ordering::Relaxed) & bit(pin) != 0
}

fn set_mode(pin: u8, mode: PinMode, value: Option<bool>) {
    match mode {
        PinMode::Alternate(function) => return set_function(pin, function),
        PinMode::In => set_driving(pin, false),
        PinMode::Out => {
            if let Some(value) = value {
                set_output(pin, value);
            }
            set_driving(pin, true);
        }
        PinMode::OpenDrain => {
            set_driving(pin, value == Some(false));
            set_output(pin, false);
        }
    }
    set_function(pin, PROCESSOR);
    if mode == PinMode::OpenDrain {
        OPEN_DRAINS.store(OPEN_DRAINS.load(Ordering::Relaxed) | bit(pin), Ordering::Relaxed);
    }
}

impl Pins for Board {
    fn pin_count(&self) -> u8 {
        COUNT
    }

    fn board_pins(&self) -> &'static [(&'static str, u8)] {
        board::PINS
    }

    fn alternates(&self, pin: u8) -> &'static [(&'static str, u8)] {
        rp2040::functions(pin)
    }

    fn pin_state(&mut self, pin: u8) -> PinState {
        let pad = pac::PADS_BANK0.gpio(pin.into()).read();
        let mode = match pac::IO_BANK0.gpio(pin.into()).ctrl().read().funcsel() {
            PROCESSOR if is_open_drain(pin) => PinMode::OpenDrain,
            PROCESSOR if drives(pin) => PinMode::Out,
            PROCESSOR => PinMode::In,
            other => PinMode::Alternate(other),
        };
        PinState { mode, pull_up: pad.pue(), pull_down: pad.pde(), drive: pad.drive().to_bits() }
    }

    fn set_pin_state(
        &mut self,
        pin: u8,
        mode: Option<(PinMode, Option<bool>)>,
        pulls: Option<(bool, bool)>,
        drive: Option<u8>,
    ) -> Result<(), Error> {
        if let Some((mode, value)) = mode {
            set_mode(pin, mode, value);
        }
        pac::PADS_BANK0.gpio(pin.into()).modify(|pad| {
            if let Some((up, down)) = pulls {
                pad.set_pue(up);
                pad.set_pde(down);
            }
            if let Some(drive) = drive {
                pad.set_drive(pac::pads::vals::Drive::from_bits(drive & 3));
            }
        });
        Ok(())
    }

    fn read_pin(&mut self, pin: u8) -> bool {
        SIO.gpio_in(0).read() & bit(pin) != 0
    }

    fn write_pin(&mut self, pin: u8, high: bool) {
        if is_open_drain(pin) {
            set_driving(pin, !high);
        } else {
            set_output(pin, high);
        }
    }

    fn toggle_pin(&mut self, pin: u8) {
        if is_open_drain(pin) {
            set_driving(pin, !drives(pin));
        } else {
            SIO.gpio_out(0).value_xor().write_value(bit(pin));
        }
    }

    fn watch_pin(&mut self, pin: u8, edges: u8) -> Result<(), Error> {
        set_enabled(pin, 0);
        acknowledge(pin, u32::from(edges));
        set_enabled(pin, edges);
        Ok(())
    }
}

/// Four bits for each pin: what it interrupts for.
fn set_enabled(pin: u8, edges: u8) {
    let shift = pin % 8 * 4;
    pac::IO_BANK0.int_proc(0).inte((pin / 8).into()).modify(|enabled| {
        enabled.0 = enabled.0 & !(0xF << shift) | u32::from(edges & 0xF) << shift;
    });
}

fn acknowledge(pin: u8, edges: u32) {
    pac::IO_BANK0.intr((pin / 8).into()).write(|pending| pending.0 = edges << (pin % 8 * 4));
}

/// No pin interrupts.
pub(super) fn quiet() {
    for pin in 0..COUNT {
        set_enabled(pin, 0);
    }
}

/// The interrupt of the pins. The HAL has one of its own, which [`super::vectors`] puts aside.
pub(super) extern "C" fn on_edge() {
    for group in 0..4u8 {
        let mut pending = pac::IO_BANK0.int_proc(0).ints(group.into()).read().0;
        while pending != 0 {
            let lowest = pending.trailing_zeros() as u8 / 4;
            let pin = group * 8 + lowest;
            let edges = pending >> (lowest * 4) & 0xF;
            acknowledge(pin, edges);
            if edges & 3 != 0 {
                // As long as the level lasts it would interrupt again: the program asks anew when it has handled it.
                set_enabled(pin, 0);
            }
            events::leave(source::PIN + u16::from(pin), edges as u16);
            pending &= !(0xF << (lowest * 4));
        }
    }
}

/// Lets the pins' interrupt come through.
pub(super) fn start() {
    interrupt::IO_IRQ_BANK0.set_priority(interrupt::Priority::P1);
    // SAFETY: the handler above touches nothing but the pins' own registers and the ring of events.
    unsafe { interrupt::IO_IRQ_BANK0.enable() };
}
