//! Code with more values at once than there are registers.
//!
//! Most code never comes here. A unit that runs out of registers is noted, and the program is compiled a second time
//! with such units *crowded*: few named locals have registers, and where an expression starts while most registers are
//! taken, those that the statement has filled so far are put aside into frame slots until the expression is done.
//!
//! What a handler of the running statement needs is never put aside: registers below [`Unit::floor`] stay.

use crate::generator::{Done, Generator};
use crate::sorted::Map;
use crate::unit::{Reg, Unit};
use alloc::vec::Vec;
use ferropy_bytecode::{Constant, Intrinsic, Opcode};
use ferropy_syntax::Name;
use ferropy_syntax::tree::{Expression, SourceRange};

/// More targets, captures or decorators than this are not held in registers side by side.
pub(crate) const MOST_TOGETHER: usize = 24;
/// Registers beyond this one are left to what needs some in a row; an expression does not start here.
const CROWDED: usize = 180;
/// Putting fewer registers aside gains nothing.
const WORTHWHILE: usize = 24;

/// Where a value is kept that has no name of its own in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    Register(Reg),
    Slot(u16),
}

/// Registers whose values lie in slots for now.
#[derive(Debug)]
pub(crate) struct Aside {
    first: usize,
    end: usize,
    slot: u16,
    /// The places of comprehensions' variables before.
    variables: Vec<Map<Name, Held>>,
}

impl Aside {
    /// The slot with the value of a register, if that was put aside.
    fn slot_of(&self, register: Reg) -> Option<u16> {
        let register = usize::from(register);
        (self.first..self.end).contains(&register).then(|| self.slot.saturating_add((register - self.first) as u16))
    }
}

impl Unit {
    /// Whether it is time to put registers aside.
    fn should_put_aside(&self) -> bool {
        self.crowded && self.next > CROWDED && self.next.saturating_sub(self.floor) >= WORTHWHILE
    }

    /// Whether that many registers in a row are too many here.
    pub(crate) fn too_many_together(&self, count: usize) -> bool {
        count > if self.crowded { MOST_TOGETHER } else { 100 }
    }

    /// Fresh slots: the first of them. The frame must have room for the mark behind the last.
    pub(crate) fn slots(&mut self, count: usize) -> u16 {
        let first = self.far_end() + self.held;
        self.held += count;
        self.most_held = self.most_held.max(self.held);
        match u16::try_from(first + count) {
            Ok(_) => first as u16,
            Err(_) => {
                self.too_complex = true;
                0
            }
        }
    }

    /// Moves a value into a fresh slot.
    pub(crate) fn hold(&mut self, register: Reg) -> u16 {
        let slot = self.slots(1);
        self.ad(Opcode::SetSlot, register, slot);
        slot
    }
}

impl<'a> Generator<'a> {
    fn put_aside(&mut self) -> Aside {
        let (first, end) = (self.unit.floor, self.unit.next);
        let slot = self.unit.slots(end - first);
        for (index, register) in (first..end).enumerate() {
            self.unit.ad(Opcode::SetSlot, register as Reg, slot.saturating_add(index as u16));
        }
        let variables = self.unit.comprehensions.iter().map(|(_, places)| places.clone()).collect();
        let aside = Aside { first, end, slot, variables };
        for (_, places) in &mut self.unit.comprehensions {
            for place in places.values_mut() {
                if let Held::Register(register) = *place
                    && let Some(slot) = aside.slot_of(register)
                {
                    *place = Held::Slot(slot);
                }
            }
        }
        self.unit.release(first);
        aside
    }

    fn bring_back(&mut self, aside: Aside) {
        for (index, register) in (aside.first..aside.end).enumerate() {
            self.unit.ad(Opcode::GetSlot, register as Reg, aside.slot.saturating_add(index as u16));
        }
        for ((_, places), before) in self.unit.comprehensions.iter_mut().zip(aside.variables) {
            *places = before;
        }
        self.unit.held = self.unit.held.saturating_sub(aside.end - aside.first);
        self.unit.release(aside.end);
    }

    /// Evaluates an expression while the registers are put aside, if it is time for that; whether it was.
    pub(crate) fn expression_apart(&mut self, expression: &'a Expression, target: Reg) -> Done<bool> {
        if !self.unit.should_put_aside() {
            return Ok(false);
        }
        let aside = self.put_aside();
        let result = self.unit.temp();
        self.expression(expression, result)?;
        let slot = self.unit.hold(result);
        self.unit.held = self.unit.held.saturating_sub(1);
        self.bring_back(aside);
        self.unit.ad(Opcode::GetSlot, target, slot);
        Ok(true)
    }

    /// Runs `body` while the registers are put aside, if it is time for that. It gets `kept`, which it only reads,
    /// wherever that is then.
    pub(crate) fn apart(&mut self, kept: Reg, body: impl FnOnce(&mut Self, Reg) -> Done) -> Done {
        if !self.unit.should_put_aside() {
            return body(self, kept);
        }
        let aside = self.put_aside();
        let mut place = kept;
        if let Some(slot) = aside.slot_of(kept) {
            place = self.unit.temp();
            self.unit.ad(Opcode::GetSlot, place, slot);
        }
        body(self, place)?;
        self.bring_back(aside);
        Ok(())
    }

    /// Loads an item of a list or tuple by its number.
    pub(crate) fn item(&mut self, list: Reg, index: usize, target: Reg) {
        if let Ok(index) = i8::try_from(index) {
            self.unit.abc(Opcode::GetItemInt, target, list, index as u8);
            return;
        }
        let mark = self.unit.next;
        let number = self.unit.temp();
        self.unit.load(number, &Constant::Int(index as i64));
        self.unit.abc(Opcode::GetItem, target, list, number);
        self.unit.release(mark);
    }

    /// Unpacks a value into a list in a fresh register: `count` items, of which number `star` collects what is left over.
    pub(crate) fn unpack_into_list(&mut self, value: Reg, count: usize, star: Option<usize>) -> Reg {
        let list = self.unit.temp();
        let mark = self.unit.next;
        let pair = self.unit.temps(2);
        self.unit.move_to(pair, value);
        let number = |count: usize| Constant::Int(count as i64);
        let counts = match star {
            None => number(count),
            Some(star) => Constant::Tuple([number(star), number(count - star - 1)].into()),
        };
        self.unit.load(pair + 1, &counts);
        self.intrinsic(Intrinsic::UnpackIntoList, list, pair);
        self.unit.release(mark);
        list
    }

    /// Runs the body of a block that CPython counts as one; it refuses too many within each other.
    pub(crate) fn nested(&mut self, levels: usize, range: SourceRange, body: impl FnOnce(&mut Self) -> Done) -> Done {
        self.unit.nesting += levels;
        let done = if self.unit.nesting > MOST_BLOCKS {
            self.error("too many statically nested blocks", range)
        } else {
            body(self)
        };
        self.unit.nesting = self.unit.nesting.saturating_sub(levels);
        done
    }

    /// A chain of operators, calls and attributes that is too long to recurse along: link by link, from its first operand
    /// on, in one register.
    pub(crate) fn chain(&mut self, expression: &'a Expression, target: Reg) -> Done {
        let mut links: Vec<&'a Expression> = Vec::new();
        let mut first = expression;
        while let Some(next) = first.first_operand() {
            if self.fold(first).is_some() {
                break;
            }
            links.push(first);
            first = self.receiver(first).unwrap_or(next);
        }
        let place = if self.unit.is_top(target) { target } else { self.unit.temp() };
        self.expression(first, place)?;
        let mark = self.unit.next;
        while let Some(link) = links.pop() {
            self.at(link.range);
            self.check_machine(link.range)?;
            self.link(link, place)?;
            self.unit.release(mark);
        }
        self.unit.move_to(target, place);
        Ok(())
    }
}

/// How many blocks may be nested in a function.
const MOST_BLOCKS: usize = 21;
