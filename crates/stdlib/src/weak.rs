//! `_weakref`: what the module `weakref` can't say in Python.

use ferropy_runtime::native::{ModuleSpec, Row, TypeId, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_weakref`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_weakref",
    doc: "Weak-reference support module.",
    rows: ROWS,
    types: &[],
    initialize: Some(initialize),
    frozen: None,
};

const ROWS: &[Row] = &[
    function("getweakrefcount", "(object, /)", "Return the number of weak references to 'object'.", count),
    function("getweakrefs", "(object, /)", "Return a list of all weak reference objects pointing to 'object'.", list),
];

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    for name in ["ref", "ReferenceType"] {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, TypeId::WEAK_REFERENCE.value())?;
    }
    Ok(Value::NONE)
}

fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[target] = args else { return Err(raise::internal(iso)) };
    let count = iso.weak_references(target).len();
    iso.new_int(count as i64)
}

fn list(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[target] = args else { return Err(raise::internal(iso)) };
    let references = iso.weak_references(target);
    iso.new_list(&references)
}
