//! Weak references: making them, following them, cutting them. The type itself is `types::weak_reference`.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::object::class::flag;
use crate::types::weak_reference::field;
use crate::value::Immediate;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;

/// The number of a reference whose object is dead.
const DEAD: u32 = u32::MAX;

impl Isolate {
    /// A weak reference to `target`, in an instance of `class` where that is a Python class. One without a callback may
    /// be one that exists already.
    ///
    /// # Errors
    /// `TypeError` if there can't be weak references to the object.
    pub(crate) fn new_weak_reference(&mut self, class: Value, target: Value, callback: Value) -> Completion {
        if !self.can_be_weakly_referenced(target) {
            let kind = self.type_name(target);
            return Err(raise::type_error(self, &format!("cannot create weak reference to '{kind}' object")));
        }
        let plain = class == TypeId::WEAK_REFERENCE.value() && callback.is_none();
        let slot = target.as_handle();
        self.heap.identify(target);
        if plain
            && let Some(found) = slot.and_then(|slot| self.finalization.references.get(&slot)).and_then(|list| {
                let is_plain = |&reference: &Value| {
                    self.type_of(reference) == class && self.heap.field(reference, field::CALLBACK).is_none()
                };
                list.iter().copied().find(is_plain)
            })
        {
            self.heap.shade(found);
            return Ok(self.keep(found));
        }
        // An immediate can't die.
        let immediate = if slot.is_some() { Value::UNBOUND } else { target };
        let number = slot.unwrap_or(DEAD);
        let record = self.new_record(TypeId::WEAK_REFERENCE, number, &[callback, Value::UNBOUND, immediate])?;
        let reference = self.wrap_new(class, TypeId::WEAK_REFERENCE, record)?;
        self.heap.identify(reference);
        if let Some(slot) = slot {
            let list = self.finalization.references.entry(slot).or_default();
            if plain { list.insert(0, reference) } else { list.push(reference) }
        }
        Ok(reference)
    }

    /// What a weak reference refers to; None when that is dead.
    #[must_use]
    pub(crate) fn weak_target(&mut self, reference: Value) -> Value {
        let record = self.unwrap(reference);
        match self.heap.number(record) {
            DEAD => self.heap.field(record, field::IMMEDIATE).or(Value::NONE),
            slot => {
                let target = Value::handle(slot);
                self.heap.shade(target);
                target
            }
        }
    }

    /// The callback of a weak reference that has not been called, or None.
    pub(crate) fn reference_callback(&self, reference: Value) -> Value {
        self.heap.field(self.unwrap(reference), field::CALLBACK).or(Value::NONE)
    }

    pub(super) fn cut_reference(&mut self, reference: Value) {
        let record = self.unwrap(reference);
        self.heap.set_number(record, DEAD);
    }

    /// The weak references to an object, those without callbacks first.
    #[must_use]
    pub fn weak_references(&mut self, target: Value) -> Vec<Value> {
        let list = target.as_handle().and_then(|slot| self.finalization.references.get(&slot));
        let list = list.cloned().unwrap_or_default();
        list.iter().for_each(|&reference| self.heap.shade(reference));
        list
    }

    fn can_be_weakly_referenced(&self, value: Value) -> bool {
        match self.heap.kind(value) {
            None => {
                value.payload_of(Immediate::Type).is_some() || self.type_of(value) == TypeId::BUILTIN_FUNCTION.value()
            }
            Some(Kind::Instance) => self.class_flags(self.type_of(value)) & flag::HAS_WEAKREF != 0,
            Some(Kind::Exception) => {
                let class = self.type_of(value);
                self.heap.kind(class) == Some(Kind::Type) || class == TypeId::EXCEPTION_GROUP.value()
            }
            Some(Kind::BoundMethod) => self.type_of(value) != TypeId::METHOD_WRAPPER.value(),
            Some(Kind::Function | Kind::Type | Kind::Module | Kind::Generator | Kind::Code | Kind::Set) => true,
            Some(Kind::Record) => {
                let kind = self.type_of(value);
                let core = [
                    TypeId::DEQUE,
                    TypeId::MEMORYVIEW,
                    TypeId::GENERIC_ALIAS,
                    TypeId::UNION,
                    TypeId::TYPE_VAR,
                    TypeId::PARAM_SPEC,
                    TypeId::TYPE_VAR_TUPLE,
                ];
                core.iter().any(|id| id.value() == kind)
                    || self.type_id(kind).is_some_and(|id| usize::from(id.number()) >= crate::types::CORE.len())
            }
            Some(_) => false,
        }
    }
}
