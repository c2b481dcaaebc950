//! Placeholder

use crate::native::TypeSpec;

/// `traceback`.
pub(crate) static TRACEBACK: TypeSpec = TypeSpec::new("traceback", "", &[]);

/// `frame`.
pub(crate) static FRAME: TypeSpec = TypeSpec::new("frame", "", &[]);
