//! `_traceback`: what `traceback` leaves to the runtime, which shows uncaught exceptions in the same way.

use alloc::string::String;
use alloc::vec::Vec;
use ferropy_runtime::exceptions::marked_lines;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_traceback`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_traceback",
    doc: "What the module traceback leaves to the runtime.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "marked_lines",
        "($module, lines, column, end_column, /)",
        "The lines of a place without indentation, with markers under what stands between the columns.",
        mark_lines,
    ),
    function(
        "exception_text",
        "($module, exception, /)",
        "The lines of an exception without traceback, and those of its notes.",
        exception_text,
    ),
];

fn mark_lines(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[lines, column, end_column] = args else { return Err(raise::internal(iso)) };
    let texts: Vec<String> = iso.heap.items(lines).map(|line| iso.name_text(line)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let column = u32::try_from(iso.to_isize(column)?).unwrap_or(0);
    let end_column = u32::try_from(iso.to_isize(end_column)?).unwrap_or(0);
    let mut marked = Vec::new();
    for line in marked_lines(&texts, column, end_column) {
        marked.push(iso.new_str(&line)?);
    }
    iso.new_list(&marked)
}

fn exception_text(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[exception] = args else { return Err(raise::internal(iso)) };
    let (text, notes) = iso.exception_text(exception);
    let (text, notes) = (iso.new_str(&text)?, iso.new_str(&notes)?);
    iso.new_tuple(&[text, notes])
}
