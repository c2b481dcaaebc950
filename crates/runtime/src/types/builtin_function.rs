//! Placeholder

use crate::native::TypeSpec;

/// `builtin_function_or_method`.
pub(crate) static BUILTIN_FUNCTION: TypeSpec = TypeSpec::new("builtin_function_or_method", "", &[]);

/// `method_descriptor`.
pub(crate) static METHOD_DESCRIPTOR: TypeSpec = TypeSpec::new("method_descriptor", "", &[]);

/// `classmethod_descriptor`.
pub(crate) static CLASS_METHOD_DESCRIPTOR: TypeSpec = TypeSpec::new("classmethod_descriptor", "", &[]);

/// `getset_descriptor`.
pub(crate) static GETSET_DESCRIPTOR: TypeSpec = TypeSpec::new("getset_descriptor", "", &[]);

/// `wrapper_descriptor`.
pub(crate) static WRAPPER_DESCRIPTOR: TypeSpec = TypeSpec::new("wrapper_descriptor", "", &[]);

/// `method-wrapper`.
pub(crate) static METHOD_WRAPPER: TypeSpec = TypeSpec::new("method-wrapper", "", &[]);
