//! Quotients: a reciprocal for one digit, Knuth's algorithm D, and Burnikel–Ziegler's recursive division.
//!
//! The recursion costs as much as a few products of the same length, so division is sub-quadratic as
//! multiplication is. Its depth is the logarithm of the divisor's length.

#![expect(clippy::indexing_slicing, reason = "all lengths are fixed by the length of the divisor a few lines above")]

use core::cmp::Ordering;

use super::linear::{
    add_assign, compare, divide_digit, shift_left, shift_pair, shift_right, sub_assign, sub_product, trim, trim_vec,
};
use super::multiply::multiply_into;
use super::{Digit, Unfinished, Watch, copy, zeros};
use alloc::vec::Vec;

/// From this length of divisor and quotient on, the recursive division beats Knuth's.
pub(crate) const RECURSIVE: usize = 64;

/// A divisor digit whose top bit is set, with the reciprocal that replaces division by two multiplications.
///
/// N. Möller and T. Granlund, "Improved division by invariant integers", 2011, algorithm 4.
#[derive(Clone, Copy)]
pub(crate) struct Reciprocal<D> {
    divisor: D,
    /// `(B² - 1) / divisor - B`
    reciprocal: D,
}

impl<D: Digit> Reciprocal<D> {
    pub(crate) fn new(divisor: D) -> Self {
        Self { divisor, reciprocal: D::divide_wide(!divisor, D::MAX, divisor) }
    }

    /// Quotient and remainder of `(high, low)`; high must be below the divisor.
    #[inline(always)]
    pub(crate) fn divide(&self, high: D, low: D) -> (D, D) {
        // The estimate: reciprocal · high + (high, low); its high digit plus one is the quotient or one too many.
        let (product_low, product_high) = self.reciprocal.multiply_add(high, low, D::ZERO);
        let estimate = product_high.wrapping_add(high).wrapping_add(D::ONE);
        let rest = low.wrapping_sub(estimate.wrapping_mul(self.divisor));
        let (quotient, rest) = if rest > product_low {
            (estimate.wrapping_sub(D::ONE), rest.wrapping_add(self.divisor))
        } else {
            (estimate, rest)
        };
        if rest >= self.divisor {
            return (quotient.wrapping_add(D::ONE), rest.wrapping_sub(self.divisor));
        }
        (quotient, rest)
    }
}

/// The two top digits of a divisor whose top bit is set; divides three digits by them.
///
/// The same paper, algorithms 5 and 6.
#[derive(Clone, Copy)]
struct TopReciprocal<D> {
    high: D,
    low: D,
    reciprocal: D,
}

impl<D: Digit> TopReciprocal<D> {
    fn new(high: D, low: D) -> Self {
        let mut reciprocal = Reciprocal::new(high).reciprocal;
        let (mut rest, overflow) = high.wrapping_mul(reciprocal).carrying_add(low, false);
        if overflow {
            reciprocal = reciprocal.wrapping_sub(D::ONE);
            if rest >= high {
                reciprocal = reciprocal.wrapping_sub(D::ONE);
                rest = rest.wrapping_sub(high);
            }
            rest = rest.wrapping_sub(high);
        }
        let (product_low, product_high) = reciprocal.multiply_add(low, D::ZERO, D::ZERO);
        let (rest, overflow) = rest.carrying_add(product_high, false);
        if overflow {
            reciprocal = reciprocal.wrapping_sub(D::ONE);
            if (rest, product_low) >= (high, low) {
                reciprocal = reciprocal.wrapping_sub(D::ONE);
            }
        }
        Self { high, low, reciprocal }
    }

    /// The quotient of three digits, which is exact; `(top, middle)` must be below the divisor.
    #[inline(always)]
    fn quotient(&self, top: D, middle: D, bottom: D) -> D {
        let (estimate_low, estimate_high) = self.reciprocal.multiply_add(top, middle, D::ZERO);
        let estimate = estimate_high.wrapping_add(top);
        let rest_high = middle.wrapping_sub(estimate.wrapping_mul(self.high));
        let (product_low, product_high) = self.low.multiply_add(estimate, D::ZERO, D::ZERO);
        let (rest_low, borrow) = bottom.borrowing_sub(product_low, false);
        let rest_high = rest_high.borrowing_sub(product_high, borrow).0;
        let (rest_low, borrow) = rest_low.borrowing_sub(self.low, false);
        let rest_high = rest_high.borrowing_sub(self.high, borrow).0;
        let quotient = estimate.wrapping_add(D::ONE);
        let (quotient, rest_high, rest_low) = if rest_high >= estimate_low {
            let (rest_low, carry) = rest_low.carrying_add(self.low, false);
            (quotient.wrapping_sub(D::ONE), rest_high.carrying_add(self.high, carry).0, rest_low)
        } else {
            (quotient, rest_high, rest_low)
        };
        if (rest_high, rest_low) >= (self.high, self.low) {
            return quotient.wrapping_add(D::ONE);
        }
        quotient
    }
}

/// Divides by two digits, the high one of which is not zero: the remainder. The quotient is cut to the room it is given.
pub(crate) fn divide_two<D: Digit>(quotient: &mut [D], dividend: &[D], high: D, low: D) -> [D; 2] {
    let shift = high.leading_zeros();
    let (high, _) = shift_pair(high, low, shift);
    let low = low << shift;
    let top_reciprocal = TopReciprocal::new(high, low);
    quotient.fill(D::ZERO);
    // The dividend is shifted on the way. What its top digit becomes is below the divisor.
    let Some((top, others)) = dividend.split_last() else { return [D::ZERO; 2] };
    let below = others.last().copied().unwrap_or(D::ZERO);
    let mut rest = [shift_pair(*top, below, shift).0, shift_pair(D::ZERO, *top, shift).0];
    for index in (0..others.len()).rev() {
        let below = if index > 0 { dividend[index - 1] } else { D::ZERO };
        let next = shift_pair(dividend[index], below, shift).0;
        let digit = top_reciprocal.quotient(rest[1], rest[0], next);
        let (product_low, carry) = low.multiply_add(digit, D::ZERO, D::ZERO);
        let (product_high, _) = high.multiply_add(digit, D::ZERO, carry);
        let (rest_low, borrow) = next.borrowing_sub(product_low, false);
        let (rest_high, _) = rest[0].borrowing_sub(product_high, borrow);
        rest = [rest_low, rest_high];
        if let Some(place) = quotient.get_mut(index) {
            *place = digit;
        }
    }
    shift_right(&mut rest, shift);
    rest
}

/// Quotient and remainder without leading zeros. The divisor must not be zero.
pub(crate) fn divide<D: Digit>(dividend: &[D], divisor: &[D], watch: Watch) -> Result<(Vec<D>, Vec<D>), Unfinished> {
    watch.look()?;
    let (dividend, divisor) = (trim(dividend), trim(divisor));
    debug_assert!(!divisor.is_empty(), "callers refuse a zero divisor");
    if divisor.is_empty() || compare(dividend, divisor) == Ordering::Less {
        return Ok((Vec::new(), copy(dividend, 0)?));
    }
    if let [digit] = divisor {
        let mut quotient = copy(dividend, 0)?;
        let remainder = divide_digit(&mut quotient, *digit);
        trim_vec(&mut quotient);
        let mut rest = zeros(1)?;
        rest[0] = remainder;
        trim_vec(&mut rest);
        return Ok((quotient, rest));
    }
    let quotient_length = dividend.len() - divisor.len() + 1;
    let (mut quotient, mut remainder) = if divisor.len() < RECURSIVE || quotient_length < RECURSIVE {
        divide_knuth(dividend, divisor)?
    } else if quotient_length < divisor.len() {
        divide_short_quotient(dividend, divisor, watch)?
    } else {
        divide_blocks(dividend, divisor, watch)?
    };
    trim_vec(&mut quotient);
    trim_vec(&mut remainder);
    Ok((quotient, remainder))
}

/// Algorithm D on copies that are shifted so that the divisor's top bit is set.
fn divide_knuth<D: Digit>(dividend: &[D], divisor: &[D]) -> Result<(Vec<D>, Vec<D>), Unfinished> {
    let shift = divisor.last().map_or(0, |top| top.leading_zeros());
    let mut divisor = copy(divisor, 0)?;
    shift_left(&mut divisor, shift);
    let mut rest = copy(dividend, 1)?;
    rest.push(D::ZERO);
    shift_left(&mut rest, shift);
    let mut quotient = zeros(rest.len() - divisor.len())?;
    divide_normalised(&mut quotient, &mut rest, &divisor);
    rest.truncate(divisor.len());
    shift_right(&mut rest, shift);
    Ok((quotient, rest))
}

/// D. E. Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D, with an exact three-by-two estimate.
///
/// `rest` becomes the remainder. The divisor has at least two digits and its top bit is set; the top
/// digits of `rest`, as many as the divisor has, must be below it, and the quotient takes the others.
pub(crate) fn divide_normalised<D: Digit>(quotient: &mut [D], rest: &mut [D], divisor: &[D]) {
    let length = divisor.len();
    debug_assert!(length >= 2 && quotient.len() + length == rest.len(), "lengths fit");
    let (high, low) = (divisor[length - 1], divisor[length - 2]);
    let top_reciprocal = TopReciprocal::new(high, low);
    for index in (0..quotient.len()).rev() {
        let window = &mut rest[index..=index + length];
        let (top, middle, bottom) = (window[length], window[length - 1], window[length - 2]);
        // (top, middle) can't exceed (high, low): the remainder so far is below the divisor.
        let mut digit =
            if (top, middle) >= (high, low) { D::MAX } else { top_reciprocal.quotient(top, middle, bottom) };
        let (window, top) = window.split_at_mut(length);
        let borrow = sub_product(window, divisor, digit);
        let (difference, negative) = top[0].borrowing_sub(borrow, false);
        top[0] = difference;
        if negative {
            digit = digit.wrapping_sub(D::ONE);
            let carry = add_assign(window, divisor);
            top[0] = top[0].carrying_add(D::ZERO, carry).0;
        }
        quotient[index] = digit;
    }
}

/// A quotient shorter than the divisor: found from the top digits alone, then corrected by the low ones.
///
/// Both are shifted so that the divisor's top bit is set, which keeps the estimate at most two too large.
fn divide_short_quotient<D: Digit>(
    dividend: &[D],
    divisor: &[D],
    watch: Watch,
) -> Result<(Vec<D>, Vec<D>), Unfinished> {
    let shift = divisor.last().map_or(0, |top| top.leading_zeros());
    let mut divisor = copy(divisor, 0)?;
    shift_left(&mut divisor, shift);
    let mut dividend = copy(dividend, 1)?;
    dividend.push(D::ZERO);
    shift_left(&mut dividend, shift);
    trim_vec(&mut dividend);
    let quotient_length = dividend.len() - divisor.len() + 1;
    let dropped = divisor.len().saturating_sub(quotient_length);
    let (divisor_low, divisor_high) = divisor.split_at(dropped);
    let (mut quotient, rest) = divide(&dividend[dropped..], divisor_high, watch)?;
    // remainder = rest · B^dropped + low digits of the dividend - quotient · low digits of the divisor
    let mut remainder = zeros(divisor.len() + 1)?;
    remainder[..dropped].copy_from_slice(&dividend[..dropped]);
    remainder[dropped..dropped + rest.len()].copy_from_slice(&rest);
    let mut product = zeros(quotient.len() + dropped)?;
    multiply_into(&mut product, &quotient, divisor_low, watch)?;
    let mut negative = sub_assign(&mut remainder, trim(&product));
    while negative {
        sub_assign(&mut quotient, &[D::ONE]);
        negative = !add_assign(&mut remainder, &divisor);
    }
    shift_right(&mut remainder, shift);
    Ok((quotient, remainder))
}

/// Burnikel–Ziegler on blocks as long as the divisor, from the top down.
///
/// C. Burnikel and J. Ziegler, "Fast recursive division", 1998. The divisor is lengthened to a multiple of
/// a power of two, so that every level of the recursion can halve it.
fn divide_blocks<D: Digit>(dividend: &[D], divisor: &[D], watch: Watch) -> Result<(Vec<D>, Vec<D>), Unfinished> {
    let mut halvings = 1usize;
    while divisor.len() / halvings >= RECURSIVE {
        halvings *= 2;
    }
    let block = divisor.len().div_ceil(halvings) * halvings;
    let padding = block - divisor.len();
    let shift = divisor.last().map_or(0, |top| top.leading_zeros());
    let shifted = |number: &[D], length: usize| -> Result<Vec<D>, Unfinished> {
        let mut result = zeros(length)?;
        result[padding..padding + number.len()].copy_from_slice(number);
        shift_left(&mut result, shift);
        Ok(result)
    };
    let divisor = shifted(divisor, block)?;
    let mut rest = shifted(dividend, dividend.len() + padding + 1)?;
    trim_vec(&mut rest);
    let blocks = rest.len().div_ceil(block).max(2);
    rest.try_reserve_exact(blocks * block - rest.len())?;
    rest.resize(blocks * block, D::ZERO);
    let mut quotient = zeros((blocks - 1) * block + 1)?;
    // The divisor's top bit is set, so it goes at most once into the top block.
    let top = &mut rest[(blocks - 1) * block..];
    if compare(top, &divisor) != Ordering::Less {
        sub_assign(top, &divisor);
        quotient[(blocks - 1) * block] = D::ONE;
    }
    for index in (0..blocks - 1).rev() {
        let part = &mut quotient[index * block..(index + 1) * block];
        two_by_one(part, &mut rest[index * block..(index + 2) * block], &divisor, watch)?;
    }
    rest.truncate(block);
    shift_right(&mut rest, shift);
    let remainder = copy(&rest[padding..], 0)?;
    Ok((quotient, remainder))
}

/// Divides two blocks by one; the upper block must be below the divisor. `rest` becomes the remainder.
fn two_by_one<D: Digit>(quotient: &mut [D], rest: &mut [D], divisor: &[D], watch: Watch) -> Result<(), Unfinished> {
    let length = divisor.len();
    if length < RECURSIVE || length % 2 == 1 {
        divide_normalised(quotient, rest, divisor);
        return Ok(());
    }
    let half = length / 2;
    let (low, high) = quotient.split_at_mut(half);
    three_by_two(high, &mut rest[half..], divisor, watch)?;
    three_by_two(low, &mut rest[..half * 3], divisor, watch)
}

/// Divides three half blocks by two: the top two by the divisor's upper half, then corrects by the lower half.
fn three_by_two<D: Digit>(quotient: &mut [D], rest: &mut [D], divisor: &[D], watch: Watch) -> Result<(), Unfinished> {
    watch.look()?;
    let half = quotient.len();
    let (divisor_low, divisor_high) = divisor.split_at(half);
    if compare(&rest[half * 2..], divisor_high) == Ordering::Less {
        two_by_one(quotient, &mut rest[half..], divisor_high, watch)?;
    } else {
        quotient.fill(D::MAX);
        sub_assign(&mut rest[half * 2..], divisor_high);
        add_assign(&mut rest[half..], divisor_high);
    }
    let mut product = zeros(half * 2)?;
    multiply_into(&mut product, quotient, divisor_low, watch)?;
    let mut negative = sub_assign(rest, &product);
    while negative {
        sub_assign(quotient, &[D::ONE]);
        negative = !add_assign(rest, divisor);
    }
    Ok(())
}
