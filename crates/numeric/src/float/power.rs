//! `float ** float` with Python's errors.

use super::arithmetic::truncate;
use super::logarithm::positive_power;

/// Why a power has no float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerError {
    /// `zero to a negative power`
    ZeroToNegative,
    /// A negative number to a fractional power: the result is complex.
    Complex,
    /// `(34, 'Numerical result out of range')`
    Overflow,
}

/// `base ** exponent` for floats.
pub fn power(base: f64, exponent: f64) -> Result<f64, PowerError> {
    if exponent == 0.0 || base == 1.0 {
        return Ok(1.0);
    }
    if exponent == 2.0 && base.is_finite() {
        // The most common power, and exact to rounding.
        return finite(base * base);
    }
    if exponent == -1.0 && base.is_finite() && base != 0.0 {
        return finite(1.0 / base);
    }
    if base.is_nan() || exponent.is_nan() {
        return Ok(f64::NAN);
    }
    let whole = truncate(exponent) == exponent;
    let odd = whole && exponent % 2.0 != 0.0;
    if exponent.is_infinite() {
        let grows = (exponent > 0.0) == (base.abs() > 1.0);
        return Ok(match (base.abs() == 1.0, grows) {
            (true, _) => 1.0,
            (false, true) => f64::INFINITY,
            (false, false) => 0.0,
        });
    }
    if base.is_infinite() {
        let magnitude = if exponent > 0.0 { f64::INFINITY } else { 0.0 };
        return Ok(if odd { magnitude.copysign(base) } else { magnitude });
    }
    if base == 0.0 {
        if exponent < 0.0 {
            return Err(PowerError::ZeroToNegative);
        }
        return Ok(if odd { base } else { 0.0 });
    }
    if base < 0.0 && !whole {
        return Err(PowerError::Complex);
    }
    let magnitude = finite(positive_power(base.abs(), exponent))?;
    Ok(if base < 0.0 && odd { -magnitude } else { magnitude })
}

fn finite(result: f64) -> Result<f64, PowerError> {
    if result.is_finite() { Ok(result) } else { Err(PowerError::Overflow) }
}
