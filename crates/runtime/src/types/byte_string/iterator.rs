//! Iterating over bytes: a record of the object, with the next index as its number.

use crate::exceptions::raise;
use crate::native::{Row, TypeId, method};
use crate::{Completion, Isolate, Value, names};

/// The rows of `bytes_iterator` and `bytearray_iterator`.
pub(crate) const ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Implement iter(self).", itself),
    method("__next__", "($self, /)", "Implement next(self).", next),
    method("__length_hint__", "($self, /)", "Private method returning an estimate of len(list(it)).", length_hint),
    method("__reduce__", "($self, /)", "Return state information for pickling.", reduce),
    method("__setstate__", "($self, state, /)", "Set state information for unpickling.", set_state),
];

/// `iter(bytes)`
pub(crate) fn iter_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_iterator(TypeId::BYTES_ITERATOR, 0, this)
}

/// `iter(bytearray)`
pub(crate) fn iter_bytearray(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_iterator(TypeId::BYTEARRAY_ITERATOR, 0, this)
}

fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(this)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let index = iso.heap.number(this);
    let bytes = iso.heap.field(this, 0);
    match iso.heap.byte_string(bytes).and_then(|bytes| bytes.get(index as usize)) {
        Some(&byte) => {
            iso.heap.set_number(this, index + 1);
            Ok(Value::small_int(i64::from(byte)))
        }
        None => {
            // Exhausted for good, even if a bytearray grows later.
            iso.heap.set_field(this, 0, Value::UNBOUND);
            Ok(Value::UNBOUND)
        }
    }
}

fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let bytes = iso.heap.field(this, 0);
    let length = iso.heap.byte_string(bytes).map_or(0, <[u8]>::len);
    let left = length.saturating_sub(iso.heap.number(this) as usize);
    iso.new_int(left as i64)
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let function = iso.builtin(names::iter)?;
    let bytes = iso.heap.field(this, 0);
    if bytes.is_unbound() {
        let empty = iso.new_tuple(&[])?;
        let arguments = iso.new_tuple(&[empty])?;
        return iso.new_tuple(&[function, arguments]);
    }
    let arguments = iso.new_tuple(&[iso.iterated(this)])?;
    let index = iso.new_int(i64::from(iso.heap.number(this)))?;
    iso.new_tuple(&[function, arguments, index])
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let index = iso.iterator_state(state)?.max(0);
    iso.heap.set_number(this, u32::try_from(index).unwrap_or(u32::MAX - 1));
    Ok(Value::NONE)
}
