//! Conditions as jumps: nothing is computed that only decides where to go.

use crate::generator::{Done, Generator};
use crate::unit::Label;
use ferropy_bytecode::encoding::{encode_abc, encode_ad};
use ferropy_bytecode::{Constant, Opcode};
use ferropy_syntax::tree::{BoolOperator, CompareOperator, Expression, ExpressionKind, UnaryOperator};

impl<'a> Generator<'a> {
    /// Jumps where the condition is false.
    pub(crate) fn jump_unless(&mut self, condition: &'a Expression, label: Label) -> Done {
        self.jump_on(condition, false, label)
    }

    /// Jumps where the condition is `sense`.
    pub(crate) fn jump_on(&mut self, condition: &'a Expression, sense: bool, label: Label) -> Done {
        let before = self.unit.position;
        self.at(condition.range);
        let mark = self.unit.next;
        let done = self.jump_on_kind(condition, sense, label);
        self.unit.release(mark);
        self.unit.position = before;
        done
    }

    fn jump_on_kind(&mut self, condition: &'a Expression, sense: bool, label: Label) -> Done {
        if let Some(constant) = self.fold(condition) {
            if truth(&constant) == Some(sense) {
                self.unit.jump(label);
            }
            return Ok(());
        }
        match &condition.kind {
            ExpressionKind::UnaryOp(inner) if inner.op == UnaryOperator::Not => {
                self.jump_on(&inner.operand, !sense, label)
            }
            ExpressionKind::BoolOp(inner) => self.jump_bool(inner.op, &inner.values, sense, label),
            ExpressionKind::Compare(inner) if inner.comparisons.len() == 1 => {
                let Some((op, right)) = inner.comparisons.first() else { return Ok(()) };
                self.jump_compare(&inner.left, *op, right, sense, label)
            }
            _ => {
                let value = self.operand(condition)?;
                let opcode = if sense { Opcode::JumpIfTrue } else { Opcode::JumpIfFalse };
                self.unit.jump_if(encode_abc(opcode, value, 0, 0), label);
                Ok(())
            }
        }
    }

    fn jump_bool(&mut self, op: BoolOperator, values: &'a [Expression], sense: bool, label: Label) -> Done {
        let [rest @ .., last] = values else { return Ok(()) };
        // `a and b` jumps on false as soon as one is false; on true only if all are.
        let early = (op == BoolOperator::And) != sense;
        if early {
            for value in rest {
                self.jump_on(value, sense, label)?;
            }
            // What later operands bind is not certain at the label; the state is that after the first operand.
            let bound = self.unit.bound_state();
            self.jump_on(last, sense, label)?;
            if let Some(bound) = bound
                && !sense_keeps(op, sense)
            {
                self.unit.bound = bound;
            }
            return Ok(());
        }
        let skip = self.unit.label();
        let mut bound = None;
        for value in rest {
            self.jump_on(value, !sense, skip)?;
            bound = bound.or_else(|| self.unit.bound_state());
        }
        self.jump_on(last, sense, label)?;
        if let Some(bound) = bound {
            self.unit.bound = bound;
        }
        self.unit.place(skip);
        Ok(())
    }

    fn jump_compare(
        &mut self,
        left: &'a Expression,
        op: CompareOperator,
        right: &'a Expression,
        sense: bool,
        label: Label,
    ) -> Done {
        if let (CompareOperator::Is | CompareOperator::IsNot, Some(Constant::None)) = (op, self.fold(right)) {
            let value = self.operand(left)?;
            let none = (op == CompareOperator::Is) == sense;
            let opcode = if none { Opcode::JumpIfNone } else { Opcode::JumpIfNotNone };
            self.unit.jump_if(encode_abc(opcode, value, 0, 0), label);
            return Ok(());
        }
        let x = self.early_operand(left, &[right])?;
        if let Some(Constant::Int(value)) = self.fold(right)
            && let Ok(value) = i16::try_from(value)
            && let Some(opcode) = int_jump(op, sense)
        {
            self.unit.jump_if(encode_ad(opcode, x, value as u16), label);
            return Ok(());
        }
        let y = self.compared(op, right)?;
        if let Some(opcode) = register_jump(op, sense) {
            self.unit.jump_if(encode_abc(opcode, x, y, 0), label);
            return Ok(());
        }
        let result = self.unit.temp();
        self.unit.abc(crate::expressions::compare_opcode(op), result, x, y);
        let opcode = if sense { Opcode::JumpIfTrue } else { Opcode::JumpIfFalse };
        self.unit.jump_if(encode_abc(opcode, result, 0, 0), label);
        Ok(())
    }
}

/// Whether falling through means that all operands were evaluated: then what they bind is bound.
fn sense_keeps(op: BoolOperator, sense: bool) -> bool {
    (op == BoolOperator::And) != sense
}

/// Whether a constant is true.
pub(crate) fn truth(constant: &Constant) -> Option<bool> {
    Some(match constant {
        Constant::None => false,
        Constant::Bool(value) => *value,
        Constant::Ellipsis | Constant::Code(_) | Constant::Loaded(_) | Constant::Slice(_) | Constant::BigInt(_) => true,
        Constant::Int(value) => *value != 0,
        Constant::Float(value) => *value != 0.0,
        Constant::Complex(real, imaginary) => *real != 0.0 || *imaginary != 0.0,
        Constant::Str(bytes) | Constant::Bytes(bytes) => !bytes.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
    })
}

fn register_jump(op: CompareOperator, sense: bool) -> Option<Opcode> {
    Some(match (op, sense) {
        (CompareOperator::Lt, true) => Opcode::JumpIfLt,
        (CompareOperator::LtE, true) => Opcode::JumpIfLe,
        (CompareOperator::Eq, true) => Opcode::JumpIfEq,
        (CompareOperator::NotEq, true) => Opcode::JumpIfNe,
        (CompareOperator::Gt, true) => Opcode::JumpIfGt,
        (CompareOperator::GtE, true) => Opcode::JumpIfGe,
        (CompareOperator::Lt, false) => Opcode::JumpIfNotLt,
        (CompareOperator::LtE, false) => Opcode::JumpIfNotLe,
        (CompareOperator::Eq, false) => Opcode::JumpIfNotEq,
        (CompareOperator::NotEq, false) => Opcode::JumpIfNotNe,
        (CompareOperator::Gt, false) => Opcode::JumpIfNotGt,
        (CompareOperator::GtE, false) => Opcode::JumpIfNotGe,
        (CompareOperator::Is, true) | (CompareOperator::IsNot, false) => Opcode::JumpIfIs,
        (CompareOperator::Is, false) | (CompareOperator::IsNot, true) => Opcode::JumpIfIsNot,
        (CompareOperator::In | CompareOperator::NotIn, _) => return None,
    })
}

fn int_jump(op: CompareOperator, sense: bool) -> Option<Opcode> {
    Some(match (op, sense) {
        (CompareOperator::Lt, true) => Opcode::JumpIfLtInt,
        (CompareOperator::LtE, true) => Opcode::JumpIfLeInt,
        (CompareOperator::Eq, true) => Opcode::JumpIfEqInt,
        (CompareOperator::NotEq, true) => Opcode::JumpIfNeInt,
        (CompareOperator::Gt, true) => Opcode::JumpIfGtInt,
        (CompareOperator::GtE, true) => Opcode::JumpIfGeInt,
        (CompareOperator::Lt, false) => Opcode::JumpIfNotLtInt,
        (CompareOperator::LtE, false) => Opcode::JumpIfNotLeInt,
        (CompareOperator::Eq, false) => Opcode::JumpIfNotEqInt,
        (CompareOperator::NotEq, false) => Opcode::JumpIfNotNeInt,
        (CompareOperator::Gt, false) => Opcode::JumpIfNotGtInt,
        (CompareOperator::GtE, false) => Opcode::JumpIfNotGeInt,
        _ => return None,
    })
}
