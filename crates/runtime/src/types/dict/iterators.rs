//! The iterators over keys, values and items of a dict, forward and backward.
//!
//! A record: the dict (None at the end), the number of keys it had at the start, and how many are left to give. Its
//! number is the next entry, for backward iterators one more than it.

use crate::exceptions::raise;
use crate::heap::{Heap, OutOfMemory};
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method};
use crate::types::iterators::Step;
use crate::types::sequence::itself;
use crate::{Completion, Isolate, Raised, Value};

const DICT: usize = 0;
const SIZE: usize = 1;
const LEFT: usize = 2;

const fn iterator(name: &'static str, rows: &'static [Row]) -> TypeSpec {
    TypeSpec::new(name, "", rows).with_flags(TypeFlags::NOT_CALLABLE)
}

/// `dict_keyiterator`.
pub(crate) static DICT_KEY_ITERATOR: TypeSpec = iterator("dict_keyiterator", KEYS);
/// `dict_valueiterator`.
pub(crate) static DICT_VALUE_ITERATOR: TypeSpec = iterator("dict_valueiterator", VALUES);
/// `dict_itemiterator`.
pub(crate) static DICT_ITEM_ITERATOR: TypeSpec = iterator("dict_itemiterator", ITEMS);
/// `dict_reversekeyiterator`.
pub(crate) static DICT_REVERSE_KEY_ITERATOR: TypeSpec = iterator("dict_reversekeyiterator", REVERSE_KEYS);
/// `dict_reversevalueiterator`.
pub(crate) static DICT_REVERSE_VALUE_ITERATOR: TypeSpec = iterator("dict_reversevalueiterator", REVERSE_VALUES);
/// `dict_reverseitemiterator`.
pub(crate) static DICT_REVERSE_ITEM_ITERATOR: TypeSpec = iterator("dict_reverseitemiterator", REVERSE_ITEMS);

macro_rules! rows {
    ($($name:ident = $next:ident;)*) => {
        $(
            static $name: &[Row] = &[
                method("__iter__", "($self, /)", "Return self.", itself),
                method("__next__", "($self, /)", "Return the next item.", $next),
                method("__length_hint__", "($self, /)", "Return how many items are left.", length_hint),
                method("__reduce__", "($self, /)", "For pickle.", reduce),
            ];
        )*
    };
}

rows! {
    KEYS = next_key;
    VALUES = next_value;
    ITEMS = next_item;
    REVERSE_KEYS = previous_key;
    REVERSE_VALUES = previous_value;
    REVERSE_ITEMS = previous_item;
}

/// An iterator over a dict; the type says over what and in which direction.
pub(crate) fn new_iterator(heap: &mut Heap, id: TypeId, dict: Value) -> Result<Value, OutOfMemory> {
    let backward = matches!(
        id,
        TypeId::DICT_REVERSE_KEY_ITERATOR | TypeId::DICT_REVERSE_VALUE_ITERATOR | TypeId::DICT_REVERSE_ITEM_ITERATOR
    );
    let number = if backward { heap.table_entries(dict) as u32 } else { 0 };
    let size = Value::small_int(heap.table_len(dict) as i64);
    heap.new_record(id.number(), number, &[dict, size, size])
}

impl Isolate {
    /// An iterator over a dict; the type says over what and in which direction.
    pub(super) fn dict_iterator(&mut self, id: TypeId, dict: Value) -> Completion {
        let iterator = new_iterator(&mut self.heap, id, dict)?;
        Ok(self.keep(iterator))
    }
}

pub(super) fn keys_iterator(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.dict_iterator(TypeId::DICT_KEY_ITERATOR, this)
}

pub(super) fn reversed_keys(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.dict_iterator(TypeId::DICT_REVERSE_KEY_ITERATOR, this)
}

/// The next entry of a forward iterator, unless there is an exception to raise.
#[inline]
pub(crate) fn step_entry(heap: &mut Heap, this: Value) -> Step<(Value, Value)> {
    step_in(heap, this, false)
}

/// The next entry of an iterator, forward or backward, unless there is an exception to raise.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn step_in(heap: &mut Heap, this: Value, backward: bool) -> Step<(Value, Value)> {
    let Some((number, [dict, size, left])) = heap.record_numbered(this) else { return Step::Other };
    if dict.is_none() {
        return Step::End;
    }
    if size != Value::small_int(heap.table_len(dict) as i64) {
        return Step::Other;
    }
    let at = number as usize;
    let found = if backward {
        (0..at).rev().find_map(|entry| Some((entry, heap.table_key(dict, entry)?, heap.dict_value(dict, entry))))
    } else {
        heap.next_entry(dict, at)
    };
    let Some((entry, key, value)) = found else {
        heap.set_field(this, DICT, Value::NONE);
        return Step::End;
    };
    let left = left.as_small_int().unwrap_or(0);
    if left == 0 {
        return Step::Other;
    }
    heap.set_field(this, LEFT, Value::small_int(left - 1));
    heap.set_number(this, if backward { entry } else { entry + 1 } as u32);
    Step::Item((key, value))
}

/// The next entry of an iterator, forward or backward; nothing at the end.
fn step(iso: &mut Isolate, this: Value, backward: bool) -> Completion<Option<(Value, Value)>> {
    match step_in(&mut iso.heap, this, backward) {
        Step::Item(entry) => Ok(Some(entry)),
        Step::End => Ok(None),
        Step::Other => Err(changed(iso, this)),
    }
}

/// What is wrong with the dict of an iterator that can't go on.
#[cold]
fn changed(iso: &mut Isolate, this: Value) -> Raised {
    let dict = iso.heap.field(this, DICT);
    if iso.heap.field(this, SIZE) != Value::small_int(iso.heap.table_len(dict) as i64) {
        // The iterator stays unusable.
        iso.heap.set_field(this, SIZE, Value::small_int(-1));
        return raise::runtime_error(iso, "dictionary changed size during iteration");
    }
    iso.heap.set_field(this, DICT, Value::NONE);
    raise::runtime_error(iso, "dictionary keys changed during iteration")
}

fn next_key(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(step(iso, this, false)?.map_or(Value::UNBOUND, |(key, _)| key))
}

fn next_value(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(step(iso, this, false)?.map_or(Value::UNBOUND, |(_, value)| value))
}

fn next_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match step(iso, this, false)? {
        Some((key, value)) => iso.new_tuple(&[key, value]),
        None => Ok(Value::UNBOUND),
    }
}

fn previous_key(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(step(iso, this, true)?.map_or(Value::UNBOUND, |(key, _)| key))
}

fn previous_value(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(step(iso, this, true)?.map_or(Value::UNBOUND, |(_, value)| value))
}

fn previous_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match step(iso, this, true)? {
        Some((key, value)) => iso.new_tuple(&[key, value]),
        None => Ok(Value::UNBOUND),
    }
}

fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let dict = iso.heap.field(this, DICT);
    let size = iso.heap.field(this, SIZE).as_small_int().unwrap_or(-1);
    if dict.is_none() || iso.heap.table_len(dict) as i64 != size {
        return Ok(Value::small_int(0));
    }
    Ok(iso.heap.field(this, LEFT))
}

/// What is left as a list, without using the iterator up.
fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let id = iso.record_type_id(this);
    let (dict, size) = (iso.heap.field(this, DICT), iso.heap.field(this, SIZE));
    let copy = iso.new_record(id, iso.heap.number(this), &[dict, size, iso.heap.field(this, LEFT)])?;
    let rest = iso.collect_items(copy)?;
    let iter = iso.builtin_named("iter")?;
    let arguments = iso.new_tuple(&[rest])?;
    iso.new_tuple(&[iter, arguments])
}
