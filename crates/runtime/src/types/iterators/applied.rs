//! Steps of `map` and `filter` that run no Python: the function is a native one that has a short cut, or none at all.
//!
//! An item for which that does not hold has been taken already. It stays in the record until `__next__` asks for it.

use super::{Step, step_plain};
use crate::builtins::construct::construct;
use crate::native::{Reach, RowKind, RowTable, TypeId};
use crate::object::truth::plain_truth;
use crate::value::Immediate;
use crate::{Completion, Isolate, Value};

/// The fields of a `map`.
pub(super) mod map_field {
    /// The tuple of iterators.
    pub(crate) const ITERATORS: usize = 0;
    /// The function.
    pub(crate) const FUNCTION: usize = 1;
    /// An item for which the function is still to be called, or Unbound; where there is one iterator.
    pub(crate) const WAITING: usize = 2;
}

/// The fields of a `filter`.
pub(super) mod filter_field {
    /// The function or None.
    pub(crate) const FUNCTION: usize = 0;
    /// The iterator.
    pub(crate) const ITERATOR: usize = 1;
    /// An item about which the function is still to be asked, or Unbound.
    pub(crate) const WAITING: usize = 2;
}

/// What is applied to what.
#[derive(Clone, Copy)]
pub(crate) struct Application {
    /// The function of a `map` or `filter`.
    pub(crate) function: Value,
    /// What gives the items.
    pub(crate) iterator: Value,
    /// The function chooses items.
    pub(crate) is_filter: bool,
}

/// How deep such iterators may be nested.
const DEEPEST: u32 = 4;
/// How many items are passed over without a look for Ctrl-C.
const STRETCH: usize = 64;

/// Goes on with a `map`, a `filter` or a plain iterator.
#[inline(never)]
pub(crate) fn step_applied(tables: &[RowTable], reach: &mut Reach<'_>, iterator: Value) -> Step<Value> {
    step_to_depth(tables, reach, iterator, DEEPEST)
}

#[cfg_attr(not(target_os = "none"), inline(always))]
fn step_to_depth(tables: &[RowTable], reach: &mut Reach<'_>, iterator: Value, depth: u32) -> Step<Value> {
    let Some((kind, [first, second, waiting])) = reach.heap.record_typed::<3>(iterator) else {
        return step_plain(reach.heap, iterator);
    };
    if !matches!(TypeId(kind), TypeId::MAP | TypeId::FILTER) {
        return step_plain(reach.heap, iterator);
    }
    if depth == 0 || reach.heap.wants_collection() || !waiting.is_unbound() {
        return Step::Other;
    }
    if TypeId(kind) == TypeId::FILTER {
        return step_filter(tables, reach, (iterator, first, second), depth - 1);
    }
    if reach.heap.sequence_len(first) != 1 {
        return Step::Other;
    }
    let inner = reach.heap.tuple_item(first, 0).unwrap_or(Value::NONE);
    match step_inner(tables, reach, inner, depth - 1) {
        Step::Item(item) => match apply(tables, reach, second, item) {
            Some(result) => Step::Item(result),
            None => {
                reach.heap.set_field(iterator, map_field::WAITING, item);
                Step::Other
            }
        },
        other => other,
    }
}

/// Goes on with what a `map` or `filter` goes over: hardly ever another of these.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn step_inner(tables: &[RowTable], reach: &mut Reach<'_>, iterator: Value, depth: u32) -> Step<Value> {
    match step_plain(reach.heap, iterator) {
        Step::Other => step_nested(tables, reach, iterator, depth),
        step => step,
    }
}

#[inline(never)]
fn step_nested(tables: &[RowTable], reach: &mut Reach<'_>, iterator: Value, depth: u32) -> Step<Value> {
    step_to_depth(tables, reach, iterator, depth)
}

/// The next item that a filter with that function and iterator lets pass.
#[inline(never)]
fn step_filter(
    tables: &[RowTable],
    reach: &mut Reach<'_>,
    (this, function, iterator): (Value, Value, Value),
    depth: u32,
) -> Step<Value> {
    let by_truth = is_truth(function);
    for _ in 0..STRETCH {
        let item = match step_inner(tables, reach, iterator, depth) {
            Step::Item(item) => item,
            other => return other,
        };
        let answer = if by_truth { Some(item) } else { apply(tables, reach, function, item) };
        match answer.and_then(|answer| plain_truth(reach.heap, answer)) {
            Some(true) => return Step::Item(item),
            Some(false) => {}
            None => {
                reach.heap.set_field(this, filter_field::WAITING, item);
                return Step::Other;
            }
        }
    }
    Step::Other
}

/// Whether a filter with that function asks for nothing but the truth of its items.
pub(super) fn is_truth(function: Value) -> bool {
    function.is_none() || function == TypeId::BOOL.value()
}

/// What a native function's short cut or a builtin type gives for one argument.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn apply(tables: &[RowTable], reach: &mut Reach<'_>, function: Value, item: Value) -> Option<Value> {
    let Some((table, row)) = function.as_native() else {
        return construct(reach, TypeId(function.payload_of(Immediate::Type)? as u16), &[item]);
    };
    match tables.get(table)?.get(row)?.kind {
        RowKind::Function(_, shortcut, _) => shortcut?(reach, &[item]),
        // As a function a method takes any object: it must be one of its type.
        RowKind::Method(_, shortcut, _) if reach.type_of(item) == Some(TypeId(table as u16).value()) => {
            shortcut?(reach, &[item])
        }
        _ => None,
    }
}

impl Isolate {
    /// As [`step_applied`].
    #[inline]
    pub(crate) fn step_applied(&mut self, iterator: Value) -> Step<Value> {
        step_applied(&self.tables, &mut Reach { heap: &mut self.heap, shapes: &self.shapes }, iterator)
    }

    /// The item that waits in a record for Python; it does no longer.
    #[inline]
    pub(super) fn take_waiting(&mut self, record: Value, field: usize) -> Option<Value> {
        let item = self.heap.field(record, field).given()?;
        self.heap.set_field(record, field, Value::UNBOUND);
        Some(self.keep(item))
    }

    /// Appends the items that a filter by truth lets pass, as long as that needs no Python; whether it came to its end.
    pub(crate) fn append_true(&mut self, list: Value, filter: Value) -> Completion<bool> {
        /// How many items are looked at without a look for Ctrl-C.
        const MANY: usize = 1 << 12;
        let Some((_, [function, iterator, waiting])) = self.heap.record_typed::<3>(filter) else { return Ok(false) };
        if !is_truth(function) || !waiting.is_unbound() {
            return Ok(false);
        }
        loop {
            for _ in 0..MANY {
                let item = match step_plain(&mut self.heap, iterator) {
                    Step::Item(item) => item,
                    Step::End => return Ok(true),
                    Step::Other => return Ok(false),
                };
                match plain_truth(&self.heap, item) {
                    Some(true) => self.heap.list_append(list, item)?,
                    Some(false) => {}
                    None => {
                        self.heap.set_field(filter, filter_field::WAITING, item);
                        return Ok(false);
                    }
                }
            }
            self.native_steps(MANY)?;
            // What a string gives piece by piece is to be collected.
            if self.heap.wants_collection() {
                return Ok(false);
            }
        }
    }

    /// What a `map` of one iterable, or a `filter`, applies to what.
    pub(crate) fn application(&self, record: Value) -> Option<Application> {
        let (kind, _, first) = self.heap.record_start(record)?;
        let second = self.heap.field(record, 1);
        match TypeId(kind) {
            TypeId::MAP if self.heap.sequence_len(first) == 1 => {
                let iterator = self.heap.tuple_item(first, 0)?;
                Some(Application { function: second, iterator, is_filter: false })
            }
            TypeId::FILTER => Some(Application { function: first, iterator: second, is_filter: true }),
            _ => None,
        }
    }

    /// The item that waits in a `map` or `filter` for Python; it does no longer.
    pub(crate) fn take_waiting_item(&mut self, record: Value) -> Option<Value> {
        const { assert!(map_field::WAITING == filter_field::WAITING, "both have it in one place") };
        self.take_waiting(record, map_field::WAITING)
    }

    /// The function of a `map` or `filter` whose next step is a call of a Python function for one item, and that item, which
    /// waits no longer; whether it is a filter.
    pub(crate) fn take_application(&mut self, iterator: Value) -> Option<(Value, Value, bool)> {
        let (function, field, is_filter) = match TypeId(self.heap.record_type(iterator)?) {
            TypeId::MAP => (map_field::FUNCTION, map_field::WAITING, false),
            TypeId::FILTER => (filter_field::FUNCTION, filter_field::WAITING, true),
            _ => return None,
        };
        let function = self.heap.field(iterator, function);
        if !matches!(self.heap.function(function), Some((_, 1, _))) {
            return None;
        }
        let item = self.take_waiting(iterator, field)?;
        Some((function, item, is_filter))
    }

    /// Calls a function with one argument: a native function that takes just one without the general way.
    pub(super) fn call_with_one(&mut self, function: Value, item: Value) -> Completion {
        if let Some((table, row)) = function.as_native()
            && let Some(row) = self.tables.get(table).and_then(|table| table.get(row))
            && row.signature().is_exactly(1)
            && self.may_enter_native()
        {
            let native = match row.kind {
                RowKind::Function(native, ..) => Some(native),
                RowKind::Method(native, ..) if self.type_of(item) == TypeId(table as u16).value() => Some(native),
                _ => None,
            };
            if let Some(native) = native {
                self.native_depth += 1;
                let mark = self.kept.len();
                let result = native(self, &[item]);
                self.kept.truncate(mark);
                self.native_depth -= 1;
                let result = result?;
                // A native `__next__` gives Unbound at its end.
                if !result.is_unbound() {
                    return Ok(self.keep(result));
                }
                return Err(crate::exceptions::raise::stop_iteration(self, Value::NONE));
            }
        }
        self.call(function, &[item])
    }
}
