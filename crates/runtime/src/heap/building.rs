//! New strings and bytes made of parts of old ones: copied inside the region, in one allocation each.

use super::short::{INLINE_BYTES, Short};
use super::slot::{Kind, Slot};
use super::text::{bytes_to_words, text_block_words};
use super::{Heap, OutOfMemory};
use crate::names;
use crate::value::{Immediate, Value, Word};
use core::ops::Range;
use ferropy_unicode::wtf8;

/// Where the bytes of a string, bytes object or bytearray lie.
pub(super) enum Place {
    /// In flash.
    Static(&'static [u8]),
    /// In the slot.
    Inline([u8; INLINE_BYTES]),
    /// In the payload area, from this byte on.
    Payload(usize),
}

impl Heap {
    /// Where the bytes lie, and how many there are; nothing if the value has none.
    pub(super) fn place_of(&self, value: Value) -> Option<(Place, usize)> {
        if let Some(name) = value.payload_of(Immediate::Name) {
            let bytes = self.name_bytes(name);
            return Some((Place::Static(bytes), bytes.len()));
        }
        let slot = self.slot(value)?;
        let header = match slot.kind {
            Kind::Str => usize::from(!slot.has(Slot::ASCII)),
            Kind::Bytes | Kind::ByteArray => 0,
            _ => return None,
        };
        if slot.kind != Kind::ByteArray && slot.has(Slot::INLINE) {
            let bytes: &[u8] = bytemuck::cast_slice(&slot.words);
            let mut inline = [0; INLINE_BYTES];
            inline.copy_from_slice(bytes);
            return Some((Place::Inline(inline), slot.aux as usize));
        }
        let start = (slot.b() as usize + header) * size_of::<Word>() + slot.aux as usize;
        Some((Place::Payload(start), slot.a() as usize))
    }

    /// Copies `range` of the value's bytes to byte `target` of the payload area. Returns how many.
    pub(super) fn copy_bytes(&mut self, value: Value, range: Range<usize>, target: usize) -> usize {
        let Some((place, length)) = self.place_of(value) else { return 0 };
        let end = range.end.min(length);
        let range = range.start.min(end)..end;
        let count = range.len();
        let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
        match place {
            Place::Payload(start) => {
                let (from, to) = (start + range.start, start + range.end);
                if to <= payload.len() && target + count <= payload.len() {
                    payload.copy_within(from..to, target);
                }
            }
            Place::Static(bytes) => copy_into(payload, target, bytes.get(range).unwrap_or(&[])),
            Place::Inline(bytes) => copy_into(payload, target, bytes.get(range).unwrap_or(&[])),
        }
        count
    }

    /// A string of `length` bytes and `chars` characters with anything in it, and the payload byte where it starts.
    /// Only for strings that are too long for a slot.
    pub(super) fn blank_str(&mut self, length: usize, chars: usize) -> Result<(Value, usize), OutOfMemory> {
        let stored = u32::try_from(length).map_err(|_| OutOfMemory)?;
        let ascii = length == chars;
        let flags = if ascii { Slot::ASCII } else { 0 };
        let words = text_block_words(length, ascii);
        let value = self.new_object(Slot::new(Kind::Str, flags, 0, [stored, 0, 0]), words, |payload| {
            if !ascii {
                payload.push(chars as Word);
            }
            payload.extend_unwritten(words - usize::from(!ascii));
        })?;
        let offset = self.slot(value).map_or(0, |slot| slot.b() as usize) + usize::from(!ascii);
        Ok((value, offset * size_of::<Word>()))
    }

    /// Copies all of the value's bytes to byte `target` of the object that is built last in the payload area, from left
    /// to right. Returns how many.
    #[inline]
    pub(super) fn copy_next(&mut self, value: Value, target: usize) -> usize {
        if let Some(slot) = self.slot(value)
            && slot.has(Slot::INLINE)
            && matches!(slot.kind, Kind::Str | Kind::Bytes)
        {
            let (words, count) = (slot.words, slot.aux as usize);
            let bytes: [u8; INLINE_BYTES] = bytemuck::cast(words);
            let payload: &mut [u8] = bytemuck::cast_slice_mut(self.payload.before_slots());
            // As many as a slot holds are copied where there is room: no call is needed for that, and what follows in the
            // object is written later.
            match payload.get_mut(target..).and_then(<[u8]>::first_chunk_mut) {
                Some(place) => *place = bytes,
                None => copy_into(payload, target, bytes.get(..count).unwrap_or(&[])),
            }
            return count;
        }
        if let Some(byte) = value.as_single_ascii() {
            let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
            if let Some(place) = payload.get_mut(target) {
                *place = byte;
            }
            return 1;
        }
        self.copy_bytes(value, 0..usize::MAX, target)
    }

    /// A string that is a copy of a part of another value's bytes, too long for a slot.
    fn copied_str(&mut self, from: Value, range: Range<usize>, chars: usize) -> Result<Value, OutOfMemory> {
        let (value, start) = self.blank_str(range.len(), chars)?;
        self.copy_bytes(from, range, start);
        Ok(value)
    }

    /// A bytes object or bytearray that is a copy of a part of another value's bytes, too long for a slot.
    pub(super) fn copied_bytes(&mut self, kind: Kind, from: Value, range: Range<usize>) -> Result<Value, OutOfMemory> {
        let (value, start) = self.blank_bytes(kind, range.len())?;
        self.copy_bytes(from, range, start);
        Ok(value)
    }

    /// A bytes object or bytearray of `length` bytes with anything in it, and the payload byte where it starts.
    fn blank_bytes(&mut self, kind: Kind, length: usize) -> Result<(Value, usize), OutOfMemory> {
        let stored = u32::try_from(length).map_err(|_| OutOfMemory)?;
        let words = bytes_to_words(length);
        let slot = Slot::new(kind, 0, 0, [stored, 0, 0]);
        let value = self.new_object(slot, words, |payload| payload.extend_unwritten(words))?;
        let offset = self.slot(value).map_or(0, |slot| slot.b() as usize);
        Ok((value, offset * size_of::<Word>()))
    }

    /// A string of `length` bytes and `chars` characters, made of another value's bytes: `write` gets those and the new
    /// ones, which hold anything and which it leaves as generalised UTF-8.
    pub(crate) fn new_str_from(
        &mut self,
        from: Value,
        length: usize,
        chars: usize,
        write: impl FnOnce(&[u8], &mut [u8]),
    ) -> Result<Value, OutOfMemory> {
        let mut short = [0; INLINE_BYTES];
        if let Some(place) = short.get_mut(..length) {
            write(self.str_bytes(from).or_else(|| self.byte_string(from)).unwrap_or(&[]), place);
            return Short::of(place).map_or(Ok(names::EMPTY), |short| self.new_short_str(short));
        }
        let (value, start) = self.blank_str(length, chars)?;
        self.write_bytes(from, start, length, write);
        Ok(value)
    }

    /// A bytes object of `length` bytes, made of another value's bytes as [`Heap::new_str_from`] makes strings.
    pub(crate) fn new_bytes_from(
        &mut self,
        from: Value,
        length: usize,
        write: impl FnOnce(&[u8], &mut [u8]),
    ) -> Result<Value, OutOfMemory> {
        let mut short = [0; INLINE_BYTES];
        if let Some(place) = short.get_mut(..length) {
            write(self.str_bytes(from).or_else(|| self.byte_string(from)).unwrap_or(&[]), place);
            return self.new_bytes(place);
        }
        let (value, start) = self.blank_bytes(Kind::Bytes, length)?;
        self.write_bytes(from, start, length, write);
        Ok(value)
    }

    /// Lets `write` fill `length` bytes from `start` on, which belong to an object made after `from`.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn write_bytes(&mut self, from: Value, start: usize, length: usize, write: impl FnOnce(&[u8], &mut [u8])) {
        let Some((place, count)) = self.place_of(from) else { return };
        let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
        let Some((before, behind)) = payload.split_at_mut_checked(start) else { return };
        let Some(target) = behind.get_mut(..length) else { return };
        let inline;
        let source = match place {
            Place::Payload(source) => before.get(source..source + count),
            Place::Static(bytes) => Some(bytes),
            Place::Inline(bytes) => {
                inline = bytes;
                inline.get(..count)
            }
        };
        write(source.unwrap_or(&[]), target);
    }

    /// The part of a string between two byte offsets, which must be character boundaries.
    pub fn new_substring(&mut self, from: Value, range: Range<usize>) -> Result<Value, OutOfMemory> {
        match self.ascii_block_length(from) {
            Some(length) => {
                let end = range.end.min(length);
                self.new_ascii_substring(from, range.start.min(end)..end)
            }
            None => {
                let all = self.text(from).map_or(0, |text| text.chars);
                // Of most of a text what is left out is counted.
                self.substring(from, range, |bytes, part| match bytes.len() / 2 < part.len() {
                    true => {
                        let [before, after] = [bytes.get(..part.start), bytes.get(part.end..)];
                        all - wtf8::count(before.unwrap_or(&[])) - wtf8::count(after.unwrap_or(&[]))
                    }
                    false => wtf8::count(bytes.get(part).unwrap_or(&[])),
                })
            }
        }
    }

    /// As [`Heap::new_substring`], for who knows how many characters the part has.
    pub(crate) fn new_substring_of(
        &mut self,
        from: Value,
        range: Range<usize>,
        chars: usize,
    ) -> Result<Value, OutOfMemory> {
        self.substring(from, range, |_, _| chars)
    }

    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn substring(
        &mut self,
        from: Value,
        range: Range<usize>,
        chars: impl FnOnce(&[u8], Range<usize>) -> usize,
    ) -> Result<Value, OutOfMemory> {
        let Some(bytes) = self.str_bytes(from) else { return Ok(names::EMPTY) };
        if range.start == 0 && range.end >= bytes.len() {
            return Ok(from);
        }
        let part = bytes.get(range.start..range.end).unwrap_or(&[]);
        if let Some(short) = Short::of_first(bytes.get(range.start..).unwrap_or(&[]), part.len()) {
            return self.new_short_str(short);
        }
        let length = part.len();
        let is_ascii = self.slot(from).is_none_or(|slot| slot.has(Slot::ASCII));
        let chars = if is_ascii { length } else { chars(bytes, range.clone()).min(length) };
        if chars == length
            && let Some(shared) = self.new_part(from, range.clone())?
        {
            return Ok(shared);
        }
        self.copied_str(from, range, chars)
    }

    /// The part of a bytes object or bytearray between two offsets, as an object of the same type.
    pub fn new_byte_substring(&mut self, from: Value, range: Range<usize>) -> Result<Value, OutOfMemory> {
        let is_bytes = self.kind(from) != Some(Kind::ByteArray);
        let bytes = self.byte_string(from).unwrap_or(&[]);
        let range = range.start..range.end.min(bytes.len());
        if is_bytes && range.start == 0 && range.end == bytes.len() {
            return Ok(from);
        }
        let part = bytes.get(range.clone()).unwrap_or(&[]);
        if is_bytes && let Some(short) = Short::of(part) {
            return self.new_short_bytes(short);
        }
        let kind = if is_bytes { Kind::Bytes } else { Kind::ByteArray };
        let range = range.start..range.start + part.len();
        if is_bytes && let Some(shared) = self.new_part(from, range.clone())? {
            return Ok(shared);
        }
        self.copied_bytes(kind, from, range)
    }

    /// The items of a list or tuple between two indices, as an object of the same type.
    pub fn new_subsequence(&mut self, from: Value, range: Range<usize>) -> Result<Value, OutOfMemory> {
        let length = self.sequence_len(from);
        let range = range.start.min(length)..range.end.min(length);
        let kind = if self.kind(from) == Some(Kind::List) { Kind::List } else { Kind::Tuple };
        if kind == Kind::Tuple && range.len() == length {
            return Ok(from);
        }
        let start = self.slot(from).map_or(0, |slot| slot.b() as usize);
        self.new_object(Slot::new(kind, 0, 0, [range.len() as u32, 0, 0]), range.len(), |payload| {
            payload.extend_from_within(start + range.start..start + range.end);
        })
    }

    /// A tuple of a list's items.
    pub fn tuple_of_list(&mut self, list: Value) -> Result<Value, OutOfMemory> {
        self.copied_sequence(Kind::Tuple, list)
    }

    /// A list of a tuple's items.
    pub fn list_of_tuple(&mut self, tuple: Value) -> Result<Value, OutOfMemory> {
        self.copied_sequence(Kind::List, tuple)
    }

    fn copied_sequence(&mut self, kind: Kind, from: Value) -> Result<Value, OutOfMemory> {
        let length = self.sequence_len(from);
        let start = self.slot(from).map_or(0, |slot| slot.b() as usize);
        self.new_object(Slot::new(kind, 0, 0, [length as u32, 0, 0]), length, |payload| {
            payload.extend_from_within(start..start + length);
        })
    }

    /// The items of two lists, or of two tuples, one after the other; nothing for other values.
    pub fn concat_sequences(&mut self, left: Value, right: Value) -> Result<Option<Value>, OutOfMemory> {
        let Some(kind @ (Kind::List | Kind::Tuple)) = self.kind(left) else { return Ok(None) };
        if self.kind(right) != Some(kind) {
            return Ok(None);
        }
        let [own, more] = [left, right].map(|value| self.sequence_len(value));
        if kind == Kind::Tuple && more == 0 {
            return Ok(Some(left));
        }
        if kind == Kind::Tuple && own == 0 {
            return Ok(Some(right));
        }
        let [first, second] = [left, right].map(|value| self.slot(value).map_or(0, |slot| slot.b() as usize));
        let count = u32::try_from(own + more).map_err(|_| OutOfMemory)?;
        let made = self.new_object(Slot::new(kind, 0, 0, [count, 0, 0]), own + more, |payload| {
            payload.extend_from_within(first..first + own);
            payload.extend_from_within(second..second + more);
        })?;
        Ok(Some(made))
    }

    /// The string that a bytes object's or bytearray's content is, which must be generalised UTF-8; nothing for other
    /// values.
    pub fn byte_string_to_str(&mut self, from: Value) -> Result<Option<Value>, OutOfMemory> {
        let Some(bytes) = self.byte_string(from) else { return Ok(None) };
        let length = bytes.len();
        if let Some(short) = Short::of(bytes) {
            return self.new_short_str(short).map(Some);
        }
        let chars = if bytes.is_ascii() { length } else { wtf8::count(bytes) };
        if chars == length
            && let Some(text) = self.new_counterpart(Kind::Str, from)?
        {
            return Ok(Some(text));
        }
        self.copied_str(from, 0..length, chars).map(Some)
    }

    /// The bytes that a string consists of; nothing for other values.
    pub fn str_to_bytes(&mut self, from: Value) -> Result<Option<Value>, OutOfMemory> {
        let Some(bytes) = self.str_bytes(from) else { return Ok(None) };
        if let Some(short) = Short::of(bytes) {
            return self.new_short_bytes(short).map(Some);
        }
        let length = bytes.len();
        match self.new_counterpart(Kind::Bytes, from)? {
            Some(bytes) => Ok(Some(bytes)),
            None => self.copied_bytes(Kind::Bytes, from, 0..length).map(Some),
        }
    }

    /// Bytes objects and bytearrays one after the other, as a new object of the kind; other values count as empty.
    pub fn concat_bytes(
        &mut self,
        kind: Kind,
        parts: impl Iterator<Item = Value> + Clone,
    ) -> Result<Value, OutOfMemory> {
        let lengths = parts.clone().map(|part| self.byte_string(part).map_or(0, <[u8]>::len));
        let length = { lengths }.try_fold(0, usize::checked_add).ok_or(OutOfMemory)?;
        if length <= INLINE_BYTES {
            let joined: alloc::vec::Vec<u8> =
                parts.flat_map(|part| self.byte_string(part).unwrap_or(&[]).iter().copied()).collect();
            return if kind == Kind::ByteArray { self.new_bytearray(&joined) } else { self.new_bytes(&joined) };
        }
        let (value, mut at) = self.blank_bytes(kind, length)?;
        for part in parts {
            at += self.copy_next(part, at);
        }
        Ok(value)
    }

    /// The bytes objects and bytearrays of a list or tuple one after the other with a separator between them, as an object
    /// of the separator's type; nothing if other values are among them, or if memory is lacking.
    pub(crate) fn join_byte_items(&mut self, separator: Value, items: Value) -> Option<Value> {
        let kind = self.kind(separator)?;
        let (start, count) = (self.slot(items)?.b() as usize, self.sequence_len(items));
        let between = self.byte_string(separator)?.len();
        let mut length = between.checked_mul(count.saturating_sub(1))?;
        for index in start..start + count {
            length = length.checked_add(self.byte_string(self.value_at(index))?.len())?;
        }
        if count < 2 || length <= INLINE_BYTES {
            return None;
        }
        let (value, mut at) = self.blank_bytes(kind, length).ok()?;
        for index in start..start + count {
            if index > start && between > 0 {
                at += self.copy_next(separator, at);
            }
            at += self.copy_next(self.value_at(index), at);
        }
        Some(value)
    }

    /// The strings one after the other; values that are no strings count as empty.
    pub fn concat_strings(&mut self, parts: impl Iterator<Item = Value> + Clone) -> Result<Value, OutOfMemory> {
        let (mut length, mut chars) = (0usize, 0usize);
        for part in parts.clone() {
            if let Some(size) = self.text_size(part) {
                length = length.checked_add(size.0).ok_or(OutOfMemory)?;
                chars += size.1;
            }
        }
        if length <= INLINE_BYTES {
            let texts = parts.filter_map(|part| Short::of(self.str_bytes(part)?));
            let joined = texts.fold(Short::EMPTY, |joined, part| joined.joined(part).unwrap_or(joined));
            return self.new_short_str(joined);
        }
        let (value, mut at) = self.blank_str(length, chars)?;
        for part in parts {
            at += self.copy_next(part, at);
        }
        Ok(value)
    }

    /// Appends the content of a bytes object or bytearray, perhaps its own, or of a string, to a bytearray. The caller has
    /// made sure that no memoryview is exported.
    pub fn extend_bytearray(&mut self, target: Value, from: Value) -> Result<(), OutOfMemory> {
        let length = self.bytearray(target).map_or(0, <[u8]>::len);
        let more = self.byte_string(from).or_else(|| self.str_bytes(from)).map_or(0, <[u8]>::len);
        let total = length.checked_add(more).ok_or(OutOfMemory)?;
        let stored = u32::try_from(total).map_err(|_| OutOfMemory)?;
        let offset = self.slot(target).map_or(0, Slot::b);
        if total > self.block_size(offset) * size_of::<Word>() {
            let room = if length == 0 { total } else { total + total / 8 + 8 };
            self.move_block(target, bytes_to_words(room), bytes_to_words(length))?;
        }
        let start = self.slot(target).map_or(0, Slot::b) as usize * size_of::<Word>();
        self.copy_bytes(from, 0..more, start + length);
        if let Some(slot) = self.slot_mut(target) {
            slot.words[0] = stored;
        }
        Ok(())
    }

    /// The strings one after the other with a separator between them.
    pub fn join_strings(&mut self, separator: Value, items: &[Value]) -> Result<Value, OutOfMemory> {
        let separators = items.len().saturating_sub(1);
        let between = self.text(separator).map_or((0, 0), |text| (text.bytes.len(), text.chars));
        let mut length = between.0.checked_mul(separators).ok_or(OutOfMemory)?;
        let mut chars = between.1.saturating_mul(separators);
        for &item in items {
            if let Some(size) = self.text_size(item) {
                length = length.checked_add(size.0).ok_or(OutOfMemory)?;
                chars += size.1;
            }
        }
        if length <= INLINE_BYTES {
            let parts = items.iter().enumerate().flat_map(|(index, &item)| {
                let separator = if index == 0 { names::EMPTY } else { separator };
                [separator, item]
            });
            return self.concat_strings(parts);
        }
        let (value, mut at) = self.blank_str(length, chars)?;
        for (index, &item) in items.iter().enumerate() {
            if index > 0 && between.0 > 0 {
                at += self.copy_next(separator, at);
            }
            at += self.copy_next(item, at);
        }
        Ok(value)
    }

    /// How many bytes and characters a string has.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn text_size(&self, value: Value) -> Option<(usize, usize)> {
        if let Some(name) = value.payload_of(Immediate::Name) {
            let length = self.name_bytes(name).len();
            return Some((length, length));
        }
        let slot = self.slot_of_kind(value, Kind::Str)?;
        if !slot.has(Slot::ASCII) {
            return self.text(value).map(|text| (text.bytes.len(), text.chars));
        }
        let length = if slot.has(Slot::INLINE) { slot.aux as usize } else { slot.a() as usize };
        Some((length, length))
    }

    /// A string `count` times. The caller has checked that the length makes sense.
    pub fn repeat_string(&mut self, value: Value, count: usize) -> Result<Value, OutOfMemory> {
        let Some(text) = self.text(value) else { return Ok(names::EMPTY) };
        let (part, chars) = (text.bytes.len(), text.chars);
        match (part, count) {
            (0, _) | (_, 0) => return Ok(names::EMPTY),
            (_, 1) => return Ok(value),
            _ => {}
        }
        let length = part.checked_mul(count).ok_or(OutOfMemory)?;
        if length <= INLINE_BYTES {
            return self.concat_strings(core::iter::repeat_n(value, count));
        }
        let (result, start) = self.blank_str(length, chars.saturating_mul(count))?;
        self.copy_bytes(value, 0..part, start);
        self.repeat_first(start, part, length);
        Ok(result)
    }

    /// Bytes `count` times, as an object of the same type.
    pub fn repeat_bytes(&mut self, value: Value, count: usize) -> Result<Value, OutOfMemory> {
        let kind = self.kind(value).unwrap_or(Kind::Bytes);
        let part = self.byte_string(value).map_or(0, <[u8]>::len);
        let length = part.checked_mul(count).ok_or(OutOfMemory)?;
        if kind == Kind::Bytes && count == 1 {
            return Ok(value);
        }
        let (result, start) = self.blank_bytes(kind, length)?;
        if length > 0 {
            self.copy_bytes(value, 0..part, start);
            self.repeat_first(start, part, length);
        }
        Ok(result)
    }

    /// Fills `length` bytes from `start` on with copies of the first `part` of them.
    fn repeat_first(&mut self, start: usize, part: usize, length: usize) {
        let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
        let Some(block) = payload.get_mut(start..start + length) else { return };
        if part == 1 {
            let first = block.first().copied().unwrap_or(0);
            block.fill(first);
            return;
        }
        let mut done = part;
        while done < length {
            let more = done.min(length - done);
            block.copy_within(..more, done);
            done += more;
        }
    }

    /// Whether a record of the type that satisfies the condition exists, dead ones not yet collected included.
    #[must_use]
    pub fn any_record(&self, type_id: u16, mut condition: impl FnMut(&Heap, Value) -> bool) -> bool {
        (0..self.slots.len() as u32)
            .map(Value::handle)
            .any(|value| self.record_type(value) == Some(type_id) && condition(self, value))
    }

    /// Forgets how many memoryviews look at a bytearray.
    pub fn clear_bytearray_exports(&mut self, value: Value) {
        if let Some(slot) = self.slot_of_kind_mut(value, Kind::ByteArray) {
            slot.words[2] = 0;
        }
    }
}

fn copy_into(payload: &mut [u8], target: usize, bytes: &[u8]) {
    if let Some(place) = payload.get_mut(target..target + bytes.len()) {
        place.copy_from_slice(bytes);
    }
}
