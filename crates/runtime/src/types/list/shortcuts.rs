//! Short cuts of list methods.

use crate::Value;
use crate::heap::Kind;
use crate::native::Reach;
use crate::value::IS_SMALL;

/// `list.append`.
pub(super) fn append(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[list, item] = args else { return None };
    if reach.heap.kind(list) != Some(Kind::List) {
        return None;
    }
    reach.heap.list_append(list, item).ok()?;
    Some(Value::NONE)
}

/// `list.pop` with a small index or none.
pub(super) fn pop(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&list, index) = args.split_first()?;
    if !IS_SMALL
        && index.is_empty()
        && let Some(item) = reach.heap.take_last(list)
    {
        return Some(item);
    }
    let length = reach.heap.sequence_len(list);
    let index = match index {
        [] => length.checked_sub(1)?,
        [index] => ferropy_numeric::slice::normalize_index(index.as_small_int()?, length)?,
        _ => return None,
    };
    reach.heap.remove_list_item(list, index)
}
