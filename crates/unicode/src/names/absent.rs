//! No names.

use alloc::string::String;

/// The name of a code point: it has none.
#[must_use]
pub fn name(_code: u32) -> Option<String> {
    None
}

/// The character of that name or alias: there is none.
#[must_use]
pub fn lookup(_name: &str) -> Option<char> {
    None
}
