//! Calls of Python functions that leave arguments to their defaults: these are put behind the others where they lie, so that
//! the loop can enter the function as any other. What is not plain goes the general way, [`arguments`](super::arguments).

use super::frame::WINDOW;
use crate::Value;
use crate::heap::Heap;
use crate::types::function::field;

/// Puts defaults behind the `count` arguments of a function in a register, which takes `arity` arguments. Whether it has all
/// now.
#[inline(never)]
pub(super) fn add_defaults(heap: &Heap, window: &mut [Value; WINDOW], at: usize, count: usize, arity: usize) -> bool {
    let defaults = heap.field(window[at & 0xFF], field::DEFAULTS);
    let Some(first) = heap.sequence_len(defaults).checked_sub(arity.wrapping_sub(count)) else { return false };
    let Some(places) = window.get_mut(at + 1 + count..at + 1 + arity) else { return false };
    for (index, place) in (first..).zip(places) {
        let Some(default) = heap.tuple_item(defaults, index) else { return false };
        *place = default;
    }
    true
}
