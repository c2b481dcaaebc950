//! `type.__call__`: an instance made by `__new__` and set up by `__init__`.

use super::FrameKind;
use super::call::{CallSite, Called};
use super::frame::WINDOW;
use crate::exceptions::raise;
use crate::heap::{Kind, Put};
use crate::native::{RowKind, TypeFlags, TypeId};
use crate::object::class::{field, flag};
use crate::object::constructor::Constructor;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_numeric::sort::sort_by;

impl Isolate {
    /// `type.__call__`: `__new__`, then `__init__`.
    pub(super) fn construct(&mut self, class: Value, site: CallSite) -> Completion<Called> {
        if self.heap.kind(class) == Some(Kind::Type) {
            let Constructor { init, shape, capacity, is_exception, .. } = self.constructor(class);
            if self.heap.function(init).is_some() && !is_exception {
                let object = self.heap.new_instance(shape, capacity as usize)?;
                self.keep(object);
                return self.initialize(init, object, site);
            }
        }
        if class == TypeId::TYPE.value() && site.count == 1 && site.keywords.is_unbound() {
            let value = self.thread.stack.get(site.at + 1).copied().unwrap_or(Value::NONE);
            return Ok(Called::Value(self.type_of(value)));
        }
        if class == TypeId::DICT.value()
            && let Some(dict) = self.dict_of_keywords(site)
        {
            return Ok(Called::Value(self.keep(dict)));
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

    /// `dict(name=value, …)`, whose names are those of the call.
    fn dict_of_keywords(&mut self, site: CallSite) -> Option<Value> {
        let names = site.keywords;
        if self.heap.kind(names) != Some(Kind::Tuple) || self.heap.sequence_len(names) != site.count {
            return None;
        }
        let dict = self.heap.new_dict().ok()?;
        for index in 0..site.count {
            let name = self.heap.tuple_item(names, index)?;
            let value = self.thread.stack.get(site.at + 1 + index).copied()?;
            // A name that comes twice is an error.
            self.heap.put(dict, name, value).ok().filter(|&put| put == Put::Added)?;
        }
        Some(dict)
    }

    /// `type.__call__` from native code.
    pub(crate) fn construct_from_native(&mut self, class: Value, args: &[Value], keywords: Value) -> Completion {
        self.enter_native()?;
        let at = self.free_stack() + 2;
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

    /// `class.__new__(class, *args)`.
    fn call_new(&mut self, new: Value, class: Value, site: CallSite) -> Completion {
        const FILLED_LATER: [TypeId; 4] = [TypeId::LIST, TypeId::DICT, TypeId::SET, TypeId::BYTEARRAY];
        if FILLED_LATER.iter().any(|id| id.value() == class)
            && let Some(row) = self.native_row(new)
            && let RowKind::StaticMethod(make, _) = row.kind
        {
            // What it would be given only `__init__` looks at: it need not be bound twice.
            return make(self, &[class, Value::UNBOUND, Value::UNBOUND]);
        }
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
        sort_by(&mut list, |a, b| a < b);
        let plural = if list.len() == 1 { "" } else { "s" };
        let list = list.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
        let message = format!(
            "Can't instantiate abstract class {name} without an implementation for abstract method{plural} {list}"
        );
        raise::type_error(self, &message)
    }
}
