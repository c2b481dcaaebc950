//! `TypeVar`, `ParamSpec` and `TypeVarTuple`.

use super::evaluation::Lazy;
use super::{field, variance};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getset, getter, method, static_method};
use crate::types::generic_alias::{argument, parameter_or, parameter_reflected_or};
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// `TypeVar`.
pub(crate) static TYPE_VAR: TypeSpec =
    TypeSpec::new("TypeVar", "A type parameter: any type, or one of its constraints.", TYPE_VAR_ROWS)
        .in_module("typing")
        .with_flags(FLAGS);

/// `ParamSpec`.
pub(crate) static PARAM_SPEC: TypeSpec =
    TypeSpec::new("ParamSpec", "A type parameter for the parameters of a function.", PARAM_SPEC_ROWS)
        .in_module("typing")
        .with_flags(FLAGS);

/// `TypeVarTuple`.
pub(crate) static TYPE_VAR_TUPLE: TypeSpec =
    TypeSpec::new("TypeVarTuple", "A type parameter for any number of types.", TYPE_VAR_TUPLE_ROWS)
        .in_module("typing")
        .with_flags(FLAGS);

/// `ParamSpecArgs`: what `P.args` is, a record with the parameter.
pub(crate) static PARAM_SPEC_ARGS: TypeSpec =
    TypeSpec::new("ParamSpecArgs", "The positional arguments of a ParamSpec.", ARGS_ROWS)
        .in_module("typing")
        .with_flags(FLAGS);

/// `ParamSpecKwargs`: what `P.kwargs` is, a record with the parameter.
pub(crate) static PARAM_SPEC_KWARGS: TypeSpec =
    TypeSpec::new("ParamSpecKwargs", "The keyword arguments of a ParamSpec.", KWARGS_ROWS)
        .in_module("typing")
        .with_flags(FLAGS);

/// `Unpack[Ts]`: what iterating over a `TypeVarTuple` gives, a record with the parameter.
pub(crate) static UNPACKED: TypeSpec = TypeSpec::new("_UnpackGenericAlias", "An unpacked TypeVarTuple.", UNPACKED_ROWS)
    .in_module("typing")
    .with_flags(TypeFlags::NOT_CALLABLE);

const FLAGS: TypeFlags = TypeFlags(0);

const UNARY: &str = "($self, /)";
const BINARY: &str = "($self, value, /)";

const REPR: Row = method("__repr__", UNARY, "Return repr(self).", repr);
const OR: Row = method("__or__", BINARY, "Return self|value.", parameter_or);
const ROR: Row = method("__ror__", BINARY, "Return value|self.", parameter_reflected_or);
const MRO_ENTRIES: Row = method("__mro_entries__", "($self, bases, /)", "Not possible.", mro_entries);
const REDUCE: Row = method("__reduce__", UNARY, "Return the name, for pickle.", name);
const NAME: Row = getter("__name__", "the name", name);
const MODULE: Row = getset("__module__", "the name of the module that made it", module, set_module);
const DEFAULT_ROW: Row = getter("__default__", "the default, or NoDefault", default);
const EVALUATE_DEFAULT: Row = getter("evaluate_default", "the function that computes the default", evaluate_default);
const HAS_DEFAULT: Row = method("has_default", UNARY, "Return whether there is a default.", has_default);
const BOUND_ROW: Row = getter("__bound__", "the bound, or None", bound);
const COVARIANT: Row =
    getter("__covariant__", "whether it is covariant", |iso, args| is_variant(iso, args, variance::COVARIANT));
const CONTRAVARIANT: Row = getter("__contravariant__", "whether it is contravariant", |iso, args| {
    is_variant(iso, args, variance::CONTRAVARIANT)
});
const INFERRED: Row = getter("__infer_variance__", "whether the variance is left to type checkers", |iso, args| {
    is_variant(iso, args, variance::INFERRED)
});

static TYPE_VAR_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)",
        "Create and return a new object.",
        new_type_var,
    ),
    REPR,
    OR,
    ROR,
    MRO_ENTRIES,
    REDUCE,
    NAME,
    MODULE,
    BOUND_ROW,
    getter("__constraints__", "the constraints", constraints),
    DEFAULT_ROW,
    COVARIANT,
    CONTRAVARIANT,
    INFERRED,
    getter("evaluate_bound", "the function that computes the bound", evaluate_bound),
    getter("evaluate_constraints", "the function that computes the constraints", evaluate_constraints),
    EVALUATE_DEFAULT,
    HAS_DEFAULT,
];

static PARAM_SPEC_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)",
        "Create and return a new object.",
        new_param_spec,
    ),
    REPR,
    OR,
    ROR,
    MRO_ENTRIES,
    REDUCE,
    NAME,
    MODULE,
    BOUND_ROW,
    DEFAULT_ROW,
    COVARIANT,
    CONTRAVARIANT,
    INFERRED,
    getter("args", "the positional arguments", |iso, args| part_of(iso, args, TypeId::PARAM_SPEC_ARGS)),
    getter("kwargs", "the keyword arguments", |iso, args| part_of(iso, args, TypeId::PARAM_SPEC_KWARGS)),
    EVALUATE_DEFAULT,
    HAS_DEFAULT,
];

static TYPE_VAR_TUPLE_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, name, *, default=typing.NoDefault)",
        "Create and return a new object.",
        new_type_var_tuple,
    ),
    REPR,
    method("__iter__", UNARY, "Implement iter(self).", iterate),
    MRO_ENTRIES,
    REDUCE,
    NAME,
    MODULE,
    DEFAULT_ROW,
    EVALUATE_DEFAULT,
    HAS_DEFAULT,
];

const ORIGIN: Row = getter("__origin__", "the ParamSpec", origin);
const PART_EQ: Row = method("__eq__", BINARY, "Return self==value.", part_equal);
const PART_HASH: Row = method("__hash__", UNARY, "Return hash(self).", part_hash);

static ARGS_ROWS: &[Row] = &[
    static_method("__new__", "($type, origin)", "Create and return a new object.", |iso, args| {
        new_part(iso, args, TypeId::PARAM_SPEC_ARGS)
    }),
    method("__repr__", UNARY, "Return repr(self).", |iso, args| part_repr(iso, args, "args")),
    PART_EQ,
    PART_HASH,
    MRO_ENTRIES,
    ORIGIN,
];

static KWARGS_ROWS: &[Row] = &[
    static_method("__new__", "($type, origin)", "Create and return a new object.", |iso, args| {
        new_part(iso, args, TypeId::PARAM_SPEC_KWARGS)
    }),
    method("__repr__", UNARY, "Return repr(self).", |iso, args| part_repr(iso, args, "kwargs")),
    PART_EQ,
    PART_HASH,
    MRO_ENTRIES,
    ORIGIN,
];

static UNPACKED_ROWS: &[Row] = &[
    method("__repr__", UNARY, "Return repr(self).", unpacked_repr),
    method("__reduce__", UNARY, "Return what makes it again, for pickle.", unpacked_reduce),
    PART_EQ,
    PART_HASH,
    getter("__args__", "the TypeVarTuple alone", unpacked_args),
    getter("__parameters__", "the TypeVarTuple alone", unpacked_args),
];

fn part(iso: &mut Isolate, args: &[Value], index: usize) -> Value {
    iso.heap.field(argument(args, 0), index)
}

/// What a constructor was given beside the name.
struct Given {
    bound: Value,
    constraints: Value,
    default: Value,
    variance: [Value; 3],
}

fn new_parameter(iso: &mut Isolate, id: TypeId, name: Value, given: &Given) -> Completion {
    if iso.as_str(name).is_none() {
        let (class, kind) = (iso.class_name(id.value()), iso.type_name(name));
        let message = format!("{}() argument 'name' must be str, not {kind}", class.to_ascii_lowercase());
        return Err(raise::type_error(iso, &message));
    }
    let mut bits = 0;
    let all = [variance::COVARIANT, variance::CONTRAVARIANT, variance::INFERRED];
    for (value, bit) in given.variance.into_iter().zip(all) {
        if !value.is_unbound() && iso.is_true(value)? {
            bits |= bit;
        }
    }
    if bits & 3 == 3 {
        return Err(raise::value_error(iso, "Bivariant types are not supported."));
    }
    if bits & variance::INFERRED != 0 && bits & 3 != 0 {
        return Err(raise::value_error(iso, "Variance cannot be specified with infer_variance."));
    }
    let mut fields = [Value::UNBOUND; field::COUNT];
    let bound = given.bound.given().filter(|bound| !bound.is_none());
    match iso.heap.sequence_len(given.constraints) {
        0 => {}
        1 => return Err(raise::type_error(iso, "A single constraint is not allowed")),
        _ if bound.is_some() => {
            return Err(raise::type_error(iso, "Constraints cannot be combined with bound=..."));
        }
        _ => {
            fields[field::CONSTRAINED] = Value::TRUE;
            fields[field::BOUND] = given.constraints;
        }
    }
    if let Some(bound) = bound {
        if iso.heap.kind(bound) == Some(Kind::Tuple) {
            let shown = iso.repr_text(bound)?;
            let shown: String = shown.chars().take(100).collect();
            return Err(raise::type_error(iso, &format!("Bound must be a type. Got {shown}.")));
        }
        fields[field::BOUND] = bound;
    }
    fields[field::NAME] = name;
    fields[field::CONSTRAINED] = fields[field::CONSTRAINED].or(Value::FALSE);
    fields[field::DEFAULT] = if given.default == Value::NO_DEFAULT { Value::UNBOUND } else { given.default };
    fields[field::VARIANCE] = Value::small_int(bits);
    fields[field::MODULE] = iso.running_module();
    iso.new_record(id, 0, &fields)
}

fn new_type_var(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, name, bound, default, covariant, contravariant, inferred, constraints] = args else {
        return Err(raise::internal(iso));
    };
    let given = Given { bound, constraints, default, variance: [covariant, contravariant, inferred] };
    new_parameter(iso, TypeId::TYPE_VAR, name, &given)
}

fn new_param_spec(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, name, bound, default, covariant, contravariant, inferred] = args else {
        return Err(raise::internal(iso));
    };
    let given = Given { bound, constraints: Value::UNBOUND, default, variance: [covariant, contravariant, inferred] };
    new_parameter(iso, TypeId::PARAM_SPEC, name, &given)
}

fn new_type_var_tuple(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, name, default] = args else { return Err(raise::internal(iso)) };
    let none = Value::UNBOUND;
    let given = Given { bound: none, constraints: none, default, variance: [none; 3] };
    new_parameter(iso, TypeId::TYPE_VAR_TUPLE, name, &given)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let name = iso.heap.field(this, field::NAME);
    let bits = iso.heap.field(this, field::VARIANCE).as_small_int().unwrap_or(0);
    let sign = match bits {
        _ if iso.record_type_id(this) == TypeId::TYPE_VAR_TUPLE => return Ok(name),
        variance::COVARIANT => '+',
        variance::CONTRAVARIANT => '-',
        0 => '~',
        _ => return Ok(name),
    };
    let name = iso.name_text(name);
    iso.new_str(&format!("{sign}{name}"))
}

fn name(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(part(iso, args, field::NAME))
}

fn set_module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, field::MODULE, name);
    Ok(Value::NONE)
}

fn module(iso: &mut Isolate, args: &[Value]) -> Completion {
    match part(iso, args, field::MODULE) {
        module if module.is_unbound() => iso.new_str("typing"),
        module => Ok(module),
    }
}

fn is_variant(iso: &mut Isolate, args: &[Value], bit: i64) -> Completion {
    let bits = part(iso, args, field::VARIANCE).as_small_int().unwrap_or(0);
    Ok(Value::bool(bits & bit != 0))
}

const BOUND: Lazy = Lazy { value: field::BOUND, evaluate: field::EVALUATE, otherwise: Value::NONE };
const DEFAULT: Lazy = Lazy { value: field::DEFAULT, evaluate: field::EVALUATE_DEFAULT, otherwise: Value::NO_DEFAULT };

fn is_constrained(iso: &mut Isolate, args: &[Value]) -> bool {
    part(iso, args, field::CONSTRAINED) == Value::TRUE
}

fn bound(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_constrained(iso, args) { Ok(Value::NONE) } else { iso.lazy_value(argument(args, 0), BOUND) }
}

fn constraints(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_constrained(iso, args) { iso.lazy_value(argument(args, 0), BOUND) } else { iso.new_tuple(&[]) }
}

fn evaluate_bound(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_constrained(iso, args) { Ok(Value::NONE) } else { iso.lazy_evaluator(argument(args, 0), BOUND) }
}

fn evaluate_constraints(iso: &mut Isolate, args: &[Value]) -> Completion {
    if is_constrained(iso, args) { iso.lazy_evaluator(argument(args, 0), BOUND) } else { Ok(Value::NONE) }
}

fn default(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.lazy_value(argument(args, 0), DEFAULT)
}

fn evaluate_default(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.lazy_evaluator(argument(args, 0), DEFAULT)
}

fn has_default(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(iso.has_default(argument(args, 0))))
}

fn mro_entries(iso: &mut Isolate, args: &[Value]) -> Completion {
    let kind = iso.type_spec(iso.type_of(argument(args, 0))).map_or("", |spec| spec.name);
    let message = format!("Cannot subclass an instance of {kind}");
    Err(raise::type_error(iso, &message))
}

/// `Unpack[Ts]` again.
fn unpacked_reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let parameter = part(iso, args, 0);
    let [mut operator, mut typing] = [Value::NONE; 2];
    for (place, module, name) in [(&mut operator, "operator", "getitem"), (&mut typing, "typing", "Unpack")] {
        let (module, name) = (iso.import_dotted(module)?, iso.intern(name)?);
        *place = iso.get_attr(module, name)?;
    }
    let arguments = iso.new_tuple(&[typing, parameter])?;
    iso.new_tuple(&[operator, arguments])
}

fn part_of(iso: &mut Isolate, args: &[Value], id: TypeId) -> Completion {
    iso.new_record(id, 0, &[argument(args, 0)])
}

fn new_part(iso: &mut Isolate, args: &[Value], id: TypeId) -> Completion {
    let &[_, origin] = args else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[origin])
}

fn origin(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(part(iso, args, 0))
}

fn part_repr(iso: &mut Isolate, args: &[Value], which: &str) -> Completion {
    let origin = part(iso, args, 0);
    let shown = if iso.record_type_id(origin) == TypeId::PARAM_SPEC {
        iso.name_text(iso.heap.field(origin, field::NAME))
    } else {
        iso.repr_text(origin)?
    };
    iso.new_str(&format!("{shown}.{which}"))
}

fn part_equal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, other) = (argument(args, 0), argument(args, 1));
    if iso.record_type_id(this) != iso.record_type_id(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (mine, theirs) = (iso.heap.field(this, 0), iso.heap.field(other, 0));
    iso.equal(mine, theirs).map(Value::bool)
}

fn part_hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let origin = part(iso, args, 0);
    let hash = iso.hash(origin)?;
    iso.new_int(hash)
}

/// `*Ts`, `*Alias`: it unpacked, alone.
pub(super) fn iterate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let unpacked = iso.unpacked_parameter(argument(args, 0))?;
    let list = iso.new_list(&[unpacked])?;
    iso.iterate(list)
}

fn unpacked_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let parameter = part(iso, args, 0);
    let shown = iso.repr_text(parameter)?;
    iso.new_str(&format!("typing.Unpack[{shown}]"))
}

fn unpacked_args(iso: &mut Isolate, args: &[Value]) -> Completion {
    let parameter = part(iso, args, 0);
    iso.new_tuple(&[parameter])
}

impl Isolate {
    /// Whether a type parameter has a default.
    pub(super) fn has_default(&self, parameter: Value) -> bool {
        let part = |index| self.heap.field(parameter, index);
        !part(field::EVALUATE_DEFAULT).is_unbound() || !part(field::DEFAULT).is_unbound()
    }

    /// The default of a type parameter, or `NoDefault`.
    pub(super) fn default_of(&mut self, parameter: Value) -> Completion {
        self.lazy_value(parameter, DEFAULT)
    }

    /// `Unpack[Ts]`.
    fn unpacked_parameter(&mut self, parameter: Value) -> Completion {
        self.new_record(TypeId::UNPACKED, 0, &[parameter])
    }

    /// The type parameters of a tuple as a tuple in which each `TypeVarTuple` is unpacked.
    pub(super) fn unpacked_parameters(&mut self, parameters: Value) -> Completion {
        let mut unpacked = Vec::new();
        for parameter in self.heap.items(parameters).collect::<Vec<_>>() {
            let is_tuple = self.record_type_id(parameter) == TypeId::TYPE_VAR_TUPLE;
            unpacked.push(if is_tuple { self.unpacked_parameter(parameter)? } else { parameter });
        }
        self.new_tuple(&unpacked)
    }
}
