//! Binding the arguments of a call to the parameters of a Python function (Language reference 6.3.4), with
//! CPython's messages.

use super::call::CallSite;
use super::frame::WINDOW;
use super::{Frame, FrameKind, LoadedCode};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::types::function::field as function_field;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;

/// Arguments and parameters that are bound without memory of their own.
const FEW: usize = 12;

/// The counts of a function's parameters.
#[derive(Clone, Copy)]
struct Counts {
    positional_only: usize,
    positional: usize,
    keyword_only: usize,
    varargs: bool,
    varkeywords: bool,
    parameters: usize,
}

impl Counts {
    #[inline(always)]
    fn of(code: &LoadedCode) -> Counts {
        Counts {
            positional_only: code.details().positional_only() as usize,
            positional: code.positional as usize,
            keyword_only: code.keyword_only as usize,
            varargs: code.flags.has(CodeFlags::VARARGS),
            varkeywords: code.flags.has(CodeFlags::VARKEYWORDS),
            parameters: code.parameters(),
        }
    }
}

impl Isolate {
    /// Enters a Python function that lies in a register with its arguments behind it, where some are left to their defaults
    /// or have names, or what is in front is a method bound to an object or has a `__call__`. For a loop that has written its
    /// `pc` back. Nothing: it is not so simple, and nothing was done. Boards have [`completing`](super::completing) for that.
    #[inline(never)]
    pub(super) fn enter_completed(&mut self, a: usize, count: usize, keywords: Value) -> Option<()> {
        const SPECIAL: CodeFlags = CodeFlags::VARARGS
            .with(CodeFlags::VARKEYWORDS)
            .with(CodeFlags::NAMESPACE)
            .with(CodeFlags::GENERATOR)
            .with(CodeFlags::COROUTINE)
            .with(CodeFlags::ASYNC_GENERATOR);
        let at = self.thread.frames.last()?.base as usize + a;
        let callable = self.thread.stack.get(at).copied()?;
        let mut site = CallSite { at, count, keywords, ret: a as u8, kind: FrameKind::Call };
        if self.heap.kind(callable) != Some(Kind::Function) {
            return self.enter_bound(callable, &mut site);
        }
        let (number, _, globals) = self.settled(callable)?;
        let code = self.codes.get(number)?;
        if code.flags.has_any(SPECIAL) || !self.may_enter_here() {
            return None;
        }
        let code = self.codes.get(number)?;
        let (counts, slots, base) = (Counts::of(code), code.slots as usize, at + 1);
        self.ensure_stack(base + slots.max(count).max(WINDOW) + WINDOW);
        if keywords.is_unbound() && counts.keyword_only == 0 {
            self.fill_defaults(callable, number, base, &site)?;
        } else {
            let named = if keywords.is_unbound() { 0 } else { self.heap.sequence_len(keywords) };
            self.bind_named(callable, number, base, site, count.checked_sub(named)?, counts)?;
        }
        self.push_completed(number, globals, &site);
        Some(())
    }

    /// As [`enter_completed`](Self::enter_completed), for what puts an object before the arguments of a function that takes them
    /// as they are then.
    #[inline(never)]
    fn enter_bound(&mut self, callable: Value, site: &mut CallSite) -> Option<()> {
        let (function, receiver) = match self.heap.kind(callable)? {
            Kind::BoundMethod => (self.heap.field_inline(callable, 0), self.heap.field_inline(callable, 1)),
            Kind::Instance => {
                let class = self.shapes.class(self.heap.shape(callable)?);
                (self.methods.known(class, names::__call__)?, callable)
            }
            _ => return None,
        };
        let (number, arity, globals) = self.settled(function)?;
        if usize::from(arity) != site.count + 1 || !site.keywords.is_unbound() || !self.may_enter_here() {
            return None;
        }
        self.ensure_stack(site.at + 1 + self.codes.slots(number).max(WINDOW) + WINDOW);
        self.insert_receiver(site, function, receiver);
        self.push_completed(number, globals, site);
        Some(())
    }

    /// Whether the loop has fuel and room for a frame, which nothing lies in the way of then.
    fn may_enter_here(&mut self) -> bool {
        self.make_way();
        self.fuel > 1 && !self.has_no_frame_left()
    }

    fn push_completed(&mut self, code: u32, globals: u32, site: &CallSite) {
        let (base, ret, kind) = (site.at as u32 + 1, site.ret, site.kind);
        self.thread.frames.push(Frame { code, pc: 0, base, globals, ret, kind, marks: 0 });
        self.fuel -= 1;
    }

    /// Lays the arguments at `base` out for the function. One of a module's code, which has no parameters, gets its globals: they
    /// are its names.
    #[inline(never)]
    pub(crate) fn bind_arguments(&mut self, function: Value, code: u32, base: usize, site: CallSite) -> Completion<()> {
        let is_namespace = self.codes.get(code).is_some_and(|code| code.flags.has(CodeFlags::NAMESPACE));
        if !is_namespace || site.count > 0 {
            return self.bind_python(function, code, base, site);
        }
        self.ensure_stack(base + super::frame::WINDOW);
        let globals = self.heap.function(function).map_or(Value::NONE, |(_, _, globals)| Value::handle(globals));
        if let Some(place) = self.thread.stack.get_mut(base) {
            *place = globals;
        }
        Ok(())
    }

    /// Lays the arguments at `base` out as the function's parameters.
    fn bind_python(&mut self, function: Value, code: u32, base: usize, site: CallSite) -> Completion<()> {
        let Some(counts) = self.codes.get(code).map(Counts::of) else { return Err(raise::internal(self)) };
        self.ensure_stack(base + counts.parameters.max(site.count) + super::frame::WINDOW);
        let named = if site.keywords.is_unbound() { 0 } else { self.heap.sequence_len(site.keywords) };
        let given = site.count.saturating_sub(named);
        if !counts.varargs
            && !counts.varkeywords
            && self.bind_named(function, code, base, site, given, counts).is_some()
        {
            return Ok(());
        }
        // Arguments and parameters lie in the same places: one of them has to be elsewhere. Most are few.
        let (mut few_args, mut few_values) = ([Value::UNBOUND; FEW], [Value::UNBOUND; FEW]);
        let (many_args, mut many_values);
        let given_args = self.thread.stack.get(base..base + site.count).unwrap_or(&[]);
        let args: &[Value] = match few_args.get_mut(..given_args.len()) {
            Some(place) => {
                place.copy_from_slice(given_args);
                place
            }
            None => {
                many_args = given_args.to_vec();
                &many_args
            }
        };
        let values: &mut [Value] = match few_values.get_mut(..counts.parameters) {
            Some(place) => place,
            None => {
                many_values = alloc::vec![Value::UNBOUND; counts.parameters];
                &mut many_values
            }
        };
        for (place, &argument) in values.iter_mut().take(counts.positional).zip(args.iter().take(given)) {
            *place = argument;
        }
        let after = counts.positional + counts.keyword_only;
        if counts.varargs {
            let rest = self.new_tuple(args.get(counts.positional.min(given)..given).unwrap_or(&[]))?;
            if let Some(place) = values.get_mut(after) {
                *place = rest;
            }
        }
        let mut extra = Value::UNBOUND;
        if counts.varkeywords {
            extra = self.new_dict()?;
            if let Some(place) = values.last_mut() {
                *place = extra;
            }
        }
        for index in 0..named {
            let name = self.heap.tuple_item(site.keywords, index).unwrap_or(Value::UNBOUND);
            let value = args.get(given + index).copied().unwrap_or(Value::UNBOUND);
            self.bind_python_keyword(function, code, counts, values, (name, value, extra), (site, named, index))?;
        }
        if given > counts.positional && !counts.varargs {
            return Err(self.too_many_positional(function, code, counts, given, values));
        }
        self.fill_positional_defaults(function, code, counts, values)?;
        self.fill_keyword_defaults(function, code, counts, values)?;
        if let Some(place) = self.thread.stack.get_mut(base..base + values.len()) {
            place.copy_from_slice(values);
        }
        Ok(())
    }

    /// Binds arguments of which the last have names to parameters that each take one. Nothing where there are many, where
    /// names are not interned, and where something is wrong; nothing was done then.
    fn bind_named(
        &mut self,
        function: Value,
        code: u32,
        base: usize,
        site: CallSite,
        given: usize,
        counts: Counts,
    ) -> Option<()> {
        let Isolate { heap, thread, codes, .. } = self;
        let names = codes.get(code)?.details().local_names();
        if counts.parameters > names.len() || given > counts.positional {
            return None;
        }
        // What is given by position lies where it should; the others are put together elsewhere, as they lie in the way.
        let mut values = [Value::UNBOUND; FEW];
        let values = values.get_mut(..counts.parameters)?;
        for (index, &value) in thread.stack.get(base + given..base + site.count)?.iter().enumerate() {
            let name = heap.tuple_item(site.keywords, index)?;
            let number = names.position(name, counts.positional_only)?;
            let place = values.get_mut(number)?;
            if !place.is_unbound() || number < given {
                return None;
            }
            *place = value;
        }
        let defaults = heap.field(function, function_field::DEFAULTS);
        let without = counts.positional.wrapping_sub(heap.sequence_len(defaults));
        let (positional, named) = values.split_at_mut_checked(counts.positional)?;
        for (index, place) in positional.iter_mut().enumerate().skip(given) {
            if place.is_unbound() {
                *place = heap.tuple_item(defaults, index.wrapping_sub(without))?;
            }
        }
        for (index, (place, name)) in named.iter_mut().zip(names.iter().skip(counts.positional)).enumerate() {
            if place.is_unbound() {
                let defaults = heap.field(function, function_field::KWDEFAULTS).given()?;
                // Where all have defaults, they are in the order of the parameters.
                let is_there = !IS_SMALL && heap.table_key(defaults, index) == Some(name);
                *place = if is_there { heap.dict_value(defaults, index) } else { heap.dict_get_name(defaults, name)? };
            }
        }
        let places = thread.stack.get_mut(base..base + values.len())?;
        for (place, &value) in places.iter_mut().zip(&*values).skip(given) {
            *place = value;
        }
        Some(())
    }

    /// The common case: positional arguments, which lie where they should, and defaults for the rest. Whether it is that; if
    /// not, nothing was done.
    #[inline]
    pub(super) fn fill_defaults(&mut self, function: Value, code: u32, base: usize, site: &CallSite) -> Option<()> {
        let loaded = self.codes.get(code)?;
        let special = CodeFlags::VARARGS.with(CodeFlags::VARKEYWORDS).with(CodeFlags::NAMESPACE);
        if !site.keywords.is_unbound() || loaded.flags.has_any(special) || loaded.keyword_only > 0 {
            return None;
        }
        let positional = loaded.positional as usize;
        let missing = positional.checked_sub(site.count)?;
        let defaults = self.heap.field(function, function_field::DEFAULTS);
        let first = self.heap.sequence_len(defaults).checked_sub(missing)?;
        let end = base + positional;
        self.ensure_stack(end + super::frame::WINDOW);
        let places = self.thread.stack.get_mut(end - missing..end)?;
        for (index, place) in places.iter_mut().enumerate() {
            *place = self.heap.tuple_item(defaults, first + index).unwrap_or(Value::UNBOUND);
        }
        Some(())
    }

    fn local_name(&self, code: u32, index: usize) -> Value {
        self.codes.get(code).and_then(|code| code.details().local_names().get(index)).unwrap_or(Value::UNBOUND)
    }

    fn bind_python_keyword(
        &mut self,
        function: Value,
        code: u32,
        counts: Counts,
        values: &mut [Value],
        (name, value, extra): (Value, Value, Value),
        (site, named, index): (CallSite, usize, usize),
    ) -> Completion<()> {
        if !self.heap.is_str(self.unwrap(name)) {
            let shown = self.function_display(function);
            return Err(raise::type_error(self, &format!("{shown} keywords must be strings")));
        }
        let nameable = counts.positional_only..counts.positional + counts.keyword_only;
        // Names in source text are interned; those of a dict may be other strings of the same text.
        let same = nameable.clone().find(|&at| self.local_name(code, at) == name);
        let equal = |at: &usize| self.heap.plain_equal(self.local_name(code, *at), name) == Some(true);
        let place = same.or_else(|| nameable.clone().find(equal));
        let Some(place) = place else {
            if counts.varkeywords {
                return self.dict_set(extra, name, value);
            }
            return Err(self.unexpected_keyword(function, code, counts, name, (site, named, index)));
        };
        let Some(target) = values.get_mut(place) else { return Err(raise::internal(self)) };
        if !target.is_unbound() {
            let (shown, name) = (self.function_display(function), self.name_text(name));
            return Err(raise::type_error(self, &format!("{shown} got multiple values for argument '{name}'")));
        }
        *target = value;
        Ok(())
    }

    fn fill_positional_defaults(
        &mut self,
        function: Value,
        code: u32,
        counts: Counts,
        values: &mut [Value],
    ) -> Completion<()> {
        let defaults = self.heap.field(function, function_field::DEFAULTS);
        let available = self.heap.sequence_len(defaults);
        let first = counts.positional.saturating_sub(available);
        let mut missing = Vec::new();
        for (index, place) in values.iter_mut().enumerate().take(counts.positional) {
            if !place.is_unbound() {
                continue;
            }
            match index.checked_sub(first).and_then(|at| self.heap.tuple_item(defaults, at)) {
                Some(default) => *place = default,
                None => missing.push(index),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing(function, code, &missing, "positional")) }
    }

    fn fill_keyword_defaults(
        &mut self,
        function: Value,
        code: u32,
        counts: Counts,
        values: &mut [Value],
    ) -> Completion<()> {
        let defaults = self.heap.field(function, function_field::KWDEFAULTS);
        let mut missing = Vec::new();
        for index in counts.positional..counts.positional + counts.keyword_only {
            if values.get(index).is_some_and(|value| !value.is_unbound()) {
                continue;
            }
            let name = self.local_name(code, index);
            let default = if defaults.is_unbound() { None } else { self.heap.dict_get_name(defaults, name) };
            match (default, values.get_mut(index)) {
                (Some(default), Some(place)) => *place = default,
                _ => missing.push(index),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing(function, code, &missing, "keyword-only")) }
    }

    /// The function as messages name it: its qualified name and `()`.
    pub(crate) fn function_display(&self, function: Value) -> String {
        let own = self.heap.field(function, function_field::QUALNAME);
        let name = match own.given() {
            Some(name) => self.name_text(name),
            None => self.code_of(function).map_or_else(String::new, |code| code.details().qualified_text(&self.heap)),
        };
        format!("{name}()")
    }

    #[cold]
    fn missing(&mut self, function: Value, code: u32, missing: &[usize], kind: &str) -> Raised {
        let names: Vec<String> =
            missing.iter().map(|&index| format!("'{}'", self.name_text(self.local_name(code, index)))).collect();
        let shown = self.function_display(function);
        let plural = if names.len() == 1 { "" } else { "s" };
        let count = names.len();
        let message = format!("{shown} missing {count} required {kind} argument{plural}: {}", enumerate_names(&names));
        raise::type_error(self, &message)
    }

    #[cold]
    fn too_many_positional(
        &mut self,
        function: Value,
        code: u32,
        counts: Counts,
        given: usize,
        values: &[Value],
    ) -> Raised {
        let defaults = self.heap.sequence_len(self.heap.field(function, function_field::DEFAULTS));
        let keyword_given =
            values.iter().skip(counts.positional).take(counts.keyword_only).filter(|value| !value.is_unbound()).count();
        let least = counts.positional.saturating_sub(defaults);
        let most = counts.positional;
        let takes = if least == most { format!("{most}") } else { format!("from {least} to {most}") };
        let plural = if least != most || most != 1 { "s" } else { "" };
        let shown = self.function_display(function);
        let was = if given == 1 && keyword_given == 0 { "was" } else { "were" };
        let given = if keyword_given == 0 {
            format!("{given}")
        } else {
            let (one, many) = (if given == 1 { "" } else { "s" }, if keyword_given == 1 { "" } else { "s" });
            format!("{given} positional argument{one} (and {keyword_given} keyword-only argument{many})")
        };
        let _ = code;
        raise::type_error(self, &format!("{shown} takes {takes} positional argument{plural} but {given} {was} given"))
    }

    #[cold]
    fn unexpected_keyword(
        &mut self,
        function: Value,
        code: u32,
        counts: Counts,
        name: Value,
        (site, named, _): (CallSite, usize, usize),
    ) -> Raised {
        let shown = self.function_display(function);
        // All keywords that name positional-only parameters are reported together.
        let wrong: Vec<String> = (0..counts.positional_only)
            .map(|at| self.local_name(code, at))
            .filter(|&parameter| {
                (0..named).any(|at| {
                    let keyword = self.heap.tuple_item(site.keywords, at).unwrap_or(Value::UNBOUND);
                    self.heap.plain_equal(keyword, parameter) == Some(true)
                })
            })
            .map(|parameter| self.name_text(parameter))
            .collect();
        if !wrong.is_empty() {
            let message = format!(
                "{shown} got some positional-only arguments passed as keyword arguments: '{}'",
                wrong.join(", ")
            );
            return raise::type_error(self, &message);
        }
        let text = self.name_text(name);
        let candidates: Vec<String> = (counts.positional_only..counts.positional + counts.keyword_only)
            .map(|at| self.name_text(self.local_name(code, at)))
            .collect();
        let hint = match crate::exceptions::suggestions::closest(&text, candidates.iter().map(String::as_str)) {
            Some(candidate) => format!(". Did you mean '{candidate}'?"),
            None => String::new(),
        };
        raise::type_error(self, &format!("{shown} got an unexpected keyword argument '{text}'{hint}"))
    }
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn enumerate_names(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}
