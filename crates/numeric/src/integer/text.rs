//! Integers to and from text, as `int(text, base)` reads and `str`, `hex`, `oct`, `bin` print them.
//!
//! The caller has stripped white space and turned other scripts' digits into ASCII, and applies the limit
//! on the number of decimal digits: the texts here are plain.

use super::{Integer, IntegerError, IntegerRef, IntegerResult};
use crate::natural::digit::Digit;
use crate::natural::{Unfinished, Watch, Word, radix};
use alloc::string::String;
use alloc::vec::Vec;

/// Why a text is no integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseIntegerError {
    /// `int() base must be >= 2 and <= 36, or 0`
    Base,
    /// `invalid literal for int() with base …`
    Literal,
    /// There is no memory for the number.
    OutOfMemory,
    /// The watch said to stop.
    Interrupted,
}

/// Reads an integer as Python's `int(text, base)` does: sign, prefix, underscores between digits.
///
/// Base 0 takes the base from the prefix and refuses leading zeros in a decimal number other than zero.
pub fn parse_integer(text: &str, base: u32, watch: Watch) -> Result<Integer, ParseIntegerError> {
    if base == 1 || base > 36 {
        return Err(ParseIntegerError::Base);
    }
    let bytes = text.as_bytes();
    let (negative, bytes) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, bytes),
    };
    let (base, digits, leading_zeros_allowed) = split_prefix(bytes, base);
    if base.is_power_of_two()
        && let Some(number) = radix::parse_symbols::<Word>(digits, base.trailing_zeros())
    {
        let number = number.map_err(|_| ParseIntegerError::OutOfMemory)?;
        let limbs = Word::into_limbs(number).map_err(|_| ParseIntegerError::OutOfMemory)?;
        return Ok(Integer::new(negative, limbs));
    }
    let values = digit_values(digits, base)?;
    if !leading_zeros_allowed && values.first() == Some(&0) && values.iter().any(|value| *value != 0) {
        return Err(ParseIntegerError::Literal);
    }
    let number = radix::parse::<Word>(&values, base, watch).map_err(|reason| match reason {
        Unfinished::OutOfMemory => ParseIntegerError::OutOfMemory,
        Unfinished::Interrupted => ParseIntegerError::Interrupted,
    })?;
    let limbs = Word::into_limbs(number).map_err(|_| ParseIntegerError::OutOfMemory)?;
    Ok(Integer::new(negative, limbs))
}

/// Reads a short decimal number without underscores; nothing if the text is anything else.
#[must_use]
pub fn parse_small(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, bytes),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0i64;
    for digit in digits {
        let place = digit.wrapping_sub(b'0');
        if place > 9 {
            return None;
        }
        value = value.wrapping_mul(10).wrapping_add(i64::from(place));
    }
    Some(if negative { value.wrapping_neg() } else { value })
}

/// The base, the digits behind the prefix, and whether the number may have leading zeros.
///
/// A single underscore may follow a prefix; it goes with it.
fn split_prefix(text: &[u8], base: u32) -> (u32, &[u8], bool) {
    let (prefix_base, rest) = match text {
        [b'0', b'x' | b'X', rest @ ..] => (16, rest),
        [b'0', b'o' | b'O', rest @ ..] => (8, rest),
        [b'0', b'b' | b'B', rest @ ..] => (2, rest),
        _ => {
            return if base == 0 { (10, text, false) } else { (base, text, true) };
        }
    };
    if base != 0 && base != prefix_base {
        return (base, text, true);
    }
    let rest = match rest {
        [b'_', after @ ..] => after,
        _ => rest,
    };
    (prefix_base, rest, true)
}

/// The values of the digits; an error unless there are some and underscores stand between two of them.
fn digit_values(digits: &[u8], base: u32) -> Result<Vec<u8>, ParseIntegerError> {
    let mut values = Vec::new();
    values.try_reserve_exact(digits.len()).map_err(|_| ParseIntegerError::OutOfMemory)?;
    let mut after_digit = false;
    for byte in digits {
        if *byte == b'_' && after_digit {
            after_digit = false;
            continue;
        }
        let value = radix::symbol_value(*byte);
        if u32::from(value) >= base {
            return Err(ParseIntegerError::Literal);
        }
        values.push(value);
        after_digit = true;
    }
    if after_digit { Ok(values) } else { Err(ParseIntegerError::Literal) }
}

impl IntegerRef<'_> {
    /// The number in base 2 to 36, digits in lower case, with a minus sign if it is negative and no prefix.
    ///
    /// Other bases print as the nearest of these.
    pub fn to_text(self, base: u32, watch: Watch) -> IntegerResult<String> {
        let base = base.clamp(2, 36);
        let mut text = String::new();
        if let Some(magnitude) = self.magnitude() {
            text.try_reserve(24).map_err(|_| IntegerError::OutOfMemory)?;
            if self.negative {
                text.push('-');
            }
            push_small(&mut text, magnitude, base)?;
            return Ok(text);
        }
        let mut bytes = radix::print::<Word>(&Word::from_limbs(self.limbs)?, base, watch)?;
        if self.negative {
            bytes.try_reserve(1).map_err(|_| IntegerError::OutOfMemory)?;
            bytes.insert(0, b'-');
        }
        // The bytes are all ASCII, so nothing is lost here.
        String::from_utf8(bytes).map_err(|_| IntegerError::OutOfMemory)
    }

    /// The number in decimal: Python's `str` and `repr`.
    pub fn to_decimal(self, watch: Watch) -> IntegerResult<String> {
        self.to_text(10, watch)
    }

    /// More digits than this the decimal text can't have: for limits that are checked before printing.
    #[must_use]
    pub fn decimal_digits_bound(self) -> u64 {
        // log10(2) is a little below 30103 / 100000.
        self.bit_length().saturating_mul(30103) / 100_000 + 1
    }
}

/// Appends a machine integer in any base.
fn push_small(text: &mut String, value: u64, base: u32) -> IntegerResult<()> {
    let mut buffer = [0u8; 64];
    let mut rest = value;
    let mut used = 0usize;
    for place in buffer.iter_mut().rev() {
        // Small machines divide 32 bits much faster.
        let digit;
        if let Ok(small) = u32::try_from(rest) {
            digit = small.checked_rem(base).unwrap_or(0);
            rest = u64::from(small.checked_div(base).unwrap_or(0));
        } else {
            digit = rest.checked_rem(u64::from(base)).unwrap_or(0) as u32;
            rest = rest.checked_div(u64::from(base)).unwrap_or(0);
        }
        *place = char::from_digit(digit, base).map_or(b'0', |symbol| symbol as u8);
        used = used.saturating_add(1);
        if rest == 0 {
            break;
        }
    }
    text.try_reserve(used).map_err(|_| IntegerError::OutOfMemory)?;
    let digits = buffer.get(buffer.len().saturating_sub(used)..).unwrap_or(&[]);
    // They are ASCII, so nothing is lost.
    text.push_str(core::str::from_utf8(digits).unwrap_or_default());
    Ok(())
}
