//! The digits that the algorithms of this folder compute with.
//!
//! Limbs are `u32` everywhere outside; on machines with 64-bit words two of them make one digit, which
//! quarters the multiplications. The algorithms are generic over [`Digit`], so both widths are tested on
//! one machine, and short operands can be multiplied limb by limb without being packed.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt::Debug;
use core::ops::{BitAnd, BitOr, Not, Shl, Shr};

use super::OutOfMemory;
use crate::words;

/// The digit that fits this machine's registers.
#[cfg(target_pointer_width = "64")]
pub(crate) type Word = u64;
/// The digit that fits this machine's registers.
#[cfg(not(target_pointer_width = "64"))]
pub(crate) type Word = u32;

/// An unsigned machine integer used as one digit of a number in base 2^BITS.
pub(crate) trait Digit:
    Copy
    + Ord
    + Debug
    + Default
    + 'static
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + Not<Output = Self>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
{
    const BITS: u32;
    const ZERO: Self;
    const ONE: Self;
    const MAX: Self;
    /// How many limbs make one digit.
    const LIMBS: usize;

    fn carrying_add(self, other: Self, carry: bool) -> (Self, bool);
    fn borrowing_sub(self, other: Self, borrow: bool) -> (Self, bool);
    /// `self * factor + addend + carry` as (low, high), which never overflows.
    fn multiply_add(self, factor: Self, addend: Self, carry: Self) -> (Self, Self);
    fn wrapping_add(self, other: Self) -> Self;
    fn wrapping_sub(self, other: Self) -> Self;
    fn wrapping_mul(self, other: Self) -> Self;
    fn leading_zeros(self) -> u32;
    fn trailing_zeros(self) -> u32;
    /// `(high, low) / divisor` by the machine's own division; the quotient's low digit.
    fn divide_wide(high: Self, low: Self, divisor: Self) -> Self;
    fn from_limb(limb: u32) -> Self;
    /// The low bits of `value`, as many as fit.
    fn from_u64(value: u64) -> Self;
    fn to_u64(self) -> u64;
    /// Views limbs as digits; an odd top limb becomes a digit with a zero upper half.
    fn from_limbs(limbs: &[u32]) -> Result<Cow<'_, [Self]>, OutOfMemory>;
    /// Turns digits into limbs; the top limb may be zero.
    fn into_limbs(digits: Vec<Self>) -> Result<Vec<u32>, OutOfMemory>;
}

macro_rules! digit {
    ($digit:ty, $wide:ty, $limbs:expr, $from_limbs:expr, $into_limbs:expr, $multiply_add:expr) => {
        impl Digit for $digit {
            const BITS: u32 = <$digit>::BITS;
            const ZERO: Self = 0;
            const ONE: Self = 1;
            const MAX: Self = <$digit>::MAX;
            const LIMBS: usize = $limbs;

            #[inline(always)]
            fn carrying_add(self, other: Self, carry: bool) -> (Self, bool) {
                let (sum, first) = self.overflowing_add(other);
                let (sum, second) = sum.overflowing_add(Self::from(carry));
                (sum, first | second)
            }
            #[inline(always)]
            fn borrowing_sub(self, other: Self, borrow: bool) -> (Self, bool) {
                let (difference, first) = self.overflowing_sub(other);
                let (difference, second) = difference.overflowing_sub(Self::from(borrow));
                (difference, first | second)
            }
            #[inline(always)]
            fn multiply_add(self, factor: Self, addend: Self, carry: Self) -> (Self, Self) {
                $multiply_add(self, factor, addend, carry)
            }
            #[inline(always)]
            fn wrapping_add(self, other: Self) -> Self {
                <$digit>::wrapping_add(self, other)
            }
            #[inline(always)]
            fn wrapping_sub(self, other: Self) -> Self {
                <$digit>::wrapping_sub(self, other)
            }
            #[inline(always)]
            fn wrapping_mul(self, other: Self) -> Self {
                <$digit>::wrapping_mul(self, other)
            }
            #[inline(always)]
            fn leading_zeros(self) -> u32 {
                <$digit>::leading_zeros(self)
            }
            #[inline(always)]
            fn trailing_zeros(self) -> u32 {
                <$digit>::trailing_zeros(self)
            }
            fn divide_wide(high: Self, low: Self, divisor: Self) -> Self {
                let dividend = <$wide>::from(high) << Self::BITS | <$wide>::from(low);
                dividend.checked_div(<$wide>::from(divisor)).unwrap_or(0) as $digit
            }
            #[inline(always)]
            fn from_limb(limb: u32) -> Self {
                Self::from(limb)
            }
            #[inline(always)]
            fn from_u64(value: u64) -> Self {
                value as $digit
            }
            #[inline(always)]
            fn to_u64(self) -> u64 {
                u64::from(self)
            }
            fn from_limbs(limbs: &[u32]) -> Result<Cow<'_, [Self]>, OutOfMemory> {
                $from_limbs(limbs)
            }
            fn into_limbs(digits: Vec<Self>) -> Result<Vec<u32>, OutOfMemory> {
                $into_limbs(digits)
            }
        }
    };
}

digit!(u32, u64, 1, borrow_limbs, Ok, multiply_add_u32);
digit!(u64, u128, 2, pack_limbs, unpack_limbs, multiply_add_u64);

#[inline(always)]
fn multiply_add_u32(digit: u32, factor: u32, addend: u32, carry: u32) -> (u32, u32) {
    let (low, high) = words::product(digit, factor);
    let (low, first) = low.overflowing_add(addend);
    let (low, second) = low.overflowing_add(carry);
    (low, high + u32::from(first) + u32::from(second))
}

#[inline(always)]
fn multiply_add_u64(digit: u64, factor: u64, addend: u64, carry: u64) -> (u64, u64) {
    let product = u128::from(digit)
        .wrapping_mul(u128::from(factor))
        .wrapping_add(u128::from(addend))
        .wrapping_add(u128::from(carry));
    (product as u64, (product >> 64) as u64)
}

#[expect(clippy::unnecessary_wraps, reason = "both widths have the same signature")]
fn borrow_limbs(limbs: &[u32]) -> Result<Cow<'_, [u32]>, OutOfMemory> {
    Ok(Cow::Borrowed(limbs))
}

fn pack_limbs(limbs: &[u32]) -> Result<Cow<'_, [u64]>, OutOfMemory> {
    let (pairs, odd) = limbs.as_chunks::<2>();
    let mut digits = Vec::new();
    digits.try_reserve_exact(pairs.len().saturating_add(odd.len()))?;
    digits.extend(pairs.iter().map(|[low, high]| u64::from(*high) << 32 | u64::from(*low)));
    digits.extend(odd.iter().map(|limb| u64::from(*limb)));
    Ok(Cow::Owned(digits))
}

fn unpack_limbs(digits: Vec<u64>) -> Result<Vec<u32>, OutOfMemory> {
    let mut limbs = Vec::new();
    limbs.try_reserve_exact(digits.len().saturating_mul(2))?;
    limbs.extend(digits.iter().flat_map(|digit| [*digit as u32, (*digit >> 32) as u32]));
    Ok(limbs)
}
