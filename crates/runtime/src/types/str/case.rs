//! Case mappings.

use crate::exceptions::raise;
use crate::types::byte_string::case as bytes;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_unicode::case as mapping;

/// Maps a text; one that stays as it is isn't copied into the region again.
fn map(iso: &mut Isolate, args: &[Value], mapping: fn(&[u8]) -> Vec<u8>) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.spare(2 * iso.heap.str_bytes(this).map_or(0, <[u8]>::len))?;
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    let mapped = mapping(text);
    if mapped == text {
        return Ok(this);
    }
    iso.new_text(&mapped)
}

/// As [`map`] for texts that are short and ASCII, without going through a list of bytes; nothing for others.
fn map_short(iso: &mut Isolate, args: &[Value], mapping: fn(&mut [u8])) -> Completion<Option<Value>> {
    const SHORT: usize = 32;
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    let mut bytes = [0u8; SHORT];
    let Some(mapped) = bytes.get_mut(..text.len()).filter(|_| text.is_ascii()) else { return Ok(None) };
    mapped.copy_from_slice(text);
    mapping(mapped);
    if mapped == text {
        return Ok(Some(this));
    }
    iso.new_text(mapped).map(Some)
}

pub(super) fn lower(iso: &mut Isolate, args: &[Value]) -> Completion {
    match map_short(iso, args, <[u8]>::make_ascii_lowercase)? {
        Some(mapped) => Ok(mapped),
        None => map(iso, args, mapping::lower),
    }
}

pub(super) fn upper(iso: &mut Isolate, args: &[Value]) -> Completion {
    match map_short(iso, args, <[u8]>::make_ascii_uppercase)? {
        Some(mapped) => Ok(mapped),
        None => map(iso, args, mapping::upper),
    }
}

pub(super) fn casefold(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, mapping::casefold)
}

pub(super) fn title(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, |text| if text.is_ascii() { bytes::title(text) } else { mapping::title(text) })
}

pub(super) fn capitalize(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, |text| if text.is_ascii() { bytes::capitalize(text) } else { mapping::capitalize(text) })
}

pub(super) fn swapcase(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, |text| if text.is_ascii() { bytes::swapcase(text) } else { mapping::swapcase(text) })
}
