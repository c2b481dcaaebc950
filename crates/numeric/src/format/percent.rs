//! The older `%` formats of numbers, with flags that the caller has parsed.

use super::field::{MachineDigits, append, pad};
use super::{Align, FormatError};
use crate::float::{FloatFormat, FloatStyle, write_float};
use crate::integer::IntegerRef;
use crate::natural::OutOfMemory;
use crate::watch::Watch;
use alloc::string::String;
use alloc::vec::Vec;

/// The flags, width and precision between `%` and the conversion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PercentSpec {
    /// `-`: to the left.
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space.
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least number of characters.
    pub width: usize,
    /// Decimals or digits; for an integer, its least number of digits.
    pub precision: Option<usize>,
}

/// `%d`, `%i`, `%u`, `%o`, `%x`, `%X`. The caller applies the limit on decimal digits before.
pub fn percent_integer(
    value: IntegerRef<'_>,
    conversion: char,
    spec: &PercentSpec,
    watch: Watch,
) -> Result<String, FormatError> {
    let mut out = Vec::new();
    write_percent_integer(&mut out, value, conversion, spec, watch)?;
    // All ASCII.
    Ok(String::from_utf8(out).unwrap_or_default())
}

/// Appends what [`percent_integer`] gives.
pub fn write_percent_integer(
    out: &mut Vec<u8>,
    value: IntegerRef<'_>,
    conversion: char,
    spec: &PercentSpec,
    watch: Watch,
) -> Result<(), FormatError> {
    let (base, prefix) = match conversion {
        'd' | 'i' | 'u' => (10, ""),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => return Err(FormatError::UnknownCode(conversion)),
    };
    let start = out.len();
    spec.push_sign(out, value.is_negative())?;
    if spec.alternate {
        append(out, prefix.as_bytes())?;
    }
    let inside = out.len();
    let upper = conversion == 'X';
    match value.to_i64() {
        Some(small) => {
            let digits = MachineDigits::new(small.unsigned_abs(), base, upper);
            spec.push_digits(out, digits.as_bytes())?;
        }
        None => {
            let mut digits = value.abs().to_text(base, watch)?;
            if upper {
                digits.make_ascii_uppercase();
            }
            spec.push_digits(out, digits.as_bytes())?;
        }
    }
    spec.pad(out, start, inside)
}

/// `%e`, `%E`, `%f`, `%F`, `%g`, `%G`.
pub fn percent_float(value: f64, conversion: char, spec: &PercentSpec) -> Result<String, FormatError> {
    let mut out = Vec::new();
    write_percent_float(&mut out, value, conversion, spec)?;
    // All ASCII.
    Ok(String::from_utf8(out).unwrap_or_default())
}

/// Appends what [`percent_float`] gives.
pub fn write_percent_float(
    out: &mut Vec<u8>,
    value: f64,
    conversion: char,
    spec: &PercentSpec,
) -> Result<(), FormatError> {
    let style = match conversion {
        'e' | 'E' => FloatStyle::Exponent,
        'f' | 'F' => FloatStyle::Fixed,
        'g' | 'G' => FloatStyle::General,
        _ => return Err(FormatError::UnknownCode(conversion)),
    };
    let format = FloatFormat {
        style,
        precision: spec.precision.unwrap_or(6),
        upper: conversion.is_ascii_uppercase(),
        alternate: spec.alternate,
        point_zero: false,
    };
    let start = out.len();
    let negative = value.is_sign_negative() && !value.is_nan();
    spec.push_sign(out, negative)?;
    let inside = out.len();
    write_float(out, if negative { -value } else { value }, &format)?;
    spec.pad(out, start, inside)
}

impl PercentSpec {
    fn push_sign(&self, out: &mut Vec<u8>, negative: bool) -> Result<(), FormatError> {
        append(
            out,
            match (negative, self.plus, self.blank) {
                (true, _, _) => b"-",
                (false, true, _) => b"+",
                (false, false, true) => b" ",
                (false, false, false) => b"",
            },
        )
    }

    /// The digits of an integer, of which the precision is the least number.
    fn push_digits(&self, out: &mut Vec<u8>, digits: &[u8]) -> Result<(), FormatError> {
        let zeros = self.precision.unwrap_or(0).saturating_sub(digits.len());
        if zeros > 0 {
            out.try_reserve(zeros).map_err(OutOfMemory::from)?;
            out.resize(out.len().saturating_add(zeros), b'0');
        }
        append(out, digits)
    }

    /// Puts the number that was appended from `start` on into its field; zeros go to `inside`.
    fn pad(&self, out: &mut Vec<u8>, start: usize, inside: usize) -> Result<(), FormatError> {
        let how = match (self.left, self.zero) {
            (true, _) => (b' ', Align::Left),
            (false, true) => (b'0', Align::AfterSign),
            (false, false) => (b' ', Align::Right),
        };
        Ok(pad(out, start, inside, self.width, how)?)
    }
}
