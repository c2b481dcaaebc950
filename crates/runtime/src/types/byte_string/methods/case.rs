//! Case and the `is…` methods.

use super::{alike, own_bytes};
use crate::exceptions::raise;
use crate::types::byte_string::{case, cut};
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;

fn map(iso: &mut Isolate, args: &[Value], mapping: fn(&[u8]) -> Vec<u8>) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mapped = mapping(own_bytes(iso, this));
    alike(iso, this, &mapped)
}

pub(crate) fn lower(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, <[u8]>::to_ascii_lowercase)
}

pub(crate) fn upper(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, <[u8]>::to_ascii_uppercase)
}

pub(crate) fn title(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, case::title)
}

pub(crate) fn capitalize(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, case::capitalize)
}

pub(crate) fn swapcase(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, case::swapcase)
}

fn bytes_are(iso: &mut Isolate, args: &[Value], condition: fn(&[u8]) -> bool) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(condition(own_bytes(iso, this))))
}

fn all_are(iso: &mut Isolate, args: &[Value], condition: fn(&u8) -> bool) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let bytes = own_bytes(iso, this);
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(condition)))
}

pub(crate) fn isalnum(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_alphanumeric)
}

pub(crate) fn isalpha(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_alphabetic)
}

pub(crate) fn isdigit(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, u8::is_ascii_digit)
}

pub(crate) fn isspace(iso: &mut Isolate, args: &[Value]) -> Completion {
    all_are(iso, args, |&byte| cut::is_byte_space(byte))
}

pub(crate) fn isascii(iso: &mut Isolate, args: &[Value]) -> Completion {
    bytes_are(iso, args, <[u8]>::is_ascii)
}

pub(crate) fn islower(iso: &mut Isolate, args: &[Value]) -> Completion {
    bytes_are(iso, args, case::is_lower)
}

pub(crate) fn isupper(iso: &mut Isolate, args: &[Value]) -> Completion {
    bytes_are(iso, args, case::is_upper)
}

pub(crate) fn istitle(iso: &mut Isolate, args: &[Value]) -> Completion {
    bytes_are(iso, args, case::is_title)
}
