//! Calls, returns, yields, and what the loop does when its fuel is used up.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::call::{CallSite, Called};
use crate::interpreter::frame::WINDOW;
use crate::interpreter::generator::state;
use crate::interpreter::{Exit, Frame, FrameKind};
use crate::object::constructor::Constructor;
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::CodeFlags;
use ferropy_bytecode::encoding::{field_a, field_b};

/// How many steps native code makes at least before it looks at the world again.
const LEAST_FUEL: u32 = 256;

/// How many different numbers of steps native code makes between two looks.
const POLL_CYCLE: u32 = 7;

impl Isolate {
    /// Looks at the world after [`FUEL`] jumps and calls: interrupts and the budget. False: the budget is used up.
    #[cold]
    #[inline(never)]
    pub(crate) fn refuel(&mut self) -> Completion<bool> {
        let full = self.full_tank();
        self.fuel.set(full);
        self.look_at_world()?;
        if let Some(budget) = self.budget {
            let left = budget.saturating_sub(u64::from(full));
            if left == 0 && self.native_depth <= self.run_depth {
                self.budget = Some(0);
                return Ok(false);
            }
            self.budget = Some(left);
            self.fuel.set(u32::try_from(left.max(1)).unwrap_or(full).min(full));
        }
        if self.threads.are_several() && self.look_for_turn()? {
            return Ok(false);
        }
        if self.collect_always {
            self.collect();
        }
        if self.is_tracing() {
            self.trace_step()?;
        }
        Ok(true)
    }

    /// Counts a step of native code that may take any number of them: from time to time it looks whether the user wants
    /// to interrupt. A budget can't stop native code.
    #[inline]
    pub(crate) fn native_step(&mut self) -> Completion<()> {
        self.fuel.burn_many(1);
        if self.fuel == 0 { self.poll_from_native() } else { Ok(()) }
    }

    /// Counts many steps of native code at once.
    ///
    /// # Errors
    /// `KeyboardInterrupt`.
    pub fn native_steps(&mut self, count: usize) -> Completion<()> {
        self.fuel.burn_many(u32::try_from(count).unwrap_or(u32::MAX));
        if self.fuel == 0 { self.poll_from_native() } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn poll_from_native(&mut self) -> Completion<()> {
        // Where steps of native code and of the loop alternate, the loop shall have its turn to look, too.
        self.native_polls = self.native_polls.wrapping_add(1);
        let offset = self.native_polls % POLL_CYCLE;
        let full = self.full_tank().saturating_sub(offset).max(1);
        let left = self.budget.map(|budget| budget.saturating_sub(u64::from(full)));
        self.budget = left;
        // With nothing left, the loop stops soon after the native code is done, which looks at the user until then as seldom
        // as it would with a budget.
        let least = full.min(LEAST_FUEL - offset);
        self.fuel.set(left.map_or(full, |left| u32::try_from(left).unwrap_or(full).clamp(least, full)));
        if self.has_event() || self.has_signal() {
            // The loop runs handlers, native code can't.
            self.fuel.limit(LEAST_FUEL - offset);
        }
        self.look_for_interrupt()
    }

    /// Makes a call whose result goes to a register of the running frame.
    pub(crate) fn finish_call(&mut self, site: CallSite) -> Completion<()> {
        self.make_way();
        self.fuel.burn_many(1);
        let mark = self.kept.len();
        let callable = self.thread.stack.get(site.at).copied().unwrap_or(Value::UNBOUND);
        let called = match self.heap.kind(callable) {
            Some(Kind::Function) => self.enter_function(callable, site),
            _ => self.call_site(site),
        };
        self.kept.truncate(mark);
        match called? {
            Called::Frame => Ok(()),
            Called::Value(value) => {
                self.set_reg(site.ret, value);
                Ok(())
            }
        }
    }

    #[inline(never)]
    pub(crate) fn call_slow(&mut self, a: usize, count: usize, keywords: Value) -> Completion<()> {
        let Some(frame) = self.thread.frames.last() else { return Ok(()) };
        let at = frame.base as usize + a;
        if !crate::value::IS_SMALL
            && keywords.is_unbound()
            && let Some(&[callable, first, second, third]) =
                self.thread.stack.get(at..).and_then(|rest| rest.first_chunk())
            && let Some(args) = [first, second, third].get(..count)
            && let Some(result) = self.call_record(callable, args)
        {
            self.fuel.burn_many(1);
            self.set_reg(a as u8, result?);
            return Ok(());
        }
        self.finish_call(CallSite { at, count, keywords, ret: a as u8, kind: FrameKind::Call })
    }

    /// `CallKeywords`.
    #[inline(never)]
    pub(crate) fn call_with_names(&mut self, word: u32, x: u32) -> Completion<()> {
        let keywords = self.constant_at(x as usize);
        self.call_slow(field_a(word) as usize, field_b(word) as usize, keywords)
    }

    /// Calls a class: where nothing but a Python `__init__` has a say, its frame is pushed at once.
    #[inline(never)]
    pub(crate) fn call_class(&mut self, class: Value, word: u32) -> Completion<()> {
        let (a, count) = (field_a(word) as usize, field_b(word) as usize);
        self.make_way();
        let Constructor { init, shape, capacity, is_exception, .. } = self.constructor(class);
        let Some(frame) = self.thread.frames.last() else { return Ok(()) };
        let at = frame.base as usize + a;
        let python = self.settled(init).filter(|&(_, arity, _)| arity as usize == count + 1);
        if python.is_none() && !(is_exception && init.is_none()) || self.has_no_frame_left() {
            return self.call_slow(a, count, Value::UNBOUND);
        }
        let mark = self.kept.len();
        let object = if is_exception {
            let args = self.thread.stack.get(at + 1..at + 1 + count).unwrap_or(&[]);
            let args = self.heap.despite_lock(|heap| heap.new_tuple(args))?;
            self.new_exception_of(class, args)?
        } else {
            self.heap.new_instance(shape, capacity as usize)?
        };
        self.kept.truncate(mark);
        let Some((number, _, globals)) = python else {
            self.set_reg(a as u8, object);
            return Ok(());
        };
        // Two places are put in front of the arguments: the function and the receiver.
        let base = at + 2;
        self.ensure_stack(base + 2 * WINDOW);
        let Some(places) = self.thread.stack.get_mut(at..at + 3 + count) else { return Ok(()) };
        match places {
            [_, _, _] => {}
            [_, first, _, to] => *to = *first,
            [_, first, second, to, last] => (*to, *last) = (*first, *second),
            _ => places.copy_within(1..1 + count, 3),
        }
        if let Some(start) = places.first_chunk_mut() {
            *start = [object, init, object];
        }
        let kind = FrameKind::Init;
        self.thread.frames.push(Frame {
            code: number,
            pc: 0,
            base: base as u32,
            globals,
            ret: a as u8,
            kind,
            marks: 0,
        });
        Ok(())
    }

    #[inline(never)]
    pub(crate) fn call_method_slow(&mut self, a: usize, count: usize, keywords: Value) -> Completion<()> {
        let Some(frame) = self.thread.frames.last() else { return Ok(()) };
        let mut at = frame.base as usize + a;
        let mut count = count + 1;
        if self.thread.stack.get(at + 1).is_some_and(|receiver| receiver.is_unbound()) {
            // An attribute that is no method: it moves next to its arguments.
            self.thread.stack.copy_within(at..at + 1, at + 1);
            at += 1;
            count -= 1;
        }
        self.finish_call(CallSite { at, count, keywords, ret: a as u8, kind: FrameKind::Call })
    }

    /// `CallApart`: the callable and its arguments move behind all slots of the frame.
    pub(crate) fn call_apart(&mut self, a: usize, count: usize) -> Completion<()> {
        let Some(frame) = self.thread.frames.last() else { return Ok(()) };
        let from = frame.base as usize + a;
        let at = self.free_stack() + 2;
        self.ensure_stack(at + count + 2 * WINDOW);
        self.thread.stack.copy_within(from..from + count + 1, at);
        self.finish_call(CallSite { at, count, keywords: Value::UNBOUND, ret: a as u8, kind: FrameKind::Call })
    }

    /// `CallUnpack`: an iterable of arguments and a dict of keywords.
    pub(crate) fn call_unpacked(&mut self, a: u8, callable: Value) -> Completion<()> {
        let (arguments, keywords) = (self.reg(a.wrapping_add(1)), self.reg(a.wrapping_add(2)));
        let arguments = if matches!(self.heap.kind(arguments), Some(Kind::List | Kind::Tuple)) {
            arguments
        } else {
            let list = self.starred_argument(arguments, callable)?;
            self.keep(list)
        };
        let (given, named) = (self.heap.sequence_len(arguments), self.heap.table_len(keywords));
        let names = if named == 0 { Value::UNBOUND } else { self.keyword_names(keywords)? };
        let at = self.free_stack() + 2;
        const FEW: usize = 8;
        let is_new = given + named > FEW || at + given + named + 2 * WINDOW > self.thread.stack.len();
        if crate::value::IS_SMALL && is_new {
            // Once for the arguments themselves, and once for the stack if it has to be copied.
            self.spare((at + 2 * (given + named)) * size_of::<Value>())?;
        }
        self.ensure_stack(at + given + named + 2 * WINDOW);
        let Isolate { heap, thread, .. } = self;
        let places = thread.stack.get_mut(at..at + 1 + given + named).and_then(|places| places.split_first_mut());
        if let Some((first, places)) = places {
            *first = callable;
            if let Some((positional, rest)) = places.split_at_mut_checked(given) {
                heap.copy_items(arguments, positional);
                for (place, (_, value)) in rest.iter_mut().zip(heap.entries(keywords)) {
                    *place = value;
                }
            }
        }
        let site = CallSite { at, count: given + named, keywords: names, ret: a, kind: FrameKind::Call };
        self.finish_call(site)
    }

    /// A return from a frame that was not a plain call. The frame's `pc` is written back.
    pub(crate) fn return_slow(&mut self, kind: FrameKind, value: Value) -> Completion<Option<Exit>> {
        self.settle_parked();
        match kind {
            FrameKind::Observed => match self.detach_frame() {
                FrameKind::Call => self.return_slow(FrameKind::CallBelow, value),
                kind => self.return_slow(kind, value),
            },
            FrameKind::Choice | FrameKind::Condition | FrameKind::Filled | FrameKind::Truth | FrameKind::Length => {
                self.take_answer(kind, value)?;
                Ok(None)
            }
            FrameKind::CallBelow | FrameKind::Step => {
                let frame = self.thread.frames.pop();
                self.set_reg(frame.map_or(0, |frame| frame.ret), value);
                Ok(None)
            }
            FrameKind::Call | FrameKind::Entry => {
                self.thread.frames.pop();
                Ok(Some(Exit::Finished(value)))
            }
            FrameKind::Applied => Ok(self.apply_again(value).map(|value| {
                self.thread.frames.pop();
                Exit::Finished(value)
            })),
            FrameKind::Init => {
                let Some(frame) = self.thread.frames.last().copied() else { return Ok(None) };
                let below = (frame.base as usize).wrapping_sub(2);
                let object = self.thread.stack.get(below).copied().unwrap_or(Value::NONE);
                if !value.is_none() {
                    self.thread.frames.pop();
                    self.check_init(value, object)?;
                    return Ok(None);
                }
                self.thread.frames.pop();
                self.set_reg(frame.ret, object);
                Ok(None)
            }
            FrameKind::Operator => {
                let frame = self.thread.frames.pop();
                let value = if value == Value::NOT_IMPLEMENTED { self.operator_refused()? } else { value };
                self.set_reg(frame.map_or(0, |frame| frame.ret), value);
                Ok(None)
            }
            FrameKind::GeneratorEntry | FrameKind::GeneratorSink => {
                self.close_generator_frame();
                self.thread.frames.pop();
                Ok(Some(Exit::Finished(value)))
            }
            FrameKind::GeneratorCall => {
                self.close_generator_frame();
                self.thread.frames.pop();
                Err(raise::stop_iteration(self, value))
            }
            FrameKind::GeneratorFor => {
                self.close_generator_frame();
                self.thread.frames.pop();
                self.take_jump();
                Ok(None)
            }
            FrameKind::GeneratorDelegate => {
                self.close_generator_frame();
                let frame = self.thread.frames.pop();
                if let Some(outer) = self.thread.frames.last_mut() {
                    outer.pc += 1;
                }
                self.set_reg(frame.map_or(0, |frame| frame.ret), value);
                Ok(None)
            }
        }
    }

    /// Leaves a frame that was asked for a decision.
    fn take_answer(&mut self, kind: FrameKind, answer: Value) -> Completion<()> {
        let Some(frame) = self.thread.frames.pop() else { return Ok(()) };
        match kind {
            FrameKind::Choice => self.choose(frame, answer),
            FrameKind::Condition => self.finish_condition(answer),
            FrameKind::Filled => self.finish_filled(answer),
            FrameKind::Length => {
                let length = self.length_of_answer(answer)?;
                let length = self.heap.new_int(length)?;
                self.set_reg(frame.ret, length);
                Ok(())
            }
            _ => {
                let truth = self.checked_truth(answer)?;
                self.set_reg(frame.ret, truth);
                Ok(())
            }
        }
    }

    /// `Yield`: the frame leaves the stack; the value goes to whoever resumed it.
    pub(crate) fn yield_value(&mut self, value: Value) -> Completion<Option<Exit>> {
        let pc = self.frame().map_or(0, |frame| frame.pc);
        let wrapped = self
            .frame()
            .and_then(|frame| self.codes.get(frame.code))
            .is_some_and(|code| code.flags.has(CodeFlags::ASYNC_GENERATOR));
        let value = if wrapped {
            // What an asynchronous generator yields itself is marked, to tell it from what it awaits.
            let made = self.heap.new_record(crate::native::TypeId::ASYNC_GENERATOR_STEP.number(), 1, &[value])?;
            self.keep(made)
        } else {
            value
        };
        Ok(self.deliver(value, pc, state::SUSPENDED))
    }

    /// Suspends the running generator, and the ones that delegate to it, with a value for whoever resumed them.
    fn deliver(&mut self, value: Value, pc: u32, next: i64) -> Option<Exit> {
        let (mut pc, mut next) = (pc, next);
        loop {
            let frame = self.step_out(pc, next)?;
            match frame.kind {
                FrameKind::GeneratorFor | FrameKind::GeneratorCall => {
                    self.set_reg(frame.ret, value);
                    return None;
                }
                FrameKind::GeneratorDelegate => {
                    // The outer generator stands at its `Delegate` and is suspended there as well.
                    pc = self.frame().map_or(0, |frame| frame.pc);
                    next = state::DELEGATING;
                }
                _ => return Some(Exit::Yielded(value)),
            }
        }
    }

    /// `Delegate`. The frame's `pc` stands behind the instruction when this starts.
    pub(crate) fn delegate(&mut self, register: u8, inner: u8) -> Completion<Option<Exit>> {
        let (sent, iterator) = (self.reg(register), self.reg(inner));
        self.set_reg(register, Value::NONE);
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc -= 1;
        }
        let here = self.frame().map_or(0, |frame| frame.pc);
        if self.heap.kind(iterator) == Some(Kind::Generator) && self.generator_state(iterator) != state::CLOSED {
            let pushed = match self.check_resumable(iterator, sent) {
                Ok(()) => self.push_generator(iterator, sent, register, FrameKind::GeneratorDelegate),
                Err(raised) => Err(raised),
            };
            if let Err(raised) = pushed {
                self.step_over();
                return Err(raised);
            }
            return Ok(None);
        }
        let mark = self.kept.len();
        let result = self.send_to(iterator, sent);
        self.kept.truncate(mark);
        match result {
            Ok(Some(value)) if self.take_in(value) => Ok(None),
            Ok(Some(value)) => Ok(self.deliver(value, here, state::DELEGATING)),
            Ok(None) => {
                self.step_over();
                let result = self.generator_result;
                self.set_reg(register, result);
                Ok(None)
            }
            Err(raised) => {
                self.step_over();
                Err(raised)
            }
        }
    }

    /// Moves the running frame behind its instruction of one word.
    fn step_over(&mut self) {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc += 1;
        }
    }
}
