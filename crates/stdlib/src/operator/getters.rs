//! `itemgetter` and `attrgetter`: functions that get the same items or attributes of whatever they are called with.

use alloc::vec::Vec;
use ferropy_runtime::native::{Reach, Row, TypeFlags, TypeSpec, method, raw_method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `itemgetter`: field 0 is the tuple of keys.
pub(super) static ITEM_GETTER: TypeSpec = TypeSpec::new(
    "itemgetter",
    "Return a callable object that fetches the given item(s) from its operand.\n\n\
     After f = itemgetter(2), the call f(r) returns r[2].\n\
     After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3]).",
    ITEM_ROWS,
)
.in_module("operator")
.with_flags(TypeFlags(0));

/// `attrgetter`: field 0 is the tuple of names, field 1 a tuple with a tuple of the parts of each.
pub(super) static ATTRIBUTE_GETTER: TypeSpec = TypeSpec::new(
    "attrgetter",
    "Return a callable object that fetches the given attribute(s) from its operand.\n\n\
     After f = attrgetter('name'), the call f(r) returns r.name.\n\
     After h = attrgetter('name.first', 'name.last'), the call h(r) returns (r.name.first, r.name.last).",
    ATTRIBUTE_ROWS,
)
.in_module("operator")
.with_flags(TypeFlags(0));

const ITEM_ROWS: &[Row] = &[
    static_method("__new__", "($type, item, /, *items)", "Keep the keys.", new_item_getter),
    super::quick(method("__call__", "($self, obj, /)", "Get the items of an object.", get_items), get_items_quickly),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    raw_method("__reduce__", "($self, /)", "Return state information for pickling", reduce),
];

const ATTRIBUTE_ROWS: &[Row] = &[
    static_method("__new__", "($type, attr, /, *attrs)", "Keep the names.", new_attribute_getter),
    method("__call__", "($self, obj, /)", "Get the attributes of an object.", get_attributes),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    raw_method("__reduce__", "($self, /)", "Return state information for pickling", reduce),
];

/// The first argument and those that follow.
fn joined(iso: &mut Isolate, first: Value, rest: Value) -> Completion<Vec<Value>> {
    let mut all = alloc::vec![first];
    all.try_reserve(iso.heap.sequence_len(rest)).map_err(|_| raise::memory_error(iso))?;
    all.extend(iso.heap.items(rest));
    Ok(all)
}

fn new_item_getter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, first, rest] = args else { return Err(raise::internal(iso)) };
    let keys = joined(iso, first, rest)?;
    let keys = iso.new_tuple(&keys)?;
    let Some(id) = iso.find_type(&ITEM_GETTER) else { return Err(raise::internal(iso)) };
    let getter = iso.new_record(id, 0, &[keys])?;
    iso.wrap_new(class, id, getter)
}

fn get_items(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[getter, object] = args else { return Err(raise::internal(iso)) };
    let keys = iso.heap.field(getter, 0);
    if iso.heap.sequence_len(keys) == 1 {
        let key = iso.heap.tuple_item(keys, 0).unwrap_or(Value::NONE);
        return iso.get_item(object, key);
    }
    let keys: Vec<Value> = iso.heap.items(keys).collect();
    let mut items = Vec::with_capacity(keys.len());
    for key in keys {
        items.push(iso.get_item(object, key)?);
    }
    iso.new_tuple(&items)
}

/// Items of a list, tuple or dict, if they are few.
fn get_items_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    const FEW: usize = 4;
    let &[getter, object] = args else { return None };
    reach.heap.record_type(getter)?;
    let keys = reach.heap.field(getter, 0);
    let mut items = [Value::NONE; FEW];
    let items = items.get_mut(..reach.heap.sequence_len(keys))?;
    for (place, item) in items.iter_mut().enumerate() {
        let key = reach.heap.tuple_item(keys, place)?;
        *item = reach.get_item(object, key)?;
    }
    match *items {
        [item] => Some(item),
        _ => reach.heap.new_tuple(items).ok(),
    }
}

fn new_attribute_getter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, first, rest] = args else { return Err(raise::internal(iso)) };
    let names = joined(iso, first, rest)?;
    let (mut kept, mut paths) = (Vec::with_capacity(names.len()), Vec::with_capacity(names.len()));
    for name in names {
        let Some(text) = iso.as_str(name) else {
            return Err(raise::type_error(iso, "attribute name must be a string"));
        };
        let bytes = iso.heap.str_bytes(text).unwrap_or(&[]).to_vec();
        let mut parts = Vec::new();
        for part in bytes.split(|&byte| byte == b'.') {
            let part = iso.intern_bytes(part)?;
            parts.push(iso.keep(part));
        }
        kept.push(iso.intern_value(text)?);
        paths.push(iso.new_tuple(&parts)?);
    }
    let (names, paths) = (iso.new_tuple(&kept)?, iso.new_tuple(&paths)?);
    let Some(id) = iso.find_type(&ATTRIBUTE_GETTER) else { return Err(raise::internal(iso)) };
    let getter = iso.new_record(id, 0, &[names, paths])?;
    iso.wrap_new(class, id, getter)
}

fn get_attributes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[getter, object] = args else { return Err(raise::internal(iso)) };
    let paths = iso.heap.field(getter, 1);
    if iso.heap.sequence_len(paths) == 1
        && let Some(path) = iso.heap.tuple_item(paths, 0)
        && iso.heap.sequence_len(path) == 1
        && let Some(name) = iso.heap.tuple_item(path, 0)
    {
        return iso.get_attr(object, name);
    }
    let paths: Vec<Value> = iso.heap.items(paths).collect();
    let mut found = Vec::with_capacity(paths.len());
    for path in paths {
        let mut value = object;
        for part in iso.heap.items(path).collect::<Vec<_>>() {
            value = iso.get_attr(value, part)?;
        }
        found.push(value);
    }
    match found.as_slice() {
        &[value] => Ok(value),
        _ => iso.new_tuple(&found),
    }
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[outer] = args else { return Err(raise::internal(iso)) };
    let getter = iso.unwrap(outer);
    let printed = iso.recursive_repr(outer, |iso| {
        let keys = iso.heap.field(getter, 0);
        iso.repr(keys)
    })?;
    let class = iso.type_of(outer);
    let mut text = iso.class_name(class).into_bytes();
    match printed {
        Some(printed) => {
            let items = iso.as_str(printed).and_then(|printed| iso.heap.str_bytes(printed)).unwrap_or(&[]);
            // A tuple of one item ends with a comma.
            match items.strip_suffix(b",)") {
                Some(single) => {
                    text.extend_from_slice(single);
                    text.push(b')');
                }
                None => text.extend_from_slice(items),
            }
        }
        None => text.extend_from_slice(b"(...)"),
    }
    iso.new_text(&text)
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[outer] = args else { return Err(raise::internal(iso)) };
    let (class, keys) = (iso.type_of(outer), iso.heap.field(iso.unwrap(outer), 0));
    iso.new_tuple(&[class, keys])
}
