//! `types.GenericAlias` and `typing.Union`: what `list[int]` and `int | str` are.

use crate::native::{TypeId, TypeSpec};
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;

/// `types.GenericAlias`.
pub(crate) static GENERIC_ALIAS: TypeSpec = TypeSpec::new("GenericAlias", "Represent a PEP 585 generic type", &[]);

/// `typing.Union`.
pub(crate) static UNION: TypeSpec = TypeSpec::new("Union", "Represent a union type", &[]);

impl Isolate {
    /// `left | right` for types: NotImplemented where one is no type.
    pub(crate) fn new_union(&mut self, left: Value, right: Value) -> Completion {
        let mut members: Vec<Value> = Vec::new();
        for value in [left, right] {
            match self.union_members(value) {
                Some(list) => {
                    for member in list {
                        if !members.contains(&member) {
                            members.push(member);
                        }
                    }
                }
                None => return Ok(Value::NOT_IMPLEMENTED),
            }
        }
        if let [only] = members.as_slice() {
            return Ok(*only);
        }
        let members = self.new_tuple(&members)?;
        self.new_record(TypeId::UNION, 0, &[members])
    }

    /// What a value contributes to a union.
    fn union_members(&self, value: Value) -> Option<Vec<Value>> {
        if value.is_none() {
            return Some(alloc::vec![TypeId::NONE_TYPE.value()]);
        }
        if self.is_class(value) {
            return Some(alloc::vec![value]);
        }
        match self.record_type_id(value) {
            TypeId::UNION => Some(self.heap.items(self.heap.field(value, 0)).collect()),
            TypeId::GENERIC_ALIAS | TypeId::TYPE_VAR | TypeId::TYPE_ALIAS => Some(alloc::vec![value]),
            _ => None,
        }
    }
}
