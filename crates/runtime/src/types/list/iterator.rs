//! The iterators of lists. A record: the list, None at the end; its number is the next index, for the backward
//! iterator one more than it.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method};
use crate::types::sequence::{self, itself};
use crate::{Completion, Isolate, Value};

/// `list_iterator`.
pub(crate) static LIST_ITERATOR: TypeSpec =
    TypeSpec::new("list_iterator", "", ROWS).with_flags(TypeFlags::NOT_CALLABLE);

/// `list_reverseiterator`.
pub(crate) static LIST_REVERSE_ITERATOR: TypeSpec =
    TypeSpec::new("list_reverseiterator", "", REVERSE_ROWS).with_flags(TypeFlags::NOT_CALLABLE);

/// The number of an iterator that was set to stand before the first item.
const BEFORE: u32 = u32::MAX;

const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    method("__iter__", UNARY, "Return self.", itself),
    method("__next__", UNARY, "Return the next item.", next),
    method("__length_hint__", UNARY, "Return how many items are left.", sequence::length_hint),
    method("__reduce__", UNARY, "For pickle.", reduce),
    method("__setstate__", "($self, state, /)", "For pickle: set the next index.", set_state),
];

static REVERSE_ROWS: &[Row] = &[
    method("__iter__", UNARY, "Return self.", itself),
    method("__next__", UNARY, "Return the next item.", previous),
    method("__length_hint__", UNARY, "Return how many items are left.", reverse_length_hint),
    method("__reduce__", UNARY, "For pickle.", reverse_reduce),
    method("__setstate__", "($self, state, /)", "For pickle: set the next index.", reverse_set_state),
];

pub(super) fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_iterator(TypeId::LIST_ITERATOR, 0, this)
}

pub(super) fn reversed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.sequence_len(iso.unwrap(this)) as u32;
    iso.new_iterator(TypeId::LIST_REVERSE_ITERATOR, length, this)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (list, index) = (iso.heap.field(this, 0), iso.heap.number(this));
    match iso.heap.list_item(list, index as usize) {
        Some(item) => {
            iso.heap.set_number(this, index.saturating_add(1));
            Ok(item)
        }
        None => {
            iso.heap.set_field(this, 0, Value::NONE);
            Ok(Value::UNBOUND)
        }
    }
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (list, index) = (iso.heap.field(this, 0), iso.heap.number(this));
    let list = if list.is_none() || index == BEFORE { Value::NONE } else { iso.iterated(this) };
    reduce_with(iso, "iter", list, i64::from(index))
}

fn reduce_with(iso: &mut Isolate, function: &str, list: Value, index: i64) -> Completion {
    let function = iso.builtin_named(function)?;
    if list.is_none() {
        let empty = iso.new_list(&[])?;
        let arguments = iso.new_tuple(&[empty])?;
        return iso.new_tuple(&[function, arguments]);
    }
    let arguments = iso.new_tuple(&[list])?;
    let index = iso.new_int(index)?;
    iso.new_tuple(&[function, arguments, index])
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let index = iso.iterator_state(state)?;
    let length = iso.heap.sequence_len(iso.heap.field(this, 0));
    // Before the first item is as good as behind the last one.
    let number = usize::try_from(index).map_or(BEFORE, |index| index.min(length) as u32);
    iso.heap.set_number(this, number);
    Ok(Value::NONE)
}

fn previous(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (list, number) = (iso.heap.field(this, 0), iso.heap.number(this));
    let item = number.checked_sub(1).and_then(|index| Some((index, iso.heap.list_item(list, index as usize)?)));
    match item {
        Some((index, item)) => {
            iso.heap.set_number(this, index);
            Ok(item)
        }
        None => {
            iso.heap.set_number(this, 0);
            iso.heap.set_field(this, 0, Value::NONE);
            Ok(Value::UNBOUND)
        }
    }
}

fn reverse_length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.sequence_len(iso.heap.field(this, 0));
    let left = iso.heap.number(this) as usize;
    iso.new_int(if left > length { 0 } else { left as i64 })
}

fn reverse_reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (list, number) = (iso.heap.field(this, 0), iso.heap.number(this));
    let list = if list.is_none() { list } else { iso.iterated(this) };
    reduce_with(iso, "reversed", list, i64::from(number) - 1)
}

fn reverse_set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let index = iso.iterator_state(state)?.max(-1);
    let length = iso.heap.sequence_len(iso.heap.field(this, 0));
    let number = usize::try_from(index.saturating_add(1)).unwrap_or(0).min(length);
    iso.heap.set_number(this, number as u32);
    Ok(Value::NONE)
}
