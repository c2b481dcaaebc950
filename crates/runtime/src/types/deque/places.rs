//! Items of deques by their place, and the places of items; comparison.
//!
//! Looking for an item may run its `__eq__`, which may change the deque: whoever looks notices.

use super::ring::{Ring, push, take, turn};
use crate::exceptions::raise;
use crate::native::TypeId;
use crate::object::CompareOp;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use ferropy_numeric::slice::{clamp_index, normalize_index};

pub(super) const MUTATED: &str = "deque mutated during iteration";

/// What the record says; of another value what that of an empty deque would say.
pub(super) fn ring(iso: &Isolate, deque: Value) -> Ring {
    Ring::of(&iso.heap, deque).unwrap_or(Ring::NONE)
}

/// The place that an index names.
fn place(iso: &mut Isolate, deque: Value, index: Value) -> Completion<usize> {
    if !iso.is_index(index) {
        let kind = iso.type_name(index);
        return Err(raise::type_error(iso, &format!("sequence index must be integer, not '{kind}'")));
    }
    let index = iso.subscript_index(index)?;
    match normalize_index(index, ring(iso, deque).length) {
        Some(place) => Ok(place),
        None => Err(raise::index_error(iso, "deque index out of range")),
    }
}

pub(super) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index] = args else { return Err(raise::internal(iso)) };
    let place = place(iso, this, index)?;
    ring(iso, this).item(&iso.heap, place).ok_or_else(|| raise::internal(iso))
}

pub(super) fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index, item] = args else { return Err(raise::internal(iso)) };
    let place = place(iso, this, index)?;
    ring(iso, this).set_item(&mut iso.heap, place, item);
    Ok(Value::NONE)
}

pub(super) fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index] = args else { return Err(raise::internal(iso)) };
    let place = place(iso, this, index)?;
    remove_at(iso, this, place);
    Ok(Value::NONE)
}

fn remove_at(iso: &mut Isolate, deque: Value, place: usize) {
    let length = ring(iso, deque).length;
    turn(&mut iso.heap, deque, (length - place) % length.max(1));
    take(&mut iso.heap, deque, true);
    turn(&mut iso.heap, deque, place % length.saturating_sub(1).max(1));
}

pub(super) fn insert(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index, item] = args else { return Err(raise::internal(iso)) };
    let index = iso.to_isize(index)?;
    let found = ring(iso, this);
    if found.is_full() {
        return Err(raise::index_error(iso, "deque already at its maximum size"));
    }
    let place = clamp_index(index, found.length);
    turn(&mut iso.heap, this, (found.length - place) % found.length.max(1));
    push(&mut iso.heap, this, item, true)?;
    turn(&mut iso.heap, this, place);
    Ok(Value::NONE)
}

/// The place of the first item in `from..to` that is or equals a value. A change is an error unless something was found.
fn find(
    iso: &mut Isolate,
    deque: Value,
    value: Value,
    (from, to): (usize, usize),
    error: TypeId,
) -> Completion<Option<usize>> {
    let number = ring(iso, deque).number;
    let mut index = from;
    while index < to
        && let Some(item) = ring(iso, deque).item(&iso.heap, index)
    {
        iso.native_step()?;
        let equal = match iso.heap.plain_equal(item, value) {
            _ if item == value => true,
            Some(equal) => equal,
            None => iso.scope(|iso| {
                iso.keep(item);
                iso.equal(item, value)
            })?,
        };
        if equal {
            return Ok(Some(index));
        }
        check(iso, deque, number, error)?;
        index += 1;
    }
    Ok(None)
}

/// Whether the deque is what it was when it had that number.
fn check(iso: &mut Isolate, deque: Value, number: u32, error: TypeId) -> Completion<()> {
    if ring(iso, deque).number == number { Ok(()) } else { Err(raise::exception(iso, error, MUTATED)) }
}

pub(super) fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let found = find(iso, this, value, (0, usize::MAX), TypeId::RUNTIME_ERROR)?;
    Ok(Value::bool(found.is_some()))
}

pub(super) fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let number = ring(iso, this).number;
    let (mut count, mut from) = (0, 0);
    while let Some(place) = find(iso, this, value, (from, usize::MAX), TypeId::RUNTIME_ERROR)? {
        check(iso, this, number, TypeId::RUNTIME_ERROR)?;
        count += 1;
        from = place + 1;
    }
    iso.new_int(count)
}

#[cold]
fn missing(iso: &mut Isolate, value: Value) -> Raised {
    match iso.repr_text(value) {
        Ok(shown) => raise::value_error(iso, &format!("{shown} is not in deque")),
        Err(raised) => raised,
    }
}

pub(super) fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value, start, stop] = args else { return Err(raise::internal(iso)) };
    let length = ring(iso, this).length;
    let bounds = iso.search_bounds(start, stop, length)?;
    match find(iso, this, value, bounds, TypeId::RUNTIME_ERROR)? {
        Some(place) => iso.new_int(place as i64),
        None => Err(missing(iso, value)),
    }
}

pub(super) fn remove(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let number = ring(iso, this).number;
    let Some(place) = find(iso, this, value, (0, usize::MAX), TypeId::INDEX_ERROR)? else {
        return Err(missing(iso, value));
    };
    check(iso, this, number, TypeId::INDEX_ERROR)?;
    remove_at(iso, this, place);
    Ok(Value::NONE)
}

pub(super) fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let other = iso.unwrap(other);
    let (Some(left), Some(right)) = (Ring::of(&iso.heap, this), Ring::of(&iso.heap, other)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if op.is_equality() && (this == other || left.length != right.length) {
        return Ok(Value::bool((op == CompareOp::Eq) == (this == other)));
    }
    let mut index = 0;
    loop {
        iso.native_step()?;
        check(iso, this, left.number, TypeId::RUNTIME_ERROR)?;
        check(iso, other, right.number, TypeId::RUNTIME_ERROR)?;
        let (Some(a), Some(b)) = (ring(iso, this).item(&iso.heap, index), ring(iso, other).item(&iso.heap, index))
        else {
            return Ok(Value::bool(op.holds(left.length.cmp(&right.length))));
        };
        index += 1;
        let answer = iso.scope(|iso| {
            iso.keep(a);
            iso.keep(b);
            if iso.same_or_equal(a, b)? {
                return Completion::Ok(None);
            }
            let answer = iso.compare(op, a, b)?;
            iso.is_true(answer).map(Some)
        })?;
        if let Some(answer) = answer {
            return Ok(Value::bool(answer));
        }
    }
}
