//! Where named locals lie in the frame: the first in registers, the others in slots from 256 on.

use crate::unit::{Reg, Unit};
use alloc::boxed::Box;
use alloc::vec::Vec;
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{encode_abc, encode_ad};

/// How many named locals have a register of their own.
pub(crate) const NEAR: usize = 190;
/// How many in a unit that runs out of registers otherwise; see `crowded.rs`.
const NEAR_IF_CROWDED: usize = 16;
/// The first slot of the others.
pub(crate) const FAR: usize = 256;

impl Unit {
    /// Makes the unit one that needs more registers than there are.
    pub(crate) fn crowd(&mut self) {
        self.crowded = true;
        self.near = NEAR_IF_CROWDED;
    }

    /// Whether the frame has slots beyond the registers. A callee's frame must not lie over those.
    pub(crate) fn is_wide(&self) -> bool {
        self.crowded || self.local_texts.len() > self.near
    }

    /// The slot of local number `index`. Parameters arrive in the first slots; those in the registers of temporaries are
    /// moved behind the others, before the locals that have no register.
    pub(crate) fn slot_of(&self, index: usize) -> usize {
        let stays = index < self.near || (FAR..self.parameters).contains(&index);
        let moved = self.parameters.min(FAR).saturating_sub(self.near);
        match index.checked_sub(self.parameters.max(self.near)) {
            _ if stays => index,
            Some(further) => self.far_start() + moved + further,
            None => self.far_start() + index - self.near,
        }
    }

    fn far_start(&self) -> usize {
        self.parameters.max(FAR)
    }

    /// The slot behind those of all locals.
    pub(crate) fn far_end(&self) -> usize {
        let moved = self.parameters.min(FAR).saturating_sub(self.near);
        self.far_start() + moved + self.local_texts.len().saturating_sub(self.parameters.max(self.near))
    }

    /// How many slots the code needs.
    pub(crate) fn slot_count(&self) -> usize {
        let far = self.local_texts.len() > self.near || self.most_held > 0;
        let end = if far { self.far_end() + self.most_held } else { self.local_texts.len() };
        end.max(self.highest).max(1)
    }

    /// What comes before the first statement: cells, the marks of what is unbound, and parameters going to their slots.
    pub(crate) fn prologue(&mut self) -> Vec<u32> {
        let mut prologue = Vec::new();
        let scratch = 254;
        for index in 0..self.local_texts.len() {
            let parameter = index < self.parameters;
            let read = self.unbound_reads.get(index / 64).is_some_and(|bits| bits >> (index % 64) & 1 == 1);
            let cell = self.cells.contains(&index);
            let slot = self.slot_of(index);
            let far = slot >= FAR;
            // Those that are moved come before all that need the scratch register.
            let moved = parameter && far && index < FAR;
            let register = if moved || !far { index as Reg } else { scratch };
            if !parameter && (read || cell) {
                prologue.push(encode_abc(Opcode::LoadSpecial, register, 4, 0));
            } else if cell && far && !moved {
                prologue.push(encode_ad(Opcode::GetSlot, register, slot as u16));
            }
            if cell {
                prologue.push(encode_abc(Opcode::MakeCell, register, 0, 0));
            }
            if far && (cell || moved || read && !parameter) {
                prologue.push(encode_ad(Opcode::SetSlot, register, slot as u16));
                self.highest = self.highest.max(FAR - 1);
            }
            if moved {
                prologue.push(encode_abc(Opcode::LoadSpecial, register, 4, 0));
            }
        }
        prologue
    }

    /// The names of the slots. A parameter that is moved has its name in both places.
    pub(crate) fn local_names(&self) -> Box<[Box<str>]> {
        let count = if self.local_texts.len() <= self.near { self.local_texts.len() } else { self.far_end() };
        let mut names: Vec<Box<str>> = alloc::vec!["".into(); count];
        for (index, text) in self.local_texts.iter().enumerate() {
            let parameter = index < self.parameters;
            for slot in [self.slot_of(index), if parameter { index } else { self.slot_of(index) }] {
                if let Some(name) = names.get_mut(slot) {
                    *name = text.as_str().into();
                }
            }
        }
        names.into()
    }
}
