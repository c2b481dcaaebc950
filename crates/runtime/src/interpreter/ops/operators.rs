//! Operators on values that the loop has no fast case for.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::FrameKind;
use crate::object::{BinaryOp, CompareOp, UnaryOp, machine_arithmetic};
use crate::types::byte_string::methods::operators::modulo;
use crate::types::str::percent_text;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b, field_c, field_d};

impl Isolate {
    /// An operator or a fused comparison and jump, of operands that the loop has no fast case for. It takes the
    /// instruction's word instead of the values: an argument that is ready for a call costs the fast path the machine
    /// register it waits in.
    #[inline(never)]
    pub(crate) fn execute_operator(&mut self, word: u32) -> Completion<()> {
        match operator(word) {
            Some(Operator::Binary(op, inplace)) => self.binary_slow(op, inplace, word),
            Some(Operator::BinaryInt(op, inplace)) => {
                let y = Value::small_int(i64::from(field_c(word) as i8));
                self.binary_operation(op, inplace, field_a(word), self.reg(field_b(word)), y)
            }
            Some(Operator::Compare(op)) => {
                let mark = self.kept.len();
                let result = self.compare(op, self.reg(field_b(word)), self.reg(field_c(word)));
                self.kept.truncate(mark);
                self.set_reg(field_a(word), result?);
                Ok(())
            }
            Some(Operator::Jump(op, sense)) => {
                self.jump_comparison(op, sense, self.reg(field_a(word)), self.reg(field_b(word)))
            }
            Some(Operator::JumpInt(op, sense)) => {
                let y = Value::small_int(i64::from(field_d(word) as i16));
                self.jump_comparison(op, sense, self.reg(field_a(word)), y)
            }
            None => Err(raise::internal(self)),
        }
    }

    /// An operator whose operands are registers.
    pub(crate) fn binary_slow(&mut self, op: BinaryOp, inplace: bool, word: u32) -> Completion<()> {
        self.binary_operation(op, inplace, field_a(word), self.reg(field_b(word)), self.reg(field_c(word)))
    }

    fn binary_operation(&mut self, op: BinaryOp, inplace: bool, target: u8, x: Value, y: Value) -> Completion<()> {
        let mark = self.kept.len();
        if op == BinaryOp::Mod && self.heap.kind(y) != Some(Kind::Instance) {
            let formatted = if self.heap.is_str(x) {
                Some(percent_text(self, x, y))
            } else if !IS_SMALL && self.heap.kind(x) == Some(Kind::Bytes) {
                Some(modulo(self, &[x, y]))
            } else {
                None
            };
            if let Some(formatted) = formatted {
                self.kept.truncate(mark);
                self.set_reg(target, formatted?);
                return Ok(());
            }
        }
        // A bool beside an int counts as one; two of them may give a bool.
        let int = |value: Value, other: Value| {
            let truth = value.is_bool() && !other.is_bool();
            if truth { Some(i64::from(value == Value::TRUE)) } else { self.heap.int64(value) }
        };
        if let (Some(a), Some(b)) = (int(x, y), int(y, x))
            && let Some(result) = machine_arithmetic(op, a, b)
        {
            let result = self.heap.new_int(result)?;
            self.set_reg(target, result);
            return Ok(());
        }
        let result = if inplace { self.inplace(op, x, y) } else { self.binary(op, x, y) };
        self.kept.truncate(mark);
        self.set_reg(target, result?);
        Ok(())
    }

    pub(crate) fn unary_slow(&mut self, op: UnaryOp, target: u8, value: Value) -> Completion<()> {
        let mark = self.kept.len();
        let result = self.unary(op, value);
        self.kept.truncate(mark);
        self.set_reg(target, result?);
        Ok(())
    }

    /// `pc` stands behind the word with the offset.
    fn jump_comparison(&mut self, op: CompareOp, sense: bool, x: Value, y: Value) -> Completion<()> {
        let mark = self.kept.len();
        let holds = self.compare(op, x, y).and_then(|result| self.is_true(result));
        self.kept.truncate(mark);
        if holds? == sense {
            self.take_jump();
        }
        Ok(())
    }

    /// A jump on a truth value; `pc` stands behind the word with the offset.
    #[inline(never)]
    pub(crate) fn jump_truth_slow(&mut self, value: Value, sense: bool) -> Completion<()> {
        if self.enter_truth(value, 0, FrameKind::Condition) {
            return Ok(());
        }
        let mark = self.kept.len();
        let truth = self.is_true(value);
        self.kept.truncate(mark);
        if truth? == sense {
            self.take_jump();
        }
        Ok(())
    }

    /// Jumps by the offset in the word before the running frame's `pc`. The loop looks at the fuel when it goes on.
    pub(crate) fn take_jump(&mut self) {
        let Some(frame) = self.thread.frames.last_mut() else { return };
        let at = frame.pc as usize;
        let Some(code) = self.codes.get(frame.code) else { return };
        let offset = at.checked_sub(1).and_then(|at| code.instructions.get(at)).map_or(0, |&word| word as i32);
        frame.pc = (at as i64 - 1 + i64::from(offset)) as u32;
        self.fuel.burn_many(1);
    }
}

/// What an instruction computes, and with what.
#[derive(Clone, Copy)]
pub(in crate::interpreter) enum Operator {
    /// Of two registers; whether in place.
    Binary(BinaryOp, bool),
    /// Of a register and a number in the instruction; whether in place.
    BinaryInt(BinaryOp, bool),
    /// Of two registers.
    Compare(CompareOp),
    /// Of two registers: jumps if the truth of the result is that one.
    Jump(CompareOp, bool),
    /// Of a register and a number in the instruction: jumps if the truth of the result is that one.
    JumpInt(CompareOp, bool),
}

/// What an instruction computes, if it is an operator.
#[inline(always)]
pub(in crate::interpreter) fn operator(word: u32) -> Option<Operator> {
    static OPERATORS: [Option<Operator>; 256] = {
        let mut operators = [None; 256];
        let mut byte = 0;
        while byte < operators.len() {
            operators[byte] = operator_of(Opcode::of(byte as u32));
            byte += 1;
        }
        operators
    };
    OPERATORS[word as u8 as usize]
}

const fn operator_of(opcode: Opcode) -> Option<Operator> {
    Some(match opcode {
        Opcode::Add => Operator::Binary(BinaryOp::Add, false),
        Opcode::InplaceAdd => Operator::Binary(BinaryOp::Add, true),
        Opcode::Sub => Operator::Binary(BinaryOp::Sub, false),
        Opcode::InplaceSub => Operator::Binary(BinaryOp::Sub, true),
        Opcode::Mul => Operator::Binary(BinaryOp::Mul, false),
        Opcode::InplaceMul => Operator::Binary(BinaryOp::Mul, true),
        Opcode::TrueDiv => Operator::Binary(BinaryOp::TrueDiv, false),
        Opcode::InplaceTrueDiv => Operator::Binary(BinaryOp::TrueDiv, true),
        Opcode::FloorDiv => Operator::Binary(BinaryOp::FloorDiv, false),
        Opcode::InplaceFloorDiv => Operator::Binary(BinaryOp::FloorDiv, true),
        Opcode::Mod => Operator::Binary(BinaryOp::Mod, false),
        Opcode::InplaceMod => Operator::Binary(BinaryOp::Mod, true),
        Opcode::Pow => Operator::Binary(BinaryOp::Pow, false),
        Opcode::InplacePow => Operator::Binary(BinaryOp::Pow, true),
        Opcode::MatMul => Operator::Binary(BinaryOp::MatMul, false),
        Opcode::InplaceMatMul => Operator::Binary(BinaryOp::MatMul, true),
        Opcode::LShift => Operator::Binary(BinaryOp::LShift, false),
        Opcode::InplaceLShift => Operator::Binary(BinaryOp::LShift, true),
        Opcode::RShift => Operator::Binary(BinaryOp::RShift, false),
        Opcode::InplaceRShift => Operator::Binary(BinaryOp::RShift, true),
        Opcode::And => Operator::Binary(BinaryOp::And, false),
        Opcode::InplaceAnd => Operator::Binary(BinaryOp::And, true),
        Opcode::Or => Operator::Binary(BinaryOp::Or, false),
        Opcode::InplaceOr => Operator::Binary(BinaryOp::Or, true),
        Opcode::Xor => Operator::Binary(BinaryOp::Xor, false),
        Opcode::InplaceXor => Operator::Binary(BinaryOp::Xor, true),
        Opcode::AddInt => Operator::BinaryInt(BinaryOp::Add, false),
        Opcode::InplaceAddInt => Operator::BinaryInt(BinaryOp::Add, true),
        Opcode::SubInt => Operator::BinaryInt(BinaryOp::Sub, false),
        Opcode::InplaceSubInt => Operator::BinaryInt(BinaryOp::Sub, true),
        Opcode::MulInt => Operator::BinaryInt(BinaryOp::Mul, false),
        Opcode::FloorDivInt => Operator::BinaryInt(BinaryOp::FloorDiv, false),
        Opcode::ModInt => Operator::BinaryInt(BinaryOp::Mod, false),
        Opcode::LShiftInt => Operator::BinaryInt(BinaryOp::LShift, false),
        Opcode::RShiftInt => Operator::BinaryInt(BinaryOp::RShift, false),
        Opcode::AndInt => Operator::BinaryInt(BinaryOp::And, false),
        Opcode::InplaceMulInt => Operator::BinaryInt(BinaryOp::Mul, true),
        Opcode::InplaceFloorDivInt => Operator::BinaryInt(BinaryOp::FloorDiv, true),
        Opcode::InplaceModInt => Operator::BinaryInt(BinaryOp::Mod, true),
        Opcode::InplaceLShiftInt => Operator::BinaryInt(BinaryOp::LShift, true),
        Opcode::InplaceRShiftInt => Operator::BinaryInt(BinaryOp::RShift, true),
        Opcode::InplaceAndInt => Operator::BinaryInt(BinaryOp::And, true),
        Opcode::Lt => Operator::Compare(CompareOp::Lt),
        Opcode::JumpIfLt => Operator::Jump(CompareOp::Lt, true),
        Opcode::JumpIfLtInt => Operator::JumpInt(CompareOp::Lt, true),
        Opcode::JumpIfNotLt => Operator::Jump(CompareOp::Lt, false),
        Opcode::JumpIfNotLtInt => Operator::JumpInt(CompareOp::Lt, false),
        Opcode::Le => Operator::Compare(CompareOp::Le),
        Opcode::JumpIfLe => Operator::Jump(CompareOp::Le, true),
        Opcode::JumpIfLeInt => Operator::JumpInt(CompareOp::Le, true),
        Opcode::JumpIfNotLe => Operator::Jump(CompareOp::Le, false),
        Opcode::JumpIfNotLeInt => Operator::JumpInt(CompareOp::Le, false),
        Opcode::Eq => Operator::Compare(CompareOp::Eq),
        Opcode::JumpIfEq => Operator::Jump(CompareOp::Eq, true),
        Opcode::JumpIfEqInt => Operator::JumpInt(CompareOp::Eq, true),
        Opcode::JumpIfNotEq => Operator::Jump(CompareOp::Eq, false),
        Opcode::JumpIfNotEqInt => Operator::JumpInt(CompareOp::Eq, false),
        Opcode::Ne => Operator::Compare(CompareOp::Ne),
        Opcode::JumpIfNe => Operator::Jump(CompareOp::Ne, true),
        Opcode::JumpIfNeInt => Operator::JumpInt(CompareOp::Ne, true),
        Opcode::JumpIfNotNe => Operator::Jump(CompareOp::Ne, false),
        Opcode::JumpIfNotNeInt => Operator::JumpInt(CompareOp::Ne, false),
        Opcode::Gt => Operator::Compare(CompareOp::Gt),
        Opcode::JumpIfGt => Operator::Jump(CompareOp::Gt, true),
        Opcode::JumpIfGtInt => Operator::JumpInt(CompareOp::Gt, true),
        Opcode::JumpIfNotGt => Operator::Jump(CompareOp::Gt, false),
        Opcode::JumpIfNotGtInt => Operator::JumpInt(CompareOp::Gt, false),
        Opcode::Ge => Operator::Compare(CompareOp::Ge),
        Opcode::JumpIfGe => Operator::Jump(CompareOp::Ge, true),
        Opcode::JumpIfGeInt => Operator::JumpInt(CompareOp::Ge, true),
        Opcode::JumpIfNotGe => Operator::Jump(CompareOp::Ge, false),
        Opcode::JumpIfNotGeInt => Operator::JumpInt(CompareOp::Ge, false),
        _ => return None,
    })
}
