//! The declaration of `complex` and its methods.

use super::arithmetic::Complex;
use super::text;
use crate::exceptions::raise;
use crate::native::{Row, TypeId, TypeSpec, class_method, getset, method, raw_method, static_method};
use crate::object::{BinaryOp, CompareOp};
use crate::types::numbers::{Number, as_class, comparison_functions, operator_functions};
use crate::types::sequence::read_only;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;

/// `complex`.
pub(crate) static COMPLEX: TypeSpec = TypeSpec::new(
    "complex",
    "(real=0, imag=0)\n--\n\n\
     A number with a real and an imaginary part: real + imag*1j.\n\n\
     complex('1+2j') reads a text.",
    ROWS,
);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, real=0, imag=0)", "Make a complex number from its parts or a text.", new),
    method("__repr__", UNARY, "The number as text.", repr),
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
    method("__pow__", "($self, value, mod=None, /)", "Return pow(self, value, mod).", pow),
    method("__rpow__", "($self, value, mod=None, /)", "Return pow(value, self, mod).", rpow),
    method("__neg__", UNARY, "-self", neg),
    raw_method("__pos__", UNARY, "+self", pos),
    method("__abs__", UNARY, "abs(self)", abs),
    method("__bool__", UNARY, "True if self != 0.", bool),
    method("__truediv__", BINARY, "Return self/value.", truediv),
    method("__rtruediv__", BINARY, "Return value/self.", rtruediv),
    class_method(
        "from_number",
        "($type, number, /)",
        "Convert a number, but no text, to a complex number.",
        from_number,
    ),
    method("conjugate", UNARY, "Return the number with the other sign of its imaginary part.", conjugate),
    raw_method("__complex__", UNARY, "Return self as an exact complex.", pos),
    method("__getnewargs__", UNARY, "For pickle.", get_new_args),
    raw_method("__format__", "($self, format_spec, /)", "Format the number as format_spec says.", format),
    getset("real", "the real part", real, read_only),
    getset("imag", "the imaginary part", imag, read_only),
];

fn this_complex(iso: &Isolate, value: Value) -> Complex {
    let (real, imag) = iso.heap.complex(iso.unwrap(value)).unwrap_or((0.0, 0.0));
    Complex { real, imag }
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, real, imag] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::COMPLEX)?;
    let number = match (real.given(), imag.given()) {
        (Some(only), None) => convert(iso, only)?,
        (real, imag) => from_parts(iso, real, imag)?,
    };
    let made = iso.new_complex(number.real, number.imag)?;
    iso.wrap_new(class, TypeId::COMPLEX, made)
}

/// `complex(value)`.
fn convert(iso: &mut Isolate, value: Value) -> Completion<Complex> {
    if iso.as_str(value).is_some() {
        let text = iso.number_text(value)?.unwrap_or_default();
        return match text::parse(&text) {
            Some(number) => Ok(number),
            None if has_loose_underscore(&text) => {
                let shown = iso.repr_text(value)?;
                Err(raise::value_error(iso, &format!("could not convert string to complex: {shown}")))
            }
            None => Err(raise::value_error(iso, "complex() arg is a malformed string")),
        };
    }
    match number_to_complex(iso, value)? {
        Some(number) => Ok(number),
        None => {
            let kind = iso.type_name(value);
            let message = format!("complex() argument must be a string or a number, not {kind}");
            Err(raise::type_error(iso, &message))
        }
    }
}

/// Whether an underscore stands elsewhere than between two digits.
fn has_loose_underscore(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |index: Option<usize>| index.and_then(|index| bytes.get(index)).is_some_and(u8::is_ascii_digit);
    let mut places = bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'_').map(|(index, _)| index);
    places.any(|index| !is_digit(index.checked_sub(1)) || !is_digit(Some(index + 1)))
}

/// A number of any type as a complex one; nothing if the value is no number.
fn number_to_complex(iso: &mut Isolate, value: Value) -> Completion<Option<Complex>> {
    if let Some(number) = complex_of(iso, value)? {
        return Ok(Some(number));
    }
    if is_real(iso, value) {
        return Ok(Some(Complex { real: iso.to_f64(value)?, imag: 0.0 }));
    }
    Ok(None)
}

/// A complex number, or what a `__complex__` gives.
fn complex_of(iso: &mut Isolate, value: Value) -> Completion<Option<Complex>> {
    if let Some(Number::Complex(number)) = iso.number_of(value) {
        return Ok(Some(number));
    }
    let Some(answer) = iso.call_special(value, names::__complex__, &[])? else { return Ok(None) };
    let inner = iso.unwrap(answer);
    if let Some((real, imag)) = iso.heap.complex(inner)
        && inner == answer
    {
        return Ok(Some(Complex { real, imag }));
    }
    let words = format!("{}.__complex__() must return a complex, not", iso.type_name(value));
    let Some((real, imag)) = iso.heap.complex(inner) else {
        let message = format!("{words} {}", iso.type_name(answer));
        return Err(raise::type_error(iso, &message));
    };
    iso.check_exact(answer, TypeId::COMPLEX, &words, "")?;
    Ok(Some(Complex { real, imag }))
}

fn is_real(iso: &mut Isolate, value: Value) -> bool {
    iso.lookup_special(value, names::__float__).is_some() || iso.lookup_special(value, names::__index__).is_some()
}

/// `complex(real, imag)`: each part may itself be complex, so the parts mix.
fn from_parts(iso: &mut Isolate, real: Option<Value>, imag: Option<Value>) -> Completion<Complex> {
    let real = real.unwrap_or(Value::small_int(0));
    let imag = imag.unwrap_or(Value::small_int(0));
    let whole = if iso.as_str(real).is_some() { None } else { complex_of(iso, real)? };
    let turned = match iso.number_of(imag) {
        Some(Number::Complex(number)) => Some(number),
        _ => None,
    };
    // Both are looked at before one is converted.
    for (value, is_complex, name) in [(real, whole.is_some(), "real"), (imag, turned.is_some(), "imag")] {
        if !is_complex && !is_real(iso, value) {
            let message = no_real_number(iso, value, name);
            return Err(raise::type_error(iso, &message));
        }
    }
    let mut number = match whole {
        Some(number) => {
            warn_of_complex(iso, real, "real")?;
            number
        }
        None => Complex { real: iso.to_f64(real)?, imag: 0.0 },
    };
    // real + imag * 1j, without touching the signs of zeros that nothing is added to.
    let above = match turned {
        Some(turned) => {
            warn_of_complex(iso, imag, "imag")?;
            number.real -= turned.imag;
            turned.real
        }
        None => iso.to_f64(imag)?,
    };
    number.imag = if whole.is_some() { above + number.imag } else { above };
    Ok(number)
}

fn no_real_number(iso: &mut Isolate, value: Value, name: &str) -> String {
    format!("complex() argument '{name}' must be a real number, not {}", iso.type_name(value))
}

/// Parts should be real.
fn warn_of_complex(iso: &mut Isolate, value: Value, name: &str) -> Completion<()> {
    if is_real(iso, value) {
        return Ok(());
    }
    let message = no_real_number(iso, value, name);
    iso.warn(TypeId::DEPRECATION_WARNING, &message)
}

fn from_number(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    let Some(number) = number_to_complex(iso, value)? else {
        let kind = iso.type_name(value);
        return Err(raise::type_error(iso, &format!("must be real number, not {kind}")));
    };
    let made = iso.new_complex(number.real, number.imag)?;
    as_class(iso, class, TypeId::COMPLEX, made)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = text::repr(this_complex(iso, this));
    iso.new_str(&text)
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.heap.plain_hash(this).unwrap_or(0);
    iso.new_int(hash as i64)
}

/// Complex numbers have no order, only equality.
fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let equal = match op {
        CompareOp::Eq | CompareOp::Ne => {
            let number = this_complex(iso, this);
            match iso.number_of(other) {
                Some(Number::Complex(other)) => number == other,
                Some(real) => {
                    let order = iso.number_order(Number::Float(number.real), real);
                    number.imag == 0.0 && order.is_some_and(core::cmp::Ordering::is_eq)
                }
                None => return Ok(Value::NOT_IMPLEMENTED),
            }
        }
        _ => return Ok(Value::NOT_IMPLEMENTED),
    };
    Ok(Value::bool(equal == (op == CompareOp::Eq)))
}

comparison_functions!(compare);

fn apply(iso: &mut Isolate, op: BinaryOp, left: Value, right: Value) -> Completion {
    match (iso.number_of(left), iso.number_of(right)) {
        (Some(a), Some(b)) => Ok(iso.complex_binary(op, a, b)?.unwrap_or(Value::NOT_IMPLEMENTED)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

operator_functions! { apply:
    add radd = Add;
    sub rsub = Sub;
    mul rmul = Mul;
    truediv rtruediv = TrueDiv;
}

fn power(iso: &mut Isolate, base: Value, exponent: Value, modulus: Value) -> Completion {
    if iso.number_of(base).is_none() || iso.number_of(exponent).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if !modulus.or(Value::NONE).is_none() {
        return Err(raise::value_error(iso, "complex modulo"));
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
    let number = this_complex(iso, this);
    iso.new_complex(-number.real, -number.imag)
}

/// The number itself.
fn pos(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.unwrap(this))
}

fn abs(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_complex(iso, this);
    iso.complex_abs(number)
}

fn bool(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_complex(iso, this);
    Ok(Value::bool(number.real != 0.0 || number.imag != 0.0))
}

fn conjugate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_complex(iso, this);
    iso.new_complex(number.real, -number.imag)
}

fn get_new_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_complex(iso, this);
    let parts = [iso.new_float(number.real)?, iso.new_float(number.imag)?];
    iso.new_tuple(&parts)
}

fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, spec] = args else { return Err(raise::internal(iso)) };
    iso.format_complex(this, spec)
}

fn real(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_complex(iso, this);
    iso.new_float(number.real)
}

fn imag(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let number = this_complex(iso, this);
    iso.new_float(number.imag)
}
