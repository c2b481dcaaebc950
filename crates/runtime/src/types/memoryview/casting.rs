//! `cast`: the same bytes as items of another format.

use super::items::{is_byte, size};
use super::view::View;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;

/// As many as the buffer protocol allows.
const MOST_DIMENSIONS: usize = 64;

pub(super) fn cast(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, format, shape] = args else { return Err(raise::internal(iso)) };
    let view = View::check(iso, this)?;
    let Some(text) = iso.as_str(format) else {
        let kind = argument_kind(iso, format);
        let message = format!("cast() argument 'format' must be str, not {kind}");
        return Err(raise::type_error(iso, &message));
    };
    if !view.is_contiguous() {
        return Err(raise::type_error(iso, "memoryview: casts are restricted to C-contiguous views"));
    }
    let dimensions = view.dimensions(iso);
    if (!shape.is_unbound() || dimensions != 1) && view.shape(iso).contains(&0) {
        return Err(raise::type_error(iso, "memoryview: cannot cast view with zeros in shape or strides"));
    }
    let wanted = dimensions_of(iso, shape)?;
    if dimensions != 1 && wanted.is_some_and(|wanted| wanted != 1) {
        return Err(raise::type_error(iso, "memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    let letter = match iso.heap.str_bytes(text) {
        Some([b'@', letter] | [letter]) => *letter,
        _ => 0,
    };
    let Some(itemsize) = size(letter) else {
        let message =
            "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return Err(raise::value_error(iso, message));
    };
    if !is_byte(letter) && !is_byte(view.letter(iso)) {
        return Err(raise::type_error(iso, "memoryview: cannot cast between two non-byte formats"));
    }
    let length = view.items() * view.itemsize;
    if length.checked_rem(itemsize) != Some(0) {
        return Err(raise::type_error(iso, "memoryview: length is not a multiple of itemsize"));
    }
    let count = length.checked_div(itemsize).unwrap_or(0);
    let flat = View { count, itemsize, stride: itemsize as i64, format: text, row: 1, inner: Value::UNBOUND, ..view };
    if wanted.is_none() { flat.build(iso) } else { shaped(iso, flat, shape)?.build(iso) }
}

/// How many dimensions a shape has, if one is given.
fn dimensions_of(iso: &mut Isolate, shape: Value) -> Completion<Option<usize>> {
    let Some(shape) = shape.given() else { return Ok(None) };
    let inner = iso.unwrap(shape);
    if !matches!(iso.heap.kind(inner), Some(Kind::List | Kind::Tuple)) {
        return Err(raise::type_error(iso, "shape must be a list or a tuple"));
    }
    let dimensions = iso.heap.sequence_len(inner);
    if dimensions > MOST_DIMENSIONS {
        return Err(raise::value_error(iso, "memoryview: number of dimensions must not exceed 64"));
    }
    Ok(Some(dimensions))
}

/// The items of a view of one dimension in a shape that has as many.
fn shaped(iso: &mut Isolate, flat: View, shape: Value) -> Completion<View> {
    let shape = iso.unwrap(shape);
    let mut lengths = Vec::new();
    let mut items = 1usize;
    for at in 0..iso.heap.sequence_len(shape) {
        let length = iso.heap.sequence_item(shape, at).unwrap_or(Value::NONE);
        if !iso.is_int(length) {
            return Err(raise::type_error(iso, "memoryview.cast(): elements of shape must be integers"));
        }
        let Some(number) = iso.as_i64(length) else {
            return Err(raise::overflow_error(iso, "Python int too large to convert to C ssize_t"));
        };
        if number <= 0 {
            return Err(raise::value_error(iso, "memoryview.cast(): elements of shape must be integers > 0"));
        }
        let product = usize::try_from(number).ok().and_then(|number| items.checked_mul(number));
        let Some(product) = product.filter(|product| product.checked_mul(flat.itemsize.saturating_mul(2)).is_some())
        else {
            return Err(raise::value_error(iso, "memoryview.cast(): product(shape) > SSIZE_MAX"));
        };
        items = product;
        lengths.push(Value::small_int(number));
    }
    if items != flat.count {
        return Err(raise::type_error(iso, "memoryview: product(shape) * itemsize != buffer size"));
    }
    let Some((first, others)) = lengths.split_first() else { return Ok(View { inner: Value::NONE, ..flat }) };
    if others.is_empty() {
        return Ok(flat);
    }
    let count = first.as_small_int().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    let row = items.checked_div(count).unwrap_or(0);
    let inner = iso.new_tuple(others)?;
    Ok(View { count, row, inner, stride: row.saturating_mul(flat.itemsize) as i64, ..flat })
}
