//! `tuple`: a sequence that can't change.
//!
//! Methods that may give the tuple itself back are raw: of an instance of a subclass they give the tuple inside.

use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, method, raw_method, static_method};
use crate::object::CompareOp;
use crate::types::numbers::comparison_functions;
use crate::types::sequence::{self, Subscript, class_getitem, itself, out_of_range};
use crate::{Completion, Isolate, Value};

/// `tuple`.
pub(crate) static TUPLE: TypeSpec = TypeSpec::new(
    "tuple",
    "(iterable=(), /)\n--\n\n\
     A sequence that can't change: (1, 2, 3).\n\n\
     tuple(iterable) holds what the iterable gives.",
    ROWS,
);

/// `tuple_iterator`: the tuple, None at the end; its number is the next index.
pub(crate) static TUPLE_ITERATOR: TypeSpec =
    TypeSpec::new("tuple_iterator", "", ITERATOR_ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, iterable=(), /)", "Make a tuple of what the iterable gives.", new),
    method("__repr__", UNARY, "Return repr(self).", repr),
    method("__hash__", UNARY, "Return hash(self).", hash),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    raw_method("__iter__", UNARY, "Return iter(self).", iter),
    method("__len__", UNARY, "Return len(self).", len),
    raw_method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    raw_method("__add__", BINARY, "Return self+value.", add),
    raw_method("__mul__", BINARY, "Return self*value.", mul),
    raw_method("__rmul__", BINARY, "Return value*self.", mul),
    method("__contains__", "($self, key, /)", "Return whether key is in self.", contains),
    method("__getnewargs__", UNARY, "For pickle.", get_new_args),
    method(
        "index",
        "($self, value, start=0, stop=sys.maxsize, /)",
        "Return the index of the first item that equals value; ValueError if there is none.",
        index,
    ),
    method("count", BINARY, "Return how many items equal value.", sequence::count),
    class_method("__class_getitem__", "($type, object, /)", "tuple[int, str], for annotations.", class_getitem),
];

static ITERATOR_ROWS: &[Row] = &[
    method("__iter__", UNARY, "Return self.", itself),
    method("__next__", UNARY, "Return the next item.", next),
    method("__length_hint__", UNARY, "Return how many items are left.", sequence::length_hint),
    method("__reduce__", UNARY, "For pickle.", reduce),
    method("__setstate__", "($self, state, /)", "For pickle: set the next index.", set_state),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::TUPLE)?;
    let made = match iterable.given() {
        None => iso.new_tuple(&[])?,
        Some(tuple) if iso.heap.kind(tuple) == Some(Kind::Tuple) => tuple,
        Some(iterable) => {
            let list = iso.collect_items(iterable)?;
            let made = iso.heap.tuple_of_list(list)?;
            iso.keep(made)
        }
    };
    iso.wrap_new(class, TypeId::TUPLE, made)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.sequence_repr(this, "(", ")")
}

/// The hash of a tuple as CPython computes it: a simplified xxHash (Yann Collet) of the items' hashes.
fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.hash_tuple(this)?;
    iso.new_int(hash)
}

/// The start of the sum, which the length is mixed with too.
const PRIME_5: u64 = 2_870_177_450_012_600_261;

impl Isolate {
    /// The hash of an exact tuple.
    pub(crate) fn hash_tuple(&mut self, tuple: Value) -> Completion<i64> {
        let length = self.heap.sequence_len(tuple);
        Ok(finished(self.hash_items(tuple)? as u64, length) as i64)
    }

    /// The hashes of a tuple's items in one, before the length: all of a slice's hash.
    pub(crate) fn hash_items(&mut self, tuple: Value) -> Completion<i64> {
        let length = self.heap.sequence_len(tuple);
        let mut state = PRIME_5;
        for index in 0..length {
            let item = self.heap.tuple_item(tuple, index).unwrap_or(Value::NONE);
            let lane = self.hash(item)? as u64;
            state = with_lane(state, lane);
        }
        Ok(state as i64)
    }
}

/// The state with the hash of one more item.
fn with_lane(state: u64, lane: u64) -> u64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    state.wrapping_add(lane.wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
}

/// The state after all items, with their number.
fn finished(state: u64, length: usize) -> u64 {
    let state = state.wrapping_add(length as u64 ^ (PRIME_5 ^ 3_527_539));
    if state == u64::MAX { 1_546_275_796 } else { state }
}

/// The hash of an exact tuple whose items are plain keys; nothing for other values.
pub(crate) fn plain_tuple_hash(heap: &mut Heap, tuple: Value) -> Option<u64> {
    if heap.kind(tuple) != Some(Kind::Tuple) {
        return None;
    }
    let mut state = PRIME_5;
    let mut length = 0;
    while let Some(item) = heap.tuple_item(tuple, length) {
        state = with_lane(state, heap.plain_hash(item)?);
        length += 1;
    }
    Some(finished(state, length))
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let other = iso.unwrap(other);
    if iso.heap.kind(other) != Some(Kind::Tuple) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    iso.compare_sequences(op, this, other)
}

comparison_functions!(compare);

fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_iterator(TypeId::TUPLE_ITERATOR, 0, this)
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.sequence_len(this);
    iso.new_int(length as i64)
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let this = iso.unwrap(this);
    let length = iso.heap.sequence_len(this);
    match iso.subscript(key, "tuple")? {
        Subscript::Index(index) => {
            match Subscript::place(index, length).and_then(|place| iso.heap.tuple_item(this, place)) {
                Some(item) => Ok(item),
                None => Err(out_of_range(iso, "tuple index")),
            }
        }
        Subscript::Slice(parts) => {
            let indices = parts.resolve(length);
            if indices.step == 1 && indices.count == length {
                return Ok(this);
            }
            let items = iso.sliced_items(this, indices)?;
            iso.new_tuple(&items)
        }
    }
}

fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, outer] = args else { return Err(raise::internal(iso)) };
    let (this, other) = (iso.unwrap(this), iso.unwrap(outer));
    match iso.heap.concat_sequences(this, other)? {
        Some(joined) => Ok(iso.keep(joined)),
        None => Err(iso.cannot_concatenate(this, outer)),
    }
}

fn mul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let this = iso.unwrap(this);
    let Some(times) = iso.repetitions(count)? else { return Err(iso.cannot_repeat(count)) };
    if times == 1 {
        return Ok(this);
    }
    let items = iso.repeated_items(this, times)?;
    iso.new_tuple(&items)
}

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.find_item(this, value, 0, usize::MAX)?.is_some()))
}

fn get_new_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_tuple(&[this])
}

fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    sequence::index(iso, args, "tuple.index(x): x not in tuple")
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (tuple, index) = (iso.heap.field(this, 0), iso.heap.number(this));
    match iso.heap.tuple_item(tuple, index as usize) {
        Some(item) => {
            iso.heap.set_number(this, index.saturating_add(1));
            Ok(item)
        }
        None => {
            iso.heap.set_field(this, 0, Value::NONE);
            Ok(Value::UNBOUND)
        }
    }
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (tuple, index) = (iso.heap.field(this, 0), iso.heap.number(this));
    let iter = iso.builtin_named("iter")?;
    if tuple.is_none() {
        let empty = iso.new_tuple(&[])?;
        let arguments = iso.new_tuple(&[empty])?;
        return iso.new_tuple(&[iter, arguments]);
    }
    let arguments = iso.new_tuple(&[iso.iterated(this)])?;
    iso.new_tuple(&[iter, arguments, Value::small_int(i64::from(index))])
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let index = iso.iterator_state(state)?.max(0);
    let length = iso.heap.sequence_len(iso.heap.field(this, 0));
    let number = usize::try_from(index).unwrap_or(length).min(length);
    iso.heap.set_number(this, number as u32);
    Ok(Value::NONE)
}
