//! Sets and frozensets: what they do with their tables that dicts don't. The table itself is in [`super::table`], what sets compute
//! with each other in [`super::set_algebra`].

use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::value::Value;

impl Heap {
    /// An empty set, or an empty frozenset.
    pub fn new_set(&mut self, frozen: bool) -> Result<Value, OutOfMemory> {
        self.new_slot(Slot::new(Kind::Set, if frozen { Slot::FROZEN } else { 0 }, 0, [0; 3]))
    }

    /// Whether a set is a frozenset.
    #[must_use]
    pub fn is_frozen_set(&self, value: Value) -> bool {
        self.slot_of_kind(value, Kind::Set).is_some_and(|slot| slot.has(Slot::FROZEN))
    }

    /// The stored hash of a frozenset, 0 if none is.
    #[must_use]
    pub fn frozen_set_hash(&self, set: Value) -> u32 {
        self.slot_of_kind(set, Kind::Set).map_or(0, |slot| slot.c())
    }
}
