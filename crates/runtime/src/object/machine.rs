//! Operations on ints that a machine word holds.

use super::BinaryOp;

/// An operation on ints of 64 bits whose result has as many.
#[inline]
pub(crate) fn machine_arithmetic(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
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
        BinaryOp::Pow => a.checked_pow(u32::try_from(b).ok()?),
        _ => None,
    }
}
