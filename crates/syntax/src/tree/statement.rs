//! Statements. Language reference, chapters 7 and 8.

use super::{Arguments, Expression, Keyword, Operator, Pattern, SourceRange, TypeParam};
use crate::names::Name;
use alloc::boxed::Box;

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
    /// The name, always a [`ExpressionKind::Name`](super::ExpressionKind::Name).
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
