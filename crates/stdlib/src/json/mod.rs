//! `_json`: reading and writing JSON, for the classes of `json` that are written in Python.
//!
//! Neither direction recurses: what is open lies in a list, so a document may nest as deep as Python calls may, and
//! what nests deeper is a `RecursionError`.

mod encoder;
mod keys;
mod scanner;
mod strings;
mod tokens;
mod writing;

use alloc::format;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Isolate, Raised, Value, raise};

/// `_json`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_json",
    doc: "Reading and writing JSON.",
    rows: ROWS,
    types: &[&scanner::SCANNER, &encoder::ENCODER],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "scanstring",
        "(string, end, strict=True, /)",
        "Read the string whose opening quote stands before the index end. The result is a tuple of the string and the \
         index behind its closing quote. Unless strict, control characters may stand in it.",
        strings::scan_string,
    ),
    function(
        "parse_constant",
        "(name, /)",
        "Return the float that is written NaN, Infinity or -Infinity.",
        tokens::parse_constant,
    ),
    function(
        strings::ASCII_NAME,
        "(string, /)",
        "Return a JSON representation of a string, in ASCII only.",
        strings::encode_ascii,
    ),
    function(strings::PLAIN_NAME, "(string, /)", "Return a JSON representation of a string.", strings::encode_plain),
];

/// Whether so many open lists and objects are too many, on top of the calls that run.
fn is_too_deep(iso: &Isolate, open: usize) -> bool {
    iso.depth().saturating_add(open) >= iso.limits().recursion
}

/// `RecursionError` that says what was being done.
#[cold]
fn too_deep(iso: &mut Isolate, doing: &str) -> Raised {
    raise::recursion_error(iso, &format!("maximum recursion depth exceeded while {doing}"))
}

/// `json.JSONDecodeError`, for the place in the document that is the character of that number.
#[cold]
fn decode_error(iso: &mut Isolate, message: &str, document: Value, place: usize) -> Raised {
    let made = iso.import_dotted("json.decoder").and_then(|module| {
        let name = iso.intern("JSONDecodeError")?;
        let class = iso.get_attr(module, name)?;
        let (message, place) = (iso.new_str(message)?, iso.new_int(place as i64)?);
        iso.call(class, &[message, document, place])
    });
    match made {
        Ok(exception) => iso.raise(exception),
        Err(raised) => raised,
    }
}
