//! `bytes`: bytes that can't be changed. Nearly all of it is shared with `bytearray`; see [`byte_string`].
//!
//! [`byte_string`]: super::byte_string

use super::byte_string::construct::{Source, Target};
use super::byte_string::iterator;
use super::byte_string::methods::{case, coding, cut, layout, operators, search};
use super::byte_string::rows::byte_string_rows;
use super::str::quote_bytes;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, method, raw_method, static_method};
use crate::{Completion, Isolate, Value};

/// `bytes`.
pub(crate) static BYTES: TypeSpec = TypeSpec::new(
    "bytes",
    "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nA sequence of numbers from 0 to 255 that can't be changed.",
    ROWS,
);

/// The iterator over `bytes`.
pub(crate) static BYTES_ITERATOR: TypeSpec =
    TypeSpec::new("bytes_iterator", "", iterator::ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = byte_string_rows! {
    static_method("__new__", "($type, source=b'', encoding='utf-8', errors='strict')", "Create and return a new object.  See help(type) for accurate signature.", new),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__str__", "($self, /)", "Return str(self).", repr),
    method("__hash__", "($self, /)", "Return hash(self).", hash),
    raw_method("__iter__", "($self, /)", "Implement iter(self).", iterator::iter_bytes),
    method("__bytes__", "($self, /)", "Convert this value to exact type bytes.", itself),
    method("__getnewargs__", "($self, /)", "Return what __new__ needs to make the object again.", get_new_args),
    class_method("fromhex", "($type, string, /)", "Create a bytes object from hexadecimal numbers of two digits.\n\nSpaces between two numbers are accepted.\nExample: bytes.fromhex('B9 01EF') -> b'\\xb9\\x01\\xef'.", coding::from_hex_bytes),
};

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, source, encoding, errors] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::BYTES)?;
    let plain = encoding.is_unbound() && errors.is_unbound();
    let length = source.as_small_int().and_then(|length| usize::try_from(length).ok());
    let made = match (iso.heap.kind(source), length) {
        (Some(Kind::Bytes), _) if plain => source,
        (Some(Kind::ByteArray), _) if plain => {
            iso.heap.new_byte_copy(Kind::Bytes, source, 0..iso.heap.byte_string(source).map_or(0, <[u8]>::len))?
        }
        (_, Some(length)) if plain && length <= iso.most_bytes() => iso.heap.new_zeros(length)?,
        _ => {
            let bytes = Source { source, encoding, errors }.bytes(iso, Target::Bytes)?;
            iso.new_bytes(&bytes)?
        }
    };
    iso.keep(made);
    iso.wrap_new(class, TypeId::BYTES, made)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let text = quote_bytes(iso.heap.bytes(this).unwrap_or(&[]), false)?;
    iso.new_text(&text)
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.heap.bytes_hash(this).unwrap_or(0);
    iso.new_int(hash as i64)
}

fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(this)
}

fn get_new_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_tuple(&[this])
}
