//! Looking keys up in dicts and sets: hashing and equality may run Python code, which may change the table.

use crate::exceptions::raise;
use crate::heap::{Kind, Lookup};
use crate::native::TypeId;
use crate::types::tuple::plain_tuple_hash;
use crate::{Completion, Isolate, Value};
use alloc::format;

/// Where a key is.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// In this entry.
    Found(usize),
    /// Nowhere; this is its hash.
    Missing(u64),
}

impl Isolate {
    /// The entry of a key in a dict or set.
    #[inline]
    fn find_key(&mut self, table: Value, key: Value, hash: u64) -> Completion<Place> {
        // Matched where it comes: a copy of the answer would wait for its parts to reach memory.
        match self.heap.lookup(table, key, hash) {
            Ok(Lookup::Found(entry)) => Ok(Place::Found(entry)),
            Ok(Lookup::Missing) => Ok(Place::Missing(hash)),
            Ok(Lookup::Ask(entry, probe)) => self.find_key_by_asking(table, key, hash, Lookup::Ask(entry, probe)),
            Err(error) => Err(error.into()),
        }
    }

    /// Goes on with a search that Python's `__eq__` decides. It starts again when Python changed the table meanwhile.
    #[inline(never)]
    fn find_key_by_asking(&mut self, table: Value, key: Value, hash: u64, first: Lookup) -> Completion<Place> {
        let mut lookup = first;
        loop {
            match lookup {
                Lookup::Found(entry) => return Ok(Place::Found(entry)),
                Lookup::Missing => return Ok(Place::Missing(hash)),
                Lookup::Ask(entry, probe) => {
                    let other = self.heap.table_key(table, entry).unwrap_or(Value::UNBOUND);
                    let before = self.table_state(table);
                    self.keep(other);
                    let equal = self.equal(other, key)?;
                    let changed = self.table_state(table) != before || self.heap.table_key(table, entry) != Some(other);
                    lookup = if changed {
                        self.heap.lookup(table, key, hash)?
                    } else if equal {
                        return Ok(Place::Found(entry));
                    } else {
                        self.heap.lookup_from(table, key, hash, probe)
                    };
                }
            }
        }
    }

    /// What changes when keys are added to or removed from a table.
    pub(super) fn table_state(&self, table: Value) -> (u32, usize, usize) {
        (self.heap.dict_version(table), self.heap.table_entries(table), self.heap.table_len(table))
    }

    /// The hash of a key, or the `TypeError` that says what the key was for.
    fn key_hash(&mut self, table: Value, key: Value) -> Completion<u64> {
        if let Some(hash) = self.heap.plain_hash(key).or_else(|| plain_tuple_hash(&mut self.heap, key)) {
            return Ok(hash);
        }
        match self.hash(key) {
            Ok(hash) => Ok(hash as u64),
            Err(raised) => {
                if !self.raised_is(TypeId::TYPE_ERROR) {
                    return Err(raised);
                }
                self.explain_unhashable(table, key, raised)
            }
        }
    }

    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn known_or_asked(&mut self, table: Value, key: Value, hash: Option<u64>) -> Completion<u64> {
        match hash {
            Some(hash) => Ok(hash),
            None => self.key_hash(table, key),
        }
    }

    /// "cannot use 'list' as a dict key (unhashable type: 'list')".
    #[cold]
    fn explain_unhashable(&mut self, table: Value, key: Value, raised: crate::Raised) -> Completion<u64> {
        let args = self.exception_args(self.in_flight);
        let Some(text) = args.first().and_then(|&text| self.to_text(text)) else { return Err(raised) };
        if !text.starts_with("unhashable type") {
            return Err(raised);
        }
        self.take_exception();
        let kind = self.type_name(key);
        let place = if self.heap.kind(table) == Some(Kind::Dict) { "a dict key" } else { "a set element" };
        Err(raise::type_error(self, &format!("cannot use '{kind}' as {place} ({text})")))
    }

    /// The value of a key in a dict.
    pub fn dict_get(&mut self, dict: Value, key: Value) -> Completion<Option<Value>> {
        let hash = self.key_hash(dict, key)?;
        Ok(match self.find_key(dict, key, hash)? {
            Place::Found(entry) => Some(self.heap.dict_value(dict, entry)),
            Place::Missing(_) => None,
        })
    }

    /// `dict[key] = value`.
    pub fn dict_set(&mut self, dict: Value, key: Value, value: Value) -> Completion<()> {
        self.dict_set_known(dict, key, value, None)
    }

    /// As [`Isolate::dict_set`] of a key whose hash may be known from another table.
    #[inline]
    pub(crate) fn dict_set_known(
        &mut self,
        dict: Value,
        key: Value,
        value: Value,
        hash: Option<u64>,
    ) -> Completion<()> {
        let hash = self.known_or_asked(dict, key, hash)?;
        match self.find_key(dict, key, hash)? {
            Place::Found(entry) => self.heap.set_dict_value(dict, entry, value),
            Place::Missing(hash) => self.heap.insert_new(dict, key, hash, value)?,
        }
        Ok(())
    }

    /// The value of a key in a dict; `value` is put there if there is none.
    pub fn dict_set_default(&mut self, dict: Value, key: Value, value: Value) -> Completion {
        let hash = self.key_hash(dict, key)?;
        match self.find_key(dict, key, hash)? {
            Place::Found(entry) => Ok(self.heap.dict_value(dict, entry)),
            Place::Missing(hash) => {
                self.heap.insert_new(dict, key, hash, value)?;
                Ok(value)
            }
        }
    }

    /// Removes a key from a dict: its value, if it was there.
    pub fn dict_remove(&mut self, dict: Value, key: Value) -> Completion<Option<Value>> {
        let hash = self.key_hash(dict, key)?;
        Ok(match self.find_key(dict, key, hash)? {
            Place::Found(entry) => {
                let value = self.heap.dict_value(dict, entry);
                self.keep(value);
                self.heap.remove_entry(dict, entry, hash);
                Some(value)
            }
            Place::Missing(_) => None,
        })
    }

    /// Whether a dict or set has the key.
    pub fn dict_contains(&mut self, dict: Value, key: Value) -> Completion<bool> {
        self.contains_known(dict, key, None)
    }

    /// As [`Isolate::dict_contains`] of a key whose hash may be known from another table.
    #[inline]
    pub(crate) fn contains_known(&mut self, dict: Value, key: Value, hash: Option<u64>) -> Completion<bool> {
        let hash = self.known_or_asked(dict, key, hash)?;
        Ok(matches!(self.find_key(dict, key, hash)?, Place::Found(_)))
    }

    /// Adds an element to a set; whether it was not there before.
    pub fn set_add(&mut self, set: Value, element: Value) -> Completion<bool> {
        self.set_add_known(set, element, None)
    }

    /// As [`Isolate::set_add`] of an element whose hash may be known from another table.
    #[inline]
    pub(crate) fn set_add_known(&mut self, set: Value, element: Value, hash: Option<u64>) -> Completion<bool> {
        let hash = self.known_or_asked(set, element, hash)?;
        match self.find_key(set, element, hash)? {
            Place::Found(_) => Ok(false),
            Place::Missing(hash) => {
                self.heap.insert_new(set, element, hash, Value::UNBOUND)?;
                Ok(true)
            }
        }
    }

    /// Whether a set has the element.
    pub fn set_contains(&mut self, set: Value, element: Value) -> Completion<bool> {
        self.dict_contains(set, element)
    }

    /// Removes an element from a set; whether it was there.
    pub fn set_remove(&mut self, set: Value, element: Value) -> Completion<bool> {
        self.set_remove_known(set, element, None)
    }

    /// As [`Isolate::set_remove`] of an element whose hash may be known from another table.
    #[inline]
    pub(crate) fn set_remove_known(&mut self, set: Value, element: Value, hash: Option<u64>) -> Completion<bool> {
        let hash = self.known_or_asked(set, element, hash)?;
        match self.find_key(set, element, hash)? {
            Place::Found(entry) => {
                self.heap.remove_entry(set, entry, hash);
                Ok(true)
            }
            Place::Missing(_) => Ok(false),
        }
    }
}
