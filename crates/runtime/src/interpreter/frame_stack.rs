//! The frames of a thread, the running one last. Like a vector of frames, but a call writes to the caller's frame and to
//! the new one behind a single check, which is the check for the recursion limit too: room is never prepared beyond it.

use super::{Frame, FrameKind};
use crate::buffers::shrink;
use crate::value::IS_SMALL;
use alloc::vec::Vec;

/// Places that are there from the start.
const FIRST: usize = if IS_SMALL { 8 } else { 64 };
/// As many for threads that programs start.
const FEW: usize = 8;
/// What stands in places that no frame uses.
const NOTHING: Frame = Frame { code: 0, pc: 0, base: 0, globals: 0, ret: 0, kind: FrameKind::Entry, marks: 0 };

/// The frames of a thread.
#[derive(Debug)]
pub(crate) struct FrameStack {
    /// Room for frames. The first place belongs to none, so that the running frame and its neighbours always have one.
    places: Vec<Frame>,
    /// The place of the running frame; 0 if none runs. It has 32 bits so that sums with it can't overflow.
    top: u32,
    /// The place of the last frame that is parked above the running one; 0 if none is. See `parked`.
    parked: u32,
    /// How many frames there may be.
    limit: usize,
}

impl FrameStack {
    /// For at most `limit` frames.
    pub(crate) fn new(limit: usize) -> FrameStack {
        let mut stack = FrameStack { places: alloc::vec![NOTHING; FIRST], top: 0, parked: 0, limit };
        stack.set_limit(limit);
        stack
    }

    /// For at most `limit` frames, without room for any.
    pub(crate) fn empty(limit: usize) -> FrameStack {
        FrameStack { places: Vec::new(), top: 0, parked: 0, limit: limit.min(u32::MAX as usize / 2) }
    }

    /// Makes room for a few frames; whether there was memory for it.
    pub(crate) fn prepare_small(&mut self) -> bool {
        let done = self.places.try_reserve_exact(FEW).is_ok();
        if done {
            self.places.resize(FEW.min(self.limit + 1), NOTHING);
        }
        done
    }

    /// Allows `limit` frames; those that are there stay.
    pub(crate) fn set_limit(&mut self, limit: usize) {
        self.limit = limit.min(u32::MAX as usize / 2);
        self.places.truncate((self.limit + 1).max(self.top.max(self.parked) as usize + 1));
    }

    /// The number of frames.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.top as usize
    }

    /// Whether there may be no more frames.
    #[inline(always)]
    pub(crate) fn is_full(&self) -> bool {
        self.len() >= self.limit
    }

    /// Whether one more frame needs memory first.
    #[inline(always)]
    pub(crate) fn needs_room(&self) -> bool {
        self.top as usize + 1 >= self.places.len()
    }

    /// The places to keep.
    fn least(&self) -> usize {
        self.top.max(self.parked) as usize + 1 + FIRST
    }

    /// Whether no frame uses most of the places.
    #[inline]
    pub(crate) fn is_mostly_empty(&self) -> bool {
        self.places.len() > 2 * self.least()
    }

    /// Gives back the memory of places that no frame uses.
    pub(crate) fn shrink(&mut self) {
        let least = self.least();
        if self.is_mostly_empty() {
            shrink(&mut self.places, least);
        }
    }

    /// The running frame.
    #[inline(always)]
    pub(crate) fn last(&self) -> Option<&Frame> {
        if self.top == 0 { None } else { self.places.get(self.top as usize) }
    }

    /// The running frame, to be changed.
    #[inline(always)]
    pub(crate) fn last_mut(&mut self) -> Option<&mut Frame> {
        if self.top == 0 { None } else { self.places.get_mut(self.top as usize) }
    }

    /// The end of a range of places that begins at `start` and has two of them at least: words of 64 bits let the compiler
    /// check that at once, elsewhere two checks without a sum are shorter.
    #[inline(always)]
    fn end_of_two(&self, start: usize) -> usize {
        if IS_SMALL { self.places.len() } else { start.wrapping_add(2) }
    }

    /// The running frame's caller and the running frame.
    #[inline(always)]
    pub(crate) fn last_two(&self) -> Option<&[Frame; 2]> {
        let caller = self.top.wrapping_sub(1) as usize;
        self.places.get(caller..self.end_of_two(caller))?.first_chunk()
    }

    /// As [`last_two`](Self::last_two), to be changed.
    #[inline(always)]
    pub(crate) fn last_two_mut(&mut self) -> Option<&mut [Frame; 2]> {
        let caller = self.top.wrapping_sub(1) as usize;
        let end = self.end_of_two(caller);
        self.places.get_mut(caller..end)?.first_chunk_mut()
    }

    /// All frames, the running one first.
    #[inline(always)]
    pub(crate) fn innermost(&self) -> impl Iterator<Item = &Frame> {
        self.places.get(1..=self.top as usize).unwrap_or(&[]).iter().rev()
    }

    /// The frame with that number, from the outermost one.
    pub(crate) fn get(&self, index: usize) -> Option<&Frame> {
        self.places.get(1..=self.top as usize)?.get(index)
    }

    /// The frame with that number, to be changed.
    pub(crate) fn get_mut(&mut self, index: usize) -> Option<&mut Frame> {
        self.places.get_mut(1..=self.top as usize)?.get_mut(index)
    }

    /// Enters a frame.
    #[inline(always)]
    pub(crate) fn push(&mut self, frame: Frame) {
        debug_assert!(self.parked == 0, "nothing is parked where the frame goes");
        let next = self.top as usize + 1;
        if next >= self.places.len() {
            self.grow();
        }
        if let Some(place) = self.places.get_mut(next) {
            *place = frame;
            self.top += 1;
        }
    }

    /// The running frame and the place of the one that it may enter by [`enter_prepared`](Self::enter_prepared).
    /// Nothing: there is no room prepared, maybe because there may be no more frames, or frames are parked there.
    #[inline(always)]
    pub(crate) fn prepared(&mut self) -> Option<&mut [Frame; 2]> {
        if self.parked != 0 {
            return None;
        }
        let top = self.top as usize;
        let end = self.end_of_two(top);
        self.places.get_mut(top..end)?.first_chunk_mut()
    }

    /// Prepares room for one more frame; false if there may be none.
    #[cold]
    #[inline(never)]
    pub(crate) fn prepare(&mut self) -> bool {
        if self.is_full() {
            return false;
        }
        !self.needs_room() || self.grow()
    }

    /// Enters the frame that was written where [`prepared`](Self::prepared) said.
    #[inline(always)]
    pub(crate) fn enter_prepared(&mut self) {
        self.top = self.top.wrapping_add(1);
    }

    /// Leaves the running frame.
    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Option<Frame> {
        let last = self.last().copied();
        self.top = self.top.saturating_sub(1);
        last
    }

    /// Leaves the running frame, which the caller knows to be there.
    #[inline(always)]
    pub(crate) fn leave(&mut self) {
        self.top = self.top.wrapping_sub(1);
    }

    /// Leaves all frames.
    pub(crate) fn clear(&mut self) {
        self.top = 0;
        self.parked = 0;
    }

    /// Whether frames are parked above the running one.
    #[inline(always)]
    pub(crate) fn has_parked(&self) -> bool {
        self.parked != 0
    }

    /// Leaves the running frame but lets it lie where it is.
    #[inline(always)]
    pub(crate) fn park(&mut self) {
        if self.parked == 0 {
            self.parked = self.top;
        }
        self.top = self.top.wrapping_sub(1);
    }

    /// The frame that was parked last.
    #[inline(always)]
    pub(crate) fn next_parked(&mut self) -> Option<&mut Frame> {
        if self.parked == 0 { None } else { self.places.get_mut(self.top as usize + 1) }
    }

    /// The running frame and the one that was parked last above it.
    #[inline(always)]
    pub(crate) fn next_parked_and_running(&mut self) -> Option<&mut [Frame; 2]> {
        if self.parked == 0 {
            return None;
        }
        let top = self.top as usize;
        let end = self.end_of_two(top);
        self.places.get_mut(top..end)?.first_chunk_mut()
    }

    /// Enters the frame that was parked last.
    #[inline(always)]
    pub(crate) fn enter_parked(&mut self) {
        self.top = self.top.wrapping_add(1);
        if self.top >= self.parked {
            self.parked = 0;
        }
    }

    /// The frames that are parked, the one that was parked last first.
    pub(crate) fn parked_frames(&self) -> &[Frame] {
        self.places.get(self.top as usize + 1..=self.parked as usize).unwrap_or(&[])
    }

    /// No frame is parked any more.
    pub(crate) fn forget_parked(&mut self) {
        self.parked = 0;
    }

    /// Bytes that the frames take.
    pub(crate) fn bytes(&self) -> usize {
        self.places.len() * size_of::<Frame>()
    }

    /// Makes room for more; false without memory.
    #[cold]
    #[inline(never)]
    fn grow(&mut self) -> bool {
        let enough = self.top as usize + 2;
        let more = if IS_SMALL { (self.places.len() / 8).max(FIRST) } else { self.places.len() };
        let length = (self.places.len() + more).min(self.limit + 1).max(enough);
        if self.places.try_reserve_exact(length - self.places.len()).is_err() {
            return false;
        }
        self.places.resize(length, NOTHING);
        true
    }
}
