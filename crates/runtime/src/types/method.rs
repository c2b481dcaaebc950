//! Placeholder

use crate::native::TypeSpec;

/// `method`.
pub(crate) static METHOD: TypeSpec = TypeSpec::new("method", "", &[]);
