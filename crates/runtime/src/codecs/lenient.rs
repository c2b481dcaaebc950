//! The builtin error handlers that always know how to go on, where wrong bytes or characters may be many: in one go,
//! instead of one failure after the other.

use super::bulk::write_narrow;
use super::handlers::Handler;
use crate::types::str::push_hex;
use alloc::vec::Vec;

/// Whether the handler goes on behind whatever bytes are wrong.
pub(super) const fn always_decodes(handler: Handler) -> bool {
    matches!(handler, Handler::Ignore | Handler::Replace | Handler::BackslashReplace | Handler::SurrogateEscape)
}

/// Appends what a handler puts for a byte that is wrong. `first` is whether it is the first of its failure.
#[inline(always)]
fn push_wrong(out: &mut Vec<u8>, handler: Handler, byte: u8, first: bool) {
    match handler {
        Handler::Replace if first => out.extend_from_slice(b"\xef\xbf\xbd"),
        Handler::BackslashReplace => {
            out.extend_from_slice(b"\\x");
            push_hex(out, u32::from(byte), 2);
        }
        Handler::SurrogateEscape => {
            let (text, length) = escaped(byte);
            out.extend_from_slice(text.to_le_bytes().get(..length).unwrap_or(&[]));
        }
        _ => {}
    }
}

/// The surrogate that stands for a byte beyond ASCII.
#[inline(always)]
fn escaped(byte: u8) -> (u32, usize) {
    (0xed | 0xb0 << 8 | u32::from(byte >> 6) << 8 | (0x80 | u32::from(byte & 0x3f)) << 16, 3)
}

/// What the bytes start with, the first of which is beyond ASCII.
enum Sequence {
    /// A character of so many bytes.
    Character(usize),
    /// So many bytes that are wrong.
    Wrong(usize),
    /// What may become a character with more bytes.
    Incomplete,
}

/// Reads a character of UTF-8 that is not ASCII.
fn sequence(bytes: &[u8]) -> Sequence {
    let Some((&lead, rest)) = bytes.split_first() else { return Sequence::Incomplete };
    let (length, second) = match lead {
        0xc2..=0xdf => (2, 0x80..=0xbf),
        0xe0 => (3, 0xa0..=0xbf),
        0xed => (3, 0x80..=0x9f),
        0xe1..=0xef => (3, 0x80..=0xbf),
        0xf0 => (4, 0x90..=0xbf),
        0xf1..=0xf3 => (4, 0x80..=0xbf),
        0xf4 => (4, 0x80..=0x8f),
        _ => return Sequence::Wrong(1),
    };
    match rest.first() {
        None => return Sequence::Incomplete,
        Some(byte) if !second.contains(byte) => return Sequence::Wrong(1),
        Some(_) => {}
    }
    for read in 2..length {
        match bytes.get(read) {
            None => return Sequence::Incomplete,
            Some(0x80..=0xbf) => {}
            Some(_) => return Sequence::Wrong(read),
        }
    }
    Sequence::Character(length)
}

/// Decodes UTF-8 from `at` on with a handler that [always decodes](always_decodes). Returns where it stopped: at the
/// end, or where more bytes may complete a character.
pub(super) fn decode_utf8(bytes: &[u8], mut at: usize, last: bool, handler: Handler, out: &mut Vec<u8>) -> usize {
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let ascii = super::decoding::ascii_prefix(rest);
        out.extend_from_slice(rest.get(..ascii).unwrap_or(&[]));
        at += ascii;
        // Wrong bytes come in rows.
        while let Some(rest @ [0x80..=0xff, ..]) = bytes.get(at..) {
            let wrong = match sequence(rest) {
                Sequence::Character(length) => {
                    out.extend_from_slice(rest.get(..length).unwrap_or(&[]));
                    at += length;
                    continue;
                }
                Sequence::Incomplete if !last => return at,
                Sequence::Incomplete => rest.len(),
                Sequence::Wrong(length) => length,
            };
            for (index, &byte) in rest.iter().take(wrong).enumerate() {
                push_wrong(out, handler, byte, index == 0);
            }
            at += wrong;
        }
    }
    at
}

/// Decodes ASCII with a handler that [always decodes](always_decodes).
pub(super) fn decode_ascii(bytes: &[u8], handler: Handler, out: &mut Vec<u8>) {
    let wide = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let start = out.len();
    let mut write = |longer: usize, wrong: fn(u8) -> (u32, usize)| {
        out.resize(start + bytes.len() + longer * wide, 0);
        let place = out.get_mut(start..).unwrap_or_default();
        let character = |byte: u8| if byte < 0x80 { (u32::from(byte), 1) } else { wrong(byte) };
        let end = start + write_narrow(bytes, place, character);
        out.truncate(end);
    };
    match handler {
        Handler::Replace => write(2, |_| (0x00bd_bfef, 3)),
        Handler::SurrogateEscape => write(2, escaped),
        Handler::BackslashReplace => write(3, |byte| {
            let digit = |digit: u8| u32::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit });
            (u32::from(b'\\') | u32::from(b'x') << 8 | digit(byte >> 4) << 16 | digit(byte & 15) << 24, 4)
        }),
        _ => write(0, |_| (0, 0)),
    }
}

/// Encodes a text in ASCII, with `?` for what is not, or with nothing.
pub(super) fn encode_ascii(text: &[u8], replaces: bool) -> Vec<u8> {
    let mut out = alloc::vec![0; text.len()];
    // Each character starts with one byte that doesn't go on with another.
    let length = write_narrow(text, &mut out, |byte| match byte {
        ..0x80 => (u32::from(byte), 1),
        _ => (u32::from(b'?'), usize::from(replaces && byte >= 0xc0)),
    });
    out.truncate(length);
    out
}
