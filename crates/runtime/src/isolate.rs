//! One interpreter with everything it owns.

use crate::Value;
use crate::heap::{Heap, OutOfMemory, SharedMemory};
use crate::interpreter::threads::Threads;
use crate::interpreter::{Cache, CodeTable, Thread};
use crate::native::{ModuleSpec, NativeFunction, RowKind, RowTable, TypeSpec};
use crate::object::{MethodCache, ShapeTable, TypePlaces};
use crate::value::IS_SMALL;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_bytecode::Opcode;
use ferropy_bytecode::encoding::field_a;
use ferropy_platform::Platform;

/// A Python exception is on its way: it lies in the isolate. Given to whoever called, until Python code or the
/// embedder takes it with [`Isolate::take_exception`].
///
/// It has no size, so that a [`Completion`] travels in two registers. If no exception lies in the isolate, memory ran
/// out, and the `MemoryError` is made when somebody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised(pub(crate) ());

impl Raised {
    /// The exception object lies in `Isolate::in_flight`.
    pub(crate) const EXCEPTION: Raised = Raised(());
}

impl From<OutOfMemory> for Raised {
    fn from(_: OutOfMemory) -> Self {
        Raised(())
    }
}

/// What native functions return: a value, or the news that an exception was raised.
pub type Completion<T = Value> = Result<T, Raised>;

/// Gives what a name stands for that is no builtin yet, if anything.
pub type FindLate = fn(&mut Isolate, Value) -> Completion<Option<Value>>;

/// What is done when nobody holds a record any more, with the record's number.
pub type AtDeath = fn(&mut Isolate, u32);

/// Limits that an embedder sets.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes that the heap may take.
    pub heap_bytes: usize,
    /// `sys.getrecursionlimit()` at the start.
    pub recursion: usize,
    /// How deep native functions may call Python again.
    pub native_depth: usize,
    /// Whether the machine's stack has room for one more native function that calls Python, or for one level more of a
    /// program's nesting. Asked on boards only.
    pub has_stack: fn() -> bool,
    /// The memory that the region shares with what Rust code allocates.
    pub shared_memory: SharedMemory,
    /// The most decimal digits of an int that is read from or turned into text; 0 for no limit.
    pub int_digits: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            heap_bytes: usize::MAX,
            recursion: 1000,
            native_depth: 120,
            has_stack: || true,
            shared_memory: SharedMemory::NONE,
            int_digits: 4300,
        }
    }
}

/// One interpreter: its region, threads, code and modules. It shares nothing, so it can be sent to another thread.
pub struct Isolate {
    /// The region.
    pub heap: Heap,
    pub(crate) thread: Thread,
    /// The other threads.
    pub(crate) threads: Threads,
    pub(crate) codes: CodeTable,
    pub(crate) caches: Vec<Cache>,
    pub(crate) shapes: ShapeTable,
    pub(crate) methods: MethodCache,
    pub(crate) interner: Interner,
    /// The exception that a [`Raised`] on its way stands for.
    pub(crate) in_flight: Value,
    /// The `MemoryError` to raise when there is no room for another.
    pub(crate) reserve_error: Value,
    /// The result of the generator that ended last, until somebody looks.
    pub(crate) generator_result: Value,
    /// Values that native functions hold; see [`Isolate::keep`].
    pub(crate) kept: Vec<Value>,
    /// Codes that are still to run of modules that have several, the next one last.
    pub(crate) parts: Vec<Value>,
    /// Room in which texts are put together, between two uses of it.
    pub(crate) scratch: Vec<u8>,
    /// Modules whose bodies are running, and the numbers of the threads that run them.
    pub(crate) importing: Vec<(Value, u32)>,
    /// Containers whose `repr` is being made, to stop at those that contain themselves.
    pub(crate) printing: Vec<Value>,
    /// How many native functions that called Python are on the machine's stack.
    pub(crate) native_depth: usize,
    pub(crate) limits: Limits,
    /// Builtin types by number.
    pub(crate) types: Vec<&'static TypeSpec>,
    /// Where to look for a type's number.
    pub(crate) type_places: TypePlaces,
    /// Tables of rows: those of the types first, by the types' numbers, then those of the modules.
    pub(crate) tables: Vec<RowTable>,
    /// Builtin modules that can be imported.
    pub(crate) modules: Vec<&'static ModuleSpec>,
    /// `builtins.__dict__`.
    pub(crate) builtins: Value,
    /// `sys.modules`.
    pub(crate) sys_modules: Value,
    /// `sys.__dict__`.
    pub(crate) sys_dict: Value,
    /// The error handlers of codecs that programs registered: a dict, or `None` as long as there are none.
    pub(crate) codec_handlers: Value,
    /// Values that live as long as the isolate: what constants and modules made once.
    pub(crate) permanent: Vec<Value>,
    /// Names and texts of programs that are in no file, for tracebacks; see [`Isolate::remember_source`].
    pub(crate) sources: Vec<(String, String)>,
    /// Records for whose end something is to be done; see [`Isolate::when_dead`].
    pub(crate) watched: Vec<(Value, AtDeath)>,
    /// Who is about to die, and who has to be told.
    pub(crate) finalization: crate::finalization::Finalization,
    /// Functions that are called for what happens outside of the program.
    pub(crate) interrupts: crate::interrupts::Handlers,
    pub(crate) signals: crate::signals::ProgramSignals,
    /// `sys.set_asyncgen_hooks`: what is called before an asynchronous generator's first step, and when one is dropped
    /// half way; `None` for nothing.
    pub(crate) async_generator_hooks: [Value; 2],
    /// Jumps and calls that `run` may still make; nothing for no limit.
    pub(crate) budget: Option<u64>,
    /// The native depth at which `run` can stop.
    pub(crate) run_depth: usize,
    /// Instructions left before the interpreter looks at the world again.
    pub(crate) fuel: crate::interpreter::Fuel,
    /// How often native code has looked at the world.
    pub(crate) native_polls: u32,
    /// A collection at every safepoint, for tests.
    pub(crate) collect_always: bool,
    /// With `collect_always`: a tiny step of a collection at every safepoint, and a look whether all was marked.
    pub(crate) collects_in_tiny_steps: bool,
    /// Optimisation level: `-O` is 1.
    pub optimize: u8,
    /// Whether nothing is warned about that nobody asked for.
    pub is_quiet: bool,
    /// Knows names that are no builtins until a program uses them; they become such then.
    pub late_builtins: Option<FindLate>,
    /// Asked by long operations on ints whether the user wants to interrupt them.
    pub watch: ferropy_numeric::Watch,
    /// The world.
    pub platform: Box<dyn Platform + Send>,
    /// What native modules keep outside of the heap.
    pub(crate) resources: crate::resources::Resources,
}

impl core::fmt::Debug for Isolate {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Isolate").field("statistics", &self.heap.statistics()).finish_non_exhaustive()
    }
}

impl Isolate {
    /// Keeps a value alive until the running native function returns. What native code allocated, or got from a
    /// call of Python, is kept already.
    #[inline]
    pub fn keep(&mut self, value: Value) -> Value {
        if value.as_handle().is_some() {
            self.kept.push(value);
        }
        value
    }

    /// Runs `body` and lets go of what it kept, but for its result: for the body of a loop in native code.
    pub fn scope<T>(&mut self, body: impl FnOnce(&mut Isolate) -> T) -> T {
        let mark = self.kept.len();
        let result = body(self);
        self.kept.truncate(mark);
        result
    }

    /// Runs `body` one level deeper on the machine's stack: for native functions that walk what may nest.
    ///
    /// # Errors
    /// `RecursionError` where the stack would grow too deep.
    pub(crate) fn one_level_deeper<T>(&mut self, body: impl FnOnce(&mut Isolate) -> Completion<T>) -> Completion<T> {
        self.enter_native()?;
        let result = body(self);
        self.native_depth -= 1;
        result
    }

    /// Checks that Rust code will find so much memory in one piece for something that can't say that there is none. What is
    /// free of the region is given to it; where that is too little, the next safepoint collects.
    ///
    /// # Errors
    /// When memory is short.
    pub fn spare(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        /// What is left to all that asks for little.
        const REST: usize = 3 << 10;
        // What the heap could never hold is refused before Rust's memory is filled with it.
        if bytes > self.heap.statistics().limit_bytes {
            return Err(OutOfMemory);
        }
        if self.leaves_block(bytes.saturating_add(REST)) {
            return Ok(());
        }
        self.heap.request_collection();
        Err(OutOfMemory)
    }

    /// Whether Rust code can get a block of so many bytes, after the region gave what it has free, if need be.
    pub(crate) fn leaves_block(&mut self, bytes: usize) -> bool {
        let shared = self.limits.shared_memory;
        (shared.largest)() >= bytes || {
            // Holes don't count.
            self.heap.leave(bytes.saturating_add(shared.left().saturating_sub((shared.gap)())));
            (shared.largest)() >= bytes
        }
    }

    /// As [`Isolate::spare`], for the items of a list, tuple or other sequence, of a dict or a set.
    ///
    /// # Errors
    /// When memory is short.
    pub fn spare_items(&mut self, container: Value) -> Result<(), OutOfMemory> {
        let count = self.heap.sequence_len(container).max(self.heap.table_len(container));
        self.spare(count * size_of::<Value>())
    }

    /// A safepoint between instructions: collects if enough was allocated.
    #[inline(always)]
    pub(crate) fn collect_if_wanted(&mut self) {
        if self.heap.wants_collection() || self.collect_always {
            self.collect_some();
        }
    }

    /// As [`Isolate::collect_if_wanted`], for the loop: where no native function is on the machine's stack, objects may be
    /// moved.
    #[inline(always)]
    pub(crate) fn collect_between_instructions(&mut self) {
        if self.heap.wants_collection() || self.collect_always {
            self.collect_in_loop();
        }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn collect_in_loop(&mut self) {
        if IS_SMALL && self.native_depth == 0 && !self.has_other_threads() && self.heap.allow_moves(false) {
            self.pin_what_is_held();
            self.collect();
            return;
        }
        self.collect_some();
    }

    /// Lets the collection that begins move objects although a native function is running that holds none, if the loop
    /// called it for the running instruction: what has called it otherwise may hold some.
    pub(crate) fn allow_moves_in(&mut self, function: NativeFunction) -> bool {
        let allowed = IS_SMALL
            && self.native_depth == 0
            && !self.has_other_threads()
            && self.calls_row_of(function).is_some()
            && self.heap.allow_moves(true);
        if allowed {
            self.pin_what_is_held();
        }
        allowed
    }

    /// Whether the running instruction calls a native function.
    fn calls_row_of(&self, function: NativeFunction) -> Option<()> {
        let frame = self.thread.frames.last()?;
        let word = *self.codes.get(frame.code)?.instructions.get((frame.pc as usize).checked_sub(1)?)?;
        let callable = *self.thread.stack.get(frame.base as usize + field_a(word) as usize)?;
        let is_call = matches!(Opcode::of(word), Opcode::Call | Opcode::CallMethod);
        match self.native_row(callable)?.kind {
            RowKind::Function(called, ..) if is_call && core::ptr::fn_addr_eq(called, function) => Some(()),
            _ => None,
        }
    }

    /// Pins what is held without being marked: by caches, and by embedders, who hold namespaces of modules.
    #[inline(never)]
    fn pin_what_is_held(&mut self) {
        for cache in &self.caches {
            self.heap.pin(cache.value);
        }
        let modules: Vec<Value> = self.heap.entries(self.sys_modules).map(|(_, module)| module).collect();
        for module in modules {
            self.heap.pin(module);
            let namespace = self.heap.field(module, 0);
            self.heap.pin(namespace);
        }
    }

    /// Forgets what inline caches know.
    pub(crate) fn clear_caches(&mut self) {
        self.caches.fill(Cache::EMPTY);
    }

    /// How many strings are interned.
    #[must_use]
    pub fn interned_count(&self) -> usize {
        self.interner.used
    }

    /// The interned string of a text, kept alive as long as the caller runs: nothing else may hold a new one.
    pub fn intern(&mut self, text: &str) -> Result<Value, OutOfMemory> {
        let value = self.intern_bytes(text.as_bytes())?;
        Ok(self.keep(value))
    }

    /// The interned string of a text in generalised UTF-8.
    pub fn intern_bytes(&mut self, bytes: &[u8]) -> Result<Value, OutOfMemory> {
        if let Some(text) = self.heap.static_text(bytes) {
            return Ok(text);
        }
        let hash = self.heap.hash_bytes(bytes) as u32;
        if let Some(found) = self.interner.find(&self.heap, hash, bytes) {
            self.heap.shade(found);
            return Ok(found);
        }
        let value = self.heap.new_str(bytes)?;
        self.heap.set_interned(value);
        self.interner.insert(hash, value)?;
        Ok(value)
    }

    /// The interned string equal to a string: the string itself where there was none.
    pub fn intern_value(&mut self, value: Value) -> Result<Value, OutOfMemory> {
        if self.heap.is_interned(value) {
            return Ok(value);
        }
        let Some(bytes) = self.heap.str_bytes(value) else { return Ok(value) };
        if let Some(text) = self.heap.static_text(bytes) {
            return Ok(text);
        }
        let hash = self.heap.hash_bytes(bytes) as u32;
        if let Some(found) = self.interner.find(&self.heap, hash, bytes) {
            self.heap.shade(found);
            return Ok(found);
        }
        self.heap.set_interned(value);
        self.interner.insert(hash, value)?;
        Ok(value)
    }
}

/// The table of interned strings that are no static texts: handles that do not keep their strings alive.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// Hash and value; Unbound where empty.
    pub(crate) entries: Vec<(u32, Value)>,
    used: usize,
}

/// The places of the first table.
const FEWEST: usize = 32;

impl Interner {
    fn find(&self, heap: &Heap, hash: u32, bytes: &[u8]) -> Option<Value> {
        let mask = self.entries.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let &(stored, value) = self.entries.get(at)?;
            if value.is_unbound() {
                return None;
            }
            if stored == hash && heap.str_bytes(value) == Some(bytes) {
                return Some(value);
            }
            at = (at + 1) & mask;
        }
    }

    fn insert(&mut self, hash: u32, value: Value) -> Result<(), OutOfMemory> {
        if self.used * 4 >= self.entries.len() * 3 {
            self.rehash((self.entries.len() * 2).max(FEWEST))?;
        }
        self.place(hash, value);
        self.used += 1;
        Ok(())
    }

    fn place(&mut self, hash: u32, value: Value) {
        let mask = self.entries.len().saturating_sub(1);
        let mut at = hash as usize & mask;
        while let Some(entry) = self.entries.get_mut(at) {
            if entry.1.is_unbound() {
                *entry = (hash, value);
                return;
            }
            at = (at + 1) & mask;
        }
    }

    fn rehash(&mut self, size: usize) -> Result<(), OutOfMemory> {
        let mut entries = Vec::new();
        entries.try_reserve(size).map_err(|_| OutOfMemory)?;
        entries.resize(size, (0, Value::UNBOUND));
        let old = core::mem::replace(&mut self.entries, entries);
        for (hash, value) in old {
            if !value.is_unbound() {
                self.place(hash, value);
            }
        }
        Ok(())
    }

    /// Drops strings that the collector did not reach.
    pub(crate) fn retain(&mut self, heap: &Heap) {
        if self.entries.iter().all(|&(_, value)| value.is_unbound() || heap.is_marked(value)) {
            return;
        }
        // No entry behind an empty place was meant for one in front of it: from there on each is taken and placed anew, where
        // it was or nearer to its own place. Collections come when there is no memory for another table.
        let size = self.entries.len();
        let start = self.entries.iter().position(|&(_, value)| value.is_unbound()).unwrap_or(0);
        for at in start..start + size {
            let Some(entry) = self.entries.get_mut(at & (size - 1)) else { continue };
            let (hash, value) = core::mem::replace(entry, (0, Value::UNBOUND));
            if value.is_unbound() {
                continue;
            }
            if heap.is_marked(value) {
                self.place(hash, value);
            } else {
                self.used -= 1;
            }
        }
    }
}
