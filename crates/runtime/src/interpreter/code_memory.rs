//! What keeps code small where memory is counted in kilobytes.
//!
//! Rust code's blocks can't move by themselves, and those of code are made while a syntax tree lies among them. So they are
//! put closer together when the tree is gone.

use super::code::{Instructions, OwnInstructions};
use super::{CodeTable, LoadedCode};
use crate::Isolate;
use crate::buffers::copied;
use crate::value::IS_SMALL;
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_bytecode::positions::{Positions, lines_only};

/// Where less memory is free, code has no columns.
const LITTLE: usize = 80 << 10;
/// Bytes in holes that are worth the time to look for better places.
const MUCH_IN_HOLES: usize = 2 << 10;
/// Values for which there is room among those that native functions keep.
const KEPT: usize = 16;

impl CodeTable {
    /// Makes room for a code more, and for few more where memory is short.
    pub(super) fn reserve(&mut self) {
        const FEW: usize = 16;
        if IS_SMALL && self.list.len() == self.list.capacity() {
            self.list.reserve_exact(FEW);
        }
    }
}

impl Isolate {
    /// The packed positions, without columns where memory is short; whether they have columns.
    pub(super) fn kept_positions(&self, positions: Box<[u8]>, first_line: u32) -> (Box<[u8]>, bool) {
        if !self.has_little_memory() {
            return (positions, true);
        }
        (lines_only(Positions::new(&positions, first_line), first_line).into(), false)
    }

    fn has_little_memory(&self) -> bool {
        self.limits.shared_memory.left().saturating_add(self.heap.room_bytes()) < LITTLE
    }

    /// As [`Isolate::tidy_codes`], where memory is short.
    pub(crate) fn tidy_codes_if_short(&mut self) {
        if self.has_little_memory() {
            self.tidy_codes();
        }
    }

    /// Puts the blocks of all code closer together, if much lies between them.
    pub(crate) fn tidy_codes(&mut self) {
        let memory = self.limits.shared_memory;
        if memory.is_none() {
            return;
        }
        let has_little = self.has_little_memory();
        let drops_columns = has_little && self.codes.list.iter().any(LoadedCode::has_columns);
        if !drops_columns && memory.left().saturating_sub((memory.gap)()) < MUCH_IN_HOLES {
            return;
        }
        // The highest blocks come first: mostly those of the earliest code.
        for code in &mut self.codes.list {
            code.lift(has_little);
        }
        lift_list(&mut self.codes.list, 1);
        lift_list(&mut self.codes.free, 0);
        lift_list(&mut self.codes.frozen, 0);
        lift_list(&mut self.caches, 0);
        lift_list(&mut self.kept, KEPT);
        lift_list(&mut self.interner.entries, 0);
    }
}

impl LoadedCode {
    fn has_columns(&self) -> bool {
        matches!(&self.instructions, Instructions::Own(own) if own.details.has_columns)
    }

    /// Moves the code's blocks to higher places.
    fn lift(&mut self, drops_columns: bool) {
        lift(&mut self.constants);
        let (mut words, mut details) = match core::mem::take(&mut self.instructions) {
            Instructions::Own(OwnInstructions { words, details }) => (words, details),
            frozen => {
                self.instructions = frozen;
                return;
            }
        };
        lift(&mut words);
        if drops_columns && details.has_columns {
            let first_line = details.first_line;
            details.positions = lines_only(Positions::new(&details.positions, first_line), first_line).into();
            details.has_columns = false;
        }
        lift(&mut details.positions);
        lift(&mut details.lists);
        lift(&mut details.handlers);
        if let Some(more) = &mut details.more {
            lift(&mut more.cell_slots);
            lift(&mut more.scoped_names);
            lift(&mut more.line_marks);
            lift(&mut more.originals);
        }
        details.more = details.more.take().map(lifted);
        self.instructions = Instructions::Own(OwnInstructions { details: lifted(details), words });
    }
}

/// Moves a list up, with room for `more` items.
fn lift_list<T>(list: &mut Vec<T>, more: usize) {
    let mut copy = Vec::new();
    if copy.try_reserve_exact(list.len() + more).is_ok() && copy.as_ptr() > list.as_ptr().cast_mut() {
        copy.append(list);
        *list = copy;
    }
}

/// Moves a block to the highest hole where it fits, or up to where the next one begins.
fn lift<T: Copy>(block: &mut Box<[T]>) {
    if block.is_empty() {
        return;
    }
    let Ok(mut copy) = copied(block) else { return };
    if copy.as_ptr() < block.as_ptr() {
        // What it leaves is a hole together with those around it.
        *block = Box::default();
        copy = copied(&copy).unwrap_or(copy);
    }
    *block = copy.into_boxed_slice();
}

/// As [`lift`], of a single value.
fn lifted<T>(block: Box<T>) -> Box<T> {
    #[allow(clippy::boxed_local, reason = "the block is free again when this returns")]
    fn unboxed<T>(block: Box<T>) -> T {
        *block
    }
    Box::new(unboxed(block))
}
