//! Targets: the expressions that can be assigned to or deleted. Language reference 7.2 and 7.5.
//!
//! They are read as expressions and checked afterwards, since what follows them decides whether they are targets.

use super::expressions::level;
use super::{Invalid, Parse, Parser};
use crate::token::TokenKind;
use crate::tree::{Expression, ExpressionKind};
use alloc::boxed::Box;
use alloc::vec;

/// What is done with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TargetRole {
    /// Assigned to: may be a tuple or list, with stars.
    Assign,
    /// Deleted: may be a tuple or list, without stars.
    Delete,
    /// Assigned to with an operator or annotation: one name, attribute or subscript.
    Single,
}

impl<'s> Parser<'s> {
    /// `star_targets`: the targets of a `for`.
    pub(super) fn target_list(&mut self) -> Parse<Expression> {
        let start = self.start();
        let first = self.target(TargetRole::Assign)?;
        if !self.at(TokenKind::Comma) {
            return Ok(first);
        }
        let mut elements = vec![first];
        while self.accept(TokenKind::Comma) {
            if self.at(TokenKind::In) {
                break;
            }
            let item = self.target(TargetRole::Assign)?;
            self.append(&mut elements, item)?;
        }
        Ok(self.node(ExpressionKind::Tuple(elements.into()), start))
    }

    /// `star_target`, `del_target` or `single_target`
    pub(super) fn target(&mut self, role: TargetRole) -> Parse<Expression> {
        let start = self.start();
        let starred = role == TargetRole::Assign && self.accept(TokenKind::Star);
        let target = self.operators(level::BIT_OR)?;
        self.check_target(&target, role)?;
        if !starred {
            return Ok(target);
        }
        Ok(self.node(ExpressionKind::Starred(Box::new(target)), start))
    }

    /// Fails if an expression cannot be a target.
    pub(super) fn check_target(&mut self, target: &Expression, role: TargetRole) -> Parse<()> {
        // A tree's height is limited, so that this may recurse.
        match &target.kind {
            ExpressionKind::Name(_) | ExpressionKind::Attribute(_) | ExpressionKind::Subscript(_) => Ok(()),
            ExpressionKind::Tuple(elements) | ExpressionKind::List(elements) if role != TargetRole::Single => {
                elements.iter().try_for_each(|element| self.check_target(element, role))
            }
            ExpressionKind::Starred(value) if role == TargetRole::Assign => {
                // A star before a star is no target.
                if matches!(value.kind, ExpressionKind::Starred(_)) {
                    Err(Invalid)
                } else {
                    self.check_target(value, role)
                }
            }
            _ => Err(Invalid),
        }
    }
}
