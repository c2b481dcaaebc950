//! Loops over `zip(first, second)` and `enumerate(items)` for lists and tuples, and over `reversed(items)` and `range(…)`:
//! where a call of one of these is what the loop goes over, no object is made of it, and no iterators. The registers of the
//! call become those of the loop; `reversed` becomes one of the [`walks`], or a range that counts down.
//!
//! ```text
//!              R(a)                 R(a+1)       R(a+2)
//! the loop     LoopPairs(index)     the first    the second     (None as the first: the index itself)
//! ```

use super::frame::WINDOW;
use super::ops::iteration::{counting_state, reversed_range_state};
use super::shortcuts::Stepped;
use super::walks;
use crate::heap::{Heap, Kind};
use crate::native::TypeId;
use crate::value::Immediate;
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b, field_c};

/// The payload of what a call of `enumerate` leaves behind. No list is so long.
const ENUMERATE: u32 = 0xFF_FFFF;
/// As [`ENUMERATE`], for `reversed`.
const REVERSED: u32 = 0xFF_FFFE;

/// As [`ENUMERATE`], for `range` with so many arguments less than three.
const RANGE: core::ops::RangeInclusive<u32> = 0xFF_FFFB..=0xFF_FFFD;

/// What a call leaves in its register for the `ForPrepare` behind it; nothing for other calls than these.
pub(super) fn start(heap: &Heap, callable: Value, args: &[Value]) -> Option<Value> {
    let is_sequence = |value: Value| matches!(heap.kind(value), Some(Kind::List | Kind::Tuple));
    let payload = match *args {
        [first, second] if callable == TypeId::ZIP.value() && is_sequence(first) && is_sequence(second) => 0,
        [items] if callable == TypeId::ENUMERATE.value() && is_sequence(items) => ENUMERATE,
        [items] if callable == TypeId::REVERSED.value() => {
            reversed(heap, items)?;
            REVERSED
        }
        [..] if callable == TypeId::RANGE.value() => {
            counting(args)?;
            RANGE.start() + 3u32.checked_sub(args.len() as u32)?
        }
        _ => return None,
    };
    Some(Value::immediate(Immediate::LoopPairs, payload))
}

/// `ForPrepare` of what [`start`] left, with the arguments of the call still behind it.
pub(super) fn prepare(heap: &Heap, window: &mut [Value; WINDOW], word: u32) {
    let (state, call) = (field_a(word), field_b(word));
    let [left, first, second] = [0, 1, 2].map(|offset| window[call.wrapping_add(offset) as usize]);
    let sources = match left.payload_of(Immediate::LoopPairs) {
        Some(REVERSED) => {
            return set_state(window, state, reversed(heap, first));
        }
        Some(payload) if RANGE.contains(&payload) => {
            let third = window[call.wrapping_add(3) as usize];
            let count = 3 - (payload - RANGE.start()) as usize;
            return set_state(window, state, [first, second, third].get(..count).and_then(counting));
        }
        Some(ENUMERATE) => [Value::NONE, first],
        _ => [first, second],
    };
    window[state as usize] = Value::immediate(Immediate::LoopPairs, 0);
    for (offset, value) in (1..).zip(sources) {
        window[state.wrapping_add(offset) as usize] = value;
    }
}

fn set_state(window: &mut [Value; WINDOW], state: u8, values: Option<[Value; 3]>) {
    for (offset, value) in (0..).zip(values.unwrap_or([Value::NONE; 3])) {
        window[state.wrapping_add(offset) as usize] = value;
    }
}

/// The state of a loop over `range(…)`.
fn counting(args: &[Value]) -> Option<[Value; 3]> {
    let (zero, one) = (Value::small_int(0), Value::small_int(1));
    match *args {
        [stop] => counting_state(zero, stop, one),
        [start, stop] => counting_state(start, stop, one),
        [start, stop, step] if step != zero => counting_state(start, stop, step),
        _ => None,
    }
}

/// The state of a loop over `reversed(items)` for a list, a tuple or a range.
fn reversed(heap: &Heap, items: Value) -> Option<[Value; 3]> {
    if matches!(heap.kind(items), Some(Kind::List | Kind::Tuple)) {
        let length = Value::small_int(heap.sequence_len_inline(items) as i64);
        return Some([Value::immediate(Immediate::LoopWalk, walks::BACKWARD), items, length]);
    }
    reversed_range_state(heap, items)
}

/// A step of the loop whose state is in `R(a)`, which goes over pairs; `next` is the instruction behind it.
#[inline(never)]
pub(super) fn step(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32, next: u32, index: u32) -> Stepped {
    let (state, target) = (field_a(word), field_b(word));
    let [first, second] = [1, 2].map(|offset| window[state.wrapping_add(offset) as usize]);
    let Some((a, b)) = pair(heap, first, second, index) else {
        // A list that grows later does not revive the loop.
        window[state.wrapping_add(2) as usize] = Value::NONE;
        return Stepped::End;
    };
    let stepped = if Opcode::of(next) == Opcode::UnpackSequence && field_b(next) == target && field_c(next) == 2 {
        window[field_a(next) as usize] = a;
        window[field_a(next).wrapping_add(1) as usize] = b;
        Stepped::Pair
    } else {
        if heap.wants_collection() {
            return Stepped::Other;
        }
        let Ok(made) = heap.new_tuple(&[a, b]) else { return Stepped::Other };
        window[target as usize] = made;
        Stepped::Item
    };
    window[state as usize] = Value::immediate(Immediate::LoopPairs, index + 1);
    stepped
}

#[inline(always)]
fn pair(heap: &Heap, first: Value, second: Value, index: u32) -> Option<(Value, Value)> {
    let b = heap.sequence_item(second, index as usize)?;
    let a =
        if first.is_none() { Value::small_int(i64::from(index)) } else { heap.sequence_item(first, index as usize)? };
    Some((a, b))
}

impl Isolate {
    /// The next pair of the running frame's loop, where memory has to be looked after; nothing at its end.
    pub(super) fn next_pair(&mut self, state: u8, index: u32) -> Completion<Option<Value>> {
        let [first, second] = [1, 2].map(|offset| self.reg(state.wrapping_add(offset)));
        let Some((a, b)) = pair(&self.heap, first, second, index) else { return Ok(None) };
        let made = self.heap.new_tuple(&[a, b])?;
        self.set_reg(state, Value::immediate(Immediate::LoopPairs, index + 1));
        Ok(Some(made))
    }
}
