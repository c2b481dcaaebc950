//! `type`: making classes, and what classes can do.

use crate::exceptions::hierarchy::extra_fields;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{
    Row, TypeFlags, TypeId, TypeSpec, class_method, getset, getter, method, raw_method, static_method,
};
use crate::object::class::{field, flag, type_doc};
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// `type`.
pub(crate) static TYPE: TypeSpec =
    TypeSpec::new("type", "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type", ROWS);

const ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", new),
    raw_method(
        "__init__",
        "($self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        init,
    ),
    raw_method("__call__", "($self, /, *args, **kwargs)", "Call self as a function.", call),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    raw_method("__or__", "($self, value, /)", "Return self|value.", or),
    raw_method("__ror__", "($self, value, /)", "Return value|self.", ror),
    raw_method("__instancecheck__", "($self, instance, /)", "Check if an object is an instance.", instance_check),
    raw_method("__subclasscheck__", "($self, subclass, /)", "Check if a class is a subclass.", subclass_check),
    raw_method("__subclasses__", "($self, /)", "Return a list of immediate subclasses.", subclasses),
    raw_method("__dir__", "($self, /)", "Specialized __dir__ implementation for types.", dir),
    raw_method("mro", "($self, /)", "Return a type's method resolution order.", mro),
    class_method(
        "__prepare__",
        "($cls, name, bases, /, **kwds)",
        "Create the namespace for the class statement",
        prepare,
    ),
    getset("__name__", "the class's name", get_name, set_name),
    getset("__qualname__", "the class's qualified name", get_qualname, set_qualname),
    getset("__module__", "the module that the class was defined in", get_module, set_module),
    getset("__doc__", "the class's documentation", get_doc, set_doc),
    getter("__mro__", "the method resolution order", get_mro),
    getset("__bases__", "the direct bases", get_bases, set_bases),
    getter("__base__", "the base that gives the layout", get_base),
    getter("__dict__", "the class's namespace, read-only", get_dict),
    getset("__abstractmethods__", "the names of abstract methods", get_abstract, set_abstract),
    getset("__annotations__", "the annotations of the class's variables", get_annotations, set_annotations),
    getset("__annotate__", "the function that computes the annotations", get_annotate, set_annotate),
    getset("__type_params__", "the type parameters", get_type_params, set_type_params),
    getter("__text_signature__", "the constructor's signature", get_text_signature),
    getter("__flags__", "flags", get_flags),
    getter("__basicsize__", "bytes of an instance", get_basicsize),
    getter("__itemsize__", "bytes of an item", get_itemsize),
    getter("__dictoffset__", "whether instances have a __dict__", get_dictoffset),
    getter("__weakrefoffset__", "whether there can be weak references to instances", get_weakrefoffset),
    method("__sizeof__", "($self, /)", "Return memory consumption of the type object.", size_of_type),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[metaclass, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.check_new(metaclass, TypeId::TYPE)?;
    let given: Vec<Value> = iso.heap.items(positional).collect();
    match *given.as_slice() {
        [_] if metaclass == TypeId::TYPE.value() && iso.heap.table_len(keywords) > 0 => {
            Err(raise::type_error(iso, "type() takes no keyword arguments"))
        }
        [value] if metaclass == TypeId::TYPE.value() => Ok(iso.type_of(value)),
        [name, bases, namespace] => {
            let Some(name) = iso.as_str(name) else {
                let kind = argument_kind(iso, name);
                return Err(raise::type_error(iso, &format!("type.__new__() argument 1 must be str, not {kind}")));
            };
            let given_bases = bases;
            let bases = iso.unwrap(given_bases);
            if iso.heap.kind(bases) != Some(Kind::Tuple) {
                let kind = argument_kind(iso, given_bases);
                return Err(raise::type_error(iso, &format!("type.__new__() argument 2 must be tuple, not {kind}")));
            }
            let inner = iso.unwrap(namespace);
            if iso.heap.kind(inner) != Some(Kind::Dict) {
                let kind = argument_kind(iso, namespace);
                return Err(raise::type_error(iso, &format!("type.__new__() argument 3 must be dict, not {kind}")));
            }
            iso.new_class(metaclass, name, bases, inner, keywords)
        }
        _ if metaclass == TypeId::TYPE.value() => Err(raise::type_error(iso, "type() takes 1 or 3 arguments")),
        _ => {
            let message = format!("type.__new__() takes exactly 3 arguments ({} given)", given.len());
            Err(raise::type_error(iso, &message))
        }
    }
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, positional, _] = args else { return Err(raise::internal(iso)) };
    if !matches!(iso.heap.sequence_len(positional), 1 | 3) {
        return Err(raise::type_error(iso, "type.__init__() takes 1 or 3 arguments"));
    }
    Ok(Value::NONE)
}

/// `type.__call__` called explicitly, as `super().__call__(…)` of a metaclass does.
fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let mut all: Vec<Value> = iso.heap.items(positional).collect();
    let (keys, values): (Vec<Value>, Vec<Value>) = iso.heap.entries(keywords).unzip();
    all.extend(values);
    let keys = if keys.is_empty() { Value::UNBOUND } else { iso.new_tuple(&keys)? };
    iso.construct_from_native(class, &all, keys)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let name = iso.full_class_name(class)?;
    iso.new_str(&format!("<class '{name}'>"))
}

fn or(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    iso.new_union(this, other)
}

fn ror(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    iso.new_union(other, this)
}

fn instance_check(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.is_subtype(iso.type_of(value), class)))
}

fn subclass_check(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[of, class] = args else { return Err(raise::internal(iso)) };
    if !iso.is_class(class) {
        return Err(raise::type_error(iso, "issubclass() arg 1 must be a class"));
    }
    Ok(Value::bool(iso.is_subtype(class, of)))
}

fn subclasses(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let list = iso.subclasses(class);
    iso.new_list(&list)
}

fn dir(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let set = iso.new_set(false)?;
    iso.add_class_names(set, class)?;
    iso.collect_items(set)
}

fn mro(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let order = iso.mro(class);
    iso.new_list(&order)
}

fn prepare(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.new_dict()
}

fn get_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    match iso.type_spec(class) {
        Some(spec) => iso.new_str(spec.name),
        None => Ok(iso.heap.field(class, field::NAME)),
    }
}

/// A class attribute is about to be changed: builtin types refuse.
fn check_mutable(iso: &mut Isolate, class: Value, attribute: &str, value: Value) -> Completion<()> {
    if iso.heap.kind(class) != Some(Kind::Type) {
        let name = iso.class_name(class);
        let message = format!("cannot set '{attribute}' attribute of immutable type '{name}'");
        return Err(raise::type_error(iso, &message));
    }
    if value.is_unbound() {
        let name = iso.class_name(class);
        let message = format!("cannot delete '{attribute}' attribute of immutable type '{name}'");
        return Err(raise::type_error(iso, &message));
    }
    Ok(())
}

fn set_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    check_mutable(iso, class, "__name__", value)?;
    let Some(name) = iso.as_str(value) else {
        let (class, kind) = (iso.class_name(class), iso.type_name(value));
        let message = format!("can only assign string to {class}.__name__, not '{kind}'");
        return Err(raise::type_error(iso, &message));
    };
    if iso.heap.str_bytes(name).is_some_and(|text| text.contains(&0)) {
        return Err(raise::value_error(iso, "type name must not contain null characters"));
    }
    iso.heap.set_field(class, field::NAME, name);
    Ok(Value::NONE)
}

fn get_qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let name = iso.class_qualname(class);
    iso.new_str(&name)
}

fn set_qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    check_mutable(iso, class, "__qualname__", value)?;
    let Some(name) = iso.as_str(value) else {
        let (class, kind) = (iso.class_name(class), iso.type_name(value));
        let message = format!("can only assign string to {class}.__qualname__, not '{kind}'");
        return Err(raise::type_error(iso, &message));
    };
    iso.heap.set_field(class, field::QUALNAME, name);
    Ok(Value::NONE)
}

fn get_module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    if let Some(spec) = iso.type_spec(class) {
        return iso.new_str(spec.module);
    }
    let dict = iso.heap.field(class, field::DICT);
    match iso.heap.dict_get_name(dict, names::__module__) {
        Some(module) => Ok(module),
        None => Ok(names::builtins),
    }
}

fn set_in_dict(iso: &mut Isolate, class: Value, name: Value, value: Value) -> Completion {
    let text = iso.name_text(name);
    check_mutable(iso, class, &text, value)?;
    let dict = iso.heap.field(class, field::DICT);
    iso.heap.dict_set_plain(dict, name, value)?;
    iso.class_changed();
    Ok(Value::NONE)
}

fn set_module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    set_in_dict(iso, class, names::__module__, value)
}

fn get_doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    if let Some(spec) = iso.type_spec(class)
        && spec.find(b"__doc__").is_some()
    {
        // The row is for instances.
        return iso.new_str(type_doc(spec));
    }
    match iso.own_attribute(class, names::__doc__) {
        // A class may have a descriptor under the name.
        Some(found) => iso.bind_to_class(found, class),
        None => Ok(Value::NONE),
    }
}

fn set_doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    set_in_dict(iso, class, names::__doc__, value)
}

fn get_mro(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let order = iso.mro(class);
    iso.new_tuple(&order)
}

fn get_bases(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let bases = iso.bases(class);
    iso.new_tuple(&bases)
}

fn set_bases(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, bases] = args else { return Err(raise::internal(iso)) };
    check_mutable(iso, class, "__bases__", bases)?;
    iso.replace_bases(class, bases)?;
    Ok(Value::NONE)
}

fn get_base(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let bases = iso.bases(class);
    Ok(if bases.is_empty() { Value::NONE } else { iso.best_base(&bases) })
}

fn get_dict(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let dict = match iso.type_spec(class) {
        None => iso.heap.field(class, field::DICT),
        Some(spec) => {
            let dict = iso.new_dict()?;
            for row in spec.rows {
                let name = iso.intern(row.name)?;
                if let Some(value) = iso.own_attribute(class, name) {
                    iso.heap.dict_set_plain(dict, name, value)?;
                }
            }
            let doc = iso.own_attribute(class, names::__doc__).unwrap_or(Value::NONE);
            iso.heap.dict_set_plain(dict, names::__doc__, doc)?;
            dict
        }
    };
    iso.new_record(TypeId::MAPPING_PROXY, 0, &[dict])
}

fn get_abstract(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let found = match iso.heap.kind(class) {
        Some(Kind::Type) => iso.heap.dict_get_name(iso.heap.field(class, field::DICT), names::__abstractmethods__),
        _ => None,
    };
    match found {
        Some(found) => Ok(found),
        None => Err(raise::attribute_error(iso, class, names::__abstractmethods__, "__abstractmethods__")),
    }
}

fn set_abstract(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() && iso.heap.kind(class) == Some(Kind::Type) {
        let dict = iso.heap.field(class, field::DICT);
        if !iso.heap.dict_remove_plain(dict, names::__abstractmethods__) {
            return Err(raise::attribute_error(iso, class, names::__abstractmethods__, "__abstractmethods__"));
        }
        let flags = iso.class_flags(class) & !flag::ABSTRACT;
        iso.heap.set_field(class, field::FLAGS, Value::small_int(flags));
        return Ok(Value::NONE);
    }
    set_in_dict(iso, class, names::__abstractmethods__, value)?;
    let abstract_now = iso.is_true(value)?;
    let flags = iso.class_flags(class) & !flag::ABSTRACT;
    let flags = if abstract_now { flags | flag::ABSTRACT } else { flags };
    iso.heap.set_field(class, field::FLAGS, Value::small_int(flags));
    Ok(Value::NONE)
}

fn get_annotations(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    if iso.heap.kind(class) != Some(Kind::Type) {
        return Err(iso.no_attribute(class, names::__annotations__));
    }
    let dict = iso.heap.field(class, field::DICT);
    if let Some(found) = iso.heap.dict_get_name(dict, names::__annotations__) {
        return Ok(found);
    }
    let annotate = iso.heap.dict_get_name(dict, names::__annotate_func__).unwrap_or(Value::NONE);
    let annotations = if annotate.is_none() { iso.new_dict()? } else { iso.call(annotate, &[Value::small_int(1)])? };
    iso.heap.dict_set_plain(dict, names::__annotations__, annotations)?;
    Ok(annotations)
}

fn set_annotations(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    if iso.heap.kind(class) == Some(Kind::Type) && value.is_unbound() {
        let dict = iso.heap.field(class, field::DICT);
        if !iso.heap.dict_remove_plain(dict, names::__annotations__) {
            return Err(raise::attribute_error(iso, class, names::__annotations__, "__annotations__"));
        }
        return Ok(Value::NONE);
    }
    set_in_dict(iso, class, names::__annotations__, value)
}

fn get_annotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    if iso.heap.kind(class) != Some(Kind::Type) {
        return Err(iso.no_attribute(class, names::__annotate__));
    }
    let dict = iso.heap.field(class, field::DICT);
    Ok(iso.heap.dict_get_name(dict, names::__annotate_func__).unwrap_or(Value::NONE))
}

fn set_annotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "cannot delete __annotate__ attribute"));
    }
    if !value.is_none() && !iso.is_callable(value) {
        return Err(raise::type_error(iso, "__annotate__ must be callable or None"));
    }
    set_in_dict(iso, class, names::__annotate_func__, value)?;
    let dict = iso.heap.field(class, field::DICT);
    iso.heap.dict_remove_plain(dict, names::__annotations__);
    Ok(Value::NONE)
}

fn get_type_params(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    if iso.heap.kind(class) == Some(Kind::Type) {
        let dict = iso.heap.field(class, field::DICT);
        if let Some(found) = iso.heap.dict_get_name(dict, names::__type_params__) {
            return Ok(found);
        }
    }
    iso.new_tuple(&[])
}

fn set_type_params(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value] = args else { return Err(raise::internal(iso)) };
    set_in_dict(iso, class, names::__type_params__, value)
}

fn get_text_signature(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let signature = iso.type_spec(class).and_then(|spec| spec.doc.split_once("\n--\n\n"));
    match signature.and_then(|(head, _)| head.find('(').and_then(|at| head.get(at..))) {
        Some(text) => iso.new_str(text),
        None => Ok(Value::NONE),
    }
}

fn get_flags(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    const HEAP_TYPE: i64 = 1 << 9;
    const BASE_TYPE: i64 = 1 << 10;
    const ABSTRACT: i64 = 1 << 20;
    let mut flags = 0;
    match iso.type_spec(class) {
        Some(spec) if spec.flags.has(TypeFlags::SUBCLASSABLE) => flags |= BASE_TYPE,
        Some(_) => {}
        None => flags |= HEAP_TYPE | BASE_TYPE,
    }
    if iso.class_flags(class) & flag::ABSTRACT != 0 {
        flags |= ABSTRACT;
    }
    Ok(Value::small_int(flags))
}

fn get_basicsize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let fields = iso.heap.field(class, field::CAPACITY).as_small_int().unwrap_or(0);
    Ok(Value::small_int(16 + 8 * fields))
}

fn get_itemsize(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(0))
}

fn get_dictoffset(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    Ok(Value::small_int(if iso.class_flags(class) & flag::HAS_DICT != 0 { 8 } else { 0 }))
}

fn get_weakrefoffset(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    Ok(Value::small_int(if iso.class_flags(class) & flag::HAS_WEAKREF != 0 { 8 } else { 0 }))
}

fn size_of_type(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let size = iso.heap.size_of(class);
    iso.new_int(size as i64)
}

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
        if self.heap.str_bytes(self.unwrap(name)).is_some_and(|text| text.contains(&0)) {
            return Err(raise::value_error(self, "type name must not contain null characters"));
        }
        let class = self.make_class(winner, name, &list, namespace, layout)?;
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
            let name = spec.name;
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

    /// The builtin type whose layout a class with these bases has.
    pub(crate) fn best_layout(&mut self, bases: &[Value]) -> Completion<TypeId> {
        let mut solid = TypeId::OBJECT.value();
        for &base in bases {
            let candidate = self.solid_base(base);
            if self.is_subtype(candidate, solid) {
                solid = candidate;
            } else if !self.is_subtype(solid, candidate) {
                return Err(raise::type_error(self, "multiple bases have instance lay-out conflict"));
            }
        }
        let mut best = TypeId::OBJECT;
        for &base in bases {
            let layout = self.layout_of(base);
            let (has, adds) = (self.solid_layout(best), self.solid_layout(layout));
            if self.is_subtype(best.value(), layout.value()) || self.is_subtype(has.value(), adds.value()) {
                continue;
            }
            if self.is_subtype(layout.value(), best.value()) || self.is_subtype(adds.value(), has.value()) {
                best = layout;
                continue;
            }
            return Err(raise::type_error(self, "multiple bases have instance lay-out conflict"));
        }
        Ok(best)
    }

    /// The class that an instance has its fields from: the last one of the order that adds slots, or a builtin type.
    fn solid_base(&self, class: Value) -> Value {
        let adds = |class: Value| match self.type_id(class) {
            Some(id) => id != TypeId::GENERIC && self.solid_layout(id) == id,
            None => {
                let inherited = self.bases(class).into_iter().map(|base| self.slots_of(base).count()).max();
                self.slots_of(class).count() > inherited.unwrap_or(0)
            }
        };
        self.mro(class).into_iter().find(|&class| adds(class)).unwrap_or(TypeId::OBJECT.value())
    }

    /// The names of the slots (`__slots__`) of a class and its bases.
    pub(crate) fn slots_of(&self, class: Value) -> impl Iterator<Item = Value> {
        let shape = match self.heap.kind(class) {
            Some(Kind::Type) => self.heap.field(class, field::SHAPE).as_small_int(),
            _ => None,
        };
        let shape = shape.and_then(|number| self.shapes.get(number as u32));
        let names = shape.into_iter().flat_map(|shape| shape.names.iter().take(shape.first_attribute));
        names.copied().filter(|name| !name.is_unbound())
    }

    /// The type that a layout really is: an exception class that adds no fields has its base's.
    pub(crate) fn solid_layout(&self, layout: TypeId) -> TypeId {
        let mut solid = layout;
        while let Some(spec) = self.types.get(solid.number() as usize)
            && spec.flags.has(TypeFlags::EXCEPTION)
            && spec.base != TypeId::OBJECT
            && extra_fields(solid) == extra_fields(spec.base)
        {
            solid = spec.base;
        }
        solid
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

    /// The method resolution order, by the metaclass's `mro` if it has its own.
    pub(crate) fn class_order(&mut self, class: Value, metaclass: Value, bases: &[Value]) -> Completion<Vec<Value>> {
        let linear = self.linearize(class, bases)?;
        if metaclass == TypeId::TYPE.value() {
            return Ok(linear);
        }
        match self.lookup(metaclass, names::mro) {
            Some(function) if function.as_native().is_none() => {
                let tuple = self.new_tuple(&linear)?;
                self.heap.set_field(class, field::MRO, tuple);
                let order = self.call_unbound(function, class, &[])?;
                let list = self.collect_items(order)?;
                let order: Vec<Value> = self.heap.items(list).collect();
                self.check_order(class, &order)?;
                Ok(order)
            }
            _ => Ok(linear),
        }
    }

    /// What a metaclass's `mro` gave must be classes whose methods can work on the instances.
    fn check_order(&mut self, class: Value, order: &[Value]) -> Completion<()> {
        if order.is_empty() {
            return Err(raise::type_error(self, "type MRO must not be empty"));
        }
        let layout = self.solid_layout(self.layout_of(class));
        for &entry in order {
            if !self.is_class(entry) {
                let kind = self.type_name(entry);
                return Err(raise::type_error(self, &format!("mro() returned a non-class ('{kind}')")));
            }
            let needed = self.solid_layout(self.layout_of(entry));
            if !self.is_subtype(layout.value(), needed.value()) {
                let name = self.class_name(entry);
                let message = format!("mro() returned base with unsuitable layout ('{name}')");
                return Err(raise::type_error(self, &message));
            }
        }
        Ok(())
    }

    /// The C3 linearisation (Barrett and others, 1996): the class, then a merge of its bases' orders.
    pub(crate) fn linearize(&mut self, class: Value, bases: &[Value]) -> Completion<Vec<Value>> {
        for (index, base) in bases.iter().enumerate() {
            if bases.iter().take(index).any(|earlier| earlier == base) {
                let name = self.class_name(*base);
                return Err(raise::type_error(self, &format!("duplicate base class {name}")));
            }
        }
        let mut sequences: Vec<Vec<Value>> = bases.iter().map(|&base| self.mro(base)).collect();
        sequences.push(bases.to_vec());
        let mut order = alloc::vec![class];
        loop {
            sequences.retain(|sequence| !sequence.is_empty());
            if sequences.is_empty() {
                return Ok(order);
            }
            let next = sequences.iter().filter_map(|sequence| sequence.first().copied()).find(|candidate| {
                sequences.iter().all(|sequence| !sequence.iter().skip(1).any(|entry| entry == candidate))
            });
            let Some(next) = next else {
                let names: Vec<String> = sequences
                    .iter()
                    .filter_map(|sequence| sequence.first())
                    .fold(Vec::new(), |mut seen: Vec<Value>, &head| {
                        if !seen.contains(&head) {
                            seen.push(head);
                        }
                        seen
                    })
                    .into_iter()
                    .map(|head| self.class_name(head))
                    .collect();
                let message =
                    format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", "));
                return Err(raise::type_error(self, &message));
            };
            order.push(next);
            for sequence in &mut sequences {
                if sequence.first() == Some(&next) {
                    sequence.remove(0);
                }
            }
        }
    }

    /// Flags, slots and the root shape.
    fn set_up_layout(&mut self, class: Value, bases: &[Value], layout: TypeId) -> Completion<()> {
        let spec = self.types.get(layout.number() as usize).copied();
        let type_flags = spec.map(|spec| spec.flags).unwrap_or_default();
        let mut flags = bases.iter().fold(0, |flags, &base| flags | self.class_flags(base)) & !flag::ABSTRACT;
        if type_flags.has(TypeFlags::EXCEPTION) {
            flags |= flag::EXCEPTION | flag::HAS_DICT;
        } else if layout == TypeId::TYPE {
            flags |= flag::METACLASS | flag::HAS_DICT;
        } else if layout == TypeId::MODULE {
            flags |= flag::HAS_DICT;
        } else if !type_flags.has(TypeFlags::NO_INNER) {
            flags |= flag::HAS_INNER;
        }
        if matches!(layout, TypeId::SET | TypeId::FROZENSET | TypeId::MODULE | TypeId::TYPE) {
            flags |= flag::HAS_WEAKREF;
        }
        let inherited_flags = flags;
        let mut slots: Vec<Value> = Vec::new();
        for &base in bases {
            let inherited: Vec<Value> = self.slots_of(base).collect();
            for name in inherited {
                if !slots.contains(&name) {
                    slots.push(name);
                }
            }
        }
        let dict = self.heap.field(class, field::DICT);
        flags = self.add_own_slots(class, bases, layout, flags, &mut slots)?;
        for (name, bit) in [(names::__dict__, flag::HAS_DICT), (names::__weakref__, flag::HAS_WEAKREF)] {
            if flags & !inherited_flags & bit != 0 && self.heap.dict_get_name(dict, name).is_none() {
                let attribute = self.new_record(TypeId::CLASS_ATTRIBUTE, 0, &[class, name])?;
                self.heap.dict_set_plain(dict, name, attribute)?;
            }
        }
        let inner = flags & flag::HAS_INNER != 0;
        let shape = self.make_root_shape(class, inner, &slots);
        let capacity = usize::from(inner) + slots.len();
        self.heap.set_field(class, field::SHAPE, Value::small_int(i64::from(shape)));
        self.set_capacity(class, capacity.max(1));
        self.heap.set_field(class, field::FLAGS, Value::small_int(flags));
        Ok(())
    }

    /// What a class without `__slots__` has in addition, or what its `__slots__` name: adds to the flags and to the slots.
    fn add_own_slots(
        &mut self,
        class: Value,
        bases: &[Value],
        layout: TypeId,
        mut flags: i64,
        slots: &mut Vec<Value>,
    ) -> Completion<i64> {
        let dict = self.heap.field(class, field::DICT);
        // Objects whose size is the number of their items have no place for more in CPython.
        let is_sized = matches!(layout, TypeId::INT | TypeId::TUPLE | TypeId::BYTES | TypeId::BOOL | TypeId::TYPE);
        match self.heap.dict_get_name(dict, names::__slots__) {
            None => {
                flags |= flag::HAS_DICT;
                if !is_sized {
                    flags |= flag::HAS_WEAKREF;
                }
            }
            Some(declared) => {
                let own = self.declared_slots(declared)?;
                if is_sized && !own.is_empty() {
                    let base = bases.iter().copied().find(|&base| self.layout_of(base) == layout);
                    let base = self.class_name(base.unwrap_or(layout.value()));
                    let message = format!("nonempty __slots__ not supported for subtype of '{base}'");
                    return Err(raise::type_error(self, &message));
                }
                let mut members: Vec<Value> = Vec::new();
                for name in self.slot_names(own)? {
                    let special = [(names::__dict__, flag::HAS_DICT), (names::__weakref__, flag::HAS_WEAKREF)];
                    if let Some((_, bit)) = special.into_iter().find(|&(special, _)| special == name) {
                        if flags & bit != 0 {
                            let text = self.name_text(name);
                            let message = format!("{text} slot disallowed: we already got one");
                            return Err(raise::type_error(self, &message));
                        }
                        flags |= bit;
                        continue;
                    }
                    if self.heap.dict_get_name(dict, name).is_some() && !members.contains(&name) {
                        let text = self.name_text(name);
                        let message = format!("'{text}' in __slots__ conflicts with class variable");
                        return Err(raise::value_error(self, &message));
                    }
                    members.push(name);
                    let name = self.mangled(class, name)?;
                    let member = self.new_record(TypeId::MEMBER_DESCRIPTOR, 0, &[class, name])?;
                    self.heap.dict_set_plain(dict, name, member)?;
                    if !slots.contains(&name) {
                        slots.push(name);
                    }
                }
            }
        }
        Ok(flags)
    }

    /// What `__slots__` holds.
    fn declared_slots(&mut self, declared: Value) -> Completion<Vec<Value>> {
        match self.as_str(declared) {
            Some(name) => Ok(alloc::vec![name]),
            None => {
                let list = self.collect_items(declared)?;
                Ok(self.heap.items(list).collect())
            }
        }
    }

    /// The names of slots, interned.
    fn slot_names(&mut self, list: Vec<Value>) -> Completion<Vec<Value>> {
        let mut slots = Vec::with_capacity(list.len());
        for name in list {
            let Some(text) = self.as_str(name) else {
                let kind = self.type_name(name);
                let message = format!("__slots__ items must be strings, not '{kind}'");
                return Err(raise::type_error(self, &message));
            };
            if !self.heap.str_bytes(text).is_some_and(ferropy_unicode::identifier::is_identifier) {
                return Err(raise::type_error(self, "__slots__ must be identifiers"));
            }
            let name = self.intern_value(text)?;
            slots.push(self.keep(name));
        }
        Ok(slots)
    }

    /// A slot's name as the class body's code names it: private names are mangled.
    fn mangled(&mut self, class: Value, name: Value) -> Completion {
        let text = self.name_text(name);
        if !text.starts_with("__") || text.ends_with("__") {
            return Ok(name);
        }
        let owner = self.class_name(class);
        let owner = owner.trim_start_matches('_');
        if owner.is_empty() {
            return Ok(name);
        }
        let mangled = self.intern(&format!("_{owner}{text}"))?;
        Ok(mangled)
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
                let (keys, values): (Vec<Value>, Vec<Value>) =
                    if keywords.is_unbound() { (Vec::new(), Vec::new()) } else { self.heap.entries(keywords).unzip() };
                let keys = if keys.is_empty() { Value::UNBOUND } else { self.new_tuple(&keys)? };
                self.call_keywords(bound, &values, keys)?;
                break;
            }
        }
        Ok(())
    }

    /// The qualified name of a class.
    #[must_use]
    pub fn class_qualname(&self, class: Value) -> String {
        match self.type_spec(class) {
            Some(spec) => spec.name.into(),
            None => self.name_text(self.heap.field(class, field::QUALNAME)),
        }
    }

    /// The module of a class, if its `__module__` is a string.
    pub fn class_module(&mut self, class: Value) -> Option<String> {
        if let Some(spec) = self.type_spec(class) {
            return Some(spec.module.into());
        }
        let dict = self.heap.field(class, field::DICT);
        let module = self.heap.dict_get_name(dict, names::__module__)?;
        self.as_str(module).map(|module| self.name_text(module))
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
        let (keys, values): (Vec<Value>, Vec<Value>) = self.heap.entries(keywords).unzip();
        let keys = if keys.is_empty() { Value::UNBOUND } else { self.new_tuple(&keys)? };
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
        Ok(class)
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
