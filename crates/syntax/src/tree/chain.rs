//! Chains: `a.b.c`, `f()()`, `x[0][1]`, `a + b + c`. They group to the left, so the tree of a chain leans to the left
//! and is as high as the chain is long. Programs write (and generate) chains of thousands, so nothing may recurse along
//! one: who walks trees goes along [`Expression::first_operand`] in a loop, and so does what drops them.

use super::{Attribute, BinOp, Call, Constant, Expression, ExpressionKind, Subscript};

impl Expression {
    /// For a link of a chain what stands in front of it: the left operand, the object, the function.
    #[must_use]
    pub fn first_operand(&self) -> Option<&Expression> {
        match &self.kind {
            ExpressionKind::BinOp(link) => Some(&link.left),
            ExpressionKind::Call(link) => Some(&link.func),
            ExpressionKind::Attribute(link) => Some(&link.value),
            ExpressionKind::Subscript(link) => Some(&link.value),
            _ => None,
        }
    }

    /// Whether the expression is a chain of more links than `most`.
    #[must_use]
    pub fn is_chain_longer_than(&self, most: usize) -> bool {
        core::iter::successors(self.first_operand(), |link| link.first_operand()).nth(most).is_some()
    }

    /// Drops a chain link by link, from the last one on; this is the operand that stands first in what is being dropped.
    fn take_apart(&mut self) {
        let empty = || ExpressionKind::Constant(Constant::None);
        if self.first_operand().is_none() {
            return;
        }
        let mut kind = core::mem::replace(&mut self.kind, empty());
        loop {
            let first = match &mut kind {
                ExpressionKind::BinOp(link) => &mut link.left,
                ExpressionKind::Call(link) => &mut link.func,
                ExpressionKind::Attribute(link) => &mut link.value,
                ExpressionKind::Subscript(link) => &mut link.value,
                _ => return,
            };
            // The link is dropped by the assignment, without what stood first in it.
            kind = core::mem::replace(&mut first.kind, empty());
        }
    }
}

impl Drop for BinOp {
    fn drop(&mut self) {
        self.left.take_apart();
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.func.take_apart();
    }
}

impl Drop for Attribute {
    fn drop(&mut self) {
        self.value.take_apart();
    }
}

impl Drop for Subscript {
    fn drop(&mut self) {
        self.value.take_apart();
    }
}
