//! Calls: from bytecode, which push a frame, and from native code, which run the loop until that frame is done.

use super::{Exit, Frame, FrameKind};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::frame::WINDOW;
use crate::native::signature::MOST_BEFORE_REST;
use crate::native::{NativeFunction, Row, RowKind, TypeId};
use crate::types::function as function_type;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;

/// So many values of a native function lie on the machine's stack.
const FEW_VALUES: usize = 8;

/// What a call came to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Called {
    /// A frame was pushed: its return brings the result.
    Frame,
    /// The result is there.
    Value(Value),
}

/// Where a call's callable and arguments lie in the value stack, and where its result goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallSite {
    /// The callable; the arguments follow.
    pub(crate) at: usize,
    /// Number of arguments, those given by keyword included.
    pub(crate) count: usize,
    /// The names of the last arguments: a tuple, or Unbound.
    pub(crate) keywords: Value,
    /// The caller's register for the result.
    pub(crate) ret: u8,
    /// What happens with the result.
    pub(crate) kind: FrameKind,
}

impl Isolate {
    /// Calls from native code: runs until the result is there.
    pub fn call(&mut self, callable: Value, args: &[Value]) -> Completion {
        if let Some(result) = self.call_function(callable, &[], args) {
            return result;
        }
        if let Some(result) = self.call_shortcut(callable, args) {
            return Ok(self.keep(result));
        }
        if let Some(result) = self.call_record(callable, args) {
            return result.map(|value| self.keep(value));
        }
        self.call_keywords(callable, args, Value::UNBOUND)
    }

    /// Calls a Python function that takes its arguments as they are, first `before` and then `args`. Nothing: it is not so
    /// simple, and nothing was done.
    #[inline]
    pub(crate) fn call_function(&mut self, function: Value, before: &[Value], args: &[Value]) -> Option<Completion> {
        let (number, arity, globals) = self.settled(function)?;
        let count = before.len() + args.len();
        if !takes_as_they_are(arity, count) || self.fuel <= 1 || !self.may_enter_native() {
            return None;
        }
        self.make_way();
        let Isolate { thread, codes, .. } = self;
        let [caller, callee] = thread.frames.prepared()?;
        let base = caller.base as usize + codes.slots(caller.code) + 3;
        *callee = Frame { code: number, pc: 0, base: base as u32, globals, ret: 0, kind: FrameKind::Entry, marks: 0 };
        let end = base + codes.slots(number).max(WINDOW);
        thread.ensure_stack(end + WINDOW);
        let (place, rest) = thread.stack.get_mut(base - 1..end)?.split_first_mut()?;
        let rest = rest.get_mut(..count)?;
        *place = function;
        // Mostly one or two: a loop takes less time than copies of blocks.
        for (place, &argument) in rest.iter_mut().zip(before.iter().chain(args)) {
            *place = argument;
        }
        thread.frames.enter_prepared();
        self.fuel -= 1;
        let mark = self.kept.len();
        self.native_depth += 1;
        let result = self.run_nested();
        self.native_depth -= 1;
        self.kept.truncate(mark);
        Some(result.map(|value| self.keep(value)))
    }

    /// As [`Isolate::call`]; the last arguments are keywords named by the tuple `keywords`.
    pub fn call_keywords(&mut self, callable: Value, args: &[Value], keywords: Value) -> Completion {
        self.enter_native()?;
        let result = self.call_inner(callable, args, keywords);
        self.native_depth -= 1;
        Ok(self.keep(result?))
    }

    /// As [`Isolate::call`], with what a native function got as `*args` and `**kwargs`.
    ///
    /// # Errors
    /// What the callable raises.
    pub fn call_packed(&mut self, callable: Value, positional: Value, keywords: Value) -> Completion {
        let (values, names) = self.packed_arguments(positional, keywords)?;
        self.call_keywords(callable, &values, names)
    }

    /// `*args` and `**kwargs` as [`Isolate::call_keywords`] takes them: all values, and the names of the last ones.
    pub(crate) fn packed_arguments(&mut self, positional: Value, keywords: Value) -> Completion<(Vec<Value>, Value)> {
        let (count, named) = (self.heap.sequence_len(positional), self.heap.table_len(keywords));
        let mut all = Vec::with_capacity(count + named);
        all.extend(self.heap.items(positional));
        all.extend(self.heap.entries(keywords).map(|(_, value)| value));
        let names = if named == 0 { Value::UNBOUND } else { self.keyword_names(keywords)? };
        Ok((all, names))
    }

    /// A tuple of a dict's keys.
    pub(crate) fn keyword_names(&mut self, keywords: Value) -> Completion {
        const FEW: usize = 8;
        let mut few = [Value::UNBOUND; FEW];
        let Some(place) = few.get_mut(..self.heap.table_len(keywords)) else {
            let names: Vec<Value> = self.heap.entries(keywords).map(|(name, _)| name).collect();
            return self.new_tuple(&names);
        };
        for (place, (name, _)) in place.iter_mut().zip(self.heap.entries(keywords)) {
            *place = name;
        }
        let made = self.heap.new_tuple(place)?;
        Ok(self.keep(made))
    }

    /// Whether the machine's stack has room for one native function more that calls Python.
    #[inline]
    pub(crate) fn may_enter_native(&self) -> bool {
        self.native_depth < self.limits.native_depth && (!IS_SMALL || (self.limits.has_stack)())
    }

    /// One native function more that calls Python.
    #[inline]
    pub(crate) fn enter_native(&mut self) -> Completion<()> {
        if !self.may_enter_native() {
            return Err(raise::recursion(self));
        }
        self.native_depth += 1;
        Ok(())
    }

    fn call_inner(&mut self, callable: Value, args: &[Value], keywords: Value) -> Completion {
        // Native functions need no stack.
        if let Some(row) = self.native_row(callable) {
            return self.call_row(row, callable, args, keywords);
        }
        self.native_step()?;
        let mark = self.kept.len();
        self.keep(keywords);
        let at = self.free_stack() + 2;
        self.ensure_stack(at + args.len() + WINDOW);
        if let Some(place) = self.thread.stack.get_mut(at..at + args.len() + 1)
            && let Some((first, rest)) = place.split_first_mut()
        {
            *first = callable;
            rest.copy_from_slice(args);
        }
        let site = CallSite { at, count: args.len(), keywords, ret: 0, kind: FrameKind::Entry };
        let result = match self.call_site(site) {
            Ok(Called::Value(value)) => Ok(value),
            Ok(Called::Frame) => self.run_nested(),
            Err(raised) => Err(raised),
        };
        self.kept.truncate(mark);
        result
    }

    /// Runs the frame that was just pushed to its end.
    pub(crate) fn run_nested(&mut self) -> Completion {
        loop {
            match self.execute() {
                Exit::Finished(value) | Exit::Yielded(value) => return Ok(value),
                Exit::Raised(raised) => return Err(raised),
                // Native code can't be suspended: it goes on with a fresh budget.
                Exit::OutOfBudget => {}
            }
        }
    }

    /// Calls a function found on a type with its receiver: `function(receiver, *args)` for plain functions, through
    /// `__get__` for other descriptors.
    pub(crate) fn call_unbound(&mut self, function: Value, receiver: Value, args: &[Value]) -> Completion {
        let result = self.call_unbound_raw(function, receiver, args)?;
        if result.is_unbound() {
            return Err(raise::stop_iteration(self, Value::NONE));
        }
        Ok(result)
    }

    /// As [`Isolate::call_unbound`]; a native `__next__` may give Unbound for its end.
    pub(crate) fn call_unbound_raw(&mut self, function: Value, receiver: Value, args: &[Value]) -> Completion {
        if let Some(result) = self.call_function(function, &[receiver], args) {
            return result;
        }
        if let Some((native, inner)) = self.exact_native(function, receiver, args.len() + 1) {
            let mut all = [inner; 4];
            if let Some(place) = all.get_mut(1..=args.len()) {
                place.copy_from_slice(args);
                self.enter_native()?;
                let mark = self.kept.len();
                let result = native(self, all.get(..=args.len()).unwrap_or(&all));
                self.kept.truncate(mark);
                self.native_depth -= 1;
                let result = self.seen_from_outside(result?, inner, receiver);
                return Ok(self.keep(result));
            }
        }
        if self.native_row(function).is_some() || self.heap.kind(function) == Some(Kind::Function) {
            let mut all = [Value::UNBOUND; 4];
            if let Some(place) = all.get_mut(..=args.len())
                && let Some((first, rest)) = place.split_first_mut()
            {
                *first = receiver;
                rest.copy_from_slice(args);
                return self.call(function, all.get(..=args.len()).unwrap_or(&all));
            }
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(receiver);
            all.extend_from_slice(args);
            return self.call(function, &all);
        }
        let class = self.type_of(receiver);
        match self.bind(function, receiver, class)? {
            Some(bound) => self.call(bound, args),
            None => Err(raise::internal(self)),
        }
    }

    /// Calls a row of a native table.
    pub(crate) fn call_row(
        &mut self,
        row: &'static Row,
        callable: Value,
        args: &[Value],
        keywords: Value,
    ) -> Completion {
        let function = match row.kind {
            RowKind::Function(function, ..) | RowKind::StaticMethod(function, _) => function,
            RowKind::Method(function, ..) => return self.call_native_method(row, function, callable, args, keywords),
            RowKind::RawMethod(function, _) => {
                let receiver = self.receiver_among(row, args, keywords)?;
                self.check_receiver(row, callable, receiver)?;
                function
            }
            RowKind::ClassMethod(function, _) => function,
            RowKind::Getter(..) | RowKind::GetSet(..) | RowKind::Constant(..) => {
                return Err(raise::not_callable(self, callable));
            }
        };
        self.call_bound_row(row, function, args, keywords)
    }

    fn call_native_method(
        &mut self,
        row: &'static Row,
        function: NativeFunction,
        callable: Value,
        args: &[Value],
        keywords: Value,
    ) -> Completion {
        let receiver = self.receiver_among(row, args, keywords)?;
        self.check_receiver(row, callable, receiver)?;
        let inner = self.unwrap_for(callable, receiver);
        if inner == receiver {
            return self.call_bound_row(row, function, args, keywords);
        }
        let (args, keywords) = match keywords {
            names if !names.is_unbound() && self.leaves_keywords(row, args) => {
                (args.get(..args.len().saturating_sub(self.heap.sequence_len(names))), Value::UNBOUND)
            }
            names => (Some(args), names),
        };
        let rest = args.and_then(|args| args.get(1..)).unwrap_or_default();
        let mut all = Vec::with_capacity(rest.len() + 1);
        all.push(inner);
        all.extend_from_slice(rest);
        let result = self.call_bound_row(row, function, &all, keywords)?;
        Ok(self.seen_from_outside(result, inner, receiver))
    }

    /// The first argument, unless it is one of those with names.
    #[inline]
    fn receiver_among(&mut self, row: &'static Row, args: &[Value], keywords: Value) -> Completion {
        let named = if keywords.is_unbound() { 0 } else { self.heap.sequence_len(keywords) };
        let receiver = args.first().filter(|_| args.len() > named);
        receiver.copied().ok_or_else(|| self.without_receiver(row))
    }

    /// The receiver of a native method must be an instance of the method's type.
    #[inline]
    fn check_receiver(&mut self, row: &'static Row, callable: Value, receiver: Value) -> Completion<()> {
        let Some((table, _)) = callable.as_native() else { return Ok(()) };
        let owner = TypeId(table as u16).value();
        let class = self.type_of(receiver);
        if class == owner || self.is_subtype(class, owner) {
            return Ok(());
        }
        let (owner, kind) = (self.class_name(owner), self.class_name(class));
        let name = row.name;
        let message = if self.is_slot_wrapper(row) {
            format!("descriptor '{name}' requires a '{owner}' object but received a '{kind}'")
        } else {
            format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{kind}' object")
        };
        Err(raise::type_error(self, &message))
    }

    fn call_bound_row(
        &mut self,
        row: &'static Row,
        function: NativeFunction,
        args: &[Value],
        keywords: Value,
    ) -> Completion {
        let mark = self.kept.len();
        let signature = row.signature();
        let positional = signature.positional();
        let plain = keywords.is_unbound() && signature.is_positional();
        let result = if plain && args.len() == positional {
            function(self, args)
        } else if plain && args.len() < positional && args.len() >= signature.required() && positional <= 6 {
            let mut values = [Value::UNBOUND; 6];
            for (place, &argument) in values.iter_mut().zip(args) {
                *place = argument;
            }
            function(self, values.get(..positional).unwrap_or(&values))
        } else if !IS_SMALL && keywords.is_unbound() && signature.ends_in_varargs() && args.len() >= positional {
            self.call_with_rest(function, args, positional)
        } else if !IS_SMALL && keywords.is_unbound() && signature.is_without_rest(args.len()) {
            // Parameters that can be given by name, none of which is.
            let mut values = [Value::UNBOUND; FEW_VALUES];
            for (place, &argument) in values.iter_mut().zip(args) {
                *place = argument;
            }
            function(self, values.get(..signature.values()).unwrap_or(&values))
        } else {
            match self.bind_native(row, args, keywords) {
                Ok(values) => function(self, &values),
                Err(raised) => Err(raised),
            }
        };
        self.kept.truncate(mark);
        result
    }

    /// Calls a native function that takes `*args` behind so many positional parameters, all of which are given.
    fn call_with_rest(&mut self, function: NativeFunction, args: &[Value], positional: usize) -> Completion {
        let mut values = [Value::UNBOUND; MOST_BEFORE_REST + 1];
        let (before, rest) = args.split_at_checked(positional).unwrap_or((args, &[]));
        let rest = self.heap.despite_lock(|heap| heap.new_tuple(rest))?;
        self.keep(rest);
        for (place, &argument) in values.iter_mut().zip(before.iter().chain([&rest])) {
            *place = argument;
        }
        function(self, values.get(..=positional).unwrap_or(&values))
    }

    /// Calls what lies in the stack; see [`CallSite`].
    pub(crate) fn call_site(&mut self, mut site: CallSite) -> Completion<Called> {
        // Each turn resolves one level of wrapping; an object that is its own `__call__` is stopped.
        for _ in 0..100 {
            let callable = self.thread.stack.get(site.at).copied().unwrap_or(Value::UNBOUND);
            if let Some(row) = self.native_row(callable) {
                return self.call_row_in_stack(row, callable, site);
            }
            if self.type_spec(callable).is_some() {
                return self.construct(callable, site);
            }
            match self.heap.kind(callable) {
                Some(Kind::Function) => return self.enter_function(callable, site),
                Some(Kind::BoundMethod) => {
                    let (function, receiver) =
                        (self.heap.field_inline(callable, 0), self.heap.field_inline(callable, 1));
                    self.insert_receiver(&mut site, function, receiver);
                }
                Some(Kind::Type) => {
                    let metaclass = self.type_of(callable);
                    if metaclass != TypeId::TYPE.value()
                        && let Some(hook) = self.lookup(metaclass, names::__call__)
                        && self.native_row(hook).is_none()
                    {
                        self.place_hook(&mut site, hook, callable, metaclass)?;
                        continue;
                    }
                    return self.construct(callable, site);
                }
                _ => {
                    let class = self.type_of(callable);
                    match self.lookup(class, names::__call__) {
                        Some(hook) if !hook.is_none() => self.place_hook(&mut site, hook, callable, class)?,
                        // `__call__ = None`: it is None that can't be called.
                        none => return Err(raise::not_callable(self, none.unwrap_or(callable))),
                    }
                }
            }
        }
        Err(raise::recursion(self))
    }

    /// Puts the `__call__` of a class in the place of its object: with the object as its first argument, or bound.
    fn place_hook(&mut self, site: &mut CallSite, hook: Value, callable: Value, class: Value) -> Completion<()> {
        if self.is_plain_function(hook) {
            self.insert_receiver(site, hook, callable);
            return Ok(());
        }
        let bound = self.bind(hook, callable, class)?.unwrap_or(Value::NONE);
        if let Some(place) = self.thread.stack.get_mut(site.at) {
            *place = bound;
        }
        Ok(())
    }

    pub(crate) fn is_plain_function(&self, value: Value) -> bool {
        self.heap.kind(value) == Some(Kind::Function)
            || matches!(self.native_row(value).map(|row| row.kind), Some(RowKind::Method(..) | RowKind::RawMethod(..)))
    }

    /// Puts a receiver before the arguments and `function` before it: everything moves up by one.
    pub(super) fn insert_receiver(&mut self, site: &mut CallSite, function: Value, receiver: Value) {
        let first = site.at + 1;
        self.ensure_stack(first + site.count + 1 + WINDOW);
        self.thread.stack.copy_within(first..first + site.count, first + 1);
        if let Some(place) = self.thread.stack.get_mut(site.at..site.at + 2) {
            place.copy_from_slice(&[function, receiver]);
        }
        site.count += 1;
    }

    fn call_row_in_stack(&mut self, row: &'static Row, callable: Value, site: CallSite) -> Completion<Called> {
        let first = site.at + 1;
        let mut small = [Value::UNBOUND; 8];
        if let Some(args) = self.thread.stack.get(first..first + site.count)
            && let Some(place) = small.get_mut(..args.len())
        {
            place.copy_from_slice(args);
            let args = small.get(..site.count).unwrap_or(&small);
            return self.call_row_checked(row, callable, args, &site);
        }
        let args = self.thread.stack.get(first..first + site.count).map(<[Value]>::to_vec).unwrap_or_default();
        self.call_row_checked(row, callable, &args, &site)
    }

    fn call_row_checked(
        &mut self,
        row: &'static Row,
        callable: Value,
        args: &[Value],
        site: &CallSite,
    ) -> Completion<Called> {
        let result = self.call_row(row, callable, args, site.keywords)?;
        if result.is_unbound() {
            let base = self.frame().map(|frame| frame.base as usize);
            let place = base.filter(|_| site.kind == FrameKind::Call).map(|base| base + site.ret as usize);
            return self.without_value(place).map(Called::Value);
        }
        Ok(Called::Value(result))
    }

    /// Pushes the frame of a Python function that takes such arguments as they are, for the loop to be entered with.
    pub(crate) fn push_entry(&mut self, function: Value, args: &[Value]) -> Completion<()> {
        let at = self.free_stack() + 2;
        self.ensure_stack(at + args.len() + WINDOW);
        if let Some(place) = self.thread.stack.get_mut(at..at + args.len() + 1)
            && let Some((first, rest)) = place.split_first_mut()
        {
            *first = function;
            rest.copy_from_slice(args);
        }
        let keywords = Value::UNBOUND;
        match self
            .enter_function(function, CallSite { at, count: args.len(), keywords, ret: 0, kind: FrameKind::Entry })?
        {
            Called::Frame => Ok(()),
            Called::Value(_) => Err(raise::internal(self)),
        }
    }

    /// Calls a Python function whose arguments lie in the stack behind it: pushes a frame, or makes a generator.
    pub(crate) fn enter_function(&mut self, function: Value, site: CallSite) -> Completion<Called> {
        self.settle(function)?;
        let Some((number, arity, globals)) = self.heap.function(function) else { return Err(raise::internal(self)) };
        let base = site.at + 1;
        if !(site.keywords.is_unbound() && takes_as_they_are(arity, site.count))
            && self.fill_defaults(function, number, base, &site).is_none()
        {
            self.bind_arguments(function, number, base, site)?;
        }
        let Some(code) = self.codes.get(number) else { return Err(raise::internal(self)) };
        let (flags, slots) = (code.flags, code.slots as usize);
        let generators = CodeFlags::GENERATOR.with(CodeFlags::COROUTINE).with(CodeFlags::ASYNC_GENERATOR);
        if flags.has_any(generators) {
            return self.make_generator(function, base, site).map(Called::Value);
        }
        if self.has_no_frame_left() {
            return Err(raise::recursion(self));
        }
        self.ensure_stack(base + slots.max(WINDOW) + WINDOW);
        self.thread.frames.push(Frame {
            code: number,
            pc: 0,
            base: base as u32,
            globals,
            ret: site.ret,
            kind: site.kind,
            marks: 0,
        });
        Ok(Called::Frame)
    }

    /// A cell of a function's closure.
    #[inline(always)]
    pub(crate) fn closure_cell(&self, function: Value, index: usize) -> Value {
        let closure = self.heap.field_inline(function, function_type::field::CLOSURE);
        self.heap.cell_of_closure(closure, index).unwrap_or(Value::UNBOUND)
    }

    /// Runs code in a namespace: the body of a module or class, `exec` and `eval`.
    pub(crate) fn run_code(&mut self, code: Value, globals: Value, locals: Value, closure: Value) -> Completion {
        self.enter_native()?;
        let mark = self.kept.len();
        let result = match self.push_namespace_frame(code, globals, locals, closure) {
            Ok(()) => self.run_nested(),
            Err(raised) => Err(raised),
        };
        self.kept.truncate(mark);
        self.native_depth -= 1;
        Ok(self.keep(result?))
    }

    /// Pushes a frame that runs code in a namespace and stops the loop at its end.
    pub(crate) fn push_namespace_frame(
        &mut self,
        code: Value,
        globals: Value,
        locals: Value,
        closure: Value,
    ) -> Completion<()> {
        let Some(number) = self.heap.code(code) else { return Err(raise::internal(self)) };
        let function = self.heap.new_function(number, u16::MAX, globals, &[closure])?;
        self.keep(function);
        if self.has_no_frame_left() {
            return Err(raise::recursion(self));
        }
        let at = self.free_stack() + 2;
        self.ensure_stack(at + 2 * WINDOW + self.codes.slots(number));
        if let Some(place) = self.thread.stack.get_mut(at..at + 2) {
            place.copy_from_slice(&[function, locals]);
        }
        self.thread.frames.push(Frame {
            code: number,
            pc: 0,
            base: at as u32 + 1,
            globals: globals.as_handle().unwrap_or(0),
            ret: 0,
            kind: FrameKind::Entry,
            marks: 0,
        });
        Ok(())
    }

    /// Runs the body of a class: a function of namespace code that takes the namespace as its only argument.
    pub(crate) fn call_body(&mut self, function: Value, namespace: Value) -> Completion {
        self.settle(function)?;
        let Some((number, _, globals)) = self.heap.function(function) else {
            return Err(raise::type_error(self, "__build_class__: func must be a function"));
        };
        let object = self.code_object(number)?;
        let closure = self.heap.field_inline(function, function_type::field::CLOSURE);
        self.run_code(object, Value::handle(globals), namespace, closure)
    }
}

/// Whether a function of that arity takes so many positional arguments as they lie there: a function for which more is to
/// be done has the arity `u16::MAX`, and may get just as many arguments.
#[inline(always)]
fn takes_as_they_are(arity: u16, count: usize) -> bool {
    arity != u16::MAX && arity as usize == count
}
