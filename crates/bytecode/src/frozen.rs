//! Frozen modules: code and texts as static data that is used where it lies, in flash on a board.
//!
//! A build script compiles modules and writes what [`image`](crate::image) makes of them as Rust source; nothing of it is
//! copied when such a module is imported, but constants that are objects. Texts that are ASCII are numbered behind the
//! [names](crate::names) of the runtime, so that each text has one number in an image.
//!
//! ```text
//! words:    instructions of all code objects of a module, one after the other
//! numbers:  for each code object: names, local names, free names (numbers of texts), slots of cells
//! bytes:    for each code object: positions without columns, constants (a tag and its content each)
//! ```

#![allow(clippy::useless_conversion, clippy::unnecessary_cast, reason = "small numbers are bytes in some builds")]

use crate::code_object::{CodeFlags, Handler};
use crate::file_format::tag;
use crate::positions::{Positions, read_varint, unzigzag};

/// Texts by number and by content: those behind the names.
#[derive(Clone, Copy, Debug)]
pub struct StaticTexts {
    /// The texts, ordered by their hashes, one after the other.
    pub bytes: &'static [u8],
    /// Where each text ends: the lower 16 bits.
    pub ends: &'static [u16],
    /// The texts from which on the upper bits are one more, in their order.
    pub wraps: &'static [u16],
    /// For each value of the hash's upper bits the first text whose hash has it, and at the end the number of texts.
    pub buckets: &'static [u16],
}

impl StaticTexts {
    /// No texts.
    pub const NONE: &StaticTexts = &StaticTexts { bytes: &[], ends: &[], wraps: &[], buckets: &[] };

    /// A text by its place among them; nothing beyond the last.
    #[inline]
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&'static [u8]> {
        let end = self.end(index)?;
        let start = index.checked_sub(1).and_then(|before| self.end(before)).unwrap_or(0);
        self.bytes.get(start..end)
    }

    #[inline]
    fn end(&self, index: usize) -> Option<usize> {
        let upper = self.wraps.iter().filter(|&&wrap| usize::from(wrap) <= index).count();
        Some(usize::from(*self.ends.get(index)?) + (upper << 16))
    }

    /// The place of a text; `hash` is its [hash](crate::names::hash).
    #[must_use]
    pub fn find(&self, hash: u32, text: &[u8]) -> Option<usize> {
        let buckets = self.buckets.len().checked_sub(1).filter(|&buckets| buckets > 1)?;
        let bucket = (hash >> (32 - buckets.trailing_zeros())) as usize;
        let places = usize::from(*self.buckets.get(bucket)?)..usize::from(*self.buckets.get(bucket + 1)?);
        places.into_iter().find(|&index| self.get(index) == Some(text))
    }
}

/// A module.
#[derive(Debug)]
pub struct FrozenModule {
    /// The number of the text that is `co_filename`.
    pub filename: u16,
    /// See the drawing.
    pub words: &'static [u32],
    /// See the drawing.
    pub numbers: &'static [u16],
    /// See the drawing.
    pub bytes: &'static [u8],
    /// The code objects, the module's own first.
    pub codes: &'static [FrozenCode],
    /// Exception handlers of all code objects.
    pub handlers: &'static [Handler],
    /// Scoped names of all code objects.
    pub scoped_names: &'static [FrozenScopedName],
    /// The texts that numbers mean.
    pub texts: &'static StaticTexts,
}

/// See [`ScopedName`](crate::ScopedName).
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "as there")]
pub struct FrozenScopedName {
    pub name: u16,
    pub slot: u16,
    pub in_cell: bool,
    pub start: u16,
    pub end: u16,
}

/// Numbers that are small, and pairs of such.
#[cfg(not(feature = "large-tables"))]
type Few = u8;
/// Numbers that are small, and pairs of such.
#[cfg(feature = "large-tables")]
type Few = u16;

/// The bits of each of a pair.
const HALF: u32 = Few::BITS / 2;

/// The first of a pair.
const fn first(pair: Few) -> u8 {
    (pair & ((1 << HALF) - 1)) as u8
}

/// The second of a pair.
const fn second(pair: Few) -> u8 {
    (pair >> HALF) as u8
}

/// A code object: where its parts lie in the module's arrays. See [`CodeObject`](crate::CodeObject).
///
/// An image has some thousands of them, so they take 32 bytes on boards. Elsewhere there is room for larger numbers. Build
/// scripts fail where one does not fit.
#[derive(Debug)]
#[allow(missing_docs, reason = "as there")]
pub struct FrozenCode {
    pub module: &'static FrozenModule,
    words: [u16; 2],
    numbers: u16,
    /// The positions, and then the constants.
    bytes: u16,
    pub name: u16,
    pub qualified_name: u16,
    pub first_line: u16,
    pub flags: CodeFlags,
    pub slots: u8,
    pub caches: u8,
    pub positional: u8,
    name_count: Few,
    constants: Few,
    position_count: Few,
    local_count: Few,
    /// Numbers of the first handler and the first scoped name.
    firsts: [Few; 2],
    /// Two numbers of half the bits each: handlers and scoped names.
    counts: Few,
    /// Free names and cells.
    variables: Few,
    /// Positional-only and keyword-only parameters.
    only: Few,
}

#[cfg(all(target_pointer_width = "32", not(feature = "large-tables")))]
const _: () = assert!(size_of::<FrozenCode>() == 32);

/// How many numbers describe a code object.
pub const CODE_NUMBERS: usize = 23;

/// The bits of a number that describes a code object, on a board or elsewhere.
#[must_use]
pub const fn bits_of_number(index: usize, on_board: bool) -> u32 {
    match (index, on_board) {
        (0..8, _) | (11..17, false) => 16,
        (8..11, _) | (11..17, true) | (17.., false) => 8,
        (17.., true) => 4,
    }
}

impl FrozenCode {
    /// A code object as [`image`](crate::image) writes it.
    #[must_use]
    pub const fn new(module: &'static FrozenModule, row: [u16; CODE_NUMBERS]) -> FrozenCode {
        FrozenCode {
            module,
            words: [row[0], row[1]],
            numbers: row[2],
            bytes: row[3],
            name: row[4],
            qualified_name: row[5],
            first_line: row[6],
            flags: CodeFlags(row[7]),
            slots: row[8] as u8,
            caches: row[9] as u8,
            positional: row[10] as u8,
            name_count: row[11] as Few,
            constants: row[12] as Few,
            position_count: row[13] as Few,
            local_count: row[14] as Few,
            firsts: [row[15] as Few, row[16] as Few],
            counts: (row[17] | row[18] << HALF) as Few,
            variables: (row[19] | row[20] << HALF) as Few,
            only: (row[21] | row[22] << HALF) as Few,
        }
    }

    /// Parameters that can only be given by position.
    #[must_use]
    pub const fn positional_only(&self) -> u8 {
        first(self.only)
    }

    /// Keyword-only parameters.
    #[must_use]
    pub const fn keyword_only(&self) -> u8 {
        second(self.only)
    }

    /// The instructions.
    #[must_use]
    pub fn instructions(&self) -> &'static [u32] {
        part(self.module.words, self.words[0], self.words[1].into())
    }

    /// Numbers of the names of globals and attributes.
    #[inline]
    #[must_use]
    pub fn names(&self) -> &'static [u16] {
        part(self.module.numbers, self.numbers, self.name_count.into())
    }

    fn behind_names(&self, before: usize, count: Few) -> &'static [u16] {
        let start = usize::from(self.numbers) + usize::from(self.name_count) + before;
        self.module.numbers.get(start..start + usize::from(count)).unwrap_or(&[])
    }

    /// Numbers of the names of locals.
    #[must_use]
    pub fn local_names(&self) -> &'static [u16] {
        self.behind_names(0, self.local_count)
    }

    /// Numbers of the names of captured variables.
    #[must_use]
    pub fn free_names(&self) -> &'static [u16] {
        self.behind_names(self.local_count.into(), first(self.variables).into())
    }

    /// The slots of locals in cells.
    #[must_use]
    pub fn cell_slots(&self) -> &'static [u16] {
        let before = usize::from(self.local_count) + usize::from(first(self.variables));
        self.behind_names(before, second(self.variables).into())
    }

    /// Exception handlers.
    #[must_use]
    pub fn handlers(&self) -> &'static [Handler] {
        part(self.module.handlers, self.firsts[0], first(self.counts).into())
    }

    /// Names of parts of the code.
    #[must_use]
    pub fn scoped_names(&self) -> &'static [FrozenScopedName] {
        part(self.module.scoped_names, self.firsts[1], second(self.counts).into())
    }

    /// The packed table of lines.
    #[must_use]
    pub fn position_bytes(&self) -> &'static [u8] {
        part(self.module.bytes, self.bytes, self.position_count.into())
    }

    /// The lines of the instructions.
    #[must_use]
    pub fn positions(&self) -> Positions<'static> {
        Positions::of_lines(self.position_bytes(), self.first_line.into())
    }

    /// The number of constants.
    #[must_use]
    pub fn constant_count(&self) -> usize {
        self.constants.into()
    }

    /// Reads the constants, one after the other.
    #[must_use]
    pub fn constants(&self) -> ConstantReader {
        ConstantReader {
            bytes: self.module.bytes.get(usize::from(self.bytes) + usize::from(self.position_count)..).unwrap_or(&[]),
        }
    }
}

fn part<T>(all: &'static [T], start: impl Into<usize>, count: usize) -> &'static [T] {
    let start = start.into();
    all.get(start..start + count).unwrap_or(&[])
}

/// A constant of frozen code. Those that consist of others are followed by these.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "as in `Constant`")]
pub enum FrozenConstant {
    None,
    Bool(bool),
    Ellipsis,
    Int(i64),
    /// A sign and limbs, low byte first.
    BigInt(bool, &'static [u8]),
    Float(f64),
    Complex(f64, f64),
    /// The number of a text.
    Text(u32),
    /// A text that is not ASCII.
    Str(&'static [u8]),
    Bytes(&'static [u8]),
    /// So many constants follow.
    Tuple(usize),
    /// So many constants follow.
    FrozenSet(usize),
    /// Three constants follow.
    Slice,
    /// The number of a code object in the module.
    Code(u32),
}

/// Reads constants of frozen code.
#[derive(Clone, Debug)]
pub struct ConstantReader {
    bytes: &'static [u8],
}

impl ConstantReader {
    fn number(&mut self) -> u64 {
        read_varint(&mut self.bytes).unwrap_or(0)
    }

    fn take(&mut self, count: usize) -> &'static [u8] {
        let (taken, rest) = self.bytes.split_at_checked(count).unwrap_or_default();
        self.bytes = rest;
        taken
    }

    fn counted(&mut self) -> &'static [u8] {
        let count = self.number() as usize;
        self.take(count)
    }

    fn float(&mut self) -> f64 {
        f64::from_bits(self.take(8).first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes)))
    }

    /// The next constant; `None` where nothing makes sense.
    pub fn read(&mut self) -> FrozenConstant {
        match self.take(1).first().copied().unwrap_or(tag::NONE) {
            tag::FALSE => FrozenConstant::Bool(false),
            tag::TRUE => FrozenConstant::Bool(true),
            tag::ELLIPSIS => FrozenConstant::Ellipsis,
            tag::INT => FrozenConstant::Int(unzigzag(self.number())),
            tag::BIG_INT => FrozenConstant::BigInt(false, self.counted()),
            tag::NEGATIVE_BIG_INT => FrozenConstant::BigInt(true, self.counted()),
            tag::FLOAT => FrozenConstant::Float(self.float()),
            tag::COMPLEX => FrozenConstant::Complex(self.float(), self.float()),
            tag::STR => FrozenConstant::Str(self.counted()),
            tag::BYTES => FrozenConstant::Bytes(self.counted()),
            tag::TUPLE => FrozenConstant::Tuple(self.number() as usize),
            tag::FROZEN_SET => FrozenConstant::FrozenSet(self.number() as usize),
            tag::SLICE => FrozenConstant::Slice,
            tag::CODE => FrozenConstant::Code(self.number() as u32),
            tag::TEXT => FrozenConstant::Text(self.number() as u32),
            _ => FrozenConstant::None,
        }
    }
}
