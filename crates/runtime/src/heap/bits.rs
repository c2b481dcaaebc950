//! Bits of ints that are not negative and have up to three words of 32 bits: what checksums, hashes and random numbers are
//! computed with.

use super::Heap;
use super::slot::{Kind, Slot};
use crate::object::BinaryOp;
use crate::value::{IS_SMALL, Value, Word};

/// The most words.
const WORDS: usize = 3;

impl Heap {
    /// `left op right` for an operator on bits, and shifts by less than a word. Nothing for others, for other values and
    /// longer results, where a collection is due, and where
    /// words are longer.
    #[inline(never)]
    pub(crate) fn combine_bits(&mut self, op: BinaryOp, left: Value, right: Value) -> Option<Value> {
        if !IS_SMALL {
            return None;
        }
        let ([a, b, c], [e, f, g]) = (self.few_words(left)?, self.few_words(right)?);
        let is_count = e < u32::BITS && f | g == 0;
        let words = match op {
            BinaryOp::And => [a & e, b & f, c & g],
            BinaryOp::Or => [a | e, b | f, c | g],
            BinaryOp::Xor => [a ^ e, b ^ f, c ^ g],
            // Two steps, for no word can be shifted by all of its bits at once.
            BinaryOp::LShift if is_count => {
                let carry = |word: u32| word >> 1 >> (u32::BITS - 1 - e);
                if carry(c) != 0 {
                    return None;
                }
                [a << e, b << e | carry(a), c << e | carry(b)]
            }
            BinaryOp::RShift if is_count => {
                let carry = |word: u32| word << 1 << (u32::BITS - 1 - e);
                [a >> e | carry(b), b >> e | carry(c), c >> e]
            }
            _ => return None,
        };
        let used = match words {
            [low, 0, 0] => {
                if let Some(small) = Value::try_small_int(i64::from(low)) {
                    return Some(small);
                }
                1
            }
            [_, _, 0] => 2,
            _ => WORDS,
        };
        if self.wants_collection() {
            return None;
        }
        let slot = Slot::new(Kind::Int, 0, 0, [used as u32, 0, 0]);
        let made = self.new_object(slot, used, |payload| {
            payload.push(words[0] as Word);
            if used > 1 {
                payload.push(words[1] as Word);
            }
            if used > 2 {
                payload.push(words[2] as Word);
            }
        });
        made.ok()
    }

    /// The words of an int, filled up with zeros.
    #[inline(always)]
    fn few_words(&self, value: Value) -> Option<[u32; WORDS]> {
        if let Some(int) = value.as_small_int() {
            return Some([u32::try_from(int).ok()?, 0, 0]);
        }
        let slot = self.slot_of_kind(value, Kind::Int)?;
        let (count, start) = (slot.a() as usize, slot.b() as usize);
        if slot.has(Slot::NEGATIVE) || count > WORDS {
            return None;
        }
        let word = |index: usize| if index < count { self.word(start + index) as u32 } else { 0 };
        Some([word(0), word(1), word(2)])
    }
}
