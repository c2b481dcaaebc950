//! Strings of JSON documents: read with their escapes, written with or without characters outside ASCII.

use super::decode_error;
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::{Completion, Isolate, Value, raise};
use ferropy_unicode::wtf8;

/// What is wrong with a string, and the byte that shows it.
#[derive(Debug)]
pub(super) struct StringError {
    /// The words of the message.
    pub(super) message: &'static str,
    /// Where.
    pub(super) at: usize,
}

/// The name of the function that writes strings in ASCII.
pub(super) const ASCII_NAME: &str = "encode_basestring_ascii";
/// The name of the function that writes strings as they are.
pub(super) const PLAIN_NAME: &str = "encode_basestring";

const INVALID_UNICODE: &str = "Invalid \\uXXXX escape";

/// Reads a string from behind its opening quote: its text, nothing where it stands in the document as it is, and the
/// place behind the closing quote.
pub(super) fn read_string(text: &[u8], start: usize, strict: bool) -> Result<(Option<Vec<u8>>, usize), StringError> {
    let unterminated = StringError { message: "Unterminated string starting at", at: start - 1 };
    let mut decoded: Option<Vec<u8>> = None;
    let mut at = start;
    loop {
        let rest = text.get(at..).unwrap_or(&[]);
        let is_special = |byte: &u8| *byte == b'"' || *byte == b'\\' || strict && *byte < b' ';
        let Some(length) = rest.iter().position(is_special) else { return Err(unterminated) };
        let end = at + length;
        if let Some(decoded) = &mut decoded {
            decoded.extend_from_slice(rest.get(..length).unwrap_or(&[]));
        }
        match rest.get(length) {
            Some(b'"') => return Ok((decoded, end + 1)),
            Some(b'\\') => {
                let decoded = decoded.get_or_insert_with(|| text.get(start..end).unwrap_or(&[]).to_vec());
                match text.get(end + 1) {
                    Some(b'u') => {
                        let (code, next) = read_unicode(text, end)?;
                        wtf8::push(decoded, code);
                        at = next;
                    }
                    Some(&letter) => {
                        let Some(byte) = unescaped(letter) else {
                            return Err(StringError { message: "Invalid \\escape", at: end });
                        };
                        decoded.push(byte);
                        at = end + 2;
                    }
                    None => return Err(unterminated),
                }
            }
            _ => return Err(StringError { message: "Invalid control character at", at: end }),
        }
    }
}

/// What the letter behind a backslash stands for.
fn unescaped(letter: u8) -> Option<u8> {
    Some(match letter {
        b'"' | b'\\' | b'/' => letter,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        _ => return None,
    })
}

/// The escape `\uXXXX` at a place, with the second half of a surrogate pair if it follows: the character, and the
/// place behind. The string must go on, if only with its closing quote.
fn read_unicode(text: &[u8], at: usize) -> Result<(u32, usize), StringError> {
    let error = |at: usize| StringError { message: INVALID_UNICODE, at };
    let end = at + 6;
    let code = hex(text, at + 2).filter(|_| end < text.len()).ok_or_else(|| error(at + 1))?;
    if !(0xd800..0xdc00).contains(&code) || text.get(end..end + 2) != Some(b"\\u") || end + 6 >= text.len() {
        return Ok((code, end));
    }
    let low = hex(text, end + 2).ok_or_else(|| error(end + 1))?;
    if (0xdc00..0xe000).contains(&low) {
        return Ok((0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00), end + 6));
    }
    Ok((code, end))
}

/// The number that four hexadecimal digits are.
fn hex(text: &[u8], at: usize) -> Option<u32> {
    let digits = text.get(at..at + 4)?;
    digits.iter().try_fold(0, |number, &digit| Some(number << 4 | char::from(digit).to_digit(16)?))
}

/// Appends a string in quotes, in ASCII only or as it is.
pub(super) fn write_string(out: &mut Vec<u8>, text: &[u8], ascii: bool) {
    out.push(b'"');
    let mut rest = text;
    while !rest.is_empty() {
        let is_special = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\' || ascii && *byte >= 0x7f;
        let length = rest.iter().position(is_special).unwrap_or(rest.len());
        let (plain, special) = rest.split_at(length);
        out.extend_from_slice(plain);
        rest = special;
        let mut code_points = wtf8::code_points(special);
        if let Some(code) = code_points.next() {
            write_escape(out, code);
            rest = code_points.as_bytes();
        }
    }
    out.push(b'"');
}

fn write_escape(out: &mut Vec<u8>, code: u32) {
    let letter = match code {
        0x22 | 0x5c => code as u8,
        0x08 => b'b',
        0x09 => b't',
        0x0a => b'n',
        0x0c => b'f',
        0x0d => b'r',
        0x1_0000.. => {
            let above = code - 0x1_0000;
            write_unicode(out, 0xd800 + (above >> 10));
            write_unicode(out, 0xdc00 + (above & 0x3ff));
            return;
        }
        _ => {
            write_unicode(out, code);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', letter]);
}

fn write_unicode(out: &mut Vec<u8>, unit: u32) {
    out.extend_from_slice(b"\\u");
    for shift in [12, 8, 4, 0] {
        let digit = char::from_digit(unit >> shift & 15, 16).unwrap_or('0');
        out.push(digit as u8);
    }
}

/// `scanstring(string, end, strict=True)`.
pub(super) fn scan_string(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[string, end, strict] = args else { return Err(raise::internal(iso)) };
    let Some(document) = iso.as_str(string) else {
        let kind = iso.type_name(string);
        return Err(raise::type_error(iso, &format!("first argument must be a string, not {kind}")));
    };
    let end = iso.to_isize(end)?;
    let strict = match strict.given() {
        Some(strict) => iso.is_true(strict)?,
        None => true,
    };
    let Some(text) = iso.heap.indexed_text(document) else { return Err(raise::internal(iso)) };
    let Some(end) = usize::try_from(end).ok().filter(|&end| end <= text.chars && end > 0) else {
        return Err(raise::value_error(iso, "end is out of bounds"));
    };
    let start = text.byte_offset(end);
    match read_string(text.bytes, start, strict) {
        Ok((decoded, stop)) => {
            let index = end + wtf8::count(text.bytes.get(start..stop).unwrap_or(&[]));
            let string = match decoded {
                Some(decoded) => iso.new_text(&decoded)?,
                None => iso.heap.new_substring(document, start..stop - 1)?,
            };
            iso.keep(string);
            let index = iso.new_int(index as i64)?;
            iso.new_tuple(&[string, index])
        }
        Err(error) => {
            let place = wtf8::count(text.bytes.get(..error.at).unwrap_or(&[]));
            Err(decode_error(iso, error.message, document, place))
        }
    }
}

/// How many times as long a text mostly is at most when it is written, with room for its list to grow.
pub(super) const MOST_GROWTH: usize = 3;

fn encode(iso: &mut Isolate, args: &[Value], ascii: bool) -> Completion {
    let &[string] = args else { return Err(raise::internal(iso)) };
    let text = iso.as_str(string);
    iso.spare(MOST_GROWTH * text.and_then(|text| iso.heap.str_bytes(text)).map_or(0, <[u8]>::len))?;
    let Some(text) = text.and_then(|text| iso.heap.str_bytes(text)) else {
        let kind = iso.type_name(string);
        return Err(raise::type_error(iso, &format!("first argument must be a string, not {kind}")));
    };
    let mut out = Vec::with_capacity(text.len() + 2);
    write_string(&mut out, text, ascii);
    iso.new_text(&out)
}

/// `encode_basestring_ascii(string)`.
pub(super) fn encode_ascii(iso: &mut Isolate, args: &[Value]) -> Completion {
    encode(iso, args, true)
}

/// `encode_basestring(string)`.
pub(super) fn encode_plain(iso: &mut Isolate, args: &[Value]) -> Completion {
    encode(iso, args, false)
}
