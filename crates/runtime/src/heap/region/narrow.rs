//! Slots and payload area where there is little memory: one block that both share.
//!
//! ```text
//! | payload, growing →            free            ← slots, the last one first |
//! ```
//!
//! Whatever one of them gives back, the other may use: nothing between them has to move, and neither has to know how much
//! the other will need. With a limit that is not large the block has its final size from the start.

use super::SharedMemory;
use crate::heap::OutOfMemory;
use crate::heap::slot::Slot;
use crate::value::{Value, Word};
use alloc::vec::Vec;
use core::ops::{Deref, DerefMut, Range};

/// Words in a slot.
const SLOT_WORDS: usize = size_of::<Slot>() / size_of::<Word>();
/// Limits up to which all memory is taken at once, in bytes.
const AT_ONCE: usize = 1 << 20;
/// Slots' worth of memory that the block has at least.
const LEAST: usize = 1 << 10;

/// The block, and how much of it the payload area uses. As a slice of words it is all of the block, so that looking at a
/// word takes one comparison.
#[derive(Debug)]
pub(in crate::heap) struct Payload {
    /// The block: slots from its end on, words from its beginning on.
    block: Vec<Slot>,
    /// How many words are in use.
    pub(super) end: usize,
    /// How many slots there are.
    slots: usize,
    /// How many slots' worth the block may have.
    most: usize,
    shared: SharedMemory,
    /// Rust code has what is free, so that no more is taken than is needed.
    is_lent: bool,
}

impl Deref for Payload {
    type Target = [Word];

    #[inline(always)]
    fn deref(&self) -> &[Word] {
        bytemuck::cast_slice(&self.block)
    }
}

impl DerefMut for Payload {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [Word] {
        bytemuck::cast_slice_mut(&mut self.block)
    }
}

impl Payload {
    /// One word that is in use, in a region that may take `limit` bytes.
    pub(in crate::heap) fn new(limit: usize, shared: SharedMemory) -> Payload {
        let most = if limit == usize::MAX { usize::MAX } else { limit / size_of::<Slot>() };
        Payload { block: alloc::vec![Slot::EMPTY; 1], end: 1, slots: 0, most, shared, is_lent: false }
    }

    /// How many bytes the block has, or would have if it took all that it may.
    pub(in crate::heap) fn reach(&self) -> usize {
        self.block.len().saturating_add(self.available()).min(self.most).saturating_mul(size_of::<Slot>())
    }

    /// How many slots' worth of the shared memory the block may take.
    fn available(&self) -> usize {
        self.shared.for_region() / size_of::<Slot>()
    }

    /// How many words there is memory for.
    pub(in crate::heap) const fn capacity(&self) -> usize {
        self.block.len() * SLOT_WORDS
    }

    /// How many words more can be used at once.
    #[inline(always)]
    pub(in crate::heap) const fn room(&self) -> usize {
        (self.block.len() - self.slots) * SLOT_WORDS - self.end
    }

    /// Makes room for `more` words, and asks for as much again where there is not enough memory yet.
    pub(in crate::heap) fn try_reserve(&mut self, more: usize) -> Result<(), OutOfMemory> {
        let twice = self.block.len().saturating_mul(2);
        self.grow(more, twice)
    }

    /// Makes room for `more` words, and asks for no more memory than that.
    pub(in crate::heap) fn try_reserve_exact(&mut self, more: usize) -> Result<(), OutOfMemory> {
        self.grow(more, 0)
    }

    /// Makes room for `more` words; the block gets at least `wanted` slots' worth of memory then.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, more: usize, wanted: usize) -> Result<(), OutOfMemory> {
        if self.room() >= more {
            return Ok(());
        }
        let needed = self.end.saturating_add(more).div_ceil(SLOT_WORDS).saturating_add(self.slots);
        let at_once = if self.most <= AT_ONCE / size_of::<Slot>() { self.most } else { LEAST };
        let reach = self.block.len().saturating_add(self.available());
        if needed > reach {
            return Err(OutOfMemory);
        }
        // With memory that is shared it grows by an eighth, or by an eighth of what there is, as the slots have to be moved
        // each time.
        const LITTLE: usize = 64;
        let step = match self.block.len() {
            1 => LEAST,
            _ if self.is_lent => LITTLE,
            length => (length / 8).max(4 * LITTLE).max(self.available() / 8),
        };
        let wanted = if self.shared.is_none() { wanted.max(at_once) } else { needed.saturating_add(step) };
        self.lengthen(wanted.min(self.most).min(reach).max(needed))
    }

    /// Makes the block longer.
    fn lengthen(&mut self, length: usize) -> Result<(), OutOfMemory> {
        let old = self.block.len();
        self.block.try_reserve_exact(length.saturating_sub(old)).map_err(|_| OutOfMemory)?;
        self.block.resize(length, Slot::EMPTY);
        self.block.copy_within(old - self.slots..old, length - self.slots);
        Ok(())
    }

    /// Makes the block shorter: the room in front of the slots becomes less.
    fn shorten(&mut self, length: usize) {
        let old = self.block.len();
        self.block.copy_within(old - self.slots..old, length - self.slots);
        self.block.truncate(length);
        self.block.shrink_to_fit();
    }

    /// Uses `count` words more, which hold anything. Nothing happens where there is no room: who wants to use words
    /// makes room first.
    #[inline(always)]
    pub(super) fn take(&mut self, count: usize) -> Option<&mut [Word]> {
        if self.room() < count {
            return None;
        }
        let start = self.end;
        self.end += count;
        let end = self.end;
        self.get_mut(start..end)
    }

    /// The words that no slot lies in.
    #[inline(always)]
    pub(in crate::heap) fn before_slots(&mut self) -> &mut [Word] {
        let end = self.block.len() - self.slots;
        bytemuck::cast_slice_mut(self.block.get_mut(..end).unwrap_or(&mut []))
    }

    /// Gives memory back, but for so many words.
    pub(in crate::heap) fn shrink_to(&mut self, least: usize) {
        let length = least.max(self.end).div_ceil(SLOT_WORDS).saturating_add(self.slots);
        if length < self.block.len() && self.most > AT_ONCE / size_of::<Slot>() {
            self.shorten(length);
        }
    }

    /// Gives memory back, as far as it is free, so that `bytes` of the shared memory are left to Rust code. Returns how many
    /// bytes are left then.
    pub(in crate::heap) fn leave(&mut self, bytes: usize) -> usize {
        if self.shared.is_none() {
            return usize::MAX;
        }
        let left = self.shared.left();
        let missing = bytes.saturating_sub(left).div_ceil(size_of::<Slot>()).min(self.room() / SLOT_WORDS);
        if missing > 0 && missing < self.block.len() {
            self.shorten(self.block.len() - missing);
        }
        self.shared.left()
    }

    /// As [`Payload::leave`]; the region takes no more than it needs meanwhile.
    pub(in crate::heap) fn lend(&mut self, bytes: usize) -> usize {
        self.is_lent = true;
        self.leave(bytes)
    }

    /// Shares what is free with Rust code, after a collection: the region needs little more than what a program allocates
    /// until the next one, and native functions put results together outside of it.
    pub(in crate::heap) fn settle(&mut self) {
        if self.shared.is_none() || self.block.len() == 1 {
            return;
        }
        let left = self.shared.left();
        let share = (left + self.room() * size_of::<Word>()) / 2;
        // To move the slots for little is not worth it.
        if left < share / 4 * 3 || left < self.shared.kept {
            self.leave(share.max(self.shared.kept));
        }
        self.is_lent = false;
    }

    /// Where the slot with a number lies; behind the block for `NO_SLOT`.
    #[inline(always)]
    const fn place(&self, number: usize) -> usize {
        (self.block.len() - 1).wrapping_sub(number)
    }
}

/// The slots: all that is known of them is in the block.
#[derive(Debug)]
pub(in crate::heap) struct Slots(usize);

impl Slots {
    /// Words of the payload area's room that a slot more takes: room for a block and a slot has to count them.
    pub(in crate::heap) const SHARED_WORDS: usize = SLOT_WORDS;

    /// None.
    pub(in crate::heap) const fn new() -> Slots {
        Slots(0)
    }

    /// How many there are, free ones included.
    #[inline(always)]
    pub(in crate::heap) const fn len(&self) -> usize {
        self.0
    }

    /// Whether one more needs memory first.
    #[inline(always)]
    pub(in crate::heap) const fn is_full(&self, payload: &Payload) -> bool {
        payload.room() < SLOT_WORDS
    }

    /// Makes room for a slot, and asks for more memory where there is some: how much more there may be is the block's to
    /// decide.
    pub(in crate::heap) fn try_reserve(&mut self, payload: &mut Payload, _: usize) -> Result<(), OutOfMemory> {
        payload.try_reserve(SLOT_WORDS)
    }

    /// Makes room for a slot: with so little memory no more is taken than is needed.
    pub(in crate::heap) fn try_reserve_exact(&mut self, payload: &mut Payload, _: usize) -> Result<(), OutOfMemory> {
        payload.try_reserve_exact(SLOT_WORDS)
    }

    /// The slot with a number.
    #[inline(always)]
    pub(in crate::heap) fn get<'a>(&'a self, payload: &'a Payload, number: usize) -> Option<&'a Slot> {
        payload.block.get(payload.place(number))
    }

    /// The slot with a number, to be changed.
    #[inline(always)]
    pub(in crate::heap) fn get_mut<'a>(&'a mut self, payload: &'a mut Payload, number: usize) -> Option<&'a mut Slot> {
        let place = payload.place(number);
        payload.block.get_mut(place)
    }

    /// A slot more, for which room was made.
    #[inline(always)]
    pub(in crate::heap) fn push(&mut self, payload: &mut Payload, slot: Slot) {
        debug_assert!(!self.is_full(payload), "there is room");
        let place = payload.place(self.0);
        if let Some(free) = payload.block.get_mut(place) {
            *free = slot;
            self.0 += 1;
            payload.slots = self.0;
        }
    }

    /// No more than so many slots.
    pub(in crate::heap) fn truncate(&mut self, payload: &mut Payload, count: usize) {
        self.0 = self.0.min(count);
        payload.slots = self.0;
    }

    /// All slots in the order of their numbers.
    pub(in crate::heap) fn iter<'a>(
        &'a self,
        payload: &'a Payload,
    ) -> impl DoubleEndedIterator<Item = &'a Slot> + ExactSizeIterator {
        let first = payload.block.len() - self.0;
        payload.block.get(first..).unwrap_or(&[]).iter().rev()
    }

    /// All slots in the order of their numbers, to be changed.
    pub(in crate::heap) fn iter_mut<'a>(
        &'a mut self,
        payload: &'a mut Payload,
    ) -> impl DoubleEndedIterator<Item = &'a mut Slot> + ExactSizeIterator {
        let first = payload.block.len() - self.0;
        payload.block.get_mut(first..).unwrap_or(&mut []).iter_mut().rev()
    }

    /// Slots and payload, both to be changed.
    #[inline(always)]
    pub(in crate::heap) fn split<'a>(&'a mut self, payload: &'a mut Payload) -> (SlotTable<'a>, &'a mut [Word]) {
        let first = payload.block.len() - self.0;
        let (words, slots) = payload.block.split_at_mut(first);
        (SlotTable(slots), bytemuck::cast_slice_mut(words))
    }
}

/// Slots that are changed together with the payload area.
pub(in crate::heap) struct SlotTable<'a>(&'a mut [Slot]);

impl<'a> SlotTable<'a> {
    /// The slot with a number.
    #[inline(always)]
    pub(in crate::heap) fn get(&self, number: usize) -> Option<&Slot> {
        self.0.get(self.0.len().wrapping_sub(1).wrapping_sub(number))
    }

    /// The slot with a number, to be changed.
    #[inline(always)]
    pub(in crate::heap) fn get_mut(&mut self, number: usize) -> Option<&mut Slot> {
        let place = self.0.len().wrapping_sub(1).wrapping_sub(number);
        self.0.get_mut(place)
    }

    /// The number of the object that a value is a handle to, if it is not marked. One word of the slot is loaded for it: the
    /// collector asks this of each word that objects hold.
    #[inline(always)]
    pub(in crate::heap) fn unmarked(&self, value: Value) -> Option<u32> {
        let number = value.as_handle()?;
        let words: &[Word] = bytemuck::cast_slice(self.0);
        let first = words.get(words.len().wrapping_sub(SLOT_WORDS).wrapping_sub(number as usize * SLOT_WORDS))?;
        let [_, flags, ..] = first.to_ne_bytes();
        if flags & Slot::MARKED == 0 { Some(number) } else { None }
    }

    /// The slots of a range of numbers, the last one first.
    #[inline(always)]
    pub(in crate::heap) fn iter_from_last(&mut self, numbers: Range<usize>) -> impl Iterator<Item = &mut Slot> {
        let count = self.0.len();
        let places = count.saturating_sub(numbers.end)..count.saturating_sub(numbers.start);
        self.0.get_mut(places).unwrap_or(&mut []).iter_mut()
    }

    /// The slots from `first` on, the first one of them first, and those before, to be changed.
    pub(in crate::heap) fn split_at<'b>(
        &'b mut self,
        first: usize,
    ) -> (impl Fn(usize) -> Option<&'b Slot>, impl Iterator<Item = &'b mut Slot>) {
        let (behind, before) = self.0.split_at_mut(self.0.len().saturating_sub(first));
        let behind = &*behind;
        (move |number: usize| behind.get(behind.len().wrapping_sub(1).wrapping_sub(number)), before.iter_mut())
    }

    /// The slot with a number, to be changed for longer.
    #[inline(always)]
    pub(in crate::heap) fn take(self, number: usize) -> Option<&'a mut Slot> {
        let place = self.0.len().wrapping_sub(1).wrapping_sub(number);
        self.0.get_mut(place)
    }
}
