//! The attributes and methods of exception classes.

use super::creation::{new_of, reduce, refuse_keywords, state};
use super::os_error::{get_written, init_os_error, new_os_error, set_written, str_os_error};
use super::{field, hierarchy, raise};
use crate::builtins::compile::syntax_field;
use crate::heap::Kind;
use crate::native::{Row, TypeId, class_method, getset, getter, raw_method, static_method};
use crate::object::namespace::{get_attribute_dict, set_attribute_dict};
use crate::types::sequence::class_getitem;
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// Rows of `BaseException`.
pub(crate) static BASE_EXCEPTION: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", new),
    raw_method("__init__", "($self, /, *args, **kwargs)", "Initialize self.", init),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    raw_method("__str__", "($self, /)", "Return str(self).", str),
    raw_method("add_note", "($self, note, /)", "Add a note to the exception.", add_note),
    raw_method("with_traceback", "($self, tb, /)", "Set self.__traceback__ to tb and return self.", with_traceback),
    raw_method("__reduce__", "($self, /)", "Helper for pickle.", reduce),
    raw_method("__setstate__", "($self, object, /)", "Set the attributes in a dict.", set_state),
    getset("__dict__", "the attributes of its own", get_attribute_dict, set_attribute_dict),
    getset("args", "the arguments", get_args, set_args),
    getset("__traceback__", "the traceback", get_traceback, set_traceback),
    getset("__context__", "exception context", get_context, set_context),
    getset("__cause__", "exception cause", get_cause, set_cause),
    getset("__suppress_context__", "whether the context is not shown", get_suppress, set_suppress),
];

/// The fields that a group adds to an exception.
pub(crate) mod group_field {
    use super::field::EXTRA;

    /// `message`
    pub(crate) const MESSAGE: usize = EXTRA;
    /// `exceptions`, a tuple.
    pub(crate) const EXCEPTIONS: usize = EXTRA + 1;
}

macro_rules! extra_attribute {
    ($get:ident, $set:ident, $index:expr) => {
        fn $get(iso: &mut Isolate, args: &[Value]) -> Completion {
            let &[this] = args else { return Err(raise::internal(iso)) };
            Ok(iso.heap.field(this, $index).or(Value::NONE))
        }

        fn $set(iso: &mut Isolate, args: &[Value]) -> Completion {
            let &[this, value] = args else { return Err(raise::internal(iso)) };
            iso.heap.set_field(this, $index, value);
            Ok(Value::NONE)
        }
    };
}

extra_attribute!(get_0, set_0, field::EXTRA);
extra_attribute!(get_1, set_1, field::EXTRA + 1);
extra_attribute!(get_2, set_2, field::EXTRA + 2);
extra_attribute!(get_3, set_3, field::EXTRA + 3);
extra_attribute!(get_4, set_4, field::EXTRA + 4);
extra_attribute!(get_5, set_5, field::EXTRA + 5);
extra_attribute!(get_6, set_6, field::EXTRA + 6);
extra_attribute!(get_7, set_7, field::EXTRA + 7);

/// Rows of `StopIteration`.
pub(crate) static STOP_ITERATION: &[Row] = &[
    raw_method("__init__", "($self, /, *args)", "Initialize self.", init_first),
    getset("value", "generator return value", get_0, set_0),
];
/// Rows of `SystemExit`.
pub(crate) static SYSTEM_EXIT: &[Row] = &[
    raw_method("__init__", "($self, /, *args)", "Initialize self.", init_exit),
    getset("code", "exception code", get_0, set_0),
];
/// Rows of `AttributeError`.
pub(crate) static ATTRIBUTE_ERROR: &[Row] = &[
    raw_method("__init__", "($self, /, *args, name=None, obj=None)", "Initialize self.", init_attribute_error),
    raw_method("__getstate__", "($self, /)", "Helper for pickle.", attribute_error_state),
    getset("name", "attribute name", get_0, set_0),
    getset("obj", "object", get_1, set_1),
];
/// Rows of `NameError`.
pub(crate) static NAME_ERROR: &[Row] = &[
    raw_method("__init__", "($self, /, *args, name=None)", "Initialize self.", init_name_error),
    getset("name", "name", get_0, set_0),
];
/// Rows of `ImportError`.
pub(crate) static IMPORT_ERROR: &[Row] = &[
    raw_method(
        "__init__",
        "($self, /, *args, name=None, path=None, name_from=None)",
        "Initialize self.",
        init_import_error,
    ),
    raw_method("__str__", "($self, /)", "Return str(self).", str_import_error),
    getset("msg", "exception message", get_0, set_0),
    getset("name", "module name", get_1, set_1),
    getset("path", "module path", get_2, set_2),
    getset("name_from", "name imported from module", get_3, set_3),
];
/// Rows of `KeyError`.
pub(crate) static KEY_ERROR: &[Row] = &[raw_method("__str__", "($self, /)", "Return str(self).", str_key_error)];
/// Rows of `OSError`.
pub(crate) static OS_ERROR: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", new_os_error),
    raw_method("__init__", "($self, /, *args, **kwargs)", "Initialize self.", init_os_error),
    raw_method("__str__", "($self, /)", "Return str(self).", str_os_error),
    getset("errno", "POSIX exception code", get_0, set_0),
    getset("strerror", "exception strerror", get_1, set_1),
    getset("filename", "exception filename", get_2, set_2),
    getset("filename2", "second exception filename", get_3, set_3),
    getset("characters_written", "bytes written before it would block", get_written, set_written),
];
/// Rows of `SyntaxError`.
pub(crate) static SYNTAX_ERROR: &[Row] = &[
    raw_method("__init__", "($self, /, *args, **kwargs)", "Initialize self.", init_syntax_error),
    raw_method("__str__", "($self, /)", "Return str(self).", str_syntax_error),
    getset("msg", "exception msg", get_0, set_0),
    getset("filename", "exception filename", get_1, set_1),
    getset("lineno", "exception lineno", get_2, set_2),
    getset("offset", "exception offset", get_3, set_3),
    getset("text", "exception text", get_4, set_4),
    getset("end_lineno", "exception end lineno", get_5, set_5),
    getset("end_offset", "exception end offset", get_6, set_6),
    getset("print_file_and_line", "exception print_file_and_line", get_7, set_7),
];
/// Rows of `UnicodeDecodeError`.
pub(crate) static UNICODE_DECODE_ERROR: &[Row] = crate::codecs::errors::DECODE_ROWS;
/// Rows of `UnicodeEncodeError`.
pub(crate) static UNICODE_ENCODE_ERROR: &[Row] = crate::codecs::errors::ENCODE_ROWS;
/// Rows of `UnicodeTranslateError`.
pub(crate) static UNICODE_TRANSLATE_ERROR: &[Row] = crate::codecs::errors::TRANSLATE_ROWS;

/// The arguments of an exception.
fn arguments(iso: &Isolate, this: Value) -> Vec<Value> {
    iso.heap.items(iso.heap.field(this, field::ARGS)).collect()
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    new_of(iso, args, TypeId::BASE_EXCEPTION)
}

pub(super) fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    refuse_keywords(iso, iso.type_of(this), keywords)?;
    iso.heap.set_field(this, field::ARGS, positional);
    Ok(Value::NONE)
}

fn init_first(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, field::ARGS, positional);
    let value = iso.heap.tuple_item(positional, 0).unwrap_or(Value::NONE);
    iso.heap.set_field(this, field::EXTRA, value);
    Ok(Value::NONE)
}

fn init_exit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, field::ARGS, positional);
    let code = match iso.heap.sequence_len(positional) {
        0 => Value::NONE,
        1 => iso.heap.tuple_item(positional, 0).unwrap_or(Value::NONE),
        _ => positional,
    };
    iso.heap.set_field(this, field::EXTRA, code);
    Ok(Value::NONE)
}

fn init_attribute_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name, object, positional] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, field::ARGS, positional);
    iso.heap.set_field(this, field::EXTRA, name.or(Value::NONE));
    iso.heap.set_field(this, field::EXTRA + 1, object.or(Value::NONE));
    Ok(Value::NONE)
}

fn attribute_error_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(state(iso, this)?.unwrap_or(Value::NONE))
}

fn init_name_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name, positional] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, field::ARGS, positional);
    iso.heap.set_field(this, field::EXTRA, name.or(Value::NONE));
    Ok(Value::NONE)
}

fn init_import_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name, path, name_from, positional] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, field::ARGS, positional);
    let message = match iso.heap.sequence_len(positional) {
        1 => iso.heap.tuple_item(positional, 0).unwrap_or(Value::NONE),
        _ => Value::NONE,
    };
    for (index, value) in [message, name, path, name_from].into_iter().enumerate() {
        iso.heap.set_field(this, field::EXTRA + index, value.or(Value::NONE));
    }
    Ok(Value::NONE)
}

fn init_syntax_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    refuse_keywords(iso, iso.type_of(this), keywords)?;
    iso.heap.set_field(this, field::ARGS, positional);
    let list: Vec<Value> = iso.heap.items(positional).collect();
    if let Some(&message) = list.first() {
        iso.heap.set_field(this, syntax_field::MSG, message);
    }
    if let &[_, details] = list.as_slice() {
        let details = iso.collect_items(details)?;
        let count = iso.heap.sequence_len(details);
        if !matches!(count, 4 | 6 | 7) {
            let message = match count {
                5 => "end_offset must be provided when end_lineno is provided".into(),
                0..=3 => format!("function takes at least 4 arguments ({count} given)"),
                _ => format!("function takes at most 7 arguments ({count} given)"),
            };
            return Err(raise::type_error(iso, &message));
        }
        for (index, value) in iso.heap.items(details).take(6).collect::<Vec<_>>().into_iter().enumerate() {
            iso.heap.set_field(this, syntax_field::FILENAME + index, value);
        }
    }
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let name = iso.type_name(this);
    let list = arguments(iso, this);
    let text = match list.as_slice() {
        &[only] => format!("{name}({})", iso.repr_text(only)?),
        _ => {
            let tuple = iso.heap.field(this, field::ARGS);
            format!("{name}{}", iso.repr_text(tuple)?)
        }
    };
    iso.new_str(&text)
}

pub(super) fn str(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match arguments(iso, this).as_slice() {
        [] => Ok(names::EMPTY),
        &[only] => iso.str(only),
        _ => {
            let tuple = iso.heap.field(this, field::ARGS);
            iso.str(tuple)
        }
    }
}

fn str_key_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match arguments(iso, this).as_slice() {
        // The key as it would be written, so that an empty one can be seen.
        &[only] => iso.repr(only),
        _ => str(iso, args),
    }
}

fn str_import_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let message = iso.heap.field(this, field::EXTRA);
    if iso.heap.is_str(message) { Ok(message) } else { str(iso, args) }
}

fn str_syntax_error(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let message = iso.heap.field(this, syntax_field::MSG);
    let message = iso.str(message)?;
    let message = iso.name_text(message);
    let (filename, line) = (iso.heap.field(this, syntax_field::FILENAME), iso.heap.field(this, syntax_field::LINENO));
    let file = iso.as_str(filename).map(|name| iso.name_text(name));
    let file = file.as_deref().map(|path| path.rsplit('/').next().unwrap_or(path));
    let text = match (file, line.as_small_int()) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message,
    };
    iso.new_str(&text)
}

fn add_note(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, note] = args else { return Err(raise::internal(iso)) };
    if iso.as_str(note).is_none() {
        let kind = iso.type_name(note);
        return Err(raise::type_error(iso, &format!("add_note() argument must be str, not {kind}")));
    }
    iso.add_note(this, note)?;
    Ok(Value::NONE)
}

impl Isolate {
    /// Adds to the notes of an exception.
    pub(crate) fn add_note(&mut self, exception: Value, note: Value) -> Completion<()> {
        let list = match self.get_attr_opt(exception, names::__notes__)? {
            Some(list) if self.heap.kind(list) == Some(Kind::List) => list,
            Some(_) => return Err(raise::type_error(self, "Cannot add note: __notes__ is not a list")),
            None => {
                let list = self.new_list(&[])?;
                self.set_attr(exception, names::__notes__, list)?;
                list
            }
        };
        Ok(self.heap.list_append(list, note)?)
    }
}

fn with_traceback(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, traceback] = args else { return Err(raise::internal(iso)) };
    set_traceback(iso, &[this, traceback])?;
    Ok(this)
}

fn get_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, field::ARGS))
}

fn set_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "args may not be deleted"));
    }
    let list = iso.collect_items(value)?;
    let list: Vec<Value> = iso.heap.items(list).collect();
    let tuple = iso.new_tuple(&list)?;
    iso.heap.set_field(this, field::ARGS, tuple);
    Ok(Value::NONE)
}

fn get_traceback(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, field::TRACEBACK))
}

fn set_traceback(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "__traceback__ may not be deleted"));
    }
    if !value.is_none() && iso.type_of(value) != TypeId::TRACEBACK.value() {
        return Err(raise::type_error(iso, "__traceback__ must be a traceback or None"));
    }
    iso.heap.set_field(this, field::TRACEBACK, value);
    Ok(Value::NONE)
}

fn get_context(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, field::CONTEXT))
}

fn chained(iso: &mut Isolate, value: Value, name: &str) -> Completion<()> {
    if value.is_unbound() {
        return Err(raise::type_error(iso, &format!("{name} may not be deleted")));
    }
    if !value.is_none() && !iso.is_instance_of(value, TypeId::BASE_EXCEPTION) {
        let what = name.trim_matches('_');
        return Err(raise::type_error(iso, &format!("exception {what} must be None or derive from BaseException")));
    }
    Ok(())
}

fn set_context(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    chained(iso, value, "__context__")?;
    iso.heap.set_field(this, field::CONTEXT, value);
    Ok(Value::NONE)
}

fn get_cause(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, field::CAUSE))
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    if state.is_none() {
        return Ok(Value::NONE);
    }
    if !iso.is_instance_of(state, TypeId::DICT) {
        return Err(raise::type_error(iso, "state is not a dictionary"));
    }
    let attributes: Vec<(Value, Value)> = iso.heap.entries(iso.unwrap(state)).collect();
    for (name, value) in attributes {
        let name = iso.attribute_name(name)?;
        iso.set_attr(this, name, value)?;
    }
    Ok(Value::NONE)
}

fn set_cause(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    chained(iso, value, "__cause__")?;
    iso.heap.set_field(this, field::CAUSE, value);
    iso.heap.set_field(this, field::SUPPRESS_CONTEXT, Value::TRUE);
    Ok(Value::NONE)
}

fn get_suppress(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, field::SUPPRESS_CONTEXT))
}

fn set_suppress(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if !value.is_bool() {
        let deleted = value.is_unbound();
        let message = if deleted { "can't delete numeric/char attribute" } else { "attribute value type must be bool" };
        return Err(raise::type_error(iso, message));
    }
    iso.heap.set_field(this, field::SUPPRESS_CONTEXT, value);
    Ok(Value::NONE)
}

/// Rows of `BaseExceptionGroup`.
pub(crate) static GROUP: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", new_group),
    raw_method("__str__", "($self, /)", "Return str(self).", str_group),
    raw_method(
        "split",
        "($self, matcher_value, /)",
        "Split the group by a condition: the part that matches and the rest.",
        split,
    ),
    raw_method(
        "subgroup",
        "($self, matcher_value, /)",
        "The part of the group that matches a condition, or None.",
        subgroup,
    ),
    raw_method("derive", "($self, excs, /)", "A group of the same class with other exceptions.", derive),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
    getter("message", "exception message", get_0),
    getter("exceptions", "nested exceptions", get_1),
];

/// Whether there are items by number, as far as the type tells: dicts have them by key.
fn is_sequence(iso: &mut Isolate, value: Value) -> bool {
    let mapping = [TypeId::DICT, TypeId::MAPPING_PROXY, TypeId::GENERIC_ALIAS];
    !mapping.iter().any(|&id| iso.is_instance_of(value, id)) && iso.lookup_special(value, names::__getitem__).is_some()
}

fn new_group(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, positional, _] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::BASE_EXCEPTION_GROUP)?;
    let given: Vec<Value> = iso.heap.items(positional).collect();
    let &[message, exceptions] = given.as_slice() else {
        let count = given.len();
        let message = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({count} given)");
        return Err(raise::type_error(iso, &message));
    };
    if iso.as_str(message).is_none() {
        let kind = argument_kind(iso, message);
        return Err(raise::type_error(
            iso,
            &format!("BaseExceptionGroup.__new__() argument 1 must be str, not {kind}"),
        ));
    }
    if !is_sequence(iso, exceptions) {
        return Err(raise::type_error(iso, "second argument (exceptions) must be a sequence"));
    }
    let list = iso.collect_items(exceptions)?;
    let list: Vec<Value> = iso.heap.items(list).collect();
    if list.is_empty() {
        return Err(raise::value_error(iso, "second argument (exceptions) must be a non-empty sequence"));
    }
    let mut base_only = false;
    for (index, &exception) in list.iter().enumerate() {
        if !iso.is_instance_of(exception, TypeId::BASE_EXCEPTION) {
            let message = format!("Item {index} of second argument (exceptions) is not an exception");
            return Err(raise::value_error(iso, &message));
        }
        base_only |= !iso.is_instance_of(exception, TypeId::EXCEPTION);
    }
    let mut class = class;
    if class == TypeId::BASE_EXCEPTION_GROUP.value() && !base_only {
        class = TypeId::EXCEPTION_GROUP.value();
    } else if base_only && iso.is_subtype(class, TypeId::EXCEPTION.value()) {
        let message = if class == TypeId::EXCEPTION_GROUP.value() {
            "Cannot nest BaseExceptions in an ExceptionGroup".into()
        } else {
            format!("Cannot nest BaseExceptions in '{}'", iso.class_name(class))
        };
        return Err(raise::type_error(iso, &message));
    }
    let exception = iso.new_exception(class, &given)?;
    let tuple = iso.new_tuple(&list)?;
    iso.heap.set_field(exception, group_field::MESSAGE, message);
    iso.heap.set_field(exception, group_field::EXCEPTIONS, tuple);
    Ok(exception)
}

fn str_group(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let message = iso.name_text(iso.heap.field(this, group_field::MESSAGE));
    let count = iso.heap.sequence_len(iso.heap.field(this, group_field::EXCEPTIONS));
    let plural = if count == 1 { "" } else { "s" };
    iso.new_str(&format!("{message} ({count} sub-exception{plural})"))
}

/// Whether an exception meets the condition of `split`: a class, a tuple of classes, or a function.
fn meets(iso: &mut Isolate, exception: Value, condition: Value) -> Completion<bool> {
    let is_exception =
        |iso: &Isolate, class| iso.is_class(class) && iso.is_subtype(class, TypeId::BASE_EXCEPTION.value());
    let is_tuple = iso.heap.kind(condition) == Some(Kind::Tuple);
    let all = is_tuple && iso.heap.items(condition).all(|class| is_exception(iso, class));
    if all || is_exception(iso, condition) {
        return iso.is_instance(exception, condition);
    }
    if is_tuple || iso.is_class(condition) || !iso.is_callable(condition) {
        let message = "expected an exception type, a tuple of exception types, or a callable (other than a class)";
        return Err(raise::type_error(iso, message));
    }
    let answer = iso.call(condition, &[exception])?;
    iso.is_true(answer)
}

/// The parts of an exception that meet a condition and that don't; None for an empty part.
fn split_exception(iso: &mut Isolate, exception: Value, condition: Value) -> Completion<(Value, Value)> {
    if meets(iso, exception, condition)? {
        return Ok((exception, Value::NONE));
    }
    if !iso.is_instance_of(exception, TypeId::BASE_EXCEPTION_GROUP) {
        return Ok((Value::NONE, exception));
    }
    let inner: Vec<Value> = iso.heap.items(iso.heap.field(exception, group_field::EXCEPTIONS)).collect();
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for part in inner {
        let (yes, no) = iso.one_level_deeper(|iso| split_exception(iso, part, condition))?;
        if !yes.is_none() {
            matching.push(yes);
        }
        if !no.is_none() {
            rest.push(no);
        }
    }
    Ok((iso.group_part(exception, &matching)?, iso.group_part(exception, &rest)?))
}

impl Isolate {
    /// A group of some of a group's exceptions, with its metadata; None if there are none.
    pub(crate) fn group_part(&mut self, group: Value, list: &[Value]) -> Completion {
        if list.is_empty() {
            return Ok(Value::NONE);
        }
        let list = self.new_list(list)?;
        let part = self.call_method(group, names::derive, &[list])?;
        if !self.is_instance_of(part, TypeId::BASE_EXCEPTION_GROUP) {
            return Err(raise::type_error(self, "derive must return an instance of BaseExceptionGroup"));
        }
        for index in [field::TRACEBACK, field::CONTEXT, field::CAUSE] {
            let value = self.heap.field(group, index);
            self.heap.set_field(part, index, value);
        }
        // As setting a cause does.
        self.heap.set_field(part, field::SUPPRESS_CONTEXT, Value::TRUE);
        // Whatever else somebody has put there is not taken over.
        if let Some(notes) = self.get_attr_opt(group, names::__notes__)?
            && is_sequence(self, notes)
        {
            let notes = self.collect_items(notes)?;
            self.set_attr(part, names::__notes__, notes)?;
        }
        Ok(part)
    }
}

fn split(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, condition] = args else { return Err(raise::internal(iso)) };
    let (matching, rest) = split_exception(iso, this, condition)?;
    iso.new_tuple(&[matching, rest])
}

fn subgroup(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, condition] = args else { return Err(raise::internal(iso)) };
    Ok(split_exception(iso, this, condition)?.0)
}

fn derive(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, exceptions] = args else { return Err(raise::internal(iso)) };
    let message = iso.heap.field(this, field::EXTRA);
    iso.call(TypeId::BASE_EXCEPTION_GROUP.value(), &[message, exceptions])
}

/// Makes sure that the table of classes and this file agree on the number of fields.
const _: () = assert!(hierarchy::MOST_EXTRA == 9);
