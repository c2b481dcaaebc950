//! `types.GenericAlias` and `typing.Union`: what `list[int]` and `int | str` are.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, getter, method, raw_method, static_method};
use crate::types::type_parameters::generic::set_alias_attribute;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// `types.GenericAlias`: fields origin and arguments (a tuple); the number is 1 for an unpacked one, `*tuple[int]`.
pub(crate) static GENERIC_ALIAS: TypeSpec = TypeSpec::new(
    "GenericAlias",
    "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list.",
    ALIAS_ROWS,
)
.in_module("types");

/// `typing.Union`: field 0 is the tuple of members.
pub(crate) static UNION: TypeSpec = TypeSpec::new("Union", "Represent a union type\n\nE.g. for int | str", UNION_ROWS)
    .in_module("typing")
    .with_flags(TypeFlags::NOT_CALLABLE);

const BINARY: &str = "($self, value, /)";
const UNARY: &str = "($self, /)";
const ORIGIN: usize = 0;
const ARGS: usize = 1;
/// How deep aliases within aliases are looked into.
const MOST_DEPTH: usize = 100;

const ALIAS_ROWS: &[Row] = &[
    static_method("__new__", "($type, origin, args, /)", "Create and return a new object.", new),
    method("__repr__", UNARY, "Return repr(self).", repr),
    method("__call__", "($self, /, *args, **kwargs)", "Call self as a function.", call),
    method("__eq__", BINARY, "Return self==value.", equal),
    method("__hash__", UNARY, "Return hash(self).", hash),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__getattribute__", "($self, name, /)", "Most attributes are those of the origin.", get_attribute),
    raw_method("__setattr__", "($self, name, value, /)", "Implement setattr(self, name, value).", set_alias_attribute),
    method("__mro_entries__", "($self, bases, /)", "The base that a class gets instead of the alias.", mro_entries),
    method("__iter__", UNARY, "Implement iter(self).", iterate),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", reflected_or),
    method("__reduce__", UNARY, "Return what makes the alias again.", reduce),
    getter("__origin__", "the generic type", |iso, args| field(iso, args, ORIGIN)),
    getter("__args__", "the arguments", |iso, args| field(iso, args, ARGS)),
    getter("__parameters__", "the type parameters among the arguments", parameters),
    getter("__unpacked__", "whether it is unpacked", unpacked),
];

const UNION_ROWS: &[Row] = &[
    class_method("__class_getitem__", "($type, members, /)", "The union of types.", union_of_members),
    method("__repr__", UNARY, "Return repr(self).", union_repr),
    method("__eq__", BINARY, "Return self==value.", union_equal),
    method("__hash__", UNARY, "Return hash(self).", union_hash),
    method("__or__", BINARY, "Return self|value.", or),
    method("__ror__", BINARY, "Return value|self.", reflected_or),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__mro_entries__", "($self, bases, /)", "Not possible.", no_base),
    getter("__args__", "the members", |iso, args| field(iso, args, 0)),
    getter("__module__", "Module of the type", |iso, _| iso.new_str("typing")),
    getter("__name__", "Name of the type", |iso, _| iso.new_str("Union")),
    getter("__qualname__", "Qualified name of the type", |iso, _| iso.new_str("Union")),
    getter("__origin__", "the type of unions", |_, _| Ok(TypeId::UNION.value())),
    getter("__parameters__", "the type parameters among the members", parameters),
];

/// The argument at a place.
pub(super) fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

fn field(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    Ok(iso.heap.field(argument(args, 0), index))
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, origin, parameters] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::GENERIC_ALIAS)?;
    let made = iso.new_generic_alias(origin, parameters)?;
    iso.wrap_new(class, TypeId::GENERIC_ALIAS, made)
}

/// An argument of an alias or a member of a union as `repr` shows it.
fn shown(iso: &mut Isolate, value: Value, in_union: bool) -> Completion<String> {
    if value == Value::ELLIPSIS {
        return Ok("...".into());
    }
    if in_union && value == TypeId::NONE_TYPE.value() {
        return Ok("None".into());
    }
    if iso.heap.kind(value) == Some(Kind::List) {
        let all = iso.one_level_deeper(|iso| shown_all(iso, value, in_union))?;
        return Ok(format!("[{}]", all.join(", ")));
    }
    if iso.is_class(value) {
        let name = iso.class_qualname(value);
        return Ok(match iso.class_module(value) {
            Some(module) if module != "builtins" => format!("{module}.{name}"),
            _ => name,
        });
    }
    match iso.record_type_id(value) {
        TypeId::GENERIC_ALIAS | TypeId::UNION => iso.repr_text(value),
        _ if is_foreign_alias(iso, value)? => iso.repr_text(value),
        _ => shown_function(iso, value),
    }
}

/// Whether a value is an alias that is written in Python, as those of `typing` are.
fn is_foreign_alias(iso: &mut Isolate, value: Value) -> Completion<bool> {
    if iso.heap.kind(value) != Some(Kind::Instance) {
        return Ok(false);
    }
    let (origin, arguments) = (iso.intern("__origin__")?, iso.intern("__args__")?);
    Ok(iso.get_attr_opt(value, origin)?.is_some() && iso.get_attr_opt(value, arguments)?.is_some())
}

/// What else has a module and a qualified name, as functions do, goes by those.
fn shown_function(iso: &mut Isolate, value: Value) -> Completion<String> {
    let name = iso.get_attr_opt(value, names::__qualname__)?;
    let module = iso.get_attr_opt(value, names::__module__)?;
    match (name, module) {
        (Some(name), Some(module)) if !module.is_none() => {
            let (name, module) = (iso.str(name)?, iso.str(module)?);
            let (name, module) = (iso.name_text(name), iso.name_text(module));
            Ok(if module == "builtins" { name } else { format!("{module}.{name}") })
        }
        _ => iso.repr_text(value),
    }
}

fn shown_all(iso: &mut Isolate, values: Value, in_union: bool) -> Completion<Vec<String>> {
    let mut all = Vec::new();
    for value in iso.heap.items(values).collect::<Vec<_>>() {
        all.push(shown(iso, value, in_union)?);
    }
    Ok(all)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let (origin, arguments) = (iso.heap.field(this, ORIGIN), iso.heap.field(this, ARGS));
    let star = if iso.heap.number(this) == 1 { "*" } else { "" };
    let is_builtin = iso.type_spec(origin).is_some() || !iso.is_class(origin);
    let origin = shown(iso, origin, false)?;
    let mut all = Vec::new();
    for argument in iso.heap.items(arguments).collect::<Vec<_>>() {
        // The parameters that a `ParamSpec` of a class stands for.
        if !is_builtin && iso.heap.kind(argument) == Some(Kind::Tuple) {
            all.push(format!("[{}]", shown_all(iso, argument, false)?.join(", ")));
        } else {
            all.push(shown(iso, argument, false)?);
        }
    }
    let all = if all.is_empty() { "()".into() } else { all.join(", ") };
    iso.new_str(&format!("{star}{origin}[{all}]"))
}

/// Calls the origin and tells the result, where it takes that, what it was made as.
fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let origin = iso.heap.field(this, ORIGIN);
    let made = iso.call_packed(origin, positional, keywords)?;
    if iso.heap.kind(made) == Some(Kind::Instance) {
        let name = iso.intern("__orig_class__")?;
        if iso.set_attr(made, name, this).is_err() {
            let forgives_all = iso.is_of_generic_class(this) && iso.raised_is(TypeId::EXCEPTION);
            if !forgives_all && !iso.raised_is(TypeId::ATTRIBUTE_ERROR) && !iso.raised_is(TypeId::TYPE_ERROR) {
                return Err(crate::Raised::EXCEPTION);
            }
            iso.take_exception();
        }
    }
    Ok(made)
}

fn equal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, other) = (argument(args, 0), argument(args, 1));
    let other = iso.unwrap(other);
    if iso.record_type_id(other) != TypeId::GENERIC_ALIAS {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let same = iso.heap.number(this) == iso.heap.number(other)
        && iso.equal(iso.heap.field(this, ORIGIN), iso.heap.field(other, ORIGIN))?
        && iso.equal(iso.heap.field(this, ARGS), iso.heap.field(other, ARGS))?;
    Ok(Value::bool(same))
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let origin = iso.hash(iso.heap.field(this, ORIGIN))?;
    let parameters = iso.hash(iso.heap.field(this, ARGS))?;
    iso.new_int(origin ^ parameters)
}

/// The attributes that an alias does not take from its origin.
const OWN: &[&str] = &[
    "__class__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
    "__bases__",
];

fn get_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, name) = (argument(args, 0), argument(args, 1));
    let name = iso.attribute_name(name)?;
    match iso.alias_attribute(this, name)? {
        Some(found) => Ok(found),
        None => Err(iso.no_attribute(this, name)),
    }
}

/// The base is the origin, but for `Generic[…]` in front of a generic class that has it as its base already.
fn mro_entries(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, bases) = (argument(args, 0), argument(args, 1));
    let origin = iso.heap.field(this, ORIGIN);
    let generic = TypeId::GENERIC.value();
    if origin == generic {
        // `Protocol` brings it too, wherever it stands.
        for base in iso.heap.items(bases).collect::<Vec<_>>() {
            if base != generic && iso.is_generic_or_protocol(base) {
                return iso.new_tuple(&[]);
            }
        }
        let is_generic = |base: Value| {
            base != this && iso.generic_alias_origin(base).is_some_and(|origin| iso.is_subtype(origin, generic))
        };
        if iso.heap.items(bases).skip_while(|&base| base != this).any(is_generic) {
            return iso.new_tuple(&[]);
        }
    }
    iso.new_tuple(&[origin])
}

/// `*alias`: one unpacked alias.
fn iterate(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let fields: Vec<Value> = iso.heap.fields(this).collect();
    let unpacked = iso.new_record(TypeId::GENERIC_ALIAS, 1, &fields)?;
    let list = iso.new_list(&[unpacked])?;
    iso.iterate(list)
}

fn unpacked(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(Value::bool(iso.heap.number(argument(args, 0)) == 1))
}

fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let parts: Vec<Value> = iso.heap.fields(this).collect();
    let parts = iso.new_tuple(&parts)?;
    iso.new_tuple(&[TypeId::GENERIC_ALIAS.value(), parts])
}

/// `self | value` for a type parameter, where the value may be text.
pub(super) fn parameter_or(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.union_of(&[argument(args, 0), argument(args, 1)])
}

/// `value | self` for a type parameter.
pub(super) fn parameter_reflected_or(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.union_of(&[argument(args, 1), argument(args, 0)])
}

/// `self | value` for a type.
pub(super) fn or(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.new_union(argument(args, 0), argument(args, 1))
}

/// `value | self` for a type.
pub(super) fn reflected_or(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.new_union(argument(args, 1), argument(args, 0))
}

/// The type parameters that arguments contain, each once, in order.
fn parameters_of(iso: &mut Isolate, arguments: Value, found: &mut Vec<Value>, depth: usize) -> Completion<()> {
    for argument in iso.heap.items(arguments).collect::<Vec<_>>() {
        parameters_in(iso, argument, found, depth)?;
    }
    Ok(())
}

fn parameters_in(iso: &mut Isolate, argument: Value, found: &mut Vec<Value>, depth: usize) -> Completion<()> {
    if depth > MOST_DEPTH {
        return Ok(());
    }
    if iso.heap.kind(argument) == Some(Kind::Tuple) {
        return parameters_of(iso, argument, found, depth + 1);
    }
    match iso.record_type_id(argument) {
        TypeId::TYPE_VAR | TypeId::PARAM_SPEC | TypeId::TYPE_VAR_TUPLE => {
            if !found.contains(&argument) {
                found.push(argument);
            }
            Ok(())
        }
        TypeId::UNPACKED => parameters_in(iso, iso.heap.field(argument, 0), found, depth + 1),
        TypeId::GENERIC_ALIAS => parameters_of(iso, iso.heap.field(argument, ARGS), found, depth + 1),
        TypeId::UNION => parameters_of(iso, iso.heap.field(argument, 0), found, depth + 1),
        _ => match foreign_parameters(iso, argument)? {
            Some(parameters) => parameters_of(iso, parameters, found, depth + 1),
            None => Ok(()),
        },
    }
}

/// The type parameters of an alias that is written in Python, as those of `typing` are: a tuple that is not empty.
fn foreign_parameters(iso: &mut Isolate, alias: Value) -> Completion<Option<Value>> {
    if iso.heap.kind(alias) != Some(Kind::Instance) {
        return Ok(None);
    }
    let found = iso.get_attr_opt(alias, names::__parameters__)?;
    Ok(found.filter(|&found| iso.heap.kind(found) == Some(Kind::Tuple) && iso.heap.sequence_len(found) > 0))
}

fn parameters(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let place = if iso.record_type_id(this) == TypeId::UNION { 0 } else { ARGS };
    let mut found = Vec::new();
    parameters_of(iso, iso.heap.field(this, place), &mut found, 0)?;
    iso.new_tuple(&found)
}

/// A Python alias with its own type parameters replaced.
fn foreign_substituted(iso: &mut Isolate, alias: Value, from: &[Value], to: &[Value]) -> Completion {
    let Some(parameters) = foreign_parameters(iso, alias)? else { return Ok(alias) };
    let mut given = Vec::new();
    for parameter in iso.heap.items(parameters).collect::<Vec<_>>() {
        let value = from.iter().position(|&other| other == parameter).and_then(|place| to.get(place)).copied();
        match value {
            Some(value) if iso.record_type_id(parameter) == TypeId::TYPE_VAR_TUPLE => {
                given.extend(iso.heap.items(value))
            }
            value => given.push(value.unwrap_or(parameter)),
        }
    }
    let given = iso.new_tuple(&given)?;
    iso.get_item(alias, given)
}

/// An argument with type parameters replaced.
fn substituted(iso: &mut Isolate, value: Value, from: &[Value], to: &[Value], depth: usize) -> Completion {
    if let Some(place) = from.iter().position(|&parameter| parameter == value) {
        return Ok(to.get(place).copied().unwrap_or(value));
    }
    if depth > MOST_DEPTH {
        return Ok(value);
    }
    let is_tuple = iso.heap.kind(value) == Some(Kind::Tuple);
    let list = match iso.record_type_id(value) {
        _ if is_tuple => value,
        TypeId::GENERIC_ALIAS => iso.heap.field(value, ARGS),
        TypeId::UNION => iso.heap.field(value, 0),
        _ => return foreign_substituted(iso, value, from, to),
    };
    let mut items = Vec::new();
    for item in iso.heap.items(list).collect::<Vec<_>>() {
        // An unpacked parameter gives its place to all that it stands for.
        let unpacked = if iso.record_type_id(item) == TypeId::UNPACKED { iso.heap.field(item, 0) } else { item };
        match from.iter().position(|&parameter| parameter == unpacked).and_then(|place| to.get(place)) {
            Some(&given) if unpacked != item => items.extend(iso.heap.items(given)),
            _ => items.push(substituted(iso, item, from, to, depth + 1)?),
        }
    }
    if is_tuple {
        return iso.new_tuple(&items);
    }
    if iso.record_type_id(value) == TypeId::GENERIC_ALIAS {
        let (origin, items) = (iso.heap.field(value, ORIGIN), iso.new_tuple(&items)?);
        // One that is unpacked stays so.
        let number = iso.heap.number(value);
        return iso.new_record(TypeId::GENERIC_ALIAS, number, &[origin, items]);
    }
    iso.union_of(&items)
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, key) = (argument(args, 0), argument(args, 1));
    if let Some(origin) = iso.generic_alias_origin(this)
        && iso.is_generic_or_protocol(origin)
    {
        let shown = iso.repr_text(this)?;
        return Err(raise::type_error(iso, &format!("Cannot subscript already-subscripted {shown}")));
    }
    let mut from = Vec::new();
    let place = if iso.record_type_id(this) == TypeId::UNION { 0 } else { ARGS };
    parameters_of(iso, iso.heap.field(this, place), &mut from, 0)?;
    let to: Vec<Value> =
        if iso.heap.kind(key) == Some(Kind::Tuple) { iso.heap.items(key).collect() } else { alloc::vec![key] };
    let to = iso.unpacked_arguments(to)?;
    let to = iso.specialized(this, &from, to)?;
    substituted(iso, this, &from, &to, 0)
}

/// `Union[…]`.
fn union_of_members(iso: &mut Isolate, args: &[Value]) -> Completion {
    let key = argument(args, 1);
    let inner = iso.unwrap(key);
    let members: Vec<Value> =
        if iso.heap.kind(inner) == Some(Kind::Tuple) { iso.heap.items(inner).collect() } else { alloc::vec![key] };
    if members.is_empty() {
        return Err(raise::type_error(iso, "Cannot take a Union of no types."));
    }
    iso.union_of(&members)
}

fn no_base(iso: &mut Isolate, args: &[Value]) -> Completion {
    let shown = iso.repr_text(argument(args, 0))?;
    Err(raise::type_error(iso, &format!("Cannot subclass {shown}")))
}

fn union_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let members = iso.heap.field(argument(args, 0), 0);
    let shown = shown_all(iso, members, true)?;
    iso.new_str(&shown.join(" | "))
}

fn union_equal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, other) = (argument(args, 0), argument(args, 1));
    if iso.record_type_id(other) != TypeId::UNION {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (mine, theirs) = (iso.heap.field(this, 0), iso.heap.field(other, 0));
    if iso.heap.sequence_len(mine) != iso.heap.sequence_len(theirs) {
        return Ok(Value::FALSE);
    }
    for member in iso.heap.items(mine).collect::<Vec<_>>() {
        if !iso.contains(theirs, member)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn union_hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let members = iso.heap.field(argument(args, 0), 0);
    let mut hash = 0;
    for member in iso.heap.items(members).collect::<Vec<_>>() {
        hash ^= iso.hash(member)?;
    }
    iso.new_int(hash)
}

impl Isolate {
    /// The classes that stand for a union in `isinstance` and `issubclass`, a tuple; nothing for a value that is no
    /// union. A parameterized class is an error, also among the members, as soon as it is asked for.
    pub(crate) fn checked_members(&mut self, of: Value, function: &str) -> Completion<Option<Value>> {
        match self.record_type_id(of) {
            TypeId::UNION => Ok(Some(self.heap.field(of, 0))),
            TypeId::GENERIC_ALIAS => {
                if self.is_of_generic_class(of) {
                    let message = "Subscripted generics cannot be used with class and instance checks";
                    return Err(raise::type_error(self, message));
                }
                let message = format!("{function}() argument 2 cannot be a parameterized generic");
                Err(raise::type_error(self, &message))
            }
            _ => Ok(None),
        }
    }

    /// An attribute of an alias: a few of its own, else one of its origin.
    pub(crate) fn alias_attribute(&mut self, this: Value, name: Value) -> Completion<Option<Value>> {
        if self.heap.str(name).is_some_and(|text| OWN.contains(&text)) {
            return self.get_attr_generic(this, name);
        }
        let origin = self.heap.field(this, ORIGIN);
        self.get_attr(origin, name).map(Some)
    }

    /// The type parameters in a value, each once, behind those found before.
    pub(crate) fn collect_parameters(&mut self, value: Value, found: &mut Vec<Value>) -> Completion<()> {
        parameters_in(self, value, found, 0)
    }

    /// What an alias parameterizes; nothing for another value.
    pub(crate) fn generic_alias_origin(&self, value: Value) -> Option<Value> {
        (self.record_type_id(value) == TypeId::GENERIC_ALIAS).then(|| self.heap.field(value, ORIGIN))
    }

    /// A type as annotations show it.
    pub(crate) fn shown_type(&mut self, value: Value) -> Completion<String> {
        shown(self, value, false)
    }

    /// The types of a tuple as annotations show them.
    pub(crate) fn shown_types(&mut self, values: Value) -> Completion<Vec<String>> {
        shown_all(self, values, false)
    }

    /// `origin[arguments]`; one argument needs no tuple.
    pub fn new_generic_alias(&mut self, origin: Value, arguments: Value) -> Completion {
        let inner = self.unwrap(arguments);
        let arguments = if self.heap.kind(inner) == Some(Kind::Tuple) { inner } else { self.new_tuple(&[arguments])? };
        self.new_record(TypeId::GENERIC_ALIAS, 0, &[origin, arguments])
    }

    /// `left | right` for types: NotImplemented where one is no type.
    pub(crate) fn new_union(&mut self, left: Value, right: Value) -> Completion {
        let mut members: Vec<Value> = Vec::new();
        for value in [left, right] {
            let Some(more) = self.union_members(value) else { return Ok(Value::NOT_IMPLEMENTED) };
            self.add_members(&mut members, more)?;
        }
        self.union_of_distinct(&members)
    }

    /// `Union[…]` of values among which there may be text and what only the module `typing` knows.
    fn union_of(&mut self, values: &[Value]) -> Completion {
        let mut members: Vec<Value> = Vec::new();
        for &value in values {
            let more = match self.union_members(value) {
                Some(more) => more,
                None => alloc::vec![self.type_argument(value, "Union[arg, ...]: each arg must be a type.")?],
            };
            self.add_members(&mut members, more)?;
        }
        self.union_of_distinct(&members)
    }

    /// What stands for a value as an argument of a type: the type of None, a reference for text. The module `typing` words
    /// the complaint about what can't be one; where it is not built all values can.
    pub(crate) fn type_argument(&mut self, value: Value, message: &str) -> Completion {
        if value.is_none() {
            return Ok(TypeId::NONE_TYPE.value());
        }
        if self.is_class(value) && value != TypeId::GENERIC.value() || self.union_members(value).is_some() {
            return Ok(value);
        }
        let Ok(module) = self.import_dotted("typing") else {
            self.take_exception();
            return Ok(value);
        };
        let check = self.intern("_type_check")?;
        // A program may have a module of that name as well.
        let Some(check) = self.get_attr_opt(module, check)? else { return Ok(value) };
        let message = self.new_str(message)?;
        self.call(check, &[value, message])
    }

    fn add_members(&mut self, members: &mut Vec<Value>, more: Vec<Value>) -> Completion<()> {
        for member in more {
            if !self.has_member(members, member)? {
                members.push(member);
            }
        }
        Ok(())
    }

    fn union_of_distinct(&mut self, members: &[Value]) -> Completion {
        if let &[only] = members {
            return Ok(only);
        }
        let members = self.new_tuple(members)?;
        self.new_record(TypeId::UNION, 0, &[members])
    }

    /// Whether a union has the member already: the same class, or an equal alias.
    fn has_member(&mut self, members: &[Value], member: Value) -> Completion<bool> {
        if members.contains(&member) {
            return Ok(true);
        }
        if !self.is_class(member) {
            for &other in members {
                if !self.is_class(other) && self.equal(member, other)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// What a value contributes to a union.
    fn union_members(&self, value: Value) -> Option<Vec<Value>> {
        if value.is_none() {
            return Some(alloc::vec![TypeId::NONE_TYPE.value()]);
        }
        if self.is_class(value) {
            return Some(alloc::vec![value]);
        }
        match self.record_type_id(value) {
            TypeId::UNION => Some(self.heap.items(self.heap.field(value, 0)).collect()),
            TypeId::GENERIC_ALIAS | TypeId::TYPE_VAR | TypeId::PARAM_SPEC | TypeId::TYPE_ALIAS => {
                Some(alloc::vec![value])
            }
            _ => None,
        }
    }
}
