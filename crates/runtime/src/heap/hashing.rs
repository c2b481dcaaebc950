//! The hash of text and bytes: keyed with a secret that each process draws anew, so that chosen keys can't collide on purpose.
//! 32 bits, never 0, the same for equal contents wherever they lie.

use super::Heap;
use super::short::Short;
use crate::value::IS_SMALL;

impl Heap {
    /// The hash of bytes, as a positive number.
    #[must_use]
    pub fn hash_bytes(&self, bytes: &[u8]) -> u64 {
        match Short::of(bytes) {
            Some(short) => self.hash_short(short),
            None if IS_SMALL => self.hash_by_words(bytes),
            None => self.hash_by_products(bytes),
        }
    }

    /// As [`Heap::hash_bytes`], of what fits a slot.
    #[inline]
    pub(super) fn hash_short(&self, text: Short) -> u64 {
        let [first, second] = text.words;
        if IS_SMALL {
            let words = [first as u32, (first >> 32) as u32, second as u32];
            return self.hash_words(text.length, words.into_iter());
        }
        // One folded multiplication: each half of the text meets a half of the secret.
        let [start, factor] = self.hash_key;
        folded(product(first ^ start ^ text.length as u64, second ^ (factor | 1)))
    }

    /// Folded multiplications of eight bytes with the secret.
    fn hash_by_products(&self, bytes: &[u8]) -> u64 {
        let [start, factor] = self.hash_key;
        let fold = |state: u64, word: u64| product(state ^ word, factor | 1);
        let (words, rest) = bytes.as_chunks::<8>();
        let mut state = start ^ bytes.len() as u64;
        for word in words {
            state = fold(state, u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            // What is left, and some bytes of before again.
            let last = bytes.last_chunk().copied().unwrap_or_default();
            state = fold(state, u64::from_le_bytes(last));
        }
        folded(fold(state, start.rotate_left(32)))
    }

    /// Four bytes at a time: where words have 32 bits a product of more than that takes as long as many of them.
    #[inline(never)]
    fn hash_by_words(&self, bytes: &[u8]) -> u64 {
        let (words, _) = bytes.as_chunks::<4>();
        let last = bytes.last_chunk().copied().unwrap_or_default();
        let words = words.iter().copied().chain([last]);
        self.hash_words(bytes.len(), words.map(u32::from_le_bytes))
    }

    #[inline(always)]
    fn hash_words(&self, length: usize, words: impl Iterator<Item = u32>) -> u64 {
        let [start, factor] = self.hash_key.map(|key| key as u32);
        let mut state = start ^ length as u32;
        for word in words {
            state = (state ^ word).wrapping_mul(factor | 1);
            state ^= state >> 15;
        }
        u64::from(state.wrapping_mul(0x9E37_79B1).max(1))
    }
}

/// The two halves of a product of 128 bits, laid over each other.
#[inline(always)]
fn product(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// A state of 64 bits as a hash.
#[inline(always)]
fn folded(state: u64) -> u64 {
    u64::from((state as u32 ^ (state >> 32) as u32).max(1))
}
