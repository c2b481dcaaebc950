//! The `is…` methods of `str`, for one code point, and for texts where that is more than "all of them".

use crate::category::{Category, category};
use crate::numeric::{decimal_value, digit_value, is_numeric};
use crate::tables::case_several::{OTHER_IGNORABLE, OTHER_LOWERCASE, OTHER_UPPERCASE};
use crate::tables::contains;
use crate::wtf8::code_points;

/// An ASCII character, for the fast ways.
fn ascii(code: u32) -> Option<u8> {
    u8::try_from(code).ok().filter(u8::is_ascii)
}

/// `str.isalpha`
#[must_use]
pub fn is_alpha(code: u32) -> bool {
    ascii(code).map_or_else(|| category(code).is_letter(), |byte| byte.is_ascii_alphabetic())
}

/// `str.isdecimal`: digits of the decimal systems.
#[must_use]
pub fn is_decimal(code: u32) -> bool {
    decimal_value(code).is_some()
}

/// `str.isdigit`: decimal digits, superscripts and the like.
#[must_use]
pub fn is_digit(code: u32) -> bool {
    digit_value(code).is_some()
}

/// `str.isalnum`
#[must_use]
pub fn is_alnum(code: u32) -> bool {
    is_alpha(code) || is_numeric(code)
}

/// `str.isspace`: white space and the separators of ASCII.
#[must_use]
pub const fn is_space(code: u32) -> bool {
    matches!(
        code,
        0x09..=0x0d | 0x1c..=0x20 | 0x85 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000
    )
}

/// `str.isprintable`: what `repr` shows as it is.
#[must_use]
pub fn is_printable(code: u32) -> bool {
    match code {
        0x20..0x7f => true,
        0x7f..0xa1 | 0xad => false,
        // Blocks with nothing else in them, in which most texts are written.
        0xa1..0x378 | 0x3a3..0x530 | 0x3041..0x3097 | 0x4e00..0xa000 | 0xac00..0xd7a4 => true,
        _ => has_printable_category(code),
    }
}

pub(crate) fn has_printable_category(code: u32) -> bool {
    use Category::{
        Control, Format, LineSeparator, ParagraphSeparator, PrivateUse, SpaceSeparator, Surrogate, Unassigned,
    };
    !matches!(
        category(code),
        Control | Format | Surrogate | PrivateUse | Unassigned | LineSeparator | ParagraphSeparator | SpaceSeparator
    )
}

/// Whether a code point is lower case.
#[must_use]
pub fn is_lower(code: u32) -> bool {
    ascii(code).map_or_else(
        || (category(code) == Category::LowercaseLetter) != contains(&OTHER_LOWERCASE, code),
        |byte| byte.is_ascii_lowercase(),
    )
}

/// Whether a code point is upper case.
#[must_use]
pub fn is_upper(code: u32) -> bool {
    ascii(code).map_or_else(
        || (category(code) == Category::UppercaseLetter) != contains(&OTHER_UPPERCASE, code),
        |byte| byte.is_ascii_uppercase(),
    )
}

/// Whether a code point is in title case, like the digraph in "ǅep".
#[must_use]
pub fn is_title(code: u32) -> bool {
    code > 0x7f && category(code) == Category::TitlecaseLetter
}

/// Whether a code point has a case at all.
#[must_use]
pub fn is_cased(code: u32) -> bool {
    match code {
        ..0x80 => ascii(code).is_some_and(|byte| byte.is_ascii_alphabetic()),
        0x80..0xc0 => matches!(code, 0xaa | 0xb5 | 0xba),
        0xc0..0x100 => !matches!(code, 0xd7 | 0xf7),
        // Whole blocks of letters that have case, and of signs that have none.
        0x100..0x1bb | 0x3a3..0x3cf | 0x400..0x482 => true,
        0x2010..0x2070 | 0x20a0..0x2100 | 0x3000..0xa000 => false,
        _ => is_lower(code) || is_upper(code) || is_title(code),
    }
}

/// Whether a code point is passed over when the neighbours of a sigma are looked for.
#[must_use]
pub fn is_case_ignorable(code: u32) -> bool {
    use Category::{EnclosingMark, Format, ModifierLetter, ModifierSymbol, NonspacingMark};
    let implied = matches!(category(code), NonspacingMark | EnclosingMark | Format | ModifierLetter | ModifierSymbol);
    implied != contains(&OTHER_IGNORABLE, code)
}

/// `str.islower` of a text: something is lower case, nothing is upper or title case.
#[must_use]
pub fn is_lower_text(text: &[u8]) -> bool {
    only_one_case(text, is_lower, is_upper)
}

/// `str.isupper` of a text: something is upper case, nothing is lower or title case.
#[must_use]
pub fn is_upper_text(text: &[u8]) -> bool {
    only_one_case(text, is_upper, is_lower)
}

fn only_one_case(text: &[u8], wanted: fn(u32) -> bool, unwanted: fn(u32) -> bool) -> bool {
    let mut found = false;
    for code in code_points(text) {
        if wanted(code) {
            found = true;
        } else if unwanted(code) || is_title(code) {
            return false;
        }
    }
    found
}

/// `str.istitle` of a text: upper case only after uncased characters, lower case only after cased ones.
#[must_use]
pub fn is_title_text(text: &[u8]) -> bool {
    let (mut found, mut after_cased) = (false, false);
    for code in code_points(text) {
        let starts = is_upper(code) || is_title(code);
        let goes_on = !starts && is_lower(code);
        if (starts && after_cased) || (goes_on && !after_cased) {
            return false;
        }
        after_cased = starts || goes_on;
        found |= after_cased;
    }
    found
}
