//! The header in front of each block: which slot owns it, and how many words it has.
//!
//! ```text
//! wide     one word of 64 bits       owner << 32 | size
//! narrow   two words of 32 bits      owner, size
//! tiny     one word of 32 bits       owner << 16 | size     where all memory is less than 65 535 words
//! ```

use super::Heap;
use crate::value::Word;
use core::cell::Cell;

/// Whether this is for machines whose memory is less than 65 535 words: microcontrollers.
const IS_TINY: bool = cfg!(all(target_pointer_width = "32", target_os = "none"));
/// Bytes that a region may have there.
const MOST_TINY: usize = 65_000 * size_of::<Word>();
/// The number of header words before a block.
pub(super) const HEADER: usize = if size_of::<Word>() == 8 || IS_TINY { 1 } else { 2 };
/// The owner of a block that was given up.
pub(super) const NO_OWNER: u32 = u32::MAX;
/// How far the owner is shifted to the left in a header of one word.
const SHIFT: u32 = Word::BITS / 2;
/// The size in a header of one word, and the largest number of an owner.
const MASK: Word = Word::MAX >> SHIFT;

/// The most bytes that a region may have, if `limit` is what is wanted.
pub(super) fn possible_limit(limit: usize) -> usize {
    if IS_TINY { limit.min(MOST_TINY) } else { limit }
}

/// The header of a block.
#[inline(always)]
pub(super) fn header(owner: u32, size: usize) -> [Word; HEADER] {
    let mut header = [0; HEADER];
    match header.as_mut_slice() {
        [both] => *both = (Word::from(owner) << SHIFT) | size as Word & MASK,
        [first, second] => (*first, *second) = (Word::from(owner), size as Word),
        _ => {}
    }
    header
}

/// The owner in the first word of a header.
#[inline(always)]
fn owner_in(first: Word) -> u32 {
    if HEADER == 2 {
        first as u32
    } else if IS_TINY && first >> SHIFT == MASK {
        NO_OWNER
    } else {
        (first >> SHIFT) as u32
    }
}

/// The number of words in the block whose header has this last word.
#[inline(always)]
pub(super) fn size_in(last: Word) -> usize {
    if HEADER == 2 { last as usize } else { (last & MASK) as usize }
}

/// Writes another owner into the header of the block at `offset`, and returns what stood there; nothing without a block.
#[inline(always)]
pub(super) fn exchange_owner(payload: &[Cell<Word>], offset: u32, owner: u32) -> Option<u32> {
    let first = payload.get((offset as usize).wrapping_sub(HEADER))?;
    let old = first.get();
    first.set(if HEADER == 2 { Word::from(owner) } else { (Word::from(owner) << SHIFT) | old & MASK });
    Some(owner_in(old))
}

/// The owner and the size of the block whose header stands at a place.
#[inline(always)]
pub(super) fn block_header(payload: &[Word], place: usize) -> (u32, usize) {
    match payload.get(place..).and_then(|rest| rest.first_chunk::<HEADER>()) {
        Some(header) => (owner_in(header[0]), size_in(header[HEADER - 1])),
        None => (NO_OWNER, 0),
    }
}

/// Writes the header of the block at `offset`.
pub(super) fn write_header(payload: &mut [Word], offset: usize, owner: u32, size: usize) {
    let start = offset.saturating_sub(HEADER);
    if let Some(place) = payload.get_mut(start..start + HEADER) {
        place.copy_from_slice(&header(owner, size));
    }
}

impl Heap {
    /// The number of words in the block at `offset`.
    #[inline(always)]
    pub(super) fn block_size(&self, offset: u32) -> usize {
        if offset == 0 {
            return 0;
        }
        size_in(self.word(offset as usize - 1))
    }

    /// The owner and the size of the block whose header stands at a place.
    #[inline(always)]
    pub(super) fn block_header(&self, place: usize) -> (u32, usize) {
        block_header(&self.payload, place)
    }

    /// Writes the header of the block at `offset`.
    pub(super) fn set_header(&mut self, offset: u32, owner: u32, size: usize) {
        write_header(&mut self.payload, offset as usize, owner, size);
    }
}
