//! The insertion-ordered hash tables of dicts and sets.
//!
//! ```text
//! block:  | used | entry 0 | entry 1 | … capacity … | index 0 | index 1 | … 2^aux … |
//! entry:  key, value (dict) or key (set); a deleted entry has the key Unbound
//! index:  hash (32 bits) << 32 | entry + 1 (0: empty, u32::MAX: deleted)
//!         narrow: hash (16 bits) << 16 | entry + 1 (0xFFFF: deleted); two words where there are more than 2^16
//! ```
//!
//! Up to [`SMALL`] entries with *plain* keys (strings, numbers, singletons: equality is known without running
//! Python) need no index: they are searched one by one. The index keeps the hashes, so that growing never asks a
//! key for its hash again. Probing is CPython's: a linear congruence perturbed by the upper bits of the hash.
//!
//! A dict's version (slot word `c`) changes whenever a key is added or removed or entries move, so that a cached
//! entry number stays good while the version does. Versions are unique over all dicts. Where caches hold functions,
//! classes or modules themselves, the version changes with these values too.

use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};

/// The most entries a table has without an index.
pub(super) const SMALL: usize = if WIDE_WORDS { 8 } else { 16 };
pub(super) const DELETED: u32 = u32::MAX;
/// Whether a word holds a hash and an entry's number of 32 bits each.
pub(super) const WIDE_WORDS: bool = size_of::<Word>() == 8;

/// What a look-up found.
#[derive(Clone, Copy, Debug)]
pub enum Lookup {
    /// The key is in this entry.
    Found(usize),
    /// The key is not in the table.
    Missing,
    /// The key may equal that of the entry: Python has to be asked, and then the search goes on from the probe.
    Ask(usize, Probe),
}

/// What a search found that runs no Python.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sought {
    /// The key is in this entry.
    At(u32),
    /// The key is not in the table.
    Missing,
    /// Python has to be asked, or there is no memory for an index.
    Unknown,
}

/// Where a search stands.
#[derive(Clone, Copy, Debug)]
pub struct Probe {
    pub(super) position: u32,
    pub(super) perturb: u32,
}

/// Where the parts of a table lie.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    pub(super) entries: usize,
    pub(super) index: usize,
    pub(super) used: usize,
    pub(super) capacity: usize,
    pub(super) bits: u32,
    pub(super) width: usize,
}

impl Layout {
    pub(super) fn mask(&self) -> u32 {
        (1u32 << self.bits).wrapping_sub(1)
    }
}

/// The hash that tables work with, from Python's 64-bit one. The upper half is spread: else small negative numbers would
/// fall together with positive ones, and `__eq__` be asked about them.
#[inline(always)]
pub(super) fn fold(hash: u64) -> u32 {
    let folded = hash as u32 ^ ((hash >> 32) as u32).wrapping_mul(0x9E37_79B1);
    if WIDE_WORDS { folded } else { (folded ^ folded >> 16) & 0xFFFF }
}

/// An index of at most so many bits is kept when its table becomes empty.
const KEPT_BITS: u32 = 4;

/// How many words a place of an index takes.
pub(super) const fn index_words(bits: u32) -> usize {
    if WIDE_WORDS || bits <= 16 { 1 } else { 2 }
}

/// How many entries an index of so many bits serves. Where memory is short searches may be a little longer.
pub(super) const fn capacity_for(bits: u32) -> usize {
    if WIDE_WORDS { (1usize << bits) / 3 * 2 + 1 } else { (1usize << bits) / 8 * 7 }
}

impl Heap {
    pub(super) fn take_version(&mut self) -> u32 {
        let version = self.next_version;
        // After 2^32 changes versions repeat: a cache would have to sleep through all of them to be misled.
        self.next_version = version.checked_add(1).unwrap_or(1);
        version
    }

    #[inline(always)]
    pub(super) fn table_slot(&self, table: Value) -> Option<(&Slot, usize)> {
        let slot = self.slot(table)?;
        match slot.kind {
            Kind::Dict => Some((slot, 2)),
            Kind::Set => Some((slot, 1)),
            _ => None,
        }
    }

    #[inline(always)]
    pub(super) fn layout(&self, table: Value) -> Option<Layout> {
        let (slot, width) = self.table_slot(table)?;
        Some(self.layout_of(slot, width))
    }

    /// The layout of a dict.
    #[inline(always)]
    pub(super) fn dict_layout(&self, dict: Value) -> Option<Layout> {
        Some(self.layout_of(self.slot_of_kind(dict, Kind::Dict)?, 2))
    }

    #[inline(always)]
    fn layout_of(&self, slot: &Slot, width: usize) -> Layout {
        let offset = slot.b() as usize;
        let bits = u32::from(slot.aux);
        if offset == 0 {
            return Layout { entries: 0, index: 0, used: 0, capacity: 0, bits: 0, width };
        }
        let used = self.word(offset) as usize;
        // The width is 1 or 2: no processor has to divide.
        let capacity = match bits {
            0 => (self.block_size(slot.b()) - 1) >> (width - 1),
            _ if WIDE_WORDS => capacity_for(bits),
            // Where memory is short there is no more room than was asked for.
            _ => (self.block_size(slot.b()).saturating_sub(1 + (index_words(bits) << bits))) >> (width - 1),
        };
        Layout { entries: offset + 1, index: offset + 1 + capacity * width, used, capacity, bits, width }
    }

    #[inline(always)]
    pub(super) fn index_at(&self, layout: &Layout, position: u32) -> (u32, u32) {
        let at = layout.index + position as usize * index_words(layout.bits);
        let word = self.word(at);
        if WIDE_WORDS {
            let word = u128::from(word);
            ((word >> 32) as u32, word as u32)
        } else if index_words(layout.bits) == 1 {
            let entry = word as u32 & 0xFFFF;
            (word as u32 >> 16, if entry == 0xFFFF { DELETED } else { entry })
        } else {
            (self.word(at + 1) as u32, word as u32)
        }
    }

    #[inline(always)]
    pub(super) fn set_index_at(&mut self, layout: &Layout, position: u32, hash: u32, entry: u32) {
        let at = layout.index + position as usize * index_words(layout.bits);
        if WIDE_WORDS {
            self.set_word(at, (u64::from(hash) << 32 | u64::from(entry)) as Word);
        } else if index_words(layout.bits) == 1 {
            self.set_word(at, (hash << 16 | entry & 0xFFFF) as Word);
        } else {
            self.set_word(at, entry as Word);
            self.set_word(at + 1, hash as Word);
        }
    }

    /// The number of keys in a dict or set.
    #[inline(always)]
    #[must_use]
    pub fn table_len(&self, table: Value) -> usize {
        self.table_slot(table).map_or(0, |(slot, _)| slot.a() as usize)
    }

    /// The number of entries, deleted ones included: entry numbers are below it.
    #[inline(always)]
    #[must_use]
    pub fn table_entries(&self, table: Value) -> usize {
        self.layout(table).map_or(0, |layout| layout.used)
    }

    /// The key of an entry; nothing for a deleted entry or a number too large.
    #[inline(always)]
    #[must_use]
    pub fn table_key(&self, table: Value, entry: usize) -> Option<Value> {
        let layout = self.layout(table)?;
        if entry >= layout.used {
            return None;
        }
        self.value_at(layout.entries + entry * layout.width).given()
    }

    /// The first live entry from `from` on: its number, key, and value (Unbound for sets).
    #[inline]
    #[must_use]
    pub fn next_entry(&self, table: Value, from: usize) -> Option<(usize, Value, Value)> {
        let layout = self.layout(table)?;
        (from..layout.used).find_map(|entry| {
            let at = layout.entries + entry * layout.width;
            let key = self.value_at(at).given()?;
            Some((entry, key, if layout.width == 2 { self.value_at(at + 1) } else { Value::UNBOUND }))
        })
    }

    /// All live entries in order: key and value (Unbound for sets).
    pub fn entries(&self, table: Value) -> impl Iterator<Item = (Value, Value)> + '_ {
        let mut next = 0;
        core::iter::from_fn(move || {
            let (entry, key, value) = self.next_entry(table, next)?;
            next = entry + 1;
            Some((key, value))
        })
    }

    /// Looks a key up by its hash. The probe is for going on after an [`Lookup::Ask`] that came to nothing; the
    /// table must not have changed in between.
    #[inline]
    pub fn lookup(&mut self, table: Value, key: Value, hash: u64) -> Result<Lookup, OutOfMemory> {
        let Some(layout) = self.layout(table) else { return Ok(Lookup::Missing) };
        if layout.used == 0 {
            return Ok(Lookup::Missing);
        }
        if layout.bits == 0 {
            if self.is_plain_key(key) {
                return Ok(self.lookup_small(&layout, key));
            }
            // Looking for a key must not move entries: an iterator may stand between them.
            self.rebuild_keeping_holes(table, layout.used.max(SMALL))?;
            return self.lookup(table, key, hash);
        }
        let hash = fold(hash);
        Ok(self.probe(&layout, key, hash, Probe { position: hash & layout.mask(), perturb: hash }))
    }

    /// Looks a key up in a table that lies as `layout` says, as [`Heap::lookup`] does but with an answer that fits a
    /// register.
    #[inline(always)]
    pub(super) fn seek(&mut self, table: Value, layout: &Layout, key: Value, hash: u64) -> Sought {
        if layout.bits == 0 {
            return self.seek_small(table, key, hash);
        }
        let hash = fold(hash);
        let mask = layout.mask();
        let mut probe = Probe { position: hash & mask, perturb: hash };
        loop {
            let (stored, entry) = self.index_at(layout, probe.position);
            if stored == hash && entry != DELETED && entry != 0 {
                let number = entry - 1;
                let other = self.value_at(layout.entries + number as usize * layout.width);
                if other == key {
                    return Sought::At(number);
                }
                match self.plain_equal(other, key) {
                    Some(true) => return Sought::At(number),
                    Some(false) => {}
                    None => return Sought::Unknown,
                }
            } else if entry == 0 {
                return Sought::Missing;
            }
            probe = step(probe, mask);
        }
    }

    #[inline(never)]
    fn seek_small(&mut self, table: Value, key: Value, hash: u64) -> Sought {
        match self.lookup(table, key, hash) {
            Ok(Lookup::Found(entry)) => Sought::At(entry as u32),
            Ok(Lookup::Missing) => Sought::Missing,
            _ => Sought::Unknown,
        }
    }

    /// Goes on with a search.
    pub fn lookup_from(&mut self, table: Value, key: Value, hash: u64, probe: Probe) -> Lookup {
        match self.layout(table) {
            Some(layout) if layout.bits != 0 => {
                let next = step(probe, layout.mask());
                self.probe(&layout, key, fold(hash), next)
            }
            _ => Lookup::Missing,
        }
    }

    #[inline]
    pub(super) fn lookup_small(&self, layout: &Layout, key: Value) -> Lookup {
        for entry in 0..layout.used {
            if self.value_at(layout.entries + entry * layout.width) == key {
                return Lookup::Found(entry);
            }
        }
        for entry in 0..layout.used {
            let other = self.value_at(layout.entries + entry * layout.width);
            if !other.is_unbound() && self.plain_equal(other, key) == Some(true) {
                return Lookup::Found(entry);
            }
        }
        Lookup::Missing
    }

    #[inline]
    pub(super) fn probe(&self, layout: &Layout, key: Value, hash: u32, mut probe: Probe) -> Lookup {
        loop {
            let (stored, entry) = self.index_at(layout, probe.position);
            if entry == 0 {
                return Lookup::Missing;
            }
            if stored == hash && entry != DELETED {
                let number = entry as usize - 1;
                let other = self.value_at(layout.entries + number * layout.width);
                if other == key {
                    return Lookup::Found(number);
                }
                match self.plain_equal(other, key) {
                    Some(true) => return Lookup::Found(number),
                    Some(false) => {}
                    None => return Lookup::Ask(number, probe),
                }
            }
            probe = step(probe, layout.mask());
        }
    }

    /// Adds an entry for a key that is not in the table. `value` is ignored by sets.
    pub fn insert_new(&mut self, table: Value, key: Value, hash: u64, value: Value) -> Result<(), OutOfMemory> {
        let Some(mut layout) = self.layout(table) else { return Ok(()) };
        let needs_index = layout.bits == 0 && (layout.used >= SMALL || !self.is_plain_key(key));
        if needs_index || layout.used >= layout.capacity {
            let live = self.table_len(table);
            if needs_index {
                let wanted = if WIDE_WORDS { live * 2 } else { live + live / 2 };
                self.rebuild(table, wanted.max(SMALL))?;
            } else if layout.bits == 0 {
                let capacity = match layout.capacity {
                    0 => 2,
                    // Where memory is short no more than is needed.
                    capacity if !WIDE_WORDS => (capacity + 2).min(SMALL),
                    _ => SMALL,
                };
                self.resize_block(table, 1 + capacity * layout.width, 1 + layout.used * layout.width)?;
            } else {
                // Many deletions: the same size may do. Else grow by four while small, by two when large; by a quarter
                // where memory is short.
                let wanted = match live {
                    _ if !WIDE_WORDS => live.saturating_add(live / 4 + 2),
                    0..50_000 => live * 3,
                    _ => live.saturating_mul(2),
                };
                self.rebuild(table, wanted.max(SMALL))?;
            }
            layout = self.layout(table).unwrap_or(layout);
        }
        let entry = layout.used;
        if layout.bits != 0 {
            let hash = fold(hash);
            let mut probe = Probe { position: hash & layout.mask(), perturb: hash };
            loop {
                let (_, there) = self.index_at(&layout, probe.position);
                if there == 0 || there == DELETED {
                    break;
                }
                probe = step(probe, layout.mask());
            }
            self.set_index_at(&layout, probe.position, hash, entry as u32 + 1);
        }
        let at = layout.entries + entry * layout.width;
        self.set_word(at, key.to_word());
        if layout.width == 2 {
            self.set_word(at + 1, value.to_word());
        }
        self.set_word(layout.entries - 1, (entry + 1) as Word);
        self.changed(table, 1);
        Ok(())
    }

    /// After keys were added or removed: the count, and a dict's new version (a frozenset's hash is never stored
    /// before it is complete).
    #[inline]
    pub(super) fn changed(&mut self, table: Value, difference: i32) {
        let is_dict = self.kind(table) == Some(Kind::Dict);
        let version = if is_dict { self.take_version() } else { 0 };
        if let Some(slot) = self.slot_mut(table) {
            slot.words[0] = slot.words[0].saturating_add_signed(difference);
            if is_dict {
                slot.words[2] = version;
            }
        }
    }

    /// Deletes an entry that a look-up with the same hash found.
    pub fn remove_entry(&mut self, table: Value, entry: usize, hash: u64) {
        let Some(layout) = self.layout(table) else { return };
        if entry >= layout.used {
            return;
        }
        if layout.bits != 0 {
            let hash = fold(hash);
            let mut probe = Probe { position: hash & layout.mask(), perturb: hash };
            loop {
                let (_, there) = self.index_at(&layout, probe.position);
                if there == 0 {
                    break;
                }
                if there as usize == entry + 1 {
                    self.set_index_at(&layout, probe.position, 0, DELETED);
                    break;
                }
                probe = step(probe, layout.mask());
            }
        }
        let at = layout.entries + entry * layout.width;
        self.set_value(at, Value::UNBOUND);
        if layout.width == 2 {
            self.set_value(at + 1, Value::UNBOUND);
        }
        self.changed(table, -1);
        if layout.width == 2 {
            self.forget_shared(table);
        }
        if self.table_len(table) == 0 && layout.bits == 0 {
            // A few places are kept for those that come and go.
            self.set_word(layout.entries - 1, 0);
            if let Some(slot) = self.slot_of_kind_mut(table, Kind::Set) {
                slot.words[2] = 0;
            }
        } else if self.table_len(table) == 0 && !(WIDE_WORDS && layout.bits <= KEPT_BITS) {
            self.clear_table(table);
        } else if self.table_len(table) == 0 {
            // The same for keys that have to be hashed.
            for position in 0..1 << layout.bits {
                self.set_index_at(&layout, position, 0, 0);
            }
            self.set_word(layout.entries - 1, 0);
            if let Some(slot) = self.slot_of_kind_mut(table, Kind::Set) {
                slot.words[2] = 0;
            }
        } else if entry + 1 == layout.used && layout.bits == 0 {
            // The last entry of a small table: its place is free again.
            self.set_word(layout.entries - 1, entry as Word);
        }
    }

    /// The entry that `pop` and `popitem` take: a dict's last one, a set's first one. Number, key, value (Unbound for
    /// sets).
    #[must_use]
    pub fn entry_to_pop(&self, table: Value) -> Option<(usize, Value, Value)> {
        let (slot, width) = self.table_slot(table)?;
        if width == 1 {
            return self.next_entry(table, slot.c() as usize);
        }
        let layout = self.layout(table)?;
        let mut entry = layout.used;
        while let Some(before) = entry.checked_sub(1) {
            entry = before;
            let at = layout.entries + entry * layout.width;
            let (key, value) = (self.value_at(at), self.value_at(at + 1));
            if !key.is_unbound() {
                return Some((entry, key, value));
            }
            // Deleted entries may say how far back the others are deleted as well; see `note_popped`.
            if let Some(first) = value.as_small_int() {
                entry = entry.min(first as usize);
            }
        }
        None
    }

    /// After the removal of the entry that [`Heap::entry_to_pop`] found: the next search starts behind it. Without
    /// that, emptying a table entry by entry would take quadratic time.
    pub fn note_popped(&mut self, table: Value, entry: usize) {
        let Some((slot, width)) = self.table_slot(table) else { return };
        if slot.b() == 0 || slot.a() == 0 {
            return;
        }
        if width == 1 {
            if let Some(slot) = self.slot_mut(table)
                && !slot.has(Slot::FROZEN)
            {
                slot.words[2] = entry as u32 + 1;
            }
            return;
        }
        let Some(layout) = self.layout(table) else { return };
        if let Some(last) = layout.used.checked_sub(1)
            && entry <= last
        {
            let at = layout.entries + last * layout.width;
            if self.value_at(at).is_unbound() {
                self.set_word(at + 1, Value::small_int(entry as i64).to_word());
            }
        }
    }

    /// Removes everything.
    pub fn clear_table(&mut self, table: Value) {
        self.shade_content(table);
        let Some((slot, _)) = self.table_slot(table) else { return };
        let offset = slot.b();
        self.release_block(offset);
        if let Some(slot) = self.slot_mut(table) {
            slot.aux = 0;
            slot.words[0] = 0;
            slot.words[1] = 0;
            slot.words[2] = 0;
        }
        self.changed(table, 0);
    }
}

#[inline(always)]
pub(super) fn step(probe: Probe, mask: u32) -> Probe {
    let perturb = probe.perturb >> 5;
    let position = probe.position.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask;
    Probe { position, perturb }
}
