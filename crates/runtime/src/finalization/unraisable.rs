//! Exceptions that nobody can catch: `sys.unraisablehook`.

use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getter, method};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;

/// What the hook gets. A record: the exception's class, the exception, its traceback, the words, the object.
pub(crate) static UNRAISABLE_ARGUMENTS: TypeSpec = TypeSpec::new(
    "UnraisableHookArgs",
    "Type used to pass arguments to sys.unraisablehook: exc_type, exc_value, exc_traceback, err_msg, object.",
    ROWS,
)
.in_module("sys")
.with_flags(TypeFlags::NOT_CALLABLE);

static ROWS: &[Row] = &[
    getter("exc_type", "Exception type", |iso, args| field(iso, args, 0)),
    getter("exc_value", "Exception value", |iso, args| field(iso, args, 1)),
    getter("exc_traceback", "Exception traceback", |iso, args| field(iso, args, 2)),
    getter("err_msg", "Error message", |iso, args| field(iso, args, 3)),
    getter("object", "Object causing the exception", |iso, args| field(iso, args, 4)),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
];

/// What stands for an object whose `repr` fails.
const REPR_FAILED: &str = "<object repr() failed>";

const NAMES: [&str; 5] = ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"];

fn field(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let this = args.first().copied().unwrap_or(Value::UNBOUND);
    Ok(iso.heap.field(this, index).or(Value::NONE))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut text = String::from("sys.UnraisableHookArgs(");
    for (index, name) in NAMES.iter().enumerate() {
        let value = field(iso, args, index)?;
        let shown = iso.repr_text(value)?;
        text.push_str(&format!("{}{name}={shown}", if index == 0 { "" } else { ", " }));
    }
    text.push(')');
    iso.new_str(&text)
}

impl Isolate {
    /// Hands the exception on its way to `sys.unraisablehook`; the words say during what it happened.
    pub(crate) fn show_unraisable(&mut self, during: &str, object: Value) {
        let exception = self.take_exception();
        self.keep(exception);
        let shown = self.text_or(object, Isolate::repr, REPR_FAILED);
        self.in_flight = exception;
        self.tell_unraisable(&format!("Exception ignored while {during} {shown}"));
    }

    /// Hands the exception on its way to `sys.unraisablehook`, with these words.
    pub fn tell_unraisable(&mut self, message: &str) {
        let exception = self.take_exception();
        self.keep(exception);
        let hook = self.heap.dict_get_name(self.sys_dict, names::unraisablehook).filter(|hook| !hook.is_none());
        let told = self.unraisable_arguments(exception, message).and_then(|arguments| match hook {
            Some(hook) => self.call(hook, &[arguments]).map(|_| ()),
            None => {
                self.show_unraisable_arguments(arguments);
                Ok(())
            }
        });
        if told.is_err() {
            let second = self.take_exception();
            let hook = hook.unwrap_or(Value::NONE);
            let hook = self.repr_text(hook).unwrap_or_default();
            let text = self.format_unchained(second);
            self.write_standard_error(&format!("Exception ignored in sys.unraisablehook: {hook}\n{text}"));
        }
        self.take_exception();
    }

    fn unraisable_arguments(&mut self, exception: Value, message: &str) -> Completion {
        let class = self.type_of(exception);
        let traceback = self.heap.field(exception, crate::exceptions::field::TRACEBACK);
        let message = self.new_str(message)?;
        self.new_record(TypeId::UNRAISABLE_ARGUMENTS, 0, &[class, exception, traceback, message, Value::NONE])
    }

    /// What `sys.unraisablehook` does unless the program says otherwise.
    pub fn show_unraisable_arguments(&mut self, arguments: Value) {
        let [exception, message, object] = [1, 3, 4].map(|index| self.heap.field(arguments, index));
        let words = self.as_str(message).map(|message| self.name_text(message));
        let mut text = String::new();
        if object.is_none() || object.is_unbound() {
            if let Some(words) = words {
                text = format!("{words}:\n");
            }
        } else {
            let shown = self.text_or(object, Isolate::repr, REPR_FAILED);
            text = format!("{}: {shown}\n", words.as_deref().unwrap_or("Exception ignored in"));
        }
        text.push_str(&self.format_unchained(exception));
        self.write_standard_error(&text);
    }
}
