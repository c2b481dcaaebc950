//! Keys sought in dicts and sets without running Python. Most are strings, and most tables have an index: those are sought
//! first, with no call on the way.
//!
//! Programs seek a key of a dict two or three times in a row: `if key in counts: counts[key] += 1`. The heap remembers
//! where the last one lies that was found.

use super::Heap;
use super::put::int_hash;
use super::short::Short;
use super::slot::{Kind, Slot};
use super::table::{DELETED, Layout, Lookup, Probe, Sought, WIDE_WORDS, capacity_for, fold, step};
use crate::types::byte_string::search::find;
use crate::value::{Immediate, Value};

/// How many entries there is room for with an index of so many bits.
const CAPACITIES: [u32; 32] = {
    let mut capacities = [0; 32];
    let mut bits = 0;
    while bits < 31 {
        capacities[bits] = capacity_for(bits as u32) as u32;
        bits += 1;
    }
    capacities
};

/// Where a key was found in a dict. A dict's version stands for it and for where its entries lie; between two collections
/// a handle stands for the same object, and no block moves but with a new version.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    key: Value,
    version: u32,
    /// The payload word with the value.
    place: u32,
}

impl Found {
    /// No dict has version 0.
    pub(super) const NOTHING: Found = Found { key: Value::UNBOUND, version: 0, place: 0 };
}

impl Heap {
    /// Where the value under a key lies, if that key was the last one that was found in a dict, and in this one.
    #[inline(always)]
    pub(super) fn found_place(&self, dict: Value, key: Value) -> Option<usize> {
        let found = &self.found;
        if found.key != key {
            return None;
        }
        let slot = self.slot_of_kind(dict, Kind::Dict).filter(|slot| slot.c() == found.version)?;
        // What caches hold is replaced with more ado.
        (!slot.has(Slot::CACHED)).then_some(found.place as usize)
    }

    /// Remembers where the value under a plain key of a dict lies.
    #[inline(always)]
    pub(super) fn remember_found(&mut self, dict: Value, key: Value, place: usize) {
        if let Some(slot) = self.slot_of_kind(dict, Kind::Dict) {
            self.found = Found { key, version: slot.c(), place: place as u32 };
        }
    }

    /// The value under a plain key that is there.
    #[inline(never)]
    pub fn dict_get_plain(&mut self, dict: Value, key: Value) -> Option<Value> {
        if self.kind(dict) != Some(Kind::Dict) {
            return None;
        }
        self.dict_find_plain(dict, key)?
    }

    /// The value under a plain key: the inner nothing if it is missing, the outer one if Python has to be asked.
    #[expect(clippy::option_option, reason = "what is not known is another thing than what is not there")]
    #[inline(always)]
    pub(crate) fn dict_find_plain(&mut self, dict: Value, key: Value) -> Option<Option<Value>> {
        if let Some(place) = self.found_place(dict, key) {
            return Some(Some(self.value_at(place)));
        }
        match self.seek_text::<2>(dict, Kind::Dict, key) {
            Some(Some(place)) => {
                self.remember_found(dict, key, place + 1);
                Some(Some(self.value_at(place + 1)))
            }
            Some(None) => Some(None),
            None => self.dict_find_other(dict, key),
        }
    }

    /// As [`Heap::dict_find_plain`], for what that does not find at once.
    #[expect(clippy::option_option, reason = "as above")]
    #[inline(never)]
    pub(crate) fn dict_find_other(&mut self, dict: Value, key: Value) -> Option<Option<Value>> {
        let layout = self.dict_layout(dict)?;
        if let Some(place) = self.seek_int(&layout, key) {
            self.remember_found(dict, key, place);
            return Some(Some(self.value_at(place)));
        }
        if !WIDE_WORDS && layout.bits == 0 && self.is_plain_key(key) {
            // Nobody asks for the hash there.
            return match self.lookup_small(&layout, key) {
                Lookup::Found(entry) => Some(Some(self.dict_value(dict, entry))),
                Lookup::Missing => Some(None),
                Lookup::Ask(..) => None,
            };
        }
        let hash = self.quick_hash(key)?;
        match self.seek(dict, &layout, key, hash) {
            // A small table may have got an index, but no entry has moved from its number.
            Sought::At(entry) if layout.bits == 0 => Some(Some(self.dict_value(dict, entry as usize))),
            Sought::At(entry) => {
                let place = layout.entries + entry as usize * 2 + 1;
                self.remember_found(dict, key, place);
                Some(Some(self.value_at(place)))
            }
            Sought::Missing => Some(None),
            Sought::Unknown => None,
        }
    }

    /// Where the value under an int of one word lies in a dict with an index; nothing where that very int is not the first
    /// key found that could be it.
    #[inline(always)]
    fn seek_int(&self, layout: &Layout, key: Value) -> Option<usize> {
        let hash = fold(int_hash(key.as_small_int()?));
        if layout.bits == 0 {
            return None;
        }
        let mask = layout.mask();
        let mut probe = Probe { position: hash & mask, perturb: hash };
        loop {
            let (stored, entry) = self.index_at(layout, probe.position);
            if entry == 0 {
                return None;
            }
            if stored == hash && entry != DELETED {
                let at = layout.entries + (entry as usize - 1) * 2;
                return (self.value_at(at) == key).then_some(at + 1);
            }
            probe = step(probe, mask);
        }
    }

    /// Whether a dict, set, list or tuple has a value, or a string a part; nothing if Python has to be asked, or the
    /// container is another one.
    #[inline(never)]
    pub(crate) fn contains_plain(&mut self, container: Value, key: Value) -> Option<bool> {
        if self.kind(container) != Some(Kind::Dict) {
            return self.other_contains(container, key);
        }
        if self.found_place(container, key).is_some() {
            return Some(true);
        }
        match self.seek_text::<2>(container, Kind::Dict, key) {
            Some(Some(place)) => {
                self.remember_found(container, key, place + 1);
                Some(true)
            }
            Some(None) => Some(false),
            None => self.table_has_other(container, key),
        }
    }

    #[inline(never)]
    fn other_contains(&mut self, container: Value, key: Value) -> Option<bool> {
        match self.kind(container) {
            Some(Kind::Set) => match self.seek_text::<1>(container, Kind::Set, key) {
                Some(found) => Some(found.is_some()),
                None => self.table_has_other(container, key),
            },
            Some(Kind::List | Kind::Tuple) => self.sequence_has(container, key),
            Some(Kind::Str) | None => self.text_has(container, key),
            _ => None,
        }
    }

    /// Whether an item of a list or tuple is a value or equals it; nothing if Python has to be asked.
    pub(super) fn sequence_has(&self, sequence: Value, value: Value) -> Option<bool> {
        for item in self.items(sequence) {
            if item == value || (!(item.is_small_int() && value.is_small_int()) && self.plain_equal(item, value)?) {
                return Some(true);
            }
        }
        Some(false)
    }

    #[inline(never)]
    fn table_has_other(&mut self, table: Value, key: Value) -> Option<bool> {
        let layout = self.layout(table)?;
        self.has_key(table, &layout, key)
    }

    /// Whether a string has a part; nothing for other values.
    fn text_has(&self, text: Value, part: Value) -> Option<bool> {
        if let (Some(short), Some(byte)) = (self.quick_short(text), part.as_single_ascii()) {
            return Some(short.has(byte));
        }
        Some(find(self.str_bytes(text)?, self.str_bytes(part)?).is_some())
    }

    /// The hash of a string as tables of wide words use it, if it is static or lies in the heap, and is hashed already where
    /// it is long there.
    #[inline(always)]
    pub(super) fn text_key_hash(&self, key: Value) -> Option<u32> {
        self.text_key(key).map(|(hash, _)| hash)
    }

    /// As [`Heap::text_key_hash`], with the text where it lies in its slot, and else one that nothing in a slot equals.
    #[inline(always)]
    fn text_key(&self, key: Value) -> Option<(u32, (u16, [u32; 3]))> {
        const LONG: (u16, [u32; 3]) = (u16::MAX, [0; 3]);
        match self.slot(key) {
            Some(slot) if slot.kind != Kind::Str => None,
            Some(slot) if slot.has(Slot::INLINE) => {
                Some((self.hash_short(Short::of_slot(slot)) as u32, (slot.aux, slot.words)))
            }
            Some(slot) => Some((slot.c(), LONG)).filter(|&(hash, _)| hash != 0),
            None => match key.payload_of(Immediate::Name)? {
                byte @ 0..128 => Some((self.hash_short(Short::of_byte(byte as u8)) as u32, LONG)),
                number => Some((self.name_hash(number), LONG)),
            },
        }
    }

    #[inline(never)]
    fn name_hash(&self, number: u32) -> u32 {
        self.hash_bytes(self.name_bytes(number)) as u32
    }

    /// Whether a value is a string with that text, which lies in a slot.
    #[inline(always)]
    fn is_inline_text(&self, value: Value, (length, words): (u16, [u32; 3])) -> bool {
        self.slot(value).is_some_and(|slot| {
            slot.aux == length && slot.words == words && slot.kind == Kind::Str && slot.has(Slot::INLINE)
        })
    }

    /// Whether two values are strings that lie in their slots, and the same.
    #[inline(always)]
    pub(super) fn same_inline_text(&self, a: Value, b: Value) -> bool {
        match (self.slot(a), self.slot(b)) {
            (Some(a), Some(b)) => {
                let are_texts = a.kind == Kind::Str && b.kind == Kind::Str && a.flags & b.flags & Slot::INLINE != 0;
                are_texts && a.aux == b.aux && a.words == b.words
            }
            _ => false,
        }
    }

    /// Where the entry of a string lies in a table with an index, whose entries have so many words; the inner nothing if it
    /// is missing, the outer one for other keys and tables, and where a closer look is needed.
    #[expect(clippy::option_option, reason = "as above")]
    #[inline(always)]
    fn seek_text<const WIDTH: usize>(&self, table: Value, kind: Kind, key: Value) -> Option<Option<usize>> {
        let slot = self.slot_of_kind(table, kind)?;
        if slot.aux == 0 {
            return self.seek_short_text::<WIDTH>(slot.b() as usize, key);
        }
        if !WIDE_WORDS {
            return None;
        }
        let (hash, text) = self.text_key(key)?;
        let bits = slot.aux as usize & 31;
        let (entries, mask) = (slot.b() as usize + 1, (1u32 << bits) - 1);
        let index = entries + CAPACITIES[bits] as usize * WIDTH;
        let mut probe = Probe { position: hash & mask, perturb: hash };
        loop {
            let word = u128::from(self.word(index + probe.position as usize));
            let entry = word as u32;
            if (word >> 32) as u32 == hash && entry != DELETED && entry != 0 {
                // Another key with the same hash, or a long string that is perhaps the same, is the closer look's.
                let place = entries + (entry as usize - 1) * WIDTH;
                let other = self.value_at(place);
                return if other == key || self.is_inline_text(other, text) { Some(Some(place)) } else { None };
            } else if entry == 0 {
                return Some(None);
            }
            probe = step(probe, mask);
        }
    }

    /// As [`Heap::seek_text`], in the block of a table without an index: for strings that lie in their slots, and short names;
    /// others are found only if they are there themselves.
    #[expect(clippy::option_option, reason = "as above")]
    #[inline(always)]
    pub(super) fn seek_short_text<const WIDTH: usize>(&self, block: usize, key: Value) -> Option<Option<usize>> {
        if block == 0 {
            return None;
        }
        let (first, count) = (block + 1, self.word(block) as usize);
        let (entries, word) = (self.payload.get(first..first + count * WIDTH)?, key.to_word());
        // No iterator: where code is to be short, its steps would be calls.
        let mut index = 0;
        while let Some(&other) = entries.get(index) {
            if other == word {
                return Some(Some(first + index));
            }
            index += WIDTH;
        }
        if key.as_single_ascii().is_some() {
            return Some(None);
        }
        let text = self.quick_text(key)?;
        // Two names that are the same text are the same value, which was looked for.
        let is_name = key.as_handle().is_none();
        index = 0;
        while let Some(&other) = entries.get(index) {
            let other = Value::from_word(other);
            let is_same = match self.slot(other) {
                Some(slot) => {
                    slot.aux as usize == text.len()
                        && slot.kind == Kind::Str
                        && slot.has(Slot::INLINE)
                        && Short::of_slot(slot).is(text)
                }
                None if is_name => false,
                None => other.payload_of(Immediate::Name).is_some_and(|name| self.is_name(name, text)),
            };
            if is_same {
                return Some(Some(first + index));
            }
            index += WIDTH;
        }
        Some(None)
    }

    /// Whether a name has that text.
    #[inline(never)]
    fn is_name(&self, name: u32, text: Short) -> bool {
        self.short_name(name).is_some_and(|name| name.is(text))
    }
}
