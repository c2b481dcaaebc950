//! `methodcaller`: a function that calls the same method of whatever it is called with.

use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method, raw_method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: the name, the tuple of arguments, the dict of keyword arguments.
pub(super) static METHOD_CALLER: TypeSpec = TypeSpec::new(
    "methodcaller",
    "Return a callable object that calls the given method on its operand.\n\n\
     After f = methodcaller('name'), the call f(r) returns r.name().\n\
     After g = methodcaller('name', 'date', foo=1), the call g(r) returns r.name('date', foo=1).",
    ROWS,
)
.in_module("operator")
.with_flags(TypeFlags(0));

const ROWS: &[Row] = &[
    static_method("__new__", "($type, name=<unrepresentable>, /, *args, **kwargs)", "Keep name and arguments.", new),
    method("__call__", "($self, obj, /)", "Call the method of an object.", call),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    raw_method("__reduce__", "($self, /)", "Return state information for pickling", reduce),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, name, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let Some(name) = name.given() else {
        return Err(raise::type_error(iso, "methodcaller needs at least one argument, the method name"));
    };
    let Some(text) = iso.as_str(name) else { return Err(raise::type_error(iso, "method name must be a string")) };
    let name = iso.intern_value(text)?;
    let Some(id) = iso.find_type(&METHOD_CALLER) else { return Err(raise::internal(iso)) };
    let caller = iso.new_record(id, 0, &[name, positional, keywords])?;
    iso.wrap_new(class, id, caller)
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[caller, object] = args else { return Err(raise::internal(iso)) };
    let [name, positional, keywords] = [0, 1, 2].map(|index| iso.heap.field(caller, index));
    let function = iso.get_attr(object, name)?;
    if iso.heap.table_len(keywords) == 0 {
        let positional: Vec<Value> = iso.heap.items(positional).collect();
        return iso.call(function, &positional);
    }
    iso.call_packed(function, positional, keywords)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[outer] = args else { return Err(raise::internal(iso)) };
    let caller = iso.unwrap(outer);
    let class = iso.type_of(outer);
    let mut text = iso.class_name(class).into_bytes();
    let arguments = iso.recursive_repr(outer, |iso| arguments_text(iso, caller))?;
    let arguments = arguments.and_then(|arguments| iso.heap.str_bytes(arguments)).unwrap_or(b"(...)");
    text.extend_from_slice(arguments);
    iso.new_text(&text)
}

/// What stands in the brackets.
fn arguments_text(iso: &mut Isolate, caller: Value) -> Completion {
    let [name, positional, keywords] = [0, 1, 2].map(|index| iso.heap.field(caller, index));
    let mut text = alloc::vec![b'('];
    let append = |iso: &mut Isolate, text: &mut Vec<u8>, value: Value| -> Completion<()> {
        let printed = iso.repr(value)?;
        text.extend_from_slice(iso.as_str(printed).and_then(|printed| iso.heap.str_bytes(printed)).unwrap_or(&[]));
        Ok(())
    };
    append(iso, &mut text, name)?;
    for value in iso.heap.items(positional).collect::<Vec<_>>() {
        text.extend_from_slice(b", ");
        append(iso, &mut text, value)?;
    }
    for (key, value) in iso.heap.entries(keywords).collect::<Vec<_>>() {
        text.extend_from_slice(b", ");
        text.extend_from_slice(iso.as_str(key).and_then(|key| iso.heap.str_bytes(key)).unwrap_or(&[]));
        text.push(b'=');
        append(iso, &mut text, value)?;
    }
    text.push(b')');
    iso.new_text(&text)
}

/// Keywords go into a `functools.partial` of the class.
fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[outer] = args else { return Err(raise::internal(iso)) };
    let caller = iso.unwrap(outer);
    let class = iso.type_of(outer);
    let [name, positional, keywords] = [0, 1, 2].map(|index| iso.heap.field(caller, index));
    if iso.heap.table_len(keywords) == 0 {
        let all: Vec<Value> = core::iter::once(name).chain(iso.heap.items(positional)).collect();
        let all = iso.new_tuple(&all)?;
        return iso.new_tuple(&[class, all]);
    }
    let module = iso.import_dotted("functools")?;
    let partial = iso.intern("partial")?;
    let partial = iso.get_attr(module, partial)?;
    let fixed = iso.new_tuple(&[class, name])?;
    let maker = iso.call_packed(partial, fixed, keywords)?;
    iso.new_tuple(&[maker, positional])
}
