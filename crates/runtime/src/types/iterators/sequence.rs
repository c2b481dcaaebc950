//! Iterators over objects that have only `__getitem__`: what `iter` gives for them, and `reversed`.
//!
//! A record: the object (None at the end) and the next index, an int of any size.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method, static_method};
use crate::object::BinaryOp;
use crate::types::sequence::itself;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// `iterator`.
pub(crate) static SEQUENCE_ITERATOR: TypeSpec = TypeSpec::new("iterator", "", ROWS).with_flags(TypeFlags::NOT_CALLABLE);

/// `reversed`.
pub(crate) static REVERSED: TypeSpec =
    TypeSpec::new("reversed", "(object, /)\n--\n\nThe items of a sequence from the last to the first.", REVERSED_ROWS);

static ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return the next item.", next),
    method("__length_hint__", "($self, /)", "Return how many items are left.", length_hint),
    method("__reduce__", "($self, /)", "For pickle.", reduce),
    method("__setstate__", "($self, state, /)", "For pickle: set the next index.", set_state),
];

static REVERSED_ROWS: &[Row] = &[
    static_method("__new__", "($type, object, /)", "Walk over a sequence backward.", new_reversed),
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return the next item.", previous),
    method("__length_hint__", "($self, /)", "Return how many items are left.", reversed_length_hint),
    method("__reduce__", "($self, /)", "For pickle.", reduce_reversed),
    method("__setstate__", "($self, state, /)", "For pickle: set the next index.", set_reversed_state),
];

fn object_and_index(iso: &Isolate, this: Value) -> (Value, Value) {
    (iso.heap.field(this, 0), iso.heap.field(this, 1))
}

/// The item at an index; nothing if there is none, which `IndexError` and `StopIteration` say.
fn item_at(iso: &mut Isolate, object: Value, index: Value) -> Completion<Option<Value>> {
    match iso.get_item(object, index) {
        Ok(item) => Ok(Some(item)),
        Err(raised) => {
            if !iso.raised_is(TypeId::INDEX_ERROR) && !iso.raised_is(TypeId::STOP_ITERATION) {
                return Err(raised);
            }
            iso.take_exception();
            Ok(None)
        }
    }
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (object, index) = object_and_index(iso, this);
    if object.is_none() {
        return Ok(Value::UNBOUND);
    }
    match item_at(iso, object, index)? {
        Some(item) => {
            let following = iso.int_op(BinaryOp::Add, index, Value::small_int(1))?;
            iso.heap.set_field(this, 1, following);
            Ok(item)
        }
        None => {
            iso.heap.set_field(this, 0, Value::NONE);
            Ok(Value::UNBOUND)
        }
    }
}

fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (object, index) = object_and_index(iso, this);
    if object.is_none() {
        return Ok(Value::small_int(0));
    }
    if iso.lookup_special(object, names::__len__).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let length = iso.len(object)? as i64;
    let left = length.saturating_sub(iso.as_i64(index).unwrap_or(i64::MAX));
    iso.new_int(left.max(0))
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (object, index) = object_and_index(iso, this);
    let iter = iso.builtin_named("iter")?;
    if object.is_none() {
        let empty = iso.new_tuple(&[])?;
        let arguments = iso.new_tuple(&[empty])?;
        return iso.new_tuple(&[iter, arguments]);
    }
    let arguments = iso.new_tuple(&[object])?;
    iso.new_tuple(&[iter, arguments, index])
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let index = iso.iterator_state(state)?;
    let index = iso.new_int(index.max(0))?;
    iso.heap.set_field(this, 1, index);
    Ok(Value::NONE)
}

fn new_reversed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, object] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::REVERSED)?;
    let kind = iso.type_of(object);
    if let Some(method) = iso.lookup(kind, names::__reversed__) {
        if method.is_none() {
            return Err(not_reversible(iso, object));
        }
        return iso.call_unbound(method, object, &[]);
    }
    let is_sequence = iso.lookup_special(object, names::__getitem__).is_some();
    if !is_sequence || iso.heap.kind(iso.unwrap(object)) == Some(crate::heap::Kind::Dict) {
        return Err(not_reversible(iso, object));
    }
    let length = iso.len(object)?;
    let last = iso.new_int(length as i64 - 1)?;
    let made = iso.new_record(TypeId::REVERSED, 0, &[object, last])?;
    iso.wrap_new(class, TypeId::REVERSED, made)
}

#[cold]
fn not_reversible(iso: &mut Isolate, object: Value) -> crate::Raised {
    let kind = iso.type_name(object);
    raise::type_error(iso, &format!("'{kind}' object is not reversible"))
}

fn previous(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (object, index) = object_and_index(iso, this);
    let place = iso.as_i64(index).unwrap_or(-1);
    if object.is_none() || place < 0 {
        return Ok(Value::UNBOUND);
    }
    let found = item_at(iso, object, index)?;
    match found {
        Some(item) => {
            let before = iso.new_int(place - 1)?;
            iso.heap.set_field(this, 1, before);
            Ok(item)
        }
        None => {
            iso.heap.set_field(this, 0, Value::NONE);
            iso.heap.set_field(this, 1, Value::small_int(-1));
            Ok(Value::UNBOUND)
        }
    }
}

fn reversed_length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (object, index) = object_and_index(iso, this);
    if object.is_none() {
        return Ok(Value::small_int(0));
    }
    let length = iso.len(object)? as i64;
    let left = iso.as_i64(index).unwrap_or(-1).saturating_add(1);
    iso.new_int(if left > length { 0 } else { left })
}

fn reduce_reversed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (object, index) = object_and_index(iso, this);
    if object.is_none() {
        let empty = iso.new_tuple(&[])?;
        let arguments = iso.new_tuple(&[empty])?;
        return iso.new_tuple(&[TypeId::REVERSED.value(), arguments]);
    }
    let arguments = iso.new_tuple(&[object])?;
    iso.new_tuple(&[TypeId::REVERSED.value(), arguments, index])
}

fn set_reversed_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let object = iso.heap.field(this, 0);
    if object.is_none() {
        return Ok(Value::NONE);
    }
    let length = iso.len(object)? as i64;
    let index = iso.iterator_state(state)?.clamp(-1, length - 1);
    let index = iso.new_int(index)?;
    iso.heap.set_field(this, 1, index);
    Ok(Value::NONE)
}
