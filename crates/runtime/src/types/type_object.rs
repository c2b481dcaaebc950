//! `type`: what classes can do. How they are made is in `object::class_building`.

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
    let (all, keys) = iso.packed_arguments(positional, keywords)?;
    iso.construct_from_native(class, &all, keys)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class] = args else { return Err(raise::internal(iso)) };
    let mut text = Vec::with_capacity(48);
    text.extend_from_slice(b"<class '");
    iso.append_class_name(class, &mut text);
    text.extend_from_slice(b"'>");
    iso.new_text(&text)
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
    Ok(Value::bool(iso.is_plain_instance(value, class)?))
}

fn subclass_check(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[of, class] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(iso.is_plain_subclass(class, of)?))
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
        Some(spec) => iso.new_static_str(spec.name),
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
        let text = type_doc(spec);
        return if text.is_empty() { Ok(Value::NONE) } else { iso.new_str(text) };
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
        // Written in C, but made when it is loaded: pickle looks for the first base that isn't.
        Some(_) if class == TypeId::GENERIC.value() => flags |= HEAP_TYPE | BASE_TYPE,
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
}
