//! `weakref.ReferenceType`: a reference that does not keep its object alive.
//!
//! A record whose number is the slot of the object, so that the collector does not follow it.

use crate::exceptions::raise;
use crate::native::{Row, TypeId, TypeSpec, class_method, getter, raw_method, static_method};
use crate::types::sequence::class_getitem;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// The fields of a reference.
pub(crate) mod field {
    /// Called when the object dies, or None.
    pub(crate) const CALLBACK: usize = 0;
    /// The object's hash, once somebody asked.
    pub(crate) const HASH: usize = 1;
    /// An object that is an immediate, else Unbound.
    pub(crate) const IMMEDIATE: usize = 2;
}

/// `weakref.ReferenceType`.
pub(crate) static WEAK_REFERENCE: TypeSpec =
    TypeSpec::new("ReferenceType", "A reference that does not keep its object alive.", ROWS).in_module("weakref");

static ROWS: &[Row] = &[
    static_method("__new__", "($type, object, callback=None, /, **kwargs)", "Make a weak reference.", new),
    raw_method("__init__", "($self, object, callback=None, /)", "Nothing is left to do.", |_, _| Ok(Value::NONE)),
    raw_method("__call__", "($self, /)", "Return the object, or None if it is dead.", call),
    raw_method("__hash__", "($self, /)", "Return hash(self).", hash),
    raw_method("__eq__", "($self, value, /)", "Return self==value.", eq),
    raw_method("__ne__", "($self, value, /)", "Return self!=value.", ne),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_getitem),
    getter("__callback__", "what is called when the object dies", callback),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, target, callback, _] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::WEAK_REFERENCE)?;
    iso.new_weak_reference(class, target, callback.or(Value::NONE))
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let target = iso.weak_target(this);
    Ok(iso.keep(target))
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let record = iso.unwrap(this);
    let known = iso.heap.field(record, field::HASH);
    if !known.is_unbound() {
        return Ok(known);
    }
    let target = iso.weak_target(this);
    if target.is_none() {
        return Err(raise::type_error(iso, "weak object has gone away"));
    }
    iso.keep(target);
    let hash = iso.hash(target)?;
    let hash = iso.new_int(hash)?;
    iso.heap.set_field(record, field::HASH, hash);
    Ok(hash)
}

/// Equal while both objects live and are equal; later only a reference to itself.
fn equal(iso: &mut Isolate, args: &[Value]) -> Completion<Option<bool>> {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if !iso.is_instance_of(other, TypeId::WEAK_REFERENCE) {
        return Ok(None);
    }
    let (left, right) = (iso.weak_target(this), iso.weak_target(other));
    if left.is_none() || right.is_none() {
        return Ok(Some(this == other));
    }
    iso.keep(left);
    iso.keep(right);
    iso.equal(left, right).map(Some)
}

fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn ne(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(equal(iso, args)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let target = iso.weak_target(this);
    let at = iso.address_of(this);
    if target.is_none() {
        return iso.new_str(&format!("<weakref at 0x{at:x}; dead>"));
    }
    iso.keep(target);
    let class = iso.type_of(target);
    let full = iso.full_class_name(class)?;
    let kind = full.strip_prefix("__main__.").unwrap_or(&full);
    let place = iso.address_of(target);
    // A name that the class knows of: a function's or a class's.
    let name = match iso.lookup(class, names::__name__) {
        Some(found) => iso.bind(found, target, class)?.and_then(|name| iso.as_str(name)),
        None => None,
    };
    let name = name.map_or_else(Default::default, |name| format!(" ({})", iso.name_text(name)));
    iso.new_str(&format!("<weakref at 0x{at:x}; to '{kind}' at 0x{place:x}{name}>"))
}

fn callback(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    if iso.weak_target(this).is_none() {
        return Ok(Value::NONE);
    }
    Ok(iso.reference_callback(this))
}
