//! Decoding, and hexadecimal numbers.

use super::{own_bytes, unchanged};
use crate::codecs;
use crate::exceptions::raise;
use crate::native::{Reach, TypeId};
use crate::types::byte_string::hex::{HexError, Separator, from_hex, to_hex};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

pub(crate) fn decode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, encoding, errors] = args else { return Err(raise::internal(iso)) };
    codecs::check_names(iso, "decode", encoding, errors)?;
    if own_bytes(iso, this).is_empty() {
        // Nothing is the same in every encoding, known or not.
        return Ok(names::EMPTY);
    }
    codecs::decode(iso, this, encoding, errors)
}

/// `decode` of ASCII in UTF-8.
pub(crate) fn decode_shortcut(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.byte_string(this).filter(|bytes| bytes.is_ascii())?;
    reach.heap.byte_string_to_str(this).ok()?
}

pub(crate) fn hex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, separator, distance] = args else { return Err(raise::internal(iso)) };
    let separator = hex_separator(iso, separator, distance)?;
    let text = to_hex(own_bytes(iso, this), separator)?;
    iso.new_text(&text)
}

/// The arguments of `hex`: a separator, and how many bytes stand between two.
pub(crate) fn hex_separator(iso: &mut Isolate, separator: Value, distance: Value) -> Completion<Option<Separator>> {
    let distance = if distance.is_unbound() { 1 } else { iso.to_isize(distance)? };
    let Some(separator) = separator.given() else { return Ok(None) };
    let inner = iso.unwrap(separator);
    let Some(bytes) = iso.heap.str_bytes(inner).or_else(|| iso.heap.bytes(inner)) else {
        return Err(match iso.len(separator)? {
            1 => raise::type_error(iso, "sep must be str or bytes."),
            _ => raise::value_error(iso, "sep must be length 1."),
        });
    };
    match *bytes {
        [byte @ 0..0x80] => Ok((distance != 0).then_some(Separator { byte, distance })),
        [_] => Err(raise::value_error(iso, "sep must be ASCII.")),
        _ if iso.heap.text(inner).is_some_and(|text| text.chars == 1) => {
            Err(raise::value_error(iso, "sep must be ASCII."))
        }
        _ => Err(raise::value_error(iso, "sep must be length 1.")),
    }
}

pub(crate) fn from_hex_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, source] = args else { return Err(raise::internal(iso)) };
    let bytes = hex_source(iso, source)?;
    let made = iso.new_bytes(&bytes)?;
    if class == TypeId::BYTES.value() { Ok(made) } else { iso.call(class, &[made]) }
}

pub(crate) fn from_hex_bytearray(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, source] = args else { return Err(raise::internal(iso)) };
    let bytes = hex_source(iso, source)?;
    let made = iso.new_bytearray(&bytes)?;
    if class == TypeId::BYTEARRAY.value() { Ok(made) } else { iso.call(class, &[made]) }
}

fn hex_source(iso: &mut Isolate, source: Value) -> Completion<Vec<u8>> {
    let result = if let Some(text) = iso.as_str(source) {
        let bytes = iso.heap.str_bytes(text).unwrap_or(&[]);
        // The first character that isn't ASCII is told before any other that is wrong.
        match bytes.iter().position(|byte| !byte.is_ascii()) {
            Some(position) => Err(HexError::At(position)),
            None => from_hex(bytes),
        }
    } else if let Some(buffer) = iso.opt_buffer(source)? {
        from_hex(&iso.bytes_like(buffer).unwrap_or_default())
    } else {
        let kind = iso.type_name(source);
        let message = format!("fromhex() argument must be str or bytes-like, not {kind}");
        return Err(raise::type_error(iso, &message));
    };
    match result {
        Ok(bytes) => Ok(bytes),
        Err(HexError::At(position)) => {
            let message = format!("non-hexadecimal number found in fromhex() arg at position {position}");
            Err(raise::value_error(iso, &message))
        }
        Err(HexError::Odd) => {
            let message = "fromhex() arg must contain an even number of hexadecimal digits";
            Err(raise::value_error(iso, message))
        }
    }
}

/// A copy, of the same type.
pub(crate) fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    unchanged(iso, this)
}
