//! Constants that loops work with lie in registers of their own, which are filled before the outermost loop starts: an
//! operation in a loop takes its constant from there, as it takes a variable.
//!
//! Which constants these are is known when the loop has been compiled. So there are places in front of it for the
//! instructions that load them, and what was not needed of these is taken out again.

use crate::constant_key::constant_key;
use crate::generator::Generator;
use crate::unit::{Block, Reg, Unit};
use alloc::vec::Vec;
use ferropy_bytecode::encoding::{encode_abc, encode_ad};
use ferropy_bytecode::{CodeFlags, Constant, Opcode};
use ferropy_syntax::tree::Expression;

/// How many constants an outermost loop has registers for.
const ROOM: usize = 6;
/// The same in a generator, whose registers are copied when it waits.
const ROOM_IN_GENERATOR: usize = 3;
/// No registers beyond this one are taken for it.
const HIGHEST: usize = 150;

/// The constants of the outermost loop.
#[derive(Debug)]
pub(crate) struct LoopConstants {
    /// The word and the span where the places for the loads start.
    word: usize,
    span: usize,
    first: Reg,
    room: usize,
    /// Keys of the constants, in the order of their registers.
    keys: Vec<Vec<u8>>,
}

impl Unit {
    /// A loop starts here; whether it is an outermost one, which has to be closed.
    pub(crate) fn open_loop(&mut self) -> bool {
        let generator = CodeFlags::GENERATOR.with(CodeFlags::COROUTINE).with(CodeFlags::ASYNC_GENERATOR);
        let room = if self.flags.has_any(generator) { ROOM_IN_GENERATOR } else { ROOM };
        if self.loop_constants.is_some() || !self.reachable || self.is_wide() || self.next + room > HIGHEST {
            return false;
        }
        let (word, span) = (self.words.len(), self.spans.len());
        let first = self.temps(room);
        let position = self.position;
        self.untold_if(true);
        for _ in 0..room {
            self.abc(Opcode::Nop, 0, 0, 0);
        }
        self.position = position;
        self.loop_constants = Some(LoopConstants { word, span, first, room, keys: Vec::new() });
        true
    }

    /// The end of a loop that [`Unit::open_loop`] opened: places that were not needed go.
    pub(crate) fn close_loop(&mut self, is_outermost: bool) {
        if !is_outermost {
            return;
        }
        let Some(constants) = self.loop_constants.take() else { return };
        let (used, unused) = (constants.keys.len(), constants.room - constants.keys.len());
        let (start, count) = (constants.word + used, unused as u32);
        self.words.drain(start..start + unused);
        self.spans.drain(constants.span + used..constants.span + constants.room);
        let start = start as u32;
        let shift = |place: &mut u32| {
            if *place > start {
                *place -= count;
            }
        };
        self.labels.iter_mut().flatten().for_each(shift);
        self.fixups.iter_mut().for_each(|(at, _, _)| shift(at));
        self.jump_of_line.iter_mut().for_each(shift);
        self.line_marks.iter_mut().for_each(|mark| shift(&mut mark.word));
        for (from, to, _, _) in &mut self.handlers {
            shift(from);
            shift(to);
        }
        for scoped in &mut self.scoped_names {
            shift(&mut scoped.start);
            shift(&mut scoped.end);
        }
        for block in &mut self.blocks {
            if let Block::Protected { start, .. } = block {
                shift(start);
            }
        }
    }

    /// The register that has the constant in the loop around, if one has or can have it.
    pub(crate) fn constant_register(&mut self, constant: &Constant) -> Option<Reg> {
        let mut key = Vec::new();
        constant_key(constant, &mut key);
        let constants = self.loop_constants.as_ref().filter(|_| self.reachable && !key.is_empty())?;
        let (first, word) = (constants.first, constants.word);
        if let Some(index) = constants.keys.iter().position(|known| *known == key) {
            return Some(first + index as Reg);
        }
        let index = constants.keys.len();
        if index == constants.room {
            return None;
        }
        let register = first + index as Reg;
        let load = self.loading_word(register, constant)?;
        *self.words.get_mut(word + index)? = load;
        self.loop_constants.as_mut()?.keys.push(key);
        Some(register)
    }

    /// The instruction that loads a constant, if it is one word.
    fn loading_word(&mut self, target: Reg, constant: &Constant) -> Option<u32> {
        if let Some(number) = crate::unit::special_value(constant) {
            return Some(encode_abc(Opcode::LoadSpecial, target, number, 0));
        }
        if let Constant::Int(value) = constant
            && let Ok(value) = i16::try_from(*value)
        {
            return Some(encode_ad(Opcode::LoadInt, target, value as u16));
        }
        let index = self.constant(constant.clone());
        u16::try_from(index).ok().map(|index| encode_ad(Opcode::LoadConst, target, index))
    }
}

impl Generator<'_> {
    /// The register that has the value of an expression in the loop around, if that is a constant.
    pub(crate) fn loop_constant(&mut self, expression: &Expression) -> Option<Reg> {
        self.unit.loop_constants.as_ref()?;
        let constant = self.fold(expression)?;
        self.unit.constant_register(&constant)
    }
}
