//! Expressions, and the comprehensions and lambdas in them.

use super::{Collector, Done, GENERIC};
use crate::scope::{ScopeKind, Use, mangle, part};
use crate::warnings;
use alloc::format;
use alloc::vec::Vec;
use ferropy_syntax::Name;
use ferropy_syntax::tree::{Comprehension, Expression, ExpressionKind, SourceRange};

/// Chains of operators, calls and attributes with more links are walked in a loop.
const CHAIN: usize = 16;
/// How many links a list of them grows by.
const LINKS: usize = 64;
/// How messages call the scope of a generator expression.
const GENERATOR: &str = "generator expression";

impl Collector<'_> {
    pub(super) fn expression(&mut self, expression: &Expression) -> Done {
        if expression.is_chain_longer_than(CHAIN) {
            return self.chain(expression);
        }
        match expression.first_operand() {
            Some(first) => {
                self.expression(first)?;
                self.later_operands(expression)
            }
            None => self.no_link(expression),
        }
    }

    /// A long chain, link by link from its first operand on.
    pub(super) fn chain(&mut self, expression: &Expression) -> Done {
        let mut links: Vec<&Expression> = Vec::new();
        let mut first = expression;
        while let Some(next) = first.first_operand() {
            if links.len() == links.capacity() {
                let more = links.len().max(LINKS);
                self.check_room((links.len() + more) * size_of::<&Expression>(), expression.range)?;
                links.reserve_exact(more);
            }
            links.push(first);
            first = next;
        }
        self.no_link(first)?;
        links.into_iter().rev().try_for_each(|link| self.later_operands(link))
    }

    /// What stands in a link of a chain behind its first operand.
    fn later_operands(&mut self, link: &Expression) -> Done {
        self.warn_of(link);
        match &link.kind {
            ExpressionKind::BinOp(inner) => self.expression(&inner.right),
            ExpressionKind::Subscript(inner) => self.expression(&inner.slice),
            ExpressionKind::Call(inner) => {
                inner.args.iter().try_for_each(|argument| self.expression(argument))?;
                inner.keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))
            }
            _ => Ok(()),
        }
    }

    fn warn_of(&mut self, expression: &Expression) {
        warnings::of_expression(expression, &mut |warning| self.warnings.push(warning));
    }

    fn no_link(&mut self, expression: &Expression) -> Done {
        let node = core::ptr::from_ref(expression) as usize;
        let range = expression.range;
        self.warn_of(expression);
        match &expression.kind {
            ExpressionKind::Name(name) => self.load(*name),
            ExpressionKind::Constant(_) => {}
            ExpressionKind::BoolOp(inner) => inner.values.iter().try_for_each(|value| self.expression(value))?,
            ExpressionKind::NamedExpr(inner) => {
                self.forbid("named", range)?;
                if self.iterables > 0 {
                    let message = "assignment expression cannot be used in a comprehension iterable expression";
                    return Err((message.into(), range));
                }
                self.expression(&inner.value)?;
                if let ExpressionKind::Name(name) = inner.target.kind {
                    self.walrus(name, inner.target.range)?;
                }
            }
            ExpressionKind::BinOp(_)
            | ExpressionKind::Call(_)
            | ExpressionKind::Attribute(_)
            | ExpressionKind::Subscript(_) => {}
            ExpressionKind::UnaryOp(inner) => self.expression(&inner.operand)?,
            ExpressionKind::Lambda(inner) => {
                self.defaults(&inner.args)?;
                self.enter(node, part::BODY, ScopeKind::Function, |this| {
                    this.parameters(&inner.args)?;
                    this.expression(&inner.body)
                })?;
            }
            ExpressionKind::IfExp(inner) => {
                self.expression(&inner.test)?;
                self.expression(&inner.body)?;
                self.expression(&inner.orelse)?;
            }
            ExpressionKind::Dict(items) => {
                for item in items {
                    if let Some(key) = &item.key {
                        self.expression(key)?;
                    }
                    self.expression(&item.value)?;
                }
            }
            ExpressionKind::Set(items)
            | ExpressionKind::List(items)
            | ExpressionKind::Tuple(items)
            | ExpressionKind::JoinedStr(items)
            | ExpressionKind::TemplateStr(items) => items.iter().try_for_each(|item| self.expression(item))?,
            ExpressionKind::ListComp(inner) => {
                self.comprehension(node, &inner.generators, &[&inner.elt], "list comprehension")?;
            }
            ExpressionKind::SetComp(inner) => {
                self.comprehension(node, &inner.generators, &[&inner.elt], "set comprehension")?;
            }
            ExpressionKind::DictComp(inner) => {
                self.comprehension(node, &inner.generators, &[&inner.key, &inner.value], "dict comprehension")?;
            }
            ExpressionKind::GeneratorExp(inner) => {
                self.comprehension(node, &inner.generators, &[&inner.elt], GENERATOR)?;
            }
            ExpressionKind::Await(inner) => {
                self.forbid("await", range)?;
                self.awaits();
                self.expression(inner)?;
            }
            ExpressionKind::Yield(value) => {
                self.yields(range)?;
                if let Some(value) = value {
                    self.expression(value)?;
                }
            }
            ExpressionKind::YieldFrom(value) => {
                self.yields(range)?;
                self.expression(value)?;
            }
            ExpressionKind::Compare(inner) => {
                self.expression(&inner.left)?;
                inner.comparisons.iter().try_for_each(|(_, operand)| self.expression(operand))?;
            }
            ExpressionKind::FormattedValue(inner) => {
                self.expression(&inner.value)?;
                if let Some(spec) = &inner.format_spec {
                    self.expression(spec)?;
                }
            }
            ExpressionKind::Interpolation(inner) => {
                self.expression(&inner.value)?;
                if let Some(spec) = &inner.format_spec {
                    self.expression(spec)?;
                }
            }
            ExpressionKind::Starred(inner) => self.expression(inner)?,
            ExpressionKind::Slice(inner) => {
                for part in [&inner.lower, &inner.upper, &inner.step].into_iter().flatten() {
                    self.expression(part)?;
                }
            }
        }
        Ok(())
    }

    /// Something is awaited here: that makes the comprehensions around it asynchronous, up to a generator expression.
    fn awaits(&mut self) {
        for &index in self.stack.iter().rev() {
            let Some(scope) = self.table.scopes.get_mut(index) else { break };
            scope.awaits = true;
            if scope.kind != ScopeKind::Comprehension {
                break;
            }
        }
    }

    fn yields(&mut self, range: SourceRange) -> Done {
        self.forbid("yield", range)?;
        let Some(scope) = self.current() else { return Ok(()) };
        scope.is_generator = true;
        if !scope.title.is_empty() {
            return Err((format!("'yield' inside {}", scope.title), range));
        }
        Ok(())
    }

    /// Says how messages call the current scope.
    pub(super) fn entitle(&mut self, title: &'static str) {
        if let Some(scope) = self.current() {
            scope.title = title;
        }
    }

    /// Some expressions may not stand in annotations and the like.
    fn forbid(&mut self, what: &str, range: SourceRange) -> Done {
        match self.current() {
            Some(scope) if scope.kind == ScopeKind::Annotation => {
                Err((format!("{what} expression cannot be used within {}", scope.title), range))
            }
            _ => Ok(()),
        }
    }

    /// `name := value`: inside comprehensions the name belongs to the function around them.
    fn walrus(&mut self, name: Name, range: SourceRange) -> Done {
        if let Some(scope) = self.current() {
            scope.has_walrus = true;
        }
        let mangled = mangle(self.names, self.class, name);
        // Generator expressions are the functions with a parameter `.0`.
        let dot = self.names.find(".0");
        let mut depth = self.stack.len();
        while let Some(&index) = depth.checked_sub(1).and_then(|at| self.stack.get(at)) {
            let Some(scope) = self.table.scopes.get_mut(index) else { break };
            let comprehension = scope.kind == ScopeKind::Comprehension
                || dot.is_some_and(|dot| scope.uses.get(&dot).is_some_and(|found| found.parameter));
            if !comprehension {
                break;
            }
            let found = scope.uses.or_insert(mangled, Use::default());
            if found.iteration {
                let text = self.names.text(name);
                let message = format!("assignment expression cannot rebind comprehension iteration variable '{text}'");
                return Err((message, range));
            }
            found.used = true;
            scope.has_walrus = true;
            depth -= 1;
        }
        let inside = depth < self.stack.len();
        let target = depth.checked_sub(1).and_then(|at| self.stack.get(at)).copied().unwrap_or(0);
        if inside && let Some(scope) = self.table.scopes.get(target) {
            let place = match (scope.kind, scope.title) {
                (ScopeKind::Class, _) => "in a class body",
                (ScopeKind::Annotation, "a type alias") => "in a type alias",
                (ScopeKind::Annotation, GENERIC) => "within the definition of a generic",
                (ScopeKind::Annotation, "an annotation") | (_, "") => "",
                (ScopeKind::Annotation, _) => "in a TypeVar bound",
                _ => "",
            };
            if !place.is_empty() {
                let message = format!("assignment expression within a comprehension cannot be used {place}");
                return Err((message, range));
            }
        }
        let kept = core::mem::replace(&mut self.stack, alloc::vec![target]);
        let done = self.bind(name, range);
        if let Some(scope) = self.table.scopes.get_mut(target) {
            scope.has_walrus = true;
        }
        self.stack = kept;
        done
    }

    /// The first iterable belongs to the scope around, all the rest to the comprehension's own.
    fn comprehension(
        &mut self,
        node: usize,
        generators: &[Comprehension],
        elements: &[&Expression],
        title: &'static str,
    ) -> Done {
        let is_generator = title == GENERATOR;
        if let Some(first) = generators.first() {
            self.iterable(&first.iter)?;
        }
        let kind = if is_generator { ScopeKind::Function } else { ScopeKind::Comprehension };
        self.enter(node, part::BODY, kind, |this| {
            this.entitle(title);
            if is_generator {
                let first = this.names.intern(".0");
                this.note(first, |found| found.parameter = true);
                if let Some(scope) = this.current() {
                    scope.is_generator = true;
                }
            }
            for (index, generator) in generators.iter().enumerate() {
                if generator.is_async {
                    this.awaits();
                }
                if index > 0 {
                    this.iterable(&generator.iter)?;
                }
                this.target(&generator.target)?;
                this.mark_iteration(&generator.target);
                generator.ifs.iter().try_for_each(|condition| this.expression(condition))?;
            }
            elements.iter().try_for_each(|element| this.expression(element))
        })
    }

    /// What a clause of a comprehension iterates over.
    fn iterable(&mut self, iterable: &Expression) -> Done {
        self.iterables += 1;
        let done = self.expression(iterable);
        self.iterables -= 1;
        done
    }

    fn mark_iteration(&mut self, target: &Expression) {
        match &target.kind {
            ExpressionKind::Name(name) => self.note(*name, |found| found.iteration = true),
            ExpressionKind::Starred(inner) => self.mark_iteration(inner),
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().for_each(|item| self.mark_iteration(item));
            }
            _ => {}
        }
    }
}
