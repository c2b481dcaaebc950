//! Statements.

use crate::constants::CONST;
use crate::generator::{Done, Generator};
use crate::unit::{Block, Label, Reg, special_value};
use alloc::string::String;
use ferropy_bytecode::encoding::{encode_abc, encode_ad};
use ferropy_bytecode::{CodeFlags, Constant, Intrinsic, Opcode};
use ferropy_syntax::tree::{Alias, Expression, For, If, ImportFrom, SourceRange, Statement, StatementKind, While};

impl<'a> Generator<'a> {
    /// The statements of a block.
    pub(crate) fn body(&mut self, statements: &'a [Statement]) -> Done {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &'a Statement) -> Done {
        self.check_machine(statement.range)?;
        self.at(statement.range);
        self.statement_range = statement.range;
        let mark = self.unit.next;
        let floor = core::mem::replace(&mut self.unit.floor, mark);
        let done = self.statement_kind(statement);
        self.unit.floor = floor;
        self.unit.release(mark);
        done
    }

    fn statement_kind(&mut self, statement: &'a Statement) -> Done {
        let range = statement.range;
        match &statement.kind {
            StatementKind::FunctionDef(function) | StatementKind::AsyncFunctionDef(function) => {
                self.function(function, range)
            }
            StatementKind::ClassDef(class) => self.class(class, range),
            StatementKind::Return(value) => self.return_value(value.as_deref(), range),
            StatementKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StatementKind::Assign(assign) => self.assignment(assign),
            StatementKind::TypeAlias(alias) => self.type_alias(alias, range),
            StatementKind::AugAssign(assign) => self.augmented(assign),
            StatementKind::AnnAssign(assign) => self.annotated(assign),
            StatementKind::For(inner) => self.for_loop(inner),
            StatementKind::AsyncFor(inner) => self.async_for(inner, range),
            StatementKind::While(inner) => self.while_loop(inner),
            StatementKind::If(inner) => self.if_statement(inner),
            StatementKind::With(inner) => self.with(&inner.items, &inner.body, false),
            StatementKind::AsyncWith(inner) => {
                self.check_async("'async with' outside async function", range)?;
                self.with(&inner.items, &inner.body, true)
            }
            StatementKind::Match(inner) => self.match_statement(inner),
            StatementKind::Raise(inner) => self.raise(inner.exc.as_ref(), inner.cause.as_ref()),
            StatementKind::Try(inner) => {
                self.unit.mark_line();
                self.try_statement(inner, range)
            }
            StatementKind::TryStar(inner) => {
                self.unit.mark_line();
                self.try_star(inner, range)
            }
            StatementKind::Assert(inner) => self.assert(&inner.test, inner.message.as_ref()),
            StatementKind::Import(aliases) => aliases.iter().try_for_each(|alias| self.import(alias)),
            StatementKind::ImportFrom(import) => self.import_from(import, range),
            StatementKind::Global(_) | StatementKind::Nonlocal(_) => Ok(()),
            StatementKind::Pass => {
                self.unit.line_of_jump();
                Ok(())
            }
            StatementKind::Expr(expression) => self.expression_statement(expression),
            StatementKind::Break => self.break_loop(range),
            StatementKind::Continue => self.continue_loop(range),
        }
    }

    fn expression_statement(&mut self, expression: &'a Expression) -> Done {
        if self.interactive && self.outer.is_empty() {
            let pair = self.unit.temps(2);
            self.expression(expression, pair)?;
            self.intrinsic(Intrinsic::PrintExpression, pair, pair);
            return Ok(());
        }
        if Self::is_constant(expression) {
            return Ok(());
        }
        let register = self.unit.temp();
        self.expression(expression, register)
    }

    fn in_function(&self) -> bool {
        !self.unit.flags.has(CodeFlags::NAMESPACE)
    }

    pub(crate) fn check_async(&mut self, message: &str, range: SourceRange) -> Done {
        if self.unit.flags.has_any(CodeFlags::COROUTINE.with(CodeFlags::ASYNC_GENERATOR)) {
            return Ok(());
        }
        self.error(message, range)
    }

    fn return_value(&mut self, value: Option<&'a Expression>, range: SourceRange) -> Done {
        if !self.in_function() {
            return self.error("'return' outside function", range);
        }
        if self.unit.blocks.iter().any(|block| matches!(block, Block::StarHandler)) {
            // CPython has the place of the value where that is constant.
            let range = value.filter(|value| Self::is_constant(value)).map_or(range, |value| value.range);
            return self.error("'break', 'continue' and 'return' cannot appear in an except* block", range);
        }
        let constant = match value {
            Some(value) => self.fold(value),
            None => Some(Constant::None),
        };
        let word = constant.and_then(|constant| return_constant(&constant));
        // Who traces the function is not told of the line again when what runs on the way out is done.
        let runs_others = self.runs_others(0);
        match (value, word) {
            (Some(value), None) => {
                let mut register = self.operand(value)?;
                // What runs on the way out may change the variable.
                if !self.unit.blocks.is_empty() && !self.unit.is_top(register) {
                    let copy = self.unit.temp();
                    self.unit.move_to(copy, register);
                    register = copy;
                }
                self.leave_blocks(0)?;
                self.at(range);
                self.unit.untold_if(runs_others);
                self.unit.abc(Opcode::Return, register, 0, 0);
            }
            (_, word) => {
                if runs_others {
                    self.unit.mark_line();
                }
                self.leave_blocks(0)?;
                self.at(range);
                self.unit.untold_if(runs_others);
                self.unit.push(&[word.unwrap_or(encode_abc(Opcode::ReturnSpecial, 0, 0, 0))]);
            }
        }
        self.unit.reachable = false;
        Ok(())
    }

    fn while_loop(&mut self, inner: &'a While) -> Done {
        let (next, body, end, otherwise) = (self.unit.label(), self.unit.label(), self.unit.label(), self.unit.label());
        let always = self.fold(&inner.test).and_then(|constant| crate::conditions::truth(&constant));
        if always == Some(false) {
            return self.body(&inner.orelse);
        }
        let is_outermost = self.unit.open_loop();
        let bound = self.unit.bound.clone();
        if always != Some(true) {
            self.jump_unless(&inner.test, otherwise)?;
        }
        let reachable = self.unit.reachable;
        self.unit.place_loop(body);
        if always == Some(true) {
            self.unit.place_loop(next);
            self.unit.mark_line();
        }
        self.unit.blocks.push(Block::Loop { next, end });
        self.nested(1, self.statement_range, |this| this.body(&inner.body))?;
        if always == Some(true) {
            self.unit.jump(next);
        } else {
            self.unit.place(next);
            if reachable {
                self.unit.bound.clone_from(&bound);
            }
            self.jump_on(&inner.test, true, body)?;
            self.unit.place(otherwise);
        }
        self.unit.close_loop(is_outermost);
        self.unit.blocks.pop();
        self.unit.bound.clone_from(&bound);
        self.body(&inner.orelse)?;
        self.unit.place(end);
        self.unit.bound = bound;
        Ok(())
    }

    fn for_loop(&mut self, inner: &'a For) -> Done {
        let is_outermost = self.unit.open_loop();
        let state = self.unit.temps(3);
        let mark = self.unit.next;
        let iterable = self.operand(&inner.iter)?;
        self.within(inner.iter.range, |this| this.unit.abc(Opcode::ForPrepare, state, iterable, 0));
        self.unit.release(mark);
        let (next, end, otherwise) = (self.unit.label(), self.unit.label(), self.unit.label());
        let bound = self.unit.bound.clone();
        self.unit.place_loop(next);
        let direct = self.direct_target(&inner.target);
        let item = match direct {
            Some(register) => register,
            None => self.unit.temp(),
        };
        self.within(inner.iter.range, |this| {
            this.unit.jump_if(encode_abc(Opcode::ForIter, state, item, 0), otherwise);
        });
        match (&inner.target.kind, direct) {
            (ferropy_syntax::tree::ExpressionKind::Name(name), Some(_)) => self.mark_bound(*name),
            _ => self.assign(&inner.target, item)?,
        }
        self.unit.release(mark);
        self.unit.blocks.push(Block::Loop { next, end });
        self.nested(1, self.statement_range, |this| this.body(&inner.body))?;
        self.unit.jump(next);
        self.unit.close_loop(is_outermost);
        self.unit.blocks.pop();
        self.unit.place(otherwise);
        self.unit.bound.clone_from(&bound);
        self.body(&inner.orelse)?;
        self.unit.place(end);
        self.unit.bound = bound;
        Ok(())
    }

    fn async_for(&mut self, inner: &'a For, range: SourceRange) -> Done {
        self.check_async("'async for' outside async function", range)?;
        let iterator = self.unit.temp();
        self.expression(&inner.iter, iterator)?;
        self.unit.abc(Opcode::GetAsyncIter, iterator, iterator, 0);
        let (next, end, handler) = (self.unit.label(), self.unit.label(), self.unit.label());
        let (item, awaited, exception) = (self.unit.temp(), self.unit.temp(), self.unit.temps(2));
        let bound = self.unit.bound.clone();
        self.unit.place_loop(next);
        self.unit.protect(handler, exception);
        self.unit.abc(Opcode::GetAsyncNext, awaited, iterator, 0);
        self.unit.load_none(item);
        self.unit.abc(Opcode::Delegate, item, awaited, 0);
        self.unit.unprotect();
        self.assign(&inner.target, item)?;
        self.unit.blocks.push(Block::Loop { next, end });
        self.nested(1, self.statement_range, |this| this.body(&inner.body))?;
        self.unit.jump(next);
        self.unit.blocks.pop();
        self.unit.place(handler);
        self.unit.abc(Opcode::EndAsyncFor, exception, 0, 0);
        self.unit.bound.clone_from(&bound);
        self.body(&inner.orelse)?;
        self.unit.place(end);
        self.unit.bound = bound;
        Ok(())
    }

    fn if_statement(&mut self, inner: &'a If) -> Done {
        let end = self.unit.label();
        let mut states = alloc::vec::Vec::new();
        let branches = core::iter::once((&inner.test, &*inner.body, None))
            .chain(inner.elifs.iter().map(|elif| (&elif.test, &*elif.body, Some(elif.range))));
        let last_is_else = !inner.orelse.is_empty();
        let count = 1 + inner.elifs.len();
        for (index, (test, body, range)) in branches.enumerate() {
            if let Some(range) = range {
                self.at(range);
            }
            let otherwise = self.unit.label();
            let before = self.unit.bound_state();
            self.jump_unless(test, otherwise)?;
            self.body(body)?;
            states.push(self.unit.bound_state());
            if index + 1 < count || last_is_else {
                self.unit.jump(end);
            }
            self.unit.place(otherwise);
            if let Some(before) = before {
                self.unit.bound = before;
            }
        }
        if last_is_else {
            self.body(&inner.orelse)?;
        }
        states.push(self.unit.bound_state());
        self.unit.place(end);
        self.unit.join(&states);
        Ok(())
    }

    fn loop_labels(&self) -> Option<(usize, Label, Label)> {
        self.unit.blocks.iter().enumerate().rev().find_map(|(index, block)| match block {
            Block::Loop { next, end, .. } => Some((index, *next, *end)),
            _ => None,
        })
    }

    /// Leaves the blocks inside of a loop, or the turn of it.
    fn leave_loop(&mut self, index: usize, label: Label) -> Done {
        let runs_others = self.runs_others(index + 1);
        if runs_others {
            self.unit.mark_line();
        }
        self.leave_blocks(index + 1)?;
        if !runs_others {
            self.unit.line_of_jump();
        }
        self.unit.jump(label);
        Ok(())
    }

    /// Whether other lines run when the blocks from that one on are left.
    fn runs_others(&self, from: usize) -> bool {
        let blocks = self.unit.blocks.iter().skip(from);
        blocks.into_iter().any(|block| matches!(block, Block::Finally(_) | Block::With { .. }))
    }

    fn break_loop(&mut self, range: SourceRange) -> Done {
        let Some((index, _, end)) = self.loop_labels() else {
            self.check_star(0, range)?;
            return self.error("'break' outside loop", range);
        };
        self.check_star(index, range)?;
        self.leave_loop(index, end)
    }

    fn continue_loop(&mut self, range: SourceRange) -> Done {
        let Some((index, next, _)) = self.loop_labels() else {
            self.check_star(0, range)?;
            return self.error("'continue' not properly in loop", range);
        };
        self.check_star(index, range)?;
        self.leave_loop(index, next)
    }

    fn check_star(&mut self, index: usize, range: SourceRange) -> Done {
        if self.unit.blocks.iter().skip(index).any(|block| matches!(block, Block::StarHandler)) {
            return self.error("'break', 'continue' and 'return' cannot appear in an except* block", range);
        }
        Ok(())
    }

    fn assert(&mut self, test: &'a Expression, message: Option<&'a Expression>) -> Done {
        if self.options.optimize >= 1 {
            return Ok(());
        }
        let end = self.unit.label();
        self.jump_on(test, true, end)?;
        let bound = self.unit.bound_state();
        let register = self.unit.temp();
        match message {
            Some(message) => self.expression(message, register)?,
            None => self.unit.load_unbound(register),
        }
        self.within(test.range, |this| this.unit.abc(Opcode::RaiseAssertion, register, 0, 0));
        self.unit.reachable = false;
        self.unit.place(end);
        if let Some(bound) = bound {
            self.unit.bound = bound;
        }
        Ok(())
    }

    fn raise(&mut self, exception: Option<&'a Expression>, cause: Option<&'a Expression>) -> Done {
        match (exception, cause) {
            (None, _) => self.unit.abc(Opcode::RaiseAgain, 0, 0, 0),
            (Some(exception), None) => {
                let exception = self.operand(exception)?;
                self.unit.abc(Opcode::Raise, exception, 0, 0);
            }
            (Some(exception), Some(cause)) => {
                let exception = self.early_operand(exception, &[cause])?;
                let cause = self.operand(cause)?;
                self.unit.abc(Opcode::RaiseFrom, exception, cause, 0);
            }
        }
        self.unit.reachable = false;
        Ok(())
    }

    fn import(&mut self, alias: &'a Alias) -> Done {
        let text = String::from(self.names.text(alias.name));
        let mark = self.unit.next;
        let register = self.unit.temp();
        self.import_name(&text, &Constant::None, 0, register);
        match alias.asname {
            Some(asname) => {
                // `import a.b.c as d` binds the submodule itself.
                for part in text.split('.').skip(1) {
                    let x = self.unit.name_cache(part);
                    self.unit.abcx(Opcode::ImportFrom, register, register, 0, x);
                }
                self.store_name(asname, register);
            }
            None => {
                let first = self.names.intern(text.split('.').next().unwrap_or(&text));
                self.store_name(first, register);
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    fn import_name(&mut self, text: &str, from: &Constant, level: u32, target: Reg) {
        let pair = self.unit.temps(2);
        self.unit.load(pair, from);
        self.unit.load(pair + 1, &Constant::Int(i64::from(level)));
        let x = self.unit.name_cache(text);
        self.unit.abcx(Opcode::ImportName, target, pair, 0, x);
    }

    fn import_from(&mut self, import: &'a ImportFrom, range: SourceRange) -> Done {
        let module = import.module.map(|module| String::from(self.names.text(module))).unwrap_or_default();
        if module == "__future__" && import.level == 0 {
            self.check_future(import, range)?;
        }
        let names = import.names.iter().map(|alias| Constant::Str(self.names.text(alias.name).as_bytes().into()));
        let names = Constant::Tuple(names.collect());
        let register = self.unit.temp();
        self.import_name(&module, &names, import.level, register);
        for alias in &import.names {
            let text = String::from(self.names.text(alias.name));
            if text == "*" {
                self.unit.abc(Opcode::ImportStar, register, 0, 0);
                continue;
            }
            let mark = self.unit.next;
            let value = self.unit.temp();
            let x = self.unit.name_cache(&text);
            self.unit.abcx(Opcode::ImportFrom, value, register, 0, x);
            let name = alias.asname.unwrap_or(alias.name);
            self.store_name(name, value);
            self.constants.are_known |= module == "micropython" && text == CONST && name == alias.name;
            self.unit.release(mark);
        }
        Ok(())
    }

    fn check_future(&mut self, import: &'a ImportFrom, range: SourceRange) -> Done {
        const FEATURES: [&str; 9] = [
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "generator_stop",
            "annotations",
        ];
        if range.start >= self.futures_end {
            return self.error("from __future__ imports must occur at the beginning of the file", range);
        }
        for alias in &import.names {
            let text = self.names.text(alias.name);
            if text == "braces" {
                return self.error("not a chance", alias.range);
            }
            if !FEATURES.contains(&text) && text != "barry_as_FLUFL" {
                return self.error(alloc::format!("future feature {text} is not defined"), alias.range);
            }
        }
        Ok(())
    }
}

/// The instruction that returns a constant, if there is one.
fn return_constant(constant: &Constant) -> Option<u32> {
    match constant {
        Constant::Int(value) => Some(encode_ad(Opcode::ReturnInt, 0, i16::try_from(*value).ok()? as u16)),
        _ => Some(encode_abc(Opcode::ReturnSpecial, 0, special_value(constant)?, 0)),
    }
}
