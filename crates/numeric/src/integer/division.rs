//! Quotients rounded down, as Python's `//`, `%` and `divmod`; greatest common divisors and inverses.

use super::{Integer, IntegerError, IntegerRef, IntegerResult, SmallInteger};
use crate::natural::digit::Digit;
use crate::natural::{Word, copy, divide, gcd, linear};
use crate::small;
use crate::watch::{Bounds, Watch};
use alloc::vec::Vec;

/// Below this product of the lengths of divisor and quotient, packing limbs into words costs more than it gains.
const UNPACKED: usize = 64;

impl IntegerRef<'_> {
    /// Quotient rounded down and remainder with the divisor's sign: Python's `divmod`.
    pub fn divmod(self, divisor: IntegerRef<'_>, watch: Watch) -> IntegerResult<(Integer, Integer)> {
        let (quotient, remainder) = self.divide_truncating(divisor, watch)?;
        if !remainder.is_zero() && self.negative != divisor.negative {
            let one = SmallInteger::new(1);
            return Ok((quotient.as_ref().sub(one.as_ref())?, remainder.as_ref().add(divisor)?));
        }
        Ok((quotient, remainder))
    }

    /// The quotient rounded down: Python's `//`.
    pub fn floor_divide(self, divisor: IntegerRef<'_>, watch: Watch) -> IntegerResult {
        let (quotient, remainder) = self.divide_truncating(divisor, watch)?;
        if !remainder.is_zero() && self.negative != divisor.negative {
            return quotient.as_ref().sub(SmallInteger::new(1).as_ref());
        }
        Ok(quotient)
    }

    /// The remainder with the divisor's sign: Python's `%`.
    pub fn modulo(self, divisor: IntegerRef<'_>, watch: Watch) -> IntegerResult {
        let remainder = if let [limb] = divisor.limbs {
            // No quotient to store.
            let rest = linear::remainder_digit(self.limbs, *limb);
            Integer::new(self.negative, copy(&[rest], 0)?)
        } else {
            self.divide_truncating(divisor, watch)?.1
        };
        if !remainder.is_zero() && self.negative != divisor.negative {
            return remainder.as_ref().add(divisor);
        }
        Ok(remainder)
    }

    /// Quotient rounded towards zero and remainder with the dividend's sign, as machines divide.
    pub fn divide_truncating(self, divisor: IntegerRef<'_>, watch: Watch) -> IntegerResult<(Integer, Integer)> {
        let (quotient, remainder) = divide_limbs(self.limbs, divisor.limbs, watch)?;
        Ok((Integer::new(self.negative != divisor.negative, quotient), Integer::new(self.negative, remainder)))
    }

    /// The greatest common divisor, which is never negative.
    pub fn gcd(self, other: IntegerRef<'_>, watch: Watch) -> IntegerResult {
        if let (Some(left), Some(right)) = (self.magnitude(), other.magnitude()) {
            return Ok(Integer::from(gcd::gcd_u64(left, right)));
        }
        let divisor = gcd::gcd(&Word::from_limbs(self.limbs)?, &Word::from_limbs(other.limbs)?, watch)?;
        Ok(Integer::new(false, Word::into_limbs(divisor)?))
    }

    /// The number between zero and the modulus whose product with this one leaves 1: `pow(a, -1, m)`.
    ///
    /// The modulus must be positive.
    pub fn inverse(self, modulus: IntegerRef<'_>, watch: Watch) -> IntegerResult {
        if let (Some(value), Some(modulus @ 1..)) = (self.to_i64(), modulus.to_i64()) {
            return small::inverse(value, modulus).map(Integer::from).ok_or(IntegerError::NotInvertible);
        }
        let reduced = self.modulo(modulus, watch)?;
        if let Some(value) = reduced.to_i64().filter(|value| *value > 1) {
            // One step leaves machine integers. With the inverse of what is left of the modulus, a multiple of the modulus
            // is found that is one below a multiple of this number.
            let divisor = SmallInteger::new(value);
            let rest = modulus.modulo(divisor.as_ref(), watch)?.to_i64().unwrap_or(0);
            let inverse = small::inverse(rest, value).ok_or(IntegerError::NotInvertible)?;
            let factor = SmallInteger::new(value.wrapping_sub(inverse));
            let multiple = modulus.mul(factor.as_ref(), Bounds { max_limbs: usize::MAX, watch })?;
            let next = multiple.as_ref().add(SmallInteger::new(1).as_ref())?;
            return next.as_ref().floor_divide(divisor.as_ref(), watch);
        }
        // The extended algorithm of Euclid, with the factor of `self` only.
        let (mut high, mut low) = (modulus.to_owned()?, reduced);
        let (mut high_factor, mut factor) = (Integer::ZERO, Integer::from(1u64));
        let bounds = Bounds { max_limbs: usize::MAX, watch };
        while !low.is_zero() {
            watch.look()?;
            let (quotient, remainder) = high.as_ref().divide_truncating(low.as_ref(), watch)?;
            let step = quotient.as_ref().mul(factor.as_ref(), bounds)?;
            let next = high_factor.as_ref().sub(step.as_ref())?;
            (high, low) = (low, remainder);
            (high_factor, factor) = (factor, next);
        }
        if high.limbs() != [1] {
            return Err(IntegerError::NotInvertible);
        }
        high_factor.as_ref().modulo(modulus, watch)
    }
}

/// Quotient and remainder of magnitudes.
fn divide_limbs(dividend: &[u32], divisor: &[u32], watch: Watch) -> IntegerResult<(Vec<u32>, Vec<u32>)> {
    match divisor {
        [] => Err(IntegerError::DivisionByZero),
        _ if linear::compare(dividend, divisor).is_lt() => Ok((Vec::new(), copy(dividend, 0)?)),
        [limb] => {
            let mut quotient = copy(dividend, 0)?;
            let remainder = linear::divide_digit(&mut quotient, *limb);
            Ok((quotient, copy(&[remainder], 0)?))
        }
        _ if divisor.len().saturating_mul(dividend.len().saturating_sub(divisor.len())) < UNPACKED => {
            Ok(divide::divide(dividend, divisor, watch)?)
        }
        _ => {
            let (quotient, remainder) =
                divide::divide(&Word::from_limbs(dividend)?, &Word::from_limbs(divisor)?, watch)?;
            Ok((Word::into_limbs(quotient)?, Word::into_limbs(remainder)?))
        }
    }
}
