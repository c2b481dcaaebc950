//! Sums, bitwise operations, shifts and products.

use super::Word;
use crate::natural::{Digit, linear, multiply};
use core::cmp::Ordering;

/// The longest shorter factor of a product.
const SHORT: usize = 24;

/// An integer whose magnitude lies in somebody's words.
#[derive(Clone, Copy, Debug)]
pub struct Operand<'a> {
    pub(super) negative: bool,
    pub(super) words: &'a [Word],
}

/// An operation on two's complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bitwise {
    /// `left & right`
    And,
    /// `left | right`
    Or,
    /// `left ^ right`
    Xor,
}

impl<'a> Operand<'a> {
    /// An integer from sign and magnitude; leading zeros are passed over.
    #[inline]
    #[must_use]
    pub fn new(negative: bool, words: &'a [Word]) -> Self {
        Self { negative, words: linear::trim(words) }
    }

    /// The words of the magnitude, without leading zeros.
    #[must_use]
    pub const fn words(self) -> &'a [Word] {
        self.words
    }

    /// The integer with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { negative: !self.negative, words: self.words }
    }

    /// The number, if it is not negative and a word holds it.
    #[must_use]
    pub fn to_count(self) -> Option<usize> {
        match self.words {
            [] => Some(0),
            [word] if !self.negative => usize::try_from(*word).ok(),
            _ => None,
        }
    }

    /// The words that a sum, a difference or a bitwise result needs.
    #[inline]
    #[must_use]
    pub fn room_for_sum(self, other: Operand<'_>) -> usize {
        self.words.len().max(other.words.len()).saturating_add(1)
    }

    /// The sum.
    #[inline]
    pub fn add(self, other: Operand<'_>, out: &mut [Word]) -> bool {
        let (long, short) = if self.words.len() >= other.words.len() { (self, other) } else { (other, self) };
        if self.negative == other.negative {
            let mut carry = false;
            linear::combine(out, long.words, short.words, |left, right| {
                let sum;
                (sum, carry) = left.carrying_add(right, carry);
                sum
            });
            return self.negative;
        }
        // Only numbers of one length can be the wrong way round.
        let is_less = linear::compare(long.words, short.words) == Ordering::Less;
        let (large, small) = if is_less { (short, long) } else { (long, short) };
        let mut borrow = false;
        linear::combine(out, large.words, small.words, |left, right| {
            let difference;
            (difference, borrow) = left.borrowing_sub(right, borrow);
            difference
        });
        large.negative
    }

    /// The number with the other sign.
    pub fn negate(self, out: &mut [Word]) -> bool {
        linear::place(out, self.words);
        !self.negative
    }

    /// And, or, exclusive or.
    #[inline]
    pub fn bitwise(self, other: Operand<'_>, operation: Bitwise, out: &mut [Word]) -> bool {
        match operation {
            Bitwise::And => self.combine_bits(other, out, |left, right| left & right),
            Bitwise::Or => self.combine_bits(other, out, |left, right| left | right),
            Bitwise::Xor => self.combine_bits(other, out, |left, right| left ^ right),
        }
    }

    #[inline]
    fn combine_bits(self, other: Operand<'_>, out: &mut [Word], operation: impl Fn(Word, Word) -> Word) -> bool {
        let (long, short) = if self.words.len() >= other.words.len() { (self, other) } else { (other, self) };
        if !self.negative && !other.negative {
            linear::combine(out, long.words, short.words, operation);
            return false;
        }
        // A negative number reads as the complement of its magnitude minus one, and the result is turned back.
        let negative = operation(sign_word(self.negative), sign_word(other.negative)) != 0;
        let mut carries = (long.negative, short.negative, negative);
        linear::combine(out, long.words, short.words, |left, right| {
            let left = complement(left, long.negative, &mut carries.0);
            let right = complement(right, short.negative, &mut carries.1);
            complement(operation(left, right), negative, &mut carries.2)
        });
        negative
    }

    /// The words that the number shifted left needs; nothing if they are more than can be counted.
    #[must_use]
    pub fn room_for_left_shift(self, count: usize) -> Option<usize> {
        self.words.len().checked_add(count / WORD_BITS)?.checked_add(1)
    }

    /// `self << count`
    pub fn shift_left(self, count: usize, out: &mut [Word]) -> bool {
        let (low, high) = out.split_at_mut_checked(count / WORD_BITS).unwrap_or((&mut [], &mut []));
        low.fill(0);
        let bits = (count % WORD_BITS) as u32;
        let mut below = 0;
        linear::combine(high, self.words, &[], |word, _| {
            let shifted = if bits == 0 { word } else { word << bits | below >> Word::BITS.wrapping_sub(bits) };
            below = word;
            shifted
        });
        self.negative
    }

    /// The words that the number shifted right needs.
    #[must_use]
    pub const fn room_for_right_shift(self, count: usize) -> usize {
        self.words.len().saturating_sub(count / WORD_BITS).saturating_add(1)
    }

    /// `self >> count`, rounded down.
    pub fn shift_right(self, count: usize, out: &mut [Word]) -> bool {
        let (lost, kept) = self.words.split_at_checked(count / WORD_BITS).unwrap_or((self.words, &[]));
        let bits = (count % WORD_BITS) as u32;
        let above = kept.get(1..).unwrap_or(&[]);
        linear::combine(out, kept, above, |word, above| {
            if bits == 0 { word } else { word >> bits | above << Word::BITS.wrapping_sub(bits) }
        });
        let part = kept.first().is_some_and(|word| bits > 0 && word << Word::BITS.wrapping_sub(bits) != 0);
        if self.negative && (part || lost.iter().any(|word| *word != 0)) {
            linear::add_assign(out, &[1]);
        }
        self.negative
    }

    /// The words that the product needs; nothing if no factor is short.
    #[inline]
    #[must_use]
    pub fn room_for_product(self, other: Operand<'_>) -> Option<usize> {
        if self.words.len().min(other.words.len()) > SHORT {
            return None;
        }
        Some(self.words.len().saturating_add(other.words.len()))
    }

    /// The product. The room is that of [`Operand::room_for_product`].
    #[inline]
    pub fn multiply(self, other: Operand<'_>, out: &mut [Word]) -> bool {
        let (long, short) = if self.words.len() >= other.words.len() { (self, other) } else { (other, self) };
        let length = long.words.len().saturating_add(short.words.len());
        if let Some(out) = out.get_mut(..length) {
            if let ([left], [right]) = (long.words, short.words) {
                let (low, high) = left.multiply_add(*right, 0, 0);
                out.copy_from_slice(&[low, high]);
            } else if core::ptr::eq(self.words, other.words) {
                multiply::schoolbook_square(out, self.words);
            } else {
                multiply::schoolbook(out, long.words, short.words);
            }
        }
        self.negative != other.negative
    }
}

pub(super) const WORD_BITS: usize = Word::BITS as usize;

/// The sign of two's complement.
const fn sign_word(negative: bool) -> Word {
    if negative { Word::MAX } else { 0 }
}

/// A word of the complement of a magnitude, or of a magnitude.
#[inline(always)]
fn complement(word: Word, negative: bool, carry: &mut bool) -> Word {
    let result;
    (result, *carry) = (word ^ sign_word(negative)).carrying_add(0, *carry);
    result
}
