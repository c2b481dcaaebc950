//! Union, intersection, difference and inclusion of tables whose keys need no Python to be hashed and compared.
//!
//! Each function gives up where Python has to be asked, and says so: what it has done by then is harmless if the
//! caller starts again in the general way.

use super::{Heap, Kind, Lookup, OutOfMemory};
use crate::value::Value;

impl Heap {
    /// Whether the value is a set or frozenset, and no instance of a subclass.
    pub(crate) fn is_set(&self, value: Value) -> bool {
        self.kind(value) == Some(Kind::Set)
    }

    /// Whether a table has a plain key; nothing if Python has to be asked.
    #[inline]
    fn has_plain(&mut self, table: Value, key: Value, hash: u64) -> Result<Option<bool>, OutOfMemory> {
        Ok(match self.lookup(table, key, hash)? {
            Lookup::Found(_) => Some(true),
            Lookup::Missing => Some(false),
            Lookup::Ask(..) => None,
        })
    }

    /// Puts the keys of `walked` that are in `asked` into the set `result`, or with `inside` false those that are not.
    /// None of them is there yet. Whether it was done.
    pub(crate) fn pick_elements(
        &mut self,
        result: Value,
        walked: Value,
        asked: Value,
        inside: bool,
    ) -> Result<bool, OutOfMemory> {
        let mut next = 0;
        while let Some((entry, key, _)) = self.next_entry(walked, next) {
            next = entry + 1;
            let Some(hash) = self.plain_hash(key) else { return Ok(false) };
            let Some(found) = self.has_plain(asked, key, hash)? else { return Ok(false) };
            if found == inside {
                self.insert_new(result, key, hash, Value::UNBOUND)?;
            }
        }
        Ok(true)
    }

    /// Adds the keys of `walked` to a set. Whether it was done.
    pub(crate) fn add_elements(&mut self, set: Value, walked: Value) -> Result<bool, OutOfMemory> {
        let mut next = 0;
        while let Some((entry, key, _)) = self.next_entry(walked, next) {
            next = entry + 1;
            if !self.add_plain(set, key)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Adds the items of a list or tuple to a set, up to the first about which Python has to be asked. Returns how many.
    pub(crate) fn add_items(&mut self, set: Value, sequence: Value) -> Result<usize, OutOfMemory> {
        // Items may be there several times: so many places are not too many for long.
        const AT_FIRST: usize = 1024;
        self.reserve_entries(set, self.sequence_len(sequence).min(AT_FIRST))?;
        let mut index = 0;
        while let Some(item) = self.sequence_item(sequence, index) {
            if !self.add_plain(set, item)? {
                break;
            }
            index += 1;
        }
        Ok(index)
    }

    /// Adds an arithmetic progression of so many small ints to a set. Whether it was done; nothing if it leaves their
    /// range.
    pub(crate) fn add_progression(&mut self, set: Value, start: i64, step: i64, length: i64) -> Option<bool> {
        self.reserve_entries(set, usize::try_from(length).ok()?).ok()?;
        let mut next = start;
        for _ in 0..length {
            if !self.add_plain(set, Value::try_small_int(next)?).ok()? {
                return Some(false);
            }
            next = next.checked_add(step)?;
        }
        Some(true)
    }

    /// Adds an element to a set, if it is not there. Whether it is there now: not if Python has to be asked.
    #[inline]
    pub(crate) fn add_plain(&mut self, set: Value, key: Value) -> Result<bool, OutOfMemory> {
        let Some(hash) = self.plain_hash(key) else { return Ok(false) };
        if let Some(there) = self.add_by_index(set, key, hash) {
            return Ok(there);
        }
        match self.has_plain(set, key, hash)? {
            Some(true) => Ok(true),
            Some(false) => self.insert_new(set, key, hash, Value::UNBOUND).map(|()| true),
            None => Ok(false),
        }
    }

    /// Whether all keys of a table are in another one; nothing if Python has to be asked.
    pub(crate) fn is_part_of(&mut self, part: Value, whole: Value) -> Result<Option<bool>, OutOfMemory> {
        let mut next = 0;
        while let Some((entry, key, _)) = self.next_entry(part, next) {
            next = entry + 1;
            let Some(hash) = self.plain_hash(key) else { return Ok(None) };
            match self.has_plain(whole, key, hash)? {
                Some(true) => {}
                answer => return Ok(answer),
            }
        }
        Ok(Some(true))
    }
}
