//! Slices of plain sequences, and assignments to them, for [`operate`](super::shortcuts::operate): nothing here runs Python,
//! raises or collects.

use super::frame::WINDOW;
use crate::Value;
use crate::buffers::with_room;
use crate::heap::{Heap, Kind};
use ferropy_bytecode::encoding::{field_a, field_b};
use ferropy_numeric::slice::clamp_index;

/// `R(a) = R(b)[R(b+1):R(b+2)]` for what [`get_slice`] knows; whether it was done.
#[inline(never)]
pub(super) fn take_slice(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32) -> bool {
    if heap.wants_collection() {
        return false;
    }
    let Some(slice) = get_slice(heap, window, field_b(word)) else { return false };
    window[field_a(word) as usize] = slice;
    true
}

/// `R(b)[R(b+1):R(b+2)]` for strings, bytes, bytearrays, lists and tuples.
#[inline(always)]
fn get_slice(heap: &mut Heap, window: &[Value; WINDOW], first: u8) -> Option<Value> {
    let [object, start, stop] = [0, 1, 2].map(|offset| window[first.wrapping_add(offset) as usize]);
    let range = |length: usize| {
        let (from, to) = (bound(start, 0, length)?, bound(stop, length, length)?);
        Some(from..to.max(from))
    };
    if matches!(heap.kind(object), Some(Kind::List | Kind::Tuple)) {
        let range = range(heap.sequence_len(object))?;
        return heap.new_subsequence(object, range).ok();
    }
    if let Some(length) = heap.ascii_block_length(object) {
        return heap.new_ascii_substring(object, range(length)?).ok();
    }
    if let Some(text) = heap.indexed_text(object) {
        let chars = range(text.chars)?;
        let bytes = text.byte_offset(chars.start)..text.byte_offset(chars.end);
        return heap.new_substring_of(object, bytes, chars.len()).ok();
    }
    let range = range(heap.byte_string(object)?.len())?;
    heap.new_byte_substring(object, range).ok()
}

/// `R(b)[R(b+1):R(b+2)] = R(a)` for a list, and a list or tuple of items; whether it was done.
#[inline(never)]
pub(super) fn set_slice(heap: &mut Heap, window: &[Value; WINDOW], word: u32) -> bool {
    const FEW: usize = 16;
    if heap.wants_collection() {
        return false;
    }
    let (first, items) = (field_b(word), window[field_a(word) as usize]);
    let [list, start, stop] = [0, 1, 2].map(|offset| window[first.wrapping_add(offset) as usize]);
    let is_sequence = matches!(heap.kind(items), Some(Kind::List | Kind::Tuple));
    if heap.kind(list) != Some(Kind::List) || !is_sequence {
        return false;
    }
    let length = heap.sequence_len(list);
    let (Some(start), Some(stop)) = (bound(start, 0, length), bound(stop, length, length)) else { return false };
    let count = heap.sequence_len(items);
    if start + count == stop && heap.replace_by(list, start, items) {
        return true;
    }
    let mut few = [Value::UNBOUND; FEW];
    let done = match few.get_mut(..count) {
        Some(place) => {
            heap.copy_items(items, place);
            heap.splice_list(list, start, stop.max(start), place)
        }
        None => {
            let Ok(mut many) = with_room(count) else { return false };
            many.extend(heap.items(items));
            heap.splice_list(list, start, stop.max(start), &many)
        }
    };
    done.is_ok()
}

/// A bound of a slice, `default` where none is given.
#[inline(always)]
fn bound(bound: Value, default: usize, length: usize) -> Option<usize> {
    if bound.is_none() { Some(default) } else { bound.as_small_int().map(|bound| clamp_index(bound, length)) }
}
