//! Annotations, functions, classes and type parameters: what has scopes of its own.

use super::{Collector, Done, GENERIC};
use crate::scope::{Scope, ScopeKind, mangle, part};
use alloc::format;
use alloc::vec::Vec;
use ferropy_syntax::Name;
use ferropy_syntax::tree::{
    Arguments, ClassDef, Expression, ExpressionKind, FunctionDef, SourceRange, TypeParam, TypeParamKind,
};

impl Collector<'_> {
    pub(super) fn annotated(&mut self, name: Name, range: SourceRange) -> Done {
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
    pub(super) fn variable_annotation(&mut self, annotation: &Expression, simple: bool) -> Done {
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
    pub(super) fn format_parameter(&mut self) {
        let format = self.names.intern(".format");
        self.note(format, |found| found.parameter = true);
    }

    /// An annotation scope inside a class looks into the class's namespace.
    pub(super) fn see_class(&mut self) {
        let around = self.stack.iter().rev().nth(1).copied().unwrap_or(0);
        let in_class = self.table.scopes.get(around).is_some_and(|scope| scope.kind == ScopeKind::Class);
        if in_class {
            let class_dict = self.names.intern("__classdict__");
            self.note(class_dict, |found| found.used = true);
        }
    }

    pub(super) fn function(&mut self, function: &FunctionDef, range: SourceRange, is_async: bool) -> Done {
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

    pub(super) fn defaults(&mut self, args: &Arguments) -> Done {
        args.defaults.iter().try_for_each(|default| self.expression(default))?;
        args.kw_defaults.iter().flatten().try_for_each(|default| self.expression(default))
    }

    pub(super) fn parameters(&mut self, args: &Arguments) -> Done {
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

    pub(super) fn class(&mut self, class: &ClassDef, range: SourceRange) -> Done {
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
    pub(super) fn with_type_params(
        &mut self,
        node: usize,
        params: &[TypeParam],
        body: impl FnOnce(&mut Self) -> Done,
    ) -> Done {
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
