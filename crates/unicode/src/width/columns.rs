//! How many columns a character takes on a screen.

use crate::category::{Category, category};
use crate::tables::contains;
use crate::tables::width::{WIDE, ZERO_EXCEPTIONS};

/// The columns of a code point: none for marks and controls, two for wide characters, else one.
#[must_use]
pub fn width(code: u32) -> usize {
    if (0x20..0x7f).contains(&code) {
        return 1;
    }
    if contains(&WIDE, code) {
        return 2;
    }
    use Category::{Control, EnclosingMark, Format, NonspacingMark};
    let category = category(code);
    let zero = matches!(category, NonspacingMark | EnclosingMark | Format) != contains(&ZERO_EXCEPTIONS, code);
    usize::from(!zero && category != Control)
}

/// The columns of a text, one character after the other.
#[must_use]
pub fn text_width(text: &str) -> usize {
    text.chars().map(|character| width(character.into())).sum()
}

/// Whether a character takes two columns: in terminals, as there is no table of the standard's.
#[cfg(not(feature = "full-tables"))]
#[must_use]
pub fn is_wide(character: char) -> bool {
    width(character.into()) == 2
}
