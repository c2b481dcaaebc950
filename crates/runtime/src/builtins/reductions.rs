//! The functions of `builtins` that go through an iterable and give one object: `all`, `any`, `min`, `max`, `sum`.

use super::functions::exactly;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::sinks::Sink;
use crate::native::TypeId;
use crate::types::int::direct;
use crate::types::str::character_length;
use crate::{CompareOp, Completion, Isolate, Value};
use alloc::format;
use core::cmp::Ordering;
use core::ops::ControlFlow;

pub(super) fn all(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterable] = exactly(iso, args)?;
    Ok(Value::bool(!has(iso, iterable, false)?))
}

pub(super) fn any(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterable] = exactly(iso, args)?;
    Ok(Value::bool(has(iso, iterable, true)?))
}

/// Whether there is an item of that truth.
fn has(iso: &mut Isolate, iterable: Value, wanted: bool) -> Completion<bool> {
    let mut found = false;
    let mut look = |iso: &mut Isolate, item| {
        found = iso.is_true(item)? == wanted;
        Ok(if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    };
    if iso.pours(iterable) {
        let sink = if wanted { Sink::FirstTrue } else { Sink::FirstFalse };
        iso.pour_each(iterable, sink, [Value::NONE; 2], |iso, _, item| look(iso, item))?;
    } else {
        iso.for_each(iterable, look)?;
    }
    Ok(found)
}

pub(super) fn max(iso: &mut Isolate, args: &[Value]) -> Completion {
    extreme(iso, args, CompareOp::Gt, "max")
}

pub(super) fn min(iso: &mut Isolate, args: &[Value]) -> Completion {
    extreme(iso, args, CompareOp::Lt, "min")
}

fn extreme(iso: &mut Isolate, args: &[Value], op: CompareOp, name: &str) -> Completion {
    let [key, default, positional] = exactly(iso, args)?;
    let count = iso.heap.sequence_len(positional);
    let iterable = match count {
        0 => return Err(raise::type_error(iso, &format!("{name} expected at least 1 argument, got 0"))),
        1 => iso.heap.tuple_item(positional, 0).unwrap_or(Value::NONE),
        _ if !default.is_unbound() => {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(raise::type_error(iso, &message));
        }
        _ => positional,
    };
    let key = if key.is_none() { Value::UNBOUND } else { key };
    if key.is_unbound()
        && let Some(best) = plain_extreme(iso, iterable, op)
    {
        return Ok(iso.keep(best));
    }
    if key.is_unbound() && iso.pours(iterable) {
        let sink = if op == CompareOp::Gt { Sink::Max } else { Sink::Min };
        let [best, _] = iso.pour_each(iterable, sink, [Value::UNBOUND; 2], |iso, held, item| {
            let better = match held[0].given() {
                None => true,
                Some(champion) => {
                    let result = iso.compare(op, item, champion)?;
                    iso.is_true(result)?
                }
            };
            if better {
                held[0] = item;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        return best_or_default(iso, best, default, name);
    }
    // The best item and its key, where the collector sees them.
    let best = iso.new_list(&[Value::UNBOUND, Value::UNBOUND])?;
    iso.for_each(iterable, |iso, item| {
        let rank = if key.is_unbound() { item } else { iso.call(key, &[item])? };
        let better = match iso.heap.list_item(best, 1).and_then(Value::given) {
            None => true,
            Some(champion) => match plain_order(iso, rank, champion) {
                Some(order) => op.holds(order),
                None => {
                    let result = iso.compare(op, rank, champion)?;
                    iso.is_true(result)?
                }
            },
        };
        if better {
            iso.heap.set_list_item(best, 0, item);
            iso.heap.set_list_item(best, 1, rank);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    let best = iso.heap.list_item(best, 0).unwrap_or(Value::UNBOUND);
    best_or_default(iso, best, default, name)
}

fn best_or_default(iso: &mut Isolate, best: Value, default: Value, name: &str) -> Completion {
    match best.given() {
        Some(item) => Ok(item),
        None if default.is_unbound() => Err(raise::value_error(iso, &format!("{name}() iterable argument is empty"))),
        None => Ok(default),
    }
}

/// The first of the largest or smallest items of a list, tuple, set or dict, or of a range of small ints; nothing where
/// two items are not ordered without Python, or there is none.
fn plain_extreme(iso: &mut Isolate, iterable: Value, op: CompareOp) -> Option<Value> {
    if let Some(text) = iso.heap.str_bytes(iterable) {
        let best = extreme_character(text, op)?;
        return iso.heap.new_str(best.get(..character_length(&best)).unwrap_or(&best)).ok();
    }
    let better = |best: Option<Value>, item: Value| match best {
        Some(best) if !op.holds(plain_order(iso, item, best)?) => Some(Some(best)),
        _ => Some(Some(item)),
    };
    match iso.heap.kind(iterable)? {
        Kind::List | Kind::Tuple => iso.heap.items(iterable).try_fold(None, better)?,
        Kind::Set | Kind::Dict => iso.heap.entries(iterable).map(|(key, _)| key).try_fold(None, better)?,
        Kind::Record => {
            let (first, last, _) = range_ends(iso, iterable)?;
            let upward = first <= last;
            Value::try_small_int(if upward == (op == CompareOp::Lt) { first } else { last })
        }
        _ => None,
    }
}

/// The largest or smallest character of a text, with zeros behind it.
fn extreme_character(text: &[u8], op: CompareOp) -> Option<[u8; 4]> {
    let mut best = None;
    let mut rest = text;
    // Generalised UTF-8 sorts as its code points do.
    while !rest.is_empty() {
        let (first, others) = rest.split_at_checked(character_length(rest))?;
        if best.is_none_or(|best| op.holds(first.cmp(best))) {
            best = Some(first);
        }
        rest = others;
    }
    let mut character = [0; 4];
    let best = best?;
    character.get_mut(..best.len())?.copy_from_slice(best);
    Some(character)
}

/// The first and last number of a range of small ints that is not empty, and how many there are.
fn range_ends(iso: &Isolate, value: Value) -> Option<(i64, i64, i64)> {
    if iso.heap.record_type(value)? != TypeId::RANGE.number() {
        return None;
    }
    let part = |index| iso.heap.field(value, index).as_small_int();
    let (first, step, length) = (part(0)?, part(2)?, part(3).filter(|&length| length > 0)?);
    Some((first, first.checked_add(step.checked_mul(length - 1)?)?, length))
}

/// The order of two small ints, floats or strings.
#[inline]
fn plain_order(iso: &Isolate, a: Value, b: Value) -> Option<Ordering> {
    if let (Some(a), Some(b)) = (a.as_small_int(), b.as_small_int()) {
        return Some(a.cmp(&b));
    }
    if let (Some(a), Some(b)) = (iso.heap.float(a), iso.heap.float(b)) {
        return a.partial_cmp(&b);
    }
    Some(iso.heap.str_bytes(a)?.cmp(iso.heap.str_bytes(b)?))
}

pub(super) fn sum(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterable, start] = exactly(iso, args)?;
    let start = start.or(Value::small_int(0));
    if let Some(start) = start.as_small_int()
        && let Some((first, last, length)) = range_ends(iso, iterable)
        && let Ok(sum) =
            i64::try_from((i128::from(first) + i128::from(last)) * i128::from(length) / 2 + i128::from(start))
    {
        return iso.new_int(sum);
    }
    // Lists and tuples need no iterator; others show first whether they have one.
    let iterable = match iso.heap.kind(iterable) {
        Some(Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray) => iterable,
        _ => iso.iterate(iterable)?,
    };
    let inner = iso.unwrap(start);
    for (wrong, advice) in [
        (iso.heap.is_str(inner), "sum() can't sum strings [use ''.join(seq) instead]"),
        (iso.heap.bytes(inner).is_some(), "sum() can't sum bytes [use b''.join(seq) instead]"),
        (iso.heap.bytearray(inner).is_some(), "sum() can't sum bytearray [use b''.join(seq) instead]"),
    ] {
        if wrong {
            return Err(raise::type_error(iso, advice));
        }
    }
    if let Some(sum) = plain_sum(iso, iterable, start) {
        return match sum {
            Sum::Int(sum) => iso.new_int(sum),
            Sum::Float(sum) => iso.new_float(sum),
        };
    }
    // What floats have lost so far.
    let mut lost = None;
    if iso.pours(iterable) {
        let [sum, others] = iso.pour_each(iterable, Sink::Sum, [start, Value::NONE], |iso, held, item| {
            lost = held[1].as_immediate_float().or(lost);
            held[0] = add_item(iso, held[0], item, &mut lost)?;
            held[1] = Value::NONE;
            if Value::FLOATS_ARE_IMMEDIATE
                && let Some(lost) = lost.take()
            {
                held[1] = Value::immediate_float(lost);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        lost = others.as_immediate_float().or(lost);
        iso.keep(sum);
        return settle(iso, sum, &mut lost);
    }
    let total = iso.new_list(&[start])?;
    iso.for_each(iterable, |iso, item| {
        let current = iso.heap.list_item(total, 0).unwrap_or(Value::NONE);
        let sum = add_item(iso, current, item, &mut lost)?;
        iso.heap.set_list_item(total, 0, sum);
        Ok(ControlFlow::Continue(()))
    })?;
    let result = iso.heap.list_item(total, 0).unwrap_or(Value::NONE);
    settle(iso, result, &mut lost)
}

/// A sum with one item more. Floats are added with compensation (Neumaier's sum), as CPython does since 3.12.
fn add_item(iso: &mut Isolate, current: Value, item: Value, lost: &mut Option<f64>) -> Completion {
    if let Some(sum) = current.add_small(item) {
        return Ok(sum);
    }
    if let Some(sum) = direct::operate(&mut iso.heap, crate::BinaryOp::Add, current, item) {
        return Ok(iso.keep(sum));
    }
    if let (Some(x), Some(y)) = (iso.heap.float(current), float_of(iso, item)) {
        // What an int loses is not looked at there either.
        let more = if iso.heap.float(item).is_some() { lost_in_sum(x, y) } else { 0.0 };
        *lost.get_or_insert(0.0) += more;
        return iso.new_float(x + y);
    }
    let current = settle(iso, current, lost)?;
    iso.binary(crate::BinaryOp::Add, current, item)
}

/// A sum of plain numbers.
enum Sum {
    Int(i64),
    Float(f64),
}

/// The sum of a list or tuple of ints of 64 bits, bools and floats, or of bytes; nothing if anything else is among them or it grows too
/// large.
fn plain_sum(iso: &Isolate, iterable: Value, start: Value) -> Option<Sum> {
    if let Some(bytes) = iso.heap.byte_string(iterable) {
        let sum = start.as_small_int()?.checked_add(bytes.iter().map(|&byte| i64::from(byte)).sum())?;
        return Some(Sum::Int(sum));
    }
    if !matches!(iso.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
        return None;
    }
    let mut items = iso.heap.items(iterable);
    let mut sum = match iso.heap.int64(start) {
        None => iso.heap.float(start)?,
        Some(mut sum) => loop {
            let Some(item) = items.next() else { return Some(Sum::Int(sum)) };
            match int_of(iso, item) {
                Some(int) => sum = sum.checked_add(int)?,
                // Beyond what a float holds exactly an int is added in another way.
                None if sum.unsigned_abs() < 1 << f64::MANTISSA_DIGITS => break sum as f64 + iso.heap.float(item)?,
                None => return None,
            }
        },
    };
    let mut lost = 0.0;
    for item in items {
        if let Some(float) = iso.heap.float(item) {
            lost += lost_in_sum(sum, float);
            sum += float;
        } else {
            sum += item.as_small_int()? as f64;
        }
    }
    Some(Sum::Float(settled(sum, lost)))
}

/// An int of 64 bits, or a bool as one.
#[inline(always)]
fn int_of(iso: &Isolate, value: Value) -> Option<i64> {
    match value.as_small_int() {
        Some(int) => Some(int),
        None if value.is_bool() => Some(i64::from(value == Value::TRUE)),
        None => iso.heap.int64(value),
    }
}

/// What the sum of two floats has lost to rounding.
#[cfg_attr(not(target_os = "none"), inline(always))]
pub(crate) fn lost_in_sum(x: f64, y: f64) -> f64 {
    let sum = x + y;
    if x.abs() >= y.abs() { (x - sum) + y } else { (y - sum) + x }
}

/// A sum with what was lost on the way.
fn settled(sum: f64, lost: f64) -> f64 {
    if lost != 0.0 && lost.is_finite() && sum.is_finite() { sum + lost } else { sum }
}

/// A float, or an int as one.
fn float_of(iso: &Isolate, value: Value) -> Option<f64> {
    iso.heap.float(value).or_else(|| value.as_small_int().map(|int| int as f64))
}

/// The sum with what was lost on the way.
fn settle(iso: &mut Isolate, current: Value, lost: &mut Option<f64>) -> Completion {
    match (iso.heap.float(current), lost.take()) {
        (Some(sum), Some(lost)) if lost != 0.0 => iso.new_float(settled(sum, lost)),
        _ => Ok(current),
    }
}
