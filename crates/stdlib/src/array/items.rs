//! Items: how they lie in the bytearray of an array, and the array as a whole as bytes.

use super::ARRAY;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::ControlFlow;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Raised, Value, memory_items, raise};

pub(super) fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// The array that a value is, or has inside.
pub(super) fn as_array(iso: &Isolate, value: Value) -> Option<Value> {
    let inner = iso.unwrap(value);
    let id = iso.find_type(&ARRAY)?;
    (iso.type_of(inner) == id.value()).then_some(inner)
}

pub(super) fn letter_of(iso: &Isolate, array: Value) -> u8 {
    iso.heap.number(array) as u8
}

pub(super) fn size_of_letter(letter: u8) -> usize {
    if matches!(letter, b'u' | b'w') { 4 } else { memory_items::size(letter).unwrap_or(1) }
}

/// The bytes of the items.
pub(super) fn bytes_of(iso: &Isolate, array: Value) -> &[u8] {
    iso.heap.bytearray(iso.heap.field(array, 0)).unwrap_or(&[])
}

pub(super) fn length(iso: &Isolate, array: Value) -> usize {
    bytes_of(iso, array).len() / size_of_letter(letter_of(iso, array))
}

/// The item at an index that is there.
pub(super) fn item_at(iso: &mut Isolate, array: Value, place: usize) -> Completion {
    let letter = letter_of(iso, array);
    let size = size_of_letter(letter);
    let mut item = [0u8; 8];
    if let Some(bytes) = bytes_of(iso, array).get(place * size..(place + 1) * size)
        && let Some(place) = item.get_mut(..size)
    {
        place.copy_from_slice(bytes);
    }
    if matches!(letter, b'u' | b'w') {
        let code = u32::from_ne_bytes([item[0], item[1], item[2], item[3]]);
        let mut text = Vec::new();
        ferropy_unicode::wtf8::push(&mut text, code.min(0x10_FFFF));
        return iso.new_text(&text);
    }
    memory_items::unpack(iso, letter, item.get(..size).unwrap_or(&item))
}

/// The bytes of a value as an item. May call Python.
pub(super) fn packed(iso: &mut Isolate, letter: u8, value: Value) -> Completion<Vec<u8>> {
    if matches!(letter, b'u' | b'w') {
        let inner = iso.unwrap(value);
        let code = iso.heap.text(inner).filter(|text| text.chars == 1);
        return match code.and_then(|text| ferropy_unicode::wtf8::code_points(text.bytes).next()) {
            Some(code) => Ok(code.to_ne_bytes().to_vec()),
            None => {
                let kind = iso.type_name(value);
                Err(raise::type_error(iso, &format!("array item must be a unicode character, not {kind}")))
            }
        };
    }
    let floats = matches!(letter, b'f' | b'd');
    let value = if floats {
        let float = iso.to_f64(value)?;
        iso.new_float(float)?
    } else {
        iso.index(value)?
    };
    match memory_items::pack(iso, letter, value) {
        Ok((item, size)) => Ok(item.get(..size).unwrap_or(&item).to_vec()),
        Err(raised) => {
            if !iso.raised_is(TypeId::VALUE_ERROR) {
                return Err(raised);
            }
            iso.take_exception();
            Err(out_of_range(iso, letter, value))
        }
    }
}

/// `OverflowError` in CPython's words for the format: it takes the int as a C type that is often wider than the item, and
/// then looks whether it fits.
pub(super) fn out_of_range(iso: &mut Isolate, letter: u8, value: Value) -> Raised {
    let negative = iso.as_int(value).is_some_and(|view| view.as_ref().is_negative());
    let number = iso.as_i64(value);
    let fits_unsigned_long = iso.as_int(value).is_some_and(|view| view.as_ref().limbs().len() <= 2);
    let bounded =
        |name: &str| format!("{name} is {}", if negative { "less than minimum" } else { "greater than maximum" });
    let message = match (letter, number) {
        (b'I' | b'L', _) if negative => String::from("can't convert negative value to unsigned int"),
        (b'I', _) if fits_unsigned_long => bounded("unsigned int"),
        (b'I' | b'L', _) => String::from("Python int too large to convert to C unsigned long"),
        (b'Q', _) if negative => String::from("can't convert negative int to unsigned"),
        (b'q' | b'Q', _) => String::from("int too big to convert"),
        (_, None) => String::from("Python int too large to convert to C long"),
        (b'b', Some(number)) if i16::try_from(number).is_ok() => bounded("signed char"),
        (b'b' | b'h', _) => bounded("signed short integer"),
        (b'B', _) => bounded("unsigned byte integer"),
        (b'H', Some(number)) if i32::try_from(number).is_ok() => bounded("unsigned short"),
        _ => bounded("signed integer"),
    };
    raise::overflow_error(iso, &message)
}

/// A new array of the format with these bytes.
pub(super) fn make(iso: &mut Isolate, letter: u8, bytes: &[u8]) -> Completion {
    let storage = iso.new_bytearray(bytes)?;
    let Some(id) = iso.find_type(&ARRAY) else { return Err(raise::internal(iso)) };
    iso.new_record(id, u32::from(letter), &[storage])
}

/// Replaces bytes `start..end` of the storage, which changes its length: no view may look at it.
pub(super) fn splice(iso: &mut Isolate, array: Value, start: usize, end: usize, with: &[u8]) -> Completion<()> {
    let storage = iso.heap.field(array, 0);
    if end - start != with.len() && !iso.is_resizable(&[storage, array]) {
        return Err(raise::buffer_error(iso, "cannot resize an array that is exporting buffers"));
    }
    iso.heap.splice_bytearray(storage, start, end, with)?;
    Ok(())
}

/// Appends the items of an iterable.
pub(super) fn append_all(iso: &mut Isolate, array: Value, items: Value) -> Completion<()> {
    let letter = letter_of(iso, array);
    if let Some(other) = as_array(iso, items)
        && letter_of(iso, other) == letter
    {
        let bytes = bytes_of(iso, other).to_vec();
        let end = bytes_of(iso, array).len();
        return splice(iso, array, end, end, &bytes);
    }
    iso.for_each(items, |iso, item| {
        let bytes = packed(iso, letter, item)?;
        let end = bytes_of(iso, array).len();
        splice(iso, array, end, end, &bytes)?;
        Ok(ControlFlow::Continue(()))
    })
}

pub(super) fn append_bytes(iso: &mut Isolate, array: Value, source: Value) -> Completion<()> {
    let buffer = iso.to_buffer(source)?;
    let bytes = iso.bytes_like(buffer).unwrap_or_default().into_owned();
    if !bytes.len().is_multiple_of(size_of_letter(letter_of(iso, array))) {
        return Err(raise::value_error(iso, "bytes length not a multiple of item size"));
    }
    let end = bytes_of(iso, array).len();
    splice(iso, array, end, end, &bytes)
}

/// The place of the first item from `from` on that equals the value.
pub(super) fn find(iso: &mut Isolate, array: Value, value: Value, from: usize, to: usize) -> Completion<Option<usize>> {
    let mut place = from;
    while place < to.min(length(iso, array)) {
        let found = iso.scope(|iso| {
            let item = item_at(iso, array, place)?;
            iso.equal(item, value)
        })?;
        if found {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

pub(super) fn items_list(iso: &mut Isolate, array: Value) -> Completion {
    let list = iso.new_list(&[])?;
    for place in 0..length(iso, array) {
        let item = item_at(iso, array, place)?;
        iso.heap.list_append(list, item)?;
    }
    Ok(list)
}

/// Puts changed bytes of the same length in place.
pub(super) fn overwrite(iso: &mut Isolate, array: Value, bytes: &[u8]) {
    let storage = iso.heap.field(array, 0);
    if let Some(place) = iso.heap.bytearray_mut(storage)
        && place.len() == bytes.len()
    {
        place.copy_from_slice(bytes);
    }
}
