//! Objects as statements.

use super::reading::{Node, Reader};
use super::writing::Context;
use alloc::boxed::Box;
use alloc::format;
use ferropy_runtime::{Completion, Value, raise};
use ferropy_syntax::Name;
use ferropy_syntax::tree::{
    Alias, AnnAssign, Assert, Assign, AugAssign, ClassDef, ExceptHandler, ExpressionKind, For, FunctionDef, If,
    ImportFrom, Match, Raise, Statement, StatementKind, Try, TypeAlias, TypeParam, TypeParamKind, While, With,
    WithItem,
};

impl Reader<'_> {
    pub(super) fn statements(&mut self, node: &Node, field: &str) -> Completion<Box<[Statement]>> {
        self.list(node, field, |reader, item| {
            if item.is_none() {
                return Err(reader.wrong("None disallowed in statement list"));
            }
            reader.deeper(|reader| reader.statement(item))
        })
    }

    /// Statements that must be there.
    pub(super) fn block(&mut self, node: &Node, field: &str) -> Completion<Box<[Statement]>> {
        let body = self.statements(node, field)?;
        self.filled(node, field, body)
    }

    fn statement(&mut self, object: Value) -> Completion<Statement> {
        let node = self.node(object, "stmt")?;
        let start = self.start(&node, "stmt")?;
        let kind = self.compound(&node)?;
        Ok(Statement { kind, range: self.range(&node, start)? })
    }

    fn compound(&mut self, node: &Node) -> Completion<StatementKind> {
        Ok(match &*node.kind {
            "FunctionDef" => StatementKind::FunctionDef(self.function(node)?),
            "AsyncFunctionDef" => StatementKind::AsyncFunctionDef(self.function(node)?),
            "ClassDef" => {
                let (decorators, name) =
                    (self.expressions(node, "decorator_list", Context::Load)?, self.name(node, "name")?);
                let type_params = self.type_params(node)?;
                let bases = self.expressions(node, "bases", Context::Load)?;
                let (keywords, body) = (self.keywords(node)?, self.block(node, "body")?);
                StatementKind::ClassDef(Box::new(ClassDef { name, type_params, bases, keywords, body, decorators }))
            }
            "For" => StatementKind::For(self.for_loop(node)?),
            "AsyncFor" => StatementKind::AsyncFor(self.for_loop(node)?),
            "While" => {
                let (test, body) = (self.load(node, "test")?, self.block(node, "body")?);
                StatementKind::While(Box::new(While { test, body, orelse: self.statements(node, "orelse")? }))
            }
            "If" => {
                let (test, body) = (self.load(node, "test")?, self.block(node, "body")?);
                let (elifs, orelse) = (Box::default(), self.statements(node, "orelse")?);
                StatementKind::If(Box::new(If { test, body, elifs, orelse }))
            }
            "With" => StatementKind::With(self.with(node)?),
            "AsyncWith" => StatementKind::AsyncWith(self.with(node)?),
            "Match" => {
                let subject = self.load(node, "subject")?;
                let cases = self.list(node, "cases", Self::match_case)?;
                let cases = self.filled(node, "cases", cases)?;
                StatementKind::Match(Box::new(Match { subject, cases }))
            }
            "Try" => StatementKind::Try(self.try_statement(node)?),
            "TryStar" => StatementKind::TryStar(self.try_statement(node)?),
            _ => self.simple(node)?,
        })
    }

    fn simple(&mut self, node: &Node) -> Completion<StatementKind> {
        Ok(match &*node.kind {
            "Return" => StatementKind::Return(self.opt_boxed(node, "value")?),
            "Delete" => {
                let targets = self.expressions(node, "targets", Context::Del)?;
                StatementKind::Delete(self.filled(node, "targets", targets)?)
            }
            "Raise" => {
                let (exc, cause) = (self.opt_load(node, "exc")?, self.opt_load(node, "cause")?);
                if exc.is_none() && cause.is_some() {
                    return Err(self.wrong("Raise with cause but no exception"));
                }
                StatementKind::Raise(Box::new(Raise { exc, cause }))
            }
            "Assert" => {
                let test = self.load(node, "test")?;
                StatementKind::Assert(Box::new(Assert { test, message: self.opt_load(node, "msg")? }))
            }
            "Import" => StatementKind::Import(self.aliases(node)?),
            "ImportFrom" => {
                let (module, names) = (self.opt_name(node, "module")?, self.aliases(node)?);
                let level = match self.opt_field(node, "level")? {
                    Some(level) => self.iso.to_isize(level)?,
                    None => 0,
                };
                let Ok(level) = u32::try_from(level) else {
                    return Err(self.wrong("Negative ImportFrom level"));
                };
                StatementKind::ImportFrom(Box::new(ImportFrom { module, names, level }))
            }
            "Global" => StatementKind::Global(self.identifiers(node)?),
            "Nonlocal" => StatementKind::Nonlocal(self.identifiers(node)?),
            "Expr" => StatementKind::Expr(Box::new(self.load(node, "value")?)),
            "Pass" => StatementKind::Pass,
            "Break" => StatementKind::Break,
            "Continue" => StatementKind::Continue,
            _ => self.assignment(node)?,
        })
    }

    fn assignment(&mut self, node: &Node) -> Completion<StatementKind> {
        Ok(match &*node.kind {
            "Assign" => {
                let targets = self.expressions(node, "targets", Context::Store)?;
                let targets = self.filled(node, "targets", targets)?;
                StatementKind::Assign(Box::new(Assign { targets, value: self.load(node, "value")? }))
            }
            "AugAssign" => {
                let (target, op) = (self.target(node, "target", Context::Store)?, self.operator(node)?);
                StatementKind::AugAssign(Box::new(AugAssign { target, op, value: self.load(node, "value")? }))
            }
            "AnnAssign" => {
                let target = self.target(node, "target", Context::Store)?;
                let (annotation, value) = (self.load(node, "annotation")?, self.opt_load(node, "value")?);
                let simple = self.field(node, "simple")?;
                let simple = self.iso.is_true(simple)?;
                if simple && !matches!(target.kind, ExpressionKind::Name(_)) {
                    return Err(raise::type_error(self.iso, "AnnAssign with simple non-Name target"));
                }
                StatementKind::AnnAssign(Box::new(AnnAssign { target, annotation, value, simple }))
            }
            "TypeAlias" => {
                let name = self.target(node, "name", Context::Store)?;
                if !matches!(name.kind, ExpressionKind::Name(_)) {
                    return Err(raise::type_error(self.iso, "TypeAlias with non-Name name"));
                }
                let type_params = self.type_params(node)?;
                let alias = TypeAlias { name, type_params, value: self.load(node, "value")? };
                StatementKind::TypeAlias(Box::new(alias))
            }
            _ => return Err(raise::internal(self.iso)),
        })
    }

    fn function(&mut self, node: &Node) -> Completion<Box<FunctionDef>> {
        let (decorators, name) = (self.expressions(node, "decorator_list", Context::Load)?, self.name(node, "name")?);
        let (type_params, args) = (self.type_params(node)?, self.arguments(node)?);
        let (returns, body) = (self.opt_load(node, "returns")?, self.block(node, "body")?);
        Ok(Box::new(FunctionDef { name, type_params, args, body, decorators, returns }))
    }

    fn type_params(&mut self, node: &Node) -> Completion<Box<[TypeParam]>> {
        self.list(node, "type_params", |reader, param| {
            let node = reader.node(param, "type_param")?;
            let start = reader.start(&node, "type_param")?;
            let name = reader.name(&node, "name")?;
            let kind = match &*node.kind {
                "TypeVar" => TypeParamKind::TypeVar { bound: reader.opt_boxed(&node, "bound")? },
                "ParamSpec" => TypeParamKind::ParamSpec,
                _ => TypeParamKind::TypeVarTuple,
            };
            let default = reader.opt_boxed(&node, "default_value")?;
            Ok(TypeParam { kind, name, default, range: reader.range(&node, start)? })
        })
    }

    fn for_loop(&mut self, node: &Node) -> Completion<Box<For>> {
        let (target, iter) = (self.target(node, "target", Context::Store)?, self.load(node, "iter")?);
        let (body, orelse) = (self.block(node, "body")?, self.statements(node, "orelse")?);
        Ok(Box::new(For { target, iter, body, orelse }))
    }

    fn with(&mut self, node: &Node) -> Completion<Box<With>> {
        let items = self.list(node, "items", |reader, item| {
            let node = reader.node(item, "withitem")?;
            let context = reader.load(&node, "context_expr")?;
            let target = match reader.opt_field(&node, "optional_vars")? {
                Some(target) => Some(reader.expression(target, Context::Store)?),
                None => None,
            };
            Ok(WithItem { context, target })
        })?;
        let items = self.filled(node, "items", items)?;
        Ok(Box::new(With { items, body: self.block(node, "body")? }))
    }

    fn try_statement(&mut self, node: &Node) -> Completion<Box<Try>> {
        let body = self.block(node, "body")?;
        let handlers = self.list(node, "handlers", |reader, handler| {
            let node = reader.node(handler, "excepthandler")?;
            let start = reader.start(&node, "excepthandler")?;
            let (exception, name) = (reader.opt_load(&node, "type")?, reader.opt_name(&node, "name")?);
            let body = reader.block(&node, "body")?;
            Ok(ExceptHandler { exception, name, body, range: reader.range(&node, start)? })
        })?;
        let (orelse, finalbody) = (self.statements(node, "orelse")?, self.statements(node, "finalbody")?);
        if handlers.is_empty() && finalbody.is_empty() {
            return Err(self.wrong(&format!("{} has neither except handlers nor finalbody", node.kind)));
        }
        if handlers.is_empty() && !orelse.is_empty() {
            return Err(self.wrong(&format!("{} has orelse but no except handlers", node.kind)));
        }
        Ok(Box::new(Try { body, handlers, orelse, finalbody }))
    }

    fn aliases(&mut self, node: &Node) -> Completion<Box<[Alias]>> {
        let names = self.list(node, "names", |reader, alias| {
            let node = reader.node(alias, "alias")?;
            let start = reader.start(&node, "alias")?;
            let (name, asname) = (reader.name(&node, "name")?, reader.opt_name(&node, "asname")?);
            Ok(Alias { name, asname, range: reader.range(&node, start)? })
        })?;
        self.filled(node, "names", names)
    }

    fn identifiers(&mut self, node: &Node) -> Completion<Box<[Name]>> {
        let names = self.list(node, "names", Self::identifier)?;
        self.filled(node, "names", names)
    }
}
