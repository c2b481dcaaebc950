//! `_collections`: what `collections` has in Rust. The types themselves belong to the runtime, whose loops know them.

use ferropy_runtime::native::{ModuleSpec, Row, TypeId, constant, function};
use ferropy_runtime::{Value, raise};

/// `_collections`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_collections",
    doc: "High performance data structures.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    constant("deque", "", |_, _| Ok(TypeId::DEQUE.value())),
    constant("_deque_iterator", "", |_, _| Ok(TypeId::DEQUE_ITERATOR.value())),
    constant("_deque_reverse_iterator", "", |_, _| Ok(TypeId::DEQUE_REVERSE_ITERATOR.value())),
    function(
        "_count_elements",
        "($module, mapping, iterable, /)",
        "Count elements in the iterable, updating the mapping",
        |iso, args| {
            let &[mapping, iterable] = args else { return Err(raise::internal(iso)) };
            iso.count_elements(mapping, iterable)?;
            Ok(Value::NONE)
        },
    ),
];
