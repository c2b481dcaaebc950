//! `cmp_to_key`: objects that compare as a function of two arguments says.

use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, constant, getset, method};
use ferropy_runtime::{CompareOp, Completion, Isolate, Value, raise};

/// A record: the function, and the object that is compared, Unbound in what `cmp_to_key` gives.
pub(super) static KEY: TypeSpec = TypeSpec::new("KeyWrapper", "Value wrapped by a key function.", ROWS)
    .in_module("functools")
    .with_flags(TypeFlags::NOT_CALLABLE);

const BINARY: &str = "($self, value, /)";

const ROWS: &[Row] = &[
    method("__call__", "($self, /, obj)", "Wrap an object.", call),
    method("__eq__", BINARY, "Return self==value.", |iso, args| compare(iso, args, CompareOp::Eq)),
    method("__ne__", BINARY, "Return self!=value.", |iso, args| compare(iso, args, CompareOp::Ne)),
    method("__lt__", BINARY, "Return self<value.", |iso, args| compare(iso, args, CompareOp::Lt)),
    method("__le__", BINARY, "Return self<=value.", |iso, args| compare(iso, args, CompareOp::Le)),
    method("__gt__", BINARY, "Return self>value.", |iso, args| compare(iso, args, CompareOp::Gt)),
    method("__ge__", BINARY, "Return self>=value.", |iso, args| compare(iso, args, CompareOp::Ge)),
    constant("__hash__", "", |_, _| Ok(Value::NONE)),
    getset("obj", "Value wrapped by a key function.", object, set_object),
];

fn make(iso: &mut Isolate, function: Value, object: Value) -> Completion {
    let Some(id) = iso.find_type(&KEY) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[function, object])
}

pub(super) fn cmp_to_key(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[function] = args else { return Err(raise::internal(iso)) };
    make(iso, function, Value::UNBOUND)
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[key, object] = args else { return Err(raise::internal(iso)) };
    let function = iso.heap.field(key, 0);
    make(iso, function, object)
}

fn object(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[key] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(key, 1).or(Value::NONE))
}

fn set_object(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[key, object] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(key, 1, object);
    Ok(Value::NONE)
}

fn compare(iso: &mut Isolate, args: &[Value], op: CompareOp) -> Completion {
    let &[key, other] = args else { return Err(raise::internal(iso)) };
    let Some(id) = iso.find_type(&KEY) else { return Err(raise::internal(iso)) };
    if !iso.is_instance_of(other, id) {
        return Err(raise::type_error(iso, "other argument must be K instance"));
    }
    let (left, right) = (iso.heap.field(key, 1), iso.heap.field(other, 1));
    if left.is_unbound() || right.is_unbound() {
        return Err(raise::attribute_error_text(iso, "object"));
    }
    let function = iso.heap.field(key, 0);
    let order = iso.call(function, &[left, right])?;
    iso.compare(op, order, Value::small_int(0))
}
