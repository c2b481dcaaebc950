//! Filling a dict from mappings, pairs and keywords, and taking its last entry.

use super::known_hashes::KnownHashes;
use crate::exceptions::raise;
use crate::heap::{Kind, Put};
use crate::interpreter::sinks::Sink;
use crate::native::TypeId;
use crate::types::iterators::{Step, step_pair};
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::vec::Vec;
use core::ops::ControlFlow;

impl Isolate {
    /// `function(mapping_or_pairs, **keywords)` for `dict` and `update`.
    pub(super) fn update_dict_by_call(
        &mut self,
        function: &str,
        dict: Value,
        positional: Value,
        keywords: Value,
    ) -> Completion<()> {
        let given = self.heap.sequence_len(positional);
        if given > 1 {
            let message = format!("{function} expected at most 1 argument, got {given}");
            return Err(raise::type_error(self, &message));
        }
        if let Some(argument) = self.heap.tuple_item(positional, 0) {
            self.update_dict(dict, argument)?;
        }
        if self.heap.table_len(keywords) > 0 {
            self.update_dict(dict, keywords)?;
        }
        Ok(())
    }

    /// `dict.update(other)`: a mapping, or an iterable of pairs.
    pub fn update_dict(&mut self, dict: Value, other: Value) -> Completion<()> {
        if let Some(inner) = self.plain_dict(other) {
            return self.update_from_dict(dict, inner);
        }
        if self.get_attr_opt(other, names::keys)?.is_some() {
            return self.each_pair(other, |iso, key, value| iso.dict_set(dict, key, value));
        }
        if self.pours(other) {
            self.pour_each(other, Sink::Dict, [dict, Value::small_int(0)], |iso, held, pair| {
                let number = held[1].small_int_bits();
                iso.update_from_pair(dict, pair, number as usize)?;
                held[1] = Value::small_int(number + 1);
                Ok(ControlFlow::Continue(()))
            })?;
            return Ok(());
        }
        let mut number = self.update_from_pairs(dict, other)?;
        self.for_each(other, |iso, pair| {
            iso.update_from_pair(dict, pair, number)?;
            number += 1;
            Ok(ControlFlow::Continue(()))
        })
    }

    /// The dict to walk in place of a mapping: a dict, or an instance of a subclass that iterates as dicts do.
    pub(crate) fn plain_dict(&mut self, mapping: Value) -> Option<Value> {
        let inner = self.unwrap(mapping);
        if self.heap.kind(inner) != Some(Kind::Dict) {
            return None;
        }
        let class = self.type_of(mapping);
        let iterates = inner == mapping
            || self.lookup(class, names::__iter__) == self.lookup(TypeId::DICT.value(), names::__iter__);
        iterates.then_some(inner)
    }

    /// `dict.update(other)` for a dict.
    pub(crate) fn update_from_dict(&mut self, dict: Value, other: Value) -> Completion<()> {
        if dict == other || self.heap.table_len(other) == 0 {
            return Ok(());
        }
        if self.heap.table_entries(dict) == 0 && self.heap.table_len(dict) == 0 {
            self.heap.clear_table(dict);
            self.heap.copy_table(dict, other)?;
            return Ok(());
        }
        let size = self.heap.table_len(other);
        self.heap.reserve_entries(dict, size)?;
        let mut known = KnownHashes::of(other);
        let mut next = 0;
        loop {
            next = self.heap.merge(dict, other, next)?;
            let Some((entry, key, value)) = self.heap.next_entry(other, next) else { break };
            next = entry + 1;
            let hash = known.hash(self, entry, key);
            self.scope(|iso| {
                iso.keep(key);
                iso.keep(value);
                iso.dict_set_known(dict, key, value, hash)
            })?;
            if self.heap.table_len(other) != size {
                return Err(raise::runtime_error(self, "dict mutated during update"));
            }
        }
        Ok(())
    }

    /// `dict.fromkeys` of a dict or set, into an empty dict.
    pub(super) fn fill_with_keys_of_table(&mut self, result: Value, table: Value, value: Value) -> Completion {
        let mut known = KnownHashes::of(table);
        let mut next = 0;
        while let Some((entry, key, _)) = self.heap.next_entry(table, next) {
            next = entry + 1;
            if self.heap.put(result, key, value)? == Put::Unknown {
                let hash = known.hash(self, entry, key);
                self.scope(|iso| {
                    iso.keep(key);
                    iso.dict_set_known(result, key, value, hash)
                })?;
            }
        }
        Ok(result)
    }

    /// Takes the pairs of an iterator that gives them without making tuples. Returns how many; there may be more to come.
    fn update_from_pairs(&mut self, dict: Value, iterator: Value) -> Completion<usize> {
        let mut number = 0;
        while let Step::Item((key, value)) = step_pair(&mut self.heap, iterator) {
            self.native_step()?;
            number += 1;
            if self.heap.put(dict, key, value)? == Put::Unknown {
                self.scope(|iso| {
                    iso.keep(key);
                    iso.keep(value);
                    iso.dict_set(dict, key, value)
                })?;
            }
        }
        Ok(number)
    }

    fn update_from_pair(&mut self, dict: Value, pair: Value, number: usize) -> Completion<()> {
        if let (Some(Kind::Tuple | Kind::List), 2) = (self.heap.kind(pair), self.heap.sequence_len(pair))
            && let (Some(key), Some(value)) = (self.heap.sequence_item(pair, 0), self.heap.sequence_item(pair, 1))
        {
            if self.heap.put(dict, key, value)? != Put::Unknown {
                return Ok(());
            }
            self.keep(key);
            self.keep(value);
            return self.dict_set(dict, key, value);
        }
        let items = match self.collect_items(pair) {
            Ok(items) => items,
            Err(raised) => return Err(self.not_a_pair(pair, number, raised)),
        };
        let items: Vec<Value> = self.heap.items(items).collect();
        let &[key, value] = items.as_slice() else {
            let length = items.len();
            let message = format!("dictionary update sequence element #{number} has length {length}; 2 is required");
            return Err(raise::value_error(self, &message));
        };
        self.dict_set(dict, key, value)
    }

    /// A pair that can't be iterated over says so, and which one it is; other exceptions pass.
    #[cold]
    fn not_a_pair(&mut self, pair: Value, number: usize, raised: Raised) -> Raised {
        let iterable = self.lookup_special(pair, names::__iter__).is_some()
            || self.lookup_special(pair, names::__getitem__).is_some();
        if !self.raised_is(TypeId::TYPE_ERROR) {
            return raised;
        }
        if !iterable {
            self.take_exception();
            raise::type_error(self, "object is not iterable");
        }
        let exception = self.take_exception();
        let note = format!("Cannot convert dictionary update sequence element #{number} to a sequence");
        // Without memory there is no note.
        if self.new_str(&note).and_then(|note| self.add_note(exception, note)).is_err() {
            self.take_exception();
        }
        self.raise_exception(exception)
    }

    /// Removes the last entry of a dict or the first of a set: its key and value (Unbound for sets).
    pub(crate) fn pop_entry(&mut self, table: Value) -> Completion<Option<(Value, Value)>> {
        loop {
            let Some((entry, key, value)) = self.heap.entry_to_pop(table) else { return Ok(None) };
            self.keep(key);
            self.keep(value);
            let hash = match self.heap.plain_hash(key) {
                Some(hash) => hash,
                None => self.hash(key)? as u64,
            };
            // A `__hash__` in Python may have changed the table.
            if self.heap.entry_to_pop(table).is_some_and(|(last, same, _)| last == entry && same == key) {
                let value =
                    if self.heap.kind(table) == Some(Kind::Dict) { self.heap.dict_value(table, entry) } else { value };
                self.keep(value);
                self.heap.remove_entry(table, entry, hash);
                self.heap.note_popped(table, entry);
                return Ok(Some((key, value)));
            }
        }
    }
}
