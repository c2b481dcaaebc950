//! Functions from one float to one float. A result that is no number is a domain error with CPython's words for what
//! was expected; an infinite one is a range error.

use super::{float_argument, gamma as gamma_function};
use ferropy_numeric::float::{self, elementary as precise};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// Raises `ValueError`: what was expected and what came.
fn domain_error(iso: &mut Isolate, expected: &str, x: f64) -> Raised {
    let shown = float::repr(x);
    raise::value_error(iso, &alloc::format!("expected {expected}, got {shown}"))
}

/// Raises `OverflowError`.
pub(super) fn range_error(iso: &mut Isolate) -> Raised {
    raise::overflow_error(iso, "math range error")
}

/// Checks the result of a function: `expected` are the words for what it takes.
fn finish(iso: &mut Isolate, x: f64, result: f64, expected: &str) -> Completion {
    if result.is_nan() && !x.is_nan() {
        return Err(domain_error(iso, expected, x));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if expected.is_empty() { range_error(iso) } else { domain_error(iso, expected, x) });
    }
    iso.new_float(result)
}

macro_rules! functions {
    ($($name:ident $function:path, $expected:literal;)*) => {
        $(
            pub(super) fn $name(iso: &mut Isolate, args: &[Value]) -> Completion {
                let x = float_argument(iso, args, 0)?;
                finish(iso, x, $function(x), $expected)
            }
        )*
    };
}

functions! {
    acos precise::acos, "a number in range from -1 up to 1";
    acosh libm::acosh, "argument value not less than 1";
    asin precise::asin, "a number in range from -1 up to 1";
    asinh libm::asinh, "";
    atan precise::atan, "";
    atanh libm::atanh, "a number between -1 and 1";
    cbrt libm::cbrt, "";
    cos precise::cos, "a finite input";
    cosh precise::cosh, "";
    erf libm::erf, "";
    erfc libm::erfc, "";
    exp precise::exp, "";
    exp2 precise::exp2, "";
    expm1 libm::expm1, "";
    fabs libm::fabs, "";
    log1p libm::log1p, "argument value > -1";
    sin precise::sin, "a finite input";
    sinh precise::sinh, "";
    sqrt libm::sqrt, "a nonnegative input";
    tan precise::tan, "a finite input";
    tanh precise::tanh, "";
}

const GAMMA_DOMAIN: &str = "a noninteger or positive integer";

pub(super) fn gamma(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    if x == f64::NEG_INFINITY || (x.is_finite() && x <= 0.0 && libm::floor(x) == x) {
        return Err(domain_error(iso, GAMMA_DOMAIN, x));
    }
    let result = gamma_function::gamma(x);
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(iso));
    }
    iso.new_float(result)
}

pub(super) fn lgamma(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    if x.is_finite() && x <= 0.0 && libm::floor(x) == x {
        return Err(domain_error(iso, GAMMA_DOMAIN, x));
    }
    let result = gamma_function::log_gamma(x);
    if result.is_infinite() && x.is_finite() {
        return Err(range_error(iso));
    }
    iso.new_float(result)
}

pub(super) fn degrees(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    iso.new_float(x * (180.0 / core::f64::consts::PI))
}

pub(super) fn radians(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    iso.new_float(x * (core::f64::consts::PI / 180.0))
}

pub(super) fn ulp(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = libm::fabs(float_argument(iso, args, 0)?);
    if !x.is_finite() {
        return iso.new_float(x);
    }
    let next = f64::from_bits(x.to_bits() + 1);
    let step = if next.is_infinite() { x - f64::from_bits(x.to_bits() - 1) } else { next - x };
    iso.new_float(step)
}

pub(super) fn isnan(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(float_argument(iso, args, 0)?.is_nan()))
}

pub(super) fn isinf(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(float_argument(iso, args, 0)?.is_infinite()))
}

pub(super) fn isfinite(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(float_argument(iso, args, 0)?.is_finite()))
}
