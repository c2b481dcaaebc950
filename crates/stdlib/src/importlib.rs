//! `importlib`: what programs ask of the import system; the rest of it is Python.

use ferropy_runtime::native::{ModuleSpec, Row, TypeId, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `importlib`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "importlib",
    doc: "Importing modules by name, and again.",
    rows: ROWS,
    types: &[],
    initialize: Some(initialize),
    frozen: Some(&crate::frozen::image::IMPORTLIB),
};

const ROWS: &[Row] = &[
    function(
        "reload",
        "(module)",
        "Run the code of an imported module once more, in the same namespace, and return the module.",
        reload,
    ),
    function("_find_spec", "(name, path, /)", "The specification of a module, or None if there is none.", find_spec),
];

/// The types that `importlib.machinery` shows.
fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    for (name, id) in [
        ("_ModuleSpec", TypeId::MODULE_SPEC),
        ("_BuiltinImporter", TypeId::BUILTIN_IMPORTER),
        ("_SourceFileLoader", TypeId::SOURCE_LOADER),
    ] {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, id.value())?;
    }
    Ok(Value::NONE)
}

fn find_spec(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name, path] = args else { return Err(raise::internal(iso)) };
    let name = iso.to_text(name).unwrap_or_default();
    Ok(iso.find_module_spec(&name, path)?.unwrap_or(Value::NONE))
}

fn reload(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    iso.reload(module)
}
