//! Objects as the cases of a `match` statement.

use super::reading::Reader;
use super::reading_expressions::plain_constant;
use super::writing::Context;
use alloc::boxed::Box;
use ferropy_runtime::{Completion, Value};
use ferropy_syntax::tree::{MatchCase, MatchClass, MatchMapping, Pattern, PatternKind};

impl Reader<'_> {
    pub(super) fn match_case(&mut self, object: Value) -> Completion<MatchCase> {
        let node = self.node(object, "match_case")?;
        let pattern = self.field(&node, "pattern")?;
        let pattern = self.pattern(pattern)?;
        let guard = self.opt_load(&node, "guard")?;
        Ok(MatchCase { pattern, guard, body: self.block(&node, "body")? })
    }

    fn pattern(&mut self, object: Value) -> Completion<Pattern> {
        self.deeper(|reader| {
            let node = reader.node(object, "pattern")?;
            let start = reader.start(&node, "pattern")?;
            let kind = match &*node.kind {
                "MatchValue" => PatternKind::MatchValue(Box::new(reader.load(&node, "value")?)),
                "MatchSingleton" => {
                    let value = reader.field(&node, "value")?;
                    match plain_constant(value) {
                        Some(constant) if value != Value::ELLIPSIS => PatternKind::MatchSingleton(constant),
                        _ => return Err(reader.wrong("MatchSingleton can only contain True, False and None")),
                    }
                }
                "MatchSequence" => PatternKind::MatchSequence(reader.list(&node, "patterns", Self::pattern)?),
                "MatchMapping" => {
                    let keys = reader.expressions(&node, "keys", Context::Load)?;
                    let patterns = reader.list(&node, "patterns", Self::pattern)?;
                    if keys.len() != patterns.len() {
                        return Err(reader.wrong("MatchMapping doesn't have the same number of keys as patterns"));
                    }
                    let rest = reader.opt_name(&node, "rest")?;
                    PatternKind::MatchMapping(Box::new(MatchMapping { keys, patterns, rest }))
                }
                "MatchClass" => {
                    let (cls, patterns) = (reader.load(&node, "cls")?, reader.list(&node, "patterns", Self::pattern)?);
                    let kwd_attrs = reader.list(&node, "kwd_attrs", Self::identifier)?;
                    let kwd_patterns = reader.list(&node, "kwd_patterns", Self::pattern)?;
                    if kwd_attrs.len() != kwd_patterns.len() {
                        let message = "MatchClass doesn't have the same number of keyword attributes as patterns";
                        return Err(reader.wrong(message));
                    }
                    PatternKind::MatchClass(Box::new(MatchClass { cls, patterns, kwd_attrs, kwd_patterns }))
                }
                "MatchStar" => PatternKind::MatchStar(reader.opt_name(&node, "name")?),
                "MatchAs" => {
                    let inner = reader.opt_field(&node, "pattern")?;
                    let inner = inner.map(|inner| reader.pattern(inner)).transpose()?.map(Box::new);
                    let name = reader.opt_name(&node, "name")?;
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
}
