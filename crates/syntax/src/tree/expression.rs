//! Expressions. Language reference, chapter 6.

use super::{Arguments, BoolOperator, CompareOperator, Operator, SourceRange, UnaryOperator};
use crate::names::Name;
use alloc::boxed::Box;

/// An expression and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// Which expression it is.
    pub kind: ExpressionKind,
    /// Its place, without the parentheses that only group.
    pub range: SourceRange,
}

/// The expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExpressionKind {
    /// `a and b and c`
    BoolOp(Box<BoolOp>),
    /// `(name := value)`
    NamedExpr(Box<NamedExpr>),
    /// `a + b`
    BinOp(Box<BinOp>),
    /// `-a`
    UnaryOp(Box<UnaryOp>),
    /// `lambda x: body`
    Lambda(Box<Lambda>),
    /// `body if test else orelse`
    IfExp(Box<IfExp>),
    /// `{key: value, **mapping}`
    Dict(Box<[DictItem]>),
    /// `{a, b}`
    Set(Box<[Expression]>),
    /// `[element for …]`
    ListComp(Box<ComprehensionExpression>),
    /// `{element for …}`
    SetComp(Box<ComprehensionExpression>),
    /// `{key: value for …}`
    DictComp(Box<DictComp>),
    /// `(element for …)`
    GeneratorExp(Box<ComprehensionExpression>),
    /// `await value`
    Await(Box<Expression>),
    /// `yield value`
    Yield(Option<Box<Expression>>),
    /// `yield from value`
    YieldFrom(Box<Expression>),
    /// `a < b < c`
    Compare(Box<Compare>),
    /// `function(arguments)`
    Call(Box<Call>),
    /// `{value!r:spec}` within an f-string; occurs only among the parts of [`ExpressionKind::JoinedStr`].
    FormattedValue(Box<FormattedValue>),
    /// `{value!r:spec}` within a t-string; occurs only among the parts of [`ExpressionKind::TemplateStr`].
    Interpolation(Box<Interpolation>),
    /// An f-string: string constants and formatted values.
    JoinedStr(Box<[Expression]>),
    /// A t-string: string constants and interpolations.
    TemplateStr(Box<[Expression]>),
    /// A literal.
    Constant(Constant),
    /// `value.attribute`
    Attribute(Box<Attribute>),
    /// `value[index]`
    Subscript(Box<Subscript>),
    /// `*value`
    Starred(Box<Expression>),
    /// An identifier.
    Name(Name),
    /// `[a, b]`
    List(Box<[Expression]>),
    /// `a, b`
    Tuple(Box<[Expression]>),
    /// `lower:upper:step`, only as index of a subscript or within a tuple that is one.
    Slice(Box<Slice>),
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An integer from 0 to `i64::MAX`.
    Integer(i64),
    /// A larger integer.
    BigInteger(Box<BigInteger>),
    /// A float.
    Float(f64),
    /// The imaginary part of a complex literal.
    Imaginary(f64),
    /// A string in generalised UTF-8: lone surrogates, which only escapes can produce, are three bytes each.
    String(Box<[u8]>),
    /// A byte string.
    Bytes(Box<[u8]>),
}

/// An integer literal that needs more than 63 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BigInteger {
    /// The digits alone: no prefix, no underscores, at least one.
    pub digits: Box<str>,
    /// 2, 8, 10 or 16.
    pub radix: u8,
}

/// A chain of `and`, or one of `or`.
#[derive(Clone, Debug, PartialEq)]
pub struct BoolOp {
    /// Which of both.
    pub op: BoolOperator,
    /// The operands, at least two.
    pub values: Box<[Expression]>,
}

/// An assignment expression.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedExpr {
    /// The target, always a [`ExpressionKind::Name`].
    pub target: Expression,
    /// The value.
    pub value: Expression,
}

/// A binary operation.
#[derive(Clone, Debug, PartialEq)]
pub struct BinOp {
    /// The left operand.
    pub left: Expression,
    /// The operator.
    pub op: Operator,
    /// The right operand.
    pub right: Expression,
}

/// A unary operation.
#[derive(Clone, Debug, PartialEq)]
pub struct UnaryOp {
    /// The operator.
    pub op: UnaryOperator,
    /// The operand.
    pub operand: Expression,
}

/// A `lambda`.
#[derive(Clone, Debug, PartialEq)]
pub struct Lambda {
    /// The parameters, without annotations.
    pub args: Arguments,
    /// The body.
    pub body: Expression,
}

/// A conditional expression.
#[derive(Clone, Debug, PartialEq)]
pub struct IfExp {
    /// The condition in the middle.
    pub test: Expression,
    /// The value if it is true.
    pub body: Expression,
    /// The value if it is false.
    pub orelse: Expression,
}

/// One item of a dict display.
#[derive(Clone, Debug, PartialEq)]
pub struct DictItem {
    /// The key; without it the item is `**value`.
    pub key: Option<Expression>,
    /// The value.
    pub value: Expression,
}

/// A list, set or generator comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct ComprehensionExpression {
    /// The element.
    pub elt: Expression,
    /// The `for` clauses, at least one.
    pub generators: Box<[Comprehension]>,
}

/// A dict comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct DictComp {
    /// The key.
    pub key: Expression,
    /// The value.
    pub value: Expression,
    /// The `for` clauses, at least one.
    pub generators: Box<[Comprehension]>,
}

/// One `for` clause with its conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Comprehension {
    /// The target.
    pub target: Expression,
    /// What is iterated over.
    pub iter: Expression,
    /// The conditions.
    pub ifs: Box<[Expression]>,
    /// Whether it is `async for`.
    pub is_async: bool,
}

/// A chain of comparisons.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// The first operand.
    pub left: Expression,
    /// The operators with the operand behind each, at least one.
    pub comparisons: Box<[(CompareOperator, Expression)]>,
}

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What is called.
    pub func: Expression,
    /// The positional arguments; `*values` is a starred expression.
    pub args: Box<[Expression]>,
    /// The keyword arguments.
    pub keywords: Box<[Keyword]>,
}

/// A keyword argument.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The name; without it the argument is `**value`.
    pub name: Option<Name>,
    /// The value.
    pub value: Expression,
    /// Its place.
    pub range: SourceRange,
}

/// How `!s`, `!r` or `!a` converts a value before it is formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// No conversion.
    None,
    /// `!s`
    Str,
    /// `!r`, also what `=` without a format implies.
    Repr,
    /// `!a`
    Ascii,
}

/// A replacement field of an f-string.
#[derive(Clone, Debug, PartialEq)]
pub struct FormattedValue {
    /// The expression.
    pub value: Expression,
    /// The conversion.
    pub conversion: Conversion,
    /// What follows the colon, a [`ExpressionKind::JoinedStr`].
    pub format_spec: Option<Expression>,
}

/// A replacement field of a t-string.
#[derive(Clone, Debug, PartialEq)]
pub struct Interpolation {
    /// The expression.
    pub value: Expression,
    /// The expression's text in the source.
    pub text: Box<[u8]>,
    /// The conversion.
    pub conversion: Conversion,
    /// What follows the colon, a [`ExpressionKind::JoinedStr`].
    pub format_spec: Option<Expression>,
}

/// An attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// The object.
    pub value: Expression,
    /// The attribute's name.
    pub attr: Name,
}

/// A subscript.
#[derive(Clone, Debug, PartialEq)]
pub struct Subscript {
    /// The object.
    pub value: Expression,
    /// The index, slice, or tuple of those.
    pub slice: Expression,
}

/// A slice.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// The start.
    pub lower: Option<Expression>,
    /// The end.
    pub upper: Option<Expression>,
    /// The step.
    pub step: Option<Expression>,
}
