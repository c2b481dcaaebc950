//! What short cuts of native functions work on.

use super::TypeId;
use crate::Value;
use crate::heap::{Heap, Kind};
use crate::interpreter::plain_binary;
use crate::object::{BinaryOp, ShapeTable};
use crate::types::iterators::{Step, step_plain};

/// The part of an isolate that a [`Shortcut`] can touch: none of it runs Python, raises or collects.
///
/// [`Shortcut`]: super::Shortcut
#[derive(Debug)]
pub struct Reach<'a> {
    /// The region.
    pub heap: &'a mut Heap,
    pub(crate) shapes: &'a ShapeTable,
}

impl Reach<'_> {
    /// The next item of an iterator that goes on without Python and makes nothing but characters. Nothing at its end too:
    /// then it stays there.
    #[inline]
    pub fn next_plain(&mut self, iterator: Value) -> Option<Value> {
        match step_plain(self.heap, iterator) {
            Step::Item(item) => Some(item),
            Step::End | Step::Other => None,
        }
    }

    /// `left op right` for numbers, and sums of texts, bytes objects, lists and tuples.
    pub fn binary(&mut self, op: BinaryOp, left: Value, right: Value) -> Option<Value> {
        plain_binary(self.heap, op, left, right)
    }

    /// `object[key]` for a list, tuple or dict and a plain key that is there.
    #[inline]
    pub fn get_item(&mut self, object: Value, key: Value) -> Option<Value> {
        match self.heap.kind(object) {
            Some(Kind::List | Kind::Tuple) => {
                let index = key.as_small_int()?;
                let index = if index < 0 { index + self.heap.sequence_len(object) as i64 } else { index };
                self.heap.sequence_item(object, usize::try_from(index).ok()?)
            }
            Some(Kind::Dict) => self.heap.dict_get_plain(object, key),
            _ => None,
        }
    }

    /// The type of a value of the plain kinds, or of an instance of a Python class.
    pub(crate) fn type_of(&self, value: Value) -> Option<Value> {
        if value.is_small_int() {
            return Some(TypeId::INT.value());
        }
        if value.is_immediate_float() {
            return Some(TypeId::FLOAT.value());
        }
        let id = match self.heap.kind(value) {
            Some(Kind::Instance) => return self.heap.shape(value).map(|shape| self.shapes.class(shape)),
            Some(Kind::Int) => TypeId::INT,
            Some(Kind::Float) => TypeId::FLOAT,
            Some(Kind::Str) => TypeId::STR,
            Some(Kind::Bytes) => TypeId::BYTES,
            Some(Kind::List) => TypeId::LIST,
            Some(Kind::Tuple) => TypeId::TUPLE,
            Some(Kind::Dict) => TypeId::DICT,
            Some(_) => return None,
            None if self.heap.is_str(value) => TypeId::STR,
            None => match value {
                Value::NONE => TypeId::NONE_TYPE,
                Value::TRUE | Value::FALSE => TypeId::BOOL,
                _ => return None,
            },
        };
        Some(id.value())
    }
}
