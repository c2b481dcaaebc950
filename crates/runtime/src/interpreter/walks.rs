//! Loops over strings, bytes, dicts and sets, and backward over lists: no iterator is made, their state lies in the loop's
//! registers.
//!
//! ```text
//!                 R(a)                         R(a+1)        R(a+2)
//! list, tuple     LoopWalk(LIST or TUPLE)      the sequence  next index
//! string          LoopWalk(TEXT)               the string    next byte
//! bytes           LoopWalk(BYTES)              the bytes     next index
//! backward        LoopWalk(BACKWARD)           the list      the index behind the next
//! memoryview      LoopWalk(MEMORY)             the view      next index
//! dict, set       LoopWalk(KEYS, …; its size)  the table     next entry, and how many elements are left
//! ```
//!
//! Lists and tuples the main loop goes over itself. At the end the container gives way to None: one that grows later does
//! not revive the loop.

use super::dispatch::window_at;
use super::frame::WINDOW;
use super::shortcuts::Stepped;
use crate::exceptions::raise;
use crate::heap::{Heap, Kind, OutOfMemory};
use crate::native::TypeId;
use crate::types::memoryview::View;
use crate::types::str::character_length;
use crate::value::Immediate;
use crate::{Completion, Isolate, Raised, Value, names};
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b, field_c};

/// Over a list.
pub(super) const LIST: u32 = 0;
/// Over a tuple.
pub(super) const TUPLE: u32 = 1;
/// Over the characters of a string.
const TEXT: u32 = 2;
/// Over bytes or a bytearray.
const BYTES: u32 = 3;
/// From the last item of a list or tuple to the first.
pub(super) const BACKWARD: u32 = 4;
/// Over the keys of a dict.
const KEYS: u32 = 5;
/// Over the values of a dict.
const VALUES: u32 = 6;
/// Over the keys and values of a dict.
const ITEMS: u32 = 7;
/// Over a set.
const ELEMENTS: u32 = 8;
/// Over a memoryview of bytes that lie side by side.
const MEMORY: u32 = 9;
/// Bits of the payload for one of the above. A table's size follows.
const KIND_BITS: u32 = 4;
/// Bits for the number of an entry: a small int holds two of them, and the payload one behind the kind.
const ENTRY_BITS: u32 = if Value::FLOATS_ARE_IMMEDIATE { 20 } else { 14 };

/// What a step came to.
enum Walked {
    Item(Value),
    Pair(Value, Value),
    End,
    /// The container is not what it was.
    Broken,
}

/// The state of a loop over a value; nothing where an iterator has to be made.
pub(super) fn state(heap: &Heap, iterable: Value) -> Option<[Value; 3]> {
    let start = Value::small_int(0);
    let walk = |kind: u32| Value::immediate(Immediate::LoopWalk, kind);
    match heap.kind(iterable) {
        Some(Kind::List) => Some([walk(LIST), iterable, start]),
        Some(Kind::Tuple) => Some([walk(TUPLE), iterable, start]),
        Some(Kind::Dict) => table_state(heap, KEYS, iterable),
        Some(Kind::Set) => table_state(heap, ELEMENTS, iterable),
        Some(Kind::Bytes | Kind::ByteArray) => Some([walk(BYTES), iterable, start]),
        Some(Kind::Record) => {
            let (kind, _, first) = heap.record_start(iterable)?;
            match TypeId(kind) {
                TypeId::DICT_KEYS => table_state(heap, KEYS, first),
                TypeId::DICT_VALUES => table_state(heap, VALUES, first),
                TypeId::DICT_ITEMS => table_state(heap, ITEMS, first),
                TypeId::MEMORYVIEW if View::is_plain_row(heap, iterable) => Some([walk(MEMORY), iterable, start]),
                _ => None,
            }
        }
        _ if heap.is_str(iterable) => Some([walk(TEXT), iterable, start]),
        _ => None,
    }
}

fn table_state(heap: &Heap, kind: u32, table: Value) -> Option<[Value; 3]> {
    // A view may be one of a mapping that is no dict.
    if !matches!(heap.kind(table), Some(Kind::Dict | Kind::Set)) || heap.table_entries(table) >= 1 << ENTRY_BITS {
        return None;
    }
    let size = heap.table_len(table) as u32;
    Some([Value::immediate(Immediate::LoopWalk, kind | size << KIND_BITS), table, entry_and_left(0, size as i64)])
}

#[inline(always)]
fn entry_and_left(entry: i64, left: i64) -> Value {
    Value::small_int(entry | left << ENTRY_BITS)
}

/// A step of the loop whose state is in `R(a)`; see [`super::shortcuts::step`].
#[inline(never)]
pub(super) fn step(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32, next: u32, walk: u32) -> Stepped {
    let index_at = field_a(word).wrapping_add(2) as usize;
    let (container, index) = (window[field_a(word).wrapping_add(1) as usize], window[index_at].small_int_bits());
    let found = match walk & ((1 << KIND_BITS) - 1) {
        TEXT => match heap.str_bytes(container).and_then(|bytes| bytes.get(index as usize)) {
            Some(&byte) if byte.is_ascii() => Some((Value::immediate(Immediate::Name, u32::from(byte)), index + 1)),
            _ => None,
        },
        BYTES => {
            let byte = heap.byte_string(container).and_then(|bytes| bytes.get(index as usize));
            byte.map(|&byte| (Value::small_int(i64::from(byte)), index + 1))
        }
        MEMORY => {
            let byte = View::plain_byte(heap, container, index as u32);
            byte.map(|byte| (Value::small_int(i64::from(byte)), index + 1))
        }
        BACKWARD => heap.sequence_item(container, (index as usize).wrapping_sub(1)).map(|item| (item, index - 1)),
        kind @ (KEYS | VALUES | ELEMENTS) if index >> ENTRY_BITS > 0 => {
            let entry = index & ((1 << ENTRY_BITS) - 1);
            let item = heap.entry_of_sized(container, walk >> KIND_BITS, entry as usize, usize::from(kind == VALUES));
            // One entry on, and one left less.
            item.map(|item| (item, index + 1 - (1 << ENTRY_BITS)))
        }
        _ => None,
    };
    let Some((item, following)) = found else { return step_other(heap, window, word, next, walk) };
    window[field_b(word) as usize] = item;
    window[index_at] = Value::small_int(following);
    Stepped::Item
}

/// A step that is none from one byte, item or entry to the next.
#[inline(never)]
fn step_other(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32, next: u32, walk: u32) -> Stepped {
    // What makes an object leaves it to the slow way to look after memory.
    if heap.wants_collection() {
        return Stepped::Other;
    }
    let target = field_b(word);
    match advance(heap, window, word, walk) {
        Walked::Item(item) => {
            window[target as usize] = item;
            Stepped::Item
        }
        Walked::Pair(key, value) => {
            if Opcode::of(next) == Opcode::UnpackSequence && field_b(next) == target && field_c(next) == 2 {
                window[field_a(next) as usize] = key;
                window[field_a(next).wrapping_add(1) as usize] = value;
                return Stepped::Pair;
            }
            // Without memory the program is about to hear of it: the pair may be lost.
            let Ok(pair) = heap.new_tuple(&[key, value]) else { return Stepped::Other };
            window[target as usize] = pair;
            Stepped::Item
        }
        Walked::End => Stepped::End,
        Walked::Broken => Stepped::Other,
    }
}

#[inline(always)]
fn advance(heap: &mut Heap, window: &mut [Value; WINDOW], word: u32, walk: u32) -> Walked {
    let [container_at, index_at] = [1, 2].map(|offset| field_a(word).wrapping_add(offset) as usize);
    let (container, state) = (window[container_at], window[index_at]);
    let index = state.small_int_bits();
    let found = match walk & ((1 << KIND_BITS) - 1) {
        LIST | TUPLE => None,
        TEXT => match text_step(heap, container, index as usize) {
            Ok(found) => found.map(|(single, length)| (single, Value::small_int(index + length as i64))),
            Err(broken) => return broken,
        },
        BYTES => {
            let byte = heap.byte_string(container).and_then(|bytes| bytes.get(index as usize));
            byte.map(|&byte| (Value::small_int(i64::from(byte)), Value::small_int(index + 1)))
        }
        MEMORY => match View::plain_byte(heap, container, index as u32) {
            Some(byte) => Some((Value::small_int(i64::from(byte)), Value::small_int(index + 1))),
            None if View::ends_before(heap, container, index) => None,
            None => return Walked::Broken,
        },
        BACKWARD => {
            let item = usize::try_from(index - 1).ok().and_then(|index| heap.sequence_item(container, index));
            item.map(|item| (item, Value::small_int(index - 1)))
        }
        kind => {
            let (entry, left) = (index & ((1 << ENTRY_BITS) - 1), index >> ENTRY_BITS);
            if heap.table_len(container) as u32 != walk >> KIND_BITS {
                return if container.is_none() { Walked::End } else { Walked::Broken };
            }
            let next = heap.next_entry(container, entry as usize);
            // An element more than there were has come in the place of another. Sets don't mind.
            if next.is_some() && (left == 0 && kind != ELEMENTS) {
                return Walked::Broken;
            }
            if let Some((entry, key, value)) = next {
                window[index_at] = entry_and_left(entry as i64 + 1, (left - 1).max(0));
                return match kind {
                    VALUES => Walked::Item(value),
                    ITEMS => Walked::Pair(key, value),
                    _ => Walked::Item(key),
                };
            }
            None
        }
    };
    match found {
        Some((item, following)) => {
            window[index_at] = following;
            Walked::Item(item)
        }
        None => {
            window[container_at] = Value::NONE;
            Walked::End
        }
    }
}

/// The character of a string that starts at a byte, and its length; nothing at the end.
#[inline(always)]
fn text_step(heap: &mut Heap, text: Value, start: usize) -> Result<Option<(Value, usize)>, Walked> {
    let rest = heap.str_bytes(text).and_then(|bytes| bytes.get(start..)).unwrap_or(&[]);
    let Some(&first) = rest.first() else { return Ok(None) };
    if let Some(single) = names::single_ascii(&[first]) {
        return Ok(Some((single, 1)));
    }
    let length = character_length(rest);
    match heap.new_substring_of(text, start..start + length, 1) {
        Ok(single) => Ok(Some((single, length))),
        Err(_) => Err(Walked::Broken),
    }
}

impl Isolate {
    /// A step of the running frame's loop that could not be done without a look at memory, or that has to raise. Nothing at
    /// the end.
    pub(super) fn next_walked(&mut self, word: u32, walk: u32) -> Completion<Option<Value>> {
        let Some(frame) = self.thread.frames.last() else { return Ok(None) };
        let Some(window) = window_at(&mut self.thread.stack, frame.base) else { return Ok(None) };
        match advance(&mut self.heap, window, word, walk) {
            Walked::Item(item) => Ok(Some(item)),
            Walked::Pair(key, value) => Ok(Some(self.heap.new_tuple(&[key, value])?)),
            Walked::End => Ok(None),
            Walked::Broken => Err(self.walk_broken(word, walk)),
        }
    }

    #[cold]
    fn walk_broken(&mut self, word: u32, walk: u32) -> Raised {
        let container = self.reg(field_a(word).wrapping_add(1));
        let same_size = self.heap.table_len(container) as u32 == walk >> KIND_BITS;
        let message = match (walk & ((1 << KIND_BITS) - 1), same_size) {
            (TEXT | BYTES | BACKWARD, _) => return OutOfMemory.into(),
            (MEMORY, _) => {
                return raise::value_error(self, "operation forbidden on released memoryview object");
            }
            (ELEMENTS, _) => "Set changed size during iteration",
            (_, false) => "dictionary changed size during iteration",
            (_, true) => "dictionary keys changed during iteration",
        };
        raise::runtime_error(self, message)
    }
}
