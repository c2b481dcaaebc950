//! Classes: what type a value has, how attributes are found along the method resolution order, and the layout of
//! classes written in Python.

use super::abstract_answers::AbstractAnswers;
use super::constructor::Constructors;
use super::shape::Shape;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::{KnownAttributes, table_place};
use crate::native::{Row, RowKind, TypeFlags, TypeId, TypeSpec};
use crate::types::super_object::KnownSupers;
use crate::value::{IS_SMALL, Immediate};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The fields of a class written in Python, in its payload.
pub(crate) mod field {
    /// `__name__`, a string.
    pub(crate) const NAME: usize = 0;
    /// `__qualname__`, a string.
    pub(crate) const QUALNAME: usize = 1;
    /// `__bases__`, a tuple.
    pub(crate) const BASES: usize = 2;
    /// `__mro__`, a tuple.
    pub(crate) const MRO: usize = 3;
    /// The namespace, a dict.
    pub(crate) const DICT: usize = 4;
    /// The metaclass.
    pub(crate) const METACLASS: usize = 5;
    /// The number of the builtin type whose layout instances have.
    pub(crate) const LAYOUT: usize = 6;
    /// The number of the root shape.
    pub(crate) const SHAPE: usize = 7;
    /// How many fields instances had at most: what new ones get room for.
    pub(crate) const CAPACITY: usize = 8;
    /// Bits of `flag`.
    pub(crate) const FLAGS: usize = 9;
    /// The direct subclasses, a list that does not keep them alive, or Unbound.
    pub(crate) const SUBCLASSES: usize = 10;
    /// The number of the dictionary shape, 0 if there is none yet.
    pub(crate) const DICT_SHAPE: usize = 11;
    /// How many fields there are.
    pub(crate) const COUNT: usize = 12;
}

/// The bits of a class's flags.
pub(crate) mod flag {
    /// Instances have a `__dict__`.
    pub(crate) const HAS_DICT: i64 = 1;
    /// Instances have a builtin object inside, in field 0.
    pub(crate) const HAS_INNER: i64 = 2;
    /// Abstract methods remain: it can't be instantiated.
    pub(crate) const ABSTRACT: i64 = 4;
    /// The class, or one it derives from, defines `__getattribute__`.
    pub(crate) const HAS_GETATTRIBUTE: i64 = 8;
    /// The class, or one it derives from, defines `__setattr__` or `__delattr__`.
    pub(crate) const HAS_SETATTR: i64 = 16;
    /// Instances are exceptions.
    pub(crate) const EXCEPTION: i64 = 32;
    /// Instances are classes: it is a metaclass.
    pub(crate) const METACLASS: i64 = 64;
    /// The class, or one it derives from, defines `__del__`.
    pub(crate) const HAS_DEL: i64 = 128;
    /// There can be weak references to instances.
    pub(crate) const HAS_WEAKREF: i64 = 256;
    /// It stands for a class that CPython has in C: messages show its name with the module in front.
    pub(crate) const AS_BUILTIN: i64 = 512;
}

/// What looking a name up on a type found before; one direct-mapped table for all types.
#[derive(Debug)]
pub(crate) struct MethodCache {
    entries: Vec<(Value, Value, Value)>,
    /// What calls of classes do.
    pub(super) constructors: Constructors,
    /// What attribute instructions found.
    pub(crate) attributes: KnownAttributes,
    /// What `super` objects found.
    pub(crate) supers: KnownSupers,
    /// What abstract classes answered.
    pub(super) answers: AbstractAnswers,
}

const METHOD_CACHE_SIZE: usize = if IS_SMALL { 64 } else { 2048 };

impl MethodCache {
    pub(crate) fn new() -> MethodCache {
        MethodCache {
            entries: alloc::vec![(Value::UNBOUND, Value::UNBOUND, Value::UNBOUND); METHOD_CACHE_SIZE],
            constructors: Constructors::new(),
            attributes: KnownAttributes::new(),
            supers: KnownSupers::new(),
            answers: AbstractAnswers::new(),
        }
    }

    pub(crate) fn clear(&mut self) {
        self.entries.fill((Value::UNBOUND, Value::UNBOUND, Value::UNBOUND));
        self.constructors.clear();
        self.attributes.clear();
        self.supers.clear();
        self.answers.clear();
    }

    /// What was found: Unbound for nothing. Nothing is known of a name that nobody has looked up.
    #[inline(always)]
    pub(crate) fn known(&self, class: Value, name: Value) -> Option<Value> {
        let &(known_class, known_name, found) = self.entries.get(MethodCache::place(class, name))?;
        (known_class == class && known_name == name).then_some(found)
    }

    #[inline(always)]
    fn place(class: Value, name: Value) -> usize {
        table_place(class.spread(), name, METHOD_CACHE_SIZE)
    }
}

impl Isolate {
    /// The type of a value.
    #[inline]
    #[must_use]
    pub fn type_of(&self, value: Value) -> Value {
        if value.is_small_int() {
            return TypeId::INT.value();
        }
        if value.is_immediate_float() {
            return TypeId::FLOAT.value();
        }
        match self.heap.kind(value) {
            None => self.type_of_immediate(value),
            Some(kind) => self.type_of_kind(value, kind),
        }
    }

    fn type_of_kind(&self, value: Value, kind: Kind) -> Value {
        match kind {
            Kind::Int => TypeId::INT.value(),
            Kind::Float => TypeId::FLOAT.value(),
            Kind::Complex => TypeId::COMPLEX.value(),
            Kind::Str => TypeId::STR.value(),
            Kind::Bytes => TypeId::BYTES.value(),
            Kind::ByteArray => TypeId::BYTEARRAY.value(),
            Kind::List => TypeId::LIST.value(),
            Kind::Tuple => TypeId::TUPLE.value(),
            Kind::Dict => TypeId::DICT.value(),
            Kind::Set if self.heap.is_frozen_set(value) => TypeId::FROZENSET.value(),
            Kind::Set => TypeId::SET.value(),
            Kind::Function => TypeId::FUNCTION.value(),
            Kind::BoundMethod => match self.native_row(self.heap.field(value, 0)) {
                None => TypeId::METHOD.value(),
                // `types.MethodType` made it.
                Some(_) if self.heap.number(value) != 0 => TypeId::METHOD.value(),
                Some(row) if self.is_slot_wrapper(row) => TypeId::METHOD_WRAPPER.value(),
                Some(_) => TypeId::BUILTIN_FUNCTION.value(),
            },
            Kind::Cell => TypeId::CELL.value(),
            Kind::Instance => self.heap.shape(value).map_or(Value::UNBOUND, |shape| self.shapes.class(shape)),
            Kind::Type => self.heap.field(value, field::METACLASS),
            Kind::Exception => self.heap.field(value, 0),
            Kind::Generator => self.generator_type(value),
            Kind::Code => TypeId::CODE.value(),
            Kind::Module => self.heap.field(value, 1).or(TypeId::MODULE.value()),
            Kind::Record => TypeId(self.heap.record_type(value).unwrap_or(0)).value(),
            // Nobody holds a free slot.
            _ => TypeId::NONE_TYPE.value(),
        }
    }

    fn type_of_immediate(&self, value: Value) -> Value {
        let id = match value {
            Value::NONE => TypeId::NONE_TYPE,
            Value::TRUE | Value::FALSE => TypeId::BOOL,
            Value::ELLIPSIS => TypeId::ELLIPSIS_TYPE,
            Value::NOT_IMPLEMENTED => TypeId::NOT_IMPLEMENTED_TYPE,
            Value::NO_DEFAULT => TypeId::NO_DEFAULT_TYPE,
            _ if value.payload_of(Immediate::Name).is_some() => TypeId::STR,
            _ if value.payload_of(Immediate::Type).is_some() => TypeId::TYPE,
            _ => match self.native_row(value).map(|row| (row, row.kind)) {
                Some((row, RowKind::Method(..) | RowKind::RawMethod(..))) if self.is_slot_wrapper(row) => {
                    TypeId::WRAPPER_DESCRIPTOR
                }
                Some((_, RowKind::Method(..) | RowKind::RawMethod(..))) => TypeId::METHOD_DESCRIPTOR,
                Some((_, RowKind::ClassMethod(..))) => TypeId::CLASS_METHOD_DESCRIPTOR,
                Some((row, RowKind::Getter(..) | RowKind::GetSet(..))) if self.is_member_row(row) => {
                    TypeId::MEMBER_DESCRIPTOR
                }
                Some((_, RowKind::Getter(..) | RowKind::GetSet(..))) => TypeId::GETSET_DESCRIPTOR,
                Some(_) => TypeId::BUILTIN_FUNCTION,
                None => TypeId::NONE_TYPE,
            },
        };
        id.value()
    }

    /// The row of a native function or descriptor.
    #[inline]
    #[must_use]
    pub fn native_row(&self, value: Value) -> Option<&'static Row> {
        let (table, row) = value.as_native()?;
        self.tables.get(table)?.get(row)
    }

    /// The declaration of a builtin type.
    #[inline]
    #[must_use]
    pub fn type_spec(&self, class: Value) -> Option<&'static TypeSpec> {
        self.types.get(class.payload_of(Immediate::Type)? as usize).copied()
    }

    /// The number of a builtin type.
    #[must_use]
    pub fn type_id(&self, class: Value) -> Option<TypeId> {
        class.payload_of(Immediate::Type).map(|number| TypeId(number as u16))
    }

    /// The number of a type declared outside the core, for creating records of it.
    #[must_use]
    pub fn find_type(&self, spec: &'static TypeSpec) -> Option<TypeId> {
        self.type_places.find(&self.types, spec)
    }

    /// Whether the value is a class.
    #[inline]
    #[must_use]
    pub fn is_class(&self, value: Value) -> bool {
        value.payload_of(Immediate::Type).is_some() || self.heap.kind(value) == Some(Kind::Type)
    }

    /// The method resolution order of a class.
    #[must_use]
    pub fn mro(&self, class: Value) -> Vec<Value> {
        if self.type_spec(class).is_none() {
            return self.heap.items(self.heap.field(class, field::MRO)).collect();
        }
        let mut order = alloc::vec![class];
        let mut current = class;
        while let Some(spec) = self.type_spec(current) {
            if current == TypeId::OBJECT.value() {
                break;
            }
            if let Some(second) = spec.second_base {
                // BaseExceptionGroup, Exception, BaseException, object: the only builtin type with two bases.
                order.push(spec.base.value());
                current = second.value();
            } else {
                current = spec.base.value();
            }
            order.push(current);
        }
        order
    }

    /// The direct bases of a class.
    #[must_use]
    pub fn bases(&self, class: Value) -> Vec<Value> {
        match self.type_spec(class) {
            Some(_) if class == TypeId::OBJECT.value() => Vec::new(),
            Some(spec) => {
                let mut bases = alloc::vec![spec.base.value()];
                bases.extend(spec.second_base.map(TypeId::value));
                bases
            }
            None => self.heap.items(self.heap.field(class, field::BASES)).collect(),
        }
    }

    /// Whether `class` is `of` or derives from it, by the method resolution order.
    #[must_use]
    pub fn is_subtype(&self, class: Value, of: Value) -> bool {
        if class == of || of == TypeId::OBJECT.value() {
            return true;
        }
        if let Some(mut spec) = self.type_spec(class) {
            // `object` is its own base, and no class derives from itself in another way.
            let mut current = class;
            while current != TypeId::OBJECT.value() {
                if spec.second_base.is_some_and(|second| self.is_subtype(second.value(), of)) {
                    return true;
                }
                current = spec.base.value();
                if current == of {
                    return true;
                }
                match self.types.get(spec.base.number() as usize) {
                    Some(base) => spec = base,
                    None => return false,
                }
            }
            return false;
        }
        self.heap.items(self.heap.field(class, field::MRO)).any(|entry| entry == of)
    }

    /// Whether the value's type is the builtin type or derives from it.
    #[must_use]
    pub fn is_instance_of(&self, value: Value, id: TypeId) -> bool {
        self.is_subtype(self.type_of(value), id.value())
    }

    /// Looks a name up along the method resolution order, without binding; `name` is interned.
    #[inline]
    pub fn lookup(&mut self, class: Value, name: Value) -> Option<Value> {
        if let Some(found) = self.methods.known(class, name) {
            return found.given();
        }
        self.lookup_uncached(class, name, MethodCache::place(class, name))
    }

    #[inline(never)]
    fn lookup_uncached(&mut self, class: Value, name: Value, place: usize) -> Option<Value> {
        let found = if self.type_spec(class).is_some() {
            self.lookup_builtin(class, name)
        } else {
            let mro = self.heap.field(class, field::MRO);
            let count = self.heap.sequence_len(mro);
            (0..count).find_map(|index| {
                let entry = self.heap.tuple_item(mro, index)?;
                self.own_attribute(entry, name)
            })
        };
        if let Some(entry) = self.methods.entries.get_mut(place) {
            *entry = (class, name, found.unwrap_or(Value::UNBOUND));
        }
        found
    }

    /// Forgets what looking the name up on the class, or on one that derives from it, found.
    pub(crate) fn forget_lookup(&mut self, class: Value, name: Value) {
        let place = MethodCache::place(class, name);
        if let Some(entry) = self.methods.entries.get_mut(place)
            && entry.0 == class
            && entry.1 == name
        {
            *entry = (Value::UNBOUND, Value::UNBOUND, Value::UNBOUND);
        }
        let subclasses = self.heap.field(class, field::SUBCLASSES);
        for index in 0..self.heap.sequence_len(subclasses) {
            if let Some(subclass) = self.heap.sequence_item(subclasses, index) {
                self.forget_lookup(subclass, name);
            }
        }
    }

    fn lookup_builtin(&mut self, class: Value, name: Value) -> Option<Value> {
        let spec = self.type_spec(class)?;
        if let Some(found) = self.own_attribute(class, name) {
            return Some(found);
        }
        if class == TypeId::OBJECT.value() {
            return None;
        }
        match self.lookup_builtin(spec.base.value(), name) {
            Some(found) if spec.second_base.is_none() => Some(found),
            Some(found) if self.own_attribute(spec.base.value(), name).is_some() => Some(found),
            Some(found) => {
                // The second base comes before what only the first base's bases have.
                let second = spec.second_base.map_or(Value::UNBOUND, TypeId::value);
                self.own_attribute(second, name).or(Some(found))
            }
            None => spec.second_base.and_then(|second| self.lookup_builtin(second.value(), name)),
        }
    }

    /// An attribute in the class's own namespace.
    pub(crate) fn own_attribute(&mut self, class: Value, name: Value) -> Option<Value> {
        let Some(id) = self.type_id(class) else {
            return self.heap.dict_get_name(self.heap.field(class, field::DICT), name);
        };
        let spec = self.type_spec(class)?;
        let row = match names::special_index(name) {
            Some(special) => usize::from(*spec.slots.get(special)?).checked_sub(1)?,
            None => match spec.find(self.heap.str_bytes(name)?) {
                Some(row) => row,
                None if name == names::__doc__ && type_doc(spec).is_empty() => return Some(Value::NONE),
                None if name == names::__doc__ => return self.new_str(type_doc(spec)).ok(),
                None => return None,
            },
        };
        match spec.rows.get(row)?.kind {
            RowKind::Constant(make, _) => make(self, &[]).ok(),
            _ => Some(Value::native(id.0, row as u16)),
        }
    }

    /// The name of a class as messages show it: builtin types of modules with the module in front.
    #[must_use]
    pub fn class_name(&self, class: Value) -> String {
        match self.type_spec(class) {
            Some(spec) if spec.module != "builtins" => format!("{}.{}", spec.module, spec.name),
            Some(spec) => String::from(spec.name),
            None => {
                let name = self.heap.field(class, field::NAME);
                let name = String::from_utf8_lossy(self.heap.str_bytes(name).unwrap_or(b"?")).into_owned();
                if self.class_flags(class) & flag::AS_BUILTIN == 0 {
                    return name;
                }
                let mut entries = self.heap.entries(self.heap.field(class, field::DICT));
                let module = entries.find_map(|(key, value)| (key == names::__module__).then_some(value));
                match module.and_then(|module| self.heap.str(module)) {
                    Some(module) => format!("{module}.{name}"),
                    None => name,
                }
            }
        }
    }

    /// The name of a value's type as messages show it.
    #[must_use]
    pub fn type_name(&self, value: Value) -> String {
        self.class_name(self.type_of(value))
    }

    /// The builtin type that gives instances of the class their layout.
    #[must_use]
    pub fn layout_of(&self, class: Value) -> TypeId {
        match self.type_id(class) {
            // A class like any other, but for being written here.
            Some(TypeId::GENERIC) => TypeId::OBJECT,
            Some(id) => id,
            None => TypeId(self.heap.field(class, field::LAYOUT).as_small_int().unwrap_or(0) as u16),
        }
    }

    /// The flags of a class written in Python; 0 for builtin types.
    #[inline]
    #[must_use]
    pub(crate) fn class_flags(&self, class: Value) -> i64 {
        match self.heap.kind(class) {
            Some(Kind::Type) => self.heap.field(class, field::FLAGS).as_small_int().unwrap_or(0),
            _ => 0,
        }
    }

    /// The builtin object inside an instance of a Python class that derives from a builtin type; the value itself
    /// for all others.
    #[inline]
    #[must_use]
    pub fn unwrap(&self, value: Value) -> Value {
        let Some(shape) = self.heap.shape(value) else { return value };
        let class = self.shapes.class(shape);
        if self.class_flags(class) & flag::HAS_INNER == 0 {
            return value;
        }
        self.heap.field(value, 0).or(value)
    }

    /// A new object without anything in it for `object.__new__`: an instance of a class written in Python.
    pub fn new_instance_of(&mut self, class: Value) -> Completion {
        let shape = self.heap.field(class, field::SHAPE).as_small_int().unwrap_or(0) as u32;
        let capacity = self.heap.field(class, field::CAPACITY).as_small_int().unwrap_or(0) as usize;
        let instance = self.heap.new_instance(shape, capacity)?;
        if self.class_flags(class) & flag::HAS_DEL != 0 {
            self.watch_end(instance);
        }
        Ok(self.keep(instance))
    }

    /// Puts the exact builtin object that a `__new__` made into an instance where `class` is a Python class.
    pub fn wrap_new(&mut self, class: Value, id: TypeId, object: Value) -> Completion {
        if class == id.value() || self.type_spec(class).is_some() {
            return Ok(object);
        }
        let instance = self.new_instance_of(class)?;
        self.heap.set_field(instance, 0, object);
        Ok(instance)
    }

    /// The class argument of a `__new__`, checked: a class that derives from the builtin type.
    pub(crate) fn check_new(&mut self, class: Value, id: TypeId) -> Completion<()> {
        let builtin = self.class_name(id.value());
        if !self.is_class(class) {
            let kind = self.type_name(class);
            let message = format!("{builtin}.__new__(X): X is not a type object ({kind})");
            return Err(raise::type_error(self, &message));
        }
        if !self.is_subtype(class, id.value()) {
            let name = self.class_name(class);
            let message = format!("{builtin}.__new__({name}): {name} is not a subtype of {builtin}");
            return Err(raise::type_error(self, &message));
        }
        let layout = self.layout_of(class);
        if layout != id && !self.is_layout_compatible(layout, id) {
            let right = self.safe_maker(class);
            let (name, right) = (self.class_name(class), self.class_name(right));
            let message = format!("{builtin}.__new__({name}) is not safe, use {right}.__new__()");
            return Err(raise::type_error(self, &message));
        }
        Ok(())
    }

    /// The next class whose `__new__` is not written in Python.
    fn safe_maker(&mut self, class: Value) -> Value {
        let mut maker = class;
        while self.heap.kind(maker) == Some(Kind::Type)
            && self.lookup(maker, names::__new__).is_some_and(|found| self.native_row(found).is_none())
        {
            let bases: Vec<Value> = self.heap.items(self.heap.field(maker, field::BASES)).collect();
            maker = self.best_base(&bases);
        }
        maker
    }

    fn is_layout_compatible(&self, layout: TypeId, id: TypeId) -> bool {
        id != TypeId::OBJECT
            && self.types.get(layout.0 as usize).is_some_and(|spec| spec.flags.has(TypeFlags::EXCEPTION))
            && self.is_subtype(layout.value(), id.value())
    }

    /// Makes the shapes of a new class. `slots` are the names of its and its bases' slots in order.
    pub(crate) fn make_root_shape(&mut self, class: Value, has_inner: bool, slots: &[Value]) -> u32 {
        let mut names = Vec::new();
        if has_inner {
            names.push(Value::UNBOUND);
        }
        names.extend_from_slice(slots);
        let first_attribute = names.len();
        self.shapes.add(Shape { class, names, first_attribute, transitions: Vec::new(), has_dict: false, parent: 0 })
    }

    /// Forgets everything cached about classes: one has changed.
    pub(crate) fn class_changed(&mut self) {
        self.methods.clear();
        self.clear_caches();
    }

    /// The direct subclasses of a class written in Python or of a builtin type.
    #[must_use]
    pub fn subclasses(&self, class: Value) -> Vec<Value> {
        if self.type_spec(class).is_none() {
            return self.heap.items(self.heap.field(class, field::SUBCLASSES)).collect();
        }
        let derives = |spec: &TypeSpec| {
            spec.base.value() == class || spec.second_base.is_some_and(|second| second.value() == class)
        };
        let types = self.types.iter().enumerate().filter(|(_, spec)| derives(spec));
        types.map(|(number, _)| TypeId(number as u16).value()).filter(|&found| found != class).collect()
    }

    /// The class's own or an inherited docstring, and other class-level facts, live in rows of `type`.
    #[must_use]
    pub(crate) fn owner_of_row(&self, row: &'static Row) -> Option<String> {
        let spec = self.types.iter().find(|spec| spec.rows.as_ptr_range().contains(&core::ptr::from_ref(row)))?;
        Some(String::from(spec.name))
    }
}

/// A type's documentation without the signature that it may start with.
pub(crate) fn type_doc(spec: &TypeSpec) -> &'static str {
    match spec.doc.split_once("\n--\n\n") {
        Some((_, doc)) => doc,
        None => spec.doc,
    }
}
