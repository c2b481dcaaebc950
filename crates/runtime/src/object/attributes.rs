//! Attribute access: `object.__getattribute__` and its companions for every kind of object (Language reference
//! 3.3.2 and the Descriptor HowTo).

use super::class::{field, flag};
use crate::exceptions::hierarchy::extra_fields;
use crate::exceptions::{field as exception_field, raise};
use crate::heap::Kind;
use crate::native::{RowKind, TypeId};
use crate::types::{super_object, tuple_getter};
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::string::String;

/// Fields of a module's payload.
pub(crate) mod module_field {
    /// The module's dict.
    pub(crate) const DICT: usize = 0;
    /// The class, for instances of subclasses of `module`.
    pub(crate) const CLASS: usize = 1;
}

/// Attributes of a class with more fields than this live in a dict.
const MOST_FIELDS: usize = 64;

impl Isolate {
    /// `value.name`; `name` is interned.
    pub fn get_attr(&mut self, value: Value, name: Value) -> Completion {
        match self.find_attr(value, name) {
            Ok(Some(found)) => Ok(found),
            Ok(None) => Err(self.no_attribute(value, name)),
            Err(raised) => {
                self.complete_attribute_error(value, name);
                Err(raised)
            }
        }
    }

    /// An `AttributeError` on its way that says neither of what object nor of what name gets both.
    #[cold]
    pub(crate) fn complete_attribute_error(&mut self, value: Value, name: Value) {
        let exception = self.in_flight;
        if exception.is_none() || !self.is_instance_of(exception, TypeId::ATTRIBUTE_ERROR) {
            return;
        }
        let own = [exception_field::EXTRA, exception_field::EXTRA + 1];
        if own.into_iter().all(|index| self.heap.field(exception, index).is_none()) {
            self.heap.set_field(exception, exception_field::EXTRA, name);
            self.heap.set_field(exception, exception_field::EXTRA + 1, value);
        }
    }

    /// `value.name`, or nothing where that raises `AttributeError`.
    pub fn get_attr_opt(&mut self, value: Value, name: Value) -> Completion<Option<Value>> {
        match self.find_attr(value, name) {
            Err(_) if self.raised_is(TypeId::ATTRIBUTE_ERROR) => {
                self.take_exception();
                Ok(None)
            }
            found => found,
        }
    }

    /// `value.name`, or nothing if it is missing and nobody raised an exception that says so.
    fn find_attr(&mut self, value: Value, name: Value) -> Completion<Option<Value>> {
        match self.record_type_id(value) {
            TypeId::SUPER => return self.super_attribute(value, name),
            TypeId::GENERIC_ALIAS => return self.alias_attribute(value, name),
            _ => {}
        }
        let class = self.type_of(value);
        if self.class_flags(class) & flag::HAS_GETATTRIBUTE != 0
            && let Some(hook) = self.lookup(class, names::__getattribute__)
        {
            return self.get_attr_by_hooks(value, class, hook, name);
        }
        match self.get_attr_generic(value, name) {
            Ok(None) => self.get_attr_fallback(value, class, name),
            Err(raised) => self.get_attr_after(value, class, name, raised),
            found => found,
        }
    }

    /// A descriptor's `AttributeError` leads to `__getattr__` as well, where the class has it.
    #[cold]
    fn get_attr_after(&mut self, value: Value, class: Value, name: Value, raised: Raised) -> Completion<Option<Value>> {
        if !self.raised_is(TypeId::ATTRIBUTE_ERROR) || self.lookup(class, names::__getattr__).is_none() {
            return Err(raised);
        }
        self.take_exception();
        self.get_attr_fallback(value, class, name)
    }

    #[cold]
    fn get_attr_by_hooks(&mut self, value: Value, class: Value, hook: Value, name: Value) -> Completion<Option<Value>> {
        match self.call_unbound(hook, value, &[name]) {
            Ok(found) => Ok(Some(found)),
            Err(raised) => {
                if !self.raised_is(TypeId::ATTRIBUTE_ERROR) {
                    return Err(raised);
                }
                if let Some(fallback) = self.lookup(class, names::__getattr__) {
                    self.take_exception();
                    return self.call_unbound(fallback, value, &[name]).map(Some);
                }
                // The hook's own exception is the one to see, not one made anew.
                Err(raised)
            }
        }
    }

    /// `__getattr__`, where the class has it.
    fn get_attr_fallback(&mut self, value: Value, class: Value, name: Value) -> Completion<Option<Value>> {
        match self.lookup(class, names::__getattr__) {
            Some(hook) => self.call_unbound(hook, value, &[name]).map(Some),
            None => Ok(None),
        }
    }

    /// `object.__getattribute__` without `__getattr__`: nothing if the attribute is missing.
    pub(crate) fn get_attr_generic(&mut self, value: Value, name: Value) -> Completion<Option<Value>> {
        if self.is_class(value) {
            return self.get_class_attr(value, name);
        }
        let class = self.type_of(value);
        let attribute = self.lookup(class, name);
        if let Some(found) = attribute
            && self.is_data_descriptor(found)
            && self.is_readable(found)
        {
            return self.bind(found, value, class);
        }
        if let Some(own) = self.instance_attribute(value, name)? {
            return Ok(Some(own));
        }
        match attribute {
            Some(found) => self.bind(found, value, class),
            None if name == names::__class__ => Ok(Some(class)),
            // A bound method has the attributes of its function.
            None if class == TypeId::METHOD.value() => {
                let function = self.heap.field(value, 0);
                self.find_attr(function, name)
            }
            None if name == names::__dict__ => self.instance_dict(value),
            None if self.heap.kind(value) == Some(Kind::Module) => self.module_fallback(value, name),
            None => Ok(None),
        }
    }

    /// A module's own `__getattr__` (PEP 562).
    fn module_fallback(&mut self, module: Value, name: Value) -> Completion<Option<Value>> {
        let dict = self.heap.field(module, module_field::DICT);
        match self.heap.dict_get_name(dict, names::__getattr__) {
            Some(hook) => match self.call(hook, &[name]) {
                Ok(found) => Ok(Some(found)),
                Err(raised) => {
                    if self.raised_is(TypeId::ATTRIBUTE_ERROR) && self.is_frozen_function(hook) {
                        // How the library finds its names is nobody's concern.
                        let exception = self.materialize();
                        self.heap.set_field(exception, exception_field::TRACEBACK, Value::NONE);
                    }
                    Err(raised)
                }
            },
            None => Ok(None),
        }
    }

    /// Whether a function belongs to a module of the library that is part of the interpreter.
    fn is_frozen_function(&self, function: Value) -> bool {
        let filename = self.function_details(function).map(|details| details.filename());
        filename.and_then(|name| self.heap.str(name)).is_some_and(|name| name.starts_with("<frozen "))
    }

    /// `type.__getattribute__`: the metaclass's data descriptors, the class's own order, the metaclass.
    fn get_class_attr(&mut self, class: Value, name: Value) -> Completion<Option<Value>> {
        let metaclass = self.type_of(class);
        let of_metaclass = self.lookup(metaclass, name);
        if let Some(found) = of_metaclass
            && self.is_data_descriptor(found)
            && self.is_readable(found)
        {
            return self.bind(found, class, metaclass);
        }
        if let Some(found) = self.lookup(class, name) {
            return self.bind_to_class(found, class).map(Some);
        }
        match of_metaclass {
            Some(found) => self.bind(found, class, metaclass),
            None => Ok(None),
        }
    }

    /// What a class attribute is when read from the class: `__get__(None, class)`.
    pub(crate) fn bind_to_class(&mut self, found: Value, class: Value) -> Completion {
        if let Some(row) = self.native_row(found) {
            return match row.kind {
                RowKind::ClassMethod(..) => self.new_bound_method(found, class),
                _ => Ok(found),
            };
        }
        match self.heap.kind(found) {
            Some(Kind::Record) => match self.record_type_id(found) {
                TypeId::STATIC_METHOD => Ok(self.heap.field(found, 0)),
                TypeId::CLASS_METHOD => self.bind_class_method(found, class),
                TypeId::PROPERTY | TypeId::MEMBER_DESCRIPTOR => Ok(found),
                _ => Ok(found),
            },
            Some(Kind::Instance) => {
                let kind = self.type_of(found);
                match self.lookup(kind, names::__get__) {
                    Some(getter) => self.call_unbound(getter, found, &[Value::NONE, class]),
                    None => Ok(found),
                }
            }
            _ => Ok(found),
        }
    }

    /// A `classmethod` object bound to a class.
    fn bind_class_method(&mut self, found: Value, class: Value) -> Completion {
        let function = self.heap.field(found, 0);
        self.new_class_bound(function, class)
    }

    /// The number of a record's type.
    #[inline]
    #[must_use]
    pub(crate) fn record_type_id(&self, value: Value) -> TypeId {
        self.heap.record_type(value).map_or(TypeId::OBJECT, TypeId)
    }

    /// Whether a class attribute takes precedence over instance attributes.
    pub(crate) fn is_data_descriptor(&mut self, found: Value) -> bool {
        if let Some(row) = self.native_row(found) {
            return matches!(row.kind, RowKind::Getter(..) | RowKind::GetSet(..));
        }
        match self.heap.kind(found) {
            Some(Kind::Record) => {
                matches!(
                    self.record_type_id(found),
                    TypeId::PROPERTY | TypeId::MEMBER_DESCRIPTOR | TypeId::GETSET_DESCRIPTOR | TypeId::TUPLE_GETTER
                )
            }
            Some(Kind::Instance) => {
                let kind = self.type_of(found);
                self.lookup(kind, names::__set__).is_some() || self.lookup(kind, names::__delete__).is_some()
            }
            _ => false,
        }
    }

    /// Whether a data descriptor has a say when it is read: without a `__get__` the instance's own attribute counts.
    fn is_readable(&mut self, found: Value) -> bool {
        self.heap.kind(found) != Some(Kind::Instance) || {
            let kind = self.type_of(found);
            self.lookup(kind, names::__get__).is_some()
        }
    }

    /// What a class attribute is when read from an instance: `__get__(value, class)`.
    pub(crate) fn bind(&mut self, found: Value, value: Value, class: Value) -> Completion<Option<Value>> {
        if let Some(row) = self.native_row(found) {
            return match row.kind {
                RowKind::Method(..) | RowKind::RawMethod(..) => self.new_bound_method(found, value).map(Some),
                RowKind::ClassMethod(..) => self.new_bound_method(found, class).map(Some),
                RowKind::Getter(get, _) | RowKind::GetSet(get, ..) => {
                    let inner = self.unwrap_for(found, value);
                    get(self, &[inner]).map(Value::given)
                }
                _ => Ok(Some(found)),
            };
        }
        match self.heap.kind(found) {
            Some(Kind::Function) => self.new_bound_method(found, value).map(Some),
            Some(Kind::Record) => match self.record_type_id(found) {
                TypeId::STATIC_METHOD => Ok(Some(self.heap.field(found, 0))),
                TypeId::CLASS_METHOD => self.bind_class_method(found, class).map(Some),
                TypeId::MEMBER_DESCRIPTOR => self.get_member(found, value),
                TypeId::GETSET_DESCRIPTOR if !self.is_subtype(self.type_of(value), self.heap.field(found, 0)) => {
                    Err(self.wrong_receiver(found, value))
                }
                TypeId::GETSET_DESCRIPTOR if self.heap.field(found, 1) == names::__dict__ => self.instance_dict(value),
                TypeId::GETSET_DESCRIPTOR => {
                    let reference = self.weak_references(value).first().copied();
                    Ok(Some(reference.map_or(Value::NONE, |reference| self.keep(reference))))
                }
                TypeId::PROPERTY => {
                    let getter = self.heap.field(found, 0);
                    if getter.is_none() || getter.is_unbound() {
                        return Err(self.property_without(found, value, "getter"));
                    }
                    self.call(getter, &[value]).map(Some)
                }
                TypeId::TUPLE_GETTER => tuple_getter::item(self, found, value).map(Some),
                TypeId::SUPER => super_object::get(self, &[found, value, class]).map(Some),
                _ => Ok(Some(found)),
            },
            Some(Kind::Instance) => {
                let kind = self.type_of(found);
                match self.lookup(kind, names::__get__) {
                    Some(getter) => self.call_unbound(getter, found, &[value, class]).map(Some),
                    None => Ok(Some(found)),
                }
            }
            _ => Ok(Some(found)),
        }
    }

    /// The receiver that a native row of a builtin type wants: the builtin object inside an instance.
    #[inline]
    pub(crate) fn unwrap_for(&self, native: Value, receiver: Value) -> Value {
        match native.as_native() {
            Some((table, _)) if table == TypeId::OBJECT.0 as usize => receiver,
            _ => self.unwrap(receiver),
        }
    }

    /// The value of a slot (`__slots__`): a member descriptor holds the class and the slot's name.
    fn get_member(&mut self, member: Value, value: Value) -> Completion<Option<Value>> {
        let name = self.heap.field(member, 1);
        let Some(index) = self.slot_field(value, name) else {
            return Err(self.wrong_receiver(member, value));
        };
        Ok(self.heap.field(value, index).given())
    }

    /// Where an object keeps what is in one of its class's `__slots__`; exceptions behind their own fields.
    fn slot_field(&self, value: Value, name: Value) -> Option<usize> {
        if self.heap.kind(value) != Some(Kind::Exception) {
            return self.shapes.find(self.heap.shape(value)?, name);
        }
        let class = self.heap.field(value, exception_field::CLASS);
        let shape = self.heap.field(class, field::SHAPE).as_small_int()?;
        let index = self.shapes.find(u32::try_from(shape).ok()?, name)?;
        Some(exception_field::EXTRA + extra_fields(self.layout_of(class)) + index)
    }

    pub(crate) fn wrong_receiver(&mut self, member: Value, value: Value) -> Raised {
        let name = self.name_text(self.heap.field(member, 1));
        let (owner, kind) = (self.class_name(self.heap.field(member, 0)), self.type_name(value));
        let message = format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{kind}' object");
        raise::type_error(self, &message)
    }

    pub(crate) fn property_without(&mut self, property: Value, value: Value, what: &str) -> Raised {
        let name = match self.name_of_property(property) {
            Ok(name) => name,
            Err(raised) => return raised,
        };
        if let Some(name) = name
            && let Some(owner) = self.builtin_owner(value, property, name)
        {
            let name = self.name_text(name);
            let message = format!("attribute '{name}' of '{owner}' objects is not writable");
            return raise::attribute_error_text(self, &message);
        }
        let kind = self.class_qualname(self.type_of(value));
        let message = match name {
            Some(name) => match self.repr_text(name) {
                Ok(name) => format!("property {name} of '{kind}' object has no {what}"),
                Err(raised) => return raised,
            },
            None => format!("property of '{kind}' object has no {what}"),
        };
        raise::attribute_error_text(self, &message)
    }

    /// The name of the class that a property is of, if it stands for one that CPython has in C.
    fn builtin_owner(&mut self, value: Value, property: Value, name: Value) -> Option<String> {
        self.mro(self.type_of(value)).into_iter().find_map(|class| {
            let is_builtin = self.class_flags(class) & flag::AS_BUILTIN != 0;
            let found = is_builtin.then(|| self.heap.dict_get_name(self.heap.field(class, field::DICT), name))?;
            (found == Some(property)).then(|| self.class_name(class))
        })
    }

    /// An attribute in the object's own namespace.
    pub(crate) fn instance_attribute(&mut self, value: Value, name: Value) -> Completion<Option<Value>> {
        match self.heap.kind(value) {
            Some(Kind::Instance) => {
                let Some(number) = self.heap.shape(value) else { return Ok(None) };
                let Some(shape) = self.shapes.get(number) else { return Ok(None) };
                if shape.has_dict {
                    let dict = self.heap.field(value, shape.names.len() - 1);
                    return Ok(self.heap.dict_get_name(dict, name));
                }
                let first = shape.first_attribute;
                match self.shapes.find(number, name) {
                    Some(index) if index >= first => Ok(self.heap.field(value, index).given()),
                    _ => Ok(None),
                }
            }
            Some(Kind::Module) => {
                let dict = self.heap.field(value, module_field::DICT);
                Ok(self.heap.dict_get_name(dict, name))
            }
            Some(Kind::Function | Kind::Exception) => match self.attribute_dict(value) {
                Some(dict) => Ok(self.heap.dict_get_name(dict, name)),
                None => Ok(None),
            },
            Some(Kind::Record) => match self.record_dict(value) {
                Some(dict) => Ok(self.heap.dict_get_name(dict, name)),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// `value.name = content`; `name` is interned.
    pub fn set_attr(&mut self, value: Value, name: Value, content: Value) -> Completion<()> {
        let class = self.type_of(value);
        if self.class_flags(class) & flag::HAS_SETATTR != 0
            && let Some(hook) = self.lookup(class, names::__setattr__)
            && self.native_row(hook).is_none()
        {
            self.call_unbound(hook, value, &[name, content])?;
            return Ok(());
        }
        self.set_attr_generic(value, name, content)
    }

    /// `del value.name`; `name` is interned.
    pub fn delete_attr(&mut self, value: Value, name: Value) -> Completion<()> {
        let class = self.type_of(value);
        if self.class_flags(class) & flag::HAS_SETATTR != 0
            && let Some(hook) = self.lookup(class, names::__delattr__)
            && self.native_row(hook).is_none()
        {
            self.call_unbound(hook, value, &[name])?;
            return Ok(());
        }
        self.set_attr_generic(value, name, Value::UNBOUND)
    }

    /// `object.__setattr__`, and `object.__delattr__` where `content` is Unbound.
    pub(crate) fn set_attr_generic(&mut self, value: Value, name: Value, content: Value) -> Completion<()> {
        if self.type_spec(value).is_some() {
            return self.set_class_attr(value, name, content);
        }
        let class = self.type_of(value);
        let attribute = self.lookup(class, name);
        if let Some(found) = attribute
            && self.is_data_descriptor(found)
        {
            return self.set_through(found, value, content);
        }
        if self.is_class(value) {
            return self.set_class_attr(value, name, content);
        }
        let dict = match self.heap.kind(value) {
            Some(Kind::Instance) if name == names::__dict__ && attribute.is_none() => {
                return self.set_instance_namespace(value, class, content);
            }
            Some(Kind::Instance) => return self.set_instance_attr(value, class, name, content, attribute.is_some()),
            Some(Kind::Module) => self.heap.field(value, module_field::DICT),
            Some(Kind::Function | Kind::Exception) => self.attribute_dict_made(value)?,
            Some(Kind::Record) => match self.record_dict_made(value)? {
                Some(dict) => dict,
                None => return self.set_by_record(value, name, content, attribute.is_some()),
            },
            _ => return Err(self.cannot_set(value, name, attribute.is_some())),
        };
        if content.is_unbound() {
            if self.heap.dict_remove_plain(dict, name) {
                return Ok(());
            }
            return Err(self.no_attribute(value, name));
        }
        self.heap.dict_set_plain(dict, name, content)?;
        Ok(())
    }

    /// Sets an attribute of an object that has none of its own: by the `__setattr__` of its type, if it is not that of `object`.
    #[cold]
    fn set_by_record(&mut self, value: Value, name: Value, content: Value, exists: bool) -> Completion<()> {
        let class = self.type_of(value);
        match self.lookup(class, names::__setattr__) {
            Some(hook)
                if !content.is_unbound() && self.lookup(TypeId::OBJECT.value(), names::__setattr__) != Some(hook) =>
            {
                self.call_unbound(hook, value, &[name, content])?;
                Ok(())
            }
            _ => Err(self.cannot_set(value, name, exists)),
        }
    }

    fn set_through(&mut self, found: Value, value: Value, content: Value) -> Completion<()> {
        if let Some(row) = self.native_row(found) {
            return match row.kind {
                RowKind::GetSet(_, set, _) => {
                    let inner = self.unwrap_for(found, value);
                    set(self, &[inner, content]).map(|_| ())
                }
                _ => {
                    let message = if self.is_member_row(row) {
                        "readonly attribute".into()
                    } else {
                        let owner = match found.as_native() {
                            Some((table, _)) if table < self.types.len() => TypeId(table as u16).value(),
                            _ => self.type_of(value),
                        };
                        let owner = self.class_name(owner);
                        format!("attribute '{}' of '{owner}' objects is not writable", row.name)
                    };
                    Err(raise::attribute_error_text(self, &message))
                }
            };
        }
        if self.heap.kind(found) == Some(Kind::Record) {
            if self.record_type_id(found) == TypeId::MEMBER_DESCRIPTOR {
                return self.set_member(found, value, content);
            }
            if self.record_type_id(found) == TypeId::GETSET_DESCRIPTOR {
                return self.set_class_attribute(found, value, content);
            }
            let deleting = content.is_unbound();
            if self.record_type_id(found) == TypeId::TUPLE_GETTER {
                return Err(tuple_getter::refusal(self, deleting));
            }
            let function = self.heap.field(found, if deleting { 2 } else { 1 });
            if function.is_none() || function.is_unbound() {
                return Err(self.property_without(found, value, if deleting { "deleter" } else { "setter" }));
            }
            let args = [value, content];
            self.call(function, if deleting { args.get(..1).unwrap_or(&args) } else { &args })?;
            return Ok(());
        }
        let kind = self.type_of(found);
        let (hook, args) = if content.is_unbound() {
            (names::__delete__, alloc::vec![value])
        } else {
            (names::__set__, alloc::vec![value, content])
        };
        match self.lookup(kind, hook) {
            Some(function) => self.call_unbound(function, found, &args).map(|_| ()),
            None => {
                let text = self.name_text(hook);
                Err(raise::attribute_error_text(self, &text))
            }
        }
    }

    /// Sets `__dict__`; `__weakref__` can't be set.
    fn set_class_attribute(&mut self, found: Value, value: Value, content: Value) -> Completion<()> {
        let class = self.type_of(value);
        if self.heap.field(found, 1) == names::__dict__ && self.heap.kind(value) == Some(Kind::Instance) {
            return self.set_instance_namespace(value, class, content);
        }
        let (name, owner) = (self.name_text(self.heap.field(found, 1)), self.class_name(self.heap.field(found, 0)));
        let message = format!("attribute '{name}' of '{owner}' objects is not writable");
        Err(raise::attribute_error_text(self, &message))
    }

    pub(crate) fn set_member(&mut self, member: Value, value: Value, content: Value) -> Completion<()> {
        let name = self.heap.field(member, 1);
        let Some(index) = self.slot_field(value, name) else { return Err(self.wrong_receiver(member, value)) };
        if content.is_unbound() && self.heap.field(value, index).is_unbound() {
            let text = self.name_text(name);
            return Err(raise::attribute_error_text(self, &text));
        }
        self.heap.grow_fields(value, index + 1)?;
        self.heap.set_field(value, index, content);
        Ok(())
    }

    fn set_instance_attr(
        &mut self,
        value: Value,
        class: Value,
        name: Value,
        content: Value,
        on_class: bool,
    ) -> Completion<()> {
        let Some(number) = self.heap.shape(value) else { return Err(raise::internal(self)) };
        let Some(shape) = self.shapes.get(number) else { return Err(raise::internal(self)) };
        let (has_dict, fields, first) = (shape.has_dict, shape.names.len(), shape.first_attribute);
        let parent = shape.parent;
        if has_dict {
            let dict = self.heap.field(value, fields - 1);
            if content.is_unbound() {
                if self.heap.dict_remove_plain(dict, name) {
                    return Ok(());
                }
                return Err(self.no_attribute(value, name));
            }
            self.heap.dict_set_plain(dict, name, content)?;
            return Ok(());
        }
        if self.class_flags(class) & flag::HAS_DICT == 0 {
            return Err(self.cannot_set(value, name, on_class));
        }
        if let Some(index) = self.shapes.find(number, name)
            && index >= first
        {
            if content.is_unbound() {
                if self.heap.field(value, index).is_unbound() {
                    return Err(self.no_attribute(value, name));
                }
                if parent != 0 && index + 1 == fields {
                    // The last attribute goes as it came.
                    self.heap.set_field(value, index, Value::UNBOUND);
                    self.heap.set_shape(value, parent, index)?;
                    return Ok(());
                }
                // Deleting is rare: the rest goes to a dict, which keeps the order of insertion right.
                let dict = self.instance_dict_made(value, class)?;
                self.heap.dict_remove_plain(dict, name);
                return Ok(());
            }
            self.heap.set_field(value, index, content);
            return Ok(());
        }
        if content.is_unbound() {
            return Err(self.no_attribute(value, name));
        }
        if fields >= MOST_FIELDS {
            let dict = self.instance_dict_made(value, class)?;
            self.heap.dict_set_plain(dict, name, content)?;
            return Ok(());
        }
        self.spare(256 + self.shapes.growth())?;
        let next = self.shapes.with(number, name);
        let room = (fields + 1).max(self.heap.field_count(value));
        let room = if room > self.heap.field_count(value) { room.max(fields + 1 + fields / 2) } else { room };
        self.heap.set_shape(value, next, room)?;
        self.heap.set_field(value, fields, content);
        let capacity = self.heap.field(class, field::CAPACITY).as_small_int().unwrap_or(0);
        if (fields as i64) >= capacity {
            self.set_capacity(class, fields + 1);
        }
        Ok(())
    }

    /// `type.__setattr__`: sets or deletes an attribute of a class.
    fn set_class_attr(&mut self, class: Value, name: Value, content: Value) -> Completion<()> {
        if self.heap.kind(class) != Some(Kind::Type) {
            let (name, class) = (self.repr_text(name)?, self.class_name(class));
            let message = format!("cannot set {name} attribute of immutable type '{class}'");
            return Err(raise::type_error(self, &message));
        }
        let dict = self.heap.field(class, field::DICT);
        let old = self.heap.dict_get_name(dict, name);
        if content.is_unbound() {
            if !self.heap.dict_remove_plain(dict, name) {
                let message =
                    format!("type object '{}' has no attribute '{}'", self.class_name(class), self.name_text(name));
                return Err(raise::attribute_error(self, class, name, &message));
            }
        } else {
            self.heap.dict_set_plain(dict, name, content)?;
        }
        self.class_attribute_changed(class, name, old, content);
        Ok(())
    }

    /// Brings caches and flags up to date after a class attribute changed. A plain value that replaces a plain value
    /// concerns only the table of looked-up names.
    fn class_attribute_changed(&mut self, class: Value, name: Value, old: Option<Value>, new: Value) {
        let plain = |iso: &Isolate, value: Value| match iso.heap.kind(value) {
            None => value.as_native().is_none(),
            Some(kind) => !matches!(kind, Kind::Function | Kind::Record | Kind::Instance | Kind::BoundMethod),
        };
        if old.is_some_and(|old| plain(self, old)) && plain(self, new) && !new.is_unbound() {
            self.forget_lookup(class, name);
        } else {
            self.class_changed();
        }
        let bit = match name {
            names::__getattribute__ => flag::HAS_GETATTRIBUTE,
            names::__setattr__ | names::__delattr__ => flag::HAS_SETATTR,
            names::__del__ => flag::HAS_DEL,
            _ => return,
        };
        self.set_class_flag(class, bit);
    }

    fn set_class_flag(&mut self, class: Value, bit: i64) {
        let flags = self.class_flags(class) | bit;
        self.heap.set_field(class, field::FLAGS, Value::small_int(flags));
        for subclass in self.subclasses(class) {
            self.set_class_flag(subclass, bit);
        }
    }

    #[cold]
    pub(crate) fn cannot_set(&mut self, value: Value, name: Value, on_class: bool) -> Raised {
        let (text, kind) = (self.name_text(name), self.type_name(value));
        let message = if on_class {
            format!("'{kind}' object attribute '{text}' is read-only")
        } else if self.class_flags(self.type_of(value)) & flag::HAS_SETATTR != 0 {
            // The class has a way of its own to set attributes; nobody knows whether a dict would help.
            format!("'{kind}' object has no attribute '{text}'")
        } else {
            format!("'{kind}' object has no attribute '{text}' and no __dict__ for setting new attributes")
        };
        raise::attribute_error(self, value, name, &message)
    }

    /// `AttributeError` for a missing attribute.
    #[cold]
    pub(crate) fn no_attribute(&mut self, mut value: Value, name: Value) -> Raised {
        let text = self.name_text(name);
        let message = if self.is_class(value) {
            format!("type object '{}' has no attribute '{text}'", self.class_name(value))
        } else if self.heap.kind(value) == Some(Kind::Module) {
            let dict = self.heap.field(value, module_field::DICT);
            match self.heap.dict_get_name(dict, names::__name__).and_then(|module| self.as_str(module)) {
                Some(module) => format!("module '{}' has no attribute '{text}'", self.name_text(module)),
                None => format!("module has no attribute '{text}'"),
            }
        } else {
            // A bound method has the attributes of its function, which is the one that lacks it.
            let function = self.heap.field(value, 0);
            if self.heap.kind(value) == Some(Kind::BoundMethod) && self.heap.kind(function) == Some(Kind::Function) {
                value = function;
            }
            let class = self.type_of(value);
            let is_slot =
                self.lookup(class, name).is_some_and(|found| self.record_type_id(found) == TypeId::MEMBER_DESCRIPTOR);
            let kind = if is_slot { self.module_and_name(class) } else { self.class_name(class) };
            format!("'{kind}' object has no attribute '{text}'")
        };
        raise::attribute_error(self, value, name, &message)
    }

    /// The qualified name of a class, with its module unless that is the program or `builtins`.
    fn module_and_name(&mut self, class: Value) -> alloc::string::String {
        let name = self.class_qualname(class);
        match self.class_module(class).as_deref() {
            None | Some("builtins" | "__main__") => name,
            Some(module) => format!("{module}.{name}"),
        }
    }

    /// The text of a string for a message.
    #[must_use]
    pub fn name_text(&self, name: Value) -> alloc::string::String {
        alloc::string::String::from_utf8_lossy(self.heap.str_bytes(self.unwrap(name)).unwrap_or(b"?")).into_owned()
    }
}
