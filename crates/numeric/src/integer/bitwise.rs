//! And, or, xor, not: on two's complement of unlimited width, without writing it out.
//!
//! A negative number reads as the complement of its magnitude minus one, limb by limb from the bottom; the
//! result's limbs are turned back in the same way.

use super::{Integer, IntegerRef, IntegerResult, SmallInteger};
use crate::natural::zeros;

/// The limbs of a number in two's complement, without end.
struct Complement<'a> {
    limbs: core::slice::Iter<'a, u32>,
    negative: bool,
    carry: bool,
}

impl<'a> Complement<'a> {
    fn new(number: IntegerRef<'a>) -> Self {
        Self { limbs: number.limbs.iter(), negative: number.negative, carry: true }
    }

    #[inline]
    fn next(&mut self) -> u32 {
        let limb = self.limbs.next().copied().unwrap_or(0);
        if !self.negative {
            return limb;
        }
        let (limb, carry) = (!limb).overflowing_add(u32::from(self.carry));
        self.carry = carry;
        limb
    }
}

impl IntegerRef<'_> {
    /// `self & other`
    pub fn bit_and(self, other: IntegerRef<'_>) -> IntegerResult {
        self.combine(other, |left, right| left & right)
    }

    /// `self | other`
    pub fn bit_or(self, other: IntegerRef<'_>) -> IntegerResult {
        self.combine(other, |left, right| left | right)
    }

    /// `self ^ other`
    pub fn bit_xor(self, other: IntegerRef<'_>) -> IntegerResult {
        self.combine(other, |left, right| left ^ right)
    }

    /// `~self`, which is `-self - 1`.
    pub fn invert(self) -> IntegerResult {
        self.negated().sub(SmallInteger::new(1).as_ref())
    }

    fn combine(self, other: IntegerRef<'_>, operation: impl Fn(u32, u32) -> u32) -> IntegerResult {
        // A limb more than the longer holds the sign of the result.
        let length = self.limbs.len().max(other.limbs.len()).saturating_add(1);
        let mut limbs = zeros(length)?;
        if !self.negative && !other.negative {
            let (long, short) = if self.limbs.len() >= other.limbs.len() { (self, other) } else { (other, self) };
            let (both, above) = long.limbs.split_at_checked(short.limbs.len()).unwrap_or((long.limbs, &[]));
            let (low, high) = limbs.split_at_mut_checked(both.len()).unwrap_or((&mut [], &mut []));
            for ((out, left), right) in low.iter_mut().zip(both).zip(short.limbs) {
                *out = operation(*left, *right);
            }
            for (out, left) in high.iter_mut().zip(above) {
                *out = operation(*left, 0);
            }
            return Ok(Integer::new(false, limbs));
        }
        let (mut left, mut right) = (Complement::new(self), Complement::new(other));
        for out in &mut limbs {
            *out = operation(left.next(), right.next());
        }
        let negative = limbs.last().is_some_and(|top| *top > u32::MAX / 2);
        if negative {
            let mut carry = true;
            for limb in &mut limbs {
                (*limb, carry) = (!*limb).overflowing_add(u32::from(carry));
            }
        }
        Ok(Integer::new(negative, limbs))
    }
}
