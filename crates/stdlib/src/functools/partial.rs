//! What `functools.partial` derives from: a function with some of its arguments.

use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeSpec, getter, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: the function, the tuple of arguments, the dict of keyword arguments, what stands for arguments that come
/// with the call. The number says how many of those there are.
pub(super) static PARTIAL: TypeSpec =
    TypeSpec::new("_Partial", "A function with some of its arguments.", ROWS).in_module("_functools");

const ROWS: &[Row] = &[
    static_method("__new__", "($type, func, args, keywords, placeholder, /)", "Keep function and arguments.", new),
    method("__call__", "($self, /, *args, **kwargs)", "Call self as a function.", call),
    method("_set", "($self, func, args, keywords, placeholder, /)", "Take another function and arguments.", set),
    getter("func", "function object to use in future partial calls", |iso, args| part(iso, args, 0)),
    getter("args", "tuple of arguments to future partial calls", |iso, args| part(iso, args, 1)),
    getter("keywords", "dictionary of keyword arguments to future partial calls", |iso, args| part(iso, args, 2)),
];

fn part(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[partial] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(partial, index))
}

fn placeholders(iso: &Isolate, arguments: Value, placeholder: Value) -> u32 {
    iso.heap.items(arguments).filter(|&argument| argument == placeholder).count() as u32
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, function, arguments, keywords, placeholder] = args else { return Err(raise::internal(iso)) };
    let Some(id) = iso.find_type(&PARTIAL) else { return Err(raise::internal(iso)) };
    let count = placeholders(iso, arguments, placeholder);
    let partial = iso.new_record(id, count, &[function, arguments, keywords, placeholder])?;
    iso.wrap_new(class, id, partial)
}

fn set(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[partial, function, arguments, keywords, placeholder] = args else { return Err(raise::internal(iso)) };
    for (index, value) in [function, arguments, keywords].into_iter().enumerate() {
        iso.heap.set_field(partial, index, value);
    }
    let count = placeholders(iso, arguments, placeholder);
    iso.heap.set_number(partial, count);
    Ok(Value::NONE)
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[partial, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let [function, fixed, fixed_keywords, placeholder] = [0, 1, 2, 3].map(|index| iso.heap.field(partial, index));
    let wanted = iso.heap.number(partial) as usize;
    let given = iso.heap.sequence_len(positional);
    if given < wanted {
        let message =
            format!("missing positional arguments in 'partial' call; expected at least {wanted}, got {given}");
        return Err(raise::type_error(iso, &message));
    }
    let mut rest = iso.heap.items(positional);
    let mut all: Vec<Value> = Vec::with_capacity(iso.heap.sequence_len(fixed) + given);
    for argument in iso.heap.items(fixed) {
        let argument = if wanted > 0 && argument == placeholder { rest.next() } else { Some(argument) };
        all.extend(argument);
    }
    all.extend(rest);
    if iso.heap.table_len(fixed_keywords) == 0 && iso.heap.table_len(keywords) == 0 {
        return iso.call(function, &all);
    }
    // The call's keywords replace those of the same name, which keep their places.
    let merged = iso.new_dict()?;
    iso.heap.copy_table(merged, fixed_keywords)?;
    for (name, value) in iso.heap.entries(keywords).collect::<Vec<_>>() {
        iso.dict_set(merged, name, value)?;
    }
    let all = iso.new_tuple(&all)?;
    iso.call_packed(function, all, merged)
}
