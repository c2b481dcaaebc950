//! Registers that a frame will not read any more: what lies there is left over from what it did before.
//!
//! A register machine has no use for clearing its temporaries, but a program sees whether they keep something alive: a
//! weak reference that still leads somewhere, a `memoryview` that forbids to resize its `bytearray`. So where it
//! matters, and only there, the instructions are followed: a temporary is dead if no way from here reads it before
//! writing it. Named locals are left alone: they live as long as the program says.

use super::{Frame, LoadedCode};
use crate::buffers::with_room;
use crate::{Isolate, Value};
use alloc::vec::Vec;
use ferropy_bytecode::encoding::{Field, OperandKind, field_a, field_b, field_c, field_d, field_j};
use ferropy_bytecode::{CodeFlags, Handler, Opcode};

/// The callers whose registers are looked at; what is further out is hardly left over from anything.
const FRAMES: usize = 16;
/// The slots below a frame's first register that belong to it.
const BELOW: u32 = 3;

impl Isolate {
    /// Forgets what the running frame and its callers have left in registers that they will not read any more.
    #[cold]
    pub(crate) fn clear_old_temporaries(&mut self) {
        let mut above = None;
        for index in (0..self.thread.frames.len()).rev().take(FRAMES) {
            let Some(&frame) = self.thread.frames.get(index) else { return };
            self.clear_dead_registers(frame, above);
            above = Some(frame.base);
        }
    }

    fn clear_dead_registers(&mut self, frame: Frame, above: Option<u32>) {
        let Some(code) = self.codes.get(frame.code) else { return };
        let base = frame.base as usize;
        let locals = code.details().local_names().len().max(usize::from(code.flags.has(CodeFlags::NAMESPACE)));
        let end = base + usize::from(code.slots);
        let end = above.map_or(end, |above| end.min(above.saturating_sub(BELOW) as usize));
        let Some(registers) = self.thread.stack.get_mut(base..end) else { return };
        let flow = code.flow();
        let pc = frame.pc as usize;
        // What lives at a call lies below it.
        let unused = if above.is_none() { flow.behind_call(pc) } else { usize::MAX };
        for (register, value) in registers.iter_mut().enumerate().skip(locals) {
            if value.as_handle().is_some() && (register >= unused || !flow.is_read(pc, register)) {
                *value = Value::UNBOUND;
            }
        }
    }
}

impl LoadedCode {
    pub(super) fn flow(&self) -> Flow<'_> {
        Flow { instructions: &self.instructions, handlers: self.details().handlers() }
    }

    /// The first words of the instructions, with their places.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, u32)> {
        let mut at = 0;
        core::iter::from_fn(move || {
            let place = at;
            let word = self.instructions.get(place).copied()?;
            at += Opcode::of(word).words();
            Some((place, word))
        })
    }
}

/// What follows what in a piece of code.
pub(super) struct Flow<'a> {
    instructions: &'a [u32],
    handlers: &'a [Handler],
}

/// What an instruction does with a register.
struct Use {
    reads: bool,
    writes: bool,
    /// Where it may jump to.
    jump: Option<usize>,
}

impl Flow<'_> {
    /// Whether a frame that stands in front of or inside the word `pc` may read the register before writing it.
    fn is_read(&self, pc: usize, register: usize) -> bool {
        // A frame that waits stands at the instruction, others behind it, or behind its first word.
        self.is_read_on(Vec::from([self.instruction_before(pc), pc]), register)
    }

    /// Whether the instructions from the one at `pc` on may read the register before writing it.
    pub(super) fn is_read_from(&self, pc: usize, register: usize) -> bool {
        self.is_read_on(Vec::from([pc]), register)
    }

    fn is_read_on(&self, starts: Vec<usize>, register: usize) -> bool {
        // Where there is no room nobody can tell: so it may be.
        let Ok(mut seen) = with_room(self.instructions.len()) else { return true };
        seen.resize(self.instructions.len(), false);
        let mut waiting = starts;
        while let Some(word) = waiting.pop() {
            match seen.get_mut(word) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            let Some(&first) = self.instructions.get(word) else { continue };
            let opcode = Opcode::of(first);
            let found = self.use_of(word, register);
            if found.reads {
                return true;
            }
            let handler = self.handlers.iter().find(|it| it.start as usize <= word && word < it.end as usize);
            if let Some(handler) = handler.filter(|handler| usize::from(handler.register) != register) {
                waiting.push(handler.target as usize);
            }
            waiting.extend(found.jump);
            if !found.writes && !opcode.ends_path() {
                waiting.push(word + opcode.words());
            }
        }
        false
    }

    /// Where the instruction at a word may jump to.
    pub(super) fn jump_of(&self, word: usize) -> Option<usize> {
        self.use_of(word, usize::MAX).jump
    }

    /// The first register behind the arguments, if a call stands before the word.
    fn behind_call(&self, pc: usize) -> usize {
        let first = self.instructions.get(self.instruction_before(pc)).copied().unwrap_or(0);
        let (callable, count) = (usize::from(field_a(first)), usize::from(field_b(first)));
        match Opcode::of(first) {
            Opcode::Call => callable + count + 1,
            Opcode::CallMethod => callable + count + 2,
            _ => usize::MAX,
        }
    }

    /// The last instruction that starts before a word.
    fn instruction_before(&self, pc: usize) -> usize {
        let (mut last, mut word) = (0, 0);
        while word < pc {
            let Some(&first) = self.instructions.get(word) else { break };
            last = word;
            word += Opcode::of(first).words();
        }
        last
    }

    fn use_of(&self, word: usize, register: usize) -> Use {
        use OperandKind as Kind;
        let first = self.instructions.get(word).copied().unwrap_or(0);
        let extension = self.instructions.get(word + 1).copied().unwrap_or(0);
        let opcode = Opcode::of(first);
        let operands = opcode.row().map_or(&[][..], |row| row.operands);
        let value = |field: Field| match field {
            Field::A => usize::from(field_a(first)),
            Field::B => usize::from(field_b(first)),
            Field::C => usize::from(field_c(first)),
            Field::D => usize::from(field_d(first)),
            Field::J => 0,
            Field::X => extension as usize,
        };
        let count = operands.iter().find(|operand| operand.kind == Kind::Count).map_or(0, |it| value(it.field));
        let mut found = Use { reads: false, writes: false, jump: None };
        for operand in operands {
            let start = value(operand.field);
            let within = |length: usize| (start..start + length).contains(&register);
            match operand.kind {
                // The parts of the function lie behind it.
                Kind::Update if opcode == Opcode::MakeFunction => {
                    found.reads |= within(1 + field_b(first).count_ones() as usize);
                }
                Kind::Read | Kind::Update | Kind::SlotRead => found.reads |= within(1),
                Kind::HandledPair if opcode == Opcode::PushHandled => {
                    found.reads |= within(1);
                    found.writes |= start + 1 == register;
                }
                Kind::Read2 | Kind::HandledPair => found.reads |= within(2),
                Kind::Read3 | Kind::Update3 => found.reads |= within(3),
                Kind::Read4 => found.reads |= within(4),
                Kind::ReadSpan => found.reads |= within(count),
                Kind::ReadPairs => found.reads |= within(2 * count),
                Kind::CallSpan => found.reads |= within(count + 1),
                Kind::MethodSpan => found.reads |= within(count + 2),
                Kind::Write | Kind::SlotWrite => found.writes |= within(1),
                Kind::Write2 => found.writes |= within(2),
                Kind::Write3 => found.writes |= within(3),
                Kind::WriteSpan => found.writes |= within(count),
                Kind::Jump => found.jump = word.checked_add_signed(field_j(first) as isize),
                Kind::JumpWord => found.jump = (word + 1).checked_add_signed(extension as i32 as isize),
                _ => {}
            }
        }
        found
    }
}
