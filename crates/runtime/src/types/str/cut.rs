//! Stripping and splitting.

use crate::exceptions::raise;
use crate::types::byte_string::cut::{
    Ends, Parts, TextSpace, is_text_space, line_parts, split_on, split_on_from_right, split_single, split_space,
    split_space_from_right, strip_bytes, strip_space,
};
use crate::types::byte_string::search;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use core::ops::Range;
use ferropy_unicode::lines::text_lines;
use ferropy_unicode::wtf8;

/// Finds the parts between separators: text, separator, most cuts.
type Cutter = fn(&[u8], &[u8], usize) -> Parts;

pub(super) fn strip(iso: &mut Isolate, args: &[Value]) -> Completion {
    strip_ends(iso, args, "strip", Ends::Both)
}

pub(super) fn lstrip(iso: &mut Isolate, args: &[Value]) -> Completion {
    strip_ends(iso, args, "lstrip", Ends::Left)
}

pub(super) fn rstrip(iso: &mut Isolate, args: &[Value]) -> Completion {
    strip_ends(iso, args, "rstrip", Ends::Right)
}

fn strip_ends(iso: &mut Isolate, args: &[Value], method: &str, ends: Ends) -> Completion {
    let &[this, chars] = args else { return Err(raise::internal(iso)) };
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    let range = if chars.or(Value::NONE).is_none() {
        strip_space::<TextSpace>(text, ends)
    } else {
        let Some(set) = iso.as_str(chars).and_then(|chars| iso.heap.str_bytes(chars)) else {
            return Err(raise::type_error(iso, &format!("{method} arg must be None or str")));
        };
        if set.is_ascii() { strip_bytes(text, set, ends) } else { strip_characters(text, set, ends) }
    };
    Ok(iso.heap.new_substring(this, range)?)
}

/// What is left of a text without the characters of a set at its ends.
fn strip_characters(text: &[u8], set: &[u8], ends: Ends) -> Range<usize> {
    let inside = |code: u32| {
        let (bytes, length) = wtf8::encode(code);
        bytes.get(..length).is_some_and(|bytes| search::find(set, bytes).is_some())
    };
    let mut rest = wtf8::code_points(text);
    if ends != Ends::Right {
        let mut ahead = rest.clone();
        while ahead.next().is_some_and(inside) {
            rest = ahead.clone();
        }
    }
    let start = text.len() - rest.as_bytes().len();
    if ends != Ends::Left {
        let mut behind = rest.clone();
        while behind.next_back().is_some_and(inside) {
            rest = behind.clone();
        }
    }
    start..start + rest.as_bytes().len()
}

/// The words between white space, at most `most` cuts from the left.
pub(super) fn words(text: &[u8], most: usize) -> Parts {
    match text.is_ascii() {
        true => split_single(text, most, is_text_space),
        false => split_space::<TextSpace>(text, most),
    }
}

pub(super) fn split(iso: &mut Isolate, args: &[Value]) -> Completion {
    split_text(iso, args, words, split_on)
}

pub(super) fn rsplit(iso: &mut Isolate, args: &[Value]) -> Completion {
    split_text(iso, args, split_space_from_right::<TextSpace>, split_on_from_right)
}

fn split_text(
    iso: &mut Isolate,
    args: &[Value],
    at_space: fn(&[u8], usize) -> Parts,
    at_separator: Cutter,
) -> Completion {
    let &[this, separator, most] = args else { return Err(raise::internal(iso)) };
    let most = iso.count_argument(most)?;
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    let parts = if separator.or(Value::NONE).is_none() {
        at_space(text, most)
    } else {
        let Some(separator) = iso.as_str(separator) else {
            let kind = iso.type_name(separator);
            return Err(raise::type_error(iso, &format!("must be str or None, not {kind}")));
        };
        match iso.heap.str_bytes(separator) {
            Some([]) | None => return Err(raise::value_error(iso, "empty separator")),
            Some(separator) => at_separator(text, separator, most),
        }
    };
    let list = iso.heap.new_list_of_parts(this, parts.all()?)?;
    Ok(iso.keep(list))
}

pub(super) fn splitlines(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, keep_ends] = args else { return Err(raise::internal(iso)) };
    let keep_ends = iso.is_true(keep_ends.or(Value::FALSE))?;
    let lines = line_parts(text_lines(iso.heap.str_bytes(this).unwrap_or(&[])), keep_ends);
    let list = iso.heap.new_list_of_parts(this, lines.all()?)?;
    Ok(iso.keep(list))
}

pub(super) fn partition(iso: &mut Isolate, args: &[Value]) -> Completion {
    partition_at(iso, args, search::find, |this| [this, names::EMPTY, names::EMPTY])
}

pub(super) fn rpartition(iso: &mut Isolate, args: &[Value]) -> Completion {
    partition_at(iso, args, search::find_last, |this| [names::EMPTY, names::EMPTY, this])
}

fn partition_at(
    iso: &mut Isolate,
    args: &[Value],
    find: fn(&[u8], &[u8]) -> Option<usize>,
    absent: fn(Value) -> [Value; 3],
) -> Completion {
    let &[outer, separator] = args else { return Err(raise::internal(iso)) };
    let this = iso.unwrap(outer);
    let Some(needle) = iso.as_str(separator) else {
        let kind = iso.type_name(separator);
        return Err(raise::type_error(iso, &format!("must be str, not {kind}")));
    };
    let (text, needle) = (iso.heap.str_bytes(this).unwrap_or(&[]), iso.heap.str_bytes(needle).unwrap_or(&[]));
    if needle.is_empty() {
        return Err(raise::value_error(iso, "empty separator"));
    }
    let (length, width) = (text.len(), needle.len());
    let Some(at) = find(text, needle) else { return iso.new_tuple(&absent(outer)) };
    let before = iso.heap.new_substring(this, 0..at)?;
    let after = iso.heap.new_substring(this, at + width..length)?;
    iso.new_tuple(&[before, separator, after])
}
