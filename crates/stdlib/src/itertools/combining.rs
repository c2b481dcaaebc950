//! Several iterables as one: `chain` and `zip_longest`.

use super::{ITER, NEXT, class_getitem, iterator, itself, make, next_row, this};
use alloc::vec::Vec;
use ferropy_runtime::native::{Reach, Row, TypeSpec, class_method, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: the iterator over the iterables (None behind its end), the iterator over one of them, or None.
pub(super) static CHAIN: TypeSpec = iterator(
    "chain",
    "chain(*iterables)\n--\n\nReturn a chain object whose .__next__() method returns elements from the\n\
     first iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
    CHAIN_ROWS,
);

const CHAIN_ROWS: &[Row] = &[
    static_method("__new__", "($type, /, *iterables)", "Go through one iterable after the other.", new_chain),
    class_method(
        "from_iterable",
        "($type, iterable, /)",
        "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
        |iso, args| {
            let &[class, iterable] = args else { return Err(raise::internal(iso)) };
            chain_of(iso, class, iterable)
        },
    ),
    method("__iter__", "($self, /)", ITER, itself),
    next_row(next_chain, next_chain_quickly),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
];

/// A record: the list of iterators (None where one has ended), what stands for missing items; the number is that of the
/// iterators that go on.
pub(super) static ZIP_LONGEST: TypeSpec = iterator(
    "zip_longest",
    "Return a zip_longest object whose .__next__() method returns a tuple where\n\
     the i-th element comes from the i-th iterable argument.\n\n\
     The longest iterable ends it: fillvalue stands for what the others don't have.",
    &[
        static_method("__new__", "($type, /, *iterables, fillvalue=None)", "Walk side by side.", new_zip),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_zip),
    ],
);

fn new_chain(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterables] = args else { return Err(raise::internal(iso)) };
    chain_of(iso, class, iterables)
}

fn chain_of(iso: &mut Isolate, class: Value, iterables: Value) -> Completion {
    let source = iso.iterate(iterables)?;
    make(iso, class, &CHAIN, 0, &[source, Value::NONE])
}

fn next_chain(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    loop {
        let mut active = iso.heap.field(this, 1);
        if active.is_none() {
            let source = iso.heap.field(this, 0);
            if source.is_none() {
                return Ok(Value::UNBOUND);
            }
            let Some(iterable) = iso.next(source)? else {
                iso.heap.set_field(this, 0, Value::NONE);
                return Ok(Value::UNBOUND);
            };
            active = match iso.iterate(iterable) {
                Ok(active) => active,
                Err(raised) => {
                    iso.heap.set_field(this, 0, Value::NONE);
                    return Err(raised);
                }
            };
            iso.heap.set_field(this, 1, active);
        }
        if let Some(item) = iso.next(active)? {
            return Ok(item);
        }
        iso.heap.set_field(this, 1, Value::NONE);
    }
}

/// The next item of the iterable that the chain is at.
fn next_chain_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.record_type(this)?;
    let active = reach.heap.field(this, 1);
    reach.next_plain(active)
}

fn new_zip(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, fill, iterables] = args else { return Err(raise::internal(iso)) };
    let mut iterators = Vec::new();
    for iterable in iso.heap.items(iterables).collect::<Vec<_>>() {
        iterators.push(iso.iterate(iterable)?);
    }
    let active = iterators.len() as u32;
    let iterators = iso.new_list(&iterators)?;
    make(iso, class, &ZIP_LONGEST, active, &[iterators, fill.or(Value::NONE)])
}

fn next_zip(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    if iso.heap.number(this) == 0 {
        return Ok(Value::UNBOUND);
    }
    let (iterators, fill) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let mut items = Vec::with_capacity(iso.heap.sequence_len(iterators));
    for index in 0..iso.heap.sequence_len(iterators) {
        let iterator = iso.heap.list_item(iterators, index).unwrap_or(Value::NONE);
        let item = if iterator.is_none() { None } else { next_or_end(iso, this, iterator, index)? };
        match item {
            Some(Value::UNBOUND) => return Ok(Value::UNBOUND),
            Some(item) => items.push(item),
            None => items.push(fill),
        }
    }
    iso.new_tuple(&items)
}

/// The next item of one of the iterators; nothing if it has ended, Unbound if it was the last one that went on.
fn next_or_end(iso: &mut Isolate, this: Value, iterator: Value, index: usize) -> Completion<Option<Value>> {
    match iso.next(iterator) {
        Ok(Some(item)) => Ok(Some(item)),
        Ok(None) => {
            let active = iso.heap.number(this).saturating_sub(1);
            iso.heap.set_number(this, active);
            if active == 0 {
                return Ok(Some(Value::UNBOUND));
            }
            let iterators = iso.heap.field(this, 0);
            iso.heap.set_list_item(iterators, index, Value::NONE);
            Ok(None)
        }
        Err(raised) => {
            iso.heap.set_number(this, 0);
            Err(raised)
        }
    }
}
