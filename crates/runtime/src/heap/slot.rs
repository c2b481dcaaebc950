//! A slot: the fixed 16 bytes of every heap object.
//!
//! ```text
//! byte 0   1      2    4           8           12
//! +------+-------+----+-----------+-----------+-----------+
//! | kind | flags | aux|     a     |     b     |     c     |
//! +------+-------+----+-----------+-----------+-----------+
//!   Str        aux: start    a: bytes       b: payload  c: hash, 0 = not computed   (INLINE: aux = bytes, text in a…c)
//!   Bytes      aux: start    a: bytes       b: payload  c: hash                     (INLINE: as Str)
//!   ByteArray  aux: -        a: bytes       b: payload  c: number of exported views
//!   Int        aux: -        a: limbs       b: payload  c: -                        (flag NEGATIVE)
//!   Float      aux: -        a: -           b, c: the bits                          (narrow form only)
//!   Complex    aux: -        a: -           b: payload  c: -                        (real, imaginary)
//!   List       aux: -        a: items       b: payload  c: change count while sorting
//!   Tuple      aux: -        a: items       b: payload  c: -
//!   Dict       aux: index    a: live keys   b: payload  c: version of the key set
//!   Set        aux: index    a: live keys   b: payload  c: hash of a frozenset      (flag FROZEN)
//!   Function   aux: arity    a: code        b: payload  c: globals (a Dict handle)
//!   Cell       aux: -        a: -           b, c: the value's word
//!   Instance   aux: -        a: shape       b: payload  c: -                        (INLINE: two fields in b and c)
//!   Record     aux: -        a: type        b: payload  c: free for the type
//!   Generator  aux: moves    a: code        b: payload  c: flavor
//!   Type, Exception, BoundMethod, Module, Code: a as their accessors say; payload of values
//! ```
//!
//! The start of a string or bytes object is the first byte that counts in the word at `b`: not 0 in a VIEW only, whose `b`
//! lies within another one's block.
//!
//! A payload is a block of words in the payload area; `b` is the offset of its first word, 0 for none. All
//! kinds but the ones drawn otherwise keep *values* in every word of their block.

use crate::value::{IS_SMALL, Word};
use bytemuck::{Pod, Zeroable};

/// What a slot holds.
///
/// A byte and not an enum, so that a slot is plain data: on boards it shares memory with words. The numbers are in the order
/// in which is asked: those that refer to nothing, those whose payload is values in the middle, from [`Kind::Function`] on those
/// that the collector does not mark to the end by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(transparent)]
pub struct Kind(u8);

#[allow(non_upper_case_globals, reason = "they are used as the variants of an enum are")]
impl Kind {
    /// Nothing: the slot is on the free list.
    pub const Free: Kind = Kind(0);
    /// An int that does not fit a word.
    pub const Int: Kind = Kind(1);
    /// A float where floats are not immediate.
    pub const Float: Kind = Kind(2);
    /// A complex number.
    pub const Complex: Kind = Kind(3);
    /// A string.
    pub const Str: Kind = Kind(4);
    /// Bytes.
    pub const Bytes: Kind = Kind(5);
    /// A bytearray.
    pub const ByteArray: Kind = Kind(6);
    /// A list.
    pub const List: Kind = Kind(7);
    /// A dict.
    pub const Dict: Kind = Kind(8);
    /// A set or frozenset.
    pub const Set: Kind = Kind(9);
    /// A tuple.
    pub const Tuple: Kind = Kind(10);
    /// A function bound to its first argument.
    pub const BoundMethod: Kind = Kind(11);
    /// An object of a class written in Python.
    pub const Instance: Kind = Kind(12);
    /// A class written in Python.
    pub const Type: Kind = Kind(13);
    /// An exception.
    pub const Exception: Kind = Kind(14);
    /// A generator, coroutine or asynchronous generator.
    pub const Generator: Kind = Kind(15);
    /// A module.
    pub const Module: Kind = Kind(16);
    /// An object of a builtin type without a layout of its own: values and one number.
    pub const Record: Kind = Kind(17);
    /// A function written in Python.
    pub const Function: Kind = Kind(18);
    /// A code object.
    pub const Code: Kind = Kind(19);
    /// A variable shared between a function and its closures.
    pub const Cell: Kind = Kind(20);
}

/// The fixed part of a heap object; drawn above.
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Slot {
    /// What the slot holds.
    pub(super) kind: Kind,
    /// Flags; see the constants.
    pub(super) flags: u8,
    /// See the drawing.
    pub(super) aux: u16,
    /// `a`, `b` and `c` of the drawing.
    pub(super) words: [u32; 3],
}

impl Slot {
    /// Set while a collection has seen the object.
    pub(super) const MARKED: u8 = 1 << 7;
    /// The text, or the fields of the instance, lie in the slot itself.
    pub(super) const INLINE: u8 = 1;
    /// All characters of the string are ASCII.
    pub(super) const ASCII: u8 = 1 << 1;
    /// The string is the only one of its text among interned strings.
    pub(super) const INTERNED: u8 = 1 << 2;
    /// The index of a long string that is not ASCII is filled in; see [`super::text`].
    pub(super) const INDEXED: u8 = 1 << 3;
    /// The string or bytes object was made by continuing another one, or is what is left of one: its block may have room
    /// behind its end; see [`super::growing`].
    pub(super) const GROWN: u8 = 1 << 4;
    /// The bytes of the string or bytes object lie in the middle of another one's block; see [`super::growing`].
    pub(super) const VIEW: u8 = 1 << 5;
    /// The object has no block, and is on the list of those to be looked at in a collection; see [`super::collect`]. In one in
    /// steps: it was begun, or could not wait; see [`super::stepping`]. No string and no bytes object has this flag.
    pub(super) const LINKED: u8 = 1 << 4;
    /// The number of the slot has been shown to the program: the object stays in it; see [`super::moving`].
    pub(super) const IDENTIFIED: u8 = 1 << 6;
    /// The int is negative.
    pub(super) const NEGATIVE: u8 = 1;
    /// The set is a frozenset.
    pub(super) const FROZEN: u8 = 1;
    /// Caches hold values of the dict; see [`Heap::cache_definition`](super::Heap::cache_definition).
    pub(super) const CACHED: u8 = 1;
    /// How often cached values of the dict were replaced: a number in these bits, counted up to the last.
    pub(super) const REPLACED: u8 = 0b1110;
    /// One replacement.
    pub(super) const REPLACED_ONCE: u8 = 0b0010;
    /// Caches for other dicts hold values of the dict: it has the builtins.
    pub(super) const SHARED: u8 = 1 << 5;

    /// A free slot, as a place to write to.
    #[cfg(target_pointer_width = "32")]
    pub(super) const EMPTY: Slot = Slot::new(Kind::Free, 0, 0, [0; 3]);

    /// A slot with everything given.
    #[inline(always)]
    pub(super) const fn new(kind: Kind, flags: u8, aux: u16, words: [u32; 3]) -> Slot {
        Slot { kind, flags, aux, words }
    }

    /// With these bits in its first word: a word is written faster than three parts of one.
    #[inline(always)]
    pub(super) fn born(self, bits: u32) -> Slot {
        let [first, a, b, c]: [u32; 4] = bytemuck::cast(self);
        bytemuck::cast([first | bits, a, b, c])
    }

    /// What [`Slot::born`] takes for objects that are marked.
    pub(super) fn born_marked() -> u32 {
        let [first, ..]: [u32; 4] = bytemuck::cast(Slot::new(Kind::Free, Slot::MARKED, 0, [0; 3]));
        first
    }

    #[inline(always)]
    pub(super) const fn a(&self) -> u32 {
        self.words[0]
    }

    #[inline(always)]
    pub(super) const fn b(&self) -> u32 {
        self.words[1]
    }

    #[inline(always)]
    pub(super) const fn c(&self) -> u32 {
        self.words[2]
    }

    /// Whether `b` is the offset of a block of its own, or of one that it is a prefix in, or 0.
    #[inline(always)]
    pub(super) const fn has_block(&self) -> bool {
        match self.kind {
            Kind::Free | Kind::Float | Kind::Cell => false,
            Kind::Str | Kind::Bytes | Kind::Instance => !self.has(Slot::INLINE | Slot::VIEW),
            _ => true,
        }
    }

    /// Whether the fields of an object whose payload is values lie in the slot itself: those of some instances do, where a
    /// word has 32 bits.
    #[inline(always)]
    pub(super) const fn has_fields_inside(&self) -> bool {
        IS_SMALL && self.has(Slot::INLINE)
    }

    /// The fields that lie in the slot itself.
    #[inline(always)]
    pub(super) fn fields_inside(&self) -> &[Word] {
        let [_, fields @ ..] = &self.words;
        bytemuck::try_cast_slice(fields).unwrap_or(&[])
    }

    /// The fields that lie in the slot itself, to be changed.
    #[inline(always)]
    pub(super) fn fields_inside_mut(&mut self) -> &mut [Word] {
        let [_, fields @ ..] = &mut self.words;
        bytemuck::try_cast_slice_mut(fields).unwrap_or(&mut [])
    }

    #[inline(always)]
    pub(super) const fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

impl Kind {
    /// The number of the kind.
    #[inline(always)]
    pub(crate) const fn number(self) -> u32 {
        self.0 as u32
    }

    /// Whether such objects may refer to others.
    #[inline(always)]
    pub(super) const fn refers(self) -> bool {
        self.0 >= Kind::List.0
    }

    /// Whether the collector leaves it to others to mark what such an object refers to, or it does not lie in a block.
    #[inline(always)]
    pub(super) const fn is_for_others(self) -> bool {
        self.0 >= Kind::Function.0
    }

    /// Whether each word of the payload is a value that the collector follows.
    #[inline(always)]
    pub(super) const fn payload_is_values(self) -> bool {
        self.0 >= Kind::Tuple.0 && self.0 <= Kind::Code.0
    }
}
