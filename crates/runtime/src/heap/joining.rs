//! The strings of a list or tuple joined: measured first, then written one after the other into the block of the result.

use super::Heap;
use super::short::{INLINE_BYTES, Short};
use super::slot::Slot;
use super::text::static_bytes;
use crate::value::{Immediate, Value, Word};
use core::ops::Range;

impl Heap {
    /// The strings of a list or tuple one after the other with a separator between them; nothing if other values are
    /// among them, or if memory is lacking.
    pub(crate) fn join_items(&mut self, separator: Value, items: Value) -> Option<Value> {
        let (start, count) = (self.slot(items)?.b() as usize, self.sequence_len(items));
        if count == 1 {
            let item = self.value_at(start);
            return self.is_str(item).then_some(item);
        }
        let separators = count.saturating_sub(1);
        let between = self.text_size(separator)?;
        let (mut length, mut chars) = (between.0.checked_mul(separators)?, between.1.checked_mul(separators)?);
        for index in start..start + count {
            let size = self.text_size(self.value_at(index))?;
            length = length.checked_add(size.0)?;
            chars += size.1;
        }
        if length <= INLINE_BYTES {
            let short = |value| Short::of(self.str_bytes(value)?);
            let separator = short(separator).unwrap_or(Short::EMPTY);
            let mut joined = Short::EMPTY;
            for index in start..start + count {
                if index > start {
                    joined = joined.joined(separator)?;
                }
                joined = joined.joined(short(self.value_at(index))?)?;
            }
            return self.new_short_str(joined).ok();
        }
        let (value, mut at) = self.blank_str(length, chars).ok()?;
        if let Some(separator) = self.short_text(separator) {
            self.write_joined(separator, start..start + count, at);
            return Some(value);
        }
        for index in start..start + count {
            if index > start {
                at += self.copy_next(separator, at);
            }
            at += self.copy_next(self.value_at(index), at);
        }
        Some(value)
    }

    /// Writes the strings that lie in these words of the payload area from byte `at` on, which lies behind all of them,
    /// with a separator between them.
    fn write_joined(&mut self, separator: Short, items: Range<usize>, at: usize) {
        let (slots, words) = self.slots.split(&mut self.payload);
        let Some((before, target)) = words.split_at_mut_checked(at / size_of::<Word>()) else { return };
        let target: &mut [u8] = bytemuck::cast_slice_mut(target);
        let bytes: &[u8] = bytemuck::cast_slice(before);
        let between = separator.slot_words();
        let mut done = 0;
        for (index, &word) in before.get(items).unwrap_or(&[]).iter().enumerate() {
            if index > 0 && separator.length > 0 {
                done += write_short(target, done, &between, separator.length);
            }
            let item = Value::from_word(word);
            if let Some(slot) = item.as_handle().and_then(|number| slots.get(number as usize)) {
                if slot.has(Slot::INLINE) {
                    done += write_short(target, done, &slot.words, slot.aux as usize);
                    continue;
                }
                let header = usize::from(!slot.has(Slot::ASCII));
                let start = (slot.b() as usize + header) * size_of::<Word>() + slot.aux as usize;
                done += write_text(target, done, bytes.get(start..start + slot.a() as usize).unwrap_or(&[]));
            } else if let Some(byte) = item.as_single_ascii() {
                done += write_text(target, done, &[byte]);
            } else if let Some(name) = item.payload_of(Immediate::Name) {
                done += write_text(target, done, static_bytes(self.texts, name));
            }
        }
    }
}

/// Writes the first bytes of a slot's text at `at`. Where there is room all of them are written, which needs no call: what
/// follows in the object is written later. Returns how many count.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn write_short(target: &mut [u8], at: usize, words: &[u32; 3], length: usize) -> usize {
    let bytes: [u8; INLINE_BYTES] = bytemuck::cast(*words);
    match target.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
        Some(place) => {
            *place = bytes;
            length
        }
        None => write_text(target, at, bytes.get(..length).unwrap_or(&[])),
    }
}

#[cfg_attr(not(target_os = "none"), inline(always))]
fn write_text(target: &mut [u8], at: usize, text: &[u8]) -> usize {
    if let Some(place) = target.get_mut(at..at + text.len()) {
        place.copy_from_slice(text);
    }
    text.len()
}
