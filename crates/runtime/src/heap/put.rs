//! Keys put into dicts and sets with one search, where no Python is needed to hash and compare them.

use super::slot::Slot;
use super::table::{DELETED, Layout, Lookup, Probe, SMALL, Sought, WIDE_WORDS, fold, step};
use super::{Heap, Kind, OutOfMemory};
use crate::types::tuple::plain_tuple_hash;
use crate::value::{Value, Word};

/// What became of a key that was to be put into a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It was not there.
    Added,
    /// It was there; a dict has the new value under it.
    Present,
    /// Nothing was done: Python has to be asked about it.
    Unknown,
}

/// The hash of an int of one word.
#[inline(always)]
pub(super) fn int_hash(int: i64) -> u64 {
    if int == -1 { -2i64 as u64 } else { int as u64 }
}

impl Heap {
    /// The hash of a plain key, or of a tuple of such.
    #[inline(always)]
    pub(crate) fn quick_hash(&mut self, key: Value) -> Option<u64> {
        match key.as_small_int() {
            Some(int) => Some(int_hash(int)),
            None => self.plain_hash(key).or_else(|| plain_tuple_hash(self, key)),
        }
    }

    /// Puts a key into a dict or set.
    #[inline]
    pub(crate) fn put(&mut self, table: Value, key: Value, value: Value) -> Result<Put, OutOfMemory> {
        if let Some(place) = self.found_place(table, key) {
            self.set_value(place, value);
            return Ok(Put::Present);
        }
        if !WIDE_WORDS && let Some(put) = self.put_in_small(table, key, value) {
            return put;
        }
        if WIDE_WORDS && self.slot(table).is_some_and(|slot| slot.aux == 0) {
            // Without an index nobody needs the hash.
            if key.is_small_int() {
                if self.put_over_int(table, key, value) {
                    return Ok(Put::Present);
                }
            } else if let Some(put) = self.put_in_small(table, key, value) {
                return put;
            }
        }
        let hash = match self.text_key_hash(key) {
            Some(hash) => u64::from(hash),
            None => match self.quick_hash(key) {
                Some(hash) => hash,
                None => return Ok(Put::Unknown),
            },
        };
        if let Some(put) = self.put_by_index(table, key, hash, value) {
            return Ok(put);
        }
        match self.lookup(table, key, hash)? {
            Lookup::Found(entry) => {
                self.set_dict_value(table, entry, value);
                Ok(Put::Present)
            }
            Lookup::Missing => self.insert_new(table, key, hash, value).map(|()| Put::Added),
            Lookup::Ask(..) => Ok(Put::Unknown),
        }
    }

    /// As [`Heap::put`], for a table without an index, where it has that very int; whether it does.
    #[inline(always)]
    fn put_over_int(&mut self, table: Value, key: Value, value: Value) -> bool {
        let Some((slot, width)) = self.table_slot(table) else { return false };
        let block = slot.b() as usize;
        if block == 0 || slot.has(Slot::CACHED) {
            return false;
        }
        let mut places = (block + 1..).step_by(width).take(self.word(block) as usize);
        let found = places.find(|&place| self.value_at(place) == key);
        if let Some(place) = found
            && width == 2
        {
            self.set_value(place + 1, value);
        }
        found.is_some()
    }

    /// As [`Heap::put`], for a dict without an index and a short string; nothing for others.
    #[inline(never)]
    fn put_in_small(&mut self, dict: Value, key: Value, value: Value) -> Option<Result<Put, OutOfMemory>> {
        let slot = self.slot_of_kind(dict, Kind::Dict).filter(|slot| slot.aux == 0 && !slot.has(Slot::CACHED))?;
        let block = slot.b();
        let used = if block == 0 { 0 } else { self.word(block as usize) as usize };
        let found = if block == 0 {
            self.quick_text(key).map(|_| None)
        } else {
            self.seek_short_text::<2>(block as usize, key)
        };
        if let Some(place) = found? {
            self.set_value(place + 1, value);
            return Some(Ok(Put::Present));
        }
        if used >= SMALL {
            return None;
        }
        let place = block as usize + 1 + 2 * used;
        if 1 + 2 * (used + 1) > self.block_size(block) {
            // Without an index nobody asks for the hash.
            return Some(self.insert_new(dict, key, 0, value).map(|()| Put::Added));
        }
        self.set_word(block as usize, used as Word + 1);
        self.set_word(place, key.to_word());
        self.set_word(place + 1, value.to_word());
        self.changed(dict, 1);
        Some(Ok(Put::Added))
    }

    /// As [`Heap::put`], for tables that have an index and room; nothing for others.
    #[inline]
    fn put_by_index(&mut self, table: Value, key: Value, hash: u64, value: Value) -> Option<Put> {
        let mut layout = self.layout(table)?;
        if layout.bits == 0 || layout.used >= layout.capacity {
            return None;
        }
        match self.place_key(&mut layout, key, fold(hash), value)? {
            Some(number) => {
                self.set_dict_value(table, number, value);
                Some(Put::Present)
            }
            None => {
                self.set_word(layout.entries - 1, layout.used as Word);
                self.changed(table, 1);
                Some(Put::Added)
            }
        }
    }

    /// Adds an entry to a table that has an index and room, but to its counts only in `layout`; if the key is there, the
    /// number of its entry instead. The outer nothing: Python has to be asked.
    #[expect(clippy::option_option, reason = "what is not known is another thing than what is not there")]
    #[inline(always)]
    fn place_key(&mut self, layout: &mut Layout, key: Value, hash: u32, value: Value) -> Option<Option<usize>> {
        let mask = layout.mask();
        let mut probe = Probe { position: hash & mask, perturb: hash };
        // The place of a deleted entry is taken again: else removing and adding the same key would make its search longer
        // each time.
        let mut free = None;
        loop {
            let (stored, entry) = self.index_at(layout, probe.position);
            if entry == 0 {
                break;
            }
            if entry == DELETED {
                free.get_or_insert(probe.position);
            } else if stored == hash {
                let number = entry as usize - 1;
                let other = self.value_at(layout.entries + number * layout.width);
                if other == key || self.same_inline_text(other, key) || self.plain_equal(other, key)? {
                    return Some(Some(number));
                }
            }
            probe = step(probe, mask);
        }
        self.set_index_at(layout, free.unwrap_or(probe.position), hash, layout.used as u32 + 1);
        let at = layout.entries + layout.used * layout.width;
        self.set_word(at, key.to_word());
        if layout.width == 2 {
            self.set_word(at + 1, value.to_word());
        }
        layout.used += 1;
        Some(None)
    }

    /// Adds items of a list or tuple, from that number on, to a set with an index, until it is full or Python has to be
    /// asked. Returns the number of the next item.
    pub(super) fn place_items(&mut self, set: Value, sequence: Value, from: usize) -> usize {
        let Some(mut layout) = self.layout(set).filter(|layout| layout.bits != 0) else { return from };
        let before = layout.used;
        let mut index = from;
        while layout.used < layout.capacity
            && let Some(item) = self.sequence_item(sequence, index)
            && let Some(hash) = self.quick_hash(item)
            && self.place_key(&mut layout, item, fold(hash), Value::UNBOUND).is_some()
        {
            index += 1;
        }
        self.set_word(layout.entries - 1, layout.used as Word);
        self.changed(set, (layout.used - before) as i32);
        index
    }

    /// Puts the entries of a table, from that number on, into a dict or set. Returns how far it came: the number of the
    /// first entry about which Python has to be asked, or the end.
    pub(crate) fn merge(&mut self, table: Value, other: Value, from: usize) -> Result<usize, OutOfMemory> {
        let Some(layout) = self.layout(other) else { return Ok(usize::MAX) };
        for entry in from..layout.used {
            let at = layout.entries + entry * layout.width;
            let key = self.value_at(at);
            let value = if layout.width == 2 { self.value_at(at + 1) } else { Value::UNBOUND };
            if !key.is_unbound() && self.put(table, key, value)? == Put::Unknown {
                return Ok(entry);
            }
        }
        Ok(usize::MAX)
    }

    /// Fills an empty set with different keys, whose hashes come first.
    pub(super) fn fill_set(&mut self, set: Value, found: &[(u64, Value)]) -> Result<(), OutOfMemory> {
        self.reserve_entries(set, found.len())?;
        let layout = self.layout(set).filter(|layout| layout.bits != 0 && layout.used == 0);
        let Some(layout) = layout else {
            return found.iter().try_for_each(|&(hash, key)| self.insert_new(set, key, hash, Value::UNBOUND));
        };
        let mask = layout.mask();
        for (entry, &(hash, key)) in found.iter().enumerate() {
            let hash = fold(hash);
            let mut probe = Probe { position: hash & mask, perturb: hash };
            while self.index_at(&layout, probe.position).1 != 0 {
                probe = step(probe, mask);
            }
            self.set_index_at(&layout, probe.position, hash, entry as u32 + 1);
            self.set_word(layout.entries + entry, key.to_word());
        }
        self.set_word(layout.entries - 1, found.len() as Word);
        self.changed(set, found.len() as i32);
        Ok(())
    }

    /// A dict of a display: keys and values in turn. Nothing where Python has to be asked.
    pub(crate) fn new_dict_of(&mut self, pairs: &[Value]) -> Option<Value> {
        let pairs = pairs.as_chunks::<2>().0;
        let dict = self.new_dict().ok()?;
        if self.are_few_different(pairs.iter().map(|&[key, _]| key)) {
            return self.fill_few(dict, pairs);
        }
        self.reserve_entries(dict, pairs.len()).ok()?;
        for &[key, value] in pairs {
            if self.put(dict, key, value).ok()? == Put::Unknown {
                return None;
            }
        }
        Some(dict)
    }

    /// A set of a display. Nothing where Python has to be asked.
    pub(crate) fn new_set_of(&mut self, items: &[Value]) -> Option<Value> {
        let set = self.new_set(false).ok()?;
        if self.are_few_different(items.iter().copied()) {
            return self.fill_few(set, items.as_chunks::<1>().0);
        }
        self.reserve_entries(set, items.len()).ok()?;
        for &item in items {
            if self.put(set, item, Value::UNBOUND).ok()? == Put::Unknown {
                return None;
            }
        }
        Some(set)
    }

    /// Whether keys are so few that a table of them needs no index, and different at first sight: small ints, or strings
    /// of a program.
    fn are_few_different(&self, keys: impl ExactSizeIterator<Item = Value> + Clone) -> bool {
        let is_unique = |key: Value| self.is_interned(key);
        let mut all = keys.clone();
        let is_plain = all.next().is_none_or(|first| {
            if first.is_small_int() { all.all(Value::is_small_int) } else { is_unique(first) && all.all(is_unique) }
        });
        keys.len() <= SMALL
            && is_plain
            && keys.clone().enumerate().all(|(index, key)| keys.clone().take(index).all(|before| before != key))
    }

    /// Fills an empty table with different plain keys that need no index.
    fn fill_few<const WIDTH: usize>(&mut self, table: Value, entries: &[[Value; WIDTH]]) -> Option<Value> {
        if entries.is_empty() {
            return Some(table);
        }
        let start = self.resize_block(table, 1 + entries.len() * WIDTH, 0).ok()? as usize;
        self.set_word(start, entries.len() as Word);
        if let Some(places) = self.payload.get_mut(start + 1..) {
            for (place, value) in places.iter_mut().zip(entries.as_flattened()) {
                *place = value.to_word();
            }
        }
        self.changed(table, entries.len() as i32);
        Some(table)
    }

    /// Where a key is in a table that lies as `layout` says; nothing if Python has to be asked.
    #[inline(always)]
    pub(super) fn has_key(&mut self, table: Value, layout: &Layout, key: Value) -> Option<bool> {
        let hash = self.quick_hash(key)?;
        match self.seek(table, layout, key, hash) {
            Sought::At(_) => Some(true),
            Sought::Missing => Some(false),
            Sought::Unknown => None,
        }
    }
}
