//! The iterator of sets. A record: the set (None at the end) and the number of elements it had at the start; its
//! number is the next entry.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method};
use crate::types::sequence::itself;
use crate::{Completion, Isolate, Value};

/// `set_iterator`.
pub(crate) static SET_ITERATOR: TypeSpec = TypeSpec::new("set_iterator", "", ROWS).with_flags(TypeFlags::NOT_CALLABLE);

static ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return the next element.", next),
    method("__length_hint__", "($self, /)", "Return how many elements are left.", length_hint),
    method("__reduce__", "($self, /)", "For pickle.", reduce),
];

pub(super) fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.table_len(this);
    let size = iso.new_int(size as i64)?;
    iso.new_record(TypeId::SET_ITERATOR, 0, &[this, size])
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let set = iso.heap.field(this, 0);
    if set.is_none() {
        return Ok(Value::UNBOUND);
    }
    let size = iso.heap.field(this, 1).as_small_int().unwrap_or(-1);
    if iso.heap.table_len(set) as i64 != size {
        // The iterator stays unusable.
        iso.heap.set_field(this, 1, Value::small_int(-1));
        return Err(raise::runtime_error(iso, "Set changed size during iteration"));
    }
    let at = iso.heap.number(this) as usize;
    match iso.heap.next_entry(set, at) {
        Some((entry, element, _)) => {
            iso.heap.set_number(this, (entry + 1) as u32);
            Ok(element)
        }
        None => {
            iso.heap.set_field(this, 0, Value::NONE);
            Ok(Value::UNBOUND)
        }
    }
}

fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let set = iso.heap.field(this, 0);
    let size = iso.heap.field(this, 1).as_small_int().unwrap_or(-1);
    if set.is_none() || iso.heap.table_len(set) as i64 != size {
        return Ok(Value::small_int(0));
    }
    let mut at = iso.heap.number(this) as usize;
    let mut left = 0;
    while let Some((entry, ..)) = iso.heap.next_entry(set, at) {
        at = entry + 1;
        left += 1;
    }
    iso.new_int(left)
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (set, size, number) = (iso.heap.field(this, 0), iso.heap.field(this, 1), iso.heap.number(this));
    let copy = iso.new_record(TypeId::SET_ITERATOR, number, &[set, size])?;
    let rest = iso.collect_items(copy)?;
    let iter = iso.builtin_named("iter")?;
    let arguments = iso.new_tuple(&[rest])?;
    iso.new_tuple(&[iter, arguments])
}
