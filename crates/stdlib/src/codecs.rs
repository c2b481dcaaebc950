//! `_codecs`: what the module `codecs` leaves to Rust: encoding, decoding, error handlers and their registry.

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, codecs, raise};

/// `_codecs`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_codecs",
    doc: "What the module codecs leaves to Rust.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const HANDLER: &str = "(exception, /)";

const ROWS: &[Row] = &[
    function(
        "canonical_name",
        "(encoding, /)",
        "The name of the encoding that goes by this one, or None.",
        canonical_name,
    ),
    function("compatible", "(text, /)", "The text in normal form KC.", compatible),
    function("text_encode", "(text, encoding, errors, /)", "The bytes of a text.", text_encode),
    function(
        "register_error",
        "(errors, handler, /)",
        "Register the specified error handler under the name errors.\n\nhandler must be a callable object, that\nwill be called with an exception instance containing\ninformation about the location of the encoding/decoding\nerror and must return a (replacement, new position) tuple.",
        codecs::register_error,
    ),
    function("registered_error", "(name, /)", "The handler that a program registered under a name.", registered_error),
    function("strict_errors", HANDLER, "Raise the exception.", codecs::strict_errors),
    function("ignore_errors", HANDLER, "Leave out what can't be coded.", codecs::ignore_errors),
    function("replace_errors", HANDLER, "Put a mark in the place of what can't be coded.", codecs::replace_errors),
    function(
        "backslashreplace_errors",
        HANDLER,
        "Put escapes with backslashes in the place of what can't be coded.",
        codecs::backslashreplace_errors,
    ),
    function(
        "xmlcharrefreplace_errors",
        HANDLER,
        "Put XML's references in the place of characters that can't be encoded.",
        codecs::xmlcharrefreplace_errors,
    ),
    function(
        "namereplace_errors",
        HANDLER,
        "Put names in the place of characters that can't be encoded.",
        codecs::namereplace_errors,
    ),
    function("surrogateescape_errors", HANDLER, "Keep bytes as surrogates, and back.", codecs::surrogateescape_errors),
    function("surrogatepass_errors", HANDLER, "Code surrogates as other characters.", codecs::surrogatepass_errors),
];

fn canonical_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name] = args else { return Err(raise::internal(iso)) };
    let Some(text) = iso.to_text(name) else {
        return Err(raise::wrong_argument(iso, "lookup", "str", name));
    };
    match codecs::codec_named(text.as_bytes()) {
        Some(codec) => iso.new_str(codec.canonical_name()),
        None => Ok(Value::NONE),
    }
}

fn compatible(iso: &mut Isolate, args: &[Value]) -> Completion {
    let text = args.first().and_then(|&text| iso.to_text(text)).unwrap_or_default();
    iso.new_str(&ferropy_unicode::normalization::identifier(&text))
}

fn text_encode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[text, encoding, errors] = args else { return Err(raise::internal(iso)) };
    let Some(text) = iso.as_str(text) else {
        return Err(raise::wrong_argument(iso, "encode", "str", text));
    };
    let bytes = codecs::encode(iso, text, encoding, errors)?;
    iso.new_bytes(&bytes)
}

fn registered_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name] = args else { return Err(raise::internal(iso)) };
    if iso.as_str(name).is_none() {
        return Err(raise::wrong_argument(iso, "lookup_error", "str", name));
    }
    codecs::lookup_error(iso, name)
}
