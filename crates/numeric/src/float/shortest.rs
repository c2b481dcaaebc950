//! The shortest digits that read back as the same float, and Python's `repr` made of them.
//!
//! The digits are those of the crate `zmij`: without `std`, faster than `ryu` and the core library, and when optimised
//! for size its tables shrink from 17 KB to under 1 KB, so that on a board it costs less than the core library's own.

use super::layout::{Digits, FloatFormat, FloatStyle, format_float, write_float};
use crate::OutOfMemory;
use alloc::string::String;
use alloc::vec::Vec;

/// The shortest digits of a finite float's magnitude.
pub(super) fn shortest_digits(float: f64) -> Digits {
    let mut buffer = zmij::Buffer::new();
    Digits::read(buffer.format_finite(float.abs()).as_bytes())
}

/// The text that Python's `repr` and `str` give: `0.1`, `1e+16`, `-0.0`, `inf`, `nan`.
#[must_use]
pub fn repr(float: f64) -> String {
    format_float(float, &REPR).unwrap_or_default()
}

/// Appends what [`repr`] gives.
pub fn write_repr(out: &mut Vec<u8>, float: f64) -> Result<(), OutOfMemory> {
    write_float(out, float, &REPR)
}

const REPR: FloatFormat =
    FloatFormat { style: FloatStyle::Shortest, precision: 0, upper: false, alternate: false, point_zero: true };
