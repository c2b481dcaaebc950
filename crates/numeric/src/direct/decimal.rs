//! Decimal text of a few words, made and read on the stack.

use super::operand::WORD_BITS;
use super::{Operand, Word};
use crate::natural::divide::Reciprocal;
use crate::natural::linear::{self, divide_by};

/// The most words of a number whose decimal text is made or read here.
const TEXT_WORDS: usize = 512 / WORD_BITS;
/// Room for the decimal text of that many words.
pub const TEXT_LENGTH: usize = 160;
/// The most decimal digits that these words hold for certain.
const TEXT_DIGITS: usize = 150;
/// The decimal digits that a word holds for certain.
const CHUNK: usize = if WORD_BITS == 64 { 19 } else { 9 };
/// Ten to that power.
const CHUNK_POWER: Word = (10 as Word).wrapping_pow(CHUNK as u32);

/// The decimal text of a number of a few words, in the end of the buffer; nothing if there are more words.
pub fn decimal<'a>(number: Operand<'_>, text: &'a mut [u8; TEXT_LENGTH]) -> Option<&'a [u8]> {
    let mut words = [0; TEXT_WORDS];
    let words = words.get_mut(..number.words.len())?;
    words.copy_from_slice(number.words);
    let (mut used, mut length) = (words.len(), 0usize);
    let shift = CHUNK_POWER.leading_zeros();
    let reciprocal = Reciprocal::new(CHUNK_POWER << shift);
    loop {
        let rest = words.get_mut(..used)?;
        let mut chunk = divide_by(rest, &reciprocal, shift);
        used = linear::trim(rest).len();
        for _ in 0..CHUNK {
            if used == 0 && chunk == 0 {
                break;
            }
            let place = TEXT_LENGTH.checked_sub(length.wrapping_add(1))?;
            *text.get_mut(place)? = b'0'.wrapping_add((chunk % 10) as u8);
            chunk /= 10;
            length = length.wrapping_add(1);
        }
        if used == 0 {
            break;
        }
    }
    let sign = TEXT_LENGTH.checked_sub(length.wrapping_add(1))?;
    *text.get_mut(sign)? = if number.negative { b'-' } else { b'0' };
    text.get(if number.negative || length == 0 { sign } else { sign.wrapping_add(1) }..)
}

/// What a short decimal text spells: a sign and the words of a magnitude.
#[derive(Clone, Copy, Debug)]
pub struct Parsed {
    negative: bool,
    words: [Word; TEXT_WORDS],
    used: usize,
}

impl Parsed {
    /// The number.
    #[must_use]
    pub fn operand(&self) -> Operand<'_> {
        Operand::new(self.negative, self.words.get(..self.used).unwrap_or(&self.words))
    }
}

/// Reads a decimal number of a sign and digits only; nothing if the text is anything else, or longer than a few words
/// hold.
#[must_use]
pub fn parse_decimal(text: &[u8]) -> Option<Parsed> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() || digits.len() > TEXT_DIGITS {
        return None;
    }
    let mut parsed = Parsed { negative, words: [0; TEXT_WORDS], used: 0 };
    // The first chunk is the short one, so that all others have the same power.
    let (first, rest) = digits.split_at_checked(digits.len() % CHUNK)?;
    for chunk in core::iter::once(first).chain(rest.chunks(CHUNK)) {
        let mut value: Word = 0;
        for digit in chunk {
            let place = digit.wrapping_sub(b'0');
            if place > 9 {
                return None;
            }
            value = value.wrapping_mul(10).wrapping_add(Word::from(place));
        }
        let carry = linear::multiply_digit(parsed.words.get_mut(..parsed.used)?, CHUNK_POWER, value);
        if carry != 0 {
            *parsed.words.get_mut(parsed.used)? = carry;
            parsed.used = parsed.used.wrapping_add(1);
        }
    }
    Some(parsed)
}
