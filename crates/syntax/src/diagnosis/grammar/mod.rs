//! The grammar of Python as the diagnosis needs it: every production, and beside the productions the rules for what is
//! wrong with a program. Names and order follow the full grammar specification of the Language reference, because which
//! of several possible errors is reported depends on the order in which they are looked for.

pub(super) mod arguments;
pub(super) mod compound;
pub(super) mod expressions;
pub(super) mod parameters;
pub(super) mod patterns;
pub(super) mod statements;
pub(super) mod strings;
pub(super) mod targets;

/// What the files of the grammar have in common.
mod prelude {
    pub(super) use super::super::outline::Kind;
    pub(super) use super::super::peg::{
        Check, Peg, Rule, Slot, a, alt, and, any, b, commas, grow, inv, many, node, not, opt, r, raise,
        raise_indentation, rules, seq, some, t,
    };
    pub(super) use super::super::report::{Place, Report};
    pub(super) use crate::token::TokenKind;
}
