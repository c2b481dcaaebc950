//! Functions of two or three floats, and logarithms, which also take ints beyond the range of floats.

use super::elementary::range_error;
use super::{argument, float_argument};
use ferropy_numeric::float::{self, PowerError, elementary as precise};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

fn domain_error(iso: &mut Isolate) -> Raised {
    raise::value_error(iso, "math domain error")
}

/// Checks the result of a function of two floats.
fn finish(iso: &mut Isolate, x: f64, y: f64, result: f64) -> Completion {
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(iso));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(range_error(iso));
    }
    iso.new_float(result)
}

pub(super) fn atan2(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (y, x) = (float_argument(iso, args, 0)?, float_argument(iso, args, 1)?);
    iso.new_float(precise::atan2(y, x))
}

pub(super) fn copysign(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (x, y) = (float_argument(iso, args, 0)?, float_argument(iso, args, 1)?);
    iso.new_float(libm::copysign(x, y))
}

pub(super) fn fmod(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (x, y) = (float_argument(iso, args, 0)?, float_argument(iso, args, 1)?);
    if y.is_infinite() && x.is_finite() {
        return iso.new_float(x);
    }
    finish(iso, x, y, x % y)
}

pub(super) fn remainder(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (x, y) = (float_argument(iso, args, 0)?, float_argument(iso, args, 1)?);
    finish(iso, x, y, libm::remainder(x, y))
}

pub(super) fn pow(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (x, y) = (float_argument(iso, args, 0)?, float_argument(iso, args, 1)?);
    let result = match float::power(x, y) {
        Ok(result) => result,
        Err(PowerError::ZeroToNegative | PowerError::Complex) => return Err(domain_error(iso)),
        Err(PowerError::Overflow) => return Err(range_error(iso)),
    };
    finish(iso, x, y, result)
}

pub(super) fn fma(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    let y = float_argument(iso, args, 1)?;
    let z = float_argument(iso, args, 2)?;
    let result = libm::fma(x, y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(raise::value_error(iso, "invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(raise::overflow_error(iso, "overflow in fma"));
    }
    iso.new_float(result)
}

pub(super) fn isclose(iso: &mut Isolate, args: &[Value]) -> Completion {
    let a = float_argument(iso, args, 0)?;
    let b = float_argument(iso, args, 1)?;
    let relative = match argument(args, 2).given() {
        Some(value) => iso.to_f64(value)?,
        None => 1e-9,
    };
    let absolute = match argument(args, 3).given() {
        Some(value) => iso.to_f64(value)?,
        None => 0.0,
    };
    if relative < 0.0 || absolute < 0.0 {
        return Err(raise::value_error(iso, "tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let difference = libm::fabs(b - a);
    let close =
        difference <= libm::fabs(relative * b) || difference <= libm::fabs(relative * a) || difference <= absolute;
    Ok(Value::bool(close))
}

/// The floats in ascending order are numbered by their bits, the negative ones downward.
fn rank(x: f64) -> i64 {
    let bits = x.to_bits() as i64;
    if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
}

fn from_rank(rank: i64) -> f64 {
    f64::from_bits(if rank < 0 { i64::MIN.wrapping_sub(rank) as u64 } else { rank as u64 })
}

pub(super) fn nextafter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (x, y) = (float_argument(iso, args, 0)?, float_argument(iso, args, 1)?);
    let steps = match argument(args, 2).given() {
        None | Some(Value::NONE) => 1,
        Some(value) => {
            let steps = iso.index(value)?;
            let Some(view) = iso.as_int(steps) else { return Err(raise::internal(iso)) };
            if view.as_ref().is_negative() {
                return Err(raise::value_error(iso, "steps must be a non-negative integer"));
            }
            view.as_ref().to_u64().unwrap_or(u64::MAX)
        }
    };
    if x.is_nan() || y.is_nan() {
        return iso.new_float(if x.is_nan() { x } else { y });
    }
    if steps == 0 {
        return iso.new_float(x);
    }
    if x == y {
        return iso.new_float(y);
    }
    let (from, to) = (i128::from(rank(x)), i128::from(rank(y)));
    let steps = i128::from(steps);
    let landed = if from < to { (from + steps).min(to) } else { (from - steps).max(to) };
    // With a number of steps the goal is its own name, without one the sign stays.
    let are_counted = argument(args, 2).given().is_some_and(|steps| !steps.is_none());
    let result = if landed == to && (are_counted || landed != 0) {
        y
    } else if landed == 0 {
        libm::copysign(0.0, x)
    } else {
        from_rank(landed as i64)
    };
    iso.new_float(result)
}

/// A logarithm of a positive number by `function`; `unit` is the logarithm of two, for ints beyond floats.
fn logarithm(iso: &mut Isolate, value: Value, function: fn(f64) -> f64, unit: f64) -> Completion<f64> {
    if let Some(view) = iso.as_int(value) {
        let int = view.as_ref();
        if int.is_negative() || int.bit_length() == 0 {
            return Err(raise::value_error(iso, "expected a positive input"));
        }
        if let Ok(float) = int.to_f64() {
            return Ok(function(float));
        }
        // A float with the same leading bits, and the bits that were left out.
        let shift = int.bit_length().saturating_sub(64);
        let leading = match int.shift_right(shift) {
            Ok(leading) => leading.as_ref().to_f64().unwrap_or(1.0),
            Err(error) => return Err(iso.integer_failed(error)),
        };
        let (mantissa, exponent) = libm::frexp(leading);
        return Ok(function(mantissa) + unit * (shift as f64 + f64::from(exponent)));
    }
    let x = iso.to_f64(value)?;
    if x <= 0.0 {
        let shown = float::repr(x);
        return Err(raise::value_error(iso, &alloc::format!("expected a positive input, got {shown}")));
    }
    Ok(function(x))
}

fn natural(iso: &mut Isolate, value: Value) -> Completion<f64> {
    logarithm(iso, value, precise::log, core::f64::consts::LN_2)
}

pub(super) fn log(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = natural(iso, argument(args, 0))?;
    let Some(base) = argument(args, 1).given() else { return iso.new_float(x) };
    let base = natural(iso, base)?;
    if base == 0.0 {
        return Err(raise::zero_division_error(iso, "division by zero"));
    }
    iso.new_float(x / base)
}

pub(super) fn log2(iso: &mut Isolate, args: &[Value]) -> Completion {
    let result = logarithm(iso, argument(args, 0), precise::log2, 1.0)?;
    iso.new_float(result)
}

pub(super) fn log10(iso: &mut Isolate, args: &[Value]) -> Completion {
    let result = logarithm(iso, argument(args, 0), precise::log10, core::f64::consts::LOG10_2)?;
    iso.new_float(result)
}
