//! What attribute instructions found, for sites that see objects of many kinds: an inline cache holds one answer and
//! forgets it at the next kind of object, this table holds those of all sites.

use super::ops::variables::{cache_key, inline_cache};
use super::{Cache, LoadedCode};
use crate::Value;
use crate::heap::{Heap, Kind};
use crate::native::TypeId;
use crate::object::ShapeTable;
use crate::object::attributes::module_field;
use crate::object::class::{MethodCache, field};
use crate::value::IS_SMALL;
use alloc::vec::Vec;

/// Which instruction asks: what is right for one is not for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// `GetAttr`.
    Get,
    /// `GetMethod`.
    Method,
    /// `SetAttr`.
    Set,
}

/// One answer: what a cache of `cache.key` under the name holds.
#[derive(Clone, Copy, Debug)]
struct Known {
    name: Value,
    access: Access,
    cache: Cache,
}

const NOTHING: Known = Known { name: Value::UNBOUND, access: Access::Get, cache: Cache::EMPTY };

/// Where a table of `size` entries, a power of two, keeps what belongs to a key and a name. Keys as well as names are often
/// numbers that follow each other.
#[inline(always)]
pub(crate) fn table_place(key: u32, name: Value, size: usize) -> usize {
    if IS_SMALL {
        return (key.wrapping_mul(31) ^ name.spread()) as usize & (size - 1);
    }
    let both = key.rotate_left(16) ^ name.spread();
    (both.wrapping_mul(0x9E37_79B1) >> (u32::BITS - size.ilog2())) as usize
}

impl Known {
    #[inline(always)]
    fn is(&self, access: Access, key: u32, name: Value) -> bool {
        self.cache.key == key && self.name == name && self.access == access
    }
}

/// A table of answers. Where there is memory for it, two have room in one place, the younger one first: two that are asked
/// for in turn would drive each other out, and which ones meet is chance.
#[derive(Debug)]
pub(crate) struct KnownAttributes(Vec<[Known; TOGETHER]>);

const TOGETHER: usize = if IS_SMALL { 1 } else { 2 };
const SIZE: usize = if IS_SMALL { 16 } else { 512 };

impl KnownAttributes {
    pub(crate) fn new() -> KnownAttributes {
        KnownAttributes(alloc::vec![[NOTHING; TOGETHER]; SIZE])
    }

    pub(crate) fn clear(&mut self) {
        self.0.fill([NOTHING; TOGETHER]);
    }

    #[inline(always)]
    fn place(access: Access, key: u32, name: Value) -> usize {
        table_place(key ^ (access as u32) << (SIZE.ilog2() - 2), name, SIZE)
    }

    /// The answer for objects of that key.
    #[inline(always)]
    pub(crate) fn find(&self, access: Access, key: u32, name: Value) -> Option<Cache> {
        let place = self.0.get(KnownAttributes::place(access, key, name))?;
        let known = place.iter().find(|known| known.is(access, key, name) && key != 0)?;
        Some(known.cache)
    }

    /// Remembers an answer.
    pub(crate) fn set(&mut self, access: Access, name: Value, cache: Cache) {
        let Some(place) = self.0.get_mut(KnownAttributes::place(access, cache.key, name)) else { return };
        if !place[0].is(access, cache.key, name) {
            place.rotate_right(1);
        }
        place[0] = Known { name, access, cache };
    }
}

impl Cache {
    /// Sets an attribute of an instance as the cache of a `SetAttr` says, if the instance has the cache's shape and room.
    /// Whether it was done.
    #[inline(always)]
    pub(super) fn store(&self, heap: &mut Heap, object: Value, value: Value) -> bool {
        if self.index < Cache::TRANSITION {
            return heap.set_instance_field(object, self.key, self.index as usize, value);
        }
        let index = (self.index & !Cache::TRANSITION) as usize;
        let next = self.value.as_small_int().filter(|_| self.index < Cache::TYPE);
        next.is_some_and(|next| heap.add_instance_field(object, self.key, next as u32, index, value))
    }
}

/// What an attribute instruction in the loop looks into where its inline cache has another answer.
pub(super) struct Site<'a> {
    pub(super) heap: &'a mut Heap,
    pub(super) methods: &'a MethodCache,
    pub(super) shapes: &'a ShapeTable,
    pub(super) caches: &'a mut Vec<Cache>,
    pub(super) code: &'a LoadedCode,
    /// The extension word.
    pub(super) x: u32,
}

impl Site<'_> {
    /// The name that the instruction asks for; nothing where the code has no caches yet, so that it comes to want them.
    fn name(&self) -> Option<Value> {
        if self.code.wants_caches() {
            return None;
        }
        self.code.details().names().get((self.x & 0xFFFF) as usize)
    }

    /// Puts the answer in front.
    #[inline(always)]
    fn learn(&mut self, cache: Cache) {
        if let Some(place) = self.code.cache_index(self.x).and_then(|index| self.caches.get_mut(index)) {
            *place = cache;
        }
    }

    /// `GetAttr` of an instance whose kind some instruction has seen, of a class, of a module.
    #[inline(never)]
    pub(super) fn get(mut self, object: Value) -> Option<Value> {
        let name = self.name()?;
        let Some(shape) = self.heap.shape(object) else {
            return match self.heap.kind(object)? {
                Kind::Module => self.module_attribute(object),
                Kind::Type => self.class_attribute(object, name),
                _ => None,
            };
        };
        let known = self.methods.attributes.find(Access::Get, shape, name)?;
        if known.index == Cache::CLASS {
            let found = self.methods.known(self.shapes.class(shape), name)?.given()?;
            if !IS_SMALL && self.heap.kind(found) == Some(Kind::Function) {
                let made =
                    if self.heap.wants_collection() { None } else { self.heap.new_bound_method(found, object).ok() };
                return made;
            }
            return Some(found);
        }
        if known.index == Cache::ITEM {
            let tuple = self.heap.instance_field(object, shape, 0)?;
            return self.heap.tuple_item(tuple, usize::try_from(known.value.as_small_int()?).ok()?);
        }
        if known.index >= Cache::TRANSITION {
            return None;
        }
        let value = self.heap.instance_field(object, shape, known.index as usize)?;
        self.learn(known);
        Some(value)
    }

    /// `SetAttr` of an instance whose kind some instruction has seen. Whether it was done.
    #[inline(never)]
    pub(super) fn set(mut self, object: Value, value: Value) -> bool {
        let (Some(name), Some(shape)) = (self.name(), self.heap.shape(object)) else { return false };
        let Some(known) = self.methods.attributes.find(Access::Set, shape, name) else { return false };
        let done = known.store(self.heap, object, value);
        if done {
            self.learn(known);
        }
        done
    }

    /// `GetMethod` of an object whose kind some instruction has seen, of a module: the function and its receiver.
    #[inline(never)]
    pub(super) fn method(mut self, object: Value) -> Option<(Value, Value)> {
        let key = cache_key(self.heap, object);
        if key == 0 {
            let found = match self.heap.kind(object)? {
                Kind::Module => self.module_attribute(object),
                Kind::Type => return self.class_method(object),
                _ => None,
            };
            return Some((found?, Value::UNBOUND));
        }
        let known = self.methods.attributes.find(Access::Method, key, self.name()?)?;
        self.learn(known);
        Some((known.value, object))
    }

    /// An attribute of a module whose dict is as it was when the inline cache was filled.
    fn module_attribute(&self, module: Value) -> Option<Value> {
        let known = inline_cache(self.caches, self.code.cache_base, self.x)?;
        if known.key & Cache::TYPE == 0 || known.index == Cache::VALUE {
            return None;
        }
        if !self.heap.field_inline(module, module_field::CLASS).is_unbound() {
            return None;
        }
        let dict = self.heap.field_inline(module, module_field::DICT);
        let namespace = self.heap.namespace(dict.as_handle()?, known.key & !Cache::TYPE)?;
        self.heap.namespace_value(namespace, known.index).given()
    }

    /// An attribute of a class that is the same object for all who ask.
    fn class_attribute(&self, class: Value, name: Value) -> Option<Value> {
        let found = self.found_in_class(class, name)?;
        (self.heap.is_plain(found) || self.heap.kind(found) == Some(Kind::Function)).then_some(found)
    }

    /// What a class has under the name, if its metaclass is `type` and has no say in it.
    fn found_in_class(&self, class: Value, name: Value) -> Option<Value> {
        let metaclass = self.heap.field_inline(class, field::METACLASS);
        if metaclass != TypeId::TYPE.value() || self.methods.known(metaclass, name)?.given().is_some() {
            return None;
        }
        self.methods.known(class, name)?.given()
    }

    /// What is called where a class is asked for a method, and the receiver.
    fn class_method(&self, class: Value) -> Option<(Value, Value)> {
        let found = self.found_in_class(class, self.name()?)?;
        if self.heap.kind(found) != Some(Kind::Record) {
            return Some((self.class_attribute(class, self.name()?)?, Value::UNBOUND));
        }
        let function = self.heap.field_inline(found, 0);
        if self.heap.kind(function) != Some(Kind::Function) {
            return None;
        }
        match TypeId(self.heap.record_type(found)?) {
            TypeId::CLASS_METHOD => Some((function, class)),
            TypeId::STATIC_METHOD => Some((function, Value::UNBOUND)),
            _ => None,
        }
    }
}
