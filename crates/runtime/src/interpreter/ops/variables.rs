//! Globals, names, cells: the caches that the loop looks into, and the slow ways.

use crate::exceptions::raise;
use crate::heap::{Heap, Kind};
use crate::interpreter::generator::flavor;
use crate::interpreter::{Cache, LoadedCode};
use crate::value::{IS_SMALL, Immediate};
use crate::{Completion, Isolate, Value};
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::{field_a, field_d};

impl LoadedCode {
    /// Where the inline cache lies that the extension word of an instruction names; nothing for the number that means
    /// "no cache".
    #[inline(always)]
    pub(crate) fn cache_index(&self, x: u32) -> Option<usize> {
        let index = x >> 16;
        (index != 0xFFFF).then_some(self.cache_base as usize + index as usize)
    }
}

/// The inline cache that the extension word of an instruction names, of code whose caches start at `base`. The number that
/// means "no cache" leads to one that stays empty.
#[inline(always)]
pub(crate) fn inline_cache(caches: &[Cache], base: u32, x: u32) -> Option<&Cache> {
    caches.get(base as usize + (x >> 16) as usize)
}

/// A global variable or builtin, if the cache knows it.
#[inline(always)]
pub(crate) fn cached_global(cache: Option<&Cache>, heap: &Heap, globals: u32) -> Option<Value> {
    let cache = cache?;
    let namespace = heap.namespace(globals, cache.key)?;
    Some(if cache.index == Cache::VALUE { cache.value } else { heap.namespace_value(namespace, cache.index) })
}

/// Sets a global variable that the cache knows; whether it did.
#[inline(always)]
pub(crate) fn set_cached_global(cache: Option<&Cache>, heap: &mut Heap, globals: u32, value: Value) -> bool {
    if let Some(cache) = cache
        && cache.index != Cache::VALUE
        && let Some(namespace) = heap.namespace(globals, cache.key)
    {
        return heap.set_namespace_value(namespace, cache.index, value);
    }
    false
}

/// The kinds of objects whose type is known from the kind.
const PLAIN_KINDS: u32 = {
    let kinds = [
        Kind::Int,
        Kind::Float,
        Kind::Complex,
        Kind::Str,
        Kind::Bytes,
        Kind::ByteArray,
        Kind::List,
        Kind::Tuple,
        Kind::Dict,
        Kind::Cell,
        Kind::Code,
    ];
    let (mut bits, mut index) = (0, 0);
    while index < kinds.len() {
        bits |= 1 << kinds[index].number();
        index += 1;
    }
    bits
};

/// What a method cache is keyed by: an instance's shape, a builtin type's number.
#[inline(always)]
pub(crate) fn cache_key(heap: &Heap, object: Value) -> u32 {
    let Some(kind) = heap.kind(object) else {
        let is_text = object.payload_of(Immediate::Name).is_some();
        return if is_text { Cache::TYPE | Kind::Str.number() } else { other_cache_key(heap, object) };
    };
    // A `match` of all kinds would become a table of jumps, one more for the processor to foresee.
    if PLAIN_KINDS >> kind.number() & 1 != 0 {
        return Cache::TYPE | kind.number();
    }
    if kind == Kind::Instance { heap.shape(object).unwrap_or(0) } else { other_cache_key(heap, object) }
}

/// As [`cache_key`], for the other kinds.
#[inline(never)]
fn other_cache_key(heap: &Heap, object: Value) -> u32 {
    match heap.kind(object) {
        Some(Kind::Record) => Cache::TYPE | u32::from(heap.record_type(object).unwrap_or(0)) << 8,
        Some(Kind::Set) if heap.is_frozen_set(object) => Cache::TYPE | 0xFF,
        Some(Kind::Set) => Cache::TYPE | Kind::Set.number(),
        Some(Kind::Generator) => match heap.number(object) {
            flavor::COROUTINE => Cache::TYPE | 0xFD,
            flavor::ASYNC_GENERATOR => Cache::TYPE | 0xFC,
            _ => Cache::TYPE | Kind::Generator.number(),
        },
        None if object.is_small_int() => Cache::TYPE | 0xFE,
        _ => 0,
    }
}

/// The cell of a captured variable.
#[inline(always)]
pub(crate) fn free_cell(heap: &Heap, function: Value, index: u16) -> Value {
    if IS_SMALL {
        return heap.closure_item(function, index as usize).unwrap_or(Value::UNBOUND);
    }
    let closure = heap.field_inline(function, crate::types::function::field::CLOSURE);
    heap.cell_of_closure(closure, index as usize).unwrap_or(Value::UNBOUND)
}

/// An item of a list or tuple; negative indices count from the end.
#[inline(always)]
pub(crate) fn item_at(heap: &Heap, container: Value, index: i64) -> Option<Value> {
    if index >= 0 {
        return heap.sequence_item(container, index as usize);
    }
    let length = heap.sequence_len_inline(container) as i64;
    heap.sequence_item(container, usize::try_from(index + length).ok()?)
}

impl Isolate {
    /// The name that the low half of an extension word, or a 16-bit operand, numbers.
    #[inline]
    pub(crate) fn name_at(&self, index: u32) -> Value {
        let Some(frame) = self.thread.frames.last() else { return Value::UNBOUND };
        let name = self.codes.get(frame.code).and_then(|code| code.details().names().get((index & 0xFFFF) as usize));
        name.unwrap_or(Value::UNBOUND)
    }

    /// Constant `index` of the running code.
    pub(crate) fn constant_at(&self, index: usize) -> Value {
        let Some(frame) = self.thread.frames.last() else { return Value::UNBOUND };
        let constant = self.codes.get(frame.code).and_then(|code| code.constants.get(index));
        constant.copied().unwrap_or(Value::NONE)
    }

    /// The globals dict of the running frame.
    pub(crate) fn frame_globals(&self) -> Value {
        self.thread.frames.last().map_or(Value::NONE, |frame| Value::handle(frame.globals))
    }

    /// An inline cache of the running code.
    pub(crate) fn inline_cache_at(&self, x: u32) -> Cache {
        let base = self.thread.frames.last().and_then(|frame| self.codes.get(frame.code)).map(|code| code.cache_base);
        base.and_then(|base| inline_cache(&self.caches, base, x)).copied().unwrap_or(Cache::EMPTY)
    }

    /// Fills an inline cache of the running code.
    pub(crate) fn set_cache(&mut self, x: u32, cache: Cache) {
        let Some(frame) = self.thread.frames.last() else { return };
        if IS_SMALL {
            let number = frame.code;
            return self.set_wanted_cache(number, x, cache);
        }
        if let Some(index) = self.codes.get(frame.code).and_then(|code| code.cache_index(x))
            && let Some(place) = self.caches.get_mut(index)
        {
            *place = cache;
        }
    }

    /// As [`Isolate::set_cache`], for code that may have no caches yet.
    fn set_wanted_cache(&mut self, number: u32, x: u32, cache: Cache) {
        self.want_caches(number);
        if let Some(index) = self.codes.get(number).and_then(|code| code.cache_index(x))
            && let Some(place) = self.caches.get_mut(index)
        {
            *place = cache;
        }
    }

    #[cold]
    pub(crate) fn raise_unbound_local(&mut self, name: u16) -> Completion<()> {
        let name = self.name_at(u32::from(name));
        Err(raise::unbound_local(self, name))
    }

    #[cold]
    pub(crate) fn raise_unbound_cell(&mut self, register: u8) -> Completion<()> {
        let mut name = Value::UNBOUND;
        if let Some(frame) = self.thread.frames.last()
            && let Some(code) = self.codes.get(self.original_code(frame.code))
        {
            let texts = code.details().local_names();
            name = texts.get(register as usize).filter(|&name| name != crate::names::EMPTY).unwrap_or(name);
            // The cell of a local beyond the registers was brought here shortly before.
            let before = code.instructions.get(..frame.pc as usize).unwrap_or_default();
            let brings = |&&word: &&u32| Opcode::of(word) == Opcode::GetSlot && field_a(word) == register;
            if name.is_unbound()
                && let Some(&word) = before.iter().rev().find(brings)
            {
                name = texts.get(field_d(word) as usize).unwrap_or(name);
            }
        }
        Err(raise::unbound_local(self, name))
    }

    /// The name of a captured variable of the running code.
    pub(crate) fn free_name(&self, index: u16) -> Value {
        let code = self.thread.frames.last().and_then(|frame| self.codes.get(frame.code));
        code.and_then(|code| code.details().free_names().get(index as usize)).unwrap_or(Value::UNBOUND)
    }

    #[cold]
    pub(crate) fn raise_unbound_free(&mut self, index: u16) -> Completion<()> {
        let name = self.free_name(index);
        Err(raise::unbound_free(self, name))
    }

    /// The namespace of builtins that code with these globals sees.
    pub(crate) fn builtins_of(&mut self, globals: Value) -> Value {
        match self.heap.dict_get_name(globals, crate::names::__builtins__) {
            Some(found) if self.heap.kind(found) == Some(Kind::Dict) => found,
            Some(found) if self.heap.kind(found) == Some(Kind::Module) => self.heap.field(found, 0),
            _ => self.builtins,
        }
    }

    pub(crate) fn get_global_slow(&mut self, target: u8, x: u32) -> Completion<()> {
        let name = self.name_at(x);
        let value = self.find_global(name, Some(x))?;
        self.set_reg(target, value);
        Ok(())
    }

    /// A global variable or builtin; fills the cache.
    pub(crate) fn find_global(&mut self, name: Value, x: Option<u32>) -> Completion {
        let globals = self.frame_globals();
        if let Some(entry) = self.heap.find_name(globals, name) {
            let value = self.heap.dict_value(globals, entry);
            if let Some(x) = x {
                let key = self.heap.dict_version(globals);
                let cached = self.heap.cache_definition(globals, value);
                self.set_cache(x, Cache { key, index: if cached { Cache::VALUE } else { entry as u32 }, value });
            }
            return Ok(value);
        }
        let builtins = self.builtins_of(globals);
        match self.heap.dict_get_name(builtins, name) {
            Some(value) => {
                if let Some(x) = x
                    && builtins == self.builtins
                {
                    let key = self.heap.dict_version(globals);
                    self.heap.cache_for_others(builtins);
                    self.set_cache(x, Cache { key, index: Cache::VALUE, value });
                }
                Ok(value)
            }
            None => self.late_builtin(name),
        }
    }

    /// A name that is nowhere, but for what the embedder knows.
    #[cold]
    fn late_builtin(&mut self, name: Value) -> Completion {
        if let Some(find) = self.late_builtins
            && let Some(value) = find(self, name)?
        {
            self.heap.dict_set_plain(self.builtins, name, value)?;
            return Ok(value);
        }
        Err(raise::undefined(self, name))
    }

    pub(crate) fn set_global_slow(&mut self, value: Value, x: u32) -> Completion<()> {
        let (globals, name) = (self.frame_globals(), self.name_at(x));
        self.set_global_in(globals, name, value, x)
    }

    fn set_global_in(&mut self, globals: Value, name: Value, value: Value, x: u32) -> Completion<()> {
        self.heap.dict_set_plain(globals, name, value)?;
        if globals == self.builtins {
            self.clear_caches();
        } else if let Some(entry) = self.heap.find_name(globals, name) {
            let key = self.heap.dict_version(globals);
            self.set_cache(x, Cache { key, index: entry as u32, value: Value::UNBOUND });
        }
        Ok(())
    }

    pub(crate) fn delete_global(&mut self, x: u32) -> Completion<()> {
        let (globals, name) = (self.frame_globals(), self.name_at(x));
        if self.heap.dict_remove_plain(globals, name) { Ok(()) } else { Err(raise::undefined(self, name)) }
    }

    pub(crate) fn get_name_slow(&mut self, target: u8, x: u32) -> Completion<()> {
        let (namespace, name) = (self.reg(0), self.name_at(x));
        let same = namespace == self.frame_globals();
        let value = if same {
            self.find_global(name, Some(x))?
        } else {
            match self.namespace_get(namespace, name)? {
                Some(value) => value,
                None => self.find_global(name, None)?,
            }
        };
        self.set_reg(target, value);
        Ok(())
    }

    /// `namespace[name]` for any mapping; nothing where that raises `KeyError`.
    pub(crate) fn namespace_get(&mut self, namespace: Value, name: Value) -> Completion<Option<Value>> {
        if self.heap.kind(namespace) == Some(Kind::Dict) {
            return Ok(self.heap.dict_get_name(namespace, name));
        }
        match self.get_item(namespace, name) {
            Ok(value) => Ok(Some(value)),
            Err(raised) => {
                if self.raised_is(crate::native::TypeId::KEY_ERROR) {
                    self.take_exception();
                    return Ok(None);
                }
                Err(raised)
            }
        }
    }

    pub(crate) fn set_name_slow(&mut self, value: Value, x: u32) -> Completion<()> {
        let (namespace, name) = (self.reg(0), self.name_at(x));
        if namespace == self.frame_globals() {
            return self.set_global_in(namespace, name, value, x);
        }
        if self.heap.kind(namespace) == Some(Kind::Dict) {
            self.heap.dict_set_plain(namespace, name, value)?;
            return Ok(());
        }
        self.set_item(namespace, name, value)
    }

    pub(crate) fn delete_name(&mut self, x: u32) -> Completion<()> {
        let (namespace, name) = (self.reg(0), self.name_at(x));
        if self.heap.kind(namespace) == Some(Kind::Dict) {
            return if self.heap.dict_remove_plain(namespace, name) {
                Ok(())
            } else {
                Err(raise::undefined(self, name))
            };
        }
        match self.delete_item(namespace, name) {
            Err(_) if self.raised_is(crate::native::TypeId::KEY_ERROR) => {
                self.take_exception();
                Err(raise::undefined(self, name))
            }
            done => done,
        }
    }

    pub(crate) fn get_from_dict_or_global(&mut self, target: u8, mapping: u8, x: u32) -> Completion<()> {
        let (mapping, name) = (self.reg(mapping), self.name_at(x));
        let value = match self.namespace_get(mapping, name)? {
            Some(value) => value,
            None => self.find_global(name, None)?,
        };
        self.set_reg(target, value);
        Ok(())
    }

    /// The content of a captured variable, looked for in a mapping first.
    pub(crate) fn get_from_dict_or_free(&mut self, target: u8, mapping: Value, index: u16) -> Completion<()> {
        let name = self.free_name(index);
        let value = match self.namespace_get(mapping, name)? {
            Some(value) => value,
            None => {
                let content = self.heap.cell(free_cell(&self.heap, self.frame_function(), index));
                if content.is_unbound() {
                    return Err(raise::unbound_free(self, name));
                }
                content
            }
        };
        self.set_reg(target, value);
        Ok(())
    }
}
