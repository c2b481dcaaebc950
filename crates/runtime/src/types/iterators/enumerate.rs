//! `enumerate`. A record: the iterator, the next number.

use crate::exceptions::raise;
use crate::native::{Row, TypeId, TypeSpec, class_method, method, static_method};
use crate::object::BinaryOp;
use crate::types::sequence::{class_getitem, itself};
use crate::{Completion, Isolate, Value};

/// `enumerate`.
pub(crate) static ENUMERATE: TypeSpec = TypeSpec::new(
    "enumerate",
    "(iterable, start=0)\n--\n\n\
     Pairs of a number and what the iterable gives: (0, a), (1, b), (2, c).\n\nstart is the first number.",
    ROWS,
);

static ROWS: &[Row] = &[
    static_method("__new__", "($type, iterable=<unrepresentable>, start=0)", "Number what the iterable gives.", new),
    method("__iter__", "($self, /)", "Return self.", itself),
    method("__next__", "($self, /)", "Return the next pair.", next),
    method("__reduce__", "($self, /)", "For pickle.", reduce),
    class_method("__class_getitem__", "($type, object, /)", "For annotations.", class_getitem),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable, start] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::ENUMERATE)?;
    let Some(iterable) = iterable.given() else {
        return Err(raise::type_error(iso, "enumerate() missing required argument 'iterable'"));
    };
    let start = match start.given() {
        Some(start) => {
            let int = iso.index(start)?;
            iso.plain_int(int)
        }
        None => Value::small_int(0),
    };
    let iterator = iso.iterate(iterable)?;
    let made = iso.new_record(TypeId::ENUMERATE, 0, &[iterator, start])?;
    iso.wrap_new(class, TypeId::ENUMERATE, made)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.heap.field(this, 0);
    let Some(item) = iso.next_passed_on(iterator)? else { return Ok(Value::UNBOUND) };
    let number = iso.heap.field(this, 1);
    let following = iso.int_op(BinaryOp::Add, number, Value::small_int(1))?;
    iso.heap.set_field(this, 1, following);
    iso.new_tuple(&[number, item])
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let arguments = iso.new_tuple(&[iso.heap.field(this, 0), iso.heap.field(this, 1)])?;
    iso.new_tuple(&[TypeId::ENUMERATE.value(), arguments])
}
