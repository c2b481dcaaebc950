//! `list.sort`.
//!
//! The items are taken out of the list, which looks empty to key functions and comparisons meanwhile. Where all keys
//! are small ints, floats or strings, or tuples of these, no Python can run and the standard library sorts, a very long
//! list in stretches between which Ctrl-C is looked for; otherwise our merge sort asks `<`, which may raise.

use super::merge;
use super::tuples::{plain_columns, sort_tuples};
use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::object::CompareOp;
use crate::types::sequence::plain_order;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A key and the item that it stands for.
type Pair = (Value, Value);

/// `list.sort`: the list, key, reverse.
pub(crate) fn sort(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, reverse] = args else { return Err(raise::internal(iso)) };
    let reverse = !reverse.is_unbound() && iso.is_true(reverse)?;
    let key = key.or(Value::NONE);
    if key.is_none() {
        // Where no Python can run, nobody can look at the list meanwhile.
        let mut items: Vec<Value> = Vec::new();
        items.try_reserve_exact(iso.heap.sequence_len(this)).map_err(|_| crate::heap::OutOfMemory)?;
        items.extend(iso.heap.items(this));
        if sort_plain(iso, &mut items, |&item| item, reverse)? {
            iso.heap.overwrite_list(this, &items);
            return Ok(Value::NONE);
        }
    }
    let items = iso.heap.take_list(this);
    // Python code can't reach the items through the list: a list of our own keeps them alive.
    let mut outcome = match iso.new_list(&items) {
        Ok(_) => Ok(()),
        Err(raised) => Err(raised),
    };
    let mut sorted = items;
    if outcome.is_ok() {
        outcome = sort_items(iso, &mut sorted, key, reverse);
    }
    let modified = iso.heap.sequence_len(this) > 0;
    let length = iso.heap.sequence_len(this);
    iso.heap.splice_list(this, 0, length, &sorted)?;
    outcome?;
    if modified {
        return Err(raise::value_error(iso, "list modified during sort"));
    }
    Ok(Value::NONE)
}

fn sort_items(iso: &mut Isolate, items: &mut [Value], key: Value, reverse: bool) -> Completion<()> {
    let mut pairs: Vec<Pair> = Vec::new();
    pairs.try_reserve_exact(items.len()).map_err(|_| crate::heap::OutOfMemory)?;
    if key.is_none() {
        pairs.extend(items.iter().map(|&item| (item, item)));
    } else {
        let keys = iso.heap.new_list_with_capacity(items.len())?;
        iso.keep(keys);
        for &item in items.iter() {
            let made = iso.scope(|iso| -> Completion {
                let made = iso.call(key, &[item])?;
                iso.heap.list_append(keys, made)?;
                Ok(made)
            })?;
            pairs.push((made, item));
        }
    }
    let outcome = sort_pairs(iso, &mut pairs, reverse);
    for (place, (_, item)) in items.iter_mut().zip(pairs) {
        *place = item;
    }
    outcome
}

fn sort_pairs(iso: &mut Isolate, pairs: &mut [Pair], reverse: bool) -> Completion<()> {
    if sort_plain(iso, pairs, |pair| pair.0, reverse)? {
        return Ok(());
    }
    // Equal items keep their order in a reversed sort as well.
    if reverse {
        pairs.reverse();
    }
    let tuples = pairs.iter().all(|pair| iso.heap.kind(pair.0) == Some(Kind::Tuple));
    let outcome = if tuples {
        merge::sort(pairs, &mut |a: Pair, b: Pair| {
            const DEEPEST: u32 = 4;
            iso.native_step()?;
            if let Some(order) = plain_order(&iso.heap, a.0, b.0, DEEPEST) {
                return Ok(order == Ordering::Less);
            }
            iso.scope(|iso| {
                let answer = iso.compare_sequences(CompareOp::Lt, a.0, b.0)?;
                iso.is_true(answer)
            })
        })
    } else {
        merge::sort(pairs, &mut |a: Pair, b: Pair| {
            iso.native_step()?;
            iso.scope(|iso| iso.less(a.0, b.0))
        })
    };
    if reverse {
        pairs.reverse();
    }
    outcome
}

/// How many items are sorted at a stretch, without a look for Ctrl-C.
const STRETCH: usize = 1 << 20;

/// Sorts by keys of one plain kind; whether they were of one.
fn sort_plain<T: Copy>(
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
    let mut floats: Vec<(f64, T)> = Vec::new();
    floats.try_reserve_exact(items.len()).map_err(|_| crate::heap::OutOfMemory)?;
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
    let mut texts: Vec<(u64, T)> = Vec::new();
    texts.try_reserve_exact(items.len()).map_err(|_| crate::heap::OutOfMemory)?;
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
