//! Where the items of a generator go that native code goes through to its end: to a list, to a sum, and so on.
//!
//! The frame of such a generator stays where it is. What it yields is taken in as long as that needs no Python, and the
//! generator goes on at once, as nobody could have seen that it was suspended. The first item that is not so plain is
//! yielded to the native code, which does with it what has to be done and calls again.
//!
//! ```text
//! value stack:  … caller's registers | held, held | handled before, generator, function | R(0) …
//! ```

use super::generator::BELOW;
use super::generator::flavor;
use super::shortcuts::set_entry;
use super::{Frame, FrameKind};
use crate::builtins::lost_in_sum;
use crate::heap::{Heap, Kind};
use crate::object::CompareOp;
use crate::object::truth::plain_truth;
use crate::types::sequence::plain_order;
use crate::types::set::add_plain;
use crate::{Completion, Isolate, Value};
use core::ops::ControlFlow;

/// What is done with the items, and what the two values held for it are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Sink {
    /// They are appended: the list.
    List,
    /// They are added: the set.
    Set,
    /// Pairs of a key and a value are entered: the dict, how many there were.
    Dict,
    /// They are added up: the sum, what floats have lost so far or None.
    Sum,
    /// They are passed over up to the first that is true.
    FirstTrue,
    /// They are passed over up to the first that is false.
    FirstFalse,
    /// The largest is kept: it, or Unbound.
    Max,
    /// The smallest is kept: it, or Unbound.
    Min,
}

/// How many values a sink holds.
pub(super) const HELD: usize = 2;

pub(super) const SINKS: [Sink; 8] =
    [Sink::List, Sink::Set, Sink::Dict, Sink::Sum, Sink::FirstTrue, Sink::FirstFalse, Sink::Max, Sink::Min];

impl Sink {
    /// Takes an item in; false if that is not so simple, and then nothing was done.
    #[inline(always)]
    pub(super) fn take(self, heap: &mut Heap, held: &mut [Value; HELD], item: Value) -> bool {
        let [first, second] = held;
        match self {
            Sink::List => heap.list_append(*first, item).is_ok(),
            Sink::Set => add_plain(heap, *first, item).is_some(),
            Sink::Dict => match (heap.tuple_pair(item), second.add_small(Value::small_int(1))) {
                (Some([key, value]), Some(count)) if set_entry(heap, *first, key, value) => {
                    *second = count;
                    true
                }
                _ => false,
            },
            Sink::Sum => match add_to_sum(heap, *first, *second, item) {
                Some(sum) => {
                    *held = sum;
                    true
                }
                None => false,
            },
            Sink::FirstTrue => plain_truth(heap, item) == Some(false),
            Sink::FirstFalse => plain_truth(heap, item) == Some(true),
            Sink::Max => keep_better(heap, CompareOp::Gt, first, item),
            Sink::Min => keep_better(heap, CompareOp::Lt, first, item),
        }
    }
}

/// A sum with one item more, and what floats have lost. Floats are added with compensation (Neumaier's sum), as CPython does
/// since 3.12. Nothing if one of the values is no int of 64 bits, bool or immediate float.
#[inline(always)]
fn add_to_sum(heap: &mut Heap, sum: Value, lost: Value, item: Value) -> Option<[Value; HELD]> {
    if let Some(sum) = sum.add_small(item) {
        return Some([sum, lost]);
    }
    let Some(x) = sum.as_immediate_float() else { return add_ints(heap, sum, item).map(|sum| [sum, lost]) };
    let before = lost.as_immediate_float().unwrap_or(0.0);
    let Some(y) = item.as_immediate_float() else {
        // What an int loses is not looked at there either.
        let y = item.as_small_int()? as f64;
        return Some([Value::immediate_float(x + y), Value::immediate_float(before)]);
    };
    Some([Value::immediate_float(x + y), Value::immediate_float(before + lost_in_sum(x, y))])
}

/// The sum of two ints of 64 bits or bools, of which one at least is no small int, or the sum isn't.
#[inline(never)]
fn add_ints(heap: &mut Heap, sum: Value, item: Value) -> Option<Value> {
    let item = heap.int64(item).or_else(|| item.is_bool().then_some(i64::from(item == Value::TRUE)))?;
    let sum = heap.int64(sum)?.checked_add(item)?;
    heap.new_int(sum).ok()
}

/// Puts the item in the place of the best one if it is better. False: Python has to compare them.
#[inline(always)]
fn keep_better(heap: &Heap, op: CompareOp, best: &mut Value, item: Value) -> bool {
    if !best.is_unbound() {
        let order = match item.both_small_ints(*best) {
            Some((a, b)) => Some(a.cmp(&b)),
            None => plain_order(heap, item, *best, 1),
        };
        match order {
            Some(order) if op.holds(order) => {}
            Some(_) => return true,
            None => return false,
        }
    }
    *best = item;
    true
}

impl Isolate {
    /// Whether it is worth while to pour what is iterated over: it is a generator, or a `map` or `filter` with a Python
    /// function.
    pub(crate) fn pours(&mut self, iterable: Value) -> bool {
        match self.heap.kind(iterable) {
            Some(Kind::Generator) => self.heap.number(iterable) == flavor::GENERATOR,
            Some(Kind::Record) => match self.application(iterable) {
                Some(application) => self.function_of_one(application.function).is_some(),
                None => false,
            },
            _ => false,
        }
    }

    /// Takes all items of an iterator into a sink; `rest` sees to those that are not so simple. What it keeps is let go
    /// after each item. The values held at the end.
    pub(crate) fn pour_each(
        &mut self,
        iterator: Value,
        sink: Sink,
        mut held: [Value; HELD],
        mut rest: impl FnMut(&mut Isolate, &mut [Value; HELD], Value) -> Completion<ControlFlow<()>>,
    ) -> Completion<[Value; HELD]> {
        loop {
            let flow = self.scope(|iso| match iso.pour(iterator, sink, &mut held)? {
                Some(item) => rest(iso, &mut held, item),
                None => Ok(ControlFlow::Break(())),
            })?;
            if flow.is_break() {
                return Ok(held);
            }
        }
    }

    /// Takes the next items of a generator into a sink: the first one that the caller has to see to, or nothing at the
    /// end. Iterators that are no generators give one item after the other.
    fn pour(&mut self, iterator: Value, sink: Sink, held: &mut [Value; HELD]) -> Completion<Option<Value>> {
        // A frame that has been parked has no room below it.
        self.settle_parked();
        for value in *held {
            self.keep(value);
        }
        self.native_step()?;
        self.collect_if_wanted();
        if !self.enter_sink(iterator, sink) {
            return match self.pour_applied(iterator, sink, held) {
                Some(result) => result,
                None => self.next(iterator),
            };
        }
        let place = self.frame().map_or(0, |frame| frame.base as usize).wrapping_sub(BELOW + HELD);
        if let Some(places) = self.held_at(place) {
            *places = *held;
        }
        let result = self.run_generator();
        // The frame has gone, but nothing has come into its place.
        if let Some(places) = self.held_at(place) {
            *held = *places;
        }
        result
    }

    fn held_at(&mut self, place: usize) -> Option<&mut [Value; HELD]> {
        self.thread.stack.get_mut(place..)?.first_chunk_mut()
    }

    /// Takes an item in that the running generator yields, if it or the one that delegates to it pours into a sink.
    pub(crate) fn take_in(&mut self, item: Value) -> bool {
        let mut frames = self.thread.frames.innermost();
        let frame = loop {
            match frames.next() {
                Some(frame) if frame.kind == FrameKind::GeneratorDelegate => {}
                Some(&frame) if frame.kind == FrameKind::GeneratorSink => break frame,
                _ => return false,
            }
        };
        // Without fuel the native code has to look at the world.
        if self.fuel <= 1 {
            return false;
        }
        self.fuel -= 1;
        take(&mut self.heap, &mut self.thread.stack, frame, item)
    }
}

/// Takes an item in that a generator yields whose frame pours into a sink.
#[inline(always)]
pub(super) fn take(heap: &mut Heap, stack: &mut [Value], frame: Frame, item: Value) -> bool {
    // Where memory is to be looked after, the native code does that.
    if heap.wants_collection() {
        return false;
    }
    let place = (frame.base as usize).wrapping_sub(BELOW + HELD);
    let Some(&sink) = SINKS.get(usize::from(frame.ret)) else { return false };
    let Some(held) = stack.get_mut(place..).and_then(|places| places.first_chunk_mut()) else { return false };
    sink.take(heap, held, item)
}
