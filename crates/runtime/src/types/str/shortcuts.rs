//! Short cuts of str methods: for ASCII text, where nothing has to be said about wrong arguments.

use crate::Value;
use crate::native::Reach;
use crate::types::byte_string::cut::{Ends, TextSpace, is_text_space, strip_bytes, strip_space};
use crate::types::byte_string::search;

/// The longest text whose case is changed here.
const SHORT: usize = 32;

/// Whether there are characters, all ASCII and such.
fn all_are(reach: &Reach<'_>, args: &[Value], condition: impl Fn(u8) -> bool) -> Option<Value> {
    let &[this] = args else { return None };
    let text = reach.heap.text(this).filter(|text| text.is_ascii())?;
    Some(Value::bool(!text.bytes.is_empty() && text.bytes.iter().all(|&byte| condition(byte))))
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

/// A short text with its bytes changed in place.
#[inline(always)]
fn changed(reach: &mut Reach<'_>, args: &[Value], change: impl Fn(&mut [u8])) -> Option<Value> {
    let &[this] = args else { return None };
    let text = reach.heap.text(this).filter(|text| text.is_ascii())?.bytes;
    let mut bytes = [0u8; SHORT];
    let place = bytes.get_mut(..text.len())?;
    place.copy_from_slice(text);
    change(place);
    if place == text { Some(this) } else { reach.heap.new_str(place).ok() }
}

pub(super) fn lower(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    changed(reach, args, <[u8]>::make_ascii_lowercase)
}

pub(super) fn upper(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    changed(reach, args, <[u8]>::make_ascii_uppercase)
}

/// A text and the only argument, which is another.
#[inline(always)]
fn texts<'a>(reach: &'a Reach<'_>, args: &[Value]) -> Option<(&'a [u8], &'a [u8])> {
    let &[this, other] = args else { return None };
    Some((reach.heap.text(this)?.bytes, reach.heap.text(other)?.bytes))
}

pub(super) fn startswith(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    texts(reach, args).map(|(text, start)| Value::bool(text.starts_with(start)))
}

pub(super) fn endswith(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    texts(reach, args).map(|(text, end)| Value::bool(text.ends_with(end)))
}

pub(super) fn find(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this, other] = args else { return None };
    let text = reach.heap.text(this).filter(|text| text.is_ascii())?.bytes;
    let at = search::find(text, reach.heap.text(other)?.bytes);
    Some(Value::small_int(at.map_or(-1, |at| at as i64)))
}

/// The text without white space or the ASCII characters of the argument at its ends.
#[inline(always)]
fn strip_ends(reach: &mut Reach<'_>, args: &[Value], ends: Ends) -> Option<Value> {
    let (&this, others) = args.split_first()?;
    let text = reach.heap.text(this)?.bytes;
    let range = match *others {
        [] => strip_space::<TextSpace>(text, ends),
        [set] => strip_bytes(text, reach.heap.text(set).filter(|set| set.is_ascii())?.bytes, ends),
        _ => return None,
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
