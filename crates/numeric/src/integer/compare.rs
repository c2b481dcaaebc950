//! The order of integers, and of integers and floats.

use super::{Integer, IntegerRef};
use crate::natural::linear;
use core::cmp::Ordering;

impl Ord for IntegerRef<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => linear::compare(self.limbs, other.limbs),
            (true, true) => linear::compare(other.limbs, self.limbs),
        }
    }
}

impl PartialOrd for IntegerRef<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_ref().cmp(&other.as_ref())
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl IntegerRef<'_> {
    /// The exact order of an integer and a float; nothing if the float is not a number.
    #[must_use]
    pub fn compare_float(self, float: f64) -> Option<Ordering> {
        if float.is_nan() {
            return None;
        }
        if float.is_infinite() {
            return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
        }
        let (significand, exponent) = crate::float::decompose(float.abs());
        let sign = if significand == 0 {
            0
        } else if float < 0.0 {
            -1
        } else {
            1
        };
        if self.sign() != sign || sign == 0 {
            return Some(self.sign().cmp(&sign));
        }
        let order = self.compare_magnitude(significand, exponent);
        Some(if self.negative { order.reverse() } else { order })
    }

    /// The order of the magnitude and `significand · 2^exponent`; neither is zero.
    fn compare_magnitude(self, significand: u64, exponent: i32) -> Ordering {
        let own_bits = i64::try_from(self.bit_length()).unwrap_or(i64::MAX);
        let bits = i64::from(64u32.wrapping_sub(significand.leading_zeros())).saturating_add(i64::from(exponent));
        own_bits.cmp(&bits).then_with(|| {
            // The leading bits are aligned: compare them, then what lies below on either side.
            let (own, rest) = self.leading_bits();
            let other = significand << significand.leading_zeros();
            own.cmp(&other).then(if rest { Ordering::Greater } else { Ordering::Equal })
        })
    }
}

/// The exact order of a machine integer and a float; nothing if the float is not a number.
#[must_use]
pub fn compare_i64_f64(integer: i64, float: f64) -> Option<Ordering> {
    if integer.unsigned_abs() <= 1 << 53 {
        return (integer as f64).partial_cmp(&float);
    }
    super::SmallInteger::new(integer).as_ref().compare_float(float)
}
