//! `function`: functions written in Python.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::interpreter::Details;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, getset, getter, method, static_method};
use crate::object::namespace::{get_attribute_dict, set_attribute_dict};
use crate::types::descriptors::check_descriptor_arguments;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;
use ferropy_bytecode::CodeFlags;

/// The fields of a function's payload. A function has the first three at most until one of the others is set.
pub(crate) mod field {
    /// `__closure__`: a tuple of cells; the cell itself where it is the only one, until somebody asks for the tuple.
    pub(crate) const CLOSURE: usize = 0;
    /// `__defaults__`: a tuple.
    pub(crate) const DEFAULTS: usize = 1;
    /// `__kwdefaults__`: a dict.
    pub(crate) const KWDEFAULTS: usize = 2;
    /// `__annotate__`: a function.
    pub(crate) const ANNOTATE: usize = 3;
    /// `__annotations__`: a dict, once computed or set.
    pub(crate) const ANNOTATIONS: usize = 4;
    /// `__name__`, if it is not the code's.
    pub(crate) const NAME: usize = 5;
    /// `__qualname__`, if it is not the code's.
    pub(crate) const QUALNAME: usize = 6;
    /// `__doc__`, if it is not the code's.
    pub(crate) const DOC: usize = 7;
    /// `__module__`, if it is not the globals' `__name__`.
    pub(crate) const MODULE: usize = 8;
    /// `__type_params__`: a tuple.
    pub(crate) const TYPE_PARAMS: usize = 9;
    /// `__dict__`: a dict.
    pub(crate) const DICT: usize = 10;
    /// How many fields there are.
    pub(crate) const COUNT: usize = 11;
}

/// `function`.
pub(crate) static FUNCTION: TypeSpec = TypeSpec::new("function", DOC, ROWS).with_flags(TypeFlags(0));

const DOC: &str = "function(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)\n--\n\nCreate a function object.";

const ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
        "Make a function of a code object and the global variables that it sees.",
        new,
    ),
    method(
        "__get__",
        "($self, instance, owner=None, /)",
        "Return an attribute of instance, which is of type owner.",
        get,
    ),
    method("__call__", "($self, /, *args, **kwargs)", "Call self as a function.", call),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    getset("__name__", "the function's name", get_name, set_name),
    getset("__qualname__", "the function's qualified name", get_qualname, set_qualname),
    getset("__doc__", "the function's documentation", get_doc, set_doc),
    getset("__module__", "the module that the function was defined in", get_module, set_module),
    getset("__defaults__", "the defaults of positional parameters", get_defaults, set_defaults),
    getset("__kwdefaults__", "the defaults of keyword-only parameters", get_kwdefaults, set_kwdefaults),
    getset("__annotations__", "the annotations", get_annotations, set_annotations),
    getset("__annotate__", "the function that computes the annotations", get_annotate, set_annotate),
    getset("__type_params__", "the type parameters", get_type_params, set_type_params),
    getset("__dict__", "the function's own attributes", get_attribute_dict, set_attribute_dict),
    getset("__code__", "the code object", get_code, set_code),
    getter("__closure__", "the captured variables", get_closure),
    getter("__globals__", "the global variables", get_globals),
    getter("__builtins__", "the builtins", get_builtins),
];

fn first(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, code, globals, name, defaults, closure, keyword_defaults] = args else { return Err(raise::internal(iso)) };
    let Some(number) = iso.heap.code(code) else {
        let kind = iso.type_name(code);
        return Err(raise::type_error(iso, &format!("function() argument 'code' must be code, not {kind}")));
    };
    if iso.heap.kind(globals) != Some(Kind::Dict) {
        let kind = iso.type_name(globals);
        return Err(raise::type_error(iso, &format!("function() argument 'globals' must be dict, not {kind}")));
    }
    let none = |value: Value| if value.is_none() { Value::UNBOUND } else { value };
    let (name, defaults, closure, keyword_defaults) =
        (none(name), none(defaults), none(closure), none(keyword_defaults));
    if !name.is_unbound() && iso.as_str(name).is_none() {
        return Err(raise::type_error(iso, "arg 3 (name) must be None or string"));
    }
    if !defaults.is_unbound() && iso.heap.kind(defaults) != Some(Kind::Tuple) {
        return Err(raise::type_error(iso, "arg 4 (defaults) must be None or tuple"));
    }
    let wanted = iso.codes.get(number).map_or(0, |code| code.details().free_names().len());
    if !closure.is_unbound() && iso.heap.kind(closure) != Some(Kind::Tuple) {
        return Err(raise::type_error(iso, "arg 5 (closure) must be None or tuple"));
    }
    if iso.heap.sequence_len(closure) != wanted {
        if closure.is_unbound() {
            return Err(raise::type_error(iso, "arg 5 (closure) must be tuple"));
        }
        let given = iso.heap.sequence_len(closure);
        let name = iso.codes.get(number).map_or(Value::UNBOUND, |code| code.details().name());
        let name = iso.name_text(name);
        let message = format!("{name} requires closure of length {wanted}, not {given}");
        return Err(raise::value_error(iso, &message));
    }
    if !keyword_defaults.is_unbound() && iso.heap.kind(keyword_defaults) != Some(Kind::Dict) {
        return Err(raise::type_error(iso, "arg 6 (kwdefaults) must be None or dict"));
    }
    for cell in iso.heap.items(closure).collect::<alloc::vec::Vec<_>>() {
        if iso.heap.kind(cell) != Some(Kind::Cell) {
            let kind = iso.type_name(cell);
            return Err(raise::type_error(iso, &format!("arg 5 (closure) expected cell, found {kind}")));
        }
    }
    let arity = iso.codes.get(number).map_or(u16::MAX, crate::interpreter::LoadedCode::arity);
    let function = iso.heap.new_function(number, arity, globals, &[closure, defaults, keyword_defaults])?;
    iso.keep(function);
    if !name.is_unbound() {
        set_own(iso, &[function, name], field::NAME)?;
    }
    Ok(function)
}

/// Sets a field that a function may not have yet.
fn set_own(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    iso.heap.grow_fields(this, field::COUNT)?;
    iso.heap.set_field(this, index, value);
    Ok(Value::NONE)
}

fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, owner] = args else { return Err(raise::internal(iso)) };
    check_descriptor_arguments(iso, instance, owner)?;
    if instance.is_none() { Ok(this) } else { iso.new_bound_method(this, instance) }
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.call_packed(this, positional, keywords)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let name = get_qualname(iso, &[this])?;
    let name = iso.unwrap(name);
    let mut text = Vec::with_capacity(64);
    text.extend_from_slice(b"<function ");
    text.extend_from_slice(iso.heap.str_bytes(name).unwrap_or(b"?"));
    text.extend_from_slice(b" at ");
    iso.append_address(this, &mut text);
    text.push(b'>');
    iso.new_text(&text)
}

fn get_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let code = iso.function_details(this).map_or(names::EMPTY, Details::name);
    Ok(iso.heap.field(this, field::NAME).or(code))
}

fn get_qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    if let Some(own) = iso.heap.field(this, field::QUALNAME).given() {
        return Ok(own);
    }
    match iso.settled(this) {
        Some((number, ..)) => iso.qualified_name(number),
        None => Ok(names::EMPTY),
    }
}

fn set_text(iso: &mut Isolate, args: &[Value], index: usize, attribute: &str) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    match value.given().and_then(|value| iso.as_str(value)) {
        Some(text) => set_own(iso, &[this, text], index),
        None => Err(raise::type_error(iso, &format!("{attribute} must be set to a string object"))),
    }
}

fn set_name(iso: &mut Isolate, args: &[Value]) -> Completion {
    set_text(iso, args, field::NAME, "__name__")
}

fn set_qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    set_text(iso, args, field::QUALNAME, "__qualname__")
}

fn get_doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    if let Some(doc) = iso.heap.field(this, field::DOC).given() {
        return Ok(doc);
    }
    iso.code_documentation(this)
}

fn set_doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    set_own(iso, &[this, value.or(Value::NONE)], field::DOC)
}

fn get_module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    if let Some(module) = iso.heap.field(this, field::MODULE).given() {
        return Ok(module);
    }
    let globals = get_globals(iso, &[this])?;
    Ok(iso.heap.dict_get_name(globals, names::__name__).unwrap_or(Value::NONE))
}

fn set_module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    set_own(iso, &[this, value.or(Value::NONE)], field::MODULE)
}

fn get_defaults(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, field::DEFAULTS).or(Value::NONE))
}

fn set_defaults(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let value = if value.is_none() { Value::UNBOUND } else { value };
    if !value.is_unbound() && iso.heap.kind(value) != Some(Kind::Tuple) {
        return Err(raise::type_error(iso, "__defaults__ must be set to a tuple object"));
    }
    set_own(iso, &[this, value], field::DEFAULTS)
}

fn get_kwdefaults(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, field::KWDEFAULTS).or(Value::NONE))
}

fn set_kwdefaults(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let value = if value.is_none() { Value::UNBOUND } else { value };
    if !value.is_unbound() && iso.heap.kind(value) != Some(Kind::Dict) {
        return Err(raise::type_error(iso, "__kwdefaults__ must be set to a dict object"));
    }
    set_own(iso, &[this, value], field::KWDEFAULTS)
}

fn get_annotations(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    if let Some(annotations) = iso.heap.field(this, field::ANNOTATIONS).given() {
        return Ok(annotations);
    }
    let annotate = iso.heap.field(this, field::ANNOTATE).or(Value::NONE);
    let annotations = if annotate.is_none() { iso.new_dict()? } else { iso.call(annotate, &[Value::small_int(1)])? };
    set_own(iso, &[this, annotations], field::ANNOTATIONS)?;
    Ok(annotations)
}

fn set_annotations(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if !value.is_unbound() && !value.is_none() && !iso.is_instance_of(value, TypeId::DICT) {
        return Err(raise::type_error(iso, "__annotations__ must be set to a dict object"));
    }
    set_own(iso, &[this, Value::NONE], field::ANNOTATE)?;
    let value = if value.is_none() { Value::UNBOUND } else { value };
    set_own(iso, &[this, value], field::ANNOTATIONS)
}

fn get_annotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.field(this, field::ANNOTATE).or(Value::NONE))
}

fn set_annotate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    if !value.is_none() && !iso.is_callable(value) {
        return Err(raise::type_error(iso, "__annotate__ must be callable or None"));
    }
    set_own(iso, &[this, Value::UNBOUND], field::ANNOTATIONS)?;
    set_own(iso, &[this, value], field::ANNOTATE)
}

fn get_type_params(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    match iso.heap.field(this, field::TYPE_PARAMS).given() {
        Some(params) => Ok(params),
        None => iso.new_tuple(&[]),
    }
}

fn set_type_params(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, value] = args else { return Err(raise::internal(iso)) };
    if value.is_unbound() || !iso.is_instance_of(value, TypeId::TUPLE) {
        return Err(raise::type_error(iso, "__type_params__ must be set to a tuple"));
    }
    set_own(iso, args, field::TYPE_PARAMS)
}

fn get_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    match iso.settled(this) {
        Some((number, ..)) => iso.code_object(number),
        None => Err(raise::internal(iso)),
    }
}

/// Another code object for the function; its name and documentation stay.
fn set_code(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, value] = args else { return Err(raise::internal(iso)) };
    let Some(number) = value.given().and_then(|value| iso.heap.code(value)) else {
        return Err(raise::type_error(iso, "__code__ must be set to a code object"));
    };
    let wanted = iso.codes.get(number).map_or(0, |code| code.details().free_names().len());
    let closure = iso.heap.field(this, field::CLOSURE);
    let given = if iso.heap.kind(closure) == Some(Kind::Cell) { 1 } else { iso.heap.sequence_len(closure) };
    if wanted != given {
        let name = get_name(iso, &[this])?;
        let name = iso.name_text(name);
        let message = format!("{name}() requires a code object with {given} free vars, not {wanted}");
        return Err(raise::value_error(iso, &message));
    }
    let kept = [(field::NAME, get_name(iso, &[this])?), (field::QUALNAME, get_qualname(iso, &[this])?)];
    let doc = get_doc(iso, &[this])?;
    for (index, value) in kept.into_iter().chain([(field::DOC, doc)]) {
        set_own(iso, &[this, value], index)?;
    }
    let arity = iso.codes.get(number).map_or(u16::MAX, crate::interpreter::LoadedCode::arity);
    keep_code_of_generators(iso, this)?;
    if let Some((old, ..)) = iso.heap.function(this) {
        iso.shade_code(old);
    }
    iso.heap.set_function(this, number, arity);
    // What calls of a class do is remembered by the code of its `__init__`.
    iso.class_changed();
    Ok(Value::NONE)
}

/// Generators have their code by their function: what it made shall find the code that it is about to lose.
fn keep_code_of_generators(iso: &mut Isolate, function: Value) -> Completion<()> {
    const KINDS: [CodeFlags; 3] = [CodeFlags::GENERATOR, CodeFlags::COROUTINE, CodeFlags::ASYNC_GENERATOR];
    let Some((number, ..)) = iso.settled(function) else { return Ok(()) };
    if iso.codes.get(number).is_some_and(|code| KINDS.iter().any(|&kind| code.flags.has(kind))) {
        let code = iso.code_object(number)?;
        iso.root(code);
    }
    Ok(())
}

fn get_closure(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    let closure = iso.heap.field(this, field::CLOSURE).or(Value::NONE);
    if iso.heap.kind(closure) != Some(Kind::Cell) {
        return Ok(closure);
    }
    let tuple = iso.new_tuple(&[closure])?;
    iso.heap.set_field(this, field::CLOSURE, tuple);
    Ok(tuple)
}

fn get_globals(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = first(iso, args)?;
    Ok(iso.heap.function(this).map_or(Value::NONE, |(_, _, globals)| Value::handle(globals)))
}

fn get_builtins(iso: &mut Isolate, args: &[Value]) -> Completion {
    let globals = get_globals(iso, args)?;
    Ok(iso.builtins_of(globals))
}
