//! The interface for programs that embed Ferropy.
//!
//! ```text
//! let mut isolate = Isolate::new(Box::new(platform), Limits::default(), MODULES)?;
//! let value = isolate.run_source("1 + 1", "<example>", Mode::Eval)?;
//! ```
//!
//! Values are handles into the isolate: they stay good as long as something there refers to them, so keep them
//! in a namespace, or with [`Isolate::root`].

use crate::exceptions::field;
use crate::heap::Heap;
use crate::interpreter::threads::Threads;
use crate::interpreter::{CodeTable, Thread};
use crate::isolate::Interner;
use crate::native::{ModuleSpec, TypeId, row_table};
use crate::object::{MethodCache, ShapeTable, TypePlaces};
use crate::{Completion, Isolate, Limits, Raised, Value, names, types};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_numeric::Watch;
use ferropy_platform::Platform;

/// How much text [`Isolate::remember_source`] keeps, but not more than this part of the heap's limit.
const REMEMBERED_BYTES: usize = 64 << 10;
const REMEMBERED_PART: usize = 64;

/// What a piece of source text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A module: any number of statements; the result is None.
    Exec,
    /// One expression; the result is its value.
    Eval,
    /// One statement at the prompt: values of expression statements are shown.
    Single,
}

/// How a run of an isolate ended.
#[derive(Clone, Copy, Debug)]
pub enum Outcome {
    /// With this value.
    Finished(Value),
    /// With an exception: take it with [`Isolate::take_exception`].
    Raised(Raised),
    /// The budget is used up; [`Isolate::run`] goes on where it stopped.
    OutOfBudget,
    /// With a budget only: all threads wait, the first of them for that many nanoseconds, or some of them for input on the
    /// console; [`Isolate::run`] goes on where they stopped.
    Waiting {
        /// Nothing if no time ends the wait.
        nanoseconds: Option<u64>,
        /// Whether input ends the wait.
        for_input: bool,
    },
}

impl Isolate {
    /// An isolate with its builtins and `sys`, that can import the builtin modules given.
    ///
    /// # Errors
    /// If the heap's limit is too small for the builtins.
    pub fn new(
        mut platform: Box<dyn Platform + Send>,
        limits: Limits,
        modules: &[&'static ModuleSpec],
        hash_seed: Option<u64>,
    ) -> Result<Isolate, Raised> {
        let key = hash_key(&mut *platform, hash_seed);
        let mut isolate = Isolate {
            heap: Heap::new(limits.heap_bytes, limits.shared_memory, key),
            thread: Thread::new(limits.recursion),
            threads: Threads::new(),
            codes: CodeTable::default(),
            caches: Vec::new(),
            shapes: ShapeTable::new(),
            methods: MethodCache::new(),
            interner: Interner::default(),
            in_flight: Value::NONE,
            reserve_error: Value::NONE,
            generator_result: Value::NONE,
            kept: Vec::new(),
            parts: Vec::new(),
            scratch: Vec::new(),
            importing: Vec::new(),
            printing: Vec::new(),
            native_depth: 0,
            limits,
            types: types::CORE.to_vec(),
            type_places: TypePlaces::of(types::CORE),
            tables: types::CORE.iter().map(|spec| row_table(&spec.rows)).collect(),
            modules: Vec::new(),
            builtins: Value::NONE,
            sys_modules: Value::NONE,
            sys_dict: Value::NONE,
            codec_handlers: Value::NONE,
            permanent: Vec::new(),
            sources: Vec::new(),
            watched: Vec::new(),
            async_generator_hooks: [Value::NONE; 2],
            finalization: crate::finalization::Finalization::default(),
            interrupts: crate::interrupts::Handlers::default(),
            signals: crate::signals::ProgramSignals::default(),
            fuel: crate::interpreter::Fuel::new(crate::interpreter::FUEL),
            native_polls: 0,
            budget: None,
            run_depth: 0,
            collect_always: false,
            collects_in_tiny_steps: false,
            optimize: 0,
            is_quiet: false,
            late_builtins: None,
            watch: platform.console().interrupt_flag().map_or(Watch::NONE, Watch::new),
            platform,
            resources: crate::resources::Resources::default(),
        };
        if let Some(frozen) = modules.iter().find_map(|module| module.frozen) {
            isolate.heap.set_static_texts(frozen.texts);
        }
        isolate.reserve_error = isolate.new_exception(TypeId::MEMORY_ERROR.value(), &[])?;
        isolate.sys_modules = isolate.new_dict()?;
        let more: usize = modules.iter().map(|module| module.types.len()).sum();
        isolate.types.reserve_exact(more);
        isolate.modules.reserve_exact(modules.len() + 2);
        isolate.tables.reserve_exact(more + modules.len() + 2);
        isolate.register(&crate::builtins::MODULE);
        isolate.register(&crate::builtins::EXECUTION);
        for module in modules {
            isolate.register(module);
        }
        if let Some(builtins) = isolate.builtin_module(names::builtins)? {
            isolate.builtins = isolate.heap.field(builtins, 0);
        }
        if let Some(sys) = isolate.builtin_module(names::sys)? {
            isolate.sys_dict = isolate.heap.field(sys, 0);
        } else {
            isolate.sys_dict = isolate.new_dict()?;
        }
        isolate.kept = Vec::new();
        Ok(isolate)
    }

    /// Makes a builtin module known: its types get numbers, its functions a table.
    pub fn register(&mut self, module: &'static ModuleSpec) {
        for &spec in module.types {
            if self.find_type(spec).is_none() {
                // Types come before tables of functions in number, so the tables of modules move up: a module is
                // registered before anything runs.
                let at = self.types.len();
                self.types.push(spec);
                self.type_places.extend(&self.types, at);
                self.tables.insert(at, row_table(&spec.rows));
            }
        }
        self.modules.push(module);
        self.tables.push(row_table(&module.rows));
    }

    /// The table number of a module's rows.
    pub(crate) fn module_table(&self, index: usize) -> usize {
        self.types.len() + index
    }

    /// Keeps a value alive as long as the isolate lives.
    pub fn root(&mut self, value: Value) {
        self.permanent.push(value);
    }

    /// Every safepoint collects: for finding values that are not kept.
    pub fn set_collect_always(&mut self, always: bool) {
        self.collect_always = always;
    }

    /// Every safepoint does a tiny step of a collection, and each of these is checked: for finding values that are changed
    /// without being shown to the collector.
    pub fn set_collect_steps(&mut self, tiny: bool) {
        self.collect_always = tiny;
        self.collects_in_tiny_steps = tiny;
    }

    /// A fresh namespace for a program: a dict with `__name__` and `__builtins__`.
    pub fn new_namespace(&mut self, name: &str) -> Completion {
        let dict = self.new_dict()?;
        let name = self.new_str(name)?;
        self.heap.dict_set_plain(dict, names::__name__, name)?;
        if let Some(builtins) = self.heap.dict_get_name(self.sys_modules, names::builtins) {
            self.heap.dict_set_plain(dict, names::__builtins__, builtins)?;
        }
        Ok(dict)
    }

    /// Compiles source text: a code object.
    ///
    /// # Errors
    /// `SyntaxError` and its subclasses.
    pub fn compile(&mut self, source: &[u8], filename: &str, mode: Mode) -> Completion {
        self.compile_source(source, filename, mode, self.optimize, 0)
    }

    /// Starts code in a namespace, to be driven by [`Isolate::run`].
    pub fn start(&mut self, code: Value, namespace: Value) -> Completion<()> {
        self.bring_main();
        self.abandon_frames();
        self.thread.handled = Value::NONE;
        self.push_namespace_frame(code, namespace, namespace, Value::UNBOUND)
    }

    /// Starts a file in a namespace, to be driven by [`Isolate::run`].
    ///
    /// # Errors
    /// As [`Isolate::read_file`] and [`Isolate::load_file`].
    pub fn start_file(&mut self, path: &str, namespace: Value) -> Completion<()> {
        self.parts.clear();
        self.load_parts(path)?;
        self.start_next(namespace)?;
        Ok(())
    }

    /// When what was started has finished: starts the rest of a long file; whether there is one.
    ///
    /// # Errors
    /// If there is no room for its frame.
    pub fn start_next(&mut self, namespace: Value) -> Completion<bool> {
        let Some(code) = self.parts.pop() else { return Ok(false) };
        self.start(code, namespace)?;
        Ok(true)
    }

    /// Runs what was started, for about `budget` jumps and calls; no limit without one.
    ///
    /// Native functions that call Python, such as a sort with a key, finish before the run can stop.
    pub fn run(&mut self, budget: Option<u64>) -> Outcome {
        self.set_budget(budget);
        let outcome = self.run_main();
        if let Outcome::Raised(_) = outcome {
            self.parts.clear();
        }
        self.budget = None;
        self.kept.clear();
        outcome
    }

    /// Sets how many jumps and calls may be made from here on.
    pub(crate) fn set_budget(&mut self, budget: Option<u64>) {
        self.budget = budget;
        self.run_depth = self.native_depth;
        self.refill();
    }

    /// Gives the loop its fuel.
    pub(crate) fn refill(&mut self) {
        let full = self.full_tank();
        self.fuel.set(self.budget.map_or(full, |budget| u32::try_from(budget.max(1)).unwrap_or(full).min(full)));
        if self.has_event() {
            self.fuel.limit(1);
        }
    }

    /// Compiles and runs source text in a namespace to its end.
    pub fn run_source(&mut self, source: &[u8], filename: &str, mode: Mode, namespace: Value) -> Completion {
        let code = self.compile(source, filename, mode)?;
        self.run_code(code, namespace, namespace, Value::UNBOUND)
    }

    /// Keeps the text of a program that is in no file, so that tracebacks can show its lines: what is typed at a
    /// prompt, what the command line holds. Of many such texts the oldest are forgotten.
    pub fn remember_source(&mut self, filename: &str, text: &str) {
        self.sources.retain(|(known, _)| known != filename);
        self.sources.push((filename.into(), text.into()));
        let mut bytes: usize = self.sources.iter().map(|(_, text)| text.len()).sum();
        let most = REMEMBERED_BYTES.min(self.limits.heap_bytes / REMEMBERED_PART);
        while bytes > most && self.sources.len() > 1 {
            bytes = bytes.saturating_sub(self.sources.remove(0).1.len());
        }
    }

    /// The text of a string value; lone surrogates are replaced. Nothing for other values.
    #[must_use]
    pub fn to_text(&self, value: Value) -> Option<String> {
        self.as_str(value).map(|text| self.name_text(text))
    }

    /// The exception's `args`.
    #[must_use]
    pub fn exception_args(&self, exception: Value) -> Vec<Value> {
        self.heap.items(self.heap.field(exception, field::ARGS)).collect()
    }

    /// Decodes a buffer as far as it goes: with `last` all of it, else what is complete; the text, and how many bytes
    /// that was.
    ///
    /// # Errors
    /// `LookupError` for an unknown encoding, `UnicodeDecodeError` by the error handler.
    pub fn decode_prefix(
        &mut self,
        source: Value,
        encoding: Value,
        errors: Value,
        last: bool,
    ) -> Completion<(Value, usize)> {
        crate::codecs::decode_prefix(self, source, encoding, errors, last)
    }

    /// The name that `codecs.lookup` gives an encoding; nothing for an unknown one.
    #[must_use]
    pub fn encoding_name(&self, name: &str) -> Option<&'static str> {
        crate::codecs::codec_named(name.as_bytes()).map(crate::codecs::Codec::canonical_name)
    }

    /// The dict of builtin names.
    #[must_use]
    pub fn builtins_dict(&self) -> Value {
        self.builtins
    }

    /// `sys.modules`.
    #[must_use]
    pub fn modules_dict(&self) -> Value {
        self.sys_modules
    }

    /// `sys.__dict__`.
    #[must_use]
    pub fn sys_namespace(&self) -> Value {
        self.sys_dict
    }

    /// The exception that is being handled where the running code stands; None if there is none.
    #[must_use]
    pub fn handled_exception(&self) -> Value {
        let handled = self.thread.handled;
        if handled.is_unbound() { Value::NONE } else { handled }
    }

    /// The limits that were set.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// What `sys.set_asyncgen_hooks` set: `firstiter` and `finalizer`, each `None` for nothing.
    #[must_use]
    pub fn async_generator_hooks(&self) -> [Value; 2] {
        self.async_generator_hooks
    }

    /// Sets what [`Isolate::async_generator_hooks`] gives.
    pub fn set_async_generator_hooks(&mut self, hooks: [Value; 2]) {
        self.async_generator_hooks = hooks;
    }

    /// Sets `sys.set_int_max_str_digits`.
    pub fn set_int_digits(&mut self, limit: usize) {
        self.limits.int_digits = limit;
    }

    /// How many frames of Python code there are: what the recursion limit is about.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.thread.frames.len()
    }

    /// Sets `sys.setrecursionlimit`. Frames that are there already stay.
    pub fn set_recursion_limit(&mut self, limit: usize) {
        self.limits.recursion = limit;
        self.for_each_thread(|iso| {
            let limit = iso.limits.recursion;
            iso.thread.frames.set_limit(limit);
        });
    }
}

/// What hashes of strings start from.
fn hash_key(platform: &mut dyn Platform, seed: Option<u64>) -> [u64; 2] {
    let mut key = [0x243F_6A88_85A3_08D3u64, 0x1319_8A2E_0370_7344];
    match seed {
        Some(seed) => key = [key[0] ^ seed, key[1].wrapping_add(seed)],
        None => {
            let mut bytes = [0u8; 16];
            // Without entropy the fixed key has to do; it is also what makes poor entropy no worse than that.
            if platform.entropy().fill(&mut bytes).is_ok() {
                let (low, high) = bytes.split_at(8);
                let word = |part: &[u8]| part.iter().fold(0u64, |word, &byte| word << 8 | u64::from(byte));
                key = [key[0] ^ word(low), key[1] ^ word(high)];
            }
        }
    }
    key
}
