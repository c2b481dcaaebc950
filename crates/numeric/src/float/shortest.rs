//! The shortest digits that read back as the same float, and Python's `repr` made of them.
//!
//! The digits are those of the crate `zmij`: without `std`, faster than `ryu` and the core library, and when optimised
//! for size its tables shrink from 17 KB to under 1 KB, so that on a board it costs less than the core library's own.

use super::layout::{Digits, FloatFormat, FloatStyle, format_float};
use alloc::string::String;

/// The shortest digits of a finite float's magnitude.
pub(super) fn shortest_digits(float: f64) -> Digits {
    let mut buffer = zmij::Buffer::new();
    Digits::read(buffer.format_finite(float.abs()).as_bytes())
}

/// The text that Python's `repr` and `str` give: `0.1`, `1e+16`, `-0.0`, `inf`, `nan`.
#[must_use]
pub fn repr(float: f64) -> String {
    let format = FloatFormat { style: FloatStyle::Shortest, precision: 0, point_zero: true, ..FloatFormat::default() };
    format_float(float, &format).unwrap_or_default()
}
