//! Calls of builtin types: what they make of plain arguments, without running Python.

use crate::Value;
use crate::buffers::with_room;
use crate::exceptions::hierarchy::is_plain;
use crate::exceptions::new_exception;
use crate::heap::{Heap, Kind};
use crate::native::{Reach, TypeId};
use crate::types::int::text::{parse_short, short_decimal};
use crate::types::iterators::{PairsAhead, pairs_ahead, plain_iterator, skip_pairs};
use crate::types::plain_format::text_of_plain;
use crate::value::IS_SMALL;
use ferropy_numeric::float::parse_float;
use ferropy_numeric::slice::range_count;

/// A call of a builtin type: what it makes of plain arguments.
pub(crate) fn construct(reach: &mut Reach<'_>, id: TypeId, args: &[Value]) -> Option<Value> {
    let heap = &mut *reach.heap;
    match (id, args) {
        (TypeId::STR, &[value]) => text_of_plain(heap, value, false).or_else(|| short_decimal(heap, value)),
        (TypeId::INT, &[value]) => int(heap, value),
        (TypeId::INT, &[text, base]) => int_of_digits(heap, text, base),
        (TypeId::FLOAT, &[value]) => float(heap, value),
        (TypeId::COMPLEX, &[real, imaginary]) => {
            let (real, imaginary) = (real_part(heap, real)?, real_part(heap, imaginary)?);
            heap.new_complex(real, imaginary).ok()
        }
        (TypeId::BOOL, &[value]) => truth(heap, value).map(Value::bool),
        (TypeId::TYPE, &[value]) => reach.type_of(value),
        (TypeId::OBJECT, &[]) => heap.new_record(TypeId::OBJECT.number(), 0, &[]).ok(),
        (TypeId::RANGE, &[stop]) => range(heap, Value::small_int(0), stop, Value::small_int(1)),
        (TypeId::RANGE, &[start, stop]) => range(heap, start, stop, Value::small_int(1)),
        (TypeId::RANGE, &[start, stop, step]) => range(heap, start, stop, step),
        (TypeId::LIST, &[]) => heap.new_list(&[]).ok(),
        (TypeId::DICT, &[]) => heap.new_dict().ok(),
        (TypeId::SET, &[]) => heap.new_set(false).ok(),
        (TypeId::LIST, &[text]) if heap.kind(text) == Some(Kind::Str) => heap.new_list_of_characters(text),
        (TypeId::LIST, &[items]) => list(heap, items),
        (TypeId::DICT, &[items]) if heap.kind(items) == Some(Kind::Dict) => {
            let dict = heap.new_dict().ok()?;
            heap.copy_table(dict, items).ok()?;
            Some(dict)
        }
        (TypeId::DICT, &[pairs]) if !IS_SMALL => dict(heap, pairs),
        (TypeId::SET, &[items]) => set(heap, items, false),
        (TypeId::FROZENSET, &[items]) if heap.is_frozen_set(items) => Some(items),
        (TypeId::FROZENSET, &[items]) => set(heap, items, true),
        (TypeId::REVERSED, &[items]) if heap.kind(items) == Some(Kind::List) => {
            let length = heap.sequence_len(items) as u32;
            heap.new_record(TypeId::LIST_REVERSE_ITERATOR.number(), length, &[items]).ok()
        }
        (TypeId::ENUMERATE, &[items]) => {
            let iterator = plain_iterator(heap, items)?;
            heap.new_record(TypeId::ENUMERATE.number(), 0, &[iterator, Value::small_int(0)]).ok()
        }
        (TypeId::ZIP, &[first, second]) => {
            let iterators = [plain_iterator(heap, first)?, plain_iterator(heap, second)?];
            let iterators = heap.new_tuple(&iterators).ok()?;
            heap.new_record(TypeId::ZIP.number(), 0, &[iterators]).ok()
        }
        (TypeId::BYTES | TypeId::BYTEARRAY, &[length]) if let Some(length) = length.as_small_int() => {
            // More has to be looked at for the limits.
            const LONG: usize = if IS_SMALL { 1 << 20 } else { 1 << 16 };
            let length = usize::try_from(length).ok().filter(|&length| length <= LONG)?;
            if id == TypeId::BYTES {
                return heap.new_zeros(length).ok();
            }
            let array = heap.new_bytearray(&[]).ok()?;
            heap.extend_bytearray_by_zeros(array, length).ok()?;
            Some(array)
        }
        (TypeId::BYTES, &[bytes]) if heap.kind(bytes) == Some(Kind::Bytes) => Some(bytes),
        (TypeId::BYTES | TypeId::BYTEARRAY, &[bytes]) => {
            let length = heap.byte_string(bytes)?.len();
            let kind = if id == TypeId::BYTES { Kind::Bytes } else { Kind::ByteArray };
            heap.new_byte_copy(kind, bytes, 0..length).ok()
        }
        (TypeId::TUPLE, &[items]) => match heap.kind(items) {
            Some(Kind::Tuple) => Some(items),
            Some(Kind::List) => heap.tuple_of_list(items).ok(),
            _ => None,
        },
        _ if is_plain(id) => {
            let args = reach.heap.despite_lock(|heap| heap.new_tuple(args)).ok()?;
            new_exception(reach.heap, id.value(), args, 0).ok()
        }
        _ => None,
    }
}

fn int(heap: &mut Heap, value: Value) -> Option<Value> {
    if let Some(float) = heap.float(value) {
        // Others may be no number at all, or too large for a word.
        return if float.abs() < 1e14 { Value::try_small_int(float as i64) } else { None };
    }
    match heap.kind(value) {
        _ if value.is_small_int() => Some(value),
        Some(Kind::Int) => Some(value),
        None if value.is_bool() => Some(Value::small_int(i64::from(value == Value::TRUE))),
        _ => parse_short(heap, value),
    }
}

/// The int that a few digits of a base spell, without sign and prefix.
fn int_of_digits(heap: &Heap, text: Value, base: Value) -> Option<Value> {
    const FEW: usize = 9;
    let base = u32::try_from(base.as_small_int()?).ok().filter(|base| (2..=36).contains(base))?;
    let digits = heap.str_bytes(text).filter(|digits| (1..=FEW).contains(&digits.len()))?;
    let number = digits.iter().try_fold(0, |number, &digit| {
        char::from(digit).to_digit(base).map(|digit| number * i64::from(base) + i64::from(digit))
    });
    Value::try_small_int(number?)
}

fn float(heap: &mut Heap, value: Value) -> Option<Value> {
    if heap.float(value).is_some() {
        return Some(value);
    }
    let float = match real_part(heap, value) {
        Some(float) => float,
        None => parse_float(core::str::from_utf8(heap.str_bytes(value)?.trim_ascii()).ok()?)?,
    };
    heap.new_float(float).ok()
}

/// A float or int as a float.
fn real_part(heap: &Heap, value: Value) -> Option<f64> {
    match value.as_small_int() {
        Some(int) => Some(int as f64),
        None => match heap.float(value) {
            Some(float) => Some(float),
            None => heap.big_int(value)?.to_f64().ok(),
        },
    }
}

fn truth(heap: &Heap, value: Value) -> Option<bool> {
    match value {
        Value::TRUE => return Some(true),
        Value::FALSE | Value::NONE => return Some(false),
        _ => {}
    }
    if let Some(int) = value.as_small_int() {
        return Some(int != 0);
    }
    if let Some(float) = heap.float(value) {
        return Some(float != 0.0);
    }
    match heap.kind(value) {
        Some(Kind::Int) => Some(true),
        Some(Kind::List | Kind::Tuple) => Some(heap.sequence_len(value) > 0),
        Some(Kind::Dict | Kind::Set) => Some(heap.table_len(value) > 0),
        Some(Kind::Bytes | Kind::ByteArray) => Some(!heap.byte_string(value)?.is_empty()),
        _ => Some(heap.text(value)?.chars > 0),
    }
}

fn range(heap: &mut Heap, start: Value, stop: Value, step: Value) -> Option<Value> {
    let numbers = (start.as_small_int()?, stop.as_small_int()?, step.as_small_int()?);
    let length = Value::try_small_int(i64::try_from(range_count(numbers.0, numbers.1, numbers.2)?).ok()?)?;
    heap.new_record(TypeId::RANGE.number(), 0, &[start, stop, step, length]).ok()
}

fn list(heap: &mut Heap, items: Value) -> Option<Value> {
    if heap.kind(items) == Some(Kind::List) {
        let length = heap.sequence_len(items);
        return heap.new_subsequence(items, 0..length).ok();
    }
    if heap.kind(items) == Some(Kind::Tuple) {
        return heap.list_of_tuple(items).ok();
    }
    // `list(reversed(items))`.
    let (kind, left, reversed) = heap.record_start(items)?;
    if kind != TypeId::LIST_REVERSE_ITERATOR.number() || left as usize > heap.sequence_len(reversed) {
        return None;
    }
    let mut backwards = with_room(left as usize).ok()?;
    backwards.extend(heap.items(reversed).take(left as usize).rev());
    let list = heap.new_list(&backwards).ok()?;
    heap.set_field(items, 0, Value::NONE);
    Some(list)
}

/// A dict of the pairs that a `zip` of lists or tuples gives, or that are tuples in a list or tuple.
fn dict(heap: &mut Heap, pairs: Value) -> Option<Value> {
    // A long one has to listen to Ctrl-C.
    const MANY: usize = 1 << 12;
    let count = match heap.kind(pairs)? {
        Kind::List | Kind::Tuple => heap.sequence_len(pairs),
        _ => pairs_ahead(heap, pairs)?.count,
    };
    let mut items = with_room(2 * Some(count).filter(|&count| count <= MANY)?).ok()?;
    match pairs_ahead(heap, pairs) {
        Some(PairsAhead { first, second, .. }) => {
            for number in 0..count {
                items.push(heap.sequence_item(first.0, first.1 + number)?);
                items.push(heap.sequence_item(second.0, second.1 + number)?);
            }
        }
        None => {
            for pair in heap.items(pairs) {
                items.extend(heap.tuple_pair(pair)?);
            }
        }
    }
    let dict = heap.new_dict_of(&items)?;
    // Whose items end first, and what is taken from the other, is found out as ever.
    skip_pairs(heap, pairs, count);
    Some(dict)
}

/// A set of a list, tuple, set or dict, or of a range of small ints.
fn set(heap: &mut Heap, items: Value, frozen: bool) -> Option<Value> {
    let kind = heap.kind(items)?;
    let set = heap.new_set(frozen).ok()?;
    let done = match kind {
        Kind::List | Kind::Tuple => {
            let length = heap.sequence_len(items);
            heap.add_items(set, items).ok()? == length
        }
        Kind::Set => heap.copy_table(set, items).is_ok(),
        Kind::Dict => heap.add_elements(set, items).ok()?,
        Kind::Record => {
            let (number, _, start) = heap.record_start(items)?;
            let (start, step) = (start.as_small_int()?, heap.field(items, 2).as_small_int()?);
            let length = heap.field(items, 3).as_small_int()?;
            number == TypeId::RANGE.number() && heap.add_progression(set, start, step, length)?
        }
        _ => return None,
    };
    done.then_some(set)
}
