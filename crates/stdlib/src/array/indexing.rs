//! `array[index]` and `array[start:stop:step]`: reading, writing, deleting.

use super::items::{argument, as_array, bytes_of, item_at, length, letter_of, make, packed, size_of_letter, splice};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::slice::{normalize_index, slice_indices};
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// What stands between the brackets.
enum Key {
    Index(i64),
    Slice(Option<i64>, Option<i64>, Option<i64>),
}

fn key(iso: &mut Isolate, value: Value) -> Completion<Key> {
    if iso.type_of(value) == TypeId::SLICE.value() {
        let mut parts = [None; 3];
        for (place, part) in parts.iter_mut().enumerate() {
            let field = iso.heap.field(value, place);
            if !field.is_none() {
                if !iso.is_int(field) && iso.lookup_special(field, ferropy_runtime::names::__index__).is_none() {
                    let message = "slice indices must be integers or None or have an __index__ method";
                    return Err(raise::type_error(iso, message));
                }
                *part = Some(iso.to_index(field)?);
            }
        }
        if parts[2] == Some(0) {
            return Err(raise::value_error(iso, "slice step cannot be zero"));
        }
        return Ok(Key::Slice(parts[0], parts[1], parts[2]));
    }
    if !iso.is_int(value) && iso.lookup_special(value, ferropy_runtime::names::__index__).is_none() {
        return Err(raise::type_error(iso, "array indices must be integers"));
    }
    let index = iso.index(value)?;
    match iso.as_i64(index) {
        Some(index) => Ok(Key::Index(index)),
        None => {
            let kind = iso.type_name(value);
            Err(raise::index_error(iso, &format!("cannot fit '{kind}' into an index-sized integer")))
        }
    }
}

/// The place of an index, or `IndexError`.
pub(super) fn place(iso: &mut Isolate, array: Value, index: i64, what: &str) -> Completion<usize> {
    match normalize_index(index, length(iso, array)) {
        Some(place) => Ok(place),
        None => Err(raise::index_error(iso, &format!("{what} out of range"))),
    }
}

/// The places that a slice picks, in its order.
fn places(iso: &Isolate, array: Value, (start, stop, step): (Option<i64>, Option<i64>, Option<i64>)) -> Vec<usize> {
    let Some(indices) = slice_indices(start, stop, step, length(iso, array)) else { return Vec::new() };
    let mut next = indices.start;
    let mut places = Vec::with_capacity(indices.count);
    for _ in 0..indices.count {
        places.extend(usize::try_from(next).ok());
        next = next.saturating_add(indices.step);
    }
    places
}

pub(super) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    match key(iso, argument(args, 1))? {
        Key::Index(index) => {
            let place = place(iso, array, index, "array index")?;
            item_at(iso, array, place)
        }
        Key::Slice(start, stop, step) => {
            let letter = letter_of(iso, array);
            let size = size_of_letter(letter);
            let picked = places(iso, array, (start, stop, step));
            let bytes = bytes_of(iso, array);
            let items: Vec<u8> = picked
                .iter()
                .flat_map(|place| bytes.get(place * size..(place + 1) * size).unwrap_or(&[]))
                .copied()
                .collect();
            make(iso, letter, &items)
        }
    }
}

pub(super) fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, value) = (argument(args, 0), argument(args, 2));
    let letter = letter_of(iso, array);
    let size = size_of_letter(letter);
    match key(iso, argument(args, 1))? {
        Key::Index(index) => {
            place(iso, array, index, "array assignment index")?;
            let bytes = packed(iso, letter, value)?;
            // The number's own method may have changed the array.
            let place = place(iso, array, index, "array assignment index")?;
            splice(iso, array, place * size, (place + 1) * size, &bytes)?;
        }
        Key::Slice(start, stop, step) => {
            let Some(other) = as_array(iso, value) else {
                let kind = iso.type_name(value);
                let message = format!("can only assign array (not \"{kind}\") to array slice");
                return Err(raise::type_error(iso, &message));
            };
            if letter_of(iso, other) != letter {
                return Err(raise::type_error(iso, "bad argument type for built-in operation"));
            }
            let with = bytes_of(iso, other).to_vec();
            let picked = places(iso, array, (start, stop, step));
            if step.is_none_or(|step| step == 1) {
                let count = length(iso, array);
                let from = slice_indices(start, stop, None, count).map_or(0, |indices| indices.start as usize);
                return splice(iso, array, from * size, (from + picked.len()) * size, &with).map(|()| Value::NONE);
            }
            if picked.len() * size != with.len() {
                let message = format!(
                    "attempt to assign array of size {} to extended slice of size {}",
                    with.len() / size,
                    picked.len()
                );
                return Err(raise::value_error(iso, &message));
            }
            for (place, item) in picked.into_iter().zip(with.chunks(size)) {
                splice(iso, array, place * size, (place + 1) * size, item)?;
            }
        }
    }
    Ok(Value::NONE)
}

pub(super) fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let size = size_of_letter(letter_of(iso, array));
    let mut doomed = match key(iso, argument(args, 1))? {
        Key::Index(index) => alloc::vec![place(iso, array, index, "array assignment index")?],
        Key::Slice(start, stop, step) => places(iso, array, (start, stop, step)),
    };
    if doomed.first() > doomed.last() {
        doomed.reverse();
    }
    for place in doomed.into_iter().rev() {
        splice(iso, array, place * size, (place + 1) * size, &[])?;
    }
    Ok(Value::NONE)
}
