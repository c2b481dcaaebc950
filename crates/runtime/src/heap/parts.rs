//! Lists of what strings and bytes are cut into: the parts go straight from block to slots.

use super::building::Place;
use super::short::{INLINE_BYTES, Short};
use super::slot::{Kind, Slot};
use super::text::bytes_to_words;
use super::{Heap, OutOfMemory};
use crate::names;
use crate::types::byte_string::cut::WordEdges;
use crate::value::{Immediate, Value, Word};
use core::ops::Range;
use ferropy_unicode::wtf8;

impl Heap {
    /// A list of parts of a string, bytes object or bytearray, as objects of the same type.
    pub(crate) fn new_list_of_parts(
        &mut self,
        from: Value,
        parts: impl ExactSizeIterator<Item = Range<usize>>,
    ) -> Result<Value, OutOfMemory> {
        let count = parts.len();
        let list = self.new_list_with_capacity(count)?;
        let offset = self.slot(list).map_or(0, Slot::b) as usize;
        let kind = if self.is_str(from) { Kind::Str } else { self.kind(from).unwrap_or(Kind::Str) };
        let place = self.place_of(from);
        let is_ascii = self.slot_of_kind(from, Kind::Str).is_some_and(|slot| slot.has(Slot::ASCII));
        for (index, part) in parts.enumerate() {
            let item = match place {
                Some((Place::Payload(start), length)) if is_ascii => {
                    self.new_ascii_part(from, start..start + length, part)
                }
                // The short ones, which most are, need nothing to be looked up again.
                Some((Place::Payload(start), length)) if part.len() <= INLINE_BYTES && part.len() < length => {
                    let payload: &[u8] = bytemuck::cast_slice(&self.payload);
                    match Short::of_first(payload.get(start + part.start..).unwrap_or(&[]), part.len()) {
                        Some(short) if kind == Kind::Str => self.new_short_str(short),
                        Some(short) if kind == Kind::Bytes => self.new_short_bytes(short),
                        _ => self.new_byte_substring(from, part),
                    }
                }
                _ if kind == Kind::Str => self.new_substring(from, part),
                _ => self.new_byte_substring(from, part),
            }?;
            self.set_word(offset + index, item.to_word());
        }
        if let Some(slot) = self.slot_mut(list) {
            slot.words[0] = count as u32;
        }
        Ok(list)
    }

    /// How many characters an ASCII string has that lies in a block.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn ascii_block_length(&self, text: Value) -> Option<usize> {
        let slot = self.slot_of_kind(text, Kind::Str)?;
        (slot.flags & (Slot::ASCII | Slot::INLINE) == Slot::ASCII).then_some(slot.a() as usize)
    }

    /// A part of an ASCII string that lies in a block.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn new_ascii_substring(&mut self, from: Value, range: Range<usize>) -> Result<Value, OutOfMemory> {
        let Some(slot) = self.slot(from) else { return Ok(names::EMPTY) };
        let start = slot.b() as usize * size_of::<Word>() + slot.aux as usize;
        self.new_ascii_part(from, start..start + slot.a() as usize, range)
    }

    /// A part of an ASCII string whose bytes lie there in the payload area.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn new_ascii_part(&mut self, from: Value, place: Range<usize>, part: Range<usize>) -> Result<Value, OutOfMemory> {
        let (start, length) = (place.start + part.start, part.len());
        let payload: &[u8] = bytemuck::cast_slice(&self.payload);
        match length {
            _ if length >= place.len() => Ok(from),
            // The short ones, which most are, need nothing to be looked up again.
            2..=INLINE_BYTES => match Short::of_first(payload.get(start..).unwrap_or(&[]), length) {
                Some(short) => self.new_inline_ascii(short),
                None => Ok(names::EMPTY),
            },
            0 => Ok(names::EMPTY),
            1 => Ok(Value::immediate(Immediate::Name, u32::from(payload.get(start).copied().unwrap_or(0)))),
            _ => self.new_long_ascii_part(from, start, part),
        }
    }

    #[inline(never)]
    fn new_long_ascii_part(&mut self, from: Value, start: usize, part: Range<usize>) -> Result<Value, OutOfMemory> {
        let length = part.len();
        if let Some(shared) = self.new_part(from, part)? {
            return Ok(shared);
        }
        let stored = u32::try_from(length).map_err(|_| OutOfMemory)?;
        let words = bytes_to_words(length);
        self.new_object(Slot::new(Kind::Str, Slot::ASCII, 0, [stored, 0, 0]), words, |payload| {
            let target = payload.len() * size_of::<Word>();
            payload.extend_unwritten(words);
            let payload: &mut [u8] = bytemuck::cast_slice_mut(payload);
            if start + length <= target && target + length <= payload.len() {
                payload.copy_within(start..start + length, target);
            }
        })
    }

    /// The next bytes of a text, with blanks behind its end.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn piece(&self, start: usize, length: usize) -> [u8; WordEdges::PIECE] {
        let payload: &[u8] = bytemuck::cast_slice(&self.payload);
        let rest = payload.get(start..start + length).unwrap_or(&[]);
        if let Some(piece) = rest.first_chunk() {
            return *piece;
        }
        let mut piece = [b' '; WordEdges::PIECE];
        if let Some(place) = piece.get_mut(..rest.len()) {
            place.copy_from_slice(rest);
        }
        piece
    }

    /// A list of the words between white space of an ASCII string that has a block; nothing for other values, and where
    /// memory is lacking. The text is gone through twice: counting the words takes less time than noting where they are.
    pub(crate) fn new_list_of_words(&mut self, text: Value) -> Option<Value> {
        self.slot_of_kind(text, Kind::Str).filter(|slot| slot.has(Slot::ASCII))?;
        let (Place::Payload(start), length) = self.place_of(text)? else { return None };
        let pieces = (0..=length).step_by(WordEdges::PIECE);
        let mut edges = WordEdges::new();
        let count =
            pieces.clone().map(|at| edges.next(&self.piece(start + at, length - at)).count_ones()).sum::<u32>() / 2;
        let list = self.new_list_with_capacity(count as usize).ok()?;
        let mut place = self.slot(list)?.b() as usize;
        let mut edges = WordEdges::new();
        let mut first = None;
        for at in pieces {
            let mut ahead = edges.next(&self.piece(start + at, length - at));
            let mut next = || {
                let edge = (ahead != 0).then_some(at + ahead.trailing_zeros() as usize);
                ahead &= ahead.wrapping_sub(1);
                edge
            };
            while let Some(begin) = first.take().or_else(&mut next) {
                let Some(end) = next() else {
                    first = Some(begin);
                    break;
                };
                let word = self.new_ascii_part(text, start..start + length, begin..end).ok()?;
                self.set_word(place, word.to_word());
                place += 1;
            }
        }
        self.slot_mut(list)?.words[0] = count;
        Some(list)
    }

    /// A list of the characters of a string that has a block of its own; nothing for other values, and where memory is
    /// lacking.
    pub(crate) fn new_list_of_characters(&mut self, text: Value) -> Option<Value> {
        let (_, chars) = self.text_size(text)?;
        let (Place::Payload(start), length) = self.place_of(text)? else { return None };
        let list = self.new_list_with_capacity(chars).ok()?;
        let mut place = self.slot(list)?.b() as usize;
        let (mut at, end) = (start, start + length);
        while at < end {
            let payload: &[u8] = bytemuck::cast_slice(&self.payload);
            let rest = payload.get(at..end)?;
            let item = match *rest.first()? {
                byte @ ..0x80 => {
                    at += 1;
                    Value::immediate(Immediate::Name, u32::from(byte))
                }
                _ => {
                    let character = Short::of(rest.get(..wtf8::length(rest))?)?;
                    at += character.len();
                    self.new_short_str(character).ok()?
                }
            };
            self.set_word(place, item.to_word());
            place += 1;
        }
        self.slot_mut(list)?.words[0] = chars as u32;
        Some(list)
    }
}
