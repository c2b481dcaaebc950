//! What is valid but hardly meant: `x is 5`, `assert (x, "text")`, `[1, 2] (3)`. CPython's compiler warns about it.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use ferropy_syntax::tree::{CompareOperator, Constant, Expression, ExpressionKind, SourceRange};
use ferropy_syntax::{Warning, WarningKind};

pub(crate) fn warning(message: impl Into<Cow<'static, str>>, range: SourceRange) -> Warning {
    Warning { kind: WarningKind::Syntax, message: message.into(), range }
}

/// `return`, `break` and `continue` that leave a `finally` block (PEP 765).
pub(crate) fn leaves_finally(word: &str, range: SourceRange) -> Warning {
    warning(format!("'{word}' in a 'finally' block"), range)
}

/// `assert (test, "message")`.
pub(crate) fn of_assert(test: &Expression, range: SourceRange) -> Option<Warning> {
    match &test.kind {
        ExpressionKind::Tuple(items) if !items.is_empty() => {
            Some(warning("assertion is always true, perhaps remove parentheses?", range))
        }
        _ => None,
    }
}

/// The warnings about an expression itself, not about its parts.
pub(crate) fn of_expression(expression: &Expression, found: &mut impl FnMut(Warning)) {
    match &expression.kind {
        ExpressionKind::Compare(inner) => {
            let lefts = core::iter::once(&inner.left).chain(inner.comparisons.iter().map(|(_, right)| right));
            let mut pairs = lefts.zip(&inner.comparisons);
            if let Some(message) = pairs.find_map(|(left, (operator, right))| of_identity(*operator, left, right)) {
                found(warning(message, expression.range));
            }
        }
        ExpressionKind::Call(inner) => {
            if let Some(kind) = type_of(&inner.func).filter(|_| !is_lambda(&inner.func)) {
                let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
                found(warning(message, expression.range));
            }
        }
        ExpressionKind::Subscript(inner) => {
            if let Some(message) = of_subscript(&inner.value, &inner.slice) {
                found(warning(message, expression.range));
            }
        }
        _ => {}
    }
}

/// `is` and `is not` with a literal: equal objects need not be the same one.
fn of_identity(operator: CompareOperator, left: &Expression, right: &Expression) -> Option<String> {
    let (word, meant) = match operator {
        CompareOperator::Is => ("is", "=="),
        CompareOperator::IsNot => ("is not", "!="),
        _ => return None,
    };
    let is_constant = |item: &Expression| matches!(item.kind, ExpressionKind::Constant(_));
    let is_literal = |side: &&Expression| match &side.kind {
        ExpressionKind::Constant(constant) => {
            !matches!(constant, Constant::None | Constant::True | Constant::False | Constant::Ellipsis)
        }
        ExpressionKind::Tuple(items) => items.iter().all(is_constant),
        _ => false,
    };
    let kind = [left, right].into_iter().find(is_literal).and_then(type_of)?;
    Some(format!("\"{word}\" with '{kind}' literal. Did you mean \"{meant}\"?"))
}

/// A value that can't be subscripted, or not with such an index.
fn of_subscript(value: &Expression, index: &Expression) -> Option<String> {
    let kind = type_of(value)?;
    if !matches!(kind, "str" | "bytes" | "tuple" | "list" | "dict") {
        return Some(format!("'{kind}' object is not subscriptable; perhaps you missed a comma?"));
    }
    let given = type_of(index)?;
    if kind == "dict" || matches!(given, "int" | "bool" | "slice") {
        return None;
    }
    Some(format!("{kind} indices must be integers or slices, not {given}; perhaps you missed a comma?"))
}

fn is_lambda(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Lambda(_))
}

/// The type that an expression is certain to have.
fn type_of(expression: &Expression) -> Option<&'static str> {
    Some(match &expression.kind {
        ExpressionKind::Tuple(_) => "tuple",
        ExpressionKind::List(_) | ExpressionKind::ListComp(_) => "list",
        ExpressionKind::Dict(_) | ExpressionKind::DictComp(_) => "dict",
        ExpressionKind::Set(_) | ExpressionKind::SetComp(_) => "set",
        ExpressionKind::GeneratorExp(_) => "generator",
        ExpressionKind::Lambda(_) => "function",
        ExpressionKind::TemplateStr(_) | ExpressionKind::Interpolation(_) => "string.templatelib.Template",
        ExpressionKind::JoinedStr(_) | ExpressionKind::FormattedValue(_) => "str",
        ExpressionKind::Slice(_) => "slice",
        ExpressionKind::Constant(constant) => match constant {
            Constant::None => "NoneType",
            Constant::True | Constant::False => "bool",
            Constant::Ellipsis => "ellipsis",
            Constant::Integer(_) | Constant::BigInteger(_) => "int",
            Constant::Float(_) => "float",
            Constant::Imaginary(_) => "complex",
            Constant::String(_) => "str",
            Constant::Bytes(_) => "bytes",
        },
        _ => return None,
    })
}
