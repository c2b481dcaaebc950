//! Whole objects coded at once, straight from one object of the heap into another: what every character has a
//! counterpart for. All else is refused, and goes through [`encoding`](super::encoding) or
//! [`decoding`](super::decoding), which know what to do about it.
//!
//! Both directions measure first and write then. Loops that write as many bytes as a character may have, and go on by
//! as many as it has, were tried and lost: processors foresee what comes next in a text well enough.

use super::names::{Codec, Order};
use crate::{Isolate, Value};
use ferropy_unicode::wtf8;

/// The highest bits of eight bytes.
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// Whether eight bytes are ASCII.
#[cfg_attr(not(target_os = "none"), inline(always))]
const fn is_ascii(bytes: [u8; 8]) -> bool {
    u64::from_ne_bytes(bytes) & HIGH_BITS == 0
}

/// The bytes of a text in an encoding other than UTF-8; nothing if something in it has no counterpart, or if memory is
/// lacking.
pub(super) fn encode(iso: &mut Isolate, text: Value, codec: Codec) -> Option<Value> {
    let (bytes, chars) = iso.heap.text(text).map(|text| (text.bytes, text.chars))?;
    match codec {
        Codec::Latin1 => {
            // Beyond the leads 0xc2 and 0xc3 there are other characters.
            let most = bytes.iter().fold(0, |most: u8, &byte| most.max(byte));
            if most > 0xc3 {
                return None;
            }
            iso.heap.new_bytes_from(text, chars, write_latin1).ok()
        }
        Codec::Utf16(order) if !has_surrogates(bytes) => {
            let pairs = count_from(bytes, 0xf0);
            let marks = usize::from(order == Order::Marked);
            let length = chars.checked_add(pairs)?.checked_add(marks)?.checked_mul(2)?;
            let write = |text: &[u8], out: &mut [u8]| {
                let units = out.as_chunks_mut::<2>().0;
                match order {
                    Order::Big => write_utf16(text, units, u16::to_be_bytes),
                    Order::Little => write_utf16(text, units, u16::to_le_bytes),
                    Order::Marked => {
                        if let Some((mark, units)) = units.split_first_mut() {
                            *mark = [0xff, 0xfe];
                            write_utf16(text, units, u16::to_le_bytes);
                        }
                    }
                }
            };
            iso.heap.new_bytes_from(text, length, write).ok()
        }
        Codec::Utf32(order) if !has_surrogates(bytes) => {
            let marks = usize::from(order == Order::Marked);
            let length = chars.checked_add(marks)?.checked_mul(4)?;
            let write = |text: &[u8], out: &mut [u8]| {
                let units = out.as_chunks_mut::<4>().0;
                match order {
                    Order::Big => write_utf32(text, units, u32::to_be_bytes),
                    Order::Little => write_utf32(text, units, u32::to_le_bytes),
                    Order::Marked => {
                        if let Some((mark, units)) = units.split_first_mut() {
                            *mark = [0xff, 0xfe, 0, 0];
                            write_utf32(text, units, u32::to_le_bytes);
                        }
                    }
                }
            };
            iso.heap.new_bytes_from(text, length, write).ok()
        }
        _ => None,
    }
}

/// How many bytes are not below a limit.
pub(super) fn count_from(bytes: &[u8], limit: u8) -> usize {
    // Sums of single bytes, which can't overflow within a stretch, are what processors add sixteen at a time.
    let stretches = bytes.chunks(255);
    let count = |stretch: &[u8]| stretch.iter().fold(0u8, |sum, &byte| sum.wrapping_add(u8::from(byte >= limit)));
    stretches.map(|stretch| usize::from(count(stretch))).sum()
}

/// Whether surrogates are among the characters.
fn has_surrogates(text: &[u8]) -> bool {
    memchr::memchr_iter(0xed, text).any(|at| text.get(at + 1).is_some_and(|&byte| byte >= 0xa0))
}

/// The characters of Latin-1 as bytes.
fn write_latin1(text: &[u8], out: &mut [u8]) {
    let (mut rest, mut at) = (text, 0);
    loop {
        while let Some((word, after)) = rest.split_first_chunk::<8>()
            && is_ascii(*word)
            && let Some(place) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut)
        {
            *place = *word;
            (rest, at) = (after, at + word.len());
        }
        let Some(places) = out.get_mut(at..) else { return };
        for place in places.iter_mut().take(8) {
            let (byte, after) = match *rest {
                [a @ ..0x80, ref after @ ..] => (a, after),
                [lead, b, ref after @ ..] => (lead << 6 | b & 0x3f, after),
                _ => return,
            };
            *place = byte;
            (rest, at) = (after, at + 1);
        }
        if rest.is_empty() {
            return;
        }
    }
}

/// Bytes of Latin-1 as text. Blocks that are all ASCII, and those without any, are for processors to do as a whole.
fn write_text(bytes: &[u8], out: &mut [u8]) {
    const BLOCK: usize = 16;
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut at = 0;
    for block in blocks {
        let Some(places) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut::<{ 2 * BLOCK }>) else {
            at = write_mixed(block, out, at);
            continue;
        };
        let (all, any) = block.iter().fold((0xff, 0), |(all, any), byte| (all & byte, any | byte));
        if any < 0x80 {
            places.as_chunks_mut::<BLOCK>().0[0] = *block;
            at += BLOCK;
        } else if all >= 0x80 {
            let (leads, tails) = (block.map(|byte| 0xc0 | byte >> 6), block.map(|byte| 0x80 | byte & 0x3f));
            *places = core::array::from_fn(|place| if place % 2 == 0 { leads[place / 2] } else { tails[place / 2] });
            at += 2 * BLOCK;
        } else {
            at = write_mixed(block, out, at);
        }
    }
    for &byte in rest {
        at = put(out, at, u32::from(byte));
    }
}

/// The texts of Latin-1's characters, those of ASCII with a byte too many.
static LATIN1_TEXT: [[u8; 2]; 256] = {
    let mut texts = [[0; 2]; 256];
    let mut byte = 0;
    while byte < texts.len() {
        let is_wide = byte >= 0x80;
        texts[byte] = if is_wide { [0xc0 | (byte >> 6) as u8, 0x80 | (byte & 0x3f) as u8] } else { [byte as u8, 0] };
        byte += 1;
    }
    texts
};

/// Bytes of Latin-1 of both kinds as text: each is written as if it took two bytes, over what the last one did not need,
/// because which kind comes next can't be foreseen. Returns where the next one goes.
#[inline(never)]
fn write_mixed(block: &[u8; 16], out: &mut [u8], mut at: usize) -> usize {
    for few in block.as_chunks::<FEW>().0 {
        let Some(places) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut::<{ 2 * FEW + 1 }>) else {
            for &byte in few {
                at = put(out, at, u32::from(byte));
            }
            continue;
        };
        let mut used = 0;
        for &byte in few {
            let place = used % (2 * FEW);
            [places[place], places[place + 1]] = LATIN1_TEXT[byte as usize];
            used += 1 + usize::from(byte >> 7);
        }
        at += used;
    }
    at
}

#[cfg_attr(not(target_os = "none"), inline(always))]
fn write_utf16(text: &[u8], units: &mut [[u8; 2]], unit: impl Fn(u16) -> [u8; 2]) {
    const RUN: usize = 16;
    let (mut rest, mut at) = (text, 0);
    while !rest.is_empty() {
        while let Some((run, after)) = rest.split_first_chunk::<RUN>()
            && run.is_ascii()
            && let Some(places) = units.get_mut(at..).and_then(<[[u8; 2]]>::first_chunk_mut)
        {
            *places = run.map(|byte| unit(u16::from(byte)));
            (rest, at) = (after, at + RUN);
        }
        let mut codes = wtf8::code_points(rest);
        let Some(places) = units.get_mut(at..) else { return };
        let mut places = places.iter_mut();
        let mut used = 0;
        let mut put = |code: u16| {
            if let Some(place) = places.next() {
                *place = unit(code);
            }
            used += 1;
        };
        for code in codes.by_ref().take(RUN) {
            match code.checked_sub(0x10000) {
                None => put(code as u16),
                Some(high) => {
                    put(0xd800 | (high >> 10) as u16);
                    put(0xdc00 | (high & 0x3ff) as u16);
                }
            }
        }
        at += used;
        rest = codes.as_bytes();
    }
}

#[cfg_attr(not(target_os = "none"), inline(always))]
fn write_utf32(text: &[u8], units: &mut [[u8; 4]], unit: impl Fn(u32) -> [u8; 4]) {
    for (place, code) in units.iter_mut().zip(wtf8::code_points(text)) {
        *place = unit(code);
    }
}

/// The text that a bytes object or bytearray encodes, in an encoding other than UTF-8; nothing for other objects, if
/// something in it has no counterpart, or if memory is lacking.
pub(super) fn decode(iso: &mut Isolate, source: Value, codec: Codec) -> Option<Value> {
    let bytes = iso.heap.byte_string(source)?;
    match codec {
        Codec::Latin1 => {
            let (chars, wide) = (bytes.len(), count_from(bytes, 0x80));
            let write = |bytes: &[u8], out: &mut [u8]| {
                write_text(bytes, out);
            };
            iso.heap.new_str_from(source, chars.checked_add(wide)?, chars, write).ok()
        }
        Codec::Utf16(order) => {
            let (order, skipped) = match (order, bytes) {
                (Order::Marked, [0xff, 0xfe, ..]) => (Order::Little, 2),
                (Order::Marked, [0xfe, 0xff, ..]) => (Order::Big, 2),
                _ => (order, 0),
            };
            let (units, []) = bytes.get(skipped..)?.as_chunks::<2>() else { return None };
            let length = match order {
                Order::Big => utf16_length(units, u16::from_be_bytes),
                _ => utf16_length(units, u16::from_le_bytes),
            }?;
            let chars = units.len();
            let write = |bytes: &[u8], out: &mut [u8]| {
                let units = bytes.get(skipped..).unwrap_or(&[]).as_chunks::<2>().0;
                match order {
                    Order::Big => write_codes(units, out, |bytes| u32::from(u16::from_be_bytes(bytes))),
                    _ => write_codes(units, out, |bytes| u32::from(u16::from_le_bytes(bytes))),
                }
            };
            iso.heap.new_str_from(source, length, chars, write).ok()
        }
        Codec::Utf32(order) => {
            let (order, skipped) = match (order, bytes) {
                (Order::Marked, [0xff, 0xfe, 0, 0, ..]) => (Order::Little, 4),
                (Order::Marked, [0, 0, 0xfe, 0xff, ..]) => (Order::Big, 4),
                _ => (order, 0),
            };
            let (units, []) = bytes.get(skipped..)?.as_chunks::<4>() else { return None };
            let length = match order {
                Order::Big => utf32_length(units, u32::from_be_bytes),
                _ => utf32_length(units, u32::from_le_bytes),
            }?;
            let chars = units.len();
            let write = |bytes: &[u8], out: &mut [u8]| {
                let units = bytes.get(skipped..).unwrap_or(&[]).as_chunks::<4>().0;
                match order {
                    Order::Big => write_codes(units, out, u32::from_be_bytes),
                    _ => write_codes(units, out, u32::from_le_bytes),
                }
            };
            iso.heap.new_str_from(source, length, chars, write).ok()
        }
        _ => None,
    }
}

/// How many units are measured in a small sum, of which processors do many at a time.
const STRETCH: usize = 1024;

/// The bytes that units take in UTF-8; nothing if surrogates are among them.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn utf16_length(units: &[[u8; 2]], unit: impl Fn([u8; 2]) -> u16) -> Option<usize> {
    let (mut length, mut surrogates) = (units.len(), 0u16);
    for stretch in units.chunks(STRETCH) {
        let mut more = 0u16;
        for &bytes in stretch {
            let code = unit(bytes);
            more += u16::from(code >= 0x80) + u16::from(code >= 0x800);
            surrogates |= u16::from(code & 0xf800 == 0xd800);
        }
        length += usize::from(more);
    }
    (surrogates == 0).then_some(length)
}

/// The bytes that units take in UTF-8; nothing if some of them are no characters.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn utf32_length(units: &[[u8; 4]], unit: impl Fn([u8; 4]) -> u32) -> Option<usize> {
    let (mut length, mut wrong) = (units.len(), 0u32);
    for stretch in units.chunks(STRETCH) {
        let mut more = 0u32;
        for &bytes in stretch {
            let code = unit(bytes);
            more += u32::from(code >= 0x80) + u32::from(code >= 0x800) + u32::from(code >= 0x10000);
            wrong |= u32::from(code > 0x10_ffff) | u32::from(code & 0xffff_f800 == 0xd800);
        }
        length += more as usize;
    }
    (wrong == 0).then_some(length)
}

/// The bytes in which a few characters are put together: twice as many as they have, so that no place lies outside.
const WINDOW: usize = 64;
/// How many characters that are.
const FEW: usize = 8;

/// Writes characters one after the other in UTF-8. Returns where the next one goes.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn put_few(out: &mut [u8], mut at: usize, codes: [u32; FEW]) -> usize {
    const MASK: usize = WINDOW / 2 - 1;
    let Some(window) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut::<WINDOW>) else {
        for code in codes {
            at = put(out, at, code);
        }
        return at;
    };
    let mut used = 0;
    for code in codes {
        let Some(place) = window.get_mut(used & MASK..).and_then(<[u8]>::first_chunk_mut::<4>) else { break };
        used += put_at(place, code);
    }
    at + used
}

/// Writes a character. Returns how many bytes it has.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn put_at(place: &mut [u8; 4], code: u32) -> usize {
    let tail = |shift: u32| 0x80 | (code >> shift & 0x3f) as u8;
    match code {
        ..0x80 => {
            place[0] = code as u8;
            1
        }
        0x80..0x800 => {
            [place[0], place[1]] = [0xc0 | (code >> 6) as u8, tail(0)];
            2
        }
        0x800..0x10000 => {
            [place[0], place[1], place[2]] = [0xe0 | (code >> 12) as u8, tail(6), tail(0)];
            3
        }
        _ => {
            *place = [0xf0 | (code >> 18) as u8, tail(12), tail(6), tail(0)];
            4
        }
    }
}

/// Writes a character where there may be no room for the longest. Returns where the next one goes.
fn put(out: &mut [u8], at: usize, code: u32) -> usize {
    let mut character = [0; 4];
    let length = put_at(&mut character, code);
    for (place, byte) in out.iter_mut().skip(at).zip(character.into_iter().take(length)) {
        *place = byte;
    }
    at + length
}

/// Writes the code points that the units stand for in UTF-8.
#[cfg_attr(not(target_os = "none"), inline(always))]
pub(super) fn write_codes<const N: usize>(units: &[[u8; N]], out: &mut [u8], code: impl Fn([u8; N]) -> u32) {
    let mut at = 0;
    let (eights, rest) = units.as_chunks::<FEW>();
    for eight in eights {
        let codes = eight.map(&code);
        if codes.iter().fold(0, |all, code| all | code) < 0x80
            && let Some(place) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut)
        {
            *place = codes.map(|code| code as u8);
            at += FEW;
        } else {
            at = put_few(out, at, codes);
        }
    }
    for &unit in rest {
        at = put(out, at, code(unit));
    }
}
