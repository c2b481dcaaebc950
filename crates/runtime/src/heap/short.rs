//! Up to 12 bytes held as machine words: what a string or bytes object that lies in its slot is made of and hashed by.

use super::slot::Slot;
use core::cmp::Ordering;

/// The bytes that a slot has room for.
pub(crate) const INLINE_BYTES: usize = 12;

/// At most [`INLINE_BYTES`] bytes, copied out of wherever they lie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Short {
    /// The bytes, the first one lowest, filled up with zeros.
    pub(super) words: [u64; 2],
    /// How many there are.
    pub(super) length: usize,
}

impl Short {
    pub(super) const EMPTY: Short = Short { words: [0; 2], length: 0 };

    /// Nothing if the bytes are too many.
    #[inline(always)]
    pub(super) fn of(bytes: &[u8]) -> Option<Short> {
        if bytes.len() > INLINE_BYTES {
            return None;
        }
        let words = match bytes.split_first_chunk::<8>() {
            Some((first, rest)) => [u64::from_le_bytes(*first), short_word(rest)],
            None => [short_word(bytes), 0],
        };
        Some(Short { words, length: bytes.len() })
    }

    /// The first bytes of some, if they are not too many. Where others follow, how many they are makes no difference to the
    /// processor, which can't foresee it.
    #[inline(always)]
    pub(super) fn of_first(bytes: &[u8], length: usize) -> Option<Short> {
        match bytes.first_chunk::<16>() {
            Some(chunk) if length <= INLINE_BYTES => Some(Short::of_whole(u128::from_le_bytes(*chunk), length)),
            _ => Short::of(bytes.get(..length)?),
        }
    }

    /// One byte.
    #[inline(always)]
    pub(super) const fn of_byte(byte: u8) -> Short {
        Short { words: [byte as u64, 0], length: 1 }
    }

    /// The order of the bytes.
    #[inline(always)]
    pub(crate) fn order(self, other: Short) -> Ordering {
        let in_order = |words: [u64; 2]| (words[0].swap_bytes(), words[1].swap_bytes());
        in_order(self.words).cmp(&in_order(other.words)).then(self.length.cmp(&other.length))
    }

    /// The decimal digits of a number that has no more than eight.
    #[inline]
    pub(super) fn of_decimal(number: u32) -> Short {
        // Halves of four digits, then of two, then of one, side by side: 10486 / 2^20 is a little more than 1 / 100, and
        // 103 / 2^10 than 1 / 10, which divides so small numbers exactly.
        let halves = u64::from(number / 10_000) | u64::from(number % 10_000) << 32;
        let hundreds = ((halves * 10_486) >> 20) & 0x0000_007f_0000_007f;
        let pairs = hundreds | (halves - 100 * hundreds) << 16;
        let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
        let digits = tens | (pairs - 10 * tens) << 8;
        let leading = (digits.trailing_zeros() / 8).min(7);
        let text = (digits | 0x3030_3030_3030_3030) >> (8 * leading);
        Short { words: [text, 0], length: 8 - leading as usize }
    }

    /// The decimal digits of a number that has no more than eight, and how many there are.
    #[inline]
    pub(crate) fn decimal(number: u32) -> ([u8; 8], usize) {
        let digits = Short::of_decimal(number);
        (digits.words[0].to_le_bytes(), digits.length)
    }

    /// The bytes of an inline string or bytes object.
    #[inline(always)]
    pub(super) fn of_slot(slot: &Slot) -> Short {
        let [a, b, c] = slot.words.map(|word| u64::from(u32::from_le(word)));
        Short { words: [a | b << 32, c], length: slot.aux as usize }
    }

    /// The words of the slot.
    #[inline(always)]
    pub(super) fn slot_words(self) -> [u32; 3] {
        let [first, second] = self.words;
        [first as u32, (first >> 32) as u32, second as u32].map(u32::to_le)
    }

    #[inline(always)]
    pub(super) fn is_ascii(self) -> bool {
        (self.words[0] | self.words[1]) & 0x8080_8080_8080_8080 == 0
    }

    /// The byte, if it is only one.
    #[inline(always)]
    pub(super) fn single(self) -> Option<u8> {
        (self.length == 1).then_some(self.words[0] as u8)
    }

    /// These bytes and the others behind them; nothing if they are too many.
    #[inline(always)]
    pub(super) fn joined(self, other: Short) -> Option<Short> {
        let length = self.length + other.length;
        if length > INLINE_BYTES {
            return None;
        }
        let whole = |words: [u64; 2]| u128::from(words[0]) | u128::from(words[1]) << 64;
        let joined = whole(self.words) | whole(other.words) << (8 * self.length);
        Some(Short { words: [joined as u64, (joined >> 64) as u64], length })
    }
}

/// A byte in all places of a word.
const fn everywhere(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

/// A byte in all places of a short string, whether there is one or not.
const fn in_all_places(byte: u8) -> u128 {
    everywhere(byte) as u128 | (everywhere(byte) as u128) << 64
}

/// The bit 0x20 in the place of each byte from `first` to `last`, which are ASCII letters; other bytes are ASCII too. On
/// one wide number: two words side by side are taken through vector registers, which takes longer.
const fn case_bits(whole: u128, first: u8, last: u8) -> u128 {
    let from = whole + in_all_places(0x80 - first);
    let behind = whole + in_all_places(0x7f - last);
    ((from ^ behind) & in_all_places(0x80)) >> 2
}

/// What strings that consist of ASCII characters do.
impl Short {
    /// With small letters for capitals.
    #[inline(always)]
    pub(crate) fn to_lowercase(self) -> Short {
        let whole = self.whole();
        Short::of_words(whole | case_bits(whole, b'A', b'Z'), self.length)
    }

    /// With capitals for small letters.
    #[inline(always)]
    pub(crate) fn to_uppercase(self) -> Short {
        let whole = self.whole();
        Short::of_words(whole & !case_bits(whole, b'a', b'z'), self.length)
    }

    /// How many bytes there are.
    #[inline(always)]
    pub(crate) const fn len(self) -> usize {
        self.length
    }

    /// Whether there are the same bytes in both.
    #[inline(always)]
    pub(crate) fn is(self, other: Short) -> bool {
        self.words == other.words && self.length == other.length
    }

    #[inline(always)]
    fn whole(self) -> u128 {
        u128::from(self.words[0]) | u128::from(self.words[1]) << 64
    }

    /// What lies behind the end is zero.
    #[inline(always)]
    const fn of_words(whole: u128, length: usize) -> Short {
        Short { words: [whole as u64, (whole >> 64) as u64], length }
    }

    #[inline(always)]
    fn of_whole(whole: u128, length: usize) -> Short {
        Short::of_words(whole & ((1 << (8 * length)) - 1), length)
    }

    /// Whether the bytes start with others.
    #[inline(always)]
    pub(crate) fn starts_with(self, other: Short) -> bool {
        other.length <= self.length && Short::of_whole(self.whole(), other.length).is(other)
    }

    /// Whether the bytes end with others.
    #[inline(always)]
    pub(crate) fn ends_with(self, other: Short) -> bool {
        match self.length.checked_sub(other.length) {
            Some(before) => self.whole() >> (8 * before) == other.whole(),
            None => false,
        }
    }

    /// What is left without bytes at the ends that the condition holds for.
    #[inline(always)]
    pub(crate) fn stripped(self, left: bool, right: bool, strips: impl Fn(u8) -> bool) -> Short {
        let bytes: [u8; 16] = bytemuck::cast(self.words.map(u64::to_le));
        let (mut start, mut end) = (0, self.length);
        while left && start < end && strips(bytes[start & 15]) {
            start += 1;
        }
        while right && start < end && strips(bytes[(end - 1) & 15]) {
            end -= 1;
        }
        // Most often nothing is stripped.
        if end - start == self.length { self } else { Short::of_whole(self.whole() >> (8 * start), end - start) }
    }

    /// The bytes in reverse order.
    #[inline(always)]
    pub(crate) fn reversed(self) -> Short {
        let whole = self.whole().swap_bytes().unbounded_shr(128 - 8 * self.length as u32);
        Short::of_words(whole, self.length)
    }

    /// Whether a byte is among them.
    #[inline(always)]
    pub(crate) fn has(self, byte: u8) -> bool {
        let pattern = everywhere(byte);
        // A zero in the difference is where the byte is; zeros behind the end are none of the bytes.
        let is_in = |word: u64| {
            let difference = word ^ pattern;
            difference.wrapping_sub(everywhere(1)) & !difference & everywhere(0x80) != 0
        };
        match byte {
            0 => (0..self.length).any(|place| (self.whole() >> (8 * place)) as u8 == 0),
            _ => is_in(self.words[0]) || is_in(self.words[1]),
        }
    }
}

/// Less than 8 bytes as a word, low byte first.
#[inline(always)]
fn short_word(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // The two halves overlap in bytes that are the same.
        (Some(first), Some(last)) => {
            let shift = 8 * (bytes.len() as u32 - 4);
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << shift
        }
        _ => match *bytes {
            [] => 0,
            [a] => u64::from(a),
            [a, b] => u64::from(u16::from_le_bytes([a, b])),
            [a, b, c, ..] => u64::from(u16::from_le_bytes([a, b])) | u64::from(c) << 16,
        },
    }
}
