//! Trace functions: `sys.settrace` and `sys.setprofile`.
//!
//! Who does not trace pays nothing. While there is a trace function the loop has almost no fuel, so that it leaves its
//! fast path at each jump and call and looks here. To stop at each instruction of a traced frame as well, the frame runs
//! one of two copies of its code: in each of them every second instruction is replaced by `Trace`, which does nothing
//! but stop. Before an instruction the frame is given the copy that has it; behind it the loop meets a `Trace`. Copies
//! are laid out like the original, so positions, handlers and offsets hold for all three.

use super::frame::mark;
use super::frame_objects::{field, flag};
use super::{FUEL, FrameKind};
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use ferropy_bytecode::encoding::{encode_abc, field_a, field_b, field_d};
use ferropy_bytecode::{CodeFlags, Opcode};

/// Whether programs can be traced and their code changed: without it nothing below is in an image but a few tests that fail.
pub(crate) const IS_BUILT: bool = cfg!(feature = "debugging");

/// What a program set to be told of its own steps.
#[derive(Debug)]
pub(crate) struct Tracing {
    /// `sys.settrace`'s function, or None.
    trace: Value,
    /// `sys.setprofile`'s function, or None.
    profile: Value,
    /// One of the functions runs: it is not traced itself.
    is_inside: bool,
    /// The frame of which it is being told of a line, else Unbound.
    told: Value,
    /// What a function is being told.
    event: Option<&'static str>,
    /// Numbers of the copies of traced code, by the original's number.
    copies: BTreeMap<u32, [u32; 2]>,
    /// Native functions that run, with the number of the frame that called them.
    natives: Vec<(usize, Value)>,
}

impl Default for Tracing {
    fn default() -> Self {
        let (copies, natives) = (BTreeMap::new(), Vec::new());
        let (trace, profile) = (Value::NONE, Value::NONE);
        Tracing { trace, profile, is_inside: false, told: Value::UNBOUND, event: None, copies, natives }
    }
}

/// Which of the two functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tracer {
    /// `sys.settrace`.
    Trace,
    /// `sys.setprofile`.
    Profile,
}

impl Isolate {
    /// The function that `sys.settrace` or `sys.setprofile` set, or None.
    #[must_use]
    pub fn tracer(&self, which: Tracer) -> Value {
        match which {
            Tracer::Trace => self.thread.tracing.trace,
            Tracer::Profile => self.thread.tracing.profile,
        }
    }

    /// Sets a trace function; None for none. Frames that run already are not traced unless they have an `f_trace`.
    pub fn set_tracer(&mut self, which: Tracer, function: Value) {
        match which {
            Tracer::Trace => self.thread.tracing.trace = function,
            Tracer::Profile => self.thread.tracing.profile = function,
        }
        for index in 0..self.thread.frames.len() {
            if let Some(frame) = self.thread.frames.get_mut(index) {
                frame.marks |= mark::KNOWN;
            }
        }
        self.thread.tracing.natives.clear();
        self.fuel.limit(self.full_tank());
    }

    /// Calls a function traced, where a trace function itself runs (`sys.call_tracing`).
    ///
    /// # Errors
    /// What the function raises.
    pub fn call_traced(&mut self, function: Value, args: &[Value]) -> Completion {
        let inside = core::mem::take(&mut self.thread.tracing.is_inside);
        let fuel = self.fuel.left();
        self.fuel.set(fuel.min(self.full_tank()));
        let result = self.call(function, args);
        self.thread.tracing.is_inside = inside;
        self.fuel.set(fuel);
        result
    }

    /// Whether a trace function is being told of something in that frame, the innermost one that is traced.
    pub(crate) fn is_being_traced(&self, object: Value) -> bool {
        self.thread.tracing.told == object
    }

    /// What a trace function is being told, where one runs.
    pub(crate) fn told_event(&self) -> Option<&'static str> {
        if IS_BUILT { self.thread.tracing.event } else { None }
    }

    /// Whether there is a function to be told.
    #[inline]
    pub(crate) fn is_tracing(&self) -> bool {
        let tracing = &self.thread.tracing;
        IS_BUILT && !(tracing.is_inside || tracing.trace.is_none() && tracing.profile.is_none())
    }

    /// With how much fuel the loop starts.
    #[inline]
    pub(crate) fn full_tank(&self) -> u32 {
        if self.is_tracing() || self.threads.wants_to_wait() {
            1
        } else if self.has_other_threads() {
            super::threads::FUEL
        } else {
            FUEL
        }
    }

    /// The loop is entered with next to no fuel.
    #[cold]
    #[inline(never)]
    pub(crate) fn enter_without_fuel(&mut self) -> Completion<()> {
        self.fuel.set(1);
        if self.is_tracing() { self.trace_step() } else { Ok(()) }
    }

    /// The end of the program: nobody is told any more.
    pub(crate) fn forget_tracing(&mut self) {
        self.thread.tracing = Tracing::default();
    }

    pub(crate) fn mark_tracing(&mut self) {
        let (trace, profile) = (self.thread.tracing.trace, self.thread.tracing.profile);
        self.heap.mark(trace);
        self.heap.mark(profile);
        for &(_, native) in &self.thread.tracing.natives {
            self.heap.mark(native);
        }
    }

    /// After marking: copies live as long as their originals.
    pub(crate) fn mark_traced_codes(&mut self) {
        if self.thread.tracing.copies.is_empty() {
            return;
        }
        let mut copies = core::mem::take(&mut self.thread.tracing.copies);
        copies.retain(|&original, copies| {
            let is_alive = self.codes.is_marked(original);
            if is_alive {
                copies.iter().for_each(|&copy| self.mark_code(copy));
            }
            is_alive
        });
        self.thread.tracing.copies = copies;
    }

    /// The number of the original of a code that may be a copy.
    pub(crate) fn original_code(&self, number: u32) -> u32 {
        self.codes.get(number).and_then(|code| self.heap.code(code.object()?)).unwrap_or(number)
    }

    /// `Trace`: the running frame stops before the instruction that stands there in the original.
    #[cold]
    pub(crate) fn stop_for_trace(&mut self) {
        let tracing = self.is_tracing();
        let original = self.frame().map_or(0, |frame| self.original_code(frame.code));
        if let Some(frame) = self.thread.frames.last_mut()
            && frame.code != original
        {
            frame.pc = frame.pc.wrapping_sub(1);
            frame.code = original;
        }
        if tracing {
            self.fuel.set(1);
        }
    }

    /// Between two instructions of the loop: tells of what is about to happen in the running frame, and sees that the
    /// loop stops behind the next instruction if there is more to tell.
    pub(crate) fn trace_step(&mut self) -> Completion<()> {
        if !IS_BUILT {
            return Ok(());
        }
        let Some(index) = self.thread.frames.len().checked_sub(1) else { return Ok(()) };
        let Some(frame) = self.thread.frames.last_mut() else { return Ok(()) };
        let is_call = frame.marks & mark::KNOWN == 0;
        frame.marks |= mark::KNOWN;
        let (code, pc) = (frame.code, frame.pc);
        let original = self.original_code(code);
        if !self.is_told_of(original) {
            return Ok(());
        }
        self.scope(|iso| {
            let result = iso.generator_result;
            iso.keep(result);
            let done = iso.tell_step(index, (original, pc), is_call);
            iso.generator_result = result;
            done
        })
    }

    /// Functions of the library that stand for builtin ones are not seen.
    fn is_told_of(&self, code: u32) -> bool {
        let filename = self.codes.get(code).map(|code| code.details().filename());
        !filename.and_then(|name| self.heap.str_bytes(name)).is_some_and(|name| name.starts_with(b"<builtin "))
    }

    fn tell_step(&mut self, index: usize, (original, pc): (u32, u32), is_call: bool) -> Completion<()> {
        self.tell_native_return(index, "c_return")?;
        if is_call {
            self.tell_call(index, pc)?;
        }
        let object = self.known_frame_object(index);
        let local = object.map_or(Value::NONE, |object| self.heap.field(object, field::TRACE).or(Value::NONE));
        let profile = self.thread.tracing.profile;
        if local.is_none() && profile.is_none() || !self.is_tracing() {
            self.set_running_code(index, original);
            return Ok(());
        }
        let mut pc = pc;
        if let Some(object) = object
            && !local.is_none()
        {
            self.tell_line(object, (original, pc))?;
            // The function may have let the frame go on elsewhere.
            pc = self.thread.frames.get(index).map_or(pc, |frame| frame.pc);
        }
        let word = self.codes.get(original).and_then(|code| code.instructions.get(pc as usize)).copied().unwrap_or(0);
        if let Some(value) = self.value_to_leave_with(word) {
            self.tell_return(index, value, Opcode::of(word) == Opcode::Yield)?;
        } else if !profile.is_none() {
            self.tell_native_call(index, word)?;
        }
        let next = if self.is_tracing() { self.copy_with(original, pc)? } else { original };
        self.set_running_code(index, next);
        Ok(())
    }

    fn set_running_code(&mut self, index: usize, code: u32) {
        if let Some(frame) = self.thread.frames.get_mut(index) {
            frame.code = code;
        }
    }

    /// The copy of a code that has the instruction at `pc`.
    fn copy_with(&mut self, original: u32, pc: u32) -> Completion<u32> {
        let copies = match self.thread.tracing.copies.get(&original) {
            Some(&copies) => copies,
            None => {
                // Lines that the program sees are those of the jumps as they were compiled.
                if let Some(code) = self.codes.list.get_mut(original as usize) {
                    code.restore();
                }
                let copies = [self.new_copy(original, 0)?, self.new_copy(original, 1)?];
                self.thread.tracing.copies.insert(original, copies);
                copies
            }
        };
        let stops = |&number: &u32| {
            let word = self.codes.get(number).and_then(|code| code.instructions.get(pc as usize)).copied();
            word.is_some_and(|word| Opcode::of(word) == Opcode::Trace)
        };
        Ok(copies.into_iter().find(|number| !stops(number)).unwrap_or(original))
    }

    /// A copy of a code in which the instructions with an even number, or those with an odd one, are left.
    fn new_copy(&mut self, original: u32, parity: usize) -> Completion<u32> {
        let mut words: Box<[u32]> =
            self.codes.get(original).map_or_else(Box::default, |code| Box::from(&*code.instructions));
        let (mut at, mut number) = (0, 0usize);
        while let Some(word) = words.get_mut(at) {
            at += if Opcode::of(*word).is_wide() { 2 } else { 1 };
            if number % 2 != parity {
                *word = encode_abc(Opcode::Trace, 0, 0, 0);
            }
            number += 1;
        }
        Ok(self.copy_code(original, words))
    }

    /// The object of a frame if it has one.
    fn known_frame_object(&mut self, index: usize) -> Option<Value> {
        let frame = self.thread.frames.get(index)?;
        if frame.kind == FrameKind::Observed || frame.kind.is_generator() {
            return self.frame_object_at(index).ok().flatten();
        }
        None
    }

    fn tell_call(&mut self, index: usize, pc: u32) -> Completion<()> {
        let Some(object) = self.frame_object_at(index)? else { return Ok(()) };
        if pc == 0 {
            self.heap.set_field(object, field::LINE, Value::UNBOUND);
            self.clear_variables(index, object);
        }
        self.heap.set_field(object, field::LAST, Value::small_int(i64::from(pc) - 1));
        let (trace, profile) = (self.thread.tracing.trace, self.thread.tracing.profile);
        if !trace.is_none() {
            let local = self.tell(Tracer::Trace, trace, object, "call", Value::NONE)?;
            let local = if local.is_none() { Value::UNBOUND } else { local };
            self.heap.set_field(object, field::TRACE, local);
        }
        if !profile.is_none() {
            self.tell(Tracer::Profile, profile, object, "call", Value::NONE)?;
        }
        Ok(())
    }

    /// Variables that have no value yet hold what was left in their registers: nobody could read it, but who is told may.
    fn clear_variables(&mut self, index: usize, object: Value) {
        let Some(&frame) = self.thread.frames.get(index) else { return };
        let Some(code) = self.codes.get(frame.code) else { return };
        let parameters = if code.flags.has(CodeFlags::NAMESPACE) { 1 } else { code.parameters() };
        let (base, count) = (frame.base as usize, code.details().local_names().len());
        if let Some(places) = self.thread.stack.get_mut(base + parameters.min(count)..base + count) {
            places.fill(Value::UNBOUND);
        }
        let flags = self.heap.number(object);
        self.heap.set_number(object, flags | flag::CLEARED);
    }

    /// Tells the frame's own trace function of the line that begins, and of the instruction.
    fn tell_line(&mut self, object: Value, (original, pc): (u32, u32)) -> Completion<()> {
        let Some(code) = self.codes.get(original) else { return Ok(()) };
        let place = code.details().positions().find(pc);
        // What comes before the first statement is no line.
        let line = if place.end_column == 0 { 0 } else { i64::from(place.line) };
        let flags = self.heap.number(object);
        let last = self.heap.field(object, field::LAST).as_small_int().unwrap_or(-1);
        self.tell_marks(object, (original, pc), last)?;
        if self.frame().is_some_and(|frame| frame.pc != pc) {
            // The function let the frame go on elsewhere.
            return Ok(());
        }
        let before = self.heap.field(object, field::LINE).as_small_int();
        let is_first = before.is_none();
        // A jump back to the line where it is tells of it again.
        let is_back = i64::from(pc) <= last && !is_first;
        self.heap.set_field(object, field::LAST, Value::small_int(i64::from(pc)));
        if line > 0 && (before != Some(line) || is_back) {
            self.heap.set_field(object, field::LINE, Value::small_int(line));
            if flags & flag::NO_LINES == 0 {
                self.tell_local(object, "line", Value::NONE)?;
            }
        }
        if flags & flag::OPCODES != 0 {
            self.tell_local(object, "opcode", Value::NONE)?;
        }
        Ok(())
    }

    /// Tells of the lines that are passed in front of a word without an instruction of their own.
    fn tell_marks(&mut self, object: Value, (original, pc): (u32, u32), last: i64) -> Completion<()> {
        let Some(code) = self.codes.get(original) else { return Ok(()) };
        let is_back = i64::from(pc) <= last;
        let marks =
            code.details().line_marks().iter().filter(|mark| mark.word == pc && !(is_back && mark.in_front_of_loop));
        let lines: Vec<u32> = marks.map(|mark| mark.line).collect();
        for line in lines {
            let line = Value::small_int(i64::from(line));
            if self.heap.field(object, field::LINE) == line && !is_back {
                continue;
            }
            self.heap.set_field(object, field::LINE, line);
            if self.heap.number(object) & flag::NO_LINES == 0 {
                self.heap.set_field(object, field::LAST, Value::small_int(i64::from(pc)));
                self.tell_local(object, "line", Value::NONE)?;
            }
            if self.frame().is_some_and(|frame| frame.pc != pc) {
                break;
            }
        }
        Ok(())
    }

    /// Tells the frame's own trace function, which may give another one to be told from then on.
    fn tell_local(&mut self, object: Value, event: &'static str, argument: Value) -> Completion<()> {
        let local = self.heap.field(object, field::TRACE).or(Value::NONE);
        if local.is_none() || self.thread.tracing.trace.is_none() {
            return Ok(());
        }
        match self.tell(Tracer::Trace, local, object, event, argument) {
            Ok(next) => {
                if !next.is_none() {
                    self.heap.set_field(object, field::TRACE, next);
                }
                Ok(())
            }
            Err(raised) => {
                self.heap.set_field(object, field::TRACE, Value::UNBOUND);
                Err(raised)
            }
        }
    }

    /// The value with which the instruction leaves its frame.
    fn value_to_leave_with(&self, word: u32) -> Option<Value> {
        match Opcode::of(word) {
            Opcode::Return => Some(self.reg(field_a(word))),
            Opcode::ReturnInt => Some(Value::small_int(i64::from(field_d(word) as i16))),
            Opcode::ReturnSpecial => Some(super::special_value(word)),
            Opcode::Yield => Some(self.reg(field_b(word))),
            _ => None,
        }
    }

    /// The frame is about to be left with a value: tells so. With what a generator yields those that delegate to it are
    /// left too.
    fn tell_return(&mut self, index: usize, value: Value, is_yield: bool) -> Completion<()> {
        let mut index = index;
        loop {
            let kind = self.thread.frames.get(index).map(|frame| frame.kind);
            if let Some(object) = self.known_frame_object(index) {
                self.tell_local(object, "return", value)?;
            }
            let profile = self.thread.tracing.profile;
            if !profile.is_none()
                && let Some(object) = self.frame_object_at(index)?
            {
                self.tell(Tracer::Profile, profile, object, "return", value)?;
            }
            match index.checked_sub(1) {
                Some(outer) if !is_yield && kind == Some(FrameKind::GeneratorFor) && !value.is_none() => {
                    return self.tell_end_of_loop(outer, value);
                }
                Some(outer) if is_yield && kind == Some(FrameKind::GeneratorDelegate) => index = outer,
                _ => return Ok(()),
            }
        }
    }

    /// A generator ends a loop with a value: the loop's frame sees the `StopIteration` that holds it.
    fn tell_end_of_loop(&mut self, index: usize, value: Value) -> Completion<()> {
        let Some(object) = self.known_frame_object(index) else { return Ok(()) };
        let exception = self.new_exception(TypeId::STOP_ITERATION.value(), &[value])?;
        let argument = self.new_tuple(&[TypeId::STOP_ITERATION.value(), exception, Value::NONE])?;
        self.tell_local(object, "exception", argument)
    }

    /// If the instruction calls a native function: tells the profiler.
    fn tell_native_call(&mut self, index: usize, word: u32) -> Completion<()> {
        let a = field_a(word);
        let (function, receiver) = match Opcode::of(word) {
            Opcode::Call | Opcode::CallKeywords | Opcode::CallUnpack | Opcode::CallApart => {
                (self.reg(a), Value::UNBOUND)
            }
            Opcode::CallMethod | Opcode::CallMethodKeywords => (self.reg(a), self.reg(a.wrapping_add(1))),
            _ => return Ok(()),
        };
        let bound_to_native = self.heap.kind(function) == Some(Kind::BoundMethod)
            && self.native_row(self.heap.field(function, 0)).is_some();
        if self.native_row(function).is_none() && !bound_to_native {
            return Ok(());
        }
        let function = if receiver.is_unbound() { function } else { self.new_bound_method(function, receiver)? };
        self.thread.tracing.natives.push((index, function));
        let profile = self.thread.tracing.profile;
        match self.frame_object_at(index)? {
            Some(object) => self.tell(Tracer::Profile, profile, object, "c_call", function).map(|_| ()),
            None => Ok(()),
        }
    }

    /// The native functions that the frame, or one that has gone, called have come to their end.
    fn tell_native_return(&mut self, index: usize, event: &'static str) -> Completion<()> {
        while let Some((caller, function)) = self.thread.tracing.natives.pop_if(|&mut (caller, _)| caller >= index) {
            let profile = self.thread.tracing.profile;
            if caller == index
                && !profile.is_none()
                && let Some(object) = self.frame_object_at(index)?
            {
                self.tell(Tracer::Profile, profile, object, event, function)?;
            }
        }
        Ok(())
    }

    /// An exception passes through the running frame, or leaves it: tells so. The exception that goes on: another one if
    /// a trace function raised.
    #[cold]
    pub(crate) fn trace_exception(&mut self, exception: Value, is_new: bool, leaving: bool) -> Value {
        let Some(index) = self.thread.frames.len().checked_sub(1) else { return exception };
        let code = self.frame().map_or(0, |frame| self.original_code(frame.code));
        if !self.is_told_of(code) {
            return exception;
        }
        let entered = self.thread.frames.last_mut().is_some_and(|frame| {
            let is_new = frame.marks & mark::KNOWN == 0;
            frame.marks |= mark::KNOWN;
            is_new
        });
        if entered && leaving && self.is_instance_of(exception, TypeId::GENERATOR_EXIT) {
            // A generator without a handler is closed as it lies.
            return exception;
        }
        self.keep(exception);
        let (result, in_flight) = (self.generator_result, self.in_flight);
        self.keep(result);
        self.in_flight = Value::NONE;
        let pc = self.frame().map_or(0, |frame| frame.pc);
        let told = match entered.then(|| self.tell_call(index, pc)) {
            Some(Err(raised)) => Err(raised),
            _ => self.tell_exception(index, exception, is_new, leaving),
        };
        self.generator_result = result;
        match told {
            Ok(()) => {
                self.in_flight = in_flight;
                exception
            }
            Err(_) => self.materialize(),
        }
    }

    fn tell_exception(&mut self, index: usize, exception: Value, is_new: bool, leaving: bool) -> Completion<()> {
        self.tell_native_return(index, "c_exception")?;
        let profile = self.thread.tracing.profile;
        if let Some(object) = self.known_frame_object(index) {
            if is_new {
                let class = self.type_of(exception);
                let traceback = self.heap.field(exception, crate::exceptions::field::TRACEBACK).or(Value::NONE);
                let argument = self.new_tuple(&[class, exception, traceback])?;
                self.tell_local(object, "exception", argument)?;
            }
            if leaving {
                self.tell_local(object, "return", Value::NONE)?;
            }
        }
        if leaving
            && !profile.is_none()
            && let Some(object) = self.frame_object_at(index)?
        {
            self.tell(Tracer::Profile, profile, object, "return", Value::NONE)?;
        }
        Ok(())
    }

    /// Calls a trace function, which is not traced itself. One that raises is told of nothing more.
    fn tell(
        &mut self,
        which: Tracer,
        function: Value,
        frame: Value,
        event: &'static str,
        argument: Value,
    ) -> Completion {
        self.thread.tracing.event = Some(event);
        self.thread.tracing.is_inside = true;
        if matches!(event, "line" | "opcode" | "return") {
            self.thread.tracing.told = frame;
        }
        self.fuel.set(FUEL);
        let result: Result<Value, Raised> =
            self.intern(event).map_err(Raised::from).and_then(|event| self.call(function, &[frame, event, argument]));
        self.thread.tracing.is_inside = false;
        self.thread.tracing.told = Value::UNBOUND;
        self.thread.tracing.event = None;
        if result.is_err() {
            match which {
                Tracer::Trace => self.thread.tracing.trace = Value::NONE,
                Tracer::Profile => self.thread.tracing.profile = Value::NONE,
            }
        }
        self.fuel.set(self.full_tank());
        result
    }
}
