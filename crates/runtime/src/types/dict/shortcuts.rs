//! Short cuts of dict methods, for keys that are compared without running Python.

use crate::Value;
use crate::heap::{Heap, Kind, Lookup};
use crate::native::{Reach, TypeId};

/// The value of a key in a dict: the inner nothing if it is missing, the outer one if Python has to be asked.
#[expect(clippy::option_option, reason = "what is not known is another thing than what is not there")]
fn find(heap: &mut Heap, dict: Value, key: Value) -> Option<Option<Value>> {
    if heap.kind(dict) != Some(Kind::Dict) {
        return None;
    }
    let hash = heap.plain_hash(key)?;
    match heap.lookup(dict, key, hash).ok()? {
        Lookup::Found(entry) => Some(Some(heap.dict_value(dict, entry))),
        Lookup::Missing => Some(None),
        Lookup::Ask(..) => None,
    }
}

/// `dict.get`.
pub(super) fn get(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (dict, key, default) = match *args {
        [dict, key] => (dict, key, Value::NONE),
        [dict, key, default] => (dict, key, default),
        _ => return None,
    };
    find(reach.heap, dict, key).map(|found| found.unwrap_or(default))
}

/// `dict.setdefault` of a key that is there.
pub(super) fn set_default(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[dict, key, _] = args else { return None };
    find(reach.heap, dict, key)?
}

/// `dict.pop` of a key that is there.
pub(super) fn pop(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&[dict, key] | &[dict, key, _]) = args else { return None };
    let value = find(reach.heap, dict, key)??;
    reach.heap.dict_remove_plain(dict, key).then_some(value)
}

/// A view of a dict.
#[inline(always)]
fn view(reach: &mut Reach<'_>, args: &[Value], id: TypeId) -> Option<Value> {
    let &[dict] = args else { return None };
    if reach.heap.kind(dict) != Some(Kind::Dict) {
        return None;
    }
    reach.heap.new_record(id.number(), 0, &[dict]).ok()
}

/// `dict.keys`.
pub(super) fn keys(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    view(reach, args, TypeId::DICT_KEYS)
}

/// `dict.values`.
pub(super) fn values(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    view(reach, args, TypeId::DICT_VALUES)
}

/// `dict.items`.
pub(super) fn items(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    view(reach, args, TypeId::DICT_ITEMS)
}

/// `dict.clear`.
pub(super) fn clear(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[dict] = args else { return None };
    if reach.heap.kind(dict) != Some(Kind::Dict) {
        return None;
    }
    reach.heap.clear_table(dict);
    Some(Value::NONE)
}
