//! The collector's part: finding out who is about to die. Nothing here runs Python.

use super::Event;
use crate::heap::Kind;
use crate::interpreter::generator::{flavor, state};
use crate::object::class::flag;
use crate::{Isolate, Value};
use alloc::vec::Vec;

/// What becomes of a watched object in a collection.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It was reached.
    Lives,
    /// It was not, and something else that was not refers to it.
    Waits,
    /// Its end is queued.
    Ends,
}

impl Isolate {
    /// From now on the collector looks whether the object is about to die.
    #[cold]
    pub(crate) fn watch_end(&mut self, value: Value) {
        self.heap.identify(value);
        self.finalization.watched.push(value);
    }

    /// Marks what is still to be told.
    pub(crate) fn mark_events(&mut self) {
        for event in &self.finalization.queue {
            self.heap.mark(event.value());
        }
    }

    /// Queues the ends of watched objects that were not reached, and keeps them this time. While others are told, as in
    /// a `__del__` that collects, they are only kept: else objects that make and collect new ones would never end.
    pub(crate) fn queue_ends(&mut self) {
        if self.finalization.watched.is_empty() {
            return;
        }
        let mut watched: Vec<(Value, Fate)> = Vec::with_capacity(self.finalization.watched.len());
        for value in core::mem::take(&mut self.finalization.watched) {
            if self.is_ended_generator(value) {
                continue;
            }
            if self.heap.is_marked(value) {
                watched.push((value, Fate::Lives));
            } else if self.has_end(value) {
                watched.push((value, Fate::Waits));
            }
        }
        for &(value, _) in watched.iter().filter(|(_, fate)| *fate == Fate::Waits) {
            self.mark_content(value);
        }
        // Those that refer to each other in circles have no first one.
        let waits = |(value, fate): &(Value, Fate)| *fate == Fate::Waits && !self.heap.is_marked(*value);
        let in_circles = !watched.iter().any(waits);
        for (value, fate) in &mut watched {
            if *fate == Fate::Waits && (in_circles || !self.heap.is_marked(*value)) {
                *fate = Fate::Ends;
            }
        }
        for (value, fate) in watched {
            if fate != Fate::Lives {
                self.heap.mark(value);
            }
            if fate == Fate::Ends && !self.finalization.is_running {
                self.finalization.queue.push_back(Event::End(value));
            } else {
                self.finalization.watched.push(value);
            }
        }
        self.mark_reachable();
    }

    /// Queues the ends of all watched objects that are alive: the program is over.
    pub(crate) fn queue_last_ends(&mut self) {
        let watched = core::mem::take(&mut self.finalization.watched);
        let left = watched.into_iter().filter(|&value| !self.is_ended_generator(value) && self.has_end(value));
        let left: Vec<Event> = left.map(Event::End).collect();
        self.finalization.queue.extend(left);
    }

    fn is_ended_generator(&self, value: Value) -> bool {
        self.heap.kind(value) == Some(Kind::Generator) && self.generator_state(value) == state::CLOSED
    }

    /// Whether there is something to do at the object's end.
    fn has_end(&self, value: Value) -> bool {
        if self.heap.kind(value) == Some(Kind::Generator) {
            return self.generator_state(value) != state::CREATED || self.heap.number(value) == flavor::COROUTINE;
        }
        self.class_flags(self.type_of(value)) & flag::HAS_DEL != 0
    }

    /// Marks what an object refers to, but not itself.
    fn mark_content(&mut self, value: Value) {
        let class = self.type_of(value);
        self.heap.mark(class);
        for index in 0..self.heap.field_count(value) {
            let content = self.heap.field(value, index);
            self.heap.mark(content);
        }
        self.mark_reachable();
    }

    /// Cuts the weak references to objects that were not reached, and queues their callbacks.
    pub(crate) fn cut_weak_references(&mut self) {
        let mut references = core::mem::take(&mut self.finalization.references);
        references.retain(|&slot, list| {
            if self.heap.is_marked(Value::handle(slot)) {
                list.retain(|&reference| self.heap.is_marked(reference));
                return !list.is_empty();
            }
            // As in CPython the last one made is told first.
            for &reference in list.iter().rev() {
                self.cut_reference(reference);
                if self.heap.is_marked(reference) && !self.reference_callback(reference).is_none() {
                    self.finalization.queue.push_back(Event::Callback(reference));
                }
            }
            false
        });
        self.finalization.references = references;
    }
}
