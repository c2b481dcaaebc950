//! `_typing`: the types of type parameters and aliases, under the names that the module `typing` gives them.

use ferropy_runtime::Value;
use ferropy_runtime::native::{ModuleSpec, Row, TypeId, constant};

/// `_typing`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_typing",
    doc: "Primitives for the typing module.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    constant("TypeVar", "", |_, _| Ok(TypeId::TYPE_VAR.value())),
    constant("ParamSpec", "", |_, _| Ok(TypeId::PARAM_SPEC.value())),
    constant("ParamSpecArgs", "", |_, _| Ok(TypeId::PARAM_SPEC_ARGS.value())),
    constant("ParamSpecKwargs", "", |_, _| Ok(TypeId::PARAM_SPEC_KWARGS.value())),
    constant("TypeVarTuple", "", |_, _| Ok(TypeId::TYPE_VAR_TUPLE.value())),
    constant("TypeAliasType", "", |_, _| Ok(TypeId::TYPE_ALIAS.value())),
    constant("Generic", "", |_, _| Ok(TypeId::GENERIC.value())),
    constant("Union", "", |_, _| Ok(TypeId::UNION.value())),
    constant("NoDefault", "", |_, _| Ok(Value::NO_DEFAULT)),
];
