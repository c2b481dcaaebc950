//! Operators on values that the loop has no fast case for.

use crate::heap::Kind;
use crate::interpreter::FrameKind;
use crate::interpreter::call::CallSite;
use crate::interpreter::frame::WINDOW;
use crate::object::{BinaryOp, CompareOp, UnaryOp};
use crate::types::str::percent_text;
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::encoding::{field_a, field_b, field_c, field_d};

impl Isolate {
    /// An operator whose operands are registers. These functions take the instruction's word instead of the values: an
    /// argument that is ready for a call costs the fast path the machine register it waits in.
    #[inline(never)]
    pub(crate) fn binary_slow(&mut self, op: BinaryOp, inplace: bool, word: u32) -> Completion<()> {
        self.binary_operation(op, inplace, field_a(word), self.reg(field_b(word)), self.reg(field_c(word)))
    }

    /// An operator whose right operand is a small number in the instruction.
    #[inline(never)]
    pub(crate) fn binary_int_slow(&mut self, op: BinaryOp, inplace: bool, word: u32) -> Completion<()> {
        let y = Value::small_int(i64::from(field_c(word) as i8));
        self.binary_operation(op, inplace, field_a(word), self.reg(field_b(word)), y)
    }

    fn binary_operation(&mut self, op: BinaryOp, inplace: bool, target: u8, x: Value, y: Value) -> Completion<()> {
        if op == BinaryOp::Add
            && self.heap.is_str(x)
            && let Some(joined) = self.heap.concat_str(x, y)?
        {
            self.set_reg(target, joined);
            return Ok(());
        }
        if let (Some(a), Some(b)) = (self.heap.int64(x), self.heap.int64(y))
            && let Some(result) = machine_arithmetic(op, a, b)
        {
            let result = self.heap.new_int(result)?;
            self.set_reg(target, result);
            return Ok(());
        }
        if self.heap.kind(x) == Some(Kind::Instance) && self.enter_binary(op, inplace, target, x, y)? {
            return Ok(());
        }
        let mark = self.kept.len();
        if op == BinaryOp::Mod && self.heap.is_str(x) && self.heap.kind(y) != Some(Kind::Instance) {
            let text = percent_text(self, x, y);
            self.kept.truncate(mark);
            self.set_reg(target, text?);
            return Ok(());
        }
        let result = if inplace { self.inplace(op, x, y) } else { self.binary(op, x, y) };
        self.kept.truncate(mark);
        self.set_reg(target, result?);
        Ok(())
    }

    /// Calls the left operand's method in a frame of its own where nothing else can come into play: its result is
    /// final unless it is `NotImplemented`, which only code that may return it brings. Whether it was done.
    fn enter_binary(&mut self, op: BinaryOp, inplace: bool, target: u8, x: Value, y: Value) -> Completion<bool> {
        let (forward, reflected, inplace_name, _) = op.names();
        let class = self.type_of(x);
        if inplace && self.lookup(class, inplace_name).is_some() {
            return Ok(false);
        }
        let Some(function) = self.lookup(class, forward) else { return Ok(false) };
        let other = self.type_of(y);
        if other != class && self.lookup(other, reflected).is_some() {
            return Ok(false);
        }
        let Some((code, arity, _)) = self.heap.function(function) else { return Ok(false) };
        let mentions =
            self.codes.get(code).is_some_and(|code| code.names.contains(&crate::names::NOT_IMPLEMENTED_NAME));
        if arity != 2 || mentions {
            return Ok(false);
        }
        let at = self.stack_top() + 2;
        self.ensure_stack(at + 3 + WINDOW);
        if let Some(place) = self.thread.stack.get_mut(at..at + 3) {
            place.copy_from_slice(&[function, x, y]);
        }
        let site = CallSite { at, count: 2, keywords: Value::UNBOUND, ret: target, kind: FrameKind::Call };
        self.finish_call(site)?;
        Ok(true)
    }

    pub(crate) fn unary_slow(&mut self, op: UnaryOp, target: u8, value: Value) -> Completion<()> {
        let mark = self.kept.len();
        let result = self.unary(op, value);
        self.kept.truncate(mark);
        self.set_reg(target, result?);
        Ok(())
    }

    #[inline(never)]
    pub(crate) fn compare_slow(&mut self, op: CompareOp, word: u32) -> Completion<()> {
        let mark = self.kept.len();
        let result = self.compare(op, self.reg(field_b(word)), self.reg(field_c(word)));
        self.kept.truncate(mark);
        self.set_reg(field_a(word), result?);
        Ok(())
    }

    /// A fused comparison of registers and jump; `pc` stands behind the word with the offset.
    #[inline(never)]
    pub(crate) fn jump_compare_slow(&mut self, op: CompareOp, sense: bool, word: u32) -> Completion<()> {
        self.jump_comparison(op, sense, self.reg(field_a(word)), self.reg(field_b(word)))
    }

    /// The same with a small number in the instruction.
    #[inline(never)]
    pub(crate) fn jump_compare_int_slow(&mut self, op: CompareOp, sense: bool, word: u32) -> Completion<()> {
        let y = Value::small_int(i64::from(field_d(word) as i16));
        self.jump_comparison(op, sense, self.reg(field_a(word)), y)
    }

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
        self.fuel = self.fuel.saturating_sub(1);
    }
}

/// An operation on ints of 64 bits whose result has as many.
#[inline]
fn machine_arithmetic(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::FloorDiv if b > 0 => Some(a.div_euclid(b)),
        BinaryOp::Mod if b > 0 => Some(a.rem_euclid(b)),
        BinaryOp::RShift if b >= 0 => Some(a >> b.min(63)),
        BinaryOp::LShift if (0..63).contains(&b) => a.checked_mul(1 << b),
        _ => None,
    }
}
