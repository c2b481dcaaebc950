//! Integers of any size: a sign and limbs, as Python's `int` computes with them.
//!
//! An [`Integer`] owns its limbs, an [`IntegerRef`] borrows them from wherever the caller stores them. All
//! operations are methods of [`IntegerRef`], in one file per family, and return an owned result that is
//! normalised: no leading zero limbs, and zero is not negative.
//!
//! Nothing here aborts: memory is reserved fallibly, and operations whose result may be far larger than
//! their operands take the largest number of limbs that the caller allows. Whatever takes more than linear
//! time asks a [`Watch`](crate::Watch) from time to time whether to go on.

mod addition;
mod bitwise;
mod compare;
mod convert;
mod division;
mod float;
mod multiplication;
mod power;
mod root;
mod shift;
mod text;

#[cfg(test)]
mod tests;

pub use compare::compare_i64_f64;
pub use convert::SmallInteger;
pub use float::true_divide;
pub use text::{ParseIntegerError, parse_integer, parse_small};

use crate::natural::{OutOfMemory, Unfinished, linear};
use alloc::vec::Vec;
use core::fmt;

/// An integer that owns its limbs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Integer {
    /// Never set for zero.
    negative: bool,
    /// The magnitude, least significant limb first, without leading zeros.
    limbs: Vec<u32>,
}

/// An integer whose limbs lie elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntegerRef<'a> {
    negative: bool,
    limbs: &'a [u32],
}

/// Why an operation on integers has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerError {
    /// The allocator refused.
    OutOfMemory,
    /// The result would have more limbs than the caller allows.
    MemoryLimit,
    /// The divisor or modulus is zero.
    DivisionByZero,
    /// The shift count is negative.
    NegativeShift,
    /// The exponent is negative and there is no modulus: the result is not an integer.
    NegativeExponent,
    /// The base has no inverse for the modulus.
    NotInvertible,
    /// The square root of a negative number.
    NegativeRoot,
    /// The integer is beyond the range of floats.
    TooLargeForFloat,
    /// The quotient of two integers is beyond the range of floats.
    QuotientTooLarge,
    /// A float that is infinite has no integer.
    Infinite,
    /// The watch said to stop: the caller's interrupt is still to be taken.
    Interrupted,
    /// A float that is not a number has no integer.
    NotANumber,
}

impl IntegerError {
    /// CPython's words for it, as far as they are the same everywhere.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::OutOfMemory | Self::MemoryLimit | Self::Interrupted => "",
            Self::DivisionByZero => "division by zero",
            Self::NegativeShift => "negative shift count",
            Self::NegativeExponent => "negative exponent",
            Self::NotInvertible => "base is not invertible for the given modulus",
            Self::NegativeRoot => "isqrt() argument must be nonnegative",
            Self::TooLargeForFloat => "int too large to convert to float",
            Self::QuotientTooLarge => "integer division result too large for a float",
            Self::Infinite => "cannot convert float infinity to integer",
            Self::NotANumber => "cannot convert float NaN to integer",
        }
    }
}

impl fmt::Display for IntegerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl core::error::Error for IntegerError {}

impl From<Unfinished> for IntegerError {
    fn from(reason: Unfinished) -> Self {
        match reason {
            Unfinished::OutOfMemory => Self::OutOfMemory,
            Unfinished::Interrupted => Self::Interrupted,
        }
    }
}

impl From<OutOfMemory> for IntegerError {
    fn from(_: OutOfMemory) -> Self {
        Self::OutOfMemory
    }
}

/// What operations on integers return.
pub type IntegerResult<T = Integer> = Result<T, IntegerError>;

impl Integer {
    /// Zero, which needs no memory.
    pub const ZERO: Self = Self { negative: false, limbs: Vec::new() };

    /// An integer from sign and magnitude, least significant limb first; normalises both.
    #[must_use]
    pub fn new(negative: bool, mut limbs: Vec<u32>) -> Self {
        linear::trim_vec(&mut limbs);
        Self { negative: negative && !limbs.is_empty(), limbs }
    }

    /// The integer with its limbs borrowed: all operations are there.
    #[must_use]
    pub fn as_ref(&self) -> IntegerRef<'_> {
        IntegerRef { negative: self.negative, limbs: &self.limbs }
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.negative
    }

    /// Whether it is zero.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.limbs.is_empty()
    }

    /// The magnitude, least significant limb first, without leading zeros.
    #[must_use]
    pub fn limbs(&self) -> &[u32] {
        &self.limbs
    }

    /// The magnitude, given away.
    #[must_use]
    pub fn into_limbs(self) -> Vec<u32> {
        self.limbs
    }

    /// The value, if a machine integer holds it.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        self.as_ref().to_i64()
    }

    /// The integer with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { negative: !self.negative && !self.limbs.is_empty(), limbs: self.limbs }
    }
}

impl<'a> IntegerRef<'a> {
    /// An integer from sign and magnitude, least significant limb first; leading zeros are passed over.
    #[must_use]
    pub fn new(negative: bool, limbs: &'a [u32]) -> Self {
        let limbs = linear::trim(limbs);
        Self { negative: negative && !limbs.is_empty(), limbs }
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.negative
    }

    /// Whether it is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.limbs.is_empty()
    }

    /// Whether two divides it.
    #[must_use]
    pub fn is_even(self) -> bool {
        self.limbs.first().is_none_or(|limb| limb % 2 == 0)
    }

    /// -1, 0 or 1.
    #[must_use]
    pub const fn sign(self) -> i32 {
        match (self.negative, self.limbs.is_empty()) {
            (_, true) => 0,
            (true, _) => -1,
            (false, _) => 1,
        }
    }

    /// The magnitude, least significant limb first, without leading zeros.
    #[must_use]
    pub const fn limbs(self) -> &'a [u32] {
        self.limbs
    }

    /// The magnitude.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { negative: false, limbs: self.limbs }
    }

    /// The integer with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { negative: !self.negative && !self.limbs.is_empty(), limbs: self.limbs }
    }

    /// A copy with limbs of its own.
    pub fn to_owned(self) -> IntegerResult {
        Ok(Integer { negative: self.negative, limbs: crate::natural::copy(self.limbs, 0)? })
    }
}
