//! Text to float, as Python's `float()` reads it.

use super::reading;
use alloc::string::String;

/// Reads a float: sign, digits with underscores between them, point, exponent, `inf`, `infinity`, `nan`.
///
/// The caller has stripped white space and turned other scripts' digits into ASCII. Nothing if the text is no
/// float. Numbers beyond the range of floats are infinite, as in Python.
#[must_use]
pub fn parse_float(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let unsigned = bytes.strip_prefix(b"-").or_else(|| bytes.strip_prefix(b"+")).unwrap_or(bytes);
    let special = match unsigned {
        word if word.eq_ignore_ascii_case(b"inf") || word.eq_ignore_ascii_case(b"infinity") => Some(f64::INFINITY),
        word if word.eq_ignore_ascii_case(b"nan") => Some(f64::NAN),
        _ => None,
    };
    if let Some(value) = special {
        return Some(if bytes.starts_with(b"-") { -value } else { value });
    }
    if !is_number(unsigned) {
        return None;
    }
    if !unsigned.contains(&b'_') {
        return Some(reading::read(text));
    }
    let mut plain = String::new();
    plain.try_reserve(text.len()).ok()?;
    plain.extend(text.chars().filter(|character| *character != '_'));
    Some(reading::read(&plain))
}

/// Whether it is digits, point, digits, exponent, with a digit before or after the point.
fn is_number(text: &[u8]) -> bool {
    let Some((whole, rest)) = digits(text) else {
        return false;
    };
    let Some((fraction, rest)) = rest.strip_prefix(b".").map_or(Some((0, rest)), digits) else {
        return false;
    };
    if whole == 0 && fraction == 0 {
        return false;
    }
    match rest {
        [] => true,
        [b'e' | b'E', b'+' | b'-', exponent @ ..] | [b'e' | b'E', exponent @ ..] => {
            matches!(digits(exponent), Some((1.., [])))
        }
        _ => false,
    }
}

/// How many digits the text begins with, and what follows; nothing if an underscore is not between two digits.
fn digits(text: &[u8]) -> Option<(usize, &[u8])> {
    let end = text.iter().position(|byte| !byte.is_ascii_digit() && *byte != b'_').unwrap_or(text.len());
    let (run, rest) = text.split_at_checked(end)?;
    let lonely = run.starts_with(b"_") || run.ends_with(b"_") || run.windows(2).any(|pair| pair == b"__");
    if lonely { None } else { Some((run.len(), rest)) }
}
