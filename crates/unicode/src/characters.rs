//! What the Unicode Character Database says of characters beyond what strings need: the direction in which they are written,
//! whether they are mirrored there, and what they can be taken apart to.
//!
//! The tables are texts, with a line for each code point or run, sorted: a search needs no more than that.

use crate::category::{Category, category};

static BIDIRECTIONAL: &str = include_str!("tables/bidirectional.txt");
static MIRRORED: &str = include_str!("tables/mirrored.txt");
static DECOMPOSITION: &str = include_str!("tables/decomposition.txt");

/// Whether Unicode 16 has the code point: the tables know some that came later.
fn is_assigned(code: u32) -> bool {
    category(code) != Category::Unassigned
}

/// The last line whose code point is not behind this one: that code point, and the rest of the line.
fn find(table: &'static str, code: u32) -> Option<(u32, &'static str)> {
    // The line that starts at or before `low` is not behind; the one that starts at `high` is.
    let (mut low, mut high) = (0, table.len());
    let mut found = None;
    while low < high {
        let middle = low + (high - low) / 2;
        let start = table.get(..middle)?.rfind('\n').map_or(0, |end| end + 1);
        let line = table.get(start..)?.lines().next()?;
        let (number, rest) = line.split_once(' ')?;
        let number = u32::from_str_radix(number, 16).ok()?;
        if number <= code {
            found = Some((number, rest));
            low = start + line.len() + 1;
        } else {
            high = start;
        }
    }
    found
}

/// `unicodedata.bidirectional`: the class of the code point, empty for one that is not assigned.
#[must_use]
pub fn bidirectional(code: u32) -> &'static str {
    find(BIDIRECTIONAL, code).filter(|_| is_assigned(code)).map_or("", |(_, class)| class)
}

/// `unicodedata.mirrored`: whether it is mirrored in text that is written from right to left.
#[must_use]
pub fn mirrored(code: u32) -> bool {
    find(MIRRORED, code).is_some_and(|(_, value)| value == "True")
}

/// `unicodedata.decomposition`: code points in hexadecimal, a kind in angles before them if it isn't canonical. Empty for
/// what can't be taken apart.
#[must_use]
pub fn decomposition(code: u32) -> &'static str {
    match find(DECOMPOSITION, code) {
        Some((number, parts)) if number == code && is_assigned(code) => parts,
        _ => "",
    }
}
