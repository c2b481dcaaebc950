//! Unwinding: from the instruction that raised to the handler, or out of the frame, with a traceback entry for each
//! frame on the way.

use super::details::Details;
use super::{Exit, Frame, FrameKind};
use crate::exceptions::{field, raise};
use crate::native::TypeId;
use crate::value::IS_SMALL;
use crate::{Isolate, Raised, Value};
use ferropy_bytecode::encoding::field_b;
use ferropy_bytecode::positions::Position;
use ferropy_bytecode::{CodeFlags, Opcode};

/// One line of a traceback: where the exception passed.
#[derive(Clone, Copy, Debug)]
pub struct TracebackEntry {
    /// The code object.
    pub code: Value,
    /// The place in the source.
    pub position: Position,
}

/// The fields of a traceback object, a record.
pub(crate) mod traceback_field {
    /// The next traceback, nearer to where it was raised, or None.
    pub(crate) const NEXT: usize = 0;
    /// The code object.
    pub(crate) const CODE: usize = 1;
    /// The word behind the instruction, a small int.
    pub(crate) const PC: usize = 2;
    /// The globals dict.
    pub(crate) const GLOBALS: usize = 3;
    /// The frame object, once there is one; a generator whose frame it is; or the entry that knows.
    pub(crate) const FRAME: usize = 4;
    /// The line number if it was given explicitly, else Unbound.
    pub(crate) const LINE: usize = 5;
    /// The number of the frame on the stack, a small int.
    pub(crate) const DEPTH: usize = 6;
    /// The entry of the frame that called this one. From here on only where the exception has left the frame.
    pub(crate) const OUTER: usize = 7;
    /// The function.
    pub(crate) const FUNCTION: usize = 8;
    /// The first variable.
    pub(crate) const LOCALS: usize = 9;
}

impl Isolate {
    /// Raises in the running frame: finds the handler and sets the frame to go on there, or leaves frames until one
    /// has a handler or the loop was entered with it. Nothing means: go on with the loop.
    pub(crate) fn unwind(&mut self, _: Raised) -> Option<Exit> {
        if self.go_to_handler() {
            return None;
        }
        self.leave_frames()
    }

    /// What [`Isolate::unwind`] mostly comes to: a plain frame in which a new exception was raised has a handler, and nobody
    /// watches. Whether that was done.
    fn go_to_handler(&mut self) -> bool {
        let exception = self.in_flight;
        if self.is_tracing() || self.thread.frames.has_parked() {
            return false;
        }
        let Some(&Frame { kind, code: number, pc, base, globals, .. }) = self.thread.frames.last() else {
            return false;
        };
        let Some(code) = self.codes.get(number) else { return false };
        let (Details::Own(details), Some(object)) = (code.details(), code.object()) else { return false };
        let at = pc.saturating_sub(1);
        let Some(handler) = details.handlers.iter().find(|handler| handler.start <= at && at < handler.end) else {
            return false;
        };
        let (place, target) = (base as usize + handler.register as usize, handler.target);
        // Others look for memory first, have an object, or an entry already.
        let Some([class, _, Value::NONE]) = self.heap.exception_start(exception) else { return false };
        if class == TypeId::MEMORY_ERROR.value()
            || class == TypeId::RECURSION_ERROR.value()
            || kind.is_generator()
            || kind == FrameKind::Observed
        {
            return false;
        }
        let depth = self.frame_place(self.thread.frames.len().saturating_sub(1));
        // In the order of `traceback_field`.
        let entry: [Value; traceback_field::DEPTH + 1] = [
            Value::NONE,
            object,
            Value::small_int(i64::from(pc)),
            Value::handle(globals),
            Value::UNBOUND,
            Value::UNBOUND,
            depth,
        ];
        // Who loads code does not keep its object alive.
        self.heap.shade(object);
        // Without room for the entry the exception goes on without it.
        let made = self.heap.despite_lock(|heap| heap.new_record(TypeId::TRACEBACK.number(), 0, &entry));
        if let Ok(entry) = made {
            self.heap.set_field(exception, field::TRACEBACK, entry);
        }
        self.enter_handler(exception, place, target);
        true
    }

    /// Goes on in the running frame at a handler, which gets the exception in that place of the stack.
    fn enter_handler(&mut self, exception: Value, place: usize, target: u32) {
        if let Some(register) = self.thread.stack.get_mut(place) {
            *register = exception;
        }
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc = target;
        }
        self.in_flight = Value::NONE;
        if IS_SMALL && self.thread.frames.is_mostly_empty() {
            // Whoever deals with it may need the memory of the frames that were left.
            self.clear_unused_stack();
            self.heap.take_back();
        }
    }

    fn leave_frames(&mut self) -> Option<Exit> {
        self.settle_parked();
        let mut exception = self.materialize();
        let mut again = self.is_reraise();
        loop {
            let mut frame = *self.thread.frames.last()?;
            let at = frame.pc.saturating_sub(1);
            let code = self.codes.get(frame.code)?;
            let handler =
                code.details().handlers().iter().find(|handler| handler.start <= at && at < handler.end).copied();
            let is_new = !core::mem::take(&mut again);
            if is_new {
                self.add_traceback(exception, handler.is_none());
            } else if handler.is_none() && !self.is_instance_of(exception, TypeId::MEMORY_ERROR) {
                let entry = self.heap.field(exception, field::TRACEBACK);
                self.complete_traceback_entry(entry);
            }
            if self.is_tracing() {
                exception = self.trace_exception(exception, is_new, handler.is_none());
            }
            if let Some(handler) = handler {
                self.enter_handler(exception, frame.base as usize + handler.register as usize, handler.target);
                return None;
            }
            if frame.kind == FrameKind::Observed {
                frame.kind = self.detach_frame();
            }
            if frame.kind.is_generator() {
                self.close_generator_frame();
                exception = self.convert_stop(exception, frame.code);
            }
            self.thread.frames.pop();
            if frame.kind.is_entry() {
                self.in_flight = exception;
                return Some(Exit::Raised(Raised::EXCEPTION));
            }
            if frame.kind == FrameKind::GeneratorDelegate
                && let Some(outer) = self.thread.frames.last_mut()
            {
                // The outer frame stands at its `Delegate`: it raises there.
                outer.pc += 1;
            }
            if matches!(frame.kind, FrameKind::Step | FrameKind::Choice)
                && self.is_instance_of(exception, TypeId::STOP_ITERATION)
            {
                // The iterator whose function raised it has ended, and with it the loop.
                self.in_flight = Value::NONE;
                self.take_jump();
                return None;
            }
            self.complete_attribute_error_of_property(exception);
        }
    }

    /// An `AttributeError` left a property's getter that the running frame entered: it says which attribute is missing.
    fn complete_attribute_error_of_property(&mut self, exception: Value) {
        let Some(&frame) = self.thread.frames.last() else { return };
        let Some(at) = (frame.pc as usize).checked_sub(2) else { return };
        let words = self.codes.get(frame.code).and_then(|code| code.instructions.get(at..at + 2));
        let Some(&[word, x]) = words else { return };
        if Opcode::of(word) == Opcode::GetAttr && self.is_instance_of(exception, TypeId::ATTRIBUTE_ERROR) {
            let (object, name) = (self.reg(field_b(word)), self.name_at(x));
            self.in_flight = exception;
            self.complete_attribute_error(object, name);
        }
    }

    /// Whether the instruction that raised adds no traceback entry.
    fn is_reraise(&self) -> bool {
        let Some(frame) = self.thread.frames.last() else { return false };
        let word = self
            .codes
            .get(frame.code)
            .and_then(|code| code.instructions.get((frame.pc as usize).wrapping_sub(1)))
            .copied()
            .unwrap_or(0);
        matches!(Opcode::of(word), Opcode::Reraise | Opcode::RaiseAgain | Opcode::EndAsyncFor)
            && self.heap.field(self.in_flight, field::TRACEBACK) != Value::NONE
    }

    /// PEP 479: a `StopIteration` that leaves a generator becomes a `RuntimeError`.
    fn convert_stop(&mut self, exception: Value, code: u32) -> Value {
        let flags = self.codes.get(code).map(|code| code.flags).unwrap_or_default();
        let message = if self.is_instance_of(exception, TypeId::STOP_ITERATION) {
            if flags.has(CodeFlags::COROUTINE) {
                "coroutine raised StopIteration"
            } else if flags.has(CodeFlags::ASYNC_GENERATOR) {
                "async generator raised StopIteration"
            } else {
                "generator raised StopIteration"
            }
        } else if flags.has(CodeFlags::ASYNC_GENERATOR) && self.is_instance_of(exception, TypeId::STOP_ASYNC_ITERATION)
        {
            "async generator raised StopAsyncIteration"
        } else {
            return exception;
        };
        raise::runtime_error(self, message);
        let converted = self.in_flight;
        self.heap.set_field(converted, field::CAUSE, exception);
        self.heap.set_field(converted, field::CONTEXT, exception);
        self.heap.set_field(converted, field::SUPPRESS_CONTEXT, Value::TRUE);
        // The frame is in the traceback of what it raised, not in this one's.
        converted
    }

    /// Puts an entry for the running frame in front of the exception's traceback, unless it is one of the library that
    /// stands for a builtin function. The entry of a frame that is left keeps its variables, but for a `MemoryError`:
    /// whoever catches that needs their room.
    pub(crate) fn add_traceback(&mut self, exception: Value, leaving: bool) {
        let Some(&frame) = self.thread.frames.last() else { return };
        let Some(code) = self.codes.get(frame.code) else { return };
        let stands_for_builtin = |name: &[u8]| matches!(name, [b'<', b'b', ..]) && name.starts_with(b"<builtin ");
        // That is frozen, but for what is traced.
        let may_be_library = matches!(code.details(), Details::Frozen(_)) || self.is_tracing();
        if may_be_library && self.heap.str_bytes(code.details().filename()).is_some_and(stands_for_builtin) {
            return;
        }
        let next = self.heap.field(exception, field::TRACEBACK);
        let class = self.heap.field(exception, field::CLASS);
        let is_of_memory = class == TypeId::MEMORY_ERROR.value() || class == TypeId::RECURSION_ERROR.value();
        if IS_SMALL && is_of_memory && self.heap.is_nearly_full() {
            // What is left is for whoever deals with it.
            return;
        }
        let leaving = leaving && self.heap.locks() == 0 && !self.is_instance_of(exception, TypeId::MEMORY_ERROR);
        // Without room for the entry the exception goes on without it.
        if let Some(entry) = self.new_traceback_entry(next, leaving) {
            self.heap.set_field(exception, field::TRACEBACK, entry);
        }
    }

    /// Puts an entry for the first line of code that has not begun in front of the exception's traceback.
    pub(crate) fn add_start_to_traceback(&mut self, exception: Value, code: Value, globals: Value) {
        let Some(line) = self.code_of(code).map(|code| code.details().first_line()) else { return };
        let next = self.heap.field(exception, field::TRACEBACK).or(Value::NONE);
        let line = Value::small_int(i64::from(line));
        let fields = [next, code, Value::small_int(0), globals, Value::UNBOUND, line];
        if let Ok(entry) = self.heap.new_record(TypeId::TRACEBACK.number(), 0, &fields) {
            self.heap.set_field(exception, field::TRACEBACK, entry);
        }
    }

    /// The place in the source of word `pc - 1` of a code object.
    pub(crate) fn position_of(&self, code: Value, pc: u32) -> Position {
        match self.code_of(code) {
            Some(code) => code.details().positions().find(pc.saturating_sub(1)),
            None => Position::default(),
        }
    }
}
