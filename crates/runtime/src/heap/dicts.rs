//! Dicts: their versions, on which caches rely, and look-ups of names. The table itself is in [`super::table`].

use super::slot::{Kind, Slot};
use super::table::Lookup;
use super::{Heap, OutOfMemory};
use crate::value::Value;

/// Where the entries of a dict lie that is used as a namespace: valid until something else is done with the heap.
#[derive(Clone, Copy, Debug)]
pub struct Namespace {
    values: u32,
    cached: bool,
}

impl Heap {
    /// The key of an entry of a table that has `size` elements, or with `part` 1 its value. Nothing where the size is
    /// another, or no such entry lives.
    #[inline(always)]
    pub(crate) fn entry_of_sized(&self, table: Value, size: u32, entry: usize, part: usize) -> Option<Value> {
        let (slot, width) = self.table_slot(table)?;
        let offset = slot.b() as usize;
        if slot.a() != size || offset == 0 || entry >= self.word(offset) as usize {
            return None;
        }
        let at = offset + 1 + entry * width;
        let key = self.value_at(at).given()?;
        Some(if part == 0 { key } else { self.value_at(at + part) })
    }

    /// An empty dict.
    #[inline]
    pub fn new_dict(&mut self) -> Result<Value, OutOfMemory> {
        let version = self.take_version();
        self.new_slot(Slot::new(Kind::Dict, 0, 0, [0, 0, version]))
    }

    /// The version of a dict's key set; see above.
    #[inline(always)]
    #[must_use]
    pub fn dict_version(&self, dict: Value) -> u32 {
        self.slot_of_kind(dict, Kind::Dict).map_or(0, |slot| slot.c())
    }

    /// The entries of the dict in slot `dict`, if its version is that one: where a cached entry number may be used. The
    /// caller knows that it is a dict; no dict has version 0.
    #[inline(always)]
    #[must_use]
    pub fn namespace(&self, dict: u32, version: u32) -> Option<Namespace> {
        match self.slot_at(dict) {
            Some(slot) if slot.c() == version => {
                Some(Namespace { values: slot.b() + 2, cached: slot.has(Slot::CACHED) })
            }
            _ => None,
        }
    }

    /// The value of an entry that the dict's version vouches for.
    #[inline(always)]
    #[must_use]
    pub fn namespace_value(&self, namespace: Namespace, entry: u32) -> Value {
        self.value_at(namespace.values as usize + entry as usize * 2)
    }

    /// Replaces the value of an entry that the dict's version vouches for; not if caches may hold the old one. Whether it
    /// did.
    #[inline(always)]
    pub fn set_namespace_value(&mut self, namespace: Namespace, entry: u32, value: Value) -> bool {
        let place = namespace.values as usize + entry as usize * 2;
        if namespace.cached && self.is_definition(self.value_at(place)) {
            return false;
        }
        self.set_value(place, value);
        true
    }

    /// A value that names are seldom bound anew after.
    #[inline(always)]
    fn is_definition(&self, value: Value) -> bool {
        matches!(self.kind(value), Some(Kind::Function | Kind::Type | Kind::Module))
    }

    /// Whether a cache may hold this value of a dict as long as the dict's version stays. It may for a function, class or
    /// module, unless such values of the dict were replaced several times.
    pub fn cache_definition(&mut self, dict: Value, value: Value) -> bool {
        let wanted = self.is_definition(value);
        match self.slot_of_kind_mut(dict, Kind::Dict) {
            Some(slot) if wanted && slot.flags & Slot::REPLACED != Slot::REPLACED => {
                slot.flags |= Slot::CACHED;
                true
            }
            _ => false,
        }
    }

    /// Caches that are keyed by the versions of other dicts hold values of this one: builtins, which any module sees.
    pub fn cache_for_others(&mut self, dict: Value) {
        if let Some(slot) = self.slot_of_kind_mut(dict, Kind::Dict) {
            slot.flags |= Slot::CACHED | Slot::SHARED;
        }
    }

    /// All caches that are keyed by versions of dicts are of no use any more, if values of this dict may be in any.
    #[inline]
    pub(super) fn forget_shared(&mut self, dict: Value) {
        if self.slot_of_kind(dict, Kind::Dict).is_some_and(|slot| slot.has(Slot::SHARED)) {
            self.renew_versions(dict);
        }
    }

    #[cold]
    fn renew_versions(&mut self, dict: Value) {
        for number in 0..self.slots.len() as u32 {
            let version = self.next_version;
            if let Some(slot) = self.slot_at_mut(number)
                && slot.kind == Kind::Dict
            {
                slot.words[2] = version;
                self.take_version();
            }
        }
        if let Some(slot) = self.slot_of_kind_mut(dict, Kind::Dict) {
            slot.flags &= !(Slot::CACHED | Slot::SHARED);
        }
    }

    /// A value that caches may hold is replaced.
    #[cold]
    fn definition_replaced(&mut self, dict: Value) {
        self.forget_shared(dict);
        let version = self.take_version();
        if let Some(slot) = self.slot_of_kind_mut(dict, Kind::Dict) {
            slot.words[2] = version;
            slot.flags &= !Slot::CACHED;
            if slot.flags & Slot::REPLACED != Slot::REPLACED {
                slot.flags += Slot::REPLACED_ONCE;
            }
        }
    }

    /// The value of a dict's entry.
    #[inline(always)]
    #[must_use]
    pub fn dict_value(&self, dict: Value, entry: usize) -> Value {
        match self.slot_of_kind(dict, Kind::Dict) {
            Some(slot) if slot.b() != 0 => self.value_at(slot.b() as usize + 2 + entry * 2),
            _ => Value::UNBOUND,
        }
    }

    /// Replaces the value of a dict's entry.
    #[inline(always)]
    pub fn set_dict_value(&mut self, dict: Value, entry: usize, value: Value) {
        if let Some(slot) = self.slot_of_kind(dict, Kind::Dict)
            && slot.b() != 0
        {
            let place = slot.b() as usize + 2 + entry * 2;
            if slot.has(Slot::CACHED) && (slot.has(Slot::SHARED) || self.is_definition(self.value_at(place))) {
                self.definition_replaced(dict);
            }
            self.set_value(place, value);
        }
    }

    /// The value under a key that is an interned string.
    #[inline]
    #[must_use]
    pub fn dict_get_name(&mut self, dict: Value, name: Value) -> Option<Value> {
        let entry = self.find_name(dict, name)?;
        Some(self.dict_value(dict, entry))
    }

    /// The entry of a key that is an interned string.
    #[inline]
    pub fn find_name(&mut self, dict: Value, name: Value) -> Option<usize> {
        let hash = if self.slot(dict)?.aux == 0 { 0 } else { self.str_hash(name)? };
        match self.lookup(dict, name, hash) {
            Ok(Lookup::Found(entry)) => Some(entry),
            _ => None,
        }
    }

    /// Sets the value under a key that is a plain key, such as an interned string.
    pub fn dict_set_plain(&mut self, dict: Value, key: Value, value: Value) -> Result<(), OutOfMemory> {
        let Some(hash) = self.plain_hash(key) else { return Ok(()) };
        match self.lookup(dict, key, hash)? {
            Lookup::Found(entry) => {
                self.set_dict_value(dict, entry, value);
                Ok(())
            }
            _ => self.insert_new(dict, key, hash, value),
        }
    }

    /// Removes a key that is a plain key; whether it was there.
    pub fn dict_remove_plain(&mut self, dict: Value, key: Value) -> bool {
        let Some(hash) = self.plain_hash(key) else { return false };
        match self.lookup(dict, key, hash) {
            Ok(Lookup::Found(entry)) => {
                self.remove_entry(dict, entry, hash);
                true
            }
            _ => false,
        }
    }
}
