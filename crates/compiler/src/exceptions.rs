//! `try`, `with`, `await`, `yield`, and leaving blocks on the way out.
//!
//! A `finally` body is compiled once for each way out of its `try`: falling through, each `return`, `break` and
//! `continue`, and exceptions. While such a copy is emitted, the regions that it has left already are closed.

use crate::generator::{Done, Generator};
use crate::unit::{Block, Label, Reg};
use alloc::vec::Vec;
use ferropy_bytecode::encoding::encode_abc;
use ferropy_bytecode::{CodeFlags, Opcode};
use ferropy_syntax::tree::{ExceptHandler, Expression, SourceRange, Statement, Try, WithItem};

impl<'a> Generator<'a> {
    /// Emits what leaving all blocks from number `keep` on has to do, innermost first. The blocks stay open for the code
    /// that follows elsewhere.
    pub(crate) fn leave_blocks(&mut self, keep: usize) -> Done {
        let mut left: Vec<Block> = Vec::new();
        let bodies = self.finally_bodies.clone();
        let mut done = Ok(());
        while self.unit.blocks.len() > keep && done.is_ok() {
            let Some(block) = self.unit.blocks.pop() else { break };
            done = self.leave_block(&block);
            left.push(block);
        }
        self.finally_bodies = bodies;
        let here = self.unit.here();
        for mut block in left.into_iter().rev() {
            if let Block::Protected { start, .. } = &mut block {
                *start = here;
            }
            self.unit.blocks.push(block);
        }
        done
    }

    fn leave_block(&mut self, block: &Block) -> Done {
        match block {
            Block::Loop { .. } | Block::StarHandler => {}
            Block::Protected { start, handler, register } => {
                self.unit.close_range(*start, *handler, *register);
            }
            Block::Handler { register } => self.unit.abc(Opcode::PopHandled, *register, 0, 0),
            Block::HandlerName(name) => {
                let mark = self.unit.next;
                let register = self.unit.temp();
                self.unit.load_none(register);
                self.store_name(*name, register);
                self.unit.release(mark);
                self.delete_name(*name)?;
            }
            Block::With { exit, is_async } => self.call_exit_normally(*exit, *is_async),
            Block::Finally(number) => {
                let body = self.finally_bodies.get(*number).copied().unwrap_or(&[]);
                self.finally_bodies.truncate(*number);
                let bound = self.unit.bound.clone();
                self.body(body)?;
                self.unit.bound = bound;
            }
        }
        Ok(())
    }

    pub(crate) fn try_statement(&mut self, inner: &'a Try, range: SourceRange) -> Done {
        if inner.finalbody.is_empty() {
            return self.try_except(inner, range);
        }
        let bound = self.unit.bound.clone();
        let exception = self.unit.temps(2);
        let mark = self.unit.next;
        let (handler, cleanup, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        let number = self.finally_bodies.len();
        self.finally_bodies.push(&inner.finalbody);
        self.unit.blocks.push(Block::Finally(number));
        self.unit.protect(handler, exception);
        self.nested(1, range, |this| {
            if inner.handlers.is_empty() { this.body(&inner.body) } else { this.try_except(inner, range) }
        })?;
        self.unit.unprotect();
        self.unit.blocks.pop();
        self.finally_bodies.truncate(number);
        let after = self.unit.bound_state();
        if self.unit.reachable {
            self.body(&inner.finalbody)?;
            self.unit.jump(end);
        }
        let after_final = self.unit.bound.clone();
        self.unit.place(handler);
        self.unit.bound = bound;
        self.at(range);
        self.unit.release(mark);
        self.unit.push_handled(exception);
        self.unit.blocks.push(Block::Handler { register: exception });
        let second = self.unit.temps(2);
        self.unit.protect(cleanup, second);
        self.nested(1, range, |this| this.body(&inner.finalbody))?;
        self.unit.unprotect();
        self.unit.blocks.pop();
        self.unit.abc(Opcode::PopHandled, exception, 0, 0);
        self.unit.abc(Opcode::Reraise, exception, 0, 0);
        self.unit.reachable = false;
        self.cleanup(cleanup, exception, second);
        self.unit.place(end);
        if after.is_some() {
            self.unit.bound = after_final;
        }
        Ok(())
    }

    /// A handler that an exception left: the handled exception goes back to what it was.
    fn cleanup(&mut self, label: Label, handled: Reg, exception: Reg) {
        self.unit.place(label);
        self.unit.abc(Opcode::PopHandled, handled, 0, 0);
        self.unit.abc(Opcode::Reraise, exception, 0, 0);
        self.unit.reachable = false;
    }

    fn try_except(&mut self, inner: &'a Try, range: SourceRange) -> Done {
        let bound = self.unit.bound.clone();
        let exception = self.unit.temps(2);
        let second = self.unit.temps(2);
        let mark = self.unit.next;
        let (handler, cleanup, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        self.unit.protect(handler, exception);
        self.nested(1, range, |this| this.body(&inner.body))?;
        self.unit.unprotect();
        self.unit.release(mark);
        self.body(&inner.orelse)?;
        let mut states = alloc::vec![self.unit.bound_state()];
        self.unit.jump(end);
        self.unit.place(handler);
        self.unit.bound.clone_from(&bound);
        self.unit.push_handled(exception);
        self.unit.protect(cleanup, second);
        self.unit.blocks.push(Block::Handler { register: exception });
        // Leaving the handler closes its region after the handled exception is restored, so the order of the two blocks
        // is: region outside, handler inside.
        for (index, clause) in inner.handlers.iter().enumerate() {
            if clause.exception.is_none() && index + 1 < inner.handlers.len() {
                return self.error("default 'except:' must be last", clause.range);
            }
            self.unit.release(mark);
            self.unit.bound.clone_from(&bound);
            let next = self.unit.label();
            // CPython counts the handler and its name.
            self.nested(2, clause.range, |this| this.except_clause(clause, exception, next))?;
            states.push(self.unit.bound_state());
            if self.unit.reachable {
                self.unit.abc(Opcode::PopHandled, exception, 0, 0);
                self.unit.jump(end);
            }
            self.unit.place(next);
        }
        // No clause matched.
        self.unit.blocks.pop();
        self.unit.unprotect();
        if self.unit.reachable {
            self.unit.abc(Opcode::PopHandled, exception, 0, 0);
            self.unit.abc(Opcode::Reraise, exception, 0, 0);
            self.unit.reachable = false;
        }
        self.cleanup(cleanup, exception, second);
        self.unit.place(end);
        self.unit.join(&states);
        Ok(())
    }

    fn except_clause(&mut self, clause: &'a ExceptHandler, exception: Reg, next: Label) -> Done {
        self.at(clause.range);
        if let Some(pattern) = &clause.exception {
            let mark = self.unit.next;
            let pattern = self.within(pattern.range, |this| this.operand(pattern))?;
            self.unit.jump_if(encode_abc(Opcode::JumpIfNotMatch, exception, pattern, 0), next);
            self.unit.release(mark);
        }
        match clause.name {
            None => self.body(&clause.body),
            Some(name) => self.named_handler(name, &clause.body, exception),
        }
    }

    /// The body of a handler whose exception has a name: the name is unbound at the end, however it is left.
    fn named_handler(&mut self, name: ferropy_syntax::Name, body: &'a [Statement], exception: Reg) -> Done {
        self.store_name(name, exception);
        let (handler, done) = (self.unit.label(), self.unit.label());
        let raised = self.unit.temps(2);
        self.unit.blocks.push(Block::HandlerName(name));
        self.unit.protect(handler, raised);
        self.body(body)?;
        self.unit.unprotect();
        self.unit.blocks.pop();
        let state = self.unit.bound_state();
        if self.unit.reachable {
            self.leave_block(&Block::HandlerName(name))?;
            self.unit.jump(done);
        }
        self.unit.place(handler);
        if self.unit.reachable {
            self.leave_block(&Block::HandlerName(name))?;
            self.unit.abc(Opcode::Reraise, raised, 0, 0);
            self.unit.reachable = false;
        }
        self.unit.place(done);
        if let Some(state) = state {
            self.unit.bound = state;
        }
        Ok(())
    }

    /// `try` with `except*`.
    pub(crate) fn try_star(&mut self, inner: &'a Try, range: SourceRange) -> Done {
        let bound = self.unit.bound.clone();
        if !inner.finalbody.is_empty() {
            let exception = self.unit.temps(2);
            let (handler, cleanup, end) = (self.unit.label(), self.unit.label(), self.unit.label());
            let number = self.finally_bodies.len();
            self.finally_bodies.push(&inner.finalbody);
            self.unit.blocks.push(Block::Finally(number));
            self.unit.protect(handler, exception);
            self.nested(1, range, |this| this.star_clauses(inner, range))?;
            self.unit.unprotect();
            self.unit.blocks.pop();
            self.finally_bodies.truncate(number);
            if self.unit.reachable {
                self.body(&inner.finalbody)?;
                self.unit.jump(end);
            }
            self.unit.place(handler);
            self.unit.bound.clone_from(&bound);
            self.at(range);
            self.unit.push_handled(exception);
            self.unit.blocks.push(Block::Handler { register: exception });
            let second = self.unit.temps(2);
            self.unit.protect(cleanup, second);
            self.body(&inner.finalbody)?;
            self.unit.unprotect();
            self.unit.blocks.pop();
            self.unit.abc(Opcode::PopHandled, exception, 0, 0);
            self.unit.abc(Opcode::Reraise, exception, 0, 0);
            self.unit.reachable = false;
            self.cleanup(cleanup, exception, second);
            self.unit.place(end);
        } else {
            self.star_clauses(inner, range)?;
        }
        self.unit.bound = bound;
        Ok(())
    }

    fn star_clauses(&mut self, inner: &'a Try, range: SourceRange) -> Done {
        let bound = self.unit.bound.clone();
        let exception = self.unit.temps(2);
        let second = self.unit.temps(2);
        let (rest, list, matched, raised) =
            (self.unit.temp(), self.unit.temp(), self.unit.temps(2), self.unit.temps(2));
        let mark = self.unit.next;
        let (handler, cleanup, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        self.unit.protect(handler, exception);
        self.nested(1, range, |this| this.body(&inner.body))?;
        self.unit.unprotect();
        self.body(&inner.orelse)?;
        self.unit.jump(end);
        self.unit.place(handler);
        self.unit.push_handled(exception);
        self.unit.protect(cleanup, second);
        self.unit.blocks.push(Block::Handler { register: exception });
        self.unit.blocks.push(Block::StarHandler);
        self.unit.abc(Opcode::NewList, list, 0, 0);
        self.unit.move_to(rest, exception);
        for clause in &inner.handlers {
            self.unit.release(mark);
            self.unit.bound.clone_from(&bound);
            self.at(clause.range);
            let Some(pattern) = &clause.exception else { continue };
            let pattern = self.operand(pattern)?;
            self.unit.abc(Opcode::MatchGroup, matched, rest, pattern);
            self.unit.move_to(rest, matched + 1);
            let (next, failed) = (self.unit.label(), self.unit.label());
            self.unit.jump_if(encode_abc(Opcode::JumpIfNone, matched, 0, 0), next);
            // The matching part is what is being handled in the clause.
            self.unit.push_handled(matched);
            self.unit.protect(failed, raised);
            self.nested(2, clause.range, |this| match clause.name {
                None => this.body(&clause.body),
                Some(name) => this.named_handler(name, &clause.body, matched),
            })?;
            self.unit.unprotect();
            self.unit.abc(Opcode::PopHandled, matched, 0, 0);
            self.unit.jump(next);
            self.unit.place(failed);
            self.unit.abc(Opcode::PopHandled, matched, 0, 0);
            self.unit.abc(Opcode::ListAppend, list, raised, 0);
            self.unit.place(next);
        }
        self.unit.abc(Opcode::ListAppend, list, rest, 0);
        let result = self.unit.temp();
        self.unit.abc(Opcode::RaiseGroup, result, list, exception);
        self.unit.blocks.pop();
        self.unit.blocks.pop();
        self.unit.unprotect();
        self.unit.abc(Opcode::PopHandled, exception, 0, 0);
        self.unit.jump_if(encode_abc(Opcode::JumpIfNone, result, 0, 0), end);
        self.unit.abc(Opcode::Reraise, result, 0, 0);
        self.unit.reachable = false;
        self.cleanup(cleanup, exception, second);
        self.unit.place(end);
        self.unit.bound = bound;
        Ok(())
    }

    /// `with` and `async with`.
    pub(crate) fn with(&mut self, items: &'a [WithItem], body: &'a [Statement], is_async: bool) -> Done {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        let exit = self.unit.temps(2);
        let exception = self.unit.temps(2);
        let second = self.unit.temps(2);
        let mark = self.unit.next;
        let manager = self.operand(&item.context)?;
        self.at(item.context.range);
        let enter = self.unit.temps(2);
        let (enter_method, exit_method) = if is_async { (2, 3) } else { (0, 1) };
        self.get_special(enter, manager, enter_method);
        self.get_special(exit, manager, exit_method);
        self.call_special(enter, 0);
        if is_async {
            self.await_register(enter, 1, enter);
        }
        let (handler, cleanup, end, swallowed) =
            (self.unit.label(), self.unit.label(), self.unit.label(), self.unit.label());
        self.unit.blocks.push(Block::With { exit, is_async });
        self.unit.protect(handler, exception);
        if let Some(target) = &item.target {
            self.assign(target, enter)?;
        }
        self.unit.release(mark);
        let bound = self.unit.bound.clone();
        self.nested(1, self.statement_range, |this| this.with(rest, body, is_async))?;
        self.unit.unprotect();
        self.unit.blocks.pop();
        self.at(item.context.range);
        let after = self.unit.bound_state();
        if self.unit.reachable {
            self.call_exit_normally(exit, is_async);
            self.unit.jump(end);
        }
        self.unit.place(handler);
        self.unit.bound.clone_from(&bound);
        self.unit.push_handled(exception);
        self.unit.protect(cleanup, second);
        let result = self.unit.temp();
        self.unit.abc(Opcode::CallExit, result, exit, exception);
        if is_async {
            self.await_register(result, 2, result);
        }
        self.unit.jump_if(encode_abc(Opcode::JumpIfTrue, result, 0, 0), swallowed);
        self.unit.unprotect();
        self.unit.abc(Opcode::PopHandled, exception, 0, 0);
        self.unit.abc(Opcode::Reraise, exception, 0, 0);
        self.unit.reachable = false;
        self.unit.place(swallowed);
        self.unit.abc(Opcode::PopHandled, exception, 0, 0);
        self.unit.jump(end);
        self.cleanup(cleanup, exception, second);
        self.unit.place(end);
        self.unit.join(&[after, Some(bound)]);
        Ok(())
    }

    /// A special method of a context manager and its receiver.
    fn get_special(&mut self, target: Reg, manager: Reg, method: u8) {
        // Code that has more slots than registers calls no methods.
        let bound = if self.unit.is_wide() { 4 } else { 0 };
        let x = self.unit.cache();
        self.unit.abcx(Opcode::GetSpecial, target, manager, method | bound, x);
    }

    /// Calls what [`Self::get_special`] found with arguments that lie behind it.
    fn call_special(&mut self, method: Reg, count: u8) {
        if self.unit.is_wide() {
            // Nothing stands between what is bound and its arguments.
            for index in 1..=count {
                self.unit.move_to(method + index, method + index + 1);
            }
        }
        let opcode = if self.unit.is_wide() { Opcode::Call } else { Opcode::CallMethod };
        self.unit.abc(opcode, method, count, 0);
    }

    /// `exit(None, None, None)`.
    fn call_exit_normally(&mut self, exit: Reg, is_async: bool) {
        let mark = self.unit.next;
        let call = self.unit.temps(5);
        self.unit.move_to(call, exit);
        self.unit.move_to(call + 1, exit + 1);
        for index in 2..5 {
            self.unit.load_none(call + index);
        }
        self.call_special(call, 3);
        if is_async {
            self.await_register(call, 2, call);
        }
        self.unit.release(mark);
    }

    /// Awaits the value in a register.
    fn await_register(&mut self, value: Reg, context: u8, target: Reg) {
        let mark = self.unit.next;
        let iterator = self.unit.temp();
        self.unit.abc(Opcode::GetAwaitable, iterator, value, context);
        self.unit.load_none(target);
        self.unit.abc(Opcode::Delegate, target, iterator, 0);
        self.unit.release(mark);
    }

    /// `await value`.
    pub(crate) fn await_value(&mut self, value: &'a Expression, range: SourceRange, target: Reg) -> Done {
        if self.unit.flags.has(CodeFlags::NAMESPACE) {
            return self.error("'await' outside function", range);
        }
        self.check_async("'await' outside async function", range)?;
        let result = self.unit.temp();
        self.expression(value, result)?;
        self.await_register(result, 0, result);
        self.unit.move_to(target, result);
        Ok(())
    }

    /// `yield value`.
    pub(crate) fn yield_value(&mut self, value: Option<&'a Expression>, range: SourceRange, target: Reg) -> Done {
        if self.unit.flags.has(CodeFlags::NAMESPACE) {
            return self.error("'yield' outside function", range);
        }
        let register = match value {
            Some(value) => self.operand(value)?,
            None => {
                let register = self.unit.temp();
                self.unit.load_none(register);
                register
            }
        };
        self.unit.abc(Opcode::Yield, target, register, 0);
        Ok(())
    }

    /// `yield from value`.
    pub(crate) fn yield_from(&mut self, value: &'a Expression, range: SourceRange, target: Reg) -> Done {
        if self.unit.flags.has(CodeFlags::NAMESPACE) {
            return self.error("'yield from' outside function", range);
        }
        if self.unit.flags.has_any(CodeFlags::COROUTINE.with(CodeFlags::ASYNC_GENERATOR)) {
            return self.error("'yield from' inside async function", range);
        }
        let iterator = self.unit.temp();
        let result = self.unit.temp();
        self.expression(value, iterator)?;
        self.unit.abc(Opcode::GetYieldFromIter, iterator, iterator, 0);
        self.unit.load_none(result);
        self.unit.abc(Opcode::Delegate, result, iterator, 0);
        self.unit.move_to(target, result);
        Ok(())
    }
}
