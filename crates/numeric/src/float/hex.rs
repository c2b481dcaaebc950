//! Hexadecimal floats: `float.hex` and `float.fromhex`.

use super::exact::try_format;
use super::parts::{compose, decompose};
use crate::OutOfMemory;
use alloc::string::String;

/// Why a text is no hexadecimal float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FromHexError {
    /// `invalid hexadecimal floating-point string`
    Invalid,
    /// `hexadecimal value too large to represent as a float`
    TooLarge,
}

/// The float as Python's `float.hex` writes it: `0x1.8000000000000p+1`.
pub fn to_hex(float: f64) -> Result<String, OutOfMemory> {
    if !float.is_finite() {
        return super::format_float(float, &super::FloatFormat::default());
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    let (significand, exponent) = decompose(float);
    if significand == 0 {
        return try_format(format_args!("{sign}0x0.0p+0"));
    }
    let leading = significand >> 52;
    let fraction = significand & ((1 << 52) - 1);
    try_format(format_args!("{sign}0x{leading}.{fraction:013x}p{:+}", exponent.wrapping_add(52)))
}

/// Reads what [`to_hex`] writes and everything else that `float.fromhex` accepts, correctly rounded.
pub fn from_hex(text: &str) -> Result<f64, FromHexError> {
    let text = text.trim_matches(|c: char| matches!(c, ' ' | '\t' | '\n' | '\x0b' | '\x0c' | '\r')).as_bytes();
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let magnitude = if text.eq_ignore_ascii_case(b"inf") || text.eq_ignore_ascii_case(b"infinity") {
        f64::INFINITY
    } else if text.eq_ignore_ascii_case(b"nan") {
        f64::NAN
    } else {
        magnitude(text)?
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn magnitude(text: &[u8]) -> Result<f64, FromHexError> {
    let text = match text {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        _ => text,
    };
    let end = text.iter().position(|byte| *byte | 0x20 == b'p').unwrap_or(text.len());
    let (mantissa, exponent) = text.split_at_checked(end).unwrap_or((text, &[]));
    let mut exponent = match exponent {
        [] => 0,
        [_, digits @ ..] => read_exponent(digits)?,
    };
    // The leading 64 bits; what is cut off below leaves its trace in the lowest.
    let mut bits = 0u64;
    let (mut any, mut behind_point) = (false, false);
    for byte in mantissa {
        if *byte == b'.' && !behind_point {
            behind_point = true;
            continue;
        }
        let digit = char::from(*byte).to_digit(16).ok_or(FromHexError::Invalid)?;
        any = true;
        if bits >> 60 == 0 {
            bits = bits << 4 | u64::from(digit);
            exponent = exponent.saturating_sub(4 * i64::from(behind_point));
        } else {
            bits |= u64::from(digit != 0);
            exponent = exponent.saturating_add(4 * i64::from(!behind_point));
        }
    }
    if !any {
        return Err(FromHexError::Invalid);
    }
    if bits == 0 {
        return Ok(0.0);
    }
    let exponent = exponent.clamp(-100_000, 100_000) as i32;
    compose(bits, exponent).ok_or(FromHexError::TooLarge)
}

fn read_exponent(text: &[u8]) -> Result<i64, FromHexError> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() {
        return Err(FromHexError::Invalid);
    }
    let mut value = 0i64;
    for byte in digits {
        let digit = char::from(*byte).to_digit(10).ok_or(FromHexError::Invalid)?;
        value = value.saturating_mul(10).saturating_add(i64::from(digit));
    }
    Ok(if negative { value.saturating_neg() } else { value })
}
