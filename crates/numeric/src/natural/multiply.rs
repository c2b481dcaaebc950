//! Products: schoolbook, Karatsuba and Toom-3 by size; squares have a schoolbook of their own.
//!
//! The thresholds are in digits and were measured with 64-bit digits on x86-64; they are the lengths
//! where the curves cross, within a few percent.
//! A product of two numbers of very different lengths is cut into pieces of the shorter length, so an
//! unbalanced product costs as much as its balanced pieces. Recursion depth is the logarithm of the length.

#![expect(clippy::indexing_slicing, reason = "all lengths are fixed by the length of the operands a few lines above")]

use super::linear::{
    absolute_difference, add_assign, add_product, set_product, shift_left, sub_assign, sub_from, trim, trim_vec,
};
use super::{Digit, Unfinished, Watch, toom, zeros};
use alloc::vec::Vec;

/// From this length of the shorter operand on, Karatsuba beats the schoolbook.
pub(crate) const KARATSUBA: usize = 32;
/// From this length on, Toom-3 beats Karatsuba.
pub(crate) const TOOM: usize = 192;
/// From this length on, a square by Karatsuba beats the schoolbook square.
pub(crate) const KARATSUBA_SQUARE: usize = 48;

/// `left * right` without leading zeros.
pub(crate) fn multiply<D: Digit>(left: &[D], right: &[D], watch: Watch) -> Result<Vec<D>, Unfinished> {
    let (left, right) = (trim(left), trim(right));
    let mut out = zeros(left.len().saturating_add(right.len()))?;
    multiply_into(&mut out, left, right, watch)?;
    trim_vec(&mut out);
    Ok(out)
}

/// `number * number` without leading zeros.
pub(crate) fn square<D: Digit>(number: &[D], watch: Watch) -> Result<Vec<D>, Unfinished> {
    let number = trim(number);
    let mut out = zeros(number.len().saturating_mul(2))?;
    square_into(&mut out, number, watch)?;
    trim_vec(&mut out);
    Ok(out)
}

/// Writes the product; `out` has the sum of the lengths. What it held before is lost.
pub(crate) fn multiply_into<D: Digit>(out: &mut [D], left: &[D], right: &[D], watch: Watch) -> Result<(), Unfinished> {
    debug_assert_eq!(out.len(), left.len() + right.len(), "a product has the digits of both factors");
    let (long, short) = if left.len() >= right.len() { (left, right) } else { (right, left) };
    if short.len() < KARATSUBA {
        schoolbook(out, long, short);
        return Ok(());
    }
    if short.len().saturating_mul(2) <= long.len() {
        return multiply_unbalanced(out, long, short, watch);
    }
    if short.len() >= TOOM && toom::suits(long.len(), short.len()) {
        return toom::multiply(out, long, short, watch);
    }
    let mut scratch = zeros(scratch_length(long.len()))?;
    karatsuba(out, long, short, &mut scratch);
    Ok(())
}

/// Writes the square; `out` has twice the length.
pub(crate) fn square_into<D: Digit>(out: &mut [D], number: &[D], watch: Watch) -> Result<(), Unfinished> {
    if number.len() < KARATSUBA_SQUARE {
        schoolbook_square(out, number);
        return Ok(());
    }
    if number.len() >= TOOM {
        return toom::square(out, number, watch);
    }
    let mut scratch = zeros(scratch_length(number.len()))?;
    karatsuba_square(out, number, &mut scratch);
    Ok(())
}

/// One row of the long factor for each digit of the short one.
pub(crate) fn schoolbook<D: Digit>(out: &mut [D], long: &[D], short: &[D]) {
    let Some((first, others)) = short.split_first() else { return out.fill(D::ZERO) };
    let (row, above) = out.split_at_mut(long.len());
    above.fill(D::ZERO);
    let carry = set_product(row, long, *first);
    if let Some(place) = above.first_mut() {
        *place = carry;
    }
    for (index, digit) in others.iter().enumerate() {
        let row = &mut out[index + 1..];
        let carry = add_product(row, long, *digit);
        row[long.len()] = carry;
    }
}

/// Each product of two different digits once, doubled, then the squares of the digits: half the work.
pub(crate) fn schoolbook_square<D: Digit>(out: &mut [D], number: &[D]) {
    out.fill(D::ZERO);
    let mut rest = number;
    let mut index = 0usize;
    while let [digit, above @ ..] = rest {
        let row = &mut out[index * 2 + 1..];
        let carry = add_product(row, above, *digit);
        row[above.len()] = carry;
        rest = above;
        index += 1;
    }
    shift_left(out, 1);
    let mut carry = false;
    for (index, digit) in number.iter().enumerate() {
        let (low, high) = digit.multiply_add(*digit, D::ZERO, D::ZERO);
        let pair = &mut out[index * 2..index * 2 + 2];
        (pair[0], carry) = pair[0].carrying_add(low, carry);
        (pair[1], carry) = pair[1].carrying_add(high, carry);
    }
}

/// Cuts the long factor into pieces as long as the short one.
fn multiply_unbalanced<D: Digit>(out: &mut [D], long: &[D], short: &[D], watch: Watch) -> Result<(), Unfinished> {
    out.fill(D::ZERO);
    let mut product = zeros(short.len().saturating_mul(2))?;
    for (index, piece) in long.chunks(short.len()).enumerate() {
        let product = &mut product[..piece.len() + short.len()];
        watch.look()?;
        multiply_into(product, piece, short, watch)?;
        add_assign(&mut out[index * short.len()..], product);
    }
    Ok(())
}

/// What [`karatsuba`] and its recursion need: 4 digits for each of the half length, and so on down.
fn scratch_length(length: usize) -> usize {
    length.saturating_mul(4).saturating_add(256)
}

/// Karatsuba's product with differences: `(a1·B + a0)(b1·B + b0)` from three half products.
///
/// The middle part is `a0·b0 + a1·b1 - (a0 - a1)(b0 - b1)`. Needs `short.len() > long.len() / 2`.
pub(crate) fn karatsuba<D: Digit>(out: &mut [D], long: &[D], short: &[D], scratch: &mut [D]) {
    if short.len() < KARATSUBA {
        let (long, short) = if long.len() >= short.len() { (long, short) } else { (short, long) };
        return schoolbook(out, long, short);
    }
    let half = long.len().div_ceil(2);
    if short.len() <= half {
        // Only the top halves of an already uneven pair come here; one more cut makes them even.
        let (low, high) = long.split_at(half);
        return karatsuba_uneven(out, low, high, short, scratch);
    }
    let (long_low, long_high) = long.split_at(half);
    let (short_low, short_high) = short.split_at(half);
    let (cross, scratch) = scratch.split_at_mut(half * 2);
    {
        let (left, right) = out.split_at_mut(half);
        let left_negative = absolute_difference(left, long_low, long_high);
        let right = &mut right[..half];
        let right_negative = absolute_difference(right, short_low, short_high);
        karatsuba(cross, left, right, scratch);
        let (low, high) = out.split_at_mut(half * 2);
        karatsuba(low, long_low, short_low, scratch);
        karatsuba(high, long_high, short_high, scratch);
        add_middle(out, cross, half, left_negative != right_negative, scratch);
    }
}

/// The product of `high·B^half + low` with a factor no longer than `low`.
fn karatsuba_uneven<D: Digit>(out: &mut [D], low: &[D], high: &[D], short: &[D], scratch: &mut [D]) {
    let (first, second) = out.split_at_mut(low.len() + short.len());
    karatsuba(first, low, short, scratch);
    second.fill(D::ZERO);
    let (product, scratch) = scratch.split_at_mut(high.len() + short.len());
    if high.len() >= short.len() {
        karatsuba(product, high, short, scratch);
    } else {
        karatsuba(product, short, high, scratch);
    }
    add_assign(&mut out[low.len()..], product);
}

/// The square by three half squares; the middle part always subtracts.
fn karatsuba_square<D: Digit>(out: &mut [D], number: &[D], scratch: &mut [D]) {
    if number.len() < KARATSUBA_SQUARE {
        return schoolbook_square(out, number);
    }
    let half = number.len().div_ceil(2);
    let (number_low, number_high) = number.split_at(half);
    let (cross, scratch) = scratch.split_at_mut(half * 2);
    let difference = &mut out[..half];
    absolute_difference(difference, number_low, number_high);
    karatsuba_square(cross, difference, scratch);
    let (low, high) = out.split_at_mut(half * 2);
    karatsuba_square(low, number_low, scratch);
    karatsuba_square(high, number_high, scratch);
    add_middle(out, cross, half, false, scratch);
}

/// Adds `low + high ± cross` at `half`, where `out` holds the outer products low and high side by side.
fn add_middle<D: Digit>(out: &mut [D], cross: &[D], half: usize, plus: bool, scratch: &mut [D]) {
    let middle = &mut scratch[..half * 2 + 1];
    let (low, high) = out.split_at(half * 2);
    let (body, top) = middle.split_at_mut(half * 2);
    body.copy_from_slice(low);
    let carry = add_assign(body, high);
    top[0] = if carry { D::ONE } else { D::ZERO };
    if plus {
        add_assign(middle, cross);
    } else {
        sub_assign(middle, cross);
    }
    let target = &mut out[half..];
    let middle = trim(middle);
    add_assign(target, middle);
}

/// `number = minuend - number` for operands of one length; used by Toom-3's interpolation.
pub(crate) fn reverse_subtract<D: Digit>(number: &mut [D], minuend: &[D]) {
    sub_from(number, minuend);
}
