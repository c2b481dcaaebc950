//! Programs: words of 32 bits. An instruction is a word with its number in the low byte and a small operand in the rest,
//! and words behind it.
//!
//! ```text
//! header   GROUPS REGISTERS FIRST WIDTH FLAGS          see below; the code starts behind it
//! MATCH                                                the whole pattern has matched
//! CHARACTER code        EITHER code | other            one character
//! ANY                   NOT_NEWLINE
//! SET place                                            place of the set in the program
//! BYTES length | ceil(length / 4) words                several characters, as bytes
//! AT place                                             the number of a `Place`
//! SAVE slot                                            the position goes to the slot
//! JUMP target
//! BRANCH | (target, check)* | 0                        the first of those whose check passes; 0 checks nothing
//! REPEAT taste | least | most | check | item item      a single character, repeated
//! ENTER register | until                               a loop starts: goes to its UNTIL
//! UNTIL register | least | most | body | taste         once more, or on
//! ATOMIC                CUT                            what stands between is not tried another way
//! LOOK 0 or 1 | width | next                           looks ahead, or behind from so many characters before; 1: is negative
//! LOOKED                NOT_LOOKED                     ends of these
//! REFERENCE group | fold
//! IF group | otherwise
//! FAIL
//! set      8 words of bits | count << 8 | complement << 7 | categories | (first, last)*
//! ```
//!
//! A check is the place of an instruction for a single character, or of a BYTES, that what stands at the target starts with.

use alloc::vec::Vec;

/// Numbers of instructions.
pub(crate) mod op {
    pub(crate) const FAIL: u32 = 0;
    pub(crate) const MATCH: u32 = 1;
    pub(crate) const CHARACTER: u32 = 2;
    pub(crate) const EITHER: u32 = 3;
    pub(crate) const ANY: u32 = 4;
    pub(crate) const NOT_NEWLINE: u32 = 5;
    pub(crate) const SET: u32 = 6;
    pub(crate) const BYTES: u32 = 7;
    pub(crate) const AT: u32 = 8;
    pub(crate) const SAVE: u32 = 9;
    pub(crate) const JUMP: u32 = 10;
    pub(crate) const BRANCH: u32 = 11;
    pub(crate) const REPEAT: u32 = 12;
    pub(crate) const ENTER: u32 = 13;
    pub(crate) const UNTIL: u32 = 14;
    pub(crate) const ATOMIC: u32 = 15;
    pub(crate) const CUT: u32 = 16;
    pub(crate) const LOOK: u32 = 17;
    pub(crate) const LOOKED: u32 = 18;
    pub(crate) const NOT_LOOKED: u32 = 19;
    pub(crate) const REFERENCE: u32 = 20;
    pub(crate) const IF: u32 = 21;
}

/// Where things lie in the header.
pub(crate) mod header {
    /// The number of groups, with the whole match.
    pub(crate) const GROUPS: usize = 0;
    /// The number of loops that count.
    pub(crate) const REGISTERS: usize = 1;
    /// The place of an instruction that tells where no match can start; 0 if there is none.
    pub(crate) const FIRST: usize = 2;
    /// The least number of characters of a match.
    pub(crate) const WIDTH: usize = 3;
    /// Bit 0: a match can start at the start of the text only. Bit 1: at the start of a line only.
    pub(crate) const FLAGS: usize = 4;
    pub(crate) const SIZE: usize = 5;
    pub(crate) const IS_ANCHORED: u32 = 1;
    pub(crate) const STARTS_LINE: u32 = 2;
}

/// The tastes of repetitions, as operands.
pub(crate) mod taste {
    pub(crate) const GREEDY: u32 = 0;
    pub(crate) const LAZY: u32 = 1;
    pub(crate) const POSSESSIVE: u32 = 2;
}

/// An instruction's first word.
pub(crate) const fn word(op: u32, operand: u32) -> u32 {
    op | operand << 8
}

/// The most that an operand can be.
pub(crate) const MOST: usize = 0xff_ffff;

/// A program, borrowed from wherever it lies.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a>(pub(crate) &'a [u32]);

impl<'a> Program<'a> {
    /// The program whose words these bytes are; nothing if they lie badly. They must be what [`Program::to_bytes`] gave.
    #[must_use]
    pub fn from_bytes(bytes: &'a [u8]) -> Option<Program<'a>> {
        bytemuck::try_cast_slice(bytes).ok().map(Program)
    }

    /// The program of words.
    #[must_use]
    pub fn new(words: &'a [u32]) -> Program<'a> {
        Program(words)
    }

    /// The bytes of its words.
    #[must_use]
    pub fn to_bytes(words: &[u32]) -> &[u8] {
        bytemuck::cast_slice(words)
    }

    /// The number of groups, with the whole match.
    #[must_use]
    pub fn groups(self) -> usize {
        self.at(header::GROUPS) as usize
    }

    /// The word at a place; 0, which fails, where there is none.
    #[inline(always)]
    pub(crate) fn at(self, place: usize) -> u32 {
        self.0.get(place).copied().unwrap_or(0)
    }

    /// The words from a place on.
    #[inline(always)]
    pub(crate) fn from(self, place: usize) -> &'a [u32] {
        self.0.get(place..).unwrap_or(&[])
    }
}

/// A set as it lies in a program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Set<'a> {
    low: &'a [u32; 8],
    rest: &'a [u32],
}

/// The bit that turns ranges and categories into their opposite.
const COMPLEMENT: u32 = 1 << 7;
/// A set that has nothing, for places where there is none.
static EMPTY: [u32; 8] = [0; 8];

impl<'a> Set<'a> {
    #[inline(always)]
    pub(crate) fn at(program: Program<'a>, place: usize) -> Set<'a> {
        match program.from(place).split_first_chunk::<8>() {
            Some((low, rest)) => Set { low, rest },
            None => Set { low: &EMPTY, rest: &[] },
        }
    }

    /// Writes a set.
    pub(crate) fn write(set: &crate::characters::CharacterSet, words: &mut Vec<u32>) {
        words.extend_from_slice(&set.low);
        words.push((set.high.len() as u32) << 8 | set.categories | if set.is_complement { COMPLEMENT } else { 0 });
        words.extend(set.high.iter().flat_map(|&(first, last)| [first, last]));
    }

    /// The set as the compiler works with it.
    pub(crate) fn read(&self) -> crate::characters::CharacterSet {
        let (head, rest) = self.rest.split_first().unwrap_or((&0, &[]));
        let (ranges, _) = rest.as_chunks::<2>();
        crate::characters::CharacterSet {
            low: *self.low,
            high: ranges.iter().take((head >> 8) as usize).map(|&[first, last]| (first, last)).collect(),
            categories: head & (COMPLEMENT - 1),
            is_complement: head & COMPLEMENT != 0,
        }
    }

    #[inline(always)]
    pub(crate) fn contains(&self, code: u32) -> bool {
        match self.low.get((code >> 5) as usize) {
            Some(word) => word >> (code & 31) & 1 != 0,
            None => self.contains_high(code),
        }
    }

    #[inline(never)]
    fn contains_high(&self, code: u32) -> bool {
        let Some((&head, rest)) = self.rest.split_first() else { return false };
        let (ranges, _) = rest.as_chunks::<2>();
        let ranges = ranges.get(..(head >> 8) as usize).unwrap_or(ranges);
        let after = ranges.partition_point(|&[first, _]| first <= code);
        let listed = after.checked_sub(1).and_then(|last| ranges.get(last)).is_some_and(|&[_, last]| code <= last);
        let categories = head & (COMPLEMENT - 1);
        (listed || categories != 0 && crate::characters::in_categories(categories, code)) != (head & COMPLEMENT != 0)
    }
}
