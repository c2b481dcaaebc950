//! The Mersenne Twister MT19937 of M. Matsumoto and T. Nishimura ("Mersenne Twister: A 623-dimensionally equidistributed
//! uniform pseudorandom number generator", 1998), seeded by an array of words as their version of 2002 does it.

/// How many words the state has.
pub(super) const WORDS: usize = 624;
/// How far away the word is that each word is mixed with.
const SHIFT: usize = 397;
const MATRIX: u32 = 0x9908_b0df;
const UPPER_BIT: u32 = 0x8000_0000;

/// A state that can be computed with, outside the heap.
#[derive(Clone, Debug)]
pub(super) struct Words(pub(super) [u32; WORDS]);

impl Words {
    fn get(&self, index: usize) -> u32 {
        self.0.get(index % WORDS).copied().unwrap_or(0)
    }

    fn set(&mut self, index: usize, word: u32) {
        if let Some(place) = self.0.get_mut(index % WORDS) {
            *place = word;
        }
    }

    /// The state that one word gives.
    fn from_word(seed: u32) -> Words {
        let mut words = Words([0; WORDS]);
        let mut last = seed;
        words.set(0, last);
        for index in 1..WORDS {
            last = (last ^ last >> 30).wrapping_mul(1_812_433_253).wrapping_add(index as u32);
            words.set(index, last);
        }
        words
    }

    /// The state that an array of words gives, which is not empty.
    pub(super) fn from_array(key: &[u32]) -> Words {
        let mut words = Words::from_word(19_650_218);
        let mut at = 1;
        // Each word depends on the one before; the first one takes part as the last.
        let step = |words: &mut Words, at: usize, factor: u32, add: u32, subtract: u32| {
            let before = words.get(at + WORDS - 1);
            let mixed = words.get(at) ^ (before ^ before >> 30).wrapping_mul(factor);
            words.set(at, mixed.wrapping_add(add).wrapping_sub(subtract));
            if at + 1 < WORDS {
                return at + 1;
            }
            let last = words.get(WORDS - 1);
            words.set(0, last);
            1
        };
        for (number, &word) in key.iter().enumerate().cycle().take(key.len().max(WORDS)) {
            at = step(&mut words, at, 1_664_525, word.wrapping_add(number as u32), 0);
        }
        for _ in 1..WORDS {
            at = step(&mut words, at, 1_566_083_941, 0, at as u32);
        }
        words.set(0, UPPER_BIT);
        words
    }

    /// All words anew.
    pub(super) fn twist(&mut self) {
        for index in 0..WORDS {
            let joined = self.get(index) & UPPER_BIT | self.get(index + 1) & !UPPER_BIT;
            let mixed = self.get(index + SHIFT) ^ joined >> 1 ^ if joined & 1 == 0 { 0 } else { MATRIX };
            self.set(index, mixed);
        }
    }
}

/// The number that a word of the state gives.
pub(super) const fn temper(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c_5680;
    word ^= word << 15 & 0xefc6_0000;
    word ^ word >> 18
}
