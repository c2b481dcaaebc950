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
            let items: Vec<Value> = arguments.iter().skip(before).take(middle).copied().collect();
            values.push(self.new_tuple(&items)?);
            values.extend(arguments.iter().skip(before + middle));
        }
        Ok(values)
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
            if !is_list && !is_spec(self, Some(first)) {
                return Ok(alloc::vec![self.new_tuple(&arguments)?]);
            }
        }
        let mut converted = Vec::new();
        for (index, argument) in arguments.into_iter().enumerate() {
            let is_list = self.heap.kind(argument) == Some(Kind::List);
            converted.push(if is_list && is_spec(self, parameters.get(index)) {
                let items: Vec<Value> = self.heap.items(argument).collect();
                self.new_tuple(&items)?
            } else {
                argument
            });
        }
        Ok(converted)
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
            values.push(self.default_of(parameter)?);
        }
        Ok(values)
    }

    fn wrong_argument_count(&mut self, whole: Value, many: &str, actual: usize, expected: &str) -> Raised {
        let shown: String = match self.repr_text(whole) {
            Ok(shown) => shown,
            Err(raised) => return raised,
        };
        raise::type_error(self, &format!("Too {many} arguments for {shown}; actual {actual}, expected {expected}"))
    }
}
