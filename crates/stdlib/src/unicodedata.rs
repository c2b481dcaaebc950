//! `unicodedata`: what the Unicode Character Database says of characters.

use alloc::borrow::ToOwned;
use alloc::format;
use ferropy_runtime::native::{ModuleSpec, Row, constant, function};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};
use ferropy_unicode::normalization::{Form, combining_class, normalize as normal_form};
use ferropy_unicode::{category, characters, names, numeric, width, wtf8};

/// `unicodedata`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "unicodedata",
    doc: "This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode \
          characters. The data in\nthis database is based on the UnicodeData.txt file version\n16.0.0 which is publicly \
          available from the Unicode Consortium\nat https://www.unicode.org/Public/16.0.0/ucd/.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const CHR: &str = "($module, chr, /)";
const CHR_OR: &str = "($module, chr, default=<unrepresentable>, /)";
const TEXT: &str = "($module, form, unistr, /)";

const ROWS: &[Row] = &[
    constant("unidata_version", "The version of the database.", |iso, _| iso.new_str("16.0.0")),
    function(
        "bidirectional",
        CHR,
        "Returns the bidirectional class assigned to the character chr as string.",
        |iso, args| {
            let code = character(iso, args, "bidirectional")?;
            iso.new_str(characters::bidirectional(code))
        },
    ),
    function("category", CHR, "Returns the general category assigned to the character chr as string.", |iso, args| {
        let code = character(iso, args, "category")?;
        iso.new_str(category::category(code).abbreviation())
    }),
    function(
        "combining",
        CHR,
        "Returns the canonical combining class assigned to the character chr as integer.",
        |iso, args| {
            let code = character(iso, args, "combining")?;
            iso.new_int(i64::from(combining_class(code)))
        },
    ),
    function("decimal", CHR_OR, "Converts a Unicode character into its equivalent decimal value.", |iso, args| {
        let code = character(iso, args, "decimal")?;
        let value = numeric::decimal_value(code).map(|value| iso.new_int(i64::from(value)));
        or_default(iso, args, value, "not a decimal")
    }),
    function(
        "decomposition",
        CHR,
        "Returns the character decomposition mapping assigned to the character chr.",
        |iso, args| {
            let code = character(iso, args, "decomposition")?;
            iso.new_str(characters::decomposition(code))
        },
    ),
    function("digit", CHR_OR, "Converts a Unicode character into its equivalent digit value.", |iso, args| {
        let code = character(iso, args, "digit")?;
        let value = numeric::digit_value(code).map(|value| iso.new_int(i64::from(value)));
        or_default(iso, args, value, "not a digit")
    }),
    function(
        "east_asian_width",
        CHR,
        "Returns the east asian width assigned to the character chr as string.",
        |iso, args| {
            let code = character(iso, args, "east_asian_width")?;
            iso.new_str(width::east_asian_width(code))
        },
    ),
    function(
        "is_normalized",
        TEXT,
        "Return whether the Unicode string unistr is in the normal form 'form'.\n\n\
         Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.",
        |iso, args| {
            let (text, form) = normalizing(iso, args, "is_normalized")?;
            let is_normal = normal_form(&text, form) == text;
            Ok(Value::bool(is_normal))
        },
    ),
    function("lookup", "($module, name, /)", "Look up character by name.", lookup),
    function(
        "mirrored",
        CHR,
        "Returns the mirrored property assigned to the character chr as integer.",
        |iso, args| {
            let code = character(iso, args, "mirrored")?;
            iso.new_int(i64::from(characters::mirrored(code)))
        },
    ),
    function("name", CHR_OR, "Returns the name assigned to the character chr as a string.", |iso, args| {
        let code = character(iso, args, "name")?;
        let name = names::name(code).map(|name| iso.new_str(&name));
        or_default(iso, args, name, "no such name")
    }),
    function(
        "normalize",
        TEXT,
        "Return the normal form 'form' for the Unicode string unistr.\n\n\
         Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.",
        |iso, args| {
            let (text, form) = normalizing(iso, args, "normalize")?;
            iso.new_text(&normal_form(&text, form))
        },
    ),
    function("numeric", CHR_OR, "Converts a Unicode character into its equivalent numeric value.", |iso, args| {
        let code = character(iso, args, "numeric")?;
        let value = numeric::numeric_value(code).map(|value| iso.new_float(value.to_f64()));
        or_default(iso, args, value, "not a numeric character")
    }),
];

/// The first argument, which is one character.
fn character(iso: &mut Isolate, args: &[Value], function: &str) -> Completion<u32> {
    let value = args.first().copied().unwrap_or(Value::NONE);
    let text = iso.as_str(value).and_then(|text| iso.heap.str_bytes(text));
    let found = text.map(|text| {
        let mut codes = wtf8::code_points(text);
        (codes.next(), codes.next().is_some(), wtf8::count(text))
    });
    // With a default there are several arguments to count.
    let place = if matches!(function, "decimal" | "digit" | "name" | "numeric") { " 1" } else { "" };
    let message = match found {
        Some((Some(code), false, _)) => return Ok(code),
        Some((.., length)) => {
            format!("{function}() argument{place} must be a unicode character, not a string of length {length}")
        }
        None => format!("{function}() argument{place} must be a unicode character, not {}", iso.type_name(value)),
    };
    Err(raise::type_error(iso, &message))
}

/// A value, or the second argument, or an error.
fn or_default(iso: &mut Isolate, args: &[Value], value: Option<Completion>, message: &str) -> Completion {
    match (value, args.get(1).and_then(|default| default.given())) {
        (Some(value), _) => value,
        (None, Some(default)) => Ok(default),
        (None, None) => Err(raise::value_error(iso, message)),
    }
}

/// The text to normalize, and the form.
fn normalizing(iso: &mut Isolate, args: &[Value], function: &str) -> Completion<(alloc::vec::Vec<u8>, Form)> {
    let &[form, text] = args else { return Err(raise::internal(iso)) };
    let name = string(iso, form, function, 1)?;
    let bytes = string(iso, text, function, 2)?;
    match core::str::from_utf8(&name).ok().and_then(Form::from_name) {
        Some(form) => Ok((bytes, form)),
        None => Err(raise::value_error(iso, "invalid normalization form")),
    }
}

fn string(iso: &mut Isolate, value: Value, function: &str, place: usize) -> Completion<alloc::vec::Vec<u8>> {
    match iso.as_str(value).and_then(|text| iso.heap.str_bytes(text)) {
        Some(bytes) => Ok(bytes.to_owned()),
        None => {
            let kind = iso.type_name(value);
            Err(raise::type_error(iso, &format!("{function}() argument {place} must be str, not {kind}")))
        }
    }
}

fn lookup(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name] = args else { return Err(raise::internal(iso)) };
    let Some(name) = iso.as_str(name).and_then(|name| iso.heap.str_bytes(name)).map(<[u8]>::to_owned) else {
        let kind = iso.type_name(name);
        return Err(raise::type_error(iso, &format!("a bytes-like object is required, not '{kind}'")));
    };
    let text = wtf8::to_str_lossy(&name).into_owned();
    match names::lookup(&text) {
        Some(character) => iso.new_str(character.encode_utf8(&mut [0; 4])),
        None => Err(unknown(iso, &text)),
    }
}

fn unknown(iso: &mut Isolate, name: &str) -> Raised {
    match iso.new_str(&format!("undefined character name '{name}'")) {
        Ok(message) => raise::key_error(iso, message),
        Err(raised) => raised,
    }
}
