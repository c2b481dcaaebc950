//! Items and slices of lists: read, set, deleted.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::types::sequence::{SliceParts, Subscript, out_of_range, slice_places};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::slice::SliceIndices;

pub(super) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    match iso.subscript(key, "list")? {
        Subscript::Index(index) => {
            let place = Subscript::place(index, iso.heap.sequence_len(this));
            match place.and_then(|place| iso.heap.list_item(this, place)) {
                Some(item) => Ok(item),
                None => Err(out_of_range(iso, "list index")),
            }
        }
        Subscript::Slice(parts) => {
            let indices = parts.resolve(iso.heap.sequence_len(this));
            let items = iso.sliced_items(this, indices)?;
            iso.new_list(&items)
        }
    }
}

pub(super) fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, value] = args else { return Err(raise::internal(iso)) };
    match iso.subscript(key, "list")? {
        Subscript::Index(index) => {
            let place = Subscript::place(index, iso.heap.sequence_len(this));
            if !place.is_some_and(|place| iso.heap.set_list_item(this, place, value)) {
                return Err(out_of_range(iso, "list assignment index"));
            }
        }
        Subscript::Slice(parts) => set_slice(iso, this, parts, value)?,
    }
    Ok(Value::NONE)
}

pub(super) fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    match iso.subscript(key, "list")? {
        Subscript::Index(index) => {
            let place = Subscript::place(index, iso.heap.sequence_len(this));
            if place.and_then(|place| iso.heap.remove_list_item(this, place)).is_none() {
                return Err(out_of_range(iso, "list assignment index"));
            }
        }
        Subscript::Slice(parts) => {
            let indices = parts.resolve(iso.heap.sequence_len(this));
            delete_slice(iso, this, indices)?;
        }
    }
    Ok(Value::NONE)
}

fn delete_slice(iso: &mut Isolate, list: Value, indices: SliceIndices) -> Completion<()> {
    let start = usize::try_from(indices.start).unwrap_or(0);
    if indices.count == 0 {
        return Ok(());
    }
    if indices.step == 1 {
        iso.heap.splice_list(list, start, start + indices.count, &[])?;
        return Ok(());
    }
    // The places from the lowest to the highest, whatever the direction was.
    let mut places: Vec<usize> = slice_places(indices).collect();
    if indices.step < 0 {
        places.reverse();
    }
    let mut doomed = places.into_iter().peekable();
    let kept: Vec<Value> = iso
        .heap
        .items(list)
        .enumerate()
        .filter(|(place, _)| doomed.next_if_eq(place).is_none())
        .map(|(_, item)| item)
        .collect();
    let length = iso.heap.sequence_len(list);
    iso.heap.splice_list(list, 0, length, &kept)?;
    Ok(())
}

fn set_slice(iso: &mut Isolate, list: Value, parts: SliceParts, value: Value) -> Completion<()> {
    let contiguous = parts.resolve(iso.heap.sequence_len(list)).step == 1;
    let iterable = iso.lookup_special(value, crate::names::__iter__).is_some()
        || iso.lookup_special(value, crate::names::__getitem__).is_some();
    if !iterable {
        return Err(raise::type_error(iso, "must assign iterable to extended slice"));
    }
    // Collecting may run Python, which may change the list: its length is taken afterwards.
    let items = match iso.heap.kind(value) {
        Some(Kind::List | Kind::Tuple) => value,
        _ => iso.collect_or_say(value, "must assign iterable to extended slice")?,
    };
    iso.spare_items(items)?;
    let items: Vec<Value> = iso.heap.items(items).collect();
    let indices = parts.resolve(iso.heap.sequence_len(list));
    if contiguous {
        let start = usize::try_from(indices.start).unwrap_or(0);
        let end = usize::try_from(indices.stop).unwrap_or(0).max(start);
        iso.heap.splice_list(list, start, end, &items)?;
        return Ok(());
    }
    if items.len() != indices.count {
        let (given, wanted) = (items.len(), indices.count);
        let message = format!("attempt to assign sequence of size {given} to extended slice of size {wanted}");
        return Err(raise::value_error(iso, &message));
    }
    iso.heap.replace_items(list, slice_places(indices).zip(items));
    Ok(())
}
