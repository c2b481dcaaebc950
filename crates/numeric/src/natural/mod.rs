//! Natural numbers as slices of digits, least significant first.
//!
//! Everything here works on plain slices of [`Digit`]s and knows neither signs nor Python. Slices may have
//! leading zeros (at their end) where a function says so. `linear` holds the loops that everything else is
//! made of; `multiply`, `divide`, `modular`, `gcd` and `radix` are the algorithms that take more than linear time.
//!
//! Indexing is confined to this folder and to places where the lengths were fixed a few lines above.

pub(crate) mod digit;
pub(crate) mod divide;
pub(crate) mod gcd;
pub(crate) mod linear;
pub(crate) mod modular;
pub(crate) mod multiply;
pub(crate) mod radix;
mod toom;

#[cfg(test)]
mod tests;

pub(crate) use crate::watch::{Unfinished, Watch};
pub(crate) use digit::{Digit, Word};

use alloc::collections::TryReserveError;
use alloc::vec::Vec;

/// The allocator refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfMemory;

impl From<TryReserveError> for OutOfMemory {
    fn from(_: TryReserveError) -> Self {
        Self
    }
}

/// A vector of `length` zero digits.
pub(crate) fn zeros<D: Copy + Default>(length: usize) -> Result<Vec<D>, OutOfMemory> {
    let mut digits = Vec::new();
    digits.try_reserve_exact(length)?;
    digits.resize(length, D::default());
    Ok(digits)
}

/// A copy of `digits` with room for `extra` more.
pub(crate) fn copy<D: Copy>(digits: &[D], extra: usize) -> Result<Vec<D>, OutOfMemory> {
    let mut result = Vec::new();
    result.try_reserve_exact(digits.len().saturating_add(extra))?;
    result.extend_from_slice(digits);
    Ok(result)
}
