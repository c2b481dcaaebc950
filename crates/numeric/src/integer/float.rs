//! Between integers and floats, rounded correctly: half to even, exact where floats are.

use super::{Integer, IntegerError, IntegerRef, IntegerResult, SmallInteger};
use crate::float::{compose, decompose};
use crate::watch::Watch;
use core::cmp::Ordering;

impl IntegerRef<'_> {
    /// The nearest float; an error beyond the range of floats.
    pub fn to_f64(self) -> IntegerResult<f64> {
        if let Some(magnitude) = self.magnitude() {
            let float = magnitude as f64;
            return Ok(if self.negative { -float } else { float });
        }
        let (bits, rest) = self.leading_bits();
        let exponent = i32::try_from(self.bit_length().saturating_sub(64)).unwrap_or(i32::MAX);
        let float = compose(bits | u64::from(rest), exponent).ok_or(IntegerError::TooLargeForFloat)?;
        Ok(if self.negative { -float } else { float })
    }

    /// The leading 64 bits of the magnitude, the top one set, and whether any bit below them is set.
    pub(crate) fn leading_bits(self) -> (u64, bool) {
        let bit_length = self.bit_length();
        let mut bits = 0u128;
        let mut limbs = self.limbs.iter().rev();
        for limb in limbs.by_ref().take(3) {
            bits = bits << 32 | u128::from(*limb);
        }
        let used = (self.limbs.len().min(3) as u32).wrapping_mul(32);
        let leading = bit_length.checked_rem(32).map_or(0, |rest| (32u64.wrapping_sub(rest) % 32) as u32);
        // Now the top bit moves to bit 127; the leading 64 bits are the upper half.
        let aligned = bits << (128u32.wrapping_sub(used).wrapping_add(leading) & 127);
        let rest = aligned as u64 != 0 || limbs.any(|limb| *limb != 0);
        ((aligned >> 64) as u64, rest)
    }

    /// `self / other` as Python divides integers: correctly rounded, whatever their sizes.
    pub fn true_divide(self, other: IntegerRef<'_>) -> IntegerResult<f64> {
        if other.is_zero() {
            return Err(IntegerError::DivisionByZero);
        }
        let negative = self.negative != other.negative;
        let sign = |float: f64| if negative { -float } else { float };
        if self.is_zero() {
            return Ok(sign(0.0));
        }
        // Both exact as floats: the machine's division rounds correctly.
        if let (Some(left), Some(right)) = (self.magnitude(), other.magnitude())
            && left <= 1 << 53
            && right <= 1 << 53
        {
            return Ok(sign(left as f64 / right as f64));
        }
        let left_bits = i64::try_from(self.bit_length()).unwrap_or(i64::MAX);
        let right_bits = i64::try_from(other.bit_length()).unwrap_or(i64::MAX);
        let difference = left_bits.saturating_sub(right_bits);
        if difference > 1025 {
            return Err(IntegerError::QuotientTooLarge);
        }
        if difference < -1100 {
            return Ok(sign(0.0));
        }
        // A quotient of 62 or 63 bits, of which the lowest tells whether anything was cut off.
        let shift = 62i64.saturating_sub(difference);
        let (quotient, exact) = if shift >= 0 {
            let shifted = self.abs().shift_left(shift.unsigned_abs(), usize::MAX)?;
            let (quotient, remainder) = shifted.as_ref().divide_truncating(other.abs(), Watch::NONE)?;
            (quotient, remainder.is_zero())
        } else {
            let cut = shift.unsigned_abs();
            let shifted = other.abs().shift_left(cut, usize::MAX)?;
            let (quotient, remainder) = self.abs().divide_truncating(shifted.as_ref(), Watch::NONE)?;
            (quotient, remainder.is_zero())
        };
        let bits = quotient.as_ref().magnitude().unwrap_or(u64::MAX) | u64::from(!exact);
        let exponent = i32::try_from(shift.saturating_neg()).unwrap_or(0);
        compose(bits, exponent).map(sign).ok_or(IntegerError::QuotientTooLarge)
    }
}

/// `left / right` for machine integers, correctly rounded.
pub fn true_divide(left: i64, right: i64) -> IntegerResult<f64> {
    const EXACT: u64 = 1 << 53;
    if right != 0 && left.unsigned_abs() <= EXACT && right.unsigned_abs() <= EXACT {
        return Ok(left as f64 / right as f64);
    }
    SmallInteger::new(left).as_ref().true_divide(SmallInteger::new(right).as_ref())
}

impl Integer {
    /// The float without its fraction; an error if it is infinite or not a number.
    pub fn from_f64(float: f64) -> IntegerResult {
        if float.is_nan() {
            return Err(IntegerError::NotANumber);
        }
        if float.is_infinite() {
            return Err(IntegerError::Infinite);
        }
        let (significand, exponent) = decompose(float.abs());
        let magnitude = match exponent.cmp(&0) {
            Ordering::Less => Self::from(significand.checked_shr(exponent.unsigned_abs()).unwrap_or(0)),
            _ => Self::from(significand).as_ref().shift_left(u64::from(exponent.unsigned_abs()), usize::MAX)?,
        };
        Ok(if float < 0.0 { magnitude.negated() } else { magnitude })
    }
}
