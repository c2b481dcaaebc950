//! Python functions that native code applies to one item after the other: those of a `map` or `filter` that goes to a list,
//! a sum, another [`Sink`]. The function's frame is entered once. When it returns, its result goes into the sink, and it
//! starts anew with the next item; nothing is left and entered for that.
//!
//! ```text
//! value stack:  … caller's registers | held, held | item, source, receiver, function | R(0) …
//! ```
//!
//! The source is the `map` or `filter`; the receiver is Unbound where the function is called as it is.

use super::frame::WINDOW;
use super::sinks::{HELD, SINKS, Sink};
use super::{Frame, FrameKind};
use crate::heap::Kind;
use crate::native::Reach;
use crate::object::truth::plain_truth;
use crate::types::iterators::{Application, Step, step_applied};
use crate::{Completion, Isolate, Value, names};

/// The places below the frame that belong to it.
const BELOW: usize = HELD + 4;
/// Bit of the frame's `ret`, the number of a sink: the function chooses items.
const FILTER: u8 = 1 << 7;

impl Isolate {
    /// The Python function that calls of a value with one argument run, and what it gets in front of that: Unbound for
    /// nothing.
    pub(crate) fn function_of_one(&mut self, callable: Value) -> Option<(Value, Value)> {
        let (function, receiver) = match self.heap.kind(callable)? {
            Kind::Function => (callable, Value::UNBOUND),
            Kind::BoundMethod => (self.heap.field(callable, 0), self.heap.field(callable, 1)),
            Kind::Instance => (self.lookup_special(callable, names::__call__)?, callable),
            _ => return None,
        };
        let (_, arity, _) = self.settled(function)?;
        (usize::from(arity) == 1 + usize::from(!receiver.is_unbound())).then_some((function, receiver))
    }

    /// As [`Isolate::pour`], for a `map` or `filter` with a Python function. Nothing: it is not so simple, and nothing was
    /// done.
    pub(super) fn pour_applied(
        &mut self,
        source: Value,
        sink: Sink,
        held: &mut [Value; HELD],
    ) -> Option<Completion<Option<Value>>> {
        let application = self.application(source)?;
        let (function, receiver) = self.function_of_one(application.function)?;
        if !self.may_enter_native() || self.fuel <= 1 {
            return None;
        }
        let place = self.enter_applied(source, application, [function, receiver], sink, *held)?;
        self.fuel -= 1;
        self.native_depth += 1;
        let result = self.run_nested();
        self.native_depth -= 1;
        // The frame has gone, but nothing has come into its place.
        let left: Option<&[Value; HELD + 1]> = self.thread.stack.get(place..).and_then(|places| places.first_chunk());
        let item = left.map_or(Value::NONE, |&[first, second, item]| {
            *held = [first, second];
            item
        });
        Some(match result {
            // All was taken in.
            Ok(Value::UNBOUND) => self.next(source),
            Ok(answer) if application.is_filter => {
                self.keep(item);
                self.keep(answer);
                match self.is_true(answer) {
                    Ok(true) => Ok(Some(item)),
                    Ok(false) => self.next(source),
                    Err(raised) => self.end_of_iteration(raised),
                }
            }
            Ok(result) => Ok(Some(self.keep(result))),
            Err(raised) => self.end_of_iteration(raised),
        })
    }

    /// Pushes the function's frame with the first item; where the places below it are.
    fn enter_applied(
        &mut self,
        source: Value,
        application: Application,
        [function, receiver]: [Value; 2],
        sink: Sink,
        held: [Value; HELD],
    ) -> Option<usize> {
        let (number, _, globals) = self.settled(function)?;
        if !self.prepare_frame() {
            return None;
        }
        let item = match self.take_waiting_item(source) {
            Some(item) => item,
            None => match self.step_applied(application.iterator) {
                Step::Item(item) => item,
                Step::End | Step::Other => return None,
            },
        };
        let Isolate { thread, codes, .. } = self;
        let [caller, callee] = thread.frames.prepared()?;
        let place = caller.base as usize + codes.slots(caller.code);
        let base = place + BELOW;
        let (ret, kind) = (sink as u8 | if application.is_filter { FILTER } else { 0 }, FrameKind::Applied);
        *callee = Frame { code: number, pc: 0, base: base as u32, globals, ret, kind, marks: 0 };
        thread.ensure_stack(base + codes.slots(number).max(WINDOW) + WINDOW);
        let places: &mut [Value; BELOW + 2] = thread.stack.get_mut(place..)?.first_chunk_mut()?;
        *places = [held[0], held[1], item, source, receiver, function, item, item];
        put_arguments(places, receiver, item);
        thread.frames.enter_prepared();
        Some(place)
    }

    /// The frame of an applied function is about to return: nothing if it starts anew, or what native code gets from it;
    /// Unbound if that only has to go on.
    #[inline(never)]
    pub(super) fn apply_again(&mut self, result: Value) -> Option<Value> {
        self.settle_parked();
        // Without fuel, or where memory is to be looked after, the native code does that.
        if self.fuel <= 1 || self.heap.wants_collection() || self.finalization.is_due() {
            return Some(result);
        }
        let frame = self.thread.frames.last_mut()?;
        let place = (frame.base as usize).wrapping_sub(BELOW);
        let places: &mut [Value; BELOW + 2] = self.thread.stack.get_mut(place..)?.first_chunk_mut()?;
        let [first, second, item, source, receiver, ..] = *places;
        let sink = *SINKS.get(usize::from(frame.ret & !FILTER))?;
        let is_filter = frame.ret & FILTER != 0;
        let taken = if !is_filter {
            Some(result)
        } else {
            match plain_truth(&self.heap, result) {
                Some(chosen) => chosen.then_some(item),
                None => return Some(result),
            }
        };
        if let Some(taken) = taken {
            let mut held = [first, second];
            if !sink.take(&mut self.heap, &mut held, taken) {
                return Some(result);
            }
            [places[0], places[1]] = held;
        }
        // A `map` with one iterator, or a filter: the caller has seen to that.
        let iterator = self.heap.field(source, usize::from(is_filter));
        let iterator = if is_filter { iterator } else { self.heap.tuple_item(iterator, 0).unwrap_or(Value::NONE) };
        let mut reach = Reach { heap: &mut self.heap, shapes: &self.shapes };
        let Step::Item(item) = step_applied(&self.tables, &mut reach, iterator) else { return Some(Value::UNBOUND) };
        places[HELD] = item;
        put_arguments(places, receiver, item);
        (frame.pc, frame.marks) = (0, 0);
        self.fuel -= 1;
        None
    }
}

/// Puts the arguments into the frame's first registers.
#[inline(always)]
fn put_arguments(places: &mut [Value; BELOW + 2], receiver: Value, item: Value) {
    if receiver.is_unbound() {
        places[BELOW] = item;
    } else {
        (places[BELOW], places[BELOW + 1]) = (receiver, item);
    }
}
