//! The types of `None`, `Ellipsis` and `NotImplemented`.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeSpec, raw_method, static_method};
use crate::{Completion, Isolate, Value};

const FLAGS: TypeFlags = TypeFlags(0);

/// `NoneType`.
pub(crate) static NONE_TYPE: TypeSpec =
    TypeSpec::new("NoneType", "The type of the None singleton.", NONE_ROWS).with_flags(FLAGS);
/// `ellipsis`.
pub(crate) static ELLIPSIS_TYPE: TypeSpec =
    TypeSpec::new("ellipsis", "The type of the Ellipsis singleton.", ELLIPSIS_ROWS).with_flags(FLAGS);
/// `NotImplementedType`.
pub(crate) static NOT_IMPLEMENTED_TYPE: TypeSpec =
    TypeSpec::new("NotImplementedType", "The type of the NotImplemented singleton.", NOT_IMPLEMENTED_ROWS)
        .with_flags(FLAGS);

const NONE_ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", none),
    raw_method("__bool__", "($self, /)", "True if self else False", no),
    raw_method("__repr__", "($self, /)", "Return repr(self).", none_repr),
    raw_method("__hash__", "($self, /)", "Return hash(self).", none_hash),
];

const ELLIPSIS_ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", ellipsis),
    raw_method("__repr__", "($self, /)", "Return repr(self).", ellipsis_repr),
    raw_method("__reduce__", "($self, /)", "Helper for pickle.", ellipsis_repr),
];

const NOT_IMPLEMENTED_ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", not_implemented),
    raw_method("__bool__", "($self, /)", "True if self else False", not_implemented_bool),
    raw_method("__repr__", "($self, /)", "Return repr(self).", not_implemented_repr),
    raw_method("__reduce__", "($self, /)", "Helper for pickle.", not_implemented_repr),
];

/// The only object of the type, if the constructor was given nothing.
fn only(iso: &mut Isolate, args: &[Value], name: &str, value: Value) -> Completion {
    let &[_, positional, keywords] = args else { return Err(raise::internal(iso)) };
    if iso.heap.sequence_len(positional) > 0 || iso.heap.table_len(keywords) > 0 {
        return Err(raise::type_error(iso, &alloc::format!("{name} takes no arguments")));
    }
    Ok(value)
}

fn none(iso: &mut Isolate, args: &[Value]) -> Completion {
    only(iso, args, "NoneType", Value::NONE)
}

fn no(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::FALSE)
}

fn none_repr(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("None")
}

fn none_hash(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_int(0xFCA8_6420)
}

fn ellipsis(iso: &mut Isolate, args: &[Value]) -> Completion {
    only(iso, args, "EllipsisType", Value::ELLIPSIS)
}

fn ellipsis_repr(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("Ellipsis")
}

fn not_implemented(iso: &mut Isolate, args: &[Value]) -> Completion {
    only(iso, args, "NotImplementedType", Value::NOT_IMPLEMENTED)
}

fn not_implemented_bool(iso: &mut Isolate, _: &[Value]) -> Completion {
    Err(raise::type_error(iso, "NotImplemented should not be used in a boolean context"))
}

fn not_implemented_repr(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("NotImplemented")
}
