//! `e ^ (exponent · ln base)` to a little more than half a unit in the last place.
//!
//! The logarithm is carried as the sum of two floats, because the exponent multiplies its error; without
//! that, one power in twelve differs from the correctly rounded one. Sums and products of two floats are
//! those of T. J. Dekker, "A floating-point technique for extending the available precision", 1971; the
//! reduction by tables follows P. T. P. Tang, 1989 and 1990.

use super::parts::decompose;
use super::power_tables::{EXPONENTIALS, FOLD, LN2, LN2_64TH, LOGARITHMS};

/// `left + right` and its rounding error.
#[inline(always)]
pub(super) fn sum(left: f64, right: f64) -> (f64, f64) {
    let sum = left + right;
    let part = sum - left;
    (sum, (left - (sum - part)) + (right - part))
}

/// The upper 26 bits of a float and the rest.
#[inline(always)]
fn split(value: f64) -> (f64, f64) {
    let high = f64::from_bits(value.to_bits() & !0x7ff_ffff);
    (high, value - high)
}

/// `left * right` and its rounding error.
#[inline(always)]
pub(super) fn product(left: f64, right: f64) -> (f64, f64) {
    let product = left * right;
    let (left_high, left_low) = split(left);
    let (right_high, right_low) = split(right);
    let error = left_high * right_high - product + left_high * right_low + left_low * right_high;
    (product, error + left_low * right_low)
}

/// `base ^ exponent` for a positive finite base; zero and infinity where it leaves the range of floats.
pub(super) fn positive_power(base: f64, exponent: f64) -> f64 {
    // Beyond these, every base but one leaves the range, or no base leaves one.
    if exponent.abs() >= two_to(65) {
        let grows = (base > 1.0) == (exponent > 0.0);
        return if base == 1.0 {
            1.0
        } else if grows {
            f64::INFINITY
        } else {
            0.0
        };
    }
    if exponent.abs() < two_to(-65) {
        return 1.0;
    }
    let (high, low) = logarithm(base);
    let (argument, rest) = product(high, exponent);
    exponential(argument, rest + low * exponent)
}

/// `2 ^ exponent`, for exponents of normal floats.
const fn two_to(exponent: i32) -> f64 {
    f64::from_bits((exponent.wrapping_add(1023) as u64) << 52)
}

/// The natural logarithm of a positive finite number, as a sum with 68 good bits.
#[inline(always)]
pub(super) fn logarithm(number: f64) -> (f64, f64) {
    let (significand, lowest) = decompose(number);
    let shift = significand.leading_zeros().wrapping_sub(11);
    let fraction = significand << shift & ((1 << 52) - 1);
    let index = (fraction >> 46) as usize;
    let halved = index >= FOLD;
    let exponent = lowest.wrapping_sub(shift as i32).wrapping_add(52).wrapping_add(i32::from(halved));
    let reduced = f64::from_bits(fraction | if halved { 1022 << 52 } else { 1023 << 52 });
    let Some((inverse, table_high, table_low)) = LOGARITHMS.get(index) else {
        return (0.0, 0.0);
    };
    // reduced · inverse / 256 = 1 + r: the inverse has nine bits, so both partial products are exact.
    let inverse = inverse * (1.0 / 256.0);
    let (reduced_high, reduced_low) = split(reduced);
    let (r, r_rest) = sum(reduced_high * inverse - 1.0, reduced_low * inverse);
    // ln(1 + r) = r - r²/2 + r³/3 - …; only the first two terms need more than a float.
    let (square, square_rest) = product(r, r);
    let series = 1.0 / 3.0
        + r * (-1.0 / 4.0
            + r * (1.0 / 5.0
                + r * (-1.0 / 6.0
                    + r * (1.0 / 7.0
                        + r * (-1.0 / 8.0 + r * (1.0 / 9.0 + r * (-1.0 / 10.0 + r * (1.0 / 11.0 - r / 12.0))))))));
    let (first, first_rest) = sum(r, -0.5 * square);
    let small = first_rest + (r_rest - r * r_rest - 0.5 * square_rest) + square * r * series;
    // Exact: both are multiples of 2^-42 of moderate size.
    let exponent = f64::from(exponent);
    let base = exponent * LN2.0 + table_high;
    let (high, high_rest) = sum(base, first);
    let low = high_rest + (small + (exponent * LN2.1 + table_low));
    // The second part may be half the unit of the first: a multiplication wants them apart.
    sum(high, low)
}

/// `e ^ (argument + rest)`, where the rest is far below the argument.
#[inline(always)]
pub(super) fn exponential(argument: f64, rest: f64) -> f64 {
    if argument > 710.0 {
        return f64::INFINITY;
    }
    if argument < -746.0 {
        return 0.0;
    }
    // Adding and subtracting this rounds to a whole number.
    const ROUND: f64 = 6_755_399_441_055_744.0;
    let steps = argument * (64.0 * core::f64::consts::LOG2_E) + ROUND - ROUND;
    let r = (argument - steps * LN2_64TH.0) - steps * LN2_64TH.1 + rest;
    let steps = steps as i32;
    let index = steps.rem_euclid(64).unsigned_abs() as usize;
    let Some((high, low)) = EXPONENTIALS.get(index) else {
        return 0.0;
    };
    let series = r + r * r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r / 720.0))));
    let value = high + (low + high * series);
    // The power of two may lie outside the range although the result doesn't.
    let exponent = steps.div_euclid(64);
    if exponent > 1000 {
        return value * two_to(1000) * two_to(exponent.wrapping_sub(1000));
    }
    if exponent < -1000 {
        return value * two_to(exponent.wrapping_add(1000)) * two_to(-1000);
    }
    value * two_to(exponent)
}
