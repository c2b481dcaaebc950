//! Finding, counting, replacing.

use super::{alike, own_bytes, unchanged};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::types::byte_string::search::{self, Replacement};
use crate::{Completion, Isolate, Value};
use alloc::borrow::Cow;
use alloc::format;
use core::ops::Range;
use ferropy_numeric::slice::clamp_index;

/// What is searched for: a byte, or the bytes of a buffer.
enum Needle {
    Byte([u8; 1]),
    Buffer(Value),
}

impl Needle {
    fn new(iso: &mut Isolate, value: Value) -> Completion<Needle> {
        if let Some(byte) = value.as_small_int().and_then(|int| u8::try_from(int).ok()) {
            return Ok(Needle::Byte([byte]));
        }
        if let Some(buffer) = iso.opt_buffer(value)? {
            return Ok(Needle::Buffer(buffer));
        }
        if !iso.has_index(value) {
            let kind = iso.type_name(value);
            let message = format!("argument should be integer or bytes-like object, not '{kind}'");
            return Err(raise::type_error(iso, &message));
        }
        byte_in_range(iso, value).map(|byte| Needle::Byte([byte]))
    }

    fn bytes<'a>(&'a self, iso: &'a Isolate) -> Cow<'a, [u8]> {
        match self {
            Needle::Byte(byte) => Cow::Borrowed(byte),
            Needle::Buffer(buffer) => iso.bytes_like(*buffer).unwrap_or_default(),
        }
    }
}

/// A number that has to be a byte: `ValueError` if it is too large or small.
fn byte_in_range(iso: &mut Isolate, value: Value) -> Completion<u8> {
    match u8::try_from(iso.to_index(value)?) {
        Ok(byte) => Ok(byte),
        Err(_) => Err(raise::value_error(iso, "byte must be in range(0, 256)")),
    }
}

/// Applies `start` and `end`; nothing if the part is behind the end or backward.
fn window(length: usize, start: i64, end: i64) -> Option<Range<usize>> {
    let to = clamp_index(end, length);
    if start > to as i64 {
        return None;
    }
    let from = clamp_index(start, length);
    (from <= to).then_some(from..to)
}

/// Where something is searched for.
struct Search {
    this: Value,
    needle: Needle,
    start: i64,
    end: i64,
}

impl Search {
    fn new(iso: &mut Isolate, args: &[Value]) -> Completion<Search> {
        let &[this, needle, start, end] = args else { return Err(raise::internal(iso)) };
        let start = iso.slice_bound(start, 0)?;
        let end = iso.slice_bound(end, i64::MAX)?;
        let needle = Needle::new(iso, needle)?;
        Ok(Search { this, needle, start, end })
    }

    fn position(&self, iso: &Isolate, find: fn(&[u8], &[u8]) -> Option<usize>) -> Option<i64> {
        let bytes = own_bytes(iso, self.this);
        let window = window(bytes.len(), self.start, self.end)?;
        let found = find(bytes.get(window.clone())?, &self.needle.bytes(iso))?;
        Some((window.start + found) as i64)
    }

    fn count(&self, iso: &Isolate) -> usize {
        let bytes = own_bytes(iso, self.this);
        let part = window(bytes.len(), self.start, self.end).and_then(|window| bytes.get(window));
        match (part, &*self.needle.bytes(iso)) {
            (None, _) => 0,
            (Some(part), []) => part.len() + 1,
            (Some(part), needle) => search::count(part, needle),
        }
    }
}

pub(crate) fn find(iso: &mut Isolate, args: &[Value]) -> Completion {
    let position = Search::new(iso, args)?.position(iso, search::find).unwrap_or(-1);
    iso.new_int(position)
}

pub(crate) fn rfind(iso: &mut Isolate, args: &[Value]) -> Completion {
    let position = Search::new(iso, args)?.position(iso, search::find_last).unwrap_or(-1);
    iso.new_int(position)
}

pub(crate) fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    match Search::new(iso, args)?.position(iso, search::find) {
        Some(position) => iso.new_int(position),
        None => Err(raise::value_error(iso, "subsection not found")),
    }
}

pub(crate) fn rindex(iso: &mut Isolate, args: &[Value]) -> Completion {
    match Search::new(iso, args)?.position(iso, search::find_last) {
        Some(position) => iso.new_int(position),
        None => Err(raise::value_error(iso, "subsection not found")),
    }
}

pub(crate) fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let count = Search::new(iso, args)?.count(iso);
    iso.new_int(count as i64)
}

pub(crate) fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let number = if iso.has_index(key) { iso.index(key).map(Some) } else { Ok(None) };
    // What gives no number may still be bytes.
    let number = number.unwrap_or_else(|_| {
        iso.take_exception();
        None
    });
    let needle = match number {
        Some(number) => Needle::Byte([byte_in_range(iso, number)?]),
        None => Needle::Buffer(iso.to_buffer(key)?),
    };
    Ok(Value::bool(search::find(own_bytes(iso, this), &needle.bytes(iso)).is_some()))
}

pub(crate) fn startswith(iso: &mut Isolate, args: &[Value]) -> Completion {
    affix(iso, args, "startswith", <[u8]>::starts_with)
}

pub(crate) fn endswith(iso: &mut Isolate, args: &[Value]) -> Completion {
    affix(iso, args, "endswith", <[u8]>::ends_with)
}

fn affix(iso: &mut Isolate, args: &[Value], method: &str, test: fn(&[u8], &[u8]) -> bool) -> Completion {
    let &[this, affix, start, end] = args else { return Err(raise::internal(iso)) };
    let start = iso.slice_bound(start, 0)?;
    let end = iso.slice_bound(end, i64::MAX)?;
    let has = |iso: &Isolate, buffer: Value| {
        let bytes = own_bytes(iso, this);
        let part = bytes.get(window(bytes.len(), start, end)?)?;
        Some(test(part, &iso.bytes_like(buffer)?))
    };
    let tuple = iso.unwrap(affix);
    if iso.heap.kind(tuple) == Some(Kind::Tuple) {
        for index in 0..iso.heap.sequence_len(tuple) {
            let item = iso.heap.tuple_item(tuple, index).unwrap_or(Value::NONE);
            let buffer = iso.to_buffer(item)?;
            if has(iso, buffer) == Some(true) {
                return Ok(Value::TRUE);
            }
        }
        return Ok(Value::FALSE);
    }
    match iso.opt_buffer(affix)? {
        Some(buffer) => Ok(Value::bool(has(iso, buffer) == Some(true))),
        None => {
            let kind = iso.type_name(affix);
            let message = format!("{method} first arg must be bytes or a tuple of bytes, not {kind}");
            Err(raise::type_error(iso, &message))
        }
    }
}

pub(crate) fn removeprefix(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, prefix] = args else { return Err(raise::internal(iso)) };
    let prefix = iso.to_buffer(prefix)?;
    let bytes = own_bytes(iso, this);
    let start = iso.bytes_like(prefix).filter(|prefix| bytes.starts_with(prefix)).map_or(0, |prefix| prefix.len());
    let range = start..bytes.len();
    let rest = iso.heap.new_byte_substring(this, range)?;
    Ok(iso.keep(rest))
}

pub(crate) fn removesuffix(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, suffix] = args else { return Err(raise::internal(iso)) };
    let suffix = iso.to_buffer(suffix)?;
    let bytes = own_bytes(iso, this);
    let cut = iso.bytes_like(suffix).filter(|suffix| bytes.ends_with(suffix)).map_or(0, |suffix| suffix.len());
    let range = 0..bytes.len() - cut;
    let rest = iso.heap.new_byte_substring(this, range)?;
    Ok(iso.keep(rest))
}

pub(crate) fn replace(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, old, new, count] = args else { return Err(raise::internal(iso)) };
    let old = iso.to_buffer(old)?;
    let new = iso.to_buffer(new)?;
    let most = iso.count_argument(count)?;
    let (old, new) = (iso.bytes_like(old).unwrap_or_default(), iso.bytes_like(new).unwrap_or_default());
    let replacement = Replacement { old: &old, new: &new, most, starts: |_| true, limit: iso.most_bytes() };
    match search::replace(own_bytes(iso, this), replacement)? {
        Some(replaced) => alike(iso, this, &replaced),
        None => unchanged(iso, this),
    }
}
