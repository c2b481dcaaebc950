//! Statements: what each does to names.

use super::{Collector, Done, SHORT};
use crate::scope::{ScopeKind, Use, mangle, part};
use crate::warnings;
use alloc::format;
use alloc::string::String;
use ferropy_syntax::tree::{ExpressionKind, SourceRange, Statement, StatementKind};
use ferropy_syntax::{Name, TOO_DEEP};

impl Collector<'_> {
    pub(super) fn body(&mut self, statements: &[Statement]) -> Done {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    /// A body that has a `finally` block around it, or is cut off from the one around it: a loop's, a function's.
    pub(super) fn body_within(&mut self, statements: &[Statement], in_finally: bool) -> Done {
        let before = core::mem::replace(&mut self.in_finally, in_finally);
        let done = self.body(statements);
        self.in_finally = before;
        done
    }

    fn leave(&mut self, word: &str, range: SourceRange) {
        if self.in_finally {
            self.finally_warnings.push(warnings::leaves_finally(word, range));
        }
    }

    fn statement(&mut self, statement: &Statement) -> Done {
        let range = statement.range;
        if self.is_short || self.machine.lacks(0).is_some() {
            return Err((if self.is_short { SHORT } else { TOO_DEEP }.into(), range));
        }
        match &statement.kind {
            StatementKind::FunctionDef(function) => self.function(function, range, false)?,
            StatementKind::AsyncFunctionDef(function) => self.function(function, range, true)?,
            StatementKind::ClassDef(class) => self.class(class, range)?,
            StatementKind::Return(value) => {
                self.leave("return", range);
                if let Some(value) = value {
                    if let Some(scope) = self.current() {
                        scope.returns_value = Some(range);
                    }
                    self.expression(value)?;
                }
            }
            StatementKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target))?,
            StatementKind::Assign(assign) => {
                self.expression(&assign.value)?;
                assign.targets.iter().try_for_each(|target| self.target(target))?;
            }
            StatementKind::TypeAlias(alias) => {
                if let ExpressionKind::Name(name) = alias.name.kind {
                    self.bind(name, alias.name.range)?;
                }
                let node = core::ptr::from_ref(&**alias) as usize;
                self.with_type_params(node, &alias.type_params, |this| {
                    this.enter(node, part::BODY, ScopeKind::Annotation, |this| {
                        this.entitle("a type alias");
                        this.format_parameter();
                        this.see_class();
                        this.expression(&alias.value)
                    })
                })?;
            }
            StatementKind::AugAssign(assign) => {
                if let ExpressionKind::Name(name) = assign.target.kind {
                    self.load(name);
                }
                self.target(&assign.target)?;
                self.expression(&assign.value)?;
            }
            StatementKind::AnnAssign(assign) => {
                if let (true, ExpressionKind::Name(name)) = (assign.simple, &assign.target.kind) {
                    self.check_name(*name, assign.target.range)?;
                    self.annotated(*name, range)?;
                } else {
                    match &assign.target.kind {
                        ExpressionKind::Name(_) => {}
                        _ => self.target(&assign.target)?,
                    }
                }
                if let Some(value) = &assign.value {
                    self.expression(value)?;
                }
                if assign.value.is_some() {
                    self.target(&assign.target)?;
                }
                self.variable_annotation(&assign.annotation, assign.simple)?;
            }
            StatementKind::For(inner) | StatementKind::AsyncFor(inner) => {
                self.expression(&inner.iter)?;
                self.target(&inner.target)?;
                self.body_within(&inner.body, false)?;
                self.body(&inner.orelse)?;
            }
            StatementKind::While(inner) => {
                self.expression(&inner.test)?;
                self.body_within(&inner.body, false)?;
                self.body(&inner.orelse)?;
            }
            StatementKind::If(inner) => {
                self.expression(&inner.test)?;
                self.body(&inner.body)?;
                for elif in &inner.elifs {
                    self.expression(&elif.test)?;
                    self.body(&elif.body)?;
                }
                self.body(&inner.orelse)?;
            }
            StatementKind::With(inner) | StatementKind::AsyncWith(inner) => {
                for item in &inner.items {
                    self.expression(&item.context)?;
                    if let Some(target) = &item.target {
                        self.target(target)?;
                    }
                }
                self.body(&inner.body)?;
            }
            StatementKind::Match(inner) => {
                self.expression(&inner.subject)?;
                for case in &inner.cases {
                    self.pattern(&case.pattern)?;
                    if let Some(guard) = &case.guard {
                        self.expression(guard)?;
                    }
                    self.body(&case.body)?;
                }
            }
            StatementKind::Raise(inner) => {
                for part in [&inner.exc, &inner.cause].into_iter().flatten() {
                    self.expression(part)?;
                }
            }
            StatementKind::Try(inner) | StatementKind::TryStar(inner) => {
                self.body(&inner.body)?;
                for handler in &inner.handlers {
                    if let Some(exception) = &handler.exception {
                        self.expression(exception)?;
                    }
                    if let Some(name) = handler.name {
                        self.bind(name, handler.range)?;
                        self.note(name, |found| found.deleted = true);
                    }
                    self.body(&handler.body)?;
                }
                self.body(&inner.orelse)?;
                self.body_within(&inner.finalbody, true)?;
            }
            StatementKind::Assert(inner) => {
                self.warnings.extend(warnings::of_assert(&inner.test, range));
                self.expression(&inner.test)?;
                if let Some(message) = &inner.message {
                    self.expression(message)?;
                }
            }
            StatementKind::Import(aliases) => {
                for alias in aliases {
                    self.import_alias(alias.name, alias.asname, alias.range)?;
                }
            }
            StatementKind::ImportFrom(import) => {
                for alias in &import.names {
                    if self.names.text(alias.name) == "*" {
                        if self.stack.len() > 1 {
                            return Err(("import * only allowed at module level".into(), alias.range));
                        }
                        continue;
                    }
                    self.bind_import(alias.asname.unwrap_or(alias.name), alias.range)?;
                }
            }
            StatementKind::Global(list) => self.declare(list, range, true)?,
            StatementKind::Nonlocal(list) => self.declare(list, range, false)?,
            StatementKind::Expr(expression) => self.expression(expression)?,
            StatementKind::Break => self.leave("break", range),
            StatementKind::Continue => self.leave("continue", range),
            StatementKind::Pass => {}
        }
        Ok(())
    }

    fn import_alias(&mut self, name: Name, asname: Option<Name>, range: SourceRange) -> Done {
        if let Some(asname) = asname {
            return self.bind_import(asname, range);
        }
        let text = self.names.text(name);
        let first: String = text.split('.').next().unwrap_or(text).into();
        let first = self.names.intern(&first);
        self.bind_import(first, range)
    }

    /// `global` and `nonlocal`.
    fn declare(&mut self, list: &[Name], range: SourceRange, global: bool) -> Done {
        let word = if global { "global" } else { "nonlocal" };
        for &plain in list {
            let name = mangle(self.names, self.class, plain);
            let text = String::from(self.names.text(plain));
            let module_level = self.stack.len() == 1;
            let found = self.current().and_then(|scope| scope.uses.get(&name)).copied().unwrap_or_default();
            if found.parameter {
                return Err((format!("name '{text}' is parameter and {word}"), range));
            }
            if found.annotated {
                return Err((format!("annotated name '{text}' can't be {word}"), range));
            }
            if found.assigned && found.global.is_none() && found.nonlocal.is_none() {
                return Err((format!("name '{text}' is assigned to before {word} declaration"), range));
            }
            if found.used {
                return Err((format!("name '{text}' is used prior to {word} declaration"), range));
            }
            if !global && module_level {
                return Err(("nonlocal declaration not allowed at module level".into(), range));
            }
            if let Some(other) = if global { found.nonlocal } else { found.global } {
                return Err((format!("name '{text}' is nonlocal and global"), other));
            }
            self.note(plain, |found| if global { found.global = Some(range) } else { found.nonlocal = Some(range) });
            let more = self.table.scopes.first().map_or(0, |module| module.uses.growth());
            self.check_room(more, range)?;
            if global && let Some(module) = self.table.scopes.first_mut() {
                module.uses.or_insert(name, Use::default()).used |= false;
            }
        }
        Ok(())
    }
}
