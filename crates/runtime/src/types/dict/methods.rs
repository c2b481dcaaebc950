//! The declaration of `dict` and its methods.

use super::iterators::{keys_iterator, reversed_keys};
use super::views::{items, keys, values};
use crate::exceptions::raise;
use crate::heap::{Kind, Put};
use crate::native::{Row, TypeId, TypeSpec, class_method, constant, method, raw_method, static_method};
use crate::object::CompareOp;
use crate::types::numbers::comparison_functions;
use crate::types::sequence::{class_getitem, none};
use crate::{Completion, Isolate, Value, names};
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// `dict`.
pub(crate) static DICT: TypeSpec = TypeSpec::new(
    "dict",
    "Keys and their values: {'one': 1, 'two': 2}.\n\n\
     dict() is empty; dict(mapping) copies keys and values, dict(iterable) takes them from pairs,\n\
     dict(one=1, two=2) from names.",
    ROWS,
);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Make an empty dict.", new),
    method("__repr__", UNARY, "Return repr(self).", repr),
    constant("__hash__", "", none),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    method("__iter__", UNARY, "Return an iterator over the keys.", keys_iterator),
    method("__init__", "($self, /, *args, **kwargs)", "Add the keys and values of the arguments.", init),
    raw_method("__or__", BINARY, "Return self|value: the keys of both, with the values of the second.", or),
    raw_method("__ror__", BINARY, "Return value|self.", ror),
    method("__ior__", BINARY, "Add the keys and values of value.", ior),
    method("__len__", UNARY, "Return len(self).", len),
    raw_method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__setitem__", "($self, key, value, /)", "Set self[key] to value.", set_item),
    method("__delitem__", "($self, key, /)", "Delete self[key].", delete_item),
    method("__contains__", "($self, key, /)", "Return whether the dict has the key.", contains),
    method("__sizeof__", UNARY, "Size in memory, in bytes.", size_of),
    method("get", "($self, key, default=None, /)", "Return the value of key, or default if there is none.", get)
        .with_shortcut(super::shortcuts::get),
    method(
        "setdefault",
        "($self, key, default=None, /)",
        "Return the value of key; if there is none, set it to default and return that.",
        set_default,
    )
    .with_shortcut(super::shortcuts::set_default),
    method(
        "pop",
        "($self, key, default=<unrepresentable>, /)",
        "Remove key and return its value; if there is none, return default or raise KeyError.",
        pop,
    )
    .with_shortcut(super::shortcuts::pop),
    method("popitem", UNARY, "Remove the key added last; return it and its value as a pair.", popitem),
    method("keys", UNARY, "Return a view of the keys.", keys).with_shortcut(super::shortcuts::keys),
    method("items", UNARY, "Return a view of the pairs of key and value.", items)
        .with_shortcut(super::shortcuts::items),
    method("values", UNARY, "Return a view of the values.", values).with_shortcut(super::shortcuts::values),
    method(
        "update",
        "($self, /, *args, **kwargs)",
        "Add the keys and values of a mapping or of pairs, and of the names given.",
        update,
    ),
    class_method(
        "fromkeys",
        "($type, iterable, value=None, /)",
        "Return a new dict with the keys that the iterable gives, all with the same value.",
        from_keys,
    ),
    method("clear", UNARY, "Remove all keys.", clear).with_shortcut(super::shortcuts::clear),
    raw_method("copy", UNARY, "Return a new dict with the same keys and values.", copy),
    method("__reversed__", UNARY, "Return an iterator over the keys from the last to the first.", reversed_keys),
    class_method("__class_getitem__", "($type, object, /)", "dict[str, int], for annotations.", class_getitem),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, ..] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::DICT)?;
    let dict = iso.new_dict()?;
    iso.wrap_new(class, TypeId::DICT, dict)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.update_dict_by_call("dict", this, positional, keywords)?;
    Ok(Value::NONE)
}

fn update(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.update_dict_by_call("update", this, positional, keywords)?;
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let shown = iso.recursive_repr(this, |iso| {
        let mut text = Vec::from(b"{");
        let mut next = 0;
        while let Some((entry, key, value)) = iso.heap.next_entry(this, next) {
            if next > 0 && text.len() > 1 {
                text.extend_from_slice(b", ");
            }
            next = entry + 1;
            iso.scope(|iso| {
                iso.keep(value);
                iso.append_repr(key, &mut text)?;
                text.extend_from_slice(b": ");
                iso.append_repr(value, &mut text)
            })?;
        }
        text.push(b'}');
        iso.new_text(&text)
    })?;
    match shown {
        Some(text) => Ok(text),
        None => iso.new_str("{...}"),
    }
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let other = iso.unwrap(other);
    if iso.heap.kind(other) != Some(Kind::Dict) || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let equal = equal_dicts(iso, this, other)?;
    Ok(Value::bool(equal == (op == CompareOp::Eq)))
}

comparison_functions!(compare);

fn equal_dicts(iso: &mut Isolate, a: Value, b: Value) -> Completion<bool> {
    if iso.heap.table_len(a) != iso.heap.table_len(b) {
        return Ok(false);
    }
    if let Some(equal) = iso.heap.dicts_equal(a, b) {
        return Ok(equal);
    }
    let mut next = 0;
    while let Some((entry, key, value)) = iso.heap.next_entry(a, next) {
        next = entry + 1;
        let equal = iso.scope(|iso| {
            iso.keep(key);
            iso.keep(value);
            let Some(other) = iso.dict_get(b, key)? else { return Ok(false) };
            iso.keep(other);
            iso.same_or_equal(value, other)
        })?;
        if !equal {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A plain copy of a dict, or of what an instance of a subclass with its own iteration gives.
fn copy_dict(iso: &mut Isolate, dict: Value) -> Completion {
    let copy = iso.new_dict()?;
    if iso.heap.table_len(iso.unwrap(dict)) > 0 {
        iso.update_dict(copy, dict)?;
    }
    Ok(copy)
}

fn merged(iso: &mut Isolate, left: Value, right: Value) -> Completion {
    let is_dict = |iso: &Isolate, value| iso.heap.kind(iso.unwrap(value)) == Some(Kind::Dict);
    if !is_dict(iso, left) || !is_dict(iso, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let result = copy_dict(iso, left)?;
    iso.update_dict(result, right)?;
    Ok(result)
}

fn or(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    merged(iso, this, other)
}

fn ror(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    merged(iso, other, this)
}

fn ior(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    iso.update_dict(this, other)?;
    Ok(this)
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.table_len(this);
    iso.new_int(length as i64)
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let dict = iso.unwrap(this);
    if let Some(value) = iso.dict_get(dict, key)? {
        return Ok(value);
    }
    if dict != this
        && let Some(value) = iso.call_special(this, names::__missing__, &[key])?
    {
        return Ok(value);
    }
    Err(raise::key_error(iso, key))
}

fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, value] = args else { return Err(raise::internal(iso)) };
    iso.dict_set(this, key, value)?;
    Ok(Value::NONE)
}

fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    match iso.dict_remove(this, key)? {
        Some(_) => Ok(Value::NONE),
        None => Err(raise::key_error(iso, key)),
    }
}

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.dict_contains(this, key)?))
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.size_of(this);
    iso.new_int(size as i64)
}

fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, default] = args else { return Err(raise::internal(iso)) };
    Ok(iso.dict_get(this, key)?.unwrap_or(default.or(Value::NONE)))
}

fn set_default(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, default] = args else { return Err(raise::internal(iso)) };
    iso.dict_set_default(this, key, default.or(Value::NONE))
}

fn pop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, default] = args else { return Err(raise::internal(iso)) };
    if iso.heap.table_len(this) == 0 {
        // Nobody asks for the hash.
        return default.given().ok_or_else(|| raise::key_error(iso, key));
    }
    match iso.dict_remove(this, key)?.or(default.given()) {
        Some(value) => Ok(value),
        None => Err(raise::key_error(iso, key)),
    }
}

fn popitem(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match iso.pop_entry(this)? {
        Some((key, value)) => iso.new_tuple(&[key, value]),
        None => Err(raise::key_error_text(iso, "popitem(): dictionary is empty")),
    }
}

fn from_keys(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable, value] = args else { return Err(raise::internal(iso)) };
    let value = value.or(Value::NONE);
    let result = iso.call(class, &[])?;
    let plain = iso.heap.kind(result) == Some(Kind::Dict);
    if plain && matches!(iso.heap.kind(iterable), Some(Kind::Dict | Kind::Set)) {
        return iso.fill_with_keys_of_table(result, iterable, value);
    }
    iso.for_each(iterable, |iso, key| {
        if plain {
            if iso.heap.put(result, key, value)? != Put::Unknown {
                return Ok(ControlFlow::Continue(()));
            }
            iso.dict_set(result, key, value)?;
        } else {
            iso.set_item(result, key, value)?;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(result)
}

fn clear(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.heap.clear_table(this);
    Ok(Value::NONE)
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    copy_dict(iso, this)
}
