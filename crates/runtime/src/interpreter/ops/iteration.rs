//! Loops and unpacking.

use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::interpreter::call::CallSite;
use crate::interpreter::frame::WINDOW;
use crate::interpreter::generator::state;
use crate::interpreter::walks;
use crate::interpreter::{Frame, FrameKind};
use crate::native::TypeId;
use crate::types::iterators::plain_iterator;
use crate::value::Immediate;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_bytecode::encoding::{field_a, field_b};

/// The state of a loop over what can be iterated over without running Python; nothing for others.
pub(in crate::interpreter) fn plain_loop_state(heap: &mut Heap, iterable: Value) -> Option<[Value; 3]> {
    if let Some(state) = walks::state(heap, iterable) {
        return Some(state);
    }
    if heap.record_type(iterable) == Some(TypeId::RANGE.number())
        && let Some(state) = range_state(heap, iterable)
    {
        return Some(state);
    }
    // The methods of builtin iterators are found without looking them up.
    plain_iterator(heap, iterable).map(|iterator| [iterator, Value::NONE, Value::NONE])
}

/// A range whose numbers all fit a word counts in registers.
fn range_state(heap: &Heap, range: Value) -> Option<[Value; 3]> {
    let [start, stop, step] = [0, 1, 2].map(|field| heap.field(range, field));
    counting_state(start, stop, step)
}

/// The state of a loop from `start` on as long as `stop` is not reached.
pub(in crate::interpreter) fn counting_state(start: Value, stop: Value, step: Value) -> Option<[Value; 3]> {
    let step = i32::try_from(step.as_small_int()?).ok()?;
    // The number behind the last one must fit as well.
    Value::try_small_int(stop.as_small_int()?.checked_add(i64::from(step))?)?;
    start.as_small_int()?;
    Some([Value::loop_range(step)?, start, stop])
}

/// As [`range_state`], from the last number to the first. Nothing for other values than ranges, too.
pub(in crate::interpreter) fn reversed_range_state(heap: &Heap, range: Value) -> Option<[Value; 3]> {
    let (_, [start, _, step, length]) = heap.record_fields::<4>(range, TypeId::RANGE.number())?;
    let [start, step, length] = [start.as_small_int()?, step.as_small_int()?, length.as_small_int()?];
    let step = i32::try_from(step).ok()?;
    let before = start.checked_sub(i64::from(step))?;
    let last = before.checked_add(i64::from(step).checked_mul(length)?)?;
    let back = Value::loop_range(step.checked_neg()?)?;
    Some([back, Value::try_small_int(last)?, Value::try_small_int(before)?])
}

impl Isolate {
    /// `ForPrepare`: the state of a loop in three registers.
    ///
    /// ```text
    ///            R(a)              R(a+1)        R(a+2)
    /// range      LoopRange(step)   next item     stop
    /// containers LoopWalk(kind)    it            where    (see `walks`)
    /// pairs      LoopPairs(index)  the first     the second   (see `pairs`)
    /// others     the iterator      its __next__  -          (None for builtin ones)
    /// ```
    pub(crate) fn for_prepare(&mut self, target: u8, iterable: Value) -> Completion<()> {
        let [first, second, third] = self.loop_state(iterable)?;
        self.set_reg(target, first);
        self.set_reg(target.wrapping_add(1), second);
        self.set_reg(target.wrapping_add(2), third);
        Ok(())
    }

    /// Whether a loop needs no iterator for it: a list, a tuple, a range.
    pub(crate) fn loops_without_iterator(&self, iterable: Value) -> bool {
        match self.heap.kind(iterable) {
            Some(Kind::List | Kind::Tuple) => true,
            Some(Kind::Record) => self.record_type_id(iterable) == TypeId::RANGE,
            _ => false,
        }
    }

    fn loop_state(&mut self, iterable: Value) -> Completion<[Value; 3]> {
        if let Some(state) = plain_loop_state(&mut self.heap, iterable) {
            return Ok(state);
        }
        let locks = self.heap.lift_lock();
        let iterator = self.iterate(iterable);
        self.heap.restore_lock(locks);
        let iterator = iterator?;
        let class = self.type_of(iterator);
        let Some(next) = self.lookup(class, names::__next__) else {
            let kind = self.class_name(class);
            return Err(raise::type_error(self, &format!("iter() returned non-iterator of type '{kind}'")));
        };
        Ok([iterator, next, Value::NONE])
    }

    /// `ForIter` for what is neither range, list nor tuple. `pc` stands behind the word with the offset.
    #[inline(never)]
    pub(crate) fn for_iter_slow(&mut self, iterator: Value, next: Value, word: u32) -> Completion<()> {
        let target = field_b(word);
        if let Some(index) = iterator.payload_of(Immediate::LoopPairs) {
            match self.next_pair(field_a(word), index)? {
                Some(pair) => self.set_reg(target, pair),
                None => self.take_jump(),
            }
            return Ok(());
        }
        if let Some(walk) = iterator.payload_of(Immediate::LoopWalk) {
            match self.next_walked(word, walk)? {
                Some(item) => self.set_reg(target, item),
                None => self.take_jump(),
            }
            return Ok(());
        }
        if self.heap.kind(iterator) == Some(Kind::Generator) {
            if self.generator_state(iterator) == state::CLOSED {
                self.take_jump();
                return Ok(());
            }
            self.check_resumable(iterator, Value::NONE)?;
            return self.push_generator(iterator, Value::NONE, target, FrameKind::GeneratorFor);
        }
        let mark = self.kept.len();
        if self.fuel > 1
            && let Some((function, item, is_filter)) = self.take_application(iterator)
        {
            self.kept.truncate(mark);
            return self.enter_application(function, item, is_filter, word);
        }
        // The loop has tried a plain step already.
        let item = match self.next_by_row(iterator) {
            Some(Ok(item)) => Ok(item.given()),
            Some(Err(raised)) => self.end_of_iteration(raised),
            // Where it is a Python function, it runs in a frame of this loop.
            None if self.push_method(next, [iterator], target, FrameKind::Step).is_some() => return Ok(()),
            None => match self.call_unbound_raw(next, iterator, &[]) {
                Ok(item) => Ok(item.given()),
                Err(raised) => self.end_of_iteration(raised),
            },
        };
        self.kept.truncate(mark);
        match item? {
            Some(item) => self.set_reg(target, item),
            None => self.take_jump(),
        }
        Ok(())
    }

    /// Enters the function of the `map` or `filter` that a loop goes over.
    fn enter_application(&mut self, function: Value, item: Value, is_filter: bool, word: u32) -> Completion<()> {
        let at = self.free_stack() + 2;
        self.ensure_stack(at + 2 + WINDOW);
        // Below the function the item waits for a filter's answer.
        if let Some(place) = self.thread.stack.get_mut(at - 1..at + 2) {
            place.copy_from_slice(&[item, function, item]);
        }
        let kind = if is_filter { FrameKind::Choice } else { FrameKind::Step };
        self.finish_call(CallSite { at, count: 1, keywords: Value::UNBOUND, ret: field_b(word), kind })
    }

    /// The function of a `filter` that a loop goes over has answered; its frame has gone. The item is chosen, or the loop looks
    /// for another one.
    pub(crate) fn choose(&mut self, left: Frame, answer: Value) -> Completion<()> {
        let mark = self.kept.len();
        let item = self.thread.stack.get((left.base as usize).wrapping_sub(2)).copied().unwrap_or(Value::NONE);
        self.keep(item);
        let chosen = match self.is_true(answer) {
            Ok(chosen) => chosen,
            Err(raised) => {
                self.end_of_iteration(raised)?;
                self.kept.truncate(mark);
                self.take_jump();
                return Ok(());
            }
        };
        self.kept.truncate(mark);
        if chosen {
            self.set_reg(left.ret, item);
        } else if let Some(frame) = self.thread.frames.last_mut() {
            // The loop stands behind `ForIter` and its offset.
            frame.pc = frame.pc.wrapping_sub(2);
        }
        Ok(())
    }

    /// `UnpackSequence`: exactly `count` items.
    pub(crate) fn unpack(&mut self, first: u8, iterable: Value, count: usize) -> Completion<()> {
        if self.heap.sequence_len(iterable) == count && count > 0 {
            // Lists and tuples need no copy of their items.
            for index in 0..count {
                let item = self.heap.sequence_item(iterable, index).unwrap_or(Value::NONE);
                self.set_slot_at(first as usize + index, item);
            }
            return Ok(());
        }
        let items = self.unpacked_items(iterable, count)?;
        if items.len() != count {
            return Err(self.wrong_count(iterable, items.len(), count));
        }
        for (index, item) in items.into_iter().enumerate() {
            self.set_slot_at(first as usize + index, item);
        }
        Ok(())
    }

    /// The items to unpack: at most one more than wanted.
    fn unpacked_items(&mut self, iterable: Value, count: usize) -> Completion<Vec<Value>> {
        if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
            return Ok(self.heap.items(iterable).collect());
        }
        let iterator = self.unpack_iterator(iterable)?;
        let mut items = Vec::new();
        while items.len() <= count {
            match self.next(iterator)? {
                Some(item) => items.push(self.keep(item)),
                None => break,
            }
        }
        Ok(items)
    }

    fn unpack_iterator(&mut self, iterable: Value) -> Completion {
        let is_iterable = self.lookup_special(iterable, names::__iter__).is_some()
            || self.lookup_special(iterable, names::__getitem__).is_some();
        if !is_iterable || self.type_of(iterable) == TypeId::UNION.value() {
            let kind = self.type_name(iterable);
            return Err(raise::type_error(self, &format!("cannot unpack non-iterable {kind} object")));
        }
        self.iterate(iterable)
    }

    #[cold]
    fn wrong_count(&mut self, iterable: Value, got: usize, wanted: usize) -> crate::Raised {
        if got < wanted {
            let message = format!("not enough values to unpack (expected {wanted}, got {got})");
            return raise::value_error(self, &message);
        }
        let sized = matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple | Kind::Dict));
        let message = if sized {
            let length = self.len(iterable).unwrap_or(got);
            format!("too many values to unpack (expected {wanted}, got {length})")
        } else {
            format!("too many values to unpack (expected {wanted})")
        };
        raise::value_error(self, &message)
    }

    /// `UnpackStar`: `before` items, a list, `after` items.
    pub(crate) fn unpack_star(&mut self, first: u8, iterable: Value, before: usize, after: usize) -> Completion<()> {
        for (index, item) in self.unpacked_around(iterable, before, after)?.into_iter().enumerate() {
            self.set_slot_at(first as usize + index, item);
        }
        Ok(())
    }

    /// `before` items, a list of what is left over, `after` items.
    fn unpacked_around(&mut self, iterable: Value, before: usize, after: usize) -> Completion<Vec<Value>> {
        let mut items: Vec<Value> = if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
            self.heap.items(iterable).collect()
        } else {
            let iterator = self.unpack_iterator(iterable)?;
            let list = self.collect_items(iterator)?;
            self.keep(list);
            self.heap.items(list).collect()
        };
        let wanted = before.saturating_add(after);
        if items.len() < wanted {
            let message = format!("not enough values to unpack (expected at least {wanted}, got {})", items.len());
            return Err(raise::value_error(self, &message));
        }
        let middle = before..items.len() - after;
        let rest = self.new_list(items.get(middle.clone()).unwrap_or(&[]))?;
        self.keep(rest);
        items.splice(middle, [rest]);
        Ok(items)
    }

    /// `UnpackIntoList`: unpacking of more items than there are registers for.
    pub(crate) fn unpack_into_list(&mut self, iterable: Value, counts: Value) -> Completion {
        let count = |value: Option<Value>| value.and_then(Value::as_small_int).and_then(|n| usize::try_from(n).ok());
        let items = if self.heap.kind(counts) == Some(Kind::Tuple) {
            let (before, after) = (self.heap.tuple_item(counts, 0), self.heap.tuple_item(counts, 1));
            let (Some(before), Some(after)) = (count(before), count(after)) else { return Err(raise::internal(self)) };
            self.unpacked_around(iterable, before, after)?
        } else {
            let Some(wanted) = count(Some(counts)) else { return Err(raise::internal(self)) };
            let items = self.unpacked_items(iterable, wanted)?;
            if items.len() != wanted {
                return Err(self.wrong_count(iterable, items.len(), wanted));
            }
            items
        };
        self.new_list(&items)
    }

    /// `GetYieldFromIter`.
    pub(crate) fn yield_from_iterator(&mut self, value: Value) -> Completion {
        use crate::interpreter::generator::flavor;
        if self.heap.kind(value) == Some(Kind::Generator) {
            let number = self.heap.number(value);
            if number == flavor::COROUTINE {
                let inside = self.frame_is_coroutine();
                if !inside {
                    let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                    return Err(raise::type_error(self, message));
                }
                return Ok(value);
            }
            if number != flavor::ASYNC_GENERATOR {
                return Ok(value);
            }
        }
        self.iterate(value)
    }

    /// Whether the running frame is that of a coroutine, or of a generator that may be awaited.
    fn frame_is_coroutine(&self) -> bool {
        use crate::interpreter::generator::flavor;
        let generator = self.frame_generator();
        matches!(self.heap.number(generator), flavor::COROUTINE | flavor::AWAITABLE_GENERATOR)
    }

    /// `GetAwaitable`.
    pub(crate) fn awaitable(&mut self, value: Value, context: u8) -> Completion {
        use crate::interpreter::generator::flavor;
        if self.heap.kind(value) == Some(Kind::Generator)
            && matches!(self.heap.number(value), flavor::COROUTINE | flavor::AWAITABLE_GENERATOR)
        {
            if self.generator_state(value) == state::DELEGATING || self.generator_state(value) == state::SUSPENDED {
                return Err(raise::runtime_error(self, "coroutine is being awaited already"));
            }
            return Ok(value);
        }
        let Some(iterator) = self.call_special(value, names::__await__, &[])? else {
            let kind = self.type_name(value);
            let message = match context {
                1 => {
                    format!("'async with' received an object from __aenter__ that does not implement __await__: {kind}")
                }
                2 => {
                    format!("'async with' received an object from __aexit__ that does not implement __await__: {kind}")
                }
                _ => format!("'{kind}' object can't be awaited"),
            };
            return Err(raise::type_error(self, &message));
        };
        if self.heap.kind(iterator) == Some(Kind::Generator) && self.heap.number(iterator) == flavor::COROUTINE {
            return Err(raise::type_error(self, "__await__() returned a coroutine"));
        }
        if self.lookup_special(iterator, names::__next__).is_none() {
            let kind = self.type_name(iterator);
            let message = format!("__await__() returned non-iterator of type '{kind}'");
            return Err(raise::type_error(self, &message));
        }
        Ok(iterator)
    }

    /// `GetAsyncIter`.
    pub(crate) fn async_iterator(&mut self, value: Value) -> Completion {
        let kind = self.type_name(value);
        let Some(iterator) = self.call_special(value, names::__aiter__, &[])? else {
            let message = format!("'async for' requires an object with __aiter__ method, got {kind}");
            return Err(raise::type_error(self, &message));
        };
        if self.lookup_special(iterator, names::__anext__).is_none() {
            let kind = self.type_name(iterator);
            let message =
                format!("'async for' received an object from __aiter__ that does not implement __anext__: {kind}");
            return Err(raise::type_error(self, &message));
        }
        Ok(iterator)
    }

    /// `GetAsyncNext`.
    pub(crate) fn async_next(&mut self, iterator: Value) -> Completion {
        let kind = self.type_name(iterator);
        let Some(awaitable) = self.call_special(iterator, names::__anext__, &[])? else {
            let message = format!("'async for' requires an iterator with __anext__ method, got {kind}");
            return Err(raise::type_error(self, &message));
        };
        if self.type_of(awaitable) == TypeId::ASYNC_GENERATOR_STEP.value() {
            return Ok(awaitable);
        }
        match self.awaitable(awaitable, 0) {
            Ok(found) => Ok(found),
            Err(_) => {
                let cause = self.take_exception();
                let kind = self.type_name(awaitable);
                let raised =
                    raise::type_error(self, &format!("'async for' received an invalid object from __anext__: {kind}"));
                let exception = self.in_flight;
                self.heap.set_field(exception, crate::exceptions::field::CAUSE, cause);
                self.heap.set_field(exception, crate::exceptions::field::CONTEXT, cause);
                Err(raised)
            }
        }
    }
}
