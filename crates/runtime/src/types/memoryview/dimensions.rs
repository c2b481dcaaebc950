//! Views of no dimension, or of more than one.
//!
//! Such views come from `cast` with a shape. Only their first dimension can be cut, so that everything inside a step
//! of it lies side by side: a [`View`] knows the first dimension as one without others does (`count`, `stride`), how
//! many items a step holds (`row`), and the lengths of the other dimensions as a tuple (`inner`: unbound for one
//! dimension, `None` for none).

use super::indexing::item;
use super::view::View;
use crate::exceptions::raise;
use crate::types::sequence::Subscript;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::slice::normalize_index;

impl View {
    /// The number of dimensions.
    pub(super) fn dimensions(&self, iso: &Isolate) -> usize {
        match self.inner {
            Value::UNBOUND => 1,
            Value::NONE => 0,
            inner => 1 + iso.heap.sequence_len(inner),
        }
    }

    /// The length of each dimension.
    pub(super) fn shape(&self, iso: &Isolate) -> Vec<usize> {
        let mut shape = Vec::new();
        if !self.inner.is_none() {
            shape.push(self.count);
            for at in 0..iso.heap.sequence_len(self.inner) {
                let length = iso.heap.tuple_item(self.inner, at).and_then(Value::as_small_int);
                shape.push(length.and_then(|length| usize::try_from(length).ok()).unwrap_or(0));
            }
        }
        shape
    }

    /// The bytes from one item to the next in each dimension.
    pub(super) fn strides(&self, iso: &Isolate) -> Vec<i64> {
        let mut strides = Vec::new();
        let mut bytes = self.itemsize as i64;
        for length in self.shape(iso).iter().skip(1).rev() {
            strides.push(bytes);
            bytes = bytes.saturating_mul(*length as i64);
        }
        if !self.inner.is_none() {
            strides.push(self.stride);
        }
        strides.reverse();
        strides
    }

    /// Whether the items lie side by side with the first dimension running fastest, as Fortran has it.
    pub(super) fn is_fortran_contiguous(&self, iso: &Isolate) -> bool {
        let mut bytes = self.itemsize as i64;
        let shape = self.shape(iso);
        if shape.contains(&0) {
            return true;
        }
        shape.iter().zip(self.strides(iso)).all(|(&length, stride)| {
            let fits = length == 1 || stride == bytes;
            bytes = bytes.saturating_mul(length as i64);
            fits
        })
    }

    /// The bytes of all items, the first dimension running fastest.
    pub(super) fn fortran_bytes(&self, iso: &Isolate) -> Vec<u8> {
        let shape = self.shape(iso);
        let mut bytes = Vec::with_capacity(self.items() * self.itemsize);
        for number in 0..self.items() {
            // The place of an item in Fortran's order, digit by digit, and in C's.
            let (mut rest, mut flat, mut step) = (number, 0usize, self.items());
            for &length in &shape {
                step = step.checked_div(length).unwrap_or(0);
                flat += rest.checked_rem(length).unwrap_or(0) * step;
                rest = rest.checked_div(length).unwrap_or(0);
            }
            bytes.extend_from_slice(self.item(iso, flat));
        }
        bytes
    }
}

/// The items as lists of lists.
pub(super) fn nested_list(iso: &mut Isolate, view: &View) -> Completion {
    let shape = view.shape(iso);
    let Some((&last, outer)) = shape.split_last() else { return item(iso, view, 0) };
    let mut lists = Vec::new();
    for row in 0..view.items().checked_div(last).unwrap_or(0) {
        let list = iso.new_list(&[])?;
        for index in row * last..(row + 1) * last {
            let item = item(iso, view, index)?;
            iso.heap.list_append(list, item)?;
        }
        lists.push(list);
    }
    for &length in outer.iter().skip(1).rev() {
        let mut longer = Vec::new();
        for part in lists.chunks(length.max(1)) {
            let list = iso.new_list(part)?;
            longer.push(list);
        }
        lists = longer;
    }
    if outer.is_empty() {
        lists.first().map_or_else(|| iso.new_list(&[]), |&list| Ok(list))
    } else {
        iso.new_list(&lists)
    }
}

/// The place in C's order of the item that a tuple of indices names.
pub(super) fn place_of(iso: &mut Isolate, view: &View, key: Value) -> Completion<usize> {
    let shape = view.shape(iso);
    let given = iso.heap.sequence_len(key);
    if given < shape.len() {
        return Err(raise::not_implemented_error(iso, "sub-views are not implemented"));
    }
    if given > shape.len() {
        let message = format!("cannot index {}-dimension view with {given}-element tuple", shape.len());
        return Err(raise::type_error(iso, &message));
    }
    let mut place = 0;
    for (at, &length) in shape.iter().enumerate() {
        let index = iso.heap.tuple_item(key, at).unwrap_or(Value::NONE);
        place = place * length + checked_index(iso, index, length, at)?;
    }
    Ok(place)
}

/// An index of a dimension, from its end if it is negative.
pub(super) fn checked_index(iso: &mut Isolate, index: Value, length: usize, dimension: usize) -> Completion<usize> {
    let index = match iso.subscript(index, "memoryview")? {
        Subscript::Index(index) => normalize_index(index, length),
        Subscript::Slice(_) => None,
    };
    match index {
        Some(index) => Ok(index),
        None => {
            let message = format!("index out of bounds on dimension {}", dimension + 1);
            Err(raise::index_error(iso, &message))
        }
    }
}
