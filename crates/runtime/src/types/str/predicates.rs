//! The `is…` methods.

use crate::exceptions::raise;
use crate::types::byte_string::case as bytes;
use crate::{Completion, Isolate, Value};
use ferropy_unicode::{identifier, numeric, predicates, wtf8};

/// Whether the text satisfies the condition.
fn text_is(iso: &mut Isolate, args: &[Value], condition: impl Fn(&[u8]) -> bool) -> Completion {
    text_is_by(iso, args, &condition, &condition)
}

/// Whether the text satisfies the condition: the first one for text that is all ASCII.
fn text_is_by(
    iso: &mut Isolate,
    args: &[Value],
    ascii: impl Fn(&[u8]) -> bool,
    any: impl Fn(&[u8]) -> bool,
) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(match iso.heap.text(this) {
        Some(text) if text.is_ascii() => ascii(text.bytes),
        Some(text) => any(text.bytes),
        None => false,
    }))
}

/// Whether there are characters and all satisfy the condition; `ascii` is the same one for ASCII.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn all_are(iso: &mut Isolate, args: &[Value], ascii: impl Fn(&u8) -> bool, any: fn(u32) -> bool) -> Completion {
    text_is(iso, args, |text| match text.iter().position(|byte| !ascii(byte)) {
        None => !text.is_empty(),
        Some(at) => text.get(at).is_some_and(|byte| !byte.is_ascii()) && wtf8::code_points(text).all(any),
    })
}

pub(super) fn isalnum(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_alphanumeric, predicates::is_alnum)
}

pub(super) fn isalpha(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_alphabetic, predicates::is_alpha)
}

pub(super) fn isascii(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.heap.text(this).is_some_and(|text| text.is_ascii())))
}

pub(super) fn isdecimal(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_digit, predicates::is_decimal)
}

pub(super) fn isdigit(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_digit, predicates::is_digit)
}

pub(super) fn isnumeric(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_digit, numeric::is_numeric)
}

pub(super) fn isspace(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, |&byte| crate::types::byte_string::cut::is_text_space(byte), predicates::is_space)
}

pub(super) fn isprintable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let ascii = |text: &[u8]| text.iter().all(|byte| matches!(byte, b' '..=b'~'));
    text_is_by(iso, args, ascii, |text| wtf8::code_points(text).all(predicates::is_printable))
}

pub(super) fn isidentifier(iso: &mut Isolate, args: &[Value]) -> Completion {
    text_is(iso, args, identifier::is_identifier)
}

pub(super) fn islower(iso: &mut Isolate, args: &[Value]) -> Completion {
    text_is_by(iso, args, bytes::is_lower, predicates::is_lower_text)
}

pub(super) fn isupper(iso: &mut Isolate, args: &[Value]) -> Completion {
    text_is_by(iso, args, bytes::is_upper, predicates::is_upper_text)
}

pub(super) fn istitle(iso: &mut Isolate, args: &[Value]) -> Completion {
    text_is_by(iso, args, bytes::is_title, predicates::is_title_text)
}
