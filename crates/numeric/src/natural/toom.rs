//! Toom-3: five third-length products instead of nine.
//!
//! Evaluation at 0, 1, -1, 2 and infinity; the interpolation sequence keeps every value but the one at -1
//! non-negative. A. L. Toom 1963, S. A. Cook 1966; sequences of this kind: M. Bodrato, "Towards optimal
//! Toom-Cook multiplication", 2007.

#![expect(
    clippy::indexing_slicing,
    reason = "every buffer has the length 2 * third + 2 or is cut at multiples of a third"
)]

use super::linear::{absolute_difference, add_assign, divide_digit, shift_left, shift_right, sub_assign, trim};
use super::multiply::{multiply_into, square_into};
use super::{Digit, Unfinished, Watch, copy, zeros};
use alloc::vec::Vec;

/// Whether operands of these lengths both have three parts of the same length.
pub(crate) fn suits(long: usize, short: usize) -> bool {
    short > long.div_ceil(3).saturating_mul(2)
}

/// Writes the product; the lengths must suit.
pub(crate) fn multiply<D: Digit>(out: &mut [D], long: &[D], short: &[D], watch: Watch) -> Result<(), Unfinished> {
    watch.look()?;
    let third = long.len().div_ceil(3);
    let left = Evaluated::new(long, third)?;
    let right = Evaluated::new(short, third)?;
    let product = |a: &[D], b: &[D]| -> Result<Vec<D>, Unfinished> {
        let mut result = zeros(third * 2 + 2)?;
        multiply_into(&mut result, a, b, watch)?;
        Ok(result)
    };
    let at_one = product(&left.at_one, &right.at_one)?;
    let at_minus_one = product(&left.at_minus_one, &right.at_minus_one)?;
    let at_two = product(&left.at_two, &right.at_two)?;
    let (low, high) = out.split_at_mut(third * 2);
    multiply_into(low, &long[..third], &short[..third], watch)?;
    let (middle, high) = high.split_at_mut(third * 2);
    middle.fill(D::ZERO);
    multiply_into(high, &long[third * 2..], &short[third * 2..], watch)?;
    let negative = left.minus_one_negative != right.minus_one_negative;
    interpolate(out, third, at_one, (at_minus_one, negative), at_two);
    Ok(())
}

/// Writes the square.
pub(crate) fn square<D: Digit>(out: &mut [D], number: &[D], watch: Watch) -> Result<(), Unfinished> {
    watch.look()?;
    let third = number.len().div_ceil(3);
    let values = Evaluated::new(number, third)?;
    let square = |a: &[D]| -> Result<Vec<D>, Unfinished> {
        let mut result = zeros(third * 2 + 2)?;
        square_into(&mut result, a, watch)?;
        Ok(result)
    };
    let at_one = square(&values.at_one)?;
    let at_minus_one = square(&values.at_minus_one)?;
    let at_two = square(&values.at_two)?;
    let (low, high) = out.split_at_mut(third * 2);
    square_into(low, &number[..third], watch)?;
    let (middle, high) = high.split_at_mut(third * 2);
    middle.fill(D::ZERO);
    square_into(high, &number[third * 2..], watch)?;
    interpolate(out, third, at_one, (at_minus_one, false), at_two);
    Ok(())
}

/// The values of `a2·x² + a1·x + a0`, each of `third + 1` digits.
struct Evaluated<D> {
    at_one: Vec<D>,
    at_minus_one: Vec<D>,
    minus_one_negative: bool,
    at_two: Vec<D>,
}

impl<D: Digit> Evaluated<D> {
    fn new(number: &[D], third: usize) -> Result<Self, Unfinished> {
        let (low, rest) = number.split_at(third);
        let (middle, high) = rest.split_at(third);
        let mut at_one = copy(low, 1)?;
        at_one.push(D::ZERO);
        add_assign(&mut at_one, high);
        let mut at_minus_one = zeros(third + 1)?;
        let minus_one_negative = absolute_difference(&mut at_minus_one, &at_one, middle);
        add_assign(&mut at_one, middle);
        // ((high · 2) + middle) · 2 + low
        let mut at_two = zeros(third + 1)?;
        at_two[..high.len()].copy_from_slice(high);
        shift_left(&mut at_two, 1);
        add_assign(&mut at_two, middle);
        shift_left(&mut at_two, 1);
        add_assign(&mut at_two, low);
        Ok(Self { at_one, at_minus_one, minus_one_negative, at_two })
    }
}

/// Finds the three inner coefficients and adds them to `out`, which holds the outer ones in place.
///
/// With the product `c4·x⁴ + c3·x³ + c2·x² + c1·x + c0`: c0 lies in `out[..2·third]`, c4 in `out[4·third..]`.
fn interpolate<D: Digit>(
    out: &mut [D],
    third: usize,
    mut at_one: Vec<D>,
    (minus, negative): (Vec<D>, bool),
    mut at_two: Vec<D>,
) {
    let (low, rest) = out.split_at(third * 2);
    let high = &rest[third * 2..];
    // at_two = (v(2) - v(-1)) / 3 = c1 + c2 + 3·c3 + 5·c4
    // odd = (v(1) - v(-1)) / 2 = c1 + c3
    let mut odd = minus;
    if negative {
        add_assign(&mut at_two, &odd);
        add_assign(&mut odd, &at_one);
    } else {
        sub_assign(&mut at_two, &odd);
        super::multiply::reverse_subtract(&mut odd, &at_one);
    }
    divide_digit(&mut at_two, D::from_limb(3));
    shift_right(&mut odd, 1);
    // at_one = c1 + c2 + c3 + c4
    sub_assign(&mut at_one, low);
    // at_two = c3 + 2·c4
    sub_assign(&mut at_two, &at_one);
    shift_right(&mut at_two, 1);
    // at_one = c2
    sub_assign(&mut at_one, &odd);
    sub_assign(&mut at_one, high);
    // at_two = c3, odd = c1
    let mut doubled = D::ZERO;
    for (place, digit) in high.iter().enumerate() {
        // Subtracts 2·c4 digit by digit, so that no copy of it is needed.
        let twice = *digit << 1 | doubled;
        doubled = *digit >> (D::BITS.wrapping_sub(1));
        sub_assign(&mut at_two[place..], &[twice]);
    }
    sub_assign(&mut at_two[high.len()..], &[doubled]);
    sub_assign(&mut odd, &at_two);
    add_assign(&mut out[third..], trim(&odd));
    add_assign(&mut out[third * 2..], trim(&at_one));
    add_assign(&mut out[third * 3..], trim(&at_two));
}
