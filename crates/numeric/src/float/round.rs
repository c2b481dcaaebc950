//! `round(float, digits)`: the float nearest to the float's exact value rounded in decimal.

use super::exact::{MOST_PLACES, decimal_places, try_format};
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
    let rounded: f64 = text.parse().unwrap_or(f64::INFINITY);
    if rounded.is_finite() { Ok(rounded.copysign(float)) } else { Err(RoundError::TooLarge) }
}

/// The magnitude rounded to a multiple of `10^zeros`; nothing if that is zero.
fn round_before_point(float: f64, zeros: u64) -> Result<Option<alloc::string::String>, RoundError> {
    let exact = try_format(format_args!("{:.*e}", MOST_PLACES, float.abs()))?;
    let (mantissa, exponent) = exact.split_once('e').unwrap_or((&exact, "0"));
    let exponent: i64 = exponent.parse().unwrap_or(0);
    let places = exponent.saturating_sub(i64::try_from(zeros).unwrap_or(i64::MAX));
    if let Ok(places) = usize::try_from(places) {
        return Ok(Some(try_format(format_args!("{:.*e}", places, float.abs()))?));
    }
    // Below the last place that stays: up only if more than half of it, since zero is even.
    let above_half = places == -1 && {
        let digits = mantissa.bytes().filter(u8::is_ascii_digit);
        digits.cmp(core::iter::once(b'5').chain(core::iter::repeat_n(b'0', MOST_PLACES))).is_gt()
    };
    if above_half { Ok(Some(try_format(format_args!("1e{zeros}"))?)) } else { Ok(None) }
}
