//! The functions of `builtins` that go through an iterable and give one object: `all`, `any`, `min`, `max`, `sum`.

use super::functions::exactly;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{CompareOp, Completion, Isolate, Value};
use alloc::format;
use core::cmp::Ordering;
use core::ops::ControlFlow;

pub(super) fn all(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterable] = exactly(iso, args)?;
    let mut result = true;
    iso.for_each(iterable, |iso, item| {
        result = iso.is_true(item)?;
        Ok(if result { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(Value::bool(result))
}

pub(super) fn any(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [iterable] = exactly(iso, args)?;
    let mut result = false;
    iso.for_each(iterable, |iso, item| {
        result = iso.is_true(item)?;
        Ok(if result { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok(Value::bool(result))
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
        return Ok(best);
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
    match iso.heap.list_item(best, 0).and_then(Value::given) {
        Some(item) => Ok(item),
        None if default.is_unbound() => Err(raise::value_error(iso, &format!("{name}() iterable argument is empty"))),
        None => Ok(default),
    }
}

/// The first of the largest or smallest items of a list, tuple, set or dict, or of a range of small ints; nothing where
/// two items are not ordered without Python, or there is none.
fn plain_extreme(iso: &Isolate, iterable: Value, op: CompareOp) -> Option<Value> {
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
    if let Some(sum) = sum_of_small_ints(iso, iterable, start) {
        return iso.new_int(sum);
    }
    let total = iso.new_list(&[start])?;
    // Floats are added with compensation (Neumaier's sum), as CPython does since 3.12.
    let mut compensation = None;
    iso.for_each(iterable, |iso, item| {
        let current = iso.heap.list_item(total, 0).unwrap_or(Value::NONE);
        if let Some(sum) = current.add_small(item) {
            iso.heap.set_list_item(total, 0, sum);
            return Ok(ControlFlow::Continue(()));
        }
        if let (Some(x), Some(y)) = (iso.heap.float(current), float_of(iso, item)) {
            let sum = x + y;
            // What an int loses is not looked at there either.
            let lost = match iso.heap.float(item) {
                None => 0.0,
                Some(_) if libm::fabs(x) >= libm::fabs(y) => (x - sum) + y,
                Some(_) => (y - sum) + x,
            };
            *compensation.get_or_insert(0.0) += lost;
            let sum = iso.new_float(sum)?;
            iso.heap.set_list_item(total, 0, sum);
            return Ok(ControlFlow::Continue(()));
        }
        let current = settle(iso, current, &mut compensation)?;
        let sum = iso.binary(crate::BinaryOp::Add, current, item)?;
        iso.heap.set_list_item(total, 0, sum);
        Ok(ControlFlow::Continue(()))
    })?;
    let result = iso.heap.list_item(total, 0).unwrap_or(Value::NONE);
    settle(iso, result, &mut compensation)
}

/// The sum of a list or tuple of small ints, or of bytes; nothing if anything else is among them or it grows too large.
fn sum_of_small_ints(iso: &Isolate, iterable: Value, start: Value) -> Option<i64> {
    if let Some(bytes) = iso.heap.byte_string(iterable) {
        return start.as_small_int()?.checked_add(bytes.iter().map(|&byte| i64::from(byte)).sum());
    }
    if !matches!(iso.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
        return None;
    }
    let mut items = iso.heap.items(iterable);
    items.try_fold(start.as_small_int()?, |sum, item| sum.checked_add(item.as_small_int()?))
}

/// A float, or an int as one.
fn float_of(iso: &Isolate, value: Value) -> Option<f64> {
    iso.heap.float(value).or_else(|| value.as_small_int().map(|int| int as f64))
}

/// The sum with what was lost on the way.
fn settle(iso: &mut Isolate, current: Value, compensation: &mut Option<f64>) -> Completion {
    match (iso.heap.float(current), compensation.take()) {
        (Some(sum), Some(lost)) if lost != 0.0 && lost.is_finite() && sum.is_finite() => iso.new_float(sum + lost),
        _ => Ok(current),
    }
}
