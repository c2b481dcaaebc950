//! The greatest common divisor by Lehmer's method: most quotients are found from the leading digits.
//!
//! D. H. Lehmer 1938; D. E. Knuth, The Art of Computer Programming 2, 4.5.2, algorithm L.

use super::divide::divide;
use super::linear::{bit_length, compare, trim, trim_vec};
use super::{Digit, Unfinished, Watch, copy};
use alloc::vec::Vec;

/// The greatest common divisor without leading zeros.
pub(crate) fn gcd<D: Digit>(left: &[D], right: &[D], watch: Watch) -> Result<Vec<D>, Unfinished> {
    let (mut large, mut small) = (copy(trim(left), 0)?, copy(trim(right), 0)?);
    if compare(&large, &small).is_lt() {
        core::mem::swap(&mut large, &mut small);
    }
    while bit_length(&small) > 64 {
        watch.look()?;
        let step = leading_steps(&large, &small);
        if step.b == 0 {
            let (_, remainder) = divide(&large, &small, watch)?;
            large = core::mem::replace(&mut small, remainder);
            continue;
        }
        small.resize(large.len(), D::ZERO);
        apply(&step, &mut large, &mut small);
        trim_vec(&mut large);
        trim_vec(&mut small);
    }
    if small.is_empty() {
        return Ok(large);
    }
    let (_, remainder) = divide(&large, &small, watch)?;
    from_u64(gcd_u64(to_u64(&small), to_u64(&remainder)))
}

/// The greatest common divisor of two machine integers.
pub(crate) fn gcd_u64(left: u64, right: u64) -> u64 {
    if left == 0 || right == 0 {
        return left | right;
    }
    let shift = (left | right).trailing_zeros();
    let mut left = left >> left.trailing_zeros();
    let mut right = right;
    while right != 0 {
        right >>= right.trailing_zeros();
        if left > right {
            core::mem::swap(&mut left, &mut right);
        }
        right = right.wrapping_sub(left);
    }
    left << shift
}

/// Several steps of Euclid's algorithm at once: the next pair is `(a·large + b·small, c·large + d·small)`.
struct Steps {
    a: i64,
    b: i64,
    c: i64,
    d: i64,
}

/// As many steps as the leading bits decide; `b` is zero if they decide none.
fn leading_steps<D: Digit>(large: &[D], small: &[D]) -> Steps {
    // Two bits less than a digit, so that sums of a number and a factor stay in range.
    let bits = D::BITS.wrapping_sub(2);
    let shift = bit_length(large).saturating_sub(u64::from(bits));
    let mut x = bits_from(large, shift);
    let mut y = bits_from(small, shift);
    let mut steps = Steps { a: 1, b: 0, c: 0, d: 1 };
    loop {
        let (low, high) = (y.wrapping_add(steps.c), y.wrapping_add(steps.d));
        if low <= 0 || high <= 0 {
            return steps;
        }
        let quotient = x.wrapping_add(steps.a).checked_div(low).unwrap_or(0);
        if Some(quotient) != x.wrapping_add(steps.b).checked_div(high) {
            return steps;
        }
        let follow = |first: i64, second: i64| first.wrapping_sub(quotient.wrapping_mul(second));
        (x, y) = (y, follow(x, y));
        steps = Steps { a: steps.c, b: steps.d, c: follow(steps.a, steps.c), d: follow(steps.b, steps.d) };
    }
}

/// The bits of the number from `shift` up; there are at most 62.
fn bits_from<D: Digit>(number: &[D], shift: u64) -> i64 {
    let (index, offset) = ((shift / u64::from(D::BITS)) as usize, (shift % u64::from(D::BITS)) as u32);
    let digit = |index: usize| number.get(index).copied().unwrap_or(D::ZERO);
    let low = digit(index) >> offset;
    let high = match offset {
        0 => D::ZERO,
        _ => digit(index.saturating_add(1)) << (D::BITS.wrapping_sub(offset)),
    };
    (low | high).to_u64() as i64
}

/// Replaces the pair in one pass; both have one length.
fn apply<D: Digit>(steps: &Steps, large: &mut [D], small: &mut [D]) {
    let factor = |value: i64| D::from_u64(value.unsigned_abs());
    let (a, b, c, d) = (factor(steps.a), factor(steps.b), factor(steps.c), factor(steps.d));
    // One factor of each sum is negative; the sum never is.
    let (mut first, mut second) = (Difference::new(), Difference::new());
    let minus_small = steps.b < 0;
    for (x, y) in large.iter_mut().zip(small) {
        (*x, *y) = if minus_small {
            (first.next((*x, a), (*y, b)), second.next((*y, d), (*x, c)))
        } else {
            (first.next((*y, b), (*x, a)), second.next((*x, c), (*y, d)))
        };
    }
}

/// A number times a factor minus another times a factor, digit by digit.
struct Difference<D> {
    plus_carry: D,
    minus_carry: D,
    borrow: bool,
}

impl<D: Digit> Difference<D> {
    fn new() -> Self {
        Self { plus_carry: D::ZERO, minus_carry: D::ZERO, borrow: false }
    }

    #[inline(always)]
    fn next(&mut self, plus: (D, D), minus: (D, D)) -> D {
        let (added, subtracted, digit);
        (added, self.plus_carry) = plus.0.multiply_add(plus.1, D::ZERO, self.plus_carry);
        (subtracted, self.minus_carry) = minus.0.multiply_add(minus.1, D::ZERO, self.minus_carry);
        (digit, self.borrow) = added.borrowing_sub(subtracted, self.borrow);
        digit
    }
}

fn to_u64<D: Digit>(number: &[D]) -> u64 {
    number.iter().rev().fold(0, |value, digit| match D::BITS {
        64 => digit.to_u64(),
        _ => value << 32 | digit.to_u64(),
    })
}

fn from_u64<D: Digit>(value: u64) -> Result<Vec<D>, Unfinished> {
    let mut digits = Vec::new();
    digits.try_reserve_exact(2)?;
    digits.push(D::from_u64(value));
    if D::BITS == 32 {
        digits.push(D::from_u64(value >> 32));
    }
    trim_vec(&mut digits);
    Ok(digits)
}
