//! Entries of `sys.path` that are no directories: archives, and whatever a program's functions in `sys.path_hooks` know.
//! The finder of an entry is made once and kept in `sys.path_importer_cache`, where None means a directory. The part of this
//! that calls finders and loaders is Python, in `importlib`.

use crate::heap::Kind;
use crate::native::TypeId;
use crate::{Completion, Isolate, Value, names};
use alloc::string::String;
use alloc::vec::Vec;

/// What an entry of `sys.path` is.
pub(super) enum Place {
    /// A directory, as far as the name tells.
    Directory,
    /// Nothing is there.
    Missing,
    /// A finder knows it.
    Hooked(Value),
}

impl Isolate {
    /// What an entry of `sys.path` is. Where a program has hooks of its own these are asked for directories as well.
    pub(super) fn place_kind(&mut self, entry: Value, path: &str) -> Completion<Place> {
        let entry = self.intern_value(entry)?;
        if let Some(finder) = self.known_finder(entry)? {
            return Ok(if finder.is_none() { Place::Directory } else { Place::Hooked(finder) });
        }
        let has_hooks = self
            .heap
            .dict_get_name(self.sys_dict, names::path_hooks)
            .is_some_and(|hooks| self.heap.kind(hooks) == Some(Kind::List) && self.heap.sequence_len(hooks) > 0);
        let is_directory = path.is_empty() || self.is_directory(path);
        if !has_hooks && is_directory {
            return Ok(Place::Directory);
        }
        if !has_hooks && !self.lies_in_file(path) {
            return Ok(Place::Missing);
        }
        let finder = self.call_importlib("_finder_of", &[entry])?;
        Ok(match finder {
            finder if !finder.is_none() => Place::Hooked(finder),
            _ if is_directory => Place::Directory,
            _ => Place::Missing,
        })
    }

    /// What is kept of an entry: a finder, or None for a directory.
    fn known_finder(&mut self, entry: Value) -> Completion<Option<Value>> {
        let cache = self.intern("path_importer_cache")?;
        let Some(cache) = self.heap.dict_get_name(self.sys_dict, cache) else { return Ok(None) };
        if self.heap.kind(cache) != Some(Kind::Dict) {
            return Ok(None);
        }
        Ok(self.heap.dict_get_name(cache, entry))
    }

    /// Whether the path names a file, or would lie below one if that were a directory.
    fn lies_in_file(&mut self, path: &str) -> bool {
        if !self.modules.iter().any(|spec| spec.name == "zipimport") {
            return false;
        }
        let mut rest = path.trim_end_matches('/');
        while !rest.is_empty() {
            if self.is_file(rest) {
                return true;
            }
            if self.is_directory(rest) {
                return false;
            }
            rest = rest.rsplit_once('/').map_or("", |(above, _)| above);
        }
        false
    }

    /// The specification of a module that the finder knows. What it knows of a package without a file is a portion.
    pub(super) fn ask_finder(
        &mut self,
        finder: Value,
        full: &str,
        portions: &mut Vec<String>,
    ) -> Completion<Option<Value>> {
        let (method, name) = (self.intern("find_spec")?, self.intern(full)?);
        let spec = self.call_method(finder, method, &[name])?;
        if spec.is_none() {
            return Ok(None);
        }
        let (loader, locations) = (self.intern("loader")?, self.intern("submodule_search_locations")?);
        if !self.get_attr(spec, loader)?.is_none() {
            return Ok(Some(self.keep(spec)));
        }
        let locations = self.get_attr(spec, locations)?;
        if !locations.is_none() {
            let list = self.collect_items(locations)?;
            for portion in self.heap.items(list).collect::<Vec<_>>() {
                portions.push(self.name_text(portion));
            }
        }
        Ok(None)
    }

    /// Loads a module by its specification.
    pub(super) fn load_specified(&mut self, spec: Value) -> Completion {
        self.call_importlib("_load_by_spec", &[spec])
    }

    /// Runs the code of a module again whose loader is a program's, or that of archives; nothing for other modules.
    pub(super) fn reload_specified(&mut self, module: Value) -> Completion<Option<Value>> {
        let Some(loader) = self.heap.dict_get_name(self.module_dict(module), names::__loader__) else {
            return Ok(None);
        };
        if loader.is_none() || self.heap.record_type(loader) == Some(TypeId::SOURCE_LOADER.number()) {
            return Ok(None);
        }
        self.call_importlib("_load_again", &[module]).map(Some)
    }

    fn call_importlib(&mut self, function: &str, arguments: &[Value]) -> Completion {
        let module = self.import_dotted("importlib")?;
        let function = self.intern(function)?;
        let function = self.get_attr(module, function)?;
        self.call(function, arguments)
    }
}
