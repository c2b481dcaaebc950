//! Iterating over the characters: a record of the string, with the byte offset of the next character as its number.

use super::operators::character_length;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method};
use crate::{Completion, Isolate, Value, names};
use ferropy_unicode::wtf8;

/// The iterator over a `str`.
pub(crate) static STR_ITERATOR: TypeSpec =
    TypeSpec::new("str_ascii_iterator", "", ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Implement iter(self).", itself),
    method("__next__", "($self, /)", "Implement next(self).", next),
    method("__length_hint__", "($self, /)", "Private method returning an estimate of len(list(it)).", length_hint),
    method("__reduce__", "($self, /)", "Return state information for pickling.", reduce),
    method("__setstate__", "($self, state, /)", "Set state information for unpickling.", set_state),
];

pub(super) fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_iterator(TypeId::STR_ITERATOR, 0, this)
}

fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(this)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = iso.heap.field(this, 0);
    let offset = iso.heap.number(this) as usize;
    let rest = iso.heap.str_bytes(text).and_then(|bytes| bytes.get(offset..)).unwrap_or(&[]);
    let single = names::single_ascii(rest.get(..1).unwrap_or(&[]));
    match character_length(rest) {
        0 => {
            // An iterator that is exhausted lets go of the text.
            iso.heap.set_field(this, 0, Value::UNBOUND);
            Ok(Value::UNBOUND)
        }
        length => {
            iso.heap.set_number(this, (offset + length) as u32);
            match single {
                Some(single) => Ok(single),
                None => Ok(iso.heap.new_substring(text, offset..offset + length)?),
            }
        }
    }
}

fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = iso.heap.field(this, 0);
    let offset = iso.heap.number(this) as usize;
    let rest = iso.heap.str_bytes(text).and_then(|bytes| bytes.get(offset..)).unwrap_or(&[]);
    let count = wtf8::count(rest);
    iso.new_int(count as i64)
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = iso.heap.field(this, 0);
    let offset = iso.heap.number(this) as usize;
    let function = iso.builtin(names::iter)?;
    if text.is_unbound() {
        let empty = iso.new_tuple(&[names::EMPTY])?;
        return iso.new_tuple(&[function, empty]);
    }
    let index = wtf8::code_point_index(iso.heap.str_bytes(text).unwrap_or(&[]), offset);
    let arguments = iso.new_tuple(&[iso.iterated(this)])?;
    let index = iso.new_int(index as i64)?;
    iso.new_tuple(&[function, arguments, index])
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let index = usize::try_from(iso.iterator_state(state)?).unwrap_or(0);
    let text = iso.heap.field(this, 0);
    if let Some(bytes) = iso.heap.str_bytes(text) {
        let offset = wtf8::byte_index(bytes, index).unwrap_or(bytes.len());
        iso.heap.set_number(this, offset as u32);
    }
    Ok(Value::NONE)
}

impl Isolate {
    /// A function of `builtins`.
    pub(crate) fn builtin(&mut self, name: Value) -> Completion {
        debug_assert!(self.heap.kind(self.builtins) == Some(Kind::Dict), "builtins has a dict");
        let found = self.dict_get(self.builtins, name)?;
        found.ok_or_else(|| raise::internal(self))
    }
}
