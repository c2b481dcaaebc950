//! Arithmetic of machine integers as Python defines it; nothing where the result needs a larger integer.

/// The quotient rounded down; nothing if the divisor is zero or the quotient doesn't fit.
#[must_use]
#[inline]
pub const fn floor_divide(dividend: i64, divisor: i64) -> Option<i64> {
    let (Some(quotient), Some(remainder)) = (dividend.checked_div(divisor), dividend.checked_rem(divisor)) else {
        return None;
    };
    if remainder != 0 && (remainder < 0) != (divisor < 0) { Some(quotient.wrapping_sub(1)) } else { Some(quotient) }
}

/// The remainder with the divisor's sign; nothing if the divisor is zero.
#[must_use]
#[inline]
pub const fn modulo(dividend: i64, divisor: i64) -> Option<i64> {
    if divisor == 0 {
        return None;
    }
    let remainder = dividend.wrapping_rem(divisor);
    if remainder != 0 && (remainder < 0) != (divisor < 0) {
        return Some(remainder.wrapping_add(divisor));
    }
    Some(remainder)
}

/// Both of them; nothing if the divisor is zero or the quotient doesn't fit.
#[must_use]
#[inline]
pub const fn divmod(dividend: i64, divisor: i64) -> Option<(i64, i64)> {
    match (floor_divide(dividend, divisor), modulo(dividend, divisor)) {
        (Some(quotient), Some(remainder)) => Some((quotient, remainder)),
        _ => None,
    }
}

/// The power; nothing if the exponent is negative or the power doesn't fit.
#[must_use]
pub const fn pow(base: i64, exponent: i64) -> Option<i64> {
    match (base, exponent) {
        (_, ..=-1) => None,
        (0 | 1, 1..) => Some(base),
        (-1, _) => Some(if exponent % 2 == 0 { 1 } else { -1 }),
        // 2 ** 63 doesn't fit, so no other base has a result for such an exponent.
        (_, 64..) => None,
        _ => base.checked_pow(exponent as u32),
    }
}

/// `value << count`; nothing if the count is negative or the result doesn't fit.
#[must_use]
#[inline]
pub const fn shift_left(value: i64, count: i64) -> Option<i64> {
    if value == 0 && count >= 0 {
        return Some(0);
    }
    if count < 0 || count > 63 {
        return None;
    }
    let shifted = value << count;
    if shifted >> count == value { Some(shifted) } else { None }
}

/// `value >> count`, rounded down; nothing if the count is negative.
#[must_use]
#[inline]
pub const fn shift_right(value: i64, count: i64) -> Option<i64> {
    if count < 0 {
        return None;
    }
    Some(value >> if count > 63 { 63 } else { count })
}

/// The power modulo a positive number, a negative exponent inverting the base; nothing if there is no inverse, or the
/// modulus is too large for products of two remainders.
#[must_use]
pub const fn pow_modulo(base: i64, exponent: i64, modulus: i64) -> Option<i64> {
    if modulus < 1 || modulus > u32::MAX as i64 {
        return None;
    }
    let (mut factor, mut left) = (base.rem_euclid(modulus), exponent.unsigned_abs());
    if exponent < 0 {
        factor = match inverse(factor, modulus) {
            Some(inverse) => inverse,
            None => return None,
        };
    }
    let (mut factor, modulus) = (factor as u64, modulus as u64);
    let mut result = 1 % modulus;
    while left > 0 {
        if left % 2 == 1 {
            result = result.wrapping_mul(factor) % modulus;
        }
        factor = factor.wrapping_mul(factor) % modulus;
        left /= 2;
    }
    Some(result as i64)
}

/// The number between zero and the modulus whose product with this one leaves 1; nothing if there is none. The modulus is
/// positive.
#[must_use]
pub const fn inverse(value: i64, modulus: i64) -> Option<i64> {
    let (mut high, mut low) = (modulus, value.rem_euclid(modulus));
    // No factor exceeds the modulus, and no product of one with a quotient.
    let (mut high_factor, mut factor) = (0i64, 1i64);
    while low != 0 {
        let quotient = high.wrapping_div(low);
        (high, low) = (low, high.wrapping_rem(low));
        (high_factor, factor) = (factor, high_factor.wrapping_sub(quotient.wrapping_mul(factor)));
    }
    if high == 1 { Some(high_factor.rem_euclid(modulus)) } else { None }
}
