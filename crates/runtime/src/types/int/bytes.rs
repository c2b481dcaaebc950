//! `int.to_bytes` and `int.from_bytes`.

use crate::buffers::with_room;
use crate::exceptions::raise;
use crate::native::{Reach, TypeId};
use crate::types::numbers::as_class;
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::{Integer, IntegerRef};

/// Whether the least significant byte comes first.
fn is_little(iso: &mut Isolate, function: &str, byteorder: Value) -> Completion<bool> {
    if byteorder.is_unbound() {
        return Ok(false);
    }
    let Some(text) = iso.as_str(byteorder) else {
        let kind = argument_kind(iso, byteorder);
        let message = format!("{function}() argument 'byteorder' must be str, not {kind}");
        return Err(raise::type_error(iso, &message));
    };
    match iso.heap.str_bytes(text) {
        Some(b"little") => Ok(true),
        Some(b"big") => Ok(false),
        _ => Err(raise::value_error(iso, "byteorder must be either 'little' or 'big'")),
    }
}

pub(super) fn to_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, length, byteorder, signed] = args else { return Err(raise::internal(iso)) };
    let length = if length.is_unbound() { 1 } else { iso.to_isize(length)? };
    let little = is_little(iso, "to_bytes", byteorder)?;
    let signed = !signed.is_unbound() && iso.is_true(signed)?;
    let Ok(length) = usize::try_from(length) else {
        return Err(raise::value_error(iso, "length argument must be non-negative"));
    };
    let Some(view) = iso.as_int(this) else { return Err(raise::internal(iso)) };
    let view = view.as_ref();
    if view.is_negative() && !signed {
        return Err(raise::overflow_error(iso, "can't convert negative int to unsigned"));
    }
    if !fits(view, length, signed) {
        return Err(raise::overflow_error(iso, "int too big to convert"));
    }
    let mut bytes = with_room(length)?;
    push_twos_complement(view, length, &mut bytes);
    if !little {
        bytes.reverse();
    }
    iso.new_bytes(&bytes)
}

/// Whether the bytes can hold the int.
fn fits(view: IntegerRef<'_>, length: usize, signed: bool) -> bool {
    let room = (length as u64).saturating_mul(8);
    let bits = view.bit_length();
    if !signed || view.is_zero() {
        return bits <= room;
    }
    // The least negative number has one bit more than the others; no byte at all stands for -1 as well as for 0.
    let lowest = view.is_negative() && view.trailing_zeros() + 1 == bits;
    bits < room || (lowest && (bits == room || (room == 0 && bits == 1)))
}

/// Least significant byte first.
fn push_twos_complement(view: IntegerRef<'_>, length: usize, bytes: &mut Vec<u8>) {
    let mut carry = view.is_negative();
    for limb in view.limbs() {
        let mut digits = *limb;
        if view.is_negative() {
            (digits, carry) = (!digits).overflowing_add(u32::from(carry));
        }
        bytes.extend_from_slice(&digits.to_le_bytes());
    }
    // What is beyond the limbs is the sign, and so is the rest of the top one.
    bytes.resize(length, if view.is_negative() { 0xff } else { 0 });
}

/// The number of up to eight bytes, if a machine integer holds it.
fn short_number(bytes: &[u8], little: bool, signed: bool) -> Option<i64> {
    let mut word = [0; 8];
    let place = word.get_mut(..bytes.len())?;
    place.copy_from_slice(bytes);
    if !little {
        place.reverse();
    }
    let number = u64::from_le_bytes(word);
    if !signed {
        return i64::try_from(number).ok();
    }
    let above = 64 - 8 * bytes.len() as u32;
    Some((number.checked_shl(above).unwrap_or(0) as i64).checked_shr(above).unwrap_or(0))
}

/// `int.to_bytes` of a small int without keywords.
pub(super) fn short_bytes(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&this, rest) = args.split_first()?;
    let (length, little) = match *rest {
        [] => (1, false),
        [length] => (length.as_small_int()?, false),
        [length, order] => match reach.heap.str_bytes(order)? {
            b"big" => (length.as_small_int()?, false),
            b"little" => (length.as_small_int()?, true),
            _ => return None,
        },
        _ => return None,
    };
    let mut word = u64::try_from(this.as_small_int()?).ok()?.to_le_bytes();
    let (place, above) = word.split_at_mut_checked(usize::try_from(length).ok()?)?;
    if above.iter().any(|&byte| byte != 0) {
        return None;
    }
    if !little {
        place.reverse();
    }
    reach.heap.new_bytes(place).ok()
}

pub(super) fn from_bytes(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, source, byteorder, signed] = args else { return Err(raise::internal(iso)) };
    let is_text = byteorder.is_unbound() || iso.as_str(byteorder).is_some();
    let signed = is_text && !signed.is_unbound() && iso.is_true(signed)?;
    let little = is_little(iso, "from_bytes", byteorder)?;
    // A subclass may have a `__bytes__` of its own.
    let object = if iso.heap.byte_string(source).is_some() {
        source
    } else {
        let is_bytes = iso.opt_any_buffer(source)?.is_some()
            || [names::__bytes__, names::__iter__, names::__getitem__]
                .into_iter()
                .any(|name| iso.lookup_special(source, name).is_some());
        if !is_bytes || iso.as_str(source).is_some() {
            let kind = iso.type_name(source);
            return Err(raise::type_error(iso, &format!("cannot convert '{kind}' object to bytes")));
        }
        let made = iso.call(TypeId::BYTES.value(), &[source])?;
        iso.unwrap(made)
    };
    iso.spare(2 * iso.heap.byte_string(object).map_or(0, <[u8]>::len))?;
    let source = iso.heap.byte_string(object).unwrap_or(&[]);
    if let Some(number) = short_number(source, little, signed) {
        let made = iso.new_int(number)?;
        return as_class(iso, class, TypeId::INT, made);
    }
    let mut bytes: Vec<u8> = source.to_vec();
    if !little {
        bytes.reverse();
    }
    let negative = signed && bytes.last().is_some_and(|&top| top >= 0x80);
    if negative {
        let mut carry = true;
        for byte in &mut bytes {
            (*byte, carry) = (!*byte).overflowing_add(u8::from(carry));
        }
    }
    let limbs =
        bytes.chunks(4).map(|chunk| chunk.iter().rev().fold(0u32, |limb, &byte| limb << 8 | u32::from(byte))).collect();
    let made = iso.new_integer(&Integer::new(negative, limbs))?;
    as_class(iso, class, TypeId::INT, made)
}
