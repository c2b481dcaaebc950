//! `types.SimpleNamespace`: an object with the attributes that it was given. A record: the dict of its attributes.

use crate::exceptions::raise;
use crate::native::{Row, TypeId, TypeSpec, constant, getter, raw_method, static_method};
use crate::object::CompareOp;
use crate::types::numbers::comparison_functions;
use crate::types::sequence::none;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;

/// `types.SimpleNamespace`.
pub(crate) static SIMPLE_NAMESPACE: TypeSpec = TypeSpec::new(
    "SimpleNamespace",
    "(mapping_or_iterable=(), /, **kwargs)\n--\n\nAn object with the attributes given: SimpleNamespace(x=1).x is 1.",
    ROWS,
)
.in_module("types");

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, /, *args, **kwargs)", "Make a namespace without attributes.", new),
    raw_method("__repr__", UNARY, "Return repr(self).", repr),
    constant("__hash__", "", none),
    raw_method("__lt__", BINARY, "Return self<value.", lt),
    raw_method("__le__", BINARY, "Return self<=value.", le),
    raw_method("__eq__", BINARY, "Return whether both have equal attributes.", eq),
    raw_method("__ne__", BINARY, "Return self!=value.", ne),
    raw_method("__gt__", BINARY, "Return self>value.", gt),
    raw_method("__ge__", BINARY, "Return self>=value.", ge),
    raw_method("__init__", "($self, /, *args, **kwargs)", "Set the attributes given.", init),
    raw_method("__reduce__", UNARY, "For pickle.", reduce),
    getter("__dict__", "the attributes", attributes_of),
    raw_method("__replace__", "($self, /, **changes)", "Return a copy with some attributes changed.", replace),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, ..] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::SIMPLE_NAMESPACE)?;
    let dict = iso.new_dict()?;
    let made = iso.new_record(TypeId::SIMPLE_NAMESPACE, 0, &[dict])?;
    iso.wrap_new(class, TypeId::SIMPLE_NAMESPACE, made)
}

/// The dict of the attributes, also of an instance of a Python subclass.
fn attributes(iso: &mut Isolate, this: Value) -> Completion {
    match iso.instance_dict(this)? {
        Some(dict) => Ok(dict),
        None => Err(raise::internal(iso)),
    }
}

fn attributes_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    attributes(iso, this)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let given = iso.heap.sequence_len(positional);
    if given > 1 {
        let kind = iso.class_qualname(iso.type_of(this));
        let message = format!("{kind} expected at most 1 argument, got {given}");
        return Err(raise::type_error(iso, &message));
    }
    let wanted = iso.new_dict()?;
    if let Some(first) = iso.heap.tuple_item(positional, 0) {
        iso.update_dict(wanted, first)?;
        let keys: Vec<Value> = iso.heap.entries(wanted).map(|(key, _)| key).collect();
        if keys.into_iter().any(|key| iso.as_str(key).is_none()) {
            return Err(raise::type_error(iso, "keywords must be strings"));
        }
    }
    iso.update_dict(wanted, keywords)?;
    set_all(iso, this, wanted)?;
    Ok(Value::NONE)
}

fn set_all(iso: &mut Isolate, this: Value, wanted: Value) -> Completion<()> {
    let pairs: Vec<(Value, Value)> = iso.heap.entries(wanted).collect();
    for (key, value) in pairs {
        let name = iso.attribute_name(key)?;
        iso.set_attr_generic(this, name, value)?;
    }
    Ok(())
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let dict = attributes(iso, this)?;
    iso.keep(dict);
    let class = iso.type_of(this);
    let name = if class == TypeId::SIMPLE_NAMESPACE.value() { "namespace".into() } else { iso.class_name(class) };
    let shown = iso.recursive_repr(this, |iso| {
        let mut text = Vec::from(name.as_bytes());
        text.push(b'(');
        let (mut next, mut first) = (0, true);
        while let Some((entry, key, value)) = iso.heap.next_entry(dict, next) {
            next = entry + 1;
            let Some(bytes) = iso.heap.str_bytes(key).filter(|bytes| !bytes.is_empty()) else { continue };
            if !first {
                text.extend_from_slice(b", ");
            }
            first = false;
            text.extend_from_slice(bytes);
            text.push(b'=');
            iso.append_repr(value, &mut text)?;
        }
        text.push(b')');
        iso.new_text(&text)
    })?;
    match shown {
        Some(text) => Ok(text),
        None => iso.new_str(&format!("{name}(...)")),
    }
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    if !iso.is_instance_of(other, TypeId::SIMPLE_NAMESPACE) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (attributes(iso, this)?, attributes(iso, other)?);
    iso.compare(op, left, right)
}

comparison_functions!(compare);

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (class, empty, dict) = (iso.type_of(this), iso.new_tuple(&[])?, attributes(iso, this)?);
    iso.new_tuple(&[class, empty, dict])
}

fn replace(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, changes] = args else { return Err(raise::internal(iso)) };
    let class = iso.type_of(this);
    let copy = iso.call(class, &[])?;
    let own = attributes(iso, this)?;
    set_all(iso, copy, own)?;
    set_all(iso, copy, changes)?;
    Ok(copy)
}
