//! Making a block longer where it lies, although others lie behind it: those move. It takes about as long as half a
//! collection, and is for blocks of which there can't be two at a time in a small memory.

use super::header::HEADER;
use super::seeking::Found;
use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};

impl Heap {
    /// Makes the block of `owner` `more` words longer, which are 0. Offsets of blocks are good no longer.
    #[cold]
    #[inline(never)]
    pub(super) fn widen_block(&mut self, owner: Value, more: usize) -> Result<(), OutOfMemory> {
        let number = owner.as_handle().ok_or(OutOfMemory)?;
        let offset = self.slot(owner).map_or(0, Slot::b);
        if offset == 0 {
            return Err(OutOfMemory);
        }
        self.admit(more.saturating_mul(size_of::<Word>()))?;
        self.reserve_payload(more)?;
        let size = self.block_size(offset);
        let (behind, end) = (offset as usize + size, self.payload.len());
        self.payload.extend_unwritten(more);
        self.payload.copy_within(behind..end, behind + more);
        if let Some(new) = self.payload.get_mut(behind..behind + more) {
            new.fill(0);
        }
        self.set_header(offset, number, size + more);
        for slot in self.slots.iter_mut(&mut self.payload) {
            if slot.points_to_block() && slot.b() as usize >= behind {
                slot.words[1] += more as u32;
            }
        }
        if self.hole > offset as usize - HEADER {
            self.hole += more;
        }
        self.move_slide(behind, more);
        self.settled = self.settled.min(offset as usize - HEADER);
        self.found = Found::NOTHING;
        Ok(())
    }
}

impl Slot {
    /// Whether `b` is an offset: of a block of its own or another one's, or of a place in that.
    fn points_to_block(&self) -> bool {
        self.has_block() || matches!(self.kind, Kind::Str | Kind::Bytes) && self.has(Slot::VIEW)
    }
}
