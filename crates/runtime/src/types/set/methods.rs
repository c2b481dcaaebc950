//! The declarations of `set` and `frozenset` and their methods.

use super::iterator::iter;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeId, TypeSpec, class_method, constant, method, raw_method, static_method};
use crate::object::{BinaryOp, CompareOp};
use crate::types::numbers::{comparison_functions, operator_functions};
use crate::types::sequence::{class_getitem, none};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// `set`.
pub(crate) static SET: TypeSpec = TypeSpec::new(
    "set",
    "(iterable=(), /)\n--\n\nElements without order, each once: {1, 2, 3}.\n\nset(iterable) holds what the iterable gives.",
    SET_ROWS,
);

/// `frozenset`.
pub(crate) static FROZENSET: TypeSpec = TypeSpec::new(
    "frozenset",
    "(iterable=(), /)\n--\n\nA set that can't change, so that it can be a key or an element itself.",
    FROZENSET_ROWS,
);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";
const OTHERS: &str = "($self, /, *others)";
const ELEMENT: &str = "($self, object, /)";

static SET_ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Make an empty set.", new),
    raw_method("__repr__", UNARY, "Return repr(self).", repr),
    constant("__hash__", "", none),
    method("__lt__", BINARY, "Return whether self is a proper subset of value.", lt),
    method("__le__", BINARY, "Return whether self is a subset of value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return whether value is a proper subset of self.", gt),
    method("__ge__", BINARY, "Return whether value is a subset of self.", ge),
    method("__iter__", UNARY, "Return iter(self).", iter),
    method("__init__", "($self, iterable=(), /)", "Fill the set with what the iterable gives.", init),
    method("__sub__", BINARY, "Return self-value.", sub),
    method("__rsub__", BINARY, "Return value-self.", rsub),
    method("__and__", BINARY, "Return self&value.", and),
    method("__rand__", BINARY, "Return value&self.", rand),
    method("__xor__", BINARY, "Return self^value.", xor),
    method("__rxor__", BINARY, "Return value^self.", rxor),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", ror),
    method("__isub__", BINARY, "Remove the elements of value.", isub),
    method("__iand__", BINARY, "Remove the elements that are not in value.", iand),
    method("__ixor__", BINARY, "Keep the elements that are in one of both.", ixor),
    method("__ior__", BINARY, "Add the elements of value.", ior),
    method("__len__", UNARY, "Return len(self).", len),
    method("__contains__", ELEMENT, "Return whether the object is in the set.", contains),
    method("add", ELEMENT, "Add an element.", add).with_shortcut(super::shortcuts::add),
    method("clear", UNARY, "Remove all elements.", clear),
    method("copy", UNARY, "Return a new set of the same elements.", copy),
    method("discard", ELEMENT, "Remove an element if it is there.", discard).with_shortcut(super::shortcuts::discard),
    method("difference", OTHERS, "Return a new set of the elements that are in none of the others.", difference),
    method("difference_update", OTHERS, "Remove all elements of the others.", difference_update),
    method("intersection", OTHERS, "Return a new set of the elements that are in all of the others.", intersection),
    method(
        "intersection_update",
        OTHERS,
        "Remove the elements that are not in all of the others.",
        intersection_update,
    ),
    method("isdisjoint", "($self, other, /)", "Return whether no element of other is in the set.", is_disjoint),
    method("issubset", "($self, other, /)", "Return whether all elements are in other.", is_subset),
    method("issuperset", "($self, other, /)", "Return whether all elements of other are in the set.", is_superset),
    method("pop", UNARY, "Remove some element and return it; KeyError if the set is empty.", pop),
    raw_method("__reduce__", UNARY, "For pickle.", reduce),
    method("remove", ELEMENT, "Remove an element; KeyError if it is not there.", remove)
        .with_shortcut(super::shortcuts::remove),
    method("__sizeof__", UNARY, "Size in memory, in bytes.", size_of),
    method(
        "symmetric_difference",
        "($self, other, /)",
        "Return a new set of the elements that are in one of both.",
        symmetric_difference,
    ),
    method(
        "symmetric_difference_update",
        "($self, other, /)",
        "Keep the elements that are in one of both.",
        symmetric_difference_update,
    ),
    method("union", OTHERS, "Return a new set with the elements of all.", union),
    method("update", OTHERS, "Add the elements of all others.", update),
    class_method("__class_getitem__", "($type, object, /)", "set[int], for annotations.", class_getitem),
];

static FROZENSET_ROWS: &[Row] = &[
    static_method("__new__", "($type, iterable=(), /)", "Make a frozenset of what the iterable gives.", new_frozen),
    raw_method("__repr__", UNARY, "Return repr(self).", repr),
    method("__hash__", UNARY, "Return hash(self).", hash),
    method("__lt__", BINARY, "Return whether self is a proper subset of value.", lt),
    method("__le__", BINARY, "Return whether self is a subset of value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return whether value is a proper subset of self.", gt),
    method("__ge__", BINARY, "Return whether value is a subset of self.", ge),
    method("__iter__", UNARY, "Return iter(self).", iter),
    method("__sub__", BINARY, "Return self-value.", sub),
    method("__rsub__", BINARY, "Return value-self.", rsub),
    method("__and__", BINARY, "Return self&value.", and),
    method("__rand__", BINARY, "Return value&self.", rand),
    method("__xor__", BINARY, "Return self^value.", xor),
    method("__rxor__", BINARY, "Return value^self.", rxor),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", ror),
    method("__len__", UNARY, "Return len(self).", len),
    method("__contains__", ELEMENT, "Return whether the object is in the set.", contains),
    raw_method("copy", UNARY, "Return a set of the same elements.", copy),
    method("difference", OTHERS, "Return a new set of the elements that are in none of the others.", difference),
    method("intersection", OTHERS, "Return a new set of the elements that are in all of the others.", intersection),
    method("isdisjoint", "($self, other, /)", "Return whether no element of other is in the set.", is_disjoint),
    method("issubset", "($self, other, /)", "Return whether all elements are in other.", is_subset),
    method("issuperset", "($self, other, /)", "Return whether all elements of other are in the set.", is_superset),
    raw_method("__reduce__", UNARY, "For pickle.", reduce),
    method("__sizeof__", UNARY, "Size in memory, in bytes.", size_of),
    method(
        "symmetric_difference",
        "($self, other, /)",
        "Return a new set of the elements that are in one of both.",
        symmetric_difference,
    ),
    method("union", OTHERS, "Return a new set with the elements of all.", union),
    class_method("__class_getitem__", "($type, object, /)", "frozenset[int], for annotations.", class_getitem),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, ..] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::SET)?;
    let set = iso.new_set(false)?;
    iso.wrap_new(class, TypeId::SET, set)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    if iso.heap.table_len(this) > 0 {
        iso.heap.clear_table(this);
    }
    if let Some(iterable) = iterable.given() {
        iso.set_update(this, iterable)?;
    }
    Ok(Value::NONE)
}

fn new_frozen(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, iterable] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::FROZENSET)?;
    let made = match iterable.given() {
        Some(set) if iso.heap.is_frozen_set(set) => set,
        iterable => {
            let set = iso.new_set(true)?;
            if let Some(iterable) = iterable {
                iso.set_update(set, iterable)?;
            }
            set
        }
    };
    iso.wrap_new(class, TypeId::FROZENSET, made)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let set = iso.unwrap(this);
    let name = iso.class_qualname(iso.type_of(this));
    let class = iso.type_of(this);
    if iso.heap.table_len(set) > 0
        && set != this
        && iso.lookup(class, names::__iter__) != iso.lookup(TypeId::SET.value(), names::__iter__)
        && iso.lookup(class, names::__iter__) != iso.lookup(TypeId::FROZENSET.value(), names::__iter__)
    {
        // What a subclass iterates over is what it shows.
        let items = iso.collect_items(this)?;
        let items = iso.repr(items)?;
        let shown = iso.heap.str_bytes(items).unwrap_or(b"[]");
        let shown = shown.get(1..shown.len().saturating_sub(1)).unwrap_or(b"");
        let text = [name.as_bytes(), b"({", shown, b"})"].concat();
        return iso.new_text(&text);
    }
    if iso.heap.table_len(set) == 0 {
        return iso.new_str(&format!("{name}()"));
    }
    let plain = this == set && !iso.heap.is_frozen_set(set);
    let shown = iso.recursive_repr(set, |iso| {
        let mut text = Vec::new();
        if !plain {
            text.extend_from_slice(name.as_bytes());
            text.push(b'(');
        }
        text.push(b'{');
        // An element's `__repr__` may change the set: those are shown that it has now.
        let elements: Vec<Value> = iso.heap.entries(set).map(|(element, _)| element).collect();
        for &element in &elements {
            iso.keep(element);
        }
        for (index, element) in elements.into_iter().enumerate() {
            if index > 0 {
                text.extend_from_slice(b", ");
            }
            iso.append_repr(element, &mut text)?;
        }
        text.push(b'}');
        if !plain {
            text.push(b')');
        }
        iso.new_text(&text)
    })?;
    match shown {
        Some(text) => Ok(text),
        None => iso.new_str(&format!("{name}(...)")),
    }
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.hash_set(this)?;
    iso.new_int(hash)
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let other = iso.unwrap(other);
    if iso.heap.kind(other) != Some(Kind::Set) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (own, theirs) = (iso.heap.table_len(this), iso.heap.table_len(other));
    let holds = match op {
        CompareOp::Eq => own == theirs && iso.set_is_subset(this, other)?,
        CompareOp::Ne => own != theirs || !iso.set_is_subset(this, other)?,
        CompareOp::Lt => own < theirs && iso.set_is_subset(this, other)?,
        CompareOp::Le => iso.set_is_subset(this, other)?,
        CompareOp::Gt => own > theirs && iso.set_is_subset(other, this)?,
        CompareOp::Ge => iso.set_is_subset(other, this)?,
    };
    Ok(Value::bool(holds))
}

comparison_functions!(compare);

/// The operators take sets only; the result has the type of the left operand.
fn apply(iso: &mut Isolate, op: BinaryOp, left: Value, right: Value) -> Completion {
    let (left, right) = (iso.unwrap(left), iso.unwrap(right));
    if iso.heap.kind(left) != Some(Kind::Set) || iso.heap.kind(right) != Some(Kind::Set) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let frozen = iso.heap.is_frozen_set(left);
    match op {
        BinaryOp::And => iso.set_intersection(left, right, frozen),
        BinaryOp::Sub => iso.set_difference(left, right, frozen),
        BinaryOp::Xor => iso.set_symmetric_difference(left, right, frozen),
        _ => {
            let result = iso.copy_set(left, frozen)?;
            iso.set_update(result, right)?;
            Ok(result)
        }
    }
}

operator_functions! { apply:
    sub rsub = Sub;
    and rand = And;
    xor rxor = Xor;
    or ror = Or;
}

macro_rules! inplace_functions {
    ($($name:ident = $update:ident;)*) => {
        $(
            fn $name(iso: &mut Isolate, args: &[Value]) -> Completion {
                let &[this, other] = args else { return Err(raise::internal(iso)) };
                if !iso.is_set(other) {
                    return Ok(Value::NOT_IMPLEMENTED);
                }
                iso.$update(this, other)?;
                Ok(this)
            }
        )*
    };
}

inplace_functions! {
    isub = set_difference_update;
    ixor = set_symmetric_difference_update;
    ior = set_update;
}

fn iand(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if !iso.is_set(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    keep_intersection(iso, this, &[other])?;
    Ok(this)
}

fn keep_intersection(iso: &mut Isolate, set: Value, others: &[Value]) -> Completion<()> {
    let mut result = iso.copy_set(set, false)?;
    for &other in others {
        result = iso.set_intersection(result, other, false)?;
    }
    iso.heap.clear_table(set);
    iso.heap.copy_table(set, result)?;
    Ok(())
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.table_len(this);
    iso.new_int(length as i64)
}

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, element] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.set_contains_any(this, element)?))
}

fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, element] = args else { return Err(raise::internal(iso)) };
    iso.set_add(this, element)?;
    Ok(Value::NONE)
}

fn clear(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.heap.clear_table(this);
    Ok(Value::NONE)
}

/// A frozenset is its own copy, an instance of a subclass is not.
fn copy(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let set = iso.unwrap(this);
    let frozen = iso.heap.is_frozen_set(set);
    if frozen {
        return Ok(set);
    }
    iso.copy_set(set, frozen)
}

fn discard(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, element] = args else { return Err(raise::internal(iso)) };
    iso.set_remove_any(this, element)?;
    Ok(Value::NONE)
}

fn remove(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, element] = args else { return Err(raise::internal(iso)) };
    if iso.set_remove_any(this, element)? { Ok(Value::NONE) } else { Err(raise::key_error(iso, element)) }
}

fn pop(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    match iso.pop_entry(this)? {
        Some((element, _)) => Ok(element),
        None => Err(raise::key_error_text(iso, "pop from an empty set")),
    }
}

/// The values of a `*others` parameter.
fn others(iso: &Isolate, tuple: Value) -> Vec<Value> {
    iso.heap.items(tuple).collect()
}

fn difference(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, rest] = args else { return Err(raise::internal(iso)) };
    let frozen = iso.heap.is_frozen_set(this);
    let rest = others(iso, rest);
    let Some((&first, rest)) = rest.split_first() else { return iso.copy_set(this, frozen) };
    let result = iso.set_difference(this, first, frozen)?;
    for &other in rest {
        iso.set_difference_update(result, other)?;
    }
    Ok(result)
}

fn difference_update(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, rest] = args else { return Err(raise::internal(iso)) };
    for other in others(iso, rest) {
        iso.set_difference_update(this, other)?;
    }
    Ok(Value::NONE)
}

fn intersection(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, rest] = args else { return Err(raise::internal(iso)) };
    let frozen = iso.heap.is_frozen_set(this);
    let rest = others(iso, rest);
    if rest.is_empty() {
        return iso.copy_set(this, frozen);
    }
    let mut result = this;
    for other in rest {
        result = iso.set_intersection(result, other, frozen)?;
    }
    Ok(result)
}

fn intersection_update(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, rest] = args else { return Err(raise::internal(iso)) };
    let rest = others(iso, rest);
    keep_intersection(iso, this, &rest)?;
    Ok(Value::NONE)
}

fn is_disjoint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.set_is_disjoint(this, other)?))
}

fn is_subset(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if iso.is_set(other) {
        let other = iso.unwrap(other);
        return Ok(Value::bool(iso.set_is_subset(this, other)?));
    }
    let common = iso.set_intersection(this, other, false)?;
    Ok(Value::bool(iso.heap.table_len(common) == iso.heap.table_len(this)))
}

fn is_superset(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if iso.is_set(other) {
        let other = iso.unwrap(other);
        return Ok(Value::bool(iso.set_is_subset(other, this)?));
    }
    Ok(Value::bool(iso.set_has_all(this, other)?))
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let elements = iso.collect_items(this)?;
    let arguments = iso.new_tuple(&[elements])?;
    let state = iso.call_method(this, names::__getstate__, &[])?;
    let class = iso.type_of(this);
    iso.new_tuple(&[class, arguments, state])
}

fn size_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.size_of(this);
    iso.new_int(size as i64)
}

fn symmetric_difference(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let frozen = iso.heap.is_frozen_set(this);
    iso.set_symmetric_difference(this, other, frozen)
}

fn symmetric_difference_update(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    iso.set_symmetric_difference_update(this, other)?;
    Ok(Value::NONE)
}

fn union(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, rest] = args else { return Err(raise::internal(iso)) };
    let frozen = iso.heap.is_frozen_set(this);
    let result = iso.copy_set(this, frozen)?;
    for other in others(iso, rest) {
        iso.set_update(result, other)?;
    }
    Ok(result)
}

fn update(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, rest] = args else { return Err(raise::internal(iso)) };
    for other in others(iso, rest) {
        iso.set_update(this, other)?;
    }
    Ok(Value::NONE)
}
