//! Functions that give ints, and those that take a float apart or put it together.

use super::elementary::range_error;
use super::{argument, float_argument};
use ferropy_numeric::Integer;
use ferropy_runtime::{Completion, Isolate, Value, names, raise};

/// The int that a whole float is.
fn to_int(iso: &mut Isolate, x: f64) -> Completion {
    match Integer::from_f64(x) {
        Ok(integer) => iso.new_integer(&integer),
        Err(error) => Err(iso.integer_failed(error)),
    }
}

/// A function that classes may define as a special method; floats and what becomes one are rounded by `function`.
fn round_by(iso: &mut Isolate, value: Value, special: Value, function: fn(f64) -> f64) -> Completion {
    if let Some(x) = iso.heap.float(value) {
        return to_int(iso, function(x));
    }
    if let Some(result) = iso.call_special(value, special, &[])? {
        return Ok(result);
    }
    let x = iso.to_f64(value)?;
    to_int(iso, function(x))
}

pub(super) fn floor(iso: &mut Isolate, args: &[Value]) -> Completion {
    round_by(iso, argument(args, 0), names::__floor__, libm::floor)
}

pub(super) fn ceil(iso: &mut Isolate, args: &[Value]) -> Completion {
    round_by(iso, argument(args, 0), names::__ceil__, libm::ceil)
}

pub(super) fn trunc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let value = argument(args, 0);
    if let Some(x) = iso.heap.float(value) {
        return to_int(iso, libm::trunc(x));
    }
    match iso.call_special(value, names::__trunc__, &[])? {
        Some(result) => Ok(result),
        None => {
            let kind = iso.type_name(value);
            Err(raise::type_error(iso, &alloc::format!("type {kind} doesn't define __trunc__ method")))
        }
    }
}

pub(super) fn frexp(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    let (mantissa, exponent) = if x == 0.0 || !x.is_finite() { (x, 0) } else { libm::frexp(x) };
    let mantissa = iso.new_float(mantissa)?;
    iso.new_tuple(&[mantissa, Value::small_int(i64::from(exponent))])
}

pub(super) fn modf(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    let (fraction, whole) = if x.is_infinite() {
        (libm::copysign(0.0, x), x)
    } else {
        (libm::copysign(x - libm::trunc(x), x), libm::trunc(x))
    };
    let fraction = iso.new_float(fraction)?;
    let whole = iso.new_float(whole)?;
    iso.new_tuple(&[fraction, whole])
}

pub(super) fn ldexp(iso: &mut Isolate, args: &[Value]) -> Completion {
    let x = float_argument(iso, args, 0)?;
    let exponent = argument(args, 1);
    if !iso.is_int(exponent) {
        return Err(raise::type_error(iso, "Expected an int as second argument to ldexp."));
    }
    let exponent = iso.to_index(exponent)?;
    if x == 0.0 || !x.is_finite() {
        return iso.new_float(x);
    }
    let result = libm::ldexp(x, exponent.clamp(-3000, 3000) as i32);
    if result.is_infinite() {
        return Err(range_error(iso));
    }
    iso.new_float(result)
}
