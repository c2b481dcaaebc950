//! `unicode_escape` and `raw_unicode_escape`: the escapes of string literals as encodings.

use super::Failure;
use crate::types::str::push_escape;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

/// The name of a character, as far as names are built in.
pub(super) fn name_of(code: u32) -> Option<String> {
    ferropy_unicode::names::name(code)
}

/// Appends a character with everything escaped that is not printable ASCII.
pub(super) fn push(out: &mut Vec<u8>, code: u32) {
    match code {
        0x09 => out.extend_from_slice(b"\\t"),
        0x0a => out.extend_from_slice(b"\\n"),
        0x0d => out.extend_from_slice(b"\\r"),
        0x5c => out.extend_from_slice(b"\\\\"),
        0x20..0x7f => out.push(code as u8),
        _ => push_escape(out, code),
    }
}

/// Appends a character as a byte if it is one, else escaped.
pub(super) fn push_raw(out: &mut Vec<u8>, code: u32) {
    match u8::try_from(code) {
        Ok(byte) => out.push(byte),
        Err(_) => push_escape(out, code),
    }
}

/// What an escape stands for.
enum Escape {
    /// A code point, and the length of the escape.
    Code(u32, usize),
    /// Nothing: the end of a line was escaped.
    Nothing(usize),
    /// The characters themselves.
    Plain,
    /// It is wrong.
    Wrong(usize, &'static str),
    /// The bytes end within it.
    Incomplete(&'static str),
}

/// Decodes escapes up to the next failure or the end.
pub(super) fn decode(bytes: &[u8], at: &mut usize, out: &mut Vec<u8>, last: bool) -> Result<(), Failure> {
    decode_with(bytes, at, out, last, escape)
}

/// Decodes `\u` and `\U` only.
pub(super) fn decode_raw(bytes: &[u8], at: &mut usize, out: &mut Vec<u8>, last: bool) -> Result<(), Failure> {
    // A backslash that is itself behind a backslash starts no escape.
    let escape = |rest: &[u8]| match rest {
        [_] if !last => Escape::Incomplete(""),
        [_, b'\\', ..] => Escape::Plain,
        [_, b'u', ..] => number(rest, 4, "truncated \\uXXXX escape"),
        [_, b'U', ..] => number(rest, 8, "truncated \\UXXXXXXXX escape"),
        _ => Escape::Plain,
    };
    decode_with(bytes, at, out, last, escape)
}

fn decode_with(
    bytes: &[u8],
    at: &mut usize,
    out: &mut Vec<u8>,
    last: bool,
    escape: impl Fn(&[u8]) -> Escape,
) -> Result<(), Failure> {
    while let Some(&byte) = bytes.get(*at) {
        if byte != b'\\' {
            wtf8::push(out, u32::from(byte));
            *at += 1;
            continue;
        }
        let start = *at;
        let rest = bytes.get(start..).unwrap_or(&[]);
        match escape(rest) {
            Escape::Code(code, length) => {
                wtf8::push(out, code);
                *at += length;
            }
            Escape::Nothing(length) => *at += length,
            Escape::Plain => {
                for &byte in rest.iter().take(2) {
                    wtf8::push(out, u32::from(byte));
                    *at += 1;
                }
            }
            Escape::Wrong(length, reason) => return Err(Failure { start, end: start + length, reason }),
            Escape::Incomplete(_) if !last => return Ok(()),
            Escape::Incomplete(reason) => return Err(Failure { start, end: bytes.len(), reason }),
        }
    }
    Ok(())
}

/// Understands an escape of a string literal.
fn escape(rest: &[u8]) -> Escape {
    let Some(&letter) = rest.get(1) else { return Escape::Incomplete("\\ at end of string") };
    let code = match letter {
        b'\n' => return Escape::Nothing(2),
        b'\\' | b'\'' | b'"' => u32::from(letter),
        b'a' => 0x07,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => 0x0a,
        b'r' => 0x0d,
        b't' => 0x09,
        b'v' => 0x0b,
        b'0'..=b'7' => return octal(rest),
        b'x' => return number(rest, 2, "truncated \\xXX escape"),
        b'u' => return number(rest, 4, "truncated \\uXXXX escape"),
        b'U' => return number(rest, 8, "truncated \\UXXXXXXXX escape"),
        b'N' => return named(rest),
        _ => return Escape::Plain,
    };
    Escape::Code(code, 2)
}

/// One to three octal digits.
fn octal(rest: &[u8]) -> Escape {
    let digits = rest.iter().skip(1).take(3).take_while(|digit| matches!(digit, b'0'..=b'7'));
    let (code, length) = digits.fold((0, 1), |(code, length), digit| (code << 3 | u32::from(digit & 7), length + 1));
    Escape::Code(code, length)
}

/// So many hexadecimal digits.
fn number(rest: &[u8], digits: usize, truncated: &'static str) -> Escape {
    let mut code = 0u32;
    for index in 0..digits {
        let Some(&digit) = rest.get(index + 2) else { return Escape::Incomplete(truncated) };
        match char::from(digit).to_digit(16) {
            Some(digit) => code = code << 4 | digit,
            None => return Escape::Wrong(index + 2, truncated),
        }
    }
    if code > 0x10_ffff {
        Escape::Wrong(digits + 2, "illegal Unicode character")
    } else {
        Escape::Code(code, digits + 2)
    }
}

/// `\N{name}`
fn named(rest: &[u8]) -> Escape {
    const MALFORMED: &str = "malformed \\N character escape";
    match rest.get(2) {
        None => return Escape::Incomplete(MALFORMED),
        Some(b'{') => {}
        Some(_) => return Escape::Wrong(2, MALFORMED),
    }
    let Some(length) = rest.iter().skip(3).position(|&byte| byte == b'}') else {
        return Escape::Incomplete(MALFORMED);
    };
    if length == 0 {
        return Escape::Wrong(4, MALFORMED);
    }
    let name = rest.get(3..3 + length).and_then(|name| core::str::from_utf8(name).ok());
    match name.and_then(ferropy_unicode::names::lookup) {
        Some(character) => Escape::Code(u32::from(character), length + 4),
        None => Escape::Wrong(length + 4, "unknown Unicode character name"),
    }
}
