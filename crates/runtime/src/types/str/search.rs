//! Finding, counting, replacing.

use super::arguments::{Window, text_argument, window};
use crate::exceptions::raise;
use crate::types::byte_string::search::{self, Replacement};
use crate::{Completion, Isolate, Value};
use alloc::format;
use ferropy_unicode::wtf8;

/// Where something is searched for: the text, the needle, and `start` and `end` as given.
struct Search {
    this: Value,
    needle: Value,
    start: i64,
    end: i64,
}

impl Search {
    fn new(iso: &mut Isolate, args: &[Value], method: &str) -> Completion<Search> {
        let &[this, needle, start, end] = args else { return Err(raise::internal(iso)) };
        let needle = text_argument(iso, needle, method, "argument 1")?;
        let start = iso.slice_bound(start, 0)?;
        let end = iso.slice_bound(end, i64::MAX)?;
        Ok(Search { this, needle, start, end })
    }

    /// The part of the text to search, and the needle.
    fn parts<'a>(&self, iso: &'a Isolate) -> Option<(&'a [u8], &'a [u8], Window)> {
        let text = iso.heap.text(self.this)?;
        let window = window(text, self.start, self.end)?;
        let haystack = text.bytes.get(window.range.clone())?;
        Some((haystack, iso.heap.str_bytes(self.needle)?, window))
    }

    /// The index of the first or last occurrence.
    fn position(&self, iso: &Isolate, last: bool) -> Option<i64> {
        let (haystack, needle, window) = self.parts(iso)?;
        let found = if last { search::find_last(haystack, needle) } else { search::find(haystack, needle) }?;
        let ascii = iso.heap.text(self.this).is_some_and(|text| text.is_ascii());
        let chars = if ascii { found } else { wtf8::code_point_index(haystack, found) };
        Some((window.first + chars) as i64)
    }
}

pub(super) fn find(iso: &mut Isolate, args: &[Value]) -> Completion {
    let search = Search::new(iso, args, "find")?;
    let position = search.position(iso, false).unwrap_or(-1);
    iso.new_int(position)
}

pub(super) fn rfind(iso: &mut Isolate, args: &[Value]) -> Completion {
    let search = Search::new(iso, args, "rfind")?;
    let position = search.position(iso, true).unwrap_or(-1);
    iso.new_int(position)
}

pub(super) fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let search = Search::new(iso, args, "index")?;
    match search.position(iso, false) {
        Some(position) => iso.new_int(position),
        None => Err(raise::value_error(iso, "substring not found")),
    }
}

pub(super) fn rindex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let search = Search::new(iso, args, "rindex")?;
    match search.position(iso, true) {
        Some(position) => iso.new_int(position),
        None => Err(raise::value_error(iso, "substring not found")),
    }
}

pub(super) fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let search = Search::new(iso, args, "count")?;
    let count = match search.parts(iso) {
        None => 0,
        Some((haystack, [], _)) => wtf8::count(haystack) + 1,
        Some((haystack, needle, _)) => search::count(haystack, needle),
    };
    iso.new_int(count as i64)
}

pub(super) fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let Some(needle) = iso.as_str(key) else {
        let kind = iso.type_name(key);
        let message = format!("'in <string>' requires string as left operand, not {kind}");
        return Err(raise::type_error(iso, &message));
    };
    let haystack = iso.heap.str_bytes(this).unwrap_or(&[]);
    let needle = iso.heap.str_bytes(needle).unwrap_or(&[]);
    Ok(Value::bool(search::find(haystack, needle).is_some()))
}

pub(super) fn startswith(iso: &mut Isolate, args: &[Value]) -> Completion {
    affix(iso, args, "startswith", <[u8]>::starts_with)
}

pub(super) fn endswith(iso: &mut Isolate, args: &[Value]) -> Completion {
    affix(iso, args, "endswith", <[u8]>::ends_with)
}

fn affix(iso: &mut Isolate, args: &[Value], method: &str, test: fn(&[u8], &[u8]) -> bool) -> Completion {
    let &[this, affix, start, end] = args else { return Err(raise::internal(iso)) };
    if start.is_unbound()
        && end.is_unbound()
        && let (Some(text), Some(affix)) = (iso.heap.str_bytes(this), iso.heap.str_bytes(affix))
    {
        return Ok(Value::bool(test(text, affix)));
    }
    let start = iso.slice_bound(start, 0)?;
    let end = iso.slice_bound(end, i64::MAX)?;
    let has = |iso: &Isolate, affix: Value| {
        let text = iso.heap.text(this)?;
        let window = window(text, start, end)?;
        Some(test(text.bytes.get(window.range)?, iso.heap.str_bytes(affix)?))
    };
    if let Some(affix) = iso.as_str(affix) {
        return Ok(Value::bool(has(iso, affix) == Some(true)));
    }
    let tuple = iso.unwrap(affix);
    if iso.heap.kind(tuple) != Some(crate::heap::Kind::Tuple) {
        let kind = iso.type_name(affix);
        let message = format!("{method} first arg must be str or a tuple of str, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    for index in 0..iso.heap.sequence_len(tuple) {
        let item = iso.heap.tuple_item(tuple, index).unwrap_or(Value::NONE);
        let Some(item) = iso.as_str(item) else {
            let kind = iso.type_name(item);
            let message = format!("tuple for {method} must only contain str, not {kind}");
            return Err(raise::type_error(iso, &message));
        };
        if has(iso, item) == Some(true) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

pub(super) fn removeprefix(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, prefix] = args else { return Err(raise::internal(iso)) };
    let prefix = text_argument(iso, prefix, "removeprefix", "argument")?;
    let (text, prefix) = (iso.heap.str_bytes(this).unwrap_or(&[]), iso.heap.str_bytes(prefix).unwrap_or(&[]));
    let range = if text.starts_with(prefix) { prefix.len()..text.len() } else { 0..text.len() };
    Ok(iso.heap.new_substring(this, range)?)
}

pub(super) fn removesuffix(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, suffix] = args else { return Err(raise::internal(iso)) };
    let suffix = text_argument(iso, suffix, "removesuffix", "argument")?;
    let (text, suffix) = (iso.heap.str_bytes(this).unwrap_or(&[]), iso.heap.str_bytes(suffix).unwrap_or(&[]));
    let end = if text.ends_with(suffix) { text.len() - suffix.len() } else { text.len() };
    Ok(iso.heap.new_substring(this, 0..end)?)
}

pub(super) fn replace(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, old, new, count] = args else { return Err(raise::internal(iso)) };
    let old = text_argument(iso, old, "replace", "argument 1")?;
    let new = text_argument(iso, new, "replace", "argument 2")?;
    let most = iso.count_argument(count)?;
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    let (old, new) = (iso.heap.str_bytes(old).unwrap_or(&[]), iso.heap.str_bytes(new).unwrap_or(&[]));
    let replacement = Replacement { old, new, most, starts: starts_character, limit: iso.most_bytes() };
    match search::replace(text, replacement)? {
        Some(replaced) => iso.new_text(&replaced),
        None => Ok(this),
    }
}

/// Whether a byte is the first one of a character.
const fn starts_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}
