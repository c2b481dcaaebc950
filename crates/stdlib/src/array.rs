//! `array`: numbers side by side in memory, without an object for each.

use alloc::format;
use alloc::vec::Vec;
use core::ops::ControlFlow;
use ferropy_numeric::slice::{normalize_index, slice_indices};
use ferropy_runtime::native::{ModuleSpec, Row, TypeId, TypeSpec, getter, method, raw_method, static_method};
use ferropy_runtime::{CompareOp, Completion, Exported, Isolate, Value, memory_items, raise};

/// `array`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "array",
    doc: "This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point numbers.",
    rows: &[],
    types: &[&ARRAY, &ARRAY_ITERATOR],
    initialize: Some(initialize),
    frozen: None,
};

/// The letters of the formats that arrays may have; `u` and `w` are characters of 32 bits.
const LETTERS: &[u8] = b"bBuwhHiIlLqQfd";

/// An array: field 0 is a bytearray with the items, the number is the format's letter.
pub(crate) static ARRAY: TypeSpec = TypeSpec::new(
    "array",
    "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value.",
    ROWS,
)
.in_module("array");

const BINARY: &str = "($self, value, /)";

const ROWS: &[Row] = &[
    static_method("__new__", "($type, typecode, initializer=(), /)", "Make an array of the items.", new),
    method("__len__", "($self, /)", "Return len(self).", len),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__setitem__", "($self, key, value, /)", "Set self[key] to value.", set_item),
    method("__delitem__", "($self, key, /)", "Delete self[key].", delete_item),
    method("__iter__", "($self, /)", "Implement iter(self).", iterate),
    method("__contains__", "($self, key, /)", "Return bool(key in self).", contains),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__eq__", BINARY, "Return self==value.", |iso, args| compare(iso, args, CompareOp::Eq)),
    method("__ne__", BINARY, "Return self!=value.", |iso, args| compare(iso, args, CompareOp::Ne)),
    method("__lt__", BINARY, "Return self<value.", |iso, args| compare(iso, args, CompareOp::Lt)),
    method("__le__", BINARY, "Return self<=value.", |iso, args| compare(iso, args, CompareOp::Le)),
    method("__gt__", BINARY, "Return self>value.", |iso, args| compare(iso, args, CompareOp::Gt)),
    method("__ge__", BINARY, "Return self>=value.", |iso, args| compare(iso, args, CompareOp::Ge)),
    method("__add__", BINARY, "Return self+value.", add),
    method("__iadd__", BINARY, "Implement self+=value.", add_in_place),
    method("__mul__", BINARY, "Return self*value.", multiply),
    method("__rmul__", BINARY, "Return value*self.", multiply),
    method("__imul__", BINARY, "Implement self*=value.", multiply_in_place),
    raw_method(
        "__buffer__",
        "($self, flags, /)",
        "Return a buffer object that exposes the underlying memory of the object.",
        buffer,
    ),
    method("append", "($self, v, /)", "Append new value v to the end of the array.", append),
    method("extend", "($self, bb, /)", "Append items to the end of the array.", extend),
    method("insert", "($self, i, v, /)", "Insert a new item v into the array before position i.", insert),
    method("pop", "($self, i=-1, /)", "Return the i-th element and delete it from the array.", pop),
    method("remove", "($self, v, /)", "Remove the first occurrence of v in the array.", remove),
    method(
        "index",
        "($self, v, start=0, stop=9223372036854775807, /)",
        "Return index of first occurrence of v in the array.",
        index,
    ),
    method("count", "($self, v, /)", "Return number of occurrences of v in the array.", count),
    method("reverse", "($self, /)", "Reverse the order of the items in the array.", reverse),
    method("tolist", "($self, /)", "Convert array to an ordinary list with the same items.", to_list),
    method("fromlist", "($self, list, /)", "Append items to array from list.", from_list),
    method(
        "tobytes",
        "($self, /)",
        "Convert the array to an array of machine values and return the bytes representation.",
        to_bytes,
    ),
    method(
        "frombytes",
        "($self, buffer, /)",
        "Append items from the bytes-like object, interpreting it as an array of machine values.",
        from_bytes,
    ),
    method("byteswap", "($self, /)", "Byteswap all items of the array.", byte_swap),
    method(
        "buffer_info",
        "($self, /)",
        "Return a tuple (address, length): the address is the identity of the array.",
        buffer_info,
    ),
    method("__copy__", "($self, /)", "Return a copy of the array.", copy),
    method("__deepcopy__", "($self, unused, /)", "Return a copy of the array.", copy),
    getter("typecode", "the typecode character used to create the array", type_code),
    getter("itemsize", "the size, in bytes, of one array item", item_size),
];

/// Walks over an array: field 0 is the array, the number the next index.
static ARRAY_ITERATOR: TypeSpec = TypeSpec::new(
    "arrayiterator",
    "Walks over an array.",
    &[
        method("__iter__", "($self, /)", "Implement iter(self).", |iso, args| {
            args.first().copied().ok_or_else(|| raise::internal(iso))
        }),
        method("__next__", "($self, /)", "Implement next(self).", next_item),
    ],
)
.in_module("array");

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    let codes = iso.new_str(core::str::from_utf8(LETTERS).unwrap_or_default())?;
    let name = iso.intern("typecodes")?;
    iso.heap.dict_set_plain(dict, name, codes)?;
    if let Some(id) = iso.find_type(&ARRAY) {
        let name = iso.intern("ArrayType")?;
        iso.heap.dict_set_plain(dict, name, id.value())?;
    }
    Ok(Value::NONE)
}

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// The array that a value is, or has inside.
fn as_array(iso: &Isolate, value: Value) -> Option<Value> {
    let inner = iso.unwrap(value);
    let id = iso.find_type(&ARRAY)?;
    (iso.type_of(inner) == id.value()).then_some(inner)
}

fn letter_of(iso: &Isolate, array: Value) -> u8 {
    iso.heap.number(array) as u8
}

fn size_of_letter(letter: u8) -> usize {
    if matches!(letter, b'u' | b'w') { 4 } else { memory_items::size(letter).unwrap_or(1) }
}

/// The bytes of the items.
fn bytes_of(iso: &Isolate, array: Value) -> &[u8] {
    iso.heap.bytearray(iso.heap.field(array, 0)).unwrap_or(&[])
}

fn length(iso: &Isolate, array: Value) -> usize {
    bytes_of(iso, array).len() / size_of_letter(letter_of(iso, array))
}

/// The item at an index that is there.
fn item_at(iso: &mut Isolate, array: Value, place: usize) -> Completion {
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
fn packed(iso: &mut Isolate, letter: u8, value: Value) -> Completion<Vec<u8>> {
    if matches!(letter, b'u' | b'w') {
        let inner = iso.unwrap(value);
        let code = iso.heap.text(inner).filter(|text| text.chars == 1);
        return match code.and_then(|text| ferropy_unicode::wtf8::code_points(text.bytes).next()) {
            Some(code) => Ok(code.to_ne_bytes().to_vec()),
            None => Err(raise::type_error(iso, "array item must be a unicode character, not str")),
        };
    }
    match memory_items::pack(iso, letter, value) {
        Ok((item, size)) => Ok(item.get(..size).unwrap_or(&item).to_vec()),
        Err(raised) => {
            let floats = matches!(letter, b'f' | b'd');
            if iso.raised_is(TypeId::TYPE_ERROR) {
                iso.take_exception();
                let kind = iso.type_name(value);
                let message = if floats {
                    format!("must be real number, not {kind}")
                } else {
                    format!("'{kind}' object cannot be interpreted as an integer")
                };
                return Err(raise::type_error(iso, &message));
            }
            if !iso.raised_is(TypeId::VALUE_ERROR) {
                return Err(raised);
            }
            iso.take_exception();
            Err(out_of_range(iso, letter, value))
        }
    }
}

/// `OverflowError` in CPython's words for the format.
fn out_of_range(iso: &mut Isolate, letter: u8, value: Value) -> ferropy_runtime::Raised {
    let negative = iso.as_int(value).is_some_and(|view| view.as_ref().is_negative());
    let (name, signed) = match letter {
        b'b' => ("signed char", true),
        b'B' => ("unsigned byte integer", false),
        b'h' => ("signed short integer", true),
        b'H' => ("unsigned short", false),
        b'i' => ("signed integer", true),
        b'I' => ("unsigned int", false),
        _ => return raise::overflow_error(iso, "int too large to convert"),
    };
    if letter == b'I' && negative {
        return raise::overflow_error(iso, "can't convert negative value to unsigned int");
    }
    let bound = if negative { "less than minimum" } else { "greater than maximum" };
    let bound = if negative && !signed { "less than minimum" } else { bound };
    raise::overflow_error(iso, &format!("{name} is {bound}"))
}

/// A new array of the format with these bytes.
fn make(iso: &mut Isolate, letter: u8, bytes: &[u8]) -> Completion {
    let storage = iso.new_bytearray(bytes)?;
    let Some(id) = iso.find_type(&ARRAY) else { return Err(raise::internal(iso)) };
    iso.new_record(id, u32::from(letter), &[storage])
}

/// Replaces bytes `start..end` of the storage, which changes its length: no view may look at it.
fn splice(iso: &mut Isolate, array: Value, start: usize, end: usize, with: &[u8]) -> Completion<()> {
    let storage = iso.heap.field(array, 0);
    if end - start != with.len() {
        iso.check_resizable(&[storage, array])?;
    }
    iso.heap.splice_bytearray(storage, start, end, with)?;
    Ok(())
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (class, code, initial) = (argument(args, 0), argument(args, 1), argument(args, 2));
    let inner = iso.unwrap(code);
    let letter = match iso.heap.str_bytes(inner) {
        Some(&[letter]) => letter,
        _ => {
            let message = match iso.heap.text(inner) {
                Some(text) => {
                    format!("array() argument 1 must be a unicode character, not a string of length {}", text.chars)
                }
                None => format!("array() argument 1 must be a unicode character, not {}", iso.type_name(code)),
            };
            return Err(raise::type_error(iso, &message));
        }
    };
    if !LETTERS.contains(&letter) {
        let message = "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)";
        return Err(raise::value_error(iso, message));
    }
    let array = make(iso, letter, &[])?;
    if let Some(initial) = initial.given() {
        let inner = iso.unwrap(initial);
        if iso.heap.is_str(inner) && !matches!(letter, b'u' | b'w') {
            let message = format!("cannot use a str to initialize an array with typecode '{}'", char::from(letter));
            return Err(raise::type_error(iso, &message));
        }
        if iso.heap.byte_string(inner).is_some() {
            append_bytes(iso, array, inner)?;
        } else {
            append_all(iso, array, initial)?;
        }
    }
    let Some(id) = iso.find_type(&ARRAY) else { return Err(raise::internal(iso)) };
    iso.wrap_new(class, id, array)
}

/// Appends the items of an iterable.
fn append_all(iso: &mut Isolate, array: Value, items: Value) -> Completion<()> {
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

fn append_bytes(iso: &mut Isolate, array: Value, source: Value) -> Completion<()> {
    let buffer = iso.to_buffer(source)?;
    let bytes = iso.bytes_like(buffer).unwrap_or_default().into_owned();
    if bytes.len() % size_of_letter(letter_of(iso, array)) != 0 {
        return Err(raise::value_error(iso, "bytes length not a multiple of item size"));
    }
    let end = bytes_of(iso, array).len();
    splice(iso, array, end, end, &bytes)
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let length = length(iso, argument(args, 0));
    iso.new_int(length as i64)
}

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
    Ok(Key::Index(iso.to_index(value)?))
}

/// The place of an index, or `IndexError`.
fn place(iso: &mut Isolate, array: Value, index: i64, what: &str) -> Completion<usize> {
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

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
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

fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, value) = (argument(args, 0), argument(args, 2));
    let letter = letter_of(iso, array);
    let size = size_of_letter(letter);
    match key(iso, argument(args, 1))? {
        Key::Index(index) => {
            let bytes = packed(iso, letter, value)?;
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

fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let size = size_of_letter(letter_of(iso, array));
    let mut doomed = match key(iso, argument(args, 1))? {
        Key::Index(index) => alloc::vec![place(iso, array, index, "array assignment index")?],
        Key::Slice(start, stop, step) => places(iso, array, (start, stop, step)),
    };
    doomed.sort_unstable();
    for place in doomed.into_iter().rev() {
        splice(iso, array, place * size, (place + 1) * size, &[])?;
    }
    Ok(Value::NONE)
}

fn iterate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&ARRAY_ITERATOR) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[argument(args, 0)])
}

fn next_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let array = iso.heap.field(this, 0);
    let next = iso.heap.number(this);
    if next as usize >= length(iso, array) {
        return Ok(Value::UNBOUND);
    }
    iso.heap.set_number(this, next + 1);
    item_at(iso, array, next as usize)
}

/// The place of the first item from `from` on that equals the value.
fn find(iso: &mut Isolate, array: Value, value: Value, from: usize, to: usize) -> Completion<Option<usize>> {
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

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let found = find(iso, argument(args, 0), argument(args, 1), 0, usize::MAX)?;
    Ok(Value::bool(found.is_some()))
}

fn items_list(iso: &mut Isolate, array: Value) -> Completion {
    let list = iso.new_list(&[])?;
    for place in 0..length(iso, array) {
        let item = item_at(iso, array, place)?;
        iso.heap.list_append(list, item)?;
    }
    Ok(list)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
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

fn compare(iso: &mut Isolate, args: &[Value], op: CompareOp) -> Completion {
    let (Some(left), Some(right)) = (as_array(iso, argument(args, 0)), as_array(iso, argument(args, 1))) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (left, right) = (items_list(iso, left)?, items_list(iso, right)?);
    iso.compare(op, left, right)
}

/// The array operand of `+`, of the same format.
fn operand(iso: &mut Isolate, array: Value, value: Value) -> Completion<Vec<u8>> {
    match as_array(iso, value) {
        Some(other) if letter_of(iso, other) == letter_of(iso, array) => Ok(bytes_of(iso, other).to_vec()),
        Some(_) => Err(raise::type_error(iso, "bad argument type for built-in operation")),
        None => {
            let kind = iso.type_name(value);
            Err(raise::type_error(iso, &format!("can only append array (not \"{kind}\") to array")))
        }
    }
}

fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let more = operand(iso, array, argument(args, 1))?;
    let mut bytes = bytes_of(iso, array).to_vec();
    bytes.extend_from_slice(&more);
    make(iso, letter_of(iso, array), &bytes)
}

fn add_in_place(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    if as_array(iso, argument(args, 1)).is_none() {
        let kind = iso.type_name(argument(args, 1));
        return Err(raise::type_error(iso, &format!("can only extend with array (not \"{kind}\")")));
    }
    let more = operand(iso, array, argument(args, 1))?;
    let end = bytes_of(iso, array).len();
    splice(iso, array, end, end, &more)?;
    Ok(array)
}

/// The bytes so many times.
fn repeated(iso: &mut Isolate, array: Value, count: Value) -> Completion<Option<Vec<u8>>> {
    if !iso.is_int(count) && iso.lookup_special(count, ferropy_runtime::names::__index__).is_none() {
        return Ok(None);
    }
    let count = usize::try_from(iso.to_isize(count)?).unwrap_or(0);
    let bytes = bytes_of(iso, array);
    let total = bytes.len().checked_mul(count).filter(|&total| u32::try_from(total).is_ok());
    let mut all = Vec::new();
    if total.is_none_or(|total| all.try_reserve_exact(total).is_err()) {
        return Err(raise::memory_error(iso));
    }
    for _ in 0..count {
        all.extend_from_slice(bytes);
    }
    Ok(Some(all))
}

fn multiply(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    match repeated(iso, array, argument(args, 1))? {
        Some(bytes) => make(iso, letter_of(iso, array), &bytes),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn multiply_in_place(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let Some(bytes) = repeated(iso, array, argument(args, 1))? else { return Ok(Value::NOT_IMPLEMENTED) };
    let end = bytes_of(iso, array).len();
    splice(iso, array, 0, end, &bytes)?;
    Ok(array)
}

fn buffer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let object = argument(args, 0);
    let Some(array) = as_array(iso, object) else { return Err(raise::internal(iso)) };
    let letter = letter_of(iso, array);
    let storage = iso.heap.field(array, 0);
    iso.new_view(Exported { object, storage, format: letter, itemsize: size_of_letter(letter), readonly: false })
}

fn append(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let bytes = packed(iso, letter_of(iso, array), argument(args, 1))?;
    let end = bytes_of(iso, array).len();
    splice(iso, array, end, end, &bytes)?;
    Ok(Value::NONE)
}

fn extend(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (array, items) = (argument(args, 0), argument(args, 1));
    if let Some(other) = as_array(iso, items)
        && letter_of(iso, other) != letter_of(iso, array)
    {
        return Err(raise::type_error(iso, "can only extend with array of same kind"));
    }
    append_all(iso, array, items)?;
    Ok(Value::NONE)
}

fn insert(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let index = iso.to_index(argument(args, 1))?;
    let letter = letter_of(iso, array);
    let bytes = packed(iso, letter, argument(args, 2))?;
    let at = ferropy_numeric::slice::clamp_index(index, length(iso, array)) * size_of_letter(letter);
    splice(iso, array, at, at, &bytes)?;
    Ok(Value::NONE)
}

fn pop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let index = match argument(args, 1).given() {
        Some(index) => iso.to_index(index)?,
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

fn remove(iso: &mut Isolate, args: &[Value]) -> Completion {
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

fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let mut bounds = [0, usize::MAX];
    for (number, bound) in bounds.iter_mut().enumerate() {
        if let Some(value) = argument(args, 2 + number).given() {
            *bound = ferropy_numeric::slice::clamp_index(iso.to_index(value)?, length(iso, array));
        }
    }
    match find(iso, array, argument(args, 1), bounds[0], bounds[1])? {
        Some(place) => iso.new_int(place as i64),
        None => Err(raise::value_error(iso, "array.index(x): x not in array")),
    }
}

fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let (mut count, mut from) = (0, 0);
    while let Some(place) = find(iso, array, argument(args, 1), from, usize::MAX)? {
        count += 1;
        from = place + 1;
    }
    iso.new_int(count)
}

/// Puts changed bytes of the same length in place.
fn overwrite(iso: &mut Isolate, array: Value, bytes: &[u8]) {
    let storage = iso.heap.field(array, 0);
    if let Some(place) = iso.heap.bytearray_mut(storage)
        && place.len() == bytes.len()
    {
        place.copy_from_slice(bytes);
    }
}

fn reverse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let size = size_of_letter(letter_of(iso, array));
    let reversed: Vec<u8> = bytes_of(iso, array).chunks(size).rev().flatten().copied().collect();
    overwrite(iso, array, &reversed);
    Ok(Value::NONE)
}

fn byte_swap(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let size = size_of_letter(letter_of(iso, array));
    let swapped: Vec<u8> = bytes_of(iso, array).chunks(size).flat_map(|item| item.iter().rev()).copied().collect();
    overwrite(iso, array, &swapped);
    Ok(Value::NONE)
}

fn to_list(iso: &mut Isolate, args: &[Value]) -> Completion {
    items_list(iso, argument(args, 0))
}

fn from_list(iso: &mut Isolate, args: &[Value]) -> Completion {
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

fn to_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bytes = bytes_of(iso, argument(args, 0)).to_vec();
    iso.new_bytes(&bytes)
}

fn from_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    append_bytes(iso, argument(args, 0), argument(args, 1))?;
    Ok(Value::NONE)
}

fn buffer_info(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let id = iso.import_dotted("builtins")?;
    let name = iso.intern("id")?;
    let id = iso.get_attr(id, name)?;
    let address = iso.call(id, &[array])?;
    let length = iso.new_int(length(iso, array) as i64)?;
    iso.new_tuple(&[address, length])
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let array = argument(args, 0);
    let bytes = bytes_of(iso, array).to_vec();
    make(iso, letter_of(iso, array), &bytes)
}

fn type_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    let letter = char::from(letter_of(iso, argument(args, 0)));
    iso.new_str(letter.encode_utf8(&mut [0; 4]))
}

fn item_size(iso: &mut Isolate, args: &[Value]) -> Completion {
    let size = size_of_letter(letter_of(iso, argument(args, 0)));
    iso.new_int(size as i64)
}
