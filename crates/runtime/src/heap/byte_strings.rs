//! Bytes objects and bytearrays in the heap.
//!
//! Up to 12 bytes of a bytes object lie in the slot itself; a bytearray always has a block, with room behind the bytes
//! once it has grown.

use super::short::{INLINE_BYTES, Short};
use super::slot::{Kind, Slot};
use super::text::{append_bytes, bytes_to_words};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};
use core::ops::Range;

impl Heap {
    /// A bytes object.
    pub fn new_bytes(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        if let Some(short) = Short::of(bytes) {
            return self.new_short_bytes(short);
        }
        let length = u32::try_from(bytes.len()).map_err(|_| OutOfMemory)?;
        let slot = Slot::new(Kind::Bytes, 0, 0, [length, 0, 0]);
        let words = bytes_to_words(bytes.len());
        self.new_object(slot, words, |payload| append_bytes(payload, words, bytes))
    }

    /// A bytes object that needs no payload.
    pub(super) fn new_short_bytes(&mut self, bytes: Short) -> Result<Value, OutOfMemory> {
        self.new_slot(Slot::new(Kind::Bytes, Slot::INLINE, bytes.length as u16, bytes.slot_words()))
    }

    /// A bytes object or bytearray that is a copy of a part of another.
    pub(crate) fn new_byte_copy(&mut self, kind: Kind, from: Value, range: Range<usize>) -> Result<Value, OutOfMemory> {
        let Some(part) = self.byte_string(from).and_then(|bytes| bytes.get(range.clone())) else {
            return Err(OutOfMemory);
        };
        if kind == Kind::Bytes {
            if let Some(short) = Short::of(part) {
                return self.new_short_bytes(short);
            }
            if let Some(shared) = self.new_part(from, range.clone())? {
                return Ok(shared);
            }
        }
        self.copied_bytes(kind, from, range)
    }

    /// A bytes object of `length` zeros.
    pub(crate) fn new_zeros(&mut self, length: usize) -> Result<Value, OutOfMemory> {
        if length <= INLINE_BYTES {
            return self.new_short_bytes(Short { length, ..Short::EMPTY });
        }
        let stored = u32::try_from(length).map_err(|_| OutOfMemory)?;
        self.new_filled_object(Slot::new(Kind::Bytes, 0, 0, [stored, 0, 0]), bytes_to_words(length), 0)
    }

    /// A bytearray.
    pub fn new_bytearray(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        let length = u32::try_from(bytes.len()).map_err(|_| OutOfMemory)?;
        let slot = Slot::new(Kind::ByteArray, 0, 0, [length, 0, 0]);
        let words = bytes_to_words(bytes.len());
        self.new_object(slot, words, |payload| append_bytes(payload, words, bytes))
    }

    /// Makes a bytearray longer, with zeros at its end; nothing for other values.
    pub(crate) fn extend_bytearray_by_zeros(&mut self, array: Value, size: usize) -> Result<(), OutOfMemory> {
        let stored = u32::try_from(size).map_err(|_| OutOfMemory)?;
        let Some(slot) = self.slot_of_kind(array, Kind::ByteArray) else { return Ok(()) };
        let (before, words) = (slot.a() as usize, bytes_to_words(size));
        if words > self.block_size(slot.b()) {
            self.resize_block(array, words, bytes_to_words(before))?;
        }
        let Some(slot) = self.slot_of_kind_mut(array, Kind::ByteArray) else { return Ok(()) };
        slot.words[0] = stored;
        let start = slot.b() as usize * size_of::<Word>();
        let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
        if let Some(new) = payload.get_mut(start + before..start + size) {
            new.fill(0);
        }
        Ok(())
    }

    /// The content of a bytes object.
    #[inline]
    #[must_use]
    pub fn bytes(&self, value: Value) -> Option<&[u8]> {
        let slot = self.slot_of_kind(value, Kind::Bytes)?;
        if slot.has(Slot::INLINE) {
            let bytes: &[u8] = bytemuck::cast_slice(&slot.words);
            return bytes.get(..slot.aux as usize);
        }
        Some(self.payload_bytes(slot, 0))
    }

    /// The content of a bytearray.
    #[inline]
    #[must_use]
    pub fn bytearray(&self, value: Value) -> Option<&[u8]> {
        let slot = self.slot_of_kind(value, Kind::ByteArray)?;
        Some(self.payload_bytes(slot, 0))
    }

    /// The content of a bytearray, to be changed in place.
    #[inline]
    #[must_use]
    pub fn bytearray_mut(&mut self, value: Value) -> Option<&mut [u8]> {
        let slot = self.slot_of_kind(value, Kind::ByteArray)?;
        let (start, length) = (slot.b() as usize, slot.a() as usize);
        let words = self.payload.get_mut(start..start + bytes_to_words(length))?;
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(words);
        bytes.get_mut(..length)
    }

    /// The content of a bytes object or bytearray.
    #[inline]
    #[must_use]
    pub fn byte_string(&self, value: Value) -> Option<&[u8]> {
        match self.kind(value)? {
            Kind::Bytes => self.bytes(value),
            Kind::ByteArray => self.bytearray(value),
            _ => None,
        }
    }

    /// Replaces `start..end` of a bytearray by `with`. Bounds are cut to the length. The caller has made sure that
    /// no memoryview is exported where the length changes.
    pub fn splice_bytearray(&mut self, value: Value, start: usize, end: usize, with: &[u8]) -> Result<(), OutOfMemory> {
        let Some(slot) = self.slot_of_kind(value, Kind::ByteArray) else { return Ok(()) };
        let (offset, length) = (slot.b(), slot.a() as usize);
        let end = end.min(length);
        let start = start.min(end);
        let new_length = length - (end - start) + with.len();
        let stored = u32::try_from(new_length).map_err(|_| OutOfMemory)?;
        let capacity = self.block_size(offset) * size_of::<Word>();
        let mut offset = offset as usize;
        if new_length > capacity {
            let wanted = new_length + new_length / 8 + 8;
            offset = self.move_block(value, bytes_to_words(wanted), bytes_to_words(length))?.0 as usize;
        }
        let from = offset * size_of::<Word>();
        let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
        if let Some(block) = payload.get_mut(from..from + new_length.max(length)) {
            block.copy_within(end..length, start + with.len());
            if let Some(place) = block.get_mut(start..start + with.len()) {
                place.copy_from_slice(with);
            }
        }
        if let Some(slot) = self.slot_mut(value) {
            slot.words[0] = stored;
        }
        Ok(())
    }

    /// Overwrites bytes of a bytearray from `at` on by a part of other bytes; whether both are there.
    pub(crate) fn overwrite_bytes(&mut self, target: Value, at: usize, from: Value, range: Range<usize>) -> bool {
        let fits = |bytes: Option<&[u8]>, end: usize| bytes.is_some_and(|bytes| end <= bytes.len());
        if !fits(self.bytearray(target), at + range.len()) || !fits(self.byte_string(from), range.end) {
            return false;
        }
        let start = self.slot(target).map_or(0, Slot::b) as usize * size_of::<Word>();
        self.copy_bytes(from, range, start + at);
        true
    }

    /// Appends a byte to a bytearray that no memoryview looks at; whether it was done.
    pub(crate) fn push_byte(&mut self, value: Value, byte: u8) -> bool {
        let Some(&slot) = self.slot_of_kind(value, Kind::ByteArray).filter(|slot| slot.c() == 0) else { return false };
        let (offset, length) = (slot.b() as usize, slot.a() as usize);
        if length >= self.block_size(slot.b()) * size_of::<Word>() {
            return self.splice_bytearray(value, length, length, &[byte]).is_ok();
        }
        let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
        if let Some(place) = payload.get_mut(offset * size_of::<Word>() + length) {
            *place = byte;
        }
        if let Some(slot) = self.slot_mut(value) {
            slot.words[0] += 1;
        }
        true
    }

    /// Takes the last byte off a bytearray that no memoryview looks at; nothing if there is none.
    pub(crate) fn pop_byte(&mut self, value: Value) -> Option<u8> {
        let byte = *self.bytearray(value)?.last()?;
        let slot = self.slot_of_kind_mut(value, Kind::ByteArray).filter(|slot| slot.c() == 0)?;
        slot.words[0] -= 1;
        Some(byte)
    }

    /// The number of memoryviews that look at the bytearray.
    #[must_use]
    pub fn bytearray_exports(&self, value: Value) -> u32 {
        self.slot_of_kind(value, Kind::ByteArray).map_or(0, |slot| slot.c())
    }

    /// One memoryview more or less looks at the bytearray.
    pub fn change_bytearray_exports(&mut self, value: Value, change: i32) {
        if let Some(slot) = self.slot_of_kind_mut(value, Kind::ByteArray) {
            slot.words[2] = slot.words[2].saturating_add_signed(change);
        }
    }

    /// `value[index] = byte` of a bytearray with a small index that is there; whether it was done.
    #[inline(never)]
    pub(crate) fn set_byte(&mut self, value: Value, index: Value, byte: Value) -> bool {
        let (Some(index), Some(byte)) = (index.as_small_int(), byte.as_small_int()) else { return false };
        let (Ok(index), Ok(byte)) = (usize::try_from(index), u8::try_from(byte)) else { return false };
        match self.bytearray_mut(value).and_then(|bytes| bytes.get_mut(index)) {
            Some(place) => {
                *place = byte;
                true
            }
            None => false,
        }
    }
}
