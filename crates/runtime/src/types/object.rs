//! `object`: what every object can do.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::generator::flavor;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, getset, raw_method, static_method};
use crate::object::class::{field, flag};
use crate::object::pickling::{get_state, reduce, reduce_ex};
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// `object`.
pub(crate) static OBJECT: TypeSpec = TypeSpec::new(
    "object",
    "object()\n--\n\nThe base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
    ROWS,
)
.with_flags(TypeFlags::SUBCLASSABLE.with(TypeFlags::NO_INNER));

const ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", new),
    raw_method(
        "__init__",
        "($self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        init,
    ),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    raw_method("__str__", "($self, /)", "Return str(self).", str),
    raw_method("__hash__", "($self, /)", "Return hash(self).", hash),
    raw_method("__eq__", "($self, value, /)", "Return self==value.", eq),
    raw_method("__ne__", "($self, value, /)", "Return self!=value.", ne),
    raw_method("__lt__", "($self, value, /)", "Return self<value.", unordered),
    raw_method("__le__", "($self, value, /)", "Return self<=value.", unordered),
    raw_method("__gt__", "($self, value, /)", "Return self>value.", unordered),
    raw_method("__ge__", "($self, value, /)", "Return self>=value.", unordered),
    raw_method("__getattribute__", "($self, name, /)", "Return getattr(self, name).", get_attribute),
    raw_method("__setattr__", "($self, name, value, /)", "Implement setattr(self, name, value).", set_attribute),
    raw_method("__delattr__", "($self, name, /)", "Implement delattr(self, name).", delete_attribute),
    raw_method(
        "__format__",
        "($self, format_spec, /)",
        "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
        format_object,
    ),
    raw_method("__dir__", "($self, /)", "Default dir() implementation.", dir),
    raw_method("__sizeof__", "($self, /)", "Size of object in memory, in bytes.", size_of_object),
    raw_method("__reduce__", "($self, /)", "Helper for pickle.", reduce),
    raw_method("__reduce_ex__", "($self, protocol, /)", "Helper for pickle.", reduce_ex),
    raw_method("__getstate__", "($self, /)", "Helper for pickle.", get_state),
    class_method(
        "__init_subclass__",
        "($type, /, **kwargs)",
        "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.",
        init_subclass,
    ),
    class_method(
        "__subclasshook__",
        "($type, object, /)",
        "Abstract classes can override this to customize issubclass().",
        subclass_hook,
    ),
    getset("__class__", "the object's class", get_class, set_class),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::OBJECT)?;
    let given = iso.heap.sequence_len(positional) + iso.heap.table_len(keywords);
    if given > 0 {
        let new = iso.lookup(class, names::__new__).unwrap_or(Value::UNBOUND);
        let init = iso.lookup(class, names::__init__).unwrap_or(Value::UNBOUND);
        if !is_own(new) {
            return Err(raise::type_error(
                iso,
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        if is_own(init) {
            let name = iso.class_name(class);
            return Err(raise::type_error(iso, &format!("{name}() takes no arguments")));
        }
    }
    if iso.class_flags(class) & flag::ABSTRACT != 0 {
        return iso.call(class, &[]);
    }
    if iso.type_spec(class).is_some() {
        return iso.new_record(TypeId::OBJECT, 0, &[]);
    }
    iso.new_instance_of(class)
}

/// Whether a looked-up method is `object`'s own.
fn is_own(function: Value) -> bool {
    function.as_native().is_some_and(|(table, _)| table == TypeId::OBJECT.number() as usize)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let given = iso.heap.sequence_len(positional) + iso.heap.table_len(keywords);
    if given == 0 {
        return Ok(Value::NONE);
    }
    let class = iso.type_of(this);
    let init = iso.lookup(class, names::__init__).unwrap_or(Value::UNBOUND);
    if !is_own(init) {
        return Err(raise::type_error(
            iso,
            "object.__init__() takes exactly one argument (the instance to initialize)",
        ));
    }
    let new = iso.lookup(class, names::__new__).unwrap_or(Value::UNBOUND);
    // A type that nobody can make instances of has no `__new__` at all.
    let is_made = iso.type_spec(class).is_none_or(|spec| !spec.flags.has(TypeFlags::NOT_CALLABLE));
    if is_own(new) && is_made {
        let name = iso.class_name(class);
        return Err(raise::type_error(
            iso,
            &format!("{name}.__init__() takes exactly one argument (the instance to initialize)"),
        ));
    }
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mut text = Vec::with_capacity(64);
    text.push(b'<');
    iso.append_class_name(iso.type_of(this), &mut text);
    text.extend_from_slice(b" object at ");
    iso.append_address(this, &mut text);
    text.push(b'>');
    iso.new_text(&text)
}

fn str(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.repr(this)
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let hash = iso.heap.identity_hash(this) as i64;
    iso.new_int(hash)
}

pub(super) fn eq(_: &mut Isolate, args: &[Value]) -> Completion {
    match args {
        [this, other] if this == other => Ok(Value::TRUE),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

pub(super) fn ne(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let class = iso.type_of(this);
    let Some(function) = iso.lookup(class, names::__eq__) else { return Ok(Value::NOT_IMPLEMENTED) };
    let equal = iso.call_unbound(function, this, &[other])?;
    if equal == Value::NOT_IMPLEMENTED {
        return Ok(equal);
    }
    Ok(Value::bool(!iso.is_true(equal)?))
}

pub(super) fn unordered(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::NOT_IMPLEMENTED)
}

fn get_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name] = args else { return Err(raise::internal(iso)) };
    let name = iso.attribute_name(name)?;
    match iso.get_attr_generic(this, name)? {
        Some(found) => Ok(found),
        None => Err(iso.no_attribute(this, name)),
    }
}

fn set_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name, value] = args else { return Err(raise::internal(iso)) };
    let name = iso.attribute_name(name)?;
    iso.set_attr_generic(this, name, value)?;
    Ok(Value::NONE)
}

fn delete_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name] = args else { return Err(raise::internal(iso)) };
    let name = iso.attribute_name(name)?;
    iso.set_attr_generic(this, name, Value::UNBOUND)?;
    Ok(Value::NONE)
}

fn format_object(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, spec] = args else { return Err(raise::internal(iso)) };
    let Some(spec) = iso.as_str(spec) else {
        let kind = argument_kind(iso, spec);
        return Err(raise::type_error(iso, &format!("__format__() argument must be str, not {kind}")));
    };
    if iso.heap.str_bytes(spec).is_some_and(|bytes| !bytes.is_empty()) {
        let kind = iso.type_name(this);
        return Err(raise::type_error(iso, &format!("unsupported format string passed to {kind}.__format__")));
    }
    iso.str(this)
}

fn dir(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let set = iso.new_set(false)?;
    let dict = iso.get_attr_opt(this, names::__dict__)?.map(|dict| iso.unwrap(dict));
    if let Some(dict) = dict.filter(|&dict| iso.heap.kind(dict) == Some(Kind::Dict)) {
        let keys: Vec<Value> = iso.heap.entries(dict).map(|(key, _)| key).collect();
        for key in keys {
            iso.set_add(set, key)?;
        }
    }
    let class = iso.type_of(this);
    iso.add_class_names(set, class)?;
    iso.collect_items(set)
}

fn size_of_object(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let inner = iso.unwrap(this);
    let size = iso.heap.size_of(this) + if inner == this { 0 } else { iso.heap.size_of(inner) };
    // Small numbers, None and the like are nothing but the word that says so.
    let size = size.max(size_of::<Value>());
    iso.new_int(size as i64)
}

fn init_subclass(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, keywords] = args else { return Err(raise::internal(iso)) };
    if iso.heap.table_len(keywords) > 0 {
        let name = iso.class_qualname(class);
        return Err(raise::type_error(iso, &format!("{name}.__init_subclass__() takes no keyword arguments")));
    }
    Ok(Value::NONE)
}

fn subclass_hook(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::NOT_IMPLEMENTED)
}

fn get_class(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.type_of(this))
}

fn set_class(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, class] = args else { return Err(raise::internal(iso)) };
    if class.is_unbound() {
        return Err(raise::type_error(iso, "can't delete __class__ attribute"));
    }
    if !iso.is_class(class) {
        let kind = iso.type_name(class);
        let message = format!("__class__ must be set to a class, not '{kind}' object");
        return Err(raise::type_error(iso, &message));
    }
    let old = iso.type_of(this);
    match iso.heap.kind(this) {
        Some(Kind::Module) if iso.is_subtype(class, TypeId::MODULE.value()) => {
            iso.heap.set_field(this, 1, class);
            return Ok(Value::NONE);
        }
        Some(Kind::Instance | Kind::Exception)
            if iso.heap.kind(class) == Some(Kind::Type) && iso.heap.kind(old) == Some(Kind::Type) => {}
        _ => {
            let message = "__class__ assignment only supported for mutable types or ModuleType subclasses";
            return Err(raise::type_error(iso, message));
        }
    }
    iso.check_exchange(class, old, "__class__")?;
    iso.heap.shade(old);
    if iso.heap.kind(this) == Some(Kind::Exception) {
        iso.heap.set_field(this, crate::exceptions::field::CLASS, class);
    } else if iso.class_flags(class) & flag::HAS_DICT == 0 {
        let root = iso.heap.field(class, field::SHAPE).as_small_int().unwrap_or(0) as u32;
        let fields = iso.heap.field_count(this);
        iso.heap.set_shape(this, root, fields)?;
    } else {
        iso.replace_class(this, class)?;
    }
    Ok(Value::NONE)
}

impl Isolate {
    /// The name of an attribute: an interned string.
    pub fn attribute_name(&mut self, name: Value) -> Completion {
        match self.as_str(name) {
            Some(text) => {
                let name = self.intern_value(text)?;
                Ok(self.keep(name))
            }
            None => {
                let kind = self.type_name(name);
                Err(raise::type_error(self, &format!("attribute name must be string, not '{kind}'")))
            }
        }
    }

    /// What `id` gives: unique among living objects, the same for an object's whole life.
    #[must_use]
    pub fn address_of(&self, value: Value) -> u64 {
        // Slots of 16 bytes from some page on: an address such as users expect to see.
        if let Some(slot) = value.as_handle() {
            return 0x7f00_0000_0000 + u64::from(slot) * 16;
        }
        if let Some(int) = value.as_small_int() {
            return 0x20_0000_0000_0000 + (int as u64 & 0xFFFF_FFFF_FFFF) * 16;
        }
        // Floats have all bits of a word; other immediates differ in the lowest forty.
        let word = u128::from(value.to_word()) as u64;
        if value.as_immediate_float().is_some() {
            word ^ 1 << 63
        } else {
            0x5500_0000_0000 + (word & 0xFF_FFFF_FFFF) * 16
        }
    }

    /// Appends a value's address in hexadecimal.
    pub(crate) fn append_address(&self, value: Value, text: &mut Vec<u8>) {
        let address = self.address_of(value);
        text.extend_from_slice(b"0x");
        let places = (u64::BITS - address.leading_zeros()).div_ceil(4).max(1);
        text.extend((0..places).rev().map(|place| {
            let digit = (address >> (4 * place) & 0xf) as u8;
            if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }
        }));
    }

    /// Appends a class's name with its module, unless that is `builtins`.
    pub(crate) fn append_class_name(&mut self, class: Value, text: &mut Vec<u8>) {
        let (module, name) = match self.type_spec(class) {
            Some(spec) => (Some(spec.module.as_bytes()), spec.name.as_bytes()),
            None => {
                let dict = self.heap.field(class, field::DICT);
                let module = self.heap.dict_get_name(dict, names::__module__).and_then(|module| self.as_str(module));
                // A class that belongs to no module is called by its name only.
                let name = if module.is_some() { field::QUALNAME } else { field::NAME };
                let name = self.heap.field(class, name);
                (
                    module.and_then(|module| self.heap.str_bytes(module)),
                    self.heap.str_bytes(self.unwrap(name)).unwrap_or(b"?"),
                )
            }
        };
        if let Some(module) = module.filter(|&module| module != b"builtins") {
            text.extend_from_slice(module);
            text.push(b'.');
        }
        text.extend_from_slice(name);
    }

    /// Adds the names of all attributes that a class and its bases have.
    pub(crate) fn add_class_names(&mut self, set: Value, class: Value) -> Completion<()> {
        for entry in self.mro(class) {
            if let Some(spec) = self.type_spec(entry) {
                for row in spec.rows {
                    let name = self.intern(row.name)?;
                    self.set_add(set, name)?;
                }
                self.set_add(set, names::__doc__)?;
            } else {
                let dict = self.heap.field(entry, field::DICT);
                let keys: Vec<Value> = self.heap.entries(dict).map(|(key, _)| key).collect();
                for key in keys {
                    self.set_add(set, key)?;
                }
            }
        }
        Ok(())
    }

    /// `module.QualName` of a class; builtins without their module.
    pub(crate) fn full_class_name(&mut self, class: Value) -> Completion<alloc::string::String> {
        let qualname = self.class_qualname(class);
        let module = self.class_module(class);
        Ok(match module.as_deref() {
            None | Some("builtins") => qualname,
            Some(module) => format!("{module}.{qualname}"),
        })
    }

    /// `isinstance(value, class)` for one class, with `__instancecheck__`.
    pub fn is_instance(&mut self, value: Value, class: Value) -> Completion<bool> {
        if self.type_of(value) == class {
            return Ok(true);
        }
        if self.heap.kind(class) == Some(Kind::Tuple) {
            let classes: Vec<Value> = self.heap.items(class).collect();
            for class in classes {
                if self.is_instance(value, class)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if self.type_of(class) == TypeId::TYPE.value() {
            return self.is_plain_instance(value, class);
        }
        if let Some(members) = self.checked_members(class, "isinstance")? {
            return self.is_instance(value, members);
        }
        if let Some(hook) = self.lookup_special(class, names::__instancecheck__) {
            if let Some(answer) = self.known_instance(value, class, hook) {
                return Ok(answer);
            }
            let answer = self.call_unbound(hook, class, &[value])?;
            return self.is_true(answer);
        }
        if self.is_class(class) {
            return self.is_plain_instance(value, class);
        }
        if self.claimed_bases(class)?.is_none() {
            let message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
            return Err(raise::type_error(self, message));
        }
        match self.get_attr_opt(value, names::__class__)? {
            Some(claimed) => self.derives_by_claim(claimed, class),
            None => Ok(false),
        }
    }

    /// `type.__instancecheck__`: whether the value's class, or what it says is its class, derives from `class`.
    pub(crate) fn is_plain_instance(&mut self, value: Value, class: Value) -> Completion<bool> {
        let kind = self.type_of(value);
        if self.is_subtype(kind, class) {
            return Ok(true);
        }
        if self.heap.kind(value) != Some(Kind::Instance)
            || (self.class_flags(kind) & flag::HAS_GETATTRIBUTE == 0
                && self.lookup(kind, names::__class__).is_none_or(|found| self.native_row(found).is_some()))
        {
            return Ok(false);
        }
        let claimed = self.get_attr_opt(value, names::__class__)?;
        Ok(claimed.is_some_and(|claimed| self.is_class(claimed) && self.is_subtype(claimed, class)))
    }

    /// `issubclass(class, of)` with `__subclasscheck__`.
    pub fn is_subclass(&mut self, class: Value, of: Value) -> Completion<bool> {
        if self.heap.kind(of) == Some(Kind::Tuple) {
            let classes: Vec<Value> = self.heap.items(of).collect();
            for of in classes {
                if self.is_subclass(class, of)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if self.type_of(of) == TypeId::TYPE.value() {
            return self.is_plain_subclass(class, of);
        }
        if let Some(members) = self.checked_members(of, "issubclass")? {
            return self.is_subclass(class, members);
        }
        if let Some(hook) = self.lookup_special(of, names::__subclasscheck__) {
            if let Some(answer) = self.known_subclass(class, of, hook) {
                return Ok(answer);
            }
            let answer = self.call_unbound(hook, of, &[class])?;
            return self.is_true(answer);
        }
        self.is_plain_subclass(class, of)
    }

    /// `issubclass(class, of)` without `__subclasscheck__`. What is no class but has a tuple `__bases__` is taken for
    /// one.
    pub(crate) fn is_plain_subclass(&mut self, class: Value, of: Value) -> Completion<bool> {
        let (has_class, has_of) = (self.is_class(class), self.is_class(of));
        if has_class && has_of {
            return Ok(self.is_subtype(class, of));
        }
        if !has_class && self.claimed_bases(class)?.is_none() {
            return Err(raise::type_error(self, "issubclass() arg 1 must be a class"));
        }
        if !has_of && self.claimed_bases(of)?.is_none() {
            let message = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
            return Err(raise::type_error(self, message));
        }
        self.derives_by_claim(class, of)
    }

    /// The bases that an object says it has, if it has a tuple of them.
    fn claimed_bases(&mut self, class: Value) -> Completion<Option<Value>> {
        let bases = self.get_attr_opt(class, names::__bases__)?;
        Ok(bases.filter(|&bases| self.heap.kind(self.unwrap(bases)) == Some(Kind::Tuple)))
    }

    /// Whether `of` is among the bases that the objects say they have.
    fn derives_by_claim(&mut self, class: Value, of: Value) -> Completion<bool> {
        if class == of {
            return Ok(true);
        }
        let Some(bases) = self.claimed_bases(class)? else { return Ok(false) };
        let bases: Vec<Value> = self.heap.items(self.unwrap(bases)).collect();
        for base in bases {
            self.keep(base);
            if self.one_level_deeper(|iso| iso.derives_by_claim(base, of))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `dir(value)`: a sorted list.
    pub fn dir(&mut self, value: Value) -> Completion {
        let Some(names) = self.call_special(value, names::__dir__, &[])? else { return Err(raise::internal(self)) };
        let list = self.collect_items(names)?;
        self.call_method(list, names::sort, &[])?;
        Ok(list)
    }

    /// Whether the generator may be awaited, for `types.coroutine`.
    pub fn make_awaitable_generator(&mut self, generator: Value) {
        if self.heap.kind(generator) == Some(Kind::Generator) && self.heap.number(generator) == flavor::GENERATOR {
            self.heap.set_number(generator, flavor::AWAITABLE_GENERATOR);
        }
    }
}
