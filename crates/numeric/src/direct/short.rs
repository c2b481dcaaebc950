//! Operators on ints of up to four words, in registers: the operands are copied out of wherever they lie.

use super::{Operand, Word};
use crate::natural::divide::divide_two;
use crate::natural::linear;

/// The most words of an operand.
const WORDS: usize = 4;
/// The words of a result: one more.
const RESULT: usize = WORDS + 1;

/// An integer of a few words.
#[derive(Clone, Copy, Debug)]
pub struct Short {
    negative: bool,
    /// Filled up with zeros.
    words: [Word; WORDS],
    length: usize,
}

/// What came out: the sign, and the words, which may have leading zeros.
pub type ShortResult = (bool, [Word; RESULT]);

impl Short {
    /// An integer from sign and magnitude, without leading zeros; nothing if it is longer.
    #[inline(always)]
    #[must_use]
    pub fn new(negative: bool, magnitude: &[Word]) -> Option<Self> {
        let mut words = [0; WORDS];
        let length = magnitude.len();
        match magnitude {
            [] => {}
            &[low] => words[0] = low,
            &[low, next] => (words[0], words[1]) = (low, next),
            &[low, next, third] => (words[0], words[1], words[2]) = (low, next, third),
            &[low, next, third, top] => words = [low, next, third, top],
            _ => return None,
        }
        Some(Self { negative, words, length })
    }

    /// The integer with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { negative: !self.negative, ..self }
    }

    /// The sum.
    #[inline(always)]
    #[must_use]
    pub fn sum(self, other: Self) -> ShortResult {
        let ([a, b, c, d], [e, f, g, h]) = (self.words, other.words);
        if self.negative == other.negative {
            let (first, carry) = a.carrying_add(e, false);
            let (second, carry) = b.carrying_add(f, carry);
            let (third, carry) = c.carrying_add(g, carry);
            let (fourth, carry) = d.carrying_add(h, carry);
            return (self.negative, [first, second, third, fourth, Word::from(carry)]);
        }
        let (first, borrow) = a.borrowing_sub(e, false);
        let (second, borrow) = b.borrowing_sub(f, borrow);
        let (third, borrow) = c.borrowing_sub(g, borrow);
        let (fourth, borrow) = d.borrowing_sub(h, borrow);
        if !borrow {
            return (self.negative, [first, second, third, fourth, 0]);
        }
        // The other is larger: the complement is the difference.
        let (first, carry) = (!first).carrying_add(1, false);
        let (second, carry) = (!second).carrying_add(0, carry);
        let (third, carry) = (!third).carrying_add(0, carry);
        let (fourth, _) = (!fourth).carrying_add(0, carry);
        (other.negative, [first, second, third, fourth, 0])
    }

    /// And, or, exclusive or, by `operation`, of numbers that are not negative; nothing for others.
    #[inline(always)]
    #[must_use]
    pub fn bitwise(self, other: Self, operation: impl Fn(Word, Word) -> Word) -> Option<ShortResult> {
        if self.negative || other.negative {
            return None;
        }
        let ([a, b, c, d], [e, f, g, h]) = (self.words, other.words);
        Some((false, [operation(a, e), operation(b, f), operation(c, g), operation(d, h), 0]))
    }

    /// The count of a shift by fewer bits than a word has.
    #[inline(always)]
    fn shift_count(self) -> Option<u32> {
        let count = u32::try_from(self.words[0]).ok()?;
        (!self.negative && self.length <= 1 && count < Word::BITS).then_some(count)
    }

    /// `self << count` for fewer bits than a word has; nothing for more.
    #[inline(always)]
    #[must_use]
    pub fn shift_left(self, count: Self) -> Option<ShortResult> {
        let count = count.shift_count()?;
        let [a, b, c, d] = self.words;
        // Two steps, for no word can be shifted by all of its bits at once.
        let carry = |word: Word| word >> 1 >> (Word::BITS - 1 - count);
        Some((
            self.negative,
            [a << count, b << count | carry(a), c << count | carry(b), d << count | carry(c), carry(d)],
        ))
    }

    /// `self >> count` for fewer bits than a word has and numbers that are not negative; nothing for others.
    #[inline(always)]
    #[must_use]
    pub fn shift_right(self, count: Self) -> Option<ShortResult> {
        let count = count.shift_count().filter(|_| !self.negative)?;
        let [a, b, c, d] = self.words;
        let carry = |word: Word| word << 1 << (Word::BITS - 1 - count);
        Some((false, [a >> count | carry(b), b >> count | carry(c), c >> count | carry(d), d >> count, 0]))
    }

    /// The quotient rounded down and the remainder with the divisor's sign; nothing for a divisor of three words or more,
    /// or zero.
    #[inline]
    #[must_use]
    pub fn divide(self, divisor: Self) -> Option<(ShortResult, ShortResult)> {
        let mut quotient = [0; RESULT];
        let (low, high) = (divisor.words[0], divisor.words[1]);
        let [mut rest, mut rest_high] = match divisor.length {
            1 => {
                let digits = quotient.first_chunk_mut::<WORDS>()?;
                *digits = self.words;
                [linear::divide_digit(digits.get_mut(..self.length)?, low), 0]
            }
            2 => divide_two(&mut quotient, self.words.get(..self.length)?, high, low),
            _ => return None,
        };
        let negative = self.negative != divisor.negative;
        if negative && (rest | rest_high) != 0 {
            linear::add_assign(&mut quotient, &[1]);
            let borrow;
            (rest, borrow) = low.borrowing_sub(rest, false);
            (rest_high, _) = high.borrowing_sub(rest_high, borrow);
        }
        Some(((negative, quotient), (divisor.negative, [rest, rest_high, 0, 0, 0])))
    }
}

impl Operand<'_> {
    /// The same number to compute with in registers; nothing if it is too long.
    #[inline(always)]
    #[must_use]
    pub fn to_short(self) -> Option<Short> {
        Short::new(self.negative, self.words)
    }
}
