//! What a name is: Unicode's `XID_Start` and `XID_Continue`, and the underscore.

use crate::category::{Category, category};
use crate::tables::contains;
use crate::tables::identifier::{CONTINUE_EXCEPTIONS, START_EXCEPTIONS};
use crate::wtf8::code_points;

/// Whether a code point may start a name.
#[must_use]
pub fn is_start(code: u32) -> bool {
    if let Some(byte) = u8::try_from(code).ok().filter(u8::is_ascii) {
        return byte.is_ascii_alphabetic() || byte == b'_';
    }
    let category = category(code);
    let letter = category.is_letter() || category == Category::LetterNumber;
    letter != contains(&START_EXCEPTIONS, code)
}

/// Whether a code point may go on with a name.
#[must_use]
pub fn is_continue(code: u32) -> bool {
    if let Some(byte) = u8::try_from(code).ok().filter(u8::is_ascii) {
        return byte.is_ascii_alphanumeric() || byte == b'_';
    }
    use Category::{ConnectorPunctuation, DecimalNumber, LetterNumber, NonspacingMark, SpacingMark};
    let category = category(code);
    let part = category.is_letter()
        || matches!(category, LetterNumber | NonspacingMark | SpacingMark | DecimalNumber | ConnectorPunctuation);
    part != contains(&CONTINUE_EXCEPTIONS, code)
}

/// `str.isidentifier`: whether a text is a name; keywords are names.
#[must_use]
pub fn is_identifier(text: &[u8]) -> bool {
    let mut codes = code_points(text);
    codes.next().is_some_and(is_start) && codes.all(is_continue)
}
