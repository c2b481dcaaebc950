//! Placeholder

use crate::native::TypeSpec;

/// `cell`.
pub(crate) static CELL: TypeSpec = TypeSpec::new("cell", "", &[]);
