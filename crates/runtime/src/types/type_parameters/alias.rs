//! `TypeAliasType`: what `type Name[T] = value` makes.

use super::evaluation::Lazy;
use super::variables::iterate;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getter, method, static_method};
use crate::types::generic_alias::{argument, or, reflected_or};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;

/// `TypeAliasType`.
pub(crate) static TYPE_ALIAS: TypeSpec =
    TypeSpec::new("TypeAliasType", "A type alias: a name for a type, and what it stands for.", ROWS)
        .in_module("typing")
        .with_flags(TypeFlags(0));

/// The fields of an alias, a record.
pub(crate) mod field {
    /// `__name__`
    pub(crate) const NAME: usize = 0;
    /// `__type_params__`: a tuple, or None for an empty one.
    pub(crate) const TYPE_PARAMS: usize = 1;
    /// What computes the value: a function, or Unbound.
    pub(crate) const EVALUATE: usize = 2;
    /// The value once it is known; else Unbound.
    pub(crate) const VALUE: usize = 3;
    /// `__module__`: the name of the module that made it, or Unbound.
    pub(crate) const MODULE: usize = 4;
    /// How many there are.
    pub(crate) const COUNT: usize = 5;
}

const VALUE: Lazy = Lazy { value: field::VALUE, evaluate: field::EVALUATE, otherwise: Value::NONE };

static ROWS: &[Row] = &[
    static_method("__new__", "($type, name, value, *, type_params=())", "Create and return a new object.", new),
    method("__repr__", "($self, /)", "Return repr(self).", name),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__iter__", "($self, /)", "Implement iter(self).", iterate),
    method("__or__", "($self, value, /)", "Return self|value.", or),
    method("__ror__", "($self, value, /)", "Return value|self.", reflected_or),
    method("__reduce__", "($self, /)", "Return the name, for pickle.", name),
    getter("__name__", "the name", name),
    getter("__module__", "the name of the module that made it", module),
    getter("__value__", "what it stands for", |iso, args| iso.lazy_value(argument(args, 0), VALUE)),
    getter("evaluate_value", "the function that computes the value", |iso, args| {
        iso.lazy_evaluator(argument(args, 0), VALUE)
    }),
    getter("__type_params__", "the type parameters", type_params),
    getter("__parameters__", "the type parameters, unpacked", parameters),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, name, value, type_params] = args else { return Err(raise::internal(iso)) };
    if iso.as_str(name).is_none() {
        let kind = iso.type_name(name);
        let message = format!("typealias() argument 'name' must be str, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    let type_params = type_params.or(Value::NONE);
    if !type_params.is_none() && iso.heap.kind(type_params) != Some(Kind::Tuple) {
        return Err(raise::type_error(iso, "type_params must be a tuple"));
    }
    check_order(iso, type_params)?;
    let mut fields = [Value::UNBOUND; field::COUNT];
    fields[field::NAME] = name;
    fields[field::TYPE_PARAMS] = type_params;
    fields[field::VALUE] = value;
    fields[field::MODULE] = iso.running_module();
    iso.new_record(TypeId::TYPE_ALIAS, 0, &fields)
}

/// Parameters without a default don't stand behind those with one.
fn check_order(iso: &mut Isolate, type_params: Value) -> Completion<()> {
    let mut defaults = false;
    for parameter in iso.heap.items(type_params).collect::<Vec<_>>() {
        if !iso.is_type_parameter(parameter) {
            let shown = iso.repr_text(parameter)?;
            return Err(raise::type_error(iso, &format!("Expected a type param, got {shown}")));
        }
        if iso.has_default(parameter) {
            defaults = true;
        } else if defaults {
            let shown = iso.repr_text(parameter)?;
            let message = format!("non-default type parameter '{shown}' follows default type parameter");
            return Err(raise::type_error(iso, &message));
        }
    }
    Ok(())
}

fn name(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(iso.heap.field(argument(args, 0), field::NAME))
}

fn module(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(iso.heap.field(argument(args, 0), field::MODULE).or(Value::NONE))
}

fn type_params(iso: &mut Isolate, args: &[Value]) -> Completion {
    match iso.heap.field(argument(args, 0), field::TYPE_PARAMS) {
        params if params.is_none() => iso.new_tuple(&[]),
        params => Ok(params),
    }
}

fn parameters(iso: &mut Isolate, args: &[Value]) -> Completion {
    let params = type_params(iso, args)?;
    iso.unpacked_parameters(params)
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let params = type_params(iso, args)?;
    if iso.heap.sequence_len(params) == 0 {
        return Err(raise::type_error(iso, "Only generic type aliases are subscriptable"));
    }
    iso.new_generic_alias(this, key)
}
