//! From text to bytes.

use super::escapes;
use super::handlers::Handler;
use super::names::{Codec, Order};
use super::{Failure, UNDEFINED};
use crate::types::str::push_escape;
use alloc::format;
use alloc::vec::Vec;
use ferropy_unicode::charmaps::Charmap;
use ferropy_unicode::wtf8::{self, CodePoints};

/// An encoding under way: stops at each failure, and can go on behind it.
pub(super) struct Encoding<'a> {
    codec: Codec,
    /// What has not been encoded.
    rest: CodePoints<'a>,
    /// The index of the next character.
    index: usize,
    /// The bytes so far.
    pub(super) out: Vec<u8>,
}

const NOT_ALLOWED: &str = "surrogates not allowed";

impl<'a> Encoding<'a> {
    pub(super) fn new(codec: Codec, text: &'a [u8]) -> Encoding<'a> {
        let mut out = Vec::with_capacity(text.len());
        let codec = match codec {
            Codec::Utf8Signed => {
                out.extend_from_slice(b"\xef\xbb\xbf");
                Codec::Utf8
            }
            Codec::Utf16(Order::Marked) | Codec::Utf32(Order::Marked) => {
                push_unit(&mut out, codec, 0xfeff);
                codec
            }
            _ => codec,
        };
        Encoding { codec, rest: wtf8::code_points(text), index: 0, out }
    }

    /// As [`Encoding::new`], for a text in the middle of another: without a byte order mark.
    pub(super) fn within(codec: Codec, text: &'a [u8]) -> Encoding<'a> {
        Encoding { out: Vec::new(), ..Encoding::new(codec, text) }
    }

    /// Encodes up to the next failure or the end.
    pub(super) fn run(&mut self) -> Result<(), Failure> {
        match self.codec {
            Codec::Utf8 | Codec::Utf8Signed => self.run_utf8(),
            Codec::Ascii => self.run_narrow(0x80, "ordinal not in range(128)"),
            Codec::Latin1 => self.run_narrow(0x100, "ordinal not in range(256)"),
            Codec::Utf16(_) | Codec::Utf32(_) => self.run_wide(),
            Codec::Charmap(map) => self.run_charmap(map),
            Codec::UnicodeEscape => self.run_escapes(escapes::push),
            Codec::RawUnicodeEscape => self.run_escapes(escapes::push_raw),
        }
    }

    fn run_escapes(&mut self, push: fn(&mut Vec<u8>, u32)) -> Result<(), Failure> {
        self.out.reserve(self.rest.as_bytes().len());
        for code in self.rest.by_ref() {
            match u8::try_from(code) {
                Ok(byte @ (b' '..=b'[' | b']'..=b'~')) => self.out.push(byte),
                _ => push(&mut self.out, code),
            }
        }
        Ok(())
    }

    fn run_utf8(&mut self) -> Result<(), Failure> {
        let bytes = self.rest.as_bytes();
        let valid = core::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let (valid, rest) = bytes.split_at_checked(valid).unwrap_or((bytes, &[]));
        self.out.extend_from_slice(valid);
        self.rest = wtf8::code_points(rest);
        if rest.is_empty() {
            return Ok(());
        }
        self.index += wtf8::count(valid);
        Err(self.failure(wtf8::is_surrogate, NOT_ALLOWED))
    }

    fn run_narrow(&mut self, limit: u32, reason: &'static str) -> Result<(), Failure> {
        let bytes = self.rest.as_bytes();
        let ascii = if self.index == 0 && bytes.is_ascii() { bytes.len() } else { 0 };
        let (ascii, rest) = bytes.split_at_checked(ascii).unwrap_or((&[], bytes));
        self.out.extend_from_slice(ascii);
        self.index += ascii.len();
        self.rest = wtf8::code_points(rest);
        let mut rest = rest;
        self.out.reserve(rest.len());
        let done = loop {
            // Beyond ASCII only the leads of two bytes have a code point below the limit of Latin-1.
            let (byte, after) = match *rest {
                [] => break true,
                [a @ ..0x80, ref after @ ..] => (a, after),
                [a @ 0xc2..=0xc3, b, ref after @ ..] if limit > 0x80 => (a << 6 | b & 0x3f, after),
                _ => break false,
            };
            self.out.push(byte);
            self.index += 1;
            rest = after;
        };
        self.rest = wtf8::code_points(rest);
        if done { Ok(()) } else { Err(self.failure(|code| code >= limit, reason)) }
    }

    fn run_charmap(&mut self, map: Charmap) -> Result<(), Failure> {
        let mut ahead = self.rest.clone();
        while let Some(code) = ahead.next() {
            let Some(byte) = map.byte(code) else {
                return Err(self.failure(|code| map.byte(code).is_none(), UNDEFINED));
            };
            self.out.push(byte);
            self.index += 1;
            self.rest = ahead.clone();
        }
        Ok(())
    }

    fn run_wide(&mut self) -> Result<(), Failure> {
        match self.codec {
            Codec::Utf16(Order::Big) => self.run_units(|out, code| push_unit(out, Codec::Utf16(Order::Big), code)),
            Codec::Utf16(_) => self.run_units(|out, code| push_unit(out, Codec::Utf16(Order::Little), code)),
            Codec::Utf32(Order::Big) => self.run_units(|out, code| push_unit(out, Codec::Utf32(Order::Big), code)),
            _ => self.run_units(|out, code| push_unit(out, Codec::Utf32(Order::Little), code)),
        }
    }

    /// Each wide codec gets a loop of its own, which need not ask which one it is at each character.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn run_units(&mut self, push: impl Fn(&mut Vec<u8>, u32)) -> Result<(), Failure> {
        let width = if matches!(self.codec, Codec::Utf16(_)) { 2 } else { 4 };
        self.out.reserve(self.rest.as_bytes().len().saturating_mul(width));
        let mut ahead = self.rest.clone();
        let mut index = self.index;
        let mut failed = false;
        let before = loop {
            let before = ahead.clone();
            let Some(code) = ahead.next() else { break before };
            if wtf8::is_surrogate(code) {
                failed = true;
                break before;
            }
            push(&mut self.out, code);
            index += 1;
        };
        self.rest = before;
        self.index = index;
        if failed { Err(Failure { start: index, end: index + 1, reason: NOT_ALLOWED }) } else { Ok(()) }
    }

    /// The failure that the next characters are, as far as they are wrong.
    fn failure(&self, wrong: impl Fn(u32) -> bool, reason: &'static str) -> Failure {
        let count = self.rest.clone().take_while(|&code| wrong(code)).count();
        Failure { start: self.index, end: self.index + count, reason }
    }

    /// Goes on behind a failure as the handler wants it; an error for what the handler can't deal with.
    pub(super) fn handle(&mut self, handler: Handler, failure: Failure) -> Result<(), Failure> {
        let mut ahead = self.rest.clone();
        for start in failure.start..failure.end {
            let Some(code) = ahead.next() else { break };
            if !self.replace(handler, code) {
                return Err(Failure { start, ..failure });
            }
        }
        self.rest = ahead;
        self.index = failure.end;
        Ok(())
    }

    /// Goes on from the character `index`, with bytes in place of what was wrong.
    pub(super) fn resume(&mut self, bytes: &[u8], text: &'a [u8], index: usize) {
        self.out.extend_from_slice(bytes);
        let start = wtf8::byte_index(text, index).unwrap_or(text.len());
        self.rest = wtf8::code_points(text.get(start..).unwrap_or(&[]));
        self.index = index;
    }

    /// Puts what stands for a character; false if the handler has nothing.
    fn replace(&mut self, handler: Handler, code: u32) -> bool {
        let is_wide = matches!(self.codec, Codec::Utf16(_) | Codec::Utf32(_));
        let mut text = Vec::new();
        match handler {
            Handler::SurrogateEscape => return self.put_escaped(code),
            Handler::SurrogatePass => return self.put_surrogate(code),
            _ if !is_wide => return push_replacement(&mut self.out, handler, code),
            _ if !push_replacement(&mut text, handler, code) => return false,
            _ => {}
        }
        for byte in text {
            push_unit(&mut self.out, self.codec, u32::from(byte));
        }
        true
    }

    /// The byte that a lone surrogate stands for.
    fn put_escaped(&mut self, code: u32) -> bool {
        let byte = code.wrapping_sub(0xdc00);
        if !(0x80..0x100).contains(&byte) || matches!(self.codec, Codec::Utf16(_) | Codec::Utf32(_)) {
            return false;
        }
        self.out.push(byte as u8);
        true
    }

    fn put_surrogate(&mut self, code: u32) -> bool {
        if !wtf8::is_surrogate(code) {
            return false;
        }
        match self.codec {
            Codec::Utf8 => wtf8::push(&mut self.out, code),
            Codec::Utf16(_) | Codec::Utf32(_) => push_unit(&mut self.out, self.codec, code),
            _ => return false,
        }
        true
    }
}

/// Appends a code point in a wide encoding, or a single byte in others.
#[cfg_attr(not(target_os = "none"), inline(always))]
fn push_unit(out: &mut Vec<u8>, codec: Codec, code: u32) {
    match codec {
        Codec::Utf16(order) => {
            let mut push = |unit: u16| {
                out.extend_from_slice(&if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() });
            };
            if let Some(high) = code.checked_sub(0x10000) {
                push(0xd800 | (high >> 10) as u16);
                push(0xdc00 | (high & 0x3ff) as u16);
            } else {
                push(code as u16);
            }
        }
        Codec::Utf32(Order::Big) => out.extend_from_slice(&code.to_be_bytes()),
        Codec::Utf32(_) => out.extend_from_slice(&code.to_le_bytes()),
        _ => out.push(code as u8),
    }
}

/// Appends the ASCII text that a handler puts for a character; false if it has none.
pub(super) fn push_replacement(out: &mut Vec<u8>, handler: Handler, code: u32) -> bool {
    match handler {
        Handler::Ignore => {}
        Handler::Replace => out.push(b'?'),
        Handler::BackslashReplace => push_escape(out, code),
        Handler::XmlCharRefReplace => out.extend_from_slice(format!("&#{code};").as_bytes()),
        Handler::NameReplace => push_name(out, code),
        _ => return false,
    }
    true
}

/// Appends `\N{...}`, or an escape for a character without a name.
fn push_name(out: &mut Vec<u8>, code: u32) {
    match escapes::name_of(code) {
        Some(name) => {
            out.extend_from_slice(b"\\N{");
            out.extend_from_slice(name.as_bytes());
            out.push(b'}');
        }
        None => push_escape(out, code),
    }
}
