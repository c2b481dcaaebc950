//! Names, dates and attributes of directory entries, as bytes.
//!
//! ```text
//! short entry: name (11) attributes (1) case (1) … cluster high (2) time (2) date (2) cluster low (2) size (4)
//! long entry:  order (1) units (10) 0x0f 0 checksum (1) units (12) 0 (2) units (4), 13 UTF-16 units in each
//! ```
//! The entries of a long name lie before the short one, the last part first.

use super::layout::{u16_at, u32_at};
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_platform::Error;

/// Attributes.
pub(super) const READ_ONLY: u8 = 0x01;
pub(super) const LABEL: u8 = 0x08;
pub(super) const DIRECTORY: u8 = 0x10;
pub(super) const ARCHIVE: u8 = 0x20;
pub(super) const LONG_NAME: u8 = 0x0f;

/// Bytes of a slot.
pub(super) const SLOT: usize = 32;
/// Units of a long name in a slot, and where they lie.
pub(super) const UNITS: usize = 13;
pub(super) const UNIT_PLACES: [usize; UNITS] = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];
/// The most units of a long name.
pub(super) const LONGEST: usize = 255;

/// The sum over a short name that its long name's entries carry.
pub(super) fn checksum(short: &[u8]) -> u8 {
    short.iter().take(11).fold(0, |sum: u8, &byte| sum.rotate_right(1).wrapping_add(byte))
}

/// The letters from 0x80 on in code page 437, which differs little from 850 here.
const LETTERS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑ";

/// A letter of a short name, small if it shall be. What is not ASCII depends on a code page that nobody notes: it is taken
/// for the one that DOS had.
fn letter(byte: u8, small: bool) -> char {
    let letter = match byte {
        0x80..=0xa5 => LETTERS.chars().nth(usize::from(byte - 0x80)).unwrap_or('_'),
        0xe1 => 'ß',
        _ => char::from(byte),
    };
    match letter {
        'A'..='Z' | 'À'..='Þ' if small => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        _ => letter,
    }
}

/// A short name as text.
pub(super) fn short_text(slot: &[u8]) -> String {
    let case = slot.get(12).copied().unwrap_or(0);
    let part = |range: core::ops::Range<usize>, lower: bool| {
        let bytes = slot.get(range).unwrap_or(&[]);
        let end = bytes.iter().rposition(|&byte| byte != b' ').map_or(0, |last| last + 1);
        let bytes = bytes.get(..end).unwrap_or(&[]);
        bytes.iter().map(move |&byte| letter(byte, lower))
    };
    let mut text: String = part(0..8, case & 8 != 0).collect();
    if text.starts_with('\u{5}') {
        // The first byte of free slots, where a name really begins with it.
        text.replace_range(0..1, "\u{e5}");
    }
    let mut ending = part(8..11, case & 16 != 0).peekable();
    if ending.peek().is_some() {
        text.push('.');
        text.extend(ending);
    }
    text
}

/// A letter as comparisons see it. Of those that are not ASCII, the ones that one rule covers: Latin-1, Greek, Cyrillic.
fn fold(letter: char) -> char {
    let code = u32::from(letter);
    let folded = match code {
        0x61..=0x7a => code - 0x20,
        0xe0..=0xf6 | 0xf8..=0xfe | 0x3b1..=0x3c1 | 0x3c3..=0x3c9 | 0x430..=0x44f => code - 0x20,
        0x450..=0x45f => code - 0x50,
        _ => code,
    };
    char::from_u32(folded).unwrap_or(letter)
}

/// Whether two names are the same to FAT.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.chars().map(fold).eq(other.chars().map(fold))
}

/// The units of a name that is to be made.
///
/// # Errors
/// [`Error::INVALID`] for letters that no name may have; [`Error::NAME_TOO_LONG`].
pub(super) fn units(name: &str) -> Result<Vec<u16>, Error> {
    if name.ends_with(['.', ' ']) || name.chars().any(|letter| letter < ' ' || "\"*:<>?|\\/\u{7f}".contains(letter)) {
        return Err(Error::INVALID);
    }
    let units: Vec<u16> = name.encode_utf16().collect();
    if units.len() > LONGEST { Err(Error::NAME_TOO_LONG) } else { Ok(units) }
}

/// A short name for a name: its eleven bytes, the case of its parts, and whether it says everything.
pub(super) fn short_name(name: &str) -> ([u8; 11], u8, bool) {
    let (base, ending) = match name.rsplit_once('.') {
        Some((base, ending)) if !base.is_empty() => (base, ending),
        _ => (name, ""),
    };
    let mut short = [b' '; 11];
    let (base_case, base_fits) = put_part(&mut short, 0..8, base);
    let (ending_case, ending_fits) = put_part(&mut short, 8..11, ending);
    let case = if base_case { 8 } else { 0 } | if ending_case { 16 } else { 0 };
    let fits = base_fits && ending_fits && !name.ends_with('.') && short.first() != Some(&b' ');
    (short, case, fits)
}

/// Writes a part of a short name: whether its letters are small, and whether it says everything.
fn put_part(short: &mut [u8; 11], range: core::ops::Range<usize>, part: &str) -> (bool, bool) {
    let small = part.bytes().any(|byte| byte.is_ascii_lowercase());
    let mut fits = !(small && part.bytes().any(|byte| byte.is_ascii_uppercase()));
    let mut places = short.get_mut(range).into_iter().flatten();
    for letter in part.chars() {
        let plain = letter.is_ascii_alphanumeric() || "!#$%&'()-@^_`{}~".contains(letter);
        fits &= plain;
        if letter == ' ' || letter == '.' {
            continue;
        }
        match places.next() {
            Some(place) => *place = if plain { letter.to_ascii_uppercase() as u8 } else { b'_' },
            None => fits = false,
        }
    }
    (small, fits)
}

/// The nth try at a short name that is not there yet: `LONGNA~1`, and later with digits that come from the whole name.
pub(super) fn numbered(short: &[u8; 11], name: &str, attempt: u32) -> [u8; 11] {
    let hash = name.bytes().fold(attempt.wrapping_mul(0x9e37), |hash: u32, byte| {
        hash.rotate_left(5).wrapping_add(u32::from(byte)).wrapping_mul(31)
    });
    let mut tail = Vec::new();
    if attempt > 4 {
        tail.extend((0..4).map(|digit| match (hash >> (4 * digit) & 15) as u8 {
            digit @ 0..10 => b'0' + digit,
            letter => b'A' - 10 + letter,
        }));
    }
    tail.push(b'~');
    tail.push(b'0' + (attempt.saturating_sub(1) % 9 + 1) as u8);
    let base = short.iter().take(8).take_while(|&&byte| byte != b' ').count();
    let kept = base.min(8 - tail.len());
    let mut result = *short;
    for (at, place) in result.iter_mut().take(8).enumerate().skip(kept) {
        *place = tail.get(at - kept).copied().unwrap_or(b' ');
    }
    result
}

/// The first cluster that a slot names.
pub(super) fn first_cluster(slot: &[u8]) -> u32 {
    u16_at(slot, 20) << 16 | u16_at(slot, 26)
}

/// Nanoseconds since 1970 as time and date of FAT, which begins in 1980 and counts pairs of seconds.
pub(super) fn stamp(now_ns: i64) -> [u8; 4] {
    let seconds = now_ns.div_euclid(1_000_000_000);
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Days to a date, after Howard Hinnant's "chrono-compatible low-level date algorithms".
    let shifted = day + 719_468;
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let part = (5 * of_year + 2) / 153;
    let month = if part < 10 { part + 3 } else { part - 9 };
    let year = year_of_era + 400 * shifted.div_euclid(146_097) + i64::from(month <= 2);
    let date = if (1980..2108).contains(&year) {
        (year - 1980) << 9 | month << 5 | (of_year - (153 * part + 2) / 5 + 1)
    } else {
        1 << 5 | 1
    };
    let time = (second / 3600) << 11 | (second / 60 % 60) << 5 | (second % 60 / 2);
    ((date as u32) << 16 | time as u32).to_le_bytes()
}

/// The other way round.
pub(super) fn moment(slot: &[u8]) -> i64 {
    let both = u32_at(slot, 22);
    let part = |shift: u32, bits: u32| i64::from(both >> shift & ((1 << bits) - 1));
    let (year, month, day) = (1980 + part(25, 7), part(21, 4).max(1), part(16, 5).max(1));
    let (shifted, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let of_era = shifted.rem_euclid(400);
    let days = 365 * of_era + of_era / 4 - of_era / 100 + (153 * month + 2) / 5 + day - 1;
    let days = shifted.div_euclid(400) * 146_097 + days - 719_468;
    (days * 86_400 + part(11, 5) * 3600 + part(5, 6) * 60 + part(0, 5) * 2) * 1_000_000_000
}
