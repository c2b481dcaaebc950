//! Floats in decimal where machine words are too narrow: exact, by integers of any size.

use super::decompose;
use super::exact::MOST_PLACES;
use super::layout::Digits;
use crate::integer::{Integer, IntegerResult, SmallInteger};
use crate::{Bounds, OutOfMemory, Watch};
use alloc::string::String;
use alloc::vec::Vec;

/// A power of ten.
pub(super) fn power_of_ten(exponent: u32) -> IntegerResult {
    SmallInteger::new(10).as_ref().pow(SmallInteger::new(i64::from(exponent)).as_ref(), Bounds::NONE)
}

/// The magnitude of a finite float times `10 ** places` as decimal digits, rounded, ties to even.
pub(super) fn scaled(float: f64, places: i32) -> Result<String, OutOfMemory> {
    // The only error that there can be.
    scaled_integer(float, places).and_then(|number| number.as_ref().to_decimal(Watch::NONE)).map_err(|_| OutOfMemory)
}

fn scaled_integer(float: f64, places: i32) -> IntegerResult {
    let (mantissa, exponent) = decompose(float);
    let power = power_of_ten(places.unsigned_abs())?;
    let (mut upper, mut lower) = (Integer::from(mantissa), Integer::from(1u64));
    if places < 0 {
        lower = power;
    } else {
        upper = upper.as_ref().mul(power.as_ref(), Bounds::NONE)?;
    }
    let shifted = if exponent < 0 { &mut lower } else { &mut upper };
    *shifted = shifted.as_ref().shift_left(exponent.unsigned_abs().into(), usize::MAX)?;
    let (whole, rest) = upper.as_ref().divmod(lower.as_ref(), Watch::NONE)?;
    let twice = rest.as_ref().shift_left(1, usize::MAX)?;
    if twice > lower || twice == lower && !whole.as_ref().is_even() {
        return whole.as_ref().add(SmallInteger::new(1).as_ref());
    }
    Ok(whole)
}

/// The magnitude of a finite float rounded to `count` significant digits (at least one), ties to even.
pub(super) fn many_digits(float: f64, count: usize) -> Result<Digits, OutOfMemory> {
    if float == 0.0 {
        return Ok(Digits::of_number(0, 1, 0));
    }
    let count = count.clamp(1, MOST_PLACES);
    let (mantissa, exponent) = decompose(float);
    // What the binary exponent says about the decimal one, which may be one more or less.
    let binary = (mantissa.ilog2() as i32).wrapping_add(exponent);
    let mut first = binary.wrapping_mul(1233) >> 12;
    loop {
        let text = scaled(float, (count as i32).wrapping_sub(1).wrapping_sub(first))?;
        first = match text.len() {
            length if length < count => first.wrapping_sub(1),
            length if length > count => first.wrapping_add(1),
            _ => return Ok(Digits::of_text(text.as_bytes(), first)),
        };
    }
}

/// Appends the magnitude of a finite float rounded to so many decimals.
pub(super) fn write_many_places(out: &mut Vec<u8>, float: f64, places: usize) -> Result<(), OutOfMemory> {
    let places = places.min(MOST_PLACES);
    let digits = scaled(float, places as i32)?;
    let zeros = places.saturating_add(1).saturating_sub(digits.len());
    out.try_reserve(digits.len().saturating_add(zeros).saturating_add(1))?;
    let point = out.len().saturating_add(digits.len()).saturating_add(zeros).saturating_sub(places);
    out.resize(out.len().saturating_add(zeros), b'0');
    out.extend_from_slice(digits.as_bytes());
    if places > 0 {
        out.insert(point, b'.');
    }
    Ok(())
}
