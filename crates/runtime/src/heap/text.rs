//! Strings in the heap, and the hashes of strings and bytes.
//!
//! A string is generalised UTF-8: lone surrogates are encoded as three bytes like other characters of their range.
//! Up to 12 bytes lie in the slot itself. The block of a longer string that is not ASCII starts with a word that
//! holds the number of its characters, and ends with an index: for each [`STRETCH`] bytes, how many characters start
//! before their end. It is filled in when somebody first asks for a character by its number, which then takes the same
//! time anywhere in the string.

use super::region::Payload;
use super::short::Short;
use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::names;
use crate::value::{Immediate, Value, Word};
use core::cmp::Ordering;
use ferropy_bytecode::frozen::StaticTexts;
use ferropy_unicode::wtf8;

/// A string borrowed from the heap or from the static names.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The text in generalised UTF-8.
    pub bytes: &'a [u8],
    /// Its number of characters.
    pub chars: usize,
    /// How many characters start before the end of each stretch of [`STRETCH`] bytes; empty if nobody counted.
    index: &'a [u32],
}

/// How many bytes an entry of a string's index stands for.
const STRETCH: usize = 256;
/// Strings of fewer bytes have no index.
const INDEXED_FROM: usize = 2 * STRETCH;

/// The number of entries in the index of a string of so many bytes that is not ASCII.
fn index_entries(length: usize) -> usize {
    if length < INDEXED_FROM { 0 } else { length / STRETCH }
}

/// The words in the block of a string.
pub(super) fn text_block_words(length: usize, ascii: bool) -> usize {
    let index = if ascii { 0 } else { 1 + bytes_to_words(index_entries(length) * size_of::<u32>()) };
    bytes_to_words(length) + index
}

impl Text<'_> {
    /// Whether all characters are ASCII, so that an index is an offset.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.chars == self.bytes.len()
    }

    /// Where the character with that number starts; the length behind the last.
    #[must_use]
    pub fn byte_offset(&self, number: usize) -> usize {
        if self.is_ascii() || number == 0 {
            return number.min(self.bytes.len());
        }
        if number >= self.chars {
            return self.bytes.len();
        }
        let stretch = self.index.partition_point(|&before| before as usize <= number);
        let before = stretch.checked_sub(1).and_then(|last| self.index.get(last)).map_or(0, |&before| before as usize);
        let start = stretch * STRETCH;
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        // A stretch may start in the middle of a character, which was counted before.
        wtf8::byte_index(rest, number - before).map_or(self.bytes.len(), |offset| start + offset)
    }

    /// The number of the character that starts at a byte: the opposite of [`Text::byte_offset`].
    #[must_use]
    pub fn character_number(&self, offset: usize) -> usize {
        let offset = offset.min(self.bytes.len());
        if self.is_ascii() {
            return offset;
        }
        let stretch = (offset / STRETCH).min(self.index.len());
        let before = stretch.checked_sub(1).and_then(|last| self.index.get(last)).map_or(0, |&before| before as usize);
        before + wtf8::count(self.bytes.get(stretch * STRETCH..offset).unwrap_or(&[]))
    }
}

pub(super) fn bytes_to_words(bytes: usize) -> usize {
    bytes.div_ceil(size_of::<Word>())
}

/// The index behind the text in a block.
fn string_index(block: &[Word], length: usize) -> &[u32] {
    let index: &[u32] = bytemuck::cast_slice(block.get(bytes_to_words(length)..).unwrap_or(&[]));
    index.get(..index_entries(length)).unwrap_or(&[])
}

/// Uses so many words of the payload area for bytes, which go to their start.
#[inline]
pub(super) fn append_bytes(payload: &mut Payload, words: usize, bytes: &[u8]) {
    let start = payload.len();
    payload.extend_unwritten(words);
    let place = payload.get_mut(start..).map(bytemuck::cast_slice_mut::<Word, u8>);
    if let Some(place) = place.and_then(|place| place.get_mut(..bytes.len())) {
        place.copy_from_slice(bytes);
    }
}

impl Heap {
    /// A string. The bytes must be generalised UTF-8.
    #[inline]
    pub fn new_str(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        if let Some(short) = Short::of(bytes) {
            return self.new_short_str(short);
        }
        let ascii = bytes.is_ascii();
        let flags = if ascii { Slot::ASCII } else { 0 };
        let length = u32::try_from(bytes.len()).map_err(|_| OutOfMemory)?;
        let chars = if ascii { bytes.len() } else { wtf8::count(bytes) };
        let words = text_block_words(bytes.len(), ascii);
        self.new_object(Slot::new(Kind::Str, flags, 0, [length, 0, 0]), words, |payload| {
            if !ascii {
                payload.push(chars as Word);
            }
            append_bytes(payload, words - usize::from(!ascii), bytes);
        })
    }

    /// A string that needs no payload.
    #[inline]
    pub(crate) fn new_short_str(&mut self, text: Short) -> Result<Value, OutOfMemory> {
        let flags = match text.is_ascii() {
            true if text.length == 0 => return Ok(names::EMPTY),
            true if let Some(byte) = text.single() => return Ok(Value::immediate(Immediate::Name, u32::from(byte))),
            true => Slot::ASCII | Slot::INLINE,
            false => Slot::INLINE,
        };
        self.new_slot(Slot::new(Kind::Str, flags, text.length as u16, text.slot_words()))
    }

    /// Whether two strings, or two tuples of plain values, are equal; nothing for other values.
    #[inline(never)]
    pub(crate) fn quick_equal(&self, left: Value, right: Value) -> Option<bool> {
        if let (Some(a), Some(b)) = (self.slot(left), self.slot(right)) {
            if a.kind == Kind::Str && b.kind == Kind::Str && (a.flags | b.flags) & Slot::INLINE != 0 {
                // A string that fits a slot always lies in one.
                return Some(a.flags & b.flags & Slot::INLINE != 0 && a.aux == b.aux && a.words == b.words);
            }
        } else if left.payload_of(Immediate::Name).is_some() && right.payload_of(Immediate::Name).is_some() {
            return Some(left == right);
        }
        self.quick_equal_other(left, right)
    }

    #[inline(never)]
    fn quick_equal_other(&self, left: Value, right: Value) -> Option<bool> {
        match self.texts_equal(left, right) {
            None if self.kind(left) == Some(Kind::Tuple) && self.kind(right) == Some(Kind::Tuple) => {
                self.plain_equal(left, right)
            }
            equal => equal,
        }
    }

    /// The order of two strings, or of two tuples of such and of numbers; nothing for other values.
    #[inline(never)]
    pub(crate) fn quick_order(&self, left: Value, right: Value) -> Option<Ordering> {
        if let (Some(a), Some(b)) = (left.payload_of(Immediate::Name), right.payload_of(Immediate::Name))
            && a | b < 128
        {
            return Some(a.cmp(&b));
        }
        if self.kind(left) == Some(Kind::Tuple) {
            return self.tuples_order(left, right);
        }
        // Generalised UTF-8 sorts as its code points do.
        Some(self.str_bytes(left)?.cmp(self.str_bytes(right)?))
    }

    /// As [`Heap::strings_equal`], for the inside of loops.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(super) fn texts_equal(&self, left: Value, right: Value) -> Option<bool> {
        match (self.slot(left), self.slot(right)) {
            (Some(a), Some(b)) if a.kind == Kind::Str && b.kind == Kind::Str => {
                if (a.flags | b.flags) & Slot::INLINE != 0 {
                    // A string that fits a slot always lies in one.
                    return Some(a.flags & b.flags & Slot::INLINE != 0 && a.aux == b.aux && a.words == b.words);
                }
                Some(left == right || (a.a() == b.a() && self.str_bytes(left) == self.str_bytes(right)))
            }
            (Some(_), Some(_)) => None,
            _ => self.name_equals(left, right),
        }
    }

    /// As [`Heap::texts_equal`], where one of the values is no handle.
    #[inline(never)]
    fn name_equals(&self, left: Value, right: Value) -> Option<bool> {
        match (left.payload_of(Immediate::Name), right.payload_of(Immediate::Name)) {
            (Some(_), Some(_)) => Some(left == right),
            (None, None) => None,
            (Some(name), None) => self.is_text_of_name(right, name),
            (None, Some(name)) => self.is_text_of_name(left, name),
        }
    }

    /// Whether a string that is no name has the text of one; nothing for other values.
    #[inline(always)]
    fn is_text_of_name(&self, value: Value, name: u32) -> Option<bool> {
        let slot = self.slot_of_kind(value, Kind::Str)?;
        let bytes = self.name_bytes(name);
        if slot.has(Slot::INLINE) {
            return Some(slot.aux as usize == bytes.len() && Short::of(bytes)?.is(Short::of_slot(slot)));
        }
        Some(slot.a() as usize == bytes.len() && self.str_bytes(value)? == bytes)
    }

    /// `value[index]` of a string, bytes object or bytearray with a small index that is there.
    #[inline(never)]
    pub(crate) fn byte_at(&mut self, value: Value, index: Value) -> Option<Value> {
        let index = index.as_small_int()?;
        let (bytes, is_text) = match self.kind(value) {
            Some(Kind::ByteArray) => (self.bytearray(value)?, false),
            Some(Kind::Bytes) => (self.bytes(value)?, false),
            _ => match self.ascii_bytes(value) {
                Some(bytes) => (bytes, true),
                None => return self.character_at(value, index),
            },
        };
        let index = if index < 0 { index + bytes.len() as i64 } else { index };
        let &byte = bytes.get(usize::try_from(index).ok()?)?;
        if is_text { names::single_ascii(&[byte]) } else { Some(Value::small_int(i64::from(byte))) }
    }

    /// The ASCII character that starts with that byte of a string; nothing for other characters and other values.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn single_at(&self, text: Value, byte: usize) -> Option<Value> {
        let &byte = self.str_bytes(text)?.get(byte)?;
        byte.is_ascii().then(|| Value::immediate(Immediate::Name, u32::from(byte)))
    }

    /// `text[index]` of a string that isn't ASCII.
    fn character_at(&mut self, value: Value, index: i64) -> Option<Value> {
        let text = self.indexed_text(value)?;
        let index = if index < 0 { index + text.chars as i64 } else { index };
        let index = usize::try_from(index).ok().filter(|&index| index < text.chars)?;
        let rest = text.bytes.get(text.byte_offset(index)..)?;
        let character = Short::of(rest.get(..wtf8::length(rest))?)?;
        self.new_short_str(character).ok()
    }

    /// The string of a number in decimal.
    pub(crate) fn new_decimal(&mut self, number: i64) -> Result<Value, OutOfMemory> {
        if let Ok(number @ 0..100_000_000) = u32::try_from(number) {
            let digits = Short::of_decimal(number);
            return if digits.length == 1 { self.new_short_str(digits) } else { self.new_inline_ascii(digits) };
        }
        // As many digits and a sign as a slot holds are put together there, the last one first.
        const SHORT: u64 = 100_000_000_000;
        let mut left = number.unsigned_abs();
        if left < SHORT {
            let (mut whole, mut length) = (0u128, 0);
            loop {
                whole = whole << 8 | u128::from(b'0' + (left % 10) as u8);
                length += 1;
                left /= 10;
                if left == 0 {
                    break;
                }
            }
            if number < 0 {
                whole = whole << 8 | u128::from(b'-');
                length += 1;
            }
            return self.new_short_str(Short { words: [whole as u64, (whole >> 64) as u64], length });
        }
        let mut digits = [0u8; 20];
        let mut used = 0;
        for place in digits.iter_mut().rev() {
            *place = b'0' + (left % 10) as u8;
            used += 1;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        let mut start = digits.len() - used;
        // No number of 64 bits with a sign has all 20 digits.
        if number < 0
            && let Some(place) = start.checked_sub(1).and_then(|at| digits.get_mut(at))
        {
            *place = b'-';
            start -= 1;
        }
        self.new_str(digits.get(start..).unwrap_or(&[]))
    }

    /// The string, if the value is one.
    #[inline]
    #[must_use]
    pub fn text(&self, value: Value) -> Option<Text<'_>> {
        if let Some(name) = value.payload_of(Immediate::Name) {
            let bytes = self.name_bytes(name);
            return Some(Text { bytes, chars: bytes.len(), index: &[] });
        }
        let slot = self.slot_of_kind(value, Kind::Str)?;
        if slot.has(Slot::INLINE) {
            let bytes: &[u8] = bytemuck::cast_slice(&slot.words);
            let bytes = bytes.get(..slot.aux as usize).unwrap_or(bytes);
            let chars = if slot.has(Slot::ASCII) { bytes.len() } else { wtf8::count(bytes) };
            return Some(Text { bytes, chars, index: &[] });
        }
        let (start, length) = (slot.b() as usize, slot.a() as usize);
        if slot.has(Slot::ASCII) {
            return Some(Text { bytes: self.payload_bytes(slot, 0), chars: length, index: &[] });
        }
        let index = if slot.has(Slot::INDEXED) {
            self.block(slot.b()).split_first().map_or(&[][..], |(_, block)| string_index(block, length))
        } else {
            &[]
        };
        Some(Text { bytes: self.payload_bytes(slot, 1), chars: self.word(start) as usize, index })
    }

    /// The bytes of a string, bytes object or bytearray that do not lie in its slot, which start so many words behind the
    /// start of its block.
    #[inline(always)]
    pub(super) fn payload_bytes(&self, slot: &Slot, behind: usize) -> &[u8] {
        let payload: &[u8] = bytemuck::cast_slice(&self.payload);
        let start = (slot.b() as usize + behind) * size_of::<Word>() + slot.aux as usize;
        payload.get(start..start + slot.a() as usize).unwrap_or(&[])
    }

    /// The string, if the value is one, ready to be asked for characters by their numbers.
    #[inline]
    pub fn indexed_text(&mut self, value: Value) -> Option<Text<'_>> {
        if let Some(slot) = self.slot_of_kind(value, Kind::Str)
            && slot.a() as usize >= INDEXED_FROM
            && slot.flags & (Slot::ASCII | Slot::INLINE | Slot::INDEXED) == 0
        {
            self.fill_index(value);
        }
        self.text(value)
    }

    #[cold]
    fn fill_index(&mut self, value: Value) {
        let Some(&slot) = self.slot_of_kind(value, Kind::Str) else { return };
        let (start, length) = (slot.b() as usize + 1, slot.a() as usize);
        let end = slot.b() as usize + self.block_size(slot.b());
        let Some(block) = self.payload.get_mut(start..end) else { return };
        let Some((text, index)) = block.split_at_mut_checked(bytes_to_words(length)) else { return };
        let (text, index): (&[u8], &mut [u32]) = (bytemuck::cast_slice(text), bytemuck::cast_slice_mut(index));
        let mut before = 0;
        for (place, stretch) in index.iter_mut().zip(text.get(..length).unwrap_or(text).chunks_exact(STRETCH)) {
            before += wtf8::count(stretch);
            *place = before as u32;
        }
        if let Some(slot) = self.slot_of_kind_mut(value, Kind::Str) {
            slot.flags |= Slot::INDEXED;
        }
    }

    /// The bytes of a static text.
    #[inline]
    pub(super) fn name_bytes(&self, number: u32) -> &'static [u8] {
        static_bytes(self.texts, number)
    }

    /// The static text that consists of these bytes.
    #[must_use]
    pub fn static_text(&self, bytes: &[u8]) -> Option<Value> {
        let hash = ferropy_bytecode::names::hash(bytes);
        let name = ferropy_bytecode::names::number_of(hash, bytes);
        let number = name.or_else(|| self.texts.find(hash, bytes).map(|index| (names::COUNT + index) as u32))?;
        Some(names::numbered(number))
    }

    /// Makes texts of frozen modules known: all that an isolate imports share them.
    pub(crate) fn set_static_texts(&mut self, texts: &'static StaticTexts) {
        self.texts = texts;
    }

    /// The string's bytes, if the value is a string.
    #[inline]
    #[must_use]
    pub fn str_bytes(&self, value: Value) -> Option<&[u8]> {
        if let Some(name) = value.payload_of(Immediate::Name) {
            return Some(self.name_bytes(name));
        }
        let slot = self.slot_of_kind(value, Kind::Str)?;
        if slot.has(Slot::INLINE) {
            let bytes: &[u8] = bytemuck::cast_slice(&slot.words);
            return bytes.get(..slot.aux as usize);
        }
        Some(self.payload_bytes(slot, usize::from(!slot.has(Slot::ASCII))))
    }

    /// The string's bytes, if the value is a string of ASCII characters.
    #[inline]
    #[must_use]
    pub(crate) fn ascii_bytes(&self, value: Value) -> Option<&[u8]> {
        if let Some(name) = value.payload_of(Immediate::Name) {
            return Some(self.name_bytes(name));
        }
        let slot = self.slot_of_kind(value, Kind::Str).filter(|slot| slot.has(Slot::ASCII))?;
        if slot.has(Slot::INLINE) {
            let bytes: &[u8] = bytemuck::cast_slice(&slot.words);
            return bytes.get(..slot.aux as usize);
        }
        Some(self.payload_bytes(slot, 0))
    }

    /// The string, if it lies in its slot or is a short name.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(super) fn short_text(&self, value: Value) -> Option<Short> {
        if let Some(name) = value.payload_of(Immediate::Name) {
            return Short::of(self.name_bytes(name));
        }
        let slot = self.slot_of_kind(value, Kind::Str).filter(|slot| slot.has(Slot::INLINE))?;
        Some(Short::of_slot(slot))
    }

    /// The string, if it is an ASCII one that lies in its slot or is a short name.
    #[inline]
    pub(crate) fn short_ascii(&self, value: Value) -> Option<Short> {
        if let Some(name) = value.payload_of(Immediate::Name) {
            return Short::of(self.name_bytes(name));
        }
        const BOTH: u8 = Slot::INLINE | Slot::ASCII;
        let slot = self.slot_of_kind(value, Kind::Str)?;
        (slot.flags & BOTH == BOTH).then(|| Short::of_slot(slot))
    }

    /// The string as Rust text, if the value is a string without lone surrogates.
    #[must_use]
    pub fn str(&self, value: Value) -> Option<&str> {
        core::str::from_utf8(self.str_bytes(value)?).ok()
    }

    /// Whether the value is a `str` (not an instance of a subclass).
    #[inline(always)]
    #[must_use]
    pub fn is_str(&self, value: Value) -> bool {
        value.payload_of(Immediate::Name).is_some() || self.kind(value) == Some(Kind::Str)
    }

    /// Whether the string is the one of its text among interned strings.
    #[inline]
    #[must_use]
    pub(crate) fn is_interned(&self, value: Value) -> bool {
        value.payload_of(Immediate::Name).is_some()
            || self.slot_of_kind(value, Kind::Str).is_some_and(|slot| slot.has(Slot::INTERNED))
    }

    pub(crate) fn set_interned(&mut self, value: Value) {
        if let Some(slot) = self.slot_of_kind_mut(value, Kind::Str) {
            slot.flags |= Slot::INTERNED;
        }
    }

    /// The hash of a string: keyed, the same for equal texts.
    #[inline]
    #[must_use]
    pub fn str_hash(&mut self, value: Value) -> Option<u64> {
        if let Some(slot) = self.slot_of_kind(value, Kind::Str)
            && !slot.has(Slot::INLINE)
            && slot.c() != 0
        {
            return Some(u64::from(slot.c()));
        }
        if let Some(slot) = self.slot_of_kind(value, Kind::Str)
            && slot.has(Slot::INLINE)
        {
            return Some(self.hash_short(Short::of_slot(slot)));
        }
        let hash = self.hash_bytes(self.str_bytes(value)?);
        self.remember_hash(value, hash);
        Some(hash)
    }

    /// The hash of bytes: keyed, the same for equal contents.
    #[must_use]
    pub fn bytes_hash(&mut self, value: Value) -> Option<u64> {
        if let Some(slot) = self.slot_of_kind(value, Kind::Bytes)
            && !slot.has(Slot::INLINE)
            && slot.c() != 0
        {
            return Some(u64::from(slot.c()));
        }
        let hash = self.hash_bytes(self.bytes(value)?);
        self.remember_hash(value, hash);
        Some(hash)
    }

    fn remember_hash(&mut self, value: Value, hash: u64) {
        if let Some(slot) = self.slot_mut(value)
            && matches!(slot.kind, Kind::Str | Kind::Bytes)
            && !slot.has(Slot::INLINE)
        {
            slot.words[2] = hash as u32;
        }
    }
}

/// The bytes of a static text: a name of the runtime's, or one of the texts of frozen modules.
#[inline]
pub(super) fn static_bytes(texts: &'static StaticTexts, number: u32) -> &'static [u8] {
    match (number as usize).checked_sub(names::COUNT) {
        Some(index) => texts.get(index).unwrap_or(&[]),
        None => names::listed_bytes_of(number),
    }
}
