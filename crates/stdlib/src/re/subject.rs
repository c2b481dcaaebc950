//! What is searched: strings and bytes-like objects, and indices in them.

use alloc::borrow::Cow;
use alloc::format;
use core::ops::Range;
use ferropy_runtime::buffers::owned;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A string, or an object that has bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject {
    /// The string or buffer itself.
    inner: Value,
    pub(super) is_text: bool,
    /// Whether each character is a byte.
    pub(super) is_single: bool,
    /// Its lengths in characters and in bytes.
    pub(super) characters: usize,
    pub(super) length: usize,
}

impl Subject {
    /// The subject that a value is, or `TypeError`.
    pub(super) fn of(iso: &mut Isolate, value: Value) -> Completion<Subject> {
        let inner = iso.unwrap(value);
        if let Some(text) = iso.heap.text(inner) {
            let (characters, length) = (text.chars, text.bytes.len());
            return Ok(Subject { inner, is_text: true, is_single: text.is_ascii(), characters, length });
        }
        let buffer = match iso.opt_buffer(value) {
            Ok(Some(buffer)) => buffer,
            found => {
                if found.is_err() {
                    iso.take_exception();
                }
                let kind = iso.type_name(value);
                let message = format!("expected string or bytes-like object, got '{kind}'");
                return Err(raise::type_error(iso, &message));
            }
        };
        iso.keep(buffer);
        let length = iso.bytes_like(buffer).map_or(0, |bytes| bytes.len());
        Ok(Subject { inner: buffer, is_text: false, is_single: true, characters: length, length })
    }

    /// As [`Subject::of`], for a pattern that is a string, or bytes.
    pub(super) fn for_pattern(iso: &mut Isolate, value: Value, pattern: Value) -> Completion<Subject> {
        let subject = Subject::of(iso, value)?;
        let source = iso.unwrap(iso.heap.field(pattern, 0));
        match (iso.heap.is_str(source), subject.is_text) {
            (true, false) => Err(raise::type_error(iso, "cannot use a string pattern on a bytes-like object")),
            (false, true) => Err(raise::type_error(iso, "cannot use a bytes pattern on a string-like object")),
            _ => Ok(subject),
        }
    }

    /// The bytes.
    #[inline]
    pub(super) fn bytes<'a>(&self, iso: &'a Isolate) -> Cow<'a, [u8]> {
        if self.is_text {
            return Cow::Borrowed(iso.heap.str_bytes(self.inner).unwrap_or(&[]));
        }
        iso.bytes_like(self.inner).unwrap_or_default()
    }

    /// Where the character with that number starts, in bytes.
    pub(super) fn offset(&self, iso: &mut Isolate, number: usize) -> usize {
        if self.is_single {
            return number.min(self.length);
        }
        iso.heap.indexed_text(self.inner).map_or(0, |text| text.byte_offset(number))
    }

    /// The number of the character that starts at a byte.
    pub(super) fn number(&self, iso: &mut Isolate, offset: usize) -> usize {
        if self.is_single {
            return offset;
        }
        iso.heap.indexed_text(self.inner).map_or(0, |text| text.character_number(offset))
    }

    /// A part, as a string or bytes object.
    pub(super) fn part(&self, iso: &mut Isolate, range: Range<usize>) -> Completion {
        if self.is_text {
            return Ok(iso.heap.new_substring(self.inner, range)?);
        }
        if iso.heap.bytes(self.inner).is_some() {
            return Ok(iso.heap.new_byte_substring(self.inner, range)?);
        }
        let bytes = self.bytes(iso);
        let end = range.end.min(bytes.len());
        let part = owned(Cow::Borrowed(bytes.get(range.start.min(end)..end).unwrap_or(&[])))?;
        iso.new_bytes(&part)
    }

    /// The empty string, or no bytes.
    pub(super) fn empty(&self, iso: &mut Isolate) -> Completion {
        if self.is_text { iso.new_str("") } else { iso.new_bytes(&[]) }
    }
}
