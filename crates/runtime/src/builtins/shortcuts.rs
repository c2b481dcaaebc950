//! Short cuts of the builtin functions and types: what they give for plain values.

use crate::exceptions::hierarchy::is_plain;
use crate::exceptions::new_exception;
use crate::heap::Kind;
use crate::native::{Reach, TypeId};
use crate::object::class::field;
use crate::types::iterators::plain_iterator;
use crate::value::Immediate;
use crate::{Value, names};
use alloc::vec::Vec;
use ferropy_numeric::slice::range_count;

/// `abs` of a small int or a float.
pub(super) fn abs(_: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[value] = args else { return None };
    match value.as_small_int() {
        Some(int) => Value::try_small_int(int.abs()),
        None => value.as_immediate_float().map(|float| Value::arithmetic_float(float.abs())),
    }
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
        Some(Kind::List | Kind::Tuple) => reach.heap.sequence_len(value),
        Some(Kind::Dict | Kind::Set) => reach.heap.table_len(value),
        Some(Kind::Bytes | Kind::ByteArray) => reach.heap.byte_string(value)?.len(),
        _ => reach.heap.text(value)?.chars,
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

/// A call of a builtin type: what it makes of plain arguments.
pub(crate) fn construct(reach: &mut Reach<'_>, id: TypeId, args: &[Value]) -> Option<Value> {
    match (id, args) {
        (TypeId::STR, &[value]) => match value.as_small_int() {
            Some(int) => reach.heap.new_decimal(int).ok(),
            None => reach.heap.is_str(value).then_some(value),
        },
        (TypeId::INT, &[value]) => match value.as_immediate_float() {
            // Others may be too large for a small int, or no number at all.
            Some(float) if float.abs() < 1e9 => Some(Value::small_int(float as i64)),
            _ => value.is_small_int().then_some(value),
        },
        (TypeId::FLOAT, &[value]) => match value.as_small_int() {
            Some(int) => reach.heap.new_float(int as f64).ok(),
            None => value.is_immediate_float().then_some(value),
        },
        (TypeId::BOOL, &[value]) => match value {
            Value::TRUE | Value::FALSE => Some(value),
            Value::NONE => Some(Value::FALSE),
            _ => value.as_small_int().map(|int| Value::bool(int != 0)),
        },
        (TypeId::TYPE, &[value]) => reach.type_of(value),
        (TypeId::RANGE, &[stop]) => range(reach, Value::small_int(0), stop, Value::small_int(1)),
        (TypeId::RANGE, &[start, stop]) => range(reach, start, stop, Value::small_int(1)),
        (TypeId::RANGE, &[start, stop, step]) => range(reach, start, stop, step),
        (TypeId::LIST, &[]) => reach.heap.new_list(&[]).ok(),
        (TypeId::DICT, &[]) => reach.heap.new_dict().ok(),
        (TypeId::SET, &[]) => reach.heap.new_set(false).ok(),
        (TypeId::LIST, &[items]) if reach.heap.kind(items) == Some(Kind::List) => {
            let length = reach.heap.sequence_len(items);
            reach.heap.new_subsequence(items, 0..length).ok()
        }
        (TypeId::LIST, &[iterator]) => {
            // `list(reversed(items))`.
            let (kind, left, items) = reach.heap.record_start(iterator)?;
            if kind != TypeId::LIST_REVERSE_ITERATOR.number() {
                return None;
            }
            let items: Vec<Value> = reach.heap.items(items).take(left as usize).rev().collect();
            let list = reach.heap.new_list(&items).ok()?;
            reach.heap.set_field(iterator, 0, Value::NONE);
            Some(list)
        }
        (TypeId::REVERSED, &[items]) if reach.heap.kind(items) == Some(Kind::List) => {
            let length = reach.heap.sequence_len(items) as u32;
            reach.heap.new_record(TypeId::LIST_REVERSE_ITERATOR.number(), length, &[items]).ok()
        }
        (TypeId::ENUMERATE, &[items]) => {
            let iterator = plain_iterator(reach.heap, items)?;
            reach.heap.new_record(TypeId::ENUMERATE.number(), 0, &[iterator, Value::small_int(0)]).ok()
        }
        (TypeId::ZIP, &[first, second]) => {
            let iterators = [plain_iterator(reach.heap, first)?, plain_iterator(reach.heap, second)?];
            let iterators = reach.heap.new_tuple(&iterators).ok()?;
            reach.heap.new_record(TypeId::ZIP.number(), 0, &[iterators]).ok()
        }
        (TypeId::TUPLE, &[items]) => (reach.heap.kind(items) == Some(Kind::Tuple)).then_some(items),
        _ if is_plain(id) => {
            let args = reach.heap.new_tuple(args).ok()?;
            new_exception(reach.heap, id.value(), args, 0).ok()
        }
        _ => None,
    }
}

fn range(reach: &mut Reach<'_>, start: Value, stop: Value, step: Value) -> Option<Value> {
    let numbers = (start.as_small_int()?, stop.as_small_int()?, step.as_small_int()?);
    let length = Value::try_small_int(i64::try_from(range_count(numbers.0, numbers.1, numbers.2)?).ok()?)?;
    reach.heap.new_record(TypeId::RANGE.number(), 0, &[start, stop, step, length]).ok()
}
