//! Scopes: which names a piece of code binds, and what each name means there (Language reference 4.2).
//!
//! [`collect`] walks the tree once and notes for each scope what happens to its names; [`resolve`] then decides for
//! each name whether it is local, shared with an inner function through a cell, captured from an outer one, or
//! global. Comprehensions but generator expressions are scopes that run in the frame of the code around them
//! (PEP 709): they have names of their own, but no cells of their own frame.

mod collect;
mod resolve;

use crate::sorted::Map;
use alloc::vec::Vec;
use ferropy_syntax::tree::SourceRange;
use ferropy_syntax::{Name, Names};

pub(crate) use collect::{Collector, SHORT, annotations_of};
pub(crate) use resolve::resolve;

/// What kind of code a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScopeKind {
    /// A module, `exec` or `eval`.
    Module,
    /// A function, lambda or generator expression.
    Function,
    /// A class body.
    Class,
    /// A list, set or dict comprehension: part of the frame around it.
    Comprehension,
    /// What computes annotations, type parameters, or the value of a `type` statement: a function that sees the names
    /// of a class around it.
    Annotation,
}

/// What happens to a name in a scope.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Use {
    pub(crate) bound: bool,
    pub(crate) used: bool,
    /// Bound in another way than by an import.
    pub(crate) assigned: bool,
    pub(crate) parameter: bool,
    pub(crate) global: Option<SourceRange>,
    pub(crate) nonlocal: Option<SourceRange>,
    /// Deleted somewhere: never taken to be bound.
    pub(crate) deleted: bool,
    /// Bound as the target of a comprehension's `for`.
    pub(crate) iteration: bool,
    /// Annotated without `global`.
    pub(crate) annotated: bool,
}

/// What a name means in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A register of the frame.
    Local,
    /// A cell in a register of the frame.
    Cell,
    /// A cell of the running function.
    Free,
    /// A global, declared so.
    GlobalExplicit,
    /// A global because nothing binds it.
    GlobalImplicit,
    /// Whatever it means in the scope around the comprehension.
    Outer,
}

/// A scope and what is known of its names.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) kind: ScopeKind,
    pub(crate) uses: Map<Name, Use>,
    /// The names in the order in which they are bound first: parameters first.
    pub(crate) order: Vec<Name>,
    pub(crate) meanings: Map<Name, Meaning>,
    /// Captured names in order.
    pub(crate) free: Vec<Name>,
    pub(crate) children: Vec<usize>,
    pub(crate) is_generator: bool,
    pub(crate) is_coroutine: bool,
    pub(crate) returns_value: Option<SourceRange>,
    /// An assignment expression occurs.
    pub(crate) has_walrus: bool,
    /// The class needs a cell of `__class__`, or of its namespace.
    pub(crate) needs_class: bool,
    pub(crate) needs_class_dict: bool,
    /// The scope can see the names of the class right around it.
    pub(crate) in_class: bool,
    /// An annotation of a name occurs in the scope itself.
    pub(crate) has_annotations: bool,
    /// What messages call the scope, for those in which not every expression may stand: "an annotation", "a type alias",
    /// "set comprehension".
    pub(crate) title: &'static str,
    /// A comprehension or generator expression that is asynchronous: by a clause, or by what it awaits.
    pub(crate) awaits: bool,
}

impl Scope {
    pub(crate) fn new(kind: ScopeKind) -> Scope {
        Scope {
            kind,
            uses: Map::new(),
            order: Vec::new(),
            meanings: Map::new(),
            free: Vec::new(),
            children: Vec::new(),
            is_generator: false,
            is_coroutine: false,
            returns_value: None,
            has_walrus: false,
            needs_class: false,
            needs_class_dict: false,
            in_class: false,
            has_annotations: false,
            title: "",
            awaits: false,
        }
    }

    /// Whether names bound here are locals of a frame.
    pub(crate) fn is_function(&self) -> bool {
        matches!(self.kind, ScopeKind::Function | ScopeKind::Annotation)
    }
}

/// All scopes of a program. Scopes are found again by the address of the node that opens them and a part number.
#[derive(Debug, Default)]
pub(crate) struct ScopeTable {
    pub(crate) scopes: Vec<Scope>,
    pub(crate) by_node: Map<(usize, u8), usize>,
}

impl Scope {
    /// Where a name is declared `nonlocal`.
    fn nonlocal(&self, name: &Name) -> Option<u32> {
        self.uses.get(name).and_then(|found| found.nonlocal).map(|range| range.start)
    }
}

impl ScopeTable {
    /// Whether what the statements of a module mean depends on other statements of it.
    pub(crate) fn depends_on_others(&self) -> bool {
        let Some(module) = self.scopes.first() else { return false };
        module.has_annotations || module.uses.iter().any(|(_, found)| found.global.is_some())
    }

    /// The scope that a part of a node opens.
    pub(crate) fn find<T>(&self, node: &T, part: u8) -> usize {
        self.by_node.get(&(core::ptr::from_ref(node) as usize, part)).copied().unwrap_or(0)
    }
}

/// Parts of a node that are scopes of their own.
pub(crate) mod part {
    /// The body.
    pub(crate) const BODY: u8 = 0;
    /// The annotations.
    pub(crate) const ANNOTATIONS: u8 = 1;
    /// The type parameters, around the body.
    pub(crate) const TYPE_PARAMS: u8 = 2;
    /// The bound of a type parameter.
    pub(crate) const BOUND: u8 = 3;
    /// The default of a type parameter.
    pub(crate) const DEFAULT: u8 = 4;
}

/// The name as code in the class sees it: private names get the class's name in front.
pub(crate) fn mangle(names: &mut Names, class: Option<Name>, name: Name) -> Name {
    let Some(class) = class else { return name };
    let text = names.text(name);
    if !text.starts_with("__") || text.ends_with("__") || text.contains('.') {
        return name;
    }
    let owner = names.text(class).trim_start_matches('_');
    if owner.is_empty() {
        return name;
    }
    let mangled = alloc::format!("_{owner}{text}");
    names.intern(&mangled)
}
