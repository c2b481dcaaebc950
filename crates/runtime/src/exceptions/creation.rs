//! Making exceptions: `__new__` of the classes, and `__reduce__`, which says how to make one like this.

use super::{field, raise};
use crate::native::{RowKind, TypeId};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
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
        if let Some(RowKind::StaticMethod(make, _)) = made_by.map(|row| row.kind) {
            return make(iso, args);
        }
    }
    iso.check_new(class, id)?;
    let list: Vec<Value> = iso.heap.items(positional).collect();
    iso.new_exception(class, &list)
}

/// Most classes know no keywords.
pub(super) fn refuse_keywords(iso: &mut Isolate, class: Value, keywords: Value) -> Completion<()> {
    if iso.heap.table_len(keywords) == 0 {
        return Ok(());
    }
    let name = iso.class_name(class);
    Err(raise::type_error(iso, &format!("{name}() takes no keyword arguments")))
}

/// `__reduce__`: the class, the arguments, and the attributes of its own where there are any.
pub(super) fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mut arguments: Vec<Value> = iso.heap.items(iso.heap.field(this, field::ARGS)).collect();
    if iso.is_instance_of(this, TypeId::OS_ERROR) && arguments.len() == 2 {
        // The names of files are no arguments any more.
        let [first, second] = [2, 3].map(|index| iso.heap.field(this, field::EXTRA + index).or(Value::NONE));
        if !second.is_none() {
            arguments.extend([first, Value::NONE, second]);
        } else if !first.is_none() {
            arguments.push(first);
        }
    }
    let arguments = iso.new_tuple(&arguments)?;
    let mut parts = Vec::from([iso.type_of(this), arguments]);
    parts.extend(state(iso, this)?);
    iso.new_tuple(&parts)
}

/// What the arguments don't say: the attributes of its own, and those of the classes that tell them from the arguments.
pub(super) fn state(iso: &mut Isolate, this: Value) -> Completion<Option<Value>> {
    let own = iso.heap.field(this, field::DICT).given().filter(|dict| !dict.is_none());
    let (fields, first): (&[&str], usize) = if iso.is_instance_of(this, TypeId::IMPORT_ERROR) {
        (&["name", "path", "name_from"], 1)
    } else if iso.is_instance_of(this, TypeId::ATTRIBUTE_ERROR) {
        // The object itself is left behind: nobody wants to send it along.
        (&["name"], 0)
    } else {
        return Ok(own);
    };
    let mut told = Vec::new();
    for (index, name) in fields.iter().enumerate() {
        let value = iso.heap.field(this, field::EXTRA + first + index).or(Value::NONE);
        if !value.is_none() {
            told.push((iso.intern(name)?, value));
        }
    }
    let with_arguments = iso.is_instance_of(this, TypeId::ATTRIBUTE_ERROR);
    if told.is_empty() && !with_arguments {
        return Ok(own);
    }
    let state = iso.new_dict()?;
    if let Some(own) = own {
        iso.heap.copy_table(state, own)?;
    }
    if with_arguments {
        let arguments = iso.heap.field(this, field::ARGS);
        told.push((iso.intern("args")?, arguments));
    }
    for (name, value) in told {
        iso.heap.dict_set_plain(state, name, value)?;
    }
    Ok(Some(state))
}
