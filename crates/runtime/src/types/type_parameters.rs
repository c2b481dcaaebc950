//! Type parameters and what is made with them: `TypeVar`, `ParamSpec`, `TypeVarTuple`, type aliases, `Generic`.

use crate::exceptions::raise;
use crate::native::{TypeId, TypeSpec};
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::Intrinsic;

/// `TypeVar`.
pub(crate) static TYPE_VAR: TypeSpec = TypeSpec::new("TypeVar", "", &[]);

/// `ParamSpec`.
pub(crate) static PARAM_SPEC: TypeSpec = TypeSpec::new("ParamSpec", "", &[]);

/// `TypeVarTuple`.
pub(crate) static TYPE_VAR_TUPLE: TypeSpec = TypeSpec::new("TypeVarTuple", "", &[]);

/// `TypeAliasType`.
pub(crate) static TYPE_ALIAS: TypeSpec = TypeSpec::new("TypeAliasType", "", &[]);

/// `Generic`.
pub(crate) static GENERIC: TypeSpec = TypeSpec::new("Generic", "", &[]);

/// The fields of a type parameter, a record.
pub(crate) mod field {
    /// `__name__`
    pub(crate) const NAME: usize = 0;
    /// What computes the bound, or the constraints.
    pub(crate) const EVALUATE: usize = 1;
    /// Whether `EVALUATE` gives constraints: a bool.
    pub(crate) const CONSTRAINED: usize = 2;
    /// What computes the default.
    pub(crate) const DEFAULT: usize = 3;
}

impl Isolate {
    /// The intrinsics that make type parameters, generic classes and type aliases.
    pub(crate) fn type_parameter_intrinsic(&mut self, number: u8, first: Value, second: Value) -> Completion {
        const fn is(number: u8, intrinsic: Intrinsic) -> bool {
            number == intrinsic as u8
        }
        let none = Value::UNBOUND;
        match number {
            n if is(n, Intrinsic::TypeVar) => self.new_type_parameter(TypeId::TYPE_VAR, first, none, false),
            n if is(n, Intrinsic::TypeVarWithBound) => self.new_type_parameter(TypeId::TYPE_VAR, first, second, false),
            n if is(n, Intrinsic::TypeVarWithConstraints) => {
                self.new_type_parameter(TypeId::TYPE_VAR, first, second, true)
            }
            n if is(n, Intrinsic::ParamSpec) => self.new_type_parameter(TypeId::PARAM_SPEC, first, none, false),
            n if is(n, Intrinsic::TypeVarTuple) => self.new_type_parameter(TypeId::TYPE_VAR_TUPLE, first, none, false),
            n if is(n, Intrinsic::SetTypeParameterDefault) => {
                self.heap.set_field(first, field::DEFAULT, second);
                Ok(first)
            }
            n if is(n, Intrinsic::SetFunctionTypeParameters) => {
                use crate::types::function::field as function_field;
                self.heap.grow_fields(first, function_field::COUNT)?;
                self.heap.set_field(first, function_field::TYPE_PARAMS, second);
                Ok(first)
            }
            n if is(n, Intrinsic::SubscriptGeneric) => {
                self.new_record(TypeId::GENERIC_ALIAS, 0, &[TypeId::GENERIC.value(), first])
            }
            n if is(n, Intrinsic::TypeAlias) => {
                let part = |iso: &Isolate, index: usize| iso.heap.tuple_item(first, index).unwrap_or(Value::NONE);
                let fields = [part(self, 0), part(self, 1), part(self, 2), Value::UNBOUND];
                self.new_record(TypeId::TYPE_ALIAS, 0, &fields)
            }
            _ => Err(raise::system_error(self, "unknown intrinsic")),
        }
    }

    fn new_type_parameter(&mut self, id: TypeId, name: Value, evaluate: Value, constrained: bool) -> Completion {
        self.new_record(id, 0, &[name, evaluate, Value::bool(constrained), Value::UNBOUND])
    }
}
