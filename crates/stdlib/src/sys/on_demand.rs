//! Attributes that are made when a program asks for them first, and kept in the module from then on.

use super::argument;
use super::start::set;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value};

/// How an attribute comes to be.
#[derive(Clone, Copy)]
enum Source {
    /// By the function `make` of the module `_sysinfo`, which is written in Python.
    Python,
    Text(&'static str),
    EmptyDict,
    ModuleNames,
    Implementation,
    /// MicroPython's way to register a function for the end.
    AtExit,
}

const ATTRIBUTES: &[(&str, Source)] = &[
    ("version_info", Source::Python),
    ("flags", Source::Python),
    ("float_info", Source::Python),
    ("int_info", Source::Python),
    ("hash_info", Source::Python),
    ("thread_info", Source::Python),
    ("implementation", Source::Implementation),
    ("stdlib_module_names", Source::ModuleNames),
    ("atexit", Source::AtExit),
    ("path_importer_cache", Source::EmptyDict),
    ("_xoptions", Source::EmptyDict),
    ("abiflags", Source::Text("")),
    ("_framework", Source::Text("")),
    ("_stdlib_dir", Source::Text("")),
    ("base_exec_prefix", Source::Text("/usr")),
    ("float_repr_style", Source::Text("short")),
    ("platlibdir", Source::Text("lib")),
];

/// `sys.__getattr__`.
pub(super) fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let name = argument(iso, args)?;
    let text = iso.to_text(name).unwrap_or_default();
    match ATTRIBUTES.iter().find(|(name, _)| *name == text) {
        Some(&(name, source)) => attribute(iso, name, source),
        None => Err(crate::no_attribute(iso, "sys", name)),
    }
}

fn attribute(iso: &mut Isolate, name: &str, source: Source) -> Completion {
    let made = match source {
        Source::Python => described(iso, name)?,
        Source::Text(text) => iso.new_str(text)?,
        Source::EmptyDict => iso.new_dict()?,
        Source::ModuleNames => module_names(iso)?,
        Source::Implementation => implementation(iso)?,
        Source::AtExit => {
            let module = iso.import_dotted("atexit")?;
            let name = iso.intern("_replace_only")?;
            iso.get_attr(module, name)?
        }
    };
    let dict = iso.sys_namespace();
    set(iso, dict, name, made)?;
    Ok(made)
}

fn described(iso: &mut Isolate, name: &str) -> Completion {
    let module = iso.import_dotted("_sysinfo")?;
    let (make, name) = (iso.intern("make")?, iso.intern(name)?);
    iso.call_method(module, make, &[name])
}

/// The modules of this library, not of CPython's: what `import` finds without files.
fn module_names(iso: &mut Isolate) -> Completion {
    let names = iso.new_set(false)?;
    for module in crate::MODULES {
        if !module.name.contains('.') {
            let name = iso.intern(module.name)?;
            iso.set_add(names, name)?;
        }
    }
    iso.call(TypeId::FROZENSET.value(), &[names])
}

fn implementation(iso: &mut Isolate) -> Completion {
    let module = iso.import_dotted("sys")?;
    let version = iso.intern("version_info")?;
    let version = iso.get_attr(module, version)?;
    let fields = iso.new_dict()?;
    let name = iso.new_str("ferropy")?;
    set(iso, fields, "name", name)?;
    set(iso, fields, "cache_tag", Value::NONE)?;
    set(iso, fields, "version", version)?;
    set(iso, fields, "hexversion", Value::small_int(super::start::HEX_VERSION))?;
    set(iso, fields, "supports_isolated_interpreters", Value::FALSE)?;
    // What tools ask boards for, to tell people which one they have.
    if iso.platform.hardware().is_some()
        && let Ok([.., machine]) = iso.platform.process().system_names()
    {
        let machine = iso.new_text(&machine)?;
        set(iso, fields, "_machine", machine)?;
    }
    iso.new_record(TypeId::SIMPLE_NAMESPACE, 0, &[fields])
}

/// `sys.__dir__`.
pub(super) fn list(iso: &mut Isolate, _: &[Value]) -> Completion {
    let dict = iso.sys_namespace();
    let names = iso.collect_items(dict)?;
    for (name, _) in ATTRIBUTES {
        let name = iso.intern(name)?;
        if iso.heap.dict_get_name(dict, name).is_none() {
            iso.heap.list_append(names, name)?;
        }
    }
    Ok(names)
}
