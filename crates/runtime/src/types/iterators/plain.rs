//! Iterators that go on without running any Python and without a call: over lists, tuples, ranges, ASCII strings,
//! dicts; and pairs of what they give.

use crate::heap::Heap;
use crate::native::TypeId;
use crate::types::dict::iterators::step_entry;
use crate::types::range::step_range;
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
    #[inline(always)]
    fn map<U>(self, change: impl FnOnce(T) -> U) -> Step<U> {
        match self {
            Step::Item(item) => Step::Item(change(item)),
            Step::End => Step::End,
            Step::Other => Step::Other,
        }
    }
}

/// Goes on with an iterator over a list or tuple.
#[inline(always)]
fn step_walk(heap: &mut Heap, iterator: Value, number: u32, sequence: Value) -> Step<Value> {
    match heap.sequence_item(sequence, number as usize) {
        Some(item) => {
            heap.set_number(iterator, number.saturating_add(1));
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
#[inline]
pub(crate) fn step_plain(heap: &mut Heap, iterator: Value) -> Step<Value> {
    let Some((kind, number, first)) = heap.record_start(iterator) else { return Step::Other };
    match TypeId(kind) {
        _ if is_walk(kind) => step_walk(heap, iterator, number, first),
        TypeId::RANGE_ITERATOR => step_range(heap, iterator).map_or(Step::Other, Step::Item),
        TypeId::DICT_KEY_ITERATOR => step_entry(heap, iterator).map(|(key, _)| key),
        TypeId::DICT_VALUE_ITERATOR => step_entry(heap, iterator).map(|(_, value)| value),
        TypeId::STR_ITERATOR => {
            let byte = heap.str_bytes(first).and_then(|bytes| bytes.get(number as usize)).copied();
            match byte.and_then(|byte| names::single_ascii(&[byte])) {
                Some(single) => {
                    heap.set_number(iterator, number + 1);
                    Step::Item(single)
                }
                None => Step::Other,
            }
        }
        _ => Step::Other,
    }
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
        // A strict one has more to say at its end.
        TypeId::ZIP if number == 0 => {
            let mut iterators = [Value::NONE; 2];
            // The second must be able to go on once the first has: what was taken from that can't be given back.
            if !heap.copy_items(first, &mut iterators) || !is_walk(heap.record_type(iterators[1]).unwrap_or(0)) {
                return Step::Other;
            }
            match step_plain(heap, iterators[0]) {
                Step::Item(a) => match step_plain(heap, iterators[1]) {
                    Step::Item(b) => Step::Item((a, b)),
                    Step::End | Step::Other => Step::End,
                },
                Step::End => Step::End,
                Step::Other => Step::Other,
            }
        }
        TypeId::DICT_ITEM_ITERATOR => step_entry(heap, iterator),
        _ => Step::Other,
    }
}

/// Whether records of the type go over a list or tuple.
#[inline(always)]
fn is_walk(kind: u16) -> bool {
    matches!(TypeId(kind), TypeId::LIST_ITERATOR | TypeId::TUPLE_ITERATOR)
}
