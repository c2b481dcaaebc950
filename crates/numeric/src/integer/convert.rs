//! Between integers of any size and machine integers.

use super::{Integer, IntegerRef};
use alloc::vec::Vec;

/// A machine integer laid out as limbs, so that it can be an operand without allocation.
#[derive(Clone, Copy, Debug)]
pub struct SmallInteger {
    negative: bool,
    limbs: [u32; 2],
}

impl SmallInteger {
    /// Lays out `value`.
    #[must_use]
    pub const fn new(value: i64) -> Self {
        let magnitude = value.unsigned_abs();
        Self { negative: value < 0, limbs: [magnitude as u32, (magnitude >> 32) as u32] }
    }

    /// The operand.
    #[must_use]
    pub fn as_ref(&self) -> IntegerRef<'_> {
        IntegerRef::new(self.negative, &self.limbs)
    }
}

impl From<i64> for SmallInteger {
    fn from(value: i64) -> Self {
        Self::new(value)
    }
}

impl From<i64> for Integer {
    fn from(value: i64) -> Self {
        Self { negative: value < 0, ..Self::from(value.unsigned_abs()) }
    }
}

impl From<u64> for Integer {
    fn from(value: u64) -> Self {
        Self::from(u128::from(value))
    }
}

impl From<i128> for Integer {
    fn from(value: i128) -> Self {
        Self { negative: value < 0, ..Self::from(value.unsigned_abs()) }
    }
}

impl From<u128> for Integer {
    fn from(value: u128) -> Self {
        let limbs = [value as u32, (value >> 32) as u32, (value >> 64) as u32, (value >> 96) as u32];
        let length = limbs.iter().rposition(|limb| *limb != 0).map_or(0, |top| top.saturating_add(1));
        Self { negative: false, limbs: limbs.iter().take(length).copied().collect::<Vec<_>>() }
    }
}

impl IntegerRef<'_> {
    /// The value, if a machine integer holds it.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        let magnitude = self.magnitude()?;
        if self.negative { 0i64.checked_sub_unsigned(magnitude) } else { i64::try_from(magnitude).ok() }
    }

    /// The value, if it is not negative and a machine integer holds it.
    #[must_use]
    pub fn to_u64(self) -> Option<u64> {
        if self.negative { None } else { self.magnitude() }
    }

    /// The nearest machine integer: indices and counts beyond the range are clamped to its ends.
    #[must_use]
    pub fn to_i64_clamped(self) -> i64 {
        self.to_i64().unwrap_or(if self.negative { i64::MIN } else { i64::MAX })
    }

    /// The low 64 bits in two's complement, as fixed-width storage wants them.
    #[must_use]
    pub fn to_u64_wrapping(self) -> u64 {
        let magnitude = match self.limbs {
            [] => 0,
            [low] => u64::from(*low),
            [low, high, ..] => u64::from(*high) << 32 | u64::from(*low),
        };
        if self.negative { magnitude.wrapping_neg() } else { magnitude }
    }

    /// The magnitude, if it has at most two limbs.
    #[must_use]
    pub(crate) const fn magnitude(self) -> Option<u64> {
        match self.limbs {
            [] => Some(0),
            [low] => Some(*low as u64),
            [low, high] => Some((*high as u64) << 32 | *low as u64),
            _ => None,
        }
    }
}
