//! Items together with their neighbours: `batched`, `groupby` and `pairwise`.

use super::{ITER, NEXT, iterator, itself, make, this};
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: the iterator (None behind its end), the size of a batch; the number is 1 for strict ones.
pub(super) static BATCHED: TypeSpec = iterator(
    "batched",
    "Batch data into tuples of length n. The last batch may be shorter than n.\n\nIf strict is True, a shorter last batch is a ValueError.",
    &[
        static_method("__new__", "($type, /, iterable, n, *, strict=False)", "Make tuples of neighbours.", new_batched),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_batched),
    ],
);

/// A record: the iterator and the item before, or None twice behind the end; Unbound before the first item.
pub(super) static PAIRWISE: TypeSpec = iterator(
    "pairwise",
    "Return an iterator of overlapping pairs taken from the input iterator.",
    &[
        static_method("__new__", "($type, iterable, /)", "Make pairs of neighbours.", new_pairwise),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_pairwise),
    ],
);

/// The fields of a `groupby`: what is not there is Unbound.
mod field {
    pub(super) const ITERATOR: usize = 0;
    /// The function, or None.
    pub(super) const FUNCTION: usize = 1;
    /// The key of the group given last.
    pub(super) const GROUP_KEY: usize = 2;
    /// The item read last that was not given yet, and its key.
    pub(super) const ITEM: usize = 3;
    pub(super) const KEY: usize = 4;
    /// The group given last.
    pub(super) const GROUP: usize = 5;
}

/// `groupby`.
pub(super) static GROUP_BY: TypeSpec = iterator(
    "groupby",
    "make an iterator that returns consecutive keys and groups from the iterable\n\n\
     iterable\n  Elements to divide into groups according to the key function.\n\
     key\n  A function for computing the group category for each element.\n  \
     If the key function is not specified or is None, the element itself\n  is used for grouping.",
    GROUP_BY_ROWS,
);

const GROUP_BY_ROWS: &[Row] = &[
    static_method("__new__", "($type, /, iterable, key=None)", "Put equal neighbours together.", new_group_by),
    method("__iter__", "($self, /)", ITER, itself),
    method("__next__", "($self, /)", NEXT, next_group_by),
];

/// A group: the `groupby` that it belongs to, and its key.
pub(super) static GROUPER: TypeSpec = TypeSpec::new(
    "_grouper",
    "The items of a group.",
    &[method("__iter__", "($self, /)", ITER, itself), method("__next__", "($self, /)", NEXT, next_of_group)],
)
.in_module("itertools")
.with_flags(TypeFlags::NOT_CALLABLE);

fn new_batched(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable, count, strict] = args else { return Err(raise::internal(iso)) };
    let strict = strict.given().map_or(Ok(false), |strict| iso.is_true(strict))?;
    let count = iso.to_isize(count)?;
    if count < 1 {
        return Err(raise::value_error(iso, "n must be at least one"));
    }
    let iterator = iso.iterate(iterable)?;
    let count = iso.new_int(count)?;
    make(iso, class, &BATCHED, u32::from(strict), &[iterator, count])
}

fn next_batched(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let iterator = iso.heap.field(this, 0);
    if iterator.is_none() {
        return Ok(Value::UNBOUND);
    }
    let count = super::count_at(iso, this, 1);
    let mut items = Vec::new();
    while (items.len() as i64) < count {
        let item = iso.next(iterator).inspect_err(|_| iso.heap.set_field(this, 0, Value::NONE))?;
        match item {
            Some(item) => {
                items.try_reserve(1).map_err(|_| raise::memory_error(iso))?;
                items.push(item);
            }
            None => {
                iso.heap.set_field(this, 0, Value::NONE);
                if items.is_empty() {
                    return Ok(Value::UNBOUND);
                }
                if iso.heap.number(this) == 1 {
                    return Err(raise::value_error(iso, "batched(): incomplete batch"));
                }
                break;
            }
        }
    }
    iso.new_tuple(&items)
}

fn new_pairwise(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.iterate(iterable)?;
    make(iso, class, &PAIRWISE, 0, &[iterator, Value::UNBOUND])
}

fn next_pairwise(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let iterator = iso.heap.field(this, 0);
    if iterator.is_none() {
        return Ok(Value::UNBOUND);
    }
    let before = match iso.heap.field(this, 1).given() {
        Some(before) => iso.keep(before),
        None => {
            let Some(first) = iso.next_passed_on(iterator)? else { return Ok(end_pairs(iso, this)) };
            iso.heap.set_field(this, 1, first);
            // The iterator may have called this one.
            if iso.heap.field(this, 0).is_none() {
                return Ok(end_pairs(iso, this));
            }
            first
        }
    };
    let Some(item) = iso.next_passed_on(iterator)? else { return Ok(end_pairs(iso, this)) };
    iso.heap.set_field(this, 1, item);
    iso.new_tuple(&[before, item])
}

fn end_pairs(iso: &mut Isolate, this: Value) -> Value {
    iso.heap.set_field(this, 0, Value::NONE);
    iso.heap.set_field(this, 1, Value::NONE);
    Value::UNBOUND
}

fn new_group_by(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable, key] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.iterate(iterable)?;
    let none = Value::UNBOUND;
    make(iso, class, &GROUP_BY, 0, &[iterator, key.or(Value::NONE), none, none, none, none])
}

/// Reads an item and its key; whether there was one.
fn read_item(iso: &mut Isolate, this: Value) -> Completion<bool> {
    let iterator = iso.heap.field(this, field::ITERATOR);
    let Some(item) = iso.next(iterator)? else { return Ok(false) };
    let key = match iso.heap.field(this, field::FUNCTION) {
        Value::NONE => item,
        function => iso.call(function, &[item])?,
    };
    iso.heap.set_field(this, field::ITEM, item);
    iso.heap.set_field(this, field::KEY, key);
    Ok(true)
}

fn next_group_by(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    iso.heap.set_field(this, field::GROUP, Value::UNBOUND);
    // Pass over what is left of the group before.
    loop {
        let (group_key, key) = (iso.heap.field(this, field::GROUP_KEY), iso.heap.field(this, field::KEY));
        if !key.is_unbound() {
            iso.keep(key);
            if group_key.is_unbound() {
                break;
            }
            iso.keep(group_key);
            if !iso.same_or_equal(group_key, key)? {
                break;
            }
        }
        if !iso.scope(|iso| read_item(iso, this))? {
            return Ok(Value::UNBOUND);
        }
    }
    let key = iso.heap.field(this, field::KEY);
    iso.heap.set_field(this, field::GROUP_KEY, key);
    let Some(id) = iso.find_type(&GROUPER) else { return Err(raise::internal(iso)) };
    let group = iso.new_record(id, 0, &[this, key])?;
    iso.heap.set_field(this, field::GROUP, group);
    iso.new_tuple(&[key, group])
}

fn next_of_group(iso: &mut Isolate, args: &[Value]) -> Completion {
    let group = this(iso, args)?;
    let this = iso.heap.field(group, 0);
    if iso.heap.field(this, field::GROUP) != group {
        return Ok(Value::UNBOUND);
    }
    if iso.heap.field(this, field::ITEM).is_unbound() && !read_item(iso, this)? {
        return Ok(Value::UNBOUND);
    }
    let (group_key, key) = (iso.heap.field(group, 1), iso.heap.field(this, field::KEY));
    iso.keep(key);
    if key.is_unbound() || !iso.same_or_equal(group_key, key)? {
        return Ok(Value::UNBOUND);
    }
    let item = iso.heap.field(this, field::ITEM);
    iso.heap.set_field(this, field::ITEM, Value::UNBOUND);
    iso.heap.set_field(this, field::KEY, Value::UNBOUND);
    Ok(item)
}
