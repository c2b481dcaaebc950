//! The methods of arrays by their names.

use super::indexing::place;
use super::items::{
    append_all, append_bytes, argument, as_array, bytes_of, find, item_at, items_list, length, letter_of, make,
    overwrite, packed, size_of_letter, splice,
};
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, raise};

pub(super) fn append(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let bytes = packed(iso, letter_of(iso, array), argument(args, 1))?;
    let end = bytes_of(iso, array).len();
    splice(iso, array, end, end, &bytes)?;
    Ok(Value::NONE)
}

pub(super) fn extend(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, items) = (argument(args, 0), argument(args, 1));
    if let Some(other) = as_array(iso, items)
        && letter_of(iso, other) != letter_of(iso, array)
    {
        return Err(raise::type_error(iso, "can only extend with array of same kind"));
    }
    append_all(iso, array, items)?;
    Ok(Value::NONE)
}

pub(super) fn insert(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let index = iso.to_isize(argument(args, 1))?;
    let letter = letter_of(iso, array);
    let bytes = packed(iso, letter, argument(args, 2))?;
    let at = ferropy_numeric::slice::clamp_index(index, length(iso, array)) * size_of_letter(letter);
    splice(iso, array, at, at, &bytes)?;
    Ok(Value::NONE)
}

pub(super) fn pop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let index = match argument(args, 1).given() {
        Some(index) => iso.to_isize(index)?,
        None => -1,
    };
    if length(iso, array) == 0 {
        return Err(raise::index_error(iso, "pop from empty array"));
    }
    let place = place(iso, array, index, "pop index")?;
    let item = item_at(iso, array, place)?;
    let size = size_of_letter(letter_of(iso, array));
    splice(iso, array, place * size, (place + 1) * size, &[])?;
    Ok(item)
}

pub(super) fn clear(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let end = bytes_of(iso, array).len();
    splice(iso, array, 0, end, &[])?;
    Ok(Value::NONE)
}

pub(super) fn remove(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    match find(iso, array, argument(args, 1), 0, usize::MAX)? {
        Some(place) => {
            let size = size_of_letter(letter_of(iso, array));
            splice(iso, array, place * size, (place + 1) * size, &[])?;
            Ok(Value::NONE)
        }
        None => Err(raise::value_error(iso, "array.remove(x): x not in array")),
    }
}

pub(super) fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let mut bounds = [0, usize::MAX];
    for (number, bound) in bounds.iter_mut().enumerate() {
        if let Some(value) = argument(args, 2 + number).given() {
            if !iso.is_int(value) && iso.lookup_special(value, ferropy_runtime::names::__index__).is_none() {
                return Err(raise::type_error(iso, "slice indices must be integers or have an __index__ method"));
            }
            *bound = ferropy_numeric::slice::clamp_index(iso.to_index(value)?, length(iso, array));
        }
    }
    match find(iso, array, argument(args, 1), bounds[0], bounds[1])? {
        Some(place) => iso.new_int(place as i64),
        None => Err(raise::value_error(iso, "array.index(x): x not in array")),
    }
}

pub(super) fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let (mut count, mut from) = (0, 0);
    while let Some(place) = find(iso, array, argument(args, 1), from, usize::MAX)? {
        count += 1;
        from = place + 1;
    }
    iso.new_int(count)
}

pub(super) fn reverse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let size = size_of_letter(letter_of(iso, array));
    let reversed: Vec<u8> = bytes_of(iso, array).chunks(size).rev().flatten().copied().collect();
    overwrite(iso, array, &reversed);
    Ok(Value::NONE)
}

pub(super) fn byte_swap(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let size = size_of_letter(letter_of(iso, array));
    let swapped: Vec<u8> = bytes_of(iso, array).chunks(size).flat_map(|item| item.iter().rev()).copied().collect();
    overwrite(iso, array, &swapped);
    Ok(Value::NONE)
}

pub(super) fn to_list(iso: &mut Isolate, args: &[Value]) -> Completion {
    items_list(iso, argument(args, 0))
}

/// An array of characters, or `ValueError`.
fn check_characters(iso: &mut Isolate, array: Value, function: &str) -> Completion<()> {
    if matches!(letter_of(iso, array), b'u' | b'w') {
        return Ok(());
    }
    let message = format!("{function}() may only be called on unicode type arrays ('u' or 'w')");
    Err(raise::value_error(iso, &message))
}

pub(super) fn from_unicode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, text) = (argument(args, 0), argument(args, 1));
    let inner = iso.unwrap(text);
    let Some(text) = iso.heap.text(inner) else {
        let kind = if text.is_none() { "None".into() } else { iso.type_name(text) };
        return Err(raise::type_error(iso, &format!("fromunicode() argument must be str, not {kind}")));
    };
    let codes: Vec<u8> = ferropy_unicode::wtf8::code_points(text.bytes).flat_map(|code| code.to_ne_bytes()).collect();
    check_characters(iso, array, "fromunicode")?;
    let end = bytes_of(iso, array).len();
    splice(iso, array, end, end, &codes)?;
    Ok(Value::NONE)
}

pub(super) fn to_unicode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    check_characters(iso, array, "tounicode")?;
    let list = items_list(iso, array)?;
    let empty = iso.new_str("")?;
    let join = iso.intern("join")?;
    iso.call_method(empty, join, &[list])
}

pub(super) fn from_list(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, list) = (argument(args, 0), argument(args, 1));
    if !iso.is_instance_of(list, TypeId::LIST) {
        return Err(raise::type_error(iso, "arg must be list"));
    }
    // All or nothing.
    let before = bytes_of(iso, array).len();
    if let Err(raised) = append_all(iso, array, list) {
        let end = bytes_of(iso, array).len();
        let storage = iso.heap.field(array, 0);
        iso.heap.splice_bytearray(storage, before, end, &[])?;
        return Err(raised);
    }
    Ok(Value::NONE)
}

pub(super) fn to_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.spare(bytes_of(iso, argument(args, 0)).len())?;
    let bytes = bytes_of(iso, argument(args, 0)).to_vec();
    iso.new_bytes(&bytes)
}

pub(super) fn from_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    append_bytes(iso, argument(args, 0), argument(args, 1))?;
    Ok(Value::NONE)
}

pub(super) fn buffer_info(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let id = iso.import_dotted("builtins")?;
    let name = iso.intern("id")?;
    let id = iso.get_attr(id, name)?;
    let address = iso.call(id, &[array])?;
    let length = iso.new_int(length(iso, array) as i64)?;
    iso.new_tuple(&[address, length])
}

pub(super) fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let bytes = bytes_of(iso, array).to_vec();
    make(iso, letter_of(iso, array), &bytes)
}

pub(super) fn type_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    let letter = char::from(letter_of(iso, argument(args, 0)));
    iso.new_str(letter.encode_utf8(&mut [0; 4]))
}

pub(super) fn item_size(iso: &mut Isolate, args: &[Value]) -> Completion {
    let size = size_of_letter(letter_of(iso, argument(args, 0)));
    iso.new_int(size as i64)
}

/// What makes the array again: its class, the type code and the items.
pub(super) fn reduce_ex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, protocol) = (argument(args, 0), argument(args, 1));
    if !iso.is_int(protocol) {
        return Err(raise::type_error(iso, "__reduce_ex__ argument should be an integer"));
    }
    let inner = iso.unwrap(this);
    let code = iso.new_str(char::from(letter_of(iso, inner)).encode_utf8(&mut [0; 4]))?;
    let items = to_list(iso, &[inner])?;
    let arguments = iso.new_tuple(&[code, items])?;
    let state = iso.instance_dict(this)?.unwrap_or(Value::NONE);
    let class = iso.type_of(this);
    iso.new_tuple(&[class, arguments, state])
}
