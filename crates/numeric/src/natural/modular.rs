//! Powers modulo a number: sliding over the exponent in fixed windows, with Montgomery's products for odd
//! moduli of moderate length and division for the others.
//!
//! P. L. Montgomery, "Modular multiplication without trial division", 1985. The window table holds at most
//! 32 numbers as long as the modulus.

#![expect(clippy::indexing_slicing, reason = "all lengths are fixed by the length of the modulus a few lines above")]

use core::cmp::Ordering;

use super::divide::{RECURSIVE, divide};
use super::linear::{add_product, bit_length, compare, sub_assign, trim, trim_vec};
use super::multiply::{multiply_into, square_into};
use super::{Digit, Unfinished, Watch, copy, zeros};
use alloc::vec::Vec;

/// `base ^ exponent mod modulus` without leading zeros; the base must be below the modulus, which isn't zero.
pub(crate) fn power<D: Digit>(base: &[D], exponent: &[D], modulus: &[D], watch: Watch) -> Result<Vec<D>, Unfinished> {
    let modulus = trim(modulus);
    let mut context = Modulus::new(modulus, watch)?;
    let mut result = context.enter(&[D::ONE])?;
    let exponent_bits = bit_length(exponent);
    if exponent_bits == 0 {
        return context.leave(result);
    }
    let base = context.enter(base)?;
    let window = window_bits(exponent_bits);
    let mut table = Vec::new();
    table.try_reserve_exact(1 << window)?;
    table.push(copy(&result, 0)?);
    for _ in 1..1usize << window {
        let mut next = copy(table.last().unwrap_or(&base), 0)?;
        context.multiply(&mut next, &base)?;
        table.push(next);
    }
    let mut position = exponent_bits.div_ceil(u64::from(window)) * u64::from(window);
    while position > 0 {
        watch.look()?;
        for _ in 0..window {
            context.square(&mut result)?;
        }
        position -= u64::from(window);
        let digit = bits_at(exponent, position, window);
        if digit != 0 {
            context.multiply(&mut result, &table[digit])?;
        }
    }
    context.leave(result)
}

/// Wide windows need fewer products but a longer table; these break even.
fn window_bits(exponent_bits: u64) -> u32 {
    match exponent_bits {
        0..=16 => 1,
        17..=80 => 3,
        81..=512 => 4,
        _ => 5,
    }
}

/// `count` bits of the number from `position` up.
fn bits_at<D: Digit>(number: &[D], position: u64, count: u32) -> usize {
    let mut bits = 0;
    for index in (0..u64::from(count)).rev() {
        let place = position + index;
        let digit = number.get((place / u64::from(D::BITS)) as usize).copied().unwrap_or(D::ZERO);
        let bit = digit >> (place % u64::from(D::BITS)) as u32 & D::ONE;
        bits = bits << 1 | usize::from(bit == D::ONE);
    }
    bits
}

/// How products are reduced; numbers inside have exactly the modulus's length.
struct Modulus<'a, D> {
    modulus: &'a [D],
    /// `-1 / modulus mod B` for Montgomery's reduction, or nothing for reduction by division.
    inverse: Option<D>,
    product: Vec<D>,
    watch: Watch,
}

impl<'a, D: Digit> Modulus<'a, D> {
    fn new(modulus: &'a [D], watch: Watch) -> Result<Self, Unfinished> {
        let odd = modulus[0] & D::ONE == D::ONE;
        let inverse = (odd && modulus.len() < RECURSIVE * 2).then(|| negative_inverse(modulus[0]));
        Ok(Self { modulus, inverse, product: zeros(modulus.len() * 2 + 1)?, watch })
    }

    /// Brings a number below the modulus into the form that products work on.
    fn enter(&self, number: &[D]) -> Result<Vec<D>, Unfinished> {
        let length = self.modulus.len();
        let mut shifted = Vec::new();
        shifted.try_reserve_exact(length * 2)?;
        if self.inverse.is_some() {
            shifted.resize(length, D::ZERO);
        }
        shifted.extend_from_slice(number);
        let (_, mut remainder) = divide(&shifted, self.modulus, self.watch)?;
        remainder.try_reserve_exact(length - remainder.len())?;
        remainder.resize(length, D::ZERO);
        Ok(remainder)
    }

    /// The plain number.
    fn leave(&mut self, mut number: Vec<D>) -> Result<Vec<D>, Unfinished> {
        if self.inverse.is_some() {
            self.product.fill(D::ZERO);
            self.product[..number.len()].copy_from_slice(&number);
            self.reduce(&mut number)?;
        }
        trim_vec(&mut number);
        Ok(number)
    }

    fn multiply(&mut self, number: &mut [D], factor: &[D]) -> Result<(), Unfinished> {
        let length = self.modulus.len() * 2;
        multiply_into(&mut self.product[..length], number, factor, self.watch)?;
        self.reduce(number)
    }

    fn square(&mut self, number: &mut [D]) -> Result<(), Unfinished> {
        let length = self.modulus.len() * 2;
        square_into(&mut self.product[..length], number, self.watch)?;
        self.reduce(number)
    }

    /// Writes the reduced product into `out`.
    fn reduce(&mut self, out: &mut [D]) -> Result<(), Unfinished> {
        let length = self.modulus.len();
        let Some(inverse) = self.inverse else {
            let (_, remainder) = divide(&self.product[..length * 2], self.modulus, self.watch)?;
            out.fill(D::ZERO);
            out[..remainder.len()].copy_from_slice(&remainder);
            return Ok(());
        };
        let mut carry = D::ZERO;
        for index in 0..length {
            let row = &mut self.product[index..=index + length];
            let factor = row[0].wrapping_mul(inverse);
            let high = add_product(&mut row[..length], self.modulus, factor);
            let (sum, first) = row[length].carrying_add(high, false);
            let (sum, second) = sum.carrying_add(carry, false);
            row[length] = sum;
            carry = if first || second { D::ONE } else { D::ZERO };
        }
        out.copy_from_slice(&self.product[length..length * 2]);
        if carry == D::ONE || compare(out, self.modulus) != Ordering::Less {
            sub_assign(out, self.modulus);
        }
        Ok(())
    }
}

/// `-1 / odd mod B` by Newton's iteration, which doubles the correct bits each time.
fn negative_inverse<D: Digit>(odd: D) -> D {
    let two = D::ONE << 1;
    let mut inverse = odd;
    for _ in 0..6 {
        inverse = inverse.wrapping_mul(two.wrapping_sub(odd.wrapping_mul(inverse)));
    }
    D::ZERO.wrapping_sub(inverse)
}
