//! Arithmetic of integers that lie in words of the caller, straight into words of the caller: nothing is allocated.
//!
//! An [`Operand`] borrows the words of a magnitude, least significant first. Each operation comes with a function that
//! says how many words its result needs at most; it fills all of the room it is given and returns whether the result is
//! negative. The result may have leading zeros, and be a negative zero. What would take more than the time of a product
//! with a short factor is left to [`integer`](crate::integer).

mod decimal;
mod division;
mod operand;
mod short;

#[cfg(test)]
mod tests;

/// A machine word as a digit of an integer.
pub type Word = crate::natural::Word;
pub use decimal::{Parsed, TEXT_LENGTH, decimal, parse_decimal};
pub use operand::{Bitwise, Operand};
pub use short::{Short, ShortResult};
