//! What a pattern means, as a tree. Flags are no part of it: the parser has worked them in.

use crate::characters::CharacterSet;
use crate::fold::{Fold, for_each_same};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// As many repetitions as there can be.
pub(crate) const UNBOUNDED: u32 = u32::MAX;

/// Where something matches that takes no characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The start of the text.
    Start,
    /// The start of a line.
    LineStart,
    /// The end of the text, or before the newline that ends it.
    End,
    /// The end of a line.
    LineEnd,
    /// The very end of the text.
    VeryEnd,
    /// Between a letter and something else; whether letters are those of Unicode.
    Boundary(bool),
    /// Where no boundary is.
    Within(bool),
}

/// How many repetitions are tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taste {
    /// As many as there are.
    Greedy,
    /// As few as will do.
    Lazy,
    /// As many as there are, and nothing else.
    Possessive,
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Empty,
    Character(u32),
    /// One of two characters: a letter in both cases.
    Either(u32, u32),
    AnyButNewline,
    Any,
    Set(Box<CharacterSet>),
    At(Place),
    Group(u32, Box<Node>),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Repeat {
        least: u32,
        most: u32,
        taste: Taste,
        body: Box<Node>,
    },
    Reference {
        group: u32,
        fold: Fold,
        width: (u64, u64),
    },
    Look {
        is_behind: bool,
        is_negative: bool,
        body: Box<Node>,
    },
    Atomic(Box<Node>),
    /// What matches if the group has matched, and what otherwise.
    Condition {
        group: u32,
        yes: Box<Node>,
        no: Box<Node>,
    },
}

impl Node {
    /// What matches a character where letters are compared so.
    pub(crate) fn character(code: u32, fold: Fold) -> Node {
        let mut same = Vec::new();
        match fold {
            Fold::None => {}
            Fold::Ascii | Fold::Locale => {
                if let Ok(byte @ (b'a'..=b'z' | b'A'..=b'Z')) = u8::try_from(code) {
                    same.push(u32::from(byte ^ 0x20));
                }
            }
            Fold::Unicode => for_each_same(code, |other| {
                if other != code && !same.contains(&other) {
                    same.push(other);
                }
            }),
        }
        match *same {
            [] => Node::Character(code),
            [other] => Node::Either(code.min(other), code.max(other)),
            _ => {
                let mut set = CharacterSet::of(code);
                same.iter().for_each(|&other| set.add(other));
                set.tidy();
                Node::Set(Box::new(set))
            }
        }
    }

    /// The set of what a node matches that is a single character.
    pub(crate) fn as_set(&self) -> Option<CharacterSet> {
        Some(match self {
            Node::Character(code) => CharacterSet::of(*code),
            Node::Either(one, two) => {
                let mut set = CharacterSet::of(*one);
                set.add(*two);
                set
            }
            Node::AnyButNewline => CharacterSet::everything(true),
            Node::Any => CharacterSet::everything(false),
            Node::Set(set) => (**set).clone(),
            _ => return None,
        })
    }

    /// Whether it matches one character, whatever else.
    pub(crate) fn is_single(&self) -> bool {
        matches!(self, Node::Character(_) | Node::Either(..) | Node::AnyButNewline | Node::Any | Node::Set(_))
    }

    /// The least and the most characters that it matches.
    pub(crate) fn width(&self) -> (u64, u64) {
        match self {
            Node::Empty | Node::At(_) | Node::Look { .. } => (0, 0),
            Node::Character(_) | Node::Either(..) | Node::AnyButNewline | Node::Any | Node::Set(_) => (1, 1),
            Node::Group(_, body) | Node::Atomic(body) => body.width(),
            Node::Sequence(parts) => parts.iter().map(Node::width).fold((0, 0), |(least, most), (low, high)| {
                (u64::saturating_add(least, low), u64::saturating_add(most, high))
            }),
            Node::Choice(parts) => either(parts.iter().map(Node::width)),
            Node::Repeat { least, most, body, .. } => {
                let (low, high) = body.width();
                let most = if *most == UNBOUNDED && high > 0 { u64::MAX } else { u64::from(*most) };
                (low.saturating_mul(u64::from(*least)), high.saturating_mul(most))
            }
            Node::Reference { width, .. } => *width,
            Node::Condition { yes, no, .. } => either([yes.width(), no.width()].into_iter()),
        }
    }
}

/// The least and the most of what one of several takes.
fn either(widths: impl Iterator<Item = (u64, u64)>) -> (u64, u64) {
    let all = widths.fold((u64::MAX, 0), |(least, most), (low, high)| (least.min(low), most.max(high)));
    if all.0 > all.1 { (0, 0) } else { all }
}
