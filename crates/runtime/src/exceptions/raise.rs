//! Raising from native code: one function for each situation, so that a wording exists once.

use super::field;
use crate::native::TypeId;
use crate::{Isolate, Raised, Value};

/// Raises a builtin exception with a message.
#[cold]
#[inline(never)]
pub fn exception(iso: &mut Isolate, id: TypeId, message: &str) -> Raised {
    match iso.heap.despite_lock(|heap| heap.new_str(message.as_bytes())) {
        Ok(text) => exception_with(iso, id, &[text]),
        Err(short) => short.into(),
    }
}

/// Raises a builtin exception with these arguments.
#[cold]
#[inline(never)]
pub fn exception_with(iso: &mut Isolate, id: TypeId, args: &[Value]) -> Raised {
    match iso.new_exception(id.value(), args) {
        Ok(exception) => iso.raise_exception(exception),
        Err(raised) => raised,
    }
}

macro_rules! with_message {
    ($($name:ident = $id:ident;)*) => {
        $(
            #[doc = concat!("Raises the exception `", stringify!($id), "` with a message.")]
            #[cold]
            pub fn $name(iso: &mut Isolate, message: &str) -> Raised {
                exception(iso, TypeId::$id, message)
            }
        )*
    };
}

with_message! {
    type_error = TYPE_ERROR;
    value_error = VALUE_ERROR;
    index_error = INDEX_ERROR;
    key_error_text = KEY_ERROR;
    lookup_error = LOOKUP_ERROR;
    runtime_error = RUNTIME_ERROR;
    recursion_error = RECURSION_ERROR;
    overflow_error = OVERFLOW_ERROR;
    zero_division_error = ZERO_DIVISION_ERROR;
    arithmetic_error = ARITHMETIC_ERROR;
    assertion_error = ASSERTION_ERROR;
    attribute_error_text = ATTRIBUTE_ERROR;
    buffer_error = BUFFER_ERROR;
    eof_error = EOF_ERROR;
    system_error = SYSTEM_ERROR;
    not_implemented_error = NOT_IMPLEMENTED_ERROR;
    memory_error_text = MEMORY_ERROR;
}

/// Something that can't happen, by the code's own reasoning.
#[cold]
pub fn internal(iso: &mut Isolate) -> Raised {
    system_error(iso, "internal error")
}

/// `MemoryError` without a message.
#[cold]
pub fn memory_error(iso: &mut Isolate) -> Raised {
    exception_with(iso, TypeId::MEMORY_ERROR, &[])
}

/// `KeyError` for a key.
#[cold]
pub fn key_error(iso: &mut Isolate, key: Value) -> Raised {
    exception_with(iso, TypeId::KEY_ERROR, &[key])
}

/// `StopIteration` with a value; None gives none.
#[cold]
pub fn stop_iteration(iso: &mut Isolate, value: Value) -> Raised {
    let args = [value];
    let args = if value.is_none() { &[] } else { &args[..] };
    match iso.new_exception(TypeId::STOP_ITERATION.value(), args) {
        Ok(exception) => {
            iso.heap.set_field(exception, field::EXTRA, value);
            iso.raise_exception(exception)
        }
        Err(raised) => raised,
    }
}

/// `AttributeError` with its `name` and `obj`.
#[cold]
pub fn attribute_error(iso: &mut Isolate, object: Value, name: Value, message: &str) -> Raised {
    let raised = attribute_error_text(iso, message);
    let exception = iso.in_flight;
    iso.heap.set_field(exception, field::EXTRA, name);
    iso.heap.set_field(exception, field::EXTRA + 1, object);
    raised
}

/// `NameError` (or the subclass) with its `name`.
#[cold]
pub fn name_error(iso: &mut Isolate, id: TypeId, name: Value, message: &str) -> Raised {
    let raised = exception(iso, id, message);
    let exception = iso.in_flight;
    iso.heap.set_field(exception, field::EXTRA, name);
    raised
}

/// `ImportError` (or the subclass) with its `name`, and `path` if given.
#[cold]
pub fn import_error(iso: &mut Isolate, id: TypeId, name: Value, path: Value, message: &str) -> Raised {
    let raised = exception(iso, id, message);
    let exception = iso.in_flight;
    if let Ok(text) = iso.new_str(message) {
        iso.heap.set_field(exception, field::EXTRA, text);
    }
    iso.heap.set_field(exception, field::EXTRA + 1, name);
    iso.heap.set_field(exception, field::EXTRA + 2, path);
    raised
}

/// `ImportError` for a name that a module lacks: `name_from`.
#[cold]
pub(crate) fn cannot_import_name(iso: &mut Isolate, module: Value, path: Value, name: Value, message: &str) -> Raised {
    let raised = import_error(iso, TypeId::IMPORT_ERROR, module, path, message);
    iso.heap.set_field(iso.in_flight, field::EXTRA + 3, name);
    raised
}

/// `OSError` of the subclass that the number calls for, with the platform's text.
#[cold]
pub fn os_error(iso: &mut Isolate, errno: i32) -> Raised {
    os_error_with_filename(iso, errno, Value::NONE)
}

/// As [`os_error`], with the file's name.
#[cold]
pub fn os_error_with_filename(iso: &mut Isolate, errno: i32, filename: Value) -> Raised {
    let text = match iso.new_str(super::hierarchy::error_text(errno)) {
        Ok(text) => text,
        Err(raised) => return raised,
    };
    let args = [Value::small_int(i64::from(errno)), text, filename];
    let args = if filename.is_none() { &args[..2] } else { &args[..] };
    match iso.call(TypeId::OS_ERROR.value(), args) {
        Ok(exception) => iso.raise_exception(exception),
        Err(raised) => raised,
    }
}

/// As [`os_error`], with the names of the two files that it concerns.
#[cold]
pub fn os_error_with_filenames(iso: &mut Isolate, errno: i32, first: Value, second: Value) -> Raised {
    let text = match iso.new_str(super::hierarchy::error_text(errno)) {
        Ok(text) => text,
        Err(raised) => return raised,
    };
    let args = [Value::small_int(i64::from(errno)), text, first, Value::NONE, second];
    match iso.call(TypeId::OS_ERROR.value(), &args) {
        Ok(exception) => iso.raise_exception(exception),
        Err(raised) => raised,
    }
}

/// `UnboundLocalError` for a local variable.
#[cold]
pub fn unbound_local(iso: &mut Isolate, name: Value) -> Raised {
    let text = iso.name_text(name);
    let message = alloc::format!("cannot access local variable '{text}' where it is not associated with a value");
    exception(iso, TypeId::UNBOUND_LOCAL_ERROR, &message)
}

/// `NameError` for a captured variable.
#[cold]
pub fn unbound_free(iso: &mut Isolate, name: Value) -> Raised {
    let text = iso.name_text(name);
    let message = alloc::format!(
        "cannot access free variable '{text}' where it is not associated with a value in enclosing scope"
    );
    name_error(iso, TypeId::NAME_ERROR, name, &message)
}

/// `NameError` for a name that is nowhere.
#[cold]
pub fn undefined(iso: &mut Isolate, name: Value) -> Raised {
    let text = iso.name_text(name);
    name_error(iso, TypeId::NAME_ERROR, name, &alloc::format!("name '{text}' is not defined"))
}

/// `RecursionError` in CPython's words.
#[cold]
pub fn recursion(iso: &mut Isolate) -> Raised {
    recursion_error(iso, "maximum recursion depth exceeded")
}

/// `KeyboardInterrupt`.
#[cold]
pub fn keyboard_interrupt(iso: &mut Isolate) -> Raised {
    exception_with(iso, TypeId::KEYBOARD_INTERRUPT, &[])
}

/// `TypeError` for an object that can't be called.
#[cold]
pub fn not_callable(iso: &mut Isolate, value: Value) -> Raised {
    let kind = iso.type_name(value);
    type_error(iso, &alloc::format!("'{kind}' object is not callable"))
}

/// `TypeError` for an argument of the wrong type: "f() argument must be str, not int".
#[cold]
pub fn wrong_argument(iso: &mut Isolate, function: &str, expected: &str, got: Value) -> Raised {
    let kind = iso.type_name(got);
    type_error(iso, &alloc::format!("{function}() argument must be {expected}, not {kind}"))
}
