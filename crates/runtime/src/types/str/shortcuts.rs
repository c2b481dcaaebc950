//! Short cuts of str methods: for ASCII text, where nothing has to be said about wrong arguments.

use super::cut::words;
use crate::Value;
use crate::heap::{Heap, Kind, Short};
use crate::native::Reach;
use crate::types::byte_string::cut::{Ends, TextSpace, is_text_space, split_on, strip_bytes, strip_space};
use crate::types::byte_string::search::{self, Replacement};

/// Whether there are characters, all ASCII and such.
fn all_are(reach: &Reach<'_>, args: &[Value], condition: impl Fn(u8) -> bool) -> Option<Value> {
    let &[this] = args else { return None };
    let text = reach.heap.ascii_bytes(this)?;
    Some(Value::bool(!text.is_empty() && text.iter().all(|&byte| condition(byte))))
}

pub(super) fn isalnum(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    all_are(reach, args, |byte| byte.is_ascii_alphanumeric())
}

pub(super) fn isalpha(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    all_are(reach, args, |byte| byte.is_ascii_alphabetic())
}

/// `isdigit`, and `isdecimal` and `isnumeric`, which agree about ASCII.
pub(super) fn isdigit(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    all_are(reach, args, |byte| byte.is_ascii_digit())
}

pub(super) fn isspace(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    all_are(reach, args, is_text_space)
}

pub(super) fn isascii(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.is_str(this).then(|| Value::bool(reach.heap.ascii_bytes(this).is_some()))
}

/// A text in another case: a short one as words, a longer one byte by byte into its place.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn changed(
    reach: &mut Reach<'_>,
    args: &[Value],
    short: impl Fn(Short) -> Short,
    change: impl Fn(&mut [u8]),
) -> Option<Value> {
    let &[this] = args else { return None };
    if let Some(text) = reach.heap.short_ascii(this) {
        let changed = short(text);
        return if changed.is(text) { Some(this) } else { reach.heap.new_short_str(changed).ok() };
    }
    let length = reach.heap.ascii_bytes(this)?.len();
    let write = |text: &[u8], out: &mut [u8]| {
        if let Some(text) = text.get(..out.len()) {
            out.copy_from_slice(text);
        }
        change(out);
    };
    reach.heap.new_str_from(this, length, length, write).ok()
}

pub(super) fn lower(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    changed(reach, args, Short::to_lowercase, <[u8]>::make_ascii_lowercase)
}

pub(super) fn upper(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    changed(reach, args, Short::to_uppercase, <[u8]>::make_ascii_uppercase)
}

/// Both texts, if they are short.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn both_short(heap: &Heap, args: &[Value]) -> Option<(Short, Short)> {
    let &[this, other] = args else { return None };
    Some((heap.short_ascii(this)?, heap.short_ascii(other)?))
}

/// A text and the only argument, which is another.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn texts<'a>(reach: &'a Reach<'_>, args: &[Value]) -> Option<(&'a [u8], &'a [u8])> {
    let &[this, other] = args else { return None };
    Some((reach.heap.str_bytes(this)?, reach.heap.str_bytes(other)?))
}

pub(super) fn startswith(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    // Readers of texts ask what stands at a place.
    if let &[this, other, at] = args {
        let at = usize::try_from(at.as_small_int()?).ok()?;
        let (text, start) = (reach.heap.ascii_bytes(this)?, reach.heap.str_bytes(other)?);
        return Some(Value::bool(text.get(at..).is_some_and(|rest| rest.starts_with(start))));
    }
    match both_short(reach.heap, args) {
        Some((text, start)) => Some(Value::bool(text.starts_with(start))),
        None => texts(reach, args).map(|(text, start)| Value::bool(text.starts_with(start))),
    }
}

pub(super) fn endswith(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    match both_short(reach.heap, args) {
        Some((text, end)) => Some(Value::bool(text.ends_with(end))),
        None => texts(reach, args).map(|(text, end)| Value::bool(text.ends_with(end))),
    }
}

/// What a search in an ASCII text from its start or from a small index on finds.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn position(reach: &Reach<'_>, args: &[Value], find: impl Fn(&[u8], &[u8]) -> Option<usize>) -> Option<Option<usize>> {
    let (this, other, start) = match *args {
        [this, other] => (this, other, 0),
        [this, other, start] => (this, other, usize::try_from(start.as_small_int()?).ok()?),
        _ => return None,
    };
    let text = reach.heap.ascii_bytes(this)?;
    let needle = reach.heap.str_bytes(other)?;
    // Nothing is found behind the end, not even nothing.
    Some(text.get(start..).and_then(|rest| find(rest, needle)).map(|at| start + at))
}

pub(super) fn find(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    position(reach, args, search::find).map(|at| Value::small_int(at.map_or(-1, |at| at as i64)))
}

pub(super) fn rfind(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    position(reach, args, search::find_last).map(|at| Value::small_int(at.map_or(-1, |at| at as i64)))
}

pub(super) fn index(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    position(reach, args, search::find)?.map(|at| Value::small_int(at as i64))
}

pub(super) fn count(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (text, needle) = texts(reach, args).filter(|(_, needle)| !needle.is_empty())?;
    Some(Value::small_int(search::count(text, needle) as i64))
}

/// The text without white space or the ASCII characters of the argument at its ends.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn strip_ends(reach: &mut Reach<'_>, args: &[Value], ends: Ends) -> Option<Value> {
    let (&this, others) = args.split_first()?;
    let set = match *others {
        [] | [Value::NONE] => None,
        [set] => Some(set),
        _ => return None,
    };
    if let Some(text) = reach.heap.short_ascii(this) {
        let (left, right) = (ends != Ends::Right, ends != Ends::Left);
        let stripped = match set {
            None => text.stripped(left, right, is_text_space),
            Some(set) => {
                let set = reach.heap.short_ascii(set)?;
                text.stripped(left, right, |byte| set.has(byte))
            }
        };
        return if stripped.len() == text.len() { Some(this) } else { reach.heap.new_short_str(stripped).ok() };
    }
    let text = reach.heap.str_bytes(this)?;
    let range = match set {
        None => strip_space::<TextSpace>(text, ends),
        Some(set) => strip_bytes(text, reach.heap.ascii_bytes(set)?, ends),
    };
    reach.heap.new_substring(this, range).ok()
}

pub(super) fn strip(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    strip_ends(reach, args, Ends::Both)
}

pub(super) fn lstrip(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    strip_ends(reach, args, Ends::Left)
}

pub(super) fn rstrip(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    strip_ends(reach, args, Ends::Right)
}

pub(super) fn split(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (this, separator, most) = match *args {
        [this] => (this, Value::NONE, usize::MAX),
        [this, separator] => (this, separator, usize::MAX),
        [this, separator, most] => (this, separator, usize::try_from(most.as_small_int()?).unwrap_or(usize::MAX)),
        _ => return None,
    };
    if separator == Value::NONE
        && most == usize::MAX
        && let Some(list) = reach.heap.new_list_of_words(this)
    {
        return Some(list);
    }
    let text = reach.heap.str_bytes(this)?;
    let parts = match separator {
        Value::NONE => words(text, most),
        separator => {
            let separator = reach.heap.str_bytes(separator).filter(|separator| !separator.is_empty())?;
            split_on(text, separator, most)
        }
    };
    reach.heap.new_list_of_parts(this, parts.all().ok()?).ok()
}

/// `join` of a list or tuple of strings.
pub(super) fn join(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this, items] = args else { return None };
    if !reach.heap.is_str(this) || !matches!(reach.heap.kind(items), Some(Kind::List | Kind::Tuple)) {
        return None;
    }
    reach.heap.join_items(this, items)
}

/// `replace` of all occurrences of something by something else.
pub(super) fn replace(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this, old, new] = args else { return None };
    let text = reach.heap.ascii_bytes(this)?;
    let old = reach.heap.str_bytes(old).filter(|old| !old.is_empty())?;
    let new = reach.heap.ascii_bytes(new)?;
    let limit = text.len().max(1 << 16);
    let replacement = Replacement { old, new, most: usize::MAX, starts: |_| true, limit };
    match search::replace(text, replacement).ok()? {
        Some(replaced) => reach.heap.new_str(&replaced).ok(),
        None => Some(this),
    }
}

pub(super) fn removeprefix(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this, _] = args else { return None };
    let (text, prefix) = texts(reach, args)?;
    let range = if text.starts_with(prefix) { prefix.len()..text.len() } else { 0..text.len() };
    reach.heap.new_substring(this, range).ok()
}

pub(super) fn removesuffix(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this, _] = args else { return None };
    let (text, suffix) = texts(reach, args)?;
    let end = if text.ends_with(suffix) { text.len() - suffix.len() } else { text.len() };
    reach.heap.new_substring(this, 0..end).ok()
}

/// `encode` in UTF-8 of ASCII text.
pub(super) fn encode(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.ascii_bytes(this)?;
    reach.heap.str_to_bytes(this).ok()?
}
