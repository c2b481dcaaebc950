//! Attribute instructions: the full look-up, and filling the inline caches that the loop looks into.

use super::variables::cache_key;
use crate::heap::Kind;
use crate::interpreter::call::CallSite;
use crate::interpreter::frame::WINDOW;
use crate::interpreter::{Cache, FrameKind};
use crate::native::{RowKind, TypeId};
use crate::object::class::flag;
use crate::{Completion, Isolate, Value};

impl Isolate {
    pub(crate) fn get_attr_slow(&mut self, target: u8, object: Value, x: u32) -> Completion<()> {
        let name = self.name_at(x);
        if self.heap.kind(object) == Some(Kind::Instance) {
            self.cache_attribute(object, name, x);
        }
        let value = self.get_attr(object, name)?;
        self.set_reg(target, value);
        Ok(())
    }

    /// Remembers where an instance has the attribute, if that is the same for all instances of its shape.
    fn cache_attribute(&mut self, object: Value, name: Value, x: u32) {
        let Some(shape) = self.heap.shape(object) else { return };
        let class = self.shapes.class(shape);
        if self.class_flags(class) & flag::HAS_GETATTRIBUTE != 0 {
            return;
        }
        let found = self.lookup(class, name);
        if let Some(found) = found
            && self.is_data_descriptor(found)
        {
            if self.heap.kind(found) == Some(Kind::Record) {
                match self.record_type_id(found) {
                    TypeId::PROPERTY => {
                        let getter = self.heap.field(found, 0);
                        if self.heap.function(getter).is_some_and(|(_, arity, _)| arity == 1) {
                            self.set_cache(x, Cache { key: shape, index: Cache::PROPERTY, value: getter });
                        }
                    }
                    TypeId::MEMBER_DESCRIPTOR => {
                        if let Some(index) = self.shapes.find(shape, name) {
                            self.set_cache(x, Cache { key: shape, index: index as u32, value: Value::UNBOUND });
                        }
                    }
                    _ => {}
                }
            }
            return;
        }
        let Some(place) = self.shapes.get(shape) else { return };
        if place.has_dict {
            return;
        }
        let first = place.first_attribute;
        if let Some(index) = self.shapes.find(shape, name)
            && index >= first
        {
            self.set_cache(x, Cache { key: shape, index: index as u32, value: Value::UNBOUND });
        }
    }

    /// Calls the getter of a property in a frame of its own.
    pub(crate) fn enter_getter(&mut self, getter: Value, object: Value, target: u8) -> Completion<()> {
        let at = self.stack_top() + 2;
        self.ensure_stack(at + 2 + WINDOW);
        if let Some(place) = self.thread.stack.get_mut(at..at + 2) {
            place.copy_from_slice(&[getter, object]);
        }
        let site = CallSite { at, count: 1, keywords: Value::UNBOUND, ret: target, kind: FrameKind::Call };
        self.finish_call(site)
    }

    pub(crate) fn set_attr_slow(&mut self, object: Value, value: Value, x: u32) -> Completion<()> {
        let name = self.name_at(x);
        if let Some(shape) = self.heap.shape(object) {
            let cache = self
                .frame()
                .and_then(|frame| self.codes.cache_index(frame.code, x))
                .and_then(|index| self.caches.get(index).copied())
                .unwrap_or(Cache::EMPTY);
            if cache.key == shape && cache.index & Cache::TRANSITION != 0 && cache.index < Cache::TYPE {
                let index = (cache.index & !Cache::TRANSITION) as usize;
                let next = cache.value.as_small_int().unwrap_or(0) as u32;
                if index < self.heap.field_count(object) {
                    self.heap.set_shape(object, next, index + 1)?;
                    self.heap.set_field(object, index, value);
                    return Ok(());
                }
            }
            self.set_attr(object, name, value)?;
            self.cache_set_attribute(object, shape, name, x);
            return Ok(());
        }
        self.set_attr(object, name, value)
    }

    /// After an attribute was set: remembers where, if that is the same for all instances of the shape.
    fn cache_set_attribute(&mut self, object: Value, before: u32, name: Value, x: u32) {
        let class = self.shapes.class(before);
        if self.class_flags(class) & flag::HAS_SETATTR != 0 {
            return;
        }
        if let Some(found) = self.lookup(class, name)
            && self.is_data_descriptor(found)
        {
            return;
        }
        let Some(after) = self.heap.shape(object) else { return };
        let Some(shape) = self.shapes.get(after) else { return };
        if shape.has_dict {
            return;
        }
        let first = shape.first_attribute;
        let Some(index) = self.shapes.find(after, name).filter(|&index| index >= first) else { return };
        let cache = if after == before {
            Cache { key: before, index: index as u32, value: Value::UNBOUND }
        } else {
            let next = Value::small_int(i64::from(after));
            Cache { key: before, index: index as u32 | Cache::TRANSITION, value: next }
        };
        self.set_cache(x, cache);
    }

    /// `GetMethod`: function and receiver, or the attribute and Unbound.
    pub(crate) fn get_method_slow(&mut self, target: u8, object: Value, x: u32) -> Completion<()> {
        let name = self.name_at(x);
        if let Some(function) = self.find_method(object, name)? {
            let key = cache_key(&self.heap, object);
            if key != 0 && !self.may_shadow(object, name) {
                self.set_cache(x, Cache { key, index: Cache::VALUE, value: function });
            }
            self.set_reg(target, function);
            self.set_reg(target.wrapping_add(1), object);
            return Ok(());
        }
        if self.record_type_id(object) == TypeId::SUPER
            && let Some((function, receiver)) = self.super_method(object, name)
        {
            self.set_reg(target, function);
            self.set_reg(target.wrapping_add(1), receiver);
            return Ok(());
        }
        let value = self.get_attr(object, name)?;
        self.set_reg(target, value);
        self.set_reg(target.wrapping_add(1), Value::UNBOUND);
        Ok(())
    }

    /// Whether another instance of the same key could have an attribute of its own under the name.
    fn may_shadow(&self, object: Value, _name: Value) -> bool {
        match self.heap.shape(object).and_then(|shape| self.shapes.get(shape)) {
            Some(shape) => shape.has_dict,
            None => matches!(self.record_type_id(object), TypeId::SIMPLE_NAMESPACE | TypeId::SUPER),
        }
    }

    /// The method of the object's type under the name, if calling it with the object as its first argument is the same
    /// as getting the attribute and calling that.
    fn find_method(&mut self, object: Value, name: Value) -> Completion<Option<Value>> {
        if self.is_class(object) {
            return Ok(None);
        }
        let class = self.type_of(object);
        if self.class_flags(class) & flag::HAS_GETATTRIBUTE != 0 || self.record_type_id(object) == TypeId::SUPER {
            return Ok(None);
        }
        let Some(found) = self.lookup(class, name) else { return Ok(None) };
        let is_method = self.heap.kind(found) == Some(Kind::Function)
            || matches!(self.native_row(found).map(|row| row.kind), Some(RowKind::Method(_) | RowKind::RawMethod(_)));
        if !is_method || self.instance_attribute(object, name)?.is_some() {
            return Ok(None);
        }
        Ok(Some(found))
    }
}
