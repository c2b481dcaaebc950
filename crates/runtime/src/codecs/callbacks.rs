//! Error handlers as Python calls them: a function of the exception that returns what stands for the wrong part, and
//! where to go on.

use super::decoding::Decoding;
use super::encoding::{Encoding, push_replacement};
use super::errors::{END, OBJECT, START, new_error};
use super::handlers::Handler;
use super::{Codec, Failure, codec_named};
use crate::exceptions::raise;
use crate::native::TypeId;
use crate::types::str::{argument_kind, push_hex};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

/// `codecs.register_error(name, handler)`
pub fn register_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name, handler] = args else { return Err(raise::internal(iso)) };
    let Some(name) = iso.as_str(name) else {
        let kind = argument_kind(iso, name);
        return Err(raise::type_error(iso, &format!("register_error() argument 1 must be str, not {kind}")));
    };
    if iso.lookup_special(handler, crate::names::__call__).is_none() && !iso.is_class(handler) {
        return Err(raise::type_error(iso, "handler must be callable"));
    }
    if iso.codec_handlers.is_none() {
        iso.codec_handlers = iso.new_dict()?;
    }
    iso.dict_set(iso.codec_handlers, name, handler)?;
    Ok(Value::NONE)
}

/// The handler that a program registered under a name; `LookupError` if there is none. For `codecs.lookup_error`,
/// whose module knows the functions of the builtin handlers.
pub fn lookup_error(iso: &mut Isolate, name: Value) -> Completion {
    let text = iso.as_str(name).unwrap_or(name);
    if !iso.codec_handlers.is_none()
        && let Some(handler) = iso.dict_get(iso.codec_handlers, text)?
    {
        return Ok(iso.keep(handler));
    }
    let name = iso.name_text(text);
    Err(raise::lookup_error(iso, &format!("unknown error handler name '{name}'")))
}

const WRONG_ENCODING: &str = "encoding error handler must return (str/bytes, int) tuple";
const WRONG_DECODING: &str = "decoding error handler must return (str, int) tuple";

/// Calls a registered handler; what it gives as a replacement, and where to go on.
fn ask(iso: &mut Isolate, exception: Value, handler: Value, wrong: &str) -> Completion<(Value, i64)> {
    let answer = iso.call(handler, &[exception])?;
    let inner = iso.unwrap(answer);
    let parts = (iso.heap.tuple_item(inner, 0), iso.heap.tuple_item(inner, 1));
    let (Some(replacement), Some(position)) = parts else {
        return Err(raise::type_error(iso, wrong));
    };
    let position = iso.to_isize(position)?;
    Ok((iso.keep(replacement), position))
}

/// A position that a handler gave, from the start; `IndexError` beyond `length`.
fn place_of(iso: &mut Isolate, position: i64, length: usize) -> Completion<usize> {
    let from_start = if position < 0 { position.saturating_add(length as i64) } else { position };
    match usize::try_from(from_start) {
        Ok(place) if place <= length => Ok(place),
        _ => {
            let message = format!("position {from_start} from error handler out of bounds");
            Err(raise::index_error(iso, &message))
        }
    }
}

/// The handler of a name, which is looked up once for a text.
fn handler_of(iso: &mut Isolate, known: &mut Option<Value>, errors: Value) -> Completion {
    match *known {
        Some(handler) => Ok(handler),
        None => Ok(*known.insert(lookup_error(iso, errors)?)),
    }
}

/// Encodes with a registered handler.
pub(super) fn encode(iso: &mut Isolate, text: Value, codec: Codec, errors: Value) -> Completion<Vec<u8>> {
    let source = iso.heap.str_bytes(text).unwrap_or(&[]).to_vec();
    let length = wtf8::count(&source);
    let mut known = None;
    let mut state = Encoding::new(codec, &source);
    while let Err(failure) = state.run() {
        let exception = new_error(iso, TypeId::UNICODE_ENCODE_ERROR, codec, text, failure)?;
        let handler = handler_of(iso, &mut known, errors)?;
        let (replacement, position) = ask(iso, exception, handler, WRONG_ENCODING)?;
        let position = place_of(iso, position, length)?;
        let inner = iso.unwrap(replacement);
        let bytes = match (iso.heap.bytes(inner), iso.heap.str_bytes(inner)) {
            (Some(bytes), _) => bytes.to_vec(),
            (None, Some(replacement)) => {
                let mut part = Encoding::within(codec, replacement);
                if part.run().is_err() {
                    return Err(iso.raise_exception(exception));
                }
                part.out
            }
            _ => return Err(raise::type_error(iso, WRONG_ENCODING)),
        };
        state.resume(&bytes, &source, position);
    }
    Ok(state.out)
}

/// Decodes with a registered handler, which may even put other bytes in the place of those that are left.
pub(super) fn decode(
    iso: &mut Isolate,
    bytes: &[u8],
    codec: Codec,
    errors: Value,
    last: bool,
) -> Completion<(Vec<u8>, usize)> {
    let mut known = None;
    let mut source = bytes.to_vec();
    let (mut codec, mut done, mut start) = (codec, Vec::new(), None);
    loop {
        let current = core::mem::take(&mut source);
        let mut state = Decoding::new(codec, &current, last, Vec::new());
        if let Some(start) = start {
            state.out = core::mem::take(&mut done);
            state.at = start;
        }
        while let Err(failure) = state.run() {
            let object = iso.new_bytes(state.bytes)?;
            let exception = new_error(iso, TypeId::UNICODE_DECODE_ERROR, state.codec, object, failure)?;
            let handler = handler_of(iso, &mut known, errors)?;
            let (replacement, position) = ask(iso, exception, handler, WRONG_DECODING)?;
            let inner = iso.unwrap(replacement);
            if iso.heap.str_bytes(inner).is_none() {
                return Err(raise::type_error(iso, WRONG_DECODING));
            }
            let left = iso.unwrap(iso.heap.field(exception, OBJECT));
            let Some(length) = iso.heap.bytes(left).map(<[u8]>::len) else {
                return Err(raise::type_error(iso, "object attribute must be bytes"));
            };
            let position = place_of(iso, position, length)?;
            state.resume(iso.heap.str_bytes(inner).unwrap_or(&[]), position);
            if left != object {
                source = iso.heap.bytes(left).unwrap_or(&[]).to_vec();
                break;
            }
        }
        if source.is_empty() {
            let consumed = state.consumed();
            return Ok((state.out, consumed));
        }
        (codec, done, start) = (state.codec, state.out, Some(state.at));
    }
}

/// `codecs.strict_errors`: raises the exception.
pub fn strict_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[exception] = args else { return Err(raise::internal(iso)) };
    if iso.is_instance_of(exception, TypeId::BASE_EXCEPTION) {
        return Err(iso.raise(exception));
    }
    Err(raise::type_error(iso, "codec must pass exception instance"))
}

/// `codecs.ignore_errors`
pub fn ignore_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    as_function(iso, args, Handler::Ignore)
}

/// `codecs.replace_errors`
pub fn replace_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    as_function(iso, args, Handler::Replace)
}

/// `codecs.backslashreplace_errors`
pub fn backslashreplace_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    as_function(iso, args, Handler::BackslashReplace)
}

/// `codecs.xmlcharrefreplace_errors`
pub fn xmlcharrefreplace_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    as_function(iso, args, Handler::XmlCharRefReplace)
}

/// `codecs.namereplace_errors`
pub fn namereplace_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    as_function(iso, args, Handler::NameReplace)
}

/// `surrogateescape`
pub fn surrogateescape_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    with_surrogates(iso, args, Handler::SurrogateEscape)
}

/// `surrogatepass`
pub fn surrogatepass_errors(iso: &mut Isolate, args: &[Value]) -> Completion {
    with_surrogates(iso, args, Handler::SurrogatePass)
}

/// The handlers that turn what is wrong into surrogates and back, as functions: what they can't turn they raise.
fn with_surrogates(iso: &mut Isolate, args: &[Value], handler: Handler) -> Completion {
    let &[exception] = args else { return Err(raise::internal(iso)) };
    let number = |iso: &Isolate, field| iso.as_i64(iso.heap.field(exception, field)).unwrap_or(0).max(0) as usize;
    let failure = Failure { start: number(iso, START), end: number(iso, END), reason: "" };
    let object = iso.unwrap(iso.heap.field(exception, OBJECT));
    let encoding = iso.heap.field(exception, super::errors::ENCODING);
    let codec = iso.heap.str_bytes(encoding).and_then(codec_named).unwrap_or(Codec::Ascii);
    let place = |at: usize| Value::small_int(at as i64);
    if iso.is_instance_of(exception, TypeId::UNICODE_ENCODE_ERROR)
        && let Some(text) = iso.heap.str_bytes(object)
    {
        let mut state = Encoding::new(codec, text);
        state.out.clear();
        state.resume(&[], text, failure.start);
        if state.handle(handler, failure).is_ok() {
            let bytes = state.out;
            let bytes = iso.new_bytes(&bytes)?;
            return iso.new_tuple(&[bytes, place(failure.end)]);
        }
    } else if iso.is_instance_of(exception, TypeId::UNICODE_DECODE_ERROR)
        && let Some(bytes) = iso.heap.bytes(object)
    {
        let mut state = Decoding::new(codec, bytes, true, Vec::new());
        if state.handle(handler, failure) {
            let (text, at) = (state.out, state.at);
            let text = iso.new_text(&text)?;
            return iso.new_tuple(&[text, place(at)]);
        }
    }
    strict_errors(iso, args)
}

/// A builtin handler as a function of the exception.
fn as_function(iso: &mut Isolate, args: &[Value], handler: Handler) -> Completion {
    let &[exception] = args else { return Err(raise::internal(iso)) };
    let number = |iso: &Isolate, field| iso.as_i64(iso.heap.field(exception, field)).unwrap_or(0);
    let (start, end) = (number(iso, START).max(0) as usize, number(iso, END).max(0) as usize);
    let failure = Failure { start, end, reason: "" };
    let object = iso.unwrap(iso.heap.field(exception, OBJECT));
    let is = |id| iso.is_instance_of(exception, id);
    let writes_references = matches!(handler, Handler::XmlCharRefReplace | Handler::NameReplace);
    let replaced = if is(TypeId::UNICODE_ENCODE_ERROR) {
        replaced_text(iso, object, handler, failure, b"?")
    } else if is(TypeId::UNICODE_TRANSLATE_ERROR) && !writes_references {
        replaced_text(iso, object, handler, failure, "\u{fffd}".as_bytes())
    } else if is(TypeId::UNICODE_DECODE_ERROR) {
        replaced_bytes(iso, object, handler, failure)
    } else {
        None
    };
    let Some(replaced) = replaced else {
        let kind = iso.type_name(exception);
        let message = format!("don't know how to handle {kind} in error callback");
        return Err(raise::type_error(iso, &message));
    };
    let text = iso.new_text(&replaced)?;
    iso.new_tuple(&[text, Value::small_int(end as i64)])
}

/// What a handler puts for a part of a text.
fn replaced_text(iso: &Isolate, text: Value, handler: Handler, failure: Failure, mark: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let codes = wtf8::code_points(iso.heap.str_bytes(text)?).skip(failure.start);
    for code in codes.take(failure.end.saturating_sub(failure.start)) {
        match handler {
            Handler::Replace => out.extend_from_slice(mark),
            _ if push_replacement(&mut out, handler, code) => {}
            _ => return None,
        }
    }
    Some(out)
}

/// What a handler puts for a part of some bytes.
fn replaced_bytes(iso: &Isolate, bytes: Value, handler: Handler, failure: Failure) -> Option<Vec<u8>> {
    let wrong = iso.heap.bytes(bytes)?.get(failure.start..failure.end)?;
    let mut out = Vec::new();
    match handler {
        Handler::Ignore => {}
        Handler::Replace => out.extend_from_slice("\u{fffd}".as_bytes()),
        Handler::BackslashReplace => {
            for &byte in wrong {
                out.extend_from_slice(b"\\x");
                push_hex(&mut out, u32::from(byte), 2);
            }
        }
        _ => return None,
    }
    Some(out)
}
