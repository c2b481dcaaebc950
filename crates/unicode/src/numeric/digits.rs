//! The values of digits, decimal and others.

use crate::category::{Category, run};
use crate::tables::digit::DIGITS;

/// The value of a decimal digit of any script: `unicodedata.decimal`.
#[must_use]
pub fn decimal_value(code: u32) -> Option<u32> {
    if code < 0x80 {
        return char::from_u32(code).and_then(|character| character.to_digit(10));
    }
    // Decimal digits come in runs of ten, from zero to nine.
    let (category, distance) = run(code);
    (category == Category::DecimalNumber).then_some(distance % 10)
}

/// The value of a digit, superscripts and circled digits included: `unicodedata.digit`.
#[must_use]
pub fn digit_value(code: u32) -> Option<u32> {
    decimal_value(code).or_else(|| {
        let after = DIGITS.partition_point(|(start, _, _)| *start <= code);
        let (start, length, first) = DIGITS.get(after.checked_sub(1)?)?;
        let distance = code.wrapping_sub(*start);
        (distance < u32::from(*length)).then(|| distance.wrapping_add(u32::from(*first)))
    })
}
