//! What `-m name` runs: a module's file, or the `__main__` of a package, or code of the library. The packages above it are imported.

use super::First;
use super::hooks::Place;
use super::loader::Located;
use crate::native::TypeId;
use crate::{Completion, Isolate, Raised, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const MAIN: &str = "__main__";

/// What a program consists of.
#[derive(Debug)]
pub enum Program {
    /// Source or compiled code.
    Bytes(Vec<u8>),
    /// A frozen module of the library: its number.
    Frozen(usize),
    /// A code object, that somebody keeps.
    Code(Value),
}

/// What was found for `-m name`.
#[derive(Debug)]
pub enum MainModule {
    /// A file.
    File {
        /// Its path.
        file: String,
        /// What it holds.
        program: Program,
        /// The package that it belongs to; empty for none.
        package: String,
        /// Its specification if a finder gave one, else None.
        spec: Value,
    },
    /// Nothing that could run: why.
    Missing(String),
}

impl Isolate {
    /// Finds what `-m name` runs.
    ///
    /// # Errors
    /// What importing the packages above raises, unless they are what is missing.
    pub fn find_main_module(&mut self, name: &str) -> Completion<MainModule> {
        let (package, tail) = name.rsplit_once('.').unwrap_or(("", name));
        let mut path = Value::NONE;
        if !package.is_empty() {
            let parent = match self.import_full(package, First::Path) {
                Ok(parent) => parent,
                Err(raised) => return self.missing_parent(name, package, raised),
            };
            let Some(folders) = self.get_attr_opt(parent, names::__path__)? else {
                let why = format!("__path__ attribute not found on '{package}' while trying to find '{name}'");
                return Ok(not_found(name, "ModuleNotFoundError", &why));
            };
            path = folders;
        }
        match self.locate(name, path)? {
            Located::File(file) => {
                let program = Program::Bytes(self.read_file(&file)?);
                Ok(MainModule::File { file, program, package: package.into(), spec: Value::NONE })
            }
            Located::Specified(spec) => self.specified_main_module(name, package, spec),
            Located::Package { .. } | Located::Namespace(_) if tail == MAIN => {
                Ok(MainModule::Missing("Cannot use package as __main__ module".into()))
            }
            Located::Package { .. } | Located::Namespace(_) => self.main_module_inside(name),
            Located::Nothing => Ok(self.library_main_module(name, package)),
        }
    }

    /// The `__main__` of a package, one step deep: what is called so is no package.
    fn main_module_inside(&mut self, name: &str) -> Completion<MainModule> {
        let found = self.find_main_module(&format!("{name}.{}", MAIN))?;
        Ok(match found {
            MainModule::Missing(why) => {
                MainModule::Missing(format!("{why}; '{name}' is a package and cannot be directly executed"))
            }
            found @ MainModule::File { .. } => found,
        })
    }

    /// What runs of a module that a finder knows: the code that its loader has.
    fn specified_main_module(&mut self, name: &str, package: &str, spec: Value) -> Completion<MainModule> {
        let [locations, loader, get_code, origin] =
            ["submodule_search_locations", "loader", "get_code", "origin"].map(|name| self.intern(name));
        if !self.get_attr(spec, locations?)?.is_none() {
            if name.ends_with(MAIN) {
                return Ok(MainModule::Missing("Cannot use package as __main__ module".into()));
            }
            return self.main_module_inside(name);
        }
        let (loader, text) = (self.get_attr(spec, loader?)?, self.intern(name)?);
        let code = self.call_method(loader, get_code?, &[text])?;
        if code.is_none() {
            return Ok(MainModule::Missing(format!("No code object available for {name}")));
        }
        self.keep(code);
        let file = self.get_attr(spec, origin?)?;
        let file = self.to_text(file).unwrap_or_default();
        Ok(MainModule::File { file, program: Program::Code(code), package: package.into(), spec })
    }

    /// The `__main__` of an archive, or of whatever else `sys.path_hooks` know; nothing if they don't know the path.
    ///
    /// # Errors
    /// What reading its code raises.
    pub fn find_main_in(&mut self, path: &str) -> Completion<Option<MainModule>> {
        let entry = self.new_str(path)?;
        let Place::Hooked(finder) = self.place_kind(entry, path)? else { return Ok(None) };
        let spec = self.ask_finder(finder, MAIN, &mut Vec::new())?;
        Ok(Some(match spec {
            Some(spec) => self.specified_main_module(MAIN, "", spec)?,
            None => MainModule::Missing(format!("can't find '{MAIN}' module in '{path}'")),
        }))
    }

    /// What runs of a module of the library: the code of one that is written in Python.
    fn library_main_module(&self, name: &str, package: &str) -> MainModule {
        let frozen_of = |name: &str| {
            let number = self.modules.iter().position(|spec| spec.name == name)?;
            Some(self.modules.get(number)?.frozen.map(|_| number))
        };
        let inside = format!("{name}.");
        if self.modules.iter().any(|spec| spec.name.starts_with(&inside)) {
            let main = format!("{inside}{MAIN}");
            return match frozen_of(&main) {
                Some(Some(module)) => frozen_file(&main, module, name),
                _ => MainModule::Missing(format!(
                    "No module named {main}; '{name}' is a package and cannot be directly executed"
                )),
            };
        }
        match frozen_of(name) {
            Some(Some(module)) => frozen_file(name, module, package),
            Some(None) => MainModule::Missing(format!("No code object available for {name}")),
            None => MainModule::Missing(format!("No module named {name}")),
        }
    }

    /// Tells the namespace of `__main__` its specification, which a finder gave, and its loader.
    ///
    /// # Errors
    /// `MemoryError`, and what a strange specification raises.
    pub fn specify_main(&mut self, namespace: Value, spec: Value) -> Completion<()> {
        let loader = self.intern("loader")?;
        let loader = self.get_attr(spec, loader)?;
        self.heap.dict_set_plain(namespace, names::__loader__, loader)?;
        self.heap.dict_set_plain(namespace, names::__spec__, spec)?;
        Ok(())
    }

    /// Tells the namespace of `__main__` what loaded it, and, for a module that runs by its name, its specification.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn describe_main(&mut self, namespace: Value, file: &str, module: Option<&str>) -> Completion<()> {
        let name = self.new_str(module.unwrap_or(MAIN))?;
        let file = self.new_str(file)?;
        let spec = self.new_module_spec(name, file, Value::NONE)?;
        let loader = self.heap.field(spec, crate::types::module_spec::field::LOADER);
        self.heap.dict_set_plain(namespace, names::__loader__, loader)?;
        let spec = if module.is_some() { spec } else { Value::NONE };
        self.heap.dict_set_plain(namespace, names::__spec__, spec)?;
        Ok(())
    }

    /// A package above could not be imported. If it is not there at all, that is why the module is missing.
    fn missing_parent(&mut self, name: &str, package: &str, raised: Raised) -> Completion<MainModule> {
        let ends = package.match_indices('.').map(|(end, _)| end).chain([package.len()]);
        let mut above = ends.filter_map(|end| package.get(..end));
        if !self.raised_is(TypeId::IMPORT_ERROR) || !above.any(|package| self.missing_module_is(package)) {
            return Err(raised);
        }
        let exception = self.take_exception();
        let kind = self.class_name(self.type_of(exception));
        let message = self.text_or(exception, Self::str, "");
        Ok(not_found(name, &kind, &message))
    }
}

fn frozen_file(name: &str, module: usize, package: &str) -> MainModule {
    let (file, program) = (format!("<frozen {name}>"), Program::Frozen(module));
    MainModule::File { file, program, package: package.into(), spec: Value::NONE }
}

fn not_found(name: &str, kind: &str, message: &str) -> MainModule {
    let mut why = format!("Error while finding module specification for '{name}' ({kind}: {message})");
    if let Some(stem) = name.strip_suffix(".py") {
        why.push_str(&format!(". Try using '{stem}' instead of '{name}' as the module name."));
    }
    MainModule::Missing(why)
}
