//! A Python value in one word.
//!
//! Wide form (64-bit machines and WebAssembly): NaN-boxing. Floats are themselves; every other value is a NaN that
//! no arithmetic makes, recognised by its upper 16 bits:
//!
//! ```text
//! 63        48 47                                            0
//! +-----------+-----------------------------------------------+
//! | < 0xFFF9  |            float (an IEEE 754 double)         |
//! |   0xFFF9  |        0        | handle: slot number, 32 bits|
//! |   0xFFFA  |  immediate kind, 16 bits | payload, 32 bits   |
//! |   0xFFFF  |            int, 48 bits, two's complement     |
//! +-----------+-----------------------------------------------+
//! ```
//!
//! Narrow form (32-bit machines): tagged words; floats live in slots.
//!
//! ```text
//! 31                                                   1 0
//! +-----------------------------------------------------+-+
//! |         int, 31 bits, two's complement              |1|
//! |         handle: slot number, 30 bits              |0 0|
//! |         payload, 24 bits    | kind, 6 bits        |1 0|
//! +-----------------------------------------------------+-+
//! ```
//!
//! Ints are the topmost tag of the wide form, so `a & b` has that tag only if both are ints.

use core::fmt;

#[cfg(any(target_pointer_width = "64", target_arch = "wasm32"))]
mod wide;
#[cfg(any(target_pointer_width = "64", target_arch = "wasm32"))]
use wide as form;

#[cfg(not(any(target_pointer_width = "64", target_arch = "wasm32")))]
mod narrow;
#[cfg(not(any(target_pointer_width = "64", target_arch = "wasm32")))]
use narrow as form;

pub use form::Value;
pub(crate) use form::Word;

/// Whether memory is counted in kilobytes: tables that only make things faster are small then.
pub(crate) const IS_SMALL: bool = size_of::<Word>() == 4;

/// The kinds of immediate values: their payload says all about them, nothing lies in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Immediate {
    /// `None`, `False`, `True`, …: the payload is a number of the [`Value`] constants.
    Singleton = 0,
    /// A builtin type; the payload is its [`TypeId`](crate::native::TypeId).
    Type = 1,
    /// A native function or descriptor: the table in the upper half, the row in the lower half of the payload.
    Native = 2,
    /// A name of the static table [`names`](crate::names): a `str`.
    Name = 3,
    /// Loop state: counts up over a range with the step in the payload. Never seen by programs.
    LoopRange = 4,
    /// Loop state: walks over a list, tuple or another kind named by the payload. Never seen by programs.
    LoopWalk = 5,
    /// Loop state: walks over two lists or tuples side by side; the payload is the next index. Never seen by programs.
    LoopPairs = 6,
    /// A code object that is not loaded, among the constants of frozen code. Never seen by programs.
    FrozenCode = 7,
}

impl Value {
    /// The bits of values.
    #[inline(always)]
    pub(crate) fn words(values: &[Value]) -> &[Word] {
        bytemuck::cast_slice(values)
    }

    /// `None`.
    pub const NONE: Value = Value::immediate(Immediate::Singleton, 0);
    /// `False`.
    pub const FALSE: Value = Value::immediate(Immediate::Singleton, 1);
    /// `True`.
    pub const TRUE: Value = Value::immediate(Immediate::Singleton, 2);
    /// `Ellipsis`.
    pub const ELLIPSIS: Value = Value::immediate(Immediate::Singleton, 3);
    /// No value: an unbound variable, an argument that was not given, a deleted entry. Never seen by programs.
    pub const UNBOUND: Value = Value::immediate(Immediate::Singleton, 4);
    /// `NotImplemented`.
    pub const NOT_IMPLEMENTED: Value = Value::immediate(Immediate::Singleton, 5);
    /// `typing.NoDefault`.
    pub const NO_DEFAULT: Value = Value::immediate(Immediate::Singleton, 6);
    /// The state of a loop over a range in steps of one. See [`Immediate::LoopRange`].
    pub(crate) const LOOP_BY_ONE: Value = Value::immediate(Immediate::LoopRange, 1);

    /// `True` or `False`.
    #[inline(always)]
    #[must_use]
    pub const fn bool(value: bool) -> Value {
        Value::immediate(Immediate::Singleton, 1 + value as u32)
    }

    /// Whether this is [`Value::UNBOUND`].
    #[inline(always)]
    #[must_use]
    pub fn is_unbound(self) -> bool {
        self == Value::UNBOUND
    }

    /// Whether this is `None`.
    #[inline(always)]
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Value::NONE
    }

    /// Whether this is `True` or `False`.
    #[inline(always)]
    #[must_use]
    pub fn is_bool(self) -> bool {
        self == Value::TRUE || self == Value::FALSE
    }

    /// The character, if this is a string of one ASCII character: there is no other way to hold one.
    #[inline(always)]
    #[must_use]
    pub(crate) fn as_single_ascii(self) -> Option<u8> {
        self.payload_of(Immediate::Name).filter(|&name| name < 128).map(|name| name as u8)
    }

    /// The value, or `None` (Rust's) where it is unbound: for optional arguments.
    #[inline(always)]
    #[must_use]
    pub fn given(self) -> Option<Value> {
        (!self.is_unbound()).then_some(self)
    }

    /// The value, or `default` where it is unbound.
    #[inline(always)]
    #[must_use]
    pub fn or(self, default: Value) -> Value {
        if self.is_unbound() { default } else { self }
    }

    /// A native function or descriptor: row `row` of table `table`.
    #[must_use]
    pub(crate) const fn native(table: u16, row: u16) -> Value {
        Value::immediate(Immediate::Native, (table as u32) << 12 | row as u32)
    }

    /// Table and row, if this is a native function or descriptor.
    #[inline(always)]
    #[must_use]
    pub(crate) fn as_native(self) -> Option<(usize, usize)> {
        let payload = self.payload_of(Immediate::Native)?;
        Some(((payload >> 12) as usize, (payload & 0xFFF) as usize))
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(int) = self.as_small_int() {
            write!(f, "{int}")
        } else if let Some(handle) = self.as_handle() {
            write!(f, "#{handle}")
        } else if let Some(float) = self.as_immediate_float() {
            write!(f, "{float:?}")
        } else {
            write!(f, "imm({:x})", self.to_word())
        }
    }
}
