//! Sliding: the blocks of the living move together, after the slots of the dead are free.
//!
//! It is Morris's idea at its simplest: one pass over the payload area in address order, each live block moved down to the end
//! of the one before, its owner's slot told the new offset. What lies in front of the first block that is garbage is not
//! looked at: that is most of it where objects die young.

use super::Heap;
use super::header::{HEADER, NO_OWNER, block_header, write_header};
use super::region::SlotTable;
use super::slot::{Kind, Slot};
use super::text::bytes_to_words;
use crate::value::{IS_SMALL, Word};
use alloc::vec::Vec;
use core::ops::Range;

/// Words of a block that is large: it is not moved for little.
const LARGE: usize = if IS_SMALL { 1 << 12 } else { 1 << 20 };

impl Heap {
    /// Moves the blocks of those that live together, from the first hole on.
    #[inline(never)]
    pub(super) fn slide(&mut self, survivors: Option<Vec<usize>>) {
        debug_assert!(self.is_settled(), "blocks in front of the first hole live");
        let end = self.payload.len();
        let walked = if survivors.is_some() { self.settled.min(end) } else { end };
        let (from, mut to, _) = self.slide_blocks([self.hole, self.hole, walked], usize::MAX);
        if let Some(survivors) = survivors {
            let (slots, payload) = self.slots.split(&mut self.payload);
            let mut slide = Slide::new(slots, payload, from, to);
            for from in survivors {
                slide.visit(from);
            }
            slide.copy_run();
            to = slide.to;
        }
        self.payload.truncate(to);
        self.settled = to;
        self.hole = to;
        self.shrink_payload();
    }

    /// Moves the blocks of those that live from a place on down to another one, until an end comes or the budget is used up.
    /// Returns the next block's place, where it would go to, and the first gap that was left in front of a large block: there is
    /// none without a budget.
    #[inline(never)]
    pub(super) fn slide_blocks(&mut self, [mut from, to, end]: [usize; 3], budget: usize) -> (usize, usize, usize) {
        let (slots, payload) = self.slots.split(&mut self.payload);
        let mut slide = Slide::new(slots, payload, from, to);
        slide.may_stay = budget < usize::MAX;
        let mut left = budget;
        while from + HEADER <= end && left > 0 {
            let next = slide.visit(from);
            let moved = if slide.run.end == next { next - from } else { 0 };
            left = left.saturating_sub(2 + moved / 8);
            from = next;
        }
        slide.copy_run();
        (from, slide.to, slide.gap)
    }

    /// Gives memory back where much more was used once.
    pub(super) fn shrink_payload(&mut self) {
        if self.payload.capacity() / 4 > self.payload.len() + super::FIRST_THRESHOLD / size_of::<Word>() {
            self.payload.shrink_to(self.payload.len() * 2);
        }
    }

    /// Whether all blocks in front of the first hole belong to somebody.
    pub(super) fn is_settled(&self) -> bool {
        let mut from = 1;
        while from < self.hole {
            let (owner, size) = self.block_header(from);
            let is_owner = |slot: &Slot| slot.kind != Kind::Free && slot.b() as usize == from + HEADER;
            if !self.slot_at(owner).is_some_and(is_owner) {
                return false;
            }
            from += HEADER + size;
        }
        from == self.hole
    }

    /// Where the headers of those live blocks stand that were made since the last collection, in order; nothing if they
    /// are many, if few objects were made since then, or on a machine with little memory.
    ///
    /// To walk from block to block is to wait for memory at each, for where the next one is, is known from its header
    /// only; and most of the young ones are dead. The slots lie side by side.
    pub(super) fn young_survivors(&self) -> Option<Vec<usize>> {
        const MOST: usize = 4096;
        // A look at all slots costs about as much as a walk over a fraction of them.
        let young = self.objects.saturating_sub(self.settled_objects);
        if size_of::<Word>() != 8 || young < self.slots.len() / 4 {
            return None;
        }
        let mut blocks = Vec::new();
        for (number, slot) in self.slots.iter(&self.payload).enumerate() {
            if !slot.has(Slot::MARKED) || !slot.has_block() {
                continue;
            }
            let Some(start) = (slot.b() as usize).checked_sub(HEADER).filter(|&start| start >= self.settled) else {
                continue;
            };
            if self.word(start) >> 16 >> 16 == number as Word {
                if blocks.len() == MOST || blocks.try_reserve(1).is_err() {
                    return None;
                }
                blocks.push(start);
            }
        }
        blocks.sort_unstable();
        Some(blocks)
    }
}

/// The state of a slide. Live blocks that lie side by side are copied together.
struct Slide<'a> {
    slots: SlotTable<'a>,
    payload: &'a mut [Word],
    /// Live blocks that are still to be copied.
    run: Range<usize>,
    /// Where they go.
    to: usize,
    /// Whether a large block may stay where it is, if it would not go far.
    may_stay: bool,
    /// The first gap in front of one that stayed.
    gap: usize,
}

impl<'a> Slide<'a> {
    /// A slide that goes on at `from` with moving blocks to `to`.
    fn new(slots: SlotTable<'a>, payload: &'a mut [Word], from: usize, to: usize) -> Slide<'a> {
        Slide { slots, payload, run: from..from, to, may_stay: false, gap: usize::MAX }
    }

    /// Looks at the block whose header stands at `from`. Returns where the next header stands.
    #[inline(always)]
    fn visit(&mut self, from: usize) -> usize {
        let content = from + HEADER;
        let (owner, size) = block_header(self.payload, from);
        let next = content + size;
        if size > LARGE
            && self.may_stay
            && self.slots.get(owner as usize).is_some_and(|slot| slot.b() as usize == content)
        {
            self.let_stay(from, size);
        }
        // The dead have no block any more, nor has the one that gave this block up, nor who lies in the slot of a dead one.
        if let Some(slot) = self.slots.get_mut(owner as usize)
            && slot.b() as usize == content
            && slot.has_block()
        {
            if from != self.run.end {
                // `copy_run`, but the slot is at hand.
                copy_words(self.payload, &self.run, self.to);
                self.to += self.run.len();
                self.run = from..from;
            }
            slot.words[1] = (self.to + content - self.run.start) as u32;
            self.run.end = next;
            if slot.has(Slot::GROWN) {
                // It gives back the room behind its end.
                let kept = bytes_to_words(slot.a() as usize);
                write_header(self.payload, content, owner, kept);
                self.run.end = content + kept;
            }
        }
        next
    }

    /// Lets a large block stay where it is if the gap that this leaves is small beside it: to move it takes long.
    #[cold]
    #[inline(never)]
    fn let_stay(&mut self, from: usize, size: usize) {
        copy_words(self.payload, &self.run, self.to);
        self.to += self.run.len();
        self.run = from..from;
        let gap = from - self.to;
        if gap >= HEADER && gap < size / 4 {
            write_header(self.payload, self.to + HEADER, NO_OWNER, gap - HEADER);
            self.gap = self.gap.min(self.to);
            self.to = from;
        }
    }

    fn copy_run(&mut self) {
        copy_words(self.payload, &self.run, self.to);
        self.to += self.run.len();
    }
}

/// Copies words down to a place; nothing happens where they lie there already.
fn copy_words(payload: &mut [Word], words: &Range<usize>, to: usize) {
    if words.start != to && words.start <= words.end && words.end <= payload.len() {
        payload.copy_within(words.clone(), to);
    }
}
