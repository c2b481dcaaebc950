//! What instances of a class consist of: the builtin type inside, slots, a `__dict__`.

use crate::exceptions::hierarchy::extra_fields;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{TypeFlags, TypeId};
use crate::object::class::{field, flag};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

impl Isolate {
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
    pub(super) fn solid_base(&self, class: Value) -> Value {
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

    /// Flags, slots and the root shape.
    pub(super) fn set_up_layout(&mut self, class: Value, bases: &[Value], layout: TypeId) -> Completion<()> {
        let spec = self.types.get(layout.number() as usize).copied();
        let type_flags = spec.map(|spec| spec.flags).unwrap_or_default();
        let mut flags =
            bases.iter().fold(0, |flags, &base| flags | self.class_flags(base)) & !(flag::ABSTRACT | flag::AS_BUILTIN);
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
        if layout == TypeId::SUPER {
            flags |= flag::HAS_GETATTRIBUTE;
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
                let attribute = self.new_record(TypeId::GETSET_DESCRIPTOR, 0, &[class, name])?;
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
}
