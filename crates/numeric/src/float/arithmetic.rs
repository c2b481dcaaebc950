//! Division with rounding down, and rounding to whole numbers.
//!
//! The callers raise `ZeroDivisionError` themselves when the divisor is zero; here that gives what the
//! machine gives.

/// Python's `divmod` of floats: the quotient rounded down and the remainder with the divisor's sign.
#[must_use]
pub fn divmod(dividend: f64, divisor: f64) -> (f64, f64) {
    let mut remainder = dividend % divisor;
    // The remainder is exact, so this is a whole number up to the rounding of the division.
    let mut quotient = (dividend - remainder) / divisor;
    if remainder == 0.0 {
        // The sign of a zero remainder is the divisor's.
        remainder = 0.0f64.copysign(divisor);
    } else if (divisor < 0.0) != (remainder < 0.0) {
        remainder += divisor;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(dividend / divisor), remainder);
    }
    let whole = floor(quotient);
    (if quotient - whole > 0.5 { whole + 1.0 } else { whole }, remainder)
}

/// Python's `//` of floats.
#[must_use]
pub fn floor_divide(dividend: f64, divisor: f64) -> f64 {
    divmod(dividend, divisor).0
}

/// Python's `%` of floats.
#[must_use]
pub fn modulo(dividend: f64, divisor: f64) -> f64 {
    let remainder = dividend % divisor;
    if remainder == 0.0 {
        0.0f64.copysign(divisor)
    } else if (divisor < 0.0) != (remainder < 0.0) {
        remainder + divisor
    } else {
        remainder
    }
}

/// The largest whole number that isn't above.
#[must_use]
pub fn floor(float: f64) -> f64 {
    libm::floor(float)
}

/// The smallest whole number that isn't below.
#[must_use]
pub fn ceil(float: f64) -> f64 {
    libm::ceil(float)
}

/// The whole part.
#[must_use]
pub fn truncate(float: f64) -> f64 {
    libm::trunc(float)
}

/// The nearest whole number, ties to even: Python's `round` with one argument, before it becomes an int.
#[must_use]
pub fn round_half_even(float: f64) -> f64 {
    libm::rint(float)
}
