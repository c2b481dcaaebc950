//! The keys of dicts and sets whose hash and equality need no Python: strings, numbers, singletons, bytes, functions,
//! and for equality tuples of these.

use super::put::int_hash;
use super::short::Short;
use super::slot::Slot;
use super::{Heap, Kind};
use crate::value::Value;

impl Heap {
    /// Whether equality with this key is known without running Python, and its hash as well.
    #[must_use]
    pub fn is_plain_key(&self, key: Value) -> bool {
        match self.kind(key) {
            None => true,
            Some(kind) => {
                matches!(kind, Kind::Int | Kind::Float | Kind::Complex | Kind::Str | Kind::Bytes | Kind::Function)
            }
        }
    }

    /// Whether two keys are equal, if that is known without running Python.
    #[must_use]
    #[inline]
    pub fn plain_equal(&self, a: Value, b: Value) -> Option<bool> {
        if a == b {
            return Some(true);
        }
        if a.is_small_int() && b.is_small_int() {
            return Some(false);
        }
        if let Some(equal) = self.texts_equal(a, b) {
            return Some(equal);
        }
        self.plain_equal_slow(a, b, 8)
    }

    #[inline(never)]
    fn plain_equal_slow(&self, a: Value, b: Value, depth: u32) -> Option<bool> {
        if a == b {
            // A NaN is found by identity, as in CPython.
            return Some(true);
        }
        if self.is_number(a) && self.is_number(b) {
            return Some(self.numbers_equal(a, b));
        }
        match (self.kind(a), self.kind(b)) {
            (Some(Kind::Bytes), Some(Kind::Bytes)) => Some(self.bytes(a) == self.bytes(b)),
            (Some(Kind::Tuple), Some(Kind::Tuple)) => {
                if self.sequence_len(a) != self.sequence_len(b) {
                    return Some(false);
                }
                let depth = depth.checked_sub(1)?;
                for (x, y) in self.items(a).zip(self.items(b)) {
                    if x == y {
                        continue;
                    }
                    if x.is_small_int() && y.is_small_int() {
                        return Some(false);
                    }
                    let equal = if self.is_str(x) && self.is_str(y) {
                        self.str_bytes(x) == self.str_bytes(y)
                    } else {
                        self.plain_equal_slow(x, y, depth)?
                    };
                    if !equal {
                        return Some(false);
                    }
                }
                Some(true)
            }
            (Some(Kind::Tuple), _) if self.is_plain_key(b) => Some(false),
            (_, Some(Kind::Tuple)) if self.is_plain_key(a) => Some(false),
            _ if self.is_plain_key(a) && self.is_plain_key(b) => {
                if self.is_str(a) && self.is_str(b) {
                    return Some(self.str_bytes(a) == self.str_bytes(b));
                }
                Some(false)
            }
            _ => None,
        }
    }

    /// Whether the value is an exact int, bool, float or complex.
    #[must_use]
    pub fn is_number(&self, value: Value) -> bool {
        value.is_small_int()
            || value.is_immediate_float()
            || value.is_bool()
            || matches!(self.kind(value), Some(Kind::Int | Kind::Float | Kind::Complex))
    }

    fn numbers_equal(&self, a: Value, b: Value) -> bool {
        let int = |value: Value| value.as_small_int().or(value.is_bool().then_some(i64::from(value == Value::TRUE)));
        match (self.complex(a), self.complex(b)) {
            (Some(x), Some(y)) => return x == y,
            (Some((real, imaginary)), None) => return imaginary == 0.0 && self.float_equals_number(real, b),
            (None, Some((real, imaginary))) => return imaginary == 0.0 && self.float_equals_number(real, a),
            (None, None) => {}
        }
        if let Some(x) = self.float(a) {
            return self.float_equals_number(x, b);
        }
        if let Some(y) = self.float(b) {
            return self.float_equals_number(y, a);
        }
        match (int(a), int(b)) {
            (Some(x), Some(y)) => x == y,
            (None, None) => match (self.big_int(a), self.big_int(b)) {
                (Some(x), Some(y)) => x == y,
                _ => false,
            },
            // A big int never fits a word.
            _ => false,
        }
    }

    fn float_equals_number(&self, x: f64, number: Value) -> bool {
        if let Some(y) = self.float(number) {
            return x == y;
        }
        if let Some(int) = number.as_small_int() {
            // Ints of the word have at most 48 bits: exact as a float.
            return x == int as f64;
        }
        if number.is_bool() {
            return x == f64::from(u8::from(number == Value::TRUE));
        }
        match self.big_int(number) {
            Some(big) => {
                let Ok(exact) = ferropy_numeric::Integer::from_f64(x) else { return false };
                libm::trunc(x) == x && exact.as_ref() == big
            }
            None => false,
        }
    }

    /// The hash of a plain key, as tables and `hash()` use it.
    #[inline]
    pub fn plain_hash(&mut self, key: Value) -> Option<u64> {
        match key.as_small_int() {
            Some(int) => Some(int_hash(int)),
            None => self.plain_object_hash(key),
        }
    }

    fn plain_object_hash(&mut self, key: Value) -> Option<u64> {
        if let Some(slot) = self.slot_of_kind(key, Kind::Str) {
            return match slot.c() {
                _ if slot.has(Slot::INLINE) => Some(self.hash_short(Short::of_slot(slot))),
                0 => self.str_hash(key),
                hash => Some(u64::from(hash)),
            };
        }
        if self.is_str(key) {
            return self.str_hash(key);
        }
        if let Some(float) = self.float(key) {
            return Some(
                ferropy_numeric::hash::hash_f64(float).map_or_else(|| self.identity_hash(key), |hash| hash as u64),
            );
        }
        if key.is_bool() {
            return Some(u64::from(key == Value::TRUE));
        }
        match self.kind(key) {
            None => Some(identity_hash(key)),
            Some(Kind::Int) => {
                let big = self.big_int(key)?;
                Some(ferropy_numeric::hash::hash_integer(big) as u64)
            }
            Some(Kind::Complex) => {
                let (real, imaginary) = self.complex(key)?;
                let imaginary = ferropy_numeric::hash::hash_f64(imaginary).unwrap_or(0) as u64;
                let hash = (ferropy_numeric::hash::hash_f64(real).unwrap_or(0) as u64)
                    .wrapping_add(imaginary.wrapping_mul(1_000_003));
                Some(if hash == u64::MAX { u64::MAX - 1 } else { hash })
            }
            Some(Kind::Bytes) => self.bytes_hash(key),
            Some(Kind::Function) => Some(self.identity_hash(key)),
            Some(_) => None,
        }
    }
}

/// The hash of an object that is equal only to itself.
#[must_use]
pub(super) fn identity_hash(value: Value) -> u64 {
    // Handles are consecutive: spread by the golden ratio, so that neighbours don't share the upper bits.
    (u128::from(value.to_word()) as u64 & 0xFFFF_FFFF_FFFF).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 4
}
