//! The methods of `bytes` and `bytearray`, by family.

pub(crate) mod case;
pub(crate) mod coding;
pub(crate) mod cut;
pub(crate) mod layout;
pub(crate) mod operators;
pub(crate) mod search;

use crate::heap::Kind;
use crate::{Completion, Isolate, Value};

/// The bytes of the object that a method is called on.
pub(super) fn own_bytes(iso: &Isolate, this: Value) -> &[u8] {
    iso.heap.byte_string(this).unwrap_or(&[])
}

/// An object of the type of `this` with these bytes.
pub(super) fn alike(iso: &mut Isolate, this: Value, bytes: &[u8]) -> Completion {
    if iso.heap.kind(this) == Some(Kind::ByteArray) { iso.new_bytearray(bytes) } else { iso.new_bytes(bytes) }
}

/// `this` unchanged: itself, or a copy if it is a bytearray.
pub(super) fn unchanged(iso: &mut Isolate, this: Value) -> Completion {
    let made = iso.heap.new_byte_substring(this, 0..usize::MAX)?;
    Ok(iso.keep(made))
}
