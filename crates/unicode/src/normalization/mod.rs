//! Normal forms of text. Without their tables there is only the form of names, which is then the name itself.

#[cfg(not(feature = "full-tables"))]
mod absent;
#[cfg(feature = "full-tables")]
mod full;

#[cfg(not(feature = "full-tables"))]
pub use absent::identifier;
#[cfg(feature = "full-tables")]
pub use full::{Form, combining_class, identifier, normalize};
