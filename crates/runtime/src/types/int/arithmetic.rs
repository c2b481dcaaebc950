//! The operators of ints: machine integers where both fit, limbs otherwise.

use super::direct;
use crate::exceptions::raise;
use crate::object::BinaryOp;
use crate::{Completion, Isolate, Value};
use ferropy_numeric::{Bounds, Integer, IntegerError, IntegerRef, IntegerResult, SmallInteger, integer, small};

/// The machine integer of an int or bool in the word.
#[inline]
fn word_of(value: Value) -> Option<i64> {
    value.as_small_int().or_else(|| value.is_bool().then_some(i64::from(value == Value::TRUE)))
}

/// The result, if machine integers can hold operands and result and nothing is to be raised.
#[inline]
fn small_binary(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::FloorDiv => small::floor_divide(a, b),
        BinaryOp::Mod => small::modulo(a, b),
        BinaryOp::Pow => small::pow(a, b),
        BinaryOp::LShift => small::shift_left(a, b),
        BinaryOp::RShift => small::shift_right(a, b),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::TrueDiv | BinaryOp::MatMul => None,
    }
}

impl Isolate {
    /// `left op right` for ints and bools; nothing if ints don't have the operator.
    #[inline]
    pub(crate) fn int_binary(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion<Option<Value>> {
        if let (Some(a), Some(b)) = (word_of(left), word_of(right)) {
            if let Some(result) = small_binary(op, a, b) {
                return self.new_int(result).map(Some);
            }
            if op == BinaryOp::TrueDiv {
                return match integer::true_divide(a, b) {
                    Ok(quotient) => self.new_float(quotient).map(Some),
                    Err(error) => Err(self.integer_failed(error)),
                };
            }
        }
        self.big_binary(op, left, right)
    }

    #[inline(never)]
    fn big_binary(&mut self, op: BinaryOp, left: Value, right: Value) -> Completion<Option<Value>> {
        if let Some(result) = direct::operate(&mut self.heap, op, left, right) {
            return Ok(Some(self.keep(result)));
        }
        let (bounds, watch) = (self.integer_bounds(), self.watch);
        let limit = bounds.max_limbs;
        let (Some(a), Some(b)) = (self.as_int(left), self.as_int(right)) else { return Ok(None) };
        let (a, b) = (a.as_ref(), b.as_ref());
        let result = match op {
            BinaryOp::Add => a.add(b),
            BinaryOp::Sub => a.sub(b),
            BinaryOp::Mul => a.mul(b, bounds),
            BinaryOp::FloorDiv => a.floor_divide(b, watch),
            BinaryOp::Mod => a.modulo(b, watch),
            BinaryOp::And => a.bit_and(b),
            BinaryOp::Or => a.bit_or(b),
            BinaryOp::Xor => a.bit_xor(b),
            BinaryOp::Pow if !b.is_negative() => a.pow(b, bounds),
            BinaryOp::Pow => return self.power_below_one(left, right).map(Some),
            BinaryOp::LShift => {
                if !b.is_negative() && !a.is_zero() && b.to_i64().is_none() {
                    return Err(raise::overflow_error(self, "too many digits in integer"));
                }
                shift_left(a, b, limit)
            }
            BinaryOp::RShift => shift_right(a, b),
            BinaryOp::TrueDiv => {
                let quotient = a.true_divide(b);
                return match quotient {
                    Ok(quotient) => self.new_float(quotient).map(Some),
                    Err(error) => Err(self.integer_failed(error)),
                };
            }
            BinaryOp::MatMul => return Ok(None),
        };
        self.integer_result(result).map(Some)
    }

    /// A power with a negative exponent: a float.
    fn power_below_one(&mut self, base: Value, exponent: Value) -> Completion {
        let (base, exponent) = (self.to_f64(base)?, self.to_f64(exponent)?);
        self.float_power(base, exponent)
    }

    /// `divmod` of two ints.
    pub(crate) fn int_divmod(&mut self, left: Value, right: Value) -> Completion {
        if let (Some(a), Some(b)) = (word_of(left), word_of(right))
            && let Some((quotient, remainder)) = small::divmod(a, b)
        {
            let pair = [self.new_int(quotient)?, self.new_int(remainder)?];
            return self.new_tuple(&pair);
        }
        let (Some(a), Some(b)) = (self.as_int(left), self.as_int(right)) else { return Err(raise::internal(self)) };
        match a.as_ref().divmod(b.as_ref(), self.watch) {
            Ok((quotient, remainder)) => {
                let pair = [self.new_integer(&quotient)?, self.new_integer(&remainder)?];
                self.new_tuple(&pair)
            }
            Err(error) => Err(self.integer_failed(error)),
        }
    }

    /// `pow(base, exponent, modulus)` of ints.
    pub(crate) fn int_power_modulo(&mut self, base: Value, exponent: Value, modulus: Value) -> Completion {
        let (Some(a), Some(b), Some(m)) = (self.as_int(base), self.as_int(exponent), self.as_int(modulus)) else {
            return Err(raise::internal(self));
        };
        if m.as_ref().is_zero() {
            return Err(raise::value_error(self, "pow() 3rd argument cannot be 0"));
        }
        let result = a.as_ref().pow_mod(b.as_ref(), m.as_ref(), self.watch);
        self.integer_result(result)
    }

    /// An int rounded to a multiple of `10 ** zeros`, ties to even.
    pub(crate) fn round_int(&mut self, value: Value, zeros: u64) -> Completion {
        let Some(view) = self.as_int(value) else { return Err(raise::internal(self)) };
        let view = view.as_ref();
        if zeros > view.decimal_digits_bound() {
            return Ok(Value::small_int(0));
        }
        let bounds = self.integer_bounds();
        let result = round_to_power_of_ten(view, zeros, bounds);
        self.integer_result(result)
    }
}

fn shift_left(a: IntegerRef<'_>, b: IntegerRef<'_>, limit: usize) -> IntegerResult {
    if b.is_negative() {
        return Err(IntegerError::NegativeShift);
    }
    match b.to_u64() {
        _ if a.is_zero() => Ok(Integer::ZERO),
        Some(count) => a.shift_left(count, limit),
        None => Err(IntegerError::MemoryLimit),
    }
}

fn shift_right(a: IntegerRef<'_>, b: IntegerRef<'_>) -> IntegerResult {
    if b.is_negative() {
        return Err(IntegerError::NegativeShift);
    }
    a.shift_right(b.to_u64().unwrap_or(u64::MAX))
}

fn round_to_power_of_ten(value: IntegerRef<'_>, zeros: u64, bounds: Bounds) -> IntegerResult {
    let zeros = SmallInteger::new(i64::try_from(zeros).unwrap_or(i64::MAX));
    let unit = SmallInteger::new(10).as_ref().pow(zeros.as_ref(), bounds)?;
    let (quotient, remainder) = value.divmod(unit.as_ref(), bounds.watch)?;
    let twice = remainder.as_ref().shift_left(1, usize::MAX)?;
    let up = match twice.as_ref().cmp(&unit.as_ref()) {
        core::cmp::Ordering::Less => false,
        core::cmp::Ordering::Equal => !quotient.as_ref().is_even(),
        core::cmp::Ordering::Greater => true,
    };
    let lower = value.sub(remainder.as_ref())?;
    if up { lower.as_ref().add(unit.as_ref()) } else { Ok(lower) }
}
