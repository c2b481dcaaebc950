//! Texts in fields, tabs, and joining.

use super::arguments::fill_character;
use crate::exceptions::raise;
use crate::heap::{Kind, OutOfMemory};
use crate::types::byte_string::search::reserved;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_unicode::{lines, wtf8};

/// How many characters to put before and behind a text in the middle of a field.
pub(crate) const fn center_margins(length: usize, width: usize) -> (usize, usize) {
    let margin = width.saturating_sub(length);
    let left = margin / 2 + (margin & width & 1);
    (left, margin - left)
}

pub(super) fn center(iso: &mut Isolate, args: &[Value]) -> Completion {
    pad(iso, args, center_margins)
}

pub(super) fn ljust(iso: &mut Isolate, args: &[Value]) -> Completion {
    pad(iso, args, |length, width| (0, width.saturating_sub(length)))
}

pub(super) fn rjust(iso: &mut Isolate, args: &[Value]) -> Completion {
    pad(iso, args, |length, width| (width.saturating_sub(length), 0))
}

fn pad(iso: &mut Isolate, args: &[Value], margins: fn(usize, usize) -> (usize, usize)) -> Completion {
    let &[this, width, fill] = args else { return Err(raise::internal(iso)) };
    let width = iso.width_argument(width)?;
    let fill = fill_character(iso, fill)?;
    let length = iso.heap.text(this).map_or(0, |text| text.chars);
    if width <= length {
        return Ok(this);
    }
    let (left, right) = margins(length, width);
    let padded = padded(iso.heap.str_bytes(this).unwrap_or(&[]), fill, (left, right), iso.most_bytes())?;
    iso.new_text(&padded)
}

/// A text with so many fill characters before and behind it, no more than `most` bytes in all.
pub(crate) fn padded(
    text: &[u8],
    fill: u32,
    (left, right): (usize, usize),
    most: usize,
) -> Result<Vec<u8>, OutOfMemory> {
    let (unit, length) = wtf8::encode(fill);
    let unit = unit.get(..length).unwrap_or(&unit);
    let total = left.checked_add(right).and_then(|fills| fills.checked_mul(length));
    let mut out = reserved(total.and_then(|fills| fills.checked_add(text.len())), most)?;
    push_repeated(&mut out, unit, left);
    out.extend_from_slice(text);
    push_repeated(&mut out, unit, right);
    Ok(out)
}

fn push_repeated(out: &mut Vec<u8>, unit: &[u8], count: usize) {
    if let [byte] = *unit {
        out.resize(out.len() + count, byte);
    } else {
        (0..count).for_each(|_| out.extend_from_slice(unit));
    }
}

pub(super) fn zfill(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, width] = args else { return Err(raise::internal(iso)) };
    let width = iso.width_argument(width)?;
    let Some(text) = iso.heap.text(this) else { return Err(raise::internal(iso)) };
    if width <= text.chars {
        return Ok(this);
    }
    let filled = zero_filled(text.bytes, width - text.chars, iso.most_bytes())?;
    iso.new_text(&filled)
}

/// A number's text with so many zeros behind its sign, no more than `most` bytes in all.
pub(crate) fn zero_filled(text: &[u8], zeros: usize, most: usize) -> Result<Vec<u8>, OutOfMemory> {
    let mut out = reserved(text.len().checked_add(zeros), most)?;
    let digits = match text {
        [sign @ (b'+' | b'-'), rest @ ..] => {
            out.push(*sign);
            rest
        }
        _ => text,
    };
    out.resize(out.len() + zeros, b'0');
    out.extend_from_slice(digits);
    Ok(out)
}

pub(super) fn expandtabs(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, size] = args else { return Err(raise::internal(iso)) };
    let size = iso.tab_size(size)?;
    let text = iso.heap.str_bytes(this).unwrap_or(&[]);
    if memchr::memchr(b'\t', text).is_none() {
        return Ok(this);
    }
    let Some(expanded) = lines::expand_tabs(text, size, iso.most_bytes()) else { return Err(OutOfMemory.into()) };
    iso.new_text(&expanded)
}

pub(super) fn join(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, iterable] = args else { return Err(raise::internal(iso)) };
    let sequence = iso.sequence_to_join(iterable)?;
    if let Some(joined) = iso.heap.join_items(this, sequence) {
        return Ok(iso.keep(joined));
    }
    let mut items: Vec<Value> = iso.heap.items(sequence).collect();
    for (index, item) in items.iter_mut().enumerate() {
        if iso.heap.is_str(*item) {
            continue;
        }
        match iso.as_str(*item) {
            Some(text) => *item = text,
            None => {
                let kind = iso.type_name(*item);
                let message = format!("sequence item {index}: expected str instance, {kind} found");
                return Err(raise::type_error(iso, &message));
            }
        }
    }
    if let &[item] = items.as_slice() {
        return Ok(item);
    }
    let joined = iso.heap.join_strings(this, &items)?;
    Ok(iso.keep(joined))
}

impl Isolate {
    /// What `join` joins, in a vector: nothing of it may be used after Python ran again.
    pub(crate) fn items_to_join(&mut self, iterable: Value) -> Completion<Vec<Value>> {
        let sequence = self.sequence_to_join(iterable)?;
        Ok(self.heap.items(sequence).collect())
    }

    /// What `join` joins, in a list or tuple.
    fn sequence_to_join(&mut self, iterable: Value) -> Completion {
        if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
            return Ok(iterable);
        }
        let is_iterable = self.lookup_special(iterable, names::__iter__).is_some()
            || self.lookup_special(iterable, names::__getitem__).is_some();
        if !is_iterable {
            return Err(raise::type_error(self, "can only join an iterable"));
        }
        self.collect_or_say(iterable, "can only join an iterable")
    }

    /// The argument of `expandtabs`; sizes below zero count as zero.
    pub(crate) fn tab_size(&mut self, value: Value) -> Completion<usize> {
        let size = if value.is_unbound() { 8 } else { self.to_isize(value)? };
        if i32::try_from(size).is_err() {
            return Err(raise::overflow_error(self, "Python int too large to convert to C int"));
        }
        Ok(usize::try_from(size).unwrap_or(0))
    }
}
