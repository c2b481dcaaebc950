//! `_types`: what the module `types` can't say in Python.

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_types`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_types",
    doc: "What the module types leaves to Rust.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] =
    &[function("mark_awaitable", "(generator, /)", "Let a generator be awaited; the generator.", mark_awaitable)];

fn mark_awaitable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator] = args else { return Err(raise::internal(iso)) };
    iso.make_awaitable_generator(generator);
    Ok(generator)
}
