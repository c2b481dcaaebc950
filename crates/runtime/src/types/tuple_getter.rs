//! What the fields of named tuples are: descriptors of an item's place.

use super::descriptors::check_descriptor_arguments;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeId, TypeSpec, getset, method, static_method};
use crate::{Completion, Isolate, Value};
use alloc::format;

/// Fields are the place of the item and the documentation.
pub(crate) static TUPLE_GETTER: TypeSpec = TypeSpec::new("_tuplegetter", "", ROWS).in_module("collections");

const ROWS: &[Row] = &[
    static_method("__new__", "($type, index, doc, /)", "Create and return a new object.", new),
    method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get,
    ),
    method("__set__", "($self, instance, value, /)", "Set an attribute of instance to value.", |iso, _| {
        Err(refusal(iso, false))
    }),
    method("__delete__", "($self, instance, /)", "Delete an attribute of instance.", |iso, _| Err(refusal(iso, true))),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__reduce__", "($self, /)", "Helper for pickle.", reduce),
    getset(
        "__doc__",
        "the documentation",
        |iso, args| Ok(args.first().map_or(Value::NONE, |&this| iso.heap.field(this, DOC))),
        |iso, args| {
            let &[this, doc] = args else { return Err(raise::internal(iso)) };
            iso.heap.set_field(this, DOC, doc.or(Value::NONE));
            Ok(Value::NONE)
        },
    ),
];

const INDEX: usize = 0;
const DOC: usize = 1;

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, index, doc] = args else { return Err(raise::internal(iso)) };
    let index = iso.to_isize(index)?;
    iso.new_record(TypeId::TUPLE_GETTER, 0, &[Value::small_int(index), doc])
}

/// What setting or deleting a field raises.
pub(crate) fn refusal(iso: &mut Isolate, deletes: bool) -> crate::Raised {
    raise::attribute_error_text(iso, if deletes { "can't delete attribute" } else { "can't set attribute" })
}

fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, instance, owner)?;
    if instance.is_none() { Ok(this) } else { item(iso, this, instance) }
}

/// The item of a tuple that a descriptor stands for.
pub(crate) fn item(iso: &mut Isolate, this: Value, instance: Value) -> Completion {
    let index = place(iso, this);
    let tuple = iso.unwrap(instance);
    if iso.heap.kind(tuple) != Some(Kind::Tuple) {
        let kind = iso.type_name(instance);
        let message = format!("descriptor for index '{index}' for tuple subclasses doesn't apply to '{kind}' object");
        return Err(raise::type_error(iso, &message));
    }
    let found = usize::try_from(index).ok().and_then(|index| iso.heap.tuple_item(tuple, index));
    found.ok_or_else(|| raise::index_error(iso, "tuple index out of range"))
}

/// The item's place.
pub(crate) fn place(iso: &Isolate, this: Value) -> i64 {
    iso.heap.field(this, INDEX).as_small_int().unwrap_or(-1)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(&this) = args.first() else { return Err(raise::internal(iso)) };
    let doc = iso.heap.field(this, DOC);
    let doc = iso.repr(doc)?;
    let doc = iso.to_text(doc).unwrap_or_default();
    let index = place(iso, this);
    iso.new_str(&format!("_tuplegetter({index}, {doc})"))
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(&this) = args.first() else { return Err(raise::internal(iso)) };
    let state = [iso.heap.field(this, INDEX), iso.heap.field(this, DOC)];
    let state = iso.new_tuple(&state)?;
    iso.new_tuple(&[TypeId::TUPLE_GETTER.value(), state])
}
