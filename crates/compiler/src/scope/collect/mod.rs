//! Noting what happens to names, scope by scope: a walk over the whole tree.

mod definitions;
mod expressions;
mod statements;
mod targets;

pub(crate) use definitions::annotations_of;

use super::{Scope, ScopeKind, ScopeTable, Use, mangle};
use crate::sorted::Map;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_syntax::tree::{Root, SourceRange};
use ferropy_syntax::{ErrorKind, Machine, Name, Names, Warning};

/// What is wrong with a name: message and place.
pub(crate) type ScopeError = (String, SourceRange);
type Done = Result<(), ScopeError>;

/// How messages call the scope of type parameters.
pub(crate) const GENERIC: &str = "the definition of a generic";

/// Walks the tree and fills the table.
pub(crate) struct Collector<'a> {
    pub(crate) names: &'a mut Names,
    table: ScopeTable,
    /// The scopes around the current node, innermost last.
    stack: Vec<usize>,
    class: Option<Name>,
    machine: Machine,
    future_annotations: bool,
    /// Whether a `return` here leaves a `finally` block, as `break` and `continue` do.
    in_finally: bool,
    /// How many iterables of comprehensions' clauses are around the current node.
    iterables: usize,
    /// Warnings about `finally` blocks, which CPython gives before the others.
    finally_warnings: Vec<Warning>,
    warnings: Vec<Warning>,
    /// There was no room for something: what is noted is not complete.
    is_short: bool,
}

/// What is said where memory is short: nobody reads it.
pub(crate) const SHORT: &str = "";

impl<'a> Collector<'a> {
    pub(crate) fn new(names: &'a mut Names, future_annotations: bool, machine: Machine) -> Collector<'a> {
        let table = ScopeTable { scopes: alloc::vec![Scope::new(ScopeKind::Module)], by_node: Map::new() };
        Collector {
            names,
            table,
            stack: alloc::vec![0],
            class: None,
            machine,
            future_annotations,
            in_finally: false,
            iterables: 0,
            finally_warnings: Vec::new(),
            warnings: Vec::new(),
            is_short: false,
        }
    }

    /// The table of all scopes of the program, and the warnings about it: those that come first, and the others.
    pub(crate) fn collect(mut self, root: &Root) -> Result<(ScopeTable, [Vec<Warning>; 2]), ScopeError> {
        match root {
            Root::Module(body) | Root::Interactive(body) => self.body(body)?,
            Root::Expression(expression) => self.expression(expression)?,
        }
        self.check_room(0, SourceRange::default())?;
        Ok((self.table, [self.finally_warnings, self.warnings]))
    }

    fn current(&mut self) -> Option<&mut Scope> {
        let index = *self.stack.last()?;
        self.table.scopes.get_mut(index)
    }

    /// Runs `body` in a new scope.
    fn enter(&mut self, node: usize, part: u8, kind: ScopeKind, body: impl FnOnce(&mut Self) -> Done) -> Done {
        let scopes = &self.table.scopes;
        let index = scopes.len();
        let more = if index == scopes.capacity() { 2 * index * size_of::<Scope>() } else { 0 };
        self.check_room(more, SourceRange::default())?;
        self.table.scopes.push(Scope::new(kind));
        self.table.by_node.insert((node, part), index);
        if let Some(parent) = self.current() {
            parent.children.push(index);
        }
        self.stack.push(index);
        let done = body(self);
        self.stack.pop();
        done
    }

    /// Fails where there is no room for a list of so many bytes and some small things, or was none before.
    fn check_room(&mut self, bytes: usize, range: SourceRange) -> Done {
        self.is_short |= self.machine.lacks(bytes) == Some(ErrorKind::Memory);
        if self.is_short { Err((SHORT.into(), range)) } else { Ok(()) }
    }

    fn note(&mut self, name: Name, change: impl FnOnce(&mut Use)) {
        let name = mangle(self.names, self.class, name);
        let machine = self.machine;
        let Some(scope) = self.current() else { return };
        let more = scope.uses.growth();
        if more > 0 && machine.lacks(more) == Some(ErrorKind::Memory) {
            self.is_short = true;
            return;
        }
        let entry = scope.uses.or_insert(name, Use::default());
        let before = entry.bound || entry.parameter;
        change(entry);
        if !before && (entry.bound || entry.parameter) {
            scope.order.push(name);
        }
    }

    fn load(&mut self, name: Name) {
        self.note(name, |found| found.used = true);
        if self.names.text(name) == "super" {
            let class = self.names.intern("__class__");
            let inside =
                self.current().is_some_and(|scope| scope.is_function() || scope.kind == ScopeKind::Comprehension);
            if inside {
                self.note(class, |found| found.used = true);
            }
        }
    }

    fn bind(&mut self, name: Name, range: SourceRange) -> Done {
        self.check_name(name, range)?;
        self.note(name, |found| {
            found.bound = true;
            found.assigned = true;
        });
        Ok(())
    }

    /// An import binds the name. Unlike other ways this does not keep a later `global` from being valid.
    fn bind_import(&mut self, name: Name, range: SourceRange) -> Done {
        self.check_name(name, range)?;
        self.note(name, |found| found.bound = true);
        Ok(())
    }

    /// `__debug__` can't be bound.
    fn check_name(&self, name: Name, range: SourceRange) -> Done {
        if self.names.text(name) == "__debug__" {
            return Err(("cannot assign to __debug__".into(), range));
        }
        Ok(())
    }
}
