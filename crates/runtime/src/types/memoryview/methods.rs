//! What a view is asked and told as a whole.

use super::dimensions::nested_list;
use super::items::{is_byte, plain_item};
use super::view::View;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::types::byte_string::hex::to_hex;
use crate::types::byte_string::methods::coding::hex_separator;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;

pub(super) fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, object] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::MEMORYVIEW)?;
    iso.new_memoryview(object)
}

pub(super) fn from_flags(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, object, flags] = args else { return Err(raise::internal(iso)) };
    iso.to_isize(flags)?;
    iso.new_memoryview(object)
}

pub(super) fn class_get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, item] = args else { return Err(raise::internal(iso)) };
    iso.new_generic_alias(class, item)
}

pub(super) fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let what = if View::of(iso, this).is_some() { "memory" } else { "released memory" };
    let address = iso.address_of(this);
    iso.new_str(&format!("<{what} at 0x{address:x}>"))
}

pub(super) fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let view = View::check(iso, this)?;
    if !view.readonly {
        return Err(raise::value_error(iso, "cannot hash writable memoryview object"));
    }
    if !is_byte(view.letter(iso)) {
        return Err(raise::value_error(iso, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    let hash = iso.heap.hash_bytes(&view.bytes(iso).unwrap_or_default());
    iso.new_int(hash as i64)
}

pub(super) fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| {
        if view.inner.is_none() {
            return Err(raise::type_error(iso, "0-dim memory has no length"));
        }
        iso.new_int(view.count as i64)
    })
}

pub(super) fn enter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    View::check(iso, this)?;
    Ok(this)
}

pub(super) fn exit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, _] = args else { return Err(raise::internal(iso)) };
    iso.give_back(this);
    Ok(Value::NONE)
}

pub(super) fn release(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.give_back(this);
    Ok(Value::NONE)
}

pub(super) fn hex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, separator, distance] = args else { return Err(raise::internal(iso)) };
    let separator = hex_separator(iso, separator, distance)?;
    let view = View::check(iso, this)?;
    let text = to_hex(&view.bytes(iso).unwrap_or_default(), separator)?;
    iso.new_text(&text)
}

pub(super) fn tobytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, order] = args else { return Err(raise::internal(iso)) };
    let view = View::check(iso, this)?;
    let mut fortran = false;
    if let Some(order) = order.given().filter(|order| !order.is_none()) {
        let Some(text) = iso.as_str(order) else {
            let kind = iso.type_name(order);
            let message = format!("tobytes() argument 'order' must be str or None, not {kind}");
            return Err(raise::type_error(iso, &message));
        };
        let known = iso.heap.str_bytes(text);
        if !matches!(known, Some(b"C" | b"F" | b"A")) {
            return Err(raise::value_error(iso, "order must be 'C', 'F' or 'A'"));
        }
        fortran = known == Some(b"F");
    }
    if view.is_contiguous() && !fortran {
        let range = view.offset..view.offset + view.items() * view.itemsize;
        if let Ok(copy) = iso.heap.new_byte_copy(Kind::Bytes, view.storage, range) {
            return Ok(iso.keep(copy));
        }
    }
    let bytes = match fortran {
        true if view.row > 1 => view.fortran_bytes(iso),
        _ => view.bytes(iso).unwrap_or_default().into_owned(),
    };
    iso.new_bytes(&bytes)
}

pub(super) fn tolist(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| {
        iso.spare(view.bytes(iso).map_or(0, |bytes| bytes.len()) / view.itemsize.max(1) * size_of::<Value>())?;
        if view.inner.is_unbound()
            && let Some(items) = plain_items(&view, iso)
        {
            return iso.new_list(&items);
        }
        nested_list(iso, &view)
    })
}

/// The items of a row of numbers of one word each; nothing for others.
fn plain_items(view: &View, iso: &Isolate) -> Option<Vec<Value>> {
    let letter = view.letter(iso);
    let bytes = view.bytes(iso)?;
    match letter {
        b'B' => Some(bytes.iter().map(|&byte| Value::small_int(i64::from(byte))).collect()),
        _ => bytes.chunks_exact(view.itemsize.max(1)).map(|item| plain_item(letter, item)).collect(),
    }
}

pub(super) fn toreadonly(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| View { readonly: true, ..view }.build(iso))
}

/// Something about a view that was not released.
fn property(iso: &mut Isolate, args: &[Value], read: impl FnOnce(&mut Isolate, View) -> Completion) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let view = View::check(iso, this)?;
    read(iso, view)
}

pub(super) fn obj(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |_, view| Ok(view.object))
}

pub(super) fn nbytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| iso.new_int((view.items() * view.itemsize) as i64))
}

pub(super) fn readonly(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |_, view| Ok(Value::bool(view.readonly)))
}

pub(super) fn itemsize(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| iso.new_int(view.itemsize as i64))
}

pub(super) fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |_, view| Ok(view.format))
}

pub(super) fn ndim(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| iso.new_int(view.dimensions(iso) as i64))
}

pub(super) fn shape(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| {
        let shape: Vec<Value> = view.shape(iso).iter().map(|&length| Value::small_int(length as i64)).collect();
        iso.new_tuple(&shape)
    })
}

pub(super) fn strides(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| {
        let strides: Vec<Value> = view.strides(iso).iter().map(|&stride| Value::small_int(stride)).collect();
        iso.new_tuple(&strides)
    })
}

pub(super) fn suboffsets(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, _| iso.new_tuple(&[]))
}

pub(super) fn c_contiguous(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |_, view| Ok(Value::bool(view.is_contiguous())))
}

pub(super) fn f_contiguous(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| Ok(Value::bool(view.is_fortran_contiguous(iso))))
}

pub(super) fn contiguous(iso: &mut Isolate, args: &[Value]) -> Completion {
    property(iso, args, |iso, view| Ok(Value::bool(view.is_contiguous() || view.is_fortran_contiguous(iso))))
}
