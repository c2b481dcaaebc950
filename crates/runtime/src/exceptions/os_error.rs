//! `OSError`: the class that the error number calls for, the names of the files that it concerns, and its text.

use super::creation::refuse_keywords;
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
    if is_set_up_by_init(iso, class) {
        let exception = iso.new_exception(class, &[])?;
        clear_numbers(iso, exception);
        return Ok(exception);
    }
    refuse_keywords(iso, class, keywords)?;
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

/// Takes the arguments only where `__new__` left them to it.
pub(super) fn init_os_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let class = iso.type_of(this);
    if is_set_up_by_init(iso, class) {
        refuse_keywords(iso, class, keywords)?;
        let list: Vec<Value> = iso.heap.items(positional).collect();
        set_os_error(iso, this, &list)?;
    }
    Ok(Value::NONE)
}

/// Whether a class has an `__init__` of its own but no `__new__`: then `__init__` says what `OSError` gets, which may
/// be other arguments than those of the call.
fn is_set_up_by_init(iso: &mut Isolate, class: Value) -> bool {
    let is_native = |iso: &Isolate, function: Option<Value>| function.is_some_and(|it| iso.native_row(it).is_some());
    let (init, new) = (iso.lookup(class, names::__init__), iso.lookup(class, names::__new__));
    !is_native(iso, init) && is_native(iso, new)
}

/// Neither a number nor its text is given.
fn clear_numbers(iso: &mut Isolate, exception: Value) {
    for index in 0..2 {
        iso.heap.set_field(exception, field::EXTRA + index, Value::UNBOUND);
    }
}

/// The fields of an `OSError` from the arguments errno, strerror, filename, winerror, filename2.
fn set_os_error(iso: &mut Isolate, exception: Value, list: &[Value]) -> Completion<()> {
    clear_numbers(iso, exception);
    // A file's name is an attribute, no argument.
    let has_file = list.get(2).is_some_and(|file| !file.is_none());
    let shown = if has_file && list.len() <= 5 { list.get(..2).unwrap_or(list) } else { list };
    let shown = iso.new_tuple(shown)?;
    iso.heap.set_field(exception, field::ARGS, shown);
    let blocks = iso.is_instance_of(exception, TypeId::BLOCKING_IO_ERROR);
    let third = list.get(2).copied().filter(|_| blocks && (3..=5).contains(&list.len()));
    if let Some(count) = third.filter(|&third| is_number(iso, third)) {
        // The third argument is a number of characters there.
        for (index, value) in list.iter().take(2).enumerate() {
            iso.heap.set_field(exception, field::EXTRA + index, *value);
        }
        let Some(count) = iso.index(count).map(|int| iso.as_i64(int))? else {
            let kind = iso.type_name(count);
            let message = format!("cannot fit '{kind}' into an index-sized integer");
            return Err(raise::value_error(iso, &message));
        };
        let count = iso.new_int(count)?;
        iso.heap.set_field(exception, field::EXTRA + WRITTEN, count);
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

/// Whether the value is a number of some kind, if not one that counts.
fn is_number(iso: &mut Isolate, value: Value) -> bool {
    let conversions = [names::__index__, names::__int__, names::__float__];
    iso.is_instance_of(value, TypeId::COMPLEX)
        || conversions.iter().any(|&conversion| iso.lookup_special(value, conversion).is_some())
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
    let [errno, text, filename, filename2] = [0, 1, 2, 3].map(|index| part(iso, index));
    let [filename, filename2] = [filename, filename2].map(|name| name.or(Value::NONE));
    // Those raised with a mere message have nothing there.
    let given = iso.heap.sequence_len(iso.heap.field(this, field::ARGS));
    let has_neither = errno.is_none() && text.is_none() && !(2..=5).contains(&given);
    if filename.is_none() && (errno.is_unbound() || text.is_unbound() || has_neither) {
        return attributes::str(iso, args);
    }
    let [errno, text] = [errno, text].map(|part| part.or(Value::NONE));
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
