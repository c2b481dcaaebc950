//! How wide characters are: in columns, and in the standard's own terms.

mod columns;
#[cfg(feature = "full-tables")]
mod east_asian;

#[cfg(not(feature = "full-tables"))]
pub use columns::is_wide;
pub use columns::{text_width, width};
#[cfg(feature = "full-tables")]
pub use east_asian::{east_asian_width, is_wide};
