//! Lists of what strings and bytes are cut into: the parts go straight from block to slots.

use super::building::Place;
use super::short::{INLINE_BYTES, Short};
use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::types::byte_string::cut::WordEdges;
use crate::value::{Immediate, Value};
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
                Some((Place::Payload(start), _)) if is_ascii => self.new_ascii_part(from, start, part),
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

    /// A part of an ASCII string whose bytes start at `start` of the payload area.
    #[inline(always)]
    fn new_ascii_part(&mut self, from: Value, start: usize, part: Range<usize>) -> Result<Value, OutOfMemory> {
        let payload: &[u8] = bytemuck::cast_slice(&self.payload);
        // The short ones, which most are, need nothing to be looked up again.
        if let 2..=INLINE_BYTES = part.len()
            && let Some(bytes) = payload.get(start + part.start..)
            && let Some(short) = Short::of_first(bytes, part.len())
        {
            return self.new_slot(Slot::new(
                Kind::Str,
                Slot::ASCII | Slot::INLINE,
                short.length as u16,
                short.slot_words(),
            ));
        }
        self.new_substring(from, part)
    }

    /// The next bytes of a text, with blanks behind its end.
    #[inline(always)]
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
                let word = self.new_ascii_part(text, start, begin..end).ok()?;
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
