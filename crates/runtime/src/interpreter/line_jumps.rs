//! Setting `f_lineno`: a trace function lets its frame go on at another line.
//!
//! What lies in registers at the new place must be there already. A place where some temporary is read that is not read
//! any more from here on, as the iterator of a loop, is inside of something where the frame is not; but constants, which lie
//! in temporaries as long as a loop runs, are put there. Named variables that have no value get None, because instructions
//! there rely on earlier ones.

use super::assigned::writes;
use super::frame_objects::field;
use super::liveness::Flow;
use super::{Frame, LoadedCode, special_value};
use crate::exceptions::raise;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_bytecode::encoding::{field_a, field_d};
use ferropy_bytecode::{CodeFlags, Opcode};

/// Temporaries that are read from a place on before they are written, as a sorted list.
type Live = Vec<usize>;

impl Isolate {
    /// `frame.f_lineno = line` in a trace function that is told of a line of the frame.
    ///
    /// # Errors
    /// `ValueError` where the line has no code, or lies inside of something where the frame is not.
    pub(crate) fn jump_to_line(&mut self, object: Value, line: i64) -> Completion<()> {
        let Some(index) = self.stack_index_of(object) else { return Err(raise::internal(self)) };
        let Some(&frame) = self.thread.frames.get(index) else { return Err(raise::internal(self)) };
        let original = self.original_code(frame.code);
        let Some(code) = self.codes.get(original) else { return Err(raise::internal(self)) };
        if line < i64::from(code.details().first_line()) {
            let message = format!("line {line} comes before the current code block");
            return Err(raise::value_error(self, &message));
        }
        let starts = line_starts(code);
        let Some(found) = starts.iter().map(|&(_, start)| start).filter(|&start| start >= line).min() else {
            let message = format!("line {line} comes after the current code block");
            return Err(raise::value_error(self, &message));
        };
        let flow = code.flow();
        let here = live_temporaries(&flow, code, frame.pc as usize);
        let places = starts.iter().filter(|&&(_, start)| start == found);
        let wanted: Vec<(usize, Live)> = places.map(|&(word, _)| (word, live_temporaries(&flow, code, word))).collect();
        let is_there =
            |word: usize, register: usize| here.contains(&register) || constant_in(code, word, register).is_some();
        let fits = |word: usize, live: &Live| live.iter().all(|&register| is_there(word, register));
        // The place that keeps most of what is there.
        let best = wanted.iter().filter(|(word, live)| fits(*word, live)).rev().max_by_key(|(_, live)| live.len());
        let Some(&(target, ref live)) = best else {
            let message = match wanted.first() {
                Some((word, live)) => {
                    let missing = live.iter().copied().filter(|&register| !is_there(*word, register)).max();
                    why_not(code, &flow, *word, missing)
                }
                None => "incompatible stacks",
            };
            return Err(raise::value_error(self, message));
        };
        let left = handled_pairs(code).filter(|pair| here.contains(&(pair + 1)) && !live.contains(&(pair + 1))).min();
        let missing = live.iter().filter(|register| !here.contains(register));
        let constants: Vec<(usize, Value)> =
            missing.filter_map(|&register| Some((register, constant_in(code, target, register)?))).collect();
        self.fill_unbound(object)?;
        for (register, constant) in constants {
            if let Some(place) = self.thread.stack.get_mut(frame.base as usize + register) {
                *place = constant;
            }
        }
        if let Some(pair) = left {
            // The handlers that the jump leaves are over.
            self.thread.handled = self.register_of(frame, pair + 1);
        }
        if let Some(frame) = self.thread.frames.get_mut(index) {
            frame.pc = target as u32;
            frame.code = original;
        }
        self.heap.set_field(object, field::LINE, Value::small_int(found));
        self.heap.set_field(object, field::LAST, Value::small_int(target as i64));
        Ok(())
    }

    fn register_of(&self, frame: Frame, register: usize) -> Value {
        self.thread.stack.get(frame.base as usize + register).copied().unwrap_or(Value::NONE)
    }

    /// Gives None to the variables that have no value, and says so.
    fn fill_unbound(&mut self, object: Value) -> Completion<()> {
        let Some(code) = self.code_of(self.heap.field(object, field::CODE)) else { return Ok(()) };
        if code.flags.has(CodeFlags::NAMESPACE) {
            return Ok(());
        }
        let count = code.details().local_names().len();
        let unbound: Vec<usize> = (0..count).filter(|&slot| self.frame_slot(object, slot).is_unbound()).collect();
        if unbound.is_empty() {
            return Ok(());
        }
        let plural = if unbound.len() == 1 { "" } else { "s" };
        let message = format!("assigning None to {} unbound local{plural}", unbound.len());
        self.warn(TypeId::RUNTIME_WARNING, &message)?;
        for slot in unbound {
            self.set_frame_slot(object, slot, Value::NONE);
        }
        Ok(())
    }

    /// Raises what setting `f_lineno` says where no line is being told of.
    pub(crate) fn refuse_jump(&mut self, event: Option<&'static str>) -> Raised {
        let message = match event {
            None => "f_lineno can only be set in a trace function",
            Some("call") => "can't jump from the 'call' trace event of a new frame",
            Some(_) => "can only jump from a 'line' trace event",
        };
        raise::value_error(self, message)
    }
}

/// The words where lines start, with the lines.
fn line_starts(code: &LoadedCode) -> Vec<(usize, i64)> {
    let mut starts = Vec::new();
    let mut last = 0;
    for (word, _, place) in code.details().positions() {
        // What comes before the first statement is no line.
        let line = if place.end_column == 0 { 0 } else { i64::from(place.line) };
        if line != last && line > 0 {
            starts.push((word as usize, line));
        }
        last = line;
    }
    starts
}

fn live_temporaries(flow: &Flow<'_>, code: &LoadedCode, pc: usize) -> Live {
    let first = code.details().local_names().len().max(usize::from(code.flags.has(CodeFlags::NAMESPACE)));
    (first..usize::from(code.slots).min(256)).filter(|&register| flow.is_read_from(pc, register)).collect()
}

/// The constant that lies in a register at a place, if what was written there last is one.
fn constant_in(code: &LoadedCode, place: usize, register: usize) -> Option<Value> {
    let before = code.places().take_while(|&(at, _)| at < place);
    let extension = |at: usize| code.instructions.get(at + 1).copied().unwrap_or(0);
    let (_, word) = before.filter(|&(at, word)| writes(Opcode::of(word), word, extension(at), register)).last()?;
    match Opcode::of(word) {
        Opcode::LoadInt => Some(Value::small_int(i64::from(field_d(word) as i16))),
        Opcode::LoadSpecial => Some(special_value(word)),
        Opcode::LoadConst => code.constants.get(usize::from(field_d(word))).copied(),
        _ => None,
    }
}

/// The first registers of the pairs with handled exceptions.
fn handled_pairs(code: &LoadedCode) -> impl Iterator<Item = usize> {
    let pushes = code.places().filter(|&(_, word)| Opcode::of(word) == Opcode::PushHandled);
    pushes.map(|(_, word)| usize::from(field_a(word)))
}

/// Why a place can't be jumped to that wants a register which is not there.
fn why_not(code: &LoadedCode, flow: &Flow<'_>, place: usize, register: Option<usize>) -> &'static str {
    let Some(register) = register else { return "incompatible stacks" };
    let is_around = |(at, word): (usize, u32)| {
        Opcode::of(word) == Opcode::ForIter
            && loop_state(word).contains(&register)
            && at <= place
            && flow.jump_of(at).is_some_and(|end| place < end)
    };
    if code.places().any(is_around) {
        return "can't jump into the body of a for loop";
    }
    // A handler lies between where its exception is pushed and where it is popped.
    let is_pair = |&(at, word): &(usize, u32)| {
        let pair = usize::from(field_a(word));
        at <= place
            && matches!(Opcode::of(word), Opcode::PushHandled | Opcode::PopHandled)
            && (pair == register || pair + 1 == register)
    };
    if code.places().filter(is_pair).last().is_some_and(|(_, word)| Opcode::of(word) == Opcode::PushHandled) {
        return "can't jump into an 'except' block as there's no exception";
    }
    "incompatible stacks"
}

/// The registers with the state of a loop; see `ForIter`.
fn loop_state(word: u32) -> core::ops::Range<usize> {
    let first = usize::from(field_a(word));
    first..first + 3
}
