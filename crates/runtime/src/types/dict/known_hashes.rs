//! Hashes of the keys of a dict or set that is walked over, to look them up in another one: `__hash__` is called when a
//! key is put into its first table, not for each operation on it.

use crate::{Isolate, Value};
use alloc::vec::Vec;

/// What is known of the keys of one table while it is walked over.
pub(crate) struct KnownHashes {
    table: Value,
    /// The hashes by entry, read when the first is asked for, and again after the table changed.
    hashes: Vec<u32>,
    state: Option<(u32, usize, usize)>,
}

impl KnownHashes {
    pub(crate) fn of(table: Value) -> KnownHashes {
        KnownHashes { table, hashes: Vec::new(), state: None }
    }

    /// The hash of the key in an entry, unless it is found faster anew.
    pub(crate) fn hash(&mut self, iso: &mut Isolate, entry: usize, key: Value) -> Option<u64> {
        if iso.heap.plain_hash(key).is_some() {
            return None;
        }
        let state = Some(iso.table_state(self.table));
        if self.state != state {
            self.hashes = iso.heap.stored_hashes(self.table)?;
            self.state = state;
        }
        // Tables take the form in which they store hashes for the hash itself.
        self.hashes.get(entry).copied().map(u64::from)
    }
}
