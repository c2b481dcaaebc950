//! Objects as the cases of a `match` statement.

use super::reading::{Node, Reader};
use super::reading_expressions::plain_constant;
use super::writing::Context;
use alloc::boxed::Box;
use ferropy_runtime::{Completion, Value};
use ferropy_syntax::Name;
use ferropy_syntax::tree::{
    Constant, Expression, ExpressionKind, MatchCase, MatchClass, MatchMapping, Operator, Pattern, PatternKind,
    UnaryOperator,
};

impl Reader<'_> {
    pub(super) fn match_case(&mut self, object: Value) -> Completion<MatchCase> {
        let node = self.node(object, "match_case")?;
        let pattern = self.child(&node, "pattern", "pattern")?;
        let pattern = self.pattern(pattern.object)?;
        let guard = self.opt_load(&node, "guard")?;
        Ok(MatchCase { pattern, guard, body: self.block(&node, "body")? })
    }

    fn pattern(&mut self, object: Value) -> Completion<Pattern> {
        self.deeper(|reader| {
            let node = reader.node(object, "pattern")?;
            let start = reader.start(&node, "pattern")?;
            let kind = match &*node.kind {
                "MatchValue" => {
                    let value = reader.load(&node, "value")?;
                    reader.check_literal(&value)?;
                    PatternKind::MatchValue(Box::new(value))
                }
                "MatchSingleton" => {
                    let value = reader.field(&node, "value")?;
                    match plain_constant(value) {
                        Some(constant) if value != Value::ELLIPSIS => PatternKind::MatchSingleton(constant),
                        _ => return Err(reader.wrong("MatchSingleton can only contain True, False and None")),
                    }
                }
                "MatchSequence" => PatternKind::MatchSequence(reader.list(&node, "patterns", Self::item_pattern)?),
                "MatchMapping" => {
                    let keys = reader.expressions(&node, "keys", Context::Load)?;
                    for key in &keys {
                        use Constant::{False, None, True};
                        if !matches!(key.kind, ExpressionKind::Constant(None | True | False)) {
                            reader.check_literal(key)?;
                        }
                    }
                    let patterns = reader.list(&node, "patterns", Self::pattern)?;
                    if keys.len() != patterns.len() {
                        return Err(reader.wrong("MatchMapping doesn't have the same number of keys as patterns"));
                    }
                    let rest = reader.opt_capture(&node, "rest")?;
                    PatternKind::MatchMapping(Box::new(MatchMapping { keys, patterns, rest }))
                }
                "MatchClass" => {
                    let cls = reader.load(&node, "cls")?;
                    let mut part = &cls;
                    while let ExpressionKind::Attribute(attribute) = &part.kind {
                        part = &attribute.value;
                    }
                    if !matches!(part.kind, ExpressionKind::Name(_)) {
                        let message = "MatchClass cls field can only contain Name or Attribute nodes.";
                        return Err(reader.wrong(message));
                    }
                    let patterns = reader.list(&node, "patterns", Self::pattern)?;
                    let kwd_attrs = reader.list(&node, "kwd_attrs", Self::identifier)?;
                    let kwd_patterns = reader.list(&node, "kwd_patterns", Self::pattern)?;
                    if kwd_attrs.len() != kwd_patterns.len() {
                        let message = "MatchClass doesn't have the same number of keyword attributes as patterns";
                        return Err(reader.wrong(message));
                    }
                    PatternKind::MatchClass(Box::new(MatchClass { cls, patterns, kwd_attrs, kwd_patterns }))
                }
                "MatchStar" => return Err(reader.wrong("can't use MatchStar here")),
                "MatchAs" => {
                    let inner = reader.opt_field(&node, "pattern")?;
                    let inner = inner.map(|inner| reader.pattern(inner)).transpose()?.map(Box::new);
                    let name = reader.opt_capture(&node, "name")?;
                    if inner.is_some() && name.is_none() {
                        return Err(reader.wrong("MatchAs must specify a target name if a pattern is given"));
                    }
                    PatternKind::MatchAs(inner, name)
                }
                _ => {
                    let patterns = reader.list(&node, "patterns", Self::pattern)?;
                    if patterns.len() < 2 {
                        return Err(reader.wrong("MatchOr requires at least 2 patterns"));
                    }
                    PatternKind::MatchOr(patterns)
                }
            };
            Ok(Pattern { kind, range: reader.range(&node, start)? })
        })
    }

    /// A pattern in a sequence, which may stand for several items.
    fn item_pattern(&mut self, object: Value) -> Completion<Pattern> {
        let node = self.node(object, "pattern")?;
        if node.kind != "MatchStar" {
            return self.pattern(object);
        }
        let start = self.start(&node, "pattern")?;
        let kind = PatternKind::MatchStar(self.opt_capture(&node, "name")?);
        Ok(Pattern { kind, range: self.range(&node, start)? })
    }

    /// The name that a pattern binds, if any.
    fn opt_capture(&mut self, node: &Node, field: &str) -> Completion<Option<Name>> {
        if let Some(name) = self.opt_field(node, field)?
            && self.iso.as_str(name).is_some()
            && self.iso.name_text(name) == "_"
        {
            return Err(self.wrong("can't capture name '_' in patterns"));
        }
        self.opt_name(node, field)
    }

    /// That a value is one with which a pattern may compare.
    fn check_literal(&mut self, value: &Expression) -> Completion<()> {
        use Constant::{Ellipsis, False, None, True};
        let message = match &value.kind {
            ExpressionKind::Attribute(_) | ExpressionKind::JoinedStr(_) => return Ok(()),
            ExpressionKind::Constant(None | True | False | Ellipsis) => {
                "unexpected constant inside of a literal pattern"
            }
            ExpressionKind::Constant(_) => return Ok(()),
            ExpressionKind::UnaryOp(_) if is_number(value, true) => return Ok(()),
            ExpressionKind::BinOp(sum)
                if matches!(sum.op, Operator::Add | Operator::Sub)
                    && is_number(&sum.left, false)
                    && matches!(sum.right.kind, ExpressionKind::Constant(Constant::Imaginary(_))) =>
            {
                return Ok(());
            }
            _ => "patterns may only match literals and attribute lookups",
        };
        Err(self.wrong(message))
    }
}

/// Whether it is a number with or without a sign.
fn is_number(value: &Expression, may_be_imaginary: bool) -> bool {
    let literal = match &value.kind {
        ExpressionKind::UnaryOp(negated) if matches!(negated.op, UnaryOperator::USub) => &negated.operand,
        _ => value,
    };
    match &literal.kind {
        ExpressionKind::Constant(Constant::Integer(_) | Constant::BigInteger(_) | Constant::Float(_)) => true,
        ExpressionKind::Constant(Constant::Imaginary(_)) => may_be_imaginary,
        _ => false,
    }
}
