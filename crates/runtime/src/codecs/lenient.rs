//! The builtin error handlers that always know how to go on, where wrong bytes or characters may be many: in one go,
//! instead of one failure after the other.

use super::bulk::{count_from, write_codes};
use super::handlers::Handler;
use crate::types::str::push_hex;
use alloc::vec::Vec;

/// Whether the handler goes on behind whatever bytes are wrong.
pub(super) const fn always_decodes(handler: Handler) -> bool {
    matches!(handler, Handler::Ignore | Handler::Replace | Handler::BackslashReplace | Handler::SurrogateEscape)
}

/// Appends what a handler puts for a byte that is wrong. `first` is whether it is the first of its failure.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn push_wrong(out: &mut Vec<u8>, handler: Handler, byte: u8, first: bool) {
    match handler {
        Handler::Replace if first => out.extend_from_slice(b"\xef\xbf\xbd"),
        Handler::BackslashReplace => {
            out.extend_from_slice(b"\\x");
            push_hex(out, u32::from(byte), 2);
        }
        // The surrogate that stands for the byte.
        Handler::SurrogateEscape => out.extend_from_slice(&[0xed, 0xb0 | byte >> 6, 0x80 | byte & 0x3f]),
        _ => {}
    }
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
    let mut write = |wrong: fn(u8) -> u32| {
        let wide = count_from(bytes, 0x80);
        let start = out.len();
        // What stands for a byte that is wrong has three bytes.
        out.resize(start + bytes.len() + 2 * wide, 0);
        let place = out.get_mut(start..).unwrap_or_default();
        let code = |[byte]: [u8; 1]| if byte < 0x80 { u32::from(byte) } else { wrong(byte) };
        write_codes(bytes.as_chunks::<1>().0, place, code);
    };
    match handler {
        Handler::Replace => write(|_| 0xfffd),
        Handler::SurrogateEscape => write(|byte| 0xdc00 + u32::from(byte)),
        _ => {
            for &byte in bytes {
                if byte < 0x80 {
                    out.push(byte);
                } else {
                    push_wrong(out, handler, byte, true);
                }
            }
        }
    }
}

/// Encodes a text in ASCII, with `?` for what is not, or with nothing.
pub(super) fn encode_ascii(text: &[u8], replaces: bool) -> Vec<u8> {
    let mut out = alloc::vec![0; text.len()];
    let mut places = out.iter_mut();
    for &byte in text {
        // Each character starts with one byte that doesn't go on with another.
        if (byte < 0x80 || replaces && byte >= 0xc0)
            && let Some(place) = places.next()
        {
            *place = if byte < 0x80 { byte } else { b'?' };
        }
    }
    let left = places.len();
    out.truncate(text.len() - left);
    out
}
