//! `__bases__` assigned, and what two classes must have in common so that an instance of one may become one of the
//! other: the builtin type inside, the slots, a `__dict__` or none.

use super::class::{field, flag};
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value};
use alloc::format;
use alloc::vec::Vec;

/// What a class had before its bases were replaced: its order and its flags.
type Before = (Value, i64);

impl Isolate {
    /// `class.__bases__ = bases`: the orders of the class and of all that derive from it are made anew. Runs `mro` of
    /// metaclasses; if that fails, all is as before.
    pub(crate) fn replace_bases(&mut self, class: Value, bases: Value) -> Completion<()> {
        let list = self.checked_bases(class, bases)?;
        let old_bases = self.bases(class);
        self.check_exchange(self.best_base(&list), self.best_base(&old_bases), "__bases__")?;
        let mut before: Vec<(Value, Before)> = Vec::new();
        let saved = self.heap.field(class, field::BASES);
        self.keep(saved);
        self.heap.set_field(class, field::BASES, bases);
        if let Err(raised) = self.reorder(class, &mut before) {
            self.heap.set_field(class, field::BASES, saved);
            for (changed, (mro, flags)) in before {
                self.heap.set_field(changed, field::MRO, mro);
                self.heap.set_field(changed, field::FLAGS, Value::small_int(flags));
            }
            self.class_changed();
            return Err(raised);
        }
        self.class_changed();
        for base in old_bases {
            self.remove_subclass(base, class)?;
        }
        for base in list {
            self.add_subclass(base, class)?;
        }
        Ok(())
    }

    fn checked_bases(&mut self, class: Value, bases: Value) -> Completion<Vec<Value>> {
        let name = self.class_name(class);
        if self.heap.kind(bases) != Some(Kind::Tuple) {
            let kind = self.type_name(bases);
            return Err(raise::type_error(self, &format!("can only assign tuple to {name}.__bases__, not {kind}")));
        }
        let list: Vec<Value> = self.heap.items(bases).collect();
        if list.is_empty() {
            let message = format!("can only assign non-empty tuple to {name}.__bases__, not ()");
            return Err(raise::type_error(self, &message));
        }
        for &base in &list {
            if !self.is_class(base) {
                let kind = self.type_name(base);
                let message = format!("{name}.__bases__ must be tuple of classes, not '{kind}'");
                return Err(raise::type_error(self, &message));
            }
            if self.is_subtype(base, class) {
                return Err(raise::type_error(self, "a __bases__ item causes an inheritance cycle"));
            }
            self.check_base(base)?;
        }
        self.best_layout(&list)?;
        Ok(list)
    }

    /// New orders for the class and, after it, for what derives from it.
    fn reorder(&mut self, class: Value, before: &mut Vec<(Value, Before)>) -> Completion<()> {
        const HOOKS: i64 = flag::HAS_GETATTRIBUTE | flag::HAS_SETATTR | flag::HAS_DEL;
        let mut waiting = Vec::from([class]);
        while let Some(next) = waiting.pop() {
            let bases = self.bases(next);
            let (metaclass, mro, flags) =
                (self.type_of(next), self.heap.field(next, field::MRO), self.class_flags(next));
            self.keep(next);
            self.keep(mro);
            before.push((next, (mro, flags)));
            let order = self.class_order(next, metaclass, &bases)?;
            let order = self.new_tuple(&order)?;
            self.heap.set_field(next, field::MRO, order);
            let inherited = bases.iter().fold(0, |all, &base| all | self.class_flags(base)) & HOOKS;
            self.heap.set_field(next, field::FLAGS, Value::small_int(flags | inherited));
            waiting.extend(self.subclasses(next).into_iter().rev());
        }
        Ok(())
    }

    fn remove_subclass(&mut self, base: Value, class: Value) -> Completion<()> {
        if self.heap.kind(base) != Some(Kind::Type) {
            return Ok(());
        }
        let left: Vec<Value> = self.subclasses(base).into_iter().filter(|&subclass| subclass != class).collect();
        let left = self.new_list(&left)?;
        self.heap.set_field(base, field::SUBCLASSES, left);
        Ok(())
    }

    /// The base that gives instances their layout: the first of those with most to it.
    pub(crate) fn best_base(&self, bases: &[Value]) -> Value {
        let (mut best, mut solid) = (bases.first().copied().unwrap_or(TypeId::OBJECT.value()), TypeId::OBJECT.value());
        for (index, &base) in bases.iter().enumerate() {
            let candidate = self.solid_base(base);
            if index == 0 || !self.is_subtype(solid, candidate) {
                (best, solid) = (base, candidate);
            }
        }
        best
    }

    /// Whether instances of one class may become instances of the other.
    pub(crate) fn check_exchange(&mut self, new: Value, old: Value, attribute: &str) -> Completion<()> {
        let difference = if self.is_walked(new) != self.is_walked(old) {
            "deallocator differs"
        } else if self.has_same_layout(new, old) {
            return Ok(());
        } else {
            "object layout differs"
        };
        let (new, old) = (self.class_name(new), self.class_name(old));
        Err(raise::type_error(self, &format!("{attribute} assignment: '{new}' {difference} from '{old}'")))
    }

    /// Whether CPython's collector walks the instances: those of classes written in Python and of containers.
    fn is_walked(&self, class: Value) -> bool {
        const PLAIN: [TypeId; 8] = [
            TypeId::OBJECT,
            TypeId::INT,
            TypeId::BOOL,
            TypeId::FLOAT,
            TypeId::COMPLEX,
            TypeId::STR,
            TypeId::BYTES,
            TypeId::BYTEARRAY,
        ];
        self.type_id(class).is_none_or(|id| !PLAIN.contains(&id))
    }

    pub(crate) fn has_same_layout(&self, one: Value, other: Value) -> bool {
        let weight = |class: Value| self.class_flags(class) & (flag::HAS_DICT | flag::HAS_WEAKREF);
        self.solid_layout(self.layout_of(one)) == self.solid_layout(self.layout_of(other))
            && self.slots_of(one).eq(self.slots_of(other))
            && weight(one) == weight(other)
    }
}
