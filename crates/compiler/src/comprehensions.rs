//! Comprehensions, in the frame of the code around them (PEP 709), and generator expressions, which are functions.

use crate::crowded::{Held, MOST_TOGETHER};
use crate::generator::{Done, Generator};
use crate::names::Place;
use crate::scope::{Meaning, part};
use crate::sorted::Map;
use crate::unit::Reg;
use ferropy_bytecode::encoding::encode_abc;
use ferropy_bytecode::{CodeFlags, Opcode};
use ferropy_syntax::tree::{Comprehension, Expression, ExpressionKind, SourceRange};

/// What a comprehension does with each element.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expression),
    Set(&'a Expression),
    Dict(&'a Expression, &'a Expression),
    Yield(&'a Expression),
}

impl<'a> Generator<'a> {
    pub(crate) fn comprehension(&mut self, expression: &'a Expression, target: Reg) -> Done {
        let (generators, element, opcode) = match &expression.kind {
            ExpressionKind::ListComp(inner) => (&inner.generators, Element::List(&inner.elt), Opcode::NewList),
            ExpressionKind::SetComp(inner) => (&inner.generators, Element::Set(&inner.elt), Opcode::NewSet),
            ExpressionKind::DictComp(inner) => {
                (&inner.generators, Element::Dict(&inner.key, &inner.value), Opcode::NewDict)
            }
            _ => return Ok(()),
        };
        let scope = self.table.find(expression, part::BODY);
        if self.table.scopes.get(scope).is_some_and(|scope| scope.awaits) {
            self.check_async_comprehension(expression.range)?;
        }
        let is_outermost = self.unit.open_loop();
        let result = self.unit.temp();
        let Some(first) = generators.first() else { return Ok(()) };
        let iterable = self.unit.temp();
        // What the loop goes over stands right before it: a call of `zip` or `enumerate` there becomes part of the loop.
        self.within(first.iter.range, |this| this.unit.abc(opcode, result, 0, 0));
        self.expression(&first.iter, iterable)?;
        let held = self.unit.held;
        let places = self.comprehension_variables(scope);
        self.unit.comprehensions.push((scope, places));
        let bound = self.unit.bound_state();
        self.clauses(generators, Some(iterable), element, result)?;
        if let Some(bound) = bound {
            self.unit.bound = bound;
        }
        self.unit.close_loop(is_outermost);
        self.unit.comprehensions.pop();
        self.unit.held = held;
        self.unit.move_to(target, result);
        Ok(())
    }

    fn check_async_comprehension(&mut self, range: SourceRange) -> Done {
        let flags = self.unit.flags;
        let allowed = flags.has_any(CodeFlags::COROUTINE.with(CodeFlags::ASYNC_GENERATOR));
        if allowed {
            return Ok(());
        }
        self.error("asynchronous comprehension outside of an asynchronous function", range)
    }

    /// Places for a comprehension's own names; captured ones get cells.
    fn comprehension_variables(&mut self, scope: usize) -> Map<ferropy_syntax::Name, Held> {
        let mut places = Map::new();
        let Some(scope) = self.table.scopes.get(scope) else { return places };
        let mine: alloc::vec::Vec<_> = scope
            .order
            .iter()
            .filter_map(|name| Some((*name, *scope.meanings.get(name)?)))
            .filter(|(_, meaning)| matches!(meaning, Meaning::Local | Meaning::Cell))
            .collect();
        let in_slots = self.unit.crowded && mine.len() > MOST_TOGETHER;
        for (name, meaning) in mine {
            let mark = self.unit.next;
            let register = self.unit.temp();
            if meaning == Meaning::Cell {
                self.unit.load_unbound(register);
                self.unit.abc(Opcode::MakeCell, register, 0, 0);
            }
            if in_slots {
                places.insert(name, Held::Slot(self.unit.hold(register)));
                self.unit.release(mark);
            } else {
                places.insert(name, Held::Register(register));
            }
        }
        places
    }

    /// The `for` clauses from the first on. `ready` holds the first iterable.
    fn clauses(
        &mut self,
        generators: &'a [Comprehension],
        ready: Option<Reg>,
        element: Element<'a>,
        result: Reg,
    ) -> Done {
        let Some((generator, rest)) = generators.split_first() else { return self.element(element, result) };
        if ready.is_none() {
            return self.apart(result, |this, result| this.clause(generator, rest, None, element, result));
        }
        self.clause(generator, rest, ready, element, result)
    }

    fn clause(
        &mut self,
        generator: &'a Comprehension,
        rest: &'a [Comprehension],
        ready: Option<Reg>,
        element: Element<'a>,
        result: Reg,
    ) -> Done {
        let mark = self.unit.next;
        let iterable = match ready {
            Some(register) => register,
            None => self.operand(&generator.iter)?,
        };
        let (next, end) = (self.unit.label(), self.unit.label());
        if generator.is_async {
            self.async_clause(generator, rest, (iterable, ready.is_some()), element, result, (next, end))?;
        } else {
            let state = self.unit.temps(3);
            self.within(generator.iter.range, |this| this.unit.abc(Opcode::ForPrepare, state, iterable, 0));
            let counted = matches!(element, Element::List(_) | Element::Dict(..));
            if counted && ready.is_some() && rest.is_empty() && generator.ifs.is_empty() {
                self.unit.abc(Opcode::MakeRoom, result, state, 0);
            }
            self.unit.place_loop(next);
            let item = self.unit.temp();
            let direct = self.direct_target(&generator.target);
            let into = direct.unwrap_or(item);
            self.within(generator.iter.range, |this| {
                this.unit.jump_if(encode_abc(Opcode::ForIter, state, into, 0), end);
            });
            if direct.is_none() {
                self.assign(&generator.target, item)?;
            }
            let assigned = self.unit.here();
            for condition in &generator.ifs {
                self.jump_unless(condition, next)?;
            }
            self.clauses(rest, None, element, result)?;
            self.unit.jump(next);
            self.name_targets(&generator.target, assigned);
            self.unit.place(end);
        }
        self.unit.release(mark);
        Ok(())
    }

    /// Says where the variables of a clause are, from the word `start` on, to those who look at the frame.
    fn name_targets(&mut self, target: &Expression, start: u32) {
        match &target.kind {
            ExpressionKind::Name(name) => {
                // Crowded code moves its registers about.
                let (register, in_cell) = match self.place_of(*name) {
                    _ if self.unit.crowded => return,
                    Place::Register(register) => (register, false),
                    Place::CellRegister(register) => (register, true),
                    _ => return,
                };
                let text: alloc::string::String = self.names.text(*name).into();
                self.unit.scoped_name(&text, register, in_cell, start);
            }
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().for_each(|item| self.name_targets(item, start));
            }
            ExpressionKind::Starred(inner) => self.name_targets(inner, start),
            _ => {}
        }
    }

    /// The register of a plain variable that a loop may write directly.
    pub(crate) fn direct_target(&mut self, target: &Expression) -> Option<Reg> {
        match target.kind {
            ExpressionKind::Name(name) => self.target_register(name),
            _ => None,
        }
    }

    fn async_clause(
        &mut self,
        generator: &'a Comprehension,
        rest: &'a [Comprehension],
        (iterable, is_ready): (Reg, bool),
        element: Element<'a>,
        result: Reg,
        (next, end): (crate::unit::Label, crate::unit::Label),
    ) -> Done {
        let iterator = self.unit.temp();
        let made = is_ready && self.unit.flags.has(CodeFlags::ASYNC_GENERATOR) && iterable == 0;
        if made {
            self.unit.move_to(iterator, iterable);
        } else {
            self.unit.abc(Opcode::GetAsyncIter, iterator, iterable, 0);
        }
        self.unit.place_loop(next);
        let (item, awaited, exception) = (self.unit.temp(), self.unit.temp(), self.unit.temps(2));
        let handler = self.unit.label();
        self.unit.protect(handler, exception);
        self.unit.abc(Opcode::GetAsyncNext, awaited, iterator, 0);
        self.unit.load_none(item);
        self.unit.abc(Opcode::Delegate, item, awaited, 0);
        self.unit.unprotect();
        self.assign(&generator.target, item)?;
        let assigned = self.unit.here();
        for condition in &generator.ifs {
            self.jump_unless(condition, next)?;
        }
        self.clauses(rest, None, element, result)?;
        self.unit.jump(next);
        self.name_targets(&generator.target, assigned);
        self.unit.place(handler);
        self.unit.abc(Opcode::EndAsyncFor, exception, 0, 0);
        self.unit.place(end);
        Ok(())
    }

    fn element(&mut self, element: Element<'a>, result: Reg) -> Done {
        let mark = self.unit.next;
        match element {
            Element::List(value) => {
                let value = self.operand(value)?;
                self.unit.abc(Opcode::ListAppend, result, value, 0);
            }
            Element::Set(value) => {
                let value = self.operand(value)?;
                self.unit.abc(Opcode::SetAdd, result, value, 0);
            }
            Element::Dict(key, value) => {
                let key = self.early_operand(key, &[value])?;
                let value = self.operand(value)?;
                self.unit.abc(Opcode::DictSet, result, key, value);
            }
            Element::Yield(value) => {
                let sent = self.unit.temp();
                let value = self.operand(value)?;
                self.unit.abc(Opcode::Yield, sent, value, 0);
            }
        }
        self.unit.release(mark);
        Ok(())
    }

    /// A generator expression: a function that gets the iterator of its first clause.
    pub(crate) fn generator_expression(&mut self, expression: &'a Expression, target: Reg) -> Done {
        let ExpressionKind::GeneratorExp(inner) = &expression.kind else { return Ok(()) };
        let Some(first) = inner.generators.first() else { return Ok(()) };
        let call = self.unit.temps(2);
        self.expression(&first.iter, call + 1)?;
        self.within(first.iter.range, |this| {
            let opcode = if first.is_async { Opcode::GetAsyncIter } else { Opcode::GetIter };
            this.unit.abc(opcode, call + 1, call + 1, 0);
        });
        let scope = self.table.find(expression, part::BODY);
        self.open(scope, "<genexpr>", expression.range);
        self.unit.positional = 1;
        self.unit.positional_only = 1;
        self.set_parameters(1);
        let is_async = self.table.scopes.get(scope).is_some_and(|scope| scope.awaits);
        let flag = if is_async { CodeFlags::ASYNC_GENERATOR } else { CodeFlags::GENERATOR };
        self.unit.flags = self.unit.flags.with(flag);
        let is_outermost = self.unit.open_loop();
        self.clauses(&inner.generators, Some(0), Element::Yield(&inner.elt), 0)?;
        self.unit.close_loop(is_outermost);
        self.return_none();
        let code = self.close()?;
        let mark = self.unit.next;
        let function = self.unit.temp();
        self.make_function(code, scope, function, 0);
        self.unit.move_to(call, function);
        self.unit.release(mark);
        self.unit.abc(Opcode::Call, call, 1, 0);
        self.unit.move_to(target, call);
        Ok(())
    }
}
