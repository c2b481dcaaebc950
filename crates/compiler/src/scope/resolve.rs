//! Deciding what each name means, from the outermost scope inwards and back.

use super::{Meaning, Scope, ScopeKind, ScopeTable};
use crate::sorted::{Map, Set};
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_numeric::sort::sort_by;
use ferropy_syntax::tree::SourceRange;
use ferropy_syntax::{Name, Names};

/// A name that cannot be resolved: message and place.
pub(crate) type ResolveError = (String, SourceRange);

/// The names that an inner scope wants from outside: true where a function of its own captures it.
type Wanted = Map<Name, bool>;

/// Decides for all scopes; the first scope is the outermost.
pub(crate) fn resolve(table: &mut ScopeTable, names: &mut Names) -> Result<(), ResolveError> {
    let class = names.intern("__class__");
    let class_dict = names.intern("__classdict__");
    let mut resolver = Resolver { table, names, class, class_dict, type_parameters: Set::new() };
    resolver.scope(0, &Set::new(), false)?;
    Ok(())
}

struct Resolver<'a> {
    table: &'a mut ScopeTable,
    names: &'a Names,
    class: Name,
    class_dict: Name,
    /// Type parameters of the functions and classes around, as far as nothing else has their names.
    type_parameters: Set<Name>,
}

impl Resolver<'_> {
    /// Resolves a scope and those inside. `available` are the names bound by functions around it.
    fn scope(&mut self, index: usize, available: &Set<Name>, in_class: bool) -> Result<Wanted, ResolveError> {
        let Some(place) = self.table.scopes.get_mut(index) else { return Ok(Wanted::new()) };
        let mut scope = core::mem::replace(place, Scope::new(ScopeKind::Module));
        scope.in_class = in_class;
        let type_parameters = self.type_parameters.clone();
        let result = self.resolve_names(&mut scope, available);
        self.type_parameters = type_parameters;
        if let Some(place) = self.table.scopes.get_mut(index) {
            *place = scope;
        }
        result
    }

    fn resolve_names(&mut self, scope: &mut Scope, available: &Set<Name>) -> Result<Wanted, ResolveError> {
        let mut wanted = Wanted::new();
        let mut inner_available = available.clone();
        let mut names: Vec<Name> = scope.uses.keys().copied().collect();
        // Of several wrong declarations the first one is told.
        sort_by(&mut names, |a, b| (scope.nonlocal(a), a) < (scope.nonlocal(b), b));
        for &name in &names {
            let found = scope.uses.get(&name).copied().unwrap_or_default();
            let meaning = if found.global.is_some() {
                Meaning::GlobalExplicit
            } else if let Some(range) = found.nonlocal {
                if !available.contains(&name) {
                    let text = self.names.text(name);
                    return Err((alloc::format!("no binding for nonlocal '{text}' found"), range));
                }
                if self.type_parameters.contains(&name) {
                    let text = self.names.text(name);
                    return Err((alloc::format!("nonlocal binding not allowed for type parameter '{text}'"), range));
                }
                Meaning::Free
            } else if found.bound || found.parameter {
                Meaning::Local
            } else if scope.kind == ScopeKind::Comprehension {
                Meaning::Outer
            } else if available.contains(&name) {
                Meaning::Free
            } else {
                Meaning::GlobalImplicit
            };
            match meaning {
                Meaning::Free => {
                    wanted.insert(name, false);
                }
                Meaning::Outer => {
                    wanted.insert(name, false);
                }
                _ => {}
            }
            scope.meanings.insert(name, meaning);
            match scope.kind {
                ScopeKind::Function | ScopeKind::Annotation | ScopeKind::Comprehension => {
                    if meaning == Meaning::Local {
                        inner_available.insert(name, ());
                        if scope.title == super::collect::GENERIC {
                            self.type_parameters.insert(name, ());
                        } else {
                            self.type_parameters.remove(&name);
                        }
                    } else if meaning == Meaning::GlobalExplicit {
                        inner_available.remove(&name);
                    }
                }
                // What a class declares is for its own statements.
                ScopeKind::Module | ScopeKind::Class => {}
            }
        }
        if scope.kind == ScopeKind::Class {
            inner_available.insert(self.class, ());
            inner_available.insert(self.class_dict, ());
        }
        let inner_in_class = scope.kind == ScopeKind::Class;
        for child in scope.children.clone() {
            let kind = self.table.scopes.get(child).map_or(ScopeKind::Function, |child| child.kind);
            let child_wanted = self.scope(child, &inner_available, inner_in_class)?;
            for (name, captured) in child_wanted {
                // What a comprehension merely uses lies in this very frame.
                let captured = captured || kind != ScopeKind::Comprehension;
                self.want(scope, &mut wanted, available, name, captured);
            }
        }
        if scope.kind == ScopeKind::Comprehension {
            return Ok(wanted);
        }
        // A class has handed on names of functions around it to its methods where it has names of its own like them.
        let free = scope.meanings.iter().filter(|(_, meaning)| **meaning == Meaning::Free);
        scope.free.extend(free.map(|(name, _)| *name));
        sort_by(&mut scope.free, |a, b| self.names.text(*a) < self.names.text(*b));
        Ok(scope.free.iter().map(|name| (*name, true)).collect())
    }

    /// An inner scope wants a name.
    fn want(&self, scope: &mut Scope, wanted: &mut Wanted, available: &Set<Name>, name: Name, captured: bool) {
        if scope.kind == ScopeKind::Class {
            if name == self.class && captured {
                scope.needs_class = true;
                return;
            }
            if name == self.class_dict && captured {
                scope.needs_class_dict = true;
                return;
            }
            // The class's own names are not seen from inside: the name comes from further out.
            let meaning = scope.meanings.get(&name).copied();
            if available.contains(&name) && meaning.is_none() {
                scope.meanings.insert(name, Meaning::Free);
            } else if available.contains(&name) && meaning != Some(Meaning::Free) && !scope.free.contains(&name) {
                scope.free.push(name);
            }
            return;
        }
        match scope.meanings.get(&name).copied() {
            Some(Meaning::Local) if captured => {
                if scope.kind != ScopeKind::Module {
                    scope.meanings.insert(name, Meaning::Cell);
                }
            }
            Some(Meaning::Outer) | None if scope.kind == ScopeKind::Comprehension => {
                scope.meanings.insert(name, Meaning::Outer);
                let entry = wanted.or_insert(name, false);
                *entry |= captured;
            }
            None if available.contains(&name) => {
                scope.meanings.insert(name, Meaning::Free);
            }
            None => {
                scope.meanings.insert(name, Meaning::GlobalImplicit);
            }
            Some(_) => {}
        }
    }
}
