//! The syntax tree of a Python 3.14 program.
//!
//! Shape and names follow the abstract grammar of the `ast` module, so that its documentation is also the documentation
//! of this file. The differences serve small memories:
//! - `elif` branches lie in one list instead of nesting, so that long chains stay flat;
//! - there is no expression context: a node's place in its parent says whether it is loaded, stored or deleted;
//! - identifiers are numbers into the [`Names`](crate::Names) of the parse result;
//! - positions are byte offsets into the source, which `Source` turns into lines and columns.
//!
//! No path from the root is longer than `Options::max_depth` allows, chains of operators, calls and
//! attributes included. Consumers may therefore recurse, and dropping a tree needs little stack.

use crate::names::Name;
use alloc::boxed::Box;

/// A part of the source text: byte offsets from `start` up to, but not including, `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceRange {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl SourceRange {
    /// The range from `start` up to `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The range from the start of `self` to the end of `last`.
    #[must_use]
    pub const fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end }
    }
}

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

/// A statement and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Which statement it is.
    pub kind: StatementKind,
    /// From its first keyword (for a decorated definition `def` or `class`) to the end of its last part.
    pub range: SourceRange,
}

/// The statements.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementKind {
    /// `def f(…): …`
    FunctionDef(Box<FunctionDef>),
    /// `async def f(…): …`
    AsyncFunctionDef(Box<FunctionDef>),
    /// `class C(…): …`
    ClassDef(Box<ClassDef>),
    /// `return value`
    Return(Option<Box<Expression>>),
    /// `del targets`
    Delete(Box<[Expression]>),
    /// `a = b = value`
    Assign(Box<Assign>),
    /// `type name[…] = value`
    TypeAlias(Box<TypeAlias>),
    /// `target += value`
    AugAssign(Box<AugAssign>),
    /// `target: annotation = value`
    AnnAssign(Box<AnnAssign>),
    /// `for target in iter: …`
    For(Box<For>),
    /// `async for target in iter: …`
    AsyncFor(Box<For>),
    /// `while test: …`
    While(Box<While>),
    /// `if test: …`
    If(Box<If>),
    /// `with items: …`
    With(Box<With>),
    /// `async with items: …`
    AsyncWith(Box<With>),
    /// `match subject: …`
    Match(Box<Match>),
    /// `raise exception from cause`
    Raise(Box<Raise>),
    /// `try: … except: …`
    Try(Box<Try>),
    /// `try: … except* E: …`
    TryStar(Box<Try>),
    /// `assert test, message`
    Assert(Box<Assert>),
    /// `import a.b as c`
    Import(Box<[Alias]>),
    /// `from a.b import c as d`
    ImportFrom(Box<ImportFrom>),
    /// `global names`
    Global(Box<[Name]>),
    /// `nonlocal names`
    Nonlocal(Box<[Name]>),
    /// An expression as a statement.
    Expr(Box<Expression>),
    /// `pass`
    Pass,
    /// `break`
    Break,
    /// `continue`
    Continue,
}

/// A function definition.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    /// The function's name.
    pub name: Name,
    /// Its type parameters.
    pub type_params: Box<[TypeParam]>,
    /// Its parameters.
    pub args: Arguments,
    /// Its statements, at least one.
    pub body: Box<[Statement]>,
    /// Its decorators, outermost first.
    pub decorators: Box<[Expression]>,
    /// The annotation behind `->`.
    pub returns: Option<Expression>,
}

/// A class definition.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassDef {
    /// The class's name.
    pub name: Name,
    /// Its type parameters.
    pub type_params: Box<[TypeParam]>,
    /// Its bases; `*bases` is a starred expression.
    pub bases: Box<[Expression]>,
    /// Its keyword arguments, `metaclass` among them.
    pub keywords: Box<[Keyword]>,
    /// Its statements, at least one.
    pub body: Box<[Statement]>,
    /// Its decorators, outermost first.
    pub decorators: Box<[Expression]>,
}

/// An assignment.
#[derive(Clone, Debug, PartialEq)]
pub struct Assign {
    /// What is assigned to, from left to right; at least one.
    pub targets: Box<[Expression]>,
    /// What is assigned.
    pub value: Expression,
}

/// A `type` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeAlias {
    /// The name, always a [`ExpressionKind::Name`].
    pub name: Expression,
    /// Its type parameters.
    pub type_params: Box<[TypeParam]>,
    /// The aliased type.
    pub value: Expression,
}

/// An augmented assignment.
#[derive(Clone, Debug, PartialEq)]
pub struct AugAssign {
    /// A name, attribute or subscript.
    pub target: Expression,
    /// The operator without its `=`.
    pub op: Operator,
    /// The right operand.
    pub value: Expression,
}

/// An annotated assignment or declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnAssign {
    /// A name, attribute or subscript.
    pub target: Expression,
    /// The annotation.
    pub annotation: Expression,
    /// The assigned value, if any.
    pub value: Option<Expression>,
    /// Whether the target is a name without parentheses, which makes it a local variable.
    pub simple: bool,
}

/// A `for` loop.
#[derive(Clone, Debug, PartialEq)]
pub struct For {
    /// The loop's target.
    pub target: Expression,
    /// What is iterated over.
    pub iter: Expression,
    /// The loop's body.
    pub body: Box<[Statement]>,
    /// What runs if the loop was not left by `break`; may be empty.
    pub orelse: Box<[Statement]>,
}

/// A `while` loop.
#[derive(Clone, Debug, PartialEq)]
pub struct While {
    /// The condition.
    pub test: Expression,
    /// The loop's body.
    pub body: Box<[Statement]>,
    /// What runs if the loop was not left by `break`; may be empty.
    pub orelse: Box<[Statement]>,
}

/// An `if` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct If {
    /// The condition behind `if`.
    pub test: Expression,
    /// What runs if it is true.
    pub body: Box<[Statement]>,
    /// The `elif` branches in order.
    pub elifs: Box<[Elif]>,
    /// The statements behind `else`; may be empty.
    pub orelse: Box<[Statement]>,
}

/// One `elif` branch.
#[derive(Clone, Debug, PartialEq)]
pub struct Elif {
    /// The condition.
    pub test: Expression,
    /// What runs if it is true and no earlier one was.
    pub body: Box<[Statement]>,
    /// From `elif` to the end of this branch's body.
    pub range: SourceRange,
}

/// A `with` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct With {
    /// The context managers, at least one.
    pub items: Box<[WithItem]>,
    /// The body.
    pub body: Box<[Statement]>,
}

/// One context manager of a `with` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The expression whose value is entered.
    pub context: Expression,
    /// The target behind `as`.
    pub target: Option<Expression>,
}

/// A `match` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The subject.
    pub subject: Expression,
    /// The cases, at least one.
    pub cases: Box<[MatchCase]>,
}

/// One `case` block.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: Pattern,
    /// The condition behind `if`.
    pub guard: Option<Expression>,
    /// The body.
    pub body: Box<[Statement]>,
}

/// A `raise` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Raise {
    /// The exception; without it the current one is raised again.
    pub exc: Option<Expression>,
    /// The expression behind `from`.
    pub cause: Option<Expression>,
}

/// A `try` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Try {
    /// The guarded statements.
    pub body: Box<[Statement]>,
    /// The `except` blocks; may be empty if there is a `finally`.
    pub handlers: Box<[ExceptHandler]>,
    /// The `else` block; may be empty.
    pub orelse: Box<[Statement]>,
    /// The `finally` block; may be empty.
    pub finalbody: Box<[Statement]>,
}

/// One `except` block.
#[derive(Clone, Debug, PartialEq)]
pub struct ExceptHandler {
    /// What is caught; without it everything is.
    pub exception: Option<Expression>,
    /// The name behind `as`.
    pub name: Option<Name>,
    /// The body.
    pub body: Box<[Statement]>,
    /// From `except` to the end of the body.
    pub range: SourceRange,
}

/// An `assert` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Assert {
    /// The condition.
    pub test: Expression,
    /// The message.
    pub message: Option<Expression>,
}

/// A `from … import` statement.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportFrom {
    /// The dotted module name, absent in `from . import x`.
    pub module: Option<Name>,
    /// The imported names; `*` is a single alias of that name.
    pub names: Box<[Alias]>,
    /// The number of leading dots.
    pub level: u32,
}

/// `name as asname` in an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// The name, with its dots.
    pub name: Name,
    /// The name behind `as`.
    pub asname: Option<Name>,
    /// Its place.
    pub range: SourceRange,
}

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

/// The binary arithmetic operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mult,
    /// `@`
    MatMult,
    /// `/`
    Div,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `|`
    BitOr,
    /// `^`
    BitXor,
    /// `&`
    BitAnd,
    /// `//`
    FloorDiv,
}

/// The unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `~`
    Invert,
    /// `not`
    Not,
    /// `+`
    UAdd,
    /// `-`
    USub,
}

/// The short-circuiting operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOperator {
    /// `and`
    And,
    /// `or`
    Or,
}

/// The comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOperator {
    /// `==`
    Eq,
    /// `!=`
    NotEq,
    /// `<`
    Lt,
    /// `<=`
    LtE,
    /// `>`
    Gt,
    /// `>=`
    GtE,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
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
