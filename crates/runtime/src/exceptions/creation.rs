//! `__new__` of exception classes.

use super::raise;
use crate::native::{RowKind, TypeId};
use crate::{Completion, Isolate, Value, names};
use alloc::vec::Vec;

pub(super) const NEW_DOC: &str = "Create and return a new object.  See help(type) for accurate signature.";
pub(super) const INIT_DOC: &str = "Initialize self.  See help(type(self)) for accurate signature.";

/// `__new__` of a class that adds nothing to `BaseException`.
pub(super) fn new_of(iso: &mut Isolate, args: &[Value], id: TypeId) -> Completion {
    let &[class, positional, _] = args else { return Err(raise::internal(iso)) };
    let layout = iso.layout_of(class).value();
    if iso.is_class(class) && iso.is_subtype(class, id.value()) && !iso.is_subtype(layout, id.value()) {
        // The class has a second base with more to it, which makes the object.
        let made_by = iso.lookup(layout, names::__new__).and_then(|found| iso.native_row(found));
        if let Some(RowKind::StaticMethod(make)) = made_by.map(|row| row.kind) {
            return make(iso, args);
        }
    }
    iso.check_new(class, id)?;
    let list: Vec<Value> = iso.heap.items(positional).collect();
    iso.new_exception(class, &list)
}
