//! The values of literals: numbers, escapes. Language reference 2.5 and 2.6.

use super::{Invalid, Parse, Parser};
use crate::error::{ErrorKind, ErrorPosition, SyntaxError, Warning, WarningKind};
use crate::lexer::invalid_escape_message;
use crate::options::Options;
use crate::token::TokenKind;
use crate::tree::{BigInteger, Constant, SourceRange};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_unicode::wtf8;

/// Decimal literals may have this many digits, like the arguments of `int()`.
const MAX_DECIMAL_DIGITS: usize = 4300;

impl<'s> Parser<'s> {
    /// A numeric literal.
    pub(super) fn number(&mut self) -> Parse<Constant> {
        let token = self.expect(TokenKind::Number)?;
        let text = self.text(token);
        if let Some(constant) = short_decimal(text) {
            return Ok(constant);
        }
        match number_value(text) {
            Ok(constant) => Ok(constant),
            Err(message) => {
                let line = self.lexer.source().line_of(token.range.start);
                let position = ErrorPosition { line, offset: 0, end_line: line, end_offset: 0 };
                self.error = Some(SyntaxError::at(ErrorKind::Syntax, message, Some(position)));
                Err(Invalid)
            }
        }
    }
}

/// A decimal integer of at most 18 digits, which no overflow can trouble; nearly all numbers are.
fn short_decimal(text: &str) -> Option<Constant> {
    if text.len() > 18 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(Constant::Integer(text.bytes().fold(0, |value, byte| value * 10 + i64::from(byte - b'0'))))
}

/// The value of a numeric literal of correct form.
pub(crate) fn number_value(text: &str) -> Result<Constant, String> {
    let digits: String = text.chars().filter(|character| *character != '_').collect();
    let radix = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        return Ok(integer(digits.get(2..).unwrap_or(""), radix));
    }
    if let Some(real) = digits.strip_suffix(['j', 'J']) {
        return Ok(Constant::Imaginary(float(real)));
    }
    if digits.bytes().any(|byte| matches!(byte, b'.' | b'e' | b'E')) {
        return Ok(Constant::Float(float(&digits)));
    }
    if digits.len() > MAX_DECIMAL_DIGITS {
        return Err(format!(
            "Exceeds the limit ({MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit \
             - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
            digits.len()
        ));
    }
    Ok(integer(&digits, 10))
}

fn integer(digits: &str, radix: u8) -> Constant {
    match i64::from_str_radix(digits, u32::from(radix)) {
        Ok(value) => Constant::Integer(value),
        Err(_) => {
            let digits = digits.trim_start_matches('0').into();
            Constant::BigInteger(Box::new(BigInteger { digits, radix }))
        }
    }
}

fn float(digits: &str) -> f64 {
    // The lexer has checked the form, and what is too large is infinite.
    ferropy_numeric::float::parse_float(digits).unwrap_or(f64::INFINITY)
}

/// What a string literal's text means, and what is wrong with it.
pub(crate) struct Decoder<'o> {
    pub(crate) options: &'o Options,
    /// Where the warnings about escapes go, and what they are about.
    pub(crate) warnings: Option<(&'o mut Vec<Warning>, SourceRange)>,
}

/// Appends what an escape means, given the whole text and what follows the backslash. Returns what follows the escape.
type Escape<Decoder> = for<'t> fn(&mut Decoder, &str, &'t str, &mut Vec<u8>) -> Result<&'t str, String>;

impl Decoder<'_> {
    /// Appends the characters of a string literal's text to `out`, in generalised UTF-8.
    pub(crate) fn string(&mut self, text: &str, raw: bool, out: &mut Vec<u8>) -> Result<(), String> {
        self.characters(text, raw, out, Self::string_escape)
    }

    /// Appends what stands for itself, with line ends of one kind, and what `escape` makes of the escapes.
    fn characters(&mut self, text: &str, raw: bool, out: &mut Vec<u8>, escape: Escape<Self>) -> Result<(), String> {
        let mut rest = text;
        while let Some(special) = rest.bytes().position(|byte| byte == b'\r' || (byte == b'\\' && !raw)) {
            let (plain, special) = rest.split_at(special);
            out.extend_from_slice(plain.as_bytes());
            rest = match special.strip_prefix('\r') {
                Some(behind) => {
                    out.push(b'\n');
                    behind.strip_prefix('\n').unwrap_or(behind)
                }
                None => escape(self, text, special.get(1..).unwrap_or(""), out)?,
            };
        }
        out.extend_from_slice(rest.as_bytes());
        Ok(())
    }

    /// Appends what one escape means; `rest` is what follows its backslash. Returns what follows the escape.
    fn string_escape<'t>(&mut self, text: &str, rest: &'t str, out: &mut Vec<u8>) -> Result<&'t str, String> {
        let mut characters = rest.chars();
        let Some(letter) = characters.next() else { return Err(decode_error(text, rest, 0, "\\ at end of string")) };
        let behind = characters.as_str();
        if let Some(byte) = simple_escape(letter) {
            out.push(byte);
            return Ok(behind);
        }
        match letter {
            '\n' => Ok(behind),
            '\r' => Ok(behind.strip_prefix('\n').unwrap_or(behind)),
            '0'..='7' => {
                let (value, length) = octal(rest);
                if value > 0o377 {
                    self.warn_octal(rest.get(..length).unwrap_or(""));
                }
                wtf8::push(out, value);
                Ok(rest.get(length..).unwrap_or(""))
            }
            'x' => self.hex_escape(text, rest, 2, "truncated \\xXX escape", out),
            'u' => self.hex_escape(text, rest, 4, "truncated \\uXXXX escape", out),
            'U' => self.hex_escape(text, rest, 8, "truncated \\UXXXXXXXX escape", out),
            'N' => self.named_escape(text, rest, out),
            _ => {
                self.warn(letter);
                out.push(b'\\');
                Ok(rest)
            }
        }
    }

    fn hex_escape<'t>(
        &mut self,
        text: &str,
        rest: &'t str,
        length: usize,
        message: &str,
        out: &mut Vec<u8>,
    ) -> Result<&'t str, String> {
        let digits = rest.get(1..).unwrap_or("");
        let valid = digits.bytes().take(length).take_while(u8::is_ascii_hexdigit).count();
        if valid < length {
            return Err(decode_error(text, rest, 1 + valid, message));
        }
        let (digits, behind) = digits.split_at(length);
        let value = u32::from_str_radix(digits, 16).unwrap_or(u32::MAX);
        if value > 0x10_FFFF {
            return Err(decode_error(text, rest, 1 + length, "illegal Unicode character"));
        }
        wtf8::push(out, value);
        Ok(behind)
    }

    fn named_escape<'t>(&mut self, text: &str, rest: &'t str, out: &mut Vec<u8>) -> Result<&'t str, String> {
        let malformed = "malformed \\N character escape";
        let Some(name) = rest.strip_prefix("N{") else { return Err(decode_error(text, rest, 1, malformed)) };
        let Some((name, behind)) = name.split_once('}') else {
            return Err(decode_error(text, rest, rest.len(), malformed));
        };
        if name.is_empty() {
            return Err(decode_error(text, rest, 2, malformed));
        }
        let character = self.options.character_by_name.and_then(|find| find(name));
        let Some(character) = character else {
            return Err(decode_error(text, rest, name.len() + 3, "unknown Unicode character name"));
        };
        wtf8::push(out, character as u32);
        Ok(behind)
    }

    /// Appends the bytes of a bytes literal's text, which is ASCII, to `out`.
    pub(crate) fn bytes(&mut self, text: &str, raw: bool, out: &mut Vec<u8>) -> Result<(), String> {
        self.characters(text, raw, out, Self::bytes_escape)
    }

    fn bytes_escape<'t>(&mut self, text: &str, rest: &'t str, out: &mut Vec<u8>) -> Result<&'t str, String> {
        let mut characters = rest.chars();
        let Some(letter) = characters.next() else { return Err(String::from("(value error) Trailing \\ in string")) };
        let behind = characters.as_str();
        if let Some(byte) = simple_escape(letter) {
            out.push(byte);
            return Ok(behind);
        }
        match letter {
            '\n' => Ok(behind),
            '\r' => Ok(behind.strip_prefix('\n').unwrap_or(behind)),
            '0'..='7' => {
                let (value, length) = octal(rest);
                if value > 0o377 {
                    self.warn_octal(rest.get(..length).unwrap_or(""));
                }
                out.push(value as u8);
                Ok(rest.get(length..).unwrap_or(""))
            }
            'x' => {
                let value = behind.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
                let Some(value) = value.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else {
                    let position = text.len() - rest.len() - 1;
                    return Err(format!("(value error) invalid \\x escape at position {position}"));
                };
                out.push(value);
                Ok(behind.get(2..).unwrap_or(""))
            }
            _ => {
                self.warn(letter);
                out.push(b'\\');
                Ok(rest)
            }
        }
    }

    fn warn(&mut self, letter: char) {
        self.warn_with(invalid_escape_message(letter));
    }

    fn warn_octal(&mut self, digits: &str) {
        self.warn_with(format!(
            "\"\\{digits}\" is an invalid octal escape sequence. Such sequences will not work in the future. \
             Did you mean \"\\\\{digits}\"? A raw string is also an option."
        ));
    }

    /// One warning a literal, as CPython gives.
    fn warn_with(&mut self, message: String) {
        if let Some((warnings, range)) = self.warnings.take() {
            warnings.push(Warning { kind: WarningKind::Syntax, message: message.into(), range });
        }
    }
}

/// The escapes of one letter that mean one byte.
const fn simple_escape(letter: char) -> Option<u8> {
    Some(match letter {
        '\\' => b'\\',
        '\'' => b'\'',
        '"' => b'"',
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => b'\n',
        'r' => b'\r',
        't' => b'\t',
        'v' => 11,
        _ => return None,
    })
}

/// The value of one to three octal digits, and their number.
fn octal(text: &str) -> (u32, usize) {
    let digits = text.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
    digits.fold((0, 0), |(value, length), byte| (value * 8 + u32::from(byte - b'0'), length + 1))
}

/// The message for an escape that does not decode. `rest` follows its backslash; `length` bytes of that are at fault.
///
/// Positions are those of an ASCII text in which every other character is written with ten, since that is what CPython
/// hands to its decoder.
fn decode_error(text: &str, rest: &str, length: usize, message: &str) -> String {
    let before = text.len() - rest.len();
    let before = text.get(..before.saturating_sub(1)).unwrap_or("");
    let start: usize = before.chars().map(|character| if character.is_ascii() { 1 } else { 10 }).sum();
    let end = start + length;
    if start == end {
        return format!("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position {start}: {message}");
    }
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {message}")
}
