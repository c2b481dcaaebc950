//! Big ints, floats that are not immediate, and complex numbers in the heap.

use super::header::HEADER;
use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};
use core::cmp::Ordering;
use ferropy_numeric::IntegerRef;
use ferropy_numeric::direct::{self, Operand, Short, ShortResult};

const LIMBS_PER_WORD: usize = size_of::<Word>() / 4;

/// Where an int lies that is computed with.
#[derive(Clone, Copy)]
struct Place {
    negative: bool,
    start: usize,
    /// 0 for what fits a word: it is in `word`.
    length: usize,
    word: Word,
}

impl Place {
    #[inline(always)]
    fn operand<'a>(&'a self, payload: &'a [Word]) -> Operand<'a> {
        let words = match self.length {
            0 => core::slice::from_ref(&self.word),
            length => payload.get(self.start..self.start + length).unwrap_or(&[]),
        };
        Operand::new(self.negative, bytemuck::cast_slice(words))
    }
}

/// How many words there are without leading zeros.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn used_words(words: &[Word]) -> usize {
    words.iter().rposition(|&word| word != 0).map_or(0, |last| last + 1)
}

/// The int of the words, if it fits a word itself.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn small_int(negative: bool, words: &[Word]) -> Option<Value> {
    let magnitude = match *words {
        [] => 0,
        [word] => i64::try_from(word).ok()?,
        _ => return None,
    };
    Value::try_small_int(if negative { -magnitude } else { magnitude })
}

/// The order of two floats by the words of their slots; nothing if one of them is infinite or not a number.
#[inline(always)]
fn order_of_floats([_, low, high]: [u32; 3], [_, other_low, other_high]: [u32; 3]) -> Option<Ordering> {
    // The upper words without the sign; infinity and what lies above it are no numbers.
    const INFINITE: u32 = 0x7FF0_0000 << 1;
    let (shifted, other_shifted) = (high << 1, other_high << 1);
    if shifted >= INFINITE || other_shifted >= INFINITE {
        return None;
    }
    let (negative, other_negative) = (high >> 31 != 0, other_high >> 31 != 0);
    if negative != other_negative && shifted | other_shifted | low | other_low == 0 {
        return Some(Ordering::Equal);
    }
    // Magnitudes are in the order of their bits.
    let order = if negative != other_negative {
        Ordering::Greater
    } else if shifted != other_shifted {
        shifted.cmp(&other_shifted)
    } else {
        low.cmp(&other_low)
    };
    Some(if negative { order.reverse() } else { order })
}

impl Heap {
    /// An int of any size from a machine integer.
    #[cfg_attr(not(target_os = "none"), inline(always))]
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
            let flags = if value < 0 { Slot::NEGATIVE } else { 0 };
            let used = if limbs[1] == 0 { 1 } else { 2 };
            return self.new_object(Slot::new(Kind::Int, flags, 0, [used as u32, 0, 0]), used, |payload| {
                for &limb in limbs.iter().take(used) {
                    payload.push(limb as Word);
                }
            });
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
    #[inline(always)]
    pub(crate) fn int64(&self, value: Value) -> Option<i64> {
        if let Some(int) = value.as_small_int() {
            return Some(int);
        }
        // Most have more limbs.
        let slot = self.slot_of_kind(value, Kind::Int).filter(|slot| slot.a() <= 2)?;
        let low = u128::from(self.word(slot.b() as usize)) as u64;
        let magnitude = match (LIMBS_PER_WORD, slot.a()) {
            (2, _) | (_, 1) => low,
            _ => (u128::from(self.word(slot.b() as usize + 1)) as u64) << 32 | low,
        };
        let int = if slot.has(Slot::NEGATIVE) { (magnitude as i64).wrapping_neg() } else { magnitude as i64 };
        // The sign is another one where the magnitude needs all bits.
        (slot.has(Slot::NEGATIVE) == (int < 0)).then_some(int)
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

    /// Where an int or bool lies.
    #[inline(always)]
    fn place_of_int(&self, value: Value) -> Option<Place> {
        if let Some(int) = value.as_small_int() {
            return Some(Place { negative: int < 0, start: 0, length: 0, word: int.unsigned_abs() as Word });
        }
        if value.is_bool() {
            return Some(Place { negative: false, start: 0, length: 0, word: Word::from(value == Value::TRUE) });
        }
        let slot = self.slot_of_kind(value, Kind::Int)?;
        let length = (slot.a() as usize).div_ceil(LIMBS_PER_WORD);
        Some(Place { negative: slot.has(Slot::NEGATIVE), start: slot.b() as usize, length, word: 0 })
    }

    /// The int that `fill` computes of two others into so many words as `room` says, and whose sign it returns. Nothing if
    /// one of them isn't an int, `room` gives nothing, or there is no memory.
    #[inline(always)]
    pub(crate) fn compute_int(
        &mut self,
        left: Value,
        right: Value,
        room: impl FnOnce(Operand<'_>, Operand<'_>) -> Option<usize>,
        fill: impl Fn(Operand<'_>, Operand<'_>, &mut [direct::Word]) -> bool,
    ) -> Option<Value> {
        const SPLIT: usize = size_of::<Word>() / size_of::<direct::Word>();
        const FEW: usize = 8;
        let (left, right) = (self.place_of_int(left)?, self.place_of_int(right)?);
        let (a, b) = (left.operand(&self.payload), right.operand(&self.payload));
        let room = room(a, b)?.div_ceil(SPLIT);
        if room <= FEW {
            let mut words = [0; FEW];
            let out = words.get_mut(..room)?;
            let negative = fill(a, b, bytemuck::cast_slice_mut(out));
            return self.new_int_of_words(negative, out);
        }
        self.prepare_object(room).ok()?;
        let start = self.payload.len();
        self.payload.extend_unwritten(HEADER + room);
        let (before, new) = self.payload.split_at_mut_checked(start)?;
        let out = new.get_mut(HEADER..HEADER + room)?;
        let negative = fill(left.operand(before), right.operand(before), bytemuck::cast_slice_mut(out));
        let used = used_words(out);
        if let Some(small) = small_int(negative, out.get(..used)?) {
            self.payload.truncate(start);
            return Some(small);
        }
        self.payload.truncate(start + HEADER + used);
        let header = super::header::header(self.next_slot(), used);
        if let Some(at) = self.payload.get_mut(start..).and_then(|block| block.first_chunk_mut()) {
            *at = header;
        }
        let mut slot = Heap::int_slot(negative, self.payload.get(start + HEADER..start + HEADER + used)?);
        slot.words[1] = (start + HEADER) as u32;
        Some(self.fill_slot(slot))
    }

    /// An int of a few words, which may have leading zeros.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn new_int_of_words(&mut self, negative: bool, words: &[Word]) -> Option<Value> {
        let words = words.get(..used_words(words))?;
        if let Some(small) = small_int(negative, words) {
            return Some(small);
        }
        let slot = Heap::int_slot(negative, words);
        self.new_object(slot, words.len(), |payload| payload.extend_from_slice(words)).ok()
    }

    /// The slot of an int with these words, without its place.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn int_slot(negative: bool, words: &[Word]) -> Slot {
        let is_half = LIMBS_PER_WORD == 2 && words.last().is_some_and(|&top| u128::from(top) >> 32 == 0);
        let limbs = LIMBS_PER_WORD * words.len() - usize::from(is_half);
        Slot::new(Kind::Int, if negative { Slot::NEGATIVE } else { 0 }, 0, [limbs as u32, 0, 0])
    }

    /// The int of a result of [`direct::Short`], or nothing.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn compute_short(
        &mut self,
        left: Value,
        right: Value,
        compute: impl FnOnce(Short, Short) -> Option<ShortResult>,
    ) -> Option<Value> {
        let (left, right) = (self.place_of_int(left)?, self.place_of_int(right)?);
        let (a, b) = (left.operand(&self.payload).to_short()?, right.operand(&self.payload).to_short()?);
        let (negative, words) = compute(a, b)?;
        const SPLIT: usize = size_of::<Word>() / size_of::<direct::Word>();
        if SPLIT == 1 {
            return self.new_int_of_words(negative, bytemuck::try_cast_slice(&words).ok()?);
        }
        self.new_int_of(Operand::new(negative, &words))
    }

    /// The int with the other sign, of one that does not fit a word.
    pub(crate) fn negated_int(&mut self, value: Value) -> Option<Value> {
        let slot = *self.slot_of_kind(value, Kind::Int)?;
        if slot.a() as usize > LIMBS_PER_WORD {
            // It stays too large for a word.
            let start = slot.b() as usize;
            let length = (slot.a() as usize).div_ceil(LIMBS_PER_WORD);
            let negated = Slot::new(Kind::Int, !slot.flags & Slot::NEGATIVE, 0, [slot.a(), 0, 0]);
            return self
                .new_object(negated, length, |payload| {
                    if start + length <= payload.len() {
                        payload.extend_from_within(start..start + length);
                    }
                })
                .ok();
        }
        self.compute_int(value, Value::small_int(0), |a, _| Some(a.words().len()), |a, _, out| a.negate(out))
    }

    /// The order of two ints that don't fit words.
    #[inline]
    pub(crate) fn int_order(&self, left: Value, right: Value) -> Option<Ordering> {
        let (a, b) = (self.slot_of_kind(left, Kind::Int)?, self.slot_of_kind(right, Kind::Int)?);
        let is_negative = a.has(Slot::NEGATIVE);
        if is_negative != b.has(Slot::NEGATIVE) {
            return Some(if is_negative { Ordering::Less } else { Ordering::Greater });
        }
        let order = a.a().cmp(&b.a()).then_with(|| {
            let (a, b) = (self.block(a.b()), self.block(b.b()));
            a.iter().rev().cmp(b.iter().rev())
        });
        Some(if is_negative { order.reverse() } else { order })
    }

    /// The order of two objects that are most often compared, found with as few steps as possible: floats, short strings,
    /// ints that don't fit words. Nothing for others.
    #[inline(never)]
    pub(crate) fn objects_order(&self, left: Value, right: Value) -> Option<Ordering> {
        let (a, b) = (self.slot(left)?, self.slot(right)?);
        if a.kind != b.kind {
            return None;
        }
        match a.kind {
            Kind::Float => order_of_floats(a.words, b.words),
            Kind::Str if a.flags & b.flags & Slot::INLINE != 0 => {
                // What is left of the slot are zeros.
                let differing = a.words.iter().zip(&b.words).find(|(a, b)| a != b);
                Some(match differing {
                    Some((a, b)) => a.swap_bytes().cmp(&b.swap_bytes()),
                    None => a.aux.cmp(&b.aux),
                })
            }
            Kind::Int if (a.flags ^ b.flags) & Slot::NEGATIVE == 0 => {
                let mut order = a.a().cmp(&b.a());
                let mut index = if order.is_eq() { (a.a() as usize).div_ceil(LIMBS_PER_WORD) } else { 0 };
                while index > 0 && order.is_eq() {
                    index -= 1;
                    order = self.word(a.b() as usize + index).cmp(&self.word(b.b() as usize + index));
                }
                Some(if a.has(Slot::NEGATIVE) { order.reverse() } else { order })
            }
            Kind::Int => Some(if a.has(Slot::NEGATIVE) { Ordering::Less } else { Ordering::Greater }),
            _ => None,
        }
    }

    /// The words of an int that is not a small int.
    #[inline]
    pub(crate) fn int_operand(&self, value: Value) -> Option<Operand<'_>> {
        let slot = self.slot_of_kind(value, Kind::Int)?;
        Some(Operand::new(slot.has(Slot::NEGATIVE), bytemuck::cast_slice(self.block(slot.b()))))
    }

    /// An int from its words, which lie outside of the heap.
    pub(crate) fn new_int_of(&mut self, number: Operand<'_>) -> Option<Value> {
        let zero = Value::small_int(0);
        self.compute_int(zero, zero, |_, _| Some(number.words().len()), |_, other, out| number.add(other, out))
    }

    /// Sign and limbs of an int that is not a small int.
    #[must_use]
    pub fn big_int(&self, value: Value) -> Option<IntegerRef<'_>> {
        let slot = self.slot_of_kind(value, Kind::Int)?;
        let limbs: &[u32] = bytemuck::cast_slice(self.block(slot.b()));
        Some(IntegerRef::new(slot.has(Slot::NEGATIVE), limbs.get(..slot.a() as usize).unwrap_or(limbs)))
    }

    /// A float.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn new_float(&mut self, value: f64) -> Result<Value, OutOfMemory> {
        self.new_float_inline(value)
    }

    /// A float, for the interpreter's loop: on boards too it calls nothing for that.
    #[inline(always)]
    pub(crate) fn new_float_inline(&mut self, value: f64) -> Result<Value, OutOfMemory> {
        if Value::FLOATS_ARE_IMMEDIATE {
            return Ok(Value::immediate_float(value));
        }
        let bits = value.to_bits();
        self.new_slot(Slot::new(Kind::Float, 0, 0, [0, bits as u32, (bits >> 32) as u32]))
    }

    /// The number, if the value is a float.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    #[must_use]
    pub fn float(&self, value: Value) -> Option<f64> {
        self.float_inline(value)
    }

    /// The number, if the value is a float, for the interpreter's loop.
    #[inline(always)]
    pub(crate) fn float_inline(&self, value: Value) -> Option<f64> {
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
