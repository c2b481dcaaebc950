//! Functions, lambdas, generators, annotations.

use crate::expressions::CHUNK;
use crate::generator::{Done, Generator};
use crate::scope::{Meaning, ScopeKind, annotations_of, part};
use crate::unit::{Reg, Unit};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::{CodeFlags, CodeObject, Constant, Intrinsic, Opcode};
use ferropy_syntax::Name;
use ferropy_syntax::tree::{Arguments, Expression, ExpressionKind, FunctionDef, SourceRange, Statement, StatementKind};

impl<'a> Generator<'a> {
    /// Starts the code object of a scope; what follows goes there.
    pub(crate) fn open(&mut self, scope: usize, name: &str, range: SourceRange) {
        let line = self.source.line_of(range.start);
        let qualified = self.qualified(name);
        let scope_number = scope;
        let mut unit = Box::new(Unit::new(scope, name.into(), qualified, line));
        unit.position = self.unit.position;
        unit.in_class = self.class;
        if !self.outer.is_empty() || self.unit.scope != 0 {
            unit.flags = CodeFlags::NESTED;
        }
        if let Some(scope) = self.table.scopes.get(scope) {
            for (index, &name) in scope.free.iter().enumerate() {
                unit.free.insert(name, index as u16);
                unit.free_texts.push(self.names.text(name).into());
            }
            if scope.is_function() {
                for &name in &scope.order {
                    if matches!(scope.meanings.get(&name), Some(Meaning::Local | Meaning::Cell)) {
                        let index = unit.local_texts.len();
                        unit.locals.insert(name, index);
                        unit.local_texts.push(self.names.text(name).into());
                        if scope.meanings.get(&name) == Some(&Meaning::Cell) {
                            unit.cells.push(index);
                        }
                    }
                }
            }
        }
        if self.crowded.contains(&scope_number) {
            unit.crowd();
        }
        let locals = unit.local_texts.len().min(unit.near);
        unit.temps(locals);
        unit.floor = locals;
        let outer = core::mem::replace(&mut self.unit, unit);
        self.outer.push(outer);
    }

    /// Ends the code object that [`Generator::open`] started.
    pub(crate) fn close(&mut self) -> Done<CodeObject> {
        let outer = self.outer.pop().unwrap_or_default();
        let unit = core::mem::replace(&mut self.unit, outer);
        self.finish(unit)
    }

    /// The qualified name of something defined here.
    fn qualified(&self, name: &str) -> String {
        let scope = self.table.scopes.get(self.unit.scope);
        let own = self.names.find(name);
        let meaning = own.and_then(|own| scope.and_then(|scope| scope.meanings.get(&own)));
        match scope.map(|scope| scope.kind) {
            Some(ScopeKind::Function | ScopeKind::Class) if meaning == Some(&Meaning::GlobalExplicit) => name.into(),
            Some(ScopeKind::Function) => alloc::format!("{}.<locals>.{name}", self.unit.qualified_name),
            Some(ScopeKind::Class) => alloc::format!("{}.{name}", self.unit.qualified_name),
            Some(ScopeKind::Annotation) => match self.unit.qualified_name.rsplit_once('.') {
                Some((around, _)) => alloc::format!("{around}.{name}"),
                None => name.into(),
            },
            _ => name.into(),
        }
    }

    /// Makes a function of finished code in `target`; `parts` are the bits of what lies in the registers behind it.
    pub(crate) fn make_function(&mut self, code: CodeObject, scope: usize, target: Reg, parts: u8) {
        let mut parts = parts;
        let free = self.table.scopes.get(scope).map(|scope| scope.free.clone()).unwrap_or_default();
        if !free.is_empty() {
            let tuple = self.unit.temp();
            let first = self.unit.next as Reg;
            if let [name] = free.as_slice() {
                self.load_cell(*name, tuple);
            } else if free.len() <= CHUNK {
                for name in &free {
                    let register = self.unit.temp();
                    self.load_cell(*name, register);
                }
                self.unit.abc(Opcode::NewTuple, tuple, first, free.len() as u8);
            } else {
                let pair = self.unit.temps(2);
                self.unit.abc(Opcode::NewList, pair, 0, 0);
                for name in &free {
                    self.load_cell(*name, pair + 1);
                    self.unit.abc(Opcode::ListAppend, pair, pair + 1, 0);
                }
                self.unit.abc(Opcode::ListToTuple, tuple, pair, 0);
            }
            parts |= 8;
        }
        if !self.unit.reachable {
            return;
        }
        let constant = match &mut self.take_code {
            None => Constant::Code(code.into()),
            Some(take) => match take(code) {
                Some(number) => Constant::Loaded(number),
                None => {
                    self.is_stopped = true;
                    return;
                }
            },
        };
        let index = self.unit.constant(constant);
        self.unit.abcx(Opcode::MakeFunction, target, parts, 0, index);
    }

    /// Declares the parameters in the open unit.
    fn declare_parameters(&mut self, args: &Arguments) {
        self.unit.positional_only = args.posonlyargs.len() as u16;
        self.unit.positional = (args.posonlyargs.len() + args.args.len()) as u16;
        self.unit.keyword_only = args.kwonlyargs.len() as u16;
        let mut count = self.unit.positional as usize + self.unit.keyword_only as usize;
        if args.vararg.is_some() {
            self.unit.flags = self.unit.flags.with(CodeFlags::VARARGS);
            count += 1;
        }
        if args.kwarg.is_some() {
            self.unit.flags = self.unit.flags.with(CodeFlags::VARKEYWORDS);
            count += 1;
        }
        self.set_parameters(count);
    }

    /// The first `count` locals are parameters: bound from the start.
    pub(crate) fn set_parameters(&mut self, count: usize) {
        self.unit.parameters = count;
        if count > self.unit.near && !self.unit.crowded || count > 0xFFFF {
            self.unit.too_complex = true;
        }
        for index in 0..count {
            self.unit.set_bound(index);
        }
    }

    /// Defaults into the registers behind `target`: the bits of what is there.
    fn defaults(&mut self, args: &'a Arguments) -> Done<u8> {
        let mut parts = 0;
        if !args.defaults.is_empty() {
            let register = self.unit.temp();
            let mark = self.unit.next;
            let constants: Option<Vec<Constant>> = args.defaults.iter().map(|default| self.fold(default)).collect();
            match constants {
                Some(constants) => self.unit.load(register, &Constant::Tuple(constants.into())),
                None if args.defaults.len() <= CHUNK => {
                    let first = self.consecutive(&args.defaults)?;
                    self.unit.abc(Opcode::NewTuple, register, first, args.defaults.len() as u8);
                }
                None => {
                    let list = self.unit.temp();
                    self.list(&args.defaults, list)?;
                    self.unit.abc(Opcode::ListToTuple, register, list, 0);
                }
            }
            self.unit.release(mark);
            parts |= 1;
        }
        if args.kw_defaults.iter().any(Option::is_some) {
            let register = self.unit.temp();
            self.unit.abc(Opcode::NewDict, register, 0, 0);
            for (parameter, default) in args.kwonlyargs.iter().zip(&args.kw_defaults) {
                let Some(default) = default else { continue };
                let mark = self.unit.next;
                let key = self.unit.temp();
                let text = self.mangled_text(parameter.name);
                self.unit.load(key, &Constant::Str(text.as_bytes().into()));
                let value = self.operand(default)?;
                self.unit.abc(Opcode::DictSet, register, key, value);
                self.unit.release(mark);
            }
            parts |= 2;
        }
        Ok(parts)
    }

    pub(crate) fn lambda(&mut self, expression: &'a Expression, target: Reg) -> Done {
        let ExpressionKind::Lambda(lambda) = &expression.kind else { return Ok(()) };
        let base = self.unit.temp();
        let parts = self.defaults(&lambda.args)?;
        let scope = self.table.find(expression, part::BODY);
        self.open(scope, "<lambda>", expression.range);
        self.declare_parameters(&lambda.args);
        self.mark_generator(scope);
        self.at(lambda.body.range);
        let value = self.operand(&lambda.body)?;
        if self.table.scopes.get(scope).is_some_and(|scope| scope.is_generator) {
            self.unit.release(self.unit.next);
        }
        self.unit.abc(Opcode::Return, value, 0, 0);
        self.unit.reachable = false;
        let code = self.close()?;
        self.make_function(code, scope, base, parts);
        self.unit.move_to(target, base);
        Ok(())
    }

    fn mark_generator(&mut self, scope: usize) {
        let Some(scope) = self.table.scopes.get(scope) else { return };
        let flag = match (scope.is_coroutine, scope.is_generator) {
            (true, true) => CodeFlags::ASYNC_GENERATOR,
            (true, false) => CodeFlags::COROUTINE,
            (false, true) => CodeFlags::GENERATOR,
            (false, false) => return,
        };
        self.unit.flags = self.unit.flags.with(flag);
        // CPython has a block around the body of a generator.
        self.unit.nesting = 1;
    }

    /// `def` and `async def`.
    pub(crate) fn function(&mut self, function: &'a FunctionDef, range: SourceRange) -> Done {
        let decorators = self.decorators(&function.decorators)?;
        let target = self.unit.temp();
        let mut parts = self.defaults(&function.args)?;
        if function.type_params.is_empty() {
            self.function_object(function, range, target, &mut parts)?;
        } else {
            self.generic_function(function, range, target, parts)?;
        }
        self.apply_decorators(&function.decorators, decorators, target);
        self.store_name(function.name, target);
        Ok(())
    }

    /// The function object itself, with its annotations.
    pub(crate) fn function_object(
        &mut self,
        function: &'a FunctionDef,
        range: SourceRange,
        target: Reg,
        parts: &mut u8,
    ) -> Done {
        if self.function_annotations(function, range)? {
            *parts |= 4;
        }
        let scope = self.table.find(function, part::BODY);
        let name = String::from(self.names.text(function.name));
        self.open(scope, &name, range);
        if let Some(decorator) = function.decorators.first() {
            self.unit.first_line = self.source.line_of(decorator.range.start);
        }
        let in_class = self.outer.last().is_some_and(|outer| outer.flags.has(CodeFlags::CLASS_BODY));
        if in_class {
            self.unit.flags = self.unit.flags.with(CodeFlags::METHOD);
        }
        self.declare_parameters(&function.args);
        self.mark_generator(scope);
        if self.unit.flags.has(CodeFlags::ASYNC_GENERATOR)
            && let Some(range) = self.table.scopes.get(scope).and_then(|scope| scope.returns_value)
        {
            return self.error("'return' with value in async generator", range);
        }
        let mut body: &'a [Statement] = &function.body;
        if let Some(docstring) = self.docstring(body) {
            self.unit.constant(Constant::Str(docstring));
            self.unit.flags = self.unit.flags.with(CodeFlags::HAS_DOCSTRING);
            body = body.get(1..).unwrap_or(&[]);
        }
        let finally_bodies = core::mem::take(&mut self.finally_bodies);
        self.body(body)?;
        self.finally_bodies = finally_bodies;
        self.return_none();
        if in_class {
            self.note_static_attributes();
        }
        let code = self.close()?;
        self.make_function(code, scope, target, *parts);
        Ok(())
    }

    fn note_static_attributes(&mut self) {
        let attributes = core::mem::take(&mut self.unit.static_attributes);
        if let Some(outer) = self.outer.last_mut() {
            for attribute in attributes {
                if !outer.static_attributes.contains(&attribute) {
                    outer.static_attributes.push(attribute);
                }
            }
        }
    }

    pub(crate) fn intrinsic(&mut self, intrinsic: Intrinsic, target: Reg, first: Reg) {
        self.unit.abc(Opcode::Intrinsic, target, first, intrinsic as u8);
    }

    /// The function that computes annotations, into a fresh register; whether there is one.
    fn function_annotations(&mut self, function: &'a FunctionDef, range: SourceRange) -> Done<bool> {
        let mut list: Vec<(Name, &'a Expression)> = annotations_of(&function.args).collect();
        if let Some(returns) = &function.returns {
            let name = self.names.intern("return");
            list.push((name, returns));
        }
        if list.is_empty() {
            return Ok(false);
        }
        let register = self.unit.temp();
        let scope = self.table.find(function, part::ANNOTATIONS);
        self.annotate_function(scope, &list, range, register)?;
        Ok(true)
    }

    /// A function `__annotate__(format)` that returns a dict of annotations.
    fn annotate_function(
        &mut self,
        scope: usize,
        list: &[(Name, &'a Expression)],
        range: SourceRange,
        target: Reg,
    ) -> Done {
        let as_text = self.options.future_annotations;
        let scope = if as_text { usize::MAX } else { scope };
        self.open(scope, "__annotate__", range);
        if as_text {
            self.unit.local_texts.push(String::new());
            self.unit.temps(1);
        }
        // What programs may know it as; names in annotations don't find it under this one.
        if let Some(format) = self.unit.local_texts.first_mut() {
            *format = "format".into();
        }
        self.unit.positional = 1;
        self.unit.positional_only = 1;
        self.set_parameters(1);
        let dict = self.unit.temp();
        let pair = self.unit.temps(2);
        self.unit.move_to(pair, 0);
        self.intrinsic(Intrinsic::CheckAnnotationFormat, dict, pair);
        self.unit.abc(Opcode::NewDict, dict, 0, 0);
        for &(name, annotation) in list {
            let text = self.mangled_text(name);
            self.unit.load(pair, &Constant::Str(text.as_bytes().into()));
            self.annotation(annotation, pair + 1)?;
            self.unit.abc(Opcode::DictSet, dict, pair, pair + 1);
        }
        self.unit.abc(Opcode::Return, dict, 0, 0);
        self.unit.reachable = false;
        let code = self.close()?;
        let mark = self.unit.next;
        let function = self.unit.temp();
        self.make_function(code, scope, function, 0);
        self.unit.move_to(target, function);
        self.unit.release(mark);
        Ok(())
    }

    /// An annotation's value, or its text under `from __future__ import annotations`.
    fn annotation(&mut self, annotation: &'a Expression, target: Reg) -> Done {
        if self.options.future_annotations {
            let text = self.source.slice(annotation.range);
            self.unit.load(target, &Constant::Str(text.as_bytes().into()));
            return Ok(());
        }
        match &annotation.kind {
            // `*args: *Ts` is `(*Ts,)[0]`.
            ExpressionKind::Starred(inner) => {
                let list = self.unit.temp();
                self.unit.abc(Opcode::NewList, list, 0, 0);
                let value = self.operand(inner)?;
                self.unit.abc(Opcode::ListExtend, list, value, 0);
                self.unit.abc(Opcode::GetItemInt, target, list, 0);
                Ok(())
            }
            _ => self.expression(annotation, target),
        }
    }

    /// The annotations of a module's or class's variables: `__annotate__` in the namespace.
    pub(crate) fn module_annotations(&mut self, body: &'a [Statement]) -> Done {
        let mut list = Vec::new();
        collect_annotations(body, &mut list);
        if list.is_empty() {
            return Ok(());
        }
        let mark = self.unit.next;
        let register = self.unit.temp();
        let scope = self.table.by_node.get(&(self.unit.scope, u8::MAX)).copied().unwrap_or(usize::MAX);
        let range = list.first().map_or_else(SourceRange::default, |(_, annotation)| annotation.range);
        self.annotate_function(scope, &list, range, register)?;
        let name = if self.unit.flags.has(CodeFlags::CLASS_BODY) { "__annotate_func__" } else { "__annotate__" };
        self.store_namespace(name, register);
        self.unit.release(mark);
        Ok(())
    }
}

/// The annotated names of a body and the blocks in it.
fn collect_annotations<'a>(body: &'a [Statement], list: &mut Vec<(Name, &'a Expression)>) {
    for statement in body {
        match &statement.kind {
            StatementKind::AnnAssign(assign) => {
                if let (true, ExpressionKind::Name(name)) = (assign.simple, &assign.target.kind) {
                    list.push((*name, &assign.annotation));
                }
            }
            StatementKind::If(inner) => {
                collect_annotations(&inner.body, list);
                inner.elifs.iter().for_each(|elif| collect_annotations(&elif.body, list));
                collect_annotations(&inner.orelse, list);
            }
            StatementKind::For(inner) | StatementKind::AsyncFor(inner) => {
                collect_annotations(&inner.body, list);
                collect_annotations(&inner.orelse, list);
            }
            StatementKind::While(inner) => {
                collect_annotations(&inner.body, list);
                collect_annotations(&inner.orelse, list);
            }
            StatementKind::With(inner) | StatementKind::AsyncWith(inner) => collect_annotations(&inner.body, list),
            StatementKind::Try(inner) | StatementKind::TryStar(inner) => {
                collect_annotations(&inner.body, list);
                inner.handlers.iter().for_each(|handler| collect_annotations(&handler.body, list));
                collect_annotations(&inner.orelse, list);
                collect_annotations(&inner.finalbody, list);
            }
            StatementKind::Match(inner) => {
                inner.cases.iter().for_each(|case| collect_annotations(&case.body, list));
            }
            _ => {}
        }
    }
}
