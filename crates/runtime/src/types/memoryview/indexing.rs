//! Items and parts of a view: reading, writing, comparing, iterating.

use super::dimensions::{checked_index, place_of};
use super::items::{pack, plain_item, unpack};
use super::view::View;
use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::native::{Row, TypeId, method};
use crate::{Completion, Isolate, Value};
use alloc::vec;
use alloc::vec::Vec;
use ferropy_numeric::slice::{clamp_index, normalize_index};

/// What stands between the brackets.
enum Key {
    /// An item that exists, counted through all dimensions.
    Index(usize),
    /// A part of the view.
    Part(View),
    /// The view itself: `...` in one without dimensions.
    Whole,
}

/// Understands a key.
fn key(iso: &mut Isolate, this: Value, key: Value) -> Completion<Key> {
    let view = View::check(iso, this)?;
    let inner = iso.unwrap(key);
    let tuple = (iso.heap.kind(inner) == Some(Kind::Tuple)).then(|| iso.heap.sequence_len(inner));
    if view.inner.is_none() {
        return match tuple {
            Some(0) => Ok(Key::Index(0)),
            None if key == Value::ELLIPSIS => Ok(Key::Whole),
            _ => Err(raise::type_error(iso, "invalid indexing of 0-dim memory")),
        };
    }
    if iso.is_slice(key) {
        return part(iso, this, key).map(Key::Part);
    }
    if let Some(length) = tuple {
        let each = (0..length).map(|at| iso.heap.tuple_item(inner, at).unwrap_or(Value::NONE));
        let each: Vec<Value> = each.collect();
        if each.iter().all(|&index| iso.has_index(index)) {
            return place_of(iso, &view, inner).map(Key::Index);
        }
        if each.iter().all(|&part| iso.is_slice(part)) {
            return Err(raise::not_implemented_error(iso, "multi-dimensional slicing is not implemented"));
        }
    } else if iso.has_index(key) {
        if !view.inner.is_unbound() {
            iso.subscript(key, "memoryview")?;
            return Err(raise::not_implemented_error(iso, "multi-dimensional sub-views are not implemented"));
        }
        return checked_index(iso, key, view.count, 0).map(Key::Index);
    }
    Err(raise::type_error(iso, "memoryview: invalid slice key"))
}

/// A part along the first dimension.
fn part(iso: &mut Isolate, this: Value, slice: Value) -> Completion<View> {
    let parts = iso.slice_parts(slice)?;
    let view = View::check(iso, this)?;
    let indices = parts.resolve(view.count);
    let start = usize::try_from(indices.start).unwrap_or(0);
    let offset = if indices.count == 0 { view.offset } else { view.step_position(start) };
    let stride = view.stride.saturating_mul(indices.step);
    Ok(View { offset, count: indices.count, stride, ..view })
}

impl View {
    /// The item at an index, if the view is a row of numbers and the item fits a word.
    #[inline]
    fn plain_item_at(&self, heap: &Heap, index: i64) -> Option<Value> {
        let place = normalize_index(index, self.count).filter(|_| self.inner.is_unbound())?;
        let (start, bytes) = (self.step_position(place), heap.byte_string(self.storage)?);
        plain_item(self.letter_in(heap), bytes.get(start..start + self.itemsize)?)
    }

    /// Where the item at an index lies in the storage, if the view is a row of bytes.
    fn byte_place(&self, heap: &Heap, index: i64) -> Option<usize> {
        let place = normalize_index(index, self.count)?;
        (self.inner.is_unbound() && self.letter_in(heap) == b'B').then(|| self.step_position(place))
    }
}

/// What the iterator over a row of numbers gives next; nothing at its end and for other views.
pub(crate) fn step_memory(heap: &mut Heap, iterator: Value) -> Option<Value> {
    let (kind, index, view) = heap.record_start(iterator)?;
    let item = match View::plain_byte(heap, view, index) {
        Some(byte) if kind == TypeId::MEMORY_ITERATOR.number() => Value::small_int(i64::from(byte)),
        _ => View::in_heap(heap, view)?.plain_item_at(heap, i64::from(index))?,
    };
    heap.set_number(iterator, index + 1);
    Some(item)
}

pub(super) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, wanted] = args else { return Err(raise::internal(iso)) };
    if let Some(index) = wanted.as_small_int()
        && let Some(view) = View::of(iso, this)
        && let Some(item) = view.plain_item_at(&iso.heap, index)
    {
        return Ok(item);
    }
    match key(iso, this, wanted)? {
        Key::Part(part) => part.build(iso),
        Key::Whole => Ok(this),
        Key::Index(index) => {
            let view = View::check(iso, this)?;
            item(iso, &view, index)
        }
    }
}

/// The object that the item at an index stands for.
pub(super) fn item(iso: &mut Isolate, view: &View, index: usize) -> Completion {
    let letter = view.letter(iso);
    if letter == b'B'
        && let [byte] = *view.item(iso, index)
    {
        return Ok(Value::small_int(i64::from(byte)));
    }
    let mut bytes = [0u8; 8];
    let mut size = 0;
    for (to, &from) in bytes.iter_mut().zip(view.item(iso, index)) {
        *to = from;
        size += 1;
    }
    unpack(iso, letter, bytes.get(..size).unwrap_or(&bytes))
}

pub(super) fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, wanted, value] = args else { return Err(raise::internal(iso)) };
    let view = View::check(iso, this)?;
    if !view.readonly
        && let (Some(index), Some(Ok(byte))) = (wanted.as_small_int(), value.as_small_int().map(u8::try_from))
        && let Some(place) = view.byte_place(&iso.heap, index)
        && let Some(target) = iso.heap.bytearray_mut(view.storage).and_then(|bytes| bytes.get_mut(place))
    {
        *target = byte;
        return Ok(Value::NONE);
    }
    if view.readonly {
        return Err(raise::type_error(iso, "cannot modify read-only memory"));
    }
    if iso.is_slice(wanted) && view.inner.is_unbound() {
        assign(iso, this, wanted, value)?;
        return Ok(Value::NONE);
    }
    if let Some(problem) = unassignable(iso, &view, wanted) {
        return Err(raise::not_implemented_error(iso, problem));
    }
    match key(iso, this, wanted)? {
        Key::Index(index) => {
            let (item, size) = pack(iso, view.letter(iso), value)?;
            // The conversion may have released the view.
            let view = View::check(iso, this)?;
            view.write(iso, index, item.get(..size).unwrap_or(&item));
        }
        Key::Whole | Key::Part(_) => {
            let (item, size) = pack(iso, view.letter(iso), value)?;
            let view = View::check(iso, this)?;
            view.write(iso, 0, item.get(..size).unwrap_or(&item));
        }
    }
    Ok(Value::NONE)
}

/// Why nothing can be assigned to what the key names, where the view has several dimensions.
fn unassignable(iso: &mut Isolate, view: &View, wanted: Value) -> Option<&'static str> {
    const SLICE: &str = "memoryview slice assignments are currently restricted to ndim = 1";
    if view.inner.is_none() {
        return None;
    }
    if iso.is_slice(wanted) {
        return Some(SLICE);
    }
    let inner = iso.unwrap(wanted);
    if iso.heap.kind(inner) == Some(Kind::Tuple) {
        let mut slices = (0..iso.heap.sequence_len(inner)).filter_map(|at| iso.heap.tuple_item(inner, at));
        let first = slices.next()?;
        return (iso.is_slice(first) && slices.all(|each| iso.is_slice(each))).then_some(SLICE);
    }
    (!view.inner.is_unbound() && iso.has_index(wanted)).then_some("sub-views are not implemented")
}

/// `view[…] = buffer`: both have one dimension, the same format and number of items.
fn assign(iso: &mut Isolate, this: Value, slice: Value, value: Value) -> Completion<()> {
    let buffer = iso.any_buffer(value)?;
    let target = part(iso, this, slice)?;
    let (letter, count, flat) = match View::of(iso, buffer) {
        Some(view) => (view.letter(iso), view.count, view.inner.is_unbound()),
        None => (b'B', iso.bytes_like(buffer).map_or(0, |bytes| bytes.len()), true),
    };
    if letter != target.letter(iso) || count != target.count || !flat {
        let message = "memoryview assignment: lvalue and rvalue have different structures";
        return Err(raise::value_error(iso, message));
    }
    let source = match View::of(iso, buffer) {
        Some(view) if view.is_contiguous() => Some((view.storage, view.offset)),
        Some(_) => None,
        None => Some((buffer, 0)),
    };
    let width = count * target.itemsize;
    if let Some((storage, offset)) = source
        && target.is_contiguous()
        && iso.heap.overwrite_bytes(target.storage, target.offset, storage, offset..offset + width)
    {
        return Ok(());
    }
    let bytes = iso.bytes_like(buffer).unwrap_or_default().into_owned();
    if target.stride == target.itemsize as i64
        && let Some(all) = iso.heap.bytearray_mut(target.storage)
        && let Some(place) = all.get_mut(target.offset..target.offset.saturating_add(bytes.len()))
    {
        place.copy_from_slice(&bytes);
        return Ok(());
    }
    for (index, item) in bytes.chunks_exact(target.itemsize.max(1)).enumerate() {
        target.write(iso, index, item);
    }
    Ok(())
}

pub(super) fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, _] = args else { return Err(raise::internal(iso)) };
    let readonly = View::check(iso, this)?.readonly;
    let message = if readonly { "cannot modify read-only memory" } else { "cannot delete memory" };
    Err(raise::type_error(iso, message))
}

/// Whether two buffers have equal items; nothing if the other object has none.
fn equal(iso: &mut Isolate, args: &[Value]) -> Completion<Option<bool>> {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let Some(left) = View::of(iso, this) else { return Ok(Some(this == other)) };
    if iso.is_instance_of(other, TypeId::MEMORYVIEW) && View::of(iso, other).is_none() {
        return Ok(Some(false));
    }
    let Some(buffer) = iso.opt_any_buffer(other)? else { return Ok(None) };
    let letter = left.letter(iso);
    let right = View::of(iso, buffer);
    let length = iso.bytes_like(buffer).map_or(0, |bytes| bytes.len());
    if left.shape(iso) != right.map_or_else(|| vec![length], |view| view.shape(iso)) {
        return Ok(Some(false));
    }
    let same_format = right.map_or(b'B', |view| view.letter(iso)) == letter;
    if same_format && !matches!(letter, b'e' | b'f' | b'd') {
        return Ok(Some(left.bytes(iso) == iso.bytes_like(buffer)));
    }
    let right = match right {
        Some(view) => view,
        None => {
            let view = iso.new_memoryview(buffer)?;
            View::check(iso, view)?
        }
    };
    for index in 0..left.items() {
        let same = iso.scope(|iso| {
            let (a, b) = (item(iso, &left, index)?, item(iso, &right, index)?);
            iso.equal(a, b)
        })?;
        if !same {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

pub(super) fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

pub(super) fn ne(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}

pub(super) fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    one_dimension(iso, this, "invalid indexing of 0-dim memory", "multi-dimensional sub-views are not implemented")?;
    let mut count = 0;
    let mut index = 0;
    loop {
        let view = View::check(iso, this)?;
        if index >= view.count {
            return iso.new_int(count);
        }
        let found = iso.scope(|iso| {
            let item = item(iso, &view, index)?;
            iso.same_or_equal(item, value)
        })?;
        count += i64::from(found);
        index += 1;
    }
}

pub(super) fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value, start, stop] = args else { return Err(raise::internal(iso)) };
    one_dimension(iso, this, "invalid lookup on 0-dim memory", "multi-dimensional lookup is not implemented")?;
    let start = iso.slice_bound(start, 0)?;
    let stop = iso.slice_bound(stop, i64::MAX)?;
    let view = View::check(iso, this)?;
    let (start, stop) = (clamp_index(start, view.count), clamp_index(stop, view.count));
    for index in start..stop {
        let view = View::check(iso, this)?;
        let found = iso.scope(|iso| {
            let item = item(iso, &view, index)?;
            iso.same_or_equal(item, value)
        })?;
        if found {
            return iso.new_int(index as i64);
        }
    }
    Err(raise::value_error(iso, "memoryview.index(x): x not found"))
}

/// Makes sure that the items can be counted through.
fn one_dimension(iso: &mut Isolate, this: Value, none: &str, several: &str) -> Completion<()> {
    match View::check(iso, this)?.inner {
        Value::UNBOUND => Ok(()),
        Value::NONE => Err(raise::type_error(iso, none)),
        _ => Err(raise::not_implemented_error(iso, several)),
    }
}

/// The rows of the iterator: a record of the view, with the next index as its number.
pub(super) const ITERATOR_ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Implement iter(self).", itself),
    method("__next__", "($self, /)", "Implement next(self).", next),
];

pub(super) fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    one_dimension(iso, this, "invalid indexing of 0-dim memory", "multi-dimensional sub-views are not implemented")?;
    iso.new_record(TypeId::MEMORY_ITERATOR, 0, &[this])
}

fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(this)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let Some(view) = iso.heap.field(this, 0).given() else { return Ok(Value::UNBOUND) };
    let view = View::check(iso, view)?;
    let index = iso.heap.number(this);
    if index as usize >= view.count {
        iso.heap.set_field(this, 0, Value::UNBOUND);
        return Ok(Value::UNBOUND);
    }
    iso.heap.set_number(this, index + 1);
    item(iso, &view, index as usize)
}
