//! Calls: from bytecode, which push a frame, and from native code, which run the loop until that frame is done.

use super::{Exit, Frame, FrameKind};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::frame::WINDOW;
use crate::native::{NativeFunction, Row, RowKind, TypeFlags, TypeId};
use crate::object::class::{field, flag};
use crate::types::function as function_type;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;

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
        self.call_keywords(callable, args, Value::UNBOUND)
    }

    /// As [`Isolate::call`]; the last arguments are keywords named by the tuple `keywords`.
    pub fn call_keywords(&mut self, callable: Value, args: &[Value], keywords: Value) -> Completion {
        self.enter_native()?;
        let result = self.call_inner(callable, args, keywords);
        self.native_depth -= 1;
        Ok(self.keep(result?))
    }

    /// One native function more that calls Python.
    #[inline]
    pub(crate) fn enter_native(&mut self) -> Completion<()> {
        if self.native_depth >= self.limits.native_depth {
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
        let at = self.stack_top() + 2;
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
        if let Some(native) = self.exact_native(function, receiver, args.len() + 1) {
            let mut all = [receiver; 4];
            if let Some(place) = all.get_mut(1..=args.len()) {
                place.copy_from_slice(args);
                self.enter_native()?;
                let mark = self.kept.len();
                let result = native(self, all.get(..=args.len()).unwrap_or(&all));
                self.kept.truncate(mark);
                self.native_depth -= 1;
                return Ok(self.keep(result?));
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

    /// The Rust function of a native method, if the receiver is exactly of the type that declares it and so many
    /// arguments are what it takes: then nothing has to be checked, unwrapped or bound.
    #[inline]
    fn exact_native(&self, function: Value, receiver: Value, count: usize) -> Option<NativeFunction> {
        let (table, row) = function.as_native()?;
        let row = self.tables.get(table)?.get(row)?;
        let (RowKind::Method(native) | RowKind::RawMethod(native)) = row.kind else { return None };
        let exact = row.signature.positional as usize == count
            && row.signature.values() == count
            && TypeId(table as u16).value() == self.type_of(receiver);
        exact.then_some(native)
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
            RowKind::Function(function) | RowKind::StaticMethod(function) => function,
            RowKind::Method(function) => return self.call_native_method(row, function, callable, args, keywords),
            RowKind::RawMethod(function) => {
                let receiver = self.receiver_among(row, args, keywords)?;
                self.check_receiver(row, callable, receiver)?;
                function
            }
            RowKind::ClassMethod(function) => function,
            RowKind::Getter(_) | RowKind::GetSet(..) | RowKind::Constant(_) => {
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
        let rest = args.get(1..).unwrap_or_default();
        self.check_receiver(row, callable, receiver)?;
        let inner = self.unwrap_for(callable, receiver);
        if inner == receiver {
            return self.call_bound_row(row, function, args, keywords);
        }
        let mut all = Vec::with_capacity(args.len());
        all.push(inner);
        all.extend_from_slice(rest);
        let result = self.call_bound_row(row, function, &all, keywords)?;
        // A method that gives itself back, such as `__iadd__`, means the object that Python sees.
        // What can't be changed gives itself back where nothing changed, and then it is the builtin object.
        let mutable = !matches!(
            self.heap.kind(inner),
            None | Some(Kind::Str | Kind::Bytes | Kind::Tuple | Kind::Int | Kind::Float | Kind::Complex)
        );
        Ok(if result == inner && mutable { receiver } else { result })
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
        let signature = row.signature;
        let positional = signature.positional as usize;
        let plain = keywords.is_unbound() && signature.values() == positional;
        let result = if plain && args.len() == positional {
            function(self, args)
        } else if plain && args.len() < positional && args.len() >= signature.required as usize && positional <= 6 {
            let mut values = [Value::UNBOUND; 6];
            for (place, &argument) in values.iter_mut().zip(args) {
                *place = argument;
            }
            function(self, values.get(..positional).unwrap_or(&values))
        } else {
            match self.bind_native(row, args, keywords) {
                Ok(values) => function(self, &values),
                Err(raised) => Err(raised),
            }
        };
        self.kept.truncate(mark);
        result
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
                    let (function, receiver) = (self.heap.field(callable, 0), self.heap.field(callable, 1));
                    self.insert_receiver(&mut site, function, receiver);
                }
                Some(Kind::Type) => {
                    let metaclass = self.type_of(callable);
                    if metaclass != TypeId::TYPE.value()
                        && let Some(hook) = self.lookup(metaclass, names::__call__)
                        && self.native_row(hook).is_none()
                    {
                        self.insert_receiver(&mut site, hook, callable);
                        continue;
                    }
                    return self.construct(callable, site);
                }
                _ => {
                    let class = self.type_of(callable);
                    match self.lookup(class, names::__call__) {
                        Some(hook) if self.is_plain_function(hook) => self.insert_receiver(&mut site, hook, callable),
                        Some(hook) if !hook.is_none() => {
                            let bound = self.bind(hook, callable, class)?.unwrap_or(Value::NONE);
                            if let Some(place) = self.thread.stack.get_mut(site.at) {
                                *place = bound;
                            }
                        }
                        _ => return Err(raise::not_callable(self, callable)),
                    }
                }
            }
        }
        Err(raise::recursion(self))
    }

    fn is_plain_function(&self, value: Value) -> bool {
        self.heap.kind(value) == Some(Kind::Function)
            || matches!(self.native_row(value).map(|row| row.kind), Some(RowKind::Method(_) | RowKind::RawMethod(_)))
    }

    /// Puts a receiver before the arguments and `function` before it: everything moves up by one.
    fn insert_receiver(&mut self, site: &mut CallSite, function: Value, receiver: Value) {
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
            return self.call_row_checked(row, callable, args, site.keywords);
        }
        let args = self.thread.stack.get(first..first + site.count).map(<[Value]>::to_vec).unwrap_or_default();
        self.call_row_checked(row, callable, &args, site.keywords)
    }

    fn call_row_checked(
        &mut self,
        row: &'static Row,
        callable: Value,
        args: &[Value],
        keywords: Value,
    ) -> Completion<Called> {
        let result = self.call_row(row, callable, args, keywords)?;
        if result.is_unbound() {
            return Err(raise::stop_iteration(self, Value::NONE));
        }
        Ok(Called::Value(result))
    }

    /// `type.__call__`: `__new__`, then `__init__`.
    fn construct(&mut self, class: Value, site: CallSite) -> Completion<Called> {
        if class == TypeId::TYPE.value() && site.count == 1 && site.keywords.is_unbound() {
            let value = self.thread.stack.get(site.at + 1).copied().unwrap_or(Value::NONE);
            return Ok(Called::Value(self.type_of(value)));
        }
        if let Some(spec) = self.type_spec(class)
            && spec.flags.has(TypeFlags::NOT_CALLABLE)
        {
            let name =
                if spec.module == "builtins" { spec.name.into() } else { format!("{}.{}", spec.module, spec.name) };
            return Err(raise::type_error(self, &format!("cannot create '{name}' instances")));
        }
        let new = self.lookup(class, names::__new__).unwrap_or(Value::UNBOUND);
        let init = self.lookup(class, names::__init__).unwrap_or(Value::UNBOUND);
        let plain_new = new.as_native().is_some_and(|(table, _)| table == TypeId::OBJECT.0 as usize);
        let plain_init = init.as_native().is_some_and(|(table, _)| table == TypeId::OBJECT.0 as usize);
        let object = if plain_new && self.type_spec(class).is_none() {
            if site.count > 0 && plain_init {
                let name = self.class_name(class);
                return Err(raise::type_error(self, &format!("{name}() takes no arguments")));
            }
            if self.class_flags(class) & flag::ABSTRACT != 0 {
                return Err(self.abstract_instance(class));
            }
            self.new_instance_of(class)?
        } else {
            let object = self.call_new(new, class, site)?;
            if !self.is_subtype(self.type_of(object), class) {
                return Ok(Called::Value(object));
            }
            object
        };
        let init = if plain_new {
            init
        } else {
            let class = self.type_of(object);
            self.lookup(class, names::__init__).unwrap_or(Value::UNBOUND)
        };
        if init.as_native().is_some_and(|(table, _)| table == TypeId::OBJECT.0 as usize) {
            return Ok(Called::Value(object));
        }
        self.initialize(init, object, site)
    }

    /// `class.__new__(class, *args)`.
    fn call_new(&mut self, new: Value, class: Value, site: CallSite) -> Completion {
        let mut args = Vec::with_capacity(site.count + 1);
        args.push(class);
        args.extend_from_slice(self.thread.stack.get(site.at + 1..site.at + 1 + site.count).unwrap_or(&[]));
        // The arguments stay in the stack below what the call uses, for `__init__`: but above the caller's own slots
        // nothing protects them, so they are kept.
        for &argument in &args {
            self.keep(argument);
        }
        if self.native_row(new).is_some() || self.heap.kind(new) == Some(Kind::Function) {
            let result = self.call_above(new, &args, site);
            return result;
        }
        let function = self.bind_to_class(new, class)?;
        self.call_above(function, &args, site)
    }

    /// Calls from within a call whose arguments still lie in the stack and must stay there.
    fn call_above(&mut self, callable: Value, args: &[Value], site: CallSite) -> Completion {
        let saved: Vec<Value> =
            self.thread.stack.get(site.at..site.at + 1 + site.count).map(<[Value]>::to_vec).unwrap_or_default();
        let result = self.call_keywords(callable, args, site.keywords);
        self.ensure_stack(site.at + saved.len() + WINDOW);
        if let Some(place) = self.thread.stack.get_mut(site.at..site.at + saved.len()) {
            place.copy_from_slice(&saved);
        }
        result
    }

    /// `init(object, *args)`; the call's result is the object.
    fn initialize(&mut self, init: Value, object: Value, site: CallSite) -> Completion<Called> {
        if self.heap.kind(init) == Some(Kind::Function) && !matches!(site.kind, FrameKind::Entry) {
            // The object lies below the function for when the frame returns.
            let first = site.at + 1;
            self.ensure_stack(first + site.count + 3 + WINDOW);
            self.thread.stack.copy_within(first..first + site.count, first + 2);
            if let Some(place) = self.thread.stack.get_mut(site.at..site.at + 3) {
                place.copy_from_slice(&[object, init, object]);
            }
            let inner = CallSite { at: site.at + 1, count: site.count + 1, kind: FrameKind::Init, ..site };
            return match self.enter_function(init, inner)? {
                Called::Frame => Ok(Called::Frame),
                Called::Value(result) => self.check_init(result, object).map(Called::Value),
            };
        }
        let args: Vec<Value> =
            self.thread.stack.get(site.at + 1..site.at + 1 + site.count).map(<[Value]>::to_vec).unwrap_or_default();
        for &value in args.iter().chain(&[object]) {
            self.keep(value);
        }
        let class = self.type_of(object);
        let result = if self.native_row(init).is_some() || self.heap.kind(init) == Some(Kind::Function) {
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(object);
            all.extend_from_slice(&args);
            self.call_keywords(init, &all, site.keywords)?
        } else {
            match self.bind(init, object, class)? {
                Some(bound) => self.call_keywords(bound, &args, site.keywords)?,
                None => Value::NONE,
            }
        };
        self.check_init(result, object).map(Called::Value)
    }

    /// `__init__` must return None.
    pub(crate) fn check_init(&mut self, result: Value, object: Value) -> Completion {
        if result.is_none() {
            return Ok(object);
        }
        let kind = self.type_name(result);
        Err(raise::type_error(self, &format!("__init__() should return None, not '{kind}'")))
    }

    #[cold]
    fn abstract_instance(&mut self, class: Value) -> crate::Raised {
        let name = self.class_name(class);
        let dict = self.heap.field(class, field::DICT);
        let methods = self.heap.dict_get_name(dict, names::__abstractmethods__).unwrap_or(Value::NONE);
        let mut list: Vec<_> = self.heap.entries(methods).map(|(key, _)| self.name_text(key)).collect();
        list.sort();
        let plural = if list.len() == 1 { "" } else { "s" };
        let list = list.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
        let message = format!(
            "Can't instantiate abstract class {name} without an implementation for abstract method{plural} {list}"
        );
        raise::type_error(self, &message)
    }

    /// Calls a Python function whose arguments lie in the stack behind it: pushes a frame, or makes a generator.
    pub(crate) fn enter_function(&mut self, function: Value, site: CallSite) -> Completion<Called> {
        let Some((number, arity, globals)) = self.heap.function(function) else { return Err(raise::internal(self)) };
        let base = site.at + 1;
        if !(site.keywords.is_unbound() && arity as usize == site.count) {
            self.bind_python(function, number, base, site)?;
        }
        let Some(code) = self.codes.get(number) else { return Err(raise::internal(self)) };
        let (flags, slots) = (code.flags, code.slots as usize);
        let generators = CodeFlags::GENERATOR.with(CodeFlags::COROUTINE).with(CodeFlags::ASYNC_GENERATOR);
        if flags.has_any(generators) {
            return self.make_generator(function, base, site).map(Called::Value);
        }
        if self.thread.frames.is_full() {
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
        });
        Ok(Called::Frame)
    }

    /// The closure tuple of a function.
    #[inline(always)]
    pub(crate) fn closure_cell(&self, function: Value, index: usize) -> Value {
        let closure = self.heap.field(function, function_type::field::CLOSURE);
        self.heap.tuple_item(closure, index).unwrap_or(Value::UNBOUND)
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
        if self.thread.frames.is_full() {
            return Err(raise::recursion(self));
        }
        let at = self.stack_top() + 2;
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
        });
        Ok(())
    }

    /// Runs the body of a class: a function of namespace code that takes the namespace as its only argument.
    pub(crate) fn call_body(&mut self, function: Value, namespace: Value) -> Completion {
        let Some((number, _, globals)) = self.heap.function(function) else {
            return Err(raise::type_error(self, "__build_class__: func must be a function"));
        };
        let Some(object) = self.codes.get(number).map(|code| code.object) else { return Err(raise::internal(self)) };
        let closure = self.heap.field(function, function_type::field::CLOSURE);
        self.run_code(object, Value::handle(globals), namespace, closure)
    }

    /// `type.__call__` from native code.
    pub(crate) fn construct_from_native(&mut self, class: Value, args: &[Value], keywords: Value) -> Completion {
        self.enter_native()?;
        let at = self.stack_top() + 2;
        self.ensure_stack(at + args.len() + WINDOW);
        if let Some(place) = self.thread.stack.get_mut(at..at + args.len() + 1)
            && let Some((first, rest)) = place.split_first_mut()
        {
            *first = class;
            rest.copy_from_slice(args);
        }
        let site = CallSite { at, count: args.len(), keywords, ret: 0, kind: FrameKind::Entry };
        let result = match self.construct(class, site) {
            Ok(Called::Value(value)) => Ok(value),
            Ok(Called::Frame) => self.run_nested(),
            Err(raised) => Err(raised),
        };
        self.native_depth -= 1;
        Ok(self.keep(result?))
    }
}
