//! `UnicodeDecodeError`, `UnicodeEncodeError` and `UnicodeTranslateError`: how they are made, what they say, and
//! their attributes. They differ from other exceptions in the fields behind the common ones:
//!
//! ```text
//! EXTRA + 0 encoding (None for a translation)   1 object   2 start   3 end   4 reason
//! ```

use super::{Codec, Failure};
use crate::exceptions::{field, raise};
use crate::native::{Row, TypeId, getset, method};
use crate::types::str::{argument_kind, push_escape};
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

pub(super) const ENCODING: usize = field::EXTRA;
pub(super) const OBJECT: usize = field::EXTRA + 1;
pub(super) const START: usize = field::EXTRA + 2;
pub(super) const END: usize = field::EXTRA + 3;
const REASON: usize = field::EXTRA + 4;

/// Raises `UnicodeEncodeError` for a part of a text.
pub(crate) fn raise_encode_error(iso: &mut Isolate, codec: Codec, text: Value, failure: Failure) -> Raised {
    raise_error(iso, TypeId::UNICODE_ENCODE_ERROR, codec, text, failure)
}

/// Raises `UnicodeDecodeError` for a part of some bytes.
pub(crate) fn raise_decode_error(iso: &mut Isolate, codec: Codec, bytes: &[u8], failure: Failure) -> Raised {
    match iso.new_bytes(bytes) {
        Ok(bytes) => raise_error(iso, TypeId::UNICODE_DECODE_ERROR, codec, bytes, failure),
        Err(raised) => raised,
    }
}

fn raise_error(iso: &mut Isolate, id: TypeId, codec: Codec, object: Value, failure: Failure) -> Raised {
    match new_error(iso, id, codec, object, failure) {
        Ok(exception) => iso.raise_exception(exception),
        Err(raised) => raised,
    }
}

pub(super) fn new_error(iso: &mut Isolate, id: TypeId, codec: Codec, object: Value, failure: Failure) -> Completion {
    let encoding = iso.new_str(codec.name())?;
    let reason = iso.new_str(failure.reason)?;
    let (start, end) = (Value::small_int(failure.start as i64), Value::small_int(failure.end as i64));
    let args = [encoding, object, start, end, reason];
    let exception = iso.new_exception(id.value(), &args)?;
    for (place, value) in (ENCODING..).zip(args) {
        iso.heap.set_field(exception, place, value);
    }
    Ok(exception)
}

macro_rules! attributes {
    ($($get:ident $set:ident = $field:ident;)*) => {
        $(
            fn $get(iso: &mut Isolate, args: &[Value]) -> Completion {
                let &[this] = args else { return Err(raise::internal(iso)) };
                Ok(iso.heap.field(this, $field))
            }

            fn $set(iso: &mut Isolate, args: &[Value]) -> Completion {
                let &[this, value] = args else { return Err(raise::internal(iso)) };
                check_kind(iso, $field, value)?;
                iso.heap.set_field(this, $field, value.or(Value::NONE));
                Ok(Value::NONE)
            }
        )*
    };
}

/// Places are ints; CPython checks the other attributes where it uses them.
fn check_kind(iso: &mut Isolate, field: usize, value: Value) -> Completion<()> {
    if field != START && field != END || iso.is_int(value) {
        return Ok(());
    }
    let message = if value.is_unbound() { "can't delete numeric/char attribute" } else { "an integer is required" };
    Err(raise::type_error(iso, message))
}

attributes! {
    get_encoding set_encoding = ENCODING;
    get_object set_object = OBJECT;
    get_start set_start = START;
    get_end set_end = END;
    get_reason set_reason = REASON;
}

/// The rows of `UnicodeDecodeError`.
pub(crate) const DECODE_ROWS: &[Row] = &[
    method(
        "__init__",
        "($self, /, *args)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        init_decode,
    ),
    method("__str__", "($self, /)", "Return str(self).", decode_message),
    getset("encoding", "the name of the encoding", get_encoding, set_encoding),
    getset("object", "the bytes that were to be decoded", get_object, set_object),
    getset("start", "the index of the first byte that is wrong", get_start, set_start),
    getset("end", "the index behind the last byte that is wrong", get_end, set_end),
    getset("reason", "what is wrong with them", get_reason, set_reason),
];

/// The rows of `UnicodeEncodeError`.
pub(crate) const ENCODE_ROWS: &[Row] = &[
    method(
        "__init__",
        "($self, /, *args)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        init_encode,
    ),
    method("__str__", "($self, /)", "Return str(self).", encode_message),
    getset("encoding", "the name of the encoding", get_encoding, set_encoding),
    getset("object", "the text that was to be encoded", get_object, set_object),
    getset("start", "the index of the first character that is wrong", get_start, set_start),
    getset("end", "the index behind the last character that is wrong", get_end, set_end),
    getset("reason", "what is wrong with them", get_reason, set_reason),
];

/// The rows of `UnicodeTranslateError`.
pub(crate) const TRANSLATE_ROWS: &[Row] = &[
    method(
        "__init__",
        "($self, /, *args)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        init_translate,
    ),
    method("__str__", "($self, /)", "Return str(self).", translate_message),
    getset("encoding", "always None", get_encoding, set_encoding),
    getset("object", "the text that was to be translated", get_object, set_object),
    getset("start", "the index of the first character that is wrong", get_start, set_start),
    getset("end", "the index behind the last character that is wrong", get_end, set_end),
    getset("reason", "what is wrong with them", get_reason, set_reason),
];

/// Fills the fields; `first` is the one that the first argument goes to, `bytes` whether the object is bytes.
fn init(iso: &mut Isolate, args: &[Value], bytes: bool, first: usize) -> Completion {
    let &[this, tuple] = args else { return Err(raise::internal(iso)) };
    // Whatever comes of them, these are the arguments.
    iso.heap.set_field(this, field::ARGS, tuple);
    for place in [ENCODING, OBJECT, REASON] {
        iso.heap.set_field(this, place, Value::NONE);
    }
    let values: Vec<Value> = iso.heap.items(tuple).collect();
    let wanted = 5 + ENCODING - first;
    if values.len() != wanted {
        let message = format!("function takes exactly {wanted} arguments ({} given)", values.len());
        return Err(raise::type_error(iso, &message));
    }
    // The places are read before the bytes are looked at.
    for (number, &value) in values.iter().enumerate() {
        check_argument(iso, number + 1, first + number, value, bytes)?;
    }
    let mut fields = [Value::NONE; 5];
    for (number, (&value, place)) in values.iter().zip(fields.iter_mut().skip(first - ENCODING)).enumerate() {
        *place = match first + number {
            START | END => {
                let index = iso.to_isize(value)?;
                iso.new_int(index)?
            }
            OBJECT if bytes => {
                let buffer = iso.to_buffer(value)?;
                let content = iso.bytes_like(buffer).unwrap_or_default().into_owned();
                if iso.heap.bytes(value).is_some() { value } else { iso.new_bytes(&content)? }
            }
            _ => value,
        };
    }
    for (place, value) in (ENCODING..).zip(fields) {
        iso.heap.set_field(this, place, value);
    }
    Ok(Value::NONE)
}

/// Checks an argument's type: all but bytes, which may be any buffer.
fn check_argument(iso: &mut Isolate, number: usize, field: usize, value: Value, bytes: bool) -> Completion<()> {
    match field {
        START | END => iso.to_isize(value).map(|_| ()),
        OBJECT if bytes => Ok(()),
        _ if iso.as_str(value).is_none() => {
            let kind = argument_kind(iso, value);
            Err(raise::type_error(iso, &format!("argument {number} must be str, not {kind}")))
        }
        _ => Ok(()),
    }
}

fn init_decode(iso: &mut Isolate, args: &[Value]) -> Completion {
    init(iso, args, true, ENCODING)
}

fn init_encode(iso: &mut Isolate, args: &[Value]) -> Completion {
    init(iso, args, false, ENCODING)
}

fn init_translate(iso: &mut Isolate, args: &[Value]) -> Completion {
    init(iso, args, false, OBJECT)
}

/// What a message is made of: the fields as text and numbers, and the first wrong unit if there is exactly one.
struct Parts {
    encoding: String,
    reason: String,
    start: i64,
    last: i64,
    only: Option<u32>,
}

/// The parts; nothing if the exception was made without `__init__`.
fn parts(iso: &mut Isolate, this: Value) -> Completion<Option<Parts>> {
    let object = iso.heap.field(this, OBJECT);
    if object.is_none() || object.is_unbound() {
        return Ok(None);
    }
    let (encoding, reason) = (iso.heap.field(this, ENCODING), iso.heap.field(this, REASON));
    let encoding = iso.str(encoding)?;
    let reason = iso.str(reason)?;
    let number = |field: usize| iso.as_i64(iso.heap.field(this, field)).unwrap_or(0);
    let inner = iso.unwrap(object);
    let length = match iso.heap.text(inner) {
        Some(text) => text.chars,
        None => iso.heap.bytes(inner).map_or(0, <[u8]>::len),
    };
    let (start, end) = (number(START), number(END));
    // One unit is named, if it is there.
    let index = usize::try_from(start).ok().filter(|&index| index < length && end.checked_sub(1) == Some(start));
    let only = index.and_then(|index| match iso.heap.text(inner) {
        Some(text) => wtf8::code_points(text.bytes).nth(index),
        None => iso.heap.bytes(inner).and_then(|bytes| bytes.get(index)).map(|&byte| u32::from(byte)),
    });
    let (encoding, reason) = (iso.name_text(encoding), iso.name_text(reason));
    Ok(Some(Parts { encoding, reason, start, last: end.saturating_sub(1), only }))
}

fn decode_message(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let Some(Parts { encoding, reason, start, last, only }) = parts(iso, this)? else { return iso.new_str("") };
    let message = match only {
        Some(byte) => format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"),
        None => format!("'{encoding}' codec can't decode bytes in position {start}-{last}: {reason}"),
    };
    iso.new_str(&message)
}

/// What messages about text say of the characters.
fn characters(parts: &Parts) -> String {
    let (start, last, reason) = (parts.start, parts.last, &parts.reason);
    match parts.only {
        Some(code) => {
            let mut escape = Vec::new();
            push_escape(&mut escape, code);
            let escape = String::from_utf8(escape).unwrap_or_default();
            format!("character '{escape}' in position {start}: {reason}")
        }
        None => format!("characters in position {start}-{last}: {reason}"),
    }
}

fn encode_message(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let Some(parts) = parts(iso, this)? else { return iso.new_str("") };
    let message = format!("'{}' codec can't encode {}", parts.encoding, characters(&parts));
    iso.new_str(&message)
}

fn translate_message(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let Some(parts) = parts(iso, this)? else { return iso.new_str("") };
    let message = format!("can't translate {}", characters(&parts));
    iso.new_str(&message)
}
