//! The names of characters, from the table.

use alloc::string::{String, ToString};

/// The name of a code point; control characters and unassigned ones have none.
#[must_use]
pub fn name(code: u32) -> Option<String> {
    char::from_u32(code).and_then(unicode_names2::name).map(|name| name.to_string())
}

/// The character of that name or alias, in any case of letters.
#[must_use]
pub fn lookup(name: &str) -> Option<char> {
    // No name starts with a hyphen, and the crate looks at what stands before one.
    if name.starts_with('-') {
        return None;
    }
    let character = unicode_names2::character(name)?;
    // The crate also forgives missing spaces and hyphens, which Python doesn't.
    let proper = unicode_names2::name(character);
    let exact = proper.clone().is_some_and(|proper| {
        let letters = proper.flat_map(str::chars);
        letters.eq(name.chars().map(|letter| letter.to_ascii_uppercase()))
    });
    let loose = !exact && proper.is_some_and(|proper| letters(proper.flat_map(str::chars)).eq(letters(name.chars())));
    (!loose).then_some(character)
}

/// What counts when spaces, hyphens and underscores don't.
fn letters(name: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    name.filter(|letter| letter.is_ascii_alphanumeric()).map(|letter| letter.to_ascii_uppercase())
}
