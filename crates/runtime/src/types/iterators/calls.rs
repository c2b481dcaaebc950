//! `filter`, and what `iter(callable, sentinel)` gives.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method, static_method};
use crate::types::iterators::applied::{filter_field, is_truth};
use crate::types::iterators::{Step, step_plain};
use crate::types::sequence::itself;
use crate::{Completion, Isolate, Value};

/// `filter`. A record; see [`filter_field`].
pub(crate) static FILTER: TypeSpec = TypeSpec::new(
    "filter",
    "(function, iterable, /)\n--\n\n\
     The items of the iterable for which the function gives something true; with None the items that are true.",
    FILTER_ROWS,
);

/// `callable_iterator`. A record: the callable (None at the end), the sentinel.
pub(crate) static CALLABLE_ITERATOR: TypeSpec =
    TypeSpec::new("callable_iterator", "", CALLABLE_ROWS).with_flags(TypeFlags::NOT_CALLABLE);

static FILTER_ROWS: &[Row] = &[
    static_method("__new__", "($type, function, iterable, /)", "Pick items by a function.", new_filter),
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return the next item picked.", next_filter),
    method("__reduce__", "($self, /)", "For pickle.", reduce_filter),
];

static CALLABLE_ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return what the next call gives.", next_call),
    method("__reduce__", "($self, /)", "For pickle.", reduce_call),
];

fn new_filter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, function, iterable] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::FILTER)?;
    let iterator = iso.iterate(iterable)?;
    let made = iso.new_record(TypeId::FILTER, 0, &[function, iterator, Value::UNBOUND])?;
    iso.wrap_new(class, TypeId::FILTER, made)
}

fn next_filter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (function, iterator) =
        (iso.heap.field(this, filter_field::FUNCTION), iso.heap.field(this, filter_field::ITERATOR));
    let by_truth = is_truth(function);
    loop {
        // What is passed over is let go at once: the iterator may be endless.
        let picked = iso.scope(|iso| -> Completion<Option<Value>> {
            iso.native_step()?;
            iso.collect_if_wanted();
            let item = match iso.take_waiting(this, filter_field::WAITING) {
                Some(item) => Some(item),
                None => match step_plain(&mut iso.heap, iterator) {
                    Step::Item(item) => Some(iso.keep(item)),
                    Step::End => None,
                    Step::Other => iso.next_passed_on(iterator)?,
                },
            };
            let Some(item) = item else { return Ok(Some(Value::UNBOUND)) };
            let answer = if by_truth { item } else { iso.call_with_one(function, item)? };
            Ok(iso.is_true(answer)?.then_some(item))
        })?;
        if let Some(item) = picked {
            return Ok(iso.keep(item));
        }
    }
}

fn reduce_filter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let arguments = iso.new_tuple(&[iso.heap.field(this, 0), iso.heap.field(this, 1)])?;
    iso.new_tuple(&[TypeId::FILTER.value(), arguments])
}

fn next_call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (callable, sentinel) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    if sentinel.is_unbound() {
        return Ok(Value::UNBOUND);
    }
    let result = match iso.call(callable, &[]) {
        Ok(result) => result,
        Err(raised) => {
            if !iso.raised_is(TypeId::STOP_ITERATION) {
                return Err(raised);
            }
            iso.take_exception();
            end_calls(iso, this);
            return Ok(Value::UNBOUND);
        }
    };
    // The call may have come to the end by asking this very iterator.
    if iso.heap.field(this, 1).is_unbound() || iso.same_or_equal(sentinel, result)? {
        end_calls(iso, this);
        return Ok(Value::UNBOUND);
    }
    Ok(result)
}

fn end_calls(iso: &mut Isolate, this: Value) {
    iso.heap.set_field(this, 0, Value::NONE);
    iso.heap.set_field(this, 1, Value::UNBOUND);
}

fn reduce_call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let iter = iso.builtin_named("iter")?;
    let (callable, sentinel) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let arguments = if sentinel.is_unbound() {
        let empty = iso.new_tuple(&[])?;
        iso.new_tuple(&[empty])?
    } else {
        iso.new_tuple(&[callable, sentinel])?
    };
    iso.new_tuple(&[iter, arguments])
}
