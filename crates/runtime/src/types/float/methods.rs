//! The declaration of `float` and its methods.

use crate::exceptions::raise;
use crate::native::{Reach, Row, TypeId, TypeSpec, class_method, getter, method, raw_method, static_method};
use crate::object::{BinaryOp, CompareOp};
use crate::types::numbers::{Number, as_class, comparison_functions, operator_functions};
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value};
use ferropy_numeric::Integer;
use ferropy_numeric::float::{self, FromHexError, RoundError};

/// `float`.
pub(crate) static FLOAT: TypeSpec = TypeSpec::new(
    "float",
    "(x=0, /)\n--\n\n\
     A number with a fraction, in double precision.\n\n\
     float(x) makes one of any real number, or of a text such as '1.5e3', 'inf' or 'nan'.",
    ROWS,
);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, x=0, /)", "Make a float from a number or a text.", new),
    method("__repr__", UNARY, "The shortest text that reads back as the same float.", repr),
    method("__hash__", UNARY, "Return hash(self).", hash),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    method("__add__", BINARY, "Return self+value.", add),
    method("__radd__", BINARY, "Return value+self.", radd),
    method("__sub__", BINARY, "Return self-value.", sub),
    method("__rsub__", BINARY, "Return value-self.", rsub),
    method("__mul__", BINARY, "Return self*value.", mul),
    method("__rmul__", BINARY, "Return value*self.", rmul),
    method("__mod__", BINARY, "Return self%value.", modulo),
    method("__rmod__", BINARY, "Return value%self.", rmodulo),
    method("__divmod__", BINARY, "Return divmod(self, value).", divmod),
    method("__rdivmod__", BINARY, "Return divmod(value, self).", rdivmod),
    method("__pow__", "($self, value, mod=None, /)", "Return pow(self, value, mod).", pow),
    method("__rpow__", "($self, value, mod=None, /)", "Return pow(value, self, mod).", rpow),
    method("__neg__", UNARY, "-self", neg),
    raw_method("__pos__", UNARY, "+self", pos),
    method("__abs__", UNARY, "abs(self)", abs),
    method("__bool__", UNARY, "True if self != 0.", bool),
    method("__int__", UNARY, "int(self)", trunc),
    raw_method("__float__", UNARY, "float(self)", pos),
    method("__floordiv__", BINARY, "Return self//value.", floordiv),
    method("__rfloordiv__", BINARY, "Return value//self.", rfloordiv),
    method("__truediv__", BINARY, "Return self/value.", truediv),
    method("__rtruediv__", BINARY, "Return value/self.", rtruediv),
    class_method("from_number", "($type, number, /)", "Convert a real number, but no text, to a float.", from_number),
    raw_method("conjugate", UNARY, "Return self, which is its own complex conjugate.", pos),
    method("__trunc__", UNARY, "Return the whole part as an int.", trunc),
    method("__floor__", UNARY, "Return the largest int that is not above self.", floor),
    method("__ceil__", UNARY, "Return the smallest int that is not below self.", ceil),
    method(
        "__round__",
        "($self, ndigits=None, /)",
        "Return the nearest int, the even one of two; with ndigits the float rounded to so many decimals.",
        round,
    ),
    method(
        "as_integer_ratio",
        UNARY,
        "Return the pair of ints whose quotient is exactly self, in lowest terms.\n\n\
         OverflowError for infinities, ValueError for nan.",
        as_integer_ratio,
    ),
    class_method(
        "fromhex",
        "($type, string, /)",
        "Make a float of a hexadecimal text.\n\n>>> float.fromhex('0x1.8p1')\n3.0",
        from_hex,
    ),
    method("hex", UNARY, "Return the exact value as hexadecimal text.\n\n>>> 3.0.hex()\n'0x1.8000000000000p+1'", hex),
    method("is_integer", UNARY, "Return True if the float has no fraction.", is_integer)
        .with_shortcut(short_is_integer),
    method("__getnewargs__", UNARY, "For pickle.", get_new_args),
    class_method(
        "__getformat__",
        "($type, typestr, /)",
        "Return how floats lie in memory; typestr is 'double' or 'float'.",
        get_format,
    ),
    raw_method("__format__", "($self, format_spec, /)", "Format the number as format_spec says.", format),
    getter("real", "the real part: the float itself", pos),
    getter("imag", "the imaginary part: 0.0", zero),
];

/// The number that a `float` method gets as `self`.
fn this_float(iso: &Isolate, value: Value) -> f64 {
    iso.as_float(value).unwrap_or(0.0)
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::FLOAT)?;
    let number = match value.given() {
        Some(value) => iso.convert_to_float(value)?,
        None => 0.0,
    };
    let made = iso.new_float(number)?;
    iso.wrap_new(class, TypeId::FLOAT, made)
}

fn from_number(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    let number = iso.to_f64(value)?;
    let made = iso.new_float(number)?;
    as_class(iso, class, TypeId::FLOAT, made)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = float::repr(this_float(iso, this));
    iso.new_str(&text)
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.heap.plain_hash(this).unwrap_or(0);
    iso.new_int(hash as i64)
}

/// The operand, if it is a float or an int.
fn real_operand(iso: &Isolate, value: Value) -> Option<Number> {
    iso.number_of(value).filter(|number| !matches!(number, Number::Complex(_)))
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    match (iso.number_of(this), real_operand(iso, other)) {
        (Some(a), Some(b)) => Ok(iso.compare_numbers(op, a, b)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

comparison_functions!(compare);

fn apply(iso: &mut Isolate, op: BinaryOp, left: Value, right: Value) -> Completion {
    match (real_operand(iso, left), real_operand(iso, right)) {
        (Some(a), Some(b)) => Ok(iso.mixed_binary(op, a, b)?.unwrap_or(Value::NOT_IMPLEMENTED)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

operator_functions! { apply:
    add radd = Add;
    sub rsub = Sub;
    mul rmul = Mul;
    modulo rmodulo = Mod;
    floordiv rfloordiv = FloorDiv;
    truediv rtruediv = TrueDiv;
}

fn divide_with_rest(iso: &mut Isolate, left: Value, right: Value) -> Completion {
    let (Some(a), Some(b)) = (real_operand(iso, left), real_operand(iso, right)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (a, b) = (iso.real_number(a)?, iso.real_number(b)?);
    if b == 0.0 {
        return Err(raise::zero_division_error(iso, "division by zero"));
    }
    let (quotient, remainder) = float::divmod(a, b);
    let pair = [iso.new_float(quotient)?, iso.new_float(remainder)?];
    iso.new_tuple(&pair)
}

fn divmod(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    divide_with_rest(iso, this, other)
}

fn rdivmod(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    divide_with_rest(iso, other, this)
}

fn power(iso: &mut Isolate, base: Value, exponent: Value, modulus: Value) -> Completion {
    if !modulus.or(Value::NONE).is_none() {
        return Err(raise::type_error(iso, "pow() 3rd argument not allowed unless all arguments are integers"));
    }
    apply(iso, BinaryOp::Pow, base, exponent)
}

fn pow(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value, modulus] = args else { return Err(raise::internal(iso)) };
    power(iso, this, value, modulus)
}

fn rpow(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value, modulus] = args else { return Err(raise::internal(iso)) };
    power(iso, value, this, modulus)
}

fn neg(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_float(iso, this);
    iso.new_float(-number)
}

/// The float itself.
fn pos(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.unwrap(this))
}

fn abs(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_float(iso, this);
    iso.new_float(number.abs())
}

fn bool(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(this_float(iso, this) != 0.0))
}

fn trunc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_float(iso, this);
    iso.float_to_int(number)
}

fn floor(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = float::floor(this_float(iso, this));
    iso.float_to_int(number)
}

fn ceil(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = float::ceil(this_float(iso, this));
    iso.float_to_int(number)
}

fn round(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, digits] = args else { return Err(raise::internal(iso)) };
    let number = this_float(iso, this);
    let Some(digits) = digits.given().filter(|digits| !digits.is_none()) else {
        return iso.float_to_int(float::round_half_even(number));
    };
    let digits = iso.to_index(digits)?;
    match float::round_digits(number, digits) {
        Ok(rounded) => iso.new_float(rounded),
        Err(RoundError::TooLarge) => Err(raise::overflow_error(iso, "rounded value too large to represent")),
        Err(RoundError::OutOfMemory) => Err(raise::memory_error(iso)),
    }
}

fn as_integer_ratio(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_float(iso, this);
    if number.is_nan() {
        return Err(raise::value_error(iso, "cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(raise::overflow_error(iso, "cannot convert Infinity to integer ratio"));
    }
    let (odd, exponent) = float::integer_ratio(number);
    let magnitude = Integer::from(odd);
    let numerator = if number < 0.0 { magnitude.negated() } else { magnitude };
    let shift = u64::from(exponent.unsigned_abs());
    let (numerator, denominator) = if exponent >= 0 {
        (numerator.as_ref().shift_left(shift, usize::MAX), Ok(Integer::from(1u64)))
    } else {
        (Ok(numerator), Integer::from(1u64).as_ref().shift_left(shift, usize::MAX))
    };
    let pair = [iso.integer_result(numerator)?, iso.integer_result(denominator)?];
    iso.new_tuple(&pair)
}

fn from_hex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, text] = args else { return Err(raise::internal(iso)) };
    let Some(string) = iso.as_str(text) else {
        return Err(raise::type_error(iso, "bad argument type for built-in operation"));
    };
    let result = match iso.heap.str(string) {
        Some(text) => float::from_hex(text),
        None => Err(FromHexError::Invalid),
    };
    match result {
        Ok(number) => {
            let made = iso.new_float(number)?;
            as_class(iso, class, TypeId::FLOAT, made)
        }
        Err(FromHexError::Invalid) => Err(raise::value_error(iso, "invalid hexadecimal floating-point string")),
        Err(FromHexError::TooLarge) => {
            Err(raise::overflow_error(iso, "hexadecimal value too large to represent as a float"))
        }
    }
}

fn hex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match float::to_hex(this_float(iso, this)) {
        Ok(text) => iso.new_str(&text),
        Err(_) => Err(raise::memory_error(iso)),
    }
}

fn is_integer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(float::is_integer(this_float(iso, this))))
}

fn short_is_integer(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    let number = reach.heap.float(this)?;
    // A conversion to a machine integer cuts the fraction off.
    let is_whole = if number.abs() < 1e16 { number as i64 as f64 == number } else { number.is_finite() };
    Some(Value::bool(is_whole))
}

fn get_new_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_tuple(&[this])
}

fn get_format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, kind] = args else { return Err(raise::internal(iso)) };
    let Some(text) = iso.as_str(kind) else {
        let kind = argument_kind(iso, kind);
        let message = alloc::format!("__getformat__() argument must be str, not {kind}");
        return Err(raise::type_error(iso, &message));
    };
    match iso.heap.str_bytes(text) {
        Some(b"double" | b"float") => iso.new_str("IEEE, little-endian"),
        _ => Err(raise::value_error(iso, "__getformat__() argument 1 must be 'double' or 'float'")),
    }
}

fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, spec] = args else { return Err(raise::internal(iso)) };
    iso.format_float(this, spec)
}

fn zero(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_float(0.0)
}
