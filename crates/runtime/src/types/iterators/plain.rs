//! Iterators that go on without running any Python and without a call: over lists, tuples, ranges and ASCII strings.

use crate::native::TypeId;
use crate::{Isolate, Value, names};

/// What an iterator gives next.
pub(crate) enum Step {
    /// An item.
    Item(Value),
    /// Nothing more.
    End,
    /// It is another iterator, or has to go on in another way. Nothing was done.
    Other,
}

impl Isolate {
    /// Goes on with an iterator over a list or tuple.
    #[inline(always)]
    pub(crate) fn step_sequence(&mut self, iterator: Value) -> Step {
        match self.heap.record_start(iterator) {
            Some((kind, number, first)) if is_walk(kind) => self.step_walk(iterator, number, first),
            _ => Step::Other,
        }
    }

    #[inline(always)]
    fn step_walk(&mut self, iterator: Value, number: u32, sequence: Value) -> Step {
        match self.heap.sequence_item(sequence, number as usize) {
            Some(item) => {
                self.heap.set_number(iterator, number.saturating_add(1));
                Step::Item(item)
            }
            None => {
                // A list that grows later does not revive it.
                self.heap.set_field(iterator, 0, Value::NONE);
                Step::End
            }
        }
    }

    /// Goes on with an iterator, if it is one of the plain ones.
    #[inline]
    pub(crate) fn step_plain(&mut self, iterator: Value) -> Step {
        let Some((kind, number, first)) = self.heap.record_start(iterator) else { return Step::Other };
        match TypeId(kind) {
            _ if is_walk(kind) => self.step_walk(iterator, number, first),
            TypeId::RANGE_ITERATOR => self.next_in_range(iterator).map_or(Step::Other, Step::Item),
            TypeId::STR_ITERATOR => {
                let byte = self.heap.str_bytes(first).and_then(|bytes| bytes.get(number as usize)).copied();
                match byte.and_then(|byte| names::single_ascii(&[byte])) {
                    Some(single) => {
                        self.heap.set_number(iterator, number + 1);
                        Step::Item(single)
                    }
                    None => Step::Other,
                }
            }
            _ => Step::Other,
        }
    }

    /// Whether the iterator goes over a list or tuple.
    #[inline(always)]
    pub(crate) fn steps_in_sequence(&self, iterator: Value) -> bool {
        self.heap.record_type(iterator).is_some_and(is_walk)
    }
}

#[inline(always)]
fn is_walk(kind: u16) -> bool {
    matches!(TypeId(kind), TypeId::LIST_ITERATOR | TypeId::TUPLE_ITERATOR)
}
