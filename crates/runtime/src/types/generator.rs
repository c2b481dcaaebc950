//! Generators, coroutines, asynchronous generators: their methods, over `interpreter::generator`.

use crate::exceptions::raise;
use crate::interpreter::generator::state;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, getset, getter, method};
use crate::types::function::field as function_field;
use crate::types::sequence::class_getitem;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;

/// Nobody derives from these or calls them.
const FLAGS: TypeFlags = TypeFlags::NOT_CALLABLE;

/// `generator`.
pub(crate) static GENERATOR: TypeSpec = TypeSpec::new("generator", "", GENERATOR_ROWS).with_flags(FLAGS);
/// `coroutine`.
pub(crate) static COROUTINE: TypeSpec = TypeSpec::new("coroutine", "", COROUTINE_ROWS).with_flags(FLAGS);
/// What `coroutine.__await__` gives. Field 0 is the coroutine.
pub(crate) static COROUTINE_WRAPPER: TypeSpec =
    TypeSpec::new("coroutine_wrapper", "A wrapper object implementing __await__ for coroutines.", WRAPPER_ROWS)
        .with_flags(FLAGS);
/// `async_generator`.
pub(crate) static ASYNC_GENERATOR: TypeSpec =
    TypeSpec::new("async_generator", "", ASYNC_GENERATOR_ROWS).with_flags(FLAGS);
/// A step of an asynchronous generator: what `__anext__`, `asend`, `athrow` and `aclose` give. Its number says which; see
/// [`step`].
pub(crate) static ASYNC_GENERATOR_STEP: TypeSpec =
    TypeSpec::new("async_generator_asend", "", STEP_ROWS).with_flags(FLAGS);

/// The steps that `athrow` and `aclose` give.
pub(crate) static ASYNC_GENERATOR_THROW: TypeSpec =
    TypeSpec::new("async_generator_athrow", "", STEP_ROWS).with_flags(FLAGS);
/// What `anext` with a default gives.
pub(crate) static ANEXT_AWAITABLE: TypeSpec = TypeSpec::new("anext_awaitable", "", STEP_ROWS).with_flags(FLAGS);

/// The kinds of steps, as the number of the record.
mod step {
    /// A value that the generator itself yielded: never seen by programs.
    pub(super) const YIELDED: u32 = 1;
    /// `anext` with a default: fields are the awaitable, the default, whether the first is its iterator.
    pub(super) const WITH_DEFAULT: u32 = 2;
    /// `asend`: fields are the generator, the value, whether it has started.
    pub(super) const SEND: u32 = 3;
    /// `athrow`: fields are the generator, the exception, whether it has started.
    pub(super) const THROW: u32 = 4;
    /// `aclose`: fields are the generator, the exception, whether it has started.
    pub(super) const CLOSE: u32 = 5;
}

const GENERATOR_ROWS: &[Row] = &[
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
    method("__iter__", "($self, /)", "Implement iter(self).", itself),
    method("__next__", "($self, /)", "Implement next(self).", next),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method(
        "send",
        "($self, arg, /)",
        "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
        send,
    ),
    method(
        "throw",
        "($self, typ, val=None, tb=None, /)",
        "throw(value)\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.",
        throw,
    ),
    method("close", "($self, /)", "close() -> raise GeneratorExit inside generator.", close),
    method("__del__", "($self, /)", "Called when the instance is about to be destroyed.", end),
    getset("__name__", "name of the generator", get_name, set_name),
    getset("__qualname__", "qualified name of the generator", get_qualname, set_qualname),
    getter("gi_running", "whether it is running", is_running),
    getter("gi_suspended", "whether it is suspended", is_suspended),
    getter("gi_yieldfrom", "object being iterated by yield from, or None", get_delegate),
    getter("gi_code", "the code object", get_code),
    getter("gi_frame", "the frame, or None at the end", get_frame),
];

const COROUTINE_ROWS: &[Row] = &[
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
    method("__await__", "($self, /)", "Return an iterator to be used in await expression.", await_coroutine),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method(
        "send",
        "($self, arg, /)",
        "send(arg) -> send 'arg' into coroutine,\nreturn next yielded value or raise StopIteration.",
        send,
    ),
    method(
        "throw",
        "($self, typ, val=None, tb=None, /)",
        "throw(value)\n\nRaise exception in coroutine, return next yielded value or raise\nStopIteration.",
        throw,
    ),
    method("close", "($self, /)", "close() -> raise GeneratorExit inside coroutine.", close),
    method("__del__", "($self, /)", "Called when the instance is about to be destroyed.", end),
    getset("__name__", "name of the coroutine", get_name, set_name),
    getset("__qualname__", "qualified name of the coroutine", get_qualname, set_qualname),
    getter("cr_running", "whether it is running", is_running),
    getter("cr_suspended", "whether it is suspended", is_suspended),
    getter("cr_await", "object being awaited on, or None", get_delegate),
    getter("cr_code", "the code object", get_code),
    getter("cr_frame", "the frame, or None at the end", get_frame),
    getter("cr_origin", "where it was made: not kept track of", |_, _| Ok(Value::NONE)),
];

const WRAPPER_ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Implement iter(self).", itself),
    method("__next__", "($self, /)", "Implement next(self).", wrapper_next),
    method("send", "($self, arg, /)", "send(arg) -> send 'arg' into coroutine.", wrapper_send),
    method(
        "throw",
        "($self, typ, val=None, tb=None, /)",
        "throw(value) -> raise exception in coroutine.",
        wrapper_throw,
    ),
    method("close", "($self, /)", "close() -> raise GeneratorExit inside coroutine.", wrapper_close),
];

const ASYNC_GENERATOR_ROWS: &[Row] = &[
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
    method("__aiter__", "($self, /)", "Return an awaitable, that resolves in asynchronous iterator.", itself),
    method("__anext__", "($self, /)", "Return a value or raise StopAsyncIteration.", async_next),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("asend", "($self, value, /)", "asend(v) -> send 'v' in generator.", async_send),
    method(
        "athrow",
        "($self, typ, val=None, tb=None, /)",
        "athrow(value) -> raise exception in generator.",
        async_throw,
    ),
    method("aclose", "($self, /)", "aclose() -> raise GeneratorExit inside generator.", async_close),
    method("__del__", "($self, /)", "Called when the instance is about to be destroyed.", end),
    getset("__name__", "name of the async generator", get_name, set_name),
    getset("__qualname__", "qualified name of the async generator", get_qualname, set_qualname),
    getter("ag_running", "whether it is running", is_busy),
    getter("ag_suspended", "whether it is suspended", is_suspended),
    getter("ag_await", "object being awaited on, or None", get_delegate),
    getter("ag_code", "the code object", get_code),
    getter("ag_frame", "the frame, or None at the end", get_frame),
];

const STEP_ROWS: &[Row] = &[
    method("__await__", "($self, /)", "Return an iterator to be used in await expression.", itself),
    method("__iter__", "($self, /)", "Implement iter(self).", itself),
    method("__next__", "($self, /)", "Implement next(self).", step_next),
    method("send", "($self, arg, /)", "Send a value.", step_send),
    method("throw", "($self, typ, val=None, tb=None, /)", "Raise an exception.", step_throw),
    method("close", "($self, /)", "Close the step.", step_close),
];

fn first(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    first(iso, args)
}

pub(crate) fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    match iso.resume_generator(this, Value::NONE)? {
        Some(value) => Ok(value),
        None => ended(iso, this),
    }
}

/// The generator ended: `StopIteration` with its result.
fn ended(iso: &mut Isolate, this: Value) -> Completion {
    let result = iso.take_generator_result(this);
    Err(raise::stop_iteration(iso, result))
}

pub(crate) fn send(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    match iso.resume_generator(this, value)? {
        Some(value) => Ok(value),
        None => ended(iso, this),
    }
}

/// What was given to `throw`: a class or exception, perhaps a value, perhaps a traceback.
fn thrown(args: &[Value]) -> &[Value] {
    let given = args.split_first().map_or(&[][..], |(_, given)| given);
    let count = given.iter().take_while(|value| !value.is_unbound()).count();
    given.get(..count).unwrap_or(&[])
}

/// `throw(type, value, traceback)` has been deprecated since 3.12.
fn warn_of_parts(iso: &mut Isolate, args: &[Value], name: &str) -> Completion<()> {
    if thrown(args).len() < 2 {
        return Ok(());
    }
    let message =
        format!("the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead.");
    iso.warn(TypeId::DEPRECATION_WARNING, &message)
}

fn throw(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    warn_of_parts(iso, args, "throw")?;
    match iso.throw_into(this, thrown(args))? {
        Some(value) => Ok(value),
        None => ended(iso, this),
    }
}

fn close(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    iso.close_generator(this)
}

fn end(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    if iso.generator_state(this) == state::RUNNING {
        return Ok(Value::NONE);
    }
    if iso.close_generator(this).is_err() {
        iso.tell_unraisable("Exception ignored while closing generator");
    }
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let [_, name] = iso.generator_names(this)?;
    let (kind, name) = (iso.type_name(this), iso.name_text(name));
    let address = iso.address_of(this);
    iso.new_str(&format!("<{kind} object {name} at 0x{address:x}>"))
}

fn get_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.generator_names(this)?[0])
}

fn get_qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.generator_names(this)?[1])
}

fn set_text(iso: &mut Isolate, args: &[Value], index: usize, attribute: &str) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    match value.given().and_then(|value| iso.as_str(value)) {
        Some(text) => {
            let function = iso.name_generator(this, [Value::UNBOUND; 2])?;
            iso.heap.set_field(function, index, text);
            Ok(Value::NONE)
        }
        None => Err(raise::type_error(iso, &format!("{attribute} must be set to a string object"))),
    }
}

fn set_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    set_text(iso, args, function_field::NAME, "__name__")
}

fn set_qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    set_text(iso, args, function_field::QUALNAME, "__qualname__")
}

fn is_running(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(Value::bool(iso.generator_state(this) == state::RUNNING))
}

/// An asynchronous generator is running while what it awaits is.
fn is_busy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(Value::bool(matches!(iso.generator_state(this), state::RUNNING | state::DELEGATING)))
}

fn is_suspended(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(Value::bool(matches!(iso.generator_state(this), state::SUSPENDED | state::DELEGATING)))
}

fn get_delegate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    iso.settle_parked();
    Ok(if iso.generator_state(this) == state::DELEGATING { iso.delegate_of(this) } else { Value::NONE })
}

fn get_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    iso.generator_code(this)
}

fn get_frame(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    if iso.generator_state(this) == state::CLOSED {
        return Ok(Value::NONE);
    }
    iso.generator_frame_object(this)
}

fn await_coroutine(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    iso.new_record(TypeId::COROUTINE_WRAPPER, 0, &[this])
}

/// The arguments with the coroutine in place of its wrapper.
fn unwrapped(iso: &mut Isolate, args: &[Value]) -> Completion<alloc::vec::Vec<Value>> {
    let this = first(iso, args)?;
    let mut inner = args.to_vec();
    if let Some(place) = inner.first_mut() {
        *place = iso.heap.field(this, 0);
    }
    Ok(inner)
}

fn wrapper_next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let args = unwrapped(iso, args)?;
    next(iso, &args)
}

fn wrapper_send(iso: &mut Isolate, args: &[Value]) -> Completion {
    let args = unwrapped(iso, args)?;
    send(iso, &args)
}

fn wrapper_throw(iso: &mut Isolate, args: &[Value]) -> Completion {
    let args = unwrapped(iso, args)?;
    throw(iso, &args)
}

fn wrapper_close(iso: &mut Isolate, args: &[Value]) -> Completion {
    let args = unwrapped(iso, args)?;
    close(iso, &args)
}

fn new_step(iso: &mut Isolate, kind: u32, generator: Value, value: Value) -> Completion {
    if iso.generator_state(generator) == state::CREATED {
        let hook = iso.async_generator_hooks[0];
        if !hook.is_none() {
            iso.call(hook, &[generator])?;
        }
    }
    let id = if kind == step::SEND { TypeId::ASYNC_GENERATOR_STEP } else { TypeId::ASYNC_GENERATOR_THROW };
    iso.new_record(id, kind, &[generator, value, Value::FALSE])
}

fn async_next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    new_step(iso, step::SEND, this, Value::NONE)
}

fn async_send(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    new_step(iso, step::SEND, this, value)
}

fn async_throw(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    warn_of_parts(iso, args, "athrow")?;
    let exception = iso.exception_to_throw(thrown(args))?;
    new_step(iso, step::THROW, this, exception)
}

fn async_close(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let exception = iso.new_exception(TypeId::GENERATOR_EXIT.value(), &[])?;
    new_step(iso, step::CLOSE, this, exception)
}

fn step_next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    advance(iso, this, Value::NONE)
}

fn step_send(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    advance(iso, this, value)
}

/// Runs the generator of a step until it awaits something, or yields, or ends.
fn advance(iso: &mut Isolate, this: Value, sent: Value) -> Completion {
    let kind = iso.heap.number(this);
    let generator = iso.heap.field(this, 0);
    if kind == step::WITH_DEFAULT {
        return advance_with_default(iso, this, generator, sent);
    }
    let started = iso.heap.field(this, 2);
    if started.is_none() {
        return Err(used_up(iso, kind));
    }
    let is_over = iso.generator_state(generator) == state::CLOSED;
    let result = if started == Value::TRUE {
        if kind == step::THROW && is_over {
            iso.heap.set_field(this, 2, Value::NONE);
            return Err(raise::stop_iteration(iso, Value::NONE));
        }
        let result = iso.resume_generator(generator, sent);
        let finished = finish_step(iso, this, kind, result);
        if kind == step::THROW {
            // Such a step finds out only when it is asked once more that it is over.
            iso.heap.set_field(this, 2, Value::TRUE);
        }
        return finished;
    } else {
        check_free(iso, this, kind, generator)?;
        iso.heap.set_field(this, 2, Value::TRUE);
        let argument = iso.heap.field(this, 1);
        match kind {
            step::SEND => iso.resume_generator(generator, argument),
            step::CLOSE if matches!(iso.generator_state(generator), state::CREATED | state::CLOSED) => {
                iso.close_generator(generator)?;
                iso.heap.set_field(this, 2, Value::NONE);
                return Err(raise::stop_iteration(iso, Value::NONE));
            }
            // There is nobody to throw at; awaiting it gives None.
            step::THROW if is_over => {
                iso.heap.set_field(this, 2, Value::NONE);
                return Err(raise::stop_iteration(iso, Value::NONE));
            }
            _ => iso.throw_into(generator, &[argument]),
        }
    };
    finish_step(iso, this, kind, result)
}

/// A step can't start while another one is not through yet.
fn check_free(iso: &mut Isolate, this: Value, kind: u32, generator: Value) -> Completion<()> {
    if !matches!(iso.generator_state(generator), state::DELEGATING | state::RUNNING) {
        return Ok(());
    }
    iso.heap.set_field(this, 2, Value::NONE);
    let what = match kind {
        step::SEND => "anext",
        step::THROW => "athrow",
        _ => "aclose",
    };
    let message = format!("{what}(): asynchronous generator is already running");
    Err(raise::runtime_error(iso, &message))
}

fn used_up(iso: &mut Isolate, kind: u32) -> Raised {
    let what = if kind == step::SEND { "__anext__()/asend()" } else { "aclose()/athrow()" };
    raise::runtime_error(iso, &format!("cannot reuse already awaited {what}"))
}

fn finish_step(iso: &mut Isolate, this: Value, kind: u32, result: Completion<Option<Value>>) -> Completion {
    match result {
        Ok(Some(value)) if is_own_yield(iso, value) => {
            iso.heap.set_field(this, 2, Value::NONE);
            if kind == step::CLOSE {
                return Err(raise::runtime_error(iso, "async generator ignored GeneratorExit"));
            }
            let value = iso.heap.field(value, 0);
            Err(raise::stop_iteration(iso, value))
        }
        Ok(Some(value)) => Ok(value),
        Ok(None) => {
            iso.heap.set_field(this, 2, Value::NONE);
            if kind == step::CLOSE {
                return Err(raise::stop_iteration(iso, Value::NONE));
            }
            Err(raise::exception_with(iso, TypeId::STOP_ASYNC_ITERATION, &[]))
        }
        Err(raised) => {
            iso.heap.set_field(this, 2, Value::NONE);
            let over = iso.raised_is(TypeId::GENERATOR_EXIT) || iso.raised_is(TypeId::STOP_ASYNC_ITERATION);
            if kind == step::CLOSE && over {
                iso.take_exception();
                return Err(raise::stop_iteration(iso, Value::NONE));
            }
            Err(raised)
        }
    }
}

/// Whether a generator's frame gave a value of its own, not one of what it awaits.
fn is_own_yield(iso: &Isolate, value: Value) -> bool {
    iso.type_of(value) == TypeId::ASYNC_GENERATOR_STEP.value() && iso.heap.number(value) == step::YIELDED
}

fn advance_with_default(iso: &mut Isolate, this: Value, awaitable: Value, sent: Value) -> Completion {
    let mut iterator = awaitable;
    if iso.heap.field(this, 2) == Value::FALSE {
        iterator = iso.awaitable(awaitable, 0)?;
        iso.heap.set_field(this, 0, iterator);
        iso.heap.set_field(this, 2, Value::TRUE);
    }
    match iso.send_to(iterator, sent) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => {
            let result = iso.generator_result;
            Err(raise::stop_iteration(iso, result))
        }
        Err(_) if iso.raised_is(TypeId::STOP_ASYNC_ITERATION) => {
            iso.take_exception();
            let default = iso.heap.field(this, 1);
            Err(raise::stop_iteration(iso, default))
        }
        Err(raised) => Err(raised),
    }
}

fn step_throw(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let exception = iso.exception_to_throw(thrown(args))?;
    let kind = iso.heap.number(this);
    let inner = iso.heap.field(this, 0);
    if kind == step::WITH_DEFAULT {
        return throw_with_default(iso, this, inner, exception);
    }
    throw_into_step(iso, this, kind, exception)
}

fn throw_into_step(iso: &mut Isolate, this: Value, kind: u32, exception: Value) -> Completion {
    let (generator, started) = (iso.heap.field(this, 0), iso.heap.field(this, 2));
    if started.is_none() {
        return Err(used_up(iso, kind));
    }
    if started == Value::FALSE {
        check_free(iso, this, kind, generator)?;
        iso.heap.set_field(this, 2, Value::TRUE);
    }
    let result = iso.throw_into(generator, &[exception]);
    finish_step(iso, this, kind, result)
}

fn throw_with_default(iso: &mut Isolate, this: Value, awaitable: Value, exception: Value) -> Completion {
    match iso.call_method(awaitable, names::throw, &[exception]) {
        Err(_) if iso.raised_is(TypeId::STOP_ASYNC_ITERATION) => {
            iso.take_exception();
            let default = iso.heap.field(this, 1);
            Err(raise::stop_iteration(iso, default))
        }
        result => result,
    }
}

fn step_close(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    if iso.heap.number(this) == step::WITH_DEFAULT {
        let awaitable = iso.heap.field(this, 0);
        return iso.call_method(awaitable, names::close, &[]);
    }
    if iso.heap.field(this, 2).is_none() {
        return Ok(Value::NONE);
    }
    let kind = iso.heap.number(this);
    let exception = iso.new_exception(TypeId::GENERATOR_EXIT.value(), &[])?;
    match throw_into_step(iso, this, kind, exception) {
        Ok(_) => Err(raise::runtime_error(iso, "coroutine ignored GeneratorExit")),
        Err(raised) => {
            let ends = [TypeId::STOP_ITERATION, TypeId::STOP_ASYNC_ITERATION, TypeId::GENERATOR_EXIT];
            if ends.into_iter().any(|end| iso.raised_is(end)) {
                iso.take_exception();
                return Ok(Value::NONE);
            }
            Err(raised)
        }
    }
}
