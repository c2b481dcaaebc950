//! What happens when objects die: weak references, `__del__`, generators that were dropped half way.
//!
//! There are no reference counts, so an object's death is noticed when the collector does not reach it. The collector
//! runs no Python. It does three things after marking ([`collector`]), and what Python has to do is queued:
//!
//! 1. Objects that have something to do at their end and were not reached are put into the queue, once in their lives,
//!    and kept for this time with all that they refer to. Those that others of them refer to wait until the others are
//!    gone, so that a parent's `__del__` runs before its children's, as reference counts would have it.
//! 2. Weak references to what was still not reached are cut, and their callbacks queued.
//! 3. Everything else dies.
//!
//! The queue is worked off between instructions, by `gc.collect()`, and at the end of the program ([`queue`]).

mod collector;
mod queue;
mod unraisable;
mod weak;

pub(crate) use unraisable::UNRAISABLE_ARGUMENTS;

use crate::Value;
use alloc::collections::{BTreeMap, VecDeque};
use alloc::vec::Vec;

/// Something that Python code has to be told.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// An instance of a class with `__del__`, or a generator, is about to die.
    End(Value),
    /// The object of a weak reference with a callback has died: the reference.
    Callback(Value),
}

impl Event {
    fn value(self) -> Value {
        match self {
            Event::End(value) | Event::Callback(value) => value,
        }
    }
}

/// The state of all this.
#[derive(Debug, Default)]
pub(crate) struct Finalization {
    /// Objects that have something to do at their end, in the order in which they were made; they are not kept alive.
    watched: Vec<Value>,
    /// What is to be told.
    queue: VecDeque<Event>,
    /// Weak references by the slots of their objects; neither is kept alive.
    references: BTreeMap<u32, Vec<Value>>,
    /// Whether the queue is being worked off.
    is_running: bool,
}

impl Finalization {
    /// Whether there is something to tell and nobody is at it.
    #[inline(always)]
    pub(crate) fn is_due(&self) -> bool {
        !self.queue.is_empty() && !self.is_running
    }
}
