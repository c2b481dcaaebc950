//! Shifts, which for negative numbers round down, and counts of bits.

use super::{Integer, IntegerError, IntegerRef, IntegerResult, SmallInteger};
use crate::natural::{copy, linear};
use alloc::vec::Vec;

impl IntegerRef<'_> {
    /// `self << count`; an error if the result would have more than `max_limbs` limbs.
    pub fn shift_left(self, count: u64, max_limbs: usize) -> IntegerResult {
        if self.is_zero() {
            return Ok(Integer::ZERO);
        }
        let bits = self.bit_length().checked_add(count).ok_or(IntegerError::MemoryLimit)?;
        let length = usize::try_from(bits.div_ceil(32)).map_err(|_| IntegerError::MemoryLimit)?;
        if length > max_limbs {
            return Err(IntegerError::MemoryLimit);
        }
        let whole = usize::try_from(count / 32).map_err(|_| IntegerError::MemoryLimit)?;
        let mut limbs = Vec::new();
        limbs.try_reserve_exact(length).map_err(|_| IntegerError::OutOfMemory)?;
        limbs.resize(whole, 0);
        let part = (count % 32) as u32;
        let mut carry = 0u32;
        for limb in self.limbs {
            let wide = u64::from(*limb) << part | u64::from(carry);
            limbs.push(wide as u32);
            carry = (wide >> 32) as u32;
        }
        if carry != 0 {
            limbs.push(carry);
        }
        Ok(Integer { negative: self.negative, limbs })
    }

    /// `self >> count`, rounded down.
    pub fn shift_right(self, count: u64) -> IntegerResult {
        let whole = usize::try_from(count / 32).unwrap_or(usize::MAX);
        let Some((lost, kept)) = self.limbs.split_at_checked(whole) else {
            return Ok(Integer::from(if self.negative { -1i64 } else { 0 }));
        };
        let mut limbs = copy(kept, 0)?;
        let lost_part = linear::shift_right(&mut limbs, (count % 32) as u32);
        let shifted = Integer::new(self.negative, limbs);
        if self.negative && (lost_part != 0 || lost.iter().any(|limb| *limb != 0)) {
            return shifted.as_ref().sub(SmallInteger::new(1).as_ref());
        }
        Ok(shifted)
    }

    /// How many bits the magnitude has: Python's `int.bit_length`.
    #[must_use]
    pub fn bit_length(self) -> u64 {
        linear::bit_length(self.limbs)
    }

    /// How many bits of the magnitude are set: Python's `int.bit_count`.
    #[must_use]
    pub fn bit_count(self) -> u64 {
        self.limbs.iter().map(|limb| u64::from(limb.count_ones())).sum()
    }

    /// How many zero bits the magnitude ends with; zero ends with none.
    #[must_use]
    pub fn trailing_zeros(self) -> u64 {
        linear::trailing_zeros(self.limbs)
    }
}
