//! The bytes of a file to text: byte order mark, encoding declaration, UTF-8. Language reference 2.1.4, PEP 263.

use crate::error::{ErrorKind, ErrorPosition, SyntaxError};
use crate::source::Source;
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

/// Gets the name of an encoding and bytes; returns their text, or why there is none.
pub type Decoder<'d> = dyn FnMut(&str, &[u8]) -> Result<String, String> + 'd;

/// The encodings that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Latin1,
    Ascii,
}

impl<'a> Source<'a> {
    /// The source that the bytes of a file hold.
    ///
    /// # Errors
    /// The encoding is unknown, or the bytes are not valid in it, or there are null bytes.
    pub fn decode(bytes: &'a [u8]) -> Result<Self, SyntaxError> {
        Self::decode_with(bytes, &mut |name, _| Err(format!("unknown encoding: {name}")))
    }

    /// As [`Source::decode`], with somebody who decodes what isn't UTF-8, Latin-1 or ASCII: gets the name and the bytes,
    /// returns the text, or why there is none.
    ///
    /// # Errors
    /// The encoding is unknown, or the bytes are not valid in it, or there are null bytes.
    pub fn decode_with(bytes: &'a [u8], other: &mut Decoder<'_>) -> Result<Self, SyntaxError> {
        let (bytes, has_mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) => (rest, true),
            None => (bytes, false),
        };
        let text = match declared_encoding(bytes) {
            None => decode_utf8(bytes)?,
            Some(name) => {
                let encoding = encoding_named(&name);
                // CPython takes no other spelling of UTF-8 behind a mark.
                if has_mark && normal_name(&name) != "utf-8" {
                    return Err(unplaced(format!("encoding problem: {} with BOM", normal_name(&name))));
                }
                match encoding {
                    Some(Encoding::Utf8) => decode_utf8(bytes)?,
                    Some(Encoding::Latin1) => decode_latin1(bytes),
                    Some(Encoding::Ascii) => decode_ascii(bytes)?,
                    None => Cow::Owned(other(&name, bytes).map_err(unplaced)?),
                }
            }
        };
        let source = Self::new(text);
        source.check_null_bytes()?;
        Ok(source)
    }

    /// Fails if the text contains null characters, which no program may.
    ///
    /// # Errors
    /// It does.
    pub(crate) fn check_null_bytes(&self) -> Result<(), SyntaxError> {
        let Some(at) = self.text().bytes().position(|byte| byte == 0) else { return Ok(()) };
        let line = self.line_of(at as u32);
        let position = ErrorPosition { line, offset: 0, end_line: line, end_offset: 0 };
        Err(SyntaxError::at(ErrorKind::Syntax, "source code cannot contain null bytes", Some(position)))
    }
}

fn unplaced(message: String) -> SyntaxError {
    let position = ErrorPosition { line: 0, offset: -1, end_line: 0, end_offset: -1 };
    SyntaxError::at(ErrorKind::Syntax, message, Some(position))
}

/// The name in a comment like `# coding: name` on one of the first two lines. The second counts only if the first holds
/// nothing but a comment.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|byte| *byte == b'\n').take(2) {
        let comment = line.trim_ascii_start();
        match comment.first() {
            Some(b'#') => {
                if let Some(name) = encoding_in_comment(comment) {
                    return Some(name);
                }
            }
            None | Some(0x0C) => {}
            Some(_) => return None,
        }
    }
    None
}

/// What follows `coding:` or `coding=`.
fn encoding_in_comment(comment: &[u8]) -> Option<String> {
    let mut rest = comment;
    loop {
        let at = rest.windows(6).position(|window| window == b"coding")?;
        rest = rest.get(at + 6..)?;
        let Some((b':' | b'=', value)) = rest.split_first() else { continue };
        let value = value.trim_ascii_start();
        let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'-' | b'_' | b'.');
        let name: String = value.iter().take_while(is_part).map(|byte| char::from(*byte)).collect();
        if !name.is_empty() {
            return Some(name);
        }
    }
}

/// The name as messages show it.
fn normal_name(name: &str) -> String {
    let lower: String =
        name.chars().map(|letter| if letter == '_' { '-' } else { letter.to_ascii_lowercase() }).collect();
    let is = |wanted: &str| lower == wanted || lower.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('-'));
    if is("utf-8") {
        return String::from("utf-8");
    }
    if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") { String::from("iso-8859-1") } else { String::from(name) }
}

fn encoding_named(name: &str) -> Option<Encoding> {
    let normal = normal_name(name);
    let compact: String =
        normal.to_ascii_lowercase().chars().filter(|letter| !matches!(letter, '-' | '_' | ' ')).collect();
    match compact.as_str() {
        "utf8" | "u8" | "utf" | "utf8sig" | "cp65001" => Some(Encoding::Utf8),
        "iso88591" | "latin1" | "latin" | "l1" | "8859" | "cp819" => Some(Encoding::Latin1),
        "ascii" | "usascii" | "646" | "ansix3.41968" => Some(Encoding::Ascii),
        _ => None,
    }
}

fn decode_utf8(bytes: &[u8]) -> Result<Cow<'_, str>, SyntaxError> {
    let error = match core::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let at = error.valid_up_to();
    let line = bytes.iter().take(at).filter(|byte| **byte == b'\n').count() as u32 + 1;
    let byte = bytes.get(at).copied().unwrap_or(0);
    let message = format!(
        "Non-UTF-8 code starting with '\\x{byte:02x}' on line {line}, but no encoding declared; \
         see https://peps.python.org/pep-0263/ for details"
    );
    let position = ErrorPosition { line, offset: 0, end_line: line, end_offset: 0 };
    Err(SyntaxError::at(ErrorKind::Syntax, message, Some(position)))
}

fn decode_latin1(bytes: &[u8]) -> Cow<'_, str> {
    match core::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => Cow::Borrowed(text),
        _ => Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect()),
    }
}

fn decode_ascii(bytes: &[u8]) -> Result<Cow<'_, str>, SyntaxError> {
    match bytes.iter().position(|byte| !byte.is_ascii()) {
        None => Ok(decode_latin1(bytes)),
        Some(at) => {
            let byte = bytes.get(at).copied().unwrap_or(0);
            let message =
                format!("'ascii' codec can't decode byte 0x{byte:02x} in position {at}: ordinal not in range(128)");
            Err(unplaced(message))
        }
    }
}
