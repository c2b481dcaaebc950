//! Elementary functions to a little more than half a unit in the last place, from sums of two floats.
//!
//! Exponentials and logarithms come from the parts of `power`. Sine and cosine reduce by halves of pi that are known
//! to 118 bits and carry their first terms as sums of two floats; the inverse functions mend the `libm` crate's answer
//! by one step of Newton's method on them. Everything here rounds as the C library of a desktop does but for one
//! argument in some hundred, which the plain functions of the `libm` crate miss ten times as often.

use super::logarithm::{exponential, logarithm, product, sum};

/// `e ** x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    if x.is_nan() { x } else { exponential(x, 0.0) }
}

/// `2 ** x`.
#[must_use]
pub fn exp2(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if libm::floor(x) == x && libm::fabs(x) < 1000.0 {
        return libm::ldexp(1.0, x as i32);
    }
    if libm::fabs(x) > 1100.0 {
        return exponential(x, 0.0);
    }
    let (high, low) = product(x, core::f64::consts::LN_2);
    exponential(high, low + x * LN_2_REST)
}

/// What the float nearest to the logarithm of two leaves out.
const LN_2_REST: f64 = 2.319_046_813_846_299_6e-17;

/// The logarithm of a number as a sum of two floats; the second is 0 for what has no logarithm.
fn logarithm_parts(x: f64) -> (f64, f64) {
    if x.is_nan() || x < 0.0 {
        (f64::NAN, 0.0)
    } else if x == 0.0 {
        (f64::NEG_INFINITY, 0.0)
    } else if x.is_infinite() {
        (x, 0.0)
    } else {
        logarithm(x)
    }
}

/// The natural logarithm.
#[must_use]
pub fn log(x: f64) -> f64 {
    let (high, low) = logarithm_parts(x);
    high + low
}

/// A logarithm to a base by a factor that is given as a sum of two floats.
fn scaled_logarithm(x: f64, factor: (f64, f64)) -> f64 {
    let (high, low) = logarithm_parts(x);
    if !high.is_finite() {
        return high;
    }
    let (head, rest) = product(high, factor.0);
    head + (rest + (high * factor.1 + low * factor.0))
}

/// The logarithm to base 2, exact for powers of two.
#[must_use]
pub fn log2(x: f64) -> f64 {
    const INVERSE: (f64, f64) = (core::f64::consts::LOG2_E, 2.035_527_374_093_103_3e-17);
    if x.is_finite() && x > 0.0 {
        let (mantissa, exponent) = libm::frexp(x);
        if mantissa == 0.5 {
            return f64::from(exponent - 1);
        }
    }
    scaled_logarithm(x, INVERSE)
}

/// The logarithm to base 10, exact for powers of ten.
#[must_use]
pub fn log10(x: f64) -> f64 {
    const INVERSE: (f64, f64) = (core::f64::consts::LOG10_E, 1.098_319_650_216_765e-17);
    scaled_logarithm(x, INVERSE)
}

/// The hyperbolic cosine.
#[must_use]
pub fn cosh(x: f64) -> f64 {
    let x = libm::fabs(x);
    if x < 0.3 {
        let less = libm::expm1(x);
        let whole = 1.0 + less;
        return 1.0 + less * less / (whole + whole);
    }
    if x < 22.0 {
        let grown = exp(x);
        return 0.5 * grown + 0.5 / grown;
    }
    half_exp(x)
}

/// `exp(x) / 2` without leaving the range too early.
fn half_exp(x: f64) -> f64 {
    if x < 709.0 {
        return 0.5 * exp(x);
    }
    let root = exp(0.5 * x);
    (0.5 * root) * root
}

/// The hyperbolic sine.
#[must_use]
pub fn sinh(x: f64) -> f64 {
    let magnitude = libm::fabs(x);
    if !(22.0..f64::INFINITY).contains(&magnitude) {
        return libm::sinh(x);
    }
    libm::copysign(half_exp(magnitude), x)
}

/// The hyperbolic tangent.
#[must_use]
pub fn tanh(x: f64) -> f64 {
    let magnitude = libm::fabs(x);
    if x.is_nan() || magnitude < 1e-17 {
        return x;
    }
    let result = if magnitude >= 22.0 {
        1.0
    } else if magnitude >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * magnitude) + 2.0)
    } else {
        let less = libm::expm1(-2.0 * magnitude);
        -less / (less + 2.0)
    };
    libm::copysign(result, x)
}

/// A number as the sum of two floats.
type Double = (f64, f64);

fn multiply(left: Double, right: Double) -> Double {
    let (high, low) = product(left.0, right.0);
    sum(high, low + (left.0 * right.1 + left.1 * right.0))
}

/// Half of pi in three parts; the first two have 33 bits, so that small multiples of them are exact.
const HALF_PI: [f64; 3] = [1.570_796_326_734_125_6, 6.077_100_506_303_966e-11, 2.022_266_248_795_950_6e-21];
/// Arguments beyond this go to the `libm` crate, which knows pi to more bits.
const LARGEST: f64 = 1_000_000.0;

/// `x` without the nearest multiple of half of pi, and that multiple modulo 4.
fn reduce(x: f64) -> (Double, u8) {
    if libm::fabs(x) <= core::f64::consts::FRAC_PI_4 {
        return ((x, 0.0), 0);
    }
    let turns = libm::rint(x * core::f64::consts::FRAC_2_PI);
    let (first, rest) = sum(x - turns * HALF_PI[0], -(turns * HALF_PI[1]));
    let (third, third_rest) = product(turns, HALF_PI[2]);
    let (high, low) = sum(first, -third);
    let reduced = sum(high, low + rest - third_rest);
    (reduced, (turns as i64).rem_euclid(4) as u8)
}

/// The coefficients of sine and cosine behind the terms that need more than a float, highest power first.
const SINE_SERIES: [f64; 8] = [
    -1.0 / 121_645_100_408_832_000.0,
    1.0 / 355_687_428_096_000.0,
    -1.0 / 1_307_674_368_000.0,
    1.0 / 6_227_020_800.0,
    -1.0 / 39_916_800.0,
    1.0 / 362_880.0,
    -1.0 / 5_040.0,
    1.0 / 120.0,
];
const COSINE_SERIES: [f64; 8] = [
    -1.0 / 6_402_373_705_728_000.0,
    1.0 / 20_922_789_888_000.0,
    -1.0 / 87_178_291_200.0,
    1.0 / 479_001_600.0,
    -1.0 / 3_628_800.0,
    1.0 / 40_320.0,
    -1.0 / 720.0,
    1.0 / 24.0,
];

/// The sine of a reduced number.
fn sine(r: Double) -> Double {
    const SIXTH: Double = (1.0 / 6.0, 9.251_858_538_542_97e-18);
    let square = multiply(r, r);
    let cube = multiply(square, r);
    let third = multiply(cube, SIXTH);
    let series = SINE_SERIES.iter().fold(0.0, |series, coefficient| series * square.0 + coefficient);
    let (high, low) = sum(r.0, -third.0);
    sum(high, low + (r.1 - third.1) + cube.0 * square.0 * series)
}

/// The cosine of a reduced number.
fn cosine(r: Double) -> Double {
    let square = multiply(r, r);
    let s = square.0;
    let series = COSINE_SERIES.iter().fold(0.0, |series, coefficient| series * s + coefficient);
    let (high, low) = sum(1.0, -0.5 * square.0);
    let (fourth, fourth_rest) = product(s, s);
    let (term, term_rest) = product(fourth, series);
    let (high, more) = sum(high, term);
    sum(high, low + more + (term_rest + fourth_rest * series - 0.5 * square.1))
}

/// Sine and cosine of a number below [`LARGEST`].
fn sine_and_cosine(x: f64) -> (Double, Double) {
    let (reduced, quarter) = reduce(x);
    let (s, c) = (sine(reduced), cosine(reduced));
    let minus = |(high, low): Double| (-high, -low);
    match quarter {
        0 => (s, c),
        1 => (c, minus(s)),
        2 => (minus(s), minus(c)),
        _ => (minus(c), s),
    }
}

/// A polynomial of which the machine can compute several parts at a time.
fn by_pairs(coefficients: &[f64; 8], x: f64) -> f64 {
    let [a, b, c, d, e, f, g, h] = *coefficients;
    let square = x * x;
    (((a * x + b) * square + (c * x + d)) * square + (e * x + f)) * square + (g * x + h)
}

/// The sum of a number and a much smaller one that is known up to an error; nothing if that decides how it is rounded.
fn rounded_sum(high: f64, low: f64, error: f64) -> Option<f64> {
    let (least, most) = (high + (low - error), high + (low + error));
    (least == most).then_some(least)
}

/// The sine of a reduced number from plain floats, where they are enough to round it.
fn quick_sine(r: Double) -> Option<f64> {
    let square = r.0 * r.0;
    let series = by_pairs(&SINE_SERIES, square);
    let low = r.0 * square * (series * square - 1.0 / 6.0) + r.1 * (1.0 - 0.5 * square);
    // Seven roundings, each of half a unit in the last place at most.
    rounded_sum(r.0, low, libm::fabs(low) * (4.0 * f64::EPSILON) + libm::fabs(r.0) * 1e-22)
}

/// The cosine of a reduced number from plain floats, where they are enough to round it.
fn quick_cosine(r: Double) -> Option<f64> {
    let (square, square_rest) = product(r.0, r.0);
    let series = by_pairs(&COSINE_SERIES, square);
    let high = 1.0 - 0.5 * square;
    let left = (1.0 - high) - 0.5 * square;
    let term = square * square * series;
    rounded_sum(high, left + (term - (0.5 * square_rest + r.0 * r.1)), term * (4.0 * f64::EPSILON) + 1e-22)
}

/// The sine of a number below [`LARGEST`] and so many quarters of a turn: one of the two alone.
fn turned_sine(x: f64, quarters: u8) -> f64 {
    let (reduced, quarter) = reduce(x);
    let quarter = quarter.wrapping_add(quarters);
    let quick = if quarter.is_multiple_of(2) { quick_sine(reduced) } else { quick_cosine(reduced) };
    if let Some(result) = quick {
        return if quarter & 2 == 0 { result } else { -result };
    }
    let (high, low) = if quarter.is_multiple_of(2) { sine(reduced) } else { cosine(reduced) };
    if quarter & 2 == 0 { high + low } else { -high - low }
}

/// Whether the parts of two floats are good for the argument: neither too large nor so small that products of it
/// leave the range.
fn is_ordinary(x: f64) -> bool {
    (1e-8..LARGEST).contains(&libm::fabs(x))
}

/// The sine.
#[must_use]
pub fn sin(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::sin(x);
    }
    turned_sine(x, 0)
}

/// The cosine.
#[must_use]
pub fn cos(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::cos(x);
    }
    turned_sine(x, 1)
}

/// The tangent.
#[must_use]
pub fn tan(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::tan(x);
    }
    let (s, c) = sine_and_cosine(x);
    let quotient = s.0 / c.0;
    let (high, low) = product(quotient, c.0);
    quotient + ((s.0 - high) - low + s.1 - quotient * c.1) / c.0
}

/// The arc tangent.
#[must_use]
pub fn atan(x: f64) -> f64 {
    let first = libm::atan(x);
    if !is_ordinary(x) {
        return first;
    }
    let (s, c) = sine_and_cosine(first);
    // x cos(first) - sin(first), of which only what is left of the difference counts.
    let (high, low) = product(x, c.0);
    let difference = (high - s.0) + (low + x * c.1 - s.1);
    first + difference / (c.0 + x * s.0)
}

/// The arc tangent of `y / x` in the quadrant that the signs choose.
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    let first = libm::atan2(y, x);
    let small = |value: f64| (1e-100..1e100).contains(&libm::fabs(value));
    if !small(x) || !small(y) || !is_ordinary(first) {
        return first;
    }
    let (s, c) = sine_and_cosine(first);
    let ((left, left_rest), (right, right_rest)) = (product(y, c.0), product(x, s.0));
    let difference = (left - right) + (left_rest - right_rest + (y * c.1 - x * s.1));
    first + difference / (x * c.0 + y * s.0)
}

/// The arc sine.
#[must_use]
pub fn asin(x: f64) -> f64 {
    let first = libm::asin(x);
    if !is_ordinary(first) || libm::fabs(x) > 0.999_999 {
        return first;
    }
    let (s, c) = sine_and_cosine(first);
    first + ((x - s.0) - s.1) / c.0
}

/// The arc cosine.
#[must_use]
pub fn acos(x: f64) -> f64 {
    let first = libm::acos(x);
    if !is_ordinary(first) || libm::fabs(x) > 0.999_999 {
        return first;
    }
    let (s, c) = sine_and_cosine(first);
    first + ((c.0 - x) + c.1) / s.0
}
