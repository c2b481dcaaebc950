//! `bytearray`: bytes that can be changed. What it shares with `bytes` is in [`byte_string`]; here is what changes
//! it. Its length can't change while a memoryview looks at it.
//!
//! [`byte_string`]: super::byte_string

use super::byte_string::construct::{Source, Target, byte_value, collected};
use super::byte_string::iterator;
use super::byte_string::methods::{case, coding, cut, layout, operators, search};
use super::byte_string::rows::byte_string_rows;
use super::sequence::{SliceParts, Subscript, slice_places};
use super::str::quote_bytes;
use crate::codecs::check_names;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{
    Reach, Row, TypeFlags, TypeId, TypeSpec, class_method, constant, method, raw_method, static_method,
};
use crate::object::pickling::to_protocol;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::slice::{SliceIndices, clamp_index, normalize_index};

/// `bytearray`.
pub(crate) static BYTEARRAY: TypeSpec = TypeSpec::new(
    "bytearray",
    "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nA sequence of numbers from 0 to 255 that can be changed.",
    ROWS,
);

/// The iterator over a bytearray.
pub(crate) static BYTEARRAY_ITERATOR: TypeSpec =
    TypeSpec::new("bytearray_iterator", "", iterator::ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = byte_string_rows! {
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.", new),
    method("__init__", "($self, source=b'', encoding='utf-8', errors='strict')", "Initialize self.  See help(type(self)) for accurate signature.", init),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    constant("__hash__", "", |_, _| Ok(Value::NONE)),
    raw_method("__str__", "($self, /)", "Return str(self).", repr),
    raw_method("__iter__", "($self, /)", "Implement iter(self).", iterator::iter_bytearray),
    method("__setitem__", "($self, key, value, /)", "Set self[key] to value.", set_item),
    method("__delitem__", "($self, key, /)", "Delete self[key].", delete_item),
    raw_method("__iadd__", "($self, value, /)", "Implement self+=value.", inplace_add),
    method("__imul__", "($self, value, /)", "Implement self*=value.", inplace_mul),
    method("__release_buffer__", "($self, buffer, /)", "Release the buffer object that exposes the underlying memory of the object.", operators::release_buffer),
    raw_method("__reduce__", "($self, /)", "Return state information for pickling.", reduce),
    raw_method("__reduce_ex__", "($self, proto=0, /)", "Return state information for pickling.", reduce_ex),
    method("__alloc__", "($self, /)", "Return the number of bytes actually allocated.", alloc),
    method("__sizeof__", "($self, /)", "Returns the size of the bytearray object in memory, in bytes.", size_of),
    method("append", "($self, item, /)", "Append a number to the end.", append).with_shortcut(append_shortcut),
    method("clear", "($self, /)", "Remove all bytes.", clear),
    method("copy", "($self, /)", "Return a copy of the bytearray.", coding::copy),
    method("extend", "($self, iterable_of_ints, /)", "Append all numbers of the iterable to the end.", extend),
    method("insert", "($self, index, item, /)", "Insert a number before the given index.", insert),
    method("pop", "($self, index=-1, /)", "Remove the number at the index and return it.\n\nWithout index, the last one.", pop).with_shortcut(pop_shortcut),
    method("remove", "($self, value, /)", "Remove the first occurrence of a number.", remove),
    method("resize", "($self, size, /)", "Change the length: cut the end off, or append zeros.", resize),
    method("reverse", "($self, /)", "Reverse the order of the numbers in place.", reverse),
    class_method("fromhex", "($type, string, /)", "Create a bytearray from hexadecimal numbers of two digits.\n\nSpaces between two numbers are accepted.\nExample: bytearray.fromhex('B9 01EF') -> bytearray(b'\\xb9\\x01\\xef')", coding::from_hex_bytearray),
};

const OUT_OF_RANGE: &str = "byte must be in range(0, 256)";

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, ..] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::BYTEARRAY)?;
    let made = iso.new_bytearray(&[])?;
    iso.wrap_new(class, TypeId::BYTEARRAY, made)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, source, encoding, errors] = args else { return Err(raise::internal(iso)) };
    check_names(iso, "bytearray", encoding, errors)?;
    if length(iso, this) > 0 {
        // What was in it is gone even if nothing can be made of the source.
        iso.check_resizable(&[this])?;
        iso.heap.splice_bytearray(this, 0, usize::MAX, &[])?;
    }
    if iso.heap.byte_string(source).is_some() && encoding.is_unbound() && errors.is_unbound() && source != this {
        iso.check_resizable(&[this, source])?;
        iso.heap.extend_bytearray(this, source)?;
        return Ok(Value::NONE);
    }
    if let Some(count) = source.as_small_int().and_then(|count| usize::try_from(count).ok())
        && encoding.is_unbound()
        && errors.is_unbound()
        && count <= iso.most_bytes()
    {
        iso.check_resizable(&[this])?;
        iso.heap.extend_bytearray_by_zeros(this, count)?;
        return Ok(Value::NONE);
    }
    let bytes = Source { source, encoding, errors }.bytes(iso, Target::ByteArray)?;
    iso.check_resizable(&[this])?;
    iso.heap.splice_bytearray(this, 0, usize::MAX, &bytes)?;
    Ok(Value::NONE)
}

fn length(iso: &Isolate, this: Value) -> usize {
    iso.heap.bytearray(this).map_or(0, <[u8]>::len)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let inner = iso.unwrap(this);
    let mut text = Vec::from(iso.type_name(this).as_bytes());
    text.push(b'(');
    text.extend_from_slice(&quote_bytes(iso.heap.bytearray(inner).unwrap_or(&[]), true)?);
    text.push(b')');
    iso.new_text(&text)
}

/// A place that exists.
fn place(iso: &mut Isolate, this: Value, index: i64) -> Completion<usize> {
    match normalize_index(index, length(iso, this)) {
        Some(index) => Ok(index),
        None => Err(raise::index_error(iso, "bytearray index out of range")),
    }
}

fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, value] = args else { return Err(raise::internal(iso)) };
    let index = match iso.subscript(key, "bytearray")? {
        Subscript::Slice(parts) => return set_slice(iso, this, parts, value),
        Subscript::Index(index) => index,
    };
    // First the value, whose `__index__` may change the length.
    let byte = byte_value(iso, value, OUT_OF_RANGE)?;
    let index = place(iso, this, index)?;
    if let Some(place) = iso.heap.bytearray_mut(this).and_then(|bytes| bytes.get_mut(index)) {
        *place = byte;
    }
    Ok(Value::NONE)
}

fn set_slice(iso: &mut Isolate, this: Value, parts: SliceParts, value: Value) -> Completion {
    let is_number = iso.is_int(value)
        || iso.heap.kind(iso.unwrap(value)) == Some(Kind::Complex)
        || [names::__index__, names::__int__, names::__float__]
            .iter()
            .any(|&name| iso.lookup_special(value, name).is_some());
    if is_number || iso.as_str(value).is_some() {
        let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
        return Err(raise::type_error(iso, message));
    }
    if let Some(given) = iso.heap.byte_string(value).map(<[u8]>::len) {
        let indices = parts.resolve(length(iso, this));
        let start = usize::try_from(indices.start).unwrap_or(0);
        let same = indices.step == 1 && indices.count == given;
        if same && iso.heap.overwrite_bytes(this, start, value, 0..given) {
            return Ok(Value::NONE);
        }
    }
    let bytes = collected(iso, value, Target::ByteArray)?;
    let indices = parts.resolve(length(iso, this));
    if indices.step == 1 {
        let start = usize::try_from(indices.start).unwrap_or(0);
        if indices.count != bytes.len() {
            iso.check_resizable(&[this])?;
        }
        iso.heap.splice_bytearray(this, start, start + indices.count, &bytes)?;
        return Ok(Value::NONE);
    }
    if bytes.is_empty() {
        return delete_indices(iso, this, indices);
    }
    if indices.count != bytes.len() {
        let (given, wanted) = (bytes.len(), indices.count);
        let message = format!("attempt to assign bytes of size {given} to extended slice of size {wanted}");
        return Err(raise::value_error(iso, &message));
    }
    if let Some(content) = iso.heap.bytearray_mut(this) {
        for (place, byte) in slice_places(indices).zip(bytes) {
            if let Some(place) = content.get_mut(place) {
                *place = byte;
            }
        }
    }
    Ok(Value::NONE)
}

fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let index = match iso.subscript(key, "bytearray")? {
        Subscript::Slice(parts) => {
            let indices = parts.resolve(length(iso, this));
            return delete_indices(iso, this, indices);
        }
        Subscript::Index(index) => place(iso, this, index)?,
    };
    iso.check_resizable(&[this])?;
    iso.heap.splice_bytearray(this, index, index + 1, &[])?;
    Ok(Value::NONE)
}

fn delete_indices(iso: &mut Isolate, this: Value, indices: SliceIndices) -> Completion {
    if indices.count == 0 && indices.step == 1 {
        return Ok(Value::NONE);
    }
    iso.check_resizable(&[this])?;
    if indices.count == 0 {
        return Ok(Value::NONE);
    }
    let start = usize::try_from(indices.start).unwrap_or(0);
    if indices.step == 1 {
        iso.heap.splice_bytearray(this, start, start + indices.count, &[])?;
        return Ok(Value::NONE);
    }
    let mut rest = iso.heap.bytearray(this).unwrap_or(&[]).to_vec();
    let mut places: Vec<usize> = slice_places(indices).collect();
    if indices.step < 0 {
        places.reverse();
    }
    let mut next = places.into_iter().peekable();
    let mut place = 0;
    rest.retain(|_| {
        let gone = next.next_if_eq(&place).is_some();
        place += 1;
        !gone
    });
    iso.heap.splice_bytearray(this, 0, usize::MAX, &rest)?;
    Ok(Value::NONE)
}

fn inplace_add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[outer, other] = args else { return Err(raise::internal(iso)) };
    let this = iso.unwrap(outer);
    let Some(buffer) = operators::opt_memory(iso, other)? else {
        let (kind, this) = (iso.type_name(other), iso.type_name(outer));
        return Err(raise::type_error(iso, &format!("can't concat {kind} to {this}")));
    };
    let count = iso.heap.byte_string(buffer).map(<[u8]>::len);
    if buffer == this && count != Some(0) {
        // Unlike `extend`, which copies first, it reads what it is about to move.
        return Err(raise::buffer_error(iso, "Existing exports of data: object cannot be re-sized"));
    }
    match count {
        Some(0) => {}
        Some(_) => {
            iso.check_resizable(&[this, buffer])?;
            iso.heap.extend_bytearray(this, buffer)?;
        }
        None => {
            let bytes = iso.bytes_like(buffer).unwrap_or_default().into_owned();
            append_all(iso, this, &bytes)?;
        }
    }
    Ok(outer)
}

fn append_all(iso: &mut Isolate, this: Value, bytes: &[u8]) -> Completion<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    iso.check_resizable(&[this])?;
    let end = length(iso, this);
    Ok(iso.heap.splice_bytearray(this, end, end, bytes)?)
}

fn inplace_mul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let before = length(iso, this);
    let count = match iso.repetition(count, before, "repeated bytes are too long")? {
        None => return Err(iso.cannot_repeat(count)),
        Some(count) => count,
    };
    if count != 1 && before > 0 {
        iso.check_resizable(&[this])?;
        let repeated = iso.heap.repeat_bytes(this, count)?;
        let bytes = iso.heap.bytearray(repeated).unwrap_or(&[]).to_vec();
        iso.heap.splice_bytearray(this, 0, usize::MAX, &bytes)?;
    }
    Ok(this)
}

fn alloc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = length(iso, this);
    // CPython counts a final zero.
    iso.new_int(if length == 0 { 0 } else { length as i64 + 1 })
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.size_of(this);
    iso.new_int(size as i64)
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    reduce_ex(iso, &[this, Value::small_int(2)])
}

/// The class, what to call it with, and the attributes. Protocols before 3 have no bytes, only text.
fn reduce_ex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, protocol] = args else { return Err(raise::internal(iso)) };
    let protocol = if protocol.is_unbound() { 0 } else { to_protocol(iso, protocol)? };
    let bytes = iso.heap.bytearray(iso.unwrap(this)).unwrap_or(&[]).to_vec();
    let arguments = if bytes.is_empty() {
        iso.new_tuple(&[])?
    } else if protocol < 3 {
        let mut text = Vec::new();
        bytes.iter().for_each(|&byte| ferropy_unicode::wtf8::push(&mut text, u32::from(byte)));
        let text = iso.new_text(&text)?;
        let encoding = iso.new_str("latin-1")?;
        iso.new_tuple(&[text, encoding])?
    } else {
        let bytes = iso.new_bytes(&bytes)?;
        iso.new_tuple(&[bytes])?
    };
    let attributes = iso.call_method(this, names::__getstate__, &[])?;
    let class = iso.type_of(this);
    iso.new_tuple(&[class, arguments, attributes])
}

fn append(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, item] = args else { return Err(raise::internal(iso)) };
    let byte = byte_value(iso, item, OUT_OF_RANGE)?;
    append_all(iso, this, &[byte])?;
    Ok(Value::NONE)
}

/// `append` of a small int.
fn append_shortcut(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this, item] = args else { return None };
    let byte = u8::try_from(item.as_small_int()?).ok()?;
    reach.heap.push_byte(this, byte).then_some(Value::NONE)
}

/// `pop` of the last byte.
fn pop_shortcut(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.pop_byte(this).map(|byte| Value::small_int(i64::from(byte)))
}

fn clear(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    if length(iso, this) > 0 {
        iso.check_resizable(&[this])?;
        iso.heap.splice_bytearray(this, 0, usize::MAX, &[])?;
    }
    Ok(Value::NONE)
}

fn extend(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    if iso.heap.byte_string(iterable).is_some_and(|bytes| !bytes.is_empty()) {
        iso.check_resizable(&[this, iterable])?;
        iso.heap.extend_bytearray(this, iterable)?;
        return Ok(Value::NONE);
    }
    if let Some(text) = iso.as_str(iterable) {
        if iso.heap.str_bytes(text).is_some_and(<[u8]>::is_empty) {
            return Ok(Value::NONE);
        }
        return Err(raise::type_error(iso, "expected iterable of integers; got: 'str'"));
    }
    let is_iterable = iso.looks_iterable(iterable);
    let buffer = iso.opt_any_buffer(iterable)?;
    if buffer.is_some_and(|buffer| !iso.lies_side_by_side(buffer)) {
        let kind = iso.type_name(iterable);
        return Err(raise::type_error(iso, &format!("can't set bytearray slice from {kind}")));
    }
    if !is_iterable && buffer.is_none() {
        let kind = iso.type_name(iterable);
        return Err(raise::type_error(iso, &format!("can't extend bytearray with {kind}")));
    }
    let source = if buffer.is_some() || iso.type_spec(iso.type_of(iterable)).is_some() {
        iterable
    } else {
        let message = format!("can't extend bytearray with {}", iso.type_name(iterable));
        iso.collect_or_say(iterable, &message)?
    };
    let bytes = collected(iso, source, Target::ByteArray)?;
    append_all(iso, this, &bytes)?;
    Ok(Value::NONE)
}

fn insert(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index, item] = args else { return Err(raise::internal(iso)) };
    let index = iso.to_isize(index)?;
    let byte = byte_value(iso, item, OUT_OF_RANGE)?;
    iso.check_resizable(&[this])?;
    let index = clamp_index(index, length(iso, this));
    iso.heap.splice_bytearray(this, index, index, &[byte])?;
    Ok(Value::NONE)
}

fn pop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index] = args else { return Err(raise::internal(iso)) };
    let index = if index.is_unbound() { -1 } else { iso.to_isize(index)? };
    let bytes = iso.heap.bytearray(this).unwrap_or(&[]);
    if bytes.is_empty() {
        return Err(raise::index_error(iso, "pop from empty bytearray"));
    }
    let found = normalize_index(index, bytes.len()).and_then(|index| Some((index, *bytes.get(index)?)));
    let Some((index, byte)) = found else { return Err(raise::index_error(iso, "pop index out of range")) };
    iso.check_resizable(&[this])?;
    iso.heap.splice_bytearray(this, index, index + 1, &[])?;
    Ok(Value::small_int(i64::from(byte)))
}

fn remove(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let byte = byte_value(iso, value, OUT_OF_RANGE)?;
    let Some(index) = iso.heap.bytearray(this).and_then(|bytes| memchr::memchr(byte, bytes)) else {
        return Err(raise::value_error(iso, "value not found in bytearray"));
    };
    iso.check_resizable(&[this])?;
    iso.heap.splice_bytearray(this, index, index + 1, &[])?;
    Ok(Value::NONE)
}

fn resize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, size] = args else { return Err(raise::internal(iso)) };
    let size = iso.to_isize(size)?;
    let Ok(size) = usize::try_from(size) else {
        return Err(raise::value_error(iso, &format!("bytearray.resize(): new size must be >= 0, got {size}")));
    };
    let before = length(iso, this);
    if size != before {
        iso.check_resizable(&[this])?;
    }
    if size > iso.most_bytes() {
        return Err(raise::memory_error(iso));
    }
    if size > before {
        iso.heap.extend_bytearray_by_zeros(this, size)?;
    } else {
        iso.heap.splice_bytearray(this, size, usize::MAX, &[])?;
    }
    Ok(Value::NONE)
}

fn reverse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    if let Some(bytes) = iso.heap.bytearray_mut(this) {
        bytes.reverse();
    }
    Ok(Value::NONE)
}
