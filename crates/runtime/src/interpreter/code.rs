//! Code that is loaded: instructions as they are, constants and names as values.

use super::Cache;
use super::details::{CodeDetails, Details, MoreDetails, ScopedSlot};
use super::frame::WINDOW;
use crate::exceptions::raise;
use crate::heap::Heap;
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Raised, Value};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Deref;
use ferropy_bytecode::frozen::{CODE_NUMBERS, FrozenCode, FrozenModule, StaticTexts};
use ferropy_bytecode::shorter_jumps;
use ferropy_bytecode::{CodeFlags, CodeObject, Constant, ScopedName};

/// A code object in the form that the interpreter runs: what running it needs at each step. A call waits for this entry
/// of the table, so it has a size that a shift finds (64 bytes where words have 64 bits).
#[derive(Debug)]
pub(crate) struct LoadedCode {
    pub(crate) instructions: Instructions,
    pub(crate) constants: Box<[Value]>,
    /// Where the code's caches start in the isolate's table.
    pub(crate) cache_base: u32,
    pub(crate) flags: CodeFlags,
    pub(crate) positional: u16,
    pub(crate) keyword_only: u16,
    pub(crate) slots: u16,
    caches: u16,
    pub(crate) marked: bool,
    used: bool,
}

/// The words of the instructions, which this is like a slice of, and the details.
#[derive(Debug)]
pub(crate) enum Instructions {
    /// Of code that was compiled or read from a file.
    Own(OwnInstructions),
    /// In static data.
    Frozen(FrozenInstructions),
}

/// Their order is kept, and which of the two there are is known from the null where frozen ones have `code`: so the words
/// lie at the same place in both, and nobody has to ask for it.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct OwnInstructions {
    pub(crate) details: Box<CodeDetails>,
    pub(crate) words: Box<[u32]>,
}

/// See [`OwnInstructions`].
#[derive(Debug)]
#[repr(C)]
pub(crate) struct FrozenInstructions {
    pub(super) code: &'static FrozenCode,
    /// The code object is made when somebody looks: the number of its slot, or [`NO_OBJECT`].
    pub(super) object: u32,
    pub(super) words: &'static [u32],
}

/// There is no code object yet.
pub(super) const NO_OBJECT: u32 = u32::MAX;
/// Where the caches of code lie that has none: behind the end of any table.
pub(super) const NO_CACHES: u32 = 0x7F00_0000;
/// How often each cache of a code would have been used before there are any.
const USES_BEFORE_CACHES: u32 = 4;

impl Deref for Instructions {
    type Target = [u32];

    #[inline(always)]
    fn deref(&self) -> &[u32] {
        match self {
            Instructions::Own(own) => &own.words,
            Instructions::Frozen(frozen) => frozen.words,
        }
    }
}

impl Default for Instructions {
    /// None, of no code.
    fn default() -> Self {
        static NOTHING: FrozenModule = FrozenModule {
            filename: 0,
            words: &[],
            numbers: &[],
            bytes: &[],
            codes: &[],
            handlers: &[],
            scoped_names: &[],
            texts: StaticTexts::NONE,
        };
        static NO_CODE: FrozenCode = FrozenCode::new(&NOTHING, [0; CODE_NUMBERS]);
        Instructions::Frozen(FrozenInstructions { code: &NO_CODE, object: NO_OBJECT, words: &[] })
    }
}

/// The arity of functions of code like this; see [`Heap::function`](crate::heap::Heap::function).
pub(super) fn arity_of(flags: CodeFlags, slots: u16, keyword_only: u16, positional: u16) -> u16 {
    let special = CodeFlags::VARARGS
        .with(CodeFlags::VARKEYWORDS)
        .with(CodeFlags::GENERATOR)
        .with(CodeFlags::COROUTINE)
        .with(CodeFlags::ASYNC_GENERATOR)
        .with(CodeFlags::NAMESPACE);
    let wide = slots as usize > WINDOW;
    if wide || flags.has_any(special) || keyword_only > 0 { u16::MAX } else { positional }
}

impl LoadedCode {
    /// Whether the code has no caches yet and may get some.
    #[inline(always)]
    pub(crate) fn wants_caches(&self) -> bool {
        IS_SMALL && self.cache_base >= NO_CACHES && self.caches > 0
    }

    /// Number of parameters, `*args` and `**keywords` included.
    pub(crate) fn parameters(&self) -> usize {
        self.positional as usize
            + self.keyword_only as usize
            + usize::from(self.flags.has(CodeFlags::VARARGS))
            + usize::from(self.flags.has(CodeFlags::VARKEYWORDS))
    }

    /// Code that is not marked. `caches` are their place and number; `counts` are those of positional and keyword-only
    /// parameters and of slots.
    pub(super) fn new(
        instructions: Instructions,
        constants: Box<[Value]>,
        (cache_base, caches): (u32, u16),
        flags: CodeFlags,
        [positional, keyword_only, slots]: [u16; 3],
    ) -> LoadedCode {
        LoadedCode {
            instructions,
            constants,
            cache_base,
            flags,
            positional,
            keyword_only,
            slots,
            caches,
            marked: false,
            used: true,
        }
    }

    /// The instructions as they were compiled, or as they are frozen.
    pub(crate) fn compiled(&self) -> Cow<'_, [u32]> {
        let mut words = Cow::Borrowed(&*self.instructions);
        let originals = self.details().originals();
        if !originals.is_empty() {
            shorter_jumps::restore(words.to_mut(), originals);
        }
        words
    }

    /// Makes the instructions those that were compiled.
    pub(super) fn restore(&mut self) {
        if let Instructions::Own(OwnInstructions { words, details }) = &mut self.instructions
            && let Some(more) = &mut details.more
        {
            shorter_jumps::restore(words, &core::mem::take(&mut more.originals));
        }
    }

    /// What is looked up now and then.
    #[inline]
    pub(crate) fn details(&self) -> Details<'_> {
        match &self.instructions {
            Instructions::Own(own) => Details::Own(&own.details),
            Instructions::Frozen(frozen) => Details::Frozen(frozen.code),
        }
    }

    /// The code object, if there is one.
    pub(crate) fn object(&self) -> Option<Value> {
        match &self.instructions {
            Instructions::Own(own) => own.details.object.given(),
            Instructions::Frozen(frozen) => (frozen.object != NO_OBJECT).then(|| Value::handle(frozen.object)),
        }
    }

    /// Notes the code object, or that there is none.
    fn set_object(&mut self, object: Value) {
        match &mut self.instructions {
            Instructions::Own(own) => own.details.object = object,
            Instructions::Frozen(frozen) => frozen.object = object.as_handle().unwrap_or(NO_OBJECT),
        }
    }

    /// How many caches the instructions name.
    pub(super) const fn caches(&self) -> u16 {
        self.caches
    }

    /// The arity of functions of this code.
    pub(crate) fn arity(&self) -> u16 {
        arity_of(self.flags, self.slots, self.keyword_only, self.positional)
    }
}

/// All loaded code of an isolate by number.
#[derive(Debug, Default)]
pub(crate) struct CodeTable {
    pub(crate) list: Vec<LoadedCode>,
    pub(super) free: Vec<u32>,
    /// The numbers of frozen code that is loaded, and where it is; in the order of the former.
    pub(super) frozen: Vec<(u32, u32)>,
    /// Whether new code is marked: a collection in steps is marking.
    pub(crate) are_marked: bool,
    /// Where caches of released code lie, by their number.
    free_caches: BTreeMap<u16, Vec<u32>>,
}

impl CodeTable {
    #[inline(always)]
    pub(crate) fn get(&self, number: u32) -> Option<&LoadedCode> {
        self.list.get(number as usize)
    }

    /// Puts code under a number: a released one, or the next.
    pub(super) fn add(&mut self, mut code: LoadedCode) -> u32 {
        code.marked = self.are_marked;
        if let Some(number) = self.free.pop()
            && let Some(place) = self.list.get_mut(number as usize)
        {
            *place = code;
            return number;
        }
        self.reserve();
        self.list.push(code);
        self.list.len() as u32 - 1
    }

    /// Bytes of the table that the next code needs; 0 if there is room in this one.
    fn growth(&self) -> usize {
        if self.free.is_empty() && self.list.len() == self.list.capacity() { 2 * size_of_val(&*self.list) } else { 0 }
    }

    /// The number that [`CodeTable::add`] will use next.
    fn next(&self) -> u32 {
        self.free.last().copied().unwrap_or(self.list.len() as u32)
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
    pub(crate) fn load_code(&mut self, code: CodeObject) -> Completion {
        let filename = self.intern(&code.filename)?;
        self.load_code_in(code, filename, 0)
    }

    /// Loads the code of a function or class that is part of a program: a number for [`Constant::Loaded`].
    pub(crate) fn load_part(&mut self, code: CodeObject, filename: Value) -> Completion<u32> {
        let object = self.load_code_in(code, filename, 0)?;
        object.as_handle().ok_or(Raised::EXCEPTION)
    }

    fn load_code_in(&mut self, code: CodeObject, filename: Value, depth: u32) -> Completion {
        if depth > 200 {
            return Err(raise::recursion_error(self, "code is nested too deeply"));
        }
        self.spare(512 + self.codes.growth())?;
        let mark = self.kept.len();
        let mut constants = Vec::with_capacity(code.constants.len());
        for constant in code.constants {
            let value = self.load_constant(constant, filename, depth)?;
            self.keep(value);
            constants.push(value);
        }
        let name = self.intern(&code.name)?;
        // Methods share what stands before their names.
        let qualifier = code.qualified_name.strip_suffix(&*code.name).and_then(|rest| rest.strip_suffix('.'));
        let qualified_name = self.intern(qualifier.unwrap_or(&code.qualified_name))?;
        let (lists, counts) = self.intern_lists([&code.names, &code.local_names, &code.free_names])?;
        let mut scoped_names = Vec::with_capacity(code.scoped_names.len());
        for &ScopedName { ref name, slot, in_cell, start, end } in &code.scoped_names {
            scoped_names.push(ScopedSlot { name: self.intern(name)?, slot, in_cell, start, end });
        }
        let object = self.heap.new_code(self.codes.next())?;
        let mut words = code.instructions;
        let mut originals = shorter_jumps::shorten(&mut words);
        if IS_SMALL {
            // Who traces code there, or looks at its instructions, sees them as they run.
            originals = Box::default();
        }
        let more = MoreDetails {
            cell_slots: code.cell_slots,
            scoped_names: scoped_names.into(),
            line_marks: code.line_marks,
            originals,
        };
        let (positions, has_columns) = self.kept_positions(code.positions, code.first_line);
        let details = CodeDetails {
            lists,
            counts,
            handlers: code.handlers,
            positions,
            more: more.boxed(),
            name,
            qualified_name,
            has_qualifier: qualifier.is_some(),
            filename,
            object,
            first_line: code.first_line,
            positional_only: code.positional_only,
            has_columns,
        };
        let caches = (self.first_caches(code.caches), code.caches);
        self.codes.add(LoadedCode::new(
            Instructions::Own(OwnInstructions { details: Box::new(details), words }),
            constants.into(),
            caches,
            code.flags,
            [code.positional, code.keyword_only, code.slots],
        ));
        self.kept.truncate(mark);
        Ok(self.keep(object))
    }

    /// The code object of loaded code, made if it is not there.
    ///
    /// # Errors
    /// When memory is short.
    pub(crate) fn code_object(&mut self, number: u32) -> Completion {
        self.shade_code(number);
        let Some(code) = self.codes.get(number) else { return Err(raise::internal(self)) };
        if let Some(object) = code.object() {
            self.heap.shade(object);
            return Ok(object);
        }
        let made = self.heap.new_code(number)?;
        if let Some(code) = self.codes.list.get_mut(number as usize) {
            code.set_object(made);
        }
        Ok(self.keep(made))
    }

    /// The qualified name of loaded code. Where only what stands before the name is kept it is made, and kept from then on.
    ///
    /// # Errors
    /// When memory is short.
    pub(crate) fn qualified_name(&mut self, number: u32) -> Completion {
        let Some(code) = self.codes.get(number) else { return Err(raise::internal(self)) };
        let details = code.details();
        let text = details.qualified_text(&self.heap);
        let known = details.qualified_name();
        if !details.has_qualifier() {
            return Ok(known);
        }
        let made = self.intern(&text)?;
        self.heap.shade(known);
        if let Some(LoadedCode { instructions: Instructions::Own(own), .. }) = self.codes.list.get_mut(number as usize)
        {
            (own.details.qualified_name, own.details.has_qualifier) = (made, false);
        }
        Ok(made)
    }

    /// A further code that differs from another one in its instructions alone; it shares the code object and the caches.
    /// Whoever asks for it marks it.
    pub(crate) fn copy_code(&mut self, original: u32, instructions: Box<[u32]>) -> u32 {
        let Ok(object) = self.code_object(original) else { return original };
        let Some(code) = self.codes.get(original) else { return original };
        let details = Box::new(code.details().to_own(object));
        let loaded = LoadedCode::new(
            Instructions::Own(OwnInstructions { details, words: instructions }),
            code.constants.clone(),
            // Its caches belong to the original.
            (code.cache_base, 0),
            code.flags,
            [code.positional, code.keyword_only, code.slots],
        );
        self.codes.add(loaded)
    }

    /// A further code with a code object of its own, made of another one's parts by `change`.
    pub(crate) fn derive_code(
        &mut self,
        original: u32,
        change: impl FnOnce(&mut LoadedCode, &mut CodeDetails),
    ) -> Completion {
        let copy = self.codes.get(original).map(|code| (Box::from(&*code.instructions), code.caches));
        let Some((instructions, caches)) = copy else { return Err(raise::internal(self)) };
        let made = self.copy_code(original, instructions);
        let object = self.heap.new_code(made)?;
        let cache_base = self.first_caches(caches);
        if let Some(code) = self.codes.list.get_mut(made as usize)
            && let Instructions::Own(mut own) = core::mem::take(&mut code.instructions)
        {
            (own.details.object, code.cache_base, code.caches) = (object, cache_base, caches);
            change(code, &mut own.details);
            code.instructions = Instructions::Own(own);
        }
        Ok(self.keep(object))
    }

    /// Code with these instructions, if there is some; one that has the name, if there are several.
    pub(crate) fn code_with(&self, words: &[u32], name: Option<Value>) -> Option<u32> {
        let same = |code: &LoadedCode| code.used && *code.compiled() == *words && !words.is_empty();
        let named = |code: &LoadedCode| name == Some(code.details().name());
        let list = &self.codes.list;
        let found = list.iter().position(|code| same(code) && named(code)).or_else(|| list.iter().position(same))?;
        u32::try_from(found).ok()
    }

    /// The place of a new code's caches.
    pub(super) fn first_caches(&mut self, count: u16) -> u32 {
        if IS_SMALL { NO_CACHES } else { self.take_caches(count) }
    }

    /// Where memory is counted in kilobytes, code gets its caches when it would have used them a few times: most runs once.
    pub(super) fn want_caches(&mut self, number: u32) {
        let Some(code) = self.codes.list.get_mut(number as usize) else { return };
        if code.cache_base < NO_CACHES || code.caches == 0 {
            return;
        }
        code.cache_base += 1;
        let wanted = code.cache_base - NO_CACHES;
        let count = code.caches;
        if wanted > u32::from(count) * USES_BEFORE_CACHES {
            // Without memory for them it is tried again after as many uses.
            let has_room = self.caches.try_reserve(usize::from(count) + 1).is_ok();
            let base = if has_room { self.take_caches(count) } else { NO_CACHES };
            if let Some(code) = self.codes.list.get_mut(number as usize) {
                code.cache_base = base;
            }
        }
    }

    /// The place for caches: that of released code, or one at the end.
    pub(super) fn take_caches(&mut self, count: u16) -> u32 {
        if let Some(base) = self.codes.free_caches.get_mut(&count).and_then(Vec::pop) {
            return base;
        }
        let base = self.caches.len();
        // Number 0xFFFF is for instructions without a cache: theirs stays empty.
        let caches = count as usize + usize::from(count == 0xFFFF);
        self.caches.resize(base + caches, Cache::EMPTY);
        base as u32
    }

    /// Interns lists of texts: one behind the other, and how many the first two have.
    fn intern_lists(&mut self, lists: [&[Box<str>]; 3]) -> Completion<(Box<[Value]>, [u16; 2])> {
        let mut values = Vec::with_capacity(lists.iter().map(|list| list.len()).sum());
        for text in lists.into_iter().flatten() {
            values.push(self.intern(text)?);
        }
        let [names, local_names] = [lists[0], lists[1]].map(|list| u16::try_from(list.len()));
        match (names, local_names) {
            (Ok(names), Ok(local_names)) => Ok((values.into(), [names, local_names])),
            _ => Err(raise::internal(self)),
        }
    }

    fn load_constant(&mut self, constant: Constant, filename: Value, depth: u32) -> Completion {
        Ok(match constant {
            Constant::None => Value::NONE,
            Constant::Bool(value) => Value::bool(value),
            Constant::Ellipsis => Value::ELLIPSIS,
            Constant::Int(value) => self.new_int(value)?,
            Constant::BigInt(value) => self.new_integer(&value)?,
            Constant::Float(value) => self.new_float(value)?,
            Constant::Complex(real, imaginary) => self.new_complex(real, imaginary)?,
            Constant::Str(bytes) if is_name_like(&bytes) => self.intern_bytes(&bytes)?,
            Constant::Str(bytes) => self.new_text(&bytes)?,
            Constant::Bytes(bytes) => self.new_bytes(&bytes)?,
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
                let values = self.load_constants(parts, filename, depth)?;
                match values.as_slice() {
                    &[start, stop, step] => self.new_slice(start, stop, step)?,
                    _ => Value::NONE,
                }
            }
            Constant::Code(code) => self.load_code_in(*code, filename, depth + 1)?,
            Constant::Loaded(number) => Value::handle(number),
        })
    }

    fn load_constants(&mut self, constants: Box<[Constant]>, filename: Value, depth: u32) -> Completion<Vec<Value>> {
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
        for &value in &code.constants {
            heap.mark(value);
        }
        // A code object of its own is made again when somebody asks for it; copies for who traces have the original's.
        if let Some(object) = code.object()
            && heap.code(object) != Some(number)
        {
            heap.mark(object);
        }
        // The names of frozen code are static.
        let Instructions::Own(OwnInstructions { details, .. }) = &code.instructions else { return };
        for &value in &details.lists {
            heap.mark(value);
        }
        for scoped in details.more.iter().flat_map(|more| &more.scoped_names) {
            heap.mark(scoped.name);
        }
        for value in [details.name, details.qualified_name, details.filename] {
            heap.mark(value);
        }
    }

    /// After marking: forgets code that nothing refers to; whether there was any.
    pub(crate) fn release_codes(&mut self) -> bool {
        let mut released = false;
        for (number, code) in self.codes.list.iter_mut().enumerate() {
            if core::mem::take(&mut code.marked) || !code.used {
                if code.object().is_some_and(|object| !self.heap.is_marked(object)) {
                    code.set_object(Value::UNBOUND);
                }
                continue;
            }
            code.used = false;
            if code.caches > 0 && code.cache_base < NO_CACHES {
                self.codes.free_caches.entry(code.caches).or_default().push(code.cache_base);
            }
            code.instructions = Instructions::default();
            code.constants = Box::default();
            self.codes.free.push(number as u32);
            released = true;
        }
        if released {
            let list = &self.codes.list;
            self.codes.frozen.retain(|&(_, loaded)| list.get(loaded as usize).is_some_and(|code| code.used));
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
