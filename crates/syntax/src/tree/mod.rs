//! The syntax tree of a Python 3.14 program.
//!
//! Shape and names follow the abstract grammar of the `ast` module, so that its documentation is also the documentation
//! of this file. The differences serve small memories:
//! - `elif` branches lie in one list instead of nesting, so that long chains stay flat;
//! - there is no expression context: a node's place in its parent says whether it is loaded, stored or deleted;
//! - identifiers are numbers into the [`Names`](crate::Names) of the parse result;
//! - positions are byte offsets into the source, which [`Source`](crate::Source) turns into lines and columns.
//!
//! Blocks nest at most a hundred deep, and no expression is higher than [`Options::max_depth`](crate::Options) allows, so
//! consumers may recurse, but for one case: a chain of operators, calls, attributes and subscripts counts as one level
//! however long it is, and is walked in a loop ([`Expression::first_operand`]). Dropping a tree needs little stack.

mod chain;
mod expression;
mod operators;
mod parameter;
mod pattern;
mod range;
mod statement;

pub use expression::{
    Attribute, BigInteger, BinOp, BoolOp, Call, Compare, Comprehension, ComprehensionExpression, Constant, Conversion,
    DictComp, DictItem, Expression, ExpressionKind, FormattedValue, IfExp, Interpolation, Keyword, Lambda, NamedExpr,
    Slice, Subscript, UnaryOp,
};
pub use operators::{BoolOperator, CompareOperator, Operator, UnaryOperator};
pub use parameter::{Arguments, Parameter, TypeParam, TypeParamKind};
pub use pattern::{MatchClass, MatchMapping, Pattern, PatternKind};
pub use range::SourceRange;
pub use statement::{
    Alias, AnnAssign, Assert, Assign, AugAssign, ClassDef, Elif, ExceptHandler, For, FunctionDef, If, ImportFrom,
    Match, MatchCase, Raise, Statement, StatementKind, Try, TypeAlias, While, With, WithItem,
};

use alloc::boxed::Box;

/// What was parsed, depending on the mode.
#[derive(Clone, Debug, PartialEq)]
pub enum Root {
    /// A file: any number of statements.
    Module(Box<[Statement]>),
    /// One complete interactive input: a compound statement or one line of simple ones.
    Interactive(Box<[Statement]>),
    /// An expression for `eval`.
    Expression(Box<Expression>),
}

#[cfg(test)]
mod tests {
    use super::{Expression, Pattern, Statement};
    use core::mem::size_of;

    /// Trees live in the RAM of small boards: a node that grows must be noticed.
    #[test]
    fn nodes_stay_small() {
        assert_eq!(size_of::<Expression>(), 32);
        assert_eq!(size_of::<Statement>(), 32);
        assert_eq!(size_of::<Pattern>(), 32);
    }
}
