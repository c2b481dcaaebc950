//! `importlib`: what programs ask of the import system; the rest of it is Python.

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `importlib`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "importlib",
    doc: "Importing modules by name, and again.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: Some(include_bytes!(concat!(env!("OUT_DIR"), "/importlib.fpy"))),
};

const ROWS: &[Row] = &[function(
    "reload",
    "(module)",
    "Run the code of an imported module once more, in the same namespace, and return the module.",
    reload,
)];

fn reload(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    iso.reload(module)
}
