//! `sys`: the interpreter itself.
//!
//! What every program may need is there from the start ([`start`]). What few look at, such as `sys.flags`, is made
//! when it is asked for first ([`on_demand`]): boards have little memory, and starting should take no time.

mod hooks;
mod limits;
mod on_demand;
mod start;
mod tracing;

pub use hooks::run_exit_functions;
pub use start::{
    Flags, put_on_path, set_arguments, set_executable, set_extended_options, set_flags, set_original_arguments,
    set_path, set_prefixes, set_prompts, set_warning_options,
};

use alloc::format;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `sys`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "sys",
    doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
    rows: ROWS,
    types: &[],
    initialize: Some(start::initialize),
    frozen: None,
};

const ROWS: &[Row] = &[
    function("exit", "(status=None, /)", "Exit the interpreter by raising SystemExit(status).", hooks::exit),
    function(
        "getrecursionlimit",
        "()",
        "Return the current value of the recursion limit.",
        limits::get_recursion_limit,
    ),
    function(
        "setrecursionlimit",
        "(limit, /)",
        "Set the maximum depth of the Python interpreter stack to n.",
        limits::set_recursion_limit,
    ),
    function(
        "getsizeof",
        "(object, default=<unrepresentable>)",
        "Return the size of object in bytes.",
        limits::get_size_of,
    ),
    function(
        "getrefcount",
        "(object, /)",
        "Return a reference count: objects have none here, so a constant.",
        limits::get_ref_count,
    ),
    function("intern", "(string, /)", "``Intern'' the given string.", intern),
    function("_getframe", "(depth=0, /)", "Return a frame object from the call stack.", tracing::get_frame),
    function("exception", "()", "Return the current exception.", hooks::exception),
    function("exc_info", "()", "Return current exception information: (type, value, traceback).", hooks::exc_info),
    function(
        "displayhook",
        "(object, /)",
        "Print an object to sys.stdout and also save it in builtins._",
        hooks::display_hook,
    ),
    function(
        "excepthook",
        "(exctype, value, traceback, /)",
        "Handle an exception by displaying it with a traceback on sys.stderr.",
        hooks::except_hook,
    ),
    function(
        "unraisablehook",
        "(unraisable, /)",
        "Handle an unraisable exception.\n\nIt gets an object with the attributes exc_type, exc_value, exc_traceback, err_msg and object.",
        hooks::unraisable_hook,
    ),
    function(
        "_show_unraisable",
        "(exception, message, /)",
        "Hand an exception that nobody can catch to sys.unraisablehook.",
        hooks::show_unraisable,
    ),
    function(
        "getdefaultencoding",
        "()",
        "Return the current default encoding used by the Unicode implementation.",
        get_encoding,
    ),
    function(
        "getfilesystemencoding",
        "()",
        "Return the encoding used to convert Unicode filenames to OS filenames.",
        get_encoding,
    ),
    function(
        "getfilesystemencodeerrors",
        "()",
        "Return the error mode used for conversions between Unicode and OS filenames.",
        |iso, _| iso.new_str("surrogateescape"),
    ),
    function("get_asyncgen_hooks", "()", "Return the installed asynchronous generators hooks.", hooks::get_hooks),
    function(
        "set_asyncgen_hooks",
        "(firstiter=<unrepresentable>, finalizer=<unrepresentable>)",
        "Set the hooks of asynchronous generators: called before the first step of one, and when one is dropped.",
        hooks::set_hooks,
    ),
    function(
        "get_coroutine_origin_tracking_depth",
        "()",
        "Check status of origin tracking for coroutine objects in this thread.",
        |_, _| Ok(Value::small_int(0)),
    ),
    function("is_finalizing", "()", "Return True if Python is exiting.", hooks::is_finalizing),
    #[cfg(feature = "debugging")]
    function("gettrace", "()", "Return the global debug tracing function set with sys.settrace.", tracing::get_trace),
    #[cfg(feature = "debugging")]
    function(
        "settrace",
        "(function, /)",
        "Set the global debug tracing function.  It will be called on each function call.",
        tracing::set_trace,
    ),
    #[cfg(feature = "debugging")]
    function("getprofile", "()", "Return the profiling function set with sys.setprofile.", tracing::get_profile),
    #[cfg(feature = "debugging")]
    function(
        "setprofile",
        "(function, /)",
        "Set the profiling function.  It will be called on each function call and return.",
        tracing::set_profile,
    ),
    #[cfg(feature = "debugging")]
    function("_settraceallthreads", "(function, /)", "Set the tracing function in all threads.", tracing::set_trace),
    #[cfg(feature = "debugging")]
    function(
        "_setprofileallthreads",
        "(function, /)",
        "Set the profiling function in all threads.",
        tracing::set_profile,
    ),
    #[cfg(feature = "debugging")]
    function("call_tracing", "(func, args, /)", "Call func(*args), while tracing is enabled.", tracing::call_tracing),
    function("audit", "(event, /, *args)", "Passes the event to any hooks that are attached.", tracing::audit),
    function(
        "addaudithook",
        "(hook)",
        "Adds a new audit hook callback.  It gets the events that programs pass to sys.audit().",
        tracing::add_audit_hook,
    ),
    function(
        "breakpointhook",
        "(*args, **kws)",
        "This hook function is called by built-in breakpoint().",
        tracing::breakpoint,
    ),
    function(
        "_getframemodulename",
        "(depth=0)",
        "Return the name of the module for a calling frame.",
        tracing::get_frame_module,
    ),
    function(
        "_current_frames",
        "()",
        "Return a dict mapping each thread's identifier to its topmost frame.",
        tracing::current_frames,
    ),
    function(
        "_current_exceptions",
        "()",
        "Return a dict mapping each thread's identifier to the exception that it handles, or None.",
        tracing::current_exceptions,
    ),
    function("_is_interned", "(string, /)", "Return True if the given string is \"interned\".", limits::is_interned),
    function("_is_gil_enabled", "()", "Return True: no two threads run Python code at once.", |_, _| Ok(Value::TRUE)),
    function("_is_immortal", "(op, /)", "Return True if the object is never freed.", limits::is_immortal),
    function("_clear_internal_caches", "()", "Clear caches that only speed things up.", |_, _| Ok(Value::NONE)),
    function("_clear_type_cache", "()", "Clear the cache of attributes of classes.", limits::clear_type_cache),
    function("_debugmallocstats", "()", "Print nothing: there are no statistics of that kind.", |_, _| Ok(Value::NONE)),
    function(
        "getallocatedblocks",
        "()",
        "Return the number of objects that are in memory.",
        limits::get_allocated_blocks,
    ),
    function(
        "getunicodeinternedsize",
        "(*, _only_immortal=False)",
        "Return the number of elements of the unicode interned dictionary.",
        limits::get_interned_size,
    ),
    function("getdlopenflags", "()", "Return the flags for loading libraries: none are loaded.", |_, _| {
        Ok(Value::small_int(2))
    }),
    function("setdlopenflags", "(flags, /)", "Does nothing: no libraries are loaded.", |_, _| Ok(Value::NONE)),
    function(
        "set_coroutine_origin_tracking_depth",
        "(depth)",
        "Does nothing: where coroutines were made is not kept track of.",
        limits::set_origin_depth,
    ),
    function("is_stack_trampoline_active", "()", "Return False: there are no trampolines.", |_, _| Ok(Value::FALSE)),
    function("is_remote_debug_enabled", "()", "Return False: nobody debugs from outside.", |_, _| Ok(Value::FALSE)),
    function(
        "getswitchinterval",
        "()",
        "Return the current thread switch interval; see sys.setswitchinterval().",
        limits::get_switch_interval,
    ),
    function(
        "setswitchinterval",
        "(interval, /)",
        "Set the ideal thread switching delay in seconds; without threads it is only remembered.",
        limits::set_switch_interval,
    ),
    function(
        "get_int_max_str_digits",
        "()",
        "Return the maximum string digits limit for non-binary int<->str conversions.",
        limits::get_int_digits,
    ),
    function(
        "set_int_max_str_digits",
        "(maxdigits)",
        "Set the maximum string digits limit for non-binary int<->str conversions.",
        limits::set_int_digits,
    ),
    function("__getattr__", "(name, /)", "Make an attribute that is asked for the first time.", on_demand::get),
    function(
        "__dir__",
        "()",
        "The names of all attributes, with those that are made when they are asked for.",
        on_demand::list,
    ),
    function(
        "print_exception",
        "(exc, file=None, /)",
        "Print an exception with its traceback.",
        hooks::print_exception,
    ),
];

/// An entry of the module's namespace that programs have no use for: where functions keep what they set.
fn kept(iso: &mut Isolate, name: &str) -> Completion<Option<Value>> {
    let (dict, name) = (iso.sys_namespace(), iso.intern(name)?);
    Ok(iso.heap.dict_get_name(dict, name))
}

fn argument(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn intern(iso: &mut Isolate, args: &[Value]) -> Completion {
    let string = argument(iso, args)?;
    if !iso.heap.is_str(string) {
        let kind = iso.type_name(string);
        return Err(raise::type_error(iso, &format!("intern() argument must be str, not {kind}")));
    }
    Ok(iso.intern_value(string)?)
}

fn get_encoding(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("utf-8")
}
