//! Loops over digits that take linear time: what all other algorithms are made of.

use core::cmp::Ordering;

use super::Digit;
use super::divide::Reciprocal;
use crate::words::NO_LONG_PRODUCT;
use alloc::vec::Vec;

/// The number without leading zeros.
pub(crate) fn trim<D: Digit>(digits: &[D]) -> &[D] {
    let mut digits = digits;
    while let [rest @ .., top] = digits
        && *top == D::ZERO
    {
        digits = rest;
    }
    digits
}

/// Drops leading zeros.
pub(crate) fn trim_vec<D: Digit>(digits: &mut Vec<D>) {
    digits.truncate(trim(digits).len());
}

/// Compares two numbers of any lengths; leading zeros don't matter.
pub(crate) fn compare<D: Digit>(left: &[D], right: &[D]) -> Ordering {
    let (left, right) = (trim(left), trim(right));
    left.len().cmp(&right.len()).then_with(|| left.iter().rev().cmp(right.iter().rev()))
}

/// `operation` of the digits of two numbers of any lengths, as many as there is room for; the short one is no longer than
/// the other, and zeros stand above both.
#[inline(always)]
pub(crate) fn combine<D: Digit>(out: &mut [D], long: &[D], short: &[D], mut operation: impl FnMut(D, D) -> D) {
    let (both, above) = long.split_at_checked(short.len()).unwrap_or((long, &[]));
    let (low, out) = out.split_at_mut(both.len().min(out.len()));
    let (middle, high) = out.split_at_mut(above.len().min(out.len()));
    // Four at a time: what an operation carries over stays in the machine's own flag that long.
    let ((fours, rest), (left, left_rest), (right, right_rest)) =
        (low.as_chunks_mut::<4>(), both.as_chunks::<4>(), short.as_chunks::<4>());
    for ((place, left), right) in fours.iter_mut().zip(left).zip(right) {
        *place = [
            operation(left[0], right[0]),
            operation(left[1], right[1]),
            operation(left[2], right[2]),
            operation(left[3], right[3]),
        ];
    }
    for ((place, left), right) in rest.iter_mut().zip(left_rest).zip(right_rest) {
        *place = operation(*left, *right);
    }
    for (place, left) in middle.iter_mut().zip(above) {
        *place = operation(*left, D::ZERO);
    }
    for place in high {
        *place = operation(D::ZERO, D::ZERO);
    }
}

/// Copies a number into as many digits or more.
pub(crate) fn place<D: Digit>(out: &mut [D], number: &[D]) {
    if let Some((low, high)) = out.split_at_mut_checked(number.len()) {
        low.copy_from_slice(number);
        high.fill(D::ZERO);
    }
}

/// `sum += addend`; the carry out of `sum`. The addend must not be longer than the sum.
pub(crate) fn add_assign<D: Digit>(sum: &mut [D], addend: &[D]) -> bool {
    debug_assert!(sum.len() >= addend.len(), "the sum holds the addend");
    let mut carry = false;
    let Some((low, high)) = sum.split_at_mut_checked(addend.len()) else {
        return false;
    };
    let ((fours, rest), (others, other_rest)) = (low.as_chunks_mut::<4>(), addend.as_chunks::<4>());
    for (digits, others) in fours.iter_mut().zip(others) {
        let mut inner = carry;
        for (digit, other) in digits.iter_mut().zip(others) {
            (*digit, inner) = digit.carrying_add(*other, inner);
        }
        carry = inner;
    }
    for (digit, other) in rest.iter_mut().zip(other_rest) {
        (*digit, carry) = digit.carrying_add(*other, carry);
    }
    for digit in high {
        if !carry {
            return false;
        }
        (*digit, carry) = digit.carrying_add(D::ZERO, true);
    }
    carry
}

/// `difference -= subtrahend`; the borrow out. The subtrahend must not be longer than the difference.
pub(crate) fn sub_assign<D: Digit>(difference: &mut [D], subtrahend: &[D]) -> bool {
    debug_assert!(difference.len() >= subtrahend.len(), "the difference holds the subtrahend");
    let mut borrow = false;
    let Some((low, high)) = difference.split_at_mut_checked(subtrahend.len()) else {
        return false;
    };
    let ((fours, rest), (others, other_rest)) = (low.as_chunks_mut::<4>(), subtrahend.as_chunks::<4>());
    for (digits, others) in fours.iter_mut().zip(others) {
        let mut inner = borrow;
        for (digit, other) in digits.iter_mut().zip(others) {
            (*digit, inner) = digit.borrowing_sub(*other, inner);
        }
        borrow = inner;
    }
    for (digit, other) in rest.iter_mut().zip(other_rest) {
        (*digit, borrow) = digit.borrowing_sub(*other, borrow);
    }
    for digit in high {
        if !borrow {
            return false;
        }
        (*digit, borrow) = digit.borrowing_sub(D::ZERO, true);
    }
    borrow
}

/// `number = minuend - number`, both of one length; the borrow out.
pub(crate) fn sub_from<D: Digit>(number: &mut [D], minuend: &[D]) -> bool {
    debug_assert_eq!(number.len(), minuend.len(), "both have one length");
    let mut borrow = false;
    for (digit, other) in number.iter_mut().zip(minuend) {
        (*digit, borrow) = other.borrowing_sub(*digit, borrow);
    }
    borrow
}

/// `out = |left - right|` and whether left was smaller. `left` has the length of `out`, `right` at most that.
pub(crate) fn absolute_difference<D: Digit>(out: &mut [D], left: &[D], right: &[D]) -> bool {
    out.copy_from_slice(left);
    if compare(left, right) == Ordering::Less {
        let (low, _) = out.split_at_mut(right.len());
        sub_from(low, right);
        true
    } else {
        sub_assign(out, right);
        false
    }
}

/// `number = number * factor + carry`; the digit that overflows.
pub(crate) fn multiply_digit<D: Digit>(number: &mut [D], factor: D, carry: D) -> D {
    let mut carry = carry;
    for digit in number {
        (*digit, carry) = digit.multiply_add(factor, D::ZERO, carry);
    }
    carry
}

/// `row = number * factor` over the length of `number`; the digit that overflows.
#[inline]
pub(crate) fn set_product<D: Digit>(row: &mut [D], number: &[D], factor: D) -> D {
    if NO_LONG_PRODUCT && factor >> (D::BITS / 2) == D::ZERO {
        return set_short_product(row, number, factor);
    }
    let mut carry = D::ZERO;
    for (out, digit) in row.iter_mut().zip(number) {
        (*out, carry) = digit.multiply_add(factor, D::ZERO, carry);
    }
    carry
}

/// As [`set_product`], for a factor of half a digit: two products of one digit take the place of a long one.
#[inline(always)]
pub(super) fn set_short_product<D: Digit>(row: &mut [D], number: &[D], factor: D) -> D {
    let half = D::BITS / 2;
    let low_half = D::MAX >> half;
    let mut carry = D::ZERO;
    for (out, digit) in row.iter_mut().zip(number) {
        let low = (*digit & low_half).wrapping_mul(factor).wrapping_add(carry);
        let high = (*digit >> half).wrapping_mul(factor).wrapping_add(low >> half);
        *out = low & low_half | high << half;
        carry = high >> half;
    }
    carry
}

/// `row += number * factor` over the length of `number`; the digit that overflows.
#[inline]
pub(crate) fn add_product<D: Digit>(row: &mut [D], number: &[D], factor: D) -> D {
    let mut carry = D::ZERO;
    for (out, digit) in row.iter_mut().zip(number) {
        (*out, carry) = digit.multiply_add(factor, *out, carry);
    }
    carry
}

/// `row -= number * factor` over the length of `number`; the digit still to be subtracted above.
#[inline]
pub(crate) fn sub_product<D: Digit>(row: &mut [D], number: &[D], factor: D) -> D {
    let mut carry = D::ZERO;
    for (out, digit) in row.iter_mut().zip(number) {
        let (low, high) = digit.multiply_add(factor, D::ZERO, carry);
        let (difference, borrow) = out.borrowing_sub(low, false);
        *out = difference;
        // The high digit of a product plus a digit is below the largest, so this can't wrap.
        carry = high.carrying_add(D::ZERO, borrow).0;
    }
    carry
}

/// `number /= divisor` in place; the remainder. The divisor is not zero.
pub(crate) fn divide_digit<D: Digit>(number: &mut [D], divisor: D) -> D {
    if divisor == D::ZERO {
        return D::ZERO;
    }
    let shift = divisor.leading_zeros();
    divide_by(number, &Reciprocal::new(divisor << shift), shift)
}

/// As [`divide_digit`], by the reciprocal of a divisor shifted left as far as it goes.
pub(crate) fn divide_by<D: Digit>(number: &mut [D], reciprocal: &Reciprocal<D>, shift: u32) -> D {
    // Dividing the shifted number by the shifted divisor gives the same quotient; the shift happens on the way.
    let mut remainder = match number.last() {
        Some(top) if shift > 0 => *top >> (D::BITS.wrapping_sub(shift)),
        _ => D::ZERO,
    };
    for index in (0..number.len()).rev() {
        let Some((digit, below)) = number.get(..=index).and_then(<[D]>::split_last) else {
            continue;
        };
        let mut low = *digit << shift;
        if let (Some(next), true) = (below.last(), shift > 0) {
            low = low | *next >> (D::BITS.wrapping_sub(shift));
        }
        let (quotient, rest) = reciprocal.divide(remainder, low);
        remainder = rest;
        if let Some(out) = number.get_mut(index) {
            *out = quotient;
        }
    }
    remainder >> shift
}

/// The remainder of `number` by a digit that is not zero.
pub(crate) fn remainder_digit<D: Digit>(number: &[D], divisor: D) -> D {
    if divisor == D::ZERO {
        return D::ZERO;
    }
    let shift = divisor.leading_zeros();
    let reciprocal = Reciprocal::new(divisor << shift);
    let mut remainder = D::ZERO;
    for digit in number.iter().rev() {
        // remainder < divisor, so (remainder, digit) << shift fits in two digits with the high one below the divisor.
        let (high, low) = shift_pair(remainder, *digit, shift);
        remainder = reciprocal.divide(high, low).1 >> shift;
    }
    remainder
}

/// A two-digit number shifted left by fewer than a digit's bits; its top bits are lost.
pub(crate) fn shift_pair<D: Digit>(high: D, low: D, shift: u32) -> (D, D) {
    if shift == 0 {
        return (high, low);
    }
    (high << shift | low >> (D::BITS.wrapping_sub(shift)), low << shift)
}

/// Shifts left by fewer bits than a digit has; the bits that leave at the top.
pub(crate) fn shift_left<D: Digit>(number: &mut [D], bits: u32) -> D {
    if bits == 0 {
        return D::ZERO;
    }
    let mut carry = D::ZERO;
    for digit in number {
        let out = *digit >> (D::BITS.wrapping_sub(bits));
        *digit = *digit << bits | carry;
        carry = out;
    }
    carry
}

/// Shifts right by fewer bits than a digit has; the bits that leave, at the top of the digit returned.
pub(crate) fn shift_right<D: Digit>(number: &mut [D], bits: u32) -> D {
    if bits == 0 {
        return D::ZERO;
    }
    let mut carry = D::ZERO;
    for digit in number.iter_mut().rev() {
        let out = *digit << (D::BITS.wrapping_sub(bits));
        *digit = *digit >> bits | carry;
        carry = out;
    }
    carry
}

/// How many bits the number has; zero has none.
pub(crate) fn bit_length<D: Digit>(number: &[D]) -> u64 {
    let number = trim(number);
    match number.last() {
        None => 0,
        Some(top) => {
            (number.len() as u64).saturating_mul(u64::from(D::BITS)).saturating_sub(u64::from(top.leading_zeros()))
        }
    }
}

/// How many zero bits the number ends with; zero has none.
pub(crate) fn trailing_zeros<D: Digit>(number: &[D]) -> u64 {
    let mut bits = 0u64;
    for digit in number {
        if *digit != D::ZERO {
            return bits.saturating_add(u64::from(digit.trailing_zeros()));
        }
        bits = bits.saturating_add(u64::from(D::BITS));
    }
    0
}
