//! Text encodings: between `str` and bytes.
//!
//! [`names`] finds an encoding by its name. [`decoding`] and [`encoding`] go through the input up to the next thing
//! that has no counterpart and know nothing of Python; [`handlers`] are the builtin ways to go on from there.
//! [`bulk`] does the same for whole objects that are in order, and [`lenient`] for handlers that take whatever comes.
//! Here all is put together, and what no builtin handler deals with becomes an exception made in [`errors`].
//! Encodings that the runtime does not know are asked for in [`foreign`].
//! [`callbacks`] are handlers as Python calls them: those that programs register, and the builtin ones as functions.

mod bulk;
mod callbacks;
mod decoding;
mod encoding;
pub(crate) mod errors;
mod escapes;
mod foreign;
mod handlers;
mod lenient;
mod names;

use crate::buffers::{copied, owned, with_room};
use crate::exceptions::raise;
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use decoding::Decoding;
use encoding::Encoding;
use handlers::Handler;

pub use callbacks::{
    backslashreplace_errors, ignore_errors, lookup_error, namereplace_errors, register_error, replace_errors,
    strict_errors, surrogateescape_errors, surrogatepass_errors, xmlcharrefreplace_errors,
};
pub use ferropy_unicode::charmaps::Charmap;
pub use names::{Codec, Order, codec_named};

/// A stretch of the input that has no counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// Where it starts: a byte offset in bytes, a character index in text.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// Why, in CPython's words.
    pub(crate) reason: &'static str,
}

/// Why a byte or character that a table has no counterpart for is a failure.
const UNDEFINED: &str = "character maps to <undefined>";

/// Checks the arguments that name an encoding and an error handler: text, or not given.
pub(crate) fn check_names(iso: &mut Isolate, method: &str, encoding: Value, errors: Value) -> Completion<()> {
    for (value, name) in [(encoding, "encoding"), (errors, "errors")] {
        if !value.is_unbound() && iso.as_str(value).is_none() {
            // `str` is alone in naming the type of None.
            let kind = if method == "str" { iso.type_name(value) } else { argument_kind(iso, value) };
            let message = format!("{method}() argument '{name}' must be str, not {kind}");
            return Err(raise::type_error(iso, &message));
        }
        let Some(text) = iso.as_str(value) else { continue };
        let bytes = iso.heap.str_bytes(text).unwrap_or(&[]);
        if core::str::from_utf8(bytes).is_err() {
            // Names are UTF-8, where lone surrogates have no place.
            encode(iso, text, Value::UNBOUND, Value::UNBOUND)?;
        }
        let bytes = iso.heap.str_bytes(text).unwrap_or(&[]);
        if bytes.contains(&0) {
            return Err(raise::value_error(iso, "embedded null character"));
        }
    }
    Ok(())
}

/// The codec that a name means; UTF-8 if it is not given, nothing if the runtime does not know it.
fn find_codec(iso: &Isolate, name: Value) -> Option<Codec> {
    if name.is_unbound() {
        return Some(Codec::Utf8);
    }
    let text = iso.as_str(name).unwrap_or(name);
    iso.heap.str_bytes(text).and_then(codec_named)
}

/// The builtin error handler that a name means; strict if it is not given.
fn find_handler(iso: &Isolate, name: Value) -> Handler {
    if name.is_unbound() {
        return Handler::Strict;
    }
    let text = iso.as_str(name).unwrap_or(name);
    Handler::named(iso.heap.str_bytes(text).unwrap_or(&[]))
}

/// Whether the bytes of a text in an encoding are those that the text lies in: UTF-8, or all ASCII. `encoding` is a text
/// or Unbound.
pub(crate) fn is_encoded_as_is(iso: &Isolate, text: Value, encoding: Value) -> bool {
    let Some(text) = iso.heap.text(text) else { return false };
    let codec = match encoding.given() {
        None => Some(Codec::Utf8),
        Some(name) => iso.as_str(name).and_then(|name| iso.heap.str_bytes(name)).and_then(codec_named),
    };
    match codec {
        Some(Codec::Utf8) => text.is_ascii() || core::str::from_utf8(text.bytes).is_ok(),
        Some(Codec::Ascii | Codec::Latin1) => text.is_ascii(),
        _ => false,
    }
}

/// A text in an encoding as a bytes object, if it is one whose characters all have a counterpart.
pub(crate) fn encode_bulk(iso: &mut Isolate, text: Value, encoding: Value) -> Option<Value> {
    let name = iso.as_str(encoding.given()?)?;
    let codec = codec_named(iso.heap.str_bytes(name)?)?;
    bulk::encode(iso, text, codec)
}

/// The bytes of a text in an encoding. `encoding` and `errors` are texts or Unbound. May call an error handler.
pub fn encode(iso: &mut Isolate, text: Value, encoding: Value, errors: Value) -> Completion<Vec<u8>> {
    let Some(codec) = find_codec(iso, encoding) else { return foreign::encode(iso, text, encoding, errors) };
    let encoded = encode_with(iso, text, codec, errors);
    encoded.map_err(|raised| foreign::noted(iso, encoding, "encoding", raised))
}

fn encode_with(iso: &mut Isolate, text: Value, codec: Codec, errors: Value) -> Completion<Vec<u8>> {
    let handler = find_handler(iso, errors);
    if handler == Handler::Other {
        return callbacks::encode(iso, text, codec, errors);
    }
    let growth = match codec {
        Codec::Utf8 | Codec::Utf8Signed => 1,
        Codec::Ascii | Codec::Latin1 | Codec::Charmap(_) if handler == Handler::Strict => 1,
        _ => 4,
    };
    iso.spare(growth * iso.heap.str_bytes(text).map_or(0, <[u8]>::len))?;
    let bytes = iso.heap.str_bytes(text).unwrap_or(&[]);
    if codec == Codec::Ascii && matches!(handler, Handler::Ignore | Handler::Replace) {
        return Ok(lenient::encode_ascii(bytes, handler == Handler::Replace));
    }
    let mut state = Encoding::new(codec, bytes);
    loop {
        let Err(failure) = state.run() else { return Ok(state.out) };
        if let Err(failure) = state.handle(handler, failure) {
            return Err(errors::raise_encode_error(iso, codec, text, failure));
        }
    }
}

/// The text that a bytes-like object encodes. `encoding` and `errors` are texts or Unbound. May call an error handler.
pub fn decode(iso: &mut Isolate, source: Value, encoding: Value, errors: Value) -> Completion {
    let Some(codec) = find_codec(iso, encoding) else { return foreign::decode(iso, source, encoding, errors) };
    let source = iso.to_buffer(source)?;
    let bytes = iso.bytes_like(source).unwrap_or_default();
    let whole = match codec {
        Codec::Utf8 => core::str::from_utf8(&bytes).is_ok(),
        Codec::Ascii | Codec::Latin1 | Codec::Charmap(_) => bytes.is_ascii(),
        _ => false,
    };
    if whole && let Some(text) = iso.heap.byte_string_to_str(source)? {
        return Ok(iso.keep(text));
    }
    if let Some(text) = bulk::decode(iso, source, codec) {
        return Ok(iso.keep(text));
    }
    let (text, _) = decode_part(iso, source, codec, errors, true)
        .map_err(|raised| foreign::noted(iso, encoding, "decoding", raised))?;
    iso.new_text(&text)
}

/// Decodes a bytes-like object as far as it goes: with `last`, all of it; else what is complete. Also returns how
/// many bytes that was.
pub fn decode_prefix(
    iso: &mut Isolate,
    source: Value,
    encoding: Value,
    errors: Value,
    last: bool,
) -> Completion<(Value, usize)> {
    let Some(codec) = find_codec(iso, encoding) else {
        let text = foreign::decode(iso, source, encoding, errors)?;
        let length = iso.bytes_like(source).map_or(0, |bytes| bytes.len());
        return Ok((text, length));
    };
    let source = iso.to_buffer(source)?;
    let (text, consumed) = decode_part(iso, source, codec, errors, last)?;
    Ok((iso.new_text(&text)?, consumed))
}

fn decode_part(
    iso: &mut Isolate,
    source: Value,
    codec: Codec,
    errors: Value,
    last: bool,
) -> Completion<(Vec<u8>, usize)> {
    let handler = find_handler(iso, errors);
    iso.spare(2 * iso.bytes_like(source).map_or(0, |bytes| bytes.len()))?;
    let bytes = iso.bytes_like(source).unwrap_or_default();
    if handler == Handler::Other {
        let bytes = owned(bytes)?;
        return callbacks::decode(iso, &bytes, codec, errors, last);
    }
    let room = with_room(bytes.len())?;
    let mut state = Decoding::new(codec, &bytes, last, room);
    if state.run_leniently(handler) {
        let consumed = state.consumed();
        return Ok((state.out, consumed));
    }
    loop {
        let Err(failure) = state.run() else {
            let consumed = state.consumed();
            return Ok((state.out, consumed));
        };
        if state.handle(handler, failure) {
            continue;
        }
        let codec = state.codec;
        let bytes = copied(state.bytes)?;
        return Err(match handler {
            Handler::XmlCharRefReplace | Handler::NameReplace => {
                raise::type_error(iso, "don't know how to handle UnicodeDecodeError in error callback")
            }
            _ => errors::raise_decode_error(iso, codec, &bytes, failure),
        });
    }
}
