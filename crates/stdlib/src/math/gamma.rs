//! The gamma function and its logarithm by Lanczos' approximation (C. Lanczos, "A precision approximation of the
//! gamma function", 1964) with the thirteen coefficients that the Boost library computed for doubles.

use ferropy_numeric::float::{self, elementary as precise};

/// The approximation's parameter `g`.
const G: f64 = 6.024_680_040_776_73;

/// The rational function's coefficients, highest power first: numerator and denominator.
const COEFFICIENTS: [(f64, f64); 13] = [
    (2.506_628_274_631_000_2, 1.0),
    (210.824_277_751_579_36, 66.0),
    (8_071.672_002_365_816, 1_925.0),
    (186_056.265_395_223_48, 32_670.0),
    (2_876_370.628_935_372_5, 357_423.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (248_874_557.862_054_17, 13_339_535.0),
    (1_439_720_407.311_721_6, 45_995_730.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (23_531_376_880.410_76, 0.0),
];

/// The rational function. For large arguments both polynomials are taken in `1 / x`, so that nothing overflows.
fn lanczos_sum(x: f64) -> f64 {
    let (mut numerator, mut denominator) = (0.0, 0.0);
    if x < 5.0 {
        for (over, under) in COEFFICIENTS {
            numerator = numerator * x + over;
            denominator = denominator * x + under;
        }
    } else {
        for (over, under) in COEFFICIENTS.into_iter().rev() {
            numerator = numerator / x + over;
            denominator = denominator / x + under;
        }
    }
    numerator / denominator
}

/// `sin(pi * x)`, exact where `x` is an integer.
fn sin_pi(x: f64) -> f64 {
    let y = libm::fabs(x) % 2.0;
    let quarter = libm::round(2.0 * y) as i32;
    let pi = core::f64::consts::PI;
    let result = match quarter {
        0 => precise::sin(pi * y),
        1 => precise::cos(pi * (y - 0.5)),
        2 => precise::sin(pi * (1.0 - y)),
        3 => -precise::cos(pi * (y - 1.5)),
        _ => precise::sin(pi * (y - 2.0)),
    };
    libm::copysign(1.0, x) * result
}

/// The gamma function of a number that is no pole.
pub(super) fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return x;
    }
    let magnitude = libm::fabs(x);
    if x == libm::floor(x) && (1.0..=23.0).contains(&x) {
        // (x - 1)! fits a float exactly.
        let mut product = 1.0;
        let mut factor = 2.0;
        while factor < x {
            product *= factor;
            factor += 1.0;
        }
        return product;
    }
    if magnitude < 1e-20 {
        return 1.0 / x;
    }
    if magnitude > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = magnitude + (G - 0.5);
    // The rounding error of `y` times g, which the power would multiply.
    let error = if magnitude > G - 0.5 { (y - magnitude) - (G - 0.5) } else { (y - (G - 0.5)) - magnitude };
    let correction = error * G / y;

    if x < 0.0 {
        let mut result =
            -core::f64::consts::PI / sin_pi(magnitude) / magnitude * precise::exp(y) / lanczos_sum(magnitude);
        result -= correction * result;
        if magnitude < 140.0 {
            result / power(y, magnitude - 0.5)
        } else {
            let root = power(y, magnitude / 2.0 - 0.25);
            result / root / root
        }
    } else {
        let mut result = lanczos_sum(magnitude) / precise::exp(y);
        result += correction * result;
        if magnitude < 140.0 {
            result * power(y, magnitude - 0.5)
        } else {
            let root = power(y, magnitude / 2.0 - 0.25);
            result * root * root
        }
    }
}

/// The natural logarithm of the gamma function's absolute value, of a number that is no pole.
pub(super) fn log_gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let magnitude = libm::fabs(x);
    if magnitude < 1e-20 {
        return -precise::log(magnitude);
    }
    let sum = precise::log(lanczos_sum(magnitude)) - G;
    let result = sum + (magnitude - 0.5) * (precise::log(magnitude + G - 0.5) - 1.0);
    if x < 0.0 {
        const LOG_PI: f64 = 1.144_729_885_849_400_2;
        return LOG_PI - precise::log(libm::fabs(sin_pi(magnitude))) - precise::log(magnitude) - result;
    }
    result
}

fn power(base: f64, exponent: f64) -> f64 {
    float::power(base, exponent).unwrap_or(f64::INFINITY)
}
