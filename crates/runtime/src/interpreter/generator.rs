//! Generators, coroutines and asynchronous generators: frames that leave the stack and come back.

use super::call::CallSite;
use super::frame::WINDOW;
use super::{Exit, Frame, FrameKind};
use crate::exceptions::{self, raise};
use crate::heap::Kind;
use crate::native::TypeId;
use crate::value::Word;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;
use ferropy_bytecode::encoding::field_a;

/// The fields of a generator's payload; its registers follow.
pub(crate) mod field {
    /// One of the states below, a small int.
    pub(crate) const STATE: usize = 0;
    /// The function; None when the generator is closed.
    pub(crate) const FUNCTION: usize = 1;
    /// Where it goes on, a small int.
    pub(crate) const PC: usize = 2;
    /// The exception that it is handling, or None.
    pub(crate) const HANDLED: usize = 3;
    /// `__name__`.
    pub(crate) const NAME: usize = 4;
    /// `__qualname__`.
    pub(crate) const QUALNAME: usize = 5;
    /// The globals dict.
    pub(crate) const GLOBALS: usize = 6;
    /// The code object.
    pub(crate) const CODE: usize = 7;
    /// The first register.
    pub(crate) const REGISTERS: usize = 8;
}

/// The states of a generator.
pub(crate) mod state {
    /// Nothing has run yet.
    pub(crate) const CREATED: i64 = 0;
    /// Stands behind a `Yield`.
    pub(crate) const SUSPENDED: i64 = 1;
    /// Stands at a `Delegate`.
    pub(crate) const DELEGATING: i64 = 2;
    /// Is running.
    pub(crate) const RUNNING: i64 = 3;
    /// Has ended.
    pub(crate) const CLOSED: i64 = 4;
}

/// What kind of generator: its number in the heap.
pub(crate) mod flavor {
    /// A generator.
    pub(crate) const GENERATOR: u32 = 0;
    /// A coroutine.
    pub(crate) const COROUTINE: u32 = 1;
    /// An asynchronous generator.
    pub(crate) const ASYNC_GENERATOR: u32 = 2;
    /// A generator that may be awaited (`types.coroutine`).
    pub(crate) const AWAITABLE_GENERATOR: u32 = 3;
}

/// Places below a generator's frame: the exception handled before, the generator, the function.
const BELOW: usize = 3;

/// What became of something thrown at the iterator that a generator delegates to.
enum Caught {
    /// It yielded a value.
    Yielded(Value),
    /// It ended; its result is in `Isolate::generator_result`.
    Ended,
    /// It raised.
    Raised(Raised),
    /// It can't be thrown at: the generator itself is next.
    Nothing,
}

/// Generators have room for a multiple of so many registers, which are copied together: a loop over single ones costs more
/// than it moves, as there are few.
const TOGETHER: usize = 4;

/// Copies a generator's registers to the stack.
#[inline(always)]
fn restore_registers(places: &mut [Value], registers: &[Word]) {
    let (places, registers) = (places.as_chunks_mut::<TOGETHER>().0, registers.as_chunks::<TOGETHER>().0);
    for (places, words) in places.iter_mut().zip(registers) {
        for (place, &word) in places.iter_mut().zip(words) {
            *place = Value::from_word(word);
        }
    }
}

/// Copies registers from the stack to their generator.
#[inline(always)]
fn save_registers(registers: &mut [Word], values: &[Value]) {
    let (registers, values) = (registers.as_chunks_mut::<TOGETHER>().0, values.as_chunks::<TOGETHER>().0);
    for (places, values) in registers.iter_mut().zip(values) {
        for (place, value) in places.iter_mut().zip(values) {
            *place = value.to_word();
        }
    }
}

impl Isolate {
    /// The type of a generator object.
    pub(crate) fn generator_type(&self, value: Value) -> Value {
        match self.heap.number(value) {
            flavor::COROUTINE => TypeId::COROUTINE.value(),
            flavor::ASYNC_GENERATOR => TypeId::ASYNC_GENERATOR.value(),
            _ => TypeId::GENERATOR.value(),
        }
    }

    /// A generator for a call of a generator function whose parameters lie at `base`.
    pub(crate) fn make_generator(&mut self, function: Value, base: usize, _site: CallSite) -> Completion {
        let Some((number, _, globals)) = self.heap.function(function) else { return Err(raise::internal(self)) };
        let Some(code) = self.codes.get(number) else { return Err(raise::internal(self)) };
        let (parameters, slots, flags) = (code.parameters(), code.slots as usize, code.flags);
        // What has no handler has nothing to do at its end.
        let has_end = flags.has(CodeFlags::COROUTINE) || !code.details.handlers.is_empty();
        let object = code.object;
        let own_name = self.heap.field(function, crate::types::function::field::NAME);
        let own_qualname = self.heap.field(function, crate::types::function::field::QUALNAME);
        let (name, qualname) = (own_name.or(code.details.name), own_qualname.or(code.details.qualified_name));
        let registers = slots.next_multiple_of(TOGETHER);
        let mut fields = Vec::with_capacity(field::REGISTERS + registers);
        fields.extend_from_slice(&[
            Value::small_int(state::CREATED),
            function,
            Value::small_int(0),
            Value::NONE,
            name,
            qualname,
            Value::handle(globals),
            object,
        ]);
        fields.extend_from_slice(self.thread.stack.get(base..base + parameters).unwrap_or(&[]));
        fields.resize(field::REGISTERS + registers, Value::UNBOUND);
        let flavor = if flags.has(CodeFlags::COROUTINE) {
            flavor::COROUTINE
        } else if flags.has(CodeFlags::ASYNC_GENERATOR) {
            flavor::ASYNC_GENERATOR
        } else if flags.has(CodeFlags::ITERABLE_COROUTINE) {
            flavor::AWAITABLE_GENERATOR
        } else {
            flavor::GENERATOR
        };
        let generator = self.heap.new_generator(number, flavor, &fields)?;
        if has_end {
            self.watch_end(generator);
        }
        Ok(self.keep(generator))
    }

    /// The state of a generator.
    pub(crate) fn generator_state(&self, generator: Value) -> i64 {
        self.heap.field(generator, field::STATE).as_small_int().unwrap_or(state::CLOSED)
    }

    /// Puts a generator's frame on the stack with the value that its `yield` gives. The generator must not be running
    /// or closed.
    pub(crate) fn push_generator(&mut self, generator: Value, sent: Value, ret: u8, kind: FrameKind) -> Completion<()> {
        if self.enter_generator(generator, sent, ret, kind).is_some() {
            return Ok(());
        }
        if !self.thread.frames.prepare() {
            return Err(raise::recursion(self));
        }
        match self.enter_generator(generator, sent, ret, kind) {
            Some(()) => Ok(()),
            None => Err(raise::internal(self)),
        }
    }

    /// Does what [`push_generator`](Self::push_generator) does if room for a frame is prepared and the generator is
    /// neither running nor closed.
    #[inline(always)]
    fn enter_generator(&mut self, generator: Value, sent: Value, ret: u8, kind: FrameKind) -> Option<()> {
        let Isolate { heap, thread, codes, .. } = self;
        let (number, fields) = heap.generator(generator)?;
        let (fixed, registers) = fields.split_first_chunk_mut::<{ field::REGISTERS }>()?;
        let (function, globals) = (Value::from_word(fixed[field::FUNCTION]), Value::from_word(fixed[field::GLOBALS]));
        let pc = Value::from_word(fixed[field::PC]).as_small_int()? as u32;
        let previous = Value::from_word(fixed[field::STATE]).as_small_int()?;
        let handled = Value::from_word(fixed[field::HANDLED]);
        // Where it stands is an instruction that takes what is sent.
        let at = match previous {
            state::SUSPENDED => pc.wrapping_sub(1),
            state::CREATED | state::DELEGATING => pc,
            _ => return None,
        };
        let [caller, callee] = thread.frames.prepared()?;
        let base = caller.base as usize + codes.slots(caller.code) + BELOW;
        let globals = globals.as_handle().unwrap_or(0);
        *callee = Frame { code: number, pc, base: base as u32, globals, ret, kind, is_known: false };
        thread.ensure_stack(base + registers.len() + WINDOW);
        let places = thread.stack.get_mut(base - BELOW..base + registers.len())?;
        let (below, places) = places.split_first_chunk_mut::<BELOW>()?;
        *below = [thread.handled, generator, function];
        restore_registers(places, registers);
        // Where it stands, nothing is sent unless something else is.
        if !sent.is_none()
            && previous != state::CREATED
            && let Some(&word) = codes.get(number).and_then(|code| code.instructions.get(at as usize))
            && let Some(place) = places.get_mut(field_a(word) as usize)
        {
            *place = sent;
        }
        fixed[field::STATE] = Value::small_int(state::RUNNING).to_word();
        if !handled.is_none() {
            thread.handled = handled;
        }
        thread.frames.enter_prepared();
        Some(())
    }

    /// Resumes a generator for the `for` loop of the running frame, which goes on at `pc`. False: it is not so simple.
    #[inline(never)]
    pub(crate) fn resume_in_loop(&mut self, generator: Value, target: u8, pc: u32) -> bool {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc = pc;
        }
        // Without fuel the loop has to look at the world first.
        self.fuel > 1 && self.enter_generator(generator, Value::NONE, target, FrameKind::GeneratorFor).is_some()
    }

    /// The generator of the running frame, which is a generator's.
    pub(crate) fn frame_generator(&self) -> Value {
        let Some(frame) = self.thread.frames.last() else { return Value::UNBOUND };
        self.thread.stack.get((frame.base as usize).wrapping_sub(2)).copied().unwrap_or(Value::UNBOUND)
    }

    /// Takes the running generator's frame off the stack to be continued at `pc`; returns the frame. The register for what
    /// is sent holds None.
    #[inline(always)]
    pub(crate) fn suspend_generator(&mut self, pc: u32, next: i64) -> Option<Frame> {
        let Isolate { heap, thread, .. } = self;
        let frame = thread.frames.pop()?;
        let values = thread.stack.get((frame.base as usize).wrapping_sub(BELOW)..)?;
        let (&[before, generator, _], values) = values.split_first_chunk::<BELOW>()?;
        let (_, fields) = heap.generator(generator)?;
        let (fixed, registers) = fields.split_first_chunk_mut::<{ field::REGISTERS }>()?;
        let handled = if thread.handled == before { Value::NONE } else { thread.handled };
        thread.handled = before;
        fixed[field::HANDLED] = handled.to_word();
        fixed[field::PC] = Value::small_int(i64::from(pc)).to_word();
        fixed[field::STATE] = Value::small_int(next).to_word();
        save_registers(registers, values);
        Some(frame)
    }

    /// Does the work of a `Yield` in a generator that a `for` loop or native code resumed, and says which; for a loop
    /// the value is where it belongs. Nothing: it is another generator, and nothing was done.
    #[inline(never)]
    pub(crate) fn yield_to_caller(&mut self, value: Value, pc: u32) -> Option<FrameKind> {
        let kind = self.thread.frames.last()?.kind;
        if !matches!(kind, FrameKind::GeneratorFor | FrameKind::GeneratorEntry) {
            return None;
        }
        let frame = self.suspend_generator(pc, state::SUSPENDED)?;
        if kind == FrameKind::GeneratorFor {
            self.set_reg(frame.ret, value);
        }
        Some(kind)
    }

    /// The running generator's frame is about to leave the stack for good.
    pub(crate) fn close_generator_frame(&mut self) {
        let generator = self.frame_generator();
        let Some(frame) = self.thread.frames.last() else { return };
        let base = frame.base as usize;
        self.thread.handled = self.thread.stack.get(base.wrapping_sub(BELOW)).copied().unwrap_or(Value::NONE);
        self.mark_closed(generator);
    }

    fn mark_closed(&mut self, generator: Value) {
        if self.has_generator_frames() {
            self.detach_generator_frame(generator);
        }
        self.heap.set_field(generator, field::STATE, Value::small_int(state::CLOSED));
        for index in field::REGISTERS..self.heap.field_count(generator) {
            self.heap.set_field(generator, index, Value::UNBOUND);
        }
    }

    /// Resumes a generator from native code: the value it yields, or nothing if it ended (its result is in
    /// `Isolate::generator_result` then).
    pub(crate) fn resume_generator(&mut self, generator: Value, sent: Value) -> Completion<Option<Value>> {
        let is_plain = sent.is_none() && self.native_depth < self.limits.native_depth;
        if is_plain && self.enter_generator(generator, sent, 0, FrameKind::GeneratorEntry).is_some() {
            return self.run_generator();
        }
        self.check_resumable(generator, sent)?;
        if self.generator_state(generator) == state::CLOSED {
            self.generator_result = Value::NONE;
            return Ok(None);
        }
        if self.native_depth >= self.limits.native_depth {
            return Err(raise::recursion(self));
        }
        self.push_generator(generator, sent, 0, FrameKind::GeneratorEntry)?;
        self.run_generator()
    }

    /// Runs the generator frame that was just pushed until it yields or ends.
    fn run_generator(&mut self) -> Completion<Option<Value>> {
        self.native_depth += 1;
        let result = loop {
            match self.execute() {
                Exit::Yielded(value) => break Ok(Some(self.keep(value))),
                Exit::Finished(value) => {
                    self.generator_result = self.keep(value);
                    break Ok(None);
                }
                Exit::Raised(raised) => break Err(raised),
                Exit::OutOfBudget => {}
            }
        };
        self.native_depth -= 1;
        result
    }

    /// Whether the generator may be resumed with that value.
    pub(crate) fn check_resumable(&mut self, generator: Value, sent: Value) -> Completion<()> {
        match self.generator_state(generator) {
            state::RUNNING => {
                let what = self.generator_word(generator);
                Err(raise::value_error(self, &alloc::format!("{what} already executing")))
            }
            state::CREATED if !sent.is_none() => {
                let what = self.generator_word(generator);
                Err(raise::type_error(self, &alloc::format!("can't send non-None value to a just-started {what}")))
            }
            state::CLOSED if self.heap.number(generator) == flavor::COROUTINE => {
                Err(raise::runtime_error(self, "cannot reuse already awaited coroutine"))
            }
            _ => Ok(()),
        }
    }

    fn generator_word(&self, generator: Value) -> &'static str {
        match self.heap.number(generator) {
            flavor::COROUTINE => "coroutine",
            flavor::ASYNC_GENERATOR => "async generator",
            _ => "generator",
        }
    }

    /// `generator.throw(…)`: the next value it yields, or nothing if it ended normally. What is thrown is looked at only
    /// by the generator that it reaches; an iterator that is delegated to gets it as it was given.
    pub(crate) fn throw_into(&mut self, generator: Value, thrown: &[Value]) -> Completion<Option<Value>> {
        let state = self.generator_state(generator);
        if state == state::DELEGATING {
            return self.throw_into_delegate(generator, thrown);
        }
        let exception = self.exception_to_throw(thrown)?;
        match state {
            state::RUNNING => {
                let what = self.generator_word(generator);
                return Err(raise::value_error(self, &alloc::format!("{what} already executing")));
            }
            state::CREATED => {
                let (code, globals) =
                    (self.heap.field(generator, field::CODE), self.heap.field(generator, field::GLOBALS));
                self.mark_closed(generator);
                self.in_flight = exception;
                self.add_start_to_traceback(exception, code, globals);
                return Err(Raised::EXCEPTION);
            }
            state::CLOSED => {
                if self.heap.number(generator) == flavor::COROUTINE {
                    return Err(raise::runtime_error(self, "cannot reuse already awaited coroutine"));
                }
                self.in_flight = exception;
                return Err(Raised::EXCEPTION);
            }
            _ => {}
        }
        let handles = !self.heap.field(generator, field::HANDLED).or(Value::NONE).is_none();
        self.push_generator(generator, Value::NONE, 0, FrameKind::GeneratorEntry)?;
        // What the caller is handling is no context of what it throws; what the generator is handling is.
        if handles {
            let raised = self.raise_exception(exception);
            return self.continue_raising(raised);
        }
        self.in_flight = exception;
        self.continue_raising(Raised::EXCEPTION)
    }

    /// The exception that the arguments of `throw` stand for: an exception, or a class with perhaps a value, and perhaps
    /// a traceback.
    pub(crate) fn exception_to_throw(&mut self, thrown: &[Value]) -> Completion {
        let argument = |index: usize| thrown.get(index).copied().unwrap_or(Value::NONE);
        let (class, value, traceback) = (argument(0), argument(1), argument(2));
        if !traceback.is_none() && self.type_of(traceback) != TypeId::TRACEBACK.value() {
            return Err(raise::type_error(self, "throw() third argument must be a traceback object"));
        }
        let exception = if self.is_class(class) && self.is_subtype(class, TypeId::BASE_EXCEPTION.value()) {
            if value.is_none() {
                self.call(class, &[])?
            } else if self.is_instance(value, class)? {
                value
            } else {
                // A tuple stands for several arguments.
                let inner = self.unwrap(value);
                let arguments: Vec<Value> = match self.heap.kind(inner) {
                    Some(Kind::Tuple) => self.heap.items(inner).collect(),
                    _ => alloc::vec![value],
                };
                self.call(class, &arguments)?
            }
        } else if self.is_instance_of(class, TypeId::BASE_EXCEPTION) {
            if !value.is_none() {
                return Err(raise::type_error(self, "instance exception may not have a separate value"));
            }
            class
        } else {
            let kind = self.type_name(class);
            let message =
                alloc::format!("exceptions must be classes or instances deriving from BaseException, not {kind}");
            return Err(raise::type_error(self, &message));
        };
        if !self.is_instance_of(exception, TypeId::BASE_EXCEPTION) {
            let (class, kind) = (self.repr_text(class)?, self.type_name(exception));
            let message =
                alloc::format!("calling {class} should have returned an instance of BaseException, not {kind}");
            return Err(raise::type_error(self, &message));
        }
        if !traceback.is_none() {
            self.heap.set_field(exception, exceptions::field::TRACEBACK, traceback);
        }
        Ok(exception)
    }

    /// Goes on with the generator frame just pushed by raising at its place.
    fn continue_raising(&mut self, raised: Raised) -> Completion<Option<Value>> {
        self.native_depth += 1;
        let stopped = self.unwind(raised);
        self.native_depth -= 1;
        match stopped {
            None => self.run_generator(),
            Some(Exit::Raised(raised)) => Err(raised),
            Some(_) => Ok(None),
        }
    }

    /// `throw` into a generator that delegates: what is thrown goes to the iterator that it delegates to.
    fn throw_into_delegate(&mut self, generator: Value, thrown: &[Value]) -> Completion<Option<Value>> {
        let inner = self.delegate_of(generator);
        self.heap.set_field(generator, field::STATE, Value::small_int(state::RUNNING));
        let result = self.throw_into_iterator(inner, thrown);
        self.heap.set_field(generator, field::STATE, Value::small_int(state::DELEGATING));
        match result? {
            Caught::Yielded(yielded) => Ok(Some(yielded)),
            Caught::Ended => {
                // The outer generator goes on with the result of the inner iterator.
                let result = self.generator_result;
                self.push_behind_delegate(generator, result)?;
                self.run_generator()
            }
            Caught::Raised(raised) => {
                self.push_behind_delegate(generator, Value::NONE)?;
                self.continue_raising(raised)
            }
            Caught::Nothing => {
                let exception = self.exception_to_throw(thrown)?;
                self.push_behind_delegate(generator, Value::NONE)?;
                let raised = self.raise_exception(exception);
                self.continue_raising(raised)
            }
        }
    }

    /// Puts a generator's frame on the stack, behind the instruction that delegates.
    fn push_behind_delegate(&mut self, generator: Value, result: Value) -> Completion<()> {
        self.push_generator(generator, result, 0, FrameKind::GeneratorEntry)?;
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc += 1;
        }
        Ok(())
    }

    /// What a suspended generator delegates to.
    pub(crate) fn delegate_of(&self, generator: Value) -> Value {
        let pc = self.heap.field(generator, field::PC).as_small_int().unwrap_or(0) as usize;
        let code = self.heap.field(generator, field::CODE);
        let word = self.code_of(code).and_then(|code| code.instructions.get(pc)).copied().unwrap_or(0);
        self.heap.field(generator, field::REGISTERS + ferropy_bytecode::encoding::field_b(word) as usize)
    }

    fn throw_into_iterator(&mut self, inner: Value, thrown: &[Value]) -> Completion<Caught> {
        if self.is_generator_exit(thrown) {
            return Ok(match self.close_iterator(inner) {
                Ok(()) => Caught::Nothing,
                Err(raised) => Caught::Raised(raised),
            });
        }
        let result = if self.heap.kind(inner) == Some(Kind::Generator) {
            self.throw_into(inner, thrown)
        } else {
            let Some(throw) = self.get_attr_opt(inner, names::throw)? else {
                return Ok(Caught::Nothing);
            };
            match self.call(throw, thrown) {
                Ok(value) => Ok(Some(value)),
                Err(raised) => self.stop_iteration_value(raised),
            }
        };
        Ok(match result {
            Ok(Some(yielded)) => Caught::Yielded(yielded),
            Ok(None) => Caught::Ended,
            Err(raised) => Caught::Raised(raised),
        })
    }

    /// Whether what is thrown is a `GeneratorExit`, or that class.
    fn is_generator_exit(&self, thrown: &[Value]) -> bool {
        let Some(&class) = thrown.first() else { return false };
        let wanted = TypeId::GENERATOR_EXIT;
        self.is_instance_of(class, wanted) || self.is_class(class) && self.is_subtype(class, wanted.value())
    }

    /// After an exception: nothing if it is `StopIteration`, whose value is put into `generator_result`.
    fn stop_iteration_value(&mut self, raised: Raised) -> Completion<Option<Value>> {
        if !self.raised_is(TypeId::STOP_ITERATION) {
            return Err(raised);
        }
        let exception = self.take_exception();
        let value = self.heap.field(exception, exceptions::field::EXTRA);
        self.generator_result = self.keep(value);
        Ok(None)
    }

    /// `close()` of an iterator, if it has that.
    fn close_iterator(&mut self, inner: Value) -> Completion<()> {
        if self.heap.kind(inner) == Some(Kind::Generator) {
            return self.close_generator(inner).map(|_| ());
        }
        if let Some(close) = self.get_attr_opt(inner, names::close)? {
            self.call(close, &[])?;
        }
        Ok(())
    }

    /// `generator.close()`: the value that it returns with, or None.
    pub(crate) fn close_generator(&mut self, generator: Value) -> Completion {
        match self.generator_state(generator) {
            state::CREATED => {
                self.mark_closed(generator);
                return Ok(Value::NONE);
            }
            state::CLOSED => return Ok(Value::NONE),
            _ => {}
        }
        let exception = self.new_exception(TypeId::GENERATOR_EXIT.value(), &[])?;
        match self.throw_into(generator, &[exception]) {
            Ok(Some(_)) => {
                let what = self.generator_word(generator);
                Err(raise::runtime_error(self, &alloc::format!("{what} ignored GeneratorExit")))
            }
            Ok(None) => Ok(self.generator_result),
            Err(raised) => {
                if self.raised_is(TypeId::GENERATOR_EXIT) || self.raised_is(TypeId::STOP_ITERATION) {
                    self.take_exception();
                    return Ok(Value::NONE);
                }
                Err(raised)
            }
        }
    }

    /// Sends a value to any iterator, as `Delegate` does: what it yields, or nothing at its end.
    pub(crate) fn send_to(&mut self, iterator: Value, sent: Value) -> Completion<Option<Value>> {
        if self.heap.kind(iterator) == Some(Kind::Generator) {
            return self.resume_generator(iterator, sent);
        }
        let result = if sent.is_none() {
            let class = self.type_of(iterator);
            match self.lookup(class, names::__next__) {
                Some(function) => self.call_unbound_raw(function, iterator, &[]),
                None => {
                    let kind = self.class_name(class);
                    return Err(raise::type_error(self, &alloc::format!("'{kind}' object is not an iterator")));
                }
            }
        } else {
            self.call_method(iterator, names::send, &[sent])
        };
        match result {
            Ok(value) if value.is_unbound() => {
                self.generator_result = Value::NONE;
                Ok(None)
            }
            Ok(value) => Ok(Some(value)),
            Err(raised) => self.stop_iteration_value(raised),
        }
    }
}
