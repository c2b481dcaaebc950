//! `__dict__`: the dicts behind the attributes of functions, exceptions and instances. Instances have fields instead
//! until somebody asks for the dict.

use super::attributes::module_field;
use super::class::{field, flag};
use super::shape::Shape;
use crate::exceptions::{self, raise};
use crate::heap::Kind;
use crate::native::TypeId;
use crate::types::function as function_type;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// `__dict__` of a function or exception.
pub(crate) fn get_attribute_dict(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.attribute_dict_made(this)
}

/// `__dict__ = value` of a function or exception; Unbound stands for `del`.
pub(crate) fn set_attribute_dict(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "cannot delete __dict__"));
    }
    let value = iso.check_namespace(value)?;
    iso.set_attribute_dict(this, value)?;
    Ok(Value::NONE)
}

impl Isolate {
    /// The dict of a function's or exception's own attributes, if it has one already.
    pub(super) fn attribute_dict(&self, value: Value) -> Option<Value> {
        let index = match self.heap.kind(value)? {
            Kind::Function => function_type::field::DICT,
            Kind::Exception => exceptions::field::DICT,
            _ => return None,
        };
        self.heap.field(value, index).given()
    }

    /// The dict of a function's or exception's own attributes, made if it has none.
    pub(super) fn attribute_dict_made(&mut self, value: Value) -> Completion<Value> {
        if let Some(dict) = self.attribute_dict(value) {
            return Ok(dict);
        }
        let dict = self.new_dict()?;
        self.set_attribute_dict(value, dict)?;
        Ok(dict)
    }

    /// Which field of a record holds the dict of its own attributes.
    fn record_dict_field(&self, value: Value) -> Option<usize> {
        match self.record_type_id(value) {
            TypeId::SIMPLE_NAMESPACE => Some(0),
            TypeId::CLASS_METHOD | TypeId::STATIC_METHOD => Some(1),
            TypeId::MODULE_SPEC => Some(crate::types::module_spec::field::DICT),
            TypeId::TYPE_VAR | TypeId::PARAM_SPEC | TypeId::TYPE_VAR_TUPLE => {
                Some(crate::types::type_parameters::field::DICT)
            }
            _ => None,
        }
    }

    /// The dict of a record's own attributes, if it has one already.
    pub(super) fn record_dict(&self, value: Value) -> Option<Value> {
        self.heap.field(value, self.record_dict_field(value)?).given()
    }

    /// The dict of a record's own attributes, made if it has none; nothing for types without.
    pub(super) fn record_dict_made(&mut self, value: Value) -> Completion<Option<Value>> {
        let Some(index) = self.record_dict_field(value) else { return Ok(None) };
        if let Some(dict) = self.heap.field(value, index).given() {
            return Ok(Some(dict));
        }
        let dict = self.new_dict()?;
        self.heap.set_field(value, index, dict);
        Ok(Some(dict))
    }

    /// Makes `dict` that of a function's or exception's own attributes.
    fn set_attribute_dict(&mut self, value: Value, dict: Value) -> Completion<()> {
        if self.heap.kind(value) == Some(Kind::Function) {
            self.heap.grow_fields(value, function_type::field::COUNT)?;
            self.heap.set_field(value, function_type::field::DICT, dict);
        } else {
            self.heap.set_field(value, exceptions::field::DICT, dict);
        }
        Ok(())
    }

    /// `value.__dict__`: nothing if objects of the type have none. An instance's fields move into a real dict.
    pub fn instance_dict(&mut self, value: Value) -> Completion<Option<Value>> {
        match self.heap.kind(value) {
            Some(Kind::Module) => Ok(Some(self.heap.field(value, module_field::DICT))),
            Some(Kind::Function | Kind::Exception) => self.attribute_dict_made(value).map(Some),
            Some(Kind::Record) => self.record_dict_made(value),
            Some(Kind::Instance) => {
                let class = self.type_of(value);
                if self.class_flags(class) & flag::HAS_DICT == 0 {
                    return Ok(None);
                }
                let dict = self.instance_dict_made(value, class)?;
                let shown = self.shown_dict_field(value).filter(|&index| index < self.heap.field_count(value));
                Ok(Some(shown.and_then(|index| self.heap.field(value, index).given()).unwrap_or(dict)))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn instance_dict_made(&mut self, value: Value, class: Value) -> Completion<Value> {
        let Some(shape) = self.heap.shape(value).and_then(|number| self.shapes.get(number)) else {
            return Err(raise::internal(self));
        };
        if shape.has_dict {
            return Ok(self.heap.field(value, shape.names.len() - 1));
        }
        let first = shape.first_attribute;
        let names: Vec<Value> = shape.names.get(first..).unwrap_or(&[]).to_vec();
        let dict = self.new_dict()?;
        for (index, name) in names.into_iter().enumerate() {
            if let Some(content) = self.heap.field(value, first + index).given() {
                self.heap.dict_set_plain(dict, name, content)?;
            }
        }
        self.set_instance_dict(value, class, first, dict)?;
        Ok(dict)
    }

    /// Makes `dict` the namespace of an instance.
    fn set_instance_dict(&mut self, value: Value, class: Value, first: usize, dict: Value) -> Completion<()> {
        let mut number = self.heap.field(class, field::DICT_SHAPE).as_small_int().unwrap_or(0) as u32;
        if number == 0 {
            let root = self.heap.field(class, field::SHAPE).as_small_int().unwrap_or(0) as u32;
            let mut names: Vec<Value> = self.shapes.get(root).map(|shape| shape.names.clone()).unwrap_or_default();
            names.truncate(first);
            names.push(Value::UNBOUND);
            number = self.shapes.add(Shape {
                class,
                names,
                first_attribute: first + 1,
                transitions: Vec::new(),
                has_dict: true,
                parent: 0,
            });
            self.heap.set_field(class, field::DICT_SHAPE, Value::small_int(i64::from(number)));
        }
        self.heap.set_shape(value, number, first + 1)?;
        self.heap.set_field(value, first, dict);
        for index in first + 1..self.heap.field_count(value) {
            self.heap.set_field(value, index, Value::UNBOUND);
        }
        Ok(())
    }

    /// `value.__dict__ = content`, checked.
    pub(super) fn set_instance_namespace(&mut self, value: Value, class: Value, content: Value) -> Completion<()> {
        if self.class_flags(class) & flag::HAS_DICT == 0 {
            return Err(self.cannot_set(value, names::__dict__, false));
        }
        let content = if content.is_unbound() { self.new_dict()? } else { content };
        let dict = self.check_namespace(content)?;
        self.replace_instance_dict(value, dict)?;
        self.set_shown_dict(value, Some(content).filter(|&shown| shown != dict))
    }

    /// The dict inside of what becomes a `__dict__`: it may be an instance of a subclass.
    pub(crate) fn check_namespace(&mut self, content: Value) -> Completion {
        let dict = self.unwrap(content);
        if self.heap.kind(dict) != Some(Kind::Dict) {
            let kind = self.type_name(content);
            let message = format!("__dict__ must be set to a dictionary, not a '{kind}'");
            return Err(raise::type_error(self, &message));
        }
        Ok(dict)
    }

    /// The field behind the dict of an instance's attributes: an instance of a subclass of dict that was given as the
    /// namespace. Attributes are looked up in the dict inside of it, as CPython passes its methods by.
    fn shown_dict_field(&self, value: Value) -> Option<usize> {
        let shape = self.shapes.get(self.heap.shape(value)?)?;
        shape.has_dict.then_some(shape.names.len())
    }

    fn set_shown_dict(&mut self, value: Value, shown: Option<Value>) -> Completion<()> {
        let Some(index) = self.shown_dict_field(value) else { return Ok(()) };
        if shown.is_some() {
            self.heap.grow_fields(value, index + 1)?;
        }
        if index < self.heap.field_count(value) {
            self.heap.set_field(value, index, shown.unwrap_or(Value::UNBOUND));
        }
        Ok(())
    }

    /// `value.__dict__ = dict` for an instance.
    fn replace_instance_dict(&mut self, value: Value, dict: Value) -> Completion<()> {
        let class = self.type_of(value);
        self.instance_dict_made(value, class)?;
        let first = self.heap.shape(value).and_then(|n| self.shapes.get(n)).map_or(0, |shape| shape.names.len() - 1);
        self.heap.set_field(value, first, dict);
        Ok(())
    }

    /// `value.__class__ = class` for an instance of a class with the same layout: attributes move over by name.
    pub(crate) fn replace_class(&mut self, value: Value, class: Value) -> Completion<()> {
        let old = self.type_of(value);
        let dict = self.instance_dict_made(value, old)?;
        let inner = self.class_flags(old) & flag::HAS_INNER != 0;
        let first = usize::from(inner);
        let count = self.heap.field_count(value);
        for index in first..count {
            self.heap.set_field(value, index, Value::UNBOUND);
        }
        let root = self.heap.field(class, field::SHAPE).as_small_int().unwrap_or(0) as u32;
        let slots = self.shapes.get(root).map_or(first, |shape| shape.first_attribute);
        self.heap.set_shape(value, root, slots.max(1))?;
        self.set_instance_dict(value, class, slots, dict)
    }
}
