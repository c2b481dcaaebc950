//! Encodings that the runtime does not know: those of the module `codecs`, and what programs register there. Also what
//! goes beyond a single encoding: notes on exceptions about which one failed, and the encodings of source files.

use super::names::is_short_cut;
use crate::exceptions::raise;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_syntax::{Source, SyntaxError};

/// Calls a function of the module behind `codecs`; where the module is missing no other encoding is known.
fn ask(iso: &mut Isolate, function: &str, object: Value, encoding: Value, errors: Value) -> Completion {
    let Ok(module) = iso.import_dotted("_encodings") else {
        iso.take_exception();
        let name = iso.name_text(encoding);
        return Err(raise::lookup_error(iso, &format!("unknown encoding: {name}")));
    };
    let function = iso.intern(function)?;
    let function = iso.get_attr(module, function)?;
    match errors.given() {
        Some(errors) => iso.call(function, &[object, encoding, errors]),
        None => iso.call(function, &[object, encoding]),
    }
}

/// The bytes of a text.
pub(super) fn encode(iso: &mut Isolate, text: Value, encoding: Value, errors: Value) -> Completion<Vec<u8>> {
    let result = ask(iso, "encode_text", text, encoding, errors)?;
    Ok(iso.bytes_like(result).unwrap_or_default().into_owned())
}

/// The text of a bytes-like object.
pub(super) fn decode(iso: &mut Isolate, source: Value, encoding: Value, errors: Value) -> Completion {
    ask(iso, "decode_text", source, encoding, errors)
}

/// Says on the exception on its way which encoding failed, as CPython does for all but the commonest ones.
pub(super) fn noted(iso: &mut Isolate, encoding: Value, what: &str, raised: Raised) -> Raised {
    let text = iso.as_str(encoding).unwrap_or(encoding);
    if encoding.is_unbound() || iso.heap.str_bytes(text).is_none_or(is_short_cut) {
        return raised;
    }
    let name = iso.name_text(text);
    let exception = iso.take_exception();
    // Without memory there is no note.
    if iso
        .new_str(&format!("{what} with '{name}' codec failed"))
        .and_then(|note| iso.add_note(exception, note))
        .is_err()
    {
        iso.take_exception();
    }
    iso.raise_exception(exception)
}

/// The text of a source file in an encoding that the parser does not know, or why there is none.
fn decode_source_text(iso: &mut Isolate, name: &str, bytes: &[u8]) -> Result<String, String> {
    let decoded = iso.new_str(name).and_then(|name| {
        let bytes = iso.new_bytes(bytes)?;
        super::decode(iso, bytes, name, Value::UNBOUND)
    });
    match decoded {
        Ok(text) => Ok(iso.name_text(text)),
        Err(_) if iso.raised_is(TypeId::EXCEPTION) => {
            let exception = iso.take_exception();
            Err(iso.str(exception).map(|text| iso.name_text(text)).unwrap_or_default())
        }
        Err(_) => {
            iso.take_exception();
            Err(format!("encoding problem: {name}"))
        }
    }
}

impl Isolate {
    /// The source that the bytes of a file hold, in any encoding that there is.
    ///
    /// # Errors
    /// The encoding is unknown, or the bytes are not valid in it, or there are null bytes.
    pub(crate) fn decode_source<'a>(&mut self, bytes: &'a [u8]) -> Result<Source<'a>, SyntaxError> {
        Source::decode_with(bytes, &mut |name, bytes| decode_source_text(self, name, bytes))
    }
}
