//! Code that is loaded: instructions as they are, constants and names as values.

use super::Cache;
use super::frame::WINDOW;
use super::shorter_jumps::{self, Original};
use crate::exceptions::raise;
use crate::heap::Heap;
use crate::{Completion, Isolate, Value};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use ferropy_bytecode::{CodeFlags, CodeObject, Constant, Handler, LineMark, ScopedName};

/// A code object in the form that the interpreter runs: what running it needs at each step. A call waits for this entry
/// of the table, so it has a size that a shift finds (64 bytes where words have 64 bits).
#[derive(Debug)]
pub(crate) struct LoadedCode {
    pub(crate) instructions: Box<[u32]>,
    pub(crate) constants: Box<[Value]>,
    /// The rest.
    pub(crate) details: Box<CodeDetails>,
    /// The code object as a value: one for each code.
    pub(crate) object: Value,
    /// Where the code's caches start in the isolate's table.
    pub(crate) cache_base: u32,
    pub(crate) flags: CodeFlags,
    pub(crate) positional: u16,
    pub(crate) keyword_only: u16,
    pub(crate) slots: u16,
    caches: u16,
    marked: bool,
    used: bool,
}

/// A name that means a slot in a part of the code; see [`ScopedName`](ferropy_bytecode::ScopedName).
#[derive(Clone, Copy, Debug)]
pub(crate) struct ScopedSlot {
    pub(crate) name: Value,
    pub(crate) slot: u16,
    pub(crate) in_cell: bool,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What is looked up in a code object now and then.
#[derive(Clone, Debug)]
pub(crate) struct CodeDetails {
    pub(crate) names: Box<[Value]>,
    pub(crate) local_names: Box<[Value]>,
    pub(crate) free_names: Box<[Value]>,
    pub(crate) cell_slots: Box<[u16]>,
    pub(crate) handlers: Box<[Handler]>,
    pub(crate) scoped_names: Box<[ScopedSlot]>,
    pub(crate) line_marks: Box<[LineMark]>,
    pub(crate) positions: Box<[u8]>,
    pub(crate) name: Value,
    pub(crate) qualified_name: Value,
    pub(crate) filename: Value,
    pub(crate) first_line: u32,
    pub(crate) positional_only: u16,
    /// The words of the instructions that loading changed, as they were.
    originals: Box<[Original]>,
}

impl LoadedCode {
    /// Number of parameters, `*args` and `**keywords` included.
    pub(crate) fn parameters(&self) -> usize {
        self.positional as usize
            + self.keyword_only as usize
            + usize::from(self.flags.has(CodeFlags::VARARGS))
            + usize::from(self.flags.has(CodeFlags::VARKEYWORDS))
    }

    /// The instructions as they were compiled.
    pub(crate) fn compiled(&self) -> Cow<'_, [u32]> {
        let mut words = Cow::Borrowed(&*self.instructions);
        if !self.details.originals.is_empty() {
            shorter_jumps::restore(words.to_mut(), &self.details.originals);
        }
        words
    }

    /// Makes the instructions those that were compiled.
    pub(super) fn restore(&mut self) {
        shorter_jumps::restore(&mut self.instructions, &core::mem::take(&mut self.details.originals));
    }

    /// The arity of functions of this code; see [`Heap::function`](crate::heap::Heap::function).
    pub(crate) fn arity(&self) -> u16 {
        let special = CodeFlags::VARARGS
            .with(CodeFlags::VARKEYWORDS)
            .with(CodeFlags::GENERATOR)
            .with(CodeFlags::COROUTINE)
            .with(CodeFlags::ASYNC_GENERATOR);
        let wide = self.slots as usize > WINDOW;
        if wide || self.flags.has_any(special) || self.keyword_only > 0 { u16::MAX } else { self.positional }
    }
}

/// All loaded code of an isolate by number.
#[derive(Debug, Default)]
pub(crate) struct CodeTable {
    pub(crate) list: Vec<LoadedCode>,
    free: Vec<u32>,
    /// Where caches of released code lie, by their number.
    free_caches: BTreeMap<u16, Vec<u32>>,
}

impl CodeTable {
    #[inline(always)]
    pub(crate) fn get(&self, number: u32) -> Option<&LoadedCode> {
        self.list.get(number as usize)
    }

    /// Puts code under its number: a released one, or the next.
    fn put(&mut self, number: u32, code: LoadedCode) {
        match self.list.get_mut(number as usize) {
            Some(place) => *place = code,
            None => self.list.push(code),
        }
    }

    /// Whether the collector has reached the code.
    pub(crate) fn is_marked(&self, number: u32) -> bool {
        self.get(number).is_some_and(|code| code.marked)
    }

    #[inline(always)]
    pub(crate) fn slots(&self, number: u32) -> usize {
        self.get(number).map_or(0, |code| code.slots as usize)
    }
}

impl Isolate {
    /// Loads a code object and the ones in its constants; the result is a code object value.
    ///
    /// The code must come from the compiler or have passed the verifier: else programs on it misbehave, though
    /// never unsafely.
    pub(crate) fn load_code(&mut self, code: &CodeObject) -> Completion {
        let filename = self.intern(&code.filename)?;
        self.load_code_in(code, filename, 0)
    }

    fn load_code_in(&mut self, code: &CodeObject, filename: Value, depth: u32) -> Completion {
        if depth > 200 {
            return Err(raise::recursion_error(self, "code is nested too deeply"));
        }
        let mark = self.kept.len();
        let mut constants = Vec::with_capacity(code.constants.len());
        for constant in &code.constants {
            let value = self.load_constant(constant, filename, depth)?;
            self.keep(value);
            constants.push(value);
        }
        let name = self.intern(&code.name)?;
        let qualified_name = self.intern(&code.qualified_name)?;
        let names = self.intern_all(&code.names)?;
        let local_names = self.intern_all(&code.local_names)?;
        let free_names = self.intern_all(&code.free_names)?;
        let mut scoped_names = Vec::with_capacity(code.scoped_names.len());
        for &ScopedName { ref name, slot, in_cell, start, end } in &code.scoped_names {
            scoped_names.push(ScopedSlot { name: self.intern(name)?, slot, in_cell, start, end });
        }
        let number = self.codes.free.pop().unwrap_or(self.codes.list.len() as u32);
        let object = self.heap.new_code(number)?;
        let mut instructions = code.instructions.clone();
        let originals = shorter_jumps::shorten(&mut instructions);
        let details = CodeDetails {
            names,
            local_names,
            free_names,
            cell_slots: code.cell_slots.clone(),
            handlers: code.handlers.clone(),
            scoped_names: scoped_names.into(),
            line_marks: code.line_marks.clone(),
            positions: code.positions.clone(),
            name,
            qualified_name,
            filename,
            first_line: code.first_line,
            positional_only: code.positional_only,
            originals,
        };
        let loaded = LoadedCode {
            instructions,
            constants: constants.into_boxed_slice(),
            details: Box::new(details),
            object,
            cache_base: self.take_caches(code.caches),
            flags: code.flags,
            positional: code.positional,
            keyword_only: code.keyword_only,
            slots: code.slots,
            caches: code.caches,
            marked: false,
            used: true,
        };
        self.codes.put(number, loaded);
        self.kept.truncate(mark);
        Ok(self.keep(object))
    }

    /// A further code that differs from another one in its instructions alone; it shares the code object and the caches.
    /// Whoever asks for it marks it.
    pub(crate) fn copy_code(&mut self, original: u32, instructions: Box<[u32]>) -> u32 {
        let number = self.codes.free.pop().unwrap_or(self.codes.list.len() as u32);
        let Some(code) = self.codes.get(original) else { return original };
        let loaded = LoadedCode {
            instructions,
            constants: code.constants.clone(),
            details: code.details.clone(),
            object: code.object,
            cache_base: code.cache_base,
            flags: code.flags,
            positional: code.positional,
            keyword_only: code.keyword_only,
            slots: code.slots,
            // Its caches belong to the original.
            caches: 0,
            marked: false,
            used: true,
        };
        self.codes.put(number, loaded);
        number
    }

    /// A further code with a code object of its own, made of another one's parts by `change`.
    pub(crate) fn derive_code(&mut self, original: u32, change: impl FnOnce(&mut LoadedCode)) -> Completion {
        let copy = self.codes.get(original).map(|code| (code.instructions.clone(), code.caches));
        let Some((instructions, caches)) = copy else { return Err(raise::internal(self)) };
        let made = self.copy_code(original, instructions);
        let object = self.heap.new_code(made)?;
        let cache_base = self.take_caches(caches);
        if let Some(code) = self.codes.list.get_mut(made as usize) {
            (code.object, code.cache_base, code.caches) = (object, cache_base, caches);
            change(code);
        }
        Ok(self.keep(object))
    }

    /// Code with these instructions, if there is some; one that has the name, if there are several.
    pub(crate) fn code_with(&self, words: &[u32], name: Option<Value>) -> Option<Value> {
        let same = |code: &&LoadedCode| code.used && *code.compiled() == *words && !words.is_empty();
        let named = |code: &&LoadedCode| name == Some(code.details.name);
        let list = &self.codes.list;
        list.iter().filter(same).find(named).or_else(|| list.iter().find(same)).map(|code| code.object)
    }

    /// The place of a new code's caches: that of released code, or one at the end.
    fn take_caches(&mut self, count: u16) -> u32 {
        if let Some(base) = self.codes.free_caches.get_mut(&count).and_then(Vec::pop) {
            return base;
        }
        let base = self.caches.len();
        // Number 0xFFFF is for instructions without a cache: theirs stays empty.
        let caches = count as usize + usize::from(count == 0xFFFF);
        self.caches.resize(base + caches, Cache::EMPTY);
        base as u32
    }

    fn intern_all(&mut self, texts: &[Box<str>]) -> Completion<Box<[Value]>> {
        let mut values = Vec::with_capacity(texts.len());
        for text in texts {
            values.push(self.intern(text)?);
        }
        Ok(values.into_boxed_slice())
    }

    fn load_constant(&mut self, constant: &Constant, filename: Value, depth: u32) -> Completion {
        Ok(match constant {
            Constant::None => Value::NONE,
            Constant::Bool(value) => Value::bool(*value),
            Constant::Ellipsis => Value::ELLIPSIS,
            Constant::Int(value) => self.new_int(*value)?,
            Constant::BigInt(value) => self.new_integer(value)?,
            Constant::Float(value) => self.new_float(*value)?,
            Constant::Complex(real, imaginary) => self.new_complex(*real, *imaginary)?,
            Constant::Str(bytes) if is_name_like(bytes) => self.intern_bytes(bytes)?,
            Constant::Str(bytes) => self.new_text(bytes)?,
            Constant::Bytes(bytes) => self.new_bytes(bytes)?,
            Constant::Tuple(items) => {
                let values = self.load_constants(items, filename, depth)?;
                self.new_tuple(&values)?
            }
            Constant::FrozenSet(items) => {
                let values = self.load_constants(items, filename, depth)?;
                let set = self.new_set(true)?;
                for value in values {
                    self.set_add(set, value)?;
                }
                set
            }
            Constant::Slice(parts) => {
                let values = self.load_constants(parts.as_slice(), filename, depth)?;
                match values.as_slice() {
                    &[start, stop, step] => self.new_slice(start, stop, step)?,
                    _ => Value::NONE,
                }
            }
            Constant::Code(code) => self.load_code_in(code, filename, depth + 1)?,
        })
    }

    fn load_constants(&mut self, constants: &[Constant], filename: Value, depth: u32) -> Completion<Vec<Value>> {
        if depth > 200 {
            return Err(raise::recursion_error(self, "constants are nested too deeply"));
        }
        let mut values = Vec::with_capacity(constants.len());
        for constant in constants {
            let value = self.load_constant(constant, filename, depth + 1)?;
            values.push(self.keep(value));
        }
        Ok(values)
    }

    /// Marks what code refers to.
    pub(crate) fn mark_code(&mut self, number: u32) {
        let heap: &mut Heap = &mut self.heap;
        let Some(code) = self.codes.list.get_mut(number as usize) else { return };
        if code.marked || !code.used {
            return;
        }
        code.marked = true;
        for list in [&code.constants, &code.details.names, &code.details.local_names, &code.details.free_names] {
            for &value in list {
                heap.mark(value);
            }
        }
        for scoped in &code.details.scoped_names {
            heap.mark(scoped.name);
        }
        for value in [code.details.name, code.details.qualified_name, code.details.filename, code.object] {
            heap.mark(value);
        }
    }

    /// After marking: forgets code that nothing refers to; whether there was any.
    pub(crate) fn release_codes(&mut self) -> bool {
        let mut released = false;
        for (number, code) in self.codes.list.iter_mut().enumerate() {
            if core::mem::take(&mut code.marked) || !code.used {
                continue;
            }
            code.used = false;
            self.codes.free_caches.entry(code.caches).or_default().push(code.cache_base);
            code.instructions = Box::default();
            code.constants = Box::default();
            code.details.names = Box::default();
            code.details.local_names = Box::default();
            code.details.free_names = Box::default();
            code.details.handlers = Box::default();
            code.details.scoped_names = Box::default();
            code.details.line_marks = Box::default();
            code.details.positions = Box::default();
            code.details.originals = Box::default();
            code.object = Value::NONE;
            self.codes.free.push(number as u32);
            released = true;
        }
        released
    }

    /// The code that a code object or function value stands for.
    #[must_use]
    pub(crate) fn code_of(&self, value: Value) -> Option<&LoadedCode> {
        let number = self.heap.code(value).or_else(|| self.heap.function(value).map(|(code, _, _)| code))?;
        self.codes.get(number)
    }
}

/// Whether CPython would intern the string constant: it could be a name.
fn is_name_like(bytes: &[u8]) -> bool {
    bytes.len() <= 40 && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}
