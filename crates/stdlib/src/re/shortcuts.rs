//! What methods of matches give where a string was searched and groups are asked for by number: the interpreter's loop asks
//! these first.

use super::matches::span_in;
use ferropy_runtime::Value;
use ferropy_runtime::native::Reach;

/// The string that a match was found in, and where the group asked for lies in it, in bytes. Nothing for a group that did
/// not match, and where there is more to do.
fn group_of(reach: &Reach<'_>, args: &[Value]) -> Option<(Value, usize, usize)> {
    let (found, number) = match *args {
        [found] => (found, 0),
        [found, number] => (found, usize::try_from(number.as_small_int()?).ok()?),
        _ => return None,
    };
    let heap = &*reach.heap;
    // The pattern of a match knows the number of the type of matches.
    let pattern = heap.field(found, 0);
    heap.record_type(pattern)?;
    if heap.field(pattern, 3).as_small_int()? != i64::from(heap.record_type(found)?) {
        return None;
    }
    let (start, end) = span_in(heap, found, number)?;
    Some((heap.field(found, 1), start, end))
}

/// The number of the character at a byte of a string.
fn number_at(reach: &mut Reach<'_>, string: Value, offset: usize) -> Option<Value> {
    let number = reach.heap.indexed_text(string)?.character_number(offset);
    Value::try_small_int(i64::try_from(number).ok()?)
}

/// `Match.group`
pub(super) fn group(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (string, start, end) = group_of(reach, args)?;
    reach.heap.text(string)?;
    reach.heap.new_substring(string, start..end).ok()
}

/// `Match.start`
pub(super) fn start(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (string, start, _) = group_of(reach, args)?;
    number_at(reach, string, start)
}

/// `Match.end`
pub(super) fn end(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (string, _, end) = group_of(reach, args)?;
    number_at(reach, string, end)
}
