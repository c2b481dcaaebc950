//! Frame objects: what a program sees of a frame, live as long as the frame runs.
//!
//! Nobody pays for them but who asks. The frame of a call that has an object gets the kind `Observed`: its return then
//! takes the slow way, where the object is given the values of the variables. The real kind waits in the list of
//! observed frames. A generator's frame keeps its kind, because it comes and goes with the generator; its object is
//! found by the generator. What an exception leaves behind of a frame lies in the traceback entry, from which an object
//! is made when a program asks for it.

use super::generator::{field as generator_field, state};
use super::{Frame, FrameKind, traceback_field};
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;

/// The fields of a frame object, a record. Its number holds the flags below.
pub(crate) mod field {
    /// The code object.
    pub(crate) const CODE: usize = 0;
    /// The globals dict.
    pub(crate) const GLOBALS: usize = 1;
    /// Where the variables are: the number of the frame on the stack, the generator, or None: they are in the record.
    pub(crate) const PLACE: usize = 2;
    /// The word behind the instruction, once the frame has left the stack.
    pub(crate) const PC: usize = 3;
    /// `f_back`, once the frame has left the stack: a frame object, a traceback entry that has one, or None.
    pub(crate) const BACK: usize = 4;
    /// The function.
    pub(crate) const FUNCTION: usize = 5;
    /// Names that are no variables of the code, set through `f_locals`: a dict or Unbound.
    pub(crate) const EXTRA: usize = 6;
    /// `f_trace` or Unbound.
    pub(crate) const TRACE: usize = 7;
    /// The line of the last event.
    pub(crate) const LINE: usize = 8;
    /// Where the frame stood at the last event.
    pub(crate) const LAST: usize = 9;
    /// The first variable, once the frame has left the stack; see [`PLACE`].
    pub(crate) const LOCALS: usize = 10;
}

/// Bits of a frame object's number.
pub(crate) mod flag {
    /// `f_trace_lines` is off.
    pub(crate) const NO_LINES: u32 = 1;
    /// `f_trace_opcodes` is on.
    pub(crate) const OPCODES: u32 = 1 << 1;
    /// Registers of variables without a value are known to be Unbound; see `assigned`.
    pub(crate) const CLEARED: u32 = 1 << 2;
}

/// A frame on the stack that has an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Observed {
    /// The number of the frame, from the outermost one.
    index: usize,
    /// What happens with the frame's result.
    kind: FrameKind,
    /// The frame object.
    object: Value,
}

/// The frames that have objects.
#[derive(Debug, Default)]
pub(crate) struct FrameObjects {
    /// Those on the stack, the outermost first.
    observed: Vec<Observed>,
    /// Generators and the objects of their frames.
    generators: Vec<(Value, Value)>,
}

impl FrameObjects {
    /// Whether any generator's frame has an object.
    #[inline(always)]
    pub(super) fn has_generators(&self) -> bool {
        !self.generators.is_empty()
    }

    /// Changes what is known of generators' frames for what another thread's list says.
    pub(super) fn swap_generators(&mut self, other: &mut FrameObjects) {
        core::mem::swap(&mut self.generators, &mut other.generators);
    }
}

/// Where the variables of a frame object are.
#[derive(Clone, Copy)]
enum Variables {
    /// In the value stack from there on.
    Stack(usize),
    /// In a generator that does not run.
    Generator(Value),
    /// In the frame object.
    Own,
}

/// Variables that fit into a traceback entry without a vector.
const FEW: usize = 12;

impl Isolate {
    /// The object of the frame with that number.
    pub(crate) fn frame_object_at(&mut self, index: usize) -> Completion<Option<Value>> {
        let Some(&frame) = self.thread.frames.get(index) else { return Ok(None) };
        if frame.kind.is_generator() {
            let generator = self.generator_of(&frame);
            return self.generator_frame_object(generator).map(Some);
        }
        let observed = &self.thread.objects.observed;
        let place = match observed.binary_search_by_key(&index, |entry| entry.index) {
            Ok(found) => return Ok(observed.get(found).map(|entry| entry.object)),
            Err(place) => place,
        };
        let code = self.code_object(frame.code)?;
        let function = self.function_of(&frame);
        let place_value = self.frame_place(index);
        let object = self.new_frame_object(code, Value::handle(frame.globals), place_value, function)?;
        self.thread.objects.observed.insert(place, Observed { index, kind: frame.kind, object });
        if let Some(frame) = self.thread.frames.get_mut(index) {
            frame.kind = FrameKind::Observed;
        }
        Ok(Some(object))
    }

    fn new_frame_object(&mut self, code: Value, globals: Value, place: Value, function: Value) -> Completion {
        let mut fields = [Value::UNBOUND; field::LOCALS];
        fields[field::CODE] = code;
        fields[field::GLOBALS] = globals;
        fields[field::PLACE] = place;
        fields[field::BACK] = Value::NONE;
        fields[field::FUNCTION] = function;
        self.new_record(TypeId::FRAME, 0, &fields)
    }

    /// The object of a generator's frame.
    pub(crate) fn generator_frame_object(&mut self, generator: Value) -> Completion {
        self.settle_parked();
        if let Some(&(_, object)) = self.thread.objects.generators.iter().find(|&&(other, _)| other == generator) {
            self.heap.shade(object);
            return Ok(object);
        }
        let (code, globals) = (self.generator_code(generator)?, self.generator_globals(generator));
        let function = self.heap.field(generator, generator_field::FUNCTION);
        let is_closed = self.generator_state(generator) == state::CLOSED;
        let place = if is_closed { Value::NONE } else { generator };
        let object = self.new_frame_object(code, globals, place, function)?;
        // A generator's registers are its own from the start.
        self.heap.set_number(object, flag::CLEARED);
        if !is_closed {
            self.heap.identify(generator);
            self.heap.identify(object);
            self.thread.objects.generators.push((generator, object));
        }
        Ok(object)
    }

    fn function_of(&self, frame: &Frame) -> Value {
        let below = (frame.base as usize).wrapping_sub(1);
        self.thread.stack.get(below).copied().unwrap_or(Value::UNBOUND)
    }

    fn generator_of(&self, frame: &Frame) -> Value {
        let below = (frame.base as usize).wrapping_sub(2);
        self.thread.stack.get(below).copied().unwrap_or(Value::UNBOUND)
    }

    /// The number of the frame in which a running generator runs.
    fn running_frame_of(&self, generator: Value) -> Option<usize> {
        (0..self.thread.frames.len()).rev().find(|&index| {
            let frame = self.thread.frames.get(index);
            frame.is_some_and(|frame| frame.kind.is_generator() && self.generator_of(frame) == generator)
        })
    }

    /// The number of a frame object's frame if that is on the stack.
    pub(crate) fn stack_index_of(&self, object: Value) -> Option<usize> {
        let place = self.heap.field(object, field::PLACE);
        if place.as_small_int().is_some() {
            return self.own_frame_place(place);
        }
        if self.heap.kind(place) == Some(Kind::Generator) && self.generator_state(place) == state::RUNNING {
            return self.running_frame_of(place);
        }
        None
    }

    fn variables_of(&self, object: Value) -> Variables {
        if let Some(index) = self.stack_index_of(object)
            && let Some(frame) = self.thread.frames.get(index)
        {
            return Variables::Stack(frame.base as usize);
        }
        let place = self.heap.field(object, field::PLACE);
        if self.heap.kind(place) == Some(Kind::Generator) { Variables::Generator(place) } else { Variables::Own }
    }

    /// Slot `slot` of a frame object's frame, wherever it is.
    pub(crate) fn frame_slot(&self, object: Value, slot: usize) -> Value {
        match self.variables_of(object) {
            Variables::Stack(base) => self.thread.stack.get(base + slot).copied().unwrap_or(Value::UNBOUND),
            Variables::Generator(generator) => self.heap.field(generator, generator_field::REGISTERS + slot),
            Variables::Own => self.heap.field(object, field::LOCALS + slot),
        }
    }

    /// Sets what [`frame_slot`](Self::frame_slot) gives.
    pub(crate) fn set_frame_slot(&mut self, object: Value, slot: usize, value: Value) {
        match self.variables_of(object) {
            Variables::Stack(base) => {
                if let Some(place) = self.thread.stack.get_mut(base + slot) {
                    *place = value;
                }
            }
            Variables::Generator(generator) => {
                self.heap.set_field(generator, generator_field::REGISTERS + slot, value);
            }
            Variables::Own => self.heap.set_field(object, field::LOCALS + slot, value),
        }
    }

    /// The word behind the instruction where a frame object's frame stands.
    pub(crate) fn frame_pc(&self, object: Value) -> u32 {
        if let Some(index) = self.stack_index_of(object) {
            return self.thread.frames.get(index).map_or(0, |frame| frame.pc);
        }
        let place = self.heap.field(object, field::PLACE);
        if self.heap.kind(place) == Some(Kind::Generator) {
            return self.generator_pc(place);
        }
        self.heap.field(object, field::PC).as_small_int().unwrap_or(0) as u32
    }

    /// Whether the frame is one that a program sees: functions of the library that stand for builtin ones have none.
    fn is_visible(&self, frame: &Frame) -> bool {
        let filename = self.codes.get(frame.code).map(|code| code.details().filename());
        !filename.and_then(|name| self.heap.str_bytes(name)).is_some_and(|name| name.starts_with(b"<builtin "))
    }

    /// The innermost frame outside of the one with that number.
    fn visible_below(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|&index| self.thread.frames.get(index).is_some_and(|frame| self.is_visible(frame)))
    }

    /// `f_back`.
    pub(crate) fn frame_behind(&mut self, object: Value) -> Completion {
        if let Some(index) = self.stack_index_of(object) {
            let Some(outer) = self.visible_below(index) else { return Ok(Value::NONE) };
            return Ok(self.frame_object_at(outer)?.unwrap_or(Value::NONE));
        }
        let back = self.heap.field(object, field::BACK).or(Value::NONE);
        if self.heap.record_type(back) == Some(TypeId::TRACEBACK.number()) {
            let frame = self.traceback_frame(back)?;
            self.heap.set_field(object, field::BACK, frame);
            return Ok(frame);
        }
        Ok(back)
    }

    /// The object of a running frame, `depth` calls outwards of the innermost; None if there are fewer.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn frame_object(&mut self, depth: usize) -> Completion<Option<Value>> {
        let mut index = self.thread.frames.len();
        for _ in 0..=depth {
            match self.visible_below(index) {
                Some(outer) => index = outer,
                None => return Ok(None),
            }
        }
        self.frame_object_at(index)
    }

    /// The observed frame on top of the stack is about to be left: its object gets what the frame holds. The frame has
    /// its real kind again, which is returned.
    #[cold]
    #[inline(never)]
    pub(crate) fn detach_frame(&mut self) -> FrameKind {
        let Some(top) = self.thread.frames.len().checked_sub(1) else { return FrameKind::Entry };
        let Some(entry) = self.thread.objects.observed.pop_if(|entry| entry.index == top) else {
            return FrameKind::Entry;
        };
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.kind = entry.kind;
        }
        // Without memory for the outer frame there is none to go back to.
        let behind = self.frame_behind(entry.object).unwrap_or(Value::NONE);
        self.take_variables(entry.object, behind);
        entry.kind
    }

    /// A generator is about to be closed: the object of its frame, if there is one, gets what the frame holds.
    pub(crate) fn detach_generator_frame(&mut self, generator: Value) {
        let list = &mut self.thread.objects.generators;
        let Some(place) = list.iter().position(|&(other, _)| other == generator) else { return };
        let (_, object) = list.swap_remove(place);
        let behind = self.frame_behind(object).unwrap_or(Value::NONE);
        self.take_variables(object, behind);
    }

    /// Whether a generator's frame has an object.
    #[inline(always)]
    pub(crate) fn has_generator_frames(&self) -> bool {
        self.thread.objects.has_generators()
    }

    fn take_variables(&mut self, object: Value, behind: Value) {
        let pc = Value::small_int(i64::from(self.frame_pc(object)));
        let count =
            self.code_of(self.heap.field(object, field::CODE)).map_or(0, |code| code.details().local_names().len());
        let values: Vec<Value> = (0..count).map(|slot| self.frame_slot(object, slot)).collect();
        self.heap.set_field(object, field::PC, pc);
        self.heap.set_field(object, field::BACK, behind);
        self.heap.set_field(object, field::PLACE, Value::NONE);
        // Without memory the frame has lost its variables.
        if self.heap.grow_fields(object, field::LOCALS + count).is_ok() {
            for (slot, value) in values.into_iter().enumerate() {
                self.heap.set_field(object, field::LOCALS + slot, value);
            }
        }
    }

    /// Leaves all frames: nothing of them goes on.
    pub(crate) fn abandon_frames(&mut self) {
        self.settle_parked();
        self.thread.frames.clear();
        for entry in core::mem::take(&mut self.thread.objects.observed) {
            self.heap.set_field(entry.object, field::PLACE, Value::NONE);
        }
    }

    /// Marks the objects of frames on the stack.
    pub(crate) fn mark_frame_objects(&mut self) {
        for entry in &self.thread.objects.observed {
            self.heap.mark(entry.object);
        }
    }

    /// After marking: the object of a generator's frame lives as long as the generator.
    pub(crate) fn mark_generator_frames(&mut self) {
        loop {
            let heap = &self.heap;
            let entries = self.thread.objects.generators.iter();
            let found =
                entries.copied().find(|&(generator, object)| heap.is_marked(generator) && !heap.is_marked(object));
            let Some((_, object)) = found else { return };
            self.heap.mark(object);
            self.mark_reachable();
        }
    }

    /// After marking: forgets objects of generators' frames that nobody holds.
    pub(crate) fn drop_dead_frame_objects(&mut self) {
        let heap = &self.heap;
        self.thread
            .objects
            .generators
            .retain(|&(generator, object)| heap.is_marked(generator) && heap.is_marked(object));
    }

    /// What a traceback entry for the running frame says of it beyond its place: who the frame is, and, where the
    /// exception leaves it for good, its variables.
    pub(crate) fn new_traceback_entry(&mut self, next: Value, leaving: bool) -> Option<Value> {
        let frame = *self.thread.frames.last()?;
        let object = self.code_object(frame.code).ok()?;
        let mut fields = [Value::UNBOUND; traceback_field::LOCALS];
        fields[traceback_field::NEXT] = next.or(Value::NONE);
        fields[traceback_field::CODE] = object;
        fields[traceback_field::PC] = Value::small_int(i64::from(frame.pc));
        fields[traceback_field::GLOBALS] = Value::handle(frame.globals);
        fields[traceback_field::DEPTH] = self.frame_place(self.thread.frames.len().saturating_sub(1));
        if frame.kind.is_generator() {
            let generator = self.generator_of(&frame);
            let known = self.thread.objects.generators.iter().find(|&&(other, _)| other == generator);
            known.inspect(|&&(_, object)| self.heap.shade(object));
            // Of a generator that ends the entry itself keeps the variables.
            let later = if leaving { Value::UNBOUND } else { generator };
            fields[traceback_field::FRAME] = known.map_or(later, |&(_, object)| object);
        } else if frame.kind == FrameKind::Observed {
            fields[traceback_field::FRAME] =
                self.thread.objects.observed.last().map_or(Value::UNBOUND, |entry| entry.object);
        }
        if !leaving {
            let fields = fields.get(..=traceback_field::DEPTH).unwrap_or(&fields);
            let number = TypeId::TRACEBACK.number();
            let entry = self.heap.despite_lock(|heap| heap.new_record(number, 0, fields)).ok()?;
            self.link_traceback(entry);
            return Some(entry);
        }
        fields[traceback_field::FUNCTION] = self.function_of(&frame);
        let (start, mut fields) = (fields, [Value::UNBOUND; traceback_field::LOCALS + FEW]);
        fields[..traceback_field::LOCALS].copy_from_slice(&start);
        let code = self.codes.get(frame.code)?;
        let (count, base) = (code.details().local_names().len(), frame.base as usize);
        let values = self.thread.stack.get(base..base + count).unwrap_or(&[]);
        let known = traceback_field::LOCALS;
        let made = match fields.get_mut(known..known + count) {
            Some(places) if places.len() == values.len() => {
                places.copy_from_slice(values);
                let fields = fields.get(..known + count).unwrap_or(&fields);
                self.heap.new_record(TypeId::TRACEBACK.number(), 0, fields)
            }
            _ => {
                let mut all = fields.get(..known).unwrap_or(&fields).to_vec();
                all.extend_from_slice(values);
                self.heap.new_record(TypeId::TRACEBACK.number(), 0, &all)
            }
        };
        let entry = made.ok()?;
        self.link_traceback(entry);
        Some(entry)
    }

    /// The exception leaves a frame for which its traceback has an entry already: the entry gets the variables.
    pub(crate) fn complete_traceback_entry(&mut self, entry: Value) {
        let Some(&frame) = self.thread.frames.last() else { return };
        let depth = self.frame_place(self.thread.frames.len().saturating_sub(1));
        let object = self.codes.get(frame.code).and_then(|code| code.object()).unwrap_or(Value::NONE);
        let is_ours = self.heap.field(entry, traceback_field::DEPTH) == depth
            && self.heap.field(entry, traceback_field::CODE) == object;
        let count = self.codes.get(frame.code).map_or(0, |code| code.details().local_names().len());
        // Without memory the entry stays as it is.
        if !is_ours || self.heap.grow_fields(entry, traceback_field::LOCALS + count).is_err() {
            return;
        }
        let function = self.function_of(&frame);
        self.heap.set_field(entry, traceback_field::FUNCTION, function);
        for slot in 0..count {
            let value = self.thread.stack.get(frame.base as usize + slot).copied().unwrap_or(Value::UNBOUND);
            self.heap.set_field(entry, traceback_field::LOCALS + slot, value);
        }
        self.link_traceback(entry);
    }

    /// Tells the next entry that this one is its frame's caller, or the same frame.
    fn link_traceback(&mut self, entry: Value) {
        let next = self.heap.field(entry, traceback_field::NEXT);
        if next.is_none() {
            return;
        }
        let part = |value: Value, index: usize| self.heap.field(value, index);
        let [ours, theirs] = [entry, next].map(|value| self.own_frame_place(part(value, traceback_field::DEPTH)));
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return };
        if ours < theirs {
            self.heap.set_field(next, traceback_field::OUTER, entry);
        } else if ours == theirs
            && part(entry, traceback_field::CODE) == part(next, traceback_field::CODE)
            && part(next, traceback_field::FRAME).is_unbound()
        {
            self.heap.set_field(next, traceback_field::FRAME, entry);
        }
    }

    /// `tb_frame`.
    pub(crate) fn traceback_frame(&mut self, traceback: Value) -> Completion {
        let mut entry = traceback;
        // Entries of one frame refer to the last one.
        loop {
            let known = self.heap.field(entry, traceback_field::FRAME);
            if known.is_unbound() {
                break;
            }
            if self.heap.record_type(known) == Some(TypeId::TRACEBACK.number()) {
                entry = known;
                continue;
            }
            if self.heap.kind(known) != Some(Kind::Generator) {
                return Ok(known);
            }
            if self.generator_state(known) == state::CLOSED {
                break;
            }
            return self.generator_frame_object(known);
        }
        let code = self.heap.field(entry, traceback_field::CODE);
        let count = self.heap.field_count(entry);
        if count <= traceback_field::FUNCTION
            && let Some(index) = self.own_frame_place(self.heap.field(entry, traceback_field::DEPTH))
            && let Some(frame) = self.thread.frames.get(index)
            && self.codes.get(frame.code).is_some_and(|loaded| loaded.object() == Some(code))
            && let Some(object) = self.frame_object_at(index)?
        {
            self.heap.set_field(entry, traceback_field::FRAME, object);
            return Ok(object);
        }
        let part = |index: usize| self.heap.field(entry, index);
        let (globals, function) = (part(traceback_field::GLOBALS), part(traceback_field::FUNCTION));
        let (pc, outer) = (part(traceback_field::PC), part(traceback_field::OUTER));
        let object = self.new_frame_object(code, globals, Value::NONE, function)?;
        let kinds = CodeFlags::GENERATOR.with(CodeFlags::COROUTINE).with(CodeFlags::ASYNC_GENERATOR);
        if self.code_of(code).is_some_and(|code| code.flags.has_any(kinds)) {
            self.heap.set_number(object, flag::CLEARED);
        }
        self.heap.set_field(object, field::PC, pc);
        self.heap.set_field(object, field::BACK, outer.or(Value::NONE));
        let locals = count.saturating_sub(traceback_field::LOCALS);
        self.heap.grow_fields(object, field::LOCALS + locals)?;
        for slot in 0..locals {
            let value = self.heap.field(entry, traceback_field::LOCALS + slot);
            self.heap.set_field(object, field::LOCALS + slot, value);
        }
        self.heap.set_field(entry, traceback_field::FRAME, object);
        Ok(object)
    }

    /// Empties the variables of a frame that has left the stack.
    pub(crate) fn clear_frame_variables(&mut self, object: Value) {
        for index in field::LOCALS..self.heap.field_count(object) {
            self.heap.set_field(object, index, Value::UNBOUND);
        }
        self.heap.set_field(object, field::EXTRA, Value::UNBOUND);
    }

    /// `f_locals` of a frame object: the namespace of a module or class, else a window on the variables (PEP 667).
    pub(crate) fn locals_of_frame(&mut self, object: Value) -> Completion {
        let code = self.heap.field(object, field::CODE);
        if self.code_of(code).is_some_and(|code| code.flags.has(CodeFlags::NAMESPACE)) {
            let namespace = self.frame_slot(object, 0);
            return match namespace.given() {
                Some(namespace) => Ok(namespace),
                None => self.new_dict(),
            };
        }
        self.new_record(TypeId::FRAME_LOCALS, 0, &[object])
    }
}
