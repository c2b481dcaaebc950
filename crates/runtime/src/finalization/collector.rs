//! The collector's part: finding out who is about to die. Nothing here runs Python.

use super::Event;
use crate::heap::Kind;
use crate::interpreter::generator::{flavor, state};
use crate::object::class::flag;
use crate::{Isolate, Value};
use alloc::vec::Vec;

impl Isolate {
    /// From now on the collector looks whether the object is about to die.
    #[cold]
    pub(crate) fn watch_end(&mut self, value: Value) {
        self.finalization.watched.push(value);
    }

    /// Marks what is still to be told.
    pub(crate) fn mark_events(&mut self) {
        for event in &self.finalization.queue {
            self.heap.mark(event.value());
        }
    }

    /// Queues the ends of watched objects that were not reached, and keeps them this time.
    pub(crate) fn queue_ends(&mut self) {
        if self.finalization.watched.is_empty() {
            return;
        }
        let mut watched = core::mem::take(&mut self.finalization.watched);
        watched.retain(|&value| !self.is_ended_generator(value));
        let doomed: Vec<Value> =
            watched.iter().copied().filter(|&value| !self.heap.is_marked(value) && self.has_end(value)).collect();
        watched.retain(|&value| self.heap.is_marked(value) || doomed.contains(&value));
        for &value in &doomed {
            self.mark_content(value);
        }
        let mut first: Vec<Value> = doomed.iter().copied().filter(|&value| !self.heap.is_marked(value)).collect();
        if first.is_empty() {
            // They refer to each other in circles.
            first = doomed;
        }
        for &value in &first {
            self.heap.mark(value);
        }
        self.mark_reachable();
        watched.retain(|value| !first.contains(value));
        self.finalization.queue.extend(first.into_iter().map(Event::End));
        self.finalization.watched = watched;
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
