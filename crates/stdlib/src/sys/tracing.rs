//! Being told of what a program does: trace functions, audit hooks, and the frames that run.

use super::start::set;
use super::{argument, kept};
use alloc::format;
use alloc::vec::Vec;
#[cfg(feature = "debugging")]
use ferropy_runtime::Tracer;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, names, raise};

pub(super) fn get_frame(iso: &mut Isolate, args: &[Value]) -> Completion {
    let depth = match argument(iso, args)?.given() {
        Some(depth) => iso.to_size(depth)?,
        None => 0,
    };
    match iso.frame_object(depth)? {
        Some(frame) => Ok(frame),
        None => Err(raise::value_error(iso, "call stack is not deep enough")),
    }
}

/// The name of the module that the code some calls outwards belongs to.
pub(super) fn get_frame_module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let depth = match argument(iso, args)?.given() {
        Some(depth) => iso.to_size(depth)?,
        None => 0,
    };
    let Some(frame) = iso.frame_object(depth)? else { return Ok(Value::NONE) };
    let globals = iso.get_attr(frame, names::f_globals)?;
    Ok(iso.heap.dict_get_name(globals, names::__name__).unwrap_or(Value::NONE))
}

/// What there is for each thread, and there is one.
fn for_each_thread(iso: &mut Isolate, value: Value) -> Completion {
    let dict = iso.new_dict()?;
    iso.heap.dict_set_plain(dict, Value::small_int(1), value)?;
    Ok(dict)
}

pub(super) fn current_frames(iso: &mut Isolate, _: &[Value]) -> Completion {
    let frame = iso.frame_object(0)?.unwrap_or(Value::NONE);
    for_each_thread(iso, frame)
}

pub(super) fn current_exceptions(iso: &mut Isolate, _: &[Value]) -> Completion {
    let exception = iso.handled_exception();
    for_each_thread(iso, exception)
}

#[cfg(feature = "debugging")]
pub(super) fn get_trace(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(iso.tracer(Tracer::Trace))
}

#[cfg(feature = "debugging")]
pub(super) fn set_trace(iso: &mut Isolate, args: &[Value]) -> Completion {
    let function = argument(iso, args)?;
    iso.set_tracer(Tracer::Trace, function);
    Ok(Value::NONE)
}

#[cfg(feature = "debugging")]
pub(super) fn get_profile(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(iso.tracer(Tracer::Profile))
}

#[cfg(feature = "debugging")]
pub(super) fn set_profile(iso: &mut Isolate, args: &[Value]) -> Completion {
    let function = argument(iso, args)?;
    iso.set_tracer(Tracer::Profile, function);
    Ok(Value::NONE)
}

#[cfg(feature = "debugging")]
pub(super) fn call_tracing(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[function, arguments] = args else { return Err(raise::internal(iso)) };
    if !iso.is_instance_of(arguments, TypeId::TUPLE) {
        let kind = iso.type_name(arguments);
        return Err(raise::type_error(iso, &format!("call_tracing() argument 2 must be tuple, not {kind}")));
    }
    let arguments = iso.unwrap(arguments);
    let arguments: Vec<Value> = iso.heap.items(arguments).collect();
    iso.call_traced(function, &arguments)
}

/// The name under which the hooks are kept, a list.
const HOOKS: &str = "_audit_hooks";

pub(super) fn add_audit_hook(iso: &mut Isolate, args: &[Value]) -> Completion {
    let hook = argument(iso, args)?;
    let event = iso.new_str("sys.addaudithook")?;
    match tell_hooks(iso, event, &[]) {
        // A hook may refuse further ones.
        Err(_) if iso.raised_is(TypeId::RUNTIME_ERROR) => {
            iso.take_exception();
            return Ok(Value::NONE);
        }
        done => done?,
    }
    let hooks = match kept(iso, HOOKS)? {
        Some(hooks) => hooks,
        None => {
            let (hooks, dict) = (iso.new_list(&[])?, iso.sys_namespace());
            set(iso, dict, HOOKS, hooks)?;
            hooks
        }
    };
    iso.heap.list_append(hooks, hook)?;
    Ok(Value::NONE)
}

fn tell_hooks(iso: &mut Isolate, event: Value, arguments: &[Value]) -> Completion<()> {
    let Some(hooks) = kept(iso, HOOKS)? else { return Ok(()) };
    let arguments = iso.new_tuple(arguments)?;
    for hook in iso.heap.items(hooks).collect::<Vec<_>>() {
        iso.call(hook, &[event, arguments])?;
    }
    Ok(())
}

pub(super) fn audit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[event, arguments] = args else { return Err(raise::internal(iso)) };
    if !iso.is_instance_of(event, TypeId::STR) {
        let kind = iso.type_name(event);
        return Err(raise::type_error(iso, &format!("expected str for argument 'event', not {kind}")));
    }
    let arguments: Vec<Value> = iso.heap.items(arguments).collect();
    tell_hooks(iso, event, &arguments)?;
    Ok(Value::NONE)
}

/// `sys.breakpointhook`: calls what the environment variable `PYTHONBREAKPOINT` names, `pdb.set_trace` without one.
pub(super) fn breakpoint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[positional, keywords] = args else { return Err(raise::internal(iso)) };
    let variables = iso.platform.process().environment();
    let wanted = variables.into_iter().find(|(name, _)| name == b"PYTHONBREAKPOINT").map(|(_, value)| value);
    let wanted = wanted.filter(|name| !name.is_empty()).unwrap_or_else(|| b"pdb.set_trace".to_vec());
    if wanted == b"0" {
        return Ok(Value::NONE);
    }
    let wanted = alloc::string::String::from_utf8_lossy(&wanted).into_owned();
    let (module, name) = wanted.rsplit_once('.').unwrap_or(("builtins", &wanted));
    let found = iso.import_dotted(module).and_then(|module| {
        let name = iso.intern(name)?;
        iso.get_attr(module, name)
    });
    match found {
        Ok(function) => iso.call_packed(function, positional, keywords),
        Err(raised) if !iso.raised_is(TypeId::IMPORT_ERROR) && !iso.raised_is(TypeId::ATTRIBUTE_ERROR) => Err(raised),
        Err(_) => {
            iso.take_exception();
            let message = format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{wanted}\"");
            iso.warn(TypeId::RUNTIME_WARNING, &message)?;
            Ok(Value::NONE)
        }
    }
}
