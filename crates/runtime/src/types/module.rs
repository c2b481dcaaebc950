//! `module`.

use crate::exceptions::raise;
use crate::native::{Row, TypeId, TypeSpec, getset, getter, raw_method, static_method};
use crate::object::attributes::module_field;
use crate::types::module_spec::field;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

/// `module`.
pub(crate) static MODULE: TypeSpec =
    TypeSpec::new("module", "module(name, doc=None)\n--\n\nCreate a module object.", ROWS);

const ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "Create and return a new object.", new),
    raw_method("__init__", "($self, name, doc=None)", "Initialize self.", init),
    raw_method("__repr__", "($self, /)", "Return repr(self).", repr),
    raw_method("__dir__", "($self, /)", "__dir__() -> list\nspecialized dir() implementation", dir),
    getter("__dict__", "the module's namespace", dict),
    getset("__annotations__", "the annotations of the module's variables", get_annotations, set_annotations),
    getset("__annotate__", "the function that computes the annotations", get_annotate, set_annotate),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let class = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    let module = iso.new_module(names::question)?;
    if iso.type_spec(class).is_none() {
        iso.heap.set_field(module, module_field::CLASS, class);
    }
    Ok(module)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, name, doc] = args else { return Err(raise::internal(iso)) };
    if iso.as_str(name).is_none() {
        let kind = iso.type_name(name);
        let message = format!("module() argument 'name' must be str, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    let dict = iso.module_dict(this);
    iso.heap.dict_set_plain(dict, names::__name__, name)?;
    iso.heap.dict_set_plain(dict, names::__doc__, doc.or(Value::NONE))?;
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    let dict = iso.module_dict(this);
    let question = iso.intern("?")?;
    let name = iso.heap.dict_get_name(dict, names::__name__).unwrap_or(question);
    // What is typed at the prompt runs in a module of CPython's own.
    let is_builtin = name == names::__main__ || iso.is_builtin_module(name);
    let text = iso.heap.str(name).unwrap_or_default();
    let is_frozen = iso.modules.iter().any(|spec| spec.name == text && spec.frozen.is_some());
    let name = iso.repr_text(name)?;
    let (file, path) = (iso.heap.dict_get_name(dict, names::__file__), iso.heap.dict_get_name(dict, names::__path__));
    let spec = iso.heap.dict_get_name(dict, names::__spec__).unwrap_or(Value::NONE);
    if iso.heap.record_type(spec) == Some(TypeId::MODULE_SPEC.number()) && !is_builtin && file.is_none() {
        return repr_by_spec(iso, spec, path.is_some());
    }
    let loader = iso.heap.dict_get_name(dict, names::__loader__).unwrap_or(Value::NONE);
    if spec.is_none() && !loader.is_none() && file.is_none() && !is_builtin {
        let text = format!("<module {name} ({})>", iso.repr_text(loader)?);
        return iso.new_str(&text);
    }
    let text = match (file, path) {
        (Some(file), _) => format!("<module {name} from {}>", iso.repr_text(file)?),
        // Those written in Python are what CPython calls frozen.
        (None, _) if is_builtin => format!("<module {name} ({})>", if is_frozen { "frozen" } else { "built-in" }),
        (None, Some(path)) => format!("<module {name} (namespace) from {}>", iso.repr_text(path)?),
        (None, None) => format!("<module {name}>"),
    };
    iso.new_str(&text)
}

/// The text of a module without a file whose specification is all that is known.
fn repr_by_spec(iso: &mut Isolate, spec: Value, is_namespace: bool) -> Completion {
    let part = |index: usize| iso.heap.field(spec, index);
    let (name, loader, origin) = (part(field::NAME), part(field::LOADER), part(field::ORIGIN));
    let locations = part(field::LOCATIONS);
    let name = if name.is_none() { "'?'".into() } else { iso.repr_text(name)? };
    let text = if !origin.is_none() {
        format!("<module {name} ({})>", iso.str(origin).map(|text| iso.name_text(text))?)
    } else if is_namespace && !locations.is_none() {
        format!("<module {name} (namespace) from {}>", iso.repr_text(locations)?)
    } else if loader.is_none() {
        format!("<module {name}>")
    } else {
        format!("<module {name} ({})>", iso.repr_text(loader)?)
    };
    iso.new_str(&text)
}

fn dir(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    let dict = iso.module_dict(this);
    if let Some(hook) = iso.heap.dict_get_name(dict, names::__dir__) {
        return iso.call(hook, &[]);
    }
    iso.collect_items(dict)
}

fn dict(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    Ok(iso.module_dict(this))
}

fn get_annotations(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(this);
    if let Some(found) = iso.heap.dict_get_name(dict, names::__annotations__) {
        return Ok(found);
    }
    let annotate = iso.heap.dict_get_name(dict, names::__annotate__).unwrap_or(Value::NONE);
    let annotations = if iso.is_callable(annotate) {
        let made = iso.call(annotate, &[Value::small_int(1)])?;
        if !iso.is_instance_of(made, TypeId::DICT) {
            let kind = iso.type_name(made);
            return Err(raise::type_error(iso, &format!("__annotate__ returned non-dict of type '{kind}'")));
        }
        made
    } else {
        iso.new_dict()?
    };
    iso.heap.dict_set_plain(dict, names::__annotations__, annotations)?;
    Ok(annotations)
}

fn set_annotations(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(this);
    if !value.is_unbound() {
        iso.heap.dict_set_plain(dict, names::__annotations__, value)?;
    } else if !iso.heap.dict_remove_plain(dict, names::__annotations__) {
        return Err(raise::attribute_error(iso, this, names::__annotations__, "__annotations__"));
    }
    iso.heap.dict_remove_plain(dict, names::__annotate__);
    Ok(Value::NONE)
}

fn get_annotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(this);
    Ok(iso.heap.dict_get_name(dict, names::__annotate__).unwrap_or(Value::NONE))
}

fn set_annotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() {
        return Err(raise::type_error(iso, "cannot delete __annotate__ attribute"));
    }
    if !value.is_none() && !iso.is_callable(value) {
        return Err(raise::type_error(iso, "__annotate__ must be callable or None"));
    }
    let dict = iso.module_dict(this);
    iso.heap.dict_set_plain(dict, names::__annotate__, value)?;
    if !value.is_none() {
        iso.heap.dict_remove_plain(dict, names::__annotations__);
    }
    Ok(Value::NONE)
}
