//! Decorators of functions and classes.

use crate::crowded::MOST_TOGETHER;
use crate::generator::{Done, Generator};
use crate::unit::Reg;
use ferropy_bytecode::Opcode;
use ferropy_syntax::tree::Expression;

impl<'a> Generator<'a> {
    /// Evaluates decorators: into registers from the one returned on, or into a list there if they are many.
    pub(crate) fn decorators(&mut self, decorators: &'a [Expression]) -> Done<Reg> {
        decorators.iter().try_for_each(|decorator| self.check_decorator(decorator))?;
        if decorators.len() <= MOST_TOGETHER {
            return self.consecutive(decorators);
        }
        let list = self.unit.temp();
        self.list(decorators, list)?;
        Ok(list)
    }

    /// Calls the decorators, the last one first.
    pub(crate) fn apply_decorators(&mut self, decorators: &[Expression], first: Reg, target: Reg) {
        for (index, decorator) in decorators.iter().enumerate().rev() {
            self.within(decorator.range, |this| {
                let mark = this.unit.next;
                let call = this.unit.temps(2);
                if decorators.len() <= MOST_TOGETHER {
                    this.unit.move_to(call, first.wrapping_add(index as Reg));
                } else {
                    this.item(first, index, call);
                }
                this.unit.move_to(call + 1, target);
                this.unit.abc(Opcode::Call, call, 1, 0);
                this.unit.move_to(target, call);
                this.unit.release(mark);
            });
        }
    }
}
