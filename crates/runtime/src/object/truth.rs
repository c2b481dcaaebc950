//! The truth of values.

use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::object::ShapeTable;
use crate::object::class::MethodCache;
use crate::types::deque;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// The truth of a value of a builtin type; nothing where the type has to be asked.
#[inline(always)]
pub(crate) fn plain_truth(heap: &Heap, value: Value) -> Option<bool> {
    if let Some(int) = value.as_small_int() {
        return Some(int != 0);
    }
    match value {
        Value::TRUE => return Some(true),
        Value::FALSE | Value::NONE => return Some(false),
        _ => {}
    }
    if let Some(float) = heap.float(value) {
        return Some(float != 0.0);
    }
    match heap.kind(value) {
        Some(Kind::List | Kind::Tuple) => Some(heap.sequence_len(value) != 0),
        Some(Kind::Dict | Kind::Set) => Some(heap.table_len(value) != 0),
        Some(Kind::Str) => Some(heap.str_bytes(value).is_some_and(|bytes| !bytes.is_empty())),
        Some(Kind::Bytes | Kind::ByteArray) => Some(heap.byte_string(value).is_some_and(|bytes| !bytes.is_empty())),
        Some(Kind::Int | Kind::Function | Kind::BoundMethod) => Some(true),
        Some(Kind::Record) => deque::truth(heap, value),
        Some(_) => None,
        None if value == names::EMPTY => Some(false),
        None => heap.is_str(value).then_some(true),
    }
}

/// The truth of a value for which nobody has to be called: also that of an instance, if it was seen before that its class
/// has neither `__bool__` nor `__len__`.
#[inline(never)]
pub(crate) fn quick_truth(heap: &Heap, methods: &MethodCache, shapes: &ShapeTable, value: Value) -> Option<bool> {
    let Some(shape) = heap.shape(value) else { return plain_truth(heap, value) };
    let class = shapes.class(shape);
    let lacks = |name: Value| methods.known(class, name).is_some_and(Value::is_unbound);
    (lacks(names::__bool__) && lacks(names::__len__)).then_some(true)
}

impl Isolate {
    /// `bool(value)`.
    pub fn is_true(&mut self, value: Value) -> Completion<bool> {
        if let Some(answer) = plain_truth(&self.heap, value) {
            return Ok(answer);
        }
        if value == Value::NOT_IMPLEMENTED {
            return Err(raise::type_error(self, "NotImplemented should not be used in a boolean context"));
        }
        if let Some(answer) = self.call_special(value, names::__bool__, &[])? {
            if answer.is_bool() {
                return Ok(answer == Value::TRUE);
            }
            let kind = self.type_name(answer);
            return Err(raise::type_error(self, &format!("__bool__ should return bool, returned {kind}")));
        }
        if self.lookup_special(value, names::__len__).is_some() {
            return Ok(self.len(value)? != 0);
        }
        Ok(true)
    }
}
