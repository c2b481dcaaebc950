//! Finding modules along `sys.path` and running them: packages, files of source or compiled code,
//! namespace packages.

use super::hooks::Place;
use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Where a module is.
pub(super) enum Located {
    /// A folder with a file that makes it a package.
    Package { file: String, folder: String },
    /// A file of source or compiled code.
    File(String),
    /// Folders, perhaps in several places, that make a package without a file.
    Namespace(Vec<String>),
    /// Where its specification says, which a finder of `sys.path_hooks` gave.
    Specified(Value),
    /// Nowhere.
    Nothing,
}

impl Located {
    /// Whether it lies where packages are installed: CPython has the folders of its library in front of these.
    pub(super) fn is_installed(&self) -> bool {
        match self {
            Located::Package { folder: place, .. } | Located::File(place) => {
                place.rsplit_once('/').is_some_and(|(folder, _)| folder.ends_with("/site-packages"))
            }
            _ => false,
        }
    }
}

impl Isolate {
    /// Makes and runs the module that was found.
    pub(super) fn load_located(&mut self, name: Value, located: Located) -> Completion<Option<Value>> {
        match located {
            Located::Package { file, folder } => self.run_module_file(name, &file, Some(&folder)).map(Some),
            Located::File(file) => self.run_module_file(name, &file, None).map(Some),
            Located::Namespace(portions) => self.namespace_package(name, &portions).map(Some),
            Located::Specified(spec) => self.load_specified(spec).map(Some),
            Located::Nothing => Ok(None),
        }
    }

    /// The specification of a module that is not imported: looked for in the folders of `path` (`sys.path` if None) and
    /// in the library; nothing if there is none.
    ///
    /// # Errors
    /// What looking into `path` raises.
    pub fn find_module_spec(&mut self, name: &str, path: Value) -> Completion<Option<Value>> {
        let text = self.intern(name)?;
        let is_builtin = self.is_builtin_module(text);
        let located = if is_builtin && super::is_core(name) { Located::Nothing } else { self.locate(name, path)? };
        let (file, folders) = match located {
            found if is_builtin && path.is_none() && found.is_installed() => (None, None),
            Located::Package { file, folder } => (Some(file), Some(alloc::vec![folder])),
            Located::File(file) => (Some(file), None),
            Located::Specified(spec) => return Ok(Some(spec)),
            Located::Namespace(folders) if !is_builtin => (None, Some(folders)),
            _ if is_builtin => (None, None),
            _ => return Ok(None),
        };
        let file = match file {
            Some(file) => self.new_str(&file)?,
            None => Value::NONE,
        };
        let folders = match folders {
            Some(folders) => {
                let list = self.new_list(&[])?;
                for folder in folders {
                    let folder = self.new_str(&folder)?;
                    self.heap.list_append(list, folder)?;
                }
                list
            }
            None => Value::NONE,
        };
        self.new_module_spec(text, file, folders).map(Some)
    }

    /// Finds the module `full` in the directories of `path` (`sys.path` if None), and where `sys.path_hooks` look.
    pub(super) fn locate(&mut self, full: &str, path: Value) -> Completion<Located> {
        let tail = full.rsplit_once('.').map_or(full, |(_, tail)| tail);
        let path = if path.is_none() {
            let path = self.heap.dict_get_name(self.sys_dict, names::path);
            match path {
                Some(path) => path,
                None => return Ok(Located::Nothing),
            }
        } else {
            path
        };
        let list = self.collect_items(path)?;
        let mut portions: Vec<String> = Vec::new();
        for entry in self.heap.items(list).collect::<Vec<_>>() {
            let Some(entry) = self.as_str(entry) else { continue };
            let directory = self.name_text(entry);
            match self.place_kind(entry, &directory)? {
                Place::Directory => {}
                Place::Missing => continue,
                Place::Hooked(finder) => {
                    let Some(spec) = self.ask_finder(finder, full, &mut portions)? else { continue };
                    return Ok(Located::Specified(spec));
                }
            }
            let base =
                if directory.is_empty() { tail.into() } else { format!("{}/{tail}", directory.trim_end_matches('/')) };
            let base = if directory == "/" { format!("/{tail}") } else { base };
            if self.is_directory(&base) {
                for file in [format!("{base}/__init__.py"), format!("{base}/__init__.fpy")] {
                    if self.is_file(&file) {
                        return Ok(Located::Package { file, folder: base });
                    }
                }
                portions.push(base.clone());
            }
            for file in [format!("{base}.py"), format!("{base}.fpy")] {
                if self.is_file(&file) {
                    return Ok(Located::File(file));
                }
            }
        }
        Ok(if portions.is_empty() { Located::Nothing } else { Located::Namespace(portions) })
    }

    fn namespace_package(&mut self, name: Value, portions: &[String]) -> Completion {
        let module = self.new_module(name)?;
        let mut list = Vec::new();
        for portion in portions {
            list.push(self.new_str(portion)?);
        }
        let path = self.new_list(&list)?;
        let dict = self.module_dict(module);
        self.heap.dict_set_plain(dict, names::__path__, path)?;
        self.heap.dict_set_plain(dict, names::__package__, name)?;
        self.set_module_spec(module)?;
        let sys_modules = self.sys_modules;
        self.heap.dict_set_plain(sys_modules, name, module)?;
        Ok(module)
    }

    pub(super) fn is_directory(&mut self, path: &str) -> bool {
        self.platform.files().stat(path.as_bytes()).is_ok_and(|stat| stat.is_directory())
    }

    pub(crate) fn is_file(&mut self, path: &str) -> bool {
        self.platform.files().stat(path.as_bytes()).is_ok_and(|stat| !stat.is_directory())
    }

    /// The content of a file.
    pub fn read_file(&mut self, path: &str) -> Completion<Vec<u8>> {
        match ferropy_platform::files::read_all(self.platform.files(), path.as_bytes()) {
            Ok(bytes) => Ok(bytes),
            Err(error) => {
                let name = self.new_str(path)?;
                Err(raise::os_error_with_filename(self, error.code(), name))
            }
        }
    }

    /// Makes the module of a file, puts it into `sys.modules` and runs it; a failing module is taken out again.
    fn run_module_file(&mut self, name: Value, file: &str, package: Option<&str>) -> Completion {
        let module = self.new_module(name)?;
        self.set_module_place(module, name, file, package)?;
        let sys_modules = self.sys_modules;
        self.heap.dict_set_plain(sys_modules, name, module)?;
        let thread = self.thread_ident();
        self.importing.push((module, thread));
        let result = self.execute_module(module, file);
        self.importing.retain(|&(importing, _)| importing != module);
        if let Err(raised) = result {
            self.heap.dict_remove_plain(sys_modules, name);
            return Err(raised);
        }
        Ok(module)
    }

    /// `__file__`, `__package__` and `__path__`.
    fn set_module_place(&mut self, module: Value, name: Value, file: &str, package: Option<&str>) -> Completion<()> {
        let dict = self.module_dict(module);
        let file = self.new_str(file)?;
        self.heap.dict_set_plain(dict, names::__file__, file)?;
        let parent = match package {
            Some(path) => {
                let path = self.new_str(path)?;
                let path = self.new_list(&[path])?;
                self.heap.dict_set_plain(dict, names::__path__, path)?;
                name
            }
            None => {
                let text = self.name_text(name);
                let parent = text.rsplit_once('.').map_or("", |(parent, _)| parent);
                self.new_str(parent)?
            }
        };
        self.heap.dict_set_plain(dict, names::__package__, parent)?;
        if let Some(builtins) = self.heap.dict_get_name(self.sys_modules, names::builtins) {
            self.heap.dict_set_plain(dict, names::__builtins__, builtins)?;
        }
        self.set_module_spec(module)
    }

    /// Runs a module's file in the module's namespace.
    pub(crate) fn execute_module(&mut self, module: Value, file: &str) -> Completion<()> {
        let dict = self.module_dict(module);
        let waiting = self.parts.len();
        self.load_parts(file)?;
        while self.parts.len() > waiting
            && let Some(code) = self.parts.pop()
        {
            if let Err(raised) = self.run_code(code, dict, dict, Value::UNBOUND) {
                self.parts.truncate(waiting);
                return Err(raised);
            }
        }
        Ok(())
    }

    /// `importlib.reload(module)`.
    pub fn reload(&mut self, module: Value) -> Completion {
        if self.heap.kind(module) != Some(Kind::Module) {
            return Err(raise::type_error(self, "reload() argument must be a module"));
        }
        let dict = self.module_dict(module);
        let name = self.heap.dict_get_name(dict, names::__name__).unwrap_or(names::unknown);
        if self.heap.dict_get_name(self.sys_modules, name) != Some(module) {
            let text = self.name_text(name);
            let message = format!("module {text} not in sys.modules");
            return Err(raise::import_error(self, TypeId::IMPORT_ERROR, name, Value::NONE, &message));
        }
        let Some(file) = self.heap.dict_get_name(dict, names::__file__) else { return Ok(module) };
        let file = self.name_text(file);
        if !self.is_file(&file)
            && let Some(again) = self.reload_specified(module)?
        {
            return Ok(again);
        }
        self.execute_module(module, &file)?;
        Ok(module)
    }
}
