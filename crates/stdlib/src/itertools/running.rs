//! What functions make of items: `accumulate` and `starmap`.

use super::{ITER, NEXT, iterator, itself, make, next_row, this};
use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{Reach, TypeSpec, method, static_method};
use ferropy_runtime::{BinaryOp, Completion, Isolate, Value, raise};

/// The field of an `accumulate` for an item that was taken and not added yet.
const WAITING: usize = 4;

/// A record: the iterator, the function or None, the result so far or Unbound, the first result or Unbound, and
/// [`WAITING`].
pub(super) static ACCUMULATE: TypeSpec = iterator(
    "accumulate",
    "Return series of accumulated sums (or other binary function results).",
    &[
        static_method("__new__", "($type, /, iterable, func=None, *, initial=None)", "Add up.", new_accumulate),
        method("__iter__", "($self, /)", ITER, itself),
        next_row(next_accumulate, next_accumulate_quickly),
    ],
);

/// A record: the function, the iterator.
pub(super) static STAR_MAP: TypeSpec = iterator(
    "starmap",
    "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
    &[
        static_method("__new__", "($type, function, iterable, /)", "Call with the items of the items.", new_star_map),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_star_map),
    ],
);

fn new_accumulate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable, function, initial] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.iterate(iterable)?;
    let initial = if initial.is_none() { Value::UNBOUND } else { initial };
    make(iso, class, &ACCUMULATE, 0, &[iterator, function.or(Value::NONE), Value::UNBOUND, initial, Value::UNBOUND])
}

fn next_accumulate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    if let Some(initial) = iso.heap.field(this, 3).given() {
        iso.heap.set_field(this, 3, Value::UNBOUND);
        iso.heap.set_field(this, 2, initial);
        return Ok(initial);
    }
    let item = match iso.heap.field(this, WAITING).given() {
        Some(item) => {
            iso.heap.set_field(this, WAITING, Value::UNBOUND);
            iso.keep(item)
        }
        None => {
            let iterator = iso.heap.field(this, 0);
            let Some(item) = iso.next_passed_on(iterator)? else { return Ok(Value::UNBOUND) };
            item
        }
    };
    let total = match iso.heap.field(this, 2).given() {
        None => item,
        Some(total) => {
            iso.keep(total);
            match iso.heap.field(this, 1) {
                Value::NONE => iso.binary(BinaryOp::Add, total, item)?,
                function => iso.call(function, &[total, item])?,
            }
        }
    };
    iso.heap.set_field(this, 2, total);
    Ok(total)
}

/// A sum of plain values. An item for which that does not do has been taken already and waits for the function.
fn next_accumulate_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.record_type(this)?;
    let [iterator, function, total, initial, waiting] =
        [0, 1, 2, 3, WAITING].map(|index| reach.heap.field(this, index));
    if !function.is_none() || total.is_unbound() || !initial.is_unbound() || !waiting.is_unbound() {
        return None;
    }
    let item = reach.next_plain(iterator)?;
    let sum = reach.binary(BinaryOp::Add, total, item);
    match sum {
        Some(sum) => reach.heap.set_field(this, 2, sum),
        None => reach.heap.set_field(this, WAITING, item),
    }
    sum
}

fn new_star_map(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, function, iterable] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.iterate(iterable)?;
    make(iso, class, &STAR_MAP, 0, &[function, iterator])
}

fn next_star_map(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let (function, iterator) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let Some(item) = iso.next_passed_on(iterator)? else { return Ok(Value::UNBOUND) };
    let arguments = if iso.heap.kind(item) == Some(Kind::Tuple) { item } else { iso.collect_items(item)? };
    let arguments: Vec<Value> = iso.heap.items(arguments).collect();
    iso.call(function, &arguments)
}
