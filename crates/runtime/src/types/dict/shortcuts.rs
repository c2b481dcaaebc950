//! Short cuts of dict methods, for keys that are compared without running Python.

use crate::Value;
use crate::heap::Kind;
use crate::native::{Reach, TypeId};

/// `dict.get`.
pub(super) fn get(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (dict, key, default) = match *args {
        [dict, key] => (dict, key, Value::NONE),
        [dict, key, default] => (dict, key, default),
        _ => return None,
    };
    reach.heap.dict_find_plain(dict, key).map(|found| found.unwrap_or(default))
}

/// `dict.setdefault` of a key that is there.
pub(super) fn set_default(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[dict, key, _] = args else { return None };
    reach.heap.dict_find_plain(dict, key)?
}

/// `dict.pop` of a key that is there.
pub(super) fn pop(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&[dict, key] | &[dict, key, _]) = args else { return None };
    let value = reach.heap.dict_find_plain(dict, key)??;
    reach.heap.dict_remove_plain(dict, key).then_some(value)
}

/// A view of a dict.
#[cfg_attr(not(target_os = "none"), inline(always))]
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
