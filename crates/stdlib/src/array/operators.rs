//! Operators of arrays: comparison, concatenation, repetition, iteration, `repr`.

use super::ARRAY_ITERATOR;
use super::items::{
    argument, as_array, bytes_of, find, item_at, items_list, length, letter_of, make, size_of_letter, splice,
};
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::{CompareOp, Completion, Exported, Isolate, Value, raise};

pub(super) fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let length = length(iso, argument(args, 0));
    iso.new_int(length as i64)
}

pub(super) fn iterate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&ARRAY_ITERATOR) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[argument(args, 0)])
}

pub(super) fn next_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let array = iso.heap.field(this, 0);
    let next = iso.heap.number(this);
    if array.is_none() || next as usize >= length(iso, array) {
        // It stays at its end, even if the array grows.
        iso.heap.set_field(this, 0, Value::NONE);
        return Ok(Value::UNBOUND);
    }
    iso.heap.set_number(this, next + 1);
    item_at(iso, array, next as usize)
}

/// An iterator for pickles: how it is made again.
pub(super) fn reduce_iterator(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let (array, next) = (iso.heap.field(this, 0), iso.heap.number(this));
    let module = iso.import_dotted("builtins")?;
    let name = iso.intern("iter")?;
    let function = iso.get_attr(module, name)?;
    if array.is_none() {
        let empty = iso.new_tuple(&[])?;
        let arguments = iso.new_tuple(&[empty])?;
        return iso.new_tuple(&[function, arguments]);
    }
    let arguments = iso.new_tuple(&[array])?;
    iso.new_tuple(&[function, arguments, Value::small_int(i64::from(next))])
}

pub(super) fn set_iterator(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, state) = (argument(args, 0), argument(args, 1));
    let index = iso.to_isize(state)?;
    let array = iso.heap.field(this, 0);
    if !array.is_none() {
        let place = usize::try_from(index).unwrap_or(0).min(length(iso, array));
        iso.heap.set_number(this, place as u32);
    }
    Ok(Value::NONE)
}

pub(super) fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let found = find(iso, argument(args, 0), argument(args, 1), 0, usize::MAX)?;
    Ok(Value::bool(found.is_some()))
}

pub(super) fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let letter = char::from(letter_of(iso, array));
    if length(iso, array) == 0 {
        return iso.new_str(&format!("array('{letter}')"));
    }
    let list = items_list(iso, array)?;
    let shown = if matches!(letter, 'u' | 'w') {
        let empty = iso.new_str("")?;
        let join = iso.intern("join")?;
        let text = iso.call_method(empty, join, &[list])?;
        iso.repr_text(text)?
    } else {
        iso.repr_text(list)?
    };
    iso.new_str(&format!("array('{letter}', {shown})"))
}

pub(super) fn compare(iso: &mut Isolate, args: &[Value], op: CompareOp) -> Completion {
    let (Some(left), Some(right)) = (as_array(iso, argument(args, 0)), as_array(iso, argument(args, 1))) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let is_real = |iso: &Isolate, array| matches!(letter_of(iso, array), b'f' | b'd');
    if is_real(iso, left) && is_real(iso, right) {
        // Lists would take the same NaN twice for equal.
        for place in 0..length(iso, left).min(length(iso, right)) {
            let (one, two) = (item_at(iso, left, place)?, item_at(iso, right, place)?);
            if iso.as_float(one) != iso.as_float(two) {
                return iso.compare(op, one, two);
            }
        }
    }
    let (left, right) = (items_list(iso, left)?, items_list(iso, right)?);
    iso.compare(op, left, right)
}

/// The array operand of `+`, of the same format.
pub(super) fn operand(iso: &mut Isolate, array: Value, value: Value) -> Completion<Vec<u8>> {
    match as_array(iso, value) {
        Some(other) if letter_of(iso, other) == letter_of(iso, array) => Ok(bytes_of(iso, other).to_vec()),
        Some(_) => Err(raise::type_error(iso, "bad argument type for built-in operation")),
        None => {
            let kind = iso.type_name(value);
            Err(raise::type_error(iso, &format!("can only append array (not \"{kind}\") to array")))
        }
    }
}

pub(super) fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let more = operand(iso, array, argument(args, 1))?;
    let mut bytes = bytes_of(iso, array).to_vec();
    bytes.extend_from_slice(&more);
    make(iso, letter_of(iso, array), &bytes)
}

pub(super) fn add_in_place(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    if as_array(iso, argument(args, 1)).is_none() {
        let kind = iso.type_name(argument(args, 1));
        return Err(raise::type_error(iso, &format!("can only extend array with array (not \"{kind}\")")));
    }
    if as_array(iso, argument(args, 1)).is_some_and(|other| letter_of(iso, other) != letter_of(iso, array)) {
        return Err(raise::type_error(iso, "can only extend with array of same kind"));
    }
    let more = operand(iso, array, argument(args, 1))?;
    let end = bytes_of(iso, array).len();
    splice(iso, array, end, end, &more)?;
    Ok(array)
}

/// The bytes so many times.
pub(super) fn repeated(iso: &mut Isolate, array: Value, count: Value) -> Completion<Option<Vec<u8>>> {
    if !iso.is_int(count) && iso.lookup_special(count, ferropy_runtime::names::__index__).is_none() {
        return Ok(None);
    }
    let count = iso.to_size(count)?;
    let bytes = bytes_of(iso, array);
    let total = bytes.len().checked_mul(count).filter(|&total| u32::try_from(total).is_ok());
    let mut all = Vec::new();
    if total.is_none_or(|total| all.try_reserve_exact(total).is_err()) {
        return Err(raise::memory_error(iso));
    }
    while total.is_some_and(|total| all.len() < total) {
        all.extend_from_slice(bytes);
    }
    Ok(Some(all))
}

pub(super) fn multiply(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    match repeated(iso, array, argument(args, 1))? {
        Some(bytes) => make(iso, letter_of(iso, array), &bytes),
        None => Err(iso.cannot_repeat(argument(args, 1))),
    }
}

pub(super) fn multiply_in_place(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let Some(bytes) = repeated(iso, array, argument(args, 1))? else {
        return Err(iso.cannot_repeat(argument(args, 1)));
    };
    let end = bytes_of(iso, array).len();
    splice(iso, array, 0, end, &bytes)?;
    Ok(array)
}

pub(super) fn buffer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let object = argument(args, 0);
    let Some(array) = as_array(iso, object) else { return Err(raise::internal(iso)) };
    let letter = letter_of(iso, array);
    let storage = iso.heap.field(array, 0);
    iso.new_view(Exported { object, storage, format: letter, itemsize: size_of_letter(letter), readonly: false })
}
