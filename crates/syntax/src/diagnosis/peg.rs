//! The notation of the diagnosis grammar.
//!
//! A rule is a constant tree of [`Peg`] nodes: a parsing expression grammar (Bryan Ford, 2004), whose choices are ordered
//! and whose repetitions are greedy. Such a table costs a fraction of the flash that code for the same rules would.

use super::outline::Kind;
use super::report::Report;
use crate::token::TokenKind;

/// A parsing expression.
pub(super) enum Peg {
    /// A token of a kind.
    Token(TokenKind),
    /// A name with this text: a soft keyword.
    Word(&'static str),
    /// A name with the text of any soft keyword.
    AnySoftKeyword,
    /// A rule.
    Rule(&'static Rule),
    /// A rule that matches only what is wrong; it is tried in the second pass alone.
    Invalid(&'static Rule),
    /// All of these, one behind the other.
    Seq(&'static [Peg]),
    /// The first of these that matches.
    Choice(&'static [Peg]),
    /// This or nothing.
    Opt(&'static Peg),
    /// This as often as it matches.
    Many(&'static Peg),
    /// This at least once.
    Some(&'static Peg),
    /// This at least once, with commas (or another token) between.
    Gather(&'static Peg, TokenKind),
    /// This follows; nothing is consumed.
    And(&'static Peg),
    /// This does not follow.
    Not(&'static Peg),
    /// From here on the enclosing choice has no further alternatives.
    Cut,
    /// A token without which the program is wrong.
    Expect(TokenKind),
    /// This, without rules for what is wrong.
    Quiet(&'static Peg),
    /// This, remembered in one of the rule's two slots.
    Save(Slot, &'static Peg),
    /// This as one outline node, with the outlines within as children.
    Node(Kind, &'static Peg),
    /// The outline on top of the stack continued by this: left-associative operators and trailers.
    Grow(Kind, &'static Peg),
    /// This, without its outlines.
    Bare(&'static Peg),
    /// Matches nothing if a condition holds.
    If(Check),
    /// Ends everything with an error.
    Raise(&'static Report),
}

/// One of the two things a rule can remember for its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    A,
    B,
}

/// Conditions that are not a matter of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// Slot A is `print` or `exec`.
    Legacy,
    /// Slot A is neither.
    NotLegacy,
    /// The last token is within brackets.
    InBrackets,
    /// The call in slot A has more than one positional argument.
    SeveralArguments,
    /// Slot B is an exclamation mark and slot A the name behind it, without blanks between.
    ConversionAttached,
    /// Slot A is empty or the name of a conversion.
    ConversionKnown,
    /// The string literal that was just passed has a value.
    StringDecodes,
    /// The literals of the current rule can be joined; replaces their outlines by one.
    StringsJoin,
}

/// A rule.
pub(super) struct Rule {
    pub(super) body: Peg,
    /// Whether results are kept, so that no second try reads the same tokens again.
    pub(super) memo: bool,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $([$memo:ident])? = $body:expr;)*) => {
        $(
            $(#[$doc])*
            pub(in crate::diagnosis) static $name: Rule = Rule { body: $body, memo: rules!(@ $($memo)?) };
        )*
    };
    (@) => { false };
    (@ memo) => { true };
}

macro_rules! t {
    ($kind:ident) => {
        Peg::Token(TokenKind::$kind)
    };
}
macro_rules! any {
    ($($kind:ident)*) => {
        Peg::Choice(&[$(Peg::Token(TokenKind::$kind)),*])
    };
}
macro_rules! r {
    ($rule:ident) => {
        Peg::Rule(&$rule)
    };
}
macro_rules! inv {
    ($rule:ident) => {
        Peg::Invalid(&$rule)
    };
}
macro_rules! seq {
    ($($part:expr),* $(,)?) => {
        Peg::Seq(&[$($part),*])
    };
}
macro_rules! alt {
    ($($part:expr),* $(,)?) => {
        Peg::Choice(&[$($part),*])
    };
}
macro_rules! opt {
    ($($part:expr),* $(,)?) => {
        Peg::Opt(&Peg::Seq(&[$($part),*]))
    };
}
macro_rules! many {
    ($($part:expr),* $(,)?) => {
        Peg::Many(&Peg::Seq(&[$($part),*]))
    };
}
macro_rules! some {
    ($($part:expr),* $(,)?) => {
        Peg::Some(&Peg::Seq(&[$($part),*]))
    };
}
macro_rules! commas {
    ($part:expr) => {
        Peg::Gather(&$part, TokenKind::Comma)
    };
}
macro_rules! not {
    ($part:expr) => {
        Peg::Not(&$part)
    };
}
macro_rules! and {
    ($part:expr) => {
        Peg::And(&$part)
    };
}
macro_rules! a {
    ($part:expr) => {
        Peg::Save(Slot::A, &$part)
    };
}
macro_rules! b {
    ($part:expr) => {
        Peg::Save(Slot::B, &$part)
    };
}
macro_rules! node {
    ($kind:ident, $($part:expr),* $(,)?) => {
        Peg::Node(Kind::$kind, &Peg::Seq(&[$($part),*]))
    };
}
macro_rules! grow {
    ($kind:ident, $($part:expr),* $(,)?) => {
        Peg::Grow(Kind::$kind, &Peg::Seq(&[$($part),*]))
    };
}
/// An error at a place; the message may contain `{a}` for what slot A is and `{line}` for its line.
macro_rules! raise {
    ($place:ident, $message:expr) => {
        Peg::Raise(&Report { indentation: false, place: Place::$place, message: $message })
    };
}
/// An `IndentationError` at the last token.
macro_rules! raise_indentation {
    ($message:expr) => {
        Peg::Raise(&Report { indentation: true, place: Place::LastToken, message: $message })
    };
}

pub(super) use {
    a, alt, and, any, b, commas, grow, inv, many, node, not, opt, r, raise, raise_indentation, rules, seq, some, t,
};
