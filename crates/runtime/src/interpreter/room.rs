//! Room for what a comprehension makes, where the loop says how much that will be: its list or dict doesn't grow step by
//! step then.

use super::frame::WINDOW;
use super::walks;
use crate::Value;
use crate::heap::{Heap, Kind};
use crate::value::Immediate;
use ferropy_bytecode::encoding::{field_a, field_b};

/// No room is made for more: the loop may end early.
const MOST: usize = 1024;

/// `MakeRoom`: in the list or dict `R(a)`, for the loop whose state is in `R(b)` and behind. Without memory for it nothing is
/// made; who appends hears of it.
#[inline(never)]
pub(super) fn make_room(heap: &mut Heap, window: &[Value; WINDOW], word: u32) {
    let made = window[field_a(word) as usize];
    let [state, first, second] = [0, 1, 2].map(|offset| window[field_b(word).wrapping_add(offset) as usize]);
    let Some(turns) = turns(heap, state, first, second).filter(|&turns| turns <= MOST) else { return };
    let _ = match heap.kind(made) {
        Some(Kind::List) => heap.reserve_items(made, turns),
        Some(Kind::Dict) => heap.reserve_entries(made, turns),
        _ => Ok(()),
    };
}

/// How many turns a loop that has not begun will have, if it is known.
fn turns(heap: &Heap, state: Value, first: Value, second: Value) -> Option<usize> {
    if let Some(step) = state.as_loop_range() {
        let distance = second.as_small_int()?.checked_sub(first.as_small_int()?)?;
        let (distance, step) = if step < 0 { (-distance, -i64::from(step)) } else { (distance, i64::from(step)) };
        return usize::try_from(distance.checked_add(step - 1)?.checked_div(step)?).ok();
    }
    if let Some(walk) = state.payload_of(Immediate::LoopWalk) {
        return matches!(walk, walks::LIST | walks::TUPLE).then(|| heap.sequence_len(first));
    }
    state.payload_of(Immediate::LoopPairs)?;
    let length = heap.sequence_len(second);
    // The index itself takes the place of a first list.
    Some(if first.is_none() { length } else { length.min(heap.sequence_len(first)) })
}
