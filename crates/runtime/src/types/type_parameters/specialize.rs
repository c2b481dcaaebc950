//! What type parameters are replaced by when a generic class or alias is subscripted.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl Isolate {
    /// The value for each parameter, in order: for a `TypeVarTuple` a tuple of values, for a `ParamSpec` a tuple where a
    /// list or several types were given. `whole` is what is subscripted, for messages.
    pub(crate) fn specialized(
        &mut self,
        whole: Value,
        parameters: &[Value],
        arguments: Vec<Value>,
    ) -> Completion<Vec<Value>> {
        if parameters.is_empty() {
            let shown = self.repr_text(whole)?;
            return Err(raise::type_error(self, &format!("{shown} is not a generic class")));
        }
        let arguments = self.lists_as_tuples(parameters, arguments)?;
        let several = parameters.iter().position(|&parameter| self.record_type_id(parameter) == TypeId::TYPE_VAR_TUPLE);
        let (before, behind) = match several {
            Some(place) => (place, parameters.len() - place - 1),
            None => (parameters.len(), 0),
        };
        let is_open = several.is_some();
        if arguments.len() < before + behind {
            return self.with_defaults(whole, parameters, arguments, is_open);
        }
        if !is_open && arguments.len() > before {
            let expected = format!("{before}");
            return Err(self.wrong_argument_count(whole, "many", arguments.len(), &expected));
        }
        let mut values: Vec<Value> = arguments.iter().take(before).copied().collect();
        if is_open {
            let middle = arguments.len() - before - behind;
            values.push(match parameters.get(before) {
                Some(&parameter) if middle == 0 && self.has_default(parameter) => self.default_parts(parameter)?,
                _ => {
                    let items: Vec<Value> = arguments.iter().skip(before).take(middle).copied().collect();
                    self.new_tuple(&items)?
                }
            });
            values.extend(arguments.iter().skip(before + middle));
        }
        Ok(values)
    }

    /// The arguments with what unpacked tuples of known length consist of in their places.
    pub(crate) fn unpacked_arguments(&mut self, arguments: Vec<Value>) -> Completion<Vec<Value>> {
        let name = self.intern("__typing_unpacked_tuple_args__")?;
        let mut flat = Vec::new();
        for argument in arguments {
            let is_alias = self.record_type_id(argument) == TypeId::GENERIC_ALIAS;
            let parts = match self.heap.kind(argument) {
                Some(Kind::Instance) => self.get_attr_opt(argument, name)?.unwrap_or(Value::NONE),
                _ if is_alias && self.heap.number(argument) == 1 => self.heap.field(argument, 1),
                _ => Value::NONE,
            };
            let parts = Some(parts).filter(|&parts| self.heap.kind(parts) == Some(Kind::Tuple));
            match parts.map(|parts| self.heap.items(parts).collect::<Vec<_>>()) {
                Some(parts) if parts.last() != Some(&Value::ELLIPSIS) => flat.extend(self.unpacked_arguments(parts)?),
                _ => flat.push(argument),
            }
        }
        Ok(flat)
    }

    /// For a `ParamSpec`: a list becomes a tuple, and for one that is alone all arguments together.
    fn lists_as_tuples(&mut self, parameters: &[Value], arguments: Vec<Value>) -> Completion<Vec<Value>> {
        let is_spec = |iso: &Isolate, value: Option<&Value>| {
            value.is_some_and(|&value| iso.record_type_id(value) == TypeId::PARAM_SPEC)
        };
        if let ([only], [first, ..]) = (parameters, arguments.as_slice())
            && is_spec(self, Some(only))
        {
            let kind = self.heap.kind(*first);
            let is_list = matches!(kind, Some(Kind::List | Kind::Tuple)) || *first == Value::ELLIPSIS;
            let is_joined = self.class_name(self.type_of(*first)) == "_ConcatenateGenericAlias";
            if !is_list && !is_joined && !is_spec(self, Some(first)) {
                return Ok(alloc::vec![self.new_tuple(&arguments)?]);
            }
        }
        // Behind a `TypeVarTuple` parameters are counted from the end.
        let several = parameters.iter().position(|&parameter| self.record_type_id(parameter) == TypeId::TYPE_VAR_TUPLE);
        let given = arguments.len();
        let mut converted = Vec::new();
        for (index, argument) in arguments.into_iter().enumerate() {
            let place = match several {
                Some(several) if index >= several => (index + parameters.len()).checked_sub(given),
                _ => Some(index),
            };
            let takes_list = is_spec(self, place.and_then(|place| parameters.get(place)));
            converted.push(if takes_list { self.list_as_tuple(argument)? } else { argument });
        }
        Ok(converted)
    }

    fn list_as_tuple(&mut self, value: Value) -> Completion {
        if self.heap.kind(value) != Some(Kind::List) {
            return Ok(value);
        }
        let items: Vec<Value> = self.heap.items(value).collect();
        self.new_tuple(&items)
    }

    /// Too few arguments: the rest of the parameters must have defaults.
    fn with_defaults(
        &mut self,
        whole: Value,
        parameters: &[Value],
        arguments: Vec<Value>,
        is_open: bool,
    ) -> Completion<Vec<Value>> {
        let rest: Vec<Value> = parameters.iter().skip(arguments.len()).copied().collect();
        let given = arguments.len();
        let required = parameters
            .iter()
            .filter(|&&parameter| {
                self.record_type_id(parameter) != TypeId::TYPE_VAR_TUPLE && !self.has_default(parameter)
            })
            .count();
        if given < required || !rest.first().is_some_and(|&parameter| self.has_default(parameter)) {
            let is_plain = self
                .generic_alias_origin(whole)
                .is_some_and(|origin| self.is_class(origin) && !self.is_subtype(origin, TypeId::GENERIC.value()));
            let least = if is_open || !is_plain || required < parameters.len() { "at least " } else { "" };
            return Err(self.wrong_argument_count(whole, "few", given, &format!("{least}{required}")));
        }
        let mut values = arguments;
        for parameter in rest {
            values.push(match self.record_type_id(parameter) {
                TypeId::TYPE_VAR_TUPLE => self.default_parts(parameter)?,
                _ => {
                    let default = self.default_of(parameter)?;
                    self.list_as_tuple(default)?
                }
            });
        }
        Ok(values)
    }

    /// The types that the default of a `TypeVarTuple` consists of, as a tuple.
    fn default_parts(&mut self, parameter: Value) -> Completion {
        let default = self.default_of(parameter)?;
        let parts = self.unpacked_arguments(alloc::vec![default])?;
        self.new_tuple(&parts)
    }

    fn wrong_argument_count(&mut self, whole: Value, many: &str, actual: usize, expected: &str) -> Raised {
        let shown: String = match self.repr_text(whole) {
            Ok(shown) => shown,
            Err(raised) => return raised,
        };
        raise::type_error(self, &format!("Too {many} arguments for {shown}; actual {actual}, expected {expected}"))
    }
}
