//! A float taken apart into significand and exponent, and put together again.

/// Bits of the significand that are stored.
const STORED: u32 = 52;
const FRACTION: u64 = (1 << STORED) - 1;
/// The exponent of the lowest bit of the smallest floats.
const LOWEST: i32 = -1074;

/// The magnitude of a finite float as `significand · 2^exponent`, both as stored; the sign is dropped.
#[must_use]
pub const fn decompose(float: f64) -> (u64, i32) {
    let bits = float.to_bits();
    let biased = ((bits >> STORED) & 0x7ff) as i32;
    let fraction = bits & FRACTION;
    match biased {
        0 => (fraction, LOWEST),
        _ => (fraction | 1 << STORED, biased.wrapping_sub(1).wrapping_add(LOWEST)),
    }
}

/// The float nearest to `bits · 2^exponent`, ties to even; nothing beyond the range of floats.
///
/// A lowest bit that stands for "and something more" is enough for correct rounding if `bits` has at
/// least 55 significant bits.
#[must_use]
pub fn compose(bits: u64, exponent: i32) -> Option<f64> {
    if bits == 0 {
        return Some(0.0);
    }
    let shift = bits.leading_zeros();
    let bits = bits << shift;
    // The value is bits · 2^(top - 63), with bit 63 set.
    let top = exponent.saturating_sub(shift as i32).saturating_add(63);
    if top > 1023 {
        return None;
    }
    let below_normal = (-1022i32).saturating_sub(top).max(0) as u32;
    let dropped = below_normal.saturating_add(63 - STORED);
    if dropped > 64 {
        return Some(0.0);
    }
    let kept = bits.checked_shr(dropped).unwrap_or(0);
    let rest = u128::from(bits) << (128u32.wrapping_sub(dropped));
    let half = 1u128 << 127;
    let up = rest > half || (rest == half && kept & 1 == 1);
    // The hidden bit of a normal number adds one to the exponent below it, and so does a carry out of the fraction.
    let biased_below = if below_normal > 0 { 0 } else { top.wrapping_add(1022) as u64 };
    let float = f64::from_bits((biased_below << STORED).wrapping_add(kept).wrapping_add(u64::from(up)));
    if float.is_finite() { Some(float) } else { None }
}

/// A finite float as the fraction `numerator / 2^denominator_exponent · 2^numerator_exponent` in lowest terms.
///
/// Returns the odd part of the magnitude (or zero) and the exponent of two: the numerator is to be shifted
/// left by a positive exponent, the denominator by the opposite of a negative one.
#[must_use]
pub const fn integer_ratio(float: f64) -> (u64, i32) {
    let (significand, exponent) = decompose(float);
    if significand == 0 {
        return (0, 0);
    }
    let twos = significand.trailing_zeros();
    (significand >> twos, exponent.wrapping_add(twos as i32))
}

/// Whether a float is a whole number; infinities and not-a-number aren't.
#[must_use]
pub const fn is_integer(float: f64) -> bool {
    float.is_finite() && integer_ratio(float).1 >= 0
}
