//! `_types`: what the library's Python needs of the interpreter's own types.

use ferropy_runtime::native::{ModuleSpec, Row, TypeId, constant, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_types`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_types",
    doc: "What modules need of the interpreter's own types.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("mark_awaitable", "(generator, /)", "Let a generator be awaited; the generator.", mark_awaitable),
    constant("tuplegetter", "What the fields of named tuples are.", |_, _| Ok(TypeId::TUPLE_GETTER.value())),
];

fn mark_awaitable(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator] = args else { return Err(raise::internal(iso)) };
    iso.make_awaitable_generator(generator);
    Ok(generator)
}
