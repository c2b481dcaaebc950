//! What is assigned to, deleted and matched.

use super::{Collector, Done};
use ferropy_syntax::tree::{Expression, ExpressionKind, Pattern, PatternKind};

impl Collector<'_> {
    pub(super) fn target(&mut self, target: &Expression) -> Done {
        match &target.kind {
            ExpressionKind::Name(name) => self.bind(*name, target.range),
            ExpressionKind::Starred(inner) => self.target(inner),
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().try_for_each(|item| self.target(item))
            }
            ExpressionKind::Attribute(attribute) => {
                self.check_name(attribute.attr, target.range)?;
                self.expression(&attribute.value)
            }
            ExpressionKind::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)
            }
            _ => self.expression(target),
        }
    }

    pub(super) fn delete(&mut self, target: &Expression) -> Done {
        match &target.kind {
            ExpressionKind::Name(name) => {
                if self.names.text(*name) == "__debug__" {
                    return Err(("cannot delete __debug__".into(), target.range));
                }
                self.note(*name, |found| {
                    found.bound = true;
                    found.assigned = true;
                    found.deleted = true;
                });
                Ok(())
            }
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().try_for_each(|item| self.delete(item))
            }
            ExpressionKind::Attribute(attribute) if self.names.text(attribute.attr) == "__debug__" => {
                Err(("cannot delete __debug__".into(), target.range))
            }
            _ => self.target(target),
        }
    }

    pub(super) fn pattern(&mut self, pattern: &Pattern) -> Done {
        match &pattern.kind {
            PatternKind::MatchValue(value) => self.expression(value),
            PatternKind::MatchSingleton(_) | PatternKind::MatchStar(None) => Ok(()),
            PatternKind::MatchStar(Some(name)) => self.bind(*name, pattern.range),
            PatternKind::MatchSequence(patterns) | PatternKind::MatchOr(patterns) => {
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))
            }
            PatternKind::MatchMapping(mapping) => {
                mapping.keys.iter().try_for_each(|key| self.expression(key))?;
                mapping.patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                match mapping.rest {
                    Some(rest) => self.bind(rest, pattern.range),
                    None => Ok(()),
                }
            }
            PatternKind::MatchClass(class) => {
                self.expression(&class.cls)?;
                for (&name, pattern) in class.kwd_attrs.iter().zip(&class.kwd_patterns) {
                    self.check_name(name, pattern.range)?;
                }
                class.patterns.iter().chain(&class.kwd_patterns).try_for_each(|pattern| self.pattern(pattern))
            }
            PatternKind::MatchAs(inner, name) => {
                if let Some(inner) = inner {
                    self.pattern(inner)?;
                }
                match name {
                    Some(name) => self.bind(*name, pattern.range),
                    None => Ok(()),
                }
            }
        }
    }
}
