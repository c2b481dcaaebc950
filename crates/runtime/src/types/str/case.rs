//! Case mappings.

use crate::exceptions::raise;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_unicode::case as mapping;

/// Maps a text; one that stays as it is isn't copied into the region again.
fn map(iso: &mut Isolate, args: &[Value], mapping: fn(&[u8]) -> Vec<u8>) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    let mapped = mapping(text);
    if mapped == text {
        return Ok(this);
    }
    iso.new_text(&mapped)
}

pub(super) fn lower(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, mapping::lower)
}

pub(super) fn upper(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, mapping::upper)
}

pub(super) fn casefold(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, mapping::casefold)
}

pub(super) fn title(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, mapping::title)
}

pub(super) fn capitalize(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, mapping::capitalize)
}

pub(super) fn swapcase(iso: &mut Isolate, args: &[Value]) -> Completion {
    map(iso, args, mapping::swapcase)
}
