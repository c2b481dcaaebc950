//! Binding the arguments of a call to the parameters of a native function, with CPython's messages.

use super::signature::{ParameterKind, parameters, parameters_of};
use super::spec::{Row, RowKind};
use crate::exceptions::raise;
use crate::exceptions::suggestions::closest;
use crate::heap::Heap;
use crate::names;
use crate::{Completion, Isolate, Raised, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The keyword arguments of a call: a tuple of names; their values are the last arguments.
#[derive(Clone, Copy, Debug)]
pub struct Keywords(pub Value);

impl Isolate {
    /// Lays the arguments of a call out as the row's signature wants them. `keywords` is a tuple of names or Unbound;
    /// the values of keyword arguments are the last ones of `args`. `first` is the display name's prefix.
    pub(crate) fn bind_native(&mut self, row: &'static Row, args: &[Value], keywords: Value) -> Completion<Vec<Value>> {
        let signature = row.signature();
        let named = if keywords.is_unbound() { 0 } else { self.heap.sequence_len(keywords) };
        let given = args.len().saturating_sub(named);
        let named = if named > 0 && self.leaves_keywords(row, args) { 0 } else { named };
        let positional = signature.positional();
        let mut values = Vec::with_capacity(signature.values());
        values.resize(signature.values(), Value::UNBOUND);
        for (place, &argument) in values.iter_mut().take(positional).zip(args.iter().take(given)) {
            *place = argument;
        }
        if let Some(message) = self.too_many_keywords(row, args, given, named) {
            self.read_first(row, args)?;
            return Err(raise::type_error(self, &message));
        }
        if given > positional && !signature.varargs() {
            self.check_class_argument(row, args)?;
            return Err(self.too_many_arguments(row, args, given));
        }
        let after = positional + signature.keyword_only();
        if signature.varargs() {
            let rest = args.get(positional.min(given)..given).unwrap_or(&[]);
            let rest = self.heap.despite_lock(|heap| heap.new_tuple(rest))?;
            self.keep(rest);
            if let Some(place) = values.get_mut(after) {
                *place = rest;
            }
        }
        if signature.varkeywords() {
            let dict = self.heap.despite_lock(Heap::new_dict)?;
            self.keep(dict);
            if let Some(place) = values.last_mut() {
                *place = dict;
            }
        }
        if named > 0 {
            self.check_missing(row, args, &values, given, keywords)?;
        }
        for index in 0..named {
            let name = self.heap.tuple_item(keywords, index).unwrap_or(Value::UNBOUND);
            let value = args.get(given + index).copied().unwrap_or(Value::UNBOUND);
            if let Err(raised) = self.bind_keyword(row, &mut values, name, value) {
                let exception = self.take_exception();
                self.keep(exception);
                self.read_first(row, args)?;
                self.in_flight = exception;
                return Err(raised);
            }
        }
        let missing = values.iter().take(signature.required()).position(|value| value.is_unbound());
        if let Some(index) = missing {
            self.check_class_argument(row, args)?;
            return Err(self.missing_argument(row, args, given, index));
        }
        Ok(values)
    }

    /// Whether keyword arguments of `__new__` or `__init__`, which takes none, are for the other of the two: the one that
    /// a subclass defines.
    #[cold]
    pub(crate) fn leaves_keywords(&mut self, row: &'static Row, args: &[Value]) -> bool {
        let signature = row.signature();
        if signature.positional_only() < signature.positional()
            || signature.keyword_only() > 0
            || signature.varkeywords()
        {
            return false;
        }
        let (class, other) = match (row.name, args.first()) {
            ("__new__", Some(&class)) if self.is_class(class) => (class, names::__init__),
            ("__init__", Some(&this)) => (self.type_of(this), names::__new__),
            _ => return false,
        };
        self.lookup(class, other).is_some_and(|found| self.native_row(found).is_none())
    }

    /// `sorted` reads what it sorts before it finds out that the keywords are wrong.
    #[cold]
    fn read_first(&mut self, row: &'static Row, args: &[Value]) -> Completion<()> {
        if row.name == "sorted"
            && let Some(&iterable) = args.first()
        {
            self.collect_items(iterable)?;
        }
        Ok(())
    }

    /// What comes before a wrong number of arguments for a `__new__`: something that is no class where one belongs.
    #[cold]
    fn check_class_argument(&mut self, row: &'static Row, args: &[Value]) -> Completion<()> {
        match args.first() {
            Some(&class) if row.name == "__new__" && !self.is_class(class) => {
                let (owner, kind) = (self.plain_name(row), self.type_name(class));
                let message = format!("{owner}.__new__(X): X is not a type object ({kind})");
                Err(raise::type_error(self, &message))
            }
            _ => Ok(()),
        }
    }

    /// What comes before a wrong keyword: a missing argument that no keyword gives.
    fn check_missing(
        &mut self,
        row: &'static Row,
        args: &[Value],
        values: &[Value],
        given: usize,
        keywords: Value,
    ) -> Completion<()> {
        let signature = row.signature();
        let most = signature.positional() + signature.keyword_only();
        let by_name = most - signature.positional_only();
        let complete = given >= signature.required();
        if complete || by_name == 0 || signature.varargs() || signature.varkeywords() {
            return Ok(());
        }
        let named = self.heap.sequence_len(keywords);
        for (index, parameter) in parameters(row.text).enumerate().take(signature.required()) {
            let is_named = (0..named).any(|place| {
                let name = self.heap.tuple_item(keywords, place).unwrap_or(Value::UNBOUND);
                index >= signature.positional_only() && self.heap.str(name) == Some(parameter.name)
            });
            if !is_named && values.get(index).is_some_and(|value| value.is_unbound()) {
                return Err(self.missing_argument(row, args, given, index));
            }
        }
        Ok(())
    }

    fn bind_keyword(&mut self, row: &'static Row, values: &mut [Value], name: Value, value: Value) -> Completion<()> {
        let place = self.place_of_keyword(row, name);
        if let Some(place) = place
            && let Some(target) = values.get_mut(place)
        {
            if target.is_unbound() {
                *target = value;
                return Ok(());
            }
            let message = format!(
                "argument for {}() given by name ('{}') and position ({})",
                self.plain_name(row),
                self.name_text(name),
                place + 1 - Isolate::implicit(row).min(place)
            );
            return Err(raise::type_error(self, &message));
        }
        if row.signature().varkeywords() {
            let dict = values.last().copied().unwrap_or(Value::UNBOUND);
            return self.dict_set(dict, name, value);
        }
        let text = String::from(self.heap.str(name).unwrap_or("?"));
        Err(self.unknown_keyword(row, &text))
    }

    #[cold]
    fn unknown_keyword(&mut self, row: &'static Row, text: &str) -> Raised {
        let name = match self.plain_name(row).as_str() {
            // It leaves its keywords to the method.
            "sorted" => String::from("sort"),
            "enumerate" => {
                let message = format!("'{text}' is an invalid keyword argument for enumerate()");
                return raise::type_error(self, &message);
            }
            name => name.into(),
        };
        let named = parameters(row.text).skip(Isolate::implicit(row)).filter(|parameter| {
            !matches!(
                parameter.kind,
                ParameterKind::VarPositional | ParameterKind::VarKeyword | ParameterKind::PositionalOnly
            )
        });
        let hint = match closest(text, named.map(|parameter| parameter.name)) {
            Some(candidate) => format!(". Did you mean '{candidate}'?"),
            None => String::new(),
        };
        raise::type_error(self, &format!("{name}() got an unexpected keyword argument '{text}'{hint}"))
    }

    /// The place of the parameter that a keyword names, if there is one.
    fn place_of_keyword(&self, row: &'static Row, name: Value) -> Option<usize> {
        let signature = row.signature();
        if signature.positional_only() == signature.positional() && signature.keyword_only() == 0 {
            return None;
        }
        let text = self.heap.str(name)?;
        // Nobody can name the object itself.
        let implicit = Isolate::implicit(row);
        parameters_of(row.text, signature.positional_only())
            .filter(|parameter| !matches!(parameter.kind, ParameterKind::VarPositional | ParameterKind::VarKeyword))
            .enumerate()
            .find(|(place, parameter)| {
                parameter.kind != ParameterKind::PositionalOnly && *place >= implicit && parameter.name == text
            })
            .map(|(place, _)| place)
    }

    /// What is wrong with a call that has keyword arguments where there are none, or more arguments than parameters:
    /// both are seen before anything else.
    fn too_many_keywords(&self, row: &'static Row, args: &[Value], given: usize, named: usize) -> Option<String> {
        let signature = row.signature();
        if row.name == "__init_subclass__" && given > signature.positional() && named > 0 {
            return Some(format!("{}() takes no keyword arguments", self.row_display(row, args)));
        }
        if named == 0 && (given <= signature.positional() || signature.varargs()) {
            return None;
        }
        if given > signature.positional() && (named == 0 || row.name == "sorted") && self.counts_itself(row) {
            return None;
        }
        if signature.varkeywords() {
            return None;
        }
        let keywords = signature.positional_only() < signature.positional() || signature.keyword_only() > 0;
        if !keywords {
            // A constructor's arguments come through `__init__`, in the type's name.
            return match row.name {
                _ if named == 0 => None,
                "__call__" if let Some(owner) = self.owner_that_is_called(row) => {
                    Some(format!("{owner}() takes no keyword arguments"))
                }
                name if name != "__init__" && self.is_slot_wrapper(row) => {
                    Some(format!("wrapper {name}() takes no keyword arguments"))
                }
                _ => Some(format!("{}() takes no keyword arguments", self.row_display(row, args))),
            };
        }
        let implicit = Isolate::implicit(row);
        let most = (signature.positional() + signature.keyword_only()).saturating_sub(implicit);
        let given = given.saturating_sub(implicit);
        if signature.varargs() && named > signature.keyword_only() {
            let most = signature.keyword_only();
            let (name, plural) = (self.plain_name(row), if most == 1 { "" } else { "s" });
            return Some(format!("{name}() takes at most {most} keyword argument{plural} ({named} given)"));
        }
        if signature.varargs() || given + named <= most {
            return None;
        }
        if row.name == "sorted" {
            // It leaves its keywords to the method.
            return Some(format!("sort() takes at most {} keyword arguments ({named} given)", most - 1));
        }
        let (kind, plural) = (if given == 0 { "keyword " } else { "" }, if most == 1 { "" } else { "s" });
        let name = self.plain_name(row);
        Some(format!("{name}() takes at most {most} {kind}argument{plural} ({} given)", given + named))
    }

    /// The name that messages show: with the type for methods, with the class that they are called on for class
    /// methods.
    fn row_display(&self, row: &'static Row, args: &[Value]) -> String {
        let class = args.first().copied().filter(|&class| self.is_class(class));
        match self.owner_of_row(row) {
            // What a class has from its metaclass.
            Some(owner) if owner == "type" && class.is_some() => {
                format!("{}.{}", self.class_qualname(class.unwrap_or(Value::UNBOUND)), row.name)
            }
            Some(_)
                if matches!(row.kind, RowKind::ClassMethod(..))
                    && args.first().is_some_and(|&of| self.is_class(of)) =>
            {
                let class = args.first().copied().unwrap_or(Value::UNBOUND);
                format!("{}.{}", self.class_qualname(class), row.name)
            }
            Some(owner) if !matches!(row.name, "__new__" | "__init__") => format!("{owner}.{}", row.name),
            Some(owner) if owner == "ReferenceType" => "ref".into(),
            Some(owner) => owner,
            None => match self.module_of_row(row) {
                Some(module) => format!("{module}.{}", row.name),
                None => row.name.into(),
            },
        }
    }

    /// The name of the module that declares a function; nothing for those of `builtins`.
    fn module_of_row(&self, row: &'static Row) -> Option<&'static str> {
        let module = self.modules.iter().find(|spec| spec.rows.as_ptr_range().contains(&core::ptr::from_ref(row)))?;
        (module.name != "builtins").then_some(module.name)
    }

    /// The name that other messages show: constructors go by the name of their type.
    fn plain_name(&self, row: &'static Row) -> String {
        match self.owner_of_row(row) {
            Some(owner) if matches!(row.name, "__new__" | "__init__") && owner != "ReferenceType" => owner,
            _ => row.name.into(),
        }
    }

    /// How many leading parameters (`self`, `type`) messages don't count.
    fn implicit(row: &Row) -> usize {
        usize::from(row.text.starts_with("($self") || row.text.starts_with("($type") || row.text.starts_with("($cls"))
    }

    /// The type whose `__call__` the row is, as messages name it: such a call looks after its arguments itself.
    fn owner_that_is_called(&self, row: &'static Row) -> Option<String> {
        let owner = self.owner_of_row(row).filter(|_| row.name == "__call__")?;
        Some(if owner == "ReferenceType" { "weakref".into() } else { owner })
    }

    /// Whether a message about a number of arguments between two bounds has a blank where the name would be.
    fn leaves_name_out(&self, row: &'static Row) -> bool {
        matches!(row.name, "__pow__" | "__rpow__" | "__get__") && self.is_slot_wrapper(row)
    }

    /// Slot wrappers don't say who they are; those with two arguments, and those that repeat a sequence, show where
    /// the name would be.
    fn wrong_wrapper_count(&self, row: &'static Row, wanted: usize, given: usize) -> String {
        if let Some(owner) = self.owner_that_is_called(row) {
            let plural = if wanted == 1 { "" } else { "s" };
            return format!("{owner} expected {wanted} argument{plural}, got {given}");
        }
        let repeats = matches!(row.name, "__buffer__" | "__release_buffer__")
            || matches!(row.name, "__mul__" | "__rmul__" | "__imul__")
                && self.owner_of_row(row).is_some_and(|owner| !matches!(owner.as_str(), "int" | "float" | "complex"));
        let (blank, plural) = (if wanted > 1 || repeats { " " } else { "" }, if wanted == 1 { "" } else { "s" });
        format!("{blank}expected {wanted} argument{plural}, got {given}")
    }

    /// Whether positional arguments are counted before the keywords are looked at: `sorted` leaves those to `list.sort`.
    fn counts_itself(&self, row: &'static Row) -> bool {
        row.name == "sorted" || row.name == "__new__" && matches!(self.plain_name(row).as_str(), "int" | "str")
    }

    #[cold]
    fn too_many_arguments(&mut self, row: &'static Row, args: &[Value], given: usize) -> Raised {
        let implicit = Isolate::implicit(row);
        let most = row.signature().positional() - implicit.min(row.signature().positional());
        let least = (row.signature().required()).saturating_sub(implicit);
        let given = given.saturating_sub(implicit);
        let name = self.plain_name(row);
        let only = row.signature().positional_only() == row.signature().positional()
            && row.signature().keyword_only() == 0
            || self.counts_itself(row);
        let single = least == most
            && most <= 1
            && !matches!(row.name, "__new__" | "sorted")
            && (row.name != "__init__" || most == 0);
        let message = if least == most && row.name != "__init__" && self.is_slot_wrapper(row) {
            self.wrong_wrapper_count(row, most, given)
        } else if most == 0 && (row.signature().keyword_only() > 0 || matches!(row.name, "__replace__" | "replace")) {
            format!("{name}() takes no positional arguments")
        } else if only && single {
            let count = if most == 0 { "no arguments" } else { "exactly one argument" };
            format!("{}() takes {count} ({given} given)", self.row_display(row, args))
        } else if only && least == most {
            let plural = if most == 1 { "" } else { "s" };
            format!("{name} expected {most} argument{plural}, got {given}")
        } else if only {
            let plural = if most == 1 { "" } else { "s" };
            // `super` calls itself so; slot wrappers leave a blank.
            let name = match name.as_str() {
                "super" => "super()",
                _ if self.leaves_name_out(row) => "",
                name => name,
            };
            // Sets alone say which subclass it was.
            let name = match args.first() {
                Some(&class) if name.ends_with("set") && row.name == "__new__" => self.class_name(class),
                Some(&this) if name.ends_with("set") && row.name == "__init__" => self.type_name(this),
                _ => name.into(),
            };
            format!("{name} expected at most {most} argument{plural}, got {given}")
        } else {
            let (plural, total) = (if most == 1 { "" } else { "s" }, given);
            let word = if most == least { "exactly" } else { "at most" };
            let kind = if row.signature().keyword_only() > 0 { "positional " } else { "" };
            format!("{name}() takes {word} {most} {kind}argument{plural} ({total} given)")
        };
        raise::type_error(self, &message)
    }

    /// The error of a method that was called without even `self`.
    #[cold]
    pub(crate) fn without_receiver(&mut self, row: &'static Row) -> Raised {
        let message = self.missing_receiver(row, &[]);
        raise::type_error(self, &message)
    }

    /// What is wrong if not even `self` or the class was given.
    #[cold]
    fn missing_receiver(&self, row: &'static Row, args: &[Value]) -> String {
        match self.owner_of_row(row) {
            Some(owner) if row.name == "__new__" => format!("{owner}.__new__(): not enough arguments"),
            Some(owner) if self.is_slot_wrapper(row) => {
                format!("descriptor '{}' of '{owner}' object needs an argument", row.name)
            }
            _ => format!("unbound method {}() needs an argument", self.row_display(row, args)),
        }
    }

    #[cold]
    fn missing_argument(&mut self, row: &'static Row, args: &[Value], given: usize, index: usize) -> Raised {
        let implicit = Isolate::implicit(row);
        let given = given.saturating_sub(implicit);
        let least = (row.signature().required()).saturating_sub(implicit);
        let most = (row.signature().positional()).saturating_sub(implicit);
        let only = row.signature().positional_only() == row.signature().positional();
        let plural = if least == 1 { "" } else { "s" };
        let name = if self.leaves_name_out(row) { String::new() } else { self.plain_name(row) };
        let message = if index < implicit {
            self.missing_receiver(row, args)
        } else if least == most && row.name != "__init__" && self.is_slot_wrapper(row) {
            self.wrong_wrapper_count(row, most, given)
        } else if only && least == 1 && most == 1 && !matches!(row.name, "__new__" | "__init__" | "sorted") {
            format!("{}() takes exactly one argument ({given} given)", self.row_display(row, args))
        } else if only && least == most {
            format!("{name} expected {least} argument{plural}, got {given}")
        } else if only {
            format!("{name} expected at least {least} argument{plural}, got {given}")
        } else if index < row.signature().positional_only() {
            let least = row.signature().positional_only().min(row.signature().required()) - implicit;
            let (word, plural) = (if least < most { "at least" } else { "exactly" }, if least == 1 { "" } else { "s" });
            format!("{name}() takes {word} {least} positional argument{plural} ({given} given)")
        } else {
            let missing = parameters(row.text).nth(index).map_or("", |parameter| parameter.name);
            format!("{name}() missing required argument '{missing}' (pos {})", index + 1 - implicit)
        };
        raise::type_error(self, &message)
    }
}
