//! Placeholder

use crate::native::TypeSpec;

/// `module`.
pub(crate) static MODULE: TypeSpec = TypeSpec::new("module", "", &[]);
