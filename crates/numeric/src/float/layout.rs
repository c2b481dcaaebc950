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

/// How many digits are held without memory of their own: more than any float needs to be told from all others.
const FEW: usize = 24;

/// Decimal digits as ASCII: the value is `d.ddd… · 10^exponent`. Digits behind the last are zero.
pub(super) struct Digits {
    few: [u8; FEW],
    /// All of them, once they are more.
    many: Vec<u8>,
    count: usize,
    pub(super) exponent: i32,
}

impl Digits {
    const fn new(exponent: i32) -> Self {
        Self { few: [b'0'; FEW], many: Vec::new(), count: 0, exponent }
    }

    fn push(&mut self, digit: u8) {
        match self.few.get_mut(self.count) {
            Some(place) => *place = digit,
            None => {
                if self.many.is_empty() {
                    self.many.extend_from_slice(&self.few);
                }
                self.many.push(digit);
            }
        }
        self.count = self.count.saturating_add(1);
    }

    /// The digits: at least one.
    pub(super) fn as_slice(&self) -> &[u8] {
        let held = if self.many.is_empty() { &self.few[..] } else { &self.many };
        held.get(..self.count.max(1)).unwrap_or(held)
    }

    /// The digits of a number, which are `count`, without zeros at the end.
    pub(super) fn of_number(mut number: u64, count: usize, exponent: i32) -> Self {
        let mut digits = Self::new(exponent);
        for place in digits.few.iter_mut().take(count).rev() {
            *place = b'0'.wrapping_add((number % 10) as u8);
            number /= 10;
        }
        digits.count = count.min(FEW);
        digits.drop_zeros();
        digits
    }

    /// The digits of a text, without zeros at the end.
    pub(super) fn of_text(text: &[u8], exponent: i32) -> Self {
        let mut digits = Self::new(exponent);
        text.iter().for_each(|&digit| digits.push(digit));
        digits.drop_zeros();
        digits
    }

    fn drop_zeros(&mut self) {
        let last = self.as_slice().iter().rposition(|&digit| digit != b'0');
        self.count = last.map_or(0, |last| last.saturating_add(1));
        if self.count == 0 {
            *self = Self::new(0);
        }
    }

    /// Takes plain or exponent notation apart; leading and trailing zeros are dropped, zero is one digit.
    pub(super) fn read(text: &[u8]) -> Self {
        let mut parts = text.split(|byte| *byte | 0x20 == b'e');
        let mantissa = parts.next().unwrap_or_default();
        let mut digits = Self::new(parts.next().map_or(0, read_exponent).wrapping_sub(1));
        let mut before_point = true;
        for byte in mantissa {
            if *byte == b'.' {
                before_point = false;
            } else if *byte != b'0' || digits.count > 0 {
                digits.push(*byte);
                digits.exponent = digits.exponent.wrapping_add(i32::from(before_point));
            } else if !before_point {
                digits.exponent = digits.exponent.wrapping_sub(1);
            }
        }
        digits.drop_zeros();
        digits
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

/// A float as text, with a minus sign if its sign is set; not-a-number has no sign.
pub fn format_float(float: f64, format: &FloatFormat) -> Result<String, OutOfMemory> {
    let mut out = Vec::new();
    write_float(&mut out, float, format)?;
    // All ASCII.
    Ok(String::from_utf8(out).unwrap_or_default())
}

/// Appends what [`format_float`] gives.
pub fn write_float(out: &mut Vec<u8>, float: f64, format: &FloatFormat) -> Result<(), OutOfMemory> {
    let mut out = Text(out);
    if float.is_sign_negative() && !float.is_nan() {
        out.push(b'-')?;
    }
    if !float.is_finite() {
        return out.push_digits(match (float.is_nan(), format.upper) {
            (true, false) => b"nan",
            (true, true) => b"NAN",
            (false, false) => b"inf",
            (false, true) => b"INF",
        });
    }
    match format.style {
        FloatStyle::Fixed => {
            exact::write_decimal_places(out.0, float, format.precision)?;
            out.repeat(b'0', format.precision.saturating_sub(exact::MOST_PLACES))?;
            if format.precision == 0 && format.alternate {
                out.push(b'.')?;
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
                let places = digits.as_slice().len().saturating_sub(1);
                out.exponent(&digits, places, format)?;
            }
        }
    }
    Ok(())
}

/// The text under construction.
struct Text<'a>(&'a mut Vec<u8>);

impl Text<'_> {
    #[inline]
    fn push(&mut self, byte: u8) -> Result<(), OutOfMemory> {
        self.0.try_reserve(1)?;
        self.0.push(byte);
        Ok(())
    }

    fn repeat(&mut self, byte: u8, count: usize) -> Result<(), OutOfMemory> {
        if count > 0 {
            self.0.try_reserve(count)?;
            self.0.resize(self.0.len().saturating_add(count), byte);
        }
        Ok(())
    }

    #[inline]
    fn push_digits(&mut self, digits: &[u8]) -> Result<(), OutOfMemory> {
        self.0.try_reserve(digits.len())?;
        self.0.extend_from_slice(digits);
        Ok(())
    }

    fn general(&mut self, float: f64, format: &FloatFormat) -> Result<(), OutOfMemory> {
        let precision = format.precision.max(1);
        let digits = exact::significant_digits(float, precision)?;
        // With ".0" to come, a number that uses up the precision before the point would show too many digits.
        let limit = i64::try_from(precision).unwrap_or(i64::MAX).saturating_sub(i64::from(format.point_zero));
        let exponent = i64::from(digits.exponent);
        if exponent < -4 || exponent >= limit {
            let places = if format.alternate { precision } else { digits.as_slice().len() }.saturating_sub(1);
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
        let digits = digits.as_slice();
        let (whole, fraction) = digits.split_at_checked(before).unwrap_or((digits, &[]));
        if before == 0 {
            self.push(b'0')?;
        }
        self.push_digits(whole)?;
        self.repeat(b'0', before.saturating_sub(whole.len()))?;
        // Zero has a digit but nothing to show behind the point.
        let shown = if fraction.is_empty() { 0 } else { leading.saturating_add(fraction.len()) };
        let places = places.max(shown).max(usize::from(format.point_zero));
        if places > 0 || format.alternate {
            self.push(b'.')?;
        }
        if shown > 0 {
            self.repeat(b'0', leading)?;
            self.push_digits(fraction)?;
        }
        self.repeat(b'0', places.saturating_sub(shown))
    }

    /// Exponent notation with exactly `places` decimals.
    fn exponent(&mut self, digits: &Digits, places: usize, format: &FloatFormat) -> Result<(), OutOfMemory> {
        let (first, rest) = digits.as_slice().split_at_checked(1).unwrap_or((b"0", &[]));
        self.push_digits(first)?;
        if places > 0 || format.alternate {
            self.push(b'.')?;
        }
        self.push_digits(rest)?;
        self.repeat(b'0', places.saturating_sub(rest.len()))?;
        self.push(if format.upper { b'E' } else { b'e' })?;
        self.push(if digits.exponent < 0 { b'-' } else { b'+' })?;
        let exponent = digits.exponent.unsigned_abs();
        let digit = |value: u32| b'0'.wrapping_add((value % 10) as u8);
        if exponent >= 100 {
            self.push(digit(exponent / 100))?;
        }
        self.push_digits(&[digit(exponent / 10), digit(exponent)])
    }
}
