//! Stripping, splitting, joining.

use super::{alike, own_bytes, unchanged};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::types::byte_string::cut::{
    ByteSpace, Ends, Parts, is_byte_space, line_parts, split_on, split_on_from_right, split_single,
    split_space_from_right, strip_bytes, strip_space,
};
use crate::types::byte_string::search;
use crate::{Completion, Isolate, Value};
use alloc::format;
use ferropy_unicode::lines::byte_lines;

/// Finds the parts between separators: text, separator, most cuts.
type Cutter = fn(&[u8], &[u8], usize) -> Parts;

pub(crate) fn strip(iso: &mut Isolate, args: &[Value]) -> Completion {
    strip_ends(iso, args, Ends::Both)
}

pub(crate) fn lstrip(iso: &mut Isolate, args: &[Value]) -> Completion {
    strip_ends(iso, args, Ends::Left)
}

pub(crate) fn rstrip(iso: &mut Isolate, args: &[Value]) -> Completion {
    strip_ends(iso, args, Ends::Right)
}

fn strip_ends(iso: &mut Isolate, args: &[Value], ends: Ends) -> Completion {
    let &[this, set] = args else { return Err(raise::internal(iso)) };
    let range = if set.or(Value::NONE).is_none() {
        strip_space::<ByteSpace>(own_bytes(iso, this), ends)
    } else {
        let set = iso.to_buffer(set)?;
        strip_bytes(own_bytes(iso, this), &iso.bytes_like(set).unwrap_or_default(), ends)
    };
    let rest = iso.heap.new_byte_substring(this, range)?;
    Ok(iso.keep(rest))
}

pub(crate) fn split(iso: &mut Isolate, args: &[Value]) -> Completion {
    split_bytes(iso, args, |bytes, most| split_single(bytes, most, is_byte_space), split_on)
}

pub(crate) fn rsplit(iso: &mut Isolate, args: &[Value]) -> Completion {
    split_bytes(iso, args, split_space_from_right::<ByteSpace>, split_on_from_right)
}

fn split_bytes(
    iso: &mut Isolate,
    args: &[Value],
    at_space: fn(&[u8], usize) -> Parts,
    at_separator: Cutter,
) -> Completion {
    let &[this, separator, most] = args else { return Err(raise::internal(iso)) };
    let most = iso.count_argument(most)?;
    let parts = if separator.or(Value::NONE).is_none() {
        at_space(own_bytes(iso, this), most)
    } else {
        let separator = iso.to_buffer(separator)?;
        let separator = iso.bytes_like(separator).unwrap_or_default();
        if separator.is_empty() {
            return Err(raise::value_error(iso, "empty separator"));
        }
        at_separator(own_bytes(iso, this), &separator, most)
    };
    let list = iso.heap.new_list_of_parts(this, parts.all()?)?;
    Ok(iso.keep(list))
}

pub(crate) fn splitlines(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, keep_ends] = args else { return Err(raise::internal(iso)) };
    let keep_ends = iso.is_true(keep_ends.or(Value::FALSE))?;
    let lines = line_parts(byte_lines(own_bytes(iso, this)), keep_ends);
    let list = iso.heap.new_list_of_parts(this, lines.all()?)?;
    Ok(iso.keep(list))
}

pub(crate) fn partition(iso: &mut Isolate, args: &[Value]) -> Completion {
    partition_at(iso, args, search::find, |this, empty, other| [this, empty, other])
}

pub(crate) fn rpartition(iso: &mut Isolate, args: &[Value]) -> Completion {
    partition_at(iso, args, search::find_last, |this, empty, other| [empty, other, this])
}

fn partition_at(
    iso: &mut Isolate,
    args: &[Value],
    find: fn(&[u8], &[u8]) -> Option<usize>,
    absent: fn(Value, Value, Value) -> [Value; 3],
) -> Completion {
    let &[outer, separator] = args else { return Err(raise::internal(iso)) };
    let this = iso.unwrap(outer);
    // A bytearray makes a copy of the separator, for which any buffer will do.
    let mutable = iso.heap.kind(this) == Some(Kind::ByteArray);
    let buffer = if mutable { iso.any_buffer(separator)? } else { iso.to_buffer(separator)? };
    let needle = iso.bytes_like(buffer).unwrap_or_default();
    if needle.is_empty() {
        return Err(raise::value_error(iso, "empty separator"));
    }
    let bytes = own_bytes(iso, this);
    let (length, width, found) = (bytes.len(), needle.len(), find(bytes, &needle));
    let Some(at) = found else {
        let empty = alike(iso, this, &[])?;
        let whole = if mutable { unchanged(iso, this)? } else { outer };
        let other = alike(iso, this, &[])?;
        return iso.new_tuple(&absent(whole, empty, other));
    };
    let before = iso.heap.new_byte_substring(this, 0..at)?;
    let between = if mutable { iso.heap.new_byte_substring(this, at..at + width)? } else { separator };
    let after = iso.heap.new_byte_substring(this, at + width..length)?;
    iso.new_tuple(&[before, between, after])
}

pub(crate) fn join(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    if matches!(iso.heap.kind(iterable), Some(Kind::List | Kind::Tuple))
        && let Some(joined) = iso.heap.join_byte_items(this, iterable)
    {
        return Ok(iso.keep(joined));
    }
    let mut items = match iso.heap.kind(this) {
        Some(Kind::ByteArray) => iso.with_fixed_size(this, |iso| iso.items_to_join(iterable))?,
        _ => iso.items_to_join(iterable)?,
    };
    for (index, item) in items.iter_mut().enumerate() {
        if iso.heap.byte_string(*item).is_some() {
            continue;
        }
        match iso.opt_buffer(*item)? {
            Some(buffer) => *item = iso.keep(buffer),
            None => {
                let kind = iso.type_name(*item);
                let message = format!("sequence item {index}: expected a bytes-like object, {kind} found");
                return Err(raise::type_error(iso, &message));
            }
        }
    }
    let separator = own_bytes(iso, this);
    let length = items.iter().map(|&item| iso.bytes_like(item).map_or(0, |bytes| bytes.len()));
    let mut length = length;
    let total = length.try_fold(0usize, usize::checked_add);
    let separators = separator.len().checked_mul(items.len().saturating_sub(1));
    let total = total.and_then(|total| total.checked_add(separators?));
    if items.iter().all(|&item| iso.heap.byte_string(item).is_some())
        && let Some(kind) = iso.heap.kind(this)
        && total.is_some_and(|total| total <= iso.most_bytes())
    {
        let separated = items.iter().enumerate().flat_map(|(index, &item)| {
            let separator = if index == 0 { Value::NONE } else { this };
            [separator, item]
        });
        let joined = iso.heap.concat_bytes(kind, separated)?;
        return Ok(iso.keep(joined));
    }
    let mut joined = search::reserved(total, iso.most_bytes())?;
    for (index, &item) in items.iter().enumerate() {
        if index > 0 {
            joined.extend_from_slice(separator);
        }
        joined.extend_from_slice(&iso.bytes_like(item).unwrap_or_default());
    }
    alike(iso, this, &joined)
}
