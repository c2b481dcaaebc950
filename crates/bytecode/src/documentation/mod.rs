//! Texts for people: documentation of builtins, what instructions mean. Images for boards leave them out (the feature
//! `documentation`): they would take a tenth of the flash.

#[cfg(feature = "documentation")]
mod kept;
#[cfg(not(feature = "documentation"))]
mod left_out;

#[cfg(feature = "documentation")]
pub use kept::{Documentation, signature_only};
#[cfg(not(feature = "documentation"))]
pub use left_out::{Documentation, signature_only};

/// What stands between a constructor's signature and the documentation of a type.
pub const SIGNATURE_END: &str = "\n--\n\n";
