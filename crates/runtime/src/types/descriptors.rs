//! `property`, `classmethod`, `staticmethod`, and the descriptors of `__slots__`.

use super::builtin_function;
use crate::exceptions::raise;
use crate::native::{
    Row, TypeFlags, TypeId, TypeSpec, class_method, getset, getter, method, raw_method, static_method,
};
use crate::types::sequence::class_getitem;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// A slot of `__slots__`: fields are the class and the name.
pub(crate) static MEMBER_DESCRIPTOR: TypeSpec =
    TypeSpec::new("member_descriptor", "", MEMBER_ROWS).with_flags(TypeFlags::NOT_CALLABLE);
/// `classmethod`: fields are the function and the dict of own attributes.
pub(crate) static CLASS_METHOD: TypeSpec = TypeSpec::new(
    "classmethod",
    "classmethod(function, /)\n--\n\nConvert a function to be a class method.",
    CLASS_METHOD_ROWS,
);
/// `staticmethod`: fields are the function and the dict of own attributes.
pub(crate) static STATIC_METHOD: TypeSpec = TypeSpec::new(
    "staticmethod",
    "staticmethod(function, /)\n--\n\nConvert a function to be a static method.",
    STATIC_METHOD_ROWS,
);
/// `property`: fields are the getter, setter, deleter, documentation and name.
pub(crate) static PROPERTY: TypeSpec = TypeSpec::new(
    "property",
    "property(fget=None, fset=None, fdel=None, doc=None)\n--\n\nProperty attribute.",
    PROPERTY_ROWS,
);

/// What reads, sets and deletes the attribute of an instance: a row of a builtin type's table or a record.
pub(super) const MEMBER_ROWS: &[Row] = &[
    method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get_member,
    ),
    method("__set__", "($self, instance, value, /)", "Set an attribute of instance to value.", set_member),
    method("__delete__", "($self, instance, /)", "Delete an attribute of instance.", delete_member),
    method("__repr__", "($self, /)", "Return repr(self).", repr_member),
    getter("__name__", "the name", member_name),
    getter("__qualname__", "the name behind the class's", member_qualname),
    getter("__objclass__", "the class", member_class),
    getter("__doc__", "None for slots, which have no documentation", member_doc),
];

/// What the `__new__` of types takes that are filled by their `__init__`.
const NEW: &str = "($type, /, *args, **kwargs)";

const CLASS_METHOD_ROWS: &[Row] = &[
    static_method("__new__", NEW, "Create and return a new object.", new_class_method),
    method("__init__", "($self, function, /)", "Initialize self.", init_wrapper),
    method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get_class_method,
    ),
    method("__repr__", "($self, /)", "Return repr(self).", repr_wrapper),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
    getter("__func__", "the function", function_of),
    getter("__wrapped__", "the function", function_of),
    getset("__dict__", "the own attributes, some of them taken over from the function", get_dict, set_dict),
    getset("__annotations__", "the function's annotations", get_annotations, |iso, args| {
        set_forwarded(iso, args, names::__annotations__)
    }),
    getset("__annotate__", "the function that computes the annotations", get_annotate, |iso, args| {
        set_forwarded(iso, args, names::__annotate__)
    }),
    getter("__isabstractmethod__", "whether the function is abstract", is_abstract),
];

const STATIC_METHOD_ROWS: &[Row] = &[
    static_method("__new__", NEW, "Create and return a new object.", new_static_method),
    method("__init__", "($self, function, /)", "Initialize self.", init_wrapper),
    method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get_static_method,
    ),
    method("__call__", "($self, /, *args, **kwargs)", "Call self as a function.", call_static_method),
    method("__repr__", "($self, /)", "Return repr(self).", repr_wrapper),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
    getter("__func__", "the function", function_of),
    getter("__wrapped__", "the function", function_of),
    getset("__dict__", "the own attributes, some of them taken over from the function", get_dict, set_dict),
    getset("__annotations__", "the function's annotations", get_annotations, |iso, args| {
        set_forwarded(iso, args, names::__annotations__)
    }),
    getset("__annotate__", "the function that computes the annotations", get_annotate, |iso, args| {
        set_forwarded(iso, args, names::__annotate__)
    }),
    getter("__isabstractmethod__", "whether the function is abstract", is_abstract),
];

const PROPERTY_ROWS: &[Row] = &[
    static_method("__new__", NEW, "Create and return a new object.", new_property),
    raw_method("__init__", "($self, fget=None, fset=None, fdel=None, doc=None)", "Initialize self.", init_property),
    method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get_property,
    ),
    method("__set__", "($self, instance, value, /)", "Set an attribute of instance to value.", set_property),
    method("__delete__", "($self, instance, /)", "Delete an attribute of instance.", delete_property),
    method("__set_name__", "($self, owner, name, /)", "Method to set name of a property.", set_property_name),
    raw_method(
        "getter",
        "($self, fget, /)",
        "Descriptor to obtain a copy of the property with a different getter.",
        with_getter,
    ),
    raw_method(
        "setter",
        "($self, fset, /)",
        "Descriptor to obtain a copy of the property with a different setter.",
        with_setter,
    ),
    raw_method(
        "deleter",
        "($self, fdel, /)",
        "Descriptor to obtain a copy of the property with a different deleter.",
        with_deleter,
    ),
    getter("fget", "the getter", property_getter),
    getter("fset", "the setter", property_setter),
    getter("fdel", "the deleter", property_deleter),
    getset("__doc__", "the documentation", property_doc, set_property_doc),
    getset("__name__", "the name", property_name, set_name_of_property),
    getter("__isabstractmethod__", "whether one of the functions is abstract", property_is_abstract),
];

fn first(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

/// What `__get__` is called with explicitly: an instance or a class.
pub(super) fn check_descriptor_arguments(iso: &mut Isolate, instance: Value, owner: Value) -> Completion<()> {
    if instance.is_none() && owner.or(Value::NONE).is_none() {
        return Err(raise::type_error(iso, "__get__(None, None) is invalid"));
    }
    Ok(())
}

/// Whether the descriptor is a row of a builtin type's table and no record.
fn is_native(args: &[Value]) -> bool {
    args.first().is_some_and(|this| this.as_native().is_some())
}

fn member_doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::doc(iso, args);
    }
    let this = first(iso, args)?;
    if iso.record_type_id(this) == TypeId::MEMBER_DESCRIPTOR {
        return Ok(Value::NONE);
    }
    let is_dict = iso.heap.field(this, 1) == names::__dict__;
    iso.new_str(if is_dict { "dictionary for instance variables" } else { "list of weak references to the object" })
}

fn get_member(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::get(iso, args);
    }
    let &[this, instance, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, instance, owner)?;
    if instance.is_none() {
        return match owner {
            Value::UNBOUND | Value::NONE => Err(raise::type_error(iso, "__get__(None, None) is invalid")),
            _ => Ok(this),
        };
    }
    check_member_of(iso, this, instance)?;
    let name = iso.heap.field(this, 1);
    match iso.bind(this, instance, owner)? {
        Some(value) => Ok(value),
        None => Err(iso.no_attribute(instance, name)),
    }
}

/// What a slot is asked of must be an instance of its class.
fn check_member_of(iso: &mut Isolate, this: Value, instance: Value) -> Completion<()> {
    let class = iso.heap.field(this, 0);
    if iso.is_subtype(iso.type_of(instance), class) {
        return Ok(());
    }
    let (name, class) = (iso.name_text(iso.heap.field(this, 1)), iso.class_name(class));
    let kind = iso.type_name(instance);
    Err(raise::type_error(
        iso,
        &format!("descriptor '{name}' for '{class}' objects doesn't apply to a '{kind}' object"),
    ))
}

fn set_member(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::set(iso, args);
    }
    let &[this, instance, value] = args else { return Err(raise::internal(iso)) };
    check_member_of(iso, this, instance)?;
    let name = iso.heap.field(this, 1);
    iso.set_attr_generic(instance, name, value)?;
    Ok(Value::NONE)
}

fn delete_member(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::delete(iso, args);
    }
    let &[this, instance] = args else { return Err(raise::internal(iso)) };
    set_member(iso, &[this, instance, Value::UNBOUND])
}

fn repr_member(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::repr(iso, args);
    }
    let this = first(iso, args)?;
    let (class, name) = (iso.class_name(iso.heap.field(this, 0)), iso.name_text(iso.heap.field(this, 1)));
    let kind = if iso.record_type_id(this) == TypeId::MEMBER_DESCRIPTOR { "member" } else { "attribute" };
    iso.new_str(&format!("<{kind} '{name}' of '{class}' objects>"))
}

fn member_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::name(iso, args);
    }
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 1))
}

fn member_qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::qualname(iso, args);
    }
    let this = first(iso, args)?;
    let (class, name) = (iso.class_qualname(iso.heap.field(this, 0)), iso.name_text(iso.heap.field(this, 1)));
    iso.new_str(&format!("{class}.{name}"))
}

fn member_class(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_native(args) {
        return builtin_function::owner(iso, args);
    }
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 0))
}

/// The attributes that a wrapper takes over from its function: a dict, Unbound if there are none.
fn copied_attributes(iso: &mut Isolate, function: Value) -> Completion {
    let mut dict = Value::UNBOUND;
    for name in [names::__module__, names::__name__, names::__qualname__, names::__doc__] {
        if let Some(value) = iso.get_attr_opt(function, name)? {
            if dict.is_unbound() {
                dict = iso.new_dict()?;
            }
            iso.heap.dict_set_plain(dict, name, value)?;
        }
    }
    Ok(dict)
}

fn get_dict(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.instance_dict(this)?.unwrap_or(Value::NONE))
}

fn set_dict(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "cannot delete __dict__"));
    }
    let value = iso.check_namespace(value)?;
    iso.heap.set_field(this, 1, value);
    Ok(Value::NONE)
}

fn get_annotations(iso: &mut Isolate, args: &[Value]) -> Completion {
    forwarded(iso, args, names::__annotations__)
}

fn get_annotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    forwarded(iso, args, names::__annotate__)
}

/// Sets an attribute of the function itself.
fn set_forwarded(iso: &mut Isolate, args: &[Value], name: Value) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let function = iso.heap.field(this, 0);
    if value.is_unbound() {
        iso.delete_attr(function, name)?;
    } else {
        iso.set_attr(function, name, value)?;
    }
    Ok(Value::NONE)
}

fn new_class_method(iso: &mut Isolate, args: &[Value]) -> Completion {
    new_wrapper(iso, args, TypeId::CLASS_METHOD)
}

fn new_static_method(iso: &mut Isolate, args: &[Value]) -> Completion {
    new_wrapper(iso, args, TypeId::STATIC_METHOD)
}

fn new_wrapper(iso: &mut Isolate, args: &[Value], id: TypeId) -> Completion {
    let class = first(iso, args)?;
    iso.check_new(class, id)?;
    let made = iso.new_record(id, 0, &[Value::NONE, Value::UNBOUND])?;
    iso.wrap_new(class, id, made)
}

/// `classmethod.__init__` and `staticmethod.__init__`.
fn init_wrapper(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, function] = args else { return Err(raise::internal(iso)) };
    let dict = copied_attributes(iso, function)?;
    iso.heap.set_field(this, 0, function);
    iso.heap.set_field(this, 1, dict);
    Ok(Value::NONE)
}

fn get_class_method(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, instance, owner)?;
    let class = match owner.given().filter(|owner| !owner.is_none()) {
        Some(owner) => owner,
        None => iso.type_of(instance),
    };
    let function = iso.heap.field(this, 0);
    iso.new_class_bound(function, class)
}

fn get_static_method(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, instance, owner)?;
    Ok(iso.heap.field(this, 0))
}

fn call_static_method(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let function = iso.heap.field(this, 0);
    iso.call_packed(function, positional, keywords)
}

fn repr_wrapper(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let function = iso.heap.field(this, 0);
    let (kind, inner) = (iso.type_name(this), iso.repr_text(function)?);
    iso.new_str(&format!("<{kind}({inner})>"))
}

fn function_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 0))
}

fn forwarded(iso: &mut Isolate, args: &[Value], name: Value) -> Completion {
    let this = first(iso, args)?;
    let function = iso.heap.field(this, 0);
    iso.get_attr(function, name)
}

fn abstract_flag(iso: &mut Isolate, function: Value) -> Completion<bool> {
    match iso.get_attr_opt(function, names::__isabstractmethod__)? {
        Some(flag) => iso.is_true(flag),
        None => Ok(false),
    }
}

fn is_abstract(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let function = iso.heap.field(this, 0);
    Ok(Value::bool(abstract_flag(iso, function)?))
}

fn new_property(iso: &mut Isolate, args: &[Value]) -> Completion {
    let class = first(iso, args)?;
    iso.check_new(class, TypeId::PROPERTY)?;
    let fields = [Value::NONE, Value::NONE, Value::NONE, Value::NONE, Value::UNBOUND];
    let made = iso.new_record(TypeId::PROPERTY, 0, &fields)?;
    iso.wrap_new(class, TypeId::PROPERTY, made)
}

/// The number of a property whose documentation is that of its getter.
const GETTERS_DOC: u32 = 1;

fn init_property(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, get, set, delete, doc] = args else { return Err(raise::internal(iso)) };
    let property = iso.unwrap(this);
    let [get, set, delete, mut doc] = [get, set, delete, doc].map(|value| value.or(Value::NONE));
    let is_own = !doc.is_none();
    if !is_own && !get.is_none() {
        doc = iso.get_attr_opt(get, names::__doc__)?.unwrap_or(Value::NONE);
    }
    let getters = !is_own && !doc.is_none();
    iso.heap.set_number(property, if getters { GETTERS_DOC } else { 0 });
    for (index, value) in [get, set, delete, Value::NONE, Value::UNBOUND].into_iter().enumerate() {
        iso.heap.set_field(property, index, value);
    }
    if property == this {
        iso.heap.set_field(property, 3, doc);
        return Ok(Value::NONE);
    }
    // The `__doc__` of a subclass would hide that of the property: the instance gets one of its own, if it can.
    match iso.set_attr(this, names::__doc__, doc) {
        Err(_) if !getters && iso.raised_is(TypeId::ATTRIBUTE_ERROR) => {
            iso.take_exception();
            Ok(Value::NONE)
        }
        done => done.map(|()| Value::NONE),
    }
}

fn get_property(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, instance, owner)?;
    if instance.is_none() {
        return Ok(this);
    }
    match iso.bind(this, instance, owner)? {
        Some(value) => Ok(value),
        None => Err(raise::internal(iso)),
    }
}

fn set_property(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, value] = args else { return Err(raise::internal(iso)) };
    change_property(iso, this, instance, &[instance, value], 1, "setter")
}

fn delete_property(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance] = args else { return Err(raise::internal(iso)) };
    change_property(iso, this, instance, &[instance], 2, "deleter")
}

fn change_property(
    iso: &mut Isolate,
    this: Value,
    instance: Value,
    args: &[Value],
    index: usize,
    what: &str,
) -> Completion {
    let function = iso.heap.field(this, index);
    if function.is_none() {
        let kind = iso.type_name(instance);
        let name = match property_name(iso, &[this]) {
            Ok(name) => format!("property {} of", iso.repr_text(name)?),
            Err(raised) if !iso.raised_is(TypeId::ATTRIBUTE_ERROR) => return Err(raised),
            Err(_) => {
                iso.take_exception();
                "property of".into()
            }
        };
        return Err(raise::attribute_error_text(iso, &format!("{name} '{kind}' object has no {what}")));
    }
    iso.call(function, args)?;
    Ok(Value::NONE)
}

fn set_property_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, _, name] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, 4, name);
    Ok(Value::NONE)
}

fn with_function(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[this, function] = args else { return Err(raise::internal(iso)) };
    let (class, property) = (iso.type_of(this), iso.unwrap(this));
    let mut fields: Vec<Value> = iso.heap.fields(property).collect();
    let name = fields.pop().unwrap_or(Value::UNBOUND);
    if let Some(place) = fields.get_mut(index).filter(|_| !function.is_none()) {
        *place = function;
    }
    // Documentation that came from the getter comes from the getter again.
    if let Some(doc) = fields.get_mut(3).filter(|_| iso.heap.number(property) == GETTERS_DOC) {
        *doc = Value::NONE;
    }
    let copy = iso.call(class, &fields)?;
    if iso.is_instance_of(copy, TypeId::PROPERTY) {
        let copied = iso.unwrap(copy);
        iso.heap.set_field(copied, 4, name);
    }
    Ok(copy)
}

fn with_getter(iso: &mut Isolate, args: &[Value]) -> Completion {
    with_function(iso, args, 0)
}

fn with_setter(iso: &mut Isolate, args: &[Value]) -> Completion {
    with_function(iso, args, 1)
}

fn with_deleter(iso: &mut Isolate, args: &[Value]) -> Completion {
    with_function(iso, args, 2)
}

fn property_getter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 0))
}

fn property_setter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 1))
}

fn property_deleter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 2))
}

fn property_doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, 3))
}

fn set_property_doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, doc] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, 3, doc.or(Value::NONE));
    Ok(Value::NONE)
}

fn property_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    match iso.name_of_property(this)? {
        Some(name) => Ok(name),
        None => Err(iso.no_attribute(this, names::__name__)),
    }
}

impl Isolate {
    /// A function bound to a class: a method, also if the function is a builtin one.
    pub(crate) fn new_class_bound(&mut self, function: Value, class: Value) -> Completion {
        let method = self.new_bound_method(function, class)?;
        if self.native_row(function).is_some() {
            self.heap.set_number(method, 1);
        }
        Ok(method)
    }

    /// The name of a property: what it was told, or the name of its getter.
    pub(crate) fn name_of_property(&mut self, property: Value) -> Completion<Option<Value>> {
        match self.heap.field(property, 4).given() {
            Some(name) => Ok(Some(name)),
            None => {
                let function = self.heap.field(property, 0);
                self.get_attr_opt(function, names::__name__)
            }
        }
    }
}

fn set_name_of_property(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, 4, name);
    Ok(Value::NONE)
}

fn property_is_abstract(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    for index in 0..3 {
        let function = iso.heap.field(this, index);
        if !function.is_none() && abstract_flag(iso, function)? {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}
