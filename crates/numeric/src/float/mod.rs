//! Floats: to and from text, rounding, the arithmetic that Python defines more closely than the machine.
//!
//! Every conversion is correctly rounded. Digits come from two sources: the shortest that read back as the
//! same float (`shortest`), and a given number of exact ones (`exact`); `layout` turns either into text.

mod arithmetic;
pub mod elementary;
mod exact;
mod half;
mod hex;
mod layout;
mod logarithm;
mod parse;
mod parts;
mod power;
mod power_tables;
mod reading;
mod round;
mod scaled;
mod shortest;

#[cfg(test)]
mod tests;

pub use arithmetic::{ceil, divmod, floor, floor_divide, modulo, round_half_even, truncate};
pub use half::{from_half, to_half};
pub use hex::{FromHexError, from_hex, to_hex};
pub use layout::{FloatFormat, FloatStyle, format_float, write_float};
pub use parse::parse_float;
pub use parts::{compose, decompose, integer_ratio, is_integer};
pub use power::{PowerError, power};
pub use round::{RoundError, round_digits};
pub use shortest::{repr, write_repr};
