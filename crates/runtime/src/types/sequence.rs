//! What lists and tuples share: indices and slices, comparison, searching, repetition, printing.
//!
//! Items' `__eq__` and `__repr__` may change a list, so its length is looked at before each item and nothing about
//! it is kept over a call of Python.

use crate::buffers::with_room;
use crate::exceptions::raise;
use crate::heap::{Heap, Kind, OutOfMemory};
use crate::native::TypeId;
use crate::object::CompareOp;
use crate::object::protocols::size_of_count;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::vec::Vec;
use core::cmp::Ordering;
use ferropy_numeric::slice::{SliceIndices, normalize_index, slice_indices};

/// The numbers of a slice object, before a length is applied to them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SliceParts {
    start: Option<i64>,
    stop: Option<i64>,
    step: i64,
}

impl SliceParts {
    /// The slice of a sequence of that length.
    pub(crate) fn resolve(self, length: usize) -> SliceIndices {
        let empty = SliceIndices { start: 0, stop: 0, step: 1, count: 0 };
        slice_indices(self.start, self.stop, Some(self.step), length).unwrap_or(empty)
    }
}

/// What an index or slice of a sequence may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subscript {
    /// A slice.
    Slice(SliceParts),
    /// An index, negative if it counts from the end.
    Index(i64),
}

impl Subscript {
    /// The item's place, if there is one.
    pub(crate) fn place(index: i64, length: usize) -> Option<usize> {
        normalize_index(index, length)
    }
}

impl Isolate {
    /// Whether the value is a slice object.
    #[inline]
    pub(crate) fn is_slice(&self, value: Value) -> bool {
        self.heap.record_type(value) == Some(TypeId::SLICE.number())
    }

    /// The numbers of a slice object. Runs `__index__` of its parts.
    pub(crate) fn slice_parts(&mut self, slice: Value) -> Completion<SliceParts> {
        let step = match self.slice_number(slice, 2)? {
            Some(0) => return Err(raise::value_error(self, "slice step cannot be zero")),
            step => step.unwrap_or(1),
        };
        let start = self.slice_number(slice, 0)?;
        let stop = self.slice_number(slice, 1)?;
        Ok(SliceParts { start, stop, step })
    }

    fn slice_number(&mut self, slice: Value, field: usize) -> Completion<Option<i64>> {
        let part = self.heap.field(slice, field);
        if part.is_none() || part.is_unbound() {
            return Ok(None);
        }
        if !self.is_int(part) && self.lookup_special(part, names::__index__).is_none() {
            let message = "slice indices must be integers or None or have an __index__ method";
            return Err(raise::type_error(self, message));
        }
        self.to_index(part).map(Some)
    }

    /// What stands between the brackets after a sequence. Runs `__index__`.
    pub(crate) fn subscript(&mut self, key: Value, sequence: &str) -> Completion<Subscript> {
        if let Some(index) = key.as_small_int() {
            return Ok(Subscript::Index(index));
        }
        if self.is_slice(key) {
            return self.slice_parts(key).map(Subscript::Slice);
        }
        if !self.is_int(key) && self.lookup_special(key, names::__index__).is_none() {
            let kind = self.type_name(key);
            let message = format!("{sequence} indices must be integers or slices, not {kind}");
            return Err(raise::type_error(self, &message));
        }
        self.subscript_index(key).map(Subscript::Index)
    }

    /// The number of an index.
    pub(crate) fn subscript_index(&mut self, key: Value) -> Completion<i64> {
        let int = self.index(key)?;
        match self.as_i64(int) {
            Some(index) => Ok(index),
            None => {
                let kind = self.type_name(key);
                let message = format!("cannot fit '{kind}' into an index-sized integer");
                Err(raise::index_error(self, &message))
            }
        }
    }

    /// The bounds of `index(value, start, stop)`, counted from the beginning; they may lie behind the end.
    pub(crate) fn search_bounds(&mut self, start: Value, stop: Value, length: usize) -> Completion<(usize, usize)> {
        let start = self.search_bound(start, 0, length)?;
        let stop = self.search_bound(stop, usize::MAX, length)?;
        Ok((start, stop))
    }

    fn search_bound(&mut self, bound: Value, default: usize, length: usize) -> Completion<usize> {
        let Some(bound) = bound.given() else { return Ok(default) };
        if !self.is_int(bound) && self.lookup_special(bound, names::__index__).is_none() {
            return Err(raise::type_error(self, "slice indices must be integers or have an __index__ method"));
        }
        let index = self.to_index(bound)?;
        Ok(if index < 0 {
            length.saturating_sub(usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX))
        } else {
            usize::try_from(index).unwrap_or(usize::MAX)
        })
    }

    /// The items of a list or tuple that a slice picks.
    pub(crate) fn sliced_items(&self, sequence: Value, indices: SliceIndices) -> Result<Vec<Value>, OutOfMemory> {
        let mut picked = with_room(indices.count)?;
        let start = usize::try_from(indices.start).unwrap_or(0);
        if indices.step == 1 {
            picked.extend(self.heap.items(sequence).skip(start).take(indices.count));
            return Ok(picked);
        }
        if indices.step == -1 {
            // The first item picked is the last one of those that are.
            let before = (start + 1).saturating_sub(indices.count);
            picked.extend(self.heap.items(sequence).skip(before).take(indices.count).rev());
            return Ok(picked);
        }
        let items = self.heap.items(sequence);
        let step = usize::try_from(indices.step.unsigned_abs()).unwrap_or(usize::MAX).max(1);
        if indices.step > 0 {
            picked.extend(items.skip(start).step_by(step).take(indices.count));
        } else {
            let behind = items.len().saturating_sub(start + 1);
            picked.extend(items.rev().skip(behind).step_by(step).take(indices.count));
        }
        Ok(picked)
    }

    /// The number of repetitions for `sequence * value`; nothing if the value is no integer.
    pub(crate) fn repetitions(&mut self, value: Value) -> Completion<Option<usize>> {
        if !self.is_int(value) && self.lookup_special(value, names::__index__).is_none() {
            return Ok(None);
        }
        let int = self.index(value)?;
        match self.as_i64(int) {
            Some(count) => Ok(Some(size_of_count(count))),
            None => {
                let kind = self.type_name(value);
                let message = format!("cannot fit '{kind}' into an index-sized integer");
                Err(raise::overflow_error(self, &message))
            }
        }
    }

    /// The items of a list or tuple, so many times.
    pub(crate) fn repeated_items(&self, sequence: Value, count: usize) -> Result<Vec<Value>, OutOfMemory> {
        let length = self.heap.sequence_len(sequence);
        let total = length.checked_mul(count).filter(|&total| u32::try_from(total).is_ok()).ok_or(OutOfMemory)?;
        if total.saturating_mul(size_of::<Value>()) > self.heap.statistics().limit_bytes {
            return Err(OutOfMemory);
        }
        let count = if total == 0 { 0 } else { count };
        let mut items = with_room(total)?;
        if let (1, Some(item)) = (length, self.heap.sequence_item(sequence, 0)) {
            items.resize(total, item);
        } else {
            (0..count).for_each(|_| items.extend(self.heap.items(sequence)));
        }
        Ok(items)
    }

    /// `left op right` of two lists or two tuples: the first items that differ decide, then the lengths.
    pub(crate) fn compare_sequences(&mut self, op: CompareOp, left: Value, right: Value) -> Completion {
        let by_length = matches!(op, CompareOp::Eq | CompareOp::Ne);
        if by_length && self.heap.sequence_len(left) != self.heap.sequence_len(right) {
            return Ok(Value::bool(op == CompareOp::Ne));
        }
        let mut index = 0;
        while let (Some(a), Some(b)) = (self.heap.sequence_item(left, index), self.heap.sequence_item(right, index)) {
            index += 1;
            self.native_step()?;
            if a == b {
                continue;
            }
            let equal = self.scope(|iso| {
                iso.keep(a);
                iso.keep(b);
                iso.equal(a, b)
            })?;
            if !equal {
                // The comparison may have changed the lists: what is there now counts.
                let at = index - 1;
                let now = (self.heap.sequence_item(left, at), self.heap.sequence_item(right, at));
                let (Some(a), Some(b)) = now else { break };
                return match op {
                    CompareOp::Eq => Ok(Value::FALSE),
                    CompareOp::Ne => Ok(Value::TRUE),
                    _ => {
                        self.keep(a);
                        self.keep(b);
                        self.compare(op, a, b)
                    }
                };
            }
        }
        let (left, right) = (self.heap.sequence_len(left), self.heap.sequence_len(right));
        Ok(Value::bool(op.holds(left.cmp(&right))))
    }

    /// The place of the first item in `from..to` that is or equals the value.
    pub(crate) fn find_item(
        &mut self,
        sequence: Value,
        value: Value,
        from: usize,
        to: usize,
    ) -> Completion<Option<usize>> {
        let mut index = from;
        while index < to {
            let Some(item) = self.heap.sequence_item(sequence, index) else { break };
            self.native_step()?;
            if item == value {
                return Ok(Some(index));
            }
            let equal = match self.heap.plain_equal(item, value) {
                Some(equal) => equal,
                None => self.scope(|iso| {
                    iso.keep(item);
                    iso.equal(item, value)
                })?,
            };
            if equal {
                return Ok(Some(index));
            }
            index += 1;
        }
        Ok(None)
    }

    /// How many items are or equal the value.
    fn count_items(&mut self, sequence: Value, value: Value) -> Completion {
        let (mut count, mut from) = (0, 0);
        while let Some(place) = self.find_item(sequence, value, from, usize::MAX)? {
            count += 1;
            from = place + 1;
        }
        self.new_int(count)
    }

    /// The items' `repr`s between brackets.
    pub(crate) fn sequence_repr(&mut self, sequence: Value, open: &str, close: &str) -> Completion {
        let shown = self.recursive_repr(sequence, |iso| {
            let mut text = Vec::from(open.as_bytes());
            let mut index = 0;
            while let Some(item) = iso.heap.sequence_item(sequence, index) {
                if index > 0 {
                    text.extend_from_slice(b", ");
                }
                index += 1;
                iso.append_repr(item, &mut text)?;
            }
            let single_tuple = index == 1 && iso.heap.kind(sequence) == Some(Kind::Tuple);
            if single_tuple {
                text.push(b',');
            }
            text.extend_from_slice(close.as_bytes());
            iso.new_text(&text)
        })?;
        match shown {
            Some(text) => Ok(text),
            None => self.new_str(&format!("{open}...{close}")),
        }
    }

    /// Appends `repr(value)` to a text.
    pub(crate) fn append_repr(&mut self, value: Value, text: &mut Vec<u8>) -> Completion<()> {
        self.scope(|iso| {
            iso.keep(value);
            let shown = iso.repr(value)?;
            let shown = iso.unwrap(shown);
            let bytes = iso.heap.str_bytes(shown).unwrap_or(&[]);
            // And what stands around it.
            text.try_reserve(bytes.len() + 8).map_err(|_| OutOfMemory)?;
            text.extend_from_slice(bytes);
            Ok(())
        })
    }

    /// An iterator over a sequence, with its number. Of an instance of a subclass it holds what that wraps, so that steps are
    /// quick, and behind it the instance.
    pub(crate) fn new_iterator(&mut self, id: TypeId, number: u32, sequence: Value) -> Completion {
        let inner = self.unwrap(sequence);
        let fields: &[Value] = if inner == sequence { &[inner] } else { &[inner, sequence] };
        self.new_record(id, number, fields)
    }

    /// What an iterator of [`Isolate::new_iterator`] that is not at its end was made of.
    pub(crate) fn iterated(&self, iterator: Value) -> Value {
        let last = self.heap.field_count(iterator).saturating_sub(1);
        self.heap.field(iterator, last)
    }

    /// A function of `builtins`, for `__reduce__`.
    pub(crate) fn builtin_named(&mut self, name: &str) -> Completion {
        let name = self.intern(name)?;
        match self.heap.dict_get_name(self.builtins, name) {
            Some(function) => Ok(self.keep(function)),
            None => Err(raise::internal(self)),
        }
    }

    /// What `__class_getitem__` of a container gives: `list[int]`.
    pub(crate) fn alias_of(&mut self, args: &[Value]) -> Completion {
        self.call(TypeId::GENERIC_ALIAS.value(), args)
    }
}

/// The places that a slice picks, in its order.
pub(crate) fn slice_places(indices: SliceIndices) -> impl Iterator<Item = usize> {
    let mut next = indices.start;
    (0..indices.count).filter_map(move |_| {
        let place = usize::try_from(next).ok();
        next = next.saturating_add(indices.step);
        place
    })
}

/// `IndexError`: "list index out of range".
#[cold]
pub(crate) fn out_of_range(iso: &mut Isolate, what: &str) -> Raised {
    raise::index_error(iso, &format!("{what} out of range"))
}

/// `__class_getitem__` of containers.
pub(crate) fn class_getitem(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.alias_of(args)
}

/// `__iter__` of iterators, and other methods that give `self` back.
pub(crate) fn itself(_: &mut Isolate, args: &[Value]) -> Completion {
    Ok(args.first().copied().unwrap_or(Value::NONE))
}

/// The constant None: `__hash__` of types whose objects can't be hashed.
pub(crate) fn none(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::NONE)
}

/// The setter of attributes that only the constructor sets.
pub(crate) fn read_only(iso: &mut Isolate, _: &[Value]) -> Completion {
    Err(raise::attribute_error_text(iso, "readonly attribute"))
}

/// The order of two numbers, strings, or tuples or lists of such, not nested deeper than that; nothing for other values.
pub(crate) fn plain_order(heap: &Heap, x: Value, y: Value, depth: u32) -> Option<Ordering> {
    let kind = heap.kind(x).filter(|&kind| matches!(kind, Kind::Tuple | Kind::List));
    if (!IS_SMALL || kind.is_none())
        && let Some(order) = simple_order(heap, x, y)
    {
        return Some(order);
    }
    if kind.is_none() || heap.kind(y) != kind {
        return heap.float(x)?.partial_cmp(&heap.float(y)?);
    }
    let depth = depth.checked_sub(1)?;
    for (x, y) in heap.items(x).zip(heap.items(y)) {
        // The first items that differ decide.
        match simple_order(heap, x, y) {
            Some(Ordering::Equal) => {}
            Some(order) => return Some(order),
            None if x == y || heap.plain_equal(x, y)? => {}
            None => return plain_order(heap, x, y, depth),
        }
    }
    Some(heap.sequence_len(x).cmp(&heap.sequence_len(y)))
}

/// The order of two small ints or two strings; on small machines of other numbers too.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn simple_order(heap: &Heap, x: Value, y: Value) -> Option<Ordering> {
    if let Some((x, y)) = x.both_small_ints(y) {
        return Some(x.cmp(&y));
    }
    if IS_SMALL && let Some(order) = heap.objects_order(x, y) {
        return Some(order);
    }
    if let (Some(x), Some(y)) = (heap.quick_short(x), heap.quick_short(y)) {
        return Some(x.order(y));
    }
    // Generalised UTF-8 sorts as its code points do.
    Some(heap.str_bytes(x)?.cmp(heap.str_bytes(y)?))
}

/// The method `index` of lists and tuples; `missing` is what it says where there is no such item.
pub(crate) fn index(iso: &mut Isolate, args: &[Value], missing: &str) -> Completion {
    let &[this, value, start, stop] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.sequence_len(this);
    let (start, stop) = iso.search_bounds(start, stop, length)?;
    match iso.find_item(this, value, start, stop)? {
        Some(place) => iso.new_int(place as i64),
        None => Err(raise::value_error(iso, missing)),
    }
}

/// The method `count` of lists and tuples.
pub(crate) fn count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    iso.count_items(this, value)
}

/// The method `__length_hint__` of their iterators.
pub(crate) fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.sequence_len(iso.heap.field(this, 0));
    let left = length.saturating_sub(iso.heap.number(this) as usize);
    iso.new_int(left as i64)
}
