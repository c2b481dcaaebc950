//! The values of digits and of characters that stand for numbers; the latter are a large table.

#[cfg(not(feature = "full-tables"))]
mod absent;
mod digits;
#[cfg(feature = "full-tables")]
mod full;

#[cfg(not(feature = "full-tables"))]
use absent as full;
pub use digits::{decimal_value, digit_value};
pub use full::{NumericValue, is_numeric, numeric_value};
