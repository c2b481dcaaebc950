//! `typing.Generic`: the base of classes with type parameters. It gives them `__parameters__` and subscription.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// `Generic`.
pub(crate) static GENERIC: TypeSpec = TypeSpec::new("Generic", "The base class of generic classes.", ROWS)
    .in_module("typing")
    .with_flags(TypeFlags::SUBCLASSABLE.with(TypeFlags::NO_INNER));

static ROWS: &[Row] = &[
    class_method("__class_getitem__", "($type, /, *args, **kwargs)", "Parameterizes a generic class.", class_get_item),
    class_method(
        "__init_subclass__",
        "($type, /, *args, **kwargs)",
        "Function to initialize subclasses.",
        init_subclass,
    ),
];

fn class_get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let Some(key) = iso.heap.tuple_item(positional, 0) else {
        let message = "Generic.__class_getitem__() missing 1 required positional argument: 'args'";
        return Err(raise::type_error(iso, message));
    };
    if iso.heap.sequence_len(positional) > 1 || iso.heap.table_len(keywords) > 0 {
        return Err(raise::type_error(iso, "Generic.__class_getitem__() takes 2 positional arguments"));
    }
    let arguments: Vec<Value> =
        if iso.heap.kind(key) == Some(Kind::Tuple) { iso.heap.items(key).collect() } else { alloc::vec![key] };
    if iso.is_generic_or_protocol(class) {
        check_parameters(iso, class, &arguments)?;
        let arguments = iso.new_tuple(&arguments)?;
        return iso.new_generic_alias(class, arguments);
    }
    let arguments = checked_arguments(iso, arguments)?;
    let parameters = class_parameters(iso, class)?;
    let values = iso.specialized(class, &parameters, arguments)?;
    let mut flat = Vec::new();
    for (&parameter, value) in parameters.iter().zip(values) {
        if iso.record_type_id(parameter) == TypeId::TYPE_VAR_TUPLE {
            flat.extend(iso.heap.items(value));
        } else {
            flat.push(value);
        }
    }
    let arguments = iso.new_tuple(&flat)?;
    iso.new_generic_alias(class, arguments)
}

/// `Generic` and `Protocol` themselves take type parameters alone, each once.
fn check_parameters(iso: &mut Isolate, class: Value, parameters: &[Value]) -> Completion<()> {
    let name = iso.class_qualname(class);
    let message = if parameters.is_empty() {
        format!("Parameter list to {name}[...] cannot be empty")
    } else if !parameters.iter().all(|&parameter| is_parameter(iso, parameter)) {
        format!("Parameters to {name}[...] must all be type variables or parameter specification variables.")
    } else if parameters.iter().enumerate().any(|(index, &one)| {
        parameters.iter().take(index).any(|&other| plain_parameter(iso, other) == plain_parameter(iso, one))
    }) {
        format!("Parameters to {name}[...] must all be unique")
    } else {
        return check_defaults(iso, parameters);
    };
    Err(raise::type_error(iso, &message))
}

/// What stands for the arguments of a class: types for None and text.
fn checked_arguments(iso: &mut Isolate, arguments: Vec<Value>) -> Completion<Vec<Value>> {
    let mut checked = Vec::new();
    for argument in arguments {
        let is_name = argument.is_none() || iso.as_str(argument).is_some();
        checked.push(if is_name { iso.type_argument(argument, "")? } else { argument });
    }
    Ok(checked)
}

/// A `TypeVarTuple` has to be unpacked.
fn is_parameter(iso: &Isolate, value: Value) -> bool {
    match iso.record_type_id(value) {
        TypeId::TYPE_VAR_TUPLE => false,
        id => id == TypeId::UNPACKED || iso.is_type_parameter(value),
    }
}

/// The parameter itself where it is unpacked.
fn plain_parameter(iso: &Isolate, value: Value) -> Value {
    if iso.record_type_id(value) == TypeId::UNPACKED { iso.heap.field(value, 0) } else { value }
}

/// Parameters with defaults stand behind those without, and not behind a `TypeVarTuple`.
fn check_defaults(iso: &mut Isolate, parameters: &[Value]) -> Completion<()> {
    let (mut has_default, mut has_several) = (false, false);
    for &parameter in parameters {
        let parameter = plain_parameter(iso, parameter);
        let message = match iso.has_default(parameter) {
            true if has_several => String::from("Type parameter with a default follows TypeVarTuple"),
            false if has_default => {
                let shown = iso.repr_text(parameter)?;
                format!("Type parameter {shown} without a default follows type parameter with a default")
            }
            is_given => {
                has_default |= is_given;
                has_several |= iso.record_type_id(parameter) == TypeId::TYPE_VAR_TUPLE;
                continue;
            }
        };
        return Err(raise::type_error(iso, &message));
    }
    Ok(())
}

/// `__parameters__` of a class.
fn class_parameters(iso: &mut Isolate, class: Value) -> Completion<Vec<Value>> {
    let found = iso.get_attr_opt(class, names::__parameters__)?;
    Ok(found.map(|tuple| iso.heap.items(tuple).collect()).unwrap_or_default())
}

fn init_subclass(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let next = iso.call(TypeId::SUPER.value(), &[TypeId::GENERIC.value(), class])?;
    let next = iso.get_attr(next, names::__init_subclass__)?;
    iso.call_packed(next, positional, keywords)?;
    let dict = iso.get_attr(class, names::__dict__)?;
    let original = iso.contains(dict, names::__orig_bases__)?;
    let bases = iso.get_attr(class, if original { names::__orig_bases__ } else { names::__bases__ })?;
    let bases: Vec<Value> = iso.heap.items(bases).collect();
    let makes_dicts = !original && iso.class_name(iso.type_of(class)) == "_TypedDictMeta";
    if bases.contains(&TypeId::GENERIC.value()) && iso.class_name(class) != "Protocol" && !makes_dicts {
        return Err(raise::type_error(iso, "Cannot inherit from plain Generic"));
    }
    let parameters = if original { parameters_of_bases(iso, &bases)? } else { Vec::new() };
    let parameters = iso.new_tuple(&parameters)?;
    iso.set_attr(class, names::__parameters__, parameters)?;
    Ok(Value::NONE)
}

/// The type parameters that the bases name; those of `Generic[…]`, in that order, if it is among them.
fn parameters_of_bases(iso: &mut Isolate, bases: &[Value]) -> Completion<Vec<Value>> {
    let mut all = Vec::new();
    let mut listed: Option<Vec<Value>> = None;
    for &base in bases {
        let mut own = Vec::new();
        iso.collect_parameters(base, &mut own)?;
        if iso.generic_alias_origin(base) == Some(TypeId::GENERIC.value()) {
            if listed.is_some() {
                return Err(raise::type_error(iso, "Cannot inherit from Generic[...] multiple times."));
            }
            listed = Some(own.clone());
        }
        for parameter in own {
            if !all.contains(&parameter) {
                all.push(parameter);
            }
        }
    }
    let Some(listed) = listed else { return Ok(all) };
    let missing: Vec<Value> = all.into_iter().filter(|parameter| !listed.contains(parameter)).collect();
    if missing.is_empty() {
        return Ok(listed);
    }
    let mut shown = |values: &[Value]| -> Completion<String> {
        let texts: Vec<String> = values.iter().map(|&value| iso.repr_text(value)).collect::<Completion<_>>()?;
        Ok(texts.join(", "))
    };
    let message = format!("Some type variables ({}) are not listed in Generic[{}]", shown(&missing)?, shown(&listed)?);
    Err(raise::type_error(iso, &message))
}

/// `__setattr__` of aliases: the attributes of one of a program's generic class are those of the class; others have none
/// to set.
pub(crate) fn set_alias_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name, value] = args else { return Err(raise::internal(iso)) };
    let name = iso.attribute_name(name)?;
    let is_special = iso.heap.str(name).is_some_and(|name| name.starts_with("__") && name.ends_with("__"));
    match iso.generic_alias_origin(this) {
        Some(origin) if !is_special && iso.is_of_generic_class(this) => iso.set_attr(origin, name, value)?,
        // An instance of a subclass may have some.
        None => iso.set_attr_generic(this, name, value)?,
        Some(_) => {
            let exists = iso.lookup(TypeId::GENERIC_ALIAS.value(), name).is_some();
            return Err(iso.cannot_set(this, name, exists));
        }
    }
    Ok(Value::NONE)
}

impl Isolate {
    /// Whether an alias is of a class that derives from `Generic`: such aliases are written in Python in CPython.
    pub(crate) fn is_of_generic_class(&self, alias: Value) -> bool {
        let origin = self.generic_alias_origin(alias);
        origin.is_some_and(|origin| self.is_class(origin) && self.is_subtype(origin, TypeId::GENERIC.value()))
    }

    /// Whether a class is `Generic`, or `Protocol` of the module `typing`: their subscripts list type parameters.
    pub(crate) fn is_generic_or_protocol(&mut self, class: Value) -> bool {
        class == TypeId::GENERIC.value()
            || self.is_class(class)
                && self.class_qualname(class) == "Protocol"
                && self.class_module(class).is_some_and(|module| module == "typing")
    }

    /// `Generic[…]` for a class with type parameters: those of its list, a `TypeVarTuple` unpacked.
    pub(super) fn generic_of_parameters(&mut self, parameters: Value) -> Completion {
        let arguments = self.unpacked_parameters(parameters)?;
        self.new_generic_alias(TypeId::GENERIC.value(), arguments)
    }
}
