//! Products.

use super::{Integer, IntegerError, IntegerRef, IntegerResult};
use crate::natural::digit::Digit;
use crate::natural::{Word, linear, multiply, zeros};
use crate::watch::Bounds;

/// Up to this many limbs of the shorter operand, multiplying limb by limb beats packing them into words.
const UNPACKED: usize = 6;

impl IntegerRef<'_> {
    /// The product; an error if it would have more limbs than the bounds allow.
    pub fn mul(self, other: IntegerRef<'_>, bounds: Bounds) -> IntegerResult {
        let negative = self.negative != other.negative;
        if let (Some(left), Some(right)) = (self.magnitude(), other.magnitude()) {
            let mut product = Integer::from(u128::from(left).wrapping_mul(u128::from(right)));
            product.negative = negative && !product.limbs.is_empty();
            return Ok(product);
        }
        if self.is_zero() || other.is_zero() {
            return Ok(Integer::ZERO);
        }
        let length = self.limbs.len().saturating_add(other.limbs.len());
        if length.saturating_sub(1) > bounds.max_limbs {
            return Err(IntegerError::MemoryLimit);
        }
        let (long, short) = if self.limbs.len() >= other.limbs.len() { (self, other) } else { (other, self) };
        let mut limbs;
        if short.limbs.len() <= UNPACKED {
            limbs = zeros(length)?;
            multiply::schoolbook(&mut limbs, long.limbs, short.limbs);
            linear::trim_vec(&mut limbs);
        } else if core::ptr::eq(self.limbs, other.limbs) {
            limbs = Word::into_limbs(multiply::square(&Word::from_limbs(self.limbs)?, bounds.watch)?)?;
        } else {
            let (long, short) = (Word::from_limbs(long.limbs)?, Word::from_limbs(short.limbs)?);
            limbs = Word::into_limbs(multiply::multiply(&long, &short, bounds.watch)?)?;
        }
        let product = Integer::new(negative, limbs);
        if product.limbs.len() > bounds.max_limbs { Err(IntegerError::MemoryLimit) } else { Ok(product) }
    }

    /// The square; an error if it would have more limbs than the bounds allow.
    pub fn square(self, bounds: Bounds) -> IntegerResult {
        self.abs().mul(self.abs(), bounds)
    }
}
