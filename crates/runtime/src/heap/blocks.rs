//! Blocks of the payload area that get another size, or are given up.

use super::header::{HEADER, NO_OWNER, header};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};

impl Heap {
    /// Gives `owner` a block of `size` words in place of its old one, whose first `keep` words are copied. The
    /// rest is 0. A block at the end of the payload area grows where it is. Returns the new offset, which the
    /// caller has to write where it belongs: it is in `b` of the slot already.
    pub(super) fn resize_block(&mut self, owner: Value, size: usize, keep: usize) -> Result<u32, OutOfMemory> {
        let (offset, kept) = self.move_block(owner, size, keep)?;
        let start = offset as usize;
        if let Some(rest) = self.payload.get_mut(start + kept..start + size) {
            rest.fill(0);
        }
        Ok(offset)
    }

    /// As [`Heap::resize_block`], with anything in the rest. Also returns how many words were kept.
    pub(super) fn move_block(&mut self, owner: Value, size: usize, keep: usize) -> Result<(u32, usize), OutOfMemory> {
        let number = owner.as_handle().ok_or(OutOfMemory)?;
        let old = self.slot(owner).map_or(0, |slot| slot.b());
        let old_size = self.block_size(old);
        let old_end = old as usize + old_size;
        if old != 0 && old_end == self.payload.len() && size >= old_size {
            self.admit((size - old_size).saturating_mul(size_of::<Word>()))?;
            self.reserve_payload(size - old_size)?;
            self.payload.extend_unwritten(size - old_size);
            self.set_header(old, number, size);
            self.hole = self.hole.min(old as usize - HEADER);
            self.end_slide_at(old as usize - HEADER);
            return Ok((old, old_size));
        }
        let total = size.checked_add(HEADER).ok_or(OutOfMemory)?;
        self.admit(total.saturating_mul(size_of::<Word>()))?;
        self.reserve_payload(total)?;
        let header = header(number, size);
        self.payload.extend_from_slice(&header);
        let offset = self.payload.len();
        let keep = keep.min(old_size).min(size);
        self.payload.extend_from_within(old as usize..old as usize + keep);
        self.payload.extend_unwritten(size - keep);
        self.release_block(old);
        if let Some(slot) = self.slot_mut(owner) {
            slot.words[1] = offset as u32;
        }
        Ok((offset as u32, keep))
    }

    /// Gives a block up; its words come back with the next slide, at once if it is the last one.
    pub(super) fn release_block(&mut self, offset: u32) {
        if offset == 0 {
            return;
        }
        let size = self.block_size(offset);
        self.hole = self.hole.min(offset as usize - HEADER);
        if offset as usize + size == self.payload.len() {
            self.payload.truncate(offset as usize - HEADER);
            self.settled = self.settled.min(self.payload.len());
            self.end_slide_at(self.payload.len());
        } else {
            self.set_header(offset, NO_OWNER, size);
        }
    }
}
