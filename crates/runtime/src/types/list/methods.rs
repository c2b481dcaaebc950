//! The declaration of `list` and its methods.

use super::items::{delete_item, get_item, set_item};
use super::sort::sort;
use crate::exceptions::raise;
use crate::heap::{Kind, Text};
use crate::interpreter::sinks::Sink;
use crate::native::{Row, TypeId, TypeSpec, class_method, constant, method, raw_method, static_method};
use crate::object::CompareOp;
use crate::types::iterators::{Step, step_pair, step_plain};
use crate::types::numbers::comparison_functions;
use crate::types::range;
use crate::types::sequence::{self, class_getitem, none};
use crate::{Completion, Isolate, Value, names};
use alloc::vec::Vec;
use core::ops::ControlFlow;
use ferropy_numeric::slice::{clamp_index, normalize_index};

/// `list`.
pub(crate) static LIST: TypeSpec = TypeSpec::new(
    "list",
    "(iterable=(), /)\n--\n\nA sequence that can change: [1, 2, 3].\n\nlist(iterable) holds what the iterable gives.",
    ROWS,
);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Make an empty list.", new),
    method("__repr__", UNARY, "Return repr(self).", repr),
    constant("__hash__", "", none),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    raw_method("__iter__", UNARY, "Return iter(self).", super::iterator::iter),
    method("__init__", "($self, iterable=(), /)", "Fill the list with what the iterable gives.", init),
    method("__len__", UNARY, "Return len(self).", len),
    method("__getitem__", "($self, index, /)", "Return self[index].", get_item),
    method("__setitem__", "($self, key, value, /)", "Set self[key] to value.", set_item),
    method("__delitem__", "($self, key, /)", "Delete self[key].", delete_item),
    method("__add__", BINARY, "Return self+value.", add),
    method("__mul__", BINARY, "Return self*value.", mul),
    method("__rmul__", BINARY, "Return value*self.", mul),
    method("__contains__", "($self, key, /)", "Return whether key is in self.", contains),
    method("__iadd__", BINARY, "Extend self by the items of value.", iadd),
    method("__imul__", BINARY, "Repeat the items of self.", imul),
    raw_method("__reversed__", UNARY, "Return an iterator from the last item to the first.", super::iterator::reversed),
    method("__sizeof__", UNARY, "Size in memory, in bytes.", size_of),
    method("clear", UNARY, "Remove all items.", clear),
    method("copy", UNARY, "Return a new list of the same items.", copy),
    method("append", "($self, object, /)", "Add an object at the end.", append).with_shortcut(super::shortcuts::append),
    method("insert", "($self, index, object, /)", "Put an object before the index.", insert),
    method("extend", "($self, iterable, /)", "Add all that the iterable gives at the end.", extend),
    method("pop", "($self, index=-1, /)", "Remove the item at the index, by default the last one, and return it.", pop)
        .with_shortcut(super::shortcuts::pop),
    method("remove", BINARY, "Remove the first item that equals value; ValueError if there is none.", remove),
    method(
        "index",
        "($self, value, start=0, stop=sys.maxsize, /)",
        "Return the index of the first item that equals value; ValueError if there is none.",
        index,
    ),
    method("count", BINARY, "Return how many items equal value.", sequence::count),
    method("reverse", UNARY, "Reverse the order of the items in place.", reverse),
    method(
        "sort",
        "($self, /, *, key=None, reverse=False)",
        "Sort in place, smallest item first; equal items keep their order.\n\n\
         key: a function; the items are ordered by what it gives for each.\n\
         reverse: largest item first.",
        sort,
    ),
    class_method("__class_getitem__", "($type, object, /)", "list[int], for annotations.", class_getitem),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, ..] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::LIST)?;
    let list = iso.new_list(&[])?;
    iso.wrap_new(class, TypeId::LIST, list)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    if iso.heap.sequence_len(this) > 0 {
        iso.heap.clear_list(this);
    }
    if let Some(iterable) = iterable.given() {
        extend_by(iso, this, iterable)?;
    }
    Ok(Value::NONE)
}

pub(crate) fn extend_by(iso: &mut Isolate, list: Value, iterable: Value) -> Completion<()> {
    // An instance of a subclass that is added to itself must not be walked over while it grows.
    let source = if iso.unwrap(iterable) == list { list } else { iterable };
    if matches!(iso.heap.kind(source), Some(Kind::List | Kind::Tuple | Kind::Dict | Kind::Set)) {
        iso.spare_items(source)?;
    }
    if matches!(iso.heap.kind(source), Some(Kind::List | Kind::Tuple)) {
        let items: Vec<Value> = iso.heap.items(source).collect();
        iso.heap.extend_list(list, &items)?;
        return Ok(());
    }
    if matches!(iso.heap.kind(iterable), Some(Kind::Dict | Kind::Set)) {
        let keys: Vec<Value> = iso.heap.entries(iterable).map(|(key, _)| key).collect();
        iso.heap.extend_list(list, &keys)?;
        return Ok(());
    }
    let length = iso.heap.byte_string(iterable).or_else(|| iso.heap.str_bytes(iterable)).map_or(0, <[u8]>::len);
    iso.spare(length * core::mem::size_of::<Value>())?;
    if let Some(bytes) = iso.heap.byte_string(iterable) {
        let items: Vec<Value> = bytes.iter().map(|&byte| Value::small_int(i64::from(byte))).collect();
        iso.heap.extend_list(list, &items)?;
        return Ok(());
    }
    if let Some(text) = iso.heap.text(iterable).filter(Text::is_ascii) {
        let items: Option<Vec<Value>> = text.bytes.iter().map(|&byte| names::single_ascii(&[byte])).collect();
        iso.heap.extend_list(list, &items.unwrap_or_default())?;
        return Ok(());
    }
    if iso.extend_by_view(list, iterable)? {
        return Ok(());
    }
    if iso.heap.record_type(iterable) == Some(TypeId::LIST_REVERSE_ITERATOR.number()) {
        // `list(reversed(items))`: nothing runs in between.
        let source = iso.heap.field(iterable, 0);
        let left = iso.heap.number(iterable) as usize;
        // A list that has become shorter than that has no item there.
        let left = if left > iso.heap.sequence_len(source) { 0 } else { left };
        iso.spare_items(source)?;
        let items: Vec<Value> = iso.heap.items(source).take(left).rev().collect();
        iso.heap.set_field(iterable, 0, Value::NONE);
        iso.heap.extend_list(list, &items)?;
        return Ok(());
    }
    iso.extend_by_iteration(list, iterable)
}

/// How many items of a plain iterator are taken without a look for Ctrl-C.
const PLAIN_STRETCH: usize = 256;
/// How many numbers of a range are.
const NUMBERS: i64 = 4096;

impl Isolate {
    /// Appends what iterating gives. The iterator is made before the length is asked for.
    pub(crate) fn extend_by_iteration(&mut self, list: Value, iterable: Value) -> Completion<()> {
        let iterator = self.iterate(iterable)?;
        self.keep(iterator);
        self.ask_length(iterable)?;
        self.extend_from_iterator(list, iterator)
    }

    /// A list of what iterating gives. A value that can't be iterated over is told in the words of `message`; the iterator
    /// is asked for its length, not the value.
    pub(crate) fn collect_or_say(&mut self, iterable: Value, message: &str) -> Completion {
        let iterator = self.iterate_or_say(iterable, message)?;
        let list = self.new_list(&[])?;
        self.check_range(iterable)?;
        self.ask_length(iterator)?;
        self.extend_from_iterator(list, iterator)?;
        Ok(list)
    }

    /// An iterator over a value; one that can't be iterated over is told in the words of `message`.
    pub(crate) fn iterate_or_say(&mut self, iterable: Value, message: &str) -> Completion {
        match self.iterate(iterable) {
            Err(_) if self.raised_is(TypeId::TYPE_ERROR) => {
                self.take_exception();
                Err(raise::type_error(self, message))
            }
            iterator => iterator.map(|iterator| self.keep(iterator)),
        }
    }

    /// Appends what is left of an iterator.
    pub(crate) fn extend_from_iterator(&mut self, list: Value, iterator: Value) -> Completion<()> {
        if self.pours(iterator) {
            self.pour_each(iterator, Sink::List, [list, Value::NONE], |iso, _, item| {
                iso.heap.list_append(list, item)?;
                Ok(ControlFlow::Continue(()))
            })?;
            return Ok(());
        }
        // Numbers go in many at a time, with a look for Ctrl-C in between.
        while let Some(numbers) = range::take_run(&mut self.heap, iterator, NUMBERS) {
            self.native_steps(numbers.len())?;
            self.heap.append_all(list, numbers)?;
        }
        let kind = self.heap.record_type(iterator).map(TypeId);
        let shortcut = self.next_shortcut(iterator);
        loop {
            // What needs no call and makes nothing to collect goes in at once, a stretch at a time.
            let ended = match kind {
                Some(TypeId::FILTER) if self.append_true(list, iterator)? => Ok(true),
                Some(TypeId::MAP | TypeId::FILTER) => self.append_stretch(list, |iso| iso.step_applied(iterator)),
                Some(TypeId::ZIP | TypeId::ENUMERATE | TypeId::DICT_ITEM_ITERATOR) => {
                    self.append_stretch(list, |iso| iso.step_to_pair(iterator))
                }
                _ => match shortcut {
                    Some(shortcut) => self.append_stretch(list, |iso| iso.step_by_shortcut(shortcut, iterator)),
                    None => self.append_stretch(list, |iso| step_plain(&mut iso.heap, iterator)),
                },
            };
            if ended? {
                return Ok(());
            }
            let is_end = self.scope(|iso| match iso.next(iterator)? {
                Some(item) => {
                    iso.heap.list_append(list, item)?;
                    Completion::Ok(false)
                }
                None => Ok(true),
            })?;
            if is_end {
                return Ok(());
            }
        }
    }

    /// Appends what a plain step gives, time and again; whether that came to an end.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn append_stretch(&mut self, list: Value, mut step: impl FnMut(&mut Isolate) -> Step<Value>) -> Completion<bool> {
        for _ in 0..PLAIN_STRETCH {
            match step(self) {
                Step::Item(item) => self.heap.list_append(list, item)?,
                Step::End => return Ok(true),
                Step::Other => break,
            }
        }
        Ok(false)
    }

    /// A step of an iterator that gives pairs, with the tuple.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn step_to_pair(&mut self, iterator: Value) -> Step<Value> {
        // A pair is taken only where there is memory for it.
        if self.heap.wants_collection() {
            return Step::Other;
        }
        match step_pair(&mut self.heap, iterator) {
            Step::Item((first, second)) => match self.heap.new_tuple(&[first, second]) {
                Ok(pair) => Step::Item(pair),
                // Who goes on hears of the memory.
                Err(_) => Step::Other,
            },
            Step::End => Step::End,
            Step::Other => Step::Other,
        }
    }
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.sequence_repr(this, "[", "]")
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let other = iso.unwrap(other);
    if iso.heap.kind(other) != Some(Kind::List) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    iso.compare_sequences(op, this, other)
}

comparison_functions!(compare);

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.sequence_len(this);
    iso.new_int(length as i64)
}

fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, outer] = args else { return Err(raise::internal(iso)) };
    let other = iso.unwrap(outer);
    match iso.heap.concat_sequences(this, other)? {
        Some(joined) => Ok(iso.keep(joined)),
        None => Err(iso.cannot_concatenate(this, outer)),
    }
}

fn mul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let Some(times) = iso.repetitions(count)? else { return Err(iso.cannot_repeat(count)) };
    let items = iso.repeated_items(this, times)?;
    iso.new_list(&items)
}

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.find_item(this, value, 0, usize::MAX)?.is_some()))
}

fn iadd(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    extend_by(iso, this, iterable)?;
    Ok(this)
}

fn imul(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, count] = args else { return Err(raise::internal(iso)) };
    let Some(times) = iso.repetitions(count)? else { return Err(iso.cannot_repeat(count)) };
    let items = iso.repeated_items(this, times)?;
    let length = iso.heap.sequence_len(this);
    iso.heap.splice_list(this, 0, length, &items)?;
    Ok(this)
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.size_of(this);
    iso.new_int(size as i64)
}

fn clear(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.heap.clear_list(this);
    Ok(Value::NONE)
}

fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.spare_items(this)?;
    let items: Vec<Value> = iso.heap.items(this).collect();
    iso.new_list(&items)
}

fn append(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, object] = args else { return Err(raise::internal(iso)) };
    iso.heap.list_append(this, object)?;
    Ok(Value::NONE)
}

fn insert(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index, object] = args else { return Err(raise::internal(iso)) };
    let index = iso.to_isize(index)?;
    let place = clamp_index(index, iso.heap.sequence_len(this));
    iso.heap.splice_list(this, place, place, &[object])?;
    Ok(Value::NONE)
}

fn extend(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    extend_by(iso, this, iterable)?;
    Ok(Value::NONE)
}

fn pop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, index] = args else { return Err(raise::internal(iso)) };
    let index = if index.is_unbound() { -1 } else { iso.to_isize(index)? };
    let length = iso.heap.sequence_len(this);
    if length == 0 {
        return Err(raise::index_error(iso, "pop from empty list"));
    }
    match normalize_index(index, length).and_then(|place| iso.heap.remove_list_item(this, place)) {
        Some(item) => Ok(item),
        None => Err(raise::index_error(iso, "pop index out of range")),
    }
}

fn remove(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    match iso.find_item(this, value, 0, usize::MAX)? {
        Some(place) => {
            // A comparison may have shortened the list: then there is nothing left to remove.
            iso.heap.remove_list_item(this, place);
            Ok(Value::NONE)
        }
        None => Err(raise::value_error(iso, "list.remove(x): x not in list")),
    }
}

fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    sequence::index(iso, args, "list.index(x): x not in list")
}

fn reverse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.heap.reverse_list(this);
    Ok(Value::NONE)
}
