//! The frames of a thread, the running one last. Like a vector of frames, but a call writes to the caller's frame and to
//! the new one behind a single check.

use super::{Frame, FrameKind};
use alloc::vec::Vec;

/// Frames that are there from the start.
const FIRST: usize = 64;
/// What stands in places that no frame uses.
const NOTHING: Frame = Frame { code: 0, pc: 0, base: 0, globals: 0, ret: 0, kind: FrameKind::Entry };

/// The frames of a thread.
#[derive(Debug)]
pub(crate) struct FrameStack {
    /// Room for frames.
    places: Vec<Frame>,
    /// How many of them are in use.
    depth: usize,
}

impl FrameStack {
    pub(crate) fn new() -> FrameStack {
        FrameStack { places: alloc::vec![NOTHING; FIRST], depth: 0 }
    }

    /// The number of frames.
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.depth
    }

    /// The running frame.
    #[inline(always)]
    pub(crate) fn last(&self) -> Option<&Frame> {
        self.places.get(self.depth.wrapping_sub(1))
    }

    /// The running frame, to be changed.
    #[inline(always)]
    pub(crate) fn last_mut(&mut self) -> Option<&mut Frame> {
        self.places.get_mut(self.depth.wrapping_sub(1))
    }

    /// The running frame's caller and the running frame.
    #[inline(always)]
    pub(crate) fn last_two(&self) -> Option<&[Frame; 2]> {
        self.places.get(self.depth.wrapping_sub(2)..).and_then(<[Frame]>::first_chunk)
    }

    /// The frame with that number, from the outermost one.
    pub(crate) fn get(&self, index: usize) -> Option<&Frame> {
        self.places.get(index).filter(|_| index < self.depth)
    }

    /// Enters a frame.
    #[inline(always)]
    pub(crate) fn push(&mut self, frame: Frame) {
        if self.depth == self.places.len() {
            self.grow();
        }
        if let Some(place) = self.places.get_mut(self.depth) {
            *place = frame;
            self.depth += 1;
        }
    }

    /// Enters a frame from the running one, which goes on at `pc` later. False: there is no room prepared, or no frame
    /// runs.
    #[inline(always)]
    pub(crate) fn call(&mut self, pc: u32, frame: Frame) -> bool {
        let places = self.places.get_mut(self.depth.wrapping_sub(1)..);
        let Some([caller, callee]) = places.and_then(|places| places.first_chunk_mut()) else { return false };
        caller.pc = pc;
        *callee = frame;
        self.depth += 1;
        true
    }

    /// Leaves the running frame.
    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Option<Frame> {
        let last = self.last().copied();
        self.depth = self.depth.saturating_sub(1);
        last
    }

    /// Leaves all frames.
    pub(crate) fn clear(&mut self) {
        self.depth = 0;
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        self.places.resize(self.places.len() * 2, NOTHING);
    }
}
