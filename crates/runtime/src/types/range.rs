//! `range`: numbers at equal distances, computed when asked for. A record: start, stop, step, length, ints of any
//! size.

use crate::exceptions::raise;
use crate::heap::{Heap, OutOfMemory};
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getset, method, static_method};
use crate::object::{BinaryOp, CompareOp};
use crate::types::iterators::Step;
use crate::types::numbers::comparison_functions;
use crate::types::sequence::{itself, out_of_range, read_only};
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// `range`.
pub(crate) static RANGE: TypeSpec = TypeSpec::new(
    "range",
    "Numbers at equal distances: range(stop) counts from 0, range(start, stop) from start,\n\
     range(start, stop, step) in steps. The stop is not among them: range(3) is 0, 1, 2.",
    ROWS,
)
.with_flags(TypeFlags(0));

/// `range_iterator`. A record: the next number, the step, how many are left.
pub(crate) static RANGE_ITERATOR: TypeSpec =
    TypeSpec::new("range_iterator", "", ITERATOR_ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const START: usize = 0;
const STOP: usize = 1;
const STEP: usize = 2;
/// How many numbers there are: a field of ranges.
pub(crate) const LENGTH: usize = 3;

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, start, stop=<unrepresentable>, step=1, /)",
        "Make a range; a single argument is the stop.",
        new,
    ),
    method("__repr__", UNARY, "Return repr(self).", repr),
    method("__hash__", UNARY, "Return hash(self).", hash),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return whether both give the same numbers.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    method("__iter__", UNARY, "Return iter(self).", iter),
    method("__bool__", UNARY, "True if the range gives any number.", bool),
    method("__len__", UNARY, "Return len(self).", len),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__contains__", "($self, key, /)", "Return whether the range gives key.", contains),
    method("__reversed__", UNARY, "Return an iterator from the last number to the first.", reversed),
    method("__reduce__", UNARY, "For pickle.", reduce),
    method("count", BINARY, "Return how often the range gives value.", count),
    method("index", BINARY, "Return the index of value; ValueError if the range doesn't give it.", index),
    getset("start", "the first number", start, read_only),
    getset("stop", "the number that the range stops before", stop, read_only),
    getset("step", "the distance between numbers", step, read_only),
];

static ITERATOR_ROWS: &[Row] = &[
    method("__iter__", UNARY, "Return self.", itself),
    method("__next__", UNARY, "Return the next number.", next),
    method("__length_hint__", UNARY, "Return how many numbers are left.", length_hint),
    method("__reduce__", UNARY, "For pickle.", iterator_reduce),
    method("__setstate__", "($self, state, /)", "For pickle: skip numbers.", set_state),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, first, second, step] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::RANGE)?;
    let first = plain_index(iso, first)?;
    let (start, stop) = match second.given() {
        Some(stop) => (first, plain_index(iso, stop)?),
        None => (Value::small_int(0), first),
    };
    let step = match step.given() {
        Some(step) => plain_index(iso, step)?,
        None => Value::small_int(1),
    };
    if iso.as_i64(step) == Some(0) {
        return Err(raise::value_error(iso, "range() arg 3 must not be zero"));
    }
    iso.new_range(start, stop, step)
}

fn plain_index(iso: &mut Isolate, value: Value) -> Completion {
    let int = iso.index(value)?;
    Ok(iso.plain_int(int))
}

impl Isolate {
    /// A range of ints; the step is not zero.
    pub(crate) fn new_range(&mut self, start: Value, stop: Value, step: Value) -> Completion {
        let length = self.range_length(start, stop, step)?;
        self.new_record(TypeId::RANGE, 0, &[start, stop, step, length])
    }

    /// How many numbers a range gives.
    fn range_length(&mut self, start: Value, stop: Value, step: Value) -> Completion {
        if let (Some(start), Some(stop), Some(step)) = (start.as_small_int(), stop.as_small_int(), step.as_small_int())
        {
            let count = ferropy_numeric::slice::range_count(start, stop, step).unwrap_or(0);
            return self.new_int(i64::try_from(count).unwrap_or(i64::MAX));
        }
        let zero = Value::small_int(0);
        let backward = self.less(step, zero)?;
        let (low, high) = if backward { (stop, start) } else { (start, stop) };
        if !self.less(low, high)? {
            return Ok(zero);
        }
        let step = if backward { self.int_op(BinaryOp::Sub, zero, step)? } else { step };
        let distance = self.int_op(BinaryOp::Sub, high, low)?;
        let distance = self.int_op(BinaryOp::Sub, distance, Value::small_int(1))?;
        let steps = self.int_op(BinaryOp::FloorDiv, distance, step)?;
        self.int_op(BinaryOp::Add, steps, Value::small_int(1))
    }

    /// The number at an index, which is not checked.
    fn range_item(&mut self, range: Value, index: Value) -> Completion {
        let (start, step) = (self.heap.field(range, START), self.heap.field(range, STEP));
        let offset = self.int_op(BinaryOp::Mul, index, step)?;
        self.int_op(BinaryOp::Add, start, offset)
    }

    /// The index of an int in a range, if the range gives it.
    fn range_index(&mut self, range: Value, value: Value) -> Completion<Option<Value>> {
        let value = self.plain_int(value);
        let (start, step) = (self.heap.field(range, START), self.heap.field(range, STEP));
        let length = self.heap.field(range, LENGTH);
        let distance = self.int_op(BinaryOp::Sub, value, start)?;
        let rest = self.int_op(BinaryOp::Mod, distance, step)?;
        if rest != Value::small_int(0) {
            return Ok(None);
        }
        let index = self.int_op(BinaryOp::FloorDiv, distance, step)?;
        let inside = !self.less(index, Value::small_int(0))? && self.less(index, length)?;
        Ok(inside.then_some(index))
    }
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let start = iso.int_to_decimal(iso.heap.field(this, START))?;
    let stop = iso.int_to_decimal(iso.heap.field(this, STOP))?;
    if iso.heap.field(this, STEP) == Value::small_int(1) {
        return iso.new_str(&format!("range({start}, {stop})"));
    }
    let step = iso.int_to_decimal(iso.heap.field(this, STEP))?;
    iso.new_str(&format!("range({start}, {stop}, {step})"))
}

/// What decides whether two ranges are equal: length, first number, step, as far as they matter.
fn identity(iso: &Isolate, range: Value) -> [Value; 3] {
    let length = iso.heap.field(range, LENGTH);
    let start = if length == Value::small_int(0) { Value::NONE } else { iso.heap.field(range, START) };
    let single = length == Value::small_int(0) || length == Value::small_int(1);
    [length, start, if single { Value::NONE } else { iso.heap.field(range, STEP) }]
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let tuple = iso.new_tuple(&identity(iso, this))?;
    let hash = iso.hash_tuple(tuple)?;
    iso.new_int(hash)
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let is_range = iso.heap.record_type(other) == Some(TypeId::RANGE.number());
    if !is_range || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (iso.new_tuple(&identity(iso, this))?, iso.new_tuple(&identity(iso, other))?);
    iso.compare_sequences(op, left, right)
}

comparison_functions!(compare);

fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let iterator = new_iterator(&mut iso.heap, this)?;
    Ok(iso.keep(iterator))
}

/// An iterator over a range.
pub(crate) fn new_iterator(heap: &mut Heap, range: Value) -> Result<Value, OutOfMemory> {
    let state = [heap.field(range, START), heap.field(range, STEP), heap.field(range, LENGTH)];
    heap.new_record(TypeId::RANGE_ITERATOR.number(), 0, &state)
}

fn bool(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.heap.field(this, LENGTH) != Value::small_int(0)))
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.field(this, LENGTH);
    if iso.as_i64(length).is_none() {
        return Err(raise::overflow_error(iso, "Python int too large to convert to C ssize_t"));
    }
    Ok(length)
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    if iso.is_slice(key) {
        return sliced(iso, this, key);
    }
    if !iso.is_int(key) && iso.lookup_special(key, names::__index__).is_none() {
        let kind = iso.type_name(key);
        let message = format!("range indices must be integers or slices, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    let index = plain_index(iso, key)?;
    let length = iso.heap.field(this, LENGTH);
    let index = if iso.less(index, Value::small_int(0))? { iso.int_op(BinaryOp::Add, index, length)? } else { index };
    if iso.less(index, Value::small_int(0))? || !iso.less(index, length)? {
        return Err(out_of_range(iso, "range object index"));
    }
    iso.range_item(this, index)
}

fn sliced(iso: &mut Isolate, range: Value, slice: Value) -> Completion {
    let length = iso.heap.field(range, LENGTH);
    let [start, stop, step] = iso.slice_ints(slice, length)?;
    let start = iso.range_item(range, start)?;
    let stop = iso.range_item(range, stop)?;
    let own_step = iso.heap.field(range, STEP);
    let step = iso.int_op(BinaryOp::Mul, own_step, step)?;
    iso.new_range(start, stop, step)
}

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if is_exact_int(iso, value) {
        return Ok(Value::bool(iso.range_index(this, value)?.is_some()));
    }
    Ok(Value::bool(search(iso, this, value)?.is_some()))
}

/// Instances of subclasses may define `__eq__`, so only plain ints are computed with.
fn is_exact_int(iso: &Isolate, value: Value) -> bool {
    iso.is_int(value) && iso.unwrap(value) == value
}

/// The index of the first number that equals the value, by comparing one after the other.
fn search(iso: &mut Isolate, range: Value, value: Value) -> Completion<Option<i64>> {
    let mut index = 0i64;
    let mut found = None;
    iso.for_each(range, |iso, number| {
        if iso.same_or_equal(number, value)? {
            found = Some(index);
            return Ok(ControlFlow::Break(()));
        }
        index = index.saturating_add(1);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if is_exact_int(iso, value) {
        return iso.range_index(this, value).map(|found| Value::small_int(i64::from(found.is_some())));
    }
    let mut count = 0;
    iso.for_each(this, |iso, number| {
        count += i64::from(iso.same_or_equal(number, value)?);
        Ok(ControlFlow::Continue(()))
    })?;
    iso.new_int(count)
}

fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if is_exact_int(iso, value) {
        return match iso.range_index(this, value)? {
            Some(index) => Ok(index),
            None => Err(not_in_range(iso)),
        };
    }
    match search(iso, this, value)? {
        Some(index) => iso.new_int(index),
        None => Err(raise::value_error(iso, "sequence.index(x): x not in sequence")),
    }
}

#[cold]
fn not_in_range(iso: &mut Isolate) -> Raised {
    raise::value_error(iso, "range.index(x): x not in range")
}

fn reversed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (length, step) = (iso.heap.field(this, LENGTH), iso.heap.field(this, STEP));
    let last = iso.int_op(BinaryOp::Sub, length, Value::small_int(1))?;
    let last = iso.range_item(this, last)?;
    let step = iso.int_op(BinaryOp::Sub, Value::small_int(0), step)?;
    iso.new_record(TypeId::RANGE_ITERATOR, 0, &[last, step, length])
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let parts: Vec<Value> = [START, STOP, STEP].iter().map(|&part| iso.heap.field(this, part)).collect();
    let arguments = iso.new_tuple(&parts)?;
    iso.new_tuple(&[TypeId::RANGE.value(), arguments])
}

fn start(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, START))
}

fn stop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, STOP))
}

fn step(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, STEP))
}

/// The fields of an iterator.
mod iterator {
    pub(super) const NEXT: usize = 0;
    pub(super) const STEP: usize = 1;
    pub(super) const LEFT: usize = 2;
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let left = iso.heap.field(this, iterator::LEFT);
    if left == Value::small_int(0) {
        return Ok(Value::UNBOUND);
    }
    advance(iso, this, Value::small_int(1))
}

/// Whether the numbers of an iterator over a range are small enough for [`step_range`].
pub(crate) fn is_small(heap: &Heap, this: Value) -> bool {
    let [number, step, left] =
        [iterator::NEXT, iterator::STEP, iterator::LEFT].map(|field| heap.field(this, field).as_small_int());
    left.is_some() && number.zip(step).is_some_and(|(number, step)| Value::try_small_int(number + step).is_some())
}

/// The next number of an iterator over a range, if its numbers are not too large for this.
#[cfg_attr(not(target_os = "none"), inline(always))]
pub(crate) fn step_range(heap: &mut Heap, this: Value) -> Step<Value> {
    let number = heap.field(this, iterator::NEXT);
    let (step, left) = (heap.field(this, iterator::STEP), heap.field(this, iterator::LEFT));
    let (Some(from), Some(step), Some(left)) = (number.as_small_int(), step.as_small_int(), left.as_small_int()) else {
        return Step::Other;
    };
    if left <= 0 {
        return Step::End;
    }
    let Some(following) = Value::try_small_int(from + step) else { return Step::Other };
    heap.set_field(this, iterator::NEXT, following);
    heap.set_field(this, iterator::LEFT, Value::small_int(left - 1));
    Step::Item(number)
}

/// The next numbers of an iterator over a range, at most so many; nothing for other iterators, at the end, and for numbers
/// that are too large for this.
pub(crate) fn take_run(
    heap: &mut Heap,
    this: Value,
    most: i64,
) -> Option<impl ExactSizeIterator<Item = Value> + use<>> {
    let (_, [next, step, left]) = heap.record_fields::<3>(this, TypeId::RANGE_ITERATOR.number())?;
    let (next, step, left) = (next.as_small_int()?, step.as_small_int()?, left.as_small_int()?);
    let count = left.min(most);
    let behind = Value::try_small_int(next.checked_add(step.checked_mul(count)?)?)?;
    if count <= 0 {
        return None;
    }
    heap.set_field(this, iterator::NEXT, behind);
    heap.set_field(this, iterator::LEFT, Value::small_int(left - count));
    Some((0..count as u32).map(move |index| Value::small_int(next + i64::from(index) * step)))
}

/// Steps over so many numbers, at most those that are left; the number that was next.
fn advance(iso: &mut Isolate, this: Value, count: Value) -> Completion {
    let number = iso.heap.field(this, iterator::NEXT);
    let (step, left) = (iso.heap.field(this, iterator::STEP), iso.heap.field(this, iterator::LEFT));
    let step = if count == Value::small_int(1) { step } else { iso.int_op(BinaryOp::Mul, step, count)? };
    let following = iso.int_op(BinaryOp::Add, number, step)?;
    let left = iso.int_op(BinaryOp::Sub, left, count)?;
    iso.heap.set_field(this, iterator::NEXT, following);
    iso.heap.set_field(this, iterator::LEFT, left);
    Ok(number)
}

fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, iterator::LEFT))
}

fn iterator_reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (number, step) = (iso.heap.field(this, iterator::NEXT), iso.heap.field(this, iterator::STEP));
    let left = iso.heap.field(this, iterator::LEFT);
    let distance = iso.int_op(BinaryOp::Mul, step, left)?;
    let stop = iso.int_op(BinaryOp::Add, number, distance)?;
    let range = iso.new_range(number, stop, step)?;
    let iter = iso.builtin_named("iter")?;
    let arguments = iso.new_tuple(&[range])?;
    iso.new_tuple(&[iter, arguments, Value::NONE])
}

fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, state] = args else { return Err(raise::internal(iso)) };
    let skip = plain_index(iso, state)?;
    let left = iso.heap.field(this, iterator::LEFT);
    let skip = if iso.less(skip, Value::small_int(0))? { Value::small_int(0) } else { skip };
    let skip = if iso.less(left, skip)? { left } else { skip };
    advance(iso, this, skip)?;
    Ok(Value::NONE)
}
