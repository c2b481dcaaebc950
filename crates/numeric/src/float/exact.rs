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
    try_format(format_args!("{:.*}", places.min(MOST_PLACES), float.abs()))
}
