//! Locks: records whose number is that of the thread which holds them, 0 while nobody does.

use super::nanoseconds;
use alloc::format;
use ferropy_runtime::native::{Row, TypeFlags, TypeId, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, WaitFor, raise};

/// A lock.
pub(super) static LOCK: TypeSpec = TypeSpec::new(
    "lock",
    "A lock object is a synchronization primitive. A lock is not owned by the\n\
     thread that locked it; another thread may unlock it.",
    LOCK_ROWS,
)
.in_module("_thread")
.with_flags(TypeFlags(0));

/// A lock that its thread may take several times: field 0 counts the times after the first.
pub(super) static RLOCK: TypeSpec =
    TypeSpec::new("RLock", "A lock that the thread which holds it may take again.", RLOCK_ROWS).in_module("_thread");

const ACQUIRE: &str = "Lock the lock. Without argument, this blocks if the lock is already\n\
    locked, waiting for another thread to release the lock, and return True\n\
    once the lock is acquired. With an argument, this will only block if the\n\
    argument is true, and the return value reflects whether the lock is acquired.";
const RELEASE: &str = "Release the lock, allowing another thread that waits for it to take it.";
const LOCKED: &str = "Return whether the lock is held.";

const LOCK_ROWS: &[Row] = &[
    static_method("__new__", "($type)", "Make a lock.", |iso, args| new(iso, args, &LOCK)),
    method("acquire", "($self, /, blocking=True, timeout=-1)", ACQUIRE, acquire),
    method("acquire_lock", "($self, /, blocking=True, timeout=-1)", ACQUIRE, acquire),
    method("__enter__", "($self, /)", "Lock the lock.", acquire),
    method("release", "($self, /)", RELEASE, release),
    method("release_lock", "($self, /)", RELEASE, release),
    method("__exit__", "($self, /, *exc_info)", "Release the lock.", release),
    method("locked", "($self, /)", LOCKED, locked),
    method("locked_lock", "($self, /)", LOCKED, locked),
    method("__repr__", "($self, /)", "Return repr(self).", lock_repr),
];

const RLOCK_ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Make a lock.", |iso, args| new(iso, args, &RLOCK)),
    method("acquire", "($self, /, blocking=True, timeout=-1)", ACQUIRE, acquire_again),
    method("__enter__", "($self, /)", "Lock the lock.", acquire_again),
    method("release", "($self, /)", RELEASE, release_once),
    method("__exit__", "($self, /, *exc_info)", "Release the lock.", release_once),
    method("locked", "($self, /)", LOCKED, locked),
    method("_is_owned", "($self, /)", "For internal use by threading.Condition.", |iso, args| {
        Ok(Value::bool(is_owned(iso, args)))
    }),
    method("_recursion_count", "($self, /)", "For internal use by reentrancy checks.", |iso, args| {
        Ok(Value::small_int(if is_owned(iso, args) { count(iso, args) } else { 0 }))
    }),
    method("_release_save", "($self, /)", "For internal use by threading.Condition.", release_save),
    method("_acquire_restore", "($self, state, /)", "For internal use by threading.Condition.", acquire_restore),
    method("_restore", "($self, state, /)", "For internal use by threading.Condition.", restore),
    method("__repr__", "($self, /)", "Return repr(self).", rlock_repr),
];

fn this(args: &[Value]) -> Value {
    args.first().copied().unwrap_or(Value::UNBOUND)
}

fn new(iso: &mut Isolate, args: &[Value], spec: &'static TypeSpec) -> Completion {
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    let lock = make(iso, id)?;
    iso.wrap_new(this(args), id, lock)
}

fn make(iso: &mut Isolate, id: TypeId) -> Completion {
    iso.new_record(id, 0, &[Value::small_int(0)])
}

pub(super) fn allocate(iso: &mut Isolate, _: &[Value]) -> Completion {
    match iso.find_type(&LOCK) {
        Some(id) => make(iso, id),
        None => Err(raise::internal(iso)),
    }
}

/// How long `acquire(blocking, timeout)` waits: nothing for as long as it takes.
fn patience(iso: &mut Isolate, args: &[Value]) -> Completion<Option<u64>> {
    let argument = |index: usize| args.get(index).and_then(|value| value.given());
    let blocks = match argument(1) {
        Some(blocking) => iso.is_true(blocking)?,
        None => true,
    };
    let Some(timeout) = argument(2) else { return Ok(if blocks { None } else { Some(0) }) };
    let unlimited = iso.as_float(timeout).or(iso.as_i64(timeout).map(|timeout| timeout as f64)) == Some(-1.0);
    let wait = nanoseconds(iso, timeout)?;
    if !blocks {
        if !unlimited {
            return Err(raise::value_error(iso, "can't specify a timeout for a non-blocking call"));
        }
        return Ok(Some(0));
    }
    if wait.is_none() && !unlimited {
        return Err(raise::value_error(iso, "timeout value must be a non-negative number"));
    }
    Ok(wait)
}

fn acquire(iso: &mut Isolate, args: &[Value]) -> Completion {
    let patience = patience(iso, args)?;
    iso.block(WaitFor::Lock(this(args)), patience, [Value::TRUE, Value::FALSE])
}

fn release(iso: &mut Isolate, args: &[Value]) -> Completion {
    let lock = this(args);
    if iso.heap.number(lock) == 0 {
        return Err(raise::runtime_error(iso, "release unlocked lock"));
    }
    iso.release_lock(lock);
    Ok(Value::NONE)
}

fn locked(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(iso.heap.number(this(args)) != 0))
}

fn state_word(iso: &Isolate, lock: Value) -> &'static str {
    if iso.heap.number(lock) == 0 { "unlocked" } else { "locked" }
}

fn lock_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let lock = this(args);
    let (word, at) = (state_word(iso, lock), iso.address_of(lock));
    iso.new_str(&format!("<{word} _thread.lock object at 0x{at:x}>"))
}

fn is_owned(iso: &Isolate, args: &[Value]) -> bool {
    iso.heap.number(this(args)) == iso.thread_ident()
}

/// How often the lock has been taken, if somebody holds it.
fn count(iso: &Isolate, args: &[Value]) -> i64 {
    iso.heap.field(this(args), 0).as_small_int().unwrap_or(0) + 1
}

fn set_count(iso: &mut Isolate, args: &[Value], count: i64) {
    iso.heap.set_field(this(args), 0, Value::small_int(count - 1));
}

fn acquire_again(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_owned(iso, args) {
        patience(iso, args)?;
        let count = count(iso, args);
        set_count(iso, args, count + 1);
        return Ok(Value::TRUE);
    }
    acquire(iso, args)
}

fn release_once(iso: &mut Isolate, args: &[Value]) -> Completion {
    if !is_owned(iso, args) {
        return Err(raise::runtime_error(iso, "cannot release un-acquired lock"));
    }
    match count(iso, args) {
        1 => iso.release_lock(this(args)),
        count => set_count(iso, args, count - 1),
    }
    Ok(Value::NONE)
}

/// Gives the lock back however often it was taken: what [`acquire_restore`] gets, the times after the first.
fn release_save(iso: &mut Isolate, args: &[Value]) -> Completion {
    if !is_owned(iso, args) {
        return Err(raise::runtime_error(iso, "cannot release un-acquired lock"));
    }
    let state = iso.heap.field(this(args), 0);
    set_count(iso, args, 1);
    iso.release_lock(this(args));
    Ok(state)
}

/// What [`acquire_restore`] does after taking the lock, for who takes it otherwise.
fn restore(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[lock, state] = args else { return Err(raise::internal(iso)) };
    if is_owned(iso, args) {
        iso.heap.set_field(lock, 0, state);
    }
    Ok(Value::NONE)
}

fn acquire_restore(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[lock, state] = args else { return Err(raise::internal(iso)) };
    iso.block_here(WaitFor::Lock(lock), None)?;
    iso.heap.set_field(lock, 0, state);
    Ok(Value::NONE)
}

fn rlock_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let lock = this(args);
    let (word, at, owner) = (state_word(iso, lock), iso.address_of(lock), iso.heap.number(lock));
    let count = if owner == 0 { 0 } else { count(iso, args) };
    iso.new_str(&format!("<{word} _thread.RLock object owner={owner} count={count} at 0x{at:x}>"))
}
