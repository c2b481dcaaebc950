//! What code says to those who look at a frame or trace it: names of comprehensions' variables, and which lines run that
//! no instruction stands for, or that an instruction has for tracebacks only.

use crate::unit::{Reg, Unit};
use ferropy_bytecode::positions::Position;
use ferropy_bytecode::{LineMark, Opcode, ScopedName};

impl Unit {
    /// Says that a name means a register from a word to here.
    pub(crate) fn scoped_name(&mut self, name: &str, register: Reg, in_cell: bool, start: u32) {
        let end = self.here();
        self.scoped_names.push(ScopedName { name: name.into(), slot: register.into(), in_cell, start, end });
    }

    /// Says that the line of the current position is passed here, though no instruction stands for it.
    pub(crate) fn mark_line(&mut self) {
        if self.reachable {
            self.line_marks.push(LineMark { word: self.here(), line: self.position.line, in_front_of_loop: false });
        }
    }

    /// What is emitted next has a line for tracebacks only: who traces the code is not told of it.
    pub(crate) fn untold_if(&mut self, untold: bool) {
        if untold {
            self.position = Position { column: 0, end_column: 0, end_line: self.position.line, ..self.position };
        }
    }

    /// A statement for which nothing stands but a jump that may follow.
    pub(crate) fn line_of_jump(&mut self) {
        self.jump_of_line = Some(self.here());
    }

    /// The start of a handler, whose line nobody is told of: the exception in the register is being handled.
    pub(crate) fn push_handled(&mut self, register: Reg) {
        let position = self.position;
        self.untold_if(true);
        self.abc(Opcode::PushHandled, register, 0, 0);
        self.position = position;
    }
}
