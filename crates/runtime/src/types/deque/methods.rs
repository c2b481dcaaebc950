//! The declaration of `collections.deque` and its methods.

use super::iterator::new_iterator;
use super::places::{self, ring};
use super::ring::{MAXLEN, REFUSES, Ring, clear, push, take, turn};
use crate::exceptions::raise;
use crate::native::{
    Reach, Row, TypeFlags, TypeId, TypeSpec, class_method, constant, getter, method, raw_method, static_method,
};
use crate::types::numbers::comparison_functions;
use crate::types::sequence::{class_getitem, none};
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::vec::Vec;
use core::ops::ControlFlow;

/// `collections.deque`.
pub(crate) static DEQUE: TypeSpec = TypeSpec::new(
    "deque",
    "deque(iterable=(), maxlen=None, flags=0)\n--\n\nA list that grows and shrinks at both ends.\n\n\
     With maxlen it keeps that many items: a further one pushes one out at the other end.\n\
     As in MicroPython, a third argument that is 1 makes a further one an IndexError instead.",
    ROWS,
)
.in_module("collections")
.with_flags(TypeFlags::SUBCLASSABLE.with(TypeFlags::SEQUENCE));

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";
const ITEM: &str = "($self, item, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Make an empty deque.", new),
    method("__init__", "($self, iterable=(), maxlen=None, flags=0)", "Fill the deque.", init),
    raw_method("__repr__", UNARY, "Return repr(self).", repr),
    constant("__hash__", "", none),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    raw_method("__iter__", UNARY, "Return iter(self).", |iso, args| iterate(iso, args, TypeId::DEQUE_ITERATOR)),
    raw_method("__reversed__", UNARY, "Return an iterator from the last item to the first.", |iso, args| {
        iterate(iso, args, TypeId::DEQUE_REVERSE_ITERATOR)
    }),
    method("__len__", UNARY, "Return len(self).", len),
    method("__getitem__", "($self, index, /)", "Return self[index].", places::get_item),
    method("__setitem__", "($self, key, value, /)", "Set self[key] to value.", places::set_item),
    method("__delitem__", "($self, key, /)", "Delete self[key].", places::delete_item),
    method("__contains__", "($self, key, /)", "Return whether key is in self.", places::contains),
    raw_method("__add__", BINARY, "Return self+value.", add),
    raw_method("__mul__", BINARY, "Return self*value.", mul),
    raw_method("__rmul__", BINARY, "Return value*self.", mul),
    raw_method("__iadd__", BINARY, "Extend self by the items of value.", iadd),
    raw_method("__imul__", BINARY, "Repeat the items of self.", imul),
    method("__sizeof__", UNARY, "Size in memory, in bytes.", size_of),
    raw_method("__reduce__", UNARY, "For pickle.", reduce),
    class_method("__class_getitem__", "($type, object, /)", "deque[int], for annotations.", class_getitem),
    method("append", ITEM, "Add an item at the right end.", |iso, args| add_item(iso, args, false))
        .with_shortcut(|reach, args| quick_push(reach, args, false)),
    method("appendleft", ITEM, "Add an item at the left end.", |iso, args| add_item(iso, args, true))
        .with_shortcut(|reach, args| quick_push(reach, args, true)),
    method("pop", UNARY, "Remove and return the item at the right end.", |iso, args| take_item(iso, args, false))
        .with_shortcut(|reach, args| quick_take(reach, args, false)),
    method("popleft", UNARY, "Remove and return the item at the left end.", |iso, args| take_item(iso, args, true))
        .with_shortcut(|reach, args| quick_take(reach, args, true)),
    method("extend", "($self, iterable, /)", "Add items at the right end.", |iso, args| extend(iso, args, false)),
    method("extendleft", "($self, iterable, /)", "Add items at the left end, one after the other.", |iso, args| {
        extend(iso, args, true)
    }),
    method("clear", UNARY, "Remove all items.", |iso, args| {
        let &[this] = args else { return Err(raise::internal(iso)) };
        clear(&mut iso.heap, this);
        Ok(Value::NONE)
    }),
    raw_method("copy", UNARY, "Return a copy.", copy),
    raw_method("__copy__", UNARY, "Return a copy.", copy),
    method("count", BINARY, "Return how many items equal value.", places::count),
    method(
        "index",
        "($self, value, start=0, stop=sys.maxsize, /)",
        "Return the place of the first item that equals value; ValueError if there is none.",
        places::index,
    ),
    method("insert", "($self, index, value, /)", "Put a value before the index.", places::insert),
    method("remove", BINARY, "Remove the first item that equals value; ValueError if there is none.", places::remove),
    method("reverse", UNARY, "Reverse the order of the items in place.", reverse),
    method("rotate", "($self, n=1, /)", "Move n items from the right end to the left one.", rotate),
    getter("maxlen", "the most items that the deque keeps, or None", |iso, args| {
        Ok(args.first().map_or(Value::NONE, |&this| ring(iso, this).maxlen))
    }),
];

comparison_functions!(places::compare);

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, ..] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::DEQUE)?;
    let list = iso.new_list(&[])?;
    let zero = Value::small_int(0);
    let deque = iso.new_record(TypeId::DEQUE, 0, &[list, zero, Value::NONE, zero])?;
    iso.wrap_new(class, TypeId::DEQUE, deque)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable, maxlen, flags] = args else { return Err(raise::internal(iso)) };
    let maxlen = iso.plain_int(maxlen.or(Value::NONE));
    if !maxlen.is_none() && iso.iterator_state(maxlen)? < 0 {
        return Err(raise::value_error(iso, "maxlen must be non-negative"));
    }
    let refuses = match flags.given() {
        Some(flags) => iso.to_isize(flags)? as u32 & REFUSES,
        None => 0,
    };
    clear(&mut iso.heap, this);
    iso.heap.set_field(this, MAXLEN, maxlen);
    let number = iso.heap.number(this);
    iso.heap.set_number(this, number & !REFUSES | refuses);
    match iterable.given() {
        Some(iterable) => extend(iso, &[this, iterable], false),
        None => Ok(Value::NONE),
    }
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let shown = iso.recursive_repr(this, |iso| {
        let items = iso.collect_items(this)?;
        let items = iso.repr(items)?;
        let class = iso.type_of(this);
        let name = iso.class_qualname(class);
        let name = name.rsplit('.').next().unwrap_or_default();
        let maxlen = ring(iso, iso.unwrap(this)).maxlen;
        let end = if maxlen.is_none() { ")".into() } else { format!(", maxlen={})", iso.repr_text(maxlen)?) };
        let items = iso.heap.str_bytes(items).unwrap_or_default();
        let text = [name.as_bytes(), b"(", items, end.as_bytes()].concat();
        iso.new_text(&text)
    })?;
    match shown {
        Some(text) => Ok(text),
        None => iso.new_str("[...]"),
    }
}

fn iterate(iso: &mut Isolate, args: &[Value], id: TypeId) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let inner = iso.unwrap(this);
    match new_iterator(&mut iso.heap, id, inner, this) {
        Some(made) => {
            let made = made?;
            Ok(iso.keep(made))
        }
        None => Err(raise::internal(iso)),
    }
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(Value::small_int(ring(iso, this).length as i64))
}

#[cold]
fn full(iso: &mut Isolate) -> Raised {
    raise::index_error(iso, "full")
}

fn add_item(iso: &mut Isolate, args: &[Value], left: bool) -> Completion {
    let &[this, item] = args else { return Err(raise::internal(iso)) };
    if push(&mut iso.heap, this, item, left)? { Ok(Value::NONE) } else { Err(full(iso)) }
}

#[inline(always)]
fn quick_push(reach: &mut Reach<'_>, args: &[Value], left: bool) -> Option<Value> {
    let &[this, item] = args else { return None };
    push(reach.heap, this, item, left).ok()?.then_some(Value::NONE)
}

fn take_item(iso: &mut Isolate, args: &[Value], left: bool) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    take(&mut iso.heap, this, left).ok_or_else(|| raise::index_error(iso, "pop from an empty deque"))
}

#[inline(always)]
fn quick_take(reach: &mut Reach<'_>, args: &[Value], left: bool) -> Option<Value> {
    let &[this] = args else { return None };
    take(reach.heap, this, left)
}

fn extend(iso: &mut Isolate, args: &[Value], left: bool) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    // A deque that is added to itself must not be walked over while it grows.
    let items = if iso.unwrap(iterable) == this { iso.collect_items(iterable)? } else { iterable };
    // One that keeps nothing does not count that as a change.
    let keeps = ring(iso, this).maxlen != Value::small_int(0);
    iso.for_each(items, |iso, item| {
        if !keeps || push(&mut iso.heap, this, item, left)? { Ok(ControlFlow::Continue(())) } else { Err(full(iso)) }
    })?;
    Ok(Value::NONE)
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    if let Some(Ring { maxlen, length, number, .. }) = Ring::of(&iso.heap, this) {
        let items: Vec<Value> = ring(iso, this).items(&iso.heap).collect();
        let list = iso.new_list(&items)?;
        let fields = [list, Value::small_int(0), maxlen, Value::small_int(length as i64)];
        return iso.new_record(TypeId::DEQUE, number & REFUSES, &fields);
    }
    let maxlen = ring(iso, iso.unwrap(this)).maxlen;
    let class = iso.type_of(this);
    let made = if maxlen.is_none() { iso.call(class, &[this])? } else { iso.call(class, &[this, maxlen])? };
    if Ring::of(&iso.heap, iso.unwrap(made)).is_some() {
        return Ok(made);
    }
    let (class, kind) = (iso.class_name(class), iso.type_name(made));
    Err(raise::type_error(iso, &format!("{class}() must return a deque, not {kind}")))
}

fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if Ring::of(&iso.heap, iso.unwrap(other)).is_none() {
        let kind = iso.type_name(other);
        return Err(raise::type_error(iso, &format!("can only concatenate deque (not \"{kind}\") to deque")));
    }
    let made = copy(iso, &[this])?;
    iadd(iso, &[made, other])
}

fn iadd(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let inner = iso.unwrap(this);
    extend(iso, &[inner, other], false)?;
    Ok(this)
}

fn mul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let made = copy(iso, &[this])?;
    imul(iso, &[made, count])
}

fn imul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let Some(times) = iso.repetitions(count)? else { return Err(iso.cannot_repeat(count)) };
    let inner = iso.unwrap(this);
    let Ring { length, maxlen, .. } = ring(iso, inner);
    if times == 0 {
        clear(&mut iso.heap, inner);
    }
    if times < 2 || length == 0 {
        return Ok(this);
    }
    let Some(total) = length.checked_mul(times) else { return Err(raise::memory_error(iso)) };
    let mut rounds = times;
    if let Some(most) = maxlen.as_small_int().and_then(|most| usize::try_from(most).ok())
        && total > most
    {
        rounds = most.div_ceil(length);
    } else {
        if u32::try_from(total).is_err() {
            return Err(raise::memory_error(iso));
        }
        iso.spare(total.saturating_mul(core::mem::size_of::<Value>()))?;
    }
    let items: Vec<Value> = ring(iso, inner).items(&iso.heap).collect();
    for _ in 1..rounds {
        iso.native_steps(length)?;
        for &item in &items {
            if !push(&mut iso.heap, inner, item, false)? {
                return Err(full(iso));
            }
        }
    }
    Ok(this)
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.size_of(this) + iso.heap.size_of(ring(iso, this).list);
    iso.new_int(size as i64)
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let maxlen = ring(iso, iso.unwrap(this)).maxlen;
    let empty = iso.new_tuple(&[])?;
    let arguments = if maxlen.is_none() { empty } else { iso.new_tuple(&[empty, maxlen])? };
    let state = iso.call_method(this, names::__getstate__, &[])?;
    let items = iso.iterate(this)?;
    let class = iso.type_of(this);
    iso.new_tuple(&[class, arguments, state, items])
}

fn reverse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let ring = ring(iso, this);
    for low in 0..ring.length / 2 {
        let high = ring.length - 1 - low;
        if let (Some(a), Some(b)) = (ring.item(&iso.heap, low), ring.item(&iso.heap, high)) {
            ring.set_item(&mut iso.heap, low, b);
            ring.set_item(&mut iso.heap, high, a);
        }
    }
    Ok(Value::NONE)
}

fn rotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let count = match count.given() {
        Some(count) => iso.to_isize(count)?,
        None => 1,
    };
    let length = ring(iso, this).length;
    if length > 1 {
        turn(&mut iso.heap, this, count.rem_euclid(length as i64) as usize);
    }
    Ok(Value::NONE)
}
