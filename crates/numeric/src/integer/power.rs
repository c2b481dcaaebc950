//! Powers, with and without a modulus.

use super::{Integer, IntegerError, IntegerRef, IntegerResult};
use crate::natural::digit::Digit;
use crate::natural::{Word, modular, multiply};
use crate::watch::{Bounds, Watch};

impl IntegerRef<'_> {
    /// `self ** exponent`; an error if the result would have more limbs than the bounds allow.
    pub fn pow(self, exponent: IntegerRef<'_>, bounds: Bounds) -> IntegerResult {
        if exponent.negative {
            return Err(IntegerError::NegativeExponent);
        }
        let negative = self.negative && !exponent.is_even();
        match (self.limbs, exponent.limbs) {
            (_, []) => return Ok(Integer::from(1u64)),
            ([], _) => return Ok(Integer::ZERO),
            ([1], _) => return Ok(Integer::from(if negative { -1i64 } else { 1 })),
            _ => {}
        }
        let exponent = exponent.magnitude().ok_or(IntegerError::MemoryLimit)?;
        // A power of two in the base is a shift of the result, which 10 ** n and 2 ** n profit from.
        let twos = self.trailing_zeros();
        let odd = self.abs().shift_right(twos)?;
        let shift = twos.checked_mul(exponent).ok_or(IntegerError::MemoryLimit)?;
        let power = odd.as_ref().odd_power(exponent, shift, bounds)?;
        let result = power.as_ref().shift_left(shift, bounds.max_limbs)?;
        Ok(if negative { result.negated() } else { result })
    }

    /// The power of a positive number, by squaring from the top bit of the exponent down.
    fn odd_power(self, exponent: u64, shift: u64, bounds: Bounds) -> IntegerResult {
        if self.limbs == [1] {
            return Ok(Integer::from(1u64));
        }
        // The result has more than (bits - 1) · exponent bits: that is checked before any work is done.
        let bits = self.bit_length().saturating_sub(1).checked_mul(exponent).and_then(|bits| bits.checked_add(shift));
        let limit = (bounds.max_limbs as u64).saturating_mul(32);
        if bits.is_none_or(|bits| bits >= limit) {
            return Err(IntegerError::MemoryLimit);
        }
        if let Some(power) = self.magnitude().and_then(|base| base.checked_pow(u32::try_from(exponent).ok()?)) {
            return Ok(Integer::from(power));
        }
        let base = Word::from_limbs(self.limbs)?;
        let mut result = crate::natural::copy(&base, 0)?;
        let top = 63u32.wrapping_sub(exponent.leading_zeros());
        for bit in (0..top).rev() {
            result = multiply::square(&result, bounds.watch)?;
            if exponent >> bit & 1 == 1 {
                result = multiply::multiply(&result, &base, bounds.watch)?;
            }
        }
        let result = Integer::new(false, Word::into_limbs(result)?);
        if result.limbs.len() > bounds.max_limbs {
            return Err(IntegerError::MemoryLimit);
        }
        Ok(result)
    }

    /// `pow(self, exponent, modulus)`: the result has the modulus's sign; a negative exponent inverts the base.
    pub fn pow_mod(self, exponent: IntegerRef<'_>, modulus: IntegerRef<'_>, watch: Watch) -> IntegerResult {
        if modulus.is_zero() {
            return Err(IntegerError::DivisionByZero);
        }
        let positive = modulus.abs();
        if exponent.negative {
            let inverse = self.inverse(positive, watch)?;
            if *exponent.limbs == [1] && !modulus.negative {
                return Ok(inverse);
            }
            return inverse.as_ref().pow_mod(exponent.negated(), modulus, watch);
        }
        let base = self.modulo(positive, watch)?;
        let power = match (base.as_ref().magnitude(), positive.magnitude()) {
            (Some(base), Some(modulus)) => Integer::from(power_small(base, exponent.limbs, modulus)),
            _ => {
                let base = Word::from_limbs(&base.limbs)?;
                let exponent = Word::from_limbs(exponent.limbs)?;
                let power = modular::power(&base, &exponent, &Word::from_limbs(positive.limbs)?, watch)?;
                Integer::new(false, Word::into_limbs(power)?)
            }
        };
        if modulus.negative && !power.is_zero() {
            return power.as_ref().add(modulus);
        }
        Ok(power)
    }
}

/// The power for a modulus of one machine word.
fn power_small(base: u64, exponent: &[u32], modulus: u64) -> u64 {
    let reduce = |value: u128| value.checked_rem(u128::from(modulus)).unwrap_or(0) as u64;
    let multiply = |left: u64, right: u64| match (u32::try_from(left), u32::try_from(right)) {
        // Both factors fit 32 bits when the modulus does: no 128-bit division.
        (Ok(left), Ok(right)) => u64::from(left).wrapping_mul(u64::from(right)).checked_rem(modulus).unwrap_or(0),
        _ => reduce(u128::from(left).wrapping_mul(u128::from(right))),
    };
    let mut result = reduce(1);
    let mut unused = exponent.last().map_or(0, |top| top.leading_zeros());
    for limb in exponent.iter().rev() {
        for bit in (0..32 - core::mem::take(&mut unused)).rev() {
            result = multiply(result, result);
            if limb >> bit & 1 == 1 {
                result = multiply(result, base);
            }
        }
    }
    result
}
