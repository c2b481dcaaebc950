//! What `keys()`, `values()` and `items()` give: views that show the dict as it is at any time. Those of keys and
//! items are sets as far as comparisons and the operators `&`, `|`, `-`, `^` go.
//!
//! A record: the dict.

pub(crate) use super::iterators::{
    DICT_ITEM_ITERATOR, DICT_KEY_ITERATOR, DICT_REVERSE_ITEM_ITERATOR, DICT_REVERSE_KEY_ITERATOR,
    DICT_REVERSE_VALUE_ITERATOR, DICT_VALUE_ITERATOR,
};
use crate::buffers::with_room;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, constant, getter, method};
use crate::object::{BinaryOp, CompareOp};
use crate::types::numbers::{comparison_functions, operator_functions};
use crate::types::sequence::none;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use core::ops::ControlFlow;

const fn view(name: &'static str, rows: &'static [Row]) -> TypeSpec {
    TypeSpec::new(name, "", rows).with_flags(TypeFlags::NOT_CALLABLE)
}

/// `dict_keys`.
pub(crate) static DICT_KEYS: TypeSpec = view("dict_keys", KEYS_ROWS);
/// `dict_values`.
pub(crate) static DICT_VALUES: TypeSpec = view("dict_values", VALUES_ROWS);
/// `dict_items`.
pub(crate) static DICT_ITEMS: TypeSpec = view("dict_items", ITEMS_ROWS);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

macro_rules! set_like_rows {
    ($name:ident, $iter:ident, $reversed:ident, $contains:ident) => {
        static $name: &[Row] = &[
            method("__repr__", UNARY, "Return repr(self).", repr),
            constant("__hash__", "", none),
            method("__lt__", BINARY, "Return whether self is a proper subset of value.", lt),
            method("__le__", BINARY, "Return whether self is a subset of value.", le),
            method("__eq__", BINARY, "Return self==value.", eq),
            method("__ne__", BINARY, "Return self!=value.", ne),
            method("__gt__", BINARY, "Return whether value is a proper subset of self.", gt),
            method("__ge__", BINARY, "Return whether value is a subset of self.", ge),
            method("__iter__", UNARY, "Return iter(self).", $iter),
            method("__sub__", BINARY, "Return self-value, a set.", sub),
            method("__rsub__", BINARY, "Return value-self, a set.", rsub),
            method("__and__", BINARY, "Return self&value, a set.", and),
            method("__rand__", BINARY, "Return value&self, a set.", rand),
            method("__xor__", BINARY, "Return self^value, a set.", xor),
            method("__rxor__", BINARY, "Return value^self, a set.", rxor),
            method("__or__", BINARY, "Return self|value, a set.", or),
            method("__ror__", BINARY, "Return value|self, a set.", ror),
            method("__len__", UNARY, "Return len(self).", len),
            method("__contains__", "($self, key, /)", "Return whether key is in self.", $contains),
            method("isdisjoint", "($self, other, /)", "Return whether nothing in other is in self.", is_disjoint),
            method("__reversed__", UNARY, "Return an iterator from the last to the first.", $reversed),
            getter("mapping", "the dict that the view shows, read-only", mapping),
        ];
    };
}

set_like_rows!(KEYS_ROWS, iterate_keys, reverse_keys, contains_key);
set_like_rows!(ITEMS_ROWS, iterate_items, reverse_items, contains_item);

static VALUES_ROWS: &[Row] = &[
    method("__repr__", UNARY, "Return repr(self).", repr),
    method("__iter__", UNARY, "Return iter(self).", iterate_values),
    method("__len__", UNARY, "Return len(self).", len),
    method("__reversed__", UNARY, "Return an iterator from the last to the first.", reverse_values),
    getter("mapping", "the dict that the view shows, read-only", mapping),
];

pub(super) fn keys(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_record(TypeId::DICT_KEYS, 0, &[this])
}

pub(super) fn items(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_record(TypeId::DICT_ITEMS, 0, &[this])
}

pub(super) fn values(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_record(TypeId::DICT_VALUES, 0, &[this])
}

fn dict_of(iso: &Isolate, view: Value) -> Value {
    iso.heap.field(view, 0)
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let length = iso.heap.table_len(dict_of(iso, this));
    iso.new_int(length as i64)
}

fn mapping(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let dict = dict_of(iso, this);
    iso.new_record(TypeId::MAPPING_PROXY, 0, &[dict])
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let name = iso.type_name(this);
    let shown = iso.recursive_repr(this, |iso| {
        let list = iso.collect_items(this)?;
        let list = iso.repr(list)?;
        let mut text = Vec::from(name.as_bytes());
        text.push(b'(');
        text.extend_from_slice(iso.heap.str_bytes(list).unwrap_or(&[]));
        text.push(b')');
        iso.new_text(&text)
    })?;
    match shown {
        Some(text) => Ok(text),
        None => iso.new_str("..."),
    }
}

macro_rules! iterator_functions {
    ($($name:ident = $id:ident;)*) => {
        $(
            fn $name(iso: &mut Isolate, args: &[Value]) -> Completion {
                let &[this] = args else { return Err(raise::internal(iso)) };
                let dict = dict_of(iso, this);
                iso.dict_iterator(TypeId::$id, dict)
            }
        )*
    };
}

iterator_functions! {
    iterate_keys = DICT_KEY_ITERATOR;
    iterate_values = DICT_VALUE_ITERATOR;
    iterate_items = DICT_ITEM_ITERATOR;
    reverse_keys = DICT_REVERSE_KEY_ITERATOR;
    reverse_values = DICT_REVERSE_VALUE_ITERATOR;
    reverse_items = DICT_REVERSE_ITEM_ITERATOR;
}

fn contains_key(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let dict = dict_of(iso, this);
    Ok(Value::bool(iso.dict_contains(dict, key)?))
}

fn contains_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, pair] = args else { return Err(raise::internal(iso)) };
    let dict = dict_of(iso, this);
    let pair = iso.unwrap(pair);
    let (Some(key), Some(value), None) =
        (iso.heap.tuple_item(pair, 0), iso.heap.tuple_item(pair, 1), iso.heap.tuple_item(pair, 2))
    else {
        return Ok(Value::FALSE);
    };
    iso.keep(pair);
    match iso.dict_get(dict, key)? {
        Some(found) => {
            iso.keep(found);
            Ok(Value::bool(iso.same_or_equal(found, value)?))
        }
        None => Ok(Value::FALSE),
    }
}

impl Isolate {
    /// Appends what a view of a dict shows to a list; false if the value is no such view.
    pub(crate) fn extend_by_view(&mut self, list: Value, view: Value) -> Completion<bool> {
        let Some(id) = self.heap.record_type(view).map(TypeId) else { return Ok(false) };
        if !matches!(id, TypeId::DICT_KEYS | TypeId::DICT_VALUES | TypeId::DICT_ITEMS) {
            return Ok(false);
        }
        let dict = dict_of(self, view);
        let mut items = with_room(self.heap.table_len(dict))?;
        if id != TypeId::DICT_ITEMS {
            let shown = |(key, value)| if id == TypeId::DICT_KEYS { key } else { value };
            items.extend(self.heap.entries(dict).map(shown));
        } else {
            let mut next = 0;
            while let Some((entry, key, value)) = self.heap.next_entry(dict, next) {
                next = entry + 1;
                items.push(self.heap.new_tuple(&[key, value])?);
            }
        }
        self.heap.extend_list(list, &items)?;
        Ok(true)
    }
}

/// The number of elements of a set or a set-like view; nothing for other values.
fn set_like_len(iso: &Isolate, value: Value) -> Option<usize> {
    let inner = iso.unwrap(value);
    if iso.heap.kind(inner) == Some(Kind::Set) {
        return Some(iso.heap.table_len(inner));
    }
    let is_view = matches!(iso.record_type_id(inner), TypeId::DICT_KEYS | TypeId::DICT_ITEMS);
    (is_view && iso.heap.kind(inner) == Some(Kind::Record)).then(|| iso.heap.table_len(dict_of(iso, inner)))
}

/// Whether all that `part` gives is in `whole`.
fn all_contained(iso: &mut Isolate, part: Value, whole: Value) -> Completion<bool> {
    let mut all = true;
    iso.for_each(part, |iso, item| {
        all = iso.contains(whole, item)?;
        Ok(if all { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(all)
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let own = iso.heap.table_len(dict_of(iso, this));
    if set_like_len(iso, other).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let theirs = iso.len(other)?;
    let holds = match op {
        CompareOp::Eq => own == theirs && all_contained(iso, this, other)?,
        CompareOp::Ne => own != theirs || !all_contained(iso, this, other)?,
        CompareOp::Lt => own < theirs && all_contained(iso, this, other)?,
        CompareOp::Le => own <= theirs && all_contained(iso, this, other)?,
        CompareOp::Gt => own > theirs && all_contained(iso, other, this)?,
        CompareOp::Ge => own >= theirs && all_contained(iso, other, this)?,
    };
    Ok(Value::bool(holds))
}

comparison_functions!(compare);

/// `left op right`, one of them the view, the other any iterable: a new set.
fn apply(iso: &mut Isolate, op: BinaryOp, left: Value, right: Value) -> Completion {
    let result = iso.new_set(false)?;
    if op == BinaryOp::Xor && [left, right].iter().all(|&side| iso.record_type_id(side) == TypeId::DICT_ITEMS) {
        return pairs_in_one(iso, left, right);
    }
    if op == BinaryOp::And {
        let is_view = |iso: &Isolate, side| matches!(iso.record_type_id(side), TypeId::DICT_KEYS | TypeId::DICT_ITEMS);
        let (view, other) = if is_view(iso, left) { (left, right) } else { (right, left) };
        let (own, theirs) = (set_like_len(iso, view).unwrap_or(0), set_like_len(iso, other));
        // Membership is asked of the view, which knows best; of two views the longer one, of a set that is no shorter.
        let is_set = iso.type_of(other) == TypeId::SET.value();
        let swap = match theirs {
            Some(theirs) if is_set => own <= theirs,
            Some(theirs) if is_view(iso, other) => own < theirs,
            _ => false,
        };
        let (view, other) = if swap { (other, view) } else { (view, other) };
        let keys = |iso: &Isolate, side| match iso.record_type_id(side) {
            TypeId::DICT_KEYS => Some(dict_of(iso, side)),
            _ => iso.heap.is_set(side).then_some(side),
        };
        if let (Some(asked), Some(walked)) = (keys(iso, view), keys(iso, other)) {
            if iso.heap.pick_elements(result, walked, asked, true)? {
                return Ok(result);
            }
            iso.heap.clear_table(result);
        }
        iso.for_each(other, |iso, item| {
            if iso.contains(view, item)? {
                iso.set_add(result, item)?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        return Ok(result);
    }
    // A dict may change while its keys are copied, unlike a view that is walked through.
    let left = if iso.record_type_id(left) == TypeId::DICT_KEYS { dict_of(iso, left) } else { left };
    iso.set_update(result, left)?;
    match op {
        BinaryOp::Or => iso.set_update(result, right)?,
        BinaryOp::Sub => iso.set_difference_update(result, right)?,
        _ => iso.set_symmetric_difference_update(result, right)?,
    }
    Ok(result)
}

/// The pairs that one of two views of items has: only those need to be hashed.
fn pairs_in_one(iso: &mut Isolate, left: Value, right: Value) -> Completion {
    let result = iso.new_set(false)?;
    for (these, those) in [(left, right), (right, left)] {
        iso.for_each(these, |iso, pair| {
            if !iso.contains(those, pair)? {
                iso.set_add(result, pair)?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
    }
    Ok(result)
}

operator_functions! { apply:
    sub rsub = Sub;
    and rand = And;
    xor rxor = Xor;
    or ror = Or;
}

fn is_disjoint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let mut disjoint = true;
    let own = iso.heap.table_len(dict_of(iso, this));
    // Of two that know what they have the shorter one is walked through.
    let is_longer = set_like_len(iso, other).is_some_and(|length| length > own);
    let (walked, asked) = if is_longer { (this, other) } else { (other, this) };
    iso.for_each(walked, |iso, item| {
        disjoint = !iso.contains(asked, item)?;
        Ok(if disjoint { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(Value::bool(disjoint))
}
