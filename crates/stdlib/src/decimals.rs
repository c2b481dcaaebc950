//! `_decimal_steps`: sums and products of short decimals that are exact, for instances of `Decimal`, which is a Python class.
//! Each function gives None where there is more to do.
//!
//! The fields of a number are its class's slots: sign, int, exponent, kind. Those of a context begin with the precision,
//! the rounding, the least and the largest exponent, capitals and clamping.

use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_decimal_steps`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_decimal_steps",
    doc: "Exact sums and products of short decimals.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("add", "(left, right, context, /)", "The sum of two numbers.", |iso, args| calculate(iso, args, sum)),
    function("subtract", "(left, right, context, /)", "The difference of two numbers.", |iso, args| {
        calculate(iso, args, |left, right| sum(left, Number { sign: 1 - right.sign, ..right }))
    }),
    function("multiply", "(left, right, context, /)", "The product of two numbers.", |iso, args| {
        calculate(iso, args, product)
    }),
];

/// A finite number.
#[derive(Clone, Copy)]
struct Number {
    sign: i64,
    int: i64,
    exponent: i64,
}

/// Numbers with more digits, or with exponents beyond [`FAR`], are left to Python.
const MOST: i64 = 1_000_000_000_000_000_000;
const MOST_DIGITS: i64 = 18;
const FAR: i64 = 100;

fn number(iso: &Isolate, value: Value) -> Option<Number> {
    const FIELDS: usize = 4;
    if iso.heap.kind(value) != Some(Kind::Instance) || iso.heap.field_count(value) < FIELDS {
        return None;
    }
    let [sign, int, exponent, kind] = [0, 1, 2, 3].map(|index| iso.heap.field(value, index));
    let (sign, exponent) = sign.both_small_ints(exponent)?;
    let int = iso.as_i64(int)?;
    (kind == Value::small_int(0) && int < MOST && exponent.abs() <= FAR).then_some(Number { sign, int, exponent })
}

/// How large an int may be in a context that has room for all exponents that come up here.
fn limit(iso: &Isolate, context: Value) -> Option<i64> {
    const FIELDS: usize = 6;
    if iso.heap.kind(context) != Some(Kind::Instance) || iso.heap.field_count(context) < FIELDS {
        return None;
    }
    let [precision, least, largest, clamp] = [0, 2, 3, 5].map(|index| iso.heap.field(context, index).as_small_int());
    if clamp? != 0 || least? > -4 * FAR || largest? < 4 * FAR {
        return None;
    }
    10i64.checked_pow(u32::try_from(precision?.min(MOST_DIGITS)).ok()?)
}

fn calculate(iso: &mut Isolate, args: &[Value], with: impl Fn(Number, Number) -> Option<Number>) -> Completion {
    let &[left, right, context] = args else { return Err(raise::internal(iso)) };
    let numbers = number(iso, left).zip(number(iso, right));
    let result = numbers.and_then(|(left, right)| with(left, right));
    let Some(result) = result.filter(|result| limit(iso, context).is_some_and(|limit| result.int < limit)) else {
        return Ok(Value::NONE);
    };
    let class = iso.type_of(right);
    let int = iso.new_int(result.int)?;
    let made = iso.new_instance_of(class)?;
    let fields = [Value::small_int(result.sign), int, Value::small_int(result.exponent), Value::small_int(0)];
    for (index, field) in fields.into_iter().enumerate() {
        iso.heap.set_field(made, index, field);
    }
    Ok(made)
}

fn sum(left: Number, right: Number) -> Option<Number> {
    let exponent = left.exponent.min(right.exponent);
    let scaled = |number: Number| {
        let factor = 10i64.checked_pow(u32::try_from(number.exponent - exponent).ok()?)?;
        number.int.checked_mul(factor).filter(|&int| int < MOST)
    };
    let (x, y) = (scaled(left)?, scaled(right)?);
    if left.sign == right.sign {
        return Some(Number { sign: left.sign, int: x + y, exponent });
    }
    // What the sign of zero is depends on the rounding.
    match x - y {
        0 => None,
        int @ 1.. => Some(Number { sign: left.sign, int, exponent }),
        int => Some(Number { sign: right.sign, int: -int, exponent }),
    }
}

fn product(left: Number, right: Number) -> Option<Number> {
    let int = left.int.checked_mul(right.int)?;
    Some(Number { sign: left.sign ^ right.sign, int, exponent: left.exponent + right.exponent })
}
