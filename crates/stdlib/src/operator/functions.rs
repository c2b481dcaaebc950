//! The functions: what an operator does with its operands.

use alloc::format;
use core::ops::ControlFlow;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{TypeFlags, TypeId};
use ferropy_runtime::{BinaryOp, CompareOp, Completion, Isolate, Raised, UnaryOp, Value, names, raise};

fn pair(iso: &mut Isolate, args: &[Value]) -> Completion<(Value, Value)> {
    let &[a, b] = args else { return Err(raise::internal(iso)) };
    Ok((a, b))
}

fn single(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[a] = args else { return Err(raise::internal(iso)) };
    Ok(a)
}

pub(super) fn compare(iso: &mut Isolate, args: &[Value], op: CompareOp) -> Completion {
    let (a, b) = pair(iso, args)?;
    iso.compare(op, a, b)
}

pub(super) fn binary(iso: &mut Isolate, args: &[Value], op: BinaryOp) -> Completion {
    let (a, b) = pair(iso, args)?;
    iso.binary(op, a, b)
}

pub(super) fn in_place(iso: &mut Isolate, args: &[Value], op: BinaryOp) -> Completion {
    let (a, b) = pair(iso, args)?;
    iso.inplace(op, a, b)
}

pub(super) fn unary(iso: &mut Isolate, args: &[Value], op: UnaryOp) -> Completion {
    let a = single(iso, args)?;
    iso.unary(op, a)
}

pub(super) fn truth(iso: &mut Isolate, args: &[Value], negated: bool) -> Completion {
    let a = single(iso, args)?;
    Ok(Value::bool(iso.is_true(a)? != negated))
}

pub(super) fn identical(iso: &mut Isolate, args: &[Value], wanted: bool) -> Completion {
    let (a, b) = pair(iso, args)?;
    Ok(Value::bool((a == b) == wanted))
}

pub(super) fn is_none(iso: &mut Isolate, args: &[Value], wanted: bool) -> Completion {
    let a = single(iso, args)?;
    Ok(Value::bool(a.is_none() == wanted))
}

pub(super) fn size(iso: &mut Isolate, args: &[Value]) -> Completion {
    let a = single(iso, args)?;
    match iso.call_special(a, names::__abs__, &[])? {
        Some(result) => Ok(result),
        None => {
            let kind = iso.type_name(a);
            Err(raise::type_error(iso, &format!("bad operand type for abs(): '{kind}'")))
        }
    }
}

pub(super) fn index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let a = single(iso, args)?;
    let index = iso.index(a)?;
    // A bool is an int here.
    Ok(if index.is_bool() { Value::small_int(i64::from(index == Value::TRUE)) } else { index })
}

/// Whether the object is one whose items are found by number, as far as its methods tell.
fn is_sequence(iso: &mut Isolate, value: Value) -> bool {
    iso.heap.kind(iso.unwrap(value)) != Some(Kind::Dict) && iso.lookup_special(value, names::__getitem__).is_some()
}

/// Whether the object is of a builtin type of sequences, which add themselves without asking the other operand.
fn is_builtin_sequence(iso: &Isolate, value: Value) -> bool {
    let inner = iso.unwrap(value);
    let kinds = [Kind::List, Kind::Tuple, Kind::Bytes, Kind::ByteArray];
    iso.heap.is_str(inner)
        || iso.heap.kind(inner).is_some_and(|kind| kinds.contains(&kind))
        || iso.type_spec(iso.type_of(inner)).is_some_and(|spec| spec.flags.has(TypeFlags::SEQUENCE))
}

fn concatenate(iso: &mut Isolate, args: &[Value], in_place: bool) -> Completion {
    let (a, b) = pair(iso, args)?;
    if is_builtin_sequence(iso, a) {
        let method =
            if in_place && iso.lookup_special(a, names::__iadd__).is_some() { names::__iadd__ } else { names::__add__ };
        if let Some(result) = iso.call_special(a, method, &[b])?
            && result != Value::NOT_IMPLEMENTED
        {
            return Ok(result);
        }
    } else if is_sequence(iso, a) && is_sequence(iso, b) {
        return if in_place { iso.inplace(BinaryOp::Add, a, b) } else { iso.binary(BinaryOp::Add, a, b) };
    }
    let kind = iso.type_name(a);
    Err(raise::type_error(iso, &format!("'{kind}' object can't be concatenated")))
}

pub(super) fn concat(iso: &mut Isolate, args: &[Value]) -> Completion {
    concatenate(iso, args, false)
}

pub(super) fn concat_in_place(iso: &mut Isolate, args: &[Value]) -> Completion {
    concatenate(iso, args, true)
}

pub(super) fn contains(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (a, b) = pair(iso, args)?;
    Ok(Value::bool(iso.contains(a, b)?))
}

/// `TypeError` of an iterable that is none, in the words of these functions.
fn not_iterable(iso: &mut Isolate, value: Value, raised: Raised) -> Raised {
    if !iso.raised_is(TypeId::TYPE_ERROR) || iso.lookup_special(value, names::__iter__).is_some() {
        return raised;
    }
    iso.take_exception();
    let kind = iso.type_name(value);
    raise::type_error(iso, &format!("argument of type '{kind}' is not iterable"))
}

pub(super) fn count_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (a, b) = pair(iso, args)?;
    let iterator = iso.iterate(a).map_err(|raised| not_iterable(iso, a, raised))?;
    let mut count = 0;
    iso.for_each(iterator, |iso, item| {
        count += i64::from(iso.same_or_equal(item, b)?);
        Ok(ControlFlow::Continue(()))
    })?;
    iso.new_int(count)
}

pub(super) fn index_of(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (a, b) = pair(iso, args)?;
    let iterator = iso.iterate(a).map_err(|raised| not_iterable(iso, a, raised))?;
    let (mut index, mut found) = (0, false);
    iso.for_each(iterator, |iso, item| {
        if iso.same_or_equal(item, b)? {
            found = true;
            return Ok(ControlFlow::Break(()));
        }
        index += 1;
        Ok(ControlFlow::Continue(()))
    })?;
    if !found {
        return Err(raise::value_error(iso, "sequence.index(x): x not in sequence"));
    }
    iso.new_int(index)
}

pub(super) fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (a, b) = pair(iso, args)?;
    iso.get_item(a, b)
}

pub(super) fn set_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[a, b, c] = args else { return Err(raise::internal(iso)) };
    iso.set_item(a, b, c)?;
    Ok(Value::NONE)
}

pub(super) fn delete_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (a, b) = pair(iso, args)?;
    iso.delete_item(a, b)?;
    Ok(Value::NONE)
}

pub(super) fn length_hint(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[object, default] = args else { return Err(raise::internal(iso)) };
    let default = match default.given() {
        Some(default) => iso.to_isize(default)?,
        None => 0,
    };
    let known = [names::__len__, names::__length_hint__];
    let is_known = known.into_iter().any(|name| iso.lookup_special(object, name).is_some());
    let hint = iso.length_hint(object)?;
    // No hint and a hint of 0 are the same to who asks for room.
    if hint == 0 && (!is_known || !has_hint(iso, object)?) {
        return iso.new_int(default);
    }
    iso.new_int(hint as i64)
}

/// Whether a length of 0 was what the object said.
fn has_hint(iso: &mut Isolate, object: Value) -> Completion<bool> {
    if iso.lookup_special(object, names::__len__).is_some() {
        match iso.len(object) {
            Ok(_) => return Ok(true),
            Err(_) if iso.raised_is(TypeId::TYPE_ERROR) => {
                iso.take_exception();
            }
            Err(raised) => return Err(raised),
        }
    }
    match iso.call_special(object, names::__length_hint__, &[]) {
        Ok(hint) => Ok(hint.is_some_and(|hint| hint != Value::NOT_IMPLEMENTED)),
        Err(_) if iso.raised_is(TypeId::TYPE_ERROR) => {
            iso.take_exception();
            Ok(false)
        }
        Err(raised) => Err(raised),
    }
}

pub(super) fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[object, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.call_packed(object, positional, keywords)
}

/// Whether two texts or bytes are equal, without stopping at the first difference.
pub(super) fn compare_digest(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (a, b) = pair(iso, args)?;
    let texts = (iso.as_str(a), iso.as_str(b));
    if let (Some(left), Some(right)) = texts {
        let (left, right) = (iso.heap.str_bytes(left).unwrap_or(&[]), iso.heap.str_bytes(right).unwrap_or(&[]));
        if !left.is_ascii() || !right.is_ascii() {
            let message = "comparing strings with non-ASCII characters is not supported";
            return Err(raise::type_error(iso, message));
        }
        return Ok(Value::bool(same_bytes(left, right)));
    }
    if let (Some(left), Some(right)) = (iso.bytes_like(a), iso.bytes_like(b)) {
        return Ok(Value::bool(same_bytes(&left, &right)));
    }
    let (left, right) = (iso.type_name(a), iso.type_name(b));
    let message = format!("unsupported operand types(s) or combination of types: '{left}' and '{right}'");
    Err(raise::type_error(iso, &message))
}

fn same_bytes(left: &[u8], right: &[u8]) -> bool {
    // Against itself if the lengths differ, so that the time tells nothing.
    let other = if left.len() == right.len() { left } else { right };
    let difference = other.iter().zip(right).fold(0, |difference, (a, b)| difference | (a ^ b));
    core::hint::black_box(difference) == 0 && left.len() == right.len()
}
