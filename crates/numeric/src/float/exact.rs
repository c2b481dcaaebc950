//! Exactly rounded decimal digits, as many as asked for.
//!
//! The core library's formatting is exact for any precision. Its precision is limited to 16 bits, but a
//! float has at most 767 significant digits and 1074 places, so what lies beyond is zeros and is added by
//! the layout.

use super::layout::Digits;
use crate::OutOfMemory;
use alloc::string::String;
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
    let places = count.saturating_sub(1).min(MOST_PLACES);
    let text = try_format(format_args!("{:.*e}", places, float.abs()))?;
    Ok(Digits::read(text.as_bytes()))
}

/// The magnitude of a finite float rounded to `places` decimals, as text; at most [`MOST_PLACES`] are given.
pub(super) fn decimal_places(float: f64, places: usize) -> Result<String, OutOfMemory> {
    match units(float, places) {
        Some(units) => fixed_point(units, places),
        None => try_format(format_args!("{:.*}", places.min(MOST_PLACES), float.abs())),
    }
}

/// The magnitude of a finite float in units of its last decimal place, ties to even; nothing where that takes wider
/// numbers than a machine has. Almost all numbers that programs print need no more.
fn units(float: f64, places: usize) -> Option<u64> {
    const MOST: usize = 22;
    const MANTISSA_BITS: u32 = f64::MANTISSA_DIGITS - 1;
    if places > MOST {
        return None;
    }
    let bits = float.abs().to_bits();
    let (exponent, fraction) = ((bits >> MANTISSA_BITS) as i32, bits & ((1 << MANTISSA_BITS) - 1));
    // The value is mantissa * 2 ** (exponent - 1075); subnormal numbers have no hidden bit.
    let (mantissa, exponent) = if exponent == 0 { (fraction, 1) } else { (fraction | 1 << MANTISSA_BITS, exponent) };
    // 53 bits and 10 ** 22 make 127 bits at most.
    let scaled = u128::from(mantissa) * 10u128.pow(places as u32);
    let shift = exponent - 1075;
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

/// A number of units in decimal, with so many places behind the point.
fn fixed_point(mut units: u64, places: usize) -> Result<String, OutOfMemory> {
    // Twenty digits, or a zero, the point and 22 places.
    let mut text = [b'0'; 24];
    let mut used = 0;
    for place in text.iter_mut().rev() {
        if used == places && places > 0 {
            *place = b'.';
        } else {
            *place = b'0' + (units % 10) as u8;
            units /= 10;
        }
        used += 1;
        if units == 0 && (places == 0 || used > places + 1) {
            break;
        }
    }
    let text = text.get(text.len() - used..).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or_default();
    let mut out = String::new();
    out.try_reserve(text.len()).map_err(|_| OutOfMemory)?;
    out.push_str(text);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::decimal_places;
    use alloc::format;

    #[test]
    fn places_agree_with_the_general_way() {
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
        for number in numbers {
            for places in [0, 1, 2, 3, 6, 10, 17, 22, 23] {
                let expected = format!("{:.*}", places, number.abs());
                assert_eq!(decimal_places(number, places).as_deref(), Ok(expected.as_str()), "{number:e}, {places}");
            }
        }
    }
}
