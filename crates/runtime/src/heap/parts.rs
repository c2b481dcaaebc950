//! Lists of what strings and bytes are cut into: the parts go straight from block to slots.

use super::building::Place;
use super::short::{INLINE_BYTES, Short};
use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
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
        for (index, part) in parts.enumerate() {
            let item = match place {
                // The short ones, which most are, need nothing to be looked up again.
                Some((Place::Payload(start), length)) if part.len() <= INLINE_BYTES && part.len() < length => {
                    let payload: &[u8] = bytemuck::cast_slice(&self.payload);
                    match Short::of_first(payload.get(start + part.start..).unwrap_or(&[]), part.len()) {
                        Some(short) if kind == Kind::Str && short.length > 1 => self.new_inline_str(short),
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
