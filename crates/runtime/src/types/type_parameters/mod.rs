//! Type parameters and what is made with them: `TypeVar`, `ParamSpec`, `TypeVarTuple`, type aliases, `Generic`.
//!
//! `variables.rs` declares the three kinds of parameters, which share one layout ([`field`]); `alias.rs` what a `type`
//! statement makes; `generic.rs` the base of generic classes, and `specialize.rs` what their parameters are replaced by.
//! Bounds, defaults and an alias's value are computed when they are asked for first: `evaluation.rs`. `creation.rs` has
//! the intrinsics through which compiled code makes all of them.

pub(crate) mod alias;
mod creation;
pub(crate) mod evaluation;
pub(crate) mod generic;
pub(crate) mod specialize;
pub(crate) mod variables;

/// The fields of a type parameter, a record.
pub(crate) mod field {
    /// `__name__`
    pub(crate) const NAME: usize = 0;
    /// What computes the bound, or the constraints: a function, or Unbound.
    pub(crate) const EVALUATE: usize = 1;
    /// Whether `EVALUATE` and `BOUND` are about constraints: a bool.
    pub(crate) const CONSTRAINED: usize = 2;
    /// What computes the default: a function, or Unbound.
    pub(crate) const EVALUATE_DEFAULT: usize = 3;
    /// The bound or the tuple of constraints, once it is known; else Unbound.
    pub(crate) const BOUND: usize = 4;
    /// The default, once it is known; else Unbound.
    pub(crate) const DEFAULT: usize = 5;
    /// Bits of `variance`, a small int.
    pub(crate) const VARIANCE: usize = 6;
    /// `__module__`: the name of the module that made it, or Unbound.
    pub(crate) const MODULE: usize = 7;
    /// The dict of the attributes that a program has set, or Unbound.
    pub(crate) const DICT: usize = 8;
    /// How many there are.
    pub(crate) const COUNT: usize = 9;
}

/// The bits of a parameter's variance.
pub(crate) mod variance {
    /// `__covariant__`
    pub(crate) const COVARIANT: i64 = 1;
    /// `__contravariant__`
    pub(crate) const CONTRAVARIANT: i64 = 2;
    /// `__infer_variance__`: left to whoever checks types.
    pub(crate) const INFERRED: i64 = 4;
}
