//! The functions themselves, by W. Kahan's "Branch Cuts for Complex Elementary Functions", which keeps the cuts continuous
//! from the side that the sign of a zero names.

use super::special::{self as tables, Special, special};
use core::f64::consts::{E, FRAC_PI_2, LN_2, LN_10};
use ferropy_numeric::float::elementary::{
    atan2, cos, cosh as real_cosh, exp as real_exp, log as real_log, sin, sinh as real_sinh, tan, tanh as real_tanh,
};
use libm::{asinh as real_asinh, fabs, hypot, ldexp, log1p, sqrt as real_sqrt};

/// A complex number.
pub(super) type Complex = (f64, f64);

/// What a function has no result for.
pub(super) enum Failure {
    Domain,
    Range,
}

pub(super) type Answer = Result<Complex, Failure>;

/// Beyond it, products overflow.
const LARGE: f64 = f64::MAX / 4.0;
/// Beyond it, squares overflow: about the root of [`LARGE`].
const LARGE_ROOT: f64 = 6.703_903_964_971_298e153;
/// Beyond it, exponentials overflow: about the logarithm of [`LARGE`].
const LARGE_LOG: f64 = 708.396_418_532_264_1;
/// The root of the smallest normal number.
const SMALL_ROOT: f64 = 1.491_668_146_240_041_3e-154;

fn copysign(size: f64, sign: f64) -> f64 {
    libm::copysign(size, sign)
}

/// The answer of a table, if a part is not finite.
fn tabled(table: &[u8; 98], (real, imaginary): Complex) -> Option<Answer> {
    if real.is_finite() && imaginary.is_finite() {
        return None;
    }
    match special(table, real, imaginary) {
        Special::Value(real, imaginary) => Some(Ok((real, imaginary))),
        Special::DomainError => Some(Err(Failure::Domain)),
        Special::Unspecified => None,
    }
}

/// A result of finite numbers: one that is infinite is out of range.
fn in_range((real, imaginary): Complex) -> Answer {
    if real.is_infinite() || imaginary.is_infinite() { Err(Failure::Range) } else { Ok((real, imaginary)) }
}

fn is_large((real, imaginary): Complex) -> bool {
    fabs(real) > LARGE || fabs(imaginary) > LARGE
}

/// The logarithm of twice the absolute value of a large number.
fn log_of_double((real, imaginary): Complex) -> f64 {
    real_log(hypot(real / 2.0, imaginary / 2.0)) + LN_2 * 2.0
}

/// Turns a number by a quarter, so that functions of a circle become those of a hyperbola.
fn turned((real, imaginary): Complex) -> Complex {
    (-imaginary, real)
}

fn turned_back(answer: Answer) -> Answer {
    answer.map(|(real, imaginary)| (imaginary, -real))
}

pub(super) fn sqrt(z: Complex) -> Answer {
    if let Some(answer) = tabled(tables::SQRT, z) {
        return answer;
    }
    let (real, imaginary) = z;
    if real == 0.0 && imaginary == 0.0 {
        return Ok((0.0, imaginary));
    }
    let (mut wide, high) = (fabs(real), fabs(imaginary));
    let size = if wide < f64::MIN_POSITIVE && high < f64::MIN_POSITIVE && (wide > 0.0 || high > 0.0) {
        // Subnormal parts have few bits.
        wide = ldexp(wide, 54);
        ldexp(real_sqrt((wide + hypot(wide, ldexp(high, 54))) / 2.0), -27)
    } else {
        wide /= 8.0;
        2.0 * real_sqrt(wide + hypot(wide, high / 8.0))
    };
    let other = high / (2.0 * size);
    Ok(if real >= 0.0 { (size, copysign(other, imaginary)) } else { (other, copysign(size, imaginary)) })
}

pub(super) fn acos(z: Complex) -> Answer {
    if let Some(answer) = tabled(tables::ACOS, z) {
        return answer;
    }
    let (real, imaginary) = z;
    if is_large(z) {
        let size = log_of_double(z);
        let signed = if real < 0.0 { -copysign(size, imaginary) } else { copysign(size, -imaginary) };
        return Ok((atan2(fabs(imaginary), real), signed));
    }
    let (below, above) = (sqrt((1.0 - real, -imaginary))?, sqrt((1.0 + real, imaginary))?);
    Ok((2.0 * atan2(below.0, above.0), real_asinh(above.0 * below.1 - above.1 * below.0)))
}

pub(super) fn acosh(z: Complex) -> Answer {
    if let Some(answer) = tabled(tables::ACOSH, z) {
        return answer;
    }
    let (real, imaginary) = z;
    if is_large(z) {
        return Ok((log_of_double(z), atan2(imaginary, real)));
    }
    let (below, above) = (sqrt((real - 1.0, imaginary))?, sqrt((real + 1.0, imaginary))?);
    Ok((real_asinh(below.0 * above.0 + below.1 * above.1), 2.0 * atan2(below.1, above.0)))
}

pub(super) fn asinh(z: Complex) -> Answer {
    if let Some(answer) = tabled(tables::ASINH, z) {
        return answer;
    }
    let (real, imaginary) = z;
    if is_large(z) {
        let size = log_of_double(z);
        let signed = if imaginary >= 0.0 { copysign(size, real) } else { -copysign(size, -real) };
        return Ok((signed, atan2(imaginary, fabs(real))));
    }
    let (above, below) = (sqrt((1.0 + imaginary, -real))?, sqrt((1.0 - imaginary, real))?);
    let angle = atan2(imaginary, above.0 * below.0 - above.1 * below.1);
    Ok((real_asinh(above.0 * below.1 - below.0 * above.1), angle))
}

pub(super) fn asin(z: Complex) -> Answer {
    turned_back(asinh(turned(z)))
}

pub(super) fn atanh(z: Complex) -> Answer {
    if let Some(answer) = tabled(tables::ATANH, z) {
        return answer;
    }
    let (real, imaginary) = z;
    if real.is_sign_negative() {
        return atanh((-real, -imaginary)).map(|(real, imaginary)| (-real, -imaginary));
    }
    let high = fabs(imaginary);
    if real > LARGE_ROOT || high > LARGE_ROOT {
        let size = hypot(real / 2.0, imaginary / 2.0);
        return Ok((real / 4.0 / size / size, -copysign(FRAC_PI_2, -imaginary)));
    }
    if real == 1.0 && high < SMALL_ROOT {
        if high == 0.0 {
            return Err(Failure::Domain);
        }
        let size = -real_log(real_sqrt(high) / real_sqrt(hypot(high, 2.0)));
        return Ok((size, copysign(atan2(2.0, -high) / 2.0, imaginary)));
    }
    let below = 1.0 - real;
    let size = log1p(4.0 * real / (below * below + high * high)) / 4.0;
    Ok((size, -atan2(-2.0 * imaginary, below * (1.0 + real) - high * high) / 2.0))
}

pub(super) fn atan(z: Complex) -> Answer {
    turned_back(atanh(turned(z)))
}

/// Two functions of the real part, by the cosine and the sine of the imaginary one. Where the size is beyond what exponentials
/// have room for, they are asked about a number that is nearer by one.
fn around(z: Complex, table: &[u8; 98], size: f64, functions: [fn(f64) -> f64; 2]) -> Answer {
    let (real, imaginary) = z;
    // An infinite real part leaves the signs to the angle.
    let is_endless = is_endless(z);
    if !is_endless && let Some(answer) = tabled(table, z) {
        return answer;
    }
    let (argument, factor) =
        if !is_endless && size > LARGE_LOG { (real - copysign(1.0, real), E) } else { (real, 1.0) };
    let [first, second] = functions;
    let answer = (cos(imaginary) * first(argument) * factor, sin(imaginary) * second(argument) * factor);
    if is_endless { Ok(answer) } else { in_range(answer) }
}

/// Whether only the sign of the imaginary part's functions counts: the real part is infinite.
fn is_endless((real, imaginary): Complex) -> bool {
    real.is_infinite() && imaginary.is_finite() && imaginary != 0.0
}

pub(super) fn cosh(z: Complex) -> Answer {
    around(z, tables::COSH, fabs(z.0), [real_cosh, real_sinh])
}

pub(super) fn sinh(z: Complex) -> Answer {
    around(z, tables::SINH, fabs(z.0), [real_sinh, real_cosh])
}

pub(super) fn tanh(z: Complex) -> Answer {
    let (real, imaginary) = z;
    if is_endless(z) {
        return Ok((copysign(1.0, real), copysign(0.0, 2.0 * sin(imaginary) * cos(imaginary))));
    }
    if let Some(answer) = tabled(tables::TANH, z) {
        return answer;
    }
    if fabs(real) > LARGE_LOG {
        let rest = 4.0 * sin(imaginary) * cos(imaginary) * real_exp(-2.0 * fabs(real));
        return Ok((copysign(1.0, real), rest));
    }
    let (flat, steep, narrow) = (real_tanh(real), tan(imaginary), 1.0 / real_cosh(real));
    let product = flat * steep;
    let below = 1.0 + product * product;
    Ok((flat * (1.0 + steep * steep) / below, steep / below * narrow * narrow))
}

pub(super) fn complex_cos(z: Complex) -> Answer {
    cosh(turned(z))
}

pub(super) fn complex_sin(z: Complex) -> Answer {
    turned_back(sinh(turned(z)))
}

pub(super) fn complex_tan(z: Complex) -> Answer {
    turned_back(tanh(turned(z)))
}

pub(super) fn exp(z: Complex) -> Answer {
    around(z, tables::EXP, z.0, [real_exp, real_exp])
}

pub(super) fn log(z: Complex) -> Answer {
    if let Some(answer) = tabled(tables::LOG, z) {
        return answer;
    }
    let (real, imaginary) = z;
    let (wide, high) = (fabs(real), fabs(imaginary));
    let size = if is_large(z) {
        real_log(hypot(wide / 2.0, high / 2.0)) + LN_2
    } else if wide < f64::MIN_POSITIVE && high < f64::MIN_POSITIVE {
        if wide == 0.0 && high == 0.0 {
            return Err(Failure::Domain);
        }
        real_log(hypot(ldexp(wide, 53), ldexp(high, 53))) - 53.0 * LN_2
    } else {
        let length = hypot(wide, high);
        if (0.71..=1.73).contains(&length) {
            // Near 1 the distance from it is known better than the length.
            let (more, less) = if wide > high { (wide, high) } else { (high, wide) };
            log1p((more - 1.0) * (more + 1.0) + less * less) / 2.0
        } else {
            real_log(length)
        }
    };
    Ok((size, atan2(imaginary, real)))
}

pub(super) fn log10(z: Complex) -> Answer {
    log(z).map(|(real, imaginary)| (real / LN_10, imaginary / LN_10))
}

/// The number with a length and an angle.
pub(super) fn rect(length: f64, angle: f64) -> Answer {
    around((length, angle), tables::RECT, 0.0, [|length| length; 2])
}
