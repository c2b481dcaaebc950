//! What short cuts of native functions work on.

use super::TypeId;
use crate::Value;
use crate::heap::{Heap, Kind};
use crate::object::ShapeTable;

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
