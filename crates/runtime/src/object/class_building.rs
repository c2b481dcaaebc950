//! Making classes: the `class` statement, `type(name, bases, namespace)`.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{TypeFlags, TypeId};
use crate::object::class::{field, flag};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl Isolate {
    /// `type(name, bases, namespace, **keywords)`: a new class, with `__set_name__` and `__init_subclass__` called.
    pub(crate) fn new_class(
        &mut self,
        metaclass: Value,
        name: Value,
        bases: Value,
        namespace: Value,
        keywords: Value,
    ) -> Completion {
        self.spare(1024 + self.shapes.growth())?;
        let mut list: Vec<Value> = self.heap.items(bases).collect();
        if list.is_empty() {
            list.push(TypeId::OBJECT.value());
        }
        for &base in &list {
            if !self.is_class(base) && self.get_attr_opt(base, names::__mro_entries__)?.is_some() {
                let message = "type() doesn't support MRO entry resolution; use types.new_class()";
                return Err(raise::type_error(self, message));
            }
        }
        let winner = self.winning_metaclass(metaclass, &list)?;
        for &base in &list {
            self.check_base(base)?;
        }
        if winner != metaclass
            && let Some(function) = self.lookup(winner, names::__new__)
            && function.as_native().is_none_or(|(table, _)| table != TypeId::TYPE.number() as usize)
        {
            return self.call(function, &[winner, name, bases, namespace]);
        }
        let layout = self.best_layout(&list)?;
        self.check_class_name(name)?;
        let class = self.make_class(winner, name, &list, namespace, layout)?;
        if self.heap.str_bytes(self.unwrap(name)).is_some_and(|text| text.contains(&0)) {
            return Err(raise::value_error(self, "type name must not contain null characters"));
        }
        self.finish_class(class, keywords)?;
        Ok(class)
    }

    /// A class's name is used where only UTF-8 will do.
    fn check_class_name(&mut self, name: Value) -> Completion<()> {
        let inner = self.unwrap(name);
        if self.heap.str(inner).is_none() {
            let encode = self.intern("encode")?;
            self.call_method(inner, encode, &[])?;
        }
        Ok(())
    }

    pub(crate) fn check_base(&mut self, base: Value) -> Completion<()> {
        if !self.is_class(base) {
            return Err(raise::type_error(self, "bases must be types"));
        }
        if let Some(spec) = self.type_spec(base)
            && !spec.flags.has(TypeFlags::SUBCLASSABLE)
        {
            let name = match spec.module {
                "builtins" => spec.name.into(),
                module => format!("{module}.{}", spec.name),
            };
            return Err(raise::type_error(self, &format!("type '{name}' is not an acceptable base type")));
        }
        Ok(())
    }

    /// The metaclass that all bases' metaclasses agree to.
    pub(crate) fn winning_metaclass(&mut self, metaclass: Value, bases: &[Value]) -> Completion {
        let mut winner = metaclass;
        for &base in bases {
            let candidate = self.type_of(base);
            if self.is_subtype(winner, candidate) {
                continue;
            }
            if self.is_subtype(candidate, winner) {
                winner = candidate;
                continue;
            }
            let message = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases";
            return Err(raise::type_error(self, message));
        }
        Ok(winner)
    }

    fn make_class(
        &mut self,
        metaclass: Value,
        name: Value,
        bases: &[Value],
        namespace: Value,
        layout: TypeId,
    ) -> Completion {
        let dict = self.new_dict()?;
        self.heap.copy_table(dict, namespace)?;
        let mut fields = [Value::UNBOUND; field::COUNT];
        let tuple = self.new_tuple(bases)?;
        fields[field::NAME] = name;
        fields[field::QUALNAME] = name;
        fields[field::BASES] = tuple;
        fields[field::MRO] = tuple;
        fields[field::DICT] = dict;
        fields[field::METACLASS] = metaclass;
        fields[field::LAYOUT] = Value::small_int(i64::from(layout.number()));
        fields[field::SHAPE] = Value::small_int(0);
        fields[field::CAPACITY] = Value::small_int(0);
        fields[field::FLAGS] = Value::small_int(0);
        fields[field::DICT_SHAPE] = Value::small_int(0);
        let class = self.heap.new_type(&fields)?;
        self.keep(class);
        self.set_up_layout(class, bases, layout)?;
        self.take_qualname(class, dict)?;
        let order = self.class_order(class, metaclass, bases)?;
        let order = self.new_tuple(&order)?;
        self.heap.set_field(class, field::MRO, order);
        self.set_up_namespace(class, dict)?;
        for &base in bases {
            self.add_subclass(base, class)?;
        }
        Ok(class)
    }

    /// Moves the qualified name from the namespace to the class.
    fn take_qualname(&mut self, class: Value, dict: Value) -> Completion<()> {
        let Some(qualname) = self.heap.dict_get_name(dict, names::__qualname__) else { return Ok(()) };
        if self.as_str(qualname).is_none() {
            let kind = self.type_name(qualname);
            return Err(raise::type_error(self, &format!("type __qualname__ must be a str, not {kind}")));
        }
        self.heap.dict_remove_plain(dict, names::__qualname__);
        self.heap.set_field(class, field::QUALNAME, qualname);
        Ok(())
    }

    /// What the namespace means for the class: flags of hooks, implicit class and static methods.
    fn set_up_namespace(&mut self, class: Value, dict: Value) -> Completion<()> {
        let mut flags = self.class_flags(class);
        for (name, bit) in [
            (names::__getattribute__, flag::HAS_GETATTRIBUTE),
            (names::__setattr__, flag::HAS_SETATTR),
            (names::__delattr__, flag::HAS_SETATTR),
            (names::__del__, flag::HAS_DEL),
        ] {
            if self.heap.dict_get_name(dict, name).is_some() {
                flags |= bit;
            }
        }
        self.heap.set_field(class, field::FLAGS, Value::small_int(flags));
        if let Some(function) = self.heap.dict_get_name(dict, names::__new__)
            && self.heap.kind(function) == Some(Kind::Function)
        {
            let wrapped = self.new_record(TypeId::STATIC_METHOD, 0, &[function])?;
            self.heap.dict_set_plain(dict, names::__new__, wrapped)?;
        }
        for name in [names::__init_subclass__, names::__class_getitem__] {
            if let Some(function) = self.heap.dict_get_name(dict, name)
                && self.heap.kind(function) == Some(Kind::Function)
            {
                let wrapped = self.new_record(TypeId::CLASS_METHOD, 0, &[function])?;
                self.heap.dict_set_plain(dict, name, wrapped)?;
            }
        }
        // A class that defines equality but no hash is not hashable.
        if self.heap.dict_get_name(dict, names::__eq__).is_some()
            && self.heap.dict_get_name(dict, names::__hash__).is_none()
        {
            self.heap.dict_set_plain(dict, names::__hash__, Value::NONE)?;
        }
        if self.heap.dict_get_name(dict, names::__doc__).is_none() {
            self.heap.dict_set_plain(dict, names::__doc__, Value::NONE)?;
        }
        if self.heap.dict_get_name(dict, names::__module__).is_none()
            && let Some(frame) = self.frame()
        {
            let globals = Value::handle(frame.globals);
            if let Some(module) = self.heap.dict_get_name(globals, names::__name__) {
                self.heap.dict_set_plain(dict, names::__module__, module)?;
            }
        }
        if let Some(cell) = self.heap.dict_get_name(dict, names::__classcell__) {
            if self.heap.kind(cell) != Some(Kind::Cell) {
                let kind = self.type_of(cell);
                let message = format!("__classcell__ must be a nonlocal cell, not {}", self.repr_text(kind)?);
                return Err(raise::type_error(self, &message));
            }
            self.heap.dict_remove_plain(dict, names::__classcell__);
            self.heap.set_cell(cell, class);
        }
        if let Some(cell) = self.heap.dict_get_name(dict, names::__classdictcell__) {
            self.heap.dict_remove_plain(dict, names::__classdictcell__);
            self.heap.set_cell(cell, dict);
        }
        Ok(())
    }

    pub(crate) fn add_subclass(&mut self, base: Value, class: Value) -> Completion<()> {
        if self.heap.kind(base) != Some(Kind::Type) {
            return Ok(());
        }
        let mut list = self.heap.field(base, field::SUBCLASSES);
        if list.is_unbound() {
            list = self.new_list(&[])?;
            self.heap.set_field(base, field::SUBCLASSES, list);
        }
        self.heap.list_append(list, class)?;
        Ok(())
    }

    /// `__set_name__` of the attributes, `__init_subclass__` of the bases.
    fn finish_class(&mut self, class: Value, keywords: Value) -> Completion<()> {
        let dict = self.heap.field(class, field::DICT);
        let entries: Vec<(Value, Value)> = self.heap.entries(dict).collect();
        for (name, value) in entries {
            if let Some(hook) = self.lookup_special(value, names::__set_name__) {
                self.keep(value);
                if self.call_unbound(hook, value, &[class, name]).is_err() {
                    let exception = self.take_exception();
                    let (kind, attribute, owner) =
                        (self.type_name(value), self.repr_text(name)?, self.class_name(class));
                    let note = format!("Error calling __set_name__ on '{kind}' instance {attribute} in '{owner}'");
                    let note = self.new_str(&note)?;
                    self.call_method(exception, names::add_note, &[note])?;
                    return Err(self.raise_exception(exception));
                }
            }
        }
        let order = self.mro(class);
        for &entry in order.iter().skip(1) {
            if let Some(hook) = self.own_attribute(entry, names::__init_subclass__) {
                let bound = self.bind_to_class(hook, class)?;
                self.call_packed(bound, Value::UNBOUND, keywords)?;
                break;
            }
        }
        Ok(())
    }

    /// `builtins.__build_class__(function, name, *bases, metaclass=…, **keywords)`.
    pub(crate) fn build_class(&mut self, args: &[Value], keywords: Value) -> Completion {
        let Some((&[function, name], bases)) = args.split_first_chunk::<2>() else {
            return Err(raise::type_error(self, "__build_class__: not enough arguments"));
        };
        let original = self.new_tuple(bases)?;
        let bases = self.resolve_bases(bases, original)?;
        let resolved = self.new_tuple(&bases)?;
        let explicit = self.heap.dict_get_name(keywords, names::metaclass);
        self.heap.dict_remove_plain(keywords, names::metaclass);
        let mut metaclass =
            explicit.unwrap_or_else(|| bases.first().map_or(TypeId::TYPE.value(), |&base| self.type_of(base)));
        if self.is_class(metaclass) {
            metaclass = self.winning_metaclass(metaclass, &bases)?;
        }
        let (values, keys) = self.packed_arguments(Value::UNBOUND, keywords)?;
        let namespace = self.prepare_namespace(metaclass, name, resolved, &values, keys)?;
        let cell = self.call_body(function, namespace)?;
        if resolved != original && self.heap.items(original).ne(self.heap.items(resolved)) {
            self.set_item(namespace, names::__orig_bases__, original)?;
        }
        let mut all = alloc::vec![name, resolved, namespace];
        all.extend(values);
        let class = self.call_keywords(metaclass, &all, keys)?;
        if self.heap.kind(cell) == Some(Kind::Cell) && self.is_class(class) {
            let content = self.heap.cell(cell);
            if content.is_unbound() {
                let shown = self.name_text(name);
                let message = format!(
                    "__class__ not set defining '{shown}' as {}. Was __classcell__ propagated to type.__new__?",
                    self.repr_text(class)?
                );
                return Err(raise::runtime_error(self, &message));
            }
        }
        self.flag_builtin(class, function);
        Ok(class)
    }

    /// Classes that stand for CPython's in C are told by the files that define them. Exceptions are classes like others there.
    fn flag_builtin(&mut self, class: Value, body: Value) {
        let file = self.function_details(body).map(|details| details.filename());
        let is_builtin =
            file.and_then(|file| self.heap.str_bytes(file)).is_some_and(|file| file.starts_with(b"<builtin "));
        let flags = self.class_flags(class);
        if is_builtin && self.heap.kind(class) == Some(Kind::Type) && flags & (flag::EXCEPTION | flag::METACLASS) == 0 {
            self.heap.set_field(class, field::FLAGS, Value::small_int(flags | flag::AS_BUILTIN));
        }
    }

    fn prepare_namespace(
        &mut self,
        metaclass: Value,
        name: Value,
        bases: Value,
        values: &[Value],
        keys: Value,
    ) -> Completion {
        let Some(prepare) = self.get_attr_opt(metaclass, names::__prepare__)? else { return self.new_dict() };
        let mut all = alloc::vec![name, bases];
        all.extend_from_slice(values);
        let namespace = self.call_keywords(prepare, &all, keys)?;
        let inner = self.unwrap(namespace);
        if self.heap.kind(inner) != Some(Kind::Dict) && self.lookup_special(namespace, names::__setitem__).is_none() {
            let (shown, kind) = (self.callable_name(metaclass), self.type_name(namespace));
            let message = format!("{shown}.__prepare__() must return a mapping, not {kind}");
            return Err(raise::type_error(self, &message));
        }
        Ok(namespace)
    }

    fn callable_name(&self, metaclass: Value) -> String {
        if self.is_class(metaclass) { self.class_name(metaclass) } else { "<metaclass>".into() }
    }

    /// PEP 560: objects among the bases that stand for others.
    fn resolve_bases(&mut self, bases: &[Value], original: Value) -> Completion<Vec<Value>> {
        let mut resolved = Vec::with_capacity(bases.len());
        for &base in bases {
            if self.is_class(base) {
                resolved.push(base);
                continue;
            }
            let Some(hook) = self.get_attr_opt(base, names::__mro_entries__)? else {
                resolved.push(base);
                continue;
            };
            let entries = self.call(hook, &[original])?;
            if self.heap.kind(entries) != Some(Kind::Tuple) {
                return Err(raise::type_error(self, "__mro_entries__ must return a tuple"));
            }
            resolved.extend(self.heap.items(entries));
        }
        Ok(resolved)
    }
}
