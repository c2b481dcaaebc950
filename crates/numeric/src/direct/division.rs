//! Quotients rounded down, and their remainders.

use super::{Operand, Word};
use crate::natural::divide::{divide_normalised, divide_two};
use crate::natural::linear;

/// The longest divisor of several words.
const SHORT: usize = 24;
/// The longest dividend of a divisor of several words, and one more.
const LONG: usize = 48;

impl Operand<'_> {
    /// The words that quotient and remainder need; nothing if the division is long or by zero.
    #[inline]
    #[must_use]
    pub fn room_for_division(self, divisor: Operand<'_>) -> Option<usize> {
        match divisor.words {
            [] => None,
            [_] => Some(self.words.len().saturating_add(1)),
            words if words.len() <= SHORT && self.words.len() < LONG => {
                Some(self.words.len().max(words.len()).saturating_add(1))
            }
            _ => None,
        }
    }

    /// The quotient rounded down. The room is that of [`Operand::room_for_division`], which has said that it can be done.
    pub fn floor_divide(self, divisor: Operand<'_>, out: &mut [Word]) -> bool {
        let negative = self.negative != divisor.negative;
        let is_exact = match *divisor.words {
            [word] => {
                linear::place(out, self.words);
                let used = out.get_mut(..self.words.len()).unwrap_or(&mut []);
                linear::divide_digit(used, word) == 0
            }
            _ => self.divide(divisor, Some(out), |rest| linear::trim(rest).is_empty()),
        };
        if negative && !is_exact {
            linear::add_assign(out, &[1]);
        }
        negative
    }

    /// The remainder with the divisor's sign. The room is that of [`Operand::room_for_division`], which has said that it
    /// can be done.
    pub fn modulo(self, divisor: Operand<'_>, out: &mut [Word]) -> bool {
        match *divisor.words {
            [word] => {
                let rest = linear::remainder_digit(self.words, word);
                linear::place(out, &[rest]);
            }
            _ => self.divide(divisor, None, |rest| linear::place(out, rest)),
        }
        if self.negative != divisor.negative && !linear::trim(out).is_empty() {
            let mut borrow = false;
            for (index, word) in out.iter_mut().enumerate() {
                let other = divisor.words.get(index).copied().unwrap_or(0);
                (*word, borrow) = other.borrowing_sub(*word, borrow);
            }
        }
        divisor.negative
    }

    /// The quotient of the magnitudes by a divisor of several words, if it is wanted; `finish` gets the remainder.
    fn divide<T>(self, divisor: Operand<'_>, quotient: Option<&mut [Word]>, finish: impl FnOnce(&[Word]) -> T) -> T {
        const FEW: usize = 8;
        if let &[low, high] = divisor.words {
            return finish(&divide_two(quotient.unwrap_or(&mut []), self.words, high, low));
        }
        if self.words.len() < FEW {
            let mut room = ([0; FEW], [0; FEW], [0; FEW]);
            return self.divide_in((&mut room.0, &mut room.1, &mut room.2), divisor, quotient, finish);
        }
        let mut room = ([0; LONG], [0; LONG], [0; SHORT]);
        self.divide_in((&mut room.0, &mut room.1, &mut room.2), divisor, quotient, finish)
    }

    /// As [`Operand::divide`], with room for the quotient, the remainder and the divisor.
    fn divide_in<T>(
        self,
        room: (&mut [Word], &mut [Word], &mut [Word]),
        divisor: Operand<'_>,
        quotient: Option<&mut [Word]>,
        finish: impl FnOnce(&[Word]) -> T,
    ) -> T {
        let (digits, rest, shifted) = room;
        let shift = divisor.words.last().map_or(0, |top| top.leading_zeros());
        let (length, width) = (self.words.len(), divisor.words.len());
        let quotient_length = length.saturating_add(1).saturating_sub(width);
        let parts = (digits.get_mut(..quotient_length), rest.get_mut(..=length), shifted.get_mut(..width));
        if let (1.., (Some(digits), Some(rest), Some(shifted))) = (quotient_length, parts) {
            self.shift_left(shift as usize, rest);
            divisor.shift_left(shift as usize, shifted);
            divide_normalised(digits, rest, shifted);
            if let Some(quotient) = quotient {
                linear::place(quotient, digits);
            }
            let rest = rest.get_mut(..width).unwrap_or(&mut []);
            linear::shift_right(rest, shift);
            return finish(rest);
        }
        // The divisor is longer.
        if let Some(quotient) = quotient {
            quotient.fill(0);
        }
        finish(self.words)
    }
}
