//! Operators: length, hash, comparison, indexing, `+`, `*`, `%`.

use super::percent::percent_text;
use super::reversal::write_reversed;
use crate::exceptions::raise;
use crate::heap::{Kind, Text};
use crate::object::CompareOp;
use crate::types::byte_string::search::every;
use crate::types::sequence::{SliceParts, Subscript};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::slice::{SliceIndices, normalize_index};
use ferropy_unicode::wtf8;

pub(super) fn str(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.unwrap(this))
}

pub(super) fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.heap.str_hash(this).unwrap_or(0);
    iso.new_int(hash as i64)
}

pub(super) fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.text(this).map_or(0, |text| text.chars);
    iso.new_int(length as i64)
}

fn compare(iso: &mut Isolate, args: &[Value], op: CompareOp) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let other = iso.unwrap(other);
    // Generalised UTF-8 sorts as its code points do.
    match (iso.heap.str_bytes(this), iso.heap.str_bytes(other)) {
        (Some(a), Some(b)) => Ok(Value::bool(op.holds(a.cmp(b)))),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

pub(super) fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Eq)
}

pub(super) fn ne(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Ne)
}

pub(super) fn lt(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Lt)
}

pub(super) fn le(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Le)
}

pub(super) fn gt(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Gt)
}

pub(super) fn ge(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Ge)
}

pub(super) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    if !iso.is_slice(key) && !iso.has_index(key) {
        let kind = iso.type_name(key);
        return Err(raise::type_error(iso, &format!("string indices must be integers, not '{kind}'")));
    }
    let index = match iso.subscript(key, "string")? {
        Subscript::Slice(parts) => return slice(iso, this, parts),
        Subscript::Index(index) => index,
    };
    let Some(text) = iso.heap.indexed_text(this) else { return Err(raise::internal(iso)) };
    let Some(index) = normalize_index(index, text.chars) else {
        return Err(raise::index_error(iso, "string index out of range"));
    };
    let start = text.byte_offset(index);
    let rest = text.bytes.get(start..).unwrap_or(&[]);
    let end = start + character_length(rest);
    Ok(iso.heap.new_substring(this, start..end)?)
}

/// The length of the character that the bytes start with.
#[inline]
pub(crate) fn character_length(bytes: &[u8]) -> usize {
    wtf8::length(bytes)
}

fn slice(iso: &mut Isolate, this: Value, parts: SliceParts) -> Completion {
    let Some(text) = iso.heap.indexed_text(this) else { return Err(raise::internal(iso)) };
    let indices = parts.resolve(text.chars);
    let start = usize::try_from(indices.start).unwrap_or(0);
    if indices.step == 1 {
        let from = text.byte_offset(start);
        let to = text.byte_offset(start + indices.count);
        return Ok(iso.heap.new_substring_of(this, from..to, indices.count)?);
    }
    if indices.step == -1 && indices.count == text.chars {
        let (length, chars) = (text.bytes.len(), text.chars);
        if let Some(short) = iso.heap.short_ascii(this) {
            return Ok(iso.heap.new_short_str(short.reversed())?);
        }
        let reversed = iso.heap.new_str_from(this, length, chars, write_reversed)?;
        return Ok(iso.keep(reversed));
    }
    let Some(text) = iso.heap.text(this) else { return Err(raise::internal(iso)) };
    let stepped = stepped(text, &indices);
    iso.new_text(&stepped)
}

/// Of how many characters left out the length of each is looked at.
const SKIPPED_SINGLY: usize = 32;

/// The characters of a slice with a step.
fn stepped(text: Text<'_>, indices: &SliceIndices) -> Vec<u8> {
    let (bytes, ascii) = (text.bytes, text.is_ascii());
    let start = usize::try_from(indices.start).unwrap_or(0);
    let skipped = usize::try_from(indices.step.unsigned_abs()).unwrap_or(usize::MAX) - 1;
    let mut out = Vec::new();
    if indices.count == 0 {
        return out;
    }
    let forward = indices.step > 0;
    // The characters from the first one on, in the direction of the step.
    let edge = if forward { start } else { start + 1 };
    let edge = text.byte_offset(edge);
    let (before, after) = bytes.split_at_checked(edge).unwrap_or((bytes, &[]));
    let step = skipped.saturating_add(1);
    if ascii && forward {
        return every(after, step, indices.count);
    }
    if ascii && step == 1 {
        out.extend(before.get(before.len().saturating_sub(indices.count)..).unwrap_or(&[]).iter().rev());
        return out;
    }
    if ascii {
        return before.iter().rev().step_by(step).take(indices.count).copied().collect();
    }
    out.reserve(if forward { after.len() } else { before.len() }.div_ceil(step));
    if !forward && step == 1 {
        let mut rest = before;
        for _ in 0..indices.count {
            let start = rest.iter().rposition(|&byte| byte & 0xc0 != 0x80).unwrap_or(0);
            let Some((head, character)) = rest.split_at_checked(start) else { break };
            rest = head;
            match *character {
                [byte] => out.push(byte),
                [a, b] => out.extend_from_slice(&[a, b]),
                _ => out.extend_from_slice(character),
            }
        }
        return out;
    }
    if forward && skipped < SKIPPED_SINGLY {
        let mut rest = after;
        for _ in 0..indices.count {
            let (character, after) = rest.split_at_checked(wtf8::length(rest)).unwrap_or((rest, &[]));
            match *character {
                [byte] => out.push(byte),
                [a, b] => out.extend_from_slice(&[a, b]),
                _ => out.extend_from_slice(character),
            }
            rest = after;
            for _ in 0..skipped {
                rest = rest.get(wtf8::length(rest)..).unwrap_or(&[]);
            }
        }
        return out;
    }
    let mut codes = wtf8::code_points(if forward { after } else { before });
    for number in 0..indices.count {
        let skipped = if number == 0 { 0 } else { skipped };
        let code = if forward { codes.nth(skipped) } else { codes.nth_back(skipped) };
        if let Some(code) = code {
            wtf8::push(&mut out, code);
        }
    }
    out
}

pub(super) fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let joined = match iso.as_str(other) {
        Some(text) => iso.heap.concat_str(this, text)?,
        None => None,
    };
    match joined {
        Some(joined) => Ok(iso.keep(joined)),
        None => Err(iso.cannot_concatenate(this, other)),
    }
}

pub(super) fn mul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.str_bytes(this).map_or(0, <[u8]>::len);
    match iso.repetition(count, length, "repeated string is too long")? {
        None => Err(iso.cannot_repeat(count)),
        Some(count) => {
            let repeated = iso.heap.repeat_string(this, count)?;
            Ok(iso.keep(repeated))
        }
    }
}

pub(super) fn modulo(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, values] = args else { return Err(raise::internal(iso)) };
    percent_text(iso, this, values)
}

pub(super) fn modulo_reflected(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, template] = args else { return Err(raise::internal(iso)) };
    let Some(template) = iso.as_str(template) else { return Ok(Value::NOT_IMPLEMENTED) };
    percent_text(iso, template, this)
}

pub(super) fn get_new_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_tuple(&[this])
}

pub(super) fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = if iso.heap.kind(this) == Some(Kind::Str) { iso.heap.size_of(this) } else { 0 };
    iso.new_int(size as i64)
}
