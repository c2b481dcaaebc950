//! Assignments of as many values as there are targets, `a, b = x, y`, without making a tuple.
//!
//! All values are there before the first target is assigned. Where the targets are local variables, that means moving
//! values between registers: what is a variable or a constant already needs no place of its own meanwhile, and what is
//! computed last goes where it is wanted.

use crate::generator::{Done, Generator};
use crate::unit::Reg;
use alloc::vec::Vec;
use ferropy_bytecode::Constant;
use ferropy_syntax::tree::{Expression, ExpressionKind};

/// More values than this are put into a tuple.
const MOST: usize = 8;

/// Where a value is until it is assigned.
#[derive(Debug)]
enum Source {
    Register(Reg),
    Constant(Constant),
}

impl Source {
    fn is_in(&self, register: Reg) -> bool {
        matches!(*self, Source::Register(place) if place == register)
    }
}

impl<'a> Generator<'a> {
    /// `a, b = x, y`; nothing if the assignment is not of this kind.
    pub(crate) fn parallel(&mut self, target: &'a Expression, value: &'a Expression) -> Option<Done> {
        let (ExpressionKind::Tuple(targets) | ExpressionKind::List(targets)) = &target.kind else { return None };
        let ExpressionKind::Tuple(values) = &value.kind else { return None };
        let plain = |items: &[Expression]| items.iter().all(|item| !matches!(item.kind, ExpressionKind::Starred(_)));
        if targets.len() != values.len() || targets.len() > MOST || !plain(targets) || !plain(values) {
            return None;
        }
        let done = match self.distinct_variables(targets) {
            Some(registers) if !values.iter().any(|value| self.may_rebind(value)) => {
                self.parallel_variables(targets, &registers, values)
            }
            _ => self.parallel_any(targets, values),
        };
        Some(done)
    }

    fn parallel_any(&mut self, targets: &'a [Expression], values: &'a [Expression]) -> Done {
        // Variables stay where they are if no target is one.
        let in_place =
            |item: &Expression| matches!(item.kind, ExpressionKind::Attribute(_) | ExpressionKind::Subscript(_));
        let mut others: Vec<&Expression> = values.iter().collect();
        others.extend(targets);
        let sources: Vec<Reg> = if targets.iter().all(in_place) {
            values.iter().map(|value| self.early_operand(value, &others)).collect::<Done<_>>()?
        } else {
            let first = self.consecutive(values)?;
            (0..values.len()).map(|index| first + index as Reg).collect()
        };
        targets.iter().zip(sources).try_for_each(|(target, source)| self.assign(target, source))
    }

    /// The registers of targets that are different local variables, in an assignment on one line: who traces the code is
    /// told of each.
    fn distinct_variables(&mut self, targets: &[Expression]) -> Option<Vec<Reg>> {
        if self.unit.position.line != self.unit.position.end_line {
            return None;
        }
        let mut registers = Vec::with_capacity(targets.len());
        for target in targets {
            let register = self.direct_target(target)?;
            if registers.contains(&register) {
                return None;
            }
            registers.push(register);
        }
        Some(registers)
    }

    fn parallel_variables(&mut self, targets: &'a [Expression], registers: &[Reg], values: &'a [Expression]) -> Done {
        let sources: Vec<Option<Source>> = values.iter().map(|value| self.source_in_place(value)).collect();
        let last = sources.iter().rposition(Option::is_none);
        let is_read = |register: Reg| sources.iter().flatten().any(|source| source.is_in(register));
        let direct = last.filter(|&last| registers.get(last).is_some_and(|&register| !is_read(register)));
        let mut moves = Vec::with_capacity(values.len());
        for (index, ((value, &register), source)) in values.iter().zip(registers).zip(sources).enumerate() {
            match source {
                Some(source) => moves.push((register, source)),
                None if direct == Some(index) => self.expression(value, register)?,
                None => {
                    let place = self.unit.temp();
                    self.expression(value, place)?;
                    moves.push((register, Source::Register(place)));
                }
            }
        }
        self.move_together(moves);
        for target in targets {
            if let ExpressionKind::Name(name) = target.kind {
                self.mark_bound(name);
            }
        }
        Ok(())
    }

    /// Where a value lies already, if it does.
    fn source_in_place(&mut self, value: &Expression) -> Option<Source> {
        if let Some(constant) = self.fold(value) {
            return Some(Source::Constant(constant));
        }
        match value.kind {
            ExpressionKind::Name(name) => self.bound_register(name).map(Source::Register),
            _ => None,
        }
    }

    /// Moves values to registers that are sources of other moves, in an order in which none is lost.
    fn move_together(&mut self, mut moves: Vec<(Reg, Source)>) {
        while !moves.is_empty() {
            let is_free = |&(target, _): &(Reg, Source)| {
                !moves.iter().any(|(other, source)| *other != target && source.is_in(target))
            };
            let next = moves.iter().position(is_free);
            let (target, source) = moves.remove(next.unwrap_or(0));
            if next.is_none() {
                // Each target is another's source: the value that is there is put aside.
                let aside = self.unit.temp();
                self.unit.move_to(aside, target);
                for (_, source) in moves.iter_mut().filter(|(_, source)| source.is_in(target)) {
                    *source = Source::Register(aside);
                }
            }
            match source {
                Source::Register(source) => self.unit.move_to(target, source),
                Source::Constant(constant) => self.unit.load(target, &constant),
            }
        }
    }
}
