//! `math`: functions of real numbers, and of integers as far as mathematics asks for them.
//!
//! [`elementary`] is what takes one float and gives one float, [`pairs`] what takes more, [`integers`] what works on
//! ints of any size, [`rounding`] what gives ints, [`sums`] what takes many numbers and rounds once.

mod elementary;
mod gamma;
mod integers;
mod pairs;
mod rounding;
mod shortcuts;
mod sums;

use ferropy_runtime::native::{ModuleSpec, Row, constant, function};
use ferropy_runtime::{Completion, Isolate, Value};

/// `math`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "math",
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const X: &str = "($module, x, /)";

const ROWS: &[Row] = &[
    constant("pi", "The ratio of a circle's circumference to its diameter.", |iso, _| {
        iso.new_float(core::f64::consts::PI)
    }),
    constant("e", "The base of the natural logarithm.", |iso, _| iso.new_float(core::f64::consts::E)),
    constant("tau", "Two times pi: a whole turn.", |iso, _| iso.new_float(core::f64::consts::TAU)),
    constant("inf", "Positive infinity.", |iso, _| iso.new_float(f64::INFINITY)),
    constant("nan", "Not a number.", |iso, _| iso.new_float(f64::NAN)),
    function("acos", X, "Return the arc cosine (measured in radians) of x.", elementary::acos)
        .with_shortcut(shortcuts::acos),
    function("acosh", X, "Return the inverse hyperbolic cosine of x.", elementary::acosh),
    function("asin", X, "Return the arc sine (measured in radians) of x.", elementary::asin)
        .with_shortcut(shortcuts::asin),
    function("asinh", X, "Return the inverse hyperbolic sine of x.", elementary::asinh),
    function("atan", X, "Return the arc tangent (measured in radians) of x.", elementary::atan)
        .with_shortcut(shortcuts::atan),
    function(
        "atan2",
        "($module, y, x, /)",
        "Return the arc tangent of y/x; the signs choose the quadrant.",
        pairs::atan2,
    )
    .with_shortcut(shortcuts::atan2),
    function("atanh", X, "Return the inverse hyperbolic tangent of x.", elementary::atanh),
    function("cbrt", X, "Return the cube root of x.", elementary::cbrt).with_shortcut(shortcuts::cbrt),
    function("ceil", X, "Return the ceiling of x as an int: the smallest one that is not below it.", rounding::ceil)
        .with_shortcut(shortcuts::ceil),
    function(
        "comb",
        "($module, n, k, /)",
        "In how many ways k items can be chosen from n, whatever their order.",
        integers::comb,
    )
    .with_shortcut(shortcuts::comb),
    function("copysign", "($module, x, y, /)", "Return the magnitude of x with the sign of y.", pairs::copysign)
        .with_shortcut(shortcuts::copysign),
    function("cos", X, "Return the cosine of x (measured in radians).", elementary::cos).with_shortcut(shortcuts::cos),
    function("cosh", X, "Return the hyperbolic cosine of x.", elementary::cosh).with_shortcut(shortcuts::cosh),
    function("degrees", X, "Convert angle x from radians to degrees.", elementary::degrees)
        .with_shortcut(shortcuts::degrees),
    function(
        "dist",
        "($module, p, q, /)",
        "Return the distance between two points, each a sequence of coordinates.",
        sums::dist,
    ),
    function("erf", X, "Error function at x.", elementary::erf).with_shortcut(shortcuts::erf),
    function("erfc", X, "Complementary error function at x.", elementary::erfc).with_shortcut(shortcuts::erfc),
    function("exp", X, "Return e raised to the power of x.", elementary::exp).with_shortcut(shortcuts::exp),
    function("exp2", X, "Return 2 raised to the power of x.", elementary::exp2).with_shortcut(shortcuts::exp2),
    function("expm1", X, "Return exp(x)-1, exact also for small x.", elementary::expm1),
    function("fabs", X, "Return the absolute value of the float x.", elementary::fabs).with_shortcut(shortcuts::fabs),
    function("factorial", "($module, n, /)", "Return n!, the product of the ints from 1 to n.", integers::factorial)
        .with_shortcut(shortcuts::factorial),
    function("floor", X, "Return the floor of x as an int: the largest one that is not above it.", rounding::floor)
        .with_shortcut(shortcuts::floor),
    function("fma", "($module, x, y, z, /)", "Return x * y + z, rounded once.", pairs::fma),
    function("fmod", "($module, x, y, /)", "Return the remainder of x / y with the sign of x.", pairs::fmod),
    function("frexp", X, "Return the mantissa and exponent of x, as pair (m, e): x == m * 2**e.", rounding::frexp),
    function("fsum", "($module, seq, /)", "Return the sum of the floats, rounded once.", sums::fsum),
    function("gamma", X, "Gamma function at x.", elementary::gamma),
    function("gcd", "($module, /, *integers)", "Greatest Common Divisor.", integers::gcd).with_shortcut(shortcuts::gcd),
    function("hypot", "(*coordinates)", "Return the length of the vector with these coordinates.", sums::hypot),
    function(
        "isclose",
        "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
        "Whether two numbers are close to each other.\n\n\
         rel_tol: the difference allowed, relative to the larger one.\nabs_tol: the difference allowed near zero.",
        pairs::isclose,
    ),
    function(
        "isfinite",
        X,
        "Return True if x is neither an infinity nor a NaN, and False otherwise.",
        elementary::isfinite,
    )
    .with_shortcut(shortcuts::isfinite),
    function(
        "isinf",
        X,
        "Return True if x is a positive or negative infinity, and False otherwise.",
        elementary::isinf,
    )
    .with_shortcut(shortcuts::isinf),
    function("isnan", X, "Return True if x is a NaN (not a number), and False otherwise.", elementary::isnan)
        .with_shortcut(shortcuts::isnan),
    function("isqrt", "($module, n, /)", "Return the integer part of the square root of the input.", integers::isqrt)
        .with_shortcut(shortcuts::isqrt),
    function("lcm", "($module, /, *integers)", "Least Common Multiple.", integers::lcm),
    function("ldexp", "($module, x, i, /)", "Return x * (2**i): the inverse of frexp().", rounding::ldexp),
    function("lgamma", X, "Natural logarithm of absolute value of Gamma function at x.", elementary::lgamma),
    function(
        "log",
        "(x, base=<unrepresentable>, /)",
        "Return the logarithm of x to the given base, e if there is none.",
        pairs::log,
    )
    .with_shortcut(shortcuts::log),
    function("log10", X, "Return the base 10 logarithm of x.", pairs::log10).with_shortcut(shortcuts::log10),
    function("log1p", X, "Return the natural logarithm of 1+x (base e), exact also for small x.", elementary::log1p),
    function("log2", X, "Return the base 2 logarithm of x.", pairs::log2).with_shortcut(shortcuts::log2),
    function("modf", X, "Return the fractional and integer parts of x; both have its sign.", rounding::modf),
    function(
        "nextafter",
        "($module, x, y, /, *, steps=None)",
        "Return the float that many steps from x towards y.",
        pairs::nextafter,
    ),
    function(
        "perm",
        "($module, n, k=None, /)",
        "In how many ways k items can be chosen from n, their order counted.",
        integers::perm,
    ),
    function("pow", "($module, x, y, /)", "Return x**y (x to the power of y) as a float.", pairs::pow)
        .with_shortcut(shortcuts::pow),
    function(
        "prod",
        "($module, iterable, /, *, start=1)",
        "Return the product of the items and the start value.",
        sums::prod,
    ),
    function("radians", X, "Convert angle x from degrees to radians.", elementary::radians)
        .with_shortcut(shortcuts::radians),
    function(
        "remainder",
        "($module, x, y, /)",
        "Return the difference of x and the nearest multiple of y.",
        pairs::remainder,
    ),
    function("sin", X, "Return the sine of x (measured in radians).", elementary::sin).with_shortcut(shortcuts::sin),
    function("sinh", X, "Return the hyperbolic sine of x.", elementary::sinh).with_shortcut(shortcuts::sinh),
    function("sqrt", X, "Return the square root of x.", elementary::sqrt).with_shortcut(shortcuts::sqrt),
    function(
        "sumprod",
        "($module, p, q, /)",
        "Return the sum of products of values from two iterables.",
        sums::sumprod,
    ),
    function("tan", X, "Return the tangent of x (measured in radians).", elementary::tan).with_shortcut(shortcuts::tan),
    function("tanh", X, "Return the hyperbolic tangent of x.", elementary::tanh).with_shortcut(shortcuts::tanh),
    function("trunc", X, "Cut x to an int, toward zero.", rounding::trunc).with_shortcut(shortcuts::trunc),
    function("ulp", X, "Return the value of the least significant bit of the float x.", elementary::ulp),
];

/// The argument at a place; Unbound if it is not there.
fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// The argument at a place as a float.
fn float_argument(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<f64> {
    iso.to_f64(argument(args, place))
}
