//! Short cuts of set methods, for elements that are compared without running Python.

use crate::Value;
use crate::heap::{Heap, Kind, Lookup};
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

/// Removes an element; whether it was there. Nothing if Python has to be asked.
fn take(heap: &mut Heap, set: Value, element: Value) -> Option<bool> {
    if heap.kind(set) != Some(Kind::Set) {
        return None;
    }
    let hash = heap.quick_hash(element)?;
    match heap.lookup(set, element, hash).ok()? {
        Lookup::Found(entry) => {
            heap.remove_entry(set, entry, hash);
            Some(true)
        }
        Lookup::Missing => Some(false),
        Lookup::Ask(..) => None,
    }
}

/// `set.discard`.
pub(super) fn discard(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[set, element] = args else { return None };
    take(reach.heap, set, element).map(|_| Value::NONE)
}

/// `set.remove` of an element that is there.
pub(super) fn remove(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[set, element] = args else { return None };
    take(reach.heap, set, element)?.then_some(Value::NONE)
}
