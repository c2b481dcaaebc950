//! Constant folding: expressions of literals become literals, where that is cheap and can't raise.

use crate::generator::Generator;
use alloc::vec::Vec;
use ferropy_bytecode::Constant;
use ferropy_numeric::integer::parse_integer;
use ferropy_numeric::{Bounds, Integer, Watch};
use ferropy_syntax::tree::{self, Expression, ExpressionKind, Operator, UnaryOperator};

/// The longest string, and the largest tuple, that folding makes.
const LONGEST: usize = 4096;
/// Depth to which operands are folded: deeper trees are left to run time.
const DEPTH: u32 = 60;

impl Generator<'_> {
    /// The constant that an expression is, if it is one.
    pub(crate) fn fold(&self, expression: &Expression) -> Option<Constant> {
        self.fold_to(expression, DEPTH)
    }

    fn fold_to(&self, expression: &Expression, depth: u32) -> Option<Constant> {
        let depth = depth.checked_sub(1)?;
        match &expression.kind {
            ExpressionKind::Constant(constant) => literal(constant),
            ExpressionKind::Name(name) if self.names.text(*name) == "__debug__" => {
                Some(Constant::Bool(self.options.optimize == 0))
            }
            ExpressionKind::Name(name) => self.declared(*name),
            ExpressionKind::UnaryOp(inner) => {
                let operand = self.fold_to(&inner.operand, depth)?;
                match (inner.op, operand) {
                    (UnaryOperator::USub, Constant::Int(value)) => value.checked_neg().map(Constant::Int),
                    (UnaryOperator::USub, Constant::BigInt(value)) => Some(Constant::BigInt(value.negated())),
                    (UnaryOperator::USub, Constant::Float(value)) => Some(Constant::Float(-value)),
                    (UnaryOperator::USub, Constant::Complex(real, imaginary)) => {
                        Some(Constant::Complex(-real, -imaginary))
                    }
                    (UnaryOperator::UAdd, number @ (Constant::Int(_) | Constant::BigInt(_) | Constant::Float(_))) => {
                        Some(number)
                    }
                    (UnaryOperator::Invert, Constant::Int(value)) => Some(Constant::Int(!value)),
                    (UnaryOperator::Not, constant) => Some(Constant::Bool(!crate::conditions::truth(&constant)?)),
                    _ => None,
                }
            }
            ExpressionKind::BinOp(inner) => {
                let left = self.fold_to(&inner.left, depth)?;
                let right = self.fold_to(&inner.right, depth)?;
                binary(inner.op, left, right)
            }
            ExpressionKind::Tuple(items) if items.len() <= LONGEST => {
                let items: Option<Vec<Constant>> = items.iter().map(|item| self.fold_to(item, depth)).collect();
                Some(Constant::Tuple(items?.into()))
            }
            _ => None,
        }
    }
}

/// The constant of a literal.
pub(crate) fn literal(constant: &tree::Constant) -> Option<Constant> {
    Some(match constant {
        tree::Constant::None => Constant::None,
        tree::Constant::True => Constant::Bool(true),
        tree::Constant::False => Constant::Bool(false),
        tree::Constant::Ellipsis => Constant::Ellipsis,
        tree::Constant::Integer(value) => Constant::Int(*value),
        tree::Constant::BigInteger(value) => {
            Constant::BigInt(parse_integer(&value.digits, u32::from(value.radix), Watch::NONE).ok()?)
        }
        tree::Constant::Float(value) => Constant::Float(*value),
        tree::Constant::Imaginary(value) => Constant::Complex(0.0, *value),
        tree::Constant::String(bytes) => Constant::Str(bytes.clone()),
        tree::Constant::Bytes(bytes) => Constant::Bytes(bytes.clone()),
    })
}

fn binary(op: Operator, left: Constant, right: Constant) -> Option<Constant> {
    match (left, right) {
        (Constant::Int(a), Constant::Int(b)) => integers(op, a, b).or_else(|| wide_integers(op, &a.into(), &b.into())),
        (Constant::Int(a), Constant::BigInt(b)) => wide_integers(op, &a.into(), &b),
        (Constant::BigInt(a), Constant::Int(b)) => wide_integers(op, &a, &b.into()),
        (Constant::BigInt(a), Constant::BigInt(b)) => wide_integers(op, &a, &b),
        (Constant::Float(a), Constant::Float(b)) => floats(op, a, b),
        (Constant::Int(a), Constant::Float(b)) if a.unsigned_abs() < 1 << 53 => floats(op, a as f64, b),
        (Constant::Float(a), Constant::Int(b)) if b.unsigned_abs() < 1 << 53 => floats(op, a, b as f64),
        (Constant::Int(a), Constant::Complex(real, imaginary)) if a.unsigned_abs() < 1 << 53 => {
            complex(op, a as f64, real, imaginary)
        }
        (Constant::Float(a), Constant::Complex(real, imaginary)) => complex(op, a, real, imaginary),
        (Constant::Str(a), Constant::Str(b)) if op == Operator::Add => Some(Constant::Str(joined(&a, &b)?)),
        (Constant::Bytes(a), Constant::Bytes(b)) if op == Operator::Add => Some(Constant::Bytes(joined(&a, &b)?)),
        (Constant::Str(a), Constant::Int(count)) if op == Operator::Mult => Some(Constant::Str(repeated(&a, count)?)),
        (Constant::Int(count), Constant::Str(a)) if op == Operator::Mult => Some(Constant::Str(repeated(&a, count)?)),
        (Constant::Bytes(a), Constant::Int(count)) if op == Operator::Mult => {
            Some(Constant::Bytes(repeated(&a, count)?))
        }
        _ => None,
    }
}

fn integers(op: Operator, a: i64, b: i64) -> Option<Constant> {
    Some(Constant::Int(match op {
        Operator::Add => a.checked_add(b)?,
        Operator::Sub => a.checked_sub(b)?,
        Operator::Mult => a.checked_mul(b)?,
        Operator::FloorDiv => ferropy_numeric::small::floor_divide(a, b)?,
        Operator::Mod => ferropy_numeric::small::modulo(a, b)?,
        Operator::Pow if b >= 0 => a.checked_pow(u32::try_from(b).ok()?)?,
        Operator::LShift => ferropy_numeric::small::shift_left(a, b)?,
        Operator::RShift => ferropy_numeric::small::shift_right(a, b)?,
        Operator::BitAnd => a & b,
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        Operator::Div if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
            return Some(Constant::Float(a as f64 / b as f64));
        }
        _ => return None,
    }))
}

/// Ints beyond machine words, by the operators that make ints larger; results of up to 127 bits.
fn wide_integers(op: Operator, a: &Integer, b: &Integer) -> Option<Constant> {
    const LIMBS: usize = 4;
    let (a, b, bounds) = (a.as_ref(), b.as_ref(), Bounds::limbs(LIMBS));
    let result = match op {
        Operator::Add => a.add(b),
        Operator::Sub => a.sub(b),
        Operator::Mult => a.mul(b, bounds),
        Operator::Pow if !b.is_negative() => a.pow(b, bounds),
        Operator::LShift if !b.is_negative() => a.shift_left(b.to_u64()?, LIMBS),
        _ => return None,
    };
    let result = result.ok().filter(|result| result.as_ref().bit_length() < 128)?;
    Some(match result.to_i64() {
        Some(small) => Constant::Int(small),
        None => Constant::BigInt(result),
    })
}

fn floats(op: Operator, a: f64, b: f64) -> Option<Constant> {
    let result = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div if b != 0.0 => a / b,
        _ => return None,
    };
    Some(Constant::Float(result))
}

/// `1 + 2j`, the way complex constants are written.
fn complex(op: Operator, a: f64, real: f64, imaginary: f64) -> Option<Constant> {
    match op {
        Operator::Add => Some(Constant::Complex(a + real, imaginary)),
        Operator::Sub => Some(Constant::Complex(a - real, -imaginary)),
        _ => None,
    }
}

fn joined(a: &[u8], b: &[u8]) -> Option<alloc::boxed::Box<[u8]>> {
    (a.len() + b.len() <= LONGEST).then(|| [a, b].concat().into())
}

fn repeated(text: &[u8], count: i64) -> Option<alloc::boxed::Box<[u8]>> {
    let count = usize::try_from(count).ok()?;
    (text.len().checked_mul(count)? <= LONGEST).then(|| text.repeat(count).into())
}
