//! Values of fractions, Roman numerals, Chinese numbers and the like.

use super::digit_value;
use crate::tables::numeric::RUNS;

/// A value as the fraction of two integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumericValue {
    /// The numerator, which may be negative.
    pub numerator: i64,
    /// The denominator, at least one.
    pub denominator: i64,
}

impl NumericValue {
    /// The value as `unicodedata.numeric` gives it.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

/// The number that a character stands for: `unicodedata.numeric`.
#[must_use]
pub fn numeric_value(code: u32) -> Option<NumericValue> {
    if let Some(digit) = digit_value(code) {
        return Some(NumericValue { numerator: i64::from(digit), denominator: 1 });
    }
    let after = RUNS.partition_point(|run| run.start <= code);
    let run = RUNS.get(after.checked_sub(1)?)?;
    let distance = code.checked_sub(run.start).filter(|distance| *distance < u32::from(run.length))?;
    let steps = i64::from(run.step).checked_mul(i64::from(distance))?;
    let numerator = i64::from(run.numerator).checked_add(steps)?.checked_mul(10i64.checked_pow(run.power.into())?)?;
    Some(NumericValue { numerator, denominator: i64::from(run.denominator) })
}

/// `str.isnumeric`
#[must_use]
pub fn is_numeric(code: u32) -> bool {
    numeric_value(code).is_some()
}
