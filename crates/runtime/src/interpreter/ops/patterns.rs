//! `match` (PEP 634).

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

impl Isolate {
    /// Whether the value can match a sequence pattern: lists, tuples, ranges, memoryviews, deques and what is registered
    /// as a sequence, but no strings.
    pub(crate) fn is_sequence_pattern(&mut self, value: Value) -> Completion<bool> {
        let inner = self.unwrap(value);
        if matches!(self.heap.kind(inner), Some(Kind::List | Kind::Tuple)) {
            return Ok(true);
        }
        if self.heap.is_str(inner) || self.heap.byte_string(inner).is_some() {
            return Ok(false);
        }
        if matches!(self.record_type_id(inner), TypeId::RANGE | TypeId::MEMORYVIEW | TypeId::DEQUE) {
            return Ok(true);
        }
        self.is_registered(value, "Sequence")
    }

    /// Whether the value can match a mapping pattern.
    pub(crate) fn is_mapping_pattern(&mut self, value: Value) -> Completion<bool> {
        let inner = self.unwrap(value);
        if self.heap.kind(inner) == Some(Kind::Dict) || self.record_type_id(inner) == TypeId::MAPPING_PROXY {
            return Ok(true);
        }
        self.is_registered(value, "Mapping")
    }

    /// Whether the value is an instance of an abstract class of `collections.abc`, where that is loaded: a class can't
    /// be registered there before.
    fn is_registered(&mut self, value: Value, name: &str) -> Completion<bool> {
        if self.heap.kind(value) != Some(Kind::Instance) && self.heap.kind(value) != Some(Kind::Record) {
            return Ok(false);
        }
        for module in ["_collections_abc", "collections.abc"] {
            let module = self.intern(module)?;
            let Some(module) = self.heap.dict_get_name(self.sys_modules, module) else { continue };
            let name = self.intern(name)?;
            let Some(class) = self.get_attr_opt(module, name)? else { continue };
            return self.is_instance(value, class);
        }
        Ok(false)
    }

    /// `MatchKeys`: the values of the keys, or nothing if one is missing.
    pub(crate) fn match_keys(&mut self, mapping: Value, keys: Value) -> Completion<Option<Value>> {
        let keys: Vec<Value> = self.heap.items(keys).collect();
        let mut values = Vec::new();
        let seen = self.new_set(false)?;
        for &key in &keys {
            if self.set_contains(seen, key)? {
                let shown = self.repr_text(key)?;
                let message = format!("mapping pattern checks duplicate key ({shown})");
                return Err(raise::value_error(self, &message));
            }
            self.set_add(seen, key)?;
        }
        if self.heap.kind(mapping) == Some(Kind::Dict) {
            for key in keys {
                match self.dict_get(mapping, key)? {
                    Some(value) => values.push(value),
                    None => return Ok(None),
                }
            }
        } else {
            let get = self.get_attr(mapping, names::get)?;
            // An object that nobody else has marks what is missing.
            let missing = self.new_list(&[])?;
            for key in keys {
                let value = self.call(get, &[key, missing])?;
                if value == missing {
                    return Ok(None);
                }
                values.push(value);
            }
        }
        self.new_tuple(&values).map(Some)
    }

    /// `MatchRest`: a dict of the mapping without the keys.
    pub(crate) fn match_rest(&mut self, mapping: Value, keys: Value) -> Completion {
        let dict = self.new_dict()?;
        self.update_display(dict, mapping)?;
        let keys: Vec<Value> = self.heap.items(keys).collect();
        for key in keys {
            if self.dict_remove(dict, key)?.is_none() {
                // The mapping's `keys` did not name what its `get` has found.
                return Err(raise::key_error(self, key));
            }
        }
        Ok(dict)
    }

    /// `MatchClass`: the attributes that the patterns look at, or nothing if the value does not match.
    pub(crate) fn match_class(
        &mut self,
        subject: Value,
        class: Value,
        positional: usize,
        keywords: Value,
    ) -> Completion<Option<Value>> {
        if !self.is_class(class) {
            return Err(raise::type_error(self, "called match pattern must be a class"));
        }
        if !self.is_instance(subject, class)? {
            return Ok(None);
        }
        let mut attributes: Vec<Value> = Vec::new();
        let mut values: Vec<Value> = Vec::new();
        if positional > 0 {
            if self.matches_itself(class) && self.get_attr_opt(class, names::__match_args__)?.is_none() {
                if positional > 1 {
                    return Err(self.too_many_patterns(class, 1, positional));
                }
                values.push(subject);
            } else {
                attributes = self.match_args(class, positional)?;
            }
        }
        for name in self.heap.items(keywords).collect::<Vec<_>>() {
            if attributes.contains(&name) {
                let (class, name) = (self.class_name(class), self.name_text(name));
                let message = format!("{class}() got multiple sub-patterns for attribute '{name}'");
                return Err(raise::type_error(self, &message));
            }
            attributes.push(name);
        }
        for name in attributes {
            match self.get_attr_opt(subject, name) {
                Ok(Some(value)) => values.push(self.keep(value)),
                Ok(None) => return Ok(None),
                Err(raised) => {
                    if !self.raised_is(TypeId::ATTRIBUTE_ERROR) {
                        return Err(raised);
                    }
                    self.take_exception();
                    return Ok(None);
                }
            }
        }
        self.new_tuple(&values).map(Some)
    }

    /// The attribute names that positional patterns stand for.
    fn match_args(&mut self, class: Value, positional: usize) -> Completion<Vec<Value>> {
        let Some(names) = self.get_attr_opt(class, names::__match_args__)? else {
            return Err(self.too_many_patterns(class, 0, positional));
        };
        if self.heap.kind(names) != Some(Kind::Tuple) {
            let (class, kind) = (self.class_name(class), self.type_name(names));
            let message = format!("{class}.__match_args__ must be a tuple (got {kind})");
            return Err(raise::type_error(self, &message));
        }
        let available = self.heap.sequence_len(names);
        if available < positional {
            return Err(self.too_many_patterns(class, available, positional));
        }
        let mut attributes = Vec::new();
        for name in self.heap.items(names).take(positional).collect::<Vec<_>>() {
            let Some(text) = self.as_str(name) else {
                let kind = self.type_name(name);
                let message = format!("__match_args__ elements must be strings (got {kind})");
                return Err(raise::type_error(self, &message));
            };
            let name = self.intern_value(text)?;
            if attributes.contains(&name) {
                let (class, name) = (self.class_name(class), self.name_text(name));
                let message = format!("{class}() got multiple sub-patterns for attribute '{name}'");
                return Err(raise::type_error(self, &message));
            }
            attributes.push(name);
        }
        Ok(attributes)
    }

    #[cold]
    fn too_many_patterns(&mut self, class: Value, accepted: usize, given: usize) -> crate::Raised {
        let class = self.class_name(class);
        let plural = if accepted == 1 { "" } else { "s" };
        let message = format!("{class}() accepts {accepted} positional sub-pattern{plural} ({given} given)");
        raise::type_error(self, &message)
    }

    /// The builtin types whose one positional pattern matches the value itself.
    fn matches_itself(&self, class: Value) -> bool {
        const TYPES: [TypeId; 11] = [
            TypeId::BOOL,
            TypeId::BYTEARRAY,
            TypeId::BYTES,
            TypeId::DICT,
            TypeId::FLOAT,
            TypeId::FROZENSET,
            TypeId::INT,
            TypeId::LIST,
            TypeId::SET,
            TypeId::STR,
            TypeId::TUPLE,
        ];
        TYPES.iter().any(|id| self.is_subtype(class, id.value()))
    }
}
