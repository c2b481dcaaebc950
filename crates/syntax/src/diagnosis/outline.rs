//! Outlines: what the diagnosis remembers of an expression. A kind, a range, and the parts that matter for targets and
//! arguments; no values.

use crate::tree::SourceRange;
use alloc::vec::Vec;

/// What an outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Arguments,
    Attribute,
    Await,
    BinOp,
    BoolOp,
    Call,
    Compare,
    /// A comparison whose first operator is `in`.
    CompareIn,
    Dict,
    DictComp,
    Ellipsis,
    False,
    GeneratorExp,
    IfExp,
    JoinedStr,
    Keyword,
    Lambda,
    List,
    ListComp,
    Literal,
    Name,
    NamedExpr,
    None,
    Parameter,
    Pattern,
    Set,
    SetComp,
    Slice,
    Starred,
    Statement,
    Subscript,
    TemplateStr,
    True,
    Tuple,
    UnaryOp,
    UnpackedKeywords,
    Yield,
}

impl Kind {
    /// What messages call it.
    pub(super) const fn description(self) -> &'static str {
        match self {
            Self::Attribute => "attribute",
            Self::Await => "await expression",
            Self::BinOp | Self::BoolOp | Self::UnaryOp => "expression",
            Self::Call => "function call",
            Self::Compare | Self::CompareIn => "comparison",
            Self::Dict => "dict literal",
            Self::DictComp => "dict comprehension",
            Self::Ellipsis => "ellipsis",
            Self::False => "False",
            Self::GeneratorExp => "generator expression",
            Self::IfExp => "conditional expression",
            Self::JoinedStr => "f-string expression",
            Self::Lambda => "lambda",
            Self::List => "list",
            Self::ListComp => "list comprehension",
            Self::Literal => "literal",
            Self::Name => "name",
            Self::NamedExpr => "named expression",
            Self::None => "None",
            Self::Set => "set display",
            Self::SetComp => "set comprehension",
            Self::Starred => "starred",
            Self::Subscript => "subscript",
            Self::TemplateStr => "t-string expression",
            Self::True => "True",
            Self::Tuple => "tuple",
            Self::Yield => "yield expression",
            // These never take the place of an expression in a message.
            Self::Arguments
            | Self::Keyword
            | Self::Parameter
            | Self::Pattern
            | Self::Slice
            | Self::Statement
            | Self::UnpackedKeywords => "expression",
        }
    }
}

/// The index of an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OutlineId(u32);

/// An outline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    pub(super) kind: Kind,
    pub(super) range: SourceRange,
    first_child: u32,
    child_count: u32,
}

/// All outlines of one diagnosis.
#[derive(Debug, Default)]
pub(super) struct Outlines {
    outlines: Vec<Outline>,
    children: Vec<OutlineId>,
}

/// How an expression would be used as a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TargetUse {
    Assign,
    For,
    Delete,
}

impl Outlines {
    /// Enters an outline.
    pub(super) fn add(&mut self, kind: Kind, range: SourceRange, children: &[OutlineId]) -> OutlineId {
        let first_child = self.children.len() as u32;
        self.children.extend_from_slice(children);
        self.outlines.push(Outline { kind, range, first_child, child_count: children.len() as u32 });
        OutlineId(self.outlines.len() as u32 - 1)
    }

    /// An outline.
    pub(super) fn get(&self, id: OutlineId) -> Outline {
        let nothing = Outline { kind: Kind::Statement, range: SourceRange::default(), first_child: 0, child_count: 0 };
        self.outlines.get(id.0 as usize).copied().unwrap_or(nothing)
    }

    /// The parts of an outline.
    pub(super) fn children(&self, id: OutlineId) -> &[OutlineId] {
        let outline = self.get(id);
        let first = outline.first_child as usize;
        self.children.get(first..first + outline.child_count as usize).unwrap_or(&[])
    }

    /// The first part of an expression that cannot be the target it would be, if there is one.
    pub(super) fn invalid_target(&self, id: OutlineId, target_use: TargetUse) -> Option<OutlineId> {
        // A stack of its own: nesting is the input's choice.
        let mut pending = alloc::vec![id];
        while let Some(id) = pending.pop() {
            let children = self.children(id);
            match self.get(id).kind {
                Kind::Name | Kind::Attribute | Kind::Subscript => {}
                Kind::Tuple | Kind::List => pending.extend(children.iter().rev()),
                Kind::Starred if target_use != TargetUse::Delete => pending.extend(children.first()),
                Kind::CompareIn if target_use == TargetUse::For => pending.extend(children.first()),
                Kind::Compare if target_use == TargetUse::For => {}
                _ => return Some(id),
            }
        }
        None
    }
}
