//! `method`: functions bound to their first argument.

use super::descriptors::check_descriptor_arguments;
use crate::exceptions::raise;
use crate::native::{Row, TypeId, TypeSpec, getter, method, static_method};
use crate::object::pickling::reduce_function;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// `method`: fields are the function and the receiver.
pub(crate) static METHOD: TypeSpec =
    TypeSpec::new("method", "method(function, instance, /)\n--\n\nCreate a bound instance method object.", ROWS);

const ROWS: &[Row] = &[
    static_method("__new__", "($type, function, instance, /)", "Create and return a new object.", new),
    method("__call__", "($self, /, *args, **kwargs)", "Call self as a function.", call),
    method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get,
    ),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__eq__", "($self, value, /)", "Return self==value.", eq),
    method("__hash__", "($self, /)", "Return hash(self).", hash),
    method("__getattribute__", "($self, name, /)", "Return getattr(self, name).", get_attribute),
    method("__reduce__", "($self, /)", "Return what has the method, and its name.", reduce_function),
    getter("__func__", "the function implementing the method", function_of),
    getter("__self__", "the instance to which the method is bound", receiver_of),
    getter("__doc__", "the function's documentation", doc),
];

fn parts(iso: &mut Isolate, args: &[Value]) -> Completion<(Value, Value)> {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok((iso.heap.field(this, 0), iso.heap.field(this, 1)))
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, function, instance] = args else { return Err(raise::internal(iso)) };
    if !iso.is_callable(function) {
        return Err(raise::type_error(iso, "first argument must be callable"));
    }
    if instance.is_none() {
        return Err(raise::type_error(iso, "instance must not be None"));
    }
    let made = iso.new_bound_method(function, instance)?;
    // Else a bound native function is a builtin method.
    iso.heap.set_number(made, 1);
    Ok(made)
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.call_packed(this, positional, keywords)
}

/// What is bound stays bound as it is.
fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, instance, owner)?;
    Ok(this)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (function, receiver) = parts(iso, args)?;
    let name = match iso.get_attr_opt(function, names::__qualname__)? {
        Some(name) => Some(name),
        None => iso.get_attr_opt(function, names::__name__)?,
    };
    let name = name.map_or("?".into(), |name| iso.name_text(name));
    let receiver = iso.repr_text(receiver)?;
    iso.new_str(&format!("<bound method {name} of {receiver}>"))
}

fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if iso.type_of(other) != TypeId::METHOD.value() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let same = iso.heap.field(this, 1) == iso.heap.field(other, 1);
    let (left, right) = (iso.heap.field(this, 0), iso.heap.field(other, 0));
    Ok(Value::bool(same && iso.equal(left, right)?))
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (function, receiver) = parts(iso, args)?;
    let hash = iso.heap.identity_hash(receiver) as i64 ^ iso.hash(function)?;
    iso.new_int(hash)
}

fn get_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name] = args else { return Err(raise::internal(iso)) };
    let name = iso.attribute_name(name)?;
    iso.get_attr(this, name)
}

fn function_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(parts(iso, args)?.0)
}

fn receiver_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(parts(iso, args)?.1)
}

fn of_function(iso: &mut Isolate, args: &[Value], name: Value) -> Completion {
    let (function, _) = parts(iso, args)?;
    iso.get_attr(function, name)
}

fn doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    of_function(iso, args, names::__doc__)
}
