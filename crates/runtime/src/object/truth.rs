//! The truth of values.

use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
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
        Some(Kind::Int | Kind::Function | Kind::BoundMethod) => Some(true),
        _ if value == names::EMPTY => Some(false),
        _ => None,
    }
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
