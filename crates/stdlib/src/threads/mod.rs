//! `_thread`: starting threads, locks, and what `threading` stands on. The threads are those of the runtime: they take
//! turns in one isolate.

mod locks;
mod starting;

use alloc::format;
use ferropy_platform::signals::{INTERRUPT, LAST};
use ferropy_runtime::native::{ModuleSpec, Row, constant, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_thread`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_thread",
    doc: "This module provides primitive operations to write multi-threaded programs.\n\
          The 'threading' module provides a more convenient interface.",
    rows: ROWS,
    types: &[&locks::LOCK, &locks::RLOCK, &starting::HANDLE],
    initialize: Some(initialize),
    frozen: Some(&crate::frozen::image::_THREAD),
};

const START: &str = "Start a new thread and return its identifier.\n\n\
    The thread will call the function with positional arguments from the\n\
    tuple args and keyword arguments taken from the optional dictionary\n\
    kwargs.";

const INTERRUPT_MAIN: &str =
    "Simulate the arrival of the given signal in the main thread, where its handler will be called.";

const ROWS: &[Row] = &[
    function("start_new_thread", "(function, args, kwargs={}, /)", START, starting::start_new),
    function(
        "start_new",
        "(function, args, kwargs={}, /)",
        "An obsolete synonym of start_new_thread().",
        starting::start_new,
    ),
    function(
        "start_joinable_thread",
        "(function, handle=None, daemon=True)",
        "Begin executing the given function in a new thread, and return the thread's handle.",
        starting::start_joinable,
    ),
    function("_make_thread_handle", "(ident, /)", "The handle of a thread that runs.", starting::make_handle),
    function("allocate_lock", "()", "Create a new lock object.", locks::allocate),
    function("allocate", "()", "An obsolete synonym of allocate_lock().", locks::allocate),
    function("get_ident", "()", "Return a non-zero integer that uniquely identifies this thread.", |iso, _| ident(iso)),
    function("get_native_id", "()", "Return the number by which the system knows this thread.", native_id),
    function("_get_main_thread_ident", "()", "Return the identifier of the main thread.", |_, _| {
        Ok(Value::small_int(1))
    }),
    function("_is_main_interpreter", "()", "Return True: there is no other interpreter.", |_, _| Ok(Value::TRUE)),
    function("daemon_threads_allowed", "()", "Return True: daemon threads are allowed.", |_, _| Ok(Value::TRUE)),
    function("_count", "()", "Return the number of running threads besides the main thread.", |iso, _| {
        Ok(Value::small_int(iso.thread_count() as i64))
    }),
    function("interrupt_main", "(signum=2, /)", INTERRUPT_MAIN, interrupt_main),
    function("stack_size", "(size=0, /)", "Return the thread stack size, and set that of new threads.", stack_size),
    function("set_name", "(name)", "Does nothing: the system does not know the threads.", |_, _| Ok(Value::NONE)),
    function(
        "_print_exception",
        "(header, exception, /)",
        "Show an exception on sys.stderr below a line.",
        print_exception,
    ),
    constant("TIMEOUT_MAX", "The longest wait in seconds.", |iso, _| iso.new_float(TIMEOUT_MAX)),
];

/// Nanoseconds as an int of 64 bits.
const TIMEOUT_MAX: f64 = 9_223_372_036.0;

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    if let Some(lock) = iso.find_type(&locks::LOCK) {
        let name = iso.intern("LockType")?;
        iso.heap.dict_set_plain(dict, name, lock.value())?;
    }
    Ok(Value::NONE)
}

fn interrupt_main(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[signal] = args else { return Err(raise::internal(iso)) };
    let signal = match signal.given() {
        Some(signal) => iso.to_isize(signal)?,
        None => i64::from(INTERRUPT),
    };
    match u32::try_from(signal) {
        Ok(signal @ 1..=LAST) => iso.simulate_signal(signal),
        _ => return Err(raise::value_error(iso, "signal number out of range")),
    }
    Ok(Value::NONE)
}

fn ident(iso: &mut Isolate) -> Completion {
    Ok(Value::small_int(i64::from(iso.thread_ident())))
}

/// The main thread is the process. The others the system does not know: their numbers follow.
fn native_id(iso: &mut Isolate, _: &[Value]) -> Completion {
    let process = iso.platform.process().id();
    Ok(Value::small_int(i64::from(process) + i64::from(iso.thread_ident()) - 1))
}

/// Stacks grow as they have to: the size is only remembered.
fn stack_size(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[size] = args else { return Err(raise::internal(iso)) };
    let size = match size.given() {
        Some(size) => iso.to_isize(size)?,
        None => 0,
    };
    if size < 0 {
        return Err(raise::value_error(iso, "size must be 0 or a positive value"));
    }
    let module = iso.import_dotted("_thread")?;
    let (dict, name) = (iso.module_dict(module), iso.intern("_stack_size")?);
    let before = iso.heap.dict_get_name(dict, name).unwrap_or(Value::small_int(0));
    let size = iso.new_int(size)?;
    iso.heap.dict_set_plain(dict, name, size)?;
    Ok(before)
}

fn print_exception(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[header, exception] = args else { return Err(raise::internal(iso)) };
    let header = iso.to_text(header).unwrap_or_default();
    let text = iso.format_exception(exception);
    iso.write_standard_error(&format!("{header}\n{text}"));
    Ok(Value::NONE)
}

/// A time in seconds as nanoseconds; nothing if it is negative.
fn nanoseconds(iso: &mut Isolate, seconds: Value) -> Completion<Option<u64>> {
    let seconds = match iso.as_float(seconds) {
        Some(seconds) => seconds,
        None => {
            let seconds = iso.index(seconds)?;
            iso.as_i64(seconds).map_or(f64::INFINITY, |seconds| seconds as f64)
        }
    };
    if seconds.is_nan() {
        return Err(raise::value_error(iso, "Invalid value NaN (not a number)"));
    }
    if seconds.abs() * 1e9 >= i64::MAX as f64 {
        return Err(raise::overflow_error(iso, "timestamp out of range for platform time_t"));
    }
    if seconds > TIMEOUT_MAX {
        return Err(raise::overflow_error(iso, "timeout value is too large"));
    }
    Ok(if seconds < 0.0 { None } else { Some(libm::ceil(seconds * 1e9) as u64) })
}
