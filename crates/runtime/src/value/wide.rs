//! The 64-bit form of a value; see the drawing in the parent module.

use super::Immediate;

/// What a value is stored as.
pub(crate) type Word = u64;

/// A Python value in one word.
#[derive(Clone, Copy, PartialEq, Eq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(transparent)]
pub struct Value(u64);

const TAG_SHIFT: u32 = 48;
const HANDLE: u64 = 0xFFF9 << TAG_SHIFT;
const IMMEDIATE: u64 = 0xFFFA << TAG_SHIFT;
const INT: u64 = 0xFFFF << TAG_SHIFT;

impl Value {
    /// The smallest int that is stored in the word itself.
    pub const MIN_INT: i64 = -(1 << 47);
    /// The largest int that is stored in the word itself.
    pub const MAX_INT: i64 = (1 << 47) - 1;

    /// Whether floats are stored in the word itself.
    pub const FLOATS_ARE_IMMEDIATE: bool = true;

    /// An int that must lie in `MIN_INT..=MAX_INT`; others are cut to 48 bits.
    #[inline(always)]
    #[must_use]
    pub const fn small_int(value: i64) -> Value {
        Value(INT | (value as u64 & !INT))
    }

    /// An int, if it fits into the word.
    #[inline(always)]
    #[must_use]
    pub const fn try_small_int(value: i64) -> Option<Value> {
        let boxed = Value::small_int(value);
        if boxed.small_int_bits() == value { Some(boxed) } else { None }
    }

    /// The int of a value that is known to be one in the word; some number for others.
    #[inline(always)]
    pub(crate) const fn small_int_bits(self) -> i64 {
        (self.0 << 16) as i64 >> 16
    }

    /// Whether this is an int in the word (not a bool, not a big int).
    #[inline(always)]
    #[must_use]
    pub const fn is_small_int(self) -> bool {
        self.0 >= INT
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
        if self.0 & other.0 >= INT { Some((self.small_int_bits(), other.small_int_bits())) } else { None }
    }

    /// Sum of two small ints; nothing if one isn't one or the sum does not fit.
    #[inline(always)]
    #[must_use]
    pub const fn add_small(self, other: Value) -> Option<Value> {
        if self.0 & other.0 < INT {
            return None;
        }
        match ((self.0 << 16) as i64).checked_add((other.0 << 16) as i64) {
            Some(sum) => Some(Value(INT | sum as u64 >> 16)),
            None => None,
        }
    }

    /// Difference of two small ints; nothing if one isn't one or the difference does not fit.
    #[inline(always)]
    #[must_use]
    pub const fn sub_small(self, other: Value) -> Option<Value> {
        if self.0 & other.0 < INT {
            return None;
        }
        match ((self.0 << 16) as i64).checked_sub((other.0 << 16) as i64) {
            Some(difference) => Some(Value(INT | difference as u64 >> 16)),
            None => None,
        }
    }

    /// Product of two small ints; nothing if one isn't one or the product does not fit.
    #[inline(always)]
    #[must_use]
    pub const fn mul_small(self, other: Value) -> Option<Value> {
        if self.0 & other.0 < INT {
            return None;
        }
        match ((self.0 << 16) as i64).checked_mul(other.small_int_bits()) {
            Some(product) => Some(Value(INT | product as u64 >> 16)),
            None => None,
        }
    }

    /// A handle to slot `slot` of the heap.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn handle(slot: u32) -> Value {
        Value(HANDLE | slot as u64)
    }

    /// The slot number, if this is a handle.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn as_handle(self) -> Option<u32> {
        if self.0 >> TAG_SHIFT == HANDLE >> TAG_SHIFT { Some(self.0 as u32) } else { None }
    }

    /// The slot number; of what is no handle a number beyond all slots, so that who looks for the slot checks both at once.
    #[inline(always)]
    pub(crate) const fn slot_index(self) -> usize {
        (self.0 ^ HANDLE) as usize
    }

    /// A float as an immediate. Every NaN becomes the one canonical NaN.
    #[inline(always)]
    #[must_use]
    pub const fn immediate_float(value: f64) -> Value {
        if value.is_nan() { Value(0x7FF8 << TAG_SHIFT) } else { Value(value.to_bits()) }
    }

    /// The result of arithmetic on floats that came out of values: it can't be a NaN with a foreign payload.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn arithmetic_float(value: f64) -> Value {
        Value(value.to_bits())
    }

    /// Whether this is an immediate float.
    #[inline(always)]
    #[must_use]
    pub const fn is_immediate_float(self) -> bool {
        self.0 < HANDLE
    }

    /// The float, if it is immediate.
    #[inline(always)]
    #[must_use]
    pub const fn as_immediate_float(self) -> Option<f64> {
        if self.is_immediate_float() { Some(f64::from_bits(self.0)) } else { None }
    }

    /// An immediate of the kind with 32 bits of payload.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn immediate(kind: Immediate, payload: u32) -> Value {
        Value(IMMEDIATE | (kind as u64) << 32 | payload as u64)
    }

    /// The payload, if this is an immediate of that kind.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn payload_of(self, kind: Immediate) -> Option<u32> {
        if self.0 >> 32 == (IMMEDIATE >> 32 | kind as u64) { Some(self.0 as u32) } else { None }
    }

    /// A loop counter step as an immediate, if it fits.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn loop_range(step: i32) -> Option<Value> {
        Some(Value::immediate(Immediate::LoopRange, step as u32))
    }

    /// The step, if this is the state of a loop over a range.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn as_loop_range(self) -> Option<i32> {
        match self.payload_of(Immediate::LoopRange) {
            Some(step) => Some(step as i32),
            None => None,
        }
    }

    /// The bits.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn to_word(self) -> Word {
        self.0
    }

    /// A number in whose lowest bits values differ: what tables find their places by.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn spread(self) -> u32 {
        self.0 as u32
    }

    /// The value that [`Value::to_word`] gave the bits of.
    #[inline(always)]
    #[must_use]
    pub(crate) const fn from_word(word: Word) -> Value {
        Value(word)
    }
}
