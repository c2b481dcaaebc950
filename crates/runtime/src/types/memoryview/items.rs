//! Numbers as they lie in memory, by the letters of the `struct` module: native size and byte order.

use crate::exceptions::raise;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use ferropy_numeric::float::{from_half, to_half};

/// The size of C's `long` and of a pointer.
const LONG: usize = size_of::<usize>();

/// The size of an item; nothing for letters that a view can't have.
#[must_use]
pub const fn size(letter: u8) -> Option<usize> {
    Some(match letter {
        b'c' | b'b' | b'B' | b'?' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' | b'n' | b'N' | b'P' => LONG,
        b'q' | b'Q' | b'd' => 8,
        _ => return None,
    })
}

/// Whether items of the format are single bytes.
pub(super) const fn is_byte(letter: u8) -> bool {
    matches!(letter, b'B' | b'b' | b'c')
}

const fn is_signed(letter: u8) -> bool {
    matches!(letter, b'b' | b'h' | b'i' | b'l' | b'q' | b'n')
}

/// The object that an item stands for: `item` are its bytes in native order.
///
/// # Errors
/// `NotImplementedError` for letters that a view can't have.
pub fn unpack(iso: &mut Isolate, letter: u8, item: &[u8]) -> Completion {
    let mut wide = [0u8; 8];
    for (to, &from) in wide.iter_mut().zip(item) {
        *to = from;
    }
    match letter {
        b'c' => return iso.new_bytes(item),
        b'?' => return Ok(Value::bool(wide != [0; 8])),
        b'f' => {
            let bytes = item.first_chunk().copied().unwrap_or_default();
            return iso.new_float(f64::from(f32::from_ne_bytes(bytes)));
        }
        b'd' => return iso.new_float(f64::from_ne_bytes(wide)),
        b'e' => {
            let bytes = item.first_chunk().copied().unwrap_or_default();
            return iso.new_float(from_half(u16::from_ne_bytes(bytes)));
        }
        _ if size(letter).is_none() => return Err(unsupported(iso, letter)),
        _ => {}
    }
    let bits = match item {
        [a] => u64::from(*a),
        [a, b] => u64::from(u16::from_ne_bytes([*a, *b])),
        [a, b, c, d] => u64::from(u32::from_ne_bytes([*a, *b, *c, *d])),
        _ => u64::from_ne_bytes(wide),
    };
    if is_signed(letter) {
        let shift = 64 - 8 * item.len() as u32;
        return iso.new_int((bits << shift) as i64 >> shift);
    }
    iso.new_big_int(false, &[bits as u32, (bits >> 32) as u32])
}

/// The object that an item stands for, if it fits a word; its bytes are in native order.
#[inline]
pub(super) fn plain_item(letter: u8, item: &[u8]) -> Option<Value> {
    let int = match (letter, item) {
        (b'B', [a]) => i64::from(*a),
        (b'b', [a]) => i64::from(i8::from_ne_bytes([*a])),
        (b'H', [a, b]) => i64::from(u16::from_ne_bytes([*a, *b])),
        (b'h', [a, b]) => i64::from(i16::from_ne_bytes([*a, *b])),
        (b'I' | b'L', [a, b, c, d]) => i64::from(u32::from_ne_bytes([*a, *b, *c, *d])),
        (b'i' | b'l', [a, b, c, d]) => i64::from(i32::from_ne_bytes([*a, *b, *c, *d])),
        (b'q' | b'l' | b'n', _) => i64::from_ne_bytes(item.try_into().ok()?),
        (b'Q' | b'L' | b'N', _) => i64::try_from(u64::from_ne_bytes(item.try_into().ok()?)).ok()?,
        (b'd', _) if Value::FLOATS_ARE_IMMEDIATE => {
            return Some(Value::immediate_float(f64::from_ne_bytes(item.try_into().ok()?)));
        }
        _ => return None,
    };
    Value::try_small_int(int)
}

fn unsupported(iso: &mut Isolate, letter: u8) -> Raised {
    let message = format!("memoryview: format {} not supported", char::from(letter));
    raise::not_implemented_error(iso, &message)
}

/// The bytes of an object as an item, and how many count. May call Python.
///
/// # Errors
/// `TypeError` and `ValueError` in the words of memoryviews.
pub fn pack(iso: &mut Isolate, letter: u8, value: Value) -> Completion<([u8; 8], usize)> {
    let Some(size) = size(letter) else { return Err(unsupported(iso, letter)) };
    let mut item = [0u8; 8];
    match letter {
        b'c' => {
            let inner = iso.unwrap(value);
            match iso.heap.bytes(inner) {
                Some(&[byte]) => item = [byte, 0, 0, 0, 0, 0, 0, 0],
                Some(_) => return Err(wrong(iso, letter, TypeId::VALUE_ERROR)),
                None => return Err(wrong(iso, letter, TypeId::TYPE_ERROR)),
            }
        }
        b'?' => item = [u8::from(iso.is_true(value)?), 0, 0, 0, 0, 0, 0, 0],
        b'f' | b'd' => {
            let float = number(iso, letter, |iso| iso.to_f64(value))?;
            item = float.to_ne_bytes();
            if letter == b'f' {
                put(&mut item, &(float as f32).to_ne_bytes());
            }
        }
        b'e' => {
            let half = number(iso, letter, |iso| to_half_value(iso, value))?;
            put(&mut item, &half.to_ne_bytes());
        }
        _ => {
            let bits = number(iso, letter, |iso| integer_bits(iso, letter, size, value))?;
            match size {
                1 => put(&mut item, &(bits as u8).to_ne_bytes()),
                2 => put(&mut item, &(bits as u16).to_ne_bytes()),
                4 => put(&mut item, &(bits as u32).to_ne_bytes()),
                _ => item = bits.to_ne_bytes(),
            }
        }
    }
    Ok((item, size))
}

fn to_half_value(iso: &mut Isolate, value: Value) -> Completion<u16> {
    let float = iso.to_f64(value)?;
    to_half(float).ok_or_else(|| raise::overflow_error(iso, "float too large to pack with e format"))
}

fn put(item: &mut [u8; 8], bytes: &[u8]) {
    for (to, &from) in item.iter_mut().zip(bytes) {
        *to = from;
    }
}

/// The result of a conversion, with its errors put into the words of memoryviews.
fn number<T>(iso: &mut Isolate, letter: u8, convert: impl FnOnce(&mut Isolate) -> Completion<T>) -> Completion<T> {
    convert(iso).map_err(|raised| {
        let id = if iso.raised_is(TypeId::TYPE_ERROR) {
            TypeId::TYPE_ERROR
        } else if iso.raised_is(TypeId::OVERFLOW_ERROR) || iso.raised_is(TypeId::VALUE_ERROR) {
            TypeId::VALUE_ERROR
        } else {
            return raised;
        };
        iso.take_exception();
        wrong(iso, letter, id)
    })
}

fn wrong(iso: &mut Isolate, letter: u8, id: TypeId) -> Raised {
    let what = if id == TypeId::TYPE_ERROR { "type" } else { "value" };
    raise::exception(iso, id, &format!("memoryview: invalid {what} for format '{}'", char::from(letter)))
}

/// An integer in two's complement; `ValueError` if it doesn't fit the size.
fn integer_bits(iso: &mut Isolate, letter: u8, size: usize, value: Value) -> Completion<u64> {
    let int = iso.index(value)?;
    let width = 8 * size as u32;
    let fitting = match iso.as_i64(int) {
        Some(number) if is_signed(letter) => {
            let limit = i64::MAX >> (64 - width);
            (-limit - 1..=limit).contains(&number).then_some(number as u64)
        }
        Some(number) => u64::try_from(number).ok().filter(|&number| number <= u64::MAX >> (64 - width)),
        None if is_signed(letter) || size < 8 => None,
        None => iso.heap.big_int(int).and_then(|big| big.to_u64()),
    };
    fitting.ok_or_else(|| raise::value_error(iso, ""))
}
