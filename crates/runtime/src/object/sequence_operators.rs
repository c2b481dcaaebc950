//! What sequences do with `+` and `*`. CPython has two tables of operators, and asks that of numbers, where all methods
//! written in Python stand, before that of sequences: `[1] + x` asks `x.__radd__` before the list is asked at all.

use super::operators::BinaryOp;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{TypeFlags, TypeId};
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;

/// The builtin types that have a table of sequence operators. All classes have one.
const WITH_TABLE: [TypeId; 15] = [
    TypeId::LIST,
    TypeId::TUPLE,
    TypeId::STR,
    TypeId::BYTES,
    TypeId::BYTEARRAY,
    TypeId::MEMORYVIEW,
    TypeId::RANGE,
    TypeId::DICT,
    TypeId::SET,
    TypeId::FROZENSET,
    TypeId::DICT_KEYS,
    TypeId::DICT_VALUES,
    TypeId::DICT_ITEMS,
    TypeId::MAPPING_PROXY,
    TypeId::EXCEPTION_GROUP,
];

impl Isolate {
    /// Whether the function found for `value` is what a builtin sequence adds or repeats itself by.
    pub(super) fn is_sequence_operator(&mut self, function: Value, value: Value, name: Value) -> bool {
        let inner = self.unwrap(value);
        let builtin = self.type_of(inner);
        let sequence = match self.heap.kind(inner) {
            Some(Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray) => true,
            Some(Kind::Record) => self.type_spec(builtin).is_some_and(|spec| spec.flags.has(TypeFlags::SEQUENCE)),
            _ => self.heap.is_str(inner),
        };
        if !sequence {
            return false;
        }
        self.native_row(function).is_some() && self.lookup(builtin, name) == Some(function)
    }

    /// Whether the type of a value has a table of sequence operators, be it empty.
    pub(crate) fn has_sequence_table(&self, value: Value) -> bool {
        let class = self.type_of(value);
        self.type_spec(class).is_none_or(|spec| spec.flags.has(TypeFlags::SEQUENCE))
            || WITH_TABLE.iter().any(|&id| self.is_instance_of(value, id))
    }

    /// Whether the value can be an index: an int, or something with `__index__`.
    pub(crate) fn is_index(&mut self, value: Value) -> bool {
        self.is_int(value) || self.lookup_special(value, names::__index__).is_some()
    }

    /// `sequence op other` by the sequence's own function, after all others were asked.
    pub(super) fn sequence_operator(
        &mut self,
        op: BinaryOp,
        function: Value,
        sequence: Value,
        other: Value,
    ) -> Completion {
        if op == BinaryOp::Mul && !self.is_index(other) {
            let kind = self.type_name(other);
            return Err(raise::type_error(self, &format!("can't multiply sequence by non-int of type '{kind}'")));
        }
        self.call_unbound(function, sequence, &[other])
    }

    /// The error of `sequence.__add__(other)` for what is no such sequence.
    #[cold]
    pub(crate) fn cannot_concatenate(&mut self, sequence: Value, other: Value) -> Raised {
        let (kind, other) = (self.type_name(sequence), self.type_name(other));
        raise::type_error(self, &format!("can only concatenate {kind} (not \"{other}\") to {kind}"))
    }

    /// The error of `sequence.__mul__(count)` for what is no integer.
    #[cold]
    pub fn cannot_repeat(&mut self, count: Value) -> Raised {
        let kind = self.type_name(count);
        raise::type_error(self, &format!("'{kind}' object cannot be interpreted as an integer"))
    }
}
