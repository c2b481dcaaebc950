//! The names of characters, for `\N{…}` and `unicodedata`: a large table. Without it, no character has a name.

#[cfg(not(feature = "names"))]
mod absent;
#[cfg(feature = "names")]
mod full;

#[cfg(not(feature = "names"))]
use absent as full;
pub use full::{lookup, name};
