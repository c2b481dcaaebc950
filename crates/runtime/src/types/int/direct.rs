//! Operators on ints of any size that take no more than linear time, or factors and divisors that are not long: from the
//! words of the operands in the heap straight into those of the result.

use crate::Value;
use crate::heap::{Heap, Kind};
use crate::object::{BinaryOp, CompareOp, UnaryOp};
use core::cmp::Ordering;
use ferropy_numeric::IntegerRef;
use ferropy_numeric::direct::{Bitwise, Operand, Short, ShortResult};

/// The longest result of a shift to the left; longer ones are counted against the limit on ints elsewhere.
const LONGEST_SHIFT: usize = 1 << 16;

/// `left op right` for two ints one of which does not fit a word. Nothing where there is more to do: for other values,
/// other operators, long products and quotients, and what is an error.
#[inline(never)]
pub(crate) fn operate(heap: &mut Heap, op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    if heap.kind(left) != Some(Kind::Int) && heap.kind(right) != Some(Kind::Int) {
        return None;
    }
    if op != BinaryOp::Mul
        && let Some(result) = heap.compute_short(left, right, |a, b| operate_short(op, a, b))
    {
        return Some(result);
    }
    let room = |a: Operand<'_>, b: Operand<'_>| match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => Some(a.room_for_sum(b)),
        BinaryOp::Mul => a.room_for_product(b),
        BinaryOp::FloorDiv | BinaryOp::Mod => a.room_for_division(b),
        BinaryOp::LShift => a.room_for_left_shift(b.to_count()?).filter(|&room| room <= LONGEST_SHIFT),
        BinaryOp::RShift => Some(a.room_for_right_shift(b.to_count()?)),
        BinaryOp::TrueDiv | BinaryOp::Pow | BinaryOp::MatMul => None,
    };
    heap.compute_int(left, right, room, |a, b, out| match op {
        BinaryOp::Add => a.add(b, out),
        BinaryOp::Sub => a.add(b.negated(), out),
        BinaryOp::Mul => a.multiply(b, out),
        BinaryOp::FloorDiv => a.floor_divide(b, out),
        BinaryOp::Mod => a.modulo(b, out),
        BinaryOp::LShift => a.shift_left(b.to_count().unwrap_or(0), out),
        BinaryOp::RShift => a.shift_right(b.to_count().unwrap_or(0), out),
        BinaryOp::And => a.bitwise(b, Bitwise::And, out),
        BinaryOp::Or => a.bitwise(b, Bitwise::Or, out),
        BinaryOp::Xor => a.bitwise(b, Bitwise::Xor, out),
        BinaryOp::TrueDiv | BinaryOp::Pow | BinaryOp::MatMul => false,
    })
}

/// The operators that are done in registers.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn operate_short(op: BinaryOp, a: Short, b: Short) -> Option<ShortResult> {
    match op {
        BinaryOp::Add => Some(a.sum(b)),
        BinaryOp::Sub => Some(a.sum(b.negated())),
        BinaryOp::And => a.bitwise(b, |left, right| left & right),
        BinaryOp::Or => a.bitwise(b, |left, right| left | right),
        BinaryOp::Xor => a.bitwise(b, |left, right| left ^ right),
        BinaryOp::LShift => a.shift_left(b),
        BinaryOp::RShift => a.shift_right(b),
        BinaryOp::FloorDiv => a.divide(b).map(|(quotient, _)| quotient),
        BinaryOp::Mod => a.divide(b).map(|(_, remainder)| remainder),
        _ => None,
    }
}

/// `op value` for an int that does not fit a word. Nothing for other values, and where memory is full.
pub(crate) fn unary(heap: &mut Heap, op: UnaryOp, value: Value) -> Option<Value> {
    match op {
        UnaryOp::Neg => heap.kind(value).filter(|&kind| kind == Kind::Int).and_then(|_| heap.negated_int(value)),
        UnaryOp::Pos => (heap.kind(value) == Some(Kind::Int)).then_some(value),
        UnaryOp::Invert => operate(heap, BinaryOp::Sub, Value::small_int(-1), value),
    }
}

/// The answer to a comparison of ints and floats; nothing for other values.
#[inline]
pub(crate) fn compare(heap: &Heap, op: CompareOp, left: Value, right: Value) -> Option<bool> {
    if let Some(order) = heap.int_order(left, right) {
        return Some(op.holds(order));
    }
    let order = match (real(heap, left)?, real(heap, right)?) {
        // Ints of the word are exact as floats.
        (Real::Float(a), Real::Float(b)) => a.partial_cmp(&b),
        (Real::Int(a), Real::Int(b)) => Some(a.cmp(&b)),
        (Real::Int(a), Real::Float(b)) => a.compare_float(b),
        (Real::Float(a), Real::Int(b)) => b.compare_float(a).map(Ordering::reverse),
    };
    Some(match order {
        Some(order) => op.holds(order),
        // Only not-a-number has no order: it differs from everything.
        None => op == CompareOp::Ne,
    })
}

/// A number to compare.
enum Real<'a> {
    /// A float, or an int in its word.
    Float(f64),
    /// Another int, which equals no int in its word.
    Int(IntegerRef<'a>),
}

#[cfg_attr(not(target_os = "none"), inline(always))]
fn real(heap: &Heap, value: Value) -> Option<Real<'_>> {
    match value.as_small_int() {
        Some(int) => Some(Real::Float(int as f64)),
        None => match heap.float(value) {
            Some(float) => Some(Real::Float(float)),
            None => heap.big_int(value).map(Real::Int),
        },
    }
}
