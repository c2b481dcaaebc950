//! Operators: length, comparison, indexing, `+`, `*`, `%`.

use super::{alike, own_bytes};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::object::CompareOp;
use crate::types::byte_string::search::{every, reserved};
use crate::types::sequence::{SliceParts, Subscript};
use crate::types::str::{Flavor, format_percent};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::slice::normalize_index;

pub(crate) fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = own_bytes(iso, this).len();
    iso.new_int(length as i64)
}

fn compare(iso: &mut Isolate, args: &[Value], op: CompareOp) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    // Bytes leave the comparison with all but bytes to the other side.
    let inner = iso.unwrap(other);
    let buffer = match iso.heap.kind(this) {
        Some(Kind::ByteArray) => opt_memory(iso, other)?,
        _ => Some(inner).filter(|&inner| iso.heap.bytes(inner).is_some()),
    };
    match buffer.and_then(|buffer| iso.bytes_like(buffer)) {
        Some(other) => Ok(Value::bool(op.holds(own_bytes(iso, this).cmp(&*other)))),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// The memory of a value in one piece; nothing where it has none or does not give it.
pub(crate) fn opt_memory(iso: &mut Isolate, value: Value) -> Completion<Option<Value>> {
    match iso.opt_any_buffer(value) {
        Ok(buffer) => Ok(buffer.filter(|&buffer| iso.lies_side_by_side(buffer))),
        Err(_) if iso.raised_is(TypeId::EXCEPTION) => {
            iso.take_exception();
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

pub(crate) fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Eq)
}

pub(crate) fn ne(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Ne)
}

pub(crate) fn lt(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Lt)
}

pub(crate) fn le(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Le)
}

pub(crate) fn gt(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Gt)
}

pub(crate) fn ge(iso: &mut Isolate, args: &[Value]) -> Completion {
    compare(iso, args, CompareOp::Ge)
}

pub(crate) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let mutable = iso.heap.kind(this) == Some(Kind::ByteArray);
    let index = match iso.subscript(key, if mutable { "bytearray" } else { "byte" })? {
        Subscript::Slice(parts) => return slice(iso, this, parts),
        Subscript::Index(index) => index,
    };
    let bytes = own_bytes(iso, this);
    match normalize_index(index, bytes.len()).and_then(|index| bytes.get(index)) {
        Some(&byte) => Ok(Value::small_int(i64::from(byte))),
        None => {
            let message = if mutable { "bytearray index out of range" } else { "index out of range" };
            Err(raise::index_error(iso, message))
        }
    }
}

fn slice(iso: &mut Isolate, this: Value, parts: SliceParts) -> Completion {
    let bytes = own_bytes(iso, this);
    let indices = parts.resolve(bytes.len());
    if indices.step == 1 {
        let start = usize::try_from(indices.start).unwrap_or(0);
        let part = iso.heap.new_byte_substring(this, start..start + indices.count)?;
        return Ok(iso.keep(part));
    }
    let start = usize::try_from(indices.start).unwrap_or(0);
    let step = usize::try_from(indices.step.unsigned_abs()).unwrap_or(usize::MAX);
    let (before, after) = (bytes.get(..=start).unwrap_or(bytes), bytes.get(start..).unwrap_or(&[]));
    let stepped: Vec<u8> = match indices.step {
        -1 => before.get(before.len().saturating_sub(indices.count)..).unwrap_or(&[]).iter().rev().copied().collect(),
        ..0 => before.iter().rev().step_by(step).take(indices.count).copied().collect(),
        _ => every(after, step, indices.count),
    };
    alike(iso, this, &stepped)
}

pub(crate) fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[outer, other] = args else { return Err(raise::internal(iso)) };
    let this = iso.unwrap(outer);
    let Some(other) = opt_memory(iso, other)? else {
        let (kind, this) = (iso.type_name(other), iso.type_name(outer));
        return Err(raise::type_error(iso, &format!("can't concat {kind} to {this}")));
    };
    if let (Some(kind), Some(right)) = (iso.heap.kind(this), iso.heap.byte_string(other)) {
        let total = own_bytes(iso, this).len().saturating_add(right.len());
        if total <= iso.most_bytes() {
            let joined = iso.heap.concat_bytes(kind, [this, other].into_iter())?;
            return Ok(iso.keep(joined));
        }
    }
    let right = iso.bytes_like(other).unwrap_or_default();
    let left = own_bytes(iso, this);
    let mut joined = reserved(left.len().checked_add(right.len()), iso.most_bytes())?;
    joined.extend_from_slice(left);
    joined.extend_from_slice(&right);
    alike(iso, this, &joined)
}

pub(crate) fn mul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let length = own_bytes(iso, this).len();
    match iso.repetition(count, length, "repeated bytes are too long")? {
        None => Err(iso.cannot_repeat(count)),
        Some(count) => {
            let repeated = iso.heap.repeat_bytes(this, count)?;
            Ok(iso.keep(repeated))
        }
    }
}

pub(crate) fn modulo(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, values] = args else { return Err(raise::internal(iso)) };
    let formatted = format_percent(iso, this, values, Flavor::Bytes)?;
    let made = alike(iso, this, &formatted);
    iso.put_scratch(formatted);
    made
}

pub(crate) fn modulo_reflected(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, template] = args else { return Err(raise::internal(iso)) };
    let template = iso.unwrap(template);
    if iso.heap.kind(template) != iso.heap.kind(this) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let formatted = format_percent(iso, template, this, Flavor::Bytes)?;
    alike(iso, template, &formatted)
}

/// `__buffer__`: a memoryview.
pub(crate) fn buffer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, flags] = args else { return Err(raise::internal(iso)) };
    let flags = iso.to_isize(flags)?;
    let view = iso.new_memoryview(this)?;
    const WRITABLE: i64 = 1;
    if flags & WRITABLE != 0 && iso.heap.bytes(iso.unwrap(this)).is_some() {
        return Err(raise::buffer_error(iso, "Object is not writable."));
    }
    Ok(view)
}

/// `__release_buffer__`
pub(crate) fn release_buffer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, view] = args else { return Err(raise::internal(iso)) };
    if !iso.is_instance_of(view, TypeId::MEMORYVIEW) {
        return Err(raise::type_error(iso, "expected a memoryview object"));
    }
    crate::types::memoryview::View::release(iso, view);
    Ok(Value::NONE)
}
