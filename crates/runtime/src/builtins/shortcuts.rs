//! Short cuts of the builtin functions and types: what they give for plain values.

use crate::heap::Kind;
use crate::native::{Reach, TypeId};
use crate::object::class::field;
use crate::types::iterators::{Step, plain_iterator, step_plain};
use crate::types::plain_format::text_of_plain;
use crate::types::tuple::plain_tuple_hash;
use crate::value::Immediate;
use crate::{Value, names};
use core::cmp::Ordering;

/// `abs` of a small int or a float.
pub(super) fn abs(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    match value.as_small_int() {
        Some(int) => Value::try_small_int(int.abs()),
        None => value.as_immediate_float().map(|float| Value::arithmetic_float(float.abs())),
    }
}

/// `iter` of what needs no Python for it.
pub(super) fn iter(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    plain_iterator(reach.heap, value)
}

/// `next` of an iterator that goes on without Python. Its end is the function's business.
pub(super) fn next(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&iterator, default) = args.split_first().filter(|(_, default)| default.len() < 2)?;
    match (step_plain(reach.heap, iterator), default) {
        (Step::Item(item), _) => Some(item),
        (Step::End, &[default]) => Some(default),
        _ => None,
    }
}

/// `hash` of plain values, and of tuples of them.
pub(super) fn hash(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    let hash = match reach.heap.plain_hash(value) {
        Some(hash) => hash,
        None => plain_tuple_hash(reach.heap, value)?,
    };
    reach.heap.new_int(hash as i64).ok()
}

/// `round` of a float to an int, and of a small int to a multiple of a power of ten.
pub(super) fn round(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    match *args {
        [value] if value.is_small_int() => Some(value),
        [value] => {
            let float = reach.heap.float(value).filter(|float| float.abs() < 1e14)?;
            Value::try_small_int(ferropy_numeric::float::round_half_even(float) as i64)
        }
        [value, digits] => {
            let (value, digits) = value.both_small_ints(digits)?;
            if digits >= 0 {
                return Value::try_small_int(value);
            }
            let unit = 10i64.checked_pow(u32::try_from(digits.unsigned_abs()).ok()?)?;
            let rest = value.rem_euclid(unit);
            let below = value.checked_sub(rest)?;
            // Halves go to the even multiple.
            let is_up = match (rest.checked_mul(2)?).cmp(&unit) {
                Ordering::Less => false,
                Ordering::Equal => below.checked_div(unit)? % 2 != 0,
                Ordering::Greater => true,
            };
            Value::try_small_int(if is_up { below.checked_add(unit)? } else { below })
        }
        _ => None,
    }
}

/// `pow` of small ints with a modulus.
pub(super) fn pow(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[base, exponent, modulus] = args else { return None };
    let (base, exponent) = base.both_small_ints(exponent)?;
    let modulus = modulus.as_small_int().filter(|&modulus| modulus > 0)?;
    Value::try_small_int(ferropy_numeric::small::pow_modulo(base, exponent, modulus)?)
}

/// `chr` of an ASCII character.
pub(super) fn chr(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    names::single_ascii(&[u8::try_from(value.as_small_int()?).ok()?])
}

/// `isinstance` where no class has a say in the answer.
pub(super) fn isinstance(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value, class] = args else { return None };
    let kind = reach.type_of(value)?;
    if reach.heap.kind(class) != Some(Kind::Tuple) {
        return is_instance(reach, kind, class).map(Value::bool);
    }
    for index in 0..reach.heap.sequence_len(class) {
        if is_instance(reach, kind, reach.heap.tuple_item(class, index)?)? {
            return Some(Value::TRUE);
        }
    }
    Some(Value::FALSE)
}

/// Whether instances of `kind` are instances of `class`.
fn is_instance(reach: &Reach<'_>, kind: Value, class: Value) -> Option<bool> {
    if kind == class {
        return Some(true);
    }
    let is_builtin = |class: Value| class.payload_of(Immediate::Type).is_some();
    if is_builtin(kind) {
        // What the plain kinds derive from is `object`, and `int` for bools.
        let is_known = is_builtin(class) && class != TypeId::OBJECT.value() && kind != TypeId::BOOL.value();
        return is_known.then_some(false);
    }
    if reach.heap.kind(class) != Some(Kind::Type) || reach.heap.field(class, field::METACLASS) != TypeId::TYPE.value() {
        return None;
    }
    // What is not derived from it may still say so by its `__class__`.
    let order = reach.heap.field(kind, field::MRO);
    reach.heap.items(order).any(|base| base == class).then_some(true)
}

/// `len` of strings and of the builtin containers.
pub(super) fn len(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    let length = match reach.heap.kind(value) {
        Some(Kind::Record) => {
            // Both have their length in one place.
            let known = matches!(TypeId(reach.heap.record_start(value)?.0), TypeId::RANGE | TypeId::DEQUE);
            return Some(reach.heap.field(value, 3)).filter(|length| known && length.is_small_int());
        }
        Some(Kind::List | Kind::Tuple) => reach.heap.sequence_len(value),
        Some(Kind::Dict | Kind::Set) => reach.heap.table_len(value),
        Some(Kind::Bytes | Kind::ByteArray) => reach.heap.byte_string(value)?.len(),
        _ => reach.heap.text_size(value)?.1,
    };
    Some(Value::small_int(length as i64))
}

/// `max` of two small ints or two floats.
pub(super) fn max(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[first, second] = args else { return None };
    Some(if is_less(first, second)? { second } else { first })
}

/// `min` of two small ints or two floats.
pub(super) fn min(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[first, second] = args else { return None };
    Some(if is_less(second, first)? { second } else { first })
}

/// `ord` of a string with one character.
pub(super) fn ord(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    let text = reach.heap.text(value).filter(|text| text.chars == 1)?;
    ferropy_unicode::wtf8::code_points(text.bytes).next().map(|code| Value::small_int(i64::from(code)))
}

fn is_less(a: Value, b: Value) -> Option<bool> {
    match a.both_small_ints(b) {
        Some((a, b)) => Some(a < b),
        None => Some(a.as_immediate_float()? < b.as_immediate_float()?),
    }
}

/// `repr` of a plain value.
pub(super) fn repr(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    text_of_plain(reach.heap, value, true)
}
