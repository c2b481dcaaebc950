//! What is thrown into generators: `throw`, `close`, and what becomes of both in what a generator delegates to.

use super::generator::{field, flavor, state};
use super::{Exit, FrameKind};
use crate::exceptions;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::vec::Vec;

/// What became of something thrown at the iterator that a generator delegates to.
enum Caught {
    /// It yielded a value.
    Yielded(Value),
    /// It ended; its result is in `Isolate::generator_result`.
    Ended,
    /// It raised.
    Raised(Raised),
    /// It can't be thrown at: the generator itself is next.
    Nothing,
}

impl Isolate {
    /// `generator.throw(…)`: the next value it yields, or nothing if it ended normally. What is thrown is looked at only
    /// by the generator that it reaches; an iterator that is delegated to gets it as it was given.
    pub(crate) fn throw_into(&mut self, generator: Value, thrown: &[Value]) -> Completion<Option<Value>> {
        // What the caller handles is not the generator's until it has caught it: a suspended generator keeps what it
        // handles only if that is not what its caller handles anyway.
        let handled = self.thread.handled;
        if handled.is_none() || thrown.first() != Some(&handled) {
            return self.throw_into_state(generator, thrown);
        }
        self.thread.handled = Value::NONE;
        let result = self.throw_into_state(generator, thrown);
        self.thread.handled = handled;
        let raised = self.in_flight;
        if result.is_err()
            && self.heap.kind(raised).is_some()
            && self.heap.field(raised, exceptions::field::CONTEXT).is_none()
        {
            // What the generator raises instead, it raises while that is handled.
            self.set_context(raised);
        }
        result
    }

    /// Does it as the generator's state wants it.
    fn throw_into_state(&mut self, generator: Value, thrown: &[Value]) -> Completion<Option<Value>> {
        self.settle_parked();
        let state = self.generator_state(generator);
        if state == state::DELEGATING {
            return self.throw_into_delegate(generator, thrown);
        }
        let exception = self.exception_to_throw(thrown)?;
        match state {
            state::RUNNING => {
                let what = self.generator_word(generator);
                return Err(raise::value_error(self, &alloc::format!("{what} already executing")));
            }
            state::CREATED => {
                let (code, globals) = (self.generator_code(generator)?, self.generator_globals(generator));
                self.mark_closed(generator);
                self.in_flight = exception;
                self.add_start_to_traceback(exception, code, globals);
                return Err(Raised::EXCEPTION);
            }
            state::CLOSED => {
                if self.heap.number(generator) == flavor::COROUTINE {
                    return Err(raise::runtime_error(self, "cannot reuse already awaited coroutine"));
                }
                self.in_flight = exception;
                return Err(Raised::EXCEPTION);
            }
            _ => {}
        }
        let handles = !self.heap.field(generator, field::HANDLED).or(Value::NONE).is_none();
        self.push_generator(generator, Value::NONE, 0, FrameKind::GeneratorEntry)?;
        // What the caller is handling is no context of what it throws; what the generator is handling is.
        if handles {
            let raised = self.raise_exception(exception);
            return self.continue_raising(raised);
        }
        self.in_flight = exception;
        self.continue_raising(Raised::EXCEPTION)
    }

    /// The exception that the arguments of `throw` stand for: an exception, or a class with perhaps a value, and perhaps
    /// a traceback.
    pub(crate) fn exception_to_throw(&mut self, thrown: &[Value]) -> Completion {
        let argument = |index: usize| thrown.get(index).copied().unwrap_or(Value::NONE);
        let (class, value, traceback) = (argument(0), argument(1), argument(2));
        if !traceback.is_none() && self.type_of(traceback) != TypeId::TRACEBACK.value() {
            return Err(raise::type_error(self, "throw() third argument must be a traceback object"));
        }
        let exception = if self.is_class(class) && self.is_subtype(class, TypeId::BASE_EXCEPTION.value()) {
            if value.is_none() {
                self.call(class, &[])?
            } else if self.is_instance(value, class)? {
                value
            } else {
                // A tuple stands for several arguments.
                let inner = self.unwrap(value);
                let arguments: Vec<Value> = match self.heap.kind(inner) {
                    Some(Kind::Tuple) => self.heap.items(inner).collect(),
                    _ => alloc::vec![value],
                };
                self.call(class, &arguments)?
            }
        } else if self.is_instance_of(class, TypeId::BASE_EXCEPTION) {
            if !value.is_none() {
                return Err(raise::type_error(self, "instance exception may not have a separate value"));
            }
            class
        } else {
            let kind = self.type_name(class);
            let message =
                alloc::format!("exceptions must be classes or instances deriving from BaseException, not {kind}");
            return Err(raise::type_error(self, &message));
        };
        if !self.is_instance_of(exception, TypeId::BASE_EXCEPTION) {
            let (class, kind) = (self.repr_text(class)?, self.type_name(exception));
            let message =
                alloc::format!("calling {class} should have returned an instance of BaseException, not {kind}");
            return Err(raise::type_error(self, &message));
        }
        if !traceback.is_none() {
            self.heap.set_field(exception, exceptions::field::TRACEBACK, traceback);
        }
        Ok(exception)
    }

    /// Goes on with the generator frame just pushed by raising at its place.
    fn continue_raising(&mut self, raised: Raised) -> Completion<Option<Value>> {
        self.native_depth += 1;
        let stopped = self.unwind(raised);
        self.native_depth -= 1;
        match stopped {
            None => self.run_generator(),
            Some(Exit::Raised(raised)) => Err(raised),
            Some(_) => Ok(None),
        }
    }

    /// `throw` into a generator that delegates: what is thrown goes to the iterator that it delegates to.
    fn throw_into_delegate(&mut self, generator: Value, thrown: &[Value]) -> Completion<Option<Value>> {
        let inner = self.delegate_of(generator);
        self.set_generator_state(generator, state::RUNNING);
        let result = self.throw_into_iterator(inner, thrown);
        self.set_generator_state(generator, state::DELEGATING);
        match result? {
            Caught::Yielded(yielded) => Ok(Some(yielded)),
            Caught::Ended => {
                // The outer generator goes on with the result of the inner iterator.
                let result = self.generator_result;
                self.push_behind_delegate(generator, result)?;
                self.run_generator()
            }
            Caught::Raised(raised) => {
                let handles = !self.heap.field(generator, field::HANDLED).or(Value::NONE).is_none();
                let exception = self.in_flight;
                self.keep(exception);
                self.push_behind_delegate(generator, Value::NONE)?;
                // What this one is handling is the context of what the inner iterator raised.
                let raised = if handles && !exception.is_none() { self.raise_exception(exception) } else { raised };
                self.continue_raising(raised)
            }
            Caught::Nothing => {
                let exception = self.exception_to_throw(thrown)?;
                self.push_behind_delegate(generator, Value::NONE)?;
                let raised = self.raise_exception(exception);
                self.continue_raising(raised)
            }
        }
    }

    /// Puts a generator's frame on the stack, behind the instruction that delegates.
    fn push_behind_delegate(&mut self, generator: Value, result: Value) -> Completion<()> {
        self.push_generator(generator, result, 0, FrameKind::GeneratorEntry)?;
        if let Some(frame) = self.thread.frames.last_mut() {
            frame.pc += 1;
        }
        Ok(())
    }

    /// What a suspended generator delegates to.
    pub(crate) fn delegate_of(&self, generator: Value) -> Value {
        let pc = self.generator_pc(generator) as usize;
        let code = self.heap.generator_code(generator).and_then(|number| self.codes.get(number));
        let word = code.and_then(|code| code.instructions.get(pc)).copied().unwrap_or(0);
        self.heap.field(generator, field::REGISTERS + ferropy_bytecode::encoding::field_b(word) as usize)
    }

    fn throw_into_iterator(&mut self, inner: Value, thrown: &[Value]) -> Completion<Caught> {
        if self.is_generator_exit(thrown) {
            return Ok(match self.close_iterator(inner) {
                Ok(()) => Caught::Nothing,
                Err(raised) => Caught::Raised(raised),
            });
        }
        let result = if self.heap.kind(inner) == Some(Kind::Generator) {
            self.throw_into(inner, thrown)
        } else {
            let Some(throw) = self.get_attr_opt(inner, names::throw)? else {
                return Ok(Caught::Nothing);
            };
            match self.call(throw, thrown) {
                Ok(value) => Ok(Some(value)),
                Err(raised) => self.stop_iteration_value(raised),
            }
        };
        Ok(match result {
            Ok(Some(yielded)) => Caught::Yielded(yielded),
            Ok(None) => Caught::Ended,
            Err(raised) => Caught::Raised(raised),
        })
    }

    /// Whether what is thrown is a `GeneratorExit`, or that class.
    fn is_generator_exit(&self, thrown: &[Value]) -> bool {
        let Some(&class) = thrown.first() else { return false };
        let wanted = TypeId::GENERATOR_EXIT;
        self.is_instance_of(class, wanted) || self.is_class(class) && self.is_subtype(class, wanted.value())
    }

    /// After an exception: nothing if it is `StopIteration`, whose value is put into `generator_result`.
    fn stop_iteration_value(&mut self, raised: Raised) -> Completion<Option<Value>> {
        if !self.raised_is(TypeId::STOP_ITERATION) {
            return Err(raised);
        }
        let exception = self.take_exception();
        let value = self.heap.field(exception, exceptions::field::EXTRA);
        self.generator_result = self.keep(value);
        Ok(None)
    }

    /// `close()` of an iterator, if it has that.
    fn close_iterator(&mut self, inner: Value) -> Completion<()> {
        if self.heap.kind(inner) == Some(Kind::Generator) {
            return self.close_generator(inner).map(|_| ());
        }
        if let Some(close) = self.get_attr_opt(inner, names::close)? {
            self.call(close, &[])?;
        }
        Ok(())
    }

    /// `generator.close()`: the value that it returns with, or None.
    pub(crate) fn close_generator(&mut self, generator: Value) -> Completion {
        match self.generator_state(generator) {
            state::CREATED => {
                self.mark_closed(generator);
                return Ok(Value::NONE);
            }
            state::CLOSED => return Ok(Value::NONE),
            _ => {}
        }
        let exception = self.new_exception(TypeId::GENERATOR_EXIT.value(), &[])?;
        match self.throw_into(generator, &[exception]) {
            Ok(Some(_)) => {
                let what = self.generator_word(generator);
                Err(raise::runtime_error(self, &alloc::format!("{what} ignored GeneratorExit")))
            }
            Ok(None) => Ok(self.generator_result),
            Err(raised) => {
                if self.raised_is(TypeId::GENERATOR_EXIT) || self.raised_is(TypeId::STOP_ITERATION) {
                    self.take_exception();
                    return Ok(Value::NONE);
                }
                Err(raised)
            }
        }
    }

    /// Sends a value to any iterator, as `Delegate` does: what it yields, or nothing at its end.
    pub(crate) fn send_to(&mut self, iterator: Value, sent: Value) -> Completion<Option<Value>> {
        if self.heap.kind(iterator) == Some(Kind::Generator) {
            return self.resume_generator(iterator, sent);
        }
        let result = if sent.is_none() {
            let class = self.type_of(iterator);
            match self.lookup(class, names::__next__) {
                Some(function) => self.call_unbound_raw(function, iterator, &[]),
                None => {
                    let kind = self.class_name(class);
                    return Err(raise::type_error(self, &alloc::format!("'{kind}' object is not an iterator")));
                }
            }
        } else {
            self.call_method(iterator, names::send, &[sent])
        };
        match result {
            Ok(value) if value.is_unbound() => {
                self.generator_result = Value::NONE;
                Ok(None)
            }
            Ok(value) => Ok(Some(value)),
            Err(raised) => self.stop_iteration_value(raised),
        }
    }
}
