//! `cell`: variables shared between functions.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeSpec, getset, method, static_method};
use crate::{Completion, Isolate, Value};
use alloc::format;

/// `cell`.
pub(crate) static CELL: TypeSpec =
    TypeSpec::new("cell", "cell([contents])\n--\n\nCreate a new cell object.", ROWS).with_flags(TypeFlags(0));

const ROWS: &[Row] = &[
    static_method("__new__", "($type, contents=<unrepresentable>, /)", "Create and return a new object.", new),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    getset("cell_contents", "the content", get, set),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, content] = args else { return Err(raise::internal(iso)) };
    iso.new_cell(content)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (content, address) = (iso.heap.cell(this), iso.address_of(this));
    let what = match content.given() {
        Some(content) => format!("{} object at 0x{:x}", iso.type_name(content), iso.address_of(content)),
        None => "empty".into(),
    };
    iso.new_str(&format!("<cell at 0x{address:x}: {what}>"))
}

fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match iso.heap.cell(this).given() {
        Some(content) => Ok(content),
        None => Err(raise::value_error(iso, "Cell is empty")),
    }
}

fn set(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, content] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_cell(this, content);
    Ok(Value::NONE)
}
