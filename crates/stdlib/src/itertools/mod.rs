//! `itertools`: iterators out of iterators.
//!
//! Each is a record of what it goes on from. What they pass over is let go at once, since the iterators below them may be
//! endless. None of them can be copied or pickled, as in CPython from 3.14 on.

mod choosing;
mod combining;
mod counting;
mod grouping;
mod products;
mod running;
mod tee;

use ferropy_runtime::native::{
    ModuleSpec, NativeFunction, Row, Shortcut, TypeFlags, TypeId, TypeSpec, function, method,
};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `itertools`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "itertools",
    doc: "Functional tools for creating and using iterators: endless ones, such that pick, join or group the items of \
          others, and such that combine items.",
    rows: ROWS,
    types: &[
        &running::ACCUMULATE,
        &grouping::BATCHED,
        &combining::CHAIN,
        &products::COMBINATIONS,
        &products::COMBINATIONS_WITH_REPLACEMENT,
        &choosing::COMPRESS,
        &counting::COUNT,
        &counting::CYCLE,
        &choosing::DROP_WHILE,
        &choosing::FILTER_FALSE,
        &grouping::GROUP_BY,
        &choosing::SLICE,
        &grouping::PAIRWISE,
        &products::PERMUTATIONS,
        &products::PRODUCT,
        &counting::REPEAT,
        &running::STAR_MAP,
        &choosing::TAKE_WHILE,
        &combining::ZIP_LONGEST,
        &grouping::GROUPER,
        &tee::TEE,
        &tee::LINK,
    ],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] =
    &[function("tee", "($module, iterable, n=2, /)", "Returns a tuple of n independent iterators.", tee::tee)];

/// A type of this module that Python classes may derive from.
const fn iterator(name: &'static str, doc: &'static str, rows: &'static [Row]) -> TypeSpec {
    TypeSpec::new(name, doc, rows).in_module("itertools").with_flags(TypeFlags::SUBCLASSABLE)
}

const ITER: &str = "Implement iter(self).";
const NEXT: &str = "Implement next(self).";

/// Whether iterators have short cuts: boards would pay with flash.
const HAS_SHORTCUTS: bool = cfg!(not(target_os = "none"));

/// The row of a `__next__` with a short cut, which gives items only and leaves the end to the function. It is also called
/// for instances of subclasses, whose records it does not see.
const fn next_row(next: NativeFunction, quick: Shortcut) -> Row {
    let row = method("__next__", "($self, /)", NEXT, next);
    if HAS_SHORTCUTS { row.with_shortcut(quick) } else { row }
}

/// The `__iter__` of an iterator.
fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn this(iso: &mut Isolate, args: &[Value]) -> Completion {
    itself(iso, args)
}

/// A fresh record, or an instance of a Python subclass around it.
fn make(iso: &mut Isolate, class: Value, spec: &'static TypeSpec, number: u32, fields: &[Value]) -> Completion {
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    let record = iso.new_record(id, number, fields)?;
    iso.wrap_new(class, id, record)
}

/// `__class_getitem__`: for annotations.
fn class_getitem(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, item] = args else { return Err(raise::internal(iso)) };
    iso.call(TypeId::GENERIC_ALIAS.value(), &[class, item])
}

/// A field that holds a count.
fn count_at(iso: &Isolate, record: Value, index: usize) -> i64 {
    iso.as_i64(iso.heap.field(record, index)).unwrap_or(0)
}

fn set_count(iso: &mut Isolate, record: Value, index: usize, count: i64) -> Completion<()> {
    let count = iso.heap.new_int(count)?;
    iso.heap.set_field(record, index, count);
    Ok(())
}
