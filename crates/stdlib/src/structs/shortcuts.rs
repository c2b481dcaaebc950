//! Short structs of plain numbers and bytes objects: the interpreter's loop asks these first. Boards do without them, as
//! flash is short there.

use super::format::{Code, Format};
use super::is_signed;
use crate::WORDS_ARE_WIDE;
use ferropy_runtime::Value;
use ferropy_runtime::heap::Heap;
use ferropy_runtime::native::Reach;

/// The most bytes and values of a struct.
const BYTES: usize = 64;
const VALUES: usize = 12;

/// The format of a `Struct`.
fn format_of(heap: &Heap, object: Value) -> Option<Value> {
    let kind = heap.record_type(object)?;
    (heap.field(object, 1) == Value::small_int(i64::from(kind))).then(|| heap.field(object, 0))
}

/// `struct.pack`
pub(super) fn pack(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&format, values) = args.split_first()?;
    packed(reach.heap, format, values)
}

/// `Struct.pack`
pub(super) fn struct_pack(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&object, values) = args.split_first()?;
    let format = format_of(reach.heap, object)?;
    packed(reach.heap, format, values)
}

/// `struct.unpack`
pub(super) fn unpack(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[format, buffer] = args else { return None };
    unpacked_whole(reach.heap, format, buffer)
}

/// `Struct.unpack`
pub(super) fn struct_unpack(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[object, buffer] = args else { return None };
    let format = format_of(reach.heap, object)?;
    unpacked_whole(reach.heap, format, buffer)
}

/// `struct.unpack_from`
pub(super) fn unpack_from(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&format, place) = args.split_first()?;
    unpacked_at(reach.heap, format, place)
}

/// `Struct.unpack_from`
pub(super) fn struct_unpack_from(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let (&object, place) = args.split_first()?;
    let format = format_of(reach.heap, object)?;
    unpacked_at(reach.heap, format, place)
}

fn unpacked_whole(heap: &mut Heap, format: Value, buffer: Value) -> Option<Value> {
    let format = Format::of_text(heap, format)?;
    if heap.byte_string(buffer)?.len() != format.size {
        return None;
    }
    unpacked(heap, &format, buffer, 0)
}

/// The values of a buffer, from an offset on that may be given.
fn unpacked_at(heap: &mut Heap, format: Value, place: &[Value]) -> Option<Value> {
    let (buffer, start) = match *place {
        [buffer] => (buffer, 0),
        [buffer, offset] => (buffer, usize::try_from(offset.as_small_int()?).ok()?),
        _ => return None,
    };
    let format = Format::of_text(heap, format)?;
    unpacked(heap, &format, buffer, start)
}

/// The bytes object with the values.
fn packed(heap: &mut Heap, format: Value, values: &[Value]) -> Option<Value> {
    let format = Format::of_text(heap, format)?;
    let mut bytes = [0; BYTES];
    if format.size > BYTES || format.values != values.len() {
        return None;
    }
    let (mut at, mut values) = (0, values.iter());
    for &code in format.codes() {
        at += code.padding();
        match code.letter {
            b'x' => at += code.count(),
            b's' => {
                let text = heap.bytes(*values.next()?)?;
                let text = text.get(..code.count()).unwrap_or(text);
                bytes.get_mut(at..at + text.len())?.copy_from_slice(text);
                at += code.count();
            }
            b'p' => return None,
            _ => {
                for _ in 0..code.count() {
                    let size = code.size();
                    let number = format.bytes_of(bits_of(heap, code, *values.next()?)?, size);
                    bytes.get_mut(at..at + size)?.copy_from_slice(number.get(..size)?);
                    at += size;
                }
            }
        }
    }
    heap.new_bytes(bytes.get(..format.size)?).ok()
}

/// The bits of a number or truth value that fits its code.
fn bits_of(heap: &Heap, code: Code, value: Value) -> Option<u64> {
    match code.letter {
        b'?' => value.is_bool().then_some(u64::from(value == Value::TRUE)),
        b'd' => heap.float(value).map(f64::to_bits),
        b'f' => {
            let single = heap.float(value)? as f32;
            single.is_finite().then_some(u64::from(single.to_bits()))
        }
        b'b' | b'B' | b'h' | b'H' | b'i' | b'I' | b'l' | b'L' | b'q' | b'Q' => {
            let int = value.as_small_int()?;
            // What is shifted out and in again is the same if it fits.
            let rest = 64 - 8 * code.size() as u32;
            let fits = if is_signed(code.letter) {
                int << rest >> rest == int
            } else {
                int >= 0 && (int as u64) << rest >> rest == int as u64
            };
            fits.then_some(int as u64)
        }
        _ => None,
    }
}

/// The tuple of the values that lie at a place of a bytes object or bytearray.
pub(super) fn unpacked(heap: &mut Heap, format: &Format, buffer: Value, start: usize) -> Option<Value> {
    if !WORDS_ARE_WIDE || format.size > BYTES || format.values > VALUES {
        return None;
    }
    // Eight bytes are read where any begin.
    let mut bytes = [0; BYTES + 8];
    let part = heap.byte_string(buffer)?.get(start..start.checked_add(format.size)?)?;
    bytes.get_mut(..part.len())?.copy_from_slice(part);
    let mut values = [Value::UNBOUND; VALUES];
    let (mut at, mut places) = (0, values.iter_mut());
    for &code in format.codes() {
        at += code.padding();
        match code.letter {
            b'x' => at += code.count(),
            b's' => {
                let text = heap.new_bytes(bytes.get(at..at + code.count())?).ok()?;
                at += code.count();
                *places.next()? = text;
            }
            b'p' => return None,
            letter => {
                for _ in 0..code.count() {
                    let number = format.get_first(*bytes.get(at..)?.first_chunk()?, code.size());
                    at += code.size();
                    *places.next()? = value_of(heap, letter, number, code.size())?;
                }
            }
        }
    }
    heap.new_tuple(values.get(..format.values)?).ok()
}

/// The number or truth value that bits of so many bytes are.
fn value_of(heap: &mut Heap, letter: u8, bits: u64, size: usize) -> Option<Value> {
    match letter {
        b'?' => Some(Value::bool(bits != 0)),
        b'd' => heap.new_float(f64::from_bits(bits)).ok(),
        b'f' => heap.new_float(f64::from(f32::from_bits(bits as u32))).ok(),
        b'b' | b'h' | b'i' | b'l' | b'q' => {
            let rest = 64 - 8 * size as u32;
            heap.new_int((bits << rest) as i64 >> rest).ok()
        }
        b'B' | b'H' | b'I' | b'L' | b'Q' => heap.new_int(i64::try_from(bits).ok()?).ok(),
        _ => None,
    }
}
