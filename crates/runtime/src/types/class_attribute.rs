//! `__dict__` and `__weakref__` in the namespace of the class that first gives them to its instances.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeSpec, getter, method};
use crate::types::descriptors::{DELETE, GET, SET};
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// A record: the class and the name. CPython's type of the same name is one with that of attributes of builtin types.
pub(crate) static CLASS_ATTRIBUTE: TypeSpec =
    TypeSpec::new("getset_descriptor", "", ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[
    GET,
    SET,
    DELETE,
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    getter("__name__", "the name", name),
    getter("__qualname__", "the qualified name", qualname),
    getter("__objclass__", "the class", class),
    getter("__doc__", "the documentation", doc),
];

fn parts(iso: &mut Isolate, args: &[Value]) -> Completion<(Value, Value)> {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok((iso.heap.field(this, 0), iso.heap.field(this, 1)))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (class, name) = parts(iso, args)?;
    let (class, name) = (iso.class_name(class), iso.name_text(name));
    iso.new_str(&format!("<attribute '{name}' of '{class}' objects>"))
}

fn name(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(parts(iso, args)?.1)
}

fn qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (class, name) = parts(iso, args)?;
    let (class, name) = (iso.class_qualname(class), iso.name_text(name));
    iso.new_str(&format!("{class}.{name}"))
}

fn class(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(parts(iso, args)?.0)
}

fn doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let is_dict = parts(iso, args)?.1 == names::__dict__;
    iso.new_str(if is_dict { "dictionary for instance variables" } else { "list of weak references to the object" })
}
