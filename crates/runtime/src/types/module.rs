//! `module`.

use crate::exceptions::raise;
use crate::native::{Row, TypeSpec, getter, raw_method, static_method};
use crate::object::attributes::module_field;
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
        let message = format!("module.__init__() argument 'name' must be str, not {kind}");
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
    let name = iso.heap.dict_get_name(dict, names::__name__).unwrap_or(names::question);
    let name = iso.repr_text(name)?;
    let text = match iso.heap.dict_get_name(dict, names::__file__) {
        Some(file) => format!("<module {name} from {}>", iso.repr_text(file)?),
        None => format!("<module {name} (built-in)>"),
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
