//! The 32-bit form of a value; see the drawing in the parent module.

use super::Immediate;

/// What a value is stored as.
pub(crate) type Word = u32;

/// A Python value in one word.
#[derive(Clone, Copy, PartialEq, Eq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(transparent)]
pub struct Value(u32);

impl Value {
    /// The smallest int that is stored in the word itself.
    pub const MIN_INT: i64 = -(1 << 30);
    /// The largest int that is stored in the word itself.
    pub const MAX_INT: i64 = (1 << 30) - 1;

    /// Whether floats are stored in the word itself.
    pub const FLOATS_ARE_IMMEDIATE: bool = false;

    /// An int that must lie in `MIN_INT..=MAX_INT`; others are cut to 31 bits.
    #[inline(always)]
    #[must_use]
    pub const fn small_int(value: i64) -> Value {
        Value((value as u32) << 1 | 1)
    }

    /// An int, if it fits into the word.
    #[inline(always)]
    #[must_use]
    pub const fn try_small_int(value: i64) -> Option<Value> {
        if value >= Value::MIN_INT && value <= Value::MAX_INT { Some(Value::small_int(value)) } else { None }
    }

    /// The int of a value that is known to be one in the word; some number for others.
    #[inline(always)]
    pub(crate) const fn small_int_bits(self) -> i64 {
        (self.0 as i32 >> 1) as i64
    }

    /// Whether this is an int in the word (not a bool, not a big int).
    #[inline(always)]
    #[must_use]
    pub const fn is_small_int(self) -> bool {
        self.0 & 1 == 1
    }

    /// The int, if it is stored in the word.
    #[inline(always)]
    #[must_use]
    pub const fn as_small_int(self) -> Option<i64> {
        if self.is_small_int() { Some(self.small_int_bits()) } else { None }
    }

    /// Both ints, if both are stored in their words.
    #[inline(always)]
    #[must_use]
    pub const fn both_small_ints(self, other: Value) -> Option<(i64, i64)> {
        if self.0 & other.0 & 1 == 1 { Some((self.small_int_bits(), other.small_int_bits())) } else { None }
    }

    /// Sum of two small ints; nothing if one isn't one or the sum does not fit.
    #[inline(always)]
    #[must_use]
    pub const fn add_small(self, other: Value) -> Option<Value> {
        if self.0 & other.0 & 1 == 0 {
            return None;
        }
        match (self.0 as i32 & !1).checked_add(other.0 as i32 & !1) {
            Some(sum) => Some(Value(sum as u32 | 1)),
            None => None,
        }
    }

    /// Difference of two small ints; nothing if one isn't one or the difference does not fit.
    #[inline(always)]
    #[must_use]
    pub const fn sub_small(self, other: Value) -> Option<Value> {
        if self.0 & other.0 & 1 == 0 {
            return None;
        }
        match (self.0 as i32 & !1).checked_sub(other.0 as i32 & !1) {
            Some(difference) => Some(Value(difference as u32 | 1)),
            None => None,
        }
    }

    /// Product of two small ints; nothing if one isn't one or the product does not fit.
    #[inline(always)]
    #[must_use]
    pub const fn mul_small(self, other: Value) -> Option<Value> {
        if self.0 & other.0 & 1 == 0 {
            return None;
        }
        let (a, b) = (self.0 as i32 >> 1, other.0 as i32 >> 1);
        // Small processors have no product of more than a word.
        if a.unsigned_abs() < 1 << 15 && b.unsigned_abs() < 1 << 15 {
            return Some(Value(((a * b) as u32) << 1 | 1));
        }
        match (self.0 as i32 & !1).checked_mul(b) {
            Some(product) => Some(Value(product as u32 | 1)),
            None => None,
        }
    }

    /// A handle to slot `slot` of the heap.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn handle(slot: u32) -> Value {
        Value(slot << 2)
    }

    /// The slot number, if this is a handle.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn as_handle(self) -> Option<u32> {
        if self.0 & 3 == 0 { Some(self.0 >> 2) } else { None }
    }

    /// The slot number; of what is no handle a number beyond all slots.
    #[inline(always)]
    pub(crate) const fn slot_index(self) -> usize {
        match self.as_handle() {
            Some(number) => number as usize,
            None => usize::MAX,
        }
    }

    /// There are no immediate floats in this form; the result is `0`.
    #[inline(always)]
    #[must_use]
    pub const fn immediate_float(_value: f64) -> Value {
        Value::small_int(0)
    }

    /// There are no immediate floats in this form; the result is `0`.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn arithmetic_float(_value: f64) -> Value {
        Value::small_int(0)
    }

    /// Never.
    #[inline(always)]
    #[must_use]
    pub const fn is_immediate_float(self) -> bool {
        false
    }

    /// Nothing.
    #[inline(always)]
    #[must_use]
    pub const fn as_immediate_float(self) -> Option<f64> {
        None
    }

    /// An immediate of the kind with 24 bits of payload.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn immediate(kind: Immediate, payload: u32) -> Value {
        Value(payload << 8 | (kind as u32) << 2 | 2)
    }

    /// The payload, if this is an immediate of that kind.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn payload_of(self, kind: Immediate) -> Option<u32> {
        if self.0 as u8 == (kind as u8) << 2 | 2 { Some(self.0 >> 8) } else { None }
    }

    /// A loop counter step as an immediate, if it fits.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn loop_range(step: i32) -> Option<Value> {
        if step << 8 >> 8 == step {
            Some(Value::immediate(Immediate::LoopRange, step as u32 & 0xFF_FFFF))
        } else {
            None
        }
    }

    /// The step, if this is the state of a loop over a range.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn as_loop_range(self) -> Option<i32> {
        match self.payload_of(Immediate::LoopRange) {
            Some(step) => Some((step << 8) as i32 >> 8),
            None => None,
        }
    }

    /// The bits.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn to_word(self) -> Word {
        self.0
    }

    /// A number in whose lowest bits values differ: what tables find their places by. The lowest bits of the word are its tag,
    /// and those of immediates their kind.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn spread(self) -> u32 {
        self.0 >> 2 ^ self.0 >> 8
    }

    /// The value that [`Value::to_word`] gave the bits of.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn from_word(word: Word) -> Value {
        Value(word)
    }
}
