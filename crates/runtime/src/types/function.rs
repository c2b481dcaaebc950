//! `function`: functions written in Python.

use crate::native::TypeSpec;

/// The fields of a function's payload. A function has the first three at most until one of the others is set.
pub(crate) mod field {
    /// `__closure__`: a tuple of cells.
    pub(crate) const CLOSURE: usize = 0;
    /// `__defaults__`: a tuple.
    pub(crate) const DEFAULTS: usize = 1;
    /// `__kwdefaults__`: a dict.
    pub(crate) const KWDEFAULTS: usize = 2;
    /// `__annotate__`: a function.
    pub(crate) const ANNOTATE: usize = 3;
    /// `__annotations__`: a dict, once computed or set.
    pub(crate) const ANNOTATIONS: usize = 4;
    /// `__name__`, if it is not the code's.
    pub(crate) const NAME: usize = 5;
    /// `__qualname__`, if it is not the code's.
    pub(crate) const QUALNAME: usize = 6;
    /// `__doc__`, if it is not the code's.
    pub(crate) const DOC: usize = 7;
    /// `__module__`, if it is not the globals' `__name__`.
    pub(crate) const MODULE: usize = 8;
    /// `__type_params__`: a tuple.
    pub(crate) const TYPE_PARAMS: usize = 9;
    /// `__dict__`: a dict.
    pub(crate) const DICT: usize = 10;
    /// How many fields there are.
    pub(crate) const COUNT: usize = 11;
}

/// `function`.
pub(crate) static FUNCTION: TypeSpec = TypeSpec::new("function", "Create a function object.", &[]);
