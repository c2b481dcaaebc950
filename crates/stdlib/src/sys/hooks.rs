//! What happens at the end, with exceptions and with results: `exit` and the functions that programs may replace.

use super::start::set;
use super::{argument, kept};
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::exceptions::Limited;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, names, raise};

pub(super) fn exit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let status = argument(iso, args)?;
    // A tuple stands for several arguments, and the exception for itself.
    let arguments: Vec<Value> = match iso.heap.kind(status) {
        _ if status.is_unbound() || status.is_none() => Vec::new(),
        Some(Kind::Tuple) => iso.heap.items(status).collect(),
        _ if iso.is_instance_of(status, TypeId::SYSTEM_EXIT) => return Err(iso.raise(status)),
        _ => alloc::vec![status],
    };
    let exception = iso.call(TypeId::SYSTEM_EXIT.value(), &arguments)?;
    Err(iso.raise(exception))
}

pub(super) fn exception(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(iso.handled_exception())
}

pub(super) fn exc_info(iso: &mut Isolate, _: &[Value]) -> Completion {
    let exception = iso.handled_exception();
    if exception.is_none() {
        return iso.new_tuple(&[Value::NONE, Value::NONE, Value::NONE]);
    }
    let class = iso.type_of(exception);
    let traceback = iso.get_attr(exception, names::__traceback__)?;
    iso.new_tuple(&[class, exception, traceback])
}

pub(super) fn display_hook(iso: &mut Isolate, args: &[Value]) -> Completion {
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

pub(super) fn except_hook(iso: &mut Isolate, args: &[Value]) -> Completion {
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

pub(super) fn unraisable_hook(iso: &mut Isolate, args: &[Value]) -> Completion {
    let arguments = argument(iso, args)?;
    if !iso.is_instance_of(arguments, TypeId::UNRAISABLE_ARGUMENTS) {
        return Err(raise::type_error(iso, "sys.unraisablehook argument type must be UnraisableHookArgs"));
    }
    iso.show_unraisable_arguments(arguments);
    Ok(Value::NONE)
}

pub(super) fn show_unraisable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[exception, message] = args else { return Err(raise::internal(iso)) };
    let message = iso.to_text(message).unwrap_or_default();
    iso.raise(exception);
    iso.tell_unraisable(&message);
    Ok(Value::NONE)
}

pub(super) fn get_hooks(iso: &mut Isolate, _: &[Value]) -> Completion {
    let hooks = iso.async_generator_hooks();
    let module = iso.import_dotted("_sysinfo")?;
    let name = iso.intern("asyncgen_hooks")?;
    let make = iso.get_attr(module, name)?;
    iso.call(make, &hooks)
}

pub(super) fn set_hooks(iso: &mut Isolate, args: &[Value]) -> Completion {
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

/// MicroPython's function. What is no exception is shown as `print` would, and what is no file is an `OSError`.
pub(super) fn print_exception(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[exception, file] = args else { return Err(raise::internal(iso)) };
    let sys = iso.sys_namespace();
    let file = match file.given().filter(|file| !file.is_none()) {
        Some(file) => file,
        None => iso.heap.dict_get_name(sys, names::stdout).unwrap_or(Value::NONE),
    };
    let Some(write) = iso.get_attr_opt(file, names::write)? else {
        return Err(raise::exception(iso, TypeId::OS_ERROR, "stream operation not supported"));
    };
    let text = if iso.is_instance_of(exception, TypeId::BASE_EXCEPTION) {
        iso.format_exception_limited(exception, Limited::ToOutermost)
    } else {
        let text = iso.str(exception)?;
        format!("{}\n", iso.to_text(text).unwrap_or_default())
    };
    let text = iso.new_str(&text)?;
    iso.call(write, &[text])?;
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
    let dict = iso.sys_namespace();
    if set(iso, dict, FINALIZING, Value::TRUE).is_err() {
        // Without memory nobody is told.
        iso.take_exception();
    }
}

/// The name under which is kept that the program is over.
const FINALIZING: &str = "_finalizing";

pub(super) fn is_finalizing(iso: &mut Isolate, _: &[Value]) -> Completion {
    let finalizing = kept(iso, FINALIZING)?;
    Ok(Value::bool(finalizing.is_some()))
}
