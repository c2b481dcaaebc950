//! Sorting by keys of one plain kind, small ints, floats, strings or tuples of these: no Python can run.
//!
//! Each kind has a sort of its own from the standard library, on a number that stands for the key where there is one.
//! A very long list is sorted in stretches between which Ctrl-C is looked for.

use super::merge;
use super::tuples::{plain_columns, sort_tuples};
use crate::buffers::with_room;
use crate::heap::Heap;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// How many items are sorted at a stretch, without a look for Ctrl-C.
const STRETCH: usize = 1 << 20;

/// Sorts by keys of one plain kind; whether they were of one.
pub(super) fn sort_plain<T: Copy>(
    iso: &mut Isolate,
    items: &mut [T],
    key: impl Fn(&T) -> Value,
    reverse: bool,
) -> Completion<bool> {
    let Some(first) = items.first().map(&key) else { return Ok(true) };
    if first.is_small_int() {
        if items.iter().all(|item| key(item).is_small_int()) {
            let int = |item: &T| key(item).as_small_int().unwrap_or(0);
            return sort_stretches(iso, items, reverse, |_, a, b| int(a).cmp(&int(b)));
        }
        return sort_floats(iso, items, key, reverse);
    }
    if iso.heap.float(first).is_some() {
        return sort_floats(iso, items, key, reverse);
    }
    if iso.heap.is_str(first) && items.iter().all(|item| iso.heap.is_str(key(item))) {
        return sort_strings(iso, items, key, reverse);
    }
    if let Some(columns) = plain_columns(&iso.heap, items.iter().map(&key)) {
        return sort_tuples(iso, items, columns, key, reverse);
    }
    Ok(false)
}

/// Sorts by floats and small ints, which are exact as floats; whether the keys were those.
fn sort_floats<T: Copy>(
    iso: &mut Isolate,
    items: &mut [T],
    key: impl Fn(&T) -> Value,
    reverse: bool,
) -> Completion<bool> {
    let mut floats: Vec<(f64, T)> = with_room(items.len())?;
    for item in items.iter() {
        let key = key(item);
        match key.as_small_int().map(|int| int as f64).or_else(|| iso.heap.float(key)) {
            // Not-a-number has no order: only `<` itself may decide where it ends up.
            Some(float) if !float.is_nan() => floats.push((float, *item)),
            _ => return Ok(false),
        }
    }
    let sorted =
        sort_stretches(iso, &mut floats, reverse, |_, (a, _), (b, _)| a.partial_cmp(b).unwrap_or(Ordering::Equal));
    for (place, (_, item)) in items.iter_mut().zip(floats) {
        *place = item;
    }
    sorted
}

/// Sorts by strings: by their first 8 bytes, and by all where these are the same.
fn sort_strings<T: Copy>(
    iso: &mut Isolate,
    items: &mut [T],
    key: impl Fn(&T) -> Value,
    reverse: bool,
) -> Completion<bool> {
    let mut texts: Vec<(u64, T)> = with_room(items.len())?;
    texts.extend(items.iter().map(|item| (first_bytes(iso.heap.str_bytes(key(item)).unwrap_or(&[])), *item)));
    let sorted = sort_stretches(iso, &mut texts, reverse, |heap, (a, x), (b, y)| {
        let (x, y) = (key(x), key(y));
        a.cmp(b).then_with(|| if x == y { Ordering::Equal } else { heap.str_bytes(x).cmp(&heap.str_bytes(y)) })
    });
    for (place, (_, item)) in items.iter_mut().zip(texts) {
        *place = item;
    }
    sorted
}

/// The first 8 bytes as a number that sorts as they do; missing ones are 0.
pub(super) fn first_bytes(text: &[u8]) -> u64 {
    let mut first = [0; 8];
    match text.first_chunk() {
        Some(chunk) => first = *chunk,
        None => first.iter_mut().zip(text).for_each(|(place, &byte)| *place = byte),
    }
    u64::from_be_bytes(first)
}

/// Sorts by an order that runs no Python; always true.
pub(super) fn sort_stretches<T: Copy>(
    iso: &mut Isolate,
    items: &mut [T],
    reverse: bool,
    order: impl Fn(&Heap, &T, &T) -> Ordering,
) -> Completion<bool> {
    for stretch in items.chunks_mut(STRETCH) {
        if reverse {
            stretch.sort_by(|a, b| order(&iso.heap, b, a));
        } else {
            stretch.sort_by(|a, b| order(&iso.heap, a, b));
        }
        iso.native_steps(stretch.len())?;
    }
    if items.len() > STRETCH {
        merge::sort(items, &mut |a: T, b: T| {
            iso.native_step()?;
            let order = if reverse { order(&iso.heap, &b, &a) } else { order(&iso.heap, &a, &b) };
            Completion::Ok(order == Ordering::Less)
        })?;
    }
    Ok(true)
}
