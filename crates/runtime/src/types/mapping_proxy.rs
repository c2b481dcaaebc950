//! `mappingproxy`: a mapping seen through a window that nothing can be changed through. A record: the mapping.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, method, static_method};
use crate::object::{BinaryOp, CompareOp};
use crate::types::numbers::comparison_functions;
use crate::types::sequence::class_getitem;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// `mappingproxy`.
pub(crate) static MAPPING_PROXY: TypeSpec =
    TypeSpec::new("mappingproxy", "(mapping)\n--\n\nA read-only view of a mapping.", ROWS).with_flags(TypeFlags(0));

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";

static ROWS: &[Row] = &[
    static_method("__new__", "($type, mapping)", "Make a read-only view of a mapping.", new),
    method("__repr__", UNARY, "Return repr(self).", repr),
    method("__str__", UNARY, "Return str of the mapping.", str),
    method("__hash__", UNARY, "Return the hash of the mapping.", hash),
    method("__lt__", BINARY, "Return self<value.", lt),
    method("__le__", BINARY, "Return self<=value.", le),
    method("__eq__", BINARY, "Return self==value.", eq),
    method("__ne__", BINARY, "Return self!=value.", ne),
    method("__gt__", BINARY, "Return self>value.", gt),
    method("__ge__", BINARY, "Return self>=value.", ge),
    method("__iter__", UNARY, "Return iter(self).", iter),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", ror),
    method("__ior__", BINARY, "Raise TypeError: nothing can be added.", ior),
    method("__len__", UNARY, "Return len(self).", len),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__contains__", "($self, key, /)", "Return whether the mapping has the key.", contains),
    method("get", "($self, key, default=None, /)", "Return the value of key, or default if there is none.", get),
    method("keys", UNARY, "Return the mapping's keys.", keys),
    method("values", UNARY, "Return the mapping's values.", values),
    method("items", UNARY, "Return the mapping's pairs of key and value.", items),
    method("copy", UNARY, "Return a copy of the mapping.", copy),
    class_method("__class_getitem__", "($type, object, /)", "For annotations.", class_getitem),
    method("__reversed__", UNARY, "Return an iterator over the keys from the last to the first.", reversed),
];

fn mapping_of(iso: &Isolate, proxy: Value) -> Value {
    iso.heap.field(proxy, 0)
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, mapping] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::MAPPING_PROXY)?;
    let inner = iso.unwrap(mapping);
    let sequence = matches!(iso.heap.kind(inner), Some(Kind::List | Kind::Tuple));
    if sequence || iso.is_class(mapping) || iso.lookup_special(mapping, names::__getitem__).is_none() {
        let kind = iso.type_name(mapping);
        let message = format!("mappingproxy() argument must be a mapping, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    iso.new_record(TypeId::MAPPING_PROXY, 0, &[mapping])
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mut text = alloc::vec::Vec::from(b"mappingproxy(");
    let mapping = mapping_of(iso, this);
    iso.append_repr(mapping, &mut text)?;
    text.push(b')');
    iso.new_text(&text)
}

fn str(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    iso.str(mapping)
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    let hash = iso.hash(mapping)?;
    iso.new_int(hash)
}

/// The mapping behind a proxy; other values as they are.
fn behind(iso: &Isolate, value: Value) -> Value {
    if iso.heap.record_type(value) == Some(TypeId::MAPPING_PROXY.number()) { mapping_of(iso, value) } else { value }
}

fn compare(iso: &mut Isolate, op: CompareOp, this: Value, other: Value) -> Completion {
    let mapping = mapping_of(iso, this);
    iso.compare(op, mapping, other)
}

comparison_functions!(compare);

fn iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    iso.iterate(mapping)
}

fn or(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let (left, right) = (behind(iso, this), behind(iso, other));
    iso.binary(BinaryOp::Or, left, right)
}

fn ror(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let (left, right) = (behind(iso, other), behind(iso, this));
    iso.binary(BinaryOp::Or, left, right)
}

fn ior(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, _] = args else { return Err(raise::internal(iso)) };
    let kind = iso.type_name(this);
    Err(raise::type_error(iso, &format!("'|=' is not supported by {kind}; use '|' instead")))
}

fn len(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    let length = iso.len(mapping)?;
    iso.new_int(length as i64)
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    iso.get_item(mapping, key)
}

fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    Ok(Value::bool(iso.contains(mapping, key)?))
}

fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, default] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    iso.call_method(mapping, names::get, &[key, default.or(Value::NONE)])
}

macro_rules! forwarded {
    ($($name:ident;)*) => {
        $(
            fn $name(iso: &mut Isolate, args: &[Value]) -> Completion {
                let &[this] = args else { return Err(raise::internal(iso)) };
                let mapping = mapping_of(iso, this);
                iso.call_method(mapping, names::$name, &[])
            }
        )*
    };
}

forwarded! {
    keys;
    values;
    items;
    copy;
}

fn reversed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mapping = mapping_of(iso, this);
    iso.call_method(mapping, names::__reversed__, &[])
}
