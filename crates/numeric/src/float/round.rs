//! `round(float, digits)`: the float nearest to the float's exact value rounded in decimal.

use super::exact::{decimal_places, try_format};
use super::reading::read;
use super::scaled::scaled;
use crate::OutOfMemory;

/// Why a float can't be rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundError {
    /// `rounded value too large to represent`
    TooLarge,
    /// The allocator refused.
    OutOfMemory,
}

impl From<OutOfMemory> for RoundError {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

/// Rounds to `digits` decimal places, which may be negative; exact ties go to the even digit.
pub fn round_digits(float: f64, digits: i64) -> Result<f64, RoundError> {
    // No float has a digit beyond the 323rd place that matters, nor one before the 309th.
    if !float.is_finite() || float == 0.0 || digits > 323 {
        return Ok(float);
    }
    if digits < -308 {
        return Ok(0.0f64.copysign(float));
    }
    let text = match usize::try_from(digits) {
        Ok(places) => decimal_places(float, places)?,
        Err(_) => {
            let Some(text) = round_before_point(float, digits.unsigned_abs())? else {
                return Ok(0.0f64.copysign(float));
            };
            text
        }
    };
    let rounded = read(&text);
    if rounded.is_finite() { Ok(rounded.copysign(float)) } else { Err(RoundError::TooLarge) }
}

/// The magnitude rounded to a multiple of `10^zeros`; nothing if that is zero.
fn round_before_point(float: f64, zeros: u64) -> Result<Option<alloc::string::String>, RoundError> {
    // No more than 308.
    let whole = scaled(float, (zeros as i32).wrapping_neg())?;
    if whole == "0" { Ok(None) } else { Ok(Some(try_format(format_args!("{whole}e{zeros}"))?)) }
}
