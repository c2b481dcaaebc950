//! How wide characters are: in columns, and in the standard's own terms.

mod columns;
#[cfg(feature = "full-tables")]
mod east_asian;

pub use columns::{text_width, width};
#[cfg(feature = "full-tables")]
pub use east_asian::east_asian_width;

/// Whether a character is wide in the standard's terms; by the columns that terminals give it where there is no table.
#[must_use]
pub fn is_wide(character: char) -> bool {
    #[cfg(feature = "full-tables")]
    {
        matches!(east_asian_width(character.into()), "W" | "F")
    }
    #[cfg(not(feature = "full-tables"))]
    {
        width(character.into()) == 2
    }
}
