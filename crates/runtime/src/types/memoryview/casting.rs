//! `cast`: the same bytes as items of another format.

use super::items::{is_byte, size};
use super::view::View;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value};
use alloc::format;

pub(super) fn cast(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, format, shape] = args else { return Err(raise::internal(iso)) };
    let view = View::check(iso, this)?;
    let Some(text) = iso.as_str(format) else {
        let kind = argument_kind(iso, format);
        let message = format!("cast() argument 'format' must be str, not {kind}");
        return Err(raise::type_error(iso, &message));
    };
    let letter = match iso.heap.str_bytes(text) {
        Some([b'@', letter] | [letter]) => *letter,
        _ => 0,
    };
    let Some(itemsize) = size(letter) else {
        let message =
            "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return Err(raise::value_error(iso, message));
    };
    if !view.is_contiguous() {
        return Err(raise::type_error(iso, "memoryview: casts are restricted to C-contiguous views"));
    }
    if !is_byte(letter) && !is_byte(view.letter(iso)) {
        return Err(raise::type_error(iso, "memoryview: cannot cast between two non-byte formats"));
    }
    let length = view.count * view.itemsize;
    if length.checked_rem(itemsize) != Some(0) {
        return Err(raise::type_error(iso, "memoryview: length is not a multiple of itemsize"));
    }
    let count = length.checked_div(itemsize).unwrap_or(0);
    if let Some(shape) = shape.given() {
        check_shape(iso, shape, count)?;
    }
    View { count, itemsize, stride: itemsize as i64, format: text, ..view }.build(iso)
}

/// A shape of one dimension with the right number of items.
fn check_shape(iso: &mut Isolate, shape: Value, count: usize) -> Completion<()> {
    let inner = iso.unwrap(shape);
    if !matches!(iso.heap.kind(inner), Some(Kind::List | Kind::Tuple)) {
        return Err(raise::type_error(iso, "shape must be a list or a tuple"));
    }
    let Some(first) = iso.heap.sequence_item(inner, 0).filter(|_| iso.heap.sequence_len(inner) == 1) else {
        return Err(raise::not_implemented_error(iso, "memoryview: multi-dimensional views are not supported"));
    };
    match iso.as_i64(first) {
        Some(number) if number == count as i64 => Ok(()),
        Some(..=0) => Err(raise::value_error(iso, "memoryview.cast(): elements of shape must be integers > 0")),
        Some(_) => Err(raise::type_error(iso, "memoryview: product(shape) * itemsize != buffer size")),
        None => Err(raise::type_error(iso, "memoryview.cast(): elements of shape must be integers")),
    }
}
