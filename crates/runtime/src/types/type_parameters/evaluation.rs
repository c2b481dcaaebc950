//! Values that are computed when they are asked for, once; `typing.NoDefault`; and the functions that stand for values
//! that were given.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, method, raw_method, static_method};
use crate::{Completion, Isolate, Value};
use alloc::format;

/// `NoDefaultType`, whose only object says that a type parameter has no default.
pub(crate) static NO_DEFAULT_TYPE: TypeSpec =
    TypeSpec::new("NoDefaultType", "The type of the NoDefault singleton.", NO_DEFAULT_ROWS)
        .in_module("typing")
        .with_flags(TypeFlags(0));

/// What `evaluate_bound` and its like are for a value that was given: a record with that value.
pub(crate) static CONST_EVALUATOR: TypeSpec =
    TypeSpec::new("_ConstEvaluator", "A function that returns a value it was made with.", CONST_ROWS)
        .in_module("_typing")
        .with_flags(TypeFlags::NOT_CALLABLE);

const NO_DEFAULT_ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", no_default),
    raw_method("__repr__", "($self, /)", "Return repr(self).", no_default_repr),
    raw_method("__reduce__", "($self, /)", "Helper for pickle.", no_default_reduce),
];

const CONST_ROWS: &[Row] = &[
    method("__call__", "($self, format, /)", "Call self as a function.", call_const),
    method("__repr__", "($self, /)", "Return repr(self).", const_repr),
];

/// The format that `call_const` answers with text: `annotationlib.Format.STRING`.
const FORMAT_STRING: i64 = 4;

fn no_default(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, positional, keywords] = args else { return Err(raise::internal(iso)) };
    if iso.heap.sequence_len(positional) > 0 || iso.heap.table_len(keywords) > 0 {
        return Err(raise::type_error(iso, "NoDefaultType takes no arguments"));
    }
    Ok(Value::NO_DEFAULT)
}

fn no_default_repr(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("typing.NoDefault")
}

fn no_default_reduce(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_str("NoDefault")
}

fn call_const(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, format] = args else { return Err(raise::internal(iso)) };
    let value = iso.heap.field(this, 0);
    if iso.to_index(format)? != FORMAT_STRING {
        return Ok(value);
    }
    if iso.heap.kind(value) == Some(crate::heap::Kind::Tuple) {
        let shown = iso.shown_types(value)?;
        return iso.new_str(&format!("({})", shown.join(", ")));
    }
    let shown = iso.shown_type(value)?;
    iso.new_str(&shown)
}

fn const_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let shown = iso.repr_text(iso.heap.field(this, 0))?;
    iso.new_str(&format!("<constevaluator {shown}>"))
}

/// Where a record keeps a value and the function that computes it, and what there is without both.
#[derive(Clone, Copy)]
pub(super) struct Lazy {
    pub(super) value: usize,
    pub(super) evaluate: usize,
    pub(super) otherwise: Value,
}

impl Isolate {
    /// The value, computed by the first call that succeeds.
    pub(super) fn lazy_value(&mut self, this: Value, place: Lazy) -> Completion {
        let known = self.heap.field(this, place.value);
        if !known.is_unbound() {
            return Ok(known);
        }
        let evaluate = self.heap.field(this, place.evaluate);
        if evaluate.is_unbound() {
            return Ok(place.otherwise);
        }
        let value = self.call(evaluate, &[Value::small_int(1)])?;
        self.heap.set_field(this, place.value, value);
        Ok(value)
    }

    /// The function that computes the value, None if there is neither.
    pub(super) fn lazy_evaluator(&mut self, this: Value, place: Lazy) -> Completion {
        let evaluate = self.heap.field(this, place.evaluate);
        if !evaluate.is_unbound() {
            return Ok(evaluate);
        }
        match self.heap.field(this, place.value) {
            value if value.is_unbound() => Ok(Value::NONE),
            value => self.new_record(TypeId::CONST_EVALUATOR, 0, &[value]),
        }
    }
}
