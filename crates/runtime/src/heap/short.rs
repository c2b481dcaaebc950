//! Up to 12 bytes held as machine words: what a string or bytes object that lies in its slot is made of and hashed by.

use super::slot::Slot;

/// The bytes that a slot has room for.
pub(super) const INLINE_BYTES: usize = 12;

/// At most [`INLINE_BYTES`] bytes, copied out of wherever they lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Short {
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
