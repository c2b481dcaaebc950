//! Endless ones: `count`, `cycle` and `repeat`.

use super::{ITER, count_at, iterator, itself, make, next_row, set_count, this};
use alloc::string::String;
use ferropy_runtime::native::{Reach, Row, TypeSpec, method, raw_method, static_method};
use ferropy_runtime::{BinaryOp, Completion, Isolate, Value, names, raise};

/// A record: the next number, the step.
pub(super) static COUNT: TypeSpec = iterator(
    "count",
    "Return a count object whose .__next__() method returns consecutive values.\n\n\
     count(start, step) gives start, start + step, start + 2 * step and so on.",
    &[
        static_method("__new__", "($type, /, start=0, step=1)", "Count from a number.", new_count),
        method("__iter__", "($self, /)", ITER, itself),
        next_row(next_count, next_count_quickly),
        raw_method("__repr__", "($self, /)", "Return repr(self).", repr_count),
    ],
);

/// A record: the iterator (None behind its end), a list of what it gave; the number is the index of the next item there.
pub(super) static CYCLE: TypeSpec = iterator(
    "cycle",
    "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
    &[
        static_method("__new__", "($type, iterable, /)", "Go round an iterable.", new_cycle),
        method("__iter__", "($self, /)", ITER, itself),
        next_row(next_cycle, next_cycle_quickly),
    ],
);

/// A record: the object, and how many times are left, negative for ever.
pub(super) static REPEAT: TypeSpec = iterator(
    "repeat",
    "repeat(object [,times]) -> create an iterator which returns the object\n\
     for the specified number of times.  If not specified, returns the object\nendlessly.",
    REPEAT_ROWS,
);

const REPEAT_ROWS: &[Row] = &[
    static_method("__new__", "($type, /, object, times=<unrepresentable>)", "Repeat an object.", new_repeat),
    method("__iter__", "($self, /)", ITER, itself),
    next_row(next_repeat, next_repeat_quickly),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr_repeat),
    method("__length_hint__", "($self, /)", "Private method returning an estimate of len(list(it)).", repeat_length),
];

fn check_number(iso: &mut Isolate, value: Value) -> Completion<()> {
    if iso.is_int(value) || iso.as_float(value).is_some() || iso.heap.complex(iso.unwrap(value)).is_some() {
        return Ok(());
    }
    for name in [names::__index__, names::__int__, names::__float__] {
        if iso.lookup_special(value, name).is_some() {
            return Ok(());
        }
    }
    Err(raise::type_error(iso, "a number is required"))
}

fn new_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, start, step] = args else { return Err(raise::internal(iso)) };
    let (start, step) = (start.or(Value::small_int(0)), step.or(Value::small_int(1)));
    check_number(iso, start)?;
    check_number(iso, step)?;
    let by_one = iso.is_int(step) && iso.as_i64(step) == Some(1);
    // Steps of 1 give ints, also where counting starts with a bool.
    let start = match iso.as_i64(start) {
        Some(number) if by_one => iso.new_int(number)?,
        _ => start,
    };
    make(iso, class, &COUNT, 0, &[start, step])
}

fn next_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let (number, step) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    let following = iso.binary(BinaryOp::Add, number, step)?;
    iso.heap.set_field(this, 0, following);
    Ok(number)
}

fn next_count_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.record_type(this)?;
    let (number, step) = (reach.heap.field(this, 0), reach.heap.field(this, 1));
    let following = reach.binary(BinaryOp::Add, number, step)?;
    reach.heap.set_field(this, 0, following);
    Some(number)
}

fn repr_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let outer = this(iso, args)?;
    let record = iso.unwrap(outer);
    let (number, step) = (iso.heap.field(record, 0), iso.heap.field(record, 1));
    let steps = if iso.is_int(step) && iso.as_i64(step) == Some(1) { &[number][..] } else { &[number, step] };
    repr_call(iso, outer, steps, None)
}

/// `name(a, b, times=n)`.
fn repr_call(iso: &mut Isolate, object: Value, arguments: &[Value], tail: Option<String>) -> Completion {
    let class = iso.type_of(object);
    let mut text = iso.class_qualname(class).into_bytes();
    text.push(b'(');
    for (index, &argument) in arguments.iter().enumerate() {
        if index > 0 {
            text.extend_from_slice(b", ");
        }
        let printed = iso.repr(argument)?;
        text.extend_from_slice(iso.as_str(printed).and_then(|printed| iso.heap.str_bytes(printed)).unwrap_or(&[]));
    }
    text.extend_from_slice(tail.unwrap_or_default().as_bytes());
    text.push(b')');
    iso.new_text(&text)
}

fn new_cycle(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable] = args else { return Err(raise::internal(iso)) };
    let iterator = iso.iterate(iterable)?;
    let saved = iso.new_list(&[])?;
    make(iso, class, &CYCLE, 0, &[iterator, saved])
}

fn next_cycle(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let (iterator, saved) = (iso.heap.field(this, 0), iso.heap.field(this, 1));
    if !iterator.is_none() {
        if let Some(item) = iso.next(iterator)? {
            iso.heap.list_append(saved, item)?;
            return Ok(item);
        }
        iso.heap.set_field(this, 0, Value::NONE);
    }
    let index = iso.heap.number(this) as usize;
    let Some(item) = iso.heap.list_item(saved, index) else { return Ok(Value::UNBOUND) };
    let next = if index + 1 < iso.heap.sequence_len(saved) { index as u32 + 1 } else { 0 };
    iso.heap.set_number(this, next);
    Ok(item)
}

/// An item of a later round.
fn next_cycle_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.record_type(this)?;
    if !reach.heap.field(this, 0).is_none() {
        return None;
    }
    let (saved, index) = (reach.heap.field(this, 1), reach.heap.number(this) as usize);
    let item = reach.heap.list_item(saved, index)?;
    let next = if index + 1 < reach.heap.sequence_len(saved) { index as u32 + 1 } else { 0 };
    reach.heap.set_number(this, next);
    Some(item)
}

fn new_repeat(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, object, times] = args else { return Err(raise::internal(iso)) };
    let times = match times.given() {
        Some(times) => iso.to_isize(times)?.max(0),
        None => -1,
    };
    let times = iso.new_int(times)?;
    make(iso, class, &REPEAT, 0, &[object, times])
}

fn next_repeat(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    let left = count_at(iso, this, 1);
    if left == 0 {
        return Ok(Value::UNBOUND);
    }
    if left > 0 {
        set_count(iso, this, 1, left - 1)?;
    }
    Ok(iso.heap.field(this, 0))
}

fn next_repeat_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[this] = args else { return None };
    reach.heap.record_type(this)?;
    let left = reach.heap.field(this, 1).as_small_int()?;
    if left == 0 {
        return None;
    }
    if left > 0 {
        reach.heap.set_field(this, 1, Value::try_small_int(left - 1)?);
    }
    Some(reach.heap.field(this, 0))
}

fn repr_repeat(iso: &mut Isolate, args: &[Value]) -> Completion {
    let outer = this(iso, args)?;
    let record = iso.unwrap(outer);
    let left = count_at(iso, record, 1);
    let tail = if left < 0 { None } else { Some(alloc::format!(", {left}")) };
    let object = iso.heap.field(record, 0);
    repr_call(iso, outer, &[object], tail)
}

fn repeat_length(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = this(iso, args)?;
    match count_at(iso, this, 1) {
        ..0 => Err(raise::type_error(iso, "len() of unsized object")),
        left => iso.new_int(left),
    }
}
