//! `micropython`: what programs for MicroPython ask of their interpreter. Most of it is Python.

use alloc::vec::Vec;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `micropython`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "micropython",
    doc: "What programs for MicroPython ask of their interpreter.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: Some(&crate::frozen::image::MICROPYTHON),
};

const ROWS: &[Row] = &[
    function("schedule", "(function, arg, /)", "Call function(arg) soon, between two instructions.", schedule),
    function(
        "opt_level",
        "(level=None, /)",
        "The level of optimisation of what is compiled from now on, or set it.",
        opt_level,
    ),
    function(
        "execfile",
        "(filename, globals=<unrepresentable>, locals=<unrepresentable>, /)",
        "Execute a file in the context of globals and locals.",
        execfile,
    ),
    function("heap_lock", "()", "Let nothing but exceptions have memory; locks are counted.", heap_lock),
    function("heap_unlock", "()", "Take one lock off: how many are left.", heap_unlock),
    function("heap_locked", "()", "How many locks there are.", heap_locked),
];

/// What MicroPython knows without an import, and so do boards: the module itself and three functions.
pub(crate) fn late_builtin(iso: &mut Isolate, name: Value) -> Completion<Option<Value>> {
    let text = iso.to_text(name).unwrap_or_default();
    let is_module = text == MODULE.name;
    if !is_module && !matches!(&*text, "const" | "execfile" | "help") {
        return Ok(None);
    }
    let module = iso.import_dotted(MODULE.name)?;
    if is_module { Ok(Some(module)) } else { iso.get_attr(module, name).map(Some) }
}

fn schedule(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[function, argument] = args else { return Err(raise::internal(iso)) };
    // `schedule(kbd_intr, None)` is Ctrl-C.
    if argument.is_none() && function == attribute(iso, MODULE.name, "kbd_intr")? {
        iso.schedule_interrupt();
        return Ok(Value::NONE);
    }
    if iso.schedule(function, argument) {
        return Ok(Value::NONE);
    }
    Err(raise::runtime_error(iso, "schedule queue full"))
}

fn attribute(iso: &mut Isolate, module: &str, name: &str) -> Completion {
    let module = iso.import_dotted(module)?;
    let name = iso.intern(name)?;
    iso.get_attr(module, name)
}

fn call_builtin(iso: &mut Isolate, name: &str, args: &[Value]) -> Completion {
    let function = attribute(iso, "builtins", name)?;
    iso.call(function, args)
}

fn execfile(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[filename, ref namespaces @ ..] = args else { return Err(raise::internal(iso)) };
    if iso.as_str(filename).is_none() {
        return Err(raise::type_error(iso, "filename must be a string"));
    }
    let mode = iso.intern("rb")?;
    let file = call_builtin(iso, "open", &[filename, mode])?;
    let content = attribute(iso, "_iobase", "_content")?;
    let source = iso.call(content, &[file])?;
    let mode = iso.intern("exec")?;
    let code = call_builtin(iso, "compile", &[source, filename, mode])?;
    let mut given = Vec::from([code]);
    given.extend(namespaces.iter().filter(|namespace| !namespace.is_unbound()));
    call_builtin(iso, "exec", &given)
}

fn opt_level(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[level] = args else { return Err(raise::internal(iso)) };
    if level.is_none() || level.is_unbound() {
        return Ok(Value::small_int(iso.optimize.into()));
    }
    let level = iso.to_isize(level)?;
    iso.optimize = level.clamp(0, 3) as u8;
    Ok(Value::NONE)
}

fn heap_lock(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.heap.lock();
    Ok(Value::NONE)
}

fn heap_unlock(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.heap.unlock();
    heap_locked(iso, &[])
}

fn heap_locked(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(iso.heap.locks().into()))
}
