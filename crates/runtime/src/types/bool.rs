//! `bool`: an int that is 0 or 1 and prints as False or True.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method, static_method};
use crate::object::BinaryOp;
use crate::types::numbers::operator_functions;
use crate::{Completion, Isolate, Value, names};

/// `bool`.
pub(crate) static BOOL: TypeSpec = TypeSpec::new(
    "bool",
    "bool(object=False, /)\n--\n\nTrue or False.\n\nbool(x) is True if x counts as true: it is neither zero, empty, None nor False.",
    ROWS,
)
.with_base(TypeId::INT)
.with_flags(TypeFlags(0));

const BINARY: &str = "($self, value, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, object=False, /)", "Return whether the object counts as true.", new),
    method("__repr__", "($self, /)", "'True' or 'False'.", repr),
    method("__invert__", "($self, /)", "~self", invert),
    method("__and__", BINARY, "Return self&value.", and),
    method("__rand__", BINARY, "Return value&self.", rand),
    method("__xor__", BINARY, "Return self^value.", xor),
    method("__rxor__", BINARY, "Return value^self.", rxor),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", ror),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, object] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::BOOL)?;
    Ok(Value::bool(!object.is_unbound() && iso.is_true(object)?))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(if this == Value::TRUE { names::TRUE } else { names::FALSE })
}

fn invert(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let message = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the \
                   bitwise inversion of the underlying int object and is usually not what you expect from negating a \
                   bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise \
                   inversion of the underlying int.";
    iso.warn(TypeId::DEPRECATION_WARNING, message)?;
    iso.new_int(if this == Value::TRUE { -2 } else { -1 })
}

fn apply(iso: &mut Isolate, op: BinaryOp, left: Value, right: Value) -> Completion {
    if !iso.is_int(left) || !iso.is_int(right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (iso.unwrap(left), iso.unwrap(right));
    let result = if left.is_bool() && right.is_bool() {
        iso.bool_binary(op, left, right)?
    } else {
        iso.int_binary(op, left, right)?
    };
    Ok(result.unwrap_or(Value::NOT_IMPLEMENTED))
}

operator_functions! { apply:
    and rand = And;
    or ror = Or;
    xor rxor = Xor;
}
