//! What the functions give for floats and small ints where nothing can go wrong: the interpreter's loop asks these first.

use super::integers::{LAST_SMALL_FACTORIAL, small_comb, small_gcd};
use ferropy_numeric::float::{self, elementary as precise};
use ferropy_runtime::Value;
use ferropy_runtime::native::Reach;

/// A float, or a small int as one.
fn float_of(reach: &Reach<'_>, value: Value) -> Option<f64> {
    match reach.heap.float(value) {
        Some(float) => Some(float),
        None => value.as_small_int().map(|int| int as f64),
    }
}

/// What is not finite may be an error.
fn finite(reach: &mut Reach<'_>, result: f64) -> Option<Value> {
    if result.is_finite() { reach.heap.new_float(result).ok() } else { None }
}

macro_rules! of_one_float {
    ($($name:ident $function:expr;)*) => {
        $(
            pub(super) fn $name(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
                let &[x] = args else { return None };
                let x = float_of(reach, x)?;
                finite(reach, $function(x))
            }
        )*
    };
}

of_one_float! {
    acos precise::acos;
    asin precise::asin;
    atan precise::atan;
    cbrt libm::cbrt;
    cos precise::cos;
    cosh precise::cosh;
    degrees |x| x * (180.0 / core::f64::consts::PI);
    erf libm::erf;
    erfc libm::erfc;
    exp precise::exp;
    exp2 precise::exp2;
    fabs libm::fabs;
    log10 |x: f64| if x > 0.0 { precise::log10(x) } else { f64::NAN };
    log2 |x: f64| if x > 0.0 { precise::log2(x) } else { f64::NAN };
    radians |x| x * (core::f64::consts::PI / 180.0);
    sin precise::sin;
    sinh precise::sinh;
    sqrt libm::sqrt;
    tan precise::tan;
    tanh precise::tanh;
}

pub(super) fn log(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&x, base) = args.split_first()?;
    let log = |value: f64| if value > 0.0 { precise::log(value) } else { f64::NAN };
    let x = log(float_of(reach, x)?);
    match *base {
        [] => finite(reach, x),
        [base] => {
            let base = log(float_of(reach, base)?);
            finite(reach, x / base)
        }
        _ => None,
    }
}

macro_rules! of_two_floats {
    ($($name:ident $function:expr;)*) => {
        $(
            pub(super) fn $name(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
                let &[x, y] = args else { return None };
                let (x, y) = (float_of(reach, x)?, float_of(reach, y)?);
                finite(reach, $function(x, y))
            }
        )*
    };
}

of_two_floats! {
    atan2 precise::atan2;
    copysign libm::copysign;
    pow |x, y| float::power(x, y).unwrap_or(f64::NAN);
}

macro_rules! to_ints {
    ($($name:ident $function:expr;)*) => {
        $(
            pub(super) fn $name(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
                let &[x] = args else { return None };
                if x.is_small_int() {
                    return Some(x);
                }
                let x = reach.heap.float(x).filter(|x| x.abs() < 1e14)?;
                Value::try_small_int($function(x))
            }
        )*
    };
}

// A conversion to a machine integer cuts towards zero, which is one instruction where a float's own rounding isn't.
to_ints! {
    ceil |x: f64| x as i64 + i64::from((x as i64 as f64) < x);
    floor |x: f64| x as i64 - i64::from(x as i64 as f64 > x);
    trunc |x: f64| x as i64;
}

macro_rules! questions {
    ($($name:ident $question:ident;)*) => {
        $(
            pub(super) fn $name(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
                let &[x] = args else { return None };
                Some(Value::bool(float_of(reach, x)?.$question()))
            }
        )*
    };
}

questions! {
    isfinite is_finite;
    isinf is_infinite;
    isnan is_nan;
}

pub(super) fn gcd(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[a, b] = args else { return None };
    let (a, b) = (a.as_small_int()?, b.as_small_int()?);
    Value::try_small_int(small_gcd(a.unsigned_abs(), b.unsigned_abs()) as i64)
}

pub(super) fn isqrt(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[n] = args else { return None };
    // The root of an int of the word is off by less than one, and never too small.
    let n = n.as_small_int().filter(|&n| n >= 0)?;
    let root = libm::sqrt(n as f64) as i64;
    Value::try_small_int(if root * root > n { root - 1 } else { root })
}

/// The factorials that fit a machine integer.
const FACTORIALS: [i64; LAST_SMALL_FACTORIAL as usize + 1] = {
    let mut factorials = [1; LAST_SMALL_FACTORIAL as usize + 1];
    let mut n = 1;
    while n < factorials.len() {
        factorials[n] = factorials[n - 1] * n as i64;
        n += 1;
    }
    factorials
};

pub(super) fn factorial(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[n] = args else { return None };
    let factorial = FACTORIALS.get(usize::try_from(n.as_small_int()?).ok()?)?;
    reach.heap.new_int(*factorial).ok()
}

pub(super) fn comb(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[n, k] = args else { return None };
    reach.heap.new_int(small_comb(n.as_small_int()?, k.as_small_int()?)?).ok()
}
