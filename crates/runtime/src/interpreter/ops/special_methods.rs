//! Special methods written in Python that operators and conditions call: they run in a frame of their own, whose result
//! the instruction gets when the frame is left. Only what somebody has looked up before is called this way, and only
//! where no other method comes first; all else goes the general way.

use super::operators::{Operator, operator};
use crate::exceptions::raise;
use crate::interpreter::frame::WINDOW;
use crate::interpreter::{Frame, FrameKind};
use crate::{Completion, Isolate, Value, names};
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_b, field_c, field_d};

impl Isolate {
    /// Calls the left operand's method of an operator, or of a fused comparison and jump, if that operand is an instance.
    /// Whether it was done.
    #[inline(never)]
    pub(in crate::interpreter) fn enter_operator(&mut self, word: u32) -> bool {
        self.operator_frame(word).is_some()
    }

    fn operator_frame(&mut self, word: u32) -> Option<()> {
        let operator = operator(word)?;
        let [left, right] = self.operands(operator, word);
        let class = self.shapes.class(self.heap.shape(left)?);
        let is_same_class = self.heap.shape(right).is_some_and(|shape| self.shapes.class(shape) == class);
        let (name, kind) = match operator {
            Operator::Binary(op, inplace) | Operator::BinaryInt(op, inplace) => {
                let (forward, reflected, inplace_name, _) = op.names();
                let comes_first = inplace && self.methods.known(class, inplace_name)?.given().is_some()
                    || !is_same_class && self.methods.known(self.type_of(right), reflected)?.given().is_some();
                if comes_first {
                    return None;
                }
                (forward, FrameKind::Operator)
            }
            // A class derived from the left one would come first.
            _ if !is_same_class && self.heap.shape(right).is_some() => return None,
            Operator::Compare(op) => (op.names().0, FrameKind::Operator),
            Operator::Jump(op, _) | Operator::JumpInt(op, _) => (op.names().0, FrameKind::Condition),
        };
        let function = self.methods.known(class, name)?.given()?;
        self.push_method(function, [left, right], field_a(word), kind)
    }

    /// The operands of an operator in the running frame.
    fn operands(&self, operator: Operator, word: u32) -> [Value; 2] {
        match operator {
            Operator::Binary(..) | Operator::Compare(_) => [self.reg(field_b(word)), self.reg(field_c(word))],
            Operator::BinaryInt(..) => [self.reg(field_b(word)), Value::small_int(i64::from(field_c(word) as i8))],
            Operator::Jump(..) => [self.reg(field_a(word)), self.reg(field_b(word))],
            Operator::JumpInt(..) => [self.reg(field_a(word)), Value::small_int(i64::from(field_d(word) as i16))],
        }
    }

    /// Calls `__bool__` of an instance, for a jump on its truth or for a call of `bool`, whose result goes to a register.
    /// Whether it was done.
    pub(super) fn enter_truth(&mut self, value: Value, ret: u8, kind: FrameKind) -> bool {
        let Some(shape) = self.heap.shape(value) else { return false };
        let class = self.shapes.class(shape);
        let Some(found) = self.methods.known(class, names::__bool__) else { return false };
        if let Some(function) = found.given() {
            return self.push_method(function, [value], ret, kind).is_some();
        }
        // Without `__bool__` it is the length that counts.
        kind == FrameKind::Condition && self.enter_length(value, ret, FrameKind::Filled)
    }

    /// Calls `__next__` of an instance for a call of `next`, whose result goes to a register. Whether it was done.
    pub(super) fn enter_next(&mut self, iterator: Value, ret: u8) -> bool {
        let Some(shape) = self.heap.shape(iterator) else { return false };
        let class = self.shapes.class(shape);
        let Some(function) = self.methods.known(class, names::__next__).and_then(Value::given) else { return false };
        self.push_method(function, [iterator], ret, FrameKind::Call).is_some()
    }

    /// Calls `__len__` of an instance, for a jump on its truth or for a call of `len`, whose result goes to a register.
    /// Whether it was done.
    pub(super) fn enter_length(&mut self, value: Value, ret: u8, kind: FrameKind) -> bool {
        let Some(shape) = self.heap.shape(value) else { return false };
        let class = self.shapes.class(shape);
        let Some(function) = self.methods.known(class, names::__len__).and_then(Value::given) else { return false };
        self.push_method(function, [value], ret, kind).is_some()
    }

    /// Pushes a frame of a function that takes the arguments as they are. Nothing was done where it does not.
    pub(super) fn push_method<const N: usize>(
        &mut self,
        function: Value,
        args: [Value; N],
        ret: u8,
        kind: FrameKind,
    ) -> Option<()> {
        let (code, arity, globals) = self.settled(function)?;
        if usize::from(arity) != N || self.fuel <= 1 || self.has_no_frame_left() {
            return None;
        }
        self.fuel -= 1;
        let at = self.free_stack() + 2;
        self.ensure_stack(at + 2 * WINDOW);
        let (first, rest) = self.thread.stack.get_mut(at..)?.split_first_mut()?;
        *first = function;
        *rest.first_chunk_mut()? = args;
        self.thread.frames.push(Frame { code, pc: 0, base: at as u32 + 1, globals, ret, kind, marks: 0 });
        Some(())
    }

    /// Goes on after a method that a condition called has returned, and its frame is left.
    pub(super) fn finish_condition(&mut self, value: Value) -> Completion<()> {
        // `pc` stands behind the word with the offset.
        let Some(word) = self.word_before(2) else { return Err(raise::internal(self)) };
        let mark = self.kept.len();
        let (value, sense) = match operator(word) {
            Some(operator @ (Operator::Jump(op, sense) | Operator::JumpInt(op, sense))) => {
                let value = if value == Value::NOT_IMPLEMENTED {
                    let [left, right] = self.operands(operator, word);
                    self.compare_refused(op, left, right)?
                } else {
                    value
                };
                (value, sense)
            }
            _ => (self.checked_truth(value)?, Opcode::of(word) == Opcode::JumpIfTrue),
        };
        let holds = if value.is_bool() { value == Value::TRUE } else { self.is_true(value)? };
        self.kept.truncate(mark);
        if holds == sense {
            self.take_jump();
        }
        Ok(())
    }

    /// Goes on after the `__len__` that a jump called has returned, and its frame is left.
    pub(super) fn finish_filled(&mut self, answer: Value) -> Completion<()> {
        let Some(word) = self.word_before(2) else { return Err(raise::internal(self)) };
        let length = self.length_of_answer(answer)?;
        if (length != 0) == (Opcode::of(word) == Opcode::JumpIfTrue) {
            self.take_jump();
        }
        Ok(())
    }

    /// What a `__bool__` has returned.
    pub(super) fn checked_truth(&mut self, value: Value) -> Completion {
        if value.is_bool() {
            return Ok(value);
        }
        let kind = self.type_name(value);
        Err(raise::type_error(self, &alloc::format!("__bool__ should return bool, returned {kind}")))
    }

    /// The result of the running frame's operator whose left operand's method has returned `NotImplemented`.
    #[cold]
    pub(super) fn operator_refused(&mut self) -> Completion {
        let Some(word) = self.word_before(1) else { return Err(raise::internal(self)) };
        let Some(operator) = operator(word) else { return Err(raise::internal(self)) };
        let [left, right] = self.operands(operator, word);
        match operator {
            Operator::Binary(op, inplace) | Operator::BinaryInt(op, inplace) => {
                Err(self.unsupported_operands(op, left, right, if inplace { "=" } else { "" }))
            }
            Operator::Compare(op) | Operator::Jump(op, _) | Operator::JumpInt(op, _) => {
                self.compare_refused(op, left, right)
            }
        }
    }

    /// A word before the running frame's `pc`; where the frame is traced, that of the code as it was compiled.
    fn word_before(&self, count: usize) -> Option<u32> {
        let frame = self.frame()?;
        let code = self.codes.get(self.original_code(frame.code))?;
        code.instructions.get((frame.pc as usize).wrapping_sub(count)).copied()
    }
}
