//! Placeholder

use crate::native::TypeSpec;

/// `NoneType`.
pub(crate) static NONE_TYPE: TypeSpec = TypeSpec::new("NoneType", "", &[]);

/// `ellipsis`.
pub(crate) static ELLIPSIS_TYPE: TypeSpec = TypeSpec::new("ellipsis", "", &[]);

/// `NotImplementedType`.
pub(crate) static NOT_IMPLEMENTED_TYPE: TypeSpec = TypeSpec::new("NotImplementedType", "", &[]);
