//! The hashes that a table's index keeps: what goes from one table into another is not asked for its hash again.

use super::Heap;
use super::table::DELETED;
use crate::value::Value;
use alloc::vec::Vec;

impl Heap {
    /// The hashes of a table's keys by their entries, in the form in which tables look for them; nothing where there is
    /// no index, since all keys are plain.
    #[cold]
    pub(crate) fn stored_hashes(&self, table: Value) -> Option<Vec<u32>> {
        let layout = self.layout(table).filter(|layout| layout.bits != 0)?;
        let mut hashes = alloc::vec![0; layout.used];
        for position in 0..=layout.mask() {
            let (hash, entry) = self.index_at(&layout, position);
            if entry != 0
                && entry != DELETED
                && let Some(place) = hashes.get_mut(entry as usize - 1)
            {
                *place = hash;
            }
        }
        Some(hashes)
    }
}
