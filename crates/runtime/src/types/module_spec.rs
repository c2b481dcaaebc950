//! `ModuleSpec` and the loaders: what `__spec__` and `__loader__` of a module say about where it came from. Imports do
//! not ask them.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeId, TypeSpec, getset, getter, method, static_method};
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// The fields of a specification, a record.
pub(crate) mod field {
    pub(crate) const NAME: usize = 0;
    pub(crate) const LOADER: usize = 1;
    pub(crate) const ORIGIN: usize = 2;
    pub(crate) const LOADER_STATE: usize = 3;
    /// `submodule_search_locations`: a list for a package, else None.
    pub(crate) const LOCATIONS: usize = 4;
    /// `has_location`: a bool.
    pub(crate) const HAS_LOCATION: usize = 5;
    pub(crate) const CACHED: usize = 6;
    /// Further attributes: a dict or Unbound.
    pub(crate) const DICT: usize = 7;
}

/// `importlib.machinery.ModuleSpec`.
pub(crate) static MODULE_SPEC: TypeSpec =
    TypeSpec::new("ModuleSpec", "The specification for a module, used for loading.", SPEC_ROWS)
        .in_module("_frozen_importlib");
/// The loader of modules of the library; the class itself.
pub(crate) static BUILTIN_IMPORTER: TypeSpec =
    TypeSpec::new("BuiltinImporter", "The loader of modules that come with the interpreter.", IMPORTER_ROWS)
        .in_module("_frozen_importlib");
/// The loader of files: fields are the module's name, the path, and whether it is a package.
pub(crate) static SOURCE_LOADER: TypeSpec =
    TypeSpec::new("SourceFileLoader", "The loader of source files.", LOADER_ROWS)
        .in_module("_frozen_importlib_external");

static SPEC_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, name, loader, *, origin=None, loader_state=None, is_package=None)",
        "Make the specification of a module.",
        new,
    ),
    method("__init__", "($self, /, *args, **kwargs)", "Initialize self.", |_, _| Ok(Value::NONE)),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__eq__", "($self, value, /)", "Return self==value.", eq),
    getset(
        "name",
        "the module's name",
        |iso, args| part(iso, args, field::NAME),
        |iso, args| set(iso, args, field::NAME),
    ),
    getset(
        "loader",
        "what loads it",
        |iso, args| part(iso, args, field::LOADER),
        |iso, args| set(iso, args, field::LOADER),
    ),
    getset(
        "origin",
        "where it comes from",
        |iso, args| part(iso, args, field::ORIGIN),
        |iso, args| set(iso, args, field::ORIGIN),
    ),
    getset(
        "loader_state",
        "what the loader remembers",
        |iso, args| part(iso, args, field::LOADER_STATE),
        |iso, args| set(iso, args, field::LOADER_STATE),
    ),
    getset(
        "submodule_search_locations",
        "where a package's modules are looked for, None for other modules",
        |iso, args| part(iso, args, field::LOCATIONS),
        |iso, args| set(iso, args, field::LOCATIONS),
    ),
    getset(
        "cached",
        "where compiled code is kept",
        |iso, args| part(iso, args, field::CACHED),
        |iso, args| set(iso, args, field::CACHED),
    ),
    getset(
        "has_location",
        "whether the origin is a place",
        |iso, args| part(iso, args, field::HAS_LOCATION),
        set_has_location,
    ),
    getter("parent", "the name of the module's parent", parent),
];

static IMPORTER_ROWS: &[Row] = &[
    static_method("is_package", "(fullname)", "False: modules of the library are no packages.", |_, _| {
        Ok(Value::FALSE)
    }),
    static_method("get_source", "(fullname)", "None: modules of the library have no source.", |_, _| Ok(Value::NONE)),
    static_method("create_module", "(spec)", "Return the module of the library.", create_builtin),
    static_method("exec_module", "(module)", "Nothing is left to run.", |_, _| Ok(Value::NONE)),
    static_method("get_code", "(fullname)", "None: modules of the library have no code object.", |_, _| {
        Ok(Value::NONE)
    }),
];

static LOADER_ROWS: &[Row] = &[
    static_method("__new__", "($type, fullname, path)", "Make a loader.", new_loader),
    method("__init__", "($self, /, *args, **kwargs)", "Initialize self.", |_, _| Ok(Value::NONE)),
    getter("name", "the module's name", |iso, args| part(iso, args, 0)),
    getter("path", "the path of its file", |iso, args| part(iso, args, 1)),
    method("get_filename", "($self, name=None)", "Return the path of the file.", |iso, args| part(iso, args, 1)),
    method("is_package", "($self, fullname=None)", "Return whether the module is a package.", is_package),
    method("get_data", "($self, path)", "Return what is in a file, as bytes.", get_data),
    method("get_source", "($self, fullname=None)", "Return the module's source as a string.", get_source),
    method("get_code", "($self, fullname=None)", "Return the module's code object.", get_code),
    method("create_module", "($self, spec)", "Return None: modules of files are made the usual way.", create_module),
    method("exec_module", "($self, module)", "Run the file in the module's namespace.", exec_module),
];

fn part(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok(iso.heap.field(this, index).or(Value::NONE))
}

fn set(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    iso.heap.set_field(this, index, value.or(Value::NONE));
    Ok(Value::NONE)
}

fn set_has_location(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let value = Value::bool(iso.is_true(value.or(Value::NONE))?);
    set(iso, &[this, value], field::HAS_LOCATION)
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, name, loader, origin, state, is_package] = args else { return Err(raise::internal(iso)) };
    let is_package = is_package.or(Value::NONE);
    let is_package = iso.is_true(is_package)?;
    let locations = if is_package { iso.new_list(&[])? } else { Value::NONE };
    let mut fields = [Value::NONE; field::DICT + 1];
    fields[field::NAME] = name;
    fields[field::LOADER] = loader;
    fields[field::ORIGIN] = origin.or(Value::NONE);
    fields[field::LOADER_STATE] = state.or(Value::NONE);
    fields[field::LOCATIONS] = locations;
    fields[field::HAS_LOCATION] = Value::FALSE;
    fields[field::DICT] = Value::UNBOUND;
    let made = iso.new_record(TypeId::MODULE_SPEC, 0, &fields)?;
    iso.wrap_new(class, TypeId::MODULE_SPEC, made)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let [name, loader, origin, locations] =
        [field::NAME, field::LOADER, field::ORIGIN, field::LOCATIONS].map(|index| iso.heap.field(this, index));
    let kind = iso.class_name(iso.type_of(this));
    let kind = kind.rsplit_once('.').map_or(kind.as_str(), |(_, name)| name);
    let mut text = format!("{kind}(name={}, loader={}", iso.repr_text(name)?, iso.repr_text(loader)?);
    for (attribute, value) in [("origin", origin), ("submodule_search_locations", locations)] {
        if !value.is_none() {
            text.push_str(&format!(", {attribute}={}", iso.repr_text(value)?));
        }
    }
    text.push(')');
    iso.new_str(&text)
}

fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    let other = iso.unwrap(other);
    if iso.heap.record_type(other) != Some(TypeId::MODULE_SPEC.number()) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    for index in [field::NAME, field::LOADER, field::ORIGIN, field::LOCATIONS, field::CACHED, field::HAS_LOCATION] {
        let (left, right) = (iso.heap.field(this, index), iso.heap.field(other, index));
        if !iso.equal(left, right)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn parent(iso: &mut Isolate, args: &[Value]) -> Completion {
    let name = part(iso, args, field::NAME)?;
    if !part(iso, args, field::LOCATIONS)?.is_none() {
        return Ok(name);
    }
    let text = iso.name_text(name);
    iso.new_str(text.rsplit_once('.').map_or("", |(parent, _)| parent))
}

fn new_loader(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, name, path] = args else { return Err(raise::internal(iso)) };
    let text = iso.name_text(path);
    let stem = text.rsplit_once('/').map_or(text.as_str(), |(_, stem)| stem);
    let is_package = Value::bool(stem.starts_with("__init__."));
    let made = iso.new_record(TypeId::SOURCE_LOADER, 0, &[name, path, is_package])?;
    iso.wrap_new(class, TypeId::SOURCE_LOADER, made)
}

fn is_package(iso: &mut Isolate, args: &[Value]) -> Completion {
    part(iso, args, 2)
}

fn get_data(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, path] = args else { return Err(raise::internal(iso)) };
    let path = iso.name_text(path);
    let bytes = iso.read_file(&path)?;
    iso.new_bytes(&bytes)
}

fn get_source(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = part(iso, args, 1)?;
    let path = iso.name_text(path);
    if path.ends_with(".fpy") {
        return Ok(Value::NONE);
    }
    let bytes = iso.read_file(&path)?;
    iso.new_text(&bytes)
}

fn get_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    let path = part(iso, args, 1)?;
    let path = iso.name_text(path);
    let bytes = iso.read_file(&path)?;
    iso.load_file(&bytes, &path)
}

fn create_module(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::NONE)
}

fn exec_module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, module] = args else { return Err(raise::internal(iso)) };
    if iso.heap.kind(module) != Some(Kind::Module) {
        let kind = iso.type_name(module);
        return Err(raise::type_error(iso, &format!("exec_module() argument must be a module, not {kind}")));
    }
    let path = iso.heap.field(this, 1);
    let path = iso.name_text(path);
    iso.execute_module(module, &path)?;
    Ok(Value::NONE)
}

/// The module of the library that a specification names.
fn create_builtin(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[spec] = args else { return Err(raise::internal(iso)) };
    let name = iso.intern("name")?;
    let name = iso.get_attr(spec, name)?;
    match iso.builtin_module(name)? {
        Some(module) => Ok(module),
        None => {
            let message = format!("{} is not a built-in module", iso.repr_text(name)?);
            Err(raise::import_error(iso, TypeId::IMPORT_ERROR, name, Value::NONE, &message))
        }
    }
}

impl Isolate {
    /// Sets `__spec__` and `__loader__` of a module by what else its namespace says.
    pub(crate) fn set_module_spec(&mut self, module: Value) -> Completion<()> {
        let dict = self.module_dict(module);
        let get = |iso: &mut Isolate, name: Value| iso.heap.dict_get_name(dict, name).unwrap_or(Value::NONE);
        let (name, file, path) = (get(self, names::__name__), get(self, names::__file__), get(self, names::__path__));
        let spec = self.new_module_spec(name, file, path)?;
        let loader = self.heap.field(spec, field::LOADER);
        self.heap.dict_set_plain(dict, names::__spec__, spec)?;
        self.heap.dict_set_plain(dict, names::__loader__, loader)?;
        Ok(())
    }

    /// The specification of a module that comes from a file or, without one, from several folders or the library.
    pub(crate) fn new_module_spec(&mut self, name: Value, file: Value, path: Value) -> Completion {
        let (loader, origin) = if !file.is_none() {
            let is_package = Value::bool(!path.is_none());
            (self.new_record(TypeId::SOURCE_LOADER, 0, &[name, file, is_package])?, file)
        } else if !path.is_none() {
            (Value::NONE, Value::NONE)
        } else {
            (TypeId::BUILTIN_IMPORTER.value(), self.intern("built-in")?)
        };
        let mut fields = [Value::NONE; field::DICT + 1];
        fields[field::NAME] = name;
        fields[field::LOADER] = loader;
        fields[field::ORIGIN] = origin;
        fields[field::LOCATIONS] = path;
        fields[field::HAS_LOCATION] = Value::bool(!file.is_none());
        fields[field::DICT] = Value::UNBOUND;
        self.new_record(TypeId::MODULE_SPEC, 0, &fields)
    }
}
