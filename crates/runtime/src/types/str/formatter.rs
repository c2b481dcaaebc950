//! What the module `_string` gives to `string.Formatter`.

use super::argument_kind;
use super::markup::{FieldName, field_name, markup, number};
use crate::exceptions::raise;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use core::ops::Range;

/// The text that a function of `_string` wants.
fn template(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    match iso.as_str(value) {
        Some(text) => Ok(iso.heap.str_bytes(text).unwrap_or(&[]).to_vec()),
        None => {
            let kind = argument_kind(iso, value);
            Err(raise::type_error(iso, &format!("expected str, got {kind}")))
        }
    }
}

/// `formatter_parser(template)`: an iterator over tuples of literal text, field name, format specification and
/// conversion.
pub fn formatter_parser(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[text] = args else { return Err(raise::internal(iso)) };
    let template = template(iso, text)?;
    let list = iso.new_list(&[])?;
    let mut at = 0;
    loop {
        let piece = match markup(&template, at) {
            Ok(Some((piece, next))) => {
                at = next;
                piece
            }
            Ok(None) => return iso.iterate(list),
            Err(message) => return Err(raise::value_error(iso, message)),
        };
        let part = |range: Range<usize>| template.get(range).unwrap_or_default();
        let literal = iso.new_text(part(piece.literal))?;
        let (mut name, mut spec, mut conversion) = (Value::NONE, Value::NONE, Value::NONE);
        if let Some(range) = piece.name {
            name = iso.new_text(part(range))?;
            spec = iso.new_text(part(piece.spec))?;
        }
        if let Some(code) = piece.conversion {
            let mut text = Vec::new();
            ferropy_unicode::wtf8::push(&mut text, code);
            conversion = iso.new_text(&text)?;
        }
        let tuple = iso.new_tuple(&[literal, name, spec, conversion])?;
        iso.heap.list_append(list, tuple)?;
    }
}

/// `formatter_field_name_split(name)`: the first part, a text or number, and an iterator over tuples of whether the
/// part is an attribute, and the part.
pub fn formatter_field_name_split(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[text] = args else { return Err(raise::internal(iso)) };
    let name = template(iso, text)?;
    let list = iso.new_list(&[])?;
    let mut first = names::EMPTY;
    for part in field_name(&name) {
        let (is_attribute, part) = match part {
            Ok(FieldName::First(name)) => {
                first = text_or_number(iso, name)?;
                continue;
            }
            Ok(FieldName::Attribute(name)) => (true, iso.new_text(name)?),
            Ok(FieldName::Key(key)) => (false, text_or_number(iso, key)?),
            Err(message) => return Err(raise::value_error(iso, message)),
        };
        let tuple = iso.new_tuple(&[Value::bool(is_attribute), part])?;
        iso.heap.list_append(list, tuple)?;
    }
    let rest = iso.iterate(list)?;
    iso.new_tuple(&[first, rest])
}

fn text_or_number(iso: &mut Isolate, name: &[u8]) -> Completion {
    match number(name) {
        Ok(Some(number)) => iso.new_int(number as i64),
        Ok(None) => iso.new_text(name),
        Err(message) => Err(raise::value_error(iso, message)),
    }
}
