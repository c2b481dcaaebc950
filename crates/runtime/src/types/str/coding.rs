//! Making texts: of any object, and of bytes; and bytes of texts.

use crate::codecs;
use crate::exceptions::raise;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

pub(super) fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, object, encoding, errors] = args else { return Err(raise::internal(iso)) };
    if class != TypeId::STR.value() {
        iso.check_new(class, TypeId::STR)?;
    }
    codecs::check_names(iso, "str", encoding, errors)?;
    let made = match object.given() {
        None => names::EMPTY,
        Some(object) if encoding.is_unbound() && errors.is_unbound() => iso.str(object)?,
        Some(object) => decode(iso, object, encoding, errors)?,
    };
    if class == TypeId::STR.value() {
        return Ok(made);
    }
    let inner = iso.unwrap(made);
    iso.wrap_new(class, TypeId::STR, inner)
}

fn decode(iso: &mut Isolate, object: Value, encoding: Value, errors: Value) -> Completion {
    if iso.as_str(object).is_some() {
        return Err(raise::type_error(iso, "decoding str is not supported"));
    }
    match iso.opt_any_buffer(object)?.filter(|&buffer| iso.lies_side_by_side(buffer)) {
        // Nothing is the same in every encoding, known or not.
        Some(buffer) if iso.bytes_like(buffer).is_some_and(|bytes| bytes.is_empty()) => Ok(names::EMPTY),
        Some(buffer) => codecs::decode(iso, buffer, encoding, errors),
        None => {
            let kind = iso.type_name(object);
            let message = format!("decoding to str: need a bytes-like object, {kind} found");
            Err(raise::type_error(iso, &message))
        }
    }
}

pub(super) fn encode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, encoding, errors] = args else { return Err(raise::internal(iso)) };
    codecs::check_names(iso, "encode", encoding, errors)?;
    if codecs::is_encoded_as_is(iso, this, encoding)
        && let Some(bytes) = iso.heap.str_to_bytes(this)?
    {
        return Ok(iso.keep(bytes));
    }
    if let Some(bytes) = codecs::encode_bulk(iso, this, encoding) {
        return Ok(iso.keep(bytes));
    }
    let bytes = codecs::encode(iso, this, encoding, errors)?;
    iso.new_bytes(&bytes)
}
