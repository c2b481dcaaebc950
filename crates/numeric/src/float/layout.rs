//! Digits and an exponent laid out as text: fixed point, exponent, or whichever of them Python chooses.

use super::{exact, shortest};
use crate::OutOfMemory;
use alloc::string::String;
use alloc::vec::Vec;

/// How a float is to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FloatStyle {
    /// `f`: the precision counts decimal places.
    Fixed,
    /// `e`: the precision counts the places behind the first digit.
    Exponent,
    /// `g`: the precision counts significant digits; trailing zeros are dropped unless `alternate`.
    General,
    /// `r`: the shortest digits that read back as the same float; the precision doesn't matter.
    #[default]
    Shortest,
}

/// How a float is to be written, in full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FloatFormat {
    /// The notation.
    pub style: FloatStyle,
    /// Decimal places or digits, as the style says.
    pub precision: usize,
    /// `E`, `INF` and `NAN` instead of `e`, `inf` and `nan`.
    pub upper: bool,
    /// `#`: the point is always written and trailing zeros stay.
    pub alternate: bool,
    /// Whole numbers in fixed notation get `.0`, so that they read back as floats.
    pub point_zero: bool,
}

/// Decimal digits as ASCII: the value is `d.ddd… · 10^exponent`. Digits behind the last are zero.
pub(super) struct Digits {
    pub(super) digits: Vec<u8>,
    pub(super) exponent: i32,
}

impl Digits {
    /// Takes plain or exponent notation apart; leading and trailing zeros are dropped, zero is one digit.
    pub(super) fn read(text: &[u8]) -> Self {
        let mut digits = Vec::with_capacity(24);
        let mut parts = text.split(|byte| *byte | 0x20 == b'e');
        let mantissa = parts.next().unwrap_or_default();
        let mut exponent = parts.next().map_or(0, read_exponent).wrapping_sub(1);
        let mut before_point = true;
        for byte in mantissa {
            if *byte == b'.' {
                before_point = false;
            } else if *byte != b'0' || !digits.is_empty() {
                digits.push(*byte);
                exponent = exponent.wrapping_add(i32::from(before_point));
            } else if !before_point {
                exponent = exponent.wrapping_sub(1);
            }
        }
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        if digits.is_empty() {
            return Self { digits: alloc::vec![b'0'], exponent: 0 };
        }
        Self { digits, exponent }
    }
}

fn read_exponent(text: &[u8]) -> i32 {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let value = digits
        .iter()
        .fold(0i32, |value, digit| value.wrapping_mul(10).wrapping_add(i32::from(digit.wrapping_sub(b'0'))));
    if negative { value.wrapping_neg() } else { value }
}

/// Writes a float, with a minus sign if its sign is set; not-a-number has no sign.
pub fn format_float(float: f64, format: &FloatFormat) -> Result<String, OutOfMemory> {
    let mut out = Text(String::new());
    if float.is_sign_negative() && !float.is_nan() {
        out.repeat('-', 1)?;
    }
    if !float.is_finite() {
        out.push_str(match (float.is_nan(), format.upper) {
            (true, false) => "nan",
            (true, true) => "NAN",
            (false, false) => "inf",
            (false, true) => "INF",
        })?;
        return Ok(out.0);
    }
    match format.style {
        FloatStyle::Fixed => {
            out.push_str(&exact::decimal_places(float, format.precision)?)?;
            out.repeat('0', format.precision.saturating_sub(exact::MOST_PLACES))?;
            if format.precision == 0 && format.alternate {
                out.repeat('.', 1)?;
            }
        }
        FloatStyle::Exponent => {
            let digits = exact::significant_digits(float, format.precision.saturating_add(1))?;
            out.exponent(&digits, format.precision, format)?;
        }
        FloatStyle::General => out.general(float, format)?,
        FloatStyle::Shortest => {
            let digits = shortest::shortest_digits(float);
            if (-4..16).contains(&digits.exponent) {
                out.fixed(&digits, 0, format)?;
            } else {
                let places = digits.digits.len().saturating_sub(1);
                out.exponent(&digits, places, format)?;
            }
        }
    }
    Ok(out.0)
}

/// The text under construction.
struct Text(String);

impl Text {
    fn push_str(&mut self, text: &str) -> Result<(), OutOfMemory> {
        self.0.try_reserve(text.len())?;
        self.0.push_str(text);
        Ok(())
    }

    fn repeat(&mut self, character: char, count: usize) -> Result<(), OutOfMemory> {
        self.0.try_reserve(count)?;
        self.0.extend(core::iter::repeat_n(character, count));
        Ok(())
    }

    fn push_digits(&mut self, digits: &[u8]) -> Result<(), OutOfMemory> {
        self.0.try_reserve(digits.len())?;
        self.0.extend(digits.iter().map(|digit| char::from(*digit)));
        Ok(())
    }

    fn general(&mut self, float: f64, format: &FloatFormat) -> Result<(), OutOfMemory> {
        let precision = format.precision.max(1);
        let digits = exact::significant_digits(float, precision)?;
        // With ".0" to come, a number that uses up the precision before the point would show too many digits.
        let limit = i64::try_from(precision).unwrap_or(i64::MAX).saturating_sub(i64::from(format.point_zero));
        let exponent = i64::from(digits.exponent);
        if exponent < -4 || exponent >= limit {
            let places = if format.alternate { precision } else { digits.digits.len() }.saturating_sub(1);
            return self.exponent(&digits, places, format);
        }
        let places = if format.alternate {
            let places = i64::try_from(precision).unwrap_or(i64::MAX).saturating_sub(1).saturating_sub(exponent);
            usize::try_from(places).unwrap_or(0)
        } else {
            0
        };
        self.fixed(&digits, places, format)
    }

    /// Fixed notation with at least `places` decimals.
    fn fixed(&mut self, digits: &Digits, places: usize, format: &FloatFormat) -> Result<(), OutOfMemory> {
        let before = usize::try_from(digits.exponent.saturating_add(1)).unwrap_or(0);
        let leading = usize::try_from(digits.exponent.saturating_add(1).saturating_neg()).unwrap_or(0);
        let (whole, fraction) = digits.digits.split_at_checked(before).unwrap_or((&digits.digits, &[]));
        if before == 0 {
            self.repeat('0', 1)?;
        }
        self.push_digits(whole)?;
        self.repeat('0', before.saturating_sub(whole.len()))?;
        // Zero has a digit but nothing to show behind the point.
        let shown = if fraction.is_empty() { 0 } else { leading.saturating_add(fraction.len()) };
        let places = places.max(shown).max(usize::from(format.point_zero));
        if places > 0 || format.alternate {
            self.repeat('.', 1)?;
        }
        if shown > 0 {
            self.repeat('0', leading)?;
            self.push_digits(fraction)?;
        }
        self.repeat('0', places.saturating_sub(shown))
    }

    /// Exponent notation with exactly `places` decimals.
    fn exponent(&mut self, digits: &Digits, places: usize, format: &FloatFormat) -> Result<(), OutOfMemory> {
        let (first, rest) = digits.digits.split_at_checked(1).unwrap_or((b"0", &[]));
        self.push_digits(first)?;
        if places > 0 || format.alternate {
            self.repeat('.', 1)?;
        }
        self.push_digits(rest)?;
        self.repeat('0', places.saturating_sub(rest.len()))?;
        self.repeat(if format.upper { 'E' } else { 'e' }, 1)?;
        self.repeat(if digits.exponent < 0 { '-' } else { '+' }, 1)?;
        let exponent = digits.exponent.unsigned_abs();
        self.push_str(&exact::try_format(format_args!("{exponent:02}"))?)
    }
}
