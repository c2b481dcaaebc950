//! Exactly rounded decimal digits, as many as asked for.
//!
//! Machine words are enough for what programs mostly print; integers of any size do the rest (`scaled`). A float has at most
//! 767 significant digits and 1074 places, so what lies beyond is zeros and is added by the layout.

use super::layout::Digits;
use super::scaled::{many_digits, write_many_places};
use crate::OutOfMemory;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

/// No float has as many significant digits or decimal places as this.
pub(super) const MOST_PLACES: usize = 1100;

/// Text that reports a refusing allocator as a formatting error.
struct Fallible(String);

impl Write for Fallible {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.try_reserve(text.len()).map_err(|_| fmt::Error)?;
        self.0.push_str(text);
        Ok(())
    }
}

/// Formats into fallibly allocated text.
pub(super) fn try_format(arguments: fmt::Arguments<'_>) -> Result<String, OutOfMemory> {
    let mut text = Fallible(String::new());
    text.write_fmt(arguments).map_err(|_| OutOfMemory)?;
    Ok(text.0)
}

/// The magnitude of a finite float rounded to `count` significant digits (at least one), ties to even.
pub(super) fn significant_digits(float: f64, count: usize) -> Result<Digits, OutOfMemory> {
    if let Some((number, exponent)) = few_digits(float, count) {
        return Ok(Digits::of_number(number, count, exponent));
    }
    many_digits(float, count)
}

/// The `count` first digits of a float's magnitude, rounded, ties to even, as a number, and the exponent of the first;
/// nothing where that takes wider numbers than a machine has.
fn few_digits(float: f64, count: usize) -> Option<(u64, i32)> {
    const MOST: usize = 17;
    if count == 0 || count > MOST || float == 0.0 {
        return None;
    }
    let first = 10u64.pow(count as u32 - 1);
    // What the binary exponent says about the decimal one, which may be one more.
    let binary = ((float.abs().to_bits() >> MANTISSA_BITS) as i32).wrapping_sub(1023);
    let mut exponent = (binary.wrapping_mul(1233)) >> 12;
    loop {
        let places = (count as i32).wrapping_sub(1).wrapping_sub(exponent);
        let number = match usize::try_from(places) {
            Ok(places) => units(float, places)?,
            Err(_) => tens(float, places.unsigned_abs())?,
        };
        if number < first {
            // The estimate was too high: such numbers are rare.
            return None;
        }
        if number < first.checked_mul(10)? {
            return Some((number, exponent));
        }
        // Either there is a digit more, or rounding has made it so: then all of them are zeros.
        exponent = exponent.wrapping_add(1);
    }
}

/// The magnitude of a finite float in units of a power of ten, ties to even; nothing where that takes wider numbers than
/// a machine has.
fn tens(float: f64, power: u32) -> Option<u64> {
    let (mantissa, exponent) = super::decompose(float);
    let unit = 10u128.checked_pow(power)?;
    let (value, unit) = match u32::try_from(exponent) {
        Ok(shift) => {
            (u128::from(mantissa).checked_shl(shift).filter(|value| value >> shift == u128::from(mantissa))?, unit)
        }
        Err(_) => {
            let shift = exponent.unsigned_abs();
            (u128::from(mantissa), unit.checked_shl(shift).filter(|wide| wide >> shift == unit)?)
        }
    };
    let (whole, rest) = (value.checked_div(unit)?, value.checked_rem(unit)?);
    let twice = rest.checked_mul(2)?;
    let rounds_up = twice > unit || twice == unit && whole & 1 == 1;
    u64::try_from(whole).ok()?.checked_add(u64::from(rounds_up))
}

/// The magnitude of a finite float rounded to `places` decimals, as text; at most [`MOST_PLACES`] are given.
pub(super) fn decimal_places(float: f64, places: usize) -> Result<String, OutOfMemory> {
    let mut out = Vec::new();
    write_decimal_places(&mut out, float, places)?;
    // All ASCII.
    Ok(String::from_utf8(out).unwrap_or_default())
}

/// Appends what [`decimal_places`] gives.
pub(super) fn write_decimal_places(out: &mut Vec<u8>, float: f64, places: usize) -> Result<(), OutOfMemory> {
    match units(float, places) {
        Some(units) => write_fixed_point(out, units, places),
        None => write_many_places(out, float, places),
    }
}

/// The powers of ten up to the one for the most places that programs mostly print.
static POWERS: [u64; 18] = {
    let mut powers = [1; 18];
    let mut index = 1;
    while index < powers.len() {
        powers[index] = powers[index - 1] * 10;
        index += 1;
    }
    powers
};

/// The bits of a float's mantissa that are stored.
const MANTISSA_BITS: u32 = f64::MANTISSA_DIGITS - 1;

/// The magnitude of a finite float in units of its last decimal place, ties to even; nothing where that takes wider
/// numbers than a machine has. Almost all numbers that programs print need no more.
fn units(float: f64, places: usize) -> Option<u64> {
    const MOST: usize = 22;
    if places > MOST {
        return None;
    }
    let bits = float.abs().to_bits();
    let (exponent, fraction) = ((bits >> MANTISSA_BITS) as i32, bits & ((1 << MANTISSA_BITS) - 1));
    // The value is mantissa * 2 ** (exponent - 1075); subnormal numbers have no hidden bit.
    let (mantissa, exponent) = if exponent == 0 { (fraction, 1) } else { (fraction | 1 << MANTISSA_BITS, exponent) };
    let shift = exponent - 1075;
    // Few places of what is neither tiny nor huge need no more than 64 bits.
    if places <= 3 && (-63..0).contains(&shift) {
        let shift = shift.unsigned_abs();
        let scaled = mantissa * POWERS.get(places).copied().unwrap_or(1);
        let half = 1u64 << (shift - 1);
        let (whole, rest) = (scaled >> shift, scaled & (half | (half - 1)));
        return Some(whole + u64::from(rest > half || rest == half && whole & 1 == 1));
    }
    // 53 bits and 10 ** 22 make 127 bits at most.
    let power = POWERS.get(places).map_or_else(|| 10u128.pow(places as u32), |&power| u128::from(power));
    let scaled = u128::from(mantissa) * power;
    if shift >= 0 {
        let wide = u64::try_from(scaled).ok()?;
        return (shift.unsigned_abs() < wide.leading_zeros()).then(|| wide << shift);
    }
    let shift = shift.unsigned_abs();
    if shift >= u128::BITS {
        // Less than half a unit.
        return Some(0);
    }
    let (whole, rest, half) = (scaled >> shift, scaled & ((1 << shift) - 1), 1u128 << (shift - 1));
    let rounds_up = rest > half || rest == half && whole & 1 == 1;
    u64::try_from(whole).ok()?.checked_add(u64::from(rounds_up))
}

/// Appends a number of units in decimal, with so many places behind the point.
fn write_fixed_point(out: &mut Vec<u8>, mut units: u64, places: usize) -> Result<(), OutOfMemory> {
    // Twenty digits, or a zero, the point and 22 places.
    let mut text = [b'0'; 24];
    let mut used = 0;
    for place in text.iter_mut().rev() {
        if used == places && places > 0 {
            *place = b'.';
        } else if let Ok(few) = u32::try_from(units) {
            // Small machines divide numbers of 64 bits in ten times the time.
            *place = b'0' + (few % 10) as u8;
            units = u64::from(few / 10);
        } else {
            *place = b'0' + (units % 10) as u8;
            units /= 10;
        }
        used += 1;
        if units == 0 && (places == 0 || used > places + 1) {
            break;
        }
    }
    let text = text.get(text.len() - used..).unwrap_or_default();
    out.try_reserve(text.len())?;
    out.extend_from_slice(text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Digits, decimal_places, few_digits};
    use alloc::format;

    fn numbers() -> alloc::vec::Vec<f64> {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut numbers = alloc::vec![0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 1e15, 1e22, 9.995, 5e-324, f64::MAX, 123456.5];
        for _ in 0..4000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let any = f64::from_bits(state);
            if any.is_finite() {
                numbers.push(any);
            }
            numbers.push((state >> 20) as f64 / 1024.0);
            numbers.push((state >> 40) as f64 / 1e6);
            numbers.push((state >> 11) as f64 * 2f64.powi((state % 40) as i32 - 60));
        }
        numbers
    }

    #[test]
    fn digits_agree_with_the_general_way() {
        let mut found = 0;
        for number in numbers() {
            for count in [1, 2, 3, 6, 7, 12, 16, 17] {
                let Some((digits, exponent)) = few_digits(number, count) else { continue };
                found += 1;
                let digits = Digits::of_number(digits, count, exponent);
                let expected = Digits::read(format!("{:.*e}", count - 1, number.abs()).as_bytes());
                assert_eq!(digits.as_slice(), expected.as_slice(), "{number:e}, {count}");
                assert_eq!(digits.exponent, expected.exponent, "{number:e}, {count}");
            }
        }
        assert!(found > 10_000, "{found}");
    }

    #[test]
    fn places_agree_with_the_general_way() {
        for number in numbers() {
            for places in [0, 1, 2, 3, 6, 10, 17, 22, 23] {
                let expected = format!("{:.*}", places, number.abs());
                assert_eq!(decimal_places(number, places).as_deref(), Ok(expected.as_str()), "{number:e}, {places}");
            }
        }
    }
}
