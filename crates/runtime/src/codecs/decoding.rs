//! From bytes to text.

use super::escapes;
use super::handlers::Handler;
use super::names::{Codec, Order};
use super::{Failure, UNDEFINED, lenient};
use crate::types::str::push_hex;
use alloc::vec::Vec;
use ferropy_unicode::charmaps::Charmap;
use ferropy_unicode::wtf8;

/// What stands for bytes that can't be decoded.
const REPLACEMENT: u32 = 0xfffd;

/// A decoding under way: stops at each failure, and can go on behind it.
pub(super) struct Decoding<'a> {
    /// With the byte order that was found.
    pub(super) codec: Codec,
    /// Without a byte order mark of UTF-8.
    pub(super) bytes: &'a [u8],
    /// What of them has been read.
    pub(super) at: usize,
    /// The length of the mark that was left out.
    skipped: usize,
    /// The text so far.
    pub(super) out: Vec<u8>,
    /// Whether nothing comes after these bytes, so that an incomplete character is a failure.
    last: bool,
}

impl<'a> Decoding<'a> {
    /// `out` is empty, with room for the text.
    pub(super) fn new(codec: Codec, bytes: &'a [u8], last: bool, out: Vec<u8>) -> Decoding<'a> {
        let marked = codec == Codec::Utf8Signed && bytes.starts_with(b"\xef\xbb\xbf");
        let skipped = if marked { 3 } else { 0 };
        let bytes = bytes.get(skipped..).unwrap_or(bytes);
        let (codec, at) = match (codec, bytes) {
            _ if marked => (Codec::Utf8, 0),
            // The start of a mark may be all that is there yet.
            (Codec::Utf8Signed, [] | [0xef] | [0xef, 0xbb]) if !last => (codec, 0),
            (Codec::Utf8Signed, _) => (Codec::Utf8, 0),
            (Codec::Utf32(Order::Marked), [0xff, 0xfe, 0, 0, ..]) => (Codec::Utf32(Order::Little), 4),
            (Codec::Utf32(Order::Marked), [0, 0, 0xfe, 0xff, ..]) => (Codec::Utf32(Order::Big), 4),
            (Codec::Utf16(Order::Marked), [0xff, 0xfe, ..]) => (Codec::Utf16(Order::Little), 2),
            (Codec::Utf16(Order::Marked), [0xfe, 0xff, ..]) => (Codec::Utf16(Order::Big), 2),
            (Codec::Utf32(Order::Marked), _) if last => (Codec::Utf32(Order::Little), 0),
            (Codec::Utf16(Order::Marked), _) if last => (Codec::Utf16(Order::Little), 0),
            _ => (codec, 0),
        };
        Decoding { codec, bytes, at, skipped, out, last }
    }

    /// How many bytes have been read.
    pub(super) const fn consumed(&self) -> usize {
        self.at + self.skipped
    }

    /// Decodes up to the next failure or the end.
    pub(super) fn run(&mut self) -> Result<(), Failure> {
        match self.codec {
            Codec::Utf8 => self.run_utf8(),
            Codec::Utf8Signed => Ok(()),
            Codec::Ascii => self.run_ascii(),
            Codec::Latin1 => {
                let rest = self.rest();
                push_latin1(&mut self.out, rest);
                self.at = self.bytes.len();
                Ok(())
            }
            Codec::Charmap(map) => self.run_charmap(map),
            Codec::Utf16(Order::Big) => self.run_utf16(u16::from_be_bytes),
            Codec::Utf16(_) => self.run_utf16(u16::from_le_bytes),
            Codec::Utf32(Order::Big) => self.run_utf32(u32::from_be_bytes),
            Codec::Utf32(_) => self.run_utf32(u32::from_le_bytes),
            Codec::UnicodeEscape => escapes::decode(self.bytes, &mut self.at, &mut self.out, self.last),
            Codec::RawUnicodeEscape => escapes::decode_raw(self.bytes, &mut self.at, &mut self.out, self.last),
        }
    }

    /// Decodes everything, if the encoding and the handler are such that nothing can stop it; whether that was so.
    pub(super) fn run_leniently(&mut self, handler: Handler) -> bool {
        match self.codec {
            _ if !lenient::always_decodes(handler) => return false,
            Codec::Utf8 => self.at = lenient::decode_utf8(self.bytes, self.at, self.last, handler, &mut self.out),
            Codec::Ascii => {
                let rest = self.rest();
                lenient::decode_ascii(rest, handler, &mut self.out);
                self.at = self.bytes.len();
            }
            _ => return false,
        }
        true
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    fn run_utf8(&mut self) -> Result<(), Failure> {
        let rest = self.rest();
        let Err(error) = core::str::from_utf8(rest) else {
            self.out.extend_from_slice(rest);
            self.at = self.bytes.len();
            return Ok(());
        };
        let valid = error.valid_up_to();
        self.out.extend_from_slice(rest.get(..valid).unwrap_or(&[]));
        self.at += valid;
        let start = self.at;
        match error.error_len() {
            None if !self.last => Ok(()),
            // The start of a surrogate: whether it may stand there a handler says when it is complete.
            Some(_) if !self.last && matches!(rest.get(valid..), Some([0xed, 0xa0..=0xbf])) => Ok(()),
            None => Err(Failure { start, end: self.bytes.len(), reason: "unexpected end of data" }),
            Some(length) => {
                let starts = matches!(rest.get(valid), Some(0xc2..=0xf4));
                let reason = if starts { "invalid continuation byte" } else { "invalid start byte" };
                Err(Failure { start, end: start + length, reason })
            }
        }
    }

    fn run_ascii(&mut self) -> Result<(), Failure> {
        let rest = self.rest();
        let valid = ascii_prefix(rest);
        self.out.extend_from_slice(rest.get(..valid).unwrap_or(&[]));
        self.at += valid;
        if valid == rest.len() {
            return Ok(());
        }
        Err(Failure { start: self.at, end: self.at + 1, reason: "ordinal not in range(128)" })
    }

    fn run_charmap(&mut self, map: Charmap) -> Result<(), Failure> {
        for &byte in self.rest() {
            let Some(code) = map.character(byte) else {
                return Err(Failure { start: self.at, end: self.at + 1, reason: UNDEFINED });
            };
            wtf8::push(&mut self.out, code);
            self.at += 1;
        }
        Ok(())
    }

    /// The units up to the first surrogate, which most texts have none of.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn run_plain_utf16(&mut self, unit: impl Fn([u8; 2]) -> u16) {
        let (units, _) = self.rest().as_chunks::<2>();
        for &bytes in units {
            let code = unit(bytes);
            if matches!(code, 0xd800..=0xdfff) {
                break;
            }
            wtf8::push(&mut self.out, u32::from(code));
            self.at += 2;
        }
    }

    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn run_utf16(&mut self, unit: impl Fn([u8; 2]) -> u16) -> Result<(), Failure> {
        loop {
            self.run_plain_utf16(&unit);
            let start = self.at;
            let rest = self.rest();
            let (first, after) = match *rest {
                [] => return Ok(()),
                [_] => return self.incomplete("truncated data"),
                [a, b, ref after @ ..] => (unit([a, b]), after),
            };
            let code = match (first, after) {
                (0xd800..=0xdbff, [c, d, ..]) => {
                    let second = unit([*c, *d]);
                    if !matches!(second, 0xdc00..=0xdfff) {
                        return Err(Failure { start, end: start + 2, reason: "illegal UTF-16 surrogate" });
                    }
                    self.at += 2;
                    0x10000 + (u32::from(first & 0x3ff) << 10 | u32::from(second & 0x3ff))
                }
                (0xd800..=0xdbff, _) => return self.incomplete("unexpected end of data"),
                (0xdc00..=0xdfff, _) => return Err(Failure { start, end: start + 2, reason: "illegal encoding" }),
                _ => u32::from(first),
            };
            self.at += 2;
            wtf8::push(&mut self.out, code);
        }
    }

    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn run_utf32(&mut self, unit: impl Fn([u8; 4]) -> u32) -> Result<(), Failure> {
        loop {
            let start = self.at;
            let code = match *self.rest() {
                [] => return Ok(()),
                [a, b, c, d, ..] => unit([a, b, c, d]),
                _ => return self.incomplete("truncated data"),
            };
            if wtf8::is_surrogate(code) {
                let reason = "code point in surrogate code point range(0xd800, 0xe000)";
                return Err(Failure { start, end: start + 4, reason });
            }
            if code > 0x10_ffff {
                return Err(Failure { start, end: start + 4, reason: "code point not in range(0x110000)" });
            }
            self.at += 4;
            wtf8::push(&mut self.out, code);
        }
    }

    /// The bytes end within a character.
    fn incomplete(&self, reason: &'static str) -> Result<(), Failure> {
        if self.last { Err(Failure { start: self.at, end: self.bytes.len(), reason }) } else { Ok(()) }
    }

    /// Goes on behind a failure as the handler wants it; false if the handler can't.
    pub(super) fn handle(&mut self, handler: Handler, failure: Failure) -> bool {
        let wrong = self.bytes.get(failure.start..failure.end).unwrap_or(&[]);
        let mut end = failure.end;
        match handler {
            Handler::Ignore => {}
            Handler::Replace => wtf8::push(&mut self.out, REPLACEMENT),
            Handler::BackslashReplace => {
                for &byte in wrong {
                    self.out.extend_from_slice(b"\\x");
                    push_hex(&mut self.out, u32::from(byte), 2);
                }
            }
            Handler::SurrogateEscape => {
                let escaped = wrong.iter().take(4).take_while(|byte| !byte.is_ascii()).count();
                if escaped == 0 {
                    return false;
                }
                for &byte in wrong.iter().take(escaped) {
                    wtf8::push(&mut self.out, 0xdc00 + u32::from(byte));
                }
                end = failure.start + escaped;
            }
            Handler::SurrogatePass => match self.surrogate(failure.start) {
                Some((code, length)) => {
                    wtf8::push(&mut self.out, code);
                    end = failure.start + length;
                }
                None => return false,
            },
            _ => return false,
        }
        self.at = end;
        true
    }

    /// Goes on from `at` behind a failure, with a text in place of what was wrong.
    pub(super) fn resume(&mut self, text: &[u8], at: usize) {
        self.out.extend_from_slice(text);
        self.at = at;
    }

    /// The surrogate encoded at an offset, and how many bytes it takes.
    fn surrogate(&self, start: usize) -> Option<(u32, usize)> {
        let rest = self.bytes.get(start..)?;
        let (code, length) = match (self.codec, rest) {
            (Codec::Utf8, [0xed, b @ 0xa0..=0xbf, c @ 0x80..=0xbf, ..]) => {
                (0xd000 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f), 3)
            }
            (Codec::Utf16(Order::Big), [a, b, ..]) => (u32::from(u16::from_be_bytes([*a, *b])), 2),
            (Codec::Utf16(_), [a, b, ..]) => (u32::from(u16::from_le_bytes([*a, *b])), 2),
            (Codec::Utf32(Order::Big), [a, b, c, d, ..]) => (u32::from_be_bytes([*a, *b, *c, *d]), 4),
            (Codec::Utf32(_), [a, b, c, d, ..]) => (u32::from_le_bytes([*a, *b, *c, *d]), 4),
            _ => return None,
        };
        wtf8::is_surrogate(code).then_some((code, length))
    }
}

/// How many bytes before the first that is no ASCII: eight at a time.
pub(super) fn ascii_prefix(bytes: &[u8]) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let whole = words.iter().take_while(|word| word.is_ascii()).count() * 8;
    let rest = bytes.get(whole..).unwrap_or(&[]);
    whole + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// Appends characters of Latin-1.
fn push_latin1(out: &mut Vec<u8>, bytes: &[u8]) {
    let wide = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    out.reserve(bytes.len() + wide);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        if word.is_ascii() {
            out.extend_from_slice(word);
        } else {
            word.iter().for_each(|&byte| wtf8::push(out, u32::from(byte)));
        }
    }
    rest.iter().for_each(|&byte| wtf8::push(out, u32::from(byte)));
}
