//! `slice`: the `start:stop:step` between brackets. A record: start, stop, step.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getset, method, static_method};
use crate::object::{BinaryOp, CompareOp};
use crate::types::numbers::comparison_functions;
use crate::types::sequence::read_only;
use crate::{Completion, Isolate, Value, names};
use alloc::vec::Vec;

/// `slice`.
pub(crate) static SLICE: TypeSpec = TypeSpec::new(
    "slice",
    "What a[start:stop:step] hands to a: slice(stop), slice(start, stop) or slice(start, stop, step).",
    ROWS,
)
.with_flags(TypeFlags(0));

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, start, stop=<unrepresentable>, step=None, /)",
        "Make a slice; a single argument is the stop.",
        new,
    ),
    method("__repr__", UNARY, "Return repr(self).", repr),
    method("__hash__", UNARY, "Return hash(self).", hash),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    method(
        "indices",
        "($self, object, /)",
        "Return (start, stop, step) for a sequence of that length, with everything counted from the beginning.",
        indices,
    ),
    method("__reduce__", UNARY, "For pickle.", reduce),
    getset("start", "where the slice starts", start, read_only),
    getset("stop", "where the slice stops: the first index not in it", stop, read_only),
    getset("step", "the distance between indices", step, read_only),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, first, second, step] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::SLICE)?;
    let (start, stop) = match second.given() {
        Some(stop) => (first, stop),
        None => (Value::NONE, first),
    };
    iso.new_slice(start, stop, step.or(Value::NONE))
}

fn parts(iso: &Isolate, slice: Value) -> [Value; 3] {
    [0, 1, 2].map(|index| iso.heap.field(slice, index))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mut text = Vec::from(b"slice(");
    for (index, part) in parts(iso, this).into_iter().enumerate() {
        if index > 0 {
            text.extend_from_slice(b", ");
        }
        iso.append_repr(part, &mut text)?;
    }
    text.push(b')');
    iso.new_text(&text)
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let tuple = iso.new_tuple(&parts(iso, this))?;
    let hash = iso.hash_items(tuple)?;
    let hash = if hash == -1 { 1_546_275_796 } else { hash };
    iso.new_int(hash)
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    if !iso.is_slice(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (iso.new_tuple(&parts(iso, this))?, iso.new_tuple(&parts(iso, other))?);
    iso.compare_sequences(op, left, right)
}

comparison_functions!(compare);

fn indices(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, length] = args else { return Err(raise::internal(iso)) };
    let length = iso.index(length)?;
    let length = iso.plain_int(length);
    if iso.less(length, Value::small_int(0))? {
        return Err(raise::value_error(iso, "length should not be negative"));
    }
    let found = iso.slice_ints(this, length)?.map(|bound| iso.plain_int(bound));
    iso.new_tuple(&found)
}

impl Isolate {
    /// Start, stop and step of a slice for a length, all ints of any size.
    pub(crate) fn slice_ints(&mut self, slice: Value, length: Value) -> Completion<[Value; 3]> {
        let zero = Value::small_int(0);
        let step = match self.slice_int(slice, 2)? {
            None => Value::small_int(1),
            Some(step) if self.as_i64(step) == Some(0) => {
                return Err(raise::value_error(self, "slice step cannot be zero"));
            }
            Some(step) => step,
        };
        let backward = self.less(step, zero)?;
        let (lowest, highest) = if backward {
            (Value::small_int(-1), self.int_op(BinaryOp::Sub, length, Value::small_int(1))?)
        } else {
            (zero, length)
        };
        let start = match self.slice_int(slice, 0)? {
            None => {
                if backward {
                    highest
                } else {
                    lowest
                }
            }
            Some(start) => self.clamp_bound(start, length, lowest, highest)?,
        };
        let stop = match self.slice_int(slice, 1)? {
            None => {
                if backward {
                    lowest
                } else {
                    highest
                }
            }
            Some(stop) => self.clamp_bound(stop, length, lowest, highest)?,
        };
        Ok([start, stop, step])
    }

    fn slice_int(&mut self, slice: Value, field: usize) -> Completion<Option<Value>> {
        let part = self.heap.field(slice, field);
        if part.is_none() || part.is_unbound() {
            return Ok(None);
        }
        if !self.is_int(part) && self.lookup_special(part, names::__index__).is_none() {
            let message = "slice indices must be integers or None or have an __index__ method";
            return Err(raise::type_error(self, message));
        }
        let int = self.index(part)?;
        Ok(Some(self.plain_int(int)))
    }

    fn clamp_bound(&mut self, bound: Value, length: Value, lowest: Value, highest: Value) -> Completion {
        let zero = Value::small_int(0);
        let bound = if self.less(bound, zero)? { self.int_op(BinaryOp::Add, bound, length)? } else { bound };
        if self.less(bound, lowest)? {
            return Ok(lowest);
        }
        Ok(if self.less(highest, bound)? { highest } else { bound })
    }

    /// An operator between two ints, which all ints have.
    pub(crate) fn int_op(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion {
        match self.int_binary(op, left, right)? {
            Some(result) => Ok(result),
            None => Err(raise::internal(self)),
        }
    }
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let arguments = iso.new_tuple(&parts(iso, this))?;
    iso.new_tuple(&[TypeId::SLICE.value(), arguments])
}

fn start(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, 0))
}

fn stop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, 1))
}

fn step(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, 2))
}
