//! Bytes in fields, tabs, translation.

use super::{alike, own_bytes, unchanged};
use crate::exceptions::raise;
use crate::heap::OutOfMemory;
use crate::types::byte_string::search::reserved;
use crate::types::str::{argument_kind, center_margins, zero_filled};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_unicode::lines;

pub(crate) fn center(iso: &mut Isolate, args: &[Value]) -> Completion {
    pad(iso, args, "center", center_margins)
}

pub(crate) fn ljust(iso: &mut Isolate, args: &[Value]) -> Completion {
    pad(iso, args, "ljust", |length, width| (0, width.saturating_sub(length)))
}

pub(crate) fn rjust(iso: &mut Isolate, args: &[Value]) -> Completion {
    pad(iso, args, "rjust", |length, width| (width.saturating_sub(length), 0))
}

fn pad(iso: &mut Isolate, args: &[Value], method: &str, margins: fn(usize, usize) -> (usize, usize)) -> Completion {
    let &[this, width, fill] = args else { return Err(raise::internal(iso)) };
    let width = iso.width_argument(width)?;
    let fill = if fill.is_unbound() { b' ' } else { fill_byte(iso, fill, method)? };
    let bytes = own_bytes(iso, this);
    let (left, right) = margins(bytes.len(), width);
    if left + right == 0 {
        return unchanged(iso, this);
    }
    let mut padded = reserved(Some(width), iso.most_bytes())?;
    padded.resize(left, fill);
    padded.extend_from_slice(bytes);
    padded.resize(width, fill);
    alike(iso, this, &padded)
}

fn fill_byte(iso: &mut Isolate, fill: Value, method: &str) -> Completion<u8> {
    let inner = iso.unwrap(fill);
    let message = match iso.heap.byte_string(inner) {
        Some(&[byte]) => return Ok(byte),
        Some(bytes) => {
            let (length, kind) = (bytes.len(), iso.type_name(inner));
            format!("{method}(): argument 2 must be a byte string of length 1, not a {kind} object of length {length}")
        }
        None => {
            let kind = argument_kind(iso, fill);
            format!("{method}() argument 2 must be a byte string of length 1, not {kind}")
        }
    };
    Err(raise::type_error(iso, &message))
}

pub(crate) fn zfill(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, width] = args else { return Err(raise::internal(iso)) };
    let width = iso.width_argument(width)?;
    let bytes = own_bytes(iso, this);
    if width <= bytes.len() {
        return unchanged(iso, this);
    }
    let filled = zero_filled(bytes, width - bytes.len(), iso.most_bytes())?;
    alike(iso, this, &filled)
}

pub(crate) fn expandtabs(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, size] = args else { return Err(raise::internal(iso)) };
    let size = iso.tab_size(size)?;
    match expand(own_bytes(iso, this), size, iso.most_bytes()) {
        Some(expanded) => alike(iso, this, &expanded),
        None => Err(OutOfMemory.into()),
    }
}

/// As for texts, but each byte takes a column.
fn expand(bytes: &[u8], size: usize, most: usize) -> Option<Vec<u8>> {
    if bytes.is_ascii() {
        return lines::expand_tabs(bytes, size, most);
    }
    let mut out = Vec::new();
    let mut column = 0usize;
    for &byte in bytes {
        match byte {
            b'\t' => {
                let spaces = column.checked_rem(size).map_or(0, |used| size - used);
                if out.len().saturating_add(spaces) > most {
                    return None;
                }
                out.try_reserve(spaces).ok()?;
                out.resize(out.len() + spaces, b' ');
                column += spaces;
                continue;
            }
            b'\n' | b'\r' => column = 0,
            _ => column += 1,
        }
        out.push(byte);
    }
    Some(out)
}

pub(crate) fn translate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, table, delete] = args else { return Err(raise::internal(iso)) };
    let table = if table.is_none() { None } else { Some(iso.to_buffer(table)?) };
    let length = table.and_then(|table| iso.bytes_like(table)).map(|table| table.len());
    if length.is_some_and(|length| length != 256) {
        return Err(raise::value_error(iso, "translation table must be 256 characters long"));
    }
    let delete = if delete.is_unbound() { None } else { Some(iso.to_buffer(delete)?) };
    let delete = delete.and_then(|delete| iso.bytes_like(delete)).unwrap_or_default();
    let table = table.map(|table| iso.bytes_like(table).unwrap_or_default());
    if let Some(table) = &table
        && let Some(table) = table.first_chunk::<256>()
        && delete.is_empty()
    {
        let mapped: Vec<u8> = own_bytes(iso, this).iter().map(|&byte| table[usize::from(byte)]).collect();
        return alike(iso, this, &mapped);
    }
    let mut goes = [false; 256];
    for &byte in delete.iter() {
        goes[usize::from(byte)] = true;
    }
    let mut mapped = own_bytes(iso, this).to_vec();
    mapped.retain(|&byte| !goes[usize::from(byte)]);
    if let Some(table) = table.as_deref().and_then(<[u8]>::first_chunk::<256>) {
        mapped.iter_mut().for_each(|byte| *byte = table[usize::from(*byte)]);
    }
    alike(iso, this, &mapped)
}

pub(crate) fn maketrans(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[from, to] = args else { return Err(raise::internal(iso)) };
    let (from, to) = (iso.to_buffer(from)?, iso.to_buffer(to)?);
    let (from, to) = (iso.bytes_like(from).unwrap_or_default(), iso.bytes_like(to).unwrap_or_default());
    if from.len() != to.len() {
        return Err(raise::value_error(iso, "maketrans arguments must have same length"));
    }
    let mut table: [u8; 256] = core::array::from_fn(|byte| byte as u8);
    for (&from, &to) in from.iter().zip(to.iter()) {
        if let Some(place) = table.get_mut(usize::from(from)) {
            *place = to;
        }
    }
    iso.new_bytes(&table)
}
