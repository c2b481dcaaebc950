//! `array`: numbers side by side in memory, without an object for each.

mod files;
mod indexing;
mod items;
mod methods;
mod operators;

use alloc::format;
use ferropy_runtime::native::{
    ModuleSpec, Row, TypeFlags, TypeId, TypeSpec, class_method, constant, getter, method, raw_method, static_method,
};
use ferropy_runtime::{CompareOp, Completion, Isolate, Value, raise};
use files::{from_file, to_file};
use indexing::{delete_item, get_item, set_item};
use items::{append_all, append_bytes, argument, as_array, letter_of, make};
use methods::{
    append, buffer_info, byte_swap, clear, copy, count, extend, from_bytes, from_list, from_unicode, index, insert,
    item_size, pop, reduce_ex, remove, reverse, to_bytes, to_list, to_unicode, type_code,
};
use operators::{
    add, add_in_place, buffer, compare, contains, iterate, len, multiply, multiply_in_place, next_item,
    reduce_iterator, repr, set_iterator,
};

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
.in_module("array")
.with_flags(TypeFlags::SUBCLASSABLE.with(TypeFlags::SEQUENCE));

const BINARY: &str = "($self, value, /)";

const ROWS: &[Row] = &[
    static_method("__new__", "($type, typecode, initializer=(), /, **kwargs)", "Make an array of the items.", new),
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
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", |iso, args| {
        iso.new_generic_alias(argument(args, 0), argument(args, 1))
    }),
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
    method(
        "fromunicode",
        "($self, ustr, /)",
        "Extends this array with data from the unicode string ustr.",
        from_unicode,
    ),
    constant("__hash__", "", |_, _| Ok(Value::NONE)),
    method("tounicode", "($self, /)", "Convert the array to a string.", to_unicode),
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
    method("fromfile", "($self, f, n, /)", "Read n items from the file object f and append them.", from_file),
    method("tofile", "($self, f, /)", "Write all items (as machine values) to the file object f.", to_file),
    method("clear", "($self, /)", "Remove all items from the array.", clear),
    method("byteswap", "($self, /)", "Byteswap all items of the array.", byte_swap),
    method(
        "buffer_info",
        "($self, /)",
        "Return a tuple (address, length): the address is the identity of the array.",
        buffer_info,
    ),
    raw_method("__reduce_ex__", "($self, value, /)", "Return state information for pickling.", reduce_ex),
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
        method("__reduce__", "($self, /)", "Return state information for pickling.", reduce_iterator),
        method("__setstate__", "($self, state, /)", "Set state information for unpickling.", set_iterator),
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

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (class, code, initial) = (argument(args, 0), argument(args, 1), argument(args, 2));
    let Some(id) = iso.find_type(&ARRAY) else { return Err(raise::internal(iso)) };
    if class == id.value() && iso.heap.entries(argument(args, 3)).next().is_some() {
        return Err(raise::type_error(iso, "array.array() takes no keyword arguments"));
    }
    let inner = iso.unwrap(code);
    let letter = match iso.heap.str_bytes(inner) {
        Some(&[letter]) => letter,
        // No type has another character.
        Some(_) if iso.heap.text(inner).is_some_and(|text| text.chars == 1) => 0,
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
    let text = initial.given().filter(|&initial| iso.as_str(initial).is_some());
    if text.is_some() && !matches!(letter, b'u' | b'w') {
        let shown = iso.to_text(code).unwrap_or_default();
        let message = format!("cannot use a str to initialize an array with typecode '{shown}'");
        return Err(raise::type_error(iso, &message));
    }
    if !matches!(letter, b'u' | b'w')
        && let Some(other) = initial.given().and_then(|initial| as_array(iso, initial))
        && matches!(letter_of(iso, other), b'u' | b'w')
    {
        let shown = iso.to_text(code).unwrap_or_default();
        let message = format!("cannot use a unicode array to initialize an array with typecode '{shown}'");
        return Err(raise::type_error(iso, &message));
    }
    if letter == b'u' {
        let message = "The 'u' type code is deprecated and will be removed in Python 3.16";
        iso.warn(TypeId::DEPRECATION_WARNING, message)?;
    }
    if !LETTERS.contains(&letter) {
        let message = "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)";
        return Err(raise::value_error(iso, message));
    }
    let array = make(iso, letter, &[])?;
    if let Some(initial) = initial.given() {
        let inner = iso.unwrap(initial);
        if iso.heap.byte_string(inner).is_some() {
            append_bytes(iso, array, inner)?;
        } else {
            append_all(iso, array, initial)?;
        }
    }
    iso.wrap_new(class, id, array)
}
