//! `machine`: a board's pins, converters, timers and the chip as a whole, with MicroPython's interface.
//!
//! A file for each class. The types are rows, which cost no RAM, and their instances are records that hold a number: the
//! chip itself keeps how it is set up. Everything goes through [`ferropy_platform::Hardware`] ([`ask`]); where there is none,
//! all raises `OSError`. What happens outside of the program is told by handlers ([`irq`]).

mod analog;
mod chip;
mod clocks;
mod i2c;
mod irq;
mod memory;
pub(crate) mod onewire;
mod pin;
mod pulses;
#[cfg(not(feature = "simulated-board"))]
mod real;
pub(crate) mod rp2;
mod signal;
#[cfg(feature = "simulated-board")]
pub(crate) mod simulated;
mod spi;
mod timer;
mod transfer;
mod uart;

use ferropy_platform::{Error, Hardware};
use ferropy_runtime::native::{ModuleSpec, Row, constant, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};
#[cfg(not(feature = "simulated-board"))]
use real::{reach, reach_with, set_date};
#[cfg(feature = "simulated-board")]
use simulated::{reach, reach_with, set_date};

/// `machine`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "machine",
    doc: "The board: its pins and what the chip has beside the processor.",
    rows: ROWS,
    types: &[
        &pin::PIN,
        &pin::NAMES,
        &irq::IRQ,
        &signal::SIGNAL,
        &analog::ADC,
        &analog::PWM,
        &timer::TIMER,
        &clocks::RTC,
        &clocks::WDT,
        &memory::MEM,
        &i2c::I2C,
        &i2c::SOFT_I2C,
        &spi::SPI,
        &spi::SOFT_SPI,
        &uart::UART,
    ],
    initialize: None,
    frozen: Some(&crate::frozen::image::MACHINE),
};

const ROWS: &[Row] = &[
    function("unique_id", "()", "The number that no other board has.", chip::unique_id),
    function("reset", "()", "Start the board anew, as its button does.", chip::reset),
    function("soft_reset", "()", "Start Python anew.", chip::soft_reset),
    function("reset_cause", "()", "Why the board started: PWRON_RESET or WDT_RESET.", chip::reset_cause),
    function("bootloader", "(timeout=None, /)", "Stay in the boot loader, which takes firmware.", chip::bootloader),
    function("freq", "(hz=None, peripherals=None, /)", "Cycles in a second; or set them.", chip::freq),
    function("idle", "()", "Wait until something happens, a millisecond at most.", chip::idle),
    function("lightsleep", "(time_ms=None, /)", "Sleep with clocks stopped.", chip::lightsleep),
    function("deepsleep", "(time_ms=None, /)", "Sleep with clocks stopped, then reset.", chip::deepsleep),
    function("disable_irq", "()", "Let no handler run; the state for enable_irq().", chip::disable_irq),
    function("enable_irq", "(state=True, /)", "Let handlers run as before disable_irq().", chip::enable_irq),
    function(
        "time_pulse_us",
        "(pin, pulse_level, timeout_us=1000000, /)",
        "Microseconds of a pulse; -2 if none begins in time, -1 if it does not end.",
        pulses::time_pulse_us,
    ),
    function(
        "bitstream",
        "(pin, encoding, timing, data, /)",
        "Send bits as pulses of exact lengths.",
        pulses::bitstream,
    ),
    function("dht_readinto", "(pin, buffer, /)", "Read five bytes from a DHT sensor.", pulses::dht_readinto),
    constant("mem8", "Memory as bytes.", memory::memory::<1>),
    constant("mem16", "Memory as halves of words.", memory::memory::<2>),
    constant("mem32", "Memory as words.", memory::memory::<4>),
    constant("PWRON_RESET", "Power came on.", int::<{ chip::PWRON_RESET }>),
    constant("WDT_RESET", "The watchdog has reset the board, or reset().", int::<{ chip::WDT_RESET }>),
];

/// Asks the hardware; its error is an `OSError`.
fn ask<T>(iso: &mut Isolate, question: impl FnOnce(&mut dyn Hardware) -> Result<T, Error>) -> Completion<T> {
    reach(iso, question)?.map_err(|error| raise::os_error(iso, error.code()))
}

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// An argument that is there and not None.
fn given(args: &[Value], place: usize) -> Option<Value> {
    argument(args, place).given().filter(|value| !value.is_none())
}

/// The function of a row that is a constant.
fn int<const NUMBER: i64>(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(NUMBER))
}
