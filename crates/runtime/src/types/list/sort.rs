//! `list.sort`.
//!
//! The items are taken out of the list, which looks empty to key functions and comparisons meanwhile. Where all keys
//! are small ints, floats or strings, or tuples of these, no Python can run and [`super::plain`] sorts; otherwise our
//! merge sort asks `<`, which may raise.

use super::merge;
use super::plain::sort_plain;
use crate::buffers::with_room;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::object::CompareOp;
use crate::types::sequence::plain_order;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A key and the item that it stands for.
type Pair = (Value, Value);

/// Whether there is a sort of its own for each kind of plain key. They are three times as fast as one that asks for the
/// order of two values of any kind, and take 80 KB of flash on a board.
const MANY_SORTS: bool = cfg!(target_pointer_width = "64");

/// `list.sort`: the list, key, reverse.
pub(crate) fn sort(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, key, reverse] = args else { return Err(raise::internal(iso)) };
    let reverse = !reverse.is_unbound() && iso.is_true(reverse)?;
    let key = key.or(Value::NONE);
    if MANY_SORTS && key.is_none() {
        // Where no Python can run, nobody can look at the list meanwhile.
        let mut items: Vec<Value> = with_room(iso.heap.sequence_len(this))?;
        items.extend(iso.heap.items(this));
        if sort_plain(iso, &mut items, |&item| item, reverse)? {
            iso.heap.overwrite_list(this, &items);
            return Ok(Value::NONE);
        }
    }
    if !MANY_SORTS && key.is_none() && iso.heap.sort_small_ints(this, reverse) {
        return Ok(Value::NONE);
    }
    let mut sorted = with_room(iso.heap.sequence_len(this))?;
    sorted.extend(iso.heap.items(this));
    // Python code can't reach the items through the list: a list of our own keeps them alive.
    iso.new_list(&sorted)?;
    iso.heap.clear_list(this);
    let outcome = sort_items(iso, &mut sorted, key, reverse);
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
    let mut pairs: Vec<Pair> = with_room(items.len())?;
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
    if MANY_SORTS && sort_plain(iso, pairs, |pair| pair.0, reverse)? {
        return Ok(());
    }
    // Equal items keep their order in a reversed sort as well.
    if reverse {
        pairs.reverse();
    }
    let tuples = pairs.iter().all(|pair| iso.heap.kind(pair.0) == Some(Kind::Tuple));
    let outcome = merge::sort(pairs, &mut |a: Pair, b: Pair| {
        const DEEPEST: u32 = 4;
        iso.native_step()?;
        if !MANY_SORTS && !tuples {
            // Most keys are of these kinds, and calls take more time than to compare them.
            if let Some((a, b)) = a.0.both_small_ints(b.0) {
                return Ok(a < b);
            }
            if let Some(order) = iso.heap.objects_order(a.0, b.0) {
                return Ok(order == Ordering::Less);
            }
        }
        if (tuples || !MANY_SORTS)
            && let Some(order) = plain_order(&iso.heap, a.0, b.0, DEEPEST)
        {
            return Ok(order == Ordering::Less);
        }
        iso.scope(|iso| {
            if !tuples {
                return iso.less(a.0, b.0);
            }
            let answer = iso.compare_sequences(CompareOp::Lt, a.0, b.0)?;
            iso.is_true(answer)
        })
    });
    if reverse {
        pairs.reverse();
    }
    outcome
}
