//! Attribute instructions: the full look-up, and filling what the loop looks into: inline caches, and the table of all
//! sites. The loop has looked there before it comes here.

use super::variables::cache_key;
use crate::heap::Kind;
use crate::interpreter::call::CallSite;
use crate::interpreter::frame::WINDOW;
use crate::interpreter::{Access, Cache, FrameKind};
use crate::native::{RowKind, TypeId};
use crate::object::attributes::module_field;
use crate::object::class::flag;
use crate::types::tuple_getter;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Value, names};

impl Isolate {
    #[inline(never)]
    pub(crate) fn get_attr_slow(&mut self, target: u8, object: Value, x: u32) -> Completion<()> {
        let name = self.name_at(x);
        match self.heap.kind(object) {
            Some(Kind::Instance) => {
                if let Some(getter) = self.known_getter(object, name, x) {
                    return self.enter_getter(getter, object, target);
                }
                self.cache_attribute(object, name, x);
            }
            Some(Kind::Module) => {
                if let Some(value) = self.module_attribute(object, name, x) {
                    self.set_reg(target, value);
                    return Ok(());
                }
            }
            _ => {}
        }
        let value = self.get_attr(object, name)?;
        self.set_reg(target, value);
        Ok(())
    }

    /// Puts an answer into the inline cache and into the table of all sites.
    fn learn(&mut self, access: Access, name: Value, x: u32, cache: Cache) {
        self.methods.attributes.set(access, name, cache);
        self.set_cache(x, cache);
    }

    /// The getter of a property, if some instruction found it for another instance of the same shape.
    fn known_getter(&mut self, object: Value, name: Value, x: u32) -> Option<Value> {
        let shape = self.heap.shape(object)?;
        let cache = self.methods.attributes.find(Access::Get, shape, name)?;
        if cache.index != Cache::PROPERTY {
            return None;
        }
        self.set_cache(x, cache);
        Some(cache.value)
    }

    /// An attribute that the module's dict holds: the inline cache gets the number of its entry, for as long as the dict
    /// stays as it is.
    fn module_attribute(&mut self, module: Value, name: Value, x: u32) -> Option<Value> {
        let dict = self.heap.field(module, module_field::DICT);
        let key = self.heap.dict_version(dict) | Cache::TYPE;
        if self.type_of(module) != TypeId::MODULE.value() || key == Cache::TYPE {
            return None;
        }
        if let Some(found) = self.lookup(TypeId::MODULE.value(), name)
            && self.is_data_descriptor(found)
        {
            return None;
        }
        let entry = self.heap.find_name(dict, name)?;
        self.set_cache(x, Cache { key, index: entry as u32, value: Value::UNBOUND });
        Some(self.heap.dict_value(dict, entry))
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
                        // An AttributeError of the getter leads to `__getattr__`.
                        let is_final = self.lookup(class, names::__getattr__).is_none();
                        if is_final && self.heap.function(getter).is_some_and(|(_, arity, _)| arity == 1) {
                            let cache = Cache { key: shape, index: Cache::PROPERTY, value: getter };
                            self.learn(Access::Get, name, x, cache);
                        }
                    }
                    TypeId::TUPLE_GETTER => {
                        let place = Value::small_int(tuple_getter::place(self, found));
                        self.learn(Access::Get, name, x, Cache { key: shape, index: Cache::ITEM, value: place });
                    }
                    TypeId::MEMBER_DESCRIPTOR => {
                        if let Some(index) = self.slot_of_member(found, shape, name) {
                            let cache = Cache { key: shape, index: index as u32, value: Value::UNBOUND };
                            self.learn(Access::Get, name, x, cache);
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
        let index = match self.shapes.find(shape, name) {
            Some(index) if index >= first => index as u32,
            // A method is bound each time somebody asks for it.
            None if found.is_some_and(|found| {
                self.heap.is_plain(found) || !IS_SMALL && self.heap.kind(found) == Some(Kind::Function)
            }) =>
            {
                Cache::CLASS
            }
            _ => return,
        };
        self.learn(Access::Get, name, x, Cache { key: shape, index, value: Value::UNBOUND });
    }

    /// The field that a member of `__slots__` stands for in instances of the shape, if it goes by its own name.
    fn slot_of_member(&self, member: Value, shape: u32, name: Value) -> Option<usize> {
        if self.heap.field(member, 1) == name { self.shapes.find(shape, name) } else { None }
    }

    /// Calls the getter of a property in a frame of its own.
    pub(crate) fn enter_getter(&mut self, getter: Value, object: Value, target: u8) -> Completion<()> {
        let at = self.free_stack() + 2;
        self.ensure_stack(at + 2 + WINDOW);
        if let Some(place) = self.thread.stack.get_mut(at..at + 2) {
            place.copy_from_slice(&[getter, object]);
        }
        let site = CallSite { at, count: 1, keywords: Value::UNBOUND, ret: target, kind: FrameKind::Call };
        self.finish_call(site)
    }

    #[inline(never)]
    pub(crate) fn set_attr_slow(&mut self, object: Value, value: Value, x: u32) -> Completion<()> {
        let name = self.name_at(x);
        let Some(shape) = self.heap.shape(object) else { return self.set_attr(object, name, value) };
        let cache = self.inline_cache_at(x);
        if cache.key == shape && cache.index < Cache::TYPE {
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
        Ok(())
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
            if self.record_type_id(found) == TypeId::MEMBER_DESCRIPTOR
                && let Some(index) = self.slot_of_member(found, before, name)
            {
                let cache = Cache { key: before, index: index as u32, value: Value::UNBOUND };
                self.learn(Access::Set, name, x, cache);
            }
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
        self.learn(Access::Set, name, x, cache);
    }

    /// `GetMethod`: function and receiver, or the attribute and Unbound.
    #[inline(never)]
    pub(crate) fn get_method_slow(&mut self, target: u8, object: Value, x: u32) -> Completion<()> {
        let (function, receiver) = self.method_and_receiver(object, x)?;
        self.set_reg(target, function);
        self.set_reg(target.wrapping_add(1), receiver);
        Ok(())
    }

    fn method_and_receiver(&mut self, object: Value, x: u32) -> Completion<(Value, Value)> {
        let name = self.name_at(x);
        if self.record_type_id(object) == TypeId::SUPER
            && let Some(found) = self.super_method(object, name)
        {
            return Ok(found);
        }
        if self.heap.kind(object) == Some(Kind::Module)
            && let Some(value) = self.module_attribute(object, name, x)
        {
            return Ok((value, Value::UNBOUND));
        }
        if let Some(function) = self.find_method(object, name)? {
            let key = cache_key(&self.heap, object);
            if key != 0 && !self.may_shadow(object) {
                self.learn(Access::Method, name, x, Cache { key, index: Cache::VALUE, value: function });
            }
            return Ok((function, object));
        }
        Ok((self.get_attr(object, name)?, Value::UNBOUND))
    }

    /// Whether another instance of the same key could have an attribute of its own under the name.
    fn may_shadow(&self, object: Value) -> bool {
        match self.heap.shape(object).and_then(|shape| self.shapes.get(shape)) {
            Some(shape) => shape.has_dict,
            None => {
                matches!(self.record_type_id(object), TypeId::SIMPLE_NAMESPACE | TypeId::SUPER | TypeId::GENERIC_ALIAS)
            }
        }
    }

    /// The method of the object's type under the name, if calling it with the object as its first argument is the same
    /// as getting the attribute and calling that.
    fn find_method(&mut self, object: Value, name: Value) -> Completion<Option<Value>> {
        if self.is_class(object) {
            return Ok(None);
        }
        let class = self.type_of(object);
        let looks_elsewhere = matches!(self.record_type_id(object), TypeId::SUPER | TypeId::GENERIC_ALIAS);
        if self.class_flags(class) & flag::HAS_GETATTRIBUTE != 0 || looks_elsewhere {
            return Ok(None);
        }
        let Some(found) = self.lookup(class, name) else { return Ok(None) };
        let is_method = self.heap.kind(found) == Some(Kind::Function)
            || matches!(self.native_row(found).map(|row| row.kind), Some(RowKind::Method(..) | RowKind::RawMethod(..)));
        if !is_method || self.instance_attribute(object, name)?.is_some() {
            return Ok(None);
        }
        Ok(Some(found))
    }
}
