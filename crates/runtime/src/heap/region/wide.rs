//! Slots and payload area where there is much memory: two arrays that grow as they need.
//!
//! The room behind the end has been written to before, at least once. So an object that is going to be filled by copying
//! needs no zeros first, which for a long string would cost about as much as the copy itself.

use super::SharedMemory;
use crate::heap::slot::Slot;
use crate::value::{Value, Word};
use alloc::collections::TryReserveError;
use alloc::vec::Vec;
use core::ops::{Deref, DerefMut, Range};

/// How many words at least are made ready at a time where there is memory for them.
const AHEAD: usize = 1 << 13;

/// Words in use, and some behind them that are ready to be used. As a slice it is all of them, so that looking at a word
/// takes one comparison.
#[derive(Debug)]
pub(in crate::heap) struct Payload {
    words: Vec<Word>,
    /// How many are in use: at most as many as there are.
    pub(super) end: usize,
}

impl Deref for Payload {
    type Target = [Word];

    #[inline(always)]
    fn deref(&self) -> &[Word] {
        &self.words
    }
}

impl DerefMut for Payload {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [Word] {
        &mut self.words
    }
}

impl Payload {
    /// One word that is in use.
    pub(in crate::heap) fn new(_limit: usize, _shared: SharedMemory) -> Payload {
        Payload { words: alloc::vec![0], end: 1 }
    }

    /// There is no end to what there may be.
    pub(in crate::heap) const fn reach(&self) -> usize {
        usize::MAX
    }

    /// How many words there is memory for.
    pub(in crate::heap) const fn capacity(&self) -> usize {
        self.words.capacity()
    }

    /// How many words more can be used at once.
    #[inline(always)]
    pub(in crate::heap) const fn room(&self) -> usize {
        self.words.len() - self.end
    }

    /// Makes room for `more` words, and asks for as much again where there is not enough memory yet.
    pub(in crate::heap) fn try_reserve(&mut self, more: usize) -> Result<(), TryReserveError> {
        self.words.try_reserve(more.saturating_sub(self.room()))?;
        self.make_ready(more);
        Ok(())
    }

    /// Makes room for `more` words, and asks for no more memory than that.
    pub(in crate::heap) fn try_reserve_exact(&mut self, more: usize) -> Result<(), TryReserveError> {
        self.words.try_reserve_exact(more.saturating_sub(self.room()))?;
        self.make_ready(more);
        Ok(())
    }

    fn make_ready(&mut self, more: usize) {
        let wanted = self.end.saturating_add(more);
        let length = wanted.saturating_add(AHEAD).min(self.words.capacity()).max(wanted);
        if length > self.words.len() {
            self.words.resize(length, 0);
        }
    }

    /// Uses `count` words more, which hold anything. Nothing happens where there is no room: who wants to use words
    /// makes room first.
    #[inline(always)]
    pub(super) fn take(&mut self, count: usize) -> Option<&mut [Word]> {
        let end = self.end.checked_add(count)?;
        let taken = self.words.get_mut(self.end..end)?;
        self.end = end;
        Some(taken)
    }

    /// The words that no slot lies in: all.
    #[inline(always)]
    pub(in crate::heap) fn before_slots(&mut self) -> &mut [Word] {
        &mut self.words
    }

    /// There is nothing to give back where there is much memory.
    pub(in crate::heap) const fn leave(&mut self, _bytes: usize) -> usize {
        usize::MAX
    }

    /// There is nothing to lend either.
    pub(in crate::heap) const fn lend(&mut self, _bytes: usize) -> usize {
        usize::MAX
    }

    /// Takes nothing.
    pub(in crate::heap) const fn settle(&mut self) {}

    /// Gives memory back, but for so many words.
    pub(in crate::heap) fn shrink_to(&mut self, least: usize) {
        self.words.truncate(self.end);
        self.words.shrink_to(least);
    }
}

/// The slots.
#[derive(Debug)]
pub(in crate::heap) struct Slots(Vec<Slot>);

impl Slots {
    /// Words of the payload area's room that a slot more takes: room for a block and a slot has to count them.
    pub(in crate::heap) const SHARED_WORDS: usize = 0;

    /// None.
    pub(in crate::heap) const fn new() -> Slots {
        Slots(Vec::new())
    }

    /// How many there are, free ones included.
    #[inline(always)]
    pub(in crate::heap) const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether one more needs memory first.
    #[inline(always)]
    pub(in crate::heap) const fn is_full(&self, _: &Payload) -> bool {
        self.0.len() == self.0.capacity()
    }

    /// Makes room for `more` slots, and asks for as much again where there is not enough memory yet.
    pub(in crate::heap) fn try_reserve(&mut self, _: &mut Payload, more: usize) -> Result<(), TryReserveError> {
        self.0.try_reserve(more)
    }

    /// Makes room for `more` slots, and asks for no more memory than that.
    pub(in crate::heap) fn try_reserve_exact(&mut self, _: &mut Payload, more: usize) -> Result<(), TryReserveError> {
        self.0.try_reserve_exact(more)
    }

    /// The slot with a number.
    #[inline(always)]
    pub(in crate::heap) fn get<'a>(&'a self, _: &'a Payload, number: usize) -> Option<&'a Slot> {
        self.0.get(number)
    }

    /// The slot with a number, to be changed.
    #[inline(always)]
    pub(in crate::heap) fn get_mut<'a>(&'a mut self, _: &'a mut Payload, number: usize) -> Option<&'a mut Slot> {
        self.0.get_mut(number)
    }

    /// A slot more, for which room was made.
    #[inline(always)]
    pub(in crate::heap) fn push(&mut self, _: &mut Payload, slot: Slot) {
        self.0.push(slot);
    }

    /// No more than so many slots.
    pub(in crate::heap) fn truncate(&mut self, _: &mut Payload, count: usize) {
        self.0.truncate(count);
    }

    /// All slots in the order of their numbers.
    pub(in crate::heap) fn iter<'a>(
        &'a self,
        _: &'a Payload,
    ) -> impl DoubleEndedIterator<Item = &'a Slot> + ExactSizeIterator {
        self.0.iter()
    }

    /// All slots in the order of their numbers, to be changed.
    pub(in crate::heap) fn iter_mut<'a>(
        &'a mut self,
        _: &'a mut Payload,
    ) -> impl DoubleEndedIterator<Item = &'a mut Slot> + ExactSizeIterator {
        self.0.iter_mut()
    }

    /// Slots and payload, both to be changed.
    #[inline(always)]
    pub(in crate::heap) fn split<'a>(&'a mut self, payload: &'a mut Payload) -> (SlotTable<'a>, &'a mut [Word]) {
        (SlotTable(&mut self.0), payload)
    }
}

/// Slots that are changed together with the payload area.
pub(in crate::heap) struct SlotTable<'a>(&'a mut [Slot]);

impl<'a> SlotTable<'a> {
    /// The slot with a number.
    #[inline(always)]
    pub(in crate::heap) fn get(&self, number: usize) -> Option<&Slot> {
        self.0.get(number)
    }

    /// The slot with a number, to be changed.
    #[inline(always)]
    pub(in crate::heap) fn get_mut(&mut self, number: usize) -> Option<&mut Slot> {
        self.0.get_mut(number)
    }

    /// The number of the object that a value is a handle to, if it is not marked.
    #[inline(always)]
    pub(in crate::heap) fn unmarked(&self, value: Value) -> Option<u32> {
        let number = value.as_handle()?;
        self.get(number as usize).is_some_and(|slot| !slot.has(Slot::MARKED)).then_some(number)
    }

    /// The slots of a range of numbers, the last one first.
    #[inline(always)]
    pub(in crate::heap) fn iter_from_last(&mut self, numbers: Range<usize>) -> impl Iterator<Item = &mut Slot> {
        self.0.get_mut(numbers).unwrap_or(&mut []).iter_mut().rev()
    }

    /// The slots from `first` on, the first one of them first, and those before, to be changed.
    pub(in crate::heap) fn split_at<'b>(
        &'b mut self,
        first: usize,
    ) -> (impl Fn(usize) -> Option<&'b Slot>, impl Iterator<Item = &'b mut Slot>) {
        let first = first.min(self.0.len());
        let (before, behind) = self.0.split_at_mut(first);
        let behind = &*behind;
        (move |number: usize| behind.get(number), before.iter_mut())
    }

    /// The slot with a number, to be changed for longer.
    #[inline(always)]
    pub(in crate::heap) fn take(self, number: usize) -> Option<&'a mut Slot> {
        self.0.get_mut(number)
    }
}
