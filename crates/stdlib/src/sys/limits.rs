//! Limits and sizes.

use super::argument;
use alloc::format;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, names, raise};

/// No limit of digits is smaller: converting so few is never slow.
const LEAST_DIGITS: i32 = 640;

pub(super) fn get_recursion_limit(iso: &mut Isolate, _: &[Value]) -> Completion {
    let limit = iso.limits().recursion;
    iso.new_int(limit as i64)
}

pub(super) fn set_recursion_limit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let limit = argument(iso, args)?;
    let limit = iso.to_isize(limit)?;
    if limit < 1 {
        return Err(raise::value_error(iso, "recursion limit must be greater or equal than 1"));
    }
    let (limit, depth) = (limit as usize, iso.depth());
    if depth >= limit {
        let message =
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(raise::recursion_error(iso, &message));
    }
    iso.set_recursion_limit(limit);
    Ok(Value::NONE)
}

pub(super) fn get_size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[object, default] = args else { return Err(raise::internal(iso)) };
    match size_of(iso, object) {
        Err(_) if !default.is_unbound() && iso.raised_is(TypeId::TYPE_ERROR) => {
            iso.take_exception();
            Ok(default)
        }
        done => done,
    }
}

/// What takes no room in the heap takes a word wherever it is referred to.
fn at_least_a_word(bytes: usize) -> usize {
    bytes.max(core::mem::size_of::<Value>())
}

fn size_of(iso: &mut Isolate, object: Value) -> Completion {
    let Some(size) = iso.call_special(object, names::__sizeof__, &[])? else {
        return Ok(Value::small_int(at_least_a_word(iso.heap.size_of(object)) as i64));
    };
    match iso.as_i64(size) {
        Some(0) => Ok(Value::small_int(at_least_a_word(0) as i64)),
        Some(number) if number >= 0 => iso.new_int(number),
        Some(_) => Err(raise::value_error(iso, "__sizeof__() should return >= 0")),
        None if iso.is_int(size) => Err(raise::overflow_error(iso, "Python int too large to convert to C ssize_t")),
        None => Err(raise::type_error(iso, "an integer is required")),
    }
}

pub(super) fn get_ref_count(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(2))
}

pub(super) fn is_interned(iso: &mut Isolate, args: &[Value]) -> Completion {
    let string = argument(iso, args)?;
    if !iso.is_instance_of(string, TypeId::STR) {
        let kind = iso.type_name(string);
        return Err(raise::type_error(iso, &format!("_is_interned() argument must be str, not {kind}")));
    }
    let interned = iso.intern_value(string)?;
    Ok(Value::bool(interned == string))
}

/// What is no object in the heap lives for ever.
pub(super) fn is_immortal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let object = argument(iso, args)?;
    Ok(Value::bool(iso.heap.kind(object).is_none()))
}

pub(super) fn get_allocated_blocks(iso: &mut Isolate, _: &[Value]) -> Completion {
    let objects = iso.heap.statistics().objects;
    iso.new_int(objects as i64)
}

pub(super) fn get_interned_size(iso: &mut Isolate, _: &[Value]) -> Completion {
    let strings = iso.interned_count();
    iso.new_int(strings as i64)
}

pub(super) fn set_origin_depth(iso: &mut Isolate, args: &[Value]) -> Completion {
    let depth = argument(iso, args)?;
    if iso.to_isize(depth)? < 0 {
        return Err(raise::value_error(iso, "depth must be >= 0"));
    }
    Ok(Value::NONE)
}

pub(super) fn get_int_digits(iso: &mut Isolate, _: &[Value]) -> Completion {
    let limit = iso.limits().int_digits;
    iso.new_int(limit as i64)
}

pub(super) fn set_int_digits(iso: &mut Isolate, args: &[Value]) -> Completion {
    let limit = argument(iso, args)?;
    let limit = iso.index(limit)?;
    let Some(limit) = iso.as_i64(limit).and_then(|limit| i32::try_from(limit).ok()) else {
        return Err(raise::overflow_error(iso, "Python int too large to convert to C int"));
    };
    if limit != 0 && limit < LEAST_DIGITS {
        return Err(raise::value_error(iso, "maxdigits must be >= 640 or 0 for unlimited"));
    }
    iso.set_int_digits(limit as usize);
    Ok(Value::NONE)
}

pub(super) fn get_switch_interval(iso: &mut Isolate, _: &[Value]) -> Completion {
    let microseconds = iso.switch_interval() / 1000;
    iso.new_float(1e-6 * microseconds as f64)
}

pub(super) fn set_switch_interval(iso: &mut Isolate, args: &[Value]) -> Completion {
    let interval = argument(iso, args)?;
    let interval = iso.to_f64(interval)?;
    if interval <= 0.0 {
        return Err(raise::value_error(iso, "switch interval must be strictly positive"));
    }
    // Whole microseconds, as in CPython.
    iso.set_switch_interval((interval * 1e6) as u64 * 1000);
    Ok(Value::NONE)
}

/// Boards don't warn of what will go.
const WARNS: bool = cfg!(feature = "warnings");

pub(super) fn clear_type_cache(iso: &mut Isolate, _: &[Value]) -> Completion {
    if WARNS {
        let text = "sys._clear_type_cache() is deprecated and may be removed in a future version of Python. \
                    Use sys._clear_internal_caches() instead.";
        iso.warn(TypeId::DEPRECATION_WARNING, text)?;
    }
    Ok(Value::NONE)
}
