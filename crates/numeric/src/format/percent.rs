//! The older `%` formats of numbers, with flags that the caller has parsed.

use super::FormatError;
use super::layout::{push, repeat};
use crate::float::{FloatFormat, FloatStyle, format_float};
use crate::integer::IntegerRef;
use crate::watch::Watch;
use alloc::string::String;

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
    let (base, prefix) = match conversion {
        'd' | 'i' | 'u' => (10, ""),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => return Err(FormatError::UnknownCode(conversion)),
    };
    let text = value.abs().to_text(base, watch)?;
    let mut digits = String::new();
    repeat(&mut digits, '0', spec.precision.unwrap_or(0).saturating_sub(text.len()))?;
    push(&mut digits, &text)?;
    if conversion == 'X' {
        digits.make_ascii_uppercase();
    }
    spec.lay_out(value.is_negative(), if spec.alternate { prefix } else { "" }, &digits)
}

/// `%e`, `%E`, `%f`, `%F`, `%g`, `%G`.
pub fn percent_float(value: f64, conversion: char, spec: &PercentSpec) -> Result<String, FormatError> {
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
    let text = format_float(value, &format)?;
    match text.strip_prefix('-') {
        Some(digits) => spec.lay_out(true, "", digits),
        None => spec.lay_out(false, "", &text),
    }
}

impl PercentSpec {
    /// Sign, prefix and digits in the field; zeros fill between prefix and digits.
    fn lay_out(&self, negative: bool, prefix: &str, digits: &str) -> Result<String, FormatError> {
        let sign = match (negative, self.plus, self.blank) {
            (true, _, _) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            (false, false, false) => "",
        };
        let length = sign.len().saturating_add(prefix.len()).saturating_add(digits.len());
        let padding = self.width.saturating_sub(length);
        let (before, inside, behind) = match (self.left, self.zero) {
            (true, _) => (0, 0, padding),
            (false, true) => (0, padding, 0),
            (false, false) => (padding, 0, 0),
        };
        let mut out = String::new();
        repeat(&mut out, ' ', before)?;
        push(&mut out, sign)?;
        push(&mut out, prefix)?;
        repeat(&mut out, '0', inside)?;
        push(&mut out, digits)?;
        repeat(&mut out, ' ', behind)?;
        Ok(out)
    }
}
