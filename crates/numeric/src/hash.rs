//! Hashes of numbers: equal numbers have equal hashes, whatever their type.
//!
//! The hash is the number modulo the prime 2^61 - 1, on every machine, so that a board and a desktop give
//! the same; -1 is never a hash and becomes -2.

use crate::float::decompose;
use crate::integer::IntegerRef;

/// The bits of the prime modulus.
const BITS: u32 = 61;
const MODULUS: u64 = (1 << BITS) - 1;
/// The hash of infinity: Python shows it as `sys.hash_info.inf`.
const INFINITY: i64 = 314_159;

/// Multiplies a number below the modulus by `2^count`, which only turns its bits around.
const fn rotate(value: u64, count: u32) -> u64 {
    (value << count & MODULUS) | value >> (BITS.wrapping_sub(count))
}

const fn with_sign(value: u64, negative: bool) -> i64 {
    let hash = if negative { (value as i64).wrapping_neg() } else { value as i64 };
    if hash == -1 { -2 } else { hash }
}

/// The hash of a machine integer.
#[must_use]
pub const fn hash_i64(value: i64) -> i64 {
    let magnitude = value.unsigned_abs();
    // Two steps are enough: the magnitude has at most 64 bits.
    let mut reduced = (magnitude & MODULUS).wrapping_add(magnitude >> BITS);
    if reduced >= MODULUS {
        reduced = reduced.wrapping_sub(MODULUS);
    }
    with_sign(reduced, value < 0)
}

/// The hash of an integer of any size.
#[must_use]
pub fn hash_integer(value: IntegerRef<'_>) -> i64 {
    let (pairs, odd) = value.limbs().as_chunks::<2>();
    let top = odd.first().map_or(0, |limb| u64::from(*limb));
    let reduced = pairs.iter().rev().fold(top, |reduced, [low, high]| {
        let word = u64::from(*high) << 32 | u64::from(*low);
        let sum = rotate(reduced, 64 - BITS).wrapping_add(word & MODULUS).wrapping_add(word >> BITS);
        // Below three times the modulus.
        (sum & MODULUS).wrapping_add(sum >> BITS)
    });
    with_sign(if reduced >= MODULUS { reduced.wrapping_sub(MODULUS) } else { reduced }, value.is_negative())
}

/// The hash of a float; nothing for not-a-number, which hashes by identity.
#[must_use]
pub fn hash_f64(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { INFINITY.wrapping_neg() });
    }
    let (significand, exponent) = decompose(value);
    let count = exponent.rem_euclid(BITS as i32).unsigned_abs();
    Some(with_sign(rotate(significand, count), value < 0.0))
}
