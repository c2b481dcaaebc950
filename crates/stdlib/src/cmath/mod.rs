//! `cmath`: functions of complex numbers. [`functions`] has them, [`special`] what they give where a part is not finite.

mod functions;
mod special;

use ferropy_numeric::float::elementary::atan2;
use ferropy_runtime::native::{ModuleSpec, Row, constant, function};
use ferropy_runtime::{Completion, Isolate, Value, names, raise};
use functions::{Answer, Complex, Failure};

/// `cmath`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "cmath",
    doc: "This module provides access to mathematical functions for complex\nnumbers.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const Z: &str = "($module, z, /)";

const ROWS: &[Row] = &[
    constant("pi", "The ratio of a circle's circumference to its diameter.", |iso, _| {
        iso.new_float(core::f64::consts::PI)
    }),
    constant("e", "The base of the natural logarithm.", |iso, _| iso.new_float(core::f64::consts::E)),
    constant("tau", "Two times pi: a whole turn.", |iso, _| iso.new_float(core::f64::consts::TAU)),
    constant("inf", "Positive infinity.", |iso, _| iso.new_float(f64::INFINITY)),
    constant("infj", "A complex number with a positive infinite imaginary part.", |iso, _| {
        complex(iso, (0.0, f64::INFINITY))
    }),
    constant("nan", "Not a number.", |iso, _| iso.new_float(f64::NAN)),
    constant("nanj", "A complex number whose imaginary part is no number.", |iso, _| complex(iso, (0.0, f64::NAN))),
    function("acos", Z, "Return the arc cosine of z.", |iso, args| apply(iso, args, functions::acos)),
    function("acosh", Z, "Return the inverse hyperbolic cosine of z.", |iso, args| apply(iso, args, functions::acosh)),
    function("asin", Z, "Return the arc sine of z.", |iso, args| apply(iso, args, functions::asin)),
    function("asinh", Z, "Return the inverse hyperbolic sine of z.", |iso, args| apply(iso, args, functions::asinh)),
    function("atan", Z, "Return the arc tangent of z.", |iso, args| apply(iso, args, functions::atan)),
    function("atanh", Z, "Return the inverse hyperbolic tangent of z.", |iso, args| apply(iso, args, functions::atanh)),
    function("cos", Z, "Return the cosine of z.", |iso, args| apply(iso, args, functions::complex_cos)),
    function("cosh", Z, "Return the hyperbolic cosine of z.", |iso, args| apply(iso, args, functions::cosh)),
    function("exp", Z, "Return the exponential value e**z.", |iso, args| apply(iso, args, functions::exp)),
    function(
        "isclose",
        "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
        "Determine whether two complex numbers are close in value.\n\n  rel_tol\n    maximum difference for being \
         considered \"close\", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for \
         being considered \"close\", regardless of the\n    magnitude of the input values",
        isclose,
    ),
    function(
        "isfinite",
        Z,
        "Return True if both the real and imaginary parts of z are finite, else False.",
        |iso, args| ask(iso, args, |(real, imaginary)| real.is_finite() && imaginary.is_finite()),
    ),
    function("isinf", Z, "Checks if the real or imaginary part of z is infinite.", |iso, args| {
        ask(iso, args, |(real, imaginary)| real.is_infinite() || imaginary.is_infinite())
    }),
    function("isnan", Z, "Checks if the real or imaginary part of z not a number (NaN).", |iso, args| {
        ask(iso, args, |(real, imaginary)| real.is_nan() || imaginary.is_nan())
    }),
    function(
        "log",
        "($module, z, base=<unrepresentable>, /)",
        "log(z[, base]) -> the logarithm of z to the given base.\n\n\
         If the base is not specified, returns the natural logarithm (base e) of z.",
        log,
    ),
    function("log10", Z, "Return the base-10 logarithm of z.", |iso, args| apply(iso, args, functions::log10)),
    function("phase", Z, "Return argument, also known as the phase angle, of a complex.", |iso, args| {
        let (real, imaginary) = argument(iso, args, 0)?;
        iso.new_float(atan2(imaginary, real))
    }),
    function(
        "polar",
        Z,
        "Convert a complex from rectangular coordinates to polar coordinates.\n\n\
         r is the distance from 0 and phi the phase angle.",
        polar,
    ),
    function("rect", "($module, r, phi, /)", "Convert from polar coordinates to rectangular coordinates.", rect),
    function("sin", Z, "Return the sine of z.", |iso, args| apply(iso, args, functions::complex_sin)),
    function("sinh", Z, "Return the hyperbolic sine of z.", |iso, args| apply(iso, args, functions::sinh)),
    function("sqrt", Z, "Return the square root of z.", |iso, args| apply(iso, args, functions::sqrt)),
    function("tan", Z, "Return the tangent of z.", |iso, args| apply(iso, args, functions::complex_tan)),
    function("tanh", Z, "Return the hyperbolic tangent of z.", |iso, args| apply(iso, args, functions::tanh)),
];

fn complex(iso: &mut Isolate, (real, imaginary): Complex) -> Completion {
    let made = iso.heap.new_complex(real, imaginary)?;
    Ok(iso.keep(made))
}

/// The argument at a place as a complex number. May call `__complex__`, `__float__` or `__index__`.
fn argument(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<Complex> {
    let value = args.get(place).copied().unwrap_or(Value::NONE);
    let inner = iso.unwrap(value);
    if let Some(parts) = iso.heap.complex(inner) {
        return Ok(parts);
    }
    if let Some(made) = iso.call_special(value, names::__complex__, &[])? {
        if let Some(parts) = iso.heap.complex(iso.unwrap(made)) {
            return Ok(parts);
        }
        let kind = iso.type_name(made);
        let owner = iso.type_name(value);
        let message = alloc::format!("{owner}.__complex__() must return a complex, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    Ok((iso.to_f64(value)?, 0.0))
}

fn answer(iso: &mut Isolate, answer: Answer) -> Completion<Complex> {
    match answer {
        Ok(parts) => Ok(parts),
        Err(Failure::Domain) => Err(raise::value_error(iso, "math domain error")),
        Err(Failure::Range) => Err(raise::overflow_error(iso, "math range error")),
    }
}

fn apply(iso: &mut Isolate, args: &[Value], function: fn(Complex) -> Answer) -> Completion {
    let z = argument(iso, args, 0)?;
    let parts = answer(iso, function(z))?;
    complex(iso, parts)
}

fn ask(iso: &mut Isolate, args: &[Value], question: fn(Complex) -> bool) -> Completion {
    let z = argument(iso, args, 0)?;
    Ok(Value::bool(question(z)))
}

fn log(iso: &mut Isolate, args: &[Value]) -> Completion {
    let z = argument(iso, args, 0)?;
    if args.get(1).is_none_or(|base| base.is_unbound()) {
        let parts = answer(iso, functions::log(z))?;
        return complex(iso, parts);
    }
    let base = argument(iso, args, 1)?;
    let above = answer(iso, functions::log(z))?;
    let below = answer(iso, functions::log(base))?;
    if below == (0.0, 0.0) {
        return Err(raise::value_error(iso, "math domain error"));
    }
    let (above, below) = (complex(iso, above)?, complex(iso, below)?);
    iso.binary(ferropy_runtime::BinaryOp::TrueDiv, above, below)
}

fn polar(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (real, imaginary) = argument(iso, args, 0)?;
    let length = libm::hypot(real, imaginary);
    if length.is_infinite() && real.is_finite() && imaginary.is_finite() {
        return Err(raise::overflow_error(iso, "math range error"));
    }
    let length = iso.new_float(length)?;
    let angle = iso.new_float(atan2(imaginary, real))?;
    iso.new_tuple(&[length, angle])
}

fn rect(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[length, angle] = args else { return Err(raise::internal(iso)) };
    let (length, angle) = (iso.to_f64(length)?, iso.to_f64(angle)?);
    let parts = answer(iso, functions::rect(length, angle))?;
    complex(iso, parts)
}

fn isclose(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (a, b) = (argument(iso, args, 0)?, argument(iso, args, 1)?);
    let tolerance =
        |iso: &mut Isolate, place: usize, missing: f64| match args.get(place).and_then(|value| value.given()) {
            Some(value) => iso.to_f64(value),
            None => Ok(missing),
        };
    let (relative, absolute) = (tolerance(iso, 2, 1e-9)?, tolerance(iso, 3, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(raise::value_error(iso, "tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    let size = |(real, imaginary): Complex| libm::hypot(real, imaginary);
    if [a.0, a.1, b.0, b.1].iter().any(|part| part.is_infinite()) {
        return Ok(Value::FALSE);
    }
    let difference = size((a.0 - b.0, a.1 - b.1));
    let close = difference <= relative * size(b) || difference <= relative * size(a) || difference <= absolute;
    Ok(Value::bool(close))
}
