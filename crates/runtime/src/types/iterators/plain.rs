//! Iterators that go on without running any Python and without a call: over lists, tuples, ranges, strings, bytes,
//! sets, dicts; and pairs of what they give.

use crate::heap::{Heap, Kind};
use crate::interpreter::generator::flavor;
use crate::native::TypeId;
use crate::types::dict::iterators::step_entry;
use crate::types::memoryview::step_memory;
use crate::types::range::step_range;
use crate::types::str::character_length;
use crate::types::{deque, dict, range};
use crate::{Value, names};

/// What an iterator gives next.
pub(crate) enum Step<T> {
    /// An item.
    Item(T),
    /// Nothing more.
    End,
    /// It is another iterator, or has to go on in another way. Nothing was done.
    Other,
}

impl<T> Step<T> {
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn map<U>(self, change: impl FnOnce(T) -> U) -> Step<U> {
        match self {
            Step::Item(item) => Step::Item(change(item)),
            Step::End => Step::End,
            Step::Other => Step::Other,
        }
    }
}

/// An iterator over a value of a builtin type that makes one without running Python. Nothing for others, and for what
/// lacks the memory.
pub(crate) fn plain_iterator(heap: &mut Heap, value: Value) -> Option<Value> {
    let made = match heap.kind(value) {
        Some(Kind::List) => heap.new_record(TypeId::LIST_ITERATOR.number(), 0, &[value]),
        Some(Kind::Tuple) => heap.new_record(TypeId::TUPLE_ITERATOR.number(), 0, &[value]),
        Some(Kind::Dict) => dict::iterators::new_iterator(heap, TypeId::DICT_KEY_ITERATOR, value),
        Some(Kind::Set) => {
            let size = Value::small_int(heap.table_len(value) as i64);
            heap.new_record(TypeId::SET_ITERATOR.number(), 0, &[value, size])
        }
        Some(Kind::Generator) => return (heap.number(value) == flavor::GENERATOR).then_some(value),
        Some(Kind::Record) => {
            let (kind, _, first) = heap.record_start(value)?;
            match TypeId(kind) {
                TypeId::RANGE => range::new_iterator(heap, value),
                TypeId::DICT_KEYS => dict::iterators::new_iterator(heap, TypeId::DICT_KEY_ITERATOR, first),
                TypeId::DICT_VALUES => dict::iterators::new_iterator(heap, TypeId::DICT_VALUE_ITERATOR, first),
                TypeId::DICT_ITEMS => dict::iterators::new_iterator(heap, TypeId::DICT_ITEM_ITERATOR, first),
                // What is an iterator itself.
                TypeId::ENUMERATE | TypeId::ZIP | TypeId::MAP | TypeId::FILTER | TypeId::LIST_ITERATOR => {
                    return Some(value);
                }
                TypeId::DEQUE => return deque::new_iterator(heap, TypeId::DEQUE_ITERATOR, value, value)?.ok(),
                _ => return None,
            }
        }
        _ if heap.is_str(value) => heap.new_record(TypeId::STR_ITERATOR.number(), 0, &[value]),
        _ => return None,
    };
    made.ok()
}

/// Goes on with an iterator over a list or tuple, which is at that index.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn step_walk(heap: &mut Heap, iterator: Value, index: u32, sequence: Value) -> Step<Value> {
    match heap.sequence_item(sequence, index as usize) {
        Some(item) => {
            heap.set_number(iterator, index.saturating_add(1));
            Step::Item(item)
        }
        None => {
            // A list that grows later does not revive it.
            heap.set_field(iterator, 0, Value::NONE);
            Step::End
        }
    }
}

/// Goes on with an iterator, if it is one of the plain ones.
#[cfg_attr(not(target_os = "none"), inline(always))]
pub(crate) fn step_plain(heap: &mut Heap, iterator: Value) -> Step<Value> {
    match heap.record_start(iterator) {
        Some((kind, index, sequence)) if is_walk(kind) => step_walk(heap, iterator, index, sequence),
        Some((kind, number, text))
            if TypeId(kind) == TypeId::STR_ITERATOR
                && let Some(character) = heap.single_at(text, number as usize) =>
        {
            heap.set_number(iterator, number + 1);
            Step::Item(character)
        }
        Some((kind, number, first)) => step_other(heap, iterator, TypeId(kind), number, first),
        None => Step::Other,
    }
}

/// Goes on with a record of that type, with that number and first field, if it is one of the plain iterators.
#[inline(never)]
fn step_other(heap: &mut Heap, iterator: Value, id: TypeId, number: u32, first: Value) -> Step<Value> {
    match id {
        TypeId::RANGE_ITERATOR => step_range(heap, iterator),
        TypeId::DICT_KEY_ITERATOR => step_entry(heap, iterator).map(|(key, _)| key),
        TypeId::DICT_VALUE_ITERATOR => step_entry(heap, iterator).map(|(_, value)| value),
        TypeId::STR_ITERATOR => step_characters(heap, iterator, number, first),
        TypeId::BYTES_ITERATOR | TypeId::BYTEARRAY_ITERATOR => {
            match heap.byte_string(first).and_then(|bytes| bytes.get(number as usize)) {
                Some(&byte) => {
                    heap.set_number(iterator, number + 1);
                    Step::Item(Value::small_int(i64::from(byte)))
                }
                None => Step::Other,
            }
        }
        TypeId::SET_ITERATOR => step_set(heap, iterator, number, first),
        TypeId::LIST_REVERSE_ITERATOR => {
            let index = number.wrapping_sub(1);
            match heap.list_item(first, index as usize) {
                Some(item) => {
                    heap.set_number(iterator, index);
                    Step::Item(item)
                }
                None => Step::Other,
            }
        }
        TypeId::DEQUE_ITERATOR => deque::step_deque(heap, iterator, number, first, true),
        TypeId::DEQUE_REVERSE_ITERATOR => deque::step_deque(heap, iterator, number, first, false),
        TypeId::MEMORY_ITERATOR => step_memory(heap, iterator).map_or(Step::Other, Step::Item),
        _ => Step::Other,
    }
}

/// The next character of a string.
#[inline]
fn step_characters(heap: &mut Heap, iterator: Value, number: u32, text: Value) -> Step<Value> {
    let rest = heap.str_bytes(text).and_then(|bytes| bytes.get(number as usize..)).unwrap_or(&[]);
    let Some(&first) = rest.first() else {
        // An iterator that is exhausted lets go of the text.
        heap.set_field(iterator, 0, Value::UNBOUND);
        return Step::End;
    };
    if let Some(single) = names::single_ascii(&[first]) {
        heap.set_number(iterator, number + 1);
        return Step::Item(single);
    }
    let length = character_length(rest);
    let mut character = [0; 4];
    let (Some(place), Some(bytes)) = (character.get_mut(..length), rest.get(..length)) else { return Step::Other };
    place.copy_from_slice(bytes);
    let Ok(single) = heap.new_str(character.get(..length).unwrap_or(&[])) else { return Step::Other };
    heap.set_number(iterator, number + length as u32);
    Step::Item(single)
}

/// The next element of a set that did not change its size.
#[inline]
fn step_set(heap: &mut Heap, iterator: Value, number: u32, set: Value) -> Step<Value> {
    let size = Value::small_int(heap.table_len(set) as i64);
    if heap.kind(set) != Some(Kind::Set) || heap.field(iterator, 1) != size {
        return Step::Other;
    }
    let Some((entry, element, _)) = heap.next_entry(set, number as usize) else { return Step::Other };
    heap.set_number(iterator, entry as u32 + 1);
    Step::Item(element)
}

/// The next pair of an `enumerate`, `zip` of two or `dict.items()` without the tuple that would hold it.
pub(crate) fn step_pair(heap: &mut Heap, iterator: Value) -> Step<(Value, Value)> {
    let Some((kind, number, first)) = heap.record_start(iterator) else { return Step::Other };
    match TypeId(kind) {
        TypeId::ENUMERATE => {
            let count = heap.field(iterator, 1);
            let following = count.as_small_int().and_then(|count| Value::try_small_int(count + 1));
            let Some(following) = following else { return Step::Other };
            let item = step_plain(heap, first);
            if let Step::Item(_) = item {
                heap.set_field(iterator, 1, following);
            }
            item.map(|item| (count, item))
        }
        TypeId::ZIP => {
            let Some([first, second]) = heap.tuple_pair(first).filter(|[first, second]| first != second) else {
                return Step::Other;
            };
            // The second must be able to go on once the first has: what was taken from that can't be given back.
            if let Some((kind, index, sequence)) = heap.record_start(second)
                && is_walk(kind)
            {
                // A strict one has more to say at its end.
                if number != 0 && heap.sequence_item(sequence, index as usize).is_none() {
                    return Step::Other;
                }
                return match step_plain(heap, first) {
                    Step::End if number != 0 => Step::Other,
                    Step::Item(a) => step_walk(heap, second, index, sequence).map(|b| (a, b)),
                    Step::End => Step::End,
                    Step::Other => Step::Other,
                };
            }
            if number != 0 || !is_sure(heap, second) {
                return Step::Other;
            }
            match step_plain(heap, first) {
                Step::Item(a) => step_plain(heap, second).map(|b| (a, b)),
                Step::End => Step::End,
                Step::Other => Step::Other,
            }
        }
        TypeId::DICT_ITEM_ITERATOR => step_entry(heap, iterator),
        _ => Step::Other,
    }
}

/// What a `zip` of two lists or tuples has still to give: the sequences, where it is in each, and how many pairs.
pub(crate) struct PairsAhead {
    pub(crate) first: (Value, usize),
    pub(crate) second: (Value, usize),
    pub(crate) count: usize,
}

/// The pairs that an iterator has still to give, if it is a `zip` of two lists or tuples.
pub(crate) fn pairs_ahead(heap: &Heap, iterator: Value) -> Option<PairsAhead> {
    let [first, second] = walks_of_zip(heap, iterator)?.map(|walk| {
        let (kind, index, sequence) = heap.record_start(walk)?;
        is_walk(kind).then_some((sequence, index as usize))
    });
    let (first, second) = (first?, second?);
    let [left, others_left] = [first, second].map(|(sequence, at)| heap.sequence_len(sequence).saturating_sub(at));
    Some(PairsAhead { first, second, count: left.min(others_left) })
}

/// Goes on with a `zip` behind all the pairs, so many, that [`pairs_ahead`] told of. Nothing happens to other values.
pub(crate) fn skip_pairs(heap: &mut Heap, iterator: Value, count: usize) {
    for walk in walks_of_zip(heap, iterator).into_iter().flatten() {
        let index = heap.number(walk);
        heap.set_number(walk, index.saturating_add(count as u32));
    }
    step_pair(heap, iterator);
}

/// The iterators of a `zip` of two, which are different.
fn walks_of_zip(heap: &Heap, iterator: Value) -> Option<[Value; 2]> {
    let (kind, strict, iterators) = heap.record_start(iterator)?;
    if TypeId(kind) != TypeId::ZIP || strict != 0 {
        return None;
    }
    heap.tuple_pair(iterators).filter(|[first, second]| first != second)
}

/// Whether the next step of an iterator is certain to be a plain one.
fn is_sure(heap: &Heap, iterator: Value) -> bool {
    match heap.record_start(iterator) {
        Some((kind, ..)) if TypeId(kind) == TypeId::RANGE_ITERATOR => range::is_small(heap, iterator),
        Some((kind, number, text)) if TypeId(kind) == TypeId::STR_ITERATOR => {
            heap.str_bytes(text).is_some_and(|bytes| bytes.get(number as usize).is_none_or(u8::is_ascii))
        }
        _ => false,
    }
}

/// Whether records of the type go over a list or tuple.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn is_walk(kind: u16) -> bool {
    matches!(TypeId(kind), TypeId::LIST_ITERATOR | TypeId::TUPLE_ITERATOR)
}
