//! Short cuts of set methods, for elements that are compared without running Python.

use crate::Value;
use crate::heap::{Heap, Kind};
use crate::native::Reach;

/// Adds an element to a set.
pub(crate) fn add_plain(heap: &mut Heap, set: Value, element: Value) -> Option<()> {
    if heap.kind(set) != Some(Kind::Set) {
        return None;
    }
    heap.add_plain(set, element).ok()?.then_some(())
}

/// `set.add`.
pub(super) fn add(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[set, element] = args else { return None };
    add_plain(reach.heap, set, element).map(|()| Value::NONE)
}
