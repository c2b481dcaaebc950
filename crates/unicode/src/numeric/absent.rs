//! Without the table of values: digits have theirs, other numbers are known by their category alone.

use super::digit_value;
use crate::category::{Category, category};

/// A value as the fraction of two integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumericValue {
    /// The numerator.
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

/// The value of a digit; other numbers have none here.
#[must_use]
pub fn numeric_value(code: u32) -> Option<NumericValue> {
    digit_value(code).map(|digit| NumericValue { numerator: i64::from(digit), denominator: 1 })
}

/// `str.isnumeric`, except for the Chinese characters that are numbers as well as words.
#[must_use]
pub fn is_numeric(code: u32) -> bool {
    match u8::try_from(code) {
        Ok(byte) if byte.is_ascii() => byte.is_ascii_digit(),
        _ => matches!(category(code), Category::DecimalNumber | Category::LetterNumber | Category::OtherNumber),
    }
}
