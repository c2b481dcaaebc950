//! Imports: builtin modules by their declarations, source and compiled modules by path (Language reference 5).

mod compiled;
mod hooks;
mod loader;
mod main_module;
mod pieces;

pub use main_module::{MainModule, Program};

use loader::Located;

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{ModuleSpec, RowKind, TypeId};
use crate::object::attributes::module_field;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Modules that MicroPython once had with a `u` in front of their names. Its programs still import them so.
const WITH_U: &[&str] = &[
    "array",
    "asyncio",
    "binascii",
    "collections",
    "cryptolib",
    "errno",
    "hashlib",
    "heapq",
    "io",
    "json",
    "machine",
    "os",
    "platform",
    "random",
    "re",
    "select",
    "socket",
    "ssl",
    "struct",
    "sys",
    "time",
    "websocket",
    "zlib",
];

/// Where modules are looked for first. A program may have modules of its own that are called like the library's, and
/// finds those; the library finds its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Library,
    Path,
}

/// Whether no program's file can take a module's place: CPython has these in itself or loads them at its start.
fn is_core(name: &str) -> bool {
    const CORE: &[&str] = &[
        "abc",
        "atexit",
        "builtins",
        "codecs",
        "encodings",
        "errno",
        "gc",
        "io",
        "itertools",
        "marshal",
        "micropython",
        "os",
        "os.path",
        "posix",
        "posixpath",
        "pwd",
        "site",
        "stat",
        "sys",
        "time",
    ];
    name.starts_with('_') || CORE.contains(&name)
}

impl Isolate {
    /// A new, empty module.
    pub fn new_module(&mut self, name: Value) -> Completion {
        let dict = self.new_dict()?;
        self.heap.dict_set_plain(dict, names::__name__, name)?;
        self.heap.dict_set_plain(dict, names::__doc__, Value::NONE)?;
        for name in [names::__package__, names::__loader__, names::__spec__] {
            self.heap.dict_set_plain(dict, name, Value::NONE)?;
        }
        let module = self.heap.new_module(&[dict, Value::UNBOUND])?;
        Ok(self.keep(module))
    }

    /// The dict of a module.
    #[must_use]
    pub fn module_dict(&self, module: Value) -> Value {
        self.heap.field(module, module_field::DICT)
    }

    /// The builtin module of that name, made and put into `sys.modules` if it is not there; nothing if there is none.
    pub(crate) fn builtin_module(&mut self, name: Value) -> Completion<Option<Value>> {
        if let Some(module) = self.heap.dict_get_name(self.sys_modules, name) {
            return Ok(Some(module));
        }
        let text = self.name_text(name);
        let Some(index) = self.modules.iter().position(|spec| spec.name == text) else { return Ok(None) };
        let Some(&spec) = self.modules.get(index) else { return Ok(None) };
        self.make_builtin_module(name, spec, index).map(Some)
    }

    /// Whether a builtin module has that name.
    pub(crate) fn is_builtin_module(&mut self, name: Value) -> bool {
        let text = self.name_text(name);
        self.modules.iter().any(|spec| spec.name == text)
    }

    fn make_builtin_module(&mut self, name: Value, spec: &'static ModuleSpec, index: usize) -> Completion {
        let module = self.new_module(name)?;
        let dict = self.module_dict(module);
        let doc = self.new_static_str(spec.doc)?;
        self.heap.dict_set_plain(dict, names::__doc__, doc)?;
        let package = match spec.name.rsplit_once('.') {
            Some((parent, _)) => self.new_static_str(parent)?,
            None => names::EMPTY,
        };
        self.heap.dict_set_plain(dict, names::__package__, package)?;
        self.set_module_spec(module)?;
        let sys_modules = self.sys_modules;
        self.heap.dict_set_plain(sys_modules, name, module)?;
        self.heap.reserve_entries(dict, spec.rows.len() + spec.types.len())?;
        let table = self.module_table(index);
        for (number, row) in spec.rows.iter().enumerate() {
            let name = self.intern(row.name)?;
            let value = match row.kind {
                RowKind::Constant(make, _) => make(self, &[])?,
                _ => Value::native(table as u16, number as u16),
            };
            self.heap.dict_set_plain(dict, name, value)?;
        }
        for &class in spec.types {
            if let Some(id) = self.find_type(class) {
                let name = self.intern(class.name)?;
                self.heap.dict_set_plain(dict, name, id.value())?;
            }
        }
        if let Some(initialize) = spec.initialize {
            initialize(self, &[module])?;
        }
        if spec.frozen.is_some() {
            if let Some(builtins) = self.heap.dict_get_name(self.sys_modules, names::builtins) {
                self.heap.dict_set_plain(dict, names::__builtins__, builtins)?;
            }
            if let Err(raised) = self.run_frozen(index, dict) {
                self.heap.dict_remove_plain(sys_modules, name);
                return Err(raised);
            }
        }
        Ok(module)
    }

    /// `__import__(name, globals, locals, fromlist, level)`.
    pub fn import(&mut self, name: Value, globals: Value, from: Value, level: i64) -> Completion {
        let text = self.name_text(name);
        if level < 0 {
            return Err(raise::value_error(self, "level must be >= 0"));
        }
        let full = if level > 0 {
            let package = self.package_of(globals)?;
            self.resolve_relative(&package, &text, level)?
        } else {
            if text.is_empty() {
                return Err(raise::value_error(self, "Empty module name"));
            }
            text.clone()
        };
        let first = self.looked_for_first(globals);
        let module = self.import_full(&full, first)?;
        let wants_names = match self.heap.kind(from) {
            Some(Kind::Tuple | Kind::List) => self.heap.sequence_len(from) > 0,
            _ => !from.is_none() && !from.is_unbound(),
        };
        if wants_names {
            self.import_from_list(module, &full, from, first)?;
            return Ok(module);
        }
        // `import a.b` binds `a`.
        if level == 0 {
            let first = full.split('.').next().unwrap_or(&full);
            if first.len() == full.len() {
                return Ok(module);
            }
            let first = self.intern(first)?;
            return Ok(self.heap.dict_get_name(self.sys_modules, first).unwrap_or(module));
        }
        if text.is_empty() {
            return Ok(module);
        }
        let cut = text.len() - text.split('.').next().unwrap_or(&text).len();
        let head = full.get(..full.len() - cut).unwrap_or(&full);
        let head = self.intern(head)?;
        Ok(self.heap.dict_get_name(self.sys_modules, head).unwrap_or(module))
    }

    /// Submodules that a `from package import …` names.
    fn import_from_list(&mut self, module: Value, full: &str, from: Value, first: First) -> Completion<()> {
        if self.get_attr_opt(module, names::__path__)?.is_none() {
            return Ok(());
        }
        let list = self.collect_items(from)?;
        for item in self.heap.items(list).collect::<Vec<_>>() {
            let Some(item) = self.as_str(item) else {
                let kind = self.type_name(item);
                return Err(raise::type_error(self, &format!("Item in ``from list'' must be str, not {kind}")));
            };
            let text = self.name_text(item);
            if text == "*" {
                if let Some(all) = self.get_attr_opt(module, names::__all__)? {
                    self.import_from_list(module, full, all, first)?;
                }
                continue;
            }
            let name = self.intern_value(item)?;
            if self.get_attr_opt(module, name)?.is_some() {
                continue;
            }
            let submodule = format!("{full}.{text}");
            match self.import_full(&submodule, first) {
                Ok(_) => {}
                Err(raised) => {
                    // A missing submodule is reported by the statement itself.
                    if self.raised_is(TypeId::MODULE_NOT_FOUND_ERROR) && self.missing_module_is(&submodule) {
                        self.take_exception();
                        continue;
                    }
                    return Err(raised);
                }
            }
        }
        Ok(())
    }

    /// Whether the exception in flight says that this very module is missing.
    fn missing_module_is(&self, name: &str) -> bool {
        let missing = self.heap.field(self.in_flight, crate::exceptions::field::EXTRA + 1);
        self.heap.str(missing) == Some(name)
    }

    /// The package that relative imports of code with these globals start from.
    fn package_of(&mut self, globals: Value) -> Completion<String> {
        let globals = self.unwrap(globals);
        let known = self.heap.kind(globals) == Some(Kind::Dict);
        if !known && !globals.is_unbound() {
            return Err(raise::type_error(self, "globals must be a dict"));
        }
        let get = |iso: &mut Isolate, name: Value| if known { iso.heap.dict_get_name(globals, name) } else { None };
        if let Some(package) = get(self, names::__package__).filter(|package| !package.is_none()) {
            let Some(package) = self.as_str(package) else {
                return Err(raise::type_error(self, "package must be a string"));
            };
            if self.heap.str_bytes(package).is_some_and(|bytes| !bytes.is_empty()) {
                return Ok(self.name_text(package));
            }
        }
        let Some(name) = get(self, names::__name__) else {
            let message = "'__name__' not in globals";
            return Err(raise::exception(self, TypeId::KEY_ERROR, message));
        };
        let name = self.name_text(name);
        if get(self, names::__path__).is_some() {
            return Ok(name);
        }
        match name.rsplit_once('.') {
            Some((package, _)) => Ok(package.into()),
            None => {
                let message = "attempted relative import with no known parent package";
                Err(raise::import_error(self, TypeId::IMPORT_ERROR, Value::NONE, Value::NONE, message))
            }
        }
    }

    fn resolve_relative(&mut self, package: &str, name: &str, level: i64) -> Completion<String> {
        let mut base = package;
        for _ in 1..level {
            match base.rsplit_once('.') {
                Some((parent, _)) => base = parent,
                None => {
                    let message = "attempted relative import beyond top-level package";
                    return Err(raise::import_error(self, TypeId::IMPORT_ERROR, Value::NONE, Value::NONE, message));
                }
            }
        }
        Ok(if name.is_empty() { base.into() } else { format!("{base}.{name}") })
    }

    /// Imports a module by its full name, its parents first: the module itself. The library's own are looked for first.
    pub fn import_dotted(&mut self, full: &str) -> Completion {
        self.import_full(full, First::Library)
    }

    /// Where code with these globals finds modules first.
    fn looked_for_first(&mut self, globals: Value) -> First {
        let globals = self.unwrap(globals);
        if self.heap.kind(globals) != Some(Kind::Dict) || self.heap.dict_get_name(globals, names::__file__).is_some() {
            return First::Path;
        }
        let name = self.heap.dict_get_name(globals, names::__name__).and_then(|name| self.heap.str(name));
        let is_library = name.is_some_and(|name| self.modules.iter().any(|spec| spec.name == name));
        if is_library { First::Library } else { First::Path }
    }

    fn import_full(&mut self, full: &str, first: First) -> Completion {
        let name = self.intern(full)?;
        if let Some(module) = self.heap.dict_get_name(self.sys_modules, name) {
            if module.is_none() {
                let message = format!("import of {full} halted; None in sys.modules");
                return Err(raise::import_error(self, TypeId::MODULE_NOT_FOUND_ERROR, name, Value::NONE, &message));
            }
            return Ok(module);
        }
        // On boards nothing hides a builtin module under its old name: a program's own `time` gets at it so.
        if self.late_builtins.is_some()
            && let Some(module) = self.module_without_u(name, full)?
        {
            return Ok(module);
        }
        let mut path = Value::NONE;
        let mut parent_module = Value::NONE;
        let mut tail = full;
        if let Some((parent, last)) = full.rsplit_once('.') {
            tail = last;
            parent_module = self.import_full(parent, first)?;
            self.keep(parent_module);
            // Importing the parent may have imported this one.
            if let Some(module) = self.heap.dict_get_name(self.sys_modules, name) {
                return Ok(module);
            }
            let builtin = self.modules.iter().any(|spec| spec.name == full)
                && self.get_attr_opt(parent_module, names::__file__)?.is_none();
            match self.get_attr_opt(parent_module, names::__path__)? {
                Some(found) => path = found,
                None if builtin => {}
                None => {
                    let shown = self.repr_text(name)?;
                    let message = format!("No module named {shown}; '{parent}' is not a package");
                    let id = TypeId::MODULE_NOT_FOUND_ERROR;
                    return Err(raise::import_error(self, id, name, Value::NONE, &message));
                }
            }
        }
        let first = if is_core(full) || (path.is_none() && !parent_module.is_none()) { First::Library } else { first };
        let module = self.load_module(name, full, path, first)?;
        self.keep(module);
        if !parent_module.is_none() {
            let tail = self.intern(tail)?;
            self.set_attr(parent_module, tail, module)?;
        }
        // The module may have replaced itself.
        Ok(self.heap.dict_get_name(self.sys_modules, name).unwrap_or(module))
    }

    /// A module that a finder knows which the program has put into `sys.meta_path`. Modules of the library are found
    /// before, wherever they lie: the code that asks the finders is one of them.
    fn module_by_finders(&mut self, name: Value, path: Value) -> Completion<Option<Value>> {
        let Some(finders) = self.heap.dict_get_name(self.sys_dict, names::meta_path) else { return Ok(None) };
        if self.heap.sequence_len(self.unwrap(finders)) == 0 || self.builtin_module_exists(name) {
            return Ok(None);
        }
        let finders = self.import_dotted("importlib")?;
        let load = self.intern("_load_by_finders")?;
        let load = self.get_attr(finders, load)?;
        let module = self.call(load, &[name, path])?;
        Ok(Some(module).filter(|module| !module.is_none()))
    }

    fn builtin_module_exists(&self, name: Value) -> bool {
        let text = self.name_text(name);
        self.modules.iter().any(|spec| spec.name == text)
    }

    fn load_module(&mut self, name: Value, full: &str, path: Value, first: First) -> Completion {
        if first == First::Library
            && let Some(module) = self.builtin_module(name)?
        {
            return Ok(module);
        }
        if let Some(module) = self.module_by_finders(name, path)? {
            return Ok(module);
        }
        let located = self.locate(full, path)?;
        // Folders without a file that makes them a package are the last resort, and what was installed comes behind the library.
        if first == First::Path
            && (matches!(located, Located::Namespace(_) | Located::Nothing)
                || (path.is_none() && located.is_installed()))
            && let Some(module) = self.builtin_module(name)?
        {
            return Ok(module);
        }
        if let Some(module) = self.load_located(name, located)? {
            return Ok(module);
        }
        if let Some(module) = self.module_without_u(name, full)? {
            return Ok(module);
        }
        let message = format!("No module named {}", self.repr_text(name)?);
        Err(raise::import_error(self, TypeId::MODULE_NOT_FOUND_ERROR, name, Value::NONE, &message))
    }

    /// The builtin module that MicroPython's old name of it means.
    fn module_without_u(&mut self, name: Value, full: &str) -> Completion<Option<Value>> {
        let Some(plain) = full.strip_prefix('u').filter(|plain| WITH_U.contains(plain)) else { return Ok(None) };
        let plain = self.intern(plain)?;
        let module = self.builtin_module(plain)?;
        if let Some(module) = module {
            let sys_modules = self.sys_modules;
            self.heap.dict_set_plain(sys_modules, name, module)?;
        }
        Ok(module)
    }

    /// Whether the module's body is still running.
    pub(crate) fn is_being_imported(&mut self, module: Value) -> Completion<bool> {
        Ok(self.importing.iter().any(|&(importing, _)| importing == module))
    }
}
