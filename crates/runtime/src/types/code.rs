//! Placeholder

use crate::native::TypeSpec;

/// `code`.
pub(crate) static CODE: TypeSpec = TypeSpec::new("code", "", &[]);
