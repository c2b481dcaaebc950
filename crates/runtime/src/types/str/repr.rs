//! `repr` and `ascii`: quotes and escapes, for bytes as well.

use crate::buffers::with_room;
use crate::exceptions::raise;
use crate::heap::OutOfMemory;
use crate::{Completion, Isolate, Value};
use alloc::vec::Vec;
use ferropy_unicode::predicates::is_printable;
use ferropy_unicode::wtf8;

const HEX: &[u8; 16] = b"0123456789abcdef";
/// Bytes of the longest escape.
const LONGEST: usize = 10;
/// Bytes of the longest escape of a byte.
const LONGEST_OF_BYTE: usize = 4;

pub(super) fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let quoted = quote_text(iso.heap.str_bytes(this).unwrap_or(&[]))?;
    iso.new_text(&quoted)
}

/// The quotation mark around a text: `"` only if there are `'` in it and no `"`.
fn quotation_mark(text: &[u8]) -> u8 {
    let double = memchr::memchr(b'\'', text).is_some() && memchr::memchr(b'"', text).is_none();
    if double { b'"' } else { b'\'' }
}

/// `repr` of a text.
fn quote_text(text: &[u8]) -> Result<Vec<u8>, OutOfMemory> {
    let mark = quotation_mark(text);
    let mut out = with_room(text.len() + 2)?;
    out.push(mark);
    if text.is_ascii() {
        push_quoted(&mut out, text, mark)?;
    } else {
        for code in wtf8::code_points(text) {
            reserve(&mut out, LONGEST)?;
            match u8::try_from(code) {
                Ok(byte @ b' '..=b'~') if byte != b'\\' && byte != mark => out.push(byte),
                Ok(byte) if byte < 0x80 => push_ascii(&mut out, byte, mark),
                _ if is_printable(code) => wtf8::push(&mut out, code),
                _ => push_escape(&mut out, code),
            }
        }
    }
    reserve(&mut out, 1)?;
    out.push(mark);
    Ok(out)
}

/// `repr` of bytes. That of a bytearray escapes `'` whatever the quotation marks are.
pub(crate) fn quote_bytes(bytes: &[u8], escape_single: bool) -> Result<Vec<u8>, OutOfMemory> {
    let mark = quotation_mark(bytes);
    let escaped = if escape_single { b'\'' } else { mark };
    let mut out = with_room(bytes.len() + 3)?;
    out.extend_from_slice(&[b'b', mark]);
    push_quoted(&mut out, bytes, escaped)?;
    reserve(&mut out, 1)?;
    out.push(mark);
    Ok(out)
}

/// Appends bytes, escaped where they have to be. Stretches with nothing to escape are copied as a whole.
fn push_quoted(out: &mut Vec<u8>, bytes: &[u8], mark: u8) -> Result<(), OutOfMemory> {
    const STRETCH: usize = 32;
    let plain = |byte: &u8| matches!(byte, b' '..=b'~') & (*byte != b'\\') & (*byte != mark);
    for stretch in bytes.chunks(STRETCH) {
        reserve(out, STRETCH * LONGEST_OF_BYTE)?;
        if stretch.iter().fold(true, |all, byte| all & plain(byte)) {
            out.extend_from_slice(stretch);
        } else {
            stretch.iter().for_each(|&byte| push_ascii(out, byte, mark));
        }
    }
    Ok(())
}

/// Makes room for so many bytes more.
fn reserve(out: &mut Vec<u8>, bytes: usize) -> Result<(), OutOfMemory> {
    out.try_reserve(bytes).map_err(|_| OutOfMemory)
}

/// Appends a byte as it is or escaped.
fn push_ascii(out: &mut Vec<u8>, byte: u8, mark: u8) {
    match byte {
        b'\t' => out.extend_from_slice(b"\\t"),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        b'\\' => out.extend_from_slice(b"\\\\"),
        _ if byte == mark => out.extend_from_slice(&[b'\\', byte]),
        b' '..=b'~' => out.push(byte),
        _ => push_escape(out, u32::from(byte)),
    }
}

/// Appends `\x..`, `\u....` or `\U........`, whichever is the shortest that holds the code point.
pub(crate) fn push_escape(out: &mut Vec<u8>, code: u32) {
    let (letter, digits) = match code {
        0..=0xff => (b'x', 2),
        0x100..=0xffff => (b'u', 4),
        _ => (b'U', 8),
    };
    let digit = |place: u32| HEX.get((code >> (4 * place) & 15) as usize).copied().unwrap_or(b'0');
    match digits {
        2 => out.extend_from_slice(&[b'\\', letter, digit(1), digit(0)]),
        4 => out.extend_from_slice(&[b'\\', letter, digit(3), digit(2), digit(1), digit(0)]),
        _ => {
            out.extend_from_slice(&[b'\\', letter]);
            push_hex(out, code, digits);
        }
    }
}

/// Appends a number in so many hexadecimal digits.
pub(crate) fn push_hex(out: &mut Vec<u8>, number: u32, digits: u32) {
    for place in (0..digits).rev() {
        let digit = number >> (4 * place) & 15;
        out.push(HEX.get(digit as usize).copied().unwrap_or(b'0'));
    }
}
