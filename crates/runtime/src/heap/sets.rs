//! Sets and frozensets: what they do with their tables that dicts don't. The table itself is in [`super::table`].

use super::slot::{Kind, Slot};
use super::table::{DELETED, Probe, fold, step};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};

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

    /// Adds a plain key to a set that has an index and room for it, with one search. Whether the key is there now, which it
    /// isn't where Python has to be asked; nothing for other tables.
    #[inline]
    pub(super) fn add_by_index(&mut self, set: Value, key: Value, hash: u64) -> Option<bool> {
        let layout = self.layout(set).filter(|layout| layout.width == 1)?;
        if layout.bits == 0 || layout.used >= layout.capacity {
            return None;
        }
        let hash = fold(hash);
        let mut probe = Probe { position: hash & layout.mask(), perturb: hash };
        // The place of a deleted entry is taken again: else removing and adding the same key would make its search longer
        // each time.
        let mut free = None;
        loop {
            let (stored, entry) = self.index_at(&layout, probe.position);
            if entry == 0 {
                break;
            }
            if entry == DELETED {
                free.get_or_insert(probe.position);
            } else if stored == hash {
                match self.plain_equal(self.value_at(layout.entries + entry as usize - 1), key) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => return Some(false),
                }
            }
            probe = step(probe, layout.mask());
        }
        self.set_index_at(&layout, free.unwrap_or(probe.position), hash, layout.used as u32 + 1);
        self.set_word(layout.entries + layout.used, key.to_word());
        self.set_word(layout.entries - 1, (layout.used + 1) as Word);
        if let Some(slot) = self.slot_mut(set) {
            slot.words[0] += 1;
        }
        Some(true)
    }

    /// The stored hash of a frozenset, 0 if none is.
    #[must_use]
    pub fn frozen_set_hash(&self, set: Value) -> u32 {
        self.slot_of_kind(set, Kind::Set).map_or(0, |slot| slot.c())
    }
}
