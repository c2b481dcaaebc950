//! Floats in a field.

use super::field::{append, pad, plain_fill, positive_sign};
use super::layout::Parts;
use super::{FormatError, FormatSpec};
use crate::float::{self, FloatFormat, FloatStyle};
use alloc::string::String;
use alloc::vec::Vec;

/// The largest precision that is tried; beyond it CPython refuses as well.
const MOST_PRECISION: usize = i32::MAX as usize;

/// Formats a float.
pub fn format_float(value: f64, spec: &FormatSpec) -> Result<String, FormatError> {
    let percent = spec.code == Some('%');
    let value = if percent { value * 100.0 } else { value };
    let mut text = digits(value, spec, spec.code.is_none())?;
    if percent {
        super::layout::push(&mut text, "%")?;
    }
    let mut out = String::new();
    Parts::of_float(&text).write(&mut out, spec)?;
    Ok(out)
}

/// Appends what [`format_float`] gives.
pub fn write_float(out: &mut Vec<u8>, value: f64, spec: &FormatSpec) -> Result<(), FormatError> {
    let fill = plain_fill(spec).filter(|_| !spec.no_negative_zero);
    let Some(fill) = fill else { return append(out, format_float(value, spec)?.as_bytes()) };
    let percent = spec.code == Some('%');
    let value = if percent { value * 100.0 } else { value };
    let format = notation(spec, spec.code.is_none())?;
    let start = out.len();
    let has_sign = value.is_sign_negative() && !value.is_nan();
    let sign = positive_sign(spec.sign).filter(|_| !has_sign);
    if let Some(sign) = sign {
        append(out, &[sign])?;
    }
    float::write_float(out, value, &format)?;
    if percent {
        append(out, b"%")?;
    }
    let inside = start.saturating_add(usize::from(has_sign || sign.is_some()));
    Ok(pad(out, start, inside, spec.width, (fill, spec.align))?)
}

/// A part of a complex number: whole numbers have no `.0`.
pub(super) fn part_digits(value: f64, spec: &FormatSpec) -> Result<String, FormatError> {
    digits(value, spec, false)
}

/// How the specification wants the number to be written.
fn notation(spec: &FormatSpec, point_zero: bool) -> Result<FloatFormat, FormatError> {
    if spec.precision.is_some_and(|precision| precision > MOST_PRECISION) {
        return Err(FormatError::PrecisionTooBig);
    }
    let style = match (spec.code, spec.precision) {
        (None, None) => FloatStyle::Shortest,
        (None | Some('g' | 'G' | 'n'), _) => FloatStyle::General,
        (Some('e' | 'E'), _) => FloatStyle::Exponent,
        (Some('f' | 'F' | '%'), _) => FloatStyle::Fixed,
        (Some(code), _) => return Err(FormatError::UnknownCode(code)),
    };
    Ok(FloatFormat {
        style,
        precision: spec.precision.unwrap_or(6),
        upper: matches!(spec.code, Some('E' | 'F' | 'G')),
        alternate: spec.alternate,
        point_zero,
    })
}

/// The number in the specification's notation, without field and grouping.
fn digits(value: f64, spec: &FormatSpec, point_zero: bool) -> Result<String, FormatError> {
    let mut text = float::format_float(value, &notation(spec, point_zero)?)?;
    if spec.no_negative_zero && text.starts_with('-') && is_zero(&text) {
        text.remove(0);
    }
    Ok(text)
}

/// Whether all digits of a formatted number are zeros.
fn is_zero(text: &str) -> bool {
    let mantissa = text.split(['e', 'E']).next().unwrap_or(text);
    mantissa.bytes().all(|byte| matches!(byte, b'-' | b'.' | b'0'))
}
