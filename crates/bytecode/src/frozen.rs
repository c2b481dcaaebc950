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

use crate::code_object::{CodeFlags, Handler};
use crate::file_format::tag;
use crate::positions::{Positions, read_varint, unzigzag};

/// Where a text ends. Boards save flash: they have the lower bits only, and say where the upper ones change.
#[cfg(target_pointer_width = "64")]
pub type TextEnd = u32;
/// Where a text ends.
#[cfg(not(target_pointer_width = "64"))]
pub type TextEnd = u16;

/// Texts by number and by content: those behind the names.
#[derive(Clone, Copy, Debug)]
pub struct StaticTexts {
    /// The texts, ordered by their [keys](key_of), one after the other.
    pub bytes: &'static [u8],
    /// Where each text ends, as far as a [`TextEnd`] can say it.
    pub ends: &'static [TextEnd],
    /// The texts from which on the bits above those are one more, in their order.
    pub wraps: &'static [u16],
    /// For each value of the key's upper bits the first text whose key has it, and at the end the number of texts.
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
        let end = *self.ends.get(index)? as usize;
        if TextEnd::BITS > 16 {
            return Some(end);
        }
        let upper = self.wraps.iter().filter(|&&wrap| usize::from(wrap) <= index).count();
        Some(end + (upper << 16))
    }

    /// The place of a text; `hash` is its [hash](crate::names::hash).
    #[must_use]
    pub fn find(&self, hash: u32, text: &[u8]) -> Option<usize> {
        let buckets = self.buckets.len().checked_sub(1).filter(|&buckets| buckets > 1)?;
        [true, false].into_iter().find_map(|is_first| {
            let bucket = (key_of(hash, is_first) >> (32 - buckets.trailing_zeros())) as usize;
            let places = usize::from(*self.buckets.get(bucket)?)..usize::from(*self.buckets.get(bucket + 1)?);
            places.into_iter().find(|&index| self.get(index) == Some(text))
        })
    }
}

/// By what texts are ordered: those that each program may need come first, then the hash decides.
///
/// They are a fortieth of the bytes, so that what is looked up in a start lies on few pages.
#[must_use]
pub const fn key_of(hash: u32, is_first: bool) -> u32 {
    hash >> 1 | (!is_first as u32) << 31
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

/// The numbers that describe a code object: where its parts lie in the module's arrays, and how many they are. See
/// [`CodeObject`](crate::CodeObject).
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "as there")]
pub enum CodeNumber {
    FirstWord,
    Words,
    Positional,
    KeywordOnly,
    /// Where the names begin; names of locals, free names and cells follow.
    FirstNumber,
    /// Where the positions begin; the constants follow.
    FirstByte,
    Names,
    Name,
    FirstLine,
    Slots,
    Flags,
    Caches,
    Constants,
    PositionalOnly,
    FirstHandler,
    FirstScopedName,
    Handlers,
    ScopedNames,
    FreeNames,
    Cells,
    LocalNames,
    /// The bits in which the qualified name differs from the name.
    QualifiedName,
    PositionBytes,
}

/// How many numbers describe a code object.
pub const CODE_NUMBERS: usize = 23;

/// The bits of each number on a board: five words. A number does not begin in one word and end in the next.
const BITS: [u8; CODE_NUMBERS] = [
    14, 10, 4, 4, // 32
    12, 12, 8, // 32
    13, 12, 7, // 32
    12, 8, 8, 4, // 32
    6, 5, 4, 3, 4, 4, 6, // 32
    // Neither is there on boards.
    0, 0,
];

/// The bits of a number that describes a code object, on a board or elsewhere.
#[must_use]
pub const fn bits_of_number(index: usize, on_board: bool) -> u32 {
    if on_board { BITS[index] as u32 } else { u16::BITS }
}

/// What the numbers are packed into.
#[cfg(not(feature = "large-tables"))]
type Word = u32;
/// What the numbers are packed into.
#[cfg(feature = "large-tables")]
type Word = u16;

/// A number's place: the word, the bits of the word before it, and its own bits.
#[derive(Clone, Copy)]
struct Place {
    word: usize,
    shift: u32,
    bits: u32,
}

const PLACES: [Place; CODE_NUMBERS] = {
    let mut places = [Place { word: 0, shift: 0, bits: 0 }; CODE_NUMBERS];
    let (mut index, mut word, mut shift) = (0, 0, 0);
    while index < CODE_NUMBERS {
        let bits = bits_of_number(index, cfg!(not(feature = "large-tables")));
        if shift + bits > Word::BITS {
            (word, shift) = (word + 1, 0);
        }
        places[index] = Place { word, shift, bits };
        shift += bits;
        index += 1;
    }
    places
};

/// A code object.
///
/// An image has some thousands of them, so they take 24 bytes on boards. Elsewhere there is room for larger numbers. Build
/// scripts fail where one does not fit.
#[derive(Debug)]
pub struct FrozenCode {
    /// Where its parts lie.
    pub module: &'static FrozenModule,
    packed: [Word; PLACES[CODE_NUMBERS - 1].word + 1],
}

#[cfg(all(target_pointer_width = "32", not(feature = "large-tables")))]
const _: () = assert!(size_of::<FrozenCode>() == 24);

impl FrozenCode {
    /// A code object as [`image`](crate::image) writes it: its numbers in the order of [`CodeNumber`].
    #[must_use]
    pub const fn new(module: &'static FrozenModule, row: [u16; CODE_NUMBERS]) -> FrozenCode {
        let mut packed = [0; PLACES[CODE_NUMBERS - 1].word + 1];
        let mut index = 0;
        while index < CODE_NUMBERS {
            let place = PLACES[index];
            if place.bits > 0 {
                packed[place.word] |= (row[index] as Word) << place.shift;
            }
            index += 1;
        }
        FrozenCode { module, packed }
    }

    /// One of the numbers, given as a [`CodeNumber`].
    #[inline(always)]
    #[allow(clippy::unnecessary_cast, reason = "words are wider on boards")]
    const fn number<const NUMBER: usize>(&self) -> u16 {
        let Place { word, shift, bits } = const { PLACES[NUMBER] };
        if bits == 0 {
            return 0;
        }
        (self.packed[word] << (Word::BITS - shift - bits) >> (Word::BITS - bits)) as u16
    }

    /// A number that fits a byte.
    #[inline(always)]
    const fn few<const NUMBER: usize>(&self) -> u8 {
        self.number::<NUMBER>() as u8
    }

    /// Parameters that can be given by position.
    #[must_use]
    pub const fn positional(&self) -> u8 {
        self.few::<{ CodeNumber::Positional as usize }>()
    }

    /// Parameters that can only be given by position.
    #[must_use]
    pub const fn positional_only(&self) -> u8 {
        self.few::<{ CodeNumber::PositionalOnly as usize }>()
    }

    /// Keyword-only parameters.
    #[must_use]
    pub const fn keyword_only(&self) -> u8 {
        self.few::<{ CodeNumber::KeywordOnly as usize }>()
    }

    /// The slots of a frame.
    #[must_use]
    pub const fn slots(&self) -> u8 {
        self.few::<{ CodeNumber::Slots as usize }>()
    }

    /// The number of inline caches.
    #[must_use]
    pub const fn caches(&self) -> u8 {
        self.few::<{ CodeNumber::Caches as usize }>()
    }

    /// What kind of code it is.
    #[must_use]
    pub const fn flags(&self) -> CodeFlags {
        CodeFlags(self.number::<{ CodeNumber::Flags as usize }>())
    }

    /// The line in which the definition begins.
    #[must_use]
    pub const fn first_line(&self) -> u16 {
        self.number::<{ CodeNumber::FirstLine as usize }>()
    }

    /// The number of its name.
    #[must_use]
    pub const fn name(&self) -> u16 {
        self.number::<{ CodeNumber::Name as usize }>()
    }

    /// The number of its qualified name.
    #[must_use]
    pub const fn qualified_name(&self) -> u16 {
        self.name() ^ self.number::<{ CodeNumber::QualifiedName as usize }>()
    }

    /// The instructions.
    #[must_use]
    pub fn instructions(&self) -> &'static [u32] {
        let start = self.number::<{ CodeNumber::FirstWord as usize }>();
        part(self.module.words, start, self.number::<{ CodeNumber::Words as usize }>())
    }

    /// Some of the module's numbers, `before` behind the code object's first.
    fn numbers(&self, before: u16, count: u16) -> &'static [u16] {
        let start = self.number::<{ CodeNumber::FirstNumber as usize }>();
        part(self.module.numbers, usize::from(start) + usize::from(before), count)
    }

    fn name_count(&self) -> u16 {
        self.number::<{ CodeNumber::Names as usize }>()
    }

    fn local_count(&self) -> u16 {
        self.number::<{ CodeNumber::LocalNames as usize }>()
    }

    fn free_count(&self) -> u16 {
        self.number::<{ CodeNumber::FreeNames as usize }>()
    }

    /// Numbers of the names of globals and attributes.
    #[inline]
    #[must_use]
    pub fn names(&self) -> &'static [u16] {
        self.numbers(0, self.name_count())
    }

    /// Numbers of the names of locals.
    #[must_use]
    pub fn local_names(&self) -> &'static [u16] {
        self.numbers(self.name_count(), self.local_count())
    }

    /// Numbers of the names of captured variables.
    #[must_use]
    pub fn free_names(&self) -> &'static [u16] {
        self.numbers(self.name_count() + self.local_count(), self.free_count())
    }

    /// The slots of locals in cells.
    #[must_use]
    pub fn cell_slots(&self) -> &'static [u16] {
        let before = self.name_count() + self.local_count() + self.free_count();
        self.numbers(before, self.number::<{ CodeNumber::Cells as usize }>())
    }

    /// Exception handlers.
    #[must_use]
    pub fn handlers(&self) -> &'static [Handler] {
        let start = self.number::<{ CodeNumber::FirstHandler as usize }>();
        part(self.module.handlers, start, self.number::<{ CodeNumber::Handlers as usize }>())
    }

    /// Names of parts of the code.
    #[must_use]
    pub fn scoped_names(&self) -> &'static [FrozenScopedName] {
        let start = self.number::<{ CodeNumber::FirstScopedName as usize }>();
        part(self.module.scoped_names, start, self.number::<{ CodeNumber::ScopedNames as usize }>())
    }

    fn first_byte(&self) -> u16 {
        self.number::<{ CodeNumber::FirstByte as usize }>()
    }

    fn position_count(&self) -> u16 {
        self.number::<{ CodeNumber::PositionBytes as usize }>()
    }

    /// The packed table of lines.
    #[must_use]
    pub fn position_bytes(&self) -> &'static [u8] {
        part(self.module.bytes, self.first_byte(), self.position_count())
    }

    /// The lines of the instructions.
    #[must_use]
    pub fn positions(&self) -> Positions<'static> {
        Positions::of_lines(self.position_bytes(), self.first_line().into())
    }

    /// The number of constants.
    #[must_use]
    pub fn constant_count(&self) -> usize {
        self.number::<{ CodeNumber::Constants as usize }>().into()
    }

    /// Reads the constants, one after the other.
    #[must_use]
    pub fn constants(&self) -> ConstantReader {
        let start = usize::from(self.first_byte()) + usize::from(self.position_count());
        ConstantReader { bytes: self.module.bytes.get(start..).unwrap_or(&[]) }
    }
}

fn part<T>(all: &'static [T], start: impl Into<usize>, count: u16) -> &'static [T] {
    let start = start.into();
    all.get(start..start + usize::from(count)).unwrap_or(&[])
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
