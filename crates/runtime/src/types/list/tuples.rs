//! Sorting by tuples of numbers and strings, as keys that name two things to sort by are: their order is known without
//! running Python, and most often by two numbers made of the first items.

use super::plain::{first_bytes, sort_stretches};
use crate::buffers::with_room;
use crate::heap::{Heap, Kind};
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// What the items at one place of all tuples are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Nothing: the tuples are not so long.
    Absent,
    /// Small ints.
    Ints,
    /// Floats that are numbers, and small ints.
    Floats,
    /// Strings.
    Texts,
}

impl Column {
    fn of(heap: &Heap, item: Value) -> Option<Column> {
        if item.is_small_int() {
            return Some(Column::Ints);
        }
        if heap.is_str(item) {
            return Some(Column::Texts);
        }
        heap.float(item).filter(|float| !float.is_nan()).map(|_| Column::Floats)
    }

    /// What the column is with an item more; nothing if such items have no plain order.
    fn with(self, other: Column) -> Option<Column> {
        match (self, other) {
            (Column::Absent, column) => Some(column),
            (Column::Ints, Column::Floats) | (Column::Floats, Column::Ints) => Some(Column::Floats),
            _ => (self == other).then_some(self),
        }
    }

    /// A number that sorts as the item does, as far as it can tell, from the `start`th byte of a text on.
    fn rank(self, heap: &Heap, item: Option<Value>, start: usize) -> u64 {
        const SIGN: u64 = 1 << 63;
        let Some(item) = item else { return 0 };
        match self {
            Column::Absent => 0,
            Column::Ints => item.as_small_int().unwrap_or(0) as u64 ^ SIGN,
            Column::Floats => {
                // The zeros are equal: the sum of both is the positive one.
                let bits = (float(heap, item) + 0.0).to_bits();
                if bits & SIGN == 0 { bits ^ SIGN } else { !bits }
            }
            Column::Texts => first_bytes(heap.str_bytes(item).and_then(|text| text.get(start..)).unwrap_or(&[])),
        }
    }

    /// The order of two items of the column.
    fn order(self, heap: &Heap, x: Value, y: Value) -> Ordering {
        match self {
            _ if x == y => Ordering::Equal,
            Column::Absent => Ordering::Equal,
            Column::Ints => x.as_small_int().cmp(&y.as_small_int()),
            Column::Floats => float(heap, x).partial_cmp(&float(heap, y)).unwrap_or(Ordering::Equal),
            // Generalised UTF-8 sorts as its code points do.
            Column::Texts => heap.str_bytes(x).cmp(&heap.str_bytes(y)),
        }
    }
}

/// A float or small int, which is exact as a float.
fn float(heap: &Heap, item: Value) -> f64 {
    item.as_small_int().map(|int| int as f64).or_else(|| heap.float(item)).unwrap_or(0.0)
}

/// The order of two tuples with these columns.
fn tuple_order(heap: &Heap, columns: &[Column], x: Value, y: Value) -> Ordering {
    let (a, b) = (heap.items(x), heap.items(y));
    let lengths = a.len().cmp(&b.len());
    let mut orders = columns.iter().zip(a.zip(b)).map(|(column, (x, y))| column.order(heap, x, y));
    // The first items that differ decide.
    orders.find(|order| order.is_ne()).unwrap_or(lengths)
}

/// How many items of tuples are looked at before they are sorted without Python.
pub(super) const COLUMNS: usize = 4;

/// What the tuples consist of, if their order is known without running Python; nothing for other values.
pub(super) fn plain_columns(heap: &Heap, tuples: impl Iterator<Item = Value>) -> Option<[Column; COLUMNS]> {
    let mut columns = [Column::Absent; COLUMNS];
    for tuple in tuples {
        if heap.kind(tuple) != Some(Kind::Tuple) || heap.sequence_len(tuple) > COLUMNS {
            return None;
        }
        for (column, item) in columns.iter_mut().zip(heap.items(tuple)) {
            *column = column.with(Column::of(heap, item)?)?;
        }
    }
    Some(columns)
}

/// Sorts by tuples: by two numbers that stand for their first items, and by all where these are the same.
pub(super) fn sort_tuples<T: Copy>(
    iso: &mut Isolate,
    items: &mut [T],
    columns: [Column; COLUMNS],
    key: impl Fn(&T) -> Value,
    reverse: bool,
) -> Completion<bool> {
    let mut ranked: Vec<([u64; 2], T)> = with_room(items.len())?;
    let [first, second, ..] = columns;
    ranked.extend(items.iter().map(|item| {
        let heap = &iso.heap;
        let tuple = key(item);
        let head = heap.sequence_item(tuple, 0);
        // The second items count only where the first are equal, which the beginnings of texts don't tell.
        let next = match first {
            Column::Texts => first.rank(heap, head, size_of::<u64>()),
            _ => second.rank(heap, heap.sequence_item(tuple, 1), 0),
        };
        ([first.rank(heap, head, 0), next], *item)
    }));
    let sorted = sort_stretches(iso, &mut ranked, reverse, |heap, (a, x), (b, y)| {
        a.cmp(b).then_with(|| tuple_order(heap, &columns, key(x), key(y)))
    });
    for (place, (_, item)) in items.iter_mut().zip(ranked) {
        *place = item;
    }
    sorted
}
