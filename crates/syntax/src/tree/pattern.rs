//! Patterns. Language reference 8.6.

use super::{Constant, Expression, SourceRange};
use crate::names::Name;
use alloc::boxed::Box;

/// A pattern and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Which pattern it is.
    pub kind: PatternKind,
    /// Its place, without the parentheses that only group.
    pub range: SourceRange,
}

/// The patterns.
#[derive(Clone, Debug, PartialEq)]
pub enum PatternKind {
    /// A number, string or dotted name, compared with `==`.
    MatchValue(Box<Expression>),
    /// `None`, `True` or `False`, compared with `is`.
    MatchSingleton(Constant),
    /// `[a, b, *rest]`
    MatchSequence(Box<[Pattern]>),
    /// `{key: pattern, **rest}`
    MatchMapping(Box<MatchMapping>),
    /// `Class(pattern, name=pattern)`
    MatchClass(Box<MatchClass>),
    /// `*name`, or `*_` if there is no name; only within a sequence.
    MatchStar(Option<Name>),
    /// `pattern as name`, a capture (no pattern) or `_` (neither).
    MatchAs(Option<Box<Pattern>>, Option<Name>),
    /// `a | b`
    MatchOr(Box<[Pattern]>),
}

/// A mapping pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchMapping {
    /// The keys.
    pub keys: Box<[Expression]>,
    /// As many patterns.
    pub patterns: Box<[Pattern]>,
    /// The name behind `**`.
    pub rest: Option<Name>,
}

/// A class pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchClass {
    /// The class: a name or dotted name.
    pub cls: Expression,
    /// The positional patterns.
    pub patterns: Box<[Pattern]>,
    /// The attribute names of the keyword patterns.
    pub kwd_attrs: Box<[Name]>,
    /// As many patterns.
    pub kwd_patterns: Box<[Pattern]>,
}
