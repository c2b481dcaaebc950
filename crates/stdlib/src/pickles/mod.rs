//! `_pickles`: pickles of plain data, and the plain instructions of any pickle. What calls something of a program, and what
//! goes wrong, is left to the classes of `pickle`, which are Python.

mod reading;
mod writing;

use ferropy_runtime::native::{ModuleSpec, Row, function};

/// `_pickles`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_pickles",
    doc: "Pickles of plain data.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "plain_bytes",
        "(obj, protocol, /)",
        "The pickle of an object by protocol 4 or 5; None if more than plain data is in it, or for other protocols.",
        writing::plain_bytes,
    ),
    function(
        "plain_object",
        "(data, /)",
        "The object in a bytes object; None and nothing else if more than plain data is in it.",
        reading::plain_object,
    ),
    function(
        "run",
        "(data, at, stack, below, memo, /)",
        "Go through plain instructions of a pickle: a tuple of the place behind them and the stack that is in use then.",
        reading::run,
    ),
];
