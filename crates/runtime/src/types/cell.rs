//! `cell`: variables shared between functions.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeSpec, constant, getset, method, static_method};
use crate::object::CompareOp;
use crate::types::numbers::comparison_functions;
use crate::{Completion, Isolate, Value};
use alloc::format;

/// `cell`.
pub(crate) static CELL: TypeSpec =
    TypeSpec::new("cell", "cell([contents])\n--\n\nCreate a new cell object.", ROWS).with_flags(TypeFlags(0));

const ROWS: &[Row] = &[
    static_method("__new__", "($type, contents=<unrepresentable>, /)", "Create and return a new object.", new),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    constant("__hash__", "", |_, _| Ok(Value::NONE)),
    getset("cell_contents", "the content", get, set),
];

const BINARY: &str = "($self, value, /)";

/// Cells compare as what is in them; an empty one comes before all others.
fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    if iso.heap.kind(other) != Some(Kind::Cell) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (iso.heap.cell(this), iso.heap.cell(other));
    if left.is_unbound() || right.is_unbound() {
        return Ok(Value::bool(op.holds((!left.is_unbound()).cmp(&!right.is_unbound()))));
    }
    iso.keep(left);
    iso.keep(right);
    iso.compare(op, left, right)
}

comparison_functions!(compare);

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
