//! The intrinsics that make type parameters, generic classes and type aliases.

use super::{alias, field, variance};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use ferropy_bytecode::Intrinsic;

impl Isolate {
    /// Carries out one of the intrinsics of type parameters.
    pub(crate) fn type_parameter_intrinsic(&mut self, number: u8, first: Value, second: Value) -> Completion {
        const fn is(number: u8, intrinsic: Intrinsic) -> bool {
            number == intrinsic as u8
        }
        let none = Value::UNBOUND;
        match number {
            n if is(n, Intrinsic::TypeVar) => self.new_inferred(TypeId::TYPE_VAR, first, none, false),
            n if is(n, Intrinsic::TypeVarWithBound) => self.new_inferred(TypeId::TYPE_VAR, first, second, false),
            n if is(n, Intrinsic::TypeVarWithConstraints) => self.new_inferred(TypeId::TYPE_VAR, first, second, true),
            n if is(n, Intrinsic::ParamSpec) => self.new_inferred(TypeId::PARAM_SPEC, first, none, false),
            n if is(n, Intrinsic::TypeVarTuple) => self.new_inferred(TypeId::TYPE_VAR_TUPLE, first, none, false),
            n if is(n, Intrinsic::SetTypeParameterDefault) => {
                if !self.is_type_parameter(first) {
                    return Err(raise::internal(self));
                }
                self.heap.set_field(first, field::EVALUATE_DEFAULT, second);
                Ok(first)
            }
            n if is(n, Intrinsic::SetFunctionTypeParameters) => {
                use crate::types::function::field as function_field;
                if self.heap.kind(first) != Some(Kind::Function) {
                    return Err(raise::internal(self));
                }
                self.heap.grow_fields(first, function_field::COUNT)?;
                self.heap.set_field(first, function_field::TYPE_PARAMS, second);
                Ok(first)
            }
            n if is(n, Intrinsic::SubscriptGeneric) => self.generic_of_parameters(first),
            n if is(n, Intrinsic::TypeAlias) => {
                let part = |iso: &Isolate, index: usize| iso.heap.tuple_item(first, index).unwrap_or(Value::NONE);
                let mut fields = [Value::UNBOUND; alias::field::COUNT];
                fields[alias::field::NAME] = part(self, 0);
                fields[alias::field::TYPE_PARAMS] = part(self, 1);
                fields[alias::field::EVALUATE] = part(self, 2);
                fields[alias::field::MODULE] = self.running_module();
                self.new_record(TypeId::TYPE_ALIAS, 0, &fields)
            }
            _ => Err(raise::system_error(self, "unknown intrinsic")),
        }
    }

    /// A type parameter whose variance is inferred: one of the language's own.
    fn new_inferred(&mut self, id: TypeId, name: Value, evaluate: Value, constrained: bool) -> Completion {
        let mut fields = [Value::UNBOUND; field::COUNT];
        fields[field::NAME] = name;
        fields[field::EVALUATE] = evaluate;
        fields[field::CONSTRAINED] = Value::bool(constrained);
        fields[field::VARIANCE] = Value::small_int(variance::INFERRED);
        self.new_record(id, 0, &fields)
    }

    /// Whether the value is a type parameter of one of the three kinds.
    pub(crate) fn is_type_parameter(&self, value: Value) -> bool {
        matches!(self.record_type_id(value), TypeId::TYPE_VAR | TypeId::PARAM_SPEC | TypeId::TYPE_VAR_TUPLE)
    }

    /// The name of the module whose code runs, or Unbound.
    pub(super) fn running_module(&mut self) -> Value {
        let globals = self.frame_globals();
        self.heap.dict_get_name(globals, names::__name__).unwrap_or(Value::UNBOUND)
    }
}
