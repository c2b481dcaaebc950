//! The declaration of `int` and its methods.
//!
//! Methods that may give the int itself back are raw: of an instance of a subclass they give the int inside.

use super::bytes::{from_bytes, short_bytes, to_bytes};
use super::text::short_decimal;
use crate::exceptions::raise;
use crate::native::{Reach, Row, TypeId, TypeSpec, class_method, getter, method, raw_method, static_method};
use crate::object::{BinaryOp, CompareOp, UnaryOp};
use crate::types::numbers::{comparison_functions, operator_functions};
use crate::{Completion, Isolate, Value};

/// `int`.
pub(crate) static INT: TypeSpec = TypeSpec::new(
    "int",
    "A whole number of any size.\n\n\
     int(x) is 0 without an argument, the whole part of a number, or the number that a text\n\
     spells. int(text, base) reads digits of a base from 2 to 36; base 0 takes it from the\n\
     prefix: 0b, 0o, 0x.",
    ROWS,
);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, x=0, /, base=10)", "Make an int from a number or a text.", new),
    method("__repr__", UNARY, "The decimal digits, as text.", repr),
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
    raw_method("__abs__", UNARY, "abs(self)", abs),
    method("__bool__", UNARY, "True if self != 0.", bool),
    method("__invert__", UNARY, "~self", invert),
    method("__lshift__", BINARY, "Return self<<value.", lshift),
    method("__rlshift__", BINARY, "Return value<<self.", rlshift),
    method("__rshift__", BINARY, "Return self>>value.", rshift),
    method("__rrshift__", BINARY, "Return value>>self.", rrshift),
    method("__and__", BINARY, "Return self&value.", and),
    method("__rand__", BINARY, "Return value&self.", rand),
    method("__xor__", BINARY, "Return self^value.", xor),
    method("__rxor__", BINARY, "Return value^self.", rxor),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", ror),
    raw_method("__int__", UNARY, "int(self)", pos),
    method("__float__", UNARY, "float(self)", float),
    method("__floordiv__", BINARY, "Return self//value.", floordiv),
    method("__rfloordiv__", BINARY, "Return value//self.", rfloordiv),
    method("__truediv__", BINARY, "Return self/value.", truediv),
    method("__rtruediv__", BINARY, "Return value/self.", rtruediv),
    raw_method("__index__", UNARY, "Return self as an int that can be used as an index.", pos),
    raw_method("conjugate", UNARY, "Return self, which is its own complex conjugate.", pos),
    method("bit_length", UNARY, "How many bits self has in binary, without sign and leading zeros.", bit_length)
        .with_shortcut(short_bit_length),
    method("bit_count", UNARY, "How many ones the absolute value of self has in binary.", bit_count)
        .with_shortcut(short_bit_count),
    method(
        "to_bytes",
        "($self, /, length=1, byteorder='big', *, signed=False)",
        "Return the int as bytes.\n\n\
         length: how many bytes; OverflowError if they can't hold the int.\n\
         byteorder: 'big' puts the most significant byte first, 'little' last.\n\
         signed: use two's complement, so that negative ints are possible.",
        to_bytes,
    )
    .with_shortcut(short_bytes),
    class_method(
        "from_bytes",
        "($type, /, bytes, byteorder='big', *, signed=False)",
        "Return the int that the bytes represent.\n\n\
         byteorder: 'big' if the most significant byte comes first, 'little' if it comes last.\n\
         signed: read two's complement, so that negative ints are possible.",
        from_bytes,
    ),
    method("as_integer_ratio", UNARY, "Return the pair (self, 1): self as a fraction.", as_integer_ratio),
    method("is_integer", UNARY, "Return True: for use in place of float.is_integer().", is_integer),
    raw_method("__trunc__", UNARY, "Return self: a whole number has no fraction to cut off.", pos),
    raw_method("__floor__", UNARY, "Return self.", pos),
    raw_method("__ceil__", UNARY, "Return self.", pos),
    raw_method(
        "__round__",
        "($self, ndigits=None, /)",
        "Round to ndigits decimals, which is a multiple of a power of ten for a negative number.",
        round,
    ),
    method("__getnewargs__", UNARY, "For pickle.", get_new_args),
    raw_method("__format__", "($self, format_spec, /)", "Format the number as format_spec says.", format),
    method("__sizeof__", UNARY, "Size in memory, in bytes.", size_of),
    getter("real", "the real part: the int itself", pos),
    getter("imag", "the imaginary part: 0", zero),
    getter("numerator", "the numerator of the int as a fraction: the int itself", pos),
    getter("denominator", "the denominator of the int as a fraction: 1", one),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value, base] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::INT)?;
    let made = match (value.given(), base.given()) {
        (None, None) => Value::small_int(0),
        (Some(value), None) => iso.to_int(value)?,
        (None, Some(_)) => return Err(raise::type_error(iso, "int() missing string argument")),
        (Some(value), Some(base)) => {
            let base = iso.to_index(base)?;
            let Some(base) = u32::try_from(base).ok().filter(|&base| base != 1 && base <= 36) else {
                return Err(raise::value_error(iso, "int() base must be >= 2 and <= 36, or 0"));
            };
            let inner = iso.unwrap(value);
            if iso.heap.str_bytes(inner).is_none() && iso.heap.byte_string(inner).is_none() {
                return Err(raise::type_error(iso, "int() can't convert non-string with explicit base"));
            }
            iso.parse_int_object(value, base)?
        }
    };
    iso.wrap_new(class, TypeId::INT, made)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let this = iso.plain_int(this);
    if let Some(text) = short_decimal(&mut iso.heap, this) {
        return Ok(iso.keep(text));
    }
    let text = iso.int_to_decimal(this)?;
    iso.new_str(&text)
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.heap.plain_hash(this).unwrap_or(0);
    iso.new_int(hash as i64)
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    if !iso.is_int(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match (iso.number_of(this), iso.number_of(other)) {
        (Some(a), Some(b)) => Ok(iso.compare_numbers(op, a, b)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

comparison_functions!(compare);

fn apply(iso: &mut Isolate, op: BinaryOp, left: Value, right: Value) -> Completion {
    if !iso.is_int(left) || !iso.is_int(right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (iso.unwrap(left), iso.unwrap(right));
    Ok(iso.int_binary(op, left, right)?.unwrap_or(Value::NOT_IMPLEMENTED))
}

operator_functions! { apply:
    add radd = Add;
    sub rsub = Sub;
    mul rmul = Mul;
    modulo rmodulo = Mod;
    floordiv rfloordiv = FloorDiv;
    truediv rtruediv = TrueDiv;
    lshift rlshift = LShift;
    rshift rrshift = RShift;
    and rand = And;
    or ror = Or;
    xor rxor = Xor;
}

fn divmod(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if !iso.is_int(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let other = iso.unwrap(other);
    iso.int_divmod(this, other)
}

fn rdivmod(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if !iso.is_int(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let other = iso.unwrap(other);
    iso.int_divmod(other, this)
}

fn power(iso: &mut Isolate, base: Value, exponent: Value, modulus: Value) -> Completion {
    let modulus = modulus.or(Value::NONE);
    if !iso.is_int(base) || !iso.is_int(exponent) || !(modulus.is_none() || iso.is_int(modulus)) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if modulus.is_none() {
        return apply(iso, BinaryOp::Pow, base, exponent);
    }
    iso.int_power_modulo(base, exponent, modulus)
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
    let this = iso.plain_int(this);
    iso.unary(UnaryOp::Neg, this)
}

/// The int itself, as a plain int.
fn pos(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.plain_int(this))
}

fn abs(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let Some(view) = iso.as_int(this) else { return Err(raise::internal(iso)) };
    let is_negative = view.as_ref().is_negative();
    let this = iso.plain_int(this);
    if is_negative { iso.unary(UnaryOp::Neg, this) } else { Ok(this) }
}

fn bool(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.as_i64(this) != Some(0)))
}

fn invert(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let this = iso.plain_int(this);
    iso.unary(UnaryOp::Invert, this)
}

fn float(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let float = iso.to_f64(this)?;
    iso.new_float(float)
}

fn bit_length(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let bits = iso.as_int(this).map_or(0, |view| view.as_ref().bit_length());
    iso.new_int(bits as i64)
}

fn short_bit_length(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    let magnitude = this.as_small_int()?.unsigned_abs();
    Some(Value::small_int(i64::from(u64::BITS - magnitude.leading_zeros())))
}

fn short_bit_count(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    Some(Value::small_int(i64::from(this.as_small_int()?.unsigned_abs().count_ones())))
}

fn bit_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let bits = iso.as_int(this).map_or(0, |view| view.as_ref().bit_count());
    iso.new_int(bits as i64)
}

fn as_integer_ratio(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let this = iso.plain_int(this);
    iso.new_tuple(&[this, Value::small_int(1)])
}

fn is_integer(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::TRUE)
}

fn round(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, digits] = args else { return Err(raise::internal(iso)) };
    let this = iso.plain_int(this);
    let Some(digits) = digits.given().filter(|digits| !digits.is_none()) else { return Ok(this) };
    let digits = iso.to_index(digits)?;
    if digits >= 0 { Ok(this) } else { iso.round_int(this, digits.unsigned_abs()) }
}

fn get_new_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let this = iso.plain_int(this);
    iso.new_tuple(&[this])
}

fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, spec] = args else { return Err(raise::internal(iso)) };
    iso.format_int(this, spec)
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.size_of(this).max(size_of_word());
    iso.new_int(size as i64)
}

const fn size_of_word() -> usize {
    core::mem::size_of::<Value>()
}

fn zero(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(0))
}

fn one(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(1))
}
