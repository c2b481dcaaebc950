//! Whole objects coded at once, straight from one object of the heap into another: what every character has a
//! counterpart for. All else is refused, and goes through [`encoding`](super::encoding) or
//! [`decoding`](super::decoding), which know what to do about it.
//!
//! Both directions measure first and write then. Texts mix ASCII with other characters as they like, so that a jump
//! for each character would often be foreseen wrongly: the loops write as many bytes as a character may have and go
//! on by as many as it has.

use super::names::{Codec, Order};
use crate::{Isolate, Value};
use ferropy_unicode::wtf8;

/// The highest bits of eight bytes.
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// Whether eight bytes are ASCII.
#[inline(always)]
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
            let pairs = bytes.iter().filter(|&&byte| byte >= 0xf0).count();
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

/// Whether surrogates are among the characters.
fn has_surrogates(text: &[u8]) -> bool {
    memchr::memchr_iter(0xed, text).any(|at| text.get(at + 1).is_some_and(|&byte| byte >= 0xa0))
}

/// The characters of Latin-1 as bytes: eight bytes of text at a time, put together in a word.
fn write_latin1(text: &[u8], out: &mut [u8]) {
    let (mut at, mut lead) = (0, 0u8);
    let (words, rest) = text.as_chunks::<8>();
    for word in words {
        if is_ascii(*word)
            && let Some(place) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut)
        {
            *place = *word;
            at += word.len();
            continue;
        }
        let (mut made, mut count) = (0u64, 0);
        for &byte in word {
            let counts = byte < 0xc0;
            made |= u64::from(if counts { of_lead(lead, byte) } else { 0 }) << (8 * (count & 7));
            count += u32::from(counts);
            lead = byte;
        }
        at += put_word(out, at, made, count as usize);
    }
    for &byte in rest {
        if let Some(place) = out.get_mut(at) {
            *place = of_lead(lead, byte);
        }
        at += usize::from(byte < 0xc0);
        lead = byte;
    }
}

/// A byte of text in Latin-1: one that goes on has the lower bits, and the lead before it the two above.
#[inline(always)]
const fn of_lead(lead: u8, byte: u8) -> u8 {
    if byte < 0x80 { byte } else { lead << 6 | byte & 0x3f }
}

/// Writes the lowest `count` bytes of a word, and the others too where there is room: they will be overwritten.
#[inline(always)]
fn put_word(out: &mut [u8], at: usize, word: u64, count: usize) -> usize {
    let bytes = word.to_le_bytes();
    match out.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
        Some(place) => *place = bytes,
        None => {
            for (place, byte) in out.iter_mut().skip(at).zip(bytes.into_iter().take(count)) {
                *place = byte;
            }
        }
    }
    count
}

#[inline(always)]
fn write_utf16(text: &[u8], units: &mut [[u8; 2]], unit: impl Fn(u16) -> [u8; 2]) {
    let (mut rest, mut at) = (text, 0);
    while !rest.is_empty() {
        if let Some((word, after)) = rest.split_first_chunk::<8>()
            && is_ascii(*word)
        {
            let more = super::decoding::ascii_prefix(after);
            let run = rest.get(..word.len() + more).unwrap_or(rest);
            for (place, &byte) in units.get_mut(at..).unwrap_or_default().iter_mut().zip(run) {
                *place = unit(u16::from(byte));
            }
            at += run.len();
            rest = rest.get(run.len()..).unwrap_or(&[]);
            continue;
        }
        let mut codes = wtf8::code_points(rest);
        for code in codes.by_ref().take(8) {
            match (code.checked_sub(0x10000), units.get_mut(at..)) {
                (None, Some([place, ..])) => {
                    *place = unit(code as u16);
                    at += 1;
                }
                (Some(high), Some([first, second, ..])) => {
                    *first = unit(0xd800 | (high >> 10) as u16);
                    *second = unit(0xdc00 | (high & 0x3ff) as u16);
                    at += 2;
                }
                _ => return,
            }
        }
        rest = codes.as_bytes();
    }
}

#[inline(always)]
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
            let (chars, wide) = (bytes.len(), bytes.iter().filter(|byte| !byte.is_ascii()).count());
            let write = |bytes: &[u8], out: &mut [u8]| {
                write_narrow(bytes, out, of_latin1);
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
                    Order::Big => write_wide(units, out, |bytes| u32::from(u16::from_be_bytes(bytes))),
                    _ => write_wide(units, out, |bytes| u32::from(u16::from_le_bytes(bytes))),
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
                    Order::Big => write_wide(units, out, u32::from_be_bytes),
                    _ => write_wide(units, out, u32::from_le_bytes),
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
#[inline(always)]
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
#[inline(always)]
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

/// A byte of Latin-1 in UTF-8: the bytes, lowest first, and how many they are.
#[inline(always)]
fn of_latin1(byte: u8) -> (u32, usize) {
    let wide = 0x80c0 | u32::from(byte >> 6) | u32::from(byte & 0x3f) << 8;
    if byte < 0x80 { (u32::from(byte), 1) } else { (wide, 2) }
}

/// Writes a character of `length` bytes, given lowest first, and perhaps something behind it where there is room, which
/// will be overwritten. Returns where the next one goes.
#[inline(always)]
fn put(out: &mut [u8], at: usize, (text, length): (u32, usize)) -> usize {
    let text = text.to_le_bytes();
    match out.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
        Some(place) => *place = text,
        None => {
            for (place, byte) in out.iter_mut().skip(at).zip(text.into_iter().take(length)) {
                *place = byte;
            }
        }
    }
    at + length
}

/// The bytes in which a few characters are put together: twice as many as they have, so that no place lies outside.
const WINDOW: usize = 64;

/// Writes characters of at most four bytes one after the other. Returns where the next one goes.
#[inline(always)]
fn put_few<const N: usize>(out: &mut [u8], at: usize, characters: [(u32, usize); N]) -> usize {
    const MASK: usize = WINDOW / 2 - 1;
    let Some(window) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut::<WINDOW>) else {
        return characters.into_iter().fold(at, |at, character| put(out, at, character));
    };
    let mut used = 0;
    for (text, length) in characters {
        let start = used & MASK;
        if let Some(place) = window.get_mut(start..start + 4) {
            place.copy_from_slice(&text.to_le_bytes());
        }
        used += length;
    }
    at + used
}

/// Writes what each byte becomes, which for ASCII is itself. Returns how many bytes that were.
#[inline(always)]
pub(super) fn write_narrow(bytes: &[u8], out: &mut [u8], character: impl Fn(u8) -> (u32, usize)) -> usize {
    let mut at = 0;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        if is_ascii(*word)
            && let Some(place) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut)
        {
            *place = *word;
            at += word.len();
            continue;
        }
        at = put_few(out, at, word.map(&character));
    }
    for &byte in rest {
        at = put(out, at, character(byte));
    }
    at
}

/// A code point in UTF-8: the bytes, lowest first, and how many they are.
#[inline(always)]
fn of_code(code: u32) -> (u32, usize) {
    let tail = |shift: u32| 0x80 | code >> shift & 0x3f;
    let two = 0xc0 | code >> 6 | tail(0) << 8;
    let three = 0xe0 | code >> 12 | tail(6) << 8 | tail(0) << 16;
    let four = 0xf0 | code >> 18 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24;
    let length = 1 + usize::from(code >= 0x80) + usize::from(code >= 0x800) + usize::from(code >= 0x10000);
    let text = if code < 0x800 { two } else { three };
    let text = if code < 0x80 { code } else { text };
    (if code < 0x10000 { text } else { four }, length)
}

/// Writes what each unit stands for, which is a code point.
#[inline(always)]
fn write_wide<const N: usize>(units: &[[u8; N]], out: &mut [u8], code: impl Fn([u8; N]) -> u32) {
    let mut at = 0;
    let (eights, rest) = units.as_chunks::<8>();
    for eight in eights {
        let codes = eight.map(&code);
        if codes.iter().fold(0, |all, code| all | code) < 0x80
            && let Some(place) = out.get_mut(at..).and_then(<[u8]>::first_chunk_mut)
        {
            *place = codes.map(|code| code as u8);
            at += codes.len();
            continue;
        }
        at = put_few(out, at, codes.map(of_code));
    }
    for &unit in rest {
        at = put(out, at, of_code(code(unit)));
    }
}
