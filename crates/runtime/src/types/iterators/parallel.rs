//! `zip` and `map`, which walk over several iterables at once. A record: the tuple of iterators, and what `map` has beyond
//! that (see [`map_field`]); its number is 1 for strict ones.

use crate::buffers::with_room;
use crate::exceptions::raise;
use crate::native::{Row, TypeId, TypeSpec, method, static_method};
use crate::types::iterators::applied::map_field;
use crate::types::iterators::{Step, step_plain};
use crate::types::sequence::itself;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::vec::Vec;

/// `zip`.
pub(crate) static ZIP: TypeSpec = TypeSpec::new(
    "zip",
    "zip(*iterables, strict=False)\n--\n\nTuples of what several iterables give: the first of each, the second of each, and so on.\n\n\
     The shortest iterable ends it; with strict=True that is a ValueError unless all end together.",
    ZIP_ROWS,
);

/// `map`.
pub(crate) static MAP: TypeSpec = TypeSpec::new(
    "map",
    "(function, iterable, /, *iterables, strict=False)\n--\n\n\
     What a function gives for each item, or for the items of several iterables side by side.\n\n\
     The shortest iterable ends it; with strict=True that is a ValueError unless all end together.",
    MAP_ROWS,
);

static ZIP_ROWS: &[Row] = &[
    static_method("__new__", "($type, /, *iterables, strict=False)", "Walk over the iterables side by side.", new_zip),
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return the next tuple.", next_zip),
    method("__reduce__", "($self, /)", "For pickle.", reduce_zip),
    method("__setstate__", "($self, state, /)", "For pickle: set whether it is strict.", set_state),
];

static MAP_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, function=<unrepresentable>, /, *iterables, strict=False)",
        "Apply a function to what the iterables give.",
        new_map,
    ),
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return the next result.", next_map),
    method("__reduce__", "($self, /)", "For pickle.", reduce_map),
    method("__setstate__", "($self, state, /)", "For pickle: set whether it is strict.", set_state),
];

/// Iterators over all of the iterables, as a tuple.
fn iterators(iso: &mut Isolate, iterables: Value) -> Completion {
    let mut iterators = Vec::new();
    for index in 0..iso.heap.sequence_len(iterables) {
        let iterable = iso.heap.tuple_item(iterables, index).unwrap_or(Value::NONE);
        iterators.push(iso.iterate(iterable)?);
    }
    iso.new_tuple(&iterators)
}

fn new_zip(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, strict, iterables] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::ZIP)?;
    let strict = !strict.is_unbound() && iso.is_true(strict)?;
    let iterators = iterators(iso, iterables)?;
    let made = iso.new_record(TypeId::ZIP, u32::from(strict), &[iterators])?;
    iso.wrap_new(class, TypeId::ZIP, made)
}

fn new_map(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, function, strict, iterables] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::MAP)?;
    if iso.heap.sequence_len(iterables) == 0 {
        return Err(raise::type_error(iso, "map() must have at least two arguments."));
    }
    let strict = !strict.is_unbound() && iso.is_true(strict)?;
    let iterators = iterators(iso, iterables)?;
    let made = iso.new_record(TypeId::MAP, u32::from(strict), &[iterators, function, Value::UNBOUND])?;
    iso.wrap_new(class, TypeId::MAP, made)
}

/// The next item of each iterator; nothing when one has ended.
fn next_items(iso: &mut Isolate, this: Value, function: &str) -> Completion<Option<Vec<Value>>> {
    let iterators = iso.heap.field(this, 0);
    let count = iso.heap.sequence_len(iterators);
    let mut items = with_room(count)?;
    let is_strict = iso.heap.number(this) == 1;
    for index in 0..count {
        let iterator = iso.heap.tuple_item(iterators, index).unwrap_or(Value::NONE);
        match if is_strict { iso.next(iterator)? } else { iso.next_passed_on(iterator)? } {
            Some(item) => items.push(item),
            None if is_strict => return ended(iso, iterators, index, function),
            None => return Ok(None),
        }
    }
    Ok(Some(items))
}

/// A strict iterator's iterable at `index` has ended: so must all others.
#[cold]
fn ended(iso: &mut Isolate, iterators: Value, index: usize, function: &str) -> Completion<Option<Vec<Value>>> {
    if index > 0 {
        return Err(lengths_differ(iso, function, index, "shorter"));
    }
    for later in 1..iso.heap.sequence_len(iterators) {
        let iterator = iso.heap.tuple_item(iterators, later).unwrap_or(Value::NONE);
        if iso.next(iterator)?.is_some() {
            return Err(lengths_differ(iso, function, later, "longer"));
        }
    }
    Ok(None)
}

#[cold]
fn lengths_differ(iso: &mut Isolate, function: &str, index: usize, how: &str) -> Raised {
    let others = if index == 1 { " 1".into() } else { format!("s 1-{index}") };
    raise::value_error(iso, &format!("{function}() argument {} is {how} than argument{others}", index + 1))
}

fn next_zip(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let iterators = iso.heap.field(this, 0);
    match iso.heap.sequence_len(iterators) {
        0 => return Ok(Value::UNBOUND),
        // Two iterables are what almost all programs have: no list of items is needed then.
        2 if iso.heap.number(this) == 0 => {
            let first = iso.heap.tuple_item(iterators, 0).unwrap_or(Value::NONE);
            let Some(a) = iso.next_passed_on(first)? else { return Ok(Value::UNBOUND) };
            let second = iso.heap.tuple_item(iterators, 1).unwrap_or(Value::NONE);
            let Some(b) = iso.next_passed_on(second)? else { return Ok(Value::UNBOUND) };
            return iso.new_tuple(&[a, b]);
        }
        _ => {}
    }
    match next_items(iso, this, "zip")? {
        Some(items) => iso.new_tuple(&items),
        None => Ok(Value::UNBOUND),
    }
}

fn next_map(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let function = iso.heap.field(this, map_field::FUNCTION);
    let iterators = iso.heap.field(this, map_field::ITERATORS);
    if iso.heap.sequence_len(iterators) == 1 {
        let iterator = iso.heap.tuple_item(iterators, 0).unwrap_or(Value::NONE);
        let item = match iso.take_waiting(this, map_field::WAITING) {
            Some(item) => Some(item),
            None => match step_plain(&mut iso.heap, iterator) {
                Step::Item(item) => Some(item),
                Step::End => None,
                Step::Other => iso.next_passed_on(iterator)?,
            },
        };
        return match item {
            Some(item) => iso.call_with_one(function, item),
            None => Ok(Value::UNBOUND),
        };
    }
    match next_items(iso, this, "map")? {
        Some(items) => iso.call(function, &items),
        None => Ok(Value::UNBOUND),
    }
}

fn reduce_with(iso: &mut Isolate, class: TypeId, this: Value, arguments: &[Value]) -> Completion {
    let arguments = iso.new_tuple(arguments)?;
    if iso.heap.number(this) == 1 {
        return iso.new_tuple(&[class.value(), arguments, Value::TRUE]);
    }
    iso.new_tuple(&[class.value(), arguments])
}

fn reduce_zip(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let iterators: Vec<Value> = iso.heap.items(iso.heap.field(this, 0)).collect();
    reduce_with(iso, TypeId::ZIP, this, &iterators)
}

fn reduce_map(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mut arguments = alloc::vec![iso.heap.field(this, 1)];
    arguments.extend(iso.heap.items(iso.heap.field(this, 0)));
    reduce_with(iso, TypeId::MAP, this, &arguments)
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let strict = iso.is_true(state)?;
    iso.heap.set_number(this, u32::from(strict));
    Ok(Value::NONE)
}
