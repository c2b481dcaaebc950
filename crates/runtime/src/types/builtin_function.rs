//! Functions, methods and attributes written in Rust, as objects.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, RowKind, TypeFlags, TypeId, TypeSpec, getter, raw_method};
use crate::object::pickling::reduce_function;
use crate::{Completion, Isolate, Value, names};
use alloc::format;

const FLAGS: TypeFlags = TypeFlags::NOT_CALLABLE;

/// Functions of modules, static methods, and methods bound to a receiver.
pub(crate) static BUILTIN_FUNCTION: TypeSpec =
    TypeSpec::new("builtin_function_or_method", "", FUNCTION_ROWS).with_flags(FLAGS);
/// Methods of builtin types.
pub(crate) static METHOD_DESCRIPTOR: TypeSpec =
    TypeSpec::new("method_descriptor", "", DESCRIPTOR_ROWS).with_flags(FLAGS);
/// Class methods of builtin types.
pub(crate) static CLASS_METHOD_DESCRIPTOR: TypeSpec =
    TypeSpec::new("classmethod_descriptor", "", DESCRIPTOR_ROWS).with_flags(FLAGS);
/// Attributes of builtin types; and `__dict__` and `__weakref__` in the namespace of the class that first gives them to its
/// instances, which are records of the class and the name.
pub(crate) static GETSET_DESCRIPTOR: TypeSpec =
    TypeSpec::new("getset_descriptor", "", super::descriptors::MEMBER_ROWS).with_flags(FLAGS);
/// Special methods of builtin types.
pub(crate) static WRAPPER_DESCRIPTOR: TypeSpec =
    TypeSpec::new("wrapper_descriptor", "", DESCRIPTOR_ROWS).with_flags(FLAGS);
/// Special methods bound to a receiver.
pub(crate) static METHOD_WRAPPER: TypeSpec = TypeSpec::new("method-wrapper", "", WRAPPER_ROWS).with_flags(FLAGS);

const CALL: Row = raw_method("__call__", "($self, /, *args, **kwargs)", "Call self as a function.", call);
const GET: Row = raw_method(
    "__get__",
    "($self, instance, owner=None, /)",
    "Return an attribute of instance, which is of type owner.",
    get,
);
const REPR: Row = raw_method("__repr__", "($self, /)", "Return repr(self).", repr);
const EQ: Row = raw_method("__eq__", "($self, value, /)", "Return self==value.", eq);
const HASH: Row = raw_method("__hash__", "($self, /)", "Return hash(self).", hash);
const NAME: Row = getter("__name__", "the name", name);
const QUALNAME: Row = getter("__qualname__", "the qualified name", qualname);
const DOC: Row = getter("__doc__", "the documentation", doc);
const SIGNATURE: Row = getter("__text_signature__", "the signature", signature);
const SELF: Row = getter("__self__", "the object it is bound to", receiver);
const REDUCE: Row =
    raw_method("__reduce__", "($self, /)", "Return the name, or what has the attribute.", reduce_function);
const OBJCLASS: Row = getter("__objclass__", "the type", owner);

/// What is bound already is no descriptor.
const FUNCTION_ROWS: &[Row] =
    &[CALL, REPR, EQ, HASH, NAME, QUALNAME, DOC, SIGNATURE, SELF, REDUCE, getter("__module__", "the module", module)];
const WRAPPER_ROWS: &[Row] = &[CALL, REPR, EQ, HASH, NAME, QUALNAME, DOC, SIGNATURE, SELF, REDUCE, OBJCLASS];
const DESCRIPTOR_ROWS: &[Row] = &[CALL, GET, REPR, EQ, HASH, NAME, QUALNAME, DOC, SIGNATURE, REDUCE, OBJCLASS];

/// The special methods that CPython keeps in a slot of the type, wrapped when a program asks for them. All others are
/// methods like `append`, whatever their name.
#[rustfmt::skip]
const SLOTS: &[&str] = &[
    "__repr__", "__hash__", "__call__", "__str__", "__getattribute__", "__getattr__", "__setattr__", "__delattr__",
    "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__", "__iter__", "__next__", "__get__", "__set__",
    "__delete__", "__init__", "__del__", "__buffer__", "__release_buffer__", "__await__", "__aiter__", "__anext__",
    "__add__", "__radd__", "__iadd__", "__sub__", "__rsub__", "__isub__", "__mul__", "__rmul__", "__imul__",
    "__truediv__", "__rtruediv__", "__itruediv__", "__floordiv__", "__rfloordiv__", "__ifloordiv__", "__mod__",
    "__rmod__", "__imod__", "__pow__", "__rpow__", "__ipow__", "__matmul__", "__rmatmul__", "__imatmul__",
    "__lshift__", "__rlshift__", "__ilshift__", "__rshift__", "__rrshift__", "__irshift__", "__and__", "__rand__",
    "__iand__", "__or__", "__ror__", "__ior__", "__xor__", "__rxor__", "__ixor__", "__divmod__", "__rdivmod__",
    "__neg__", "__pos__", "__invert__", "__abs__", "__int__", "__float__", "__index__", "__bool__", "__len__",
    "__contains__", "__getitem__", "__setitem__", "__delitem__",
];

/// Special methods that are methods like others all the same, since that is faster to call in CPython.
const PLAIN_METHODS: &[(&str, &str)] = &[
    ("list", "__getitem__"),
    ("dict", "__getitem__"),
    ("dict", "__contains__"),
    ("set", "__contains__"),
    ("frozenset", "__contains__"),
];

/// Attributes that CPython reads straight from the object. Where they can't be set, it says so in other words.
const MEMBERS: &[(&str, &[&str])] = &[
    ("function", &["__closure__", "__globals__", "__builtins__"]),
    ("method", &["__func__", "__self__"]),
    ("module", &["__dict__"]),
    ("code", &["co_name", "co_qualname", "co_filename", "co_firstlineno", "co_argcount", "co_posonlyargcount"]),
    ("code", &["co_kwonlyargcount", "co_stacksize", "co_flags", "co_names", "co_consts", "co_nlocals"]),
    ("code", &["co_linetable", "co_exceptiontable"]),
    ("method_descriptor", &["__name__", "__objclass__"]),
    ("wrapper_descriptor", &["__name__", "__objclass__"]),
    ("classmethod_descriptor", &["__name__", "__objclass__"]),
    ("getset_descriptor", &["__name__", "__objclass__"]),
    ("SimpleNamespace", &["__dict__"]),
    ("classmethod", &["__func__", "__wrapped__"]),
    ("staticmethod", &["__func__", "__wrapped__"]),
    ("member_descriptor", &["__name__", "__objclass__"]),
    ("type", &["__base__", "__basicsize__", "__itemsize__", "__dictoffset__", "__weakrefoffset__", "__flags__"]),
    ("method-wrapper", &["__self__"]),
    ("super", &["__self__", "__thisclass__", "__self_class__"]),
    ("GenericAlias", &["__origin__", "__args__", "__unpacked__"]),
    ("Union", &["__args__"]),
    ("slice", &["start", "stop", "step"]),
    ("range", &["start", "stop", "step"]),
    ("property", &["fget", "fset", "fdel"]),
    ("BaseException", &["__suppress_context__"]),
    ("BaseExceptionGroup", &["message", "exceptions"]),
    ("StopIteration", &["value"]),
    ("SystemExit", &["code"]),
    ("AttributeError", &["name", "obj"]),
    ("NameError", &["name"]),
    ("ImportError", &["msg", "name", "path", "name_from"]),
    ("OSError", &["errno", "strerror", "filename", "filename2"]),
    (
        "SyntaxError",
        &["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"],
    ),
    ("UnicodeDecodeError", &["encoding", "object", "start", "end", "reason"]),
    ("UnicodeEncodeError", &["encoding", "object", "start", "end", "reason"]),
    ("UnicodeTranslateError", &["object", "start", "end", "reason"]),
    ("traceback", &["tb_frame", "tb_lasti"]),
    ("coroutine", &["cr_origin"]),
    ("complex", &["real", "imag"]),
    ("TypeVar", &["__name__", "__covariant__", "__contravariant__", "__infer_variance__"]),
    ("ParamSpec", &["__name__", "__bound__", "__covariant__", "__contravariant__", "__infer_variance__"]),
    ("TypeVarTuple", &["__name__"]),
    ("TypeAliasType", &["__name__"]),
];

impl Isolate {
    /// Whether an attribute that can't be set is a member in CPython.
    pub(crate) fn is_member_row(&self, row: &'static Row) -> bool {
        let has_name = |names: &[&str]| names.contains(&row.name);
        MEMBERS.iter().filter(|(_, names)| has_name(names)).any(|(owner, _)| {
            // The name decides for most attributes that are set at all; then the type is looked for.
            self.owner_of_row(row).is_some_and(|found| found == *owner)
        })
    }

    /// Whether a method is a slot wrapper in CPython.
    pub(crate) fn is_slot_wrapper(&self, row: &'static Row) -> bool {
        if !row.name.starts_with("__") || !SLOTS.contains(&row.name) {
            return false;
        }
        let is_plain = |&(class, name): &(&str, &str)| {
            name == row.name && self.owner_of_row(row).is_some_and(|owner| owner == class)
        };
        !PLAIN_METHODS.iter().any(is_plain)
    }
}

/// The native function itself, and what it is bound to.
fn parts(iso: &mut Isolate, args: &[Value]) -> Completion<(Value, Value)> {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    if iso.heap.kind(this) == Some(Kind::BoundMethod) {
        return Ok((iso.heap.field(this, 0), iso.heap.field(this, 1)));
    }
    Ok((this, Value::UNBOUND))
}

fn row(iso: &mut Isolate, args: &[Value]) -> Completion<&'static Row> {
    let (function, _) = parts(iso, args)?;
    iso.native_row(function).ok_or_else(|| raise::internal(iso))
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    iso.call_packed(this, positional, keywords)
}

pub(super) fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, class] = args else { return Err(raise::internal(iso)) };
    let class = class.given().filter(|class| !class.is_none());
    if instance.is_none() && class.is_none() {
        return Err(raise::type_error(iso, "__get__(None, None) is invalid"));
    }
    if iso.native_row(this).is_some_and(|row| matches!(row.kind, RowKind::ClassMethod(..))) {
        return get_class_method(iso, this, instance, class);
    }
    if instance.is_none() {
        return Ok(this);
    }
    check_receiver(iso, this, instance)?;
    match iso.bind(this, instance, class.unwrap_or(Value::UNBOUND))? {
        Some(bound) => Ok(bound),
        None => Err(raise::internal(iso)),
    }
}

/// A class method bound to the class, or else to the instance's.
fn get_class_method(iso: &mut Isolate, this: Value, instance: Value, class: Option<Value>) -> Completion {
    let owner = owner(iso, &[this])?;
    let (name, owner_name) = (iso.native_row(this).map_or("", |row| row.name), iso.class_name(owner));
    let class = class.unwrap_or_else(|| iso.type_of(instance));
    if !iso.is_class(class) {
        let kind = iso.type_name(class);
        let message = format!("descriptor '{name}' for type '{owner_name}' needs a type, not a '{kind}' as arg 2");
        return Err(raise::type_error(iso, &message));
    }
    if !iso.is_subtype(class, owner) {
        let class = iso.class_name(class);
        let message = format!("descriptor '{name}' requires a subtype of '{owner_name}' but received '{class}'");
        return Err(raise::type_error(iso, &message));
    }
    iso.new_bound_method(this, class)
}

/// What a method or attribute is asked of must be of its type.
fn check_receiver(iso: &mut Isolate, this: Value, instance: Value) -> Completion<()> {
    let owner = owner(iso, &[this])?;
    if iso.is_subtype(iso.type_of(instance), owner) {
        return Ok(());
    }
    let name = iso.native_row(this).map_or("", |row| row.name);
    let (owner, kind) = (iso.class_name(owner), iso.type_name(instance));
    Err(raise::type_error(
        iso,
        &format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{kind}' object"),
    ))
}

pub(super) fn set(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance, value] = args else { return Err(raise::internal(iso)) };
    check_receiver(iso, this, instance)?;
    let name = name(iso, &[this])?;
    if let Some((table, _)) = this.as_native()
        && table < iso.types.len()
        && !iso.is_subtype(iso.type_of(instance), TypeId(table as u16).value())
    {
        let (name, owner) = (iso.name_text(name), iso.class_name(TypeId(table as u16).value()));
        let kind = iso.type_name(instance);
        let message = format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{kind}' object");
        return Err(raise::type_error(iso, &message));
    }
    iso.set_attr_generic(instance, name, value)?;
    Ok(Value::NONE)
}

pub(super) fn delete(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, instance] = args else { return Err(raise::internal(iso)) };
    set(iso, &[this, instance, Value::UNBOUND])
}

pub(super) fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let row = row(iso, args)?;
    let (function, receiver) = parts(iso, args)?;
    // The first tables are those of the types.
    let owner = function.as_native().and_then(|(table, _)| iso.types.get(table)).map(|spec| spec.name);
    let is_wrapper = iso.is_slot_wrapper(row);
    let text = match (owner, receiver.given()) {
        (_, Some(receiver)) if is_wrapper => {
            let (kind, address) = (iso.type_name(receiver), iso.address_of(receiver));
            format!("<method-wrapper '{}' of {kind} object at 0x{address:x}>", row.name)
        }
        (_, Some(receiver)) if iso.is_class(receiver) => {
            let address = iso.address_of(receiver);
            format!("<built-in method {} of type object at 0x{address:x}>", row.name)
        }
        (_, Some(receiver)) => {
            let (kind, address) = (iso.type_name(receiver), iso.address_of(receiver));
            format!("<built-in method {} of {kind} object at 0x{address:x}>", row.name)
        }
        (None, None) => format!("<built-in function {}>", row.name),
        (Some(owner), None) => {
            let kind = iso.type_name(function);
            match kind.as_str() {
                "getset_descriptor" => format!("<attribute '{}' of '{owner}' objects>", row.name),
                "member_descriptor" => format!("<member '{}' of '{owner}' objects>", row.name),
                "builtin_function_or_method" => {
                    let class = static_owner(iso, function).unwrap_or(function);
                    format!("<built-in method {} of type object at 0x{:x}>", row.name, iso.address_of(class))
                }
                _ if is_wrapper => format!("<slot wrapper '{}' of '{owner}' objects>", row.name),
                _ => format!("<method '{}' of '{owner}' objects>", row.name),
            }
        }
    };
    iso.new_str(&text)
}

/// The class of a static method such as `__new__`, which is what it is bound to in CPython.
fn static_owner(iso: &Isolate, function: Value) -> Option<Value> {
    let row = iso.native_row(function)?;
    let (table, _) = function.as_native()?;
    let is_static = matches!(row.kind, RowKind::StaticMethod(..)) && table < iso.types.len();
    is_static.then(|| TypeId(table as u16).value())
}

fn eq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if this == other {
        return Ok(Value::TRUE);
    }
    let is_bound = [TypeId::BUILTIN_FUNCTION, TypeId::METHOD_WRAPPER].iter().any(|id| iso.type_of(this) == id.value());
    if !is_bound || iso.type_of(other) != iso.type_of(this) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (parts(iso, &[this])?, parts(iso, &[other])?);
    Ok(Value::bool(left == right))
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (function, receiver) = parts(iso, args)?;
    let hash = iso.heap.identity_hash(function) ^ iso.heap.identity_hash(receiver).rotate_left(7);
    iso.new_int(hash as i64)
}

pub(super) fn name(iso: &mut Isolate, args: &[Value]) -> Completion {
    let row = row(iso, args)?;
    Ok(iso.intern(row.name)?)
}

pub(super) fn qualname(iso: &mut Isolate, args: &[Value]) -> Completion {
    let row = row(iso, args)?;
    match iso.owner_of_row(row) {
        Some(owner) => {
            // A class method goes by the class that it is bound to.
            let owner = match parts(iso, args)?.1.given() {
                Some(class) if matches!(row.kind, RowKind::ClassMethod(..)) => iso.class_qualname(class),
                Some(receiver) if !iso.is_slot_wrapper(row) => iso.class_qualname(iso.type_of(receiver)),
                _ => owner,
            };
            iso.new_str(&format!("{owner}.{}", row.name))
        }
        None => iso.new_str(row.name),
    }
}

pub(super) fn doc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let row = row(iso, args)?;
    let text = row.doc.text();
    // Empty where the image has no documentation.
    if text.is_empty() { Ok(Value::NONE) } else { iso.new_str(text) }
}

fn signature(iso: &mut Isolate, args: &[Value]) -> Completion {
    let row = row(iso, args)?;
    if row.text.is_empty() {
        return Ok(Value::NONE);
    }
    match (row.kind, row.text.strip_prefix('(')) {
        (RowKind::Function(..), Some(rest)) if rest.starts_with("$module") => iso.new_str(row.text),
        (RowKind::Function(..), Some(")")) => iso.new_str("($module, /)"),
        // Nobody can name the module itself.
        (RowKind::Function(..), Some(rest)) if row.signature().positional_only() == 0 => {
            iso.new_str(&format!("($module, /, {rest}"))
        }
        (RowKind::Function(..), Some(rest)) => iso.new_str(&format!("($module, {rest}")),
        _ => iso.new_str(row.text),
    }
}

fn receiver(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    match parts(iso, args)?.1.given() {
        Some(receiver) => Ok(receiver),
        // Only `__new__` knows its class.
        None if static_owner(iso, this).is_some() => {
            let is_new = row(iso, args)?.name == "__new__";
            Ok(static_owner(iso, this).filter(|_| is_new).unwrap_or(Value::NONE))
        }
        None => match module(iso, args)? {
            module if module.is_none() => Err(iso.no_attribute(this, names::__self__)),
            module => {
                let modules = iso.modules_dict();
                Ok(iso.heap.dict_get_name(modules, module).unwrap_or(Value::NONE))
            }
        },
    }
}

fn module(iso: &mut Isolate, args: &[Value]) -> Completion {
    let row = row(iso, args)?;
    if iso.owner_of_row(row).is_some() {
        return Ok(Value::NONE);
    }
    let found = iso.modules.iter().find(|spec| contains(spec.rows, row));
    match found.map(|spec| spec.name) {
        Some("_execution") => Ok(names::builtins),
        Some(name) => Ok(iso.intern(name)?),
        None => Ok(Value::NONE),
    }
}

fn contains(rows: &'static [Row], row: &'static Row) -> bool {
    rows.as_ptr_range().contains(&core::ptr::from_ref(row))
}

pub(super) fn owner(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = args.first().copied().ok_or_else(|| raise::internal(iso))?;
    let (function, _) = parts(iso, args)?;
    match function.as_native() {
        Some((table, _)) if table < iso.types.len() => Ok(TypeId(table as u16).value()),
        _ => Err(iso.no_attribute(this, names::__objclass__)),
    }
}
