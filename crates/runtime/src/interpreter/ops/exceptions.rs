//! Raising, matching and cleaning up.

use super::variables::cache_key;
use crate::exceptions::attributes::group_field;
use crate::exceptions::{field, raise};
use crate::heap::Kind;
use crate::interpreter::Cache;
use crate::native::TypeId;
use crate::value::Word;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

impl Isolate {
    /// `raise exception from cause`.
    pub(crate) fn raise_from(&mut self, exception: Value, cause: Value) -> Raised {
        let made = (|| {
            let exception = self.exception_from(exception)?;
            let cause = if cause.is_none() {
                Value::NONE
            } else if self.is_class(cause) && self.is_subtype(cause, TypeId::BASE_EXCEPTION.value()) {
                self.exception_from(cause)?
            } else if self.is_instance_of(cause, TypeId::BASE_EXCEPTION) {
                cause
            } else {
                return Err(raise::type_error(self, "exception causes must derive from BaseException"));
            };
            self.heap.set_field(exception, field::CAUSE, cause);
            self.heap.set_field(exception, field::SUPPRESS_CONTEXT, Value::TRUE);
            Ok(exception)
        })();
        match made {
            Ok(exception) => self.raise_exception(exception),
            Err(raised) => raised,
        }
    }

    /// Bare `raise`.
    pub(crate) fn raise_again(&mut self) -> Raised {
        let handled = self.thread.handled;
        if handled.is_none() || handled.is_unbound() {
            return raise::runtime_error(self, "No active exception to reraise");
        }
        self.in_flight = handled;
        Raised::EXCEPTION
    }

    /// `Reraise`.
    pub(crate) fn reraise(&mut self, exception: Value) -> Raised {
        if !self.is_exception(exception) {
            return raise::internal(self);
        }
        self.in_flight = exception;
        Raised::EXCEPTION
    }

    /// Whether the value can be raised. Compiled files may bring instructions that confuse registers.
    fn is_exception(&self, value: Value) -> bool {
        self.heap.kind(value) == Some(Kind::Exception)
    }

    /// `RaiseAssertion`.
    pub(crate) fn raise_assertion(&mut self, message: Value) -> Raised {
        let args = [message];
        let args = if message.is_unbound() { &[] } else { &args[..] };
        raise::exception_with(self, TypeId::ASSERTION_ERROR, args)
    }

    /// Whether an `except` clause with `pattern` catches the exception.
    pub(crate) fn exception_matches(&mut self, exception: Value, pattern: Value) -> Completion<bool> {
        if self.heap.kind(pattern) == Some(Kind::Tuple) {
            let classes: Vec<Value> = self.heap.items(pattern).collect();
            for &class in &classes {
                self.check_catchable(class)?;
            }
            let kind = self.type_of(exception);
            return Ok(classes.into_iter().any(|class| self.is_subtype(kind, class)));
        }
        // What catches an exception is one of its classes: all of them may, but for `object`.
        let found = self.is_subtype(self.type_of(exception), pattern);
        if !found || pattern == TypeId::OBJECT.value() {
            self.check_catchable(pattern)?;
        }
        Ok(found)
    }

    fn check_catchable(&mut self, class: Value) -> Completion<()> {
        if self.is_class(class) && self.is_subtype(class, TypeId::BASE_EXCEPTION.value()) {
            return Ok(());
        }
        let message = "catching classes that do not inherit from BaseException is not allowed";
        Err(raise::type_error(self, message))
    }

    /// `MatchGroup`: the parts of an exception that an `except*` clause catches, and those that it doesn't.
    pub(crate) fn match_group(&mut self, exception: Value, pattern: Value) -> Completion<(Value, Value)> {
        self.check_group_pattern(pattern)?;
        if exception.is_none() {
            return Ok((Value::NONE, Value::NONE));
        }
        if !self.is_exception(exception) {
            return Err(raise::internal(self));
        }
        let is_group = self.is_instance_of(exception, TypeId::BASE_EXCEPTION_GROUP);
        if !is_group {
            if !self.exception_matches(exception, pattern)? {
                return Ok((Value::NONE, exception));
            }
            // A plain exception is caught as a group of one.
            let empty = names::EMPTY;
            let list = self.new_tuple(&[exception])?;
            let group = self.call(TypeId::EXCEPTION_GROUP.value(), &[empty, list]).or_else(|raised| {
                if !self.raised_is(TypeId::TYPE_ERROR) {
                    return Err(raised);
                }
                self.take_exception();
                self.call(TypeId::BASE_EXCEPTION_GROUP.value(), &[empty, list])
            })?;
            let traceback = self.heap.field(exception, field::TRACEBACK);
            self.heap.set_field(group, field::TRACEBACK, traceback);
            return Ok((group, Value::NONE));
        }
        let parts = self.call_method(exception, names::split, &[pattern])?;
        let class = self.type_name(exception);
        if self.heap.kind(parts) != Some(Kind::Tuple) {
            let kind = self.type_name(parts);
            return Err(raise::type_error(self, &format!("{class}.split must return a tuple, not {kind}")));
        }
        // More than two are let pass, as older versions did.
        let count = self.heap.sequence_len(parts);
        if count < 2 {
            let message = format!("{class}.split must return a 2-tuple, got tuple of size {count}");
            return Err(raise::type_error(self, &message));
        }
        let part = |index: usize| self.heap.tuple_item(parts, index).unwrap_or(Value::NONE);
        Ok((part(0), part(1)))
    }

    fn check_group_pattern(&mut self, pattern: Value) -> Completion<()> {
        let classes: Vec<Value> = if self.heap.kind(pattern) == Some(Kind::Tuple) {
            self.heap.items(pattern).collect()
        } else {
            alloc::vec![pattern]
        };
        for class in classes {
            self.check_catchable(class)?;
            if self.is_subtype(class, TypeId::BASE_EXCEPTION_GROUP.value()) {
                let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
                return Err(raise::type_error(self, message));
            }
        }
        Ok(())
    }

    /// `RaiseGroup`: what an `except*` statement raises at its end, or None.
    ///
    /// Parts that were raised again as they were (same traceback, cause and notes as the original's parts) go back
    /// into the shape of the original group; what handlers raised anew stands beside it.
    pub(crate) fn exception_after_star(&mut self, list: Value, original: Value) -> Completion {
        let parts: Vec<Value> = self.heap.items(list).filter(|part| !part.is_none()).collect();
        if parts.is_empty() {
            return Ok(Value::NONE);
        }
        if !parts.iter().all(|&part| self.is_exception(part)) {
            return Err(raise::internal(self));
        }
        if !self.is_instance_of(original, TypeId::BASE_EXCEPTION_GROUP) {
            // At most one part: the plain exception itself, or what a handler raised.
            let &[part] = parts.as_slice() else { return self.group_of(&parts) };
            return Ok(part);
        }
        let (again, anew): (Vec<Value>, Vec<Value>) =
            parts.iter().partition(|&&part| self.is_same_metadata(part, original));
        let rest = if again.is_empty() { Value::NONE } else { self.project(original, &again)? };
        if anew.is_empty() {
            return Ok(rest);
        }
        let mut all = anew;
        if !rest.is_none() {
            all.push(rest);
        }
        match *all.as_slice() {
            // One alone needs no group around it.
            [only] => Ok(only),
            _ => self.group_of(&all),
        }
    }

    fn group_of(&mut self, parts: &[Value]) -> Completion {
        let list = self.new_list(parts)?;
        let empty = names::EMPTY;
        self.call(TypeId::BASE_EXCEPTION_GROUP.value(), &[empty, list])
    }

    fn is_same_metadata(&self, part: Value, original: Value) -> bool {
        self.is_instance_of(part, TypeId::BASE_EXCEPTION_GROUP)
            && [field::TRACEBACK, field::CAUSE, field::CONTEXT]
                .into_iter()
                .all(|index| self.heap.field(part, index) == self.heap.field(original, index))
    }

    /// The original group cut down to the leaves that `parts` have.
    fn project(&mut self, original: Value, parts: &[Value]) -> Completion {
        // Groups are walked once each, however often they are shared.
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<Value> = parts.to_vec();
        while let Some(exception) = waiting.pop() {
            if seen.insert(exception.to_word()) && self.is_instance_of(exception, TypeId::BASE_EXCEPTION_GROUP) {
                waiting.extend(self.heap.items(self.heap.field(exception, group_field::EXCEPTIONS)));
            }
        }
        self.keep_leaves(original, &seen)
    }

    fn keep_leaves(&mut self, exception: Value, leaves: &BTreeSet<Word>) -> Completion {
        if !self.is_instance_of(exception, TypeId::BASE_EXCEPTION_GROUP) {
            return Ok(if leaves.contains(&exception.to_word()) { exception } else { Value::NONE });
        }
        let inner: Vec<Value> = self.heap.items(self.heap.field(exception, group_field::EXCEPTIONS)).collect();
        let mut kept = Vec::new();
        for part in inner.iter().copied() {
            let part = self.one_level_deeper(|iso| iso.keep_leaves(part, leaves))?;
            if !part.is_none() {
                kept.push(part);
            }
        }
        self.group_part(exception, &kept)
    }

    /// `GetSpecial`: a context manager's method, to be bound always or not, and the extension word.
    pub(crate) fn get_special(&mut self, target: u8, manager: Value, (which, x): (u8, u32)) -> Completion<()> {
        let (name, asynchronous) = match which & 3 {
            0 => (names::__enter__, false),
            1 => (names::__exit__, false),
            2 => (names::__aenter__, true),
            _ => (names::__aexit__, true),
        };
        let class = self.type_of(manager);
        if let Some(found) = self.lookup(class, name) {
            let method = if which < 4 && self.is_plain_function(found) {
                // What instances have under the name themselves is not asked for: one answer serves all of a shape.
                let key = cache_key(&self.heap, manager);
                if key != 0 {
                    self.set_cache(x, Cache { key, index: Cache::VALUE, value: found });
                }
                Some((found, manager))
            } else {
                self.bind(found, manager, class)?.map(|bound| (bound, Value::UNBOUND))
            };
            if let Some((function, receiver)) = method {
                self.set_reg(target, function);
                self.set_reg(target.wrapping_add(1), receiver);
                return Ok(());
            }
        }
        Err(self.no_context_manager(class, (which & 3, name, asynchronous)))
    }

    #[cold]
    #[inline(never)]
    fn no_context_manager(&mut self, class: Value, (which, name, asynchronous): (u8, Value, bool)) -> Raised {
        let (kind, text) = (self.class_name(class), self.name_text(name));
        let protocol = if asynchronous { "asynchronous context manager" } else { "context manager" };
        let mut message = format!("'{kind}' object does not support the {protocol} protocol");
        if matches!(which, 1 | 3) {
            message = format!("{message} (missed {text} method)");
        } else {
            let (other, statement) =
                if asynchronous { (names::__enter__, "with") } else { (names::__aenter__, "async with") };
            if self.lookup(class, other).is_some() {
                let supported = if asynchronous { "context manager" } else { "asynchronous context manager" };
                message = format!(
                    "{message} (missed {text} method) but it supports the {supported} protocol. Did you mean to use '{statement}'?"
                );
            } else {
                message = format!("{message} (missed {text} method)");
            }
        }
        raise::type_error(self, &message)
    }

    /// `CallExit`: the exit method with an exception's class, the exception and its traceback.
    pub(crate) fn call_exit(&mut self, [exit, receiver]: [Value; 2], exception: Value) -> Completion {
        let class = self.type_of(exception);
        let traceback = self.heap.field(exception, field::TRACEBACK);
        let args = [receiver, class, exception, traceback];
        let args = if receiver.is_unbound() { args.get(1..).unwrap_or(&args) } else { &args };
        self.call(exit, args)
    }
}
