//! What the methods take: texts, character indices, single characters.

use crate::exceptions::raise;
use crate::heap::Text;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::string::String;
use core::ops::Range;
use ferropy_unicode::wtf8;

/// A value's type as messages about arguments name it: `None` itself, of others the type.
pub(crate) fn argument_kind(iso: &Isolate, value: Value) -> String {
    if value.is_none() { "None".into() } else { iso.type_name(value) }
}

/// The text that a method's argument has to be; `place` is "argument 1" or "argument".
pub(super) fn text_argument(iso: &mut Isolate, value: Value, method: &str, place: &str) -> Completion {
    match iso.as_str(value) {
        Some(text) => Ok(text),
        None => {
            let kind = argument_kind(iso, value);
            Err(raise::type_error(iso, &format!("{method}() {place} must be str, not {kind}")))
        }
    }
}

/// A character that fills a field.
pub(super) fn fill_character(iso: &mut Isolate, value: Value) -> Completion<u32> {
    if value.is_unbound() {
        return Ok(u32::from(b' '));
    }
    let Some(text) = iso.as_str(value) else {
        let kind = iso.type_name(value);
        return Err(raise::type_error(iso, &format!("The fill character must be a unicode character, not {kind}")));
    };
    match single_character(iso, text) {
        Some(code) => Ok(code),
        None => Err(raise::type_error(iso, "The fill character must be exactly one character long")),
    }
}

/// The only character of a text.
pub(super) fn single_character(iso: &Isolate, text: Value) -> Option<u32> {
    let text = iso.heap.text(text)?;
    let mut codes = wtf8::code_points(text.bytes);
    let first = codes.next()?;
    codes.next().is_none().then_some(first)
}

/// A part of a text that a method looks at.
pub(super) struct Window {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// The number of the character it starts with.
    pub(super) first: usize,
}

/// Applies `start` and `end` as the search methods take them; nothing if the part is behind the end or backward.
pub(super) fn window(text: Text<'_>, start: i64, end: i64) -> Option<Window> {
    let last = ferropy_numeric::slice::clamp_index(end, text.chars);
    if start > last as i64 {
        return None;
    }
    let first = ferropy_numeric::slice::clamp_index(start, text.chars);
    if first > last {
        return None;
    }
    let from = text.byte_offset(first);
    let to = if last == text.chars { text.bytes.len() } else { text.byte_offset(last) };
    Some(Window { range: from..to, first })
}
