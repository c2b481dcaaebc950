//! What stands at a place of a JSON document.

use super::strings::{StringError, read_string};
use alloc::vec::Vec;
use core::ops::Range;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// What a value starts with, or all of it where it is no container.
#[derive(Debug)]
pub(super) enum Token {
    /// `null`.
    Null,
    /// `true`.
    True,
    /// `false`.
    False,
    /// `NaN`, `Infinity` or `-Infinity`.
    Constant(&'static str),
    /// An int that a machine integer holds.
    Small(i64),
    /// A longer int.
    Long,
    /// A number with a fraction or an exponent.
    Float,
    /// A string without escapes: where its characters lie.
    Plain(Range<usize>),
    /// A string with escapes.
    Escaped(Vec<u8>),
    /// `[`.
    List,
    /// `{`.
    Object,
}

/// Why there is no token.
#[derive(Debug)]
pub(super) enum TokenError {
    /// No value starts there.
    NoValue,
    /// A string is not right.
    String(StringError),
}

/// Digits that always fit a machine integer.
const SAFE_DIGITS: usize = 18;

/// The byte at a place, 0 behind the end: no token starts with it.
pub(super) fn byte_at(text: &[u8], at: usize) -> u8 {
    text.get(at).copied().unwrap_or(0)
}

/// The first place from `at` on where no white space stands.
pub(super) fn skip_space(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or(&[]);
    at + rest.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).unwrap_or(rest.len())
}

/// The token at a place, and where it ends.
pub(super) fn read_token(text: &[u8], at: usize, strict: bool) -> Result<(Token, usize), TokenError> {
    let rest = text.get(at..).unwrap_or(&[]);
    let constant = |word: &'static str, token: Token| {
        if rest.starts_with(word.as_bytes()) { Ok((token, at + word.len())) } else { Err(TokenError::NoValue) }
    };
    match rest.first() {
        Some(b'"') => match read_string(text, at + 1, strict) {
            Ok((None, end)) => Ok((Token::Plain(at + 1..end - 1), end)),
            Ok((Some(text), end)) => Ok((Token::Escaped(text), end)),
            Err(error) => Err(TokenError::String(error)),
        },
        Some(b'{') => Ok((Token::Object, at + 1)),
        Some(b'[') => Ok((Token::List, at + 1)),
        Some(b'n') => constant("null", Token::Null),
        Some(b't') => constant("true", Token::True),
        Some(b'f') => constant("false", Token::False),
        Some(b'N') => constant("NaN", Token::Constant("NaN")),
        Some(b'I') => constant("Infinity", Token::Constant("Infinity")),
        Some(b'-') if rest.get(1) == Some(&b'I') => constant("-Infinity", Token::Constant("-Infinity")),
        Some(b'-' | b'0'..=b'9') => read_number(rest).map(|(token, length)| (token, at + length)),
        _ => Err(TokenError::NoValue),
    }
}

/// How many digits a text starts with.
fn digits(text: &[u8]) -> usize {
    text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len())
}

/// The number that a text starts with, and its length.
fn read_number(text: &[u8]) -> Result<(Token, usize), TokenError> {
    let negative = text.first() == Some(&b'-');
    let start = usize::from(negative);
    let whole = text.get(start..).unwrap_or(&[]);
    let count = match whole.first() {
        // No digit follows a leading 0: what stands there is no part of the number.
        Some(b'0') => 1,
        Some(b'1'..=b'9') => digits(whole),
        _ => return Err(TokenError::NoValue),
    };
    let integer_end = start + count;
    let mut end = integer_end;
    if byte_at(text, end) == b'.' {
        let fraction = digits(text.get(end + 1..).unwrap_or(&[]));
        if fraction > 0 {
            end += 1 + fraction;
        }
    }
    if matches!(byte_at(text, end), b'e' | b'E') {
        let sign = usize::from(matches!(byte_at(text, end + 1), b'+' | b'-'));
        let exponent = digits(text.get(end + 1 + sign..).unwrap_or(&[]));
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    if end > integer_end {
        return Ok((Token::Float, end));
    }
    if count > SAFE_DIGITS {
        return Ok((Token::Long, end));
    }
    let number = whole.iter().take(count).fold(0i64, |number, digit| number * 10 + i64::from(digit - b'0'));
    Ok((Token::Small(if negative { -number } else { number }), end))
}

/// `parse_constant(name)`: what a decoder does with constants unless it is told otherwise.
pub(super) fn parse_constant(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[name] = args else { return Err(raise::internal(iso)) };
    let inner = iso.unwrap(name);
    let float = match iso.heap.str_bytes(inner) {
        Some(b"NaN") => f64::NAN,
        Some(b"Infinity") => f64::INFINITY,
        Some(b"-Infinity") => f64::NEG_INFINITY,
        _ => return Err(raise::key_error(iso, name)),
    };
    iso.new_float(float)
}
