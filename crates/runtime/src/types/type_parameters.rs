//! Type parameters and what is made with them: `TypeVar`, `ParamSpec`, `TypeVarTuple`, type aliases, `Generic`.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeId, TypeSpec, getter, method};
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::Intrinsic;

/// `TypeVar`.
pub(crate) static TYPE_VAR: TypeSpec = TypeSpec::new("TypeVar", "", ROWS);

/// `ParamSpec`.
pub(crate) static PARAM_SPEC: TypeSpec = TypeSpec::new("ParamSpec", "", ROWS);

/// `TypeVarTuple`.
pub(crate) static TYPE_VAR_TUPLE: TypeSpec = TypeSpec::new("TypeVarTuple", "", ROWS);

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
                const PARAMETERS: [TypeId; 3] = [TypeId::TYPE_VAR, TypeId::PARAM_SPEC, TypeId::TYPE_VAR_TUPLE];
                if !PARAMETERS.iter().any(|id| self.heap.record_type(first) == Some(id.number())) {
                    return Err(raise::internal(self));
                }
                self.heap.set_field(first, field::DEFAULT, second);
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
            n if is(n, Intrinsic::SubscriptGeneric) => self.new_generic_alias(TypeId::GENERIC.value(), first),
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

const ROWS: &[Row] = &[
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    getter("__name__", "the name", name),
    getter("__bound__", "the bound, or None", bound),
    getter("__constraints__", "the constraints", constraints),
    getter("__default__", "the default, or None", default),
];

fn part(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok(iso.heap.field(this, index))
}

fn name(iso: &mut Isolate, args: &[Value]) -> Completion {
    part(iso, args, field::NAME)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    part(iso, args, field::NAME)
}

/// The value that a function computes when it is asked for; `otherwise` where there is no function.
fn evaluated(iso: &mut Isolate, function: Value, otherwise: Value) -> Completion {
    if function.is_unbound() { Ok(otherwise) } else { iso.call(function, &[]) }
}

fn bound(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (function, constrained) = (part(iso, args, field::EVALUATE)?, part(iso, args, field::CONSTRAINED)?);
    if constrained == Value::TRUE { Ok(Value::NONE) } else { evaluated(iso, function, Value::NONE) }
}

fn constraints(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (function, constrained) = (part(iso, args, field::EVALUATE)?, part(iso, args, field::CONSTRAINED)?);
    let empty = iso.new_tuple(&[])?;
    if constrained == Value::TRUE { evaluated(iso, function, empty) } else { Ok(empty) }
}

fn default(iso: &mut Isolate, args: &[Value]) -> Completion {
    let function = part(iso, args, field::DEFAULT)?;
    evaluated(iso, function, Value::NONE)
}
