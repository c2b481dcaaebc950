//! East Asian widths as Unicode names them.

use crate::tables::east_asian_width::RUNS;

/// `N`, `A`, `F`, `H`, `Na` or `W`: `unicodedata.east_asian_width`.
#[must_use]
pub fn east_asian_width(code: u32) -> &'static str {
    let after = RUNS.partition_point(|row| row >> 3 <= code);
    let row = after.checked_sub(1).and_then(|index| RUNS.get(index)).copied().unwrap_or(0);
    ["N", "A", "F", "H", "Na", "W"].get((row & 7) as usize).copied().unwrap_or("N")
}

/// Whether a character takes two columns, in the standard's terms.
#[must_use]
pub fn is_wide(character: char) -> bool {
    matches!(east_asian_width(character.into()), "W" | "F")
}
