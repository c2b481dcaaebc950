//! Statements and patterns as objects.

use super::writing::{Context, Writer};
use ferropy_runtime::{Completion, Value};
use ferropy_syntax::tree::{
    Alias, ClassDef, Elif, ExceptHandler, For, FunctionDef, If, MatchCase, Pattern, PatternKind, SourceRange,
    Statement, StatementKind, Try, TypeParam, TypeParamKind, With, WithItem,
};

impl Writer<'_> {
    pub(super) fn statements(&mut self, body: &[Statement]) -> Completion {
        self.list(body, Self::statement)
    }

    fn statement(&mut self, statement: &Statement) -> Completion {
        let range = statement.range;
        match &statement.kind {
            StatementKind::FunctionDef(function) => self.function("FunctionDef", function, range),
            StatementKind::AsyncFunctionDef(function) => self.function("AsyncFunctionDef", function, range),
            StatementKind::ClassDef(class) => self.class_def(class, range),
            StatementKind::For(statement) => self.for_loop("For", statement, range),
            StatementKind::AsyncFor(statement) => self.for_loop("AsyncFor", statement, range),
            StatementKind::While(statement) => {
                let (test, body) = (self.load(&statement.test)?, self.statements(&statement.body)?);
                let orelse = self.statements(&statement.orelse)?;
                self.node("While", Some(range), &[test, body, orelse])
            }
            StatementKind::If(statement) => self.if_statement(statement, range),
            StatementKind::With(statement) => self.with("With", statement, range),
            StatementKind::AsyncWith(statement) => self.with("AsyncWith", statement, range),
            StatementKind::Match(statement) => {
                let (subject, cases) = (self.load(&statement.subject)?, self.list(&statement.cases, Self::match_case)?);
                self.node("Match", Some(range), &[subject, cases])
            }
            StatementKind::Try(statement) => self.try_statement("Try", statement, range),
            StatementKind::TryStar(statement) => self.try_statement("TryStar", statement, range),
            _ => self.simple_statement(statement),
        }
    }

    fn simple_statement(&mut self, statement: &Statement) -> Completion {
        let range = Some(statement.range);
        match &statement.kind {
            StatementKind::Return(value) => {
                let value = self.opt_load(value.as_deref())?;
                self.node("Return", range, &[value])
            }
            StatementKind::Delete(targets) => {
                let targets = self.expressions(targets, Context::Del)?;
                self.node("Delete", range, &[targets])
            }
            StatementKind::Raise(raise) => {
                let (exc, cause) = (self.opt_load(raise.exc.as_ref())?, self.opt_load(raise.cause.as_ref())?);
                self.node("Raise", range, &[exc, cause])
            }
            StatementKind::Assert(assert) => {
                let (test, message) = (self.load(&assert.test)?, self.opt_load(assert.message.as_ref())?);
                self.node("Assert", range, &[test, message])
            }
            StatementKind::Import(names) => {
                let names = self.list(names, Self::alias)?;
                self.node("Import", range, &[names])
            }
            StatementKind::ImportFrom(import) => {
                let (module, names) = (self.opt_name(import.module)?, self.list(&import.names, Self::alias)?);
                self.node("ImportFrom", range, &[module, names, Value::small_int(import.level.into())])
            }
            StatementKind::Global(names) => {
                let names = self.list(names, |writer, name| writer.name(*name))?;
                self.node("Global", range, &[names])
            }
            StatementKind::Nonlocal(names) => {
                let names = self.list(names, |writer, name| writer.name(*name))?;
                self.node("Nonlocal", range, &[names])
            }
            StatementKind::Expr(value) => {
                let value = self.load(value)?;
                self.node("Expr", range, &[value])
            }
            StatementKind::Break => self.node("Break", range, &[]),
            StatementKind::Continue => self.node("Continue", range, &[]),
            StatementKind::Pass => self.node("Pass", range, &[]),
            _ => self.assignment(statement),
        }
    }

    fn assignment(&mut self, statement: &Statement) -> Completion {
        let range = Some(statement.range);
        match &statement.kind {
            StatementKind::Assign(assign) => {
                let targets = self.expressions(&assign.targets, Context::Store)?;
                let value = self.load(&assign.value)?;
                self.node("Assign", range, &[targets, value, Value::NONE])
            }
            StatementKind::AugAssign(assign) => {
                let target = self.expression(&assign.target, Context::Store)?;
                let (op, value) = (self.operator(assign.op)?, self.load(&assign.value)?);
                self.node("AugAssign", range, &[target, op, value])
            }
            StatementKind::AnnAssign(assign) => {
                let target = self.expression(&assign.target, Context::Store)?;
                let (annotation, value) = (self.load(&assign.annotation)?, self.opt_load(assign.value.as_ref())?);
                let simple = Value::small_int(assign.simple.into());
                self.node("AnnAssign", range, &[target, annotation, value, simple])
            }
            StatementKind::TypeAlias(alias) => {
                let name = self.expression(&alias.name, Context::Store)?;
                let (params, value) = (self.list(&alias.type_params, Self::type_param)?, self.load(&alias.value)?);
                self.node("TypeAlias", range, &[name, params, value])
            }
            _ => Err(ferropy_runtime::raise::internal(self.iso)),
        }
    }

    fn function(&mut self, name: &'static str, function: &FunctionDef, range: SourceRange) -> Completion {
        let fields = [
            self.name(function.name)?,
            self.arguments(&function.args)?,
            self.statements(&function.body)?,
            self.expressions(&function.decorators, Context::Load)?,
            self.opt_load(function.returns.as_ref())?,
            Value::NONE,
            self.list(&function.type_params, Self::type_param)?,
        ];
        self.node(name, Some(range), &fields)
    }

    fn class_def(&mut self, class: &ClassDef, range: SourceRange) -> Completion {
        let fields = [
            self.name(class.name)?,
            self.expressions(&class.bases, Context::Load)?,
            self.list(&class.keywords, Self::keyword)?,
            self.statements(&class.body)?,
            self.expressions(&class.decorators, Context::Load)?,
            self.list(&class.type_params, Self::type_param)?,
        ];
        self.node("ClassDef", Some(range), &fields)
    }

    fn type_param(&mut self, param: &TypeParam) -> Completion {
        let (name, default) = (self.name(param.name)?, self.opt_load(param.default.as_deref())?);
        let range = Some(param.range);
        match &param.kind {
            TypeParamKind::TypeVar { bound } => {
                let bound = self.opt_load(bound.as_deref())?;
                self.node("TypeVar", range, &[name, bound, default])
            }
            TypeParamKind::ParamSpec => self.node("ParamSpec", range, &[name, default]),
            TypeParamKind::TypeVarTuple => self.node("TypeVarTuple", range, &[name, default]),
        }
    }

    fn for_loop(&mut self, name: &'static str, statement: &For, range: SourceRange) -> Completion {
        let target = self.expression(&statement.target, Context::Store)?;
        let (iter, body) = (self.load(&statement.iter)?, self.statements(&statement.body)?);
        let orelse = self.statements(&statement.orelse)?;
        self.node(name, Some(range), &[target, iter, body, orelse, Value::NONE])
    }

    /// An `if` in whose `else` the first `elif` lies as another `if`, and so on. They are made from the last one on.
    fn if_statement(&mut self, statement: &If, range: SourceRange) -> Completion {
        let mut orelse = self.statements(&statement.orelse)?;
        for Elif { test, body, range: part } in statement.elifs.iter().rev() {
            let (test, body) = (self.load(test)?, self.statements(body)?);
            let place = SourceRange::new(part.start, range.end);
            let inner = self.node("If", Some(place), &[test, body, orelse])?;
            orelse = self.iso.new_list(&[inner])?;
        }
        let (test, body) = (self.load(&statement.test)?, self.statements(&statement.body)?);
        self.node("If", Some(range), &[test, body, orelse])
    }

    fn with(&mut self, name: &'static str, statement: &With, range: SourceRange) -> Completion {
        let (items, body) = (self.list(&statement.items, Self::with_item)?, self.statements(&statement.body)?);
        self.node(name, Some(range), &[items, body, Value::NONE])
    }

    fn with_item(&mut self, item: &WithItem) -> Completion {
        let context = self.load(&item.context)?;
        let target = self.opt(item.target.as_ref(), |writer, target| writer.expression(target, Context::Store))?;
        self.node("withitem", None, &[context, target])
    }

    fn try_statement(&mut self, name: &'static str, statement: &Try, range: SourceRange) -> Completion {
        let fields = [
            self.statements(&statement.body)?,
            self.list(&statement.handlers, Self::handler)?,
            self.statements(&statement.orelse)?,
            self.statements(&statement.finalbody)?,
        ];
        self.node(name, Some(range), &fields)
    }

    fn handler(&mut self, handler: &ExceptHandler) -> Completion {
        let (exception, name) = (self.opt_load(handler.exception.as_ref())?, self.opt_name(handler.name)?);
        let body = self.statements(&handler.body)?;
        self.node("ExceptHandler", Some(handler.range), &[exception, name, body])
    }

    fn alias(&mut self, alias: &Alias) -> Completion {
        let (name, asname) = (self.name(alias.name)?, self.opt_name(alias.asname)?);
        self.node("alias", Some(alias.range), &[name, asname])
    }

    fn match_case(&mut self, case: &MatchCase) -> Completion {
        let (pattern, guard) = (self.pattern(&case.pattern)?, self.opt_load(case.guard.as_ref())?);
        let body = self.statements(&case.body)?;
        self.node("match_case", None, &[pattern, guard, body])
    }

    fn pattern(&mut self, pattern: &Pattern) -> Completion {
        let range = Some(pattern.range);
        match &pattern.kind {
            PatternKind::MatchValue(value) => {
                let value = self.load(value)?;
                self.node("MatchValue", range, &[value])
            }
            PatternKind::MatchSingleton(value) => {
                let value = self.constant_value(value)?;
                self.node("MatchSingleton", range, &[value])
            }
            PatternKind::MatchSequence(patterns) => {
                let patterns = self.list(patterns, Self::pattern)?;
                self.node("MatchSequence", range, &[patterns])
            }
            PatternKind::MatchMapping(mapping) => {
                let keys = self.expressions(&mapping.keys, Context::Load)?;
                let (patterns, rest) = (self.list(&mapping.patterns, Self::pattern)?, self.opt_name(mapping.rest)?);
                self.node("MatchMapping", range, &[keys, patterns, rest])
            }
            PatternKind::MatchClass(class) => {
                let fields = [
                    self.load(&class.cls)?,
                    self.list(&class.patterns, Self::pattern)?,
                    self.list(&class.kwd_attrs, |writer, name| writer.name(*name))?,
                    self.list(&class.kwd_patterns, Self::pattern)?,
                ];
                self.node("MatchClass", range, &fields)
            }
            PatternKind::MatchStar(name) => {
                let name = self.opt_name(*name)?;
                self.node("MatchStar", range, &[name])
            }
            PatternKind::MatchAs(inner, name) => {
                let (inner, name) = (self.opt(inner.as_deref(), Self::pattern)?, self.opt_name(*name)?);
                self.node("MatchAs", range, &[inner, name])
            }
            PatternKind::MatchOr(patterns) => {
                let patterns = self.list(patterns, Self::pattern)?;
                self.node("MatchOr", range, &[patterns])
            }
        }
    }
}
