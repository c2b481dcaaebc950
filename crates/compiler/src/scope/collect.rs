//! Noting what happens to names, scope by scope.

use super::{Scope, ScopeKind, ScopeTable, Use, mangle, part};
use crate::warnings;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_syntax::tree::{
    Arguments, ClassDef, Comprehension, Expression, ExpressionKind, FunctionDef, Pattern, PatternKind, Root,
    SourceRange, Statement, StatementKind, TypeParam, TypeParamKind,
};
use ferropy_syntax::{Name, Names, Warning};

/// What is wrong with a name: message and place.
pub(crate) type ScopeError = (String, SourceRange);
type Done = Result<(), ScopeError>;

/// Chains of operators, calls and attributes with more links are walked in a loop.
const CHAIN: usize = 16;
/// How messages call the scope of type parameters, and that of a generator expression.
pub(crate) const GENERIC: &str = "the definition of a generic";
const GENERATOR: &str = "generator expression";

/// Walks the tree and fills the table.
pub(crate) struct Collector<'a> {
    pub(crate) names: &'a mut Names,
    table: ScopeTable,
    /// The scopes around the current node, innermost last.
    stack: Vec<usize>,
    class: Option<Name>,
    future_annotations: bool,
    /// Whether a `return` here leaves a `finally` block, as `break` and `continue` do.
    in_finally: bool,
    /// How many iterables of comprehensions' clauses are around the current node.
    iterables: usize,
    /// Warnings about `finally` blocks, which CPython gives before the others.
    finally_warnings: Vec<Warning>,
    warnings: Vec<Warning>,
}

impl<'a> Collector<'a> {
    pub(crate) fn new(names: &'a mut Names, future_annotations: bool) -> Collector<'a> {
        let table = ScopeTable { scopes: alloc::vec![Scope::new(ScopeKind::Module)], by_node: BTreeMap::new() };
        Collector {
            names,
            table,
            stack: alloc::vec![0],
            class: None,
            future_annotations,
            in_finally: false,
            iterables: 0,
            finally_warnings: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// The table of all scopes of the program, and the warnings about it.
    pub(crate) fn collect(mut self, root: &Root) -> Result<(ScopeTable, Vec<Warning>), ScopeError> {
        match root {
            Root::Module(body) | Root::Interactive(body) => self.body(body)?,
            Root::Expression(expression) => self.expression(expression)?,
        }
        let mut warnings = self.finally_warnings;
        warnings.append(&mut self.warnings);
        Ok((self.table, warnings))
    }

    fn current(&mut self) -> Option<&mut Scope> {
        let index = *self.stack.last()?;
        self.table.scopes.get_mut(index)
    }

    /// Runs `body` in a new scope.
    fn enter(&mut self, node: usize, part: u8, kind: ScopeKind, body: impl FnOnce(&mut Self) -> Done) -> Done {
        let index = self.table.scopes.len();
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

    fn note(&mut self, name: Name, change: impl FnOnce(&mut Use)) {
        let name = mangle(self.names, self.class, name);
        let Some(scope) = self.current() else { return };
        let entry = scope.uses.entry(name).or_default();
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

    fn body(&mut self, statements: &[Statement]) -> Done {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    /// A body that has a `finally` block around it, or is cut off from the one around it: a loop's, a function's.
    fn body_within(&mut self, statements: &[Statement], in_finally: bool) -> Done {
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
            if global && let Some(module) = self.table.scopes.first_mut() {
                module.uses.entry(name).or_default().used |= false;
            }
        }
        Ok(())
    }

    fn annotated(&mut self, name: Name, range: SourceRange) -> Done {
        let mangled = mangle(self.names, self.class, name);
        let found = self.current().and_then(|scope| scope.uses.get(&mangled)).copied().unwrap_or_default();
        if self.stack.len() > 1 && (found.global.is_some() || found.nonlocal.is_some()) {
            let text = self.names.text(name);
            let word = if found.global.is_some() { "global" } else { "nonlocal" };
            return Err((format!("annotated name '{text}' can't be {word}"), range));
        }
        self.note(name, |found| {
            found.annotated = true;
            found.bound = true;
            found.assigned = true;
        });
        Ok(())
    }

    /// The annotation of a variable: computed later, in a scope that all annotations of this one share.
    fn variable_annotation(&mut self, annotation: &Expression, simple: bool) -> Done {
        if self.future_annotations {
            if let Some(scope) = self.current() {
                scope.has_annotations |= simple;
            }
            return Ok(());
        }
        let index = self.stack.last().copied().unwrap_or(0);
        let in_function = self.current().is_some_and(|scope| scope.is_function());
        if in_function || !simple {
            // Never computed, but still checked for what it may not contain.
            let node = core::ptr::from_ref(annotation) as usize;
            return self.enter(node, part::ANNOTATIONS, ScopeKind::Annotation, |this| {
                this.entitle("an annotation");
                this.expression(annotation)
            });
        }
        let known = self.table.by_node.get(&(index, u8::MAX)).copied();
        let scope = match known {
            Some(scope) => scope,
            None => {
                let scope = self.table.scopes.len();
                self.table.scopes.push(Scope::new(ScopeKind::Annotation));
                self.table.by_node.insert((index, u8::MAX), scope);
                if let Some(parent) = self.current() {
                    parent.children.push(scope);
                    parent.has_annotations = true;
                }
                self.stack.push(scope);
                self.entitle("an annotation");
                self.format_parameter();
                self.see_class();
                self.stack.pop();
                scope
            }
        };
        self.stack.push(scope);
        let done = self.expression(annotation);
        self.stack.pop();
        done
    }

    /// The parameter of what computes an annotation, a bound or an alias: no name that the expression could use.
    fn format_parameter(&mut self) {
        let format = self.names.intern(".format");
        self.note(format, |found| found.parameter = true);
    }

    /// An annotation scope inside a class looks into the class's namespace.
    fn see_class(&mut self) {
        let around = self.stack.iter().rev().nth(1).copied().unwrap_or(0);
        let in_class = self.table.scopes.get(around).is_some_and(|scope| scope.kind == ScopeKind::Class);
        if in_class {
            let class_dict = self.names.intern("__classdict__");
            self.note(class_dict, |found| found.used = true);
        }
    }

    fn function(&mut self, function: &FunctionDef, range: SourceRange, is_async: bool) -> Done {
        function.decorators.iter().try_for_each(|decorator| self.expression(decorator))?;
        self.bind(function.name, range)?;
        self.defaults(&function.args)?;
        let node = core::ptr::from_ref(function) as usize;
        self.with_type_params(node, &function.type_params, |this| {
            this.function_annotations(node, function)?;
            this.enter(node, part::BODY, ScopeKind::Function, |this| {
                this.parameters(&function.args)?;
                if let Some(scope) = this.current() {
                    scope.is_coroutine = is_async;
                }
                this.body_within(&function.body, false)
            })
        })
    }

    fn function_annotations(&mut self, node: usize, function: &FunctionDef) -> Done {
        let annotations: Vec<&Expression> =
            annotations_of(&function.args).map(|(_, annotation)| annotation).chain(function.returns.as_ref()).collect();
        if annotations.is_empty() || self.future_annotations {
            return Ok(());
        }
        self.enter(node, part::ANNOTATIONS, ScopeKind::Annotation, |this| {
            this.entitle("an annotation");
            this.format_parameter();
            this.see_class();
            annotations.into_iter().try_for_each(|annotation| this.expression(annotation))
        })
    }

    fn defaults(&mut self, args: &Arguments) -> Done {
        args.defaults.iter().try_for_each(|default| self.expression(default))?;
        args.kw_defaults.iter().flatten().try_for_each(|default| self.expression(default))
    }

    fn parameters(&mut self, args: &Arguments) -> Done {
        let all = args
            .posonlyargs
            .iter()
            .chain(&args.args)
            .chain(&args.kwonlyargs)
            .chain(args.vararg.as_deref())
            .chain(args.kwarg.as_deref());
        for parameter in all {
            let name = mangle(self.names, self.class, parameter.name);
            if self.names.text(name) == "__debug__" {
                return Err(("cannot assign to __debug__".into(), parameter.range));
            }
            let known = self.current().is_some_and(|scope| scope.uses.get(&name).is_some_and(|found| found.parameter));
            if known {
                let text = self.names.text(parameter.name);
                return Err((format!("duplicate argument '{text}' in function definition"), parameter.range));
            }
            self.note(parameter.name, |found| found.parameter = true);
        }
        Ok(())
    }

    fn class(&mut self, class: &ClassDef, range: SourceRange) -> Done {
        class.decorators.iter().try_for_each(|decorator| self.expression(decorator))?;
        self.bind(class.name, range)?;
        let node = core::ptr::from_ref(class) as usize;
        let before = self.class;
        self.with_type_params(node, &class.type_params, |this| {
            class.bases.iter().try_for_each(|base| this.expression(base))?;
            class.keywords.iter().try_for_each(|keyword| this.expression(&keyword.value))?;
            this.class = Some(class.name);
            this.enter(node, part::BODY, ScopeKind::Class, |this| {
                if !class.type_params.is_empty() {
                    let params = this.names.intern(".type_params");
                    this.note(params, |found| found.used = true);
                }
                this.body(&class.body)
            })
        })?;
        self.class = before;
        Ok(())
    }

    /// Runs `body` in the scope of type parameters, if there are any.
    fn with_type_params(&mut self, node: usize, params: &[TypeParam], body: impl FnOnce(&mut Self) -> Done) -> Done {
        if params.is_empty() {
            return body(self);
        }
        self.enter(node, part::TYPE_PARAMS, ScopeKind::Annotation, |this| {
            this.entitle(GENERIC);
            this.see_class();
            for hidden in [".defaults", ".kwdefaults"] {
                let hidden = this.names.intern(hidden);
                this.note(hidden, |found| found.parameter = true);
            }
            for hidden in [".type_params", ".generic_base"] {
                let hidden = this.names.intern(hidden);
                this.note(hidden, |found| found.bound = true);
            }
            let mut has_default = false;
            for param in params {
                if has_default && param.default.is_none() {
                    let text = this.names.text(param.name);
                    let message = format!("non-default type parameter '{text}' follows default type parameter");
                    return Err((message, param.range));
                }
                has_default |= param.default.is_some();
                let name = mangle(this.names, this.class, param.name);
                if this.current().is_some_and(|scope| scope.uses.get(&name).is_some_and(|found| found.bound)) {
                    let text = this.names.text(param.name);
                    return Err((format!("duplicate type parameter '{text}'"), param.range));
                }
                this.bind(param.name, param.range)?;
                let node = core::ptr::from_ref(param) as usize;
                if let TypeParamKind::TypeVar { bound: Some(bound) } = &param.kind {
                    let constraints = matches!(bound.kind, ExpressionKind::Tuple(_));
                    this.enter(node, part::BOUND, ScopeKind::Annotation, |this| {
                        this.entitle(if constraints { "a TypeVar constraint" } else { "a TypeVar bound" });
                        this.format_parameter();
                        this.see_class();
                        this.expression(bound)
                    })?;
                }
                if let Some(default) = &param.default {
                    let title = match param.kind {
                        TypeParamKind::TypeVar { .. } => "a TypeVar default",
                        TypeParamKind::ParamSpec => "a ParamSpec default",
                        TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
                    };
                    this.enter(node, part::DEFAULT, ScopeKind::Annotation, |this| {
                        this.entitle(title);
                        this.format_parameter();
                        this.see_class();
                        this.expression(default)
                    })?;
                }
            }
            body(this)
        })
    }

    fn target(&mut self, target: &Expression) -> Done {
        match &target.kind {
            ExpressionKind::Name(name) => self.bind(*name, target.range),
            ExpressionKind::Starred(inner) => self.target(inner),
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().try_for_each(|item| self.target(item))
            }
            ExpressionKind::Attribute(attribute) => {
                self.check_name(attribute.attr, target.range)?;
                self.expression(&attribute.value)
            }
            ExpressionKind::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)
            }
            _ => self.expression(target),
        }
    }

    fn delete(&mut self, target: &Expression) -> Done {
        match &target.kind {
            ExpressionKind::Name(name) => {
                if self.names.text(*name) == "__debug__" {
                    return Err(("cannot delete __debug__".into(), target.range));
                }
                self.note(*name, |found| {
                    found.bound = true;
                    found.assigned = true;
                    found.deleted = true;
                });
                Ok(())
            }
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().try_for_each(|item| self.delete(item))
            }
            ExpressionKind::Attribute(attribute) if self.names.text(attribute.attr) == "__debug__" => {
                Err(("cannot delete __debug__".into(), target.range))
            }
            _ => self.target(target),
        }
    }

    fn pattern(&mut self, pattern: &Pattern) -> Done {
        match &pattern.kind {
            PatternKind::MatchValue(value) => self.expression(value),
            PatternKind::MatchSingleton(_) | PatternKind::MatchStar(None) => Ok(()),
            PatternKind::MatchStar(Some(name)) => self.bind(*name, pattern.range),
            PatternKind::MatchSequence(patterns) | PatternKind::MatchOr(patterns) => {
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))
            }
            PatternKind::MatchMapping(mapping) => {
                mapping.keys.iter().try_for_each(|key| self.expression(key))?;
                mapping.patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                match mapping.rest {
                    Some(rest) => self.bind(rest, pattern.range),
                    None => Ok(()),
                }
            }
            PatternKind::MatchClass(class) => {
                self.expression(&class.cls)?;
                for (&name, pattern) in class.kwd_attrs.iter().zip(&class.kwd_patterns) {
                    self.check_name(name, pattern.range)?;
                }
                class.patterns.iter().chain(&class.kwd_patterns).try_for_each(|pattern| self.pattern(pattern))
            }
            PatternKind::MatchAs(inner, name) => {
                if let Some(inner) = inner {
                    self.pattern(inner)?;
                }
                match name {
                    Some(name) => self.bind(*name, pattern.range),
                    None => Ok(()),
                }
            }
        }
    }

    fn expression(&mut self, expression: &Expression) -> Done {
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
    fn chain(&mut self, expression: &Expression) -> Done {
        let mut links: Vec<&Expression> = Vec::new();
        let mut first = expression;
        while let Some(next) = first.first_operand() {
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
    fn entitle(&mut self, title: &'static str) {
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
            let found = scope.uses.entry(mangled).or_default();
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

/// The annotated parameters in the order in which annotations are kept.
pub(crate) fn annotations_of(args: &Arguments) -> impl Iterator<Item = (Name, &Expression)> {
    args.posonlyargs
        .iter()
        .chain(&args.args)
        .chain(args.vararg.as_deref())
        .chain(&args.kwonlyargs)
        .chain(args.kwarg.as_deref())
        .filter_map(|parameter| Some((parameter.name, parameter.annotation.as_deref()?)))
}
