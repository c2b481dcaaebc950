//! The iterators of deques. A record: what the deque is inside, its number when the iterator was made, the deque as the
//! program has it; the number is how many items are left.

use super::ring::Ring;
use crate::exceptions::raise;
use crate::heap::{Heap, OutOfMemory};
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method, static_method};
use crate::types::iterators::Step;
use crate::types::sequence::itself;
use crate::{Completion, Isolate, Value};
use alloc::format;

/// `_deque_iterator`.
pub(crate) static DEQUE_ITERATOR: TypeSpec =
    TypeSpec::new("_deque_iterator", "", ROWS).in_module("collections").with_flags(TypeFlags(0));

/// `_deque_reverse_iterator`.
pub(crate) static DEQUE_REVERSE_ITERATOR: TypeSpec =
    TypeSpec::new("_deque_reverse_iterator", "", ROWS).in_module("collections").with_flags(TypeFlags(0));

const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, deque, index=0, /)", "Make an iterator that has passed so many items.", new),
    method("__iter__", UNARY, "Return self.", itself),
    method("__next__", UNARY, "Return the next item.", next),
    method("__length_hint__", UNARY, "Return how many items are left.", |iso, args| {
        let left = args.first().map_or(0, |&this| iso.heap.number(this));
        iso.new_int(i64::from(left))
    }),
    method("__reduce__", UNARY, "For pickle.", reduce),
];

const CHANGES: usize = 1;
const DEQUE: usize = 2;

/// A new iterator over a deque, or nothing for other values. It is one of the heap's only: nobody keeps it.
pub(crate) fn new_iterator(
    heap: &mut Heap,
    id: TypeId,
    inner: Value,
    deque: Value,
) -> Option<Result<Value, OutOfMemory>> {
    let ring = Ring::of(heap, inner)?;
    let changes = Value::small_int(i64::from(ring.number));
    Some(heap.new_record(id.number(), ring.length as u32, &[inner, changes, deque]))
}

/// Goes on with an iterator that has so many items left, unless the deque has changed.
pub(crate) fn step_deque(heap: &mut Heap, iterator: Value, left: u32, deque: Value, forward: bool) -> Step<Value> {
    let Some(ring) = Ring::of(heap, deque) else { return Step::Other };
    // The way forward looks once more behind the last item.
    if left == 0 && !forward {
        return Step::End;
    }
    if heap.field(iterator, CHANGES) != Value::small_int(i64::from(ring.number)) {
        return Step::Other;
    }
    let Some(rest) = left.checked_sub(1) else { return Step::End };
    let index = if forward { ring.length.wrapping_sub(left as usize) } else { rest as usize };
    let Some(item) = ring.item(heap, index) else { return Step::Other };
    heap.set_number(iterator, rest);
    Step::Item(item)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let forward = iso.heap.record_type(this) == Some(TypeId::DEQUE_ITERATOR.number());
    let (left, deque) = (iso.heap.number(this), iso.heap.field(this, 0));
    match step_deque(&mut iso.heap, this, left, deque, forward) {
        Step::Item(item) => Ok(item),
        Step::End => Ok(Value::UNBOUND),
        Step::Other => {
            iso.heap.set_number(this, 0);
            Err(raise::runtime_error(iso, super::places::MUTATED))
        }
    }
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, deque, passed] = args else { return Err(raise::internal(iso)) };
    let passed = match passed.given() {
        Some(passed) => iso.to_size(passed)?,
        None => 0,
    };
    let id = iso.type_id(class).unwrap_or(TypeId::DEQUE_ITERATOR);
    let inner = iso.unwrap(deque);
    let Some(made) = new_iterator(&mut iso.heap, id, inner, deque) else {
        let kind = iso.type_name(deque);
        return Err(raise::type_error(iso, &format!("argument 1 must be collections.deque, not {kind}")));
    };
    let made = made?;
    let left = iso.heap.number(made) as usize;
    iso.heap.set_number(made, left.saturating_sub(passed) as u32);
    Ok(iso.keep(made))
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = Ring::of(&iso.heap, iso.heap.field(this, 0)).map_or(0, |ring| ring.length);
    let passed = length.saturating_sub(iso.heap.number(this) as usize);
    let arguments = iso.new_tuple(&[iso.heap.field(this, DEQUE), Value::small_int(passed as i64)])?;
    let class = iso.type_of(this);
    iso.new_tuple(&[class, arguments])
}
