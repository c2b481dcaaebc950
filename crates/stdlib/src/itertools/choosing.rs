//! Such that leave out items: `compress`, `dropwhile`, `filterfalse`, `islice` and `takewhile`.

use super::{ITER, NEXT, count_at, iterator, itself, make, next_row, set_count, this};
use alloc::format;
use ferropy_runtime::native::{Reach, Row, TypeId, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// A record: the iterator over the data, that over the selectors.
pub(super) static COMPRESS: TypeSpec = iterator(
    "compress",
    "Return data elements corresponding to true selector elements.",
    &[
        static_method("__new__", "($type, /, data, selectors)", "Pick items by what stands beside them.", new_compress),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_compress),
    ],
);

/// A record: the function, the iterator; the number is 1 once items are given.
pub(super) static DROP_WHILE: TypeSpec = iterator(
    "dropwhile",
    "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.",
    &[
        static_method("__new__", "($type, predicate, iterable, /)", "Leave out the first items.", |iso, args| {
            with_function(iso, args, &DROP_WHILE)
        }),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_drop_while),
    ],
);

/// A record: the function or None, the iterator.
pub(super) static FILTER_FALSE: TypeSpec = iterator(
    "filterfalse",
    "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.",
    &[
        static_method(
            "__new__",
            "($type, function, iterable, /)",
            "Leave out what the function likes.",
            |iso, args| with_function(iso, args, &FILTER_FALSE),
        ),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_filter_false),
    ],
);

/// A record: the function, the iterator; the number is 1 when the end was met.
pub(super) static TAKE_WHILE: TypeSpec = iterator(
    "takewhile",
    "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
    &[
        static_method("__new__", "($type, predicate, iterable, /)", "Give the first items.", |iso, args| {
            with_function(iso, args, &TAKE_WHILE)
        }),
        method("__iter__", "($self, /)", ITER, itself),
        method("__next__", "($self, /)", NEXT, next_take_while),
    ],
);

/// A record: the iterator (None behind the end), how many items were taken, the number of the next one to give, that of
/// the first not to give (-1 for none), and the step.
pub(super) static SLICE: TypeSpec = iterator(
    "islice",
    "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\n\
     The items of the iterable that a slice of a list would have. Indices are counted from the start only.",
    SLICE_ROWS,
);

const SLICE_ROWS: &[Row] = &[
    static_method("__new__", "($type, /, *args)", "Give items by their numbers.", new_slice),
    method("__iter__", "($self, /)", ITER, itself),
    next_row(next_slice, next_slice_quickly),
];

fn new_compress(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, data, selectors] = args else { return Err(raise::internal(iso)) };
    let (data, selectors) = (iso.iterate(data)?, iso.iterate(selectors)?);
    make(iso, class, &COMPRESS, 0, &[data, selectors])
}

/// Looks for an item until `look` finds one or the end; what it passes over is let go.
fn search(iso: &mut Isolate, mut look: impl FnMut(&mut Isolate) -> Completion<Option<Value>>) -> Completion {
    loop {
        if let Some(found) = iso.scope(&mut look)? {
            return Ok(iso.keep(found));
        }
    }
}

fn next_compress(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let (data, selectors) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    search(iso, |iso| {
        let Some(item) = iso.next_passed_on(data)? else { return Ok(Some(Value::UNBOUND)) };
        let Some(selector) = iso.next_passed_on(selectors)? else { return Ok(Some(Value::UNBOUND)) };
        Ok(iso.is_true(selector)?.then_some(item))
    })
}

fn with_function(iso: &mut Isolate, args: &[Value], spec: &'static TypeSpec) -> Completion {
    let &[class, function, iterable] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.iterate(iterable)?;
    make(iso, class, spec, 0, &[function, iterator])
}

fn next_drop_while(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let (function, iterator) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    search(iso, |iso| {
        let Some(item) = iso.next_passed_on(iterator)? else { return Ok(Some(Value::UNBOUND)) };
        if iso.heap.number(this) == 0 {
            let answer = iso.call(function, &[item])?;
            if iso.is_true(answer)? {
                return Ok(None);
            }
            iso.heap.set_number(this, 1);
        }
        Ok(Some(item))
    })
}

fn next_filter_false(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let (function, iterator) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let by_truth = function.is_none() || function == TypeId::BOOL.value();
    search(iso, |iso| {
        let Some(item) = iso.next_passed_on(iterator)? else { return Ok(Some(Value::UNBOUND)) };
        let answer = if by_truth { item } else { iso.call(function, &[item])? };
        Ok((!iso.is_true(answer)?).then_some(item))
    })
}

fn next_take_while(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    if iso.heap.number(this) == 1 {
        return Ok(Value::UNBOUND);
    }
    let (function, iterator) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let Some(item) = iso.next_passed_on(iterator)? else { return Ok(Value::UNBOUND) };
    let answer = iso.call(function, &[item])?;
    if iso.is_true(answer)? {
        return Ok(item);
    }
    iso.heap.set_number(this, 1);
    Ok(Value::UNBOUND)
}

fn new_slice(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, arguments] = args else { return Err(raise::internal(iso)) };
    let given: alloc::vec::Vec<Value> = iso.heap.items(arguments).collect();
    let (iterable, start, stop, step) = match *given.as_slice() {
        [iterable, stop] => (iterable, Value::NONE, stop, Value::NONE),
        [iterable, start, stop] => (iterable, start, stop, Value::NONE),
        [iterable, start, stop, step] => (iterable, start, stop, step),
        _ => {
            let (bound, count) = if given.len() < 2 { ("at least 2", given.len()) } else { ("at most 4", given.len()) };
            return Err(raise::type_error(iso, &format!("islice expected {bound} arguments, got {count}")));
        }
    };
    let stop = if stop.is_none() { Some(-1) } else { whole(iso, stop).filter(|&stop| stop != -1) };
    let Some(stop) = stop else {
        return Err(wrong_index(iso, "Stop argument"));
    };
    let start = if start.is_none() { Some(0) } else { whole(iso, start) };
    let Some(start @ 0..) = start.filter(|_| stop >= -1) else { return Err(wrong_index(iso, "Indices")) };
    let step = match step {
        Value::NONE => 1,
        step => match whole(iso, step) {
            Some(step @ 1..) => step,
            _ => return Err(raise::value_error(iso, "Step for islice() must be a positive integer or None.")),
        },
    };
    let iterator = iso.iterate(iterable)?;
    let [start, stop, step] = [start, stop, step].map(|number| iso.new_int(number));
    make(iso, class, &SLICE, 0, &[iterator, Value::small_int(0), start?, stop?, step?])
}

/// An index, if it is one and fits.
fn whole(iso: &mut Isolate, value: Value) -> Option<i64> {
    match iso.to_isize(value) {
        Ok(index) => Some(index),
        Err(_) => {
            iso.take_exception();
            None
        }
    }
}

#[cold]
fn wrong_index(iso: &mut Isolate, what: &str) -> Raised {
    raise::value_error(iso, &format!("{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize."))
}

fn next_slice(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let iterator = iso.heap.field(this, 0);
    if iterator.is_none() {
        return Ok(Value::UNBOUND);
    }
    let stop = count_at(iso, this, 3);
    while count_at(iso, this, 1) < count_at(iso, this, 2) {
        let is_there = iso.scope(|iso| iso.next_passed_on(iterator).map(|item| item.is_some()));
        if is_there != Ok(true) {
            end_slice(iso, this);
            return is_there.map(|_| Value::UNBOUND);
        }
        let taken = count_at(iso, this, 1);
        set_count(iso, this, 1, taken + 1)?;
    }
    let taken = count_at(iso, this, 1);
    if stop >= 0 && taken >= stop {
        return Ok(end_slice(iso, this));
    }
    let item = match iso.next_passed_on(iterator) {
        Ok(Some(item)) => item,
        other => {
            end_slice(iso, this);
            return other.map(|_| Value::UNBOUND);
        }
    };
    set_count(iso, this, 1, taken.saturating_add(1))?;
    let next = count_at(iso, this, 2).saturating_add(count_at(iso, this, 4));
    let next = if stop >= 0 { next.min(stop) } else { next };
    set_count(iso, this, 2, next)?;
    Ok(item)
}

/// The item that comes next, where none is passed over.
fn next_slice_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.record_type(this)?;
    let [iterator, taken, next, stop, step] = [0, 1, 2, 3, 4].map(|index| reach.heap.field(this, index));
    let (taken, next) = taken.both_small_ints(next)?;
    let (stop, step) = stop.both_small_ints(step)?;
    if taken != next || (stop >= 0 && taken >= stop) {
        return None;
    }
    let following = if stop >= 0 { next.saturating_add(step).min(stop) } else { next.saturating_add(step) };
    let (taken, following) = (Value::try_small_int(taken + 1)?, Value::try_small_int(following)?);
    let item = reach.next_plain(iterator)?;
    reach.heap.set_field(this, 1, taken);
    reach.heap.set_field(this, 2, following);
    Some(item)
}

/// The iterator below is let go.
fn end_slice(iso: &mut Isolate, this: Value) -> Value {
    iso.heap.set_field(this, 0, Value::NONE);
    Value::UNBOUND
}
