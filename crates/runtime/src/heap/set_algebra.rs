//! Union, intersection, difference and inclusion of tables whose keys need no Python to be hashed and compared.
//!
//! Each function gives up where Python has to be asked, and says so: what it has done by then is harmless if the
//! caller starts again in the general way.

use super::table::Sought;
use super::{Heap, Kind, OutOfMemory, Put};
use crate::value::Value;
use alloc::vec::Vec;

impl Heap {
    /// Whether the value is a set or frozenset, and no instance of a subclass.
    pub(crate) fn is_set(&self, value: Value) -> bool {
        self.kind(value) == Some(Kind::Set)
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
        let mut found = Vec::new();
        let (Some(layout), Some(other)) = (self.layout(walked), self.layout(asked)) else { return Ok(false) };
        for entry in 0..layout.used {
            let key = self.value_at(layout.entries + entry * layout.width);
            if key.is_unbound() {
                continue;
            }
            let Some(hash) = self.quick_hash(key) else { return Ok(false) };
            let is_there = match self.seek(asked, &other, key, hash) {
                Sought::At(_) => true,
                Sought::Missing => false,
                Sought::Unknown => return Ok(false),
            };
            if is_there == inside {
                found.try_reserve(1).map_err(|_| OutOfMemory)?;
                found.push((hash, key));
            }
        }
        self.add_found(result, &found)?;
        Ok(true)
    }

    /// Puts the items of a list or tuple that are in `asked` into the empty set `result`. Whether it was done.
    pub(crate) fn pick_items(&mut self, result: Value, sequence: Value, asked: Value) -> Result<bool, OutOfMemory> {
        let mut index = 0;
        while let Some(item) = self.sequence_item(sequence, index) {
            index += 1;
            let Some(layout) = self.layout(asked) else { return Ok(false) };
            match self.has_key(asked, &layout, item) {
                Some(true) if !self.add_plain(result, item)? => return Ok(false),
                Some(_) => {}
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Whether all items of a list or tuple are in a table; nothing if Python has to be asked.
    pub(crate) fn has_items(&mut self, table: Value, sequence: Value) -> Result<Option<bool>, OutOfMemory> {
        let mut index = 0;
        while let Some(item) = self.sequence_item(sequence, index) {
            index += 1;
            let Some(layout) = self.layout(table) else { return Ok(None) };
            match self.has_key(table, &layout, item) {
                Some(true) => {}
                answer => return Ok(answer),
            }
        }
        Ok(Some(true))
    }

    /// Adds keys that are not in a set yet.
    fn add_found(&mut self, set: Value, found: &[(u64, Value)]) -> Result<(), OutOfMemory> {
        if self.table_len(set) == 0 {
            return self.fill_set(set, found);
        }
        self.reserve_entries(set, found.len())?;
        found.iter().try_for_each(|&(hash, key)| self.insert_new(set, key, hash, Value::UNBOUND))
    }

    /// Adds the keys of `walked` to a set. Whether it was done.
    pub(crate) fn add_elements(&mut self, set: Value, walked: Value) -> Result<bool, OutOfMemory> {
        Ok(self.merge(set, walked, 0)? == usize::MAX)
    }

    /// Adds the items of a list or tuple to a set, up to the first about which Python has to be asked. Returns how many.
    pub(crate) fn add_items(&mut self, set: Value, sequence: Value) -> Result<usize, OutOfMemory> {
        // Items may be there several times: so many places are not too many for long.
        const AT_FIRST: usize = 1024;
        self.reserve_entries(set, self.sequence_len(sequence).min(AT_FIRST))?;
        let mut index = 0;
        loop {
            index = self.place_items(set, sequence, index);
            let Some(item) = self.sequence_item(sequence, index) else { return Ok(index) };
            // It may only be full.
            if !self.add_plain(set, item)? {
                return Ok(index);
            }
            index += 1;
        }
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
        Ok(self.put(set, key, Value::UNBOUND)? != Put::Unknown)
    }

    /// Whether all keys of a table are in another one; nothing if Python has to be asked.
    pub(crate) fn is_part_of(&mut self, part: Value, whole: Value) -> Result<Option<bool>, OutOfMemory> {
        let Some(layout) = self.layout(part) else { return Ok(None) };
        for entry in 0..layout.used {
            let key = self.value_at(layout.entries + entry * layout.width);
            let Some(other) = self.layout(whole) else { return Ok(None) };
            // Copies have their keys in the same places.
            let is_same = entry < other.used && self.value_at(other.entries + entry * other.width) == key;
            if is_same || key.is_unbound() {
                continue;
            }
            match self.has_key(whole, &other, key) {
                Some(true) => {}
                answer => return Ok(answer),
            }
        }
        Ok(Some(true))
    }

    /// Whether two dicts with the same number of keys are equal; nothing if Python has to be asked.
    pub(crate) fn dicts_equal(&mut self, left: Value, right: Value) -> Option<bool> {
        let layout = self.layout(left)?;
        for entry in 0..layout.used {
            let key = self.value_at(layout.entries + entry * 2);
            if key.is_unbound() {
                continue;
            }
            let value = self.value_at(layout.entries + entry * 2 + 1);
            let other = self.layout(right)?;
            let place = if entry < other.used && self.value_at(other.entries + entry * 2) == key {
                entry
            } else {
                let hash = self.quick_hash(key)?;
                match self.seek(right, &other, key, hash) {
                    Sought::At(place) => place as usize,
                    Sought::Missing => return Some(false),
                    Sought::Unknown => return None,
                }
            };
            if !self.plain_equal(value, self.dict_value(right, place))? {
                return Some(false);
            }
        }
        Some(true)
    }
}
