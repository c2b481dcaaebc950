//! Union, intersection, difference and comparison of sets with any iterables.
//!
//! An element's `__eq__` and `__hash__` may change the very sets that are walked: entries are asked for one by one.

use crate::heap::{Kind, Text};
use crate::interpreter::sinks::Sink;
use crate::native::TypeId;
use crate::types::dict::known_hashes::KnownHashes;
use crate::{Completion, Isolate, Value, names};
use alloc::vec::Vec;
use core::ops::ControlFlow;

impl Isolate {
    /// Whether the value is a set or frozenset or an instance of a subclass.
    pub(crate) fn is_set(&self, value: Value) -> bool {
        self.heap.kind(self.unwrap(value)) == Some(Kind::Set)
    }

    /// Calls `body` with each element of an iterable, and its hash if that is known. Sets and dicts are walked without an
    /// iterator.
    fn each_element(
        &mut self,
        iterable: Value,
        mut body: impl FnMut(&mut Isolate, Value, Option<u64>) -> Completion<ControlFlow<()>>,
    ) -> Completion<()> {
        let inner = self.unwrap(iterable);
        if !self.is_table(inner, iterable) {
            return self.for_each(iterable, |iso, element| body(iso, element, None));
        }
        let mut known = KnownHashes::of(inner);
        let mut next = 0;
        while let Some((entry, element, _)) = self.heap.next_entry(inner, next) {
            next = entry + 1;
            let hash = known.hash(self, entry, element);
            let flow = self.scope(|iso| {
                iso.keep(element);
                body(iso, element, hash)
            })?;
            if flow.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Adds all that an iterable gives.
    pub(crate) fn set_update(&mut self, set: Value, iterable: Value) -> Completion<()> {
        let inner = self.unwrap(iterable);
        let empty = self.heap.table_len(set) == 0 && self.heap.table_entries(set) == 0;
        if empty && inner != set && self.heap.kind(inner) == Some(Kind::Set) {
            self.heap.copy_table(set, inner)?;
            return Ok(());
        }
        if self.is_table(inner, iterable) && self.heap.add_elements(set, inner)? {
            return Ok(());
        }
        if self.add_ascii_characters(set, iterable)? {
            return Ok(());
        }
        if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple))
            && self.heap.add_items(set, iterable)? == self.heap.sequence_len(iterable)
        {
            return Ok(());
        }
        let add = |iso: &mut Isolate, element, hash| {
            if !iso.heap.add_plain(set, element)? {
                iso.set_add_known(set, element, hash)?;
            }
            Ok(ControlFlow::Continue(()))
        };
        if self.pours(iterable) {
            self.pour_each(iterable, Sink::Set, [set, Value::NONE], |iso, _, element| add(iso, element, None))?;
            return Ok(());
        }
        self.each_element(iterable, add)
    }

    /// Adds the characters of an ASCII string, each once. Whether it was one, and no Python had to be asked.
    fn add_ascii_characters(&mut self, set: Value, text: Value) -> Completion<bool> {
        let Some(text) = self.heap.text(text).filter(Text::is_ascii) else { return Ok(false) };
        let mut seen = [false; 128];
        let mut found = Vec::new();
        for &byte in text.bytes {
            if let Some(place) = seen.get_mut(usize::from(byte))
                && !*place
            {
                *place = true;
                found.push(byte);
            }
        }
        for byte in found {
            let Some(character) = names::single_ascii(&[byte]) else { return Ok(false) };
            if !self.heap.add_plain(set, character)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether what is walked over is a set or a dict; `inner` is the builtin object inside of it.
    fn is_table(&self, inner: Value, iterable: Value) -> bool {
        self.heap.kind(inner) == Some(Kind::Set) || self.heap.kind(iterable) == Some(Kind::Dict)
    }

    /// The keys of `walked` that are in `asked`, or with `inside` false those that are not, put into an empty set; not
    /// where Python has to be asked, and then it stays empty.
    fn pick_plain(&mut self, result: Value, walked: Value, asked: Value, inside: bool) -> Completion<bool> {
        let done = self.heap.pick_elements(result, walked, asked, inside)?;
        if !done {
            self.heap.clear_table(result);
        }
        Ok(done)
    }

    /// Removes all that an iterable gives.
    pub(crate) fn set_difference_update(&mut self, set: Value, iterable: Value) -> Completion<()> {
        if self.unwrap(iterable) == set {
            self.heap.clear_table(set);
            return Ok(());
        }
        self.each_element(iterable, |iso, element, hash| {
            iso.set_remove_known(set, element, hash)?;
            Ok(ControlFlow::Continue(()))
        })
    }

    /// Adds what is missing and removes what is there of an iterable's elements.
    pub(crate) fn set_symmetric_difference_update(&mut self, set: Value, iterable: Value) -> Completion<()> {
        if self.unwrap(iterable) == set {
            self.heap.clear_table(set);
            return Ok(());
        }
        // An element that comes twice counts once.
        let other = if self.is_set(iterable) {
            iterable
        } else {
            let other = self.new_set(false)?;
            self.set_update(other, iterable)?;
            other
        };
        self.each_element(other, |iso, element, hash| {
            if !iso.set_remove_known(set, element, hash)? {
                iso.set_add_known(set, element, hash)?;
            }
            Ok(ControlFlow::Continue(()))
        })
    }

    /// A new set of the elements that the iterable gives as well.
    pub(crate) fn set_intersection(&mut self, set: Value, iterable: Value, frozen: bool) -> Completion {
        let result = self.new_set(frozen)?;
        let inner = self.unwrap(iterable);
        let (walked, asked) =
            if self.heap.kind(inner) == Some(Kind::Set) && self.heap.table_len(inner) > self.heap.table_len(set) {
                (set, inner)
            } else {
                (iterable, set)
            };
        let plain = self.unwrap(walked);
        if self.is_table(plain, walked) && self.pick_plain(result, plain, asked, true)? {
            return Ok(result);
        }
        if matches!(self.heap.kind(walked), Some(Kind::List | Kind::Tuple)) {
            if self.heap.pick_items(result, walked, asked)? {
                return Ok(result);
            }
            self.heap.clear_table(result);
        }
        self.each_element(walked, |iso, element, hash| {
            if iso.contains_known(asked, element, hash)? {
                iso.set_add_known(result, element, hash)?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(result)
    }

    /// A new set of the elements that the iterable does not give.
    pub(crate) fn set_difference(&mut self, set: Value, iterable: Value, frozen: bool) -> Completion {
        let inner = self.unwrap(iterable);
        let asked = match self.heap.kind(inner) {
            Some(Kind::Set) => inner,
            Some(Kind::Dict) if inner == iterable => inner,
            _ => {
                let result = self.copy_set(set, frozen)?;
                self.set_difference_update(result, iterable)?;
                return Ok(result);
            }
        };
        let result = self.new_set(frozen)?;
        if self.pick_plain(result, set, asked, false)? {
            return Ok(result);
        }
        self.each_element(set, |iso, element, hash| {
            if !iso.contains_known(asked, element, hash)? {
                iso.set_add_known(result, element, hash)?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(result)
    }

    /// A copy of a set.
    pub(crate) fn copy_set(&mut self, set: Value, frozen: bool) -> Completion {
        let copy = self.new_set(frozen)?;
        self.heap.copy_table(copy, set)?;
        Ok(copy)
    }

    /// Whether a set and an iterable have no element in common.
    pub(crate) fn set_is_disjoint(&mut self, set: Value, iterable: Value) -> Completion<bool> {
        let inner = self.unwrap(iterable);
        let (walked, asked) =
            if self.heap.kind(inner) == Some(Kind::Set) && self.heap.table_len(inner) > self.heap.table_len(set) {
                (set, inner)
            } else {
                (iterable, set)
            };
        let mut disjoint = true;
        self.each_element(walked, |iso, element, hash| {
            disjoint = !iso.contains_known(asked, element, hash)?;
            Ok(if disjoint { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        Ok(disjoint)
    }

    /// Whether all elements of a set are in another set.
    pub(crate) fn set_is_subset(&mut self, part: Value, whole: Value) -> Completion<bool> {
        if self.heap.table_len(part) > self.heap.table_len(whole) {
            return Ok(false);
        }
        if let Some(answer) = self.heap.is_part_of(part, whole)? {
            return Ok(answer);
        }
        let mut all = true;
        self.each_element(part, |iso, element, hash| {
            all = iso.contains_known(whole, element, hash)?;
            Ok(if all { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        Ok(all)
    }

    /// Whether all that an iterable gives is in a set.
    pub(crate) fn set_has_all(&mut self, whole: Value, iterable: Value) -> Completion<bool> {
        if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple))
            && let Some(answer) = self.heap.has_items(whole, iterable)?
        {
            return Ok(answer);
        }
        let mut all = true;
        self.each_element(iterable, |iso, element, hash| {
            all = iso.contains_known(whole, element, hash)?;
            Ok(if all { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
        Ok(all)
    }

    /// A new set of what only one of the set and the iterable has. The elements of the set are looked up among the
    /// other's.
    pub(crate) fn set_symmetric_difference(&mut self, set: Value, iterable: Value, frozen: bool) -> Completion {
        let result = self.new_set(frozen)?;
        let inner = self.unwrap(iterable);
        if self.heap.kind(inner) == Some(Kind::Set) {
            if self.heap.pick_elements(result, inner, set, false)?
                && self.heap.pick_elements(result, set, inner, false)?
            {
                return Ok(result);
            }
            self.heap.clear_table(result);
        }
        self.set_update(result, iterable)?;
        self.set_symmetric_difference_update(result, set)?;
        Ok(result)
    }

    /// Whether a set has the element. A set that is asked for, which can't be hashed, stands for the frozenset of its
    /// elements.
    pub(crate) fn set_contains_any(&mut self, set: Value, element: Value) -> Completion<bool> {
        match self.set_contains(set, element) {
            Err(raised) => {
                let Some(frozen) = self.frozen_stand_in(element)? else { return Err(raised) };
                self.set_contains(set, frozen)
            }
            done => done,
        }
    }

    /// Removes an element, as [`Isolate::set_contains_any`] finds it.
    pub(crate) fn set_remove_any(&mut self, set: Value, element: Value) -> Completion<bool> {
        match self.set_remove(set, element) {
            Err(raised) => {
                let Some(frozen) = self.frozen_stand_in(element)? else { return Err(raised) };
                self.set_remove(set, frozen)
            }
            done => done,
        }
    }

    /// After a `TypeError` about a set that can't be hashed: its elements as a frozenset.
    fn frozen_stand_in(&mut self, element: Value) -> Completion<Option<Value>> {
        let inner = self.unwrap(element);
        if self.heap.kind(inner) != Some(Kind::Set) || !self.raised_is(TypeId::TYPE_ERROR) {
            return Ok(None);
        }
        self.take_exception();
        self.copy_set(inner, true).map(Some)
    }

    /// The hash of a frozenset: the same for any order of its elements.
    pub(crate) fn hash_set(&mut self, set: Value) -> Completion<i64> {
        let mut mixed = 0u64;
        // Spread the bits, so that sets of small numbers don't cancel each other out.
        let mut mix = |hash: u64| mixed ^= ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
        let mut next = 0;
        while let Some((entry, element, _)) = self.heap.next_entry(set, next) {
            next = entry + 1;
            match self.heap.plain_hash(element) {
                Some(hash) => mix(hash),
                None => mix(self.scope(|iso| {
                    iso.keep(element);
                    iso.hash(element)
                })? as u64),
            }
        }
        mixed ^= (self.heap.table_len(set) as u64 + 1).wrapping_mul(1_927_868_237);
        mixed ^= (mixed >> 11) ^ (mixed >> 25);
        mixed = mixed.wrapping_mul(69_069).wrapping_add(907_133_923);
        Ok(if mixed == u64::MAX { 590_923_713 } else { mixed as i64 })
    }
}
