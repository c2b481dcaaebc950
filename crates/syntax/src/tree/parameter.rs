//! Parameters of functions and lambdas, and type parameters. Language reference 8.7 and 8.10.

use super::{Expression, SourceRange};
use crate::names::Name;
use alloc::boxed::Box;

/// The parameters of a function or lambda.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arguments {
    /// Those in front of `/`.
    pub posonlyargs: Box<[Parameter]>,
    /// Those that can be given by position or name.
    pub args: Box<[Parameter]>,
    /// The one behind `*`.
    pub vararg: Option<Box<Parameter>>,
    /// Those behind `*` or `*args`.
    pub kwonlyargs: Box<[Parameter]>,
    /// The defaults of `kwonlyargs`, as many as those.
    pub kw_defaults: Box<[Option<Expression>]>,
    /// The one behind `**`.
    pub kwarg: Option<Box<Parameter>>,
    /// The defaults of the last ones of `posonlyargs` and `args` together.
    pub defaults: Box<[Expression]>,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Its annotation; starred only in `*args: *Ts`.
    pub annotation: Option<Box<Expression>>,
    /// Name and annotation.
    pub range: SourceRange,
}

/// A type parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeParam {
    /// Which kind it is.
    pub kind: TypeParamKind,
    /// Its name.
    pub name: Name,
    /// The default behind `=`.
    pub default: Option<Box<Expression>>,
    /// Its place.
    pub range: SourceRange,
}

/// The kinds of type parameters.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeParamKind {
    /// `T: bound`
    TypeVar {
        /// The bound, or a tuple of constraints.
        bound: Option<Box<Expression>>,
    },
    /// `**P`
    ParamSpec,
    /// `*Ts`
    TypeVarTuple,
}
