//! Short cuts of set methods, for elements that are compared without running Python.

use crate::Value;
use crate::heap::{Kind, Lookup};
use crate::native::Reach;

/// `set.add`.
pub(super) fn add(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[set, element] = args else { return None };
    if reach.heap.kind(set) != Some(Kind::Set) {
        return None;
    }
    let hash = reach.heap.plain_hash(element)?;
    match reach.heap.lookup(set, element, hash).ok()? {
        Lookup::Found(_) => {}
        Lookup::Missing => reach.heap.insert_new(set, element, hash, Value::UNBOUND).ok()?,
        Lookup::Ask(..) => return None,
    }
    Some(Value::NONE)
}
