//! Generators, coroutines and asynchronous generators: frames that leave the stack and come back.

use super::call::CallSite;
use super::frame::{WINDOW, mark};
use super::parked::MOST_MOVES;
use super::sinks::{self, HELD, Sink};
use super::{Exit, Frame, FrameKind};
use crate::exceptions::raise;
use crate::heap::GeneratorParts;
use crate::native::TypeId;
use crate::value::Word;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;
use ferropy_bytecode::encoding::field_a;

/// The fields of a generator's payload; its registers follow.
pub(crate) mod field {
    /// Where it goes on and one of the states below, a small int: see [`place`](super::place).
    pub(crate) const PLACE: usize = 0;
    /// The function. It has the globals as well, and the names if the generator is marked as named.
    pub(crate) const FUNCTION: usize = 1;
    /// The exception that it is handling, or None.
    pub(crate) const HANDLED: usize = 2;
    /// The first register.
    pub(crate) const REGISTERS: usize = 3;
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

/// How far the word where a generator goes on is shifted to the left, to have its state beside it.
const STATE_BITS: u32 = 3;

/// Where a generator goes on, and its state, in one word.
#[inline(always)]
pub(super) fn place(pc: u32, state: i64) -> Word {
    Value::small_int(i64::from(pc) << STATE_BITS | state).to_word()
}

/// The parts that [`place`] put together.
#[inline(always)]
pub(super) fn place_parts(word: Word) -> (u32, i64) {
    let both = Value::from_word(word).small_int_bits();
    ((both >> STATE_BITS) as u32, both & ((1 << STATE_BITS) - 1))
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
pub(super) const BELOW: usize = 3;

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
pub(super) fn save_registers(registers: &mut [Word], values: &[Value]) {
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
        let Some((number, ..)) = self.settled(function) else { return Err(raise::internal(self)) };
        let Some(code) = self.codes.get(number) else { return Err(raise::internal(self)) };
        let (parameters, slots, flags) = (code.parameters(), code.slots as usize, code.flags);
        // What has no handler has nothing to do at its end.
        let has_end = flags.has(CodeFlags::COROUTINE) || !code.details().handlers().is_empty();
        let own_name = self.heap.field(function, crate::types::function::field::NAME);
        let own_qualname = self.heap.field(function, crate::types::function::field::QUALNAME);
        let registers = slots.next_multiple_of(TOGETHER);
        let mut fields = Vec::with_capacity(field::REGISTERS + registers);
        fields.extend_from_slice(&[Value::from_word(place(0, state::CREATED)), function, Value::NONE]);
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
        self.keep(generator);
        if !(own_name.is_unbound() && own_qualname.is_unbound()) {
            self.name_generator(generator, [own_name, own_qualname])?;
        }
        Ok(generator)
    }

    /// The state of a generator.
    pub(crate) fn generator_state(&self, generator: Value) -> i64 {
        if self.thread.frames.has_parked()
            && let Some(state) = self.parked_state(generator)
        {
            return state;
        }
        let word = self.heap.field(generator, field::PLACE);
        if word.is_small_int() { place_parts(word.to_word()).1 } else { state::CLOSED }
    }

    /// Puts a generator's frame on the stack with the value that its `yield` gives. The generator must not be running
    /// or closed.
    pub(crate) fn push_generator(&mut self, generator: Value, sent: Value, ret: u8, kind: FrameKind) -> Completion<()> {
        if self.enter_generator(generator, sent, ret, kind).is_some() {
            return Ok(());
        }
        if !self.prepare_frame() {
            return Err(raise::recursion(self));
        }
        match self.enter_generator(generator, sent, ret, kind) {
            Some(()) => Ok(()),
            // Only what has thousands of registers finds no room for them now.
            None => Err(raise::recursion(self)),
        }
    }

    /// Does what [`push_generator`](Self::push_generator) does if room for a frame is prepared and the generator is
    /// neither running nor closed.
    #[inline(always)]
    fn enter_generator(&mut self, generator: Value, sent: Value, ret: u8, kind: FrameKind) -> Option<()> {
        if self.thread.frames.has_parked() {
            if self.resume_parked(generator, sent, ret, kind) {
                return Some(());
            }
            self.make_way();
        }
        self.restore_generator(generator, sent, ret, kind)
    }

    /// Does what [`push_generator`](Self::push_generator) does for a generator whose registers are in the heap.
    #[inline(always)]
    fn restore_generator(&mut self, generator: Value, sent: Value, ret: u8, kind: FrameKind) -> Option<()> {
        let Isolate { heap, thread, codes, .. } = self;
        let globals = heap.function(heap.field_inline(generator, field::FUNCTION)).map_or(0, |(.., globals)| globals);
        let GeneratorParts { code: number, moves, fixed, registers } =
            heap.generator::<{ field::REGISTERS }>(generator)?;
        let function = Value::from_word(fixed[field::FUNCTION]);
        let (pc, previous) = place_parts(fixed[field::PLACE]);
        let handled = Value::from_word(fixed[field::HANDLED]);
        // Where it stands is an instruction that takes what is sent.
        let at = match previous {
            state::SUSPENDED => pc.wrapping_sub(1),
            state::CREATED | state::DELEGATING => pc,
            _ => return None,
        };
        let [caller, callee] = thread.frames.prepared()?;
        let below = if kind == FrameKind::GeneratorSink { BELOW + HELD } else { BELOW };
        let base = caller.base as usize + codes.slots(caller.code) + below;
        let marks = if moves > MOST_MOVES && kind != FrameKind::GeneratorSink { mark::MOVES } else { 0 };
        *callee = Frame { code: number, pc, base: base as u32, globals, ret, kind, marks };
        let end = base + registers.len().max(WINDOW);
        thread.ensure_stack(end + WINDOW);
        let places = thread.stack.get_mut(base - BELOW..end)?;
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
        fixed[field::PLACE] = place(pc, state::RUNNING);
        if !handled.is_none() {
            thread.handled = handled;
        }
        thread.frames.enter_prepared();
        Some(())
    }

    /// Resumes a generator for the `for` loop of the running frame, which goes on at `pc`. False: it is not so simple.
    #[inline(never)]
    pub(crate) fn resume_in_loop(&mut self, generator: Value, target: u8, pc: u32) -> bool {
        self.resume_parked_in_loop(generator, target, pc).is_some() || self.resume_moved_in_loop(generator, target, pc)
    }

    /// Does what [`resume_in_loop`](Self::resume_in_loop) does for a generator whose frame is not parked.
    #[inline(never)]
    fn resume_moved_in_loop(&mut self, generator: Value, target: u8, pc: u32) -> bool {
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc = pc;
        }
        if self.thread.frames.has_parked() {
            self.make_way();
        }
        // Without fuel the loop has to look at the world first.
        self.fuel > 1 && self.restore_generator(generator, Value::NONE, target, FrameKind::GeneratorFor).is_some()
    }

    /// Resumes a generator whose `send` or `__next__` the running frame calls, with the result in register `target`. False:
    /// it is not so simple, and nothing was done.
    pub(crate) fn resume_in_call(&mut self, generator: Value, sent: Value, target: u8) -> bool {
        let is_ready = match self.generator_state(generator) {
            state::SUSPENDED | state::DELEGATING => true,
            state::CREATED => sent.is_none(),
            _ => false,
        };
        if !is_ready || self.fuel <= 1 || self.heap.number(generator) != flavor::GENERATOR {
            return false;
        }
        self.fuel -= 1;
        self.enter_generator(generator, sent, target, FrameKind::GeneratorCall).is_some()
    }

    /// Resumes a generator from native code for a sink. False: it is not so simple, and nothing was done.
    pub(super) fn enter_sink(&mut self, generator: Value, sink: Sink) -> bool {
        self.may_enter_native()
            && self.fuel > 1
            && self.restore_generator(generator, Value::NONE, sink as u8, FrameKind::GeneratorSink).is_some()
    }

    /// The generator of the running frame, which is a generator's.
    pub(crate) fn frame_generator(&self) -> Value {
        let Some(frame) = self.thread.frames.last() else { return Value::UNBOUND };
        self.thread.stack.get((frame.base as usize).wrapping_sub(2)).copied().unwrap_or(Value::UNBOUND)
    }

    /// Takes the running generator's frame off the stack to be continued at `pc`; returns the frame. The register for what
    /// is sent holds None.
    #[inline(always)]
    pub(crate) fn step_out(&mut self, pc: u32, next: i64) -> Option<Frame> {
        match self.park_generator(pc, next) {
            Some(frame) => Some(frame),
            None => self.suspend_generator(pc, next),
        }
    }

    /// Moves the running generator's frame to the heap.
    #[inline(always)]
    fn suspend_generator(&mut self, pc: u32, next: i64) -> Option<Frame> {
        // Who pours comes back to the same place.
        match self.thread.frames.last()?.kind {
            FrameKind::GeneratorSink => self.settle_parked(),
            _ => self.make_way(),
        }
        let Isolate { heap, thread, .. } = self;
        let frame = thread.frames.pop()?;
        let values = thread.stack.get((frame.base as usize).wrapping_sub(BELOW)..)?;
        let (&[before, generator, _], values) = values.split_first_chunk::<BELOW>()?;
        let GeneratorParts { fixed, registers, .. } = heap.generator::<{ field::REGISTERS }>(generator)?;
        save_registers(registers, values);
        let handled = if thread.handled == before { Value::NONE } else { thread.handled };
        thread.handled = before;
        fixed[field::HANDLED] = handled.to_word();
        fixed[field::PLACE] = place(pc, next);
        Some(frame)
    }

    /// Does the work of a `Yield` in a generator that a `for` loop, a call or native code resumed, and says which. For the
    /// first two the value is where it belongs; if it went into a sink, that is what is said, and the running frame goes on.
    /// Nothing: it is another generator, and nothing was done.
    #[inline(never)]
    pub(crate) fn yield_to_caller(&mut self, value: Value, pc: u32) -> Option<FrameKind> {
        let frame = self.thread.frames.last_mut()?;
        if frame.marks & mark::MOVES != 0 {
            return self.yield_and_move(value, pc);
        }
        if frame.kind == FrameKind::GeneratorSink && self.fuel > 1 {
            frame.pc = pc;
            let frame = *frame;
            if sinks::take(&mut self.heap, &mut self.thread.stack, frame, value) {
                return Some(FrameKind::GeneratorSink);
            }
        }
        match self.park_in_loop(value, pc) {
            Some(kind) => Some(kind),
            None => self.yield_and_move(value, pc),
        }
    }

    /// Does the work of a `Yield` in a generator that a loop or a call resumed and whose frame always moves. Nothing: it is
    /// not so simple, and nothing was done.
    #[inline(always)]
    fn move_in_loop(&mut self, value: Value, pc: u32) -> Option<FrameKind> {
        let Isolate { heap, thread, .. } = self;
        let [caller, frame] = thread.frames.last_two()?;
        let (kind, result) = (frame.kind, caller.base as usize + frame.ret as usize);
        if !matches!(kind, FrameKind::GeneratorFor | FrameKind::GeneratorCall) || thread.frames.has_parked() {
            return None;
        }
        let values = thread.stack.get((frame.base as usize).wrapping_sub(BELOW)..)?;
        let (&[before, generator, _], values) = values.split_first_chunk::<BELOW>()?;
        let GeneratorParts { fixed, registers, .. } = heap.generator::<{ field::REGISTERS }>(generator)?;
        save_registers(registers, values);
        fixed[field::HANDLED] = if thread.handled == before { Value::NONE } else { thread.handled }.to_word();
        fixed[field::PLACE] = place(pc, state::SUSPENDED);
        thread.handled = before;
        thread.frames.leave();
        *thread.stack.get_mut(result)? = value;
        Some(kind)
    }

    /// Does what [`yield_to_caller`](Self::yield_to_caller) does for a generator whose frame can't be parked so simply.
    #[inline(never)]
    fn yield_and_move(&mut self, value: Value, pc: u32) -> Option<FrameKind> {
        if let Some(kind) = self.move_in_loop(value, pc) {
            return Some(kind);
        }
        self.yield_rarely(value, pc)
    }

    /// Does what [`yield_to_caller`](Self::yield_to_caller) does for the other generators.
    #[inline(never)]
    fn yield_rarely(&mut self, value: Value, pc: u32) -> Option<FrameKind> {
        let frame = self.thread.frames.last_mut()?;
        let kind = frame.kind;
        match kind {
            FrameKind::GeneratorFor | FrameKind::GeneratorCall | FrameKind::GeneratorEntry => {}
            // The sink has been tried.
            FrameKind::GeneratorSink => {}
            FrameKind::GeneratorDelegate => {
                frame.pc = pc;
                return self.take_in(value).then_some(FrameKind::GeneratorSink);
            }
            _ => return None,
        }
        let frame = self.step_out(pc, state::SUSPENDED)?;
        if matches!(kind, FrameKind::GeneratorEntry | FrameKind::GeneratorSink) {
            return Some(FrameKind::GeneratorEntry);
        }
        self.set_reg(frame.ret, value);
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

    pub(super) fn mark_closed(&mut self, generator: Value) {
        if self.has_generator_frames() {
            self.detach_generator_frame(generator);
        }
        if let Some(GeneratorParts { fixed, registers, .. }) = self.heap.generator::<{ field::REGISTERS }>(generator) {
            fixed[field::PLACE] = place(place_parts(fixed[field::PLACE]).0, state::CLOSED);
            registers.fill(Value::UNBOUND.to_word());
        }
    }

    /// Resumes a generator from native code: the value it yields, or nothing if it ended (its result is in
    /// `Isolate::generator_result` then).
    pub(crate) fn resume_generator(&mut self, generator: Value, sent: Value) -> Completion<Option<Value>> {
        let is_plain = sent.is_none() && self.may_enter_native();
        if is_plain && self.enter_generator(generator, sent, 0, FrameKind::GeneratorEntry).is_some() {
            return self.run_generator();
        }
        self.check_resumable(generator, sent)?;
        if self.generator_state(generator) == state::CLOSED {
            self.generator_result = Value::NONE;
            return Ok(None);
        }
        if !self.may_enter_native() {
            return Err(raise::recursion(self));
        }
        self.push_generator(generator, sent, 0, FrameKind::GeneratorEntry)?;
        self.run_generator()
    }

    /// Runs the generator frame that was just pushed until it yields or ends.
    pub(super) fn run_generator(&mut self) -> Completion<Option<Value>> {
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

    pub(super) fn generator_word(&self, generator: Value) -> &'static str {
        match self.heap.number(generator) {
            flavor::COROUTINE => "coroutine",
            flavor::ASYNC_GENERATOR => "async generator",
            _ => "generator",
        }
    }
}
