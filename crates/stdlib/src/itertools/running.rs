//! What functions make of items: `accumulate` and `starmap`.

use super::{ITER, NEXT, iterator, itself, make, this};
use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{TypeSpec, method, static_method};
use ferropy_runtime::{BinaryOp, Completion, Isolate, Value, raise};

/// A record: the iterator, the function or None, the result so far or Unbound, the first result or Unbound.
pub(super) static ACCUMULATE: TypeSpec = iterator(
    "accumulate",
    "Return series of accumulated sums (or other binary function results).",
    &[
        static_method("__new__", "($type, /, iterable, func=None, *, initial=None)", "Add up.", new_accumulate),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_accumulate),
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
    make(iso, class, &ACCUMULATE, 0, &[iterator, function.or(Value::NONE), Value::UNBOUND, initial])
}

fn next_accumulate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    if let Some(initial) = iso.heap.field(this, 3).given() {
        iso.heap.set_field(this, 3, Value::UNBOUND);
        iso.heap.set_field(this, 2, initial);
        return Ok(initial);
    }
    let iterator = iso.heap.field(this, 0);
    let Some(item) = iso.next_passed_on(iterator)? else { return Ok(Value::UNBOUND) };
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
