//! How to make an object like another: `object.__reduce_ex__` and what it asks, for `copy` and `pickle`.
//!
//! Protocol 2 and later is answered here; what older ones need is Python code in `copyreg`.

use crate::exceptions::raise;
use crate::heap::Kind;
use crate::native::{RowKind, TypeId};
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// What `__new__` is to be called with behind the class; keywords may be Unbound.
struct NewArguments {
    positional: Vec<Value>,
    keywords: Value,
    /// Whether the object has said so.
    are_known: bool,
}

/// `object.__reduce_ex__`: a class's own `__reduce__` goes before.
pub(crate) fn reduce_ex(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, protocol] = args else { return Err(raise::internal(iso)) };
    let protocol = to_protocol(iso, protocol)?;
    let class = iso.type_of(this);
    let own = iso.lookup(class, names::__reduce__);
    if own != iso.own_attribute(TypeId::OBJECT.value(), names::__reduce__) {
        return iso.call_method(this, names::__reduce__, &[]);
    }
    reduce_with(iso, this, protocol)
}

/// The argument of a `__reduce_ex__`.
pub(crate) fn to_protocol(iso: &mut Isolate, protocol: Value) -> Completion<i64> {
    let protocol = iso.index(protocol)?;
    match iso.as_i64(protocol).and_then(|protocol| i32::try_from(protocol).ok()) {
        Some(protocol) => Ok(i64::from(protocol)),
        None => Err(raise::overflow_error(iso, "Python int too large to convert to C int")),
    }
}

/// `object.__reduce__`.
pub(crate) fn reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    reduce_with(iso, this, 0)
}

fn reduce_with(iso: &mut Isolate, this: Value, protocol: i64) -> Completion {
    if protocol < 2 {
        let reduce = of_copyreg(iso, "_reduce_ex")?;
        let protocol = iso.new_int(protocol)?;
        return iso.call(reduce, &[this, protocol]);
    }
    let class = iso.type_of(this);
    let given = new_arguments(iso, this)?;
    check_can_be_made(iso, this, given.are_known)?;
    let (maker, arguments) = if given.keywords.is_unbound() {
        let all: Vec<Value> = core::iter::once(class).chain(given.positional).collect();
        (of_copyreg(iso, "__newobj__")?, iso.new_tuple(&all)?)
    } else {
        let positional = iso.new_tuple(&given.positional)?;
        (of_copyreg(iso, "__newobj_ex__")?, iso.new_tuple(&[class, positional, given.keywords])?)
    };
    let state = iso.call_method(this, names::__getstate__, &[])?;
    iso.keep(state);
    let items = if iso.is_instance_of(this, TypeId::LIST) { iso.iterate(this)? } else { Value::NONE };
    let pairs = if iso.is_instance_of(this, TypeId::DICT) {
        let pairs = iso.call_method(this, names::items, &[])?;
        iso.iterate(pairs)?
    } else {
        Value::NONE
    };
    iso.new_tuple(&[maker, arguments, state, items, pairs])
}

fn of_copyreg(iso: &mut Isolate, name: &str) -> Completion {
    let module = iso.import_dotted("copyreg")?;
    let name = iso.intern(name)?;
    iso.get_attr(module, name)
}

/// What `__getnewargs_ex__` or `__getnewargs__` gives.
fn new_arguments(iso: &mut Isolate, this: Value) -> Completion<NewArguments> {
    if let Some(given) = iso.call_special(this, names::__getnewargs_ex__, &[])? {
        check_kind(iso, given, TypeId::TUPLE, "__getnewargs_ex__ should return a tuple, not ")?;
        let parts: Vec<Value> = iso.heap.items(iso.unwrap(given)).collect();
        let &[positional, keywords] = parts.as_slice() else {
            let message = format!("__getnewargs_ex__ should return a tuple of length 2, not {}", parts.len());
            return Err(raise::value_error(iso, &message));
        };
        let first = "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not ";
        check_kind(iso, positional, TypeId::TUPLE, first)?;
        let second = "second item of the tuple returned by __getnewargs_ex__ must be a dict, not ";
        check_kind(iso, keywords, TypeId::DICT, second)?;
        let has_keywords = iso.heap.table_len(iso.unwrap(keywords)) > 0;
        let positional = iso.heap.items(iso.unwrap(positional)).collect();
        let keywords = if has_keywords { iso.keep(keywords) } else { Value::UNBOUND };
        return Ok(NewArguments { positional, keywords, are_known: true });
    }
    let given = iso.call_special(this, names::__getnewargs__, &[])?;
    let Some(given) = given else {
        return Ok(NewArguments { positional: Vec::new(), keywords: Value::UNBOUND, are_known: false });
    };
    check_kind(iso, given, TypeId::TUPLE, "__getnewargs__ should return a tuple, not ")?;
    iso.keep(given);
    let positional = iso.heap.items(iso.unwrap(given)).collect();
    Ok(NewArguments { positional, keywords: Value::UNBOUND, are_known: true })
}

fn check_kind(iso: &mut Isolate, value: Value, wanted: TypeId, words: &str) -> Completion<()> {
    if iso.is_instance_of(value, wanted) {
        return Ok(());
    }
    let kind = iso.type_name(value);
    Err(raise::type_error(iso, &format!("{words}'{kind}'")))
}

/// An object whose content neither its attributes nor its items tell can't be made again.
fn check_can_be_made(iso: &mut Isolate, this: Value, are_known: bool) -> Completion<()> {
    const BARE: [TypeId; 4] = [TypeId::OBJECT, TypeId::NONE_TYPE, TypeId::LIST, TypeId::DICT];
    let layout = iso.layout_of(iso.type_of(this));
    if are_known || BARE.contains(&layout) {
        return Ok(());
    }
    let kind = iso.type_name(this);
    let message = if layout == TypeId::MEMORYVIEW {
        format!("cannot pickle {kind} objects")
    } else {
        format!("cannot pickle '{kind}' object")
    };
    Err(raise::type_error(iso, &message))
}

/// The names of the slots, those of the class before those of its bases.
fn slots_in_order(iso: &Isolate, class: Value) -> Vec<Value> {
    let all: Vec<Vec<Value>> = iso.mro(class).iter().map(|&entry| iso.slots_of(entry).collect()).collect();
    let mut names = Vec::new();
    for (index, slots) in all.iter().enumerate() {
        let of_bases = all.iter().skip(index + 1).map(Vec::len).max().unwrap_or(0);
        let new = slots.iter().skip(of_bases).filter(|name| !names.contains(*name)).copied();
        names.extend(new.collect::<Vec<Value>>());
    }
    names
}

/// `object.__getstate__`: the attributes, and beside them what stands in slots.
pub(crate) fn get_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let own = iso.instance_dict(this)?.filter(|&dict| iso.heap.table_len(iso.unwrap(dict)) > 0).unwrap_or(Value::NONE);
    let class = iso.type_of(this);
    let names = slots_in_order(iso, class);
    let mut slots = Value::NONE;
    for name in names {
        let Some(value) = iso.get_attr_opt(this, name)? else { continue };
        if slots.is_none() {
            slots = iso.new_dict()?;
        }
        iso.heap.dict_set_plain(slots, name, value)?;
    }
    if slots.is_none() { Ok(own) } else { iso.new_tuple(&[own, slots]) }
}

/// `__reduce__` of functions and methods: the name of a function, or what has the attribute and the attribute's name.
pub(crate) fn reduce_function(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let (function, receiver) = match iso.heap.kind(this) {
        Some(Kind::BoundMethod) => (iso.heap.field(this, 0), iso.heap.field(this, 1)),
        _ => (this, Value::UNBOUND),
    };
    let name = iso.get_attr(function, names::__name__)?;
    let owner = match receiver.given() {
        Some(receiver) => receiver,
        None => match function.as_native().filter(|&(table, _)| table < iso.types.len()) {
            Some((table, _)) => TypeId(table as u16).value(),
            None => return iso.get_attr(function, names::__qualname__),
        },
    };
    if iso.native_row(function).is_some_and(|row| matches!(row.kind, RowKind::ClassMethod(..))) && receiver.is_unbound()
    {
        return Err(raise::type_error(iso, "cannot pickle 'classmethod_descriptor' object"));
    }
    let getattr = iso.builtin_named("getattr")?;
    let arguments = iso.new_tuple(&[owner, name])?;
    iso.new_tuple(&[getattr, arguments])
}
