//! What the other files look things up in. Every file here is written by `tables/generate.py` and small enough
//! for a board; look-ups are binary searches.

pub(crate) mod case;
pub(crate) mod case_several;
pub(crate) mod category;
pub(crate) mod digit;
#[cfg(feature = "full-tables")]
pub(crate) mod east_asian_width;
pub(crate) mod identifier;
#[cfg(feature = "full-tables")]
pub(crate) mod numeric;
pub(crate) mod width;

/// Whether one of the ranges, sorted by their first, holds the code point.
pub(crate) fn contains(ranges: &[(u32, u32)], code: u32) -> bool {
    let after = ranges.partition_point(|(first, _)| *first <= code);
    after.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|(_, last)| code <= *last)
}
