//! `list.sort`.
//!
//! The items are taken out of the list, which looks empty to key functions and comparisons meanwhile. Where all keys
//! are small ints, floats or strings, no Python can run and the standard library sorts, a very long list in stretches
//! between which Ctrl-C is looked for; otherwise our merge sort asks `<`, which may raise.

use super::merge;
use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::object::CompareOp;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A key and the item that it stands for.
type Pair = (Value, Value);

pub(super) fn sort(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, reverse] = args else { return Err(raise::internal(iso)) };
    let reverse = !reverse.is_unbound() && iso.is_true(reverse)?;
    let key = key.or(Value::NONE);
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
    if sort_plain(iso, pairs, reverse)? {
        return Ok(());
    }
    // Equal items keep their order in a reversed sort as well.
    if reverse {
        pairs.reverse();
    }
    let tuples = pairs.iter().all(|pair| iso.heap.kind(pair.0) == Some(Kind::Tuple));
    let outcome = if tuples {
        merge::sort(pairs, &mut |a: Pair, b: Pair| {
            iso.native_step()?;
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

/// Sorts keys of one plain kind; whether they were.
fn sort_plain(iso: &mut Isolate, pairs: &mut [Pair], reverse: bool) -> Completion<bool> {
    let Some(&(first, _)) = pairs.first() else { return Ok(true) };
    if first.is_small_int() {
        if !pairs.iter().all(|pair| pair.0.is_small_int()) {
            return Ok(false);
        }
        let int = |pair: &Pair| pair.0.as_small_int().unwrap_or(0);
        return sort_stretches(iso, pairs, reverse, |_, a, b| int(a).cmp(&int(b)));
    }
    if iso.heap.float(first).is_some() {
        // Not-a-number has no order: only `<` itself may decide where it ends up.
        if !pairs.iter().all(|pair| iso.heap.float(pair.0).is_some_and(|float| !float.is_nan())) {
            return Ok(false);
        }
        return sort_stretches(iso, pairs, reverse, |heap, a, b| {
            let (a, b) = (heap.float(a.0).unwrap_or(0.0), heap.float(b.0).unwrap_or(0.0));
            a.partial_cmp(&b).unwrap_or(Ordering::Equal)
        });
    }
    if iso.heap.is_str(first) && pairs.iter().all(|pair| iso.heap.is_str(pair.0)) {
        return sort_strings(iso, pairs, reverse);
    }
    Ok(false)
}

/// Sorts strings by their first 8 bytes, and by all where these are the same.
fn sort_strings(iso: &mut Isolate, pairs: &mut [Pair], reverse: bool) -> Completion<bool> {
    let mut texts: Vec<(u64, Pair)> = Vec::new();
    texts.try_reserve_exact(pairs.len()).map_err(|_| crate::heap::OutOfMemory)?;
    texts.extend(pairs.iter().map(|&pair| (first_bytes(iso.heap.str_bytes(pair.0).unwrap_or(&[])), pair)));
    let sorted = sort_stretches(iso, &mut texts, reverse, |heap, (a, x), (b, y)| {
        a.cmp(b).then_with(|| if x.0 == y.0 { Ordering::Equal } else { heap.str_bytes(x.0).cmp(&heap.str_bytes(y.0)) })
    });
    for (place, (_, pair)) in pairs.iter_mut().zip(texts) {
        *place = pair;
    }
    sorted
}

/// The first 8 bytes as a number that sorts as they do; missing ones are 0.
fn first_bytes(text: &[u8]) -> u64 {
    let mut first = [0; 8];
    match text.first_chunk() {
        Some(chunk) => first = *chunk,
        None => first.iter_mut().zip(text).for_each(|(place, &byte)| *place = byte),
    }
    u64::from_be_bytes(first)
}

/// Sorts by an order that runs no Python; always true.
fn sort_stretches<T: Copy>(
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
