//! Which characters are the same where case does not count.
//!
//! Two characters are the same if the upper cases of their lower cases are. That makes `k` and the Kelvin sign one, and the
//! small sigmas, as Python has it.

use crate::flags::{ASCII, IGNORECASE, LOCALE, UNICODE};
use ferropy_unicode::case::{to_lower, to_title, to_upper};

/// How letters are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// Case counts.
    None,
    /// It doesn't for ASCII letters.
    Ascii,
    /// As `Ascii`: the locale is that of UTF-8, where no other byte is a letter. Sets are asked for both cases.
    Locale,
    /// It doesn't for any letter.
    Unicode,
}

impl Fold {
    /// What the flags say.
    pub(crate) fn of(flags: u32, is_text: bool) -> Fold {
        if flags & IGNORECASE == 0 {
            Fold::None
        } else if flags & LOCALE != 0 {
            Fold::Locale
        } else if flags & ASCII != 0 || !(is_text || flags & UNICODE != 0) {
            Fold::Ascii
        } else {
            Fold::Unicode
        }
    }

    pub(crate) fn from_number(number: u32) -> Fold {
        match number {
            1 => Fold::Ascii,
            2 => Fold::Locale,
            3 => Fold::Unicode,
            _ => Fold::None,
        }
    }
}

/// Blocks of code points without case, by first and last: whoever goes through a range leaves them out.
const CASELESS: &[(u32, u32)] = &[
    (0x5b0, 0x109f),
    (0x2190, 0x24b5),
    (0x2df0, 0xa63f),
    (0xabc0, 0xfaff),
    (0xff60, 0x103ff),
    (0x11900, 0x16e3f),
    (0x16ea0, 0x1e8ff),
    (0x1e950, 0x10_ffff),
];

/// Characters that are no upper, lower or title case of the first of the pair, but the same; in order.
const MORE: &[(u16, u16)] = &[
    (0x49, 0x130),
    (0x49, 0x131),
    (0x4b, 0x212a),
    (0x53, 0x17f),
    (0xc5, 0x212b),
    (0xdf, 0x1e9e),
    (0x390, 0x1fd3),
    (0x392, 0x3d0),
    (0x395, 0x3f5),
    (0x398, 0x3d1),
    (0x398, 0x3f4),
    (0x399, 0x345),
    (0x399, 0x1fbe),
    (0x39a, 0x3f0),
    (0x39c, 0xb5),
    (0x3a0, 0x3d6),
    (0x3a1, 0x3f1),
    (0x3a3, 0x3c2),
    (0x3a6, 0x3d5),
    (0x3a9, 0x2126),
    (0x3b0, 0x1fe3),
    (0x412, 0x1c80),
    (0x414, 0x1c81),
    (0x41e, 0x1c82),
    (0x421, 0x1c83),
    (0x422, 0x1c84),
    (0x422, 0x1c85),
    (0x42a, 0x1c86),
    (0x462, 0x1c87),
    (0x1e60, 0x1e9b),
    (0xa64a, 0x1c88),
    (0xfb06, 0xfb05),
];

/// The lower case as one character, which is what back-references compare.
pub(crate) fn lower(code: u32) -> u32 {
    to_lower(code).codes().next().unwrap_or(code)
}

fn single(mut codes: impl Iterator<Item = u32>) -> Option<u32> {
    let first = codes.next()?;
    codes.next().is_none().then_some(first)
}

/// What stands for all characters that are the same as this one.
pub(crate) fn canonical(code: u32) -> u32 {
    let lower = lower(code);
    match single(to_upper(lower).codes()) {
        Some(upper) => upper,
        // Their upper cases are the same several characters.
        None => match lower {
            0x1fd3 => 0x390,
            0x1fe3 => 0x3b0,
            0xfb05 => 0xfb06,
            _ => lower,
        },
    }
}

/// Calls a function with each character that is the same as this one, itself among them. Some come twice.
pub(crate) fn for_each_same(code: u32, mut visit: impl FnMut(u32)) {
    let upper = canonical(code);
    let lower = lower(upper);
    visit(code);
    visit(upper);
    visit(lower);
    if let Some(title) = single(to_title(lower).codes()) {
        visit(title);
    }
    let first = MORE.partition_point(|&(of, _)| u32::from(of) < upper);
    for &(of, more) in MORE.get(first..).unwrap_or(&[]) {
        if u32::from(of) != upper {
            break;
        }
        visit(u32::from(more));
    }
}

/// Calls a function with the first and last of each stretch of a range that may hold letters with case.
pub(crate) fn for_each_cased(first: u32, last: u32, mut visit: impl FnMut(u32)) {
    let mut from = first;
    for &(start, end) in CASELESS {
        for code in from..start.min(last.saturating_add(1)) {
            visit(code);
        }
        from = from.max(end + 1);
        if from > last {
            break;
        }
    }
}
