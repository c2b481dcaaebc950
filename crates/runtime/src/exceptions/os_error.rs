//! `OSError`: the class that the error number calls for, the names of the files that it concerns, and its text.

use super::{attributes, field, raise};
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// The extra field of `characters_written`.
const WRITTEN: usize = 4;

pub(super) fn get_written(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match iso.heap.field(this, field::EXTRA + WRITTEN) {
        Value::NONE | Value::UNBOUND => Err(raise::attribute_error_text(iso, "characters_written")),
        count => Ok(count),
    }
}

pub(super) fn set_written(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let count = match value.given() {
        Some(value) => {
            let count = iso.to_isize(value)?;
            iso.new_int(count)?
        }
        None => {
            get_written(iso, &[this])?;
            Value::NONE
        }
    };
    iso.heap.set_field(this, field::EXTRA + WRITTEN, count);
    Ok(Value::NONE)
}

pub(super) fn new_os_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::BASE_EXCEPTION)?;
    if is_set_by_init(iso, class) {
        return iso.new_exception(class, &[]);
    }
    if iso.heap.table_len(keywords) > 0 {
        let name = iso.class_name(class);
        return Err(raise::type_error(iso, &format!("{name}() takes no keyword arguments")));
    }
    let list: Vec<Value> = iso.heap.items(positional).collect();
    let errno = list.first().and_then(|&value| iso.as_i64(value));
    let class = match errno {
        Some(errno) if class == TypeId::OS_ERROR.value() && (2..=5).contains(&list.len()) => {
            os_error_class(errno).value()
        }
        _ => class,
    };
    let exception = iso.new_exception(class, &[])?;
    set_os_error(iso, exception, &list)?;
    Ok(exception)
}

/// Whether `__init__` sets the fields: classes with an `__init__` of their own may call it with other arguments than
/// they were made with. All others have the arguments from `__new__`.
fn is_set_by_init(iso: &mut Isolate, class: Value) -> bool {
    let builtin = |iso: &Isolate, found: Option<Value>| found.is_some_and(|found| iso.native_row(found).is_some());
    let (init, new) = (iso.lookup(class, names::__init__), iso.lookup(class, names::__new__));
    !builtin(iso, init) && builtin(iso, new)
}

pub(super) fn init_os_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let class = iso.type_of(this);
    if !is_set_by_init(iso, class) {
        return Ok(Value::NONE);
    }
    if iso.heap.table_len(keywords) > 0 {
        let name = iso.class_name(class);
        return Err(raise::type_error(iso, &format!("{name}() takes no keyword arguments")));
    }
    let list: Vec<Value> = iso.heap.items(positional).collect();
    set_os_error(iso, this, &list)?;
    Ok(Value::NONE)
}

/// The fields of an `OSError` from the arguments errno, strerror, filename, winerror, filename2.
fn set_os_error(iso: &mut Isolate, exception: Value, list: &[Value]) -> Completion<()> {
    // A file's name is an attribute, no argument.
    let has_file = list.get(2).is_some_and(|file| !file.is_none());
    let shown = if has_file && list.len() <= 5 { list.get(..2).unwrap_or(list) } else { list };
    let shown = iso.new_tuple(shown)?;
    iso.heap.set_field(exception, field::ARGS, shown);
    let blocks = iso.is_instance_of(exception, TypeId::BLOCKING_IO_ERROR);
    let count = list.get(2).copied().filter(|_| blocks && (3..=5).contains(&list.len()));
    let is_number = |iso: &mut Isolate, value| {
        iso.number_of(value).is_some()
            || [names::__index__, names::__int__, names::__float__]
                .into_iter()
                .any(|name| iso.lookup_special(value, name).is_some())
    };
    if let Some(count) = count
        && is_number(iso, count)
    {
        let count = iso.to_isize(count)?;
        // The third argument is a number of characters there.
        for (index, value) in list.iter().take(2).enumerate() {
            iso.heap.set_field(exception, field::EXTRA + index, *value);
        }
        iso.heap.set_field(exception, field::EXTRA + WRITTEN, Value::small_int(count));
        let all = iso.new_tuple(list)?;
        iso.heap.set_field(exception, field::ARGS, all);
    } else if (2..=5).contains(&list.len()) {
        for (from, to) in [(0, 0), (1, 1), (2, 2), (4, 3)] {
            if let Some(&value) = list.get(from) {
                iso.heap.set_field(exception, field::EXTRA + to, value);
            }
        }
    }
    Ok(())
}

/// The subclass of `OSError` for an error number.
fn os_error_class(errno: i64) -> TypeId {
    match errno {
        1 | 13 => TypeId::PERMISSION_ERROR,
        2 => TypeId::FILE_NOT_FOUND_ERROR,
        3 => TypeId::PROCESS_LOOKUP_ERROR,
        4 => TypeId::INTERRUPTED_ERROR,
        10 => TypeId::CHILD_PROCESS_ERROR,
        11 | 114 | 115 => TypeId::BLOCKING_IO_ERROR,
        17 => TypeId::FILE_EXISTS_ERROR,
        20 => TypeId::NOT_A_DIRECTORY_ERROR,
        21 => TypeId::IS_A_DIRECTORY_ERROR,
        32 | 108 => TypeId::BROKEN_PIPE_ERROR,
        103 => TypeId::CONNECTION_ABORTED_ERROR,
        104 => TypeId::CONNECTION_RESET_ERROR,
        110 => TypeId::TIMEOUT_ERROR,
        111 => TypeId::CONNECTION_REFUSED_ERROR,
        _ => TypeId::OS_ERROR,
    }
}

pub(super) fn str_os_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let part = |iso: &Isolate, index: usize| iso.heap.field(this, field::EXTRA + index);
    let (errno, text, filename, filename2) = (part(iso, 0), part(iso, 1), part(iso, 2), part(iso, 3));
    let given = iso.heap.sequence_len(iso.heap.field(this, field::ARGS));
    if (errno.is_none() || text.is_none()) && given < 2 {
        return attributes::str(iso, args);
    }
    let errno = iso.str(errno)?;
    let errno = iso.name_text(errno);
    let text = iso.str(text)?;
    let text = iso.name_text(text);
    let mut shown = format!("[Errno {errno}] {text}");
    if !filename.is_none() {
        shown = format!("{shown}: {}", iso.repr_text(filename)?);
        if !filename2.is_none() {
            shown = format!("{shown} -> {}", iso.repr_text(filename2)?);
        }
    }
    iso.new_str(&shown)
}
