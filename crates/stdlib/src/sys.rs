//! `sys`: the interpreter itself.

use crate::streams::new_text_stream;
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::native::{ModuleSpec, Row, TypeId, function};
use ferropy_runtime::{Completion, Isolate, Value, names, raise};

/// `sys`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "sys",
    doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
    rows: ROWS,
    types: &[],
    initialize: Some(initialize),
    frozen: None,
};

/// How numbers lie in memory.
const BYTE_ORDER: &str = if u16::from_ne_bytes([1, 0]) == 1 { "little" } else { "big" };

const ROWS: &[Row] = &[
    function("exit", "(status=None, /)", "Exit the interpreter by raising SystemExit(status).", exit),
    function("getrecursionlimit", "()", "Return the current value of the recursion limit.", get_recursion_limit),
    function(
        "setrecursionlimit",
        "(limit, /)",
        "Set the maximum depth of the Python interpreter stack to n.",
        set_recursion_limit,
    ),
    function("getsizeof", "(object, default=<unrepresentable>, /)", "Return the size of object in bytes.", get_size_of),
    function(
        "getrefcount",
        "(object, /)",
        "Return a reference count: objects have none here, so a constant.",
        get_ref_count,
    ),
    function("intern", "(string, /)", "``Intern'' the given string.", intern),
    function("exception", "()", "Return the current exception.", exception),
    function("exc_info", "()", "Return current exception information: (type, value, traceback).", exc_info),
    function(
        "displayhook",
        "(object, /)",
        "Print an object to sys.stdout and also save it in builtins._",
        display_hook,
    ),
    function(
        "excepthook",
        "(exctype, value, traceback, /)",
        "Handle an exception by displaying it with a traceback on sys.stderr.",
        except_hook,
    ),
    function(
        "unraisablehook",
        "(unraisable, /)",
        "Handle an unraisable exception.\n\nIt gets an object with the attributes exc_type, exc_value, exc_traceback, err_msg and object.",
        unraisable_hook,
    ),
    function(
        "_show_unraisable",
        "(exception, message, /)",
        "Hand an exception that nobody can catch to sys.unraisablehook.",
        show_unraisable,
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
    function("get_asyncgen_hooks", "()", "Return the installed asynchronous generators hooks.", get_hooks),
    function(
        "set_asyncgen_hooks",
        "(firstiter=<unrepresentable>, finalizer=<unrepresentable>)",
        "Set the hooks of asynchronous generators: called before the first step of one, and when one is dropped.",
        set_hooks,
    ),
    function(
        "get_coroutine_origin_tracking_depth",
        "()",
        "Check status of origin tracking for coroutine objects in this thread.",
        |_, _| Ok(Value::small_int(0)),
    ),
    function("print_exception", "(exc, file=None, /)", "Print an exception with its traceback.", print_exception),
];

fn set(iso: &mut Isolate, dict: Value, name: &str, value: Value) -> Completion<()> {
    iso.keep(value);
    let name = iso.intern(name)?;
    iso.heap.dict_set_plain(dict, name, value)?;
    Ok(())
}

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    for (number, name) in [(0, "stdin"), (1, "stdout"), (2, "stderr")] {
        let stream = new_text_stream(iso, number)?;
        set(iso, dict, name, stream)?;
        set(iso, dict, &format!("__{name}__"), stream)?;
    }
    let modules = iso.modules_dict();
    set(iso, dict, "modules", modules)?;
    for name in ["path", "argv", "meta_path", "path_hooks", "warnoptions", "orig_argv"] {
        let list = iso.new_list(&[])?;
        set(iso, dict, name, list)?;
    }
    let platform = iso.platform.name();
    for (name, text) in [
        ("platform", platform),
        ("version", "3.14.0 (Ferropy 0.1.0)"),
        ("copyright", "Copyright (c) the Ferropy developers."),
        ("byteorder", BYTE_ORDER),
        ("prefix", "/usr"),
        ("exec_prefix", "/usr"),
        ("base_prefix", "/usr"),
        ("pycache_prefix", ""),
        ("ps1", ">>> "),
        ("ps2", "... "),
    ] {
        let text = iso.new_str(text)?;
        set(iso, dict, name, text)?;
    }
    let executable = iso.platform.process().executable();
    let executable = iso.new_text(&executable)?;
    set(iso, dict, "executable", executable)?;
    let version: Vec<Value> = [3, 14, 0].into_iter().map(Value::small_int).collect();
    let level = iso.new_str("final")?;
    let mut parts = version;
    parts.push(level);
    parts.push(Value::small_int(0));
    let version = iso.new_tuple(&parts)?;
    set(iso, dict, "version_info", version)?;
    let largest = iso.new_int(i64::MAX)?;
    set(iso, dict, "maxsize", largest)?;
    set(iso, dict, "maxunicode", Value::small_int(0x10_FFFF))?;
    set(iso, dict, "hexversion", Value::small_int(0x030e_00f0))?;
    set(iso, dict, "api_version", Value::small_int(1013))?;
    set(iso, dict, "dont_write_bytecode", Value::TRUE)?;
    set_implementation(iso, dict, version)?;
    set_builtin_names(iso, dict)?;
    for name in ["excepthook", "displayhook", "unraisablehook"] {
        let name_value = iso.intern(name)?;
        if let Some(hook) = iso.heap.dict_get_name(dict, name_value) {
            set(iso, dict, &format!("__{name}__"), hook)?;
        }
    }
    Ok(Value::NONE)
}

fn set_implementation(iso: &mut Isolate, dict: Value, version: Value) -> Completion<()> {
    let fields = iso.new_dict()?;
    let name = iso.new_str("ferropy")?;
    set(iso, fields, "name", name)?;
    set(iso, fields, "version", version)?;
    set(iso, fields, "hexversion", Value::small_int(0x0001_00f0))?;
    set(iso, fields, "cache_tag", Value::NONE)?;
    let implementation = iso.new_record(TypeId::SIMPLE_NAMESPACE, 0, &[fields])?;
    set(iso, dict, "implementation", implementation)
}

fn set_builtin_names(iso: &mut Isolate, dict: Value) -> Completion<()> {
    let mut list = Vec::new();
    for module in crate::MODULES {
        if !module.name.starts_with('_') {
            list.push(iso.new_str(module.name)?);
        }
    }
    let list = iso.new_tuple(&list)?;
    set(iso, dict, "builtin_module_names", list)
}

/// Sets `sys.argv`.
///
/// # Errors
/// When memory is short.
pub fn set_arguments(iso: &mut Isolate, arguments: &[&str]) -> Completion<()> {
    set_list(iso, "argv", arguments)
}

/// Sets `sys.warnoptions`: what to do with warnings, the last one that fits decides.
///
/// # Errors
/// When memory is short.
pub fn set_warning_options(iso: &mut Isolate, options: &[&str]) -> Completion<()> {
    set_list(iso, "warnoptions", options)
}

/// Sets `sys.path`.
///
/// # Errors
/// When memory is short.
pub fn set_path(iso: &mut Isolate, path: &[&str]) -> Completion<()> {
    set_list(iso, "path", path)
}

fn set_list(iso: &mut Isolate, name: &str, texts: &[&str]) -> Completion<()> {
    let list = iso.new_list(&[])?;
    for text in texts {
        let text = iso.new_str(text)?;
        iso.heap.list_append(list, text)?;
    }
    let dict = iso.sys_namespace();
    set(iso, dict, name, list)
}

fn argument(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn exit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let status = argument(iso, args)?;
    let arguments = [status];
    let arguments = if status.is_unbound() { &[] } else { &arguments[..] };
    let exception = iso.call(TypeId::SYSTEM_EXIT.value(), arguments)?;
    Err(iso.raise(exception))
}

fn get_recursion_limit(iso: &mut Isolate, _: &[Value]) -> Completion {
    let limit = iso.limits().recursion;
    iso.new_int(limit as i64)
}

fn set_recursion_limit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let limit = argument(iso, args)?;
    let limit = iso.to_isize(limit)?;
    if limit < 1 {
        return Err(raise::value_error(iso, "recursion limit must be greater or equal than 1"));
    }
    let (limit, depth) = (limit as usize, iso.depth());
    if depth >= limit {
        let message =
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(raise::recursion_error(iso, &message));
    }
    iso.set_recursion_limit(limit);
    Ok(Value::NONE)
}

fn get_size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let object = argument(iso, args)?;
    match iso.call_special(object, names::__sizeof__, &[])? {
        Some(size) => Ok(size),
        None => Ok(Value::small_int(iso.heap.size_of(object) as i64)),
    }
}

fn get_ref_count(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(2))
}

fn intern(iso: &mut Isolate, args: &[Value]) -> Completion {
    let string = argument(iso, args)?;
    if !iso.heap.is_str(string) {
        let kind = iso.type_name(string);
        return Err(raise::type_error(iso, &format!("intern() argument must be str, not {kind}")));
    }
    Ok(iso.intern_value(string)?)
}

fn exception(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(iso.handled_exception())
}

fn exc_info(iso: &mut Isolate, _: &[Value]) -> Completion {
    let exception = iso.handled_exception();
    if exception.is_none() {
        return iso.new_tuple(&[Value::NONE, Value::NONE, Value::NONE]);
    }
    let class = iso.type_of(exception);
    let traceback = iso.get_attr(exception, names::__traceback__)?;
    iso.new_tuple(&[class, exception, traceback])
}

fn display_hook(iso: &mut Isolate, args: &[Value]) -> Completion {
    let value = argument(iso, args)?;
    if value.is_none() {
        return Ok(Value::NONE);
    }
    let builtins = iso.builtins_dict();
    let underscore = iso.intern("_")?;
    iso.heap.dict_set_plain(builtins, underscore, Value::NONE)?;
    let text = iso.repr(value)?;
    let sys = iso.sys_namespace();
    let Some(stdout) = iso.heap.dict_get_name(sys, names::stdout) else {
        return Err(raise::runtime_error(iso, "lost sys.stdout"));
    };
    let text = iso.to_text(text).unwrap_or_default();
    let line = iso.new_str(&format!("{text}\n"))?;
    iso.call_method(stdout, names::write, &[line])?;
    iso.heap.dict_set_plain(builtins, underscore, value)?;
    Ok(Value::NONE)
}

fn except_hook(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, exception, traceback] = args else { return Err(raise::internal(iso)) };
    let name = iso.intern("__traceback__")?;
    // The exception's own traceback is shown; another one only where it has none.
    let is_traceback = iso.is_instance_of(traceback, TypeId::TRACEBACK);
    let text = if iso.is_instance_of(exception, TypeId::BASE_EXCEPTION) {
        if is_traceback && iso.get_attr_opt(exception, name)?.is_some_and(Value::is_none) {
            iso.set_attr(exception, name, traceback)?;
        }
        iso.format_exception(exception)
    } else {
        let kind = iso.type_name(exception);
        format!("TypeError: print_exception(): Exception expected for value, {kind} found\n")
    };
    iso.write_standard_error(&text);
    Ok(Value::NONE)
}

fn unraisable_hook(iso: &mut Isolate, args: &[Value]) -> Completion {
    let arguments = argument(iso, args)?;
    if !iso.is_instance_of(arguments, TypeId::UNRAISABLE_ARGUMENTS) {
        return Err(raise::type_error(iso, "sys.unraisablehook argument type must be UnraisableHookArgs"));
    }
    iso.show_unraisable_arguments(arguments);
    Ok(Value::NONE)
}

fn show_unraisable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[exception, message] = args else { return Err(raise::internal(iso)) };
    let message = iso.to_text(message).unwrap_or_default();
    iso.raise(exception);
    iso.tell_unraisable(&message);
    Ok(Value::NONE)
}

fn get_hooks(iso: &mut Isolate, _: &[Value]) -> Completion {
    let hooks = iso.async_generator_hooks();
    iso.new_tuple(&hooks)
}

fn set_hooks(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut hooks = iso.async_generator_hooks();
    for ((hook, &given), name) in hooks.iter_mut().zip(args).zip(["firstiter", "finalizer"]) {
        if given.is_unbound() {
            continue;
        }
        if !given.is_none() && !iso.is_callable(given) {
            let kind = iso.type_name(given);
            return Err(raise::type_error(iso, &format!("callable {name} expected, got {kind}")));
        }
        *hook = given;
    }
    iso.set_async_generator_hooks(hooks);
    Ok(Value::NONE)
}

/// Runs what the program registered with `atexit`.
pub fn run_exit_functions(iso: &mut Isolate) {
    let Ok(name) = iso.intern("atexit") else { return };
    let modules = iso.modules_dict();
    let Some(module) = iso.heap.dict_get_name(modules, name) else { return };
    let run = iso.intern("_run_exitfuncs");
    if run.map_err(ferropy_runtime::Raised::from).and_then(|run| iso.call_method(module, run, &[])).is_err() {
        // Somebody has replaced the module's function: what it raises concerns nobody.
        iso.take_exception();
    }
}

fn get_encoding(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("utf-8")
}

fn print_exception(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[exception, file] = args else { return Err(raise::internal(iso)) };
    let text = iso.format_exception(exception);
    let sys = iso.sys_namespace();
    let file = match file.given().filter(|file| !file.is_none()) {
        Some(file) => file,
        None => iso.heap.dict_get_name(sys, names::stdout).unwrap_or(Value::NONE),
    };
    let text = iso.new_str(&text)?;
    iso.call_method(file, names::write, &[text])?;
    Ok(Value::NONE)
}
