//! Big ints, floats that are not immediate, and complex numbers in the heap.

use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};
use ferropy_numeric::IntegerRef;

const LIMBS_PER_WORD: usize = size_of::<Word>() / 4;

impl Heap {
    /// An int of any size from a machine integer.
    #[inline(always)]
    pub fn new_int(&mut self, value: i64) -> Result<Value, OutOfMemory> {
        match Value::try_small_int(value) {
            Some(small) => Ok(small),
            None => self.new_int_slow(value),
        }
    }

    #[cold]
    #[inline(never)]
    fn new_int_slow(&mut self, value: i64) -> Result<Value, OutOfMemory> {
        let magnitude = value.unsigned_abs();
        let limbs = [magnitude as u32, (magnitude >> 32) as u32];
        if LIMBS_PER_WORD != 2 {
            return self.new_big_int(value < 0, &limbs);
        }
        // What is no small int in the wide form has two limbs: one word.
        let flags = if value < 0 { Slot::NEGATIVE } else { 0 };
        self.new_object(Slot::new(Kind::Int, flags, 0, [2, 0, 0]), 1, |payload| {
            let mut word: Word = 0;
            for (place, limb) in bytemuck::cast_slice_mut(core::slice::from_mut(&mut word)).iter_mut().zip(limbs) {
                *place = limb;
            }
            payload.push(word);
        })
    }

    /// The int, if it is one of 64 bits; nothing for bools.
    #[inline]
    pub(crate) fn int64(&self, value: Value) -> Option<i64> {
        match value.as_small_int() {
            Some(int) => Some(int),
            None => self.big_int(value)?.to_i64(),
        }
    }

    /// An int from sign and limbs, smallest limb first. Small values become small ints, leading zeros are dropped.
    pub fn new_big_int(&mut self, negative: bool, limbs: &[u32]) -> Result<Value, OutOfMemory> {
        let used = limbs.iter().rposition(|&limb| limb != 0).map_or(0, |last| last + 1);
        let limbs = limbs.get(..used).unwrap_or(limbs);
        if used <= 2 {
            let low = limbs.iter().rev().fold(0u64, |value, &limb| value << 32 | u64::from(limb));
            let value = if negative { 0i128 - i128::from(low) } else { i128::from(low) };
            if let Some(small) = i64::try_from(value).ok().and_then(Value::try_small_int) {
                return Ok(small);
            }
        }
        let flags = if negative { Slot::NEGATIVE } else { 0 };
        let words = limbs.len().div_ceil(LIMBS_PER_WORD);
        self.new_object(Slot::new(Kind::Int, flags, 0, [limbs.len() as u32, 0, 0]), words, |payload| {
            let start = payload.len();
            payload.resize(start + words, 0);
            if let Some(place) = payload.get_mut(start..) {
                let place: &mut [u32] = bytemuck::cast_slice_mut(place);
                for (to, &from) in place.iter_mut().zip(limbs) {
                    *to = from;
                }
            }
        })
    }

    /// Sign and limbs of an int that is not a small int.
    #[must_use]
    pub fn big_int(&self, value: Value) -> Option<IntegerRef<'_>> {
        let slot = self.slot_of_kind(value, Kind::Int)?;
        let limbs: &[u32] = bytemuck::cast_slice(self.block(slot.b()));
        Some(IntegerRef::new(slot.has(Slot::NEGATIVE), limbs.get(..slot.a() as usize).unwrap_or(limbs)))
    }

    /// A float.
    #[inline(always)]
    pub fn new_float(&mut self, value: f64) -> Result<Value, OutOfMemory> {
        if Value::FLOATS_ARE_IMMEDIATE {
            return Ok(Value::immediate_float(value));
        }
        let bits = value.to_bits();
        self.new_slot(Slot::new(Kind::Float, 0, 0, [0, bits as u32, (bits >> 32) as u32]))
    }

    /// The number, if the value is a float.
    #[inline(always)]
    #[must_use]
    pub fn float(&self, value: Value) -> Option<f64> {
        if Value::FLOATS_ARE_IMMEDIATE {
            return value.as_immediate_float();
        }
        let slot = self.slot_of_kind(value, Kind::Float)?;
        Some(f64::from_bits(u64::from(slot.b()) | u64::from(slot.c()) << 32))
    }

    /// A complex number.
    pub fn new_complex(&mut self, real: f64, imaginary: f64) -> Result<Value, OutOfMemory> {
        let words: [u64; 2] = [real.to_bits(), imaginary.to_bits()];
        let words: &[Word] = bytemuck::cast_slice(&words);
        self.new_object(Slot::new(Kind::Complex, 0, 0, [0; 3]), words.len(), |payload| payload.extend_from_slice(words))
    }

    /// Real and imaginary part, if the value is a complex number.
    #[must_use]
    pub fn complex(&self, value: Value) -> Option<(f64, f64)> {
        let slot = self.slot_of_kind(value, Kind::Complex)?;
        let mut bits = [0u64; 2];
        let words: &mut [Word] = bytemuck::cast_slice_mut(&mut bits);
        for (to, &from) in words.iter_mut().zip(self.block(slot.b())) {
            *to = from;
        }
        Some((f64::from_bits(bits[0]), f64::from_bits(bits[1])))
    }
}
