//! Items, slices, and the building of containers, strings and functions.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::FrameKind;
use crate::interpreter::ops::variables::item_at;
use crate::native::TypeId;
use crate::types::deque;
use crate::types::function::field as function_field;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::ControlFlow;

impl Isolate {
    #[inline(never)]
    pub(crate) fn get_item_slow(&mut self, target: u8, container: Value, key: Value) -> Completion<()> {
        if self.heap.kind(container) == Some(Kind::Instance)
            && let Some(function) = self.lookup_special(container, names::__getitem__)
            && (self.push_method(function, [container, key], target, FrameKind::Call).is_some()
                || self.get_item_inside(function, target, container, key).is_some())
        {
            return Ok(());
        }
        let mark = self.kept.len();
        let item = if self.heap.kind(container) == Some(Kind::Dict) {
            let found = match self.heap.dict_find_other(container, key) {
                Some(found) => Ok(found),
                None => self.dict_get(container, key),
            };
            match found {
                Ok(Some(item)) => Ok(item),
                Ok(None) => Err(raise::key_error(self, key)),
                Err(raised) => Err(raised),
            }
        } else if let Some(item) = deque::item_at(&self.heap, container, key) {
            Ok(item)
        } else {
            self.get_item(container, key)
        };
        self.kept.truncate(mark);
        self.set_reg(target, item?);
        Ok(())
    }

    /// An item of the list, tuple or dict inside of an instance, where that is a plain one; or the frame of the `__missing__`
    /// that is asked for it.
    fn get_item_inside(&mut self, function: Value, target: u8, container: Value, key: Value) -> Option<()> {
        let inner = self.inner_of(container, TypeId(function.as_native()?.0 as u16).value())?;
        let item = match self.heap.kind(inner)? {
            Kind::Dict => match self.heap.dict_find_plain(inner, key)? {
                Some(item) => item,
                None => {
                    let missing = self.lookup_special(container, names::__missing__)?;
                    return self.push_method(missing, [container, key], target, FrameKind::Call);
                }
            },
            Kind::List | Kind::Tuple => item_at(&self.heap, inner, key.as_small_int()?)?,
            _ => return None,
        };
        self.set_reg(target, item);
        Some(())
    }

    #[inline(never)]
    pub(crate) fn set_item_slow(&mut self, container: Value, key: Value, value: Value) -> Completion<()> {
        let mark = self.kept.len();
        let done = if self.heap.kind(container) == Some(Kind::Dict) {
            self.dict_set(container, key, value)
        } else if deque::set_item_at(&mut self.heap, container, key, value) {
            Ok(())
        } else {
            self.set_item(container, key, value)
        };
        self.kept.truncate(mark);
        done
    }

    /// `object[start:stop]`.
    pub(crate) fn get_slice(&mut self, target: u8, first: u8) -> Completion<()> {
        let [container, start, stop] = [0, 1, 2].map(|offset| self.reg(first.wrapping_add(offset)));
        let slice = self.new_slice(start, stop, Value::NONE)?;
        let item = self.get_item(container, slice)?;
        self.set_reg(target, item);
        Ok(())
    }

    /// `object[start:stop] = value`.
    pub(crate) fn set_slice(&mut self, value: u8, first: u8) -> Completion<()> {
        let [container, start, stop] = [0, 1, 2].map(|offset| self.reg(first.wrapping_add(offset)));
        let slice = self.new_slice(start, stop, Value::NONE)?;
        let value = self.reg(value);
        self.set_item(container, slice, value)
    }

    pub(crate) fn build_set(&mut self, items: &[Value]) -> Completion {
        let set = self.new_set(false)?;
        for &item in items {
            self.set_add(set, item)?;
        }
        Ok(set)
    }

    pub(crate) fn build_dict(&mut self, pairs: &[Value]) -> Completion {
        let dict = self.new_dict()?;
        for pair in pairs.as_chunks::<2>().0 {
            self.dict_set(dict, pair[0], pair[1])?;
        }
        Ok(dict)
    }

    /// Whether iterating over a value may work: it has `__iter__` or `__getitem__`.
    pub(crate) fn looks_iterable(&mut self, value: Value) -> bool {
        self.lookup_special(value, names::__iter__).is_some()
            || self.record_type_id(value) != TypeId::UNION && self.lookup_special(value, names::__getitem__).is_some()
    }

    /// The list of what the only `*iterable` of a call holds.
    pub(crate) fn starred_argument(&mut self, iterable: Value, callable: Value) -> Completion {
        if !self.looks_iterable(iterable) {
            let (shown, kind) = (self.callable_display(callable)?, self.type_name(iterable));
            let message = format!("{shown} argument after * must be an iterable, not {kind}");
            return Err(raise::type_error(self, &message));
        }
        self.collect_items(iterable)
    }

    /// `list.extend` for displays and calls: the message is that of `*` in a call or display.
    pub(crate) fn extend_display(&mut self, list: Value, iterable: Value) -> Completion<()> {
        if matches!(self.heap.kind(iterable), Some(Kind::List | Kind::Tuple)) {
            self.spare_items(iterable)?;
            let items: Vec<Value> = self.heap.items(iterable).collect();
            self.heap.extend_list(list, &items)?;
            return Ok(());
        }
        if !self.looks_iterable(iterable) {
            let kind = self.type_name(iterable);
            return Err(raise::type_error(self, &format!("Value after * must be an iterable, not {kind}")));
        }
        self.extend_by_iteration(list, iterable)
    }

    /// The keys and values of a mapping, each handed to `body`.
    pub(crate) fn each_pair(
        &mut self,
        mapping: Value,
        mut body: impl FnMut(&mut Isolate, Value, Value) -> Completion<()>,
    ) -> Completion<()> {
        if let Some(dict) = self.plain_dict(mapping) {
            let mut next = 0;
            while let Some((entry, key, value)) = self.heap.next_entry(dict, next) {
                next = entry + 1;
                self.scope(|iso| {
                    iso.keep(key);
                    iso.keep(value);
                    body(iso, key, value)
                })?;
            }
            return Ok(());
        }
        let keys = self.call_method(mapping, names::keys, &[])?;
        self.for_each(keys, |iso, key| {
            let value = iso.get_item(mapping, key)?;
            body(iso, key, value)?;
            Ok(ControlFlow::Continue(()))
        })
    }

    pub(crate) fn update_display(&mut self, dict: Value, mapping: Value) -> Completion<()> {
        if let Some(plain) = self.plain_dict(mapping) {
            return self.update_from_dict(dict, plain);
        }
        match self.each_pair(mapping, |iso, key, value| iso.dict_set(dict, key, value)) {
            Err(_) if self.raised_is(TypeId::ATTRIBUTE_ERROR) => {
                self.take_exception();
                let kind = self.type_name(mapping);
                Err(raise::type_error(self, &format!("'{kind}' object is not a mapping")))
            }
            done => done,
        }
    }

    pub(crate) fn merge_keywords(&mut self, dict: Value, mapping: Value, callable: Value) -> Completion<()> {
        if self.heap.table_len(dict) == 0
            && let Some(plain) = self.plain_dict(mapping)
            && self.heap.entries(plain).all(|(key, _)| self.heap.is_str(key))
        {
            self.heap.copy_table(dict, plain)?;
            return Ok(());
        }
        let merged = self.each_pair(mapping, |iso, key, value| {
            if iso.as_str(key).is_none() {
                return Err(raise::type_error(iso, "keywords must be strings"));
            }
            if iso.dict_get(dict, key)?.is_some() {
                let (shown, key) = (iso.callable_display(callable)?, iso.name_text(key));
                let message = format!("{shown} got multiple values for keyword argument '{key}'");
                return Err(raise::type_error(iso, &message));
            }
            iso.dict_set(dict, key, value)
        });
        match merged {
            Err(_) if self.raised_is(TypeId::ATTRIBUTE_ERROR) => {
                self.take_exception();
                let (shown, kind) = (self.callable_display(callable)?, self.type_name(mapping));
                let message = format!("{shown} argument after ** must be a mapping, not {kind}");
                Err(raise::type_error(self, &message))
            }
            merged => merged,
        }
    }

    /// A callable as messages about `*` and `**` name it.
    pub(crate) fn callable_display(&mut self, callable: Value) -> Completion<String> {
        let Some(name) = self.get_attr_opt(callable, names::__qualname__)? else {
            let text = self.str(callable)?;
            return Ok(self.name_text(text));
        };
        let name = self.name_text(name);
        let module = self.get_attr_opt(callable, names::__module__)?.filter(|module| !module.is_none());
        Ok(match module.map(|module| self.name_text(module)) {
            Some(module) if module != "builtins" => format!("{module}.{name}()"),
            _ => format!("{name}()"),
        })
    }

    /// The strings joined.
    pub(crate) fn build_string(&mut self, parts: &[Value]) -> Completion {
        if parts.iter().all(|&part| self.heap.is_str(part)) {
            return Ok(self.heap.concat_strings(parts.iter().copied())?);
        }
        let plain: Vec<Value> = parts.iter().map(|&part| self.unwrap(part)).collect();
        Ok(self.heap.concat_strings(plain.into_iter())?)
    }

    /// `Convert`: str, repr or ascii.
    pub(crate) fn convert(&mut self, value: Value, how: u8) -> Completion {
        match how {
            1 => self.str(value),
            2 => self.repr(value),
            _ => self.ascii(value),
        }
    }

    /// `MakeFunction`.
    pub(crate) fn make_function(&mut self, target: u8, parts: u8, code: Value) -> Completion<()> {
        let Some((number, arity)) = self.code_constant(code) else { return Err(raise::internal(self)) };
        self.shade_code(number);
        let globals = self.frame_globals();
        let mut next = target;
        let mut part = |iso: &Isolate, bit: u8| {
            if parts & bit == 0 {
                return Value::UNBOUND;
            }
            next = next.wrapping_add(1);
            iso.reg(next)
        };
        let defaults = part(self, 1);
        let keyword_defaults = part(self, 2);
        let annotate = part(self, 4);
        let closure = part(self, 8);
        // Files may have a tuple of one.
        let closure = match self.heap.tuple_item(closure, 0) {
            Some(cell) if self.heap.sequence_len(closure) == 1 => cell,
            _ => closure,
        };
        let fields = [closure, defaults, keyword_defaults];
        let used = match parts & 0b1011 {
            0 => 0,
            8 => 1,
            _ => 3,
        };
        let function = self.heap.new_function(number, arity, globals, fields.get(..used).unwrap_or(&fields))?;
        if parts & 4 != 0 {
            self.heap.grow_fields(function, function_field::COUNT)?;
            self.heap.set_field(function, function_field::ANNOTATE, annotate);
        }
        self.set_reg(target, function);
        Ok(())
    }

    /// A template string from its strings and interpolations.
    pub(crate) fn new_template(&mut self, first: u8) -> Completion {
        let parts = self.regs(first, 2);
        self.new_record(TypeId::TEMPLATE, 0, &parts)
    }

    /// An interpolation of a template string.
    pub(crate) fn new_interpolation(&mut self, first: u8) -> Completion {
        let parts = self.regs(first, 4);
        self.new_record(TypeId::INTERPOLATION, 0, &parts)
    }
}
