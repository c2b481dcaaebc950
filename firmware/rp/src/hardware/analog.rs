//! The converter and the makers of pulses.

use super::{pins, power};
use crate::platform::Board;
use core::sync::atomic::{AtomicU8, AtomicU32, Ordering};
use embassy_rp::pac;
use ferropy_platform::Error;
use ferropy_platform::hardware::rp2040::{self, pwm_output as output};
use ferropy_platform::hardware::{Analog, Duty, Pwm};

const CHANNELS: u8 = rp2040::CHANNELS;
/// The function of a pin that nobody has.
const NOBODY: u8 = 31;
/// The function of a pin whose pulses a slice makes.
const PULSES: u8 = 4;

/// The largest number that a slice counts to: one less than it could, so that there is a duty of all.
const TOP: u64 = 65_534;

/// What was asked for each output, because the period it is a part of may change: a kind in the two highest bits.
static DUTIES: [AtomicU32; 16] = [const { AtomicU32::new(0) }; 16];
const PARTS: u32 = 1 << 30;
const NANOSECONDS: u32 = 2 << 30;
const LONGEST: u32 = (1 << 30) - 1;

/// The slices whose frequency is set.
static SET: AtomicU8 = AtomicU8::new(0);

fn slice(slice: u8) -> pac::pwm::Channel {
    pac::PWM.ch(slice.into())
}

fn duty_of(slice: u8, channel: u8) -> &'static AtomicU32 {
    &DUTIES[usize::from(slice * 2 + channel) % DUTIES.len()]
}

fn is_set(slice: u8) -> bool {
    SET.load(Ordering::Relaxed) & 1 << slice != 0
}

/// Counts of a slice in a second.
fn counts(number: u8) -> u64 {
    let divider = u64::from(slice(number).div().read().0).max(1);
    (u64::from(power::hertz()) * 16 + divider / 2) / divider
}

/// Counts of a period.
fn period(number: u8) -> u64 {
    u64::from(slice(number).top().read().0) + 1
}

/// Sets divider and period, for as long a period as there may be.
fn set_frequency(number: u8, hertz: u32) -> Result<(), Error> {
    let (source, hertz) = (u64::from(power::hertz()), u64::from(hertz));
    if hertz == 0 {
        return Err(Error::INVALID);
    }
    let counts = (source + hertz / 2) / hertz;
    let (divider, period) = if counts < TOP {
        (16, counts)
    } else {
        // In parts of 16.
        let divider = (source * 16).div_ceil(TOP * hertz);
        (divider, (source * 16 + divider * hertz / 2) / (divider * hertz))
    };
    if period == 0 {
        return Err(Error::OUT_OF_RANGE);
    }
    if divider >= 256 * 16 {
        return Err(Error::INVALID);
    }
    slice(number).div().write_value(pac::pwm::regs::ChDiv(divider as u32));
    slice(number).top().write_value(pac::pwm::regs::ChTop(period as u32 - 1));
    SET.store(SET.load(Ordering::Relaxed) | 1 << number, Ordering::Relaxed);
    Ok(())
}

/// Sets what was asked for an output.
fn set_level(number: u8, channel: u8) {
    let duty = duty_of(number, channel).load(Ordering::Relaxed);
    let (kind, amount) = (duty & !LONGEST, u64::from(duty & LONGEST));
    let level = match kind {
        PARTS => (amount * period(number) + 65_535 / 2) / 65_535,
        NANOSECONDS => ((amount * counts(number) + 500_000_000) / 1_000_000_000).min(period(number)),
        _ => return,
    };
    slice(number).cc().modify(|levels| {
        let shift = channel * 16;
        levels.0 = levels.0 & !(0xFFFF << shift) | (level as u32) << shift;
    });
}

impl Analog for Board {
    fn analog_channel(&self, pin: u8) -> Option<u8> {
        rp2040::analog_channel(pin)
    }

    fn analog_channels(&self) -> u8 {
        CHANNELS
    }

    fn start_analog(&mut self, channel: u8, pin: Option<u8>) {
        if !pac::ADC.cs().read().en() {
            pac::ADC.cs().write(|status| status.set_en(true));
            while !pac::ADC.cs().read().ready() {}
        }
        if let Some(pin) = pin {
            pins::set_function(pin, NOBODY);
            pac::PADS_BANK0.gpio(pin.into()).modify(|pad| {
                pad.set_pue(false);
                pad.set_pde(false);
                pad.set_ie(false);
            });
        } else if channel == CHANNELS - 1 {
            pac::ADC.cs().modify(|status| status.set_ts_en(true));
        }
    }

    fn read_analog(&mut self, channel: u8) -> Result<u16, Error> {
        pac::ADC.cs().modify(|status| {
            status.set_ainsel(channel);
            status.set_start_once(true);
        });
        // It takes 2 microseconds.
        while !pac::ADC.cs().read().ready() {}
        let measured = pac::ADC.result().read().result();
        // From 12 bits to 16, so that the largest becomes the largest.
        Ok(measured << 4 | measured >> 8)
    }

    fn pwm_output(&self, pin: u8) -> Option<(u8, u8)> {
        Some(output(pin))
    }

    fn start_pwm(&mut self, pin: u8) {
        let (number, channel) = output(pin);
        duty_of(number, channel).store(0, Ordering::Relaxed);
        slice(number).csr().modify(|control| invert(control, channel, false));
        pins::set_function(pin, PULSES);
    }

    fn set_pwm(&mut self, pin: u8, change: Pwm) -> Result<(), Error> {
        let (number, channel) = output(pin);
        if let Some(hertz) = change.frequency {
            set_frequency(number, hertz)?;
            set_level(number, 1 - channel);
        }
        let duty = match change.duty {
            Some(Duty::Parts(parts)) => PARTS | u32::from(parts),
            Some(Duty::Nanoseconds(time)) => NANOSECONDS | time.min(LONGEST),
            None => duty_of(number, channel).load(Ordering::Relaxed),
        };
        duty_of(number, channel).store(duty, Ordering::Relaxed);
        set_level(number, channel);
        slice(number).csr().modify(|control| {
            if let Some(inverted) = change.invert {
                invert(control, channel, inverted);
            }
            if is_set(number) && duty != 0 {
                control.set_en(true);
            }
        });
        Ok(())
    }

    fn pwm(&mut self, pin: u8) -> (u32, u16, u32, bool) {
        let (number, channel) = output(pin);
        let control = slice(number).csr().read();
        let inverted = if channel == 0 { control.a_inv() } else { control.b_inv() };
        if !is_set(number) {
            return (0, 0, 0, inverted);
        }
        let (counts, period) = (counts(number), period(number));
        let frequency = ((counts + period / 2) / period) as u32;
        if duty_of(number, channel).load(Ordering::Relaxed) == 0 {
            return (frequency, 0, 0, inverted);
        }
        let level = u64::from(slice(number).cc().read().0 >> (channel * 16) & 0xFFFF);
        let parts = (level * 65_535 + period / 2) / period;
        let nanoseconds = (level * 1_000_000_000 + counts / 2) / counts.max(1);
        (frequency, parts as u16, nanoseconds as u32, inverted)
    }

    fn stop_pwm(&mut self, pin: u8) {
        slice(output(pin).0).csr().modify(|control| control.set_en(false));
    }
}

fn invert(control: &mut pac::pwm::regs::ChCsr, channel: u8, inverted: bool) {
    if channel == 0 { control.set_a_inv(inverted) } else { control.set_b_inv(inverted) }
}

/// Nobody makes pulses any more.
pub(super) fn quiet() {
    SET.store(0, Ordering::Relaxed);
    for duty in &DUTIES {
        duty.store(0, Ordering::Relaxed);
    }
    for number in 0..8 {
        slice(number).csr().modify(|control| control.set_en(false));
    }
}
