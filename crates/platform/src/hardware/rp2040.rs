//! Facts about the RP2040 that its firmware and a simulated board share: what can be where (RP2040 datasheet 2.19.2).

use super::BusPin;

/// How many pins the chip has.
pub const PINS: u8 = 30;

/// Channels of the converter: four pins and the temperature.
pub const CHANNELS: u8 = 5;

/// The first pin that the converter can measure.
const FIRST_ANALOG: u8 = 26;

/// The function that connects a pin with the processor.
pub const PROCESSOR: u8 = 5;

/// The longest time that the watchdog can count, in milliseconds: it counts two for each microsecond (RP2040-E1).
pub const LONGEST_WATCHDOG: u32 = 0xFF_FFFF / 2 / 1000;

/// The functions of pins 20 to 25, which may also carry a clock; the last one is the clock.
const FUNCTIONS: &[(&str, u8)] = &[
    ("SPI", 1),
    ("UART", 2),
    ("I2C", 3),
    ("PWM", 4),
    ("SIO", PROCESSOR),
    ("PIO0", 6),
    ("PIO1", 7),
    ("USB", 9),
    ("GPCK", 8),
];

/// The functions that a part of the chip may have on a pin: names and numbers.
#[must_use]
pub fn functions(pin: u8) -> &'static [(&'static str, u8)] {
    let count = FUNCTIONS.len() - usize::from(!(20..=25).contains(&pin));
    FUNCTIONS.get(..count).unwrap_or(&[])
}

/// The channel of the converter that measures a pin.
#[must_use]
pub fn analog_channel(pin: u8) -> Option<u8> {
    pin.checked_sub(FIRST_ANALOG).filter(|&channel| channel < CHANNELS - 1)
}

/// The slice that makes the pulses of a pin, and which of its outputs that is.
#[must_use]
pub const fn pwm_output(pin: u8) -> (u8, u8) {
    (pin / 2 % 8, pin % 2)
}

/// The pins that controllers 0 and 1 use unless they are told others, and the lowest bits of pins that can do the same.
const fn pins_of(role: BusPin) -> ([u8; 2], u8) {
    match role {
        BusPin::Sda => ([4, 6], 0),
        BusPin::Scl => ([5, 7], 1),
        BusPin::Miso => ([16, 8], 0),
        BusPin::Sck => ([18, 10], 2),
        BusPin::Mosi => ([19, 11], 3),
        BusPin::Tx => ([0, 4], 0),
        BusPin::Rx => ([1, 5], 1),
        BusPin::Cts => ([2, 6], 2),
        BusPin::Rts => ([3, 7], 3),
    }
}

/// The pin that a controller uses unless it is told another one, or the one that it is told; nothing if it can't have
/// that pin, or there is no such controller.
#[must_use]
pub fn bus_pin(role: BusPin, bus: u8, told: Option<u8>) -> Option<u8> {
    let (usual, low) = pins_of(role);
    let usual = *usual.get(usize::from(bus))?;
    let Some(pin) = told else { return Some(usual) };
    let fits = match role {
        BusPin::Sda | BusPin::Scl => pin & 3 == bus << 1 | low,
        BusPin::Miso | BusPin::Sck | BusPin::Mosi => pin & 11 == bus << 3 | low,
        _ => pin & 3 == low && (pin + 4) & 8 == bus << 3,
    };
    fits.then_some(pin)
}
