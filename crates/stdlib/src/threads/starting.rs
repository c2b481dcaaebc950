//! Starting threads, and the handles by which others wait for their end.

use super::nanoseconds;
use alloc::format;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{Row, TypeFlags, TypeId, TypeSpec, getter, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, WaitFor, raise};

/// A record whose number is the thread's as long as it lives, 0 before and afterwards.
pub(super) static HANDLE: TypeSpec =
    TypeSpec::new("_ThreadHandle", "What stands for a thread that others may wait for.", ROWS)
        .in_module("_thread")
        .with_flags(TypeFlags(0));

/// The fields of a handle.
mod field {
    /// The thread's number, None before it was started.
    pub(super) const IDENT: usize = 0;
    /// Somebody said that the thread is to be taken for ended.
    pub(super) const IS_DONE: usize = 1;
}

const ROWS: &[Row] = &[
    static_method("__new__", "($type)", "Make a handle.", |iso, _| new(iso)),
    getter("ident", "the thread's identifier", |iso, args| Ok(ident(iso, args))),
    method("join", "($self, timeout=None, /)", "Wait for the end of the thread.", join),
    method("is_done", "($self, /)", "Whether the thread has ended.", |iso, args| Ok(Value::bool(is_done(iso, args)))),
    method("_set_done", "($self, /)", "Take the thread for ended.", set_done),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
];

fn this(args: &[Value]) -> Value {
    args.first().copied().unwrap_or(Value::UNBOUND)
}

fn new(iso: &mut Isolate) -> Completion {
    match iso.find_type(&HANDLE) {
        Some(id) => iso.new_record(id, 0, &[Value::NONE, Value::FALSE]),
        None => Err(raise::internal(iso)),
    }
}

fn ident(iso: &Isolate, args: &[Value]) -> Value {
    iso.heap.field(this(args), field::IDENT)
}

/// Whether it was started and does not live any more.
fn is_done(iso: &Isolate, args: &[Value]) -> bool {
    let handle = this(args);
    iso.heap.field(handle, field::IS_DONE) == Value::TRUE
        || !iso.heap.field(handle, field::IDENT).is_none() && iso.heap.number(handle) == 0
}

fn join(iso: &mut Isolate, args: &[Value]) -> Completion {
    let timeout = args.get(1).and_then(|value| value.given()).filter(|timeout| !timeout.is_none());
    let patience = match timeout {
        Some(timeout) => nanoseconds(iso, timeout)?,
        None => None,
    };
    if ident(iso, args).is_none() && !is_done(iso, args) {
        return Err(raise::runtime_error(iso, "thread not started"));
    }
    if is_done(iso, args) {
        return Ok(Value::NONE);
    }
    let handle = this(args);
    if iso.heap.number(handle) == iso.thread_ident() {
        return Err(raise::runtime_error(iso, "Cannot join current thread"));
    }
    iso.block(WaitFor::End(handle), patience, [Value::NONE; 2])
}

fn set_done(iso: &mut Isolate, args: &[Value]) -> Completion {
    if ident(iso, args).is_none() {
        return Err(raise::runtime_error(iso, "thread not started"));
    }
    iso.heap.set_field(this(args), field::IS_DONE, Value::TRUE);
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let ident = ident(iso, args);
    let ident = if ident.is_none() { 0 } else { ident.as_small_int().unwrap_or(0) };
    let at = iso.address_of(this(args));
    iso.new_str(&format!("<_ThreadHandle object at 0x{at:x}: ident={ident}>"))
}

/// The handle of a thread that somebody else has started.
pub(super) fn make_handle(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[ident] = args else { return Err(raise::internal(iso)) };
    let handle = new(iso)?;
    iso.heap.set_field(handle, field::IDENT, ident);
    let number = iso.to_isize(ident)?;
    iso.heap.set_number(handle, u32::try_from(number).unwrap_or(0));
    Ok(handle)
}

/// Starts a thread that calls a function with a tuple and a dict.
fn start(iso: &mut Isolate, call: [Value; 3], handle: Value, is_daemon: bool) -> Completion {
    let module = iso.import_dotted("_thread")?;
    let name = iso.intern("_run")?;
    let run = iso.get_attr(module, name)?;
    if iso.heap.kind(run) != Some(Kind::Function) {
        return Err(raise::internal(iso));
    }
    let ident = iso.start_thread(run, &call, handle, is_daemon)?;
    let ident = Value::small_int(i64::from(ident));
    iso.heap.set_field(handle, field::IDENT, ident);
    Ok(ident)
}

pub(super) fn start_new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[function, arguments, keywords] = args else { return Err(raise::internal(iso)) };
    if !iso.is_callable(function) {
        return Err(raise::type_error(iso, "first arg must be callable"));
    }
    if !iso.is_instance_of(arguments, TypeId::TUPLE) {
        return Err(raise::type_error(iso, "2nd arg must be a tuple"));
    }
    let keywords = match keywords.given() {
        Some(keywords) if !iso.is_instance_of(keywords, TypeId::DICT) => {
            return Err(raise::type_error(iso, "optional 3rd arg must be a dictionary"));
        }
        Some(keywords) => keywords,
        None => iso.new_dict()?,
    };
    let handle = new(iso)?;
    start(iso, [function, arguments, keywords], handle, true)
}

pub(super) fn start_joinable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[function, handle, daemon] = args else { return Err(raise::internal(iso)) };
    if !iso.is_callable(function) {
        return Err(raise::type_error(iso, "thread function must be callable"));
    }
    let handle = match handle.given().filter(|handle| !handle.is_none()) {
        Some(handle) if iso.heap.record_type(handle) != iso.find_type(&HANDLE).map(TypeId::number) => {
            return Err(raise::type_error(iso, "'handle' must be a _ThreadHandle"));
        }
        Some(handle) => handle,
        None => new(iso)?,
    };
    if !iso.heap.field(handle, field::IDENT).is_none() {
        return Err(raise::runtime_error(iso, "thread already started"));
    }
    let is_daemon = match daemon.given() {
        Some(daemon) => iso.is_true(daemon)?,
        None => true,
    };
    let (arguments, keywords) = (iso.new_tuple(&[])?, iso.new_dict()?);
    start(iso, [function, arguments, keywords], handle, is_daemon)?;
    Ok(handle)
}
