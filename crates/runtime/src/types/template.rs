//! `string.templatelib`: template strings (PEP 750), records of two tuples, and their interpolations.

use crate::exceptions::raise;
use crate::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, constant, getter, method, static_method};
use crate::types::str::argument_kind;
use crate::{Completion, Isolate, Value, names};
use alloc::format;
use alloc::vec::Vec;

/// `Template`: fields strings and interpolations.
pub(crate) static TEMPLATE: TypeSpec = TypeSpec::new("Template", "Template object", TEMPLATE_ROWS)
    .in_module("string.templatelib")
    .with_flags(TypeFlags(0));

/// `Interpolation`: fields value, expression, conversion and format_spec.
pub(crate) static INTERPOLATION: TypeSpec = TypeSpec::new("Interpolation", "Interpolation object", INTERPOLATION_ROWS)
    .in_module("string.templatelib")
    .with_flags(TypeFlags(0));

/// The iterator over a template: the template, with twice the next index as its number, plus one if the string at
/// the index has been given.
pub(crate) static TEMPLATE_ITERATOR: TypeSpec =
    TypeSpec::new("TemplateIter", "Template iterator object", ITERATOR_ROWS)
        .in_module("string.templatelib")
        .with_flags(TypeFlags::NOT_CALLABLE);

const STRINGS: usize = 0;
const INTERPOLATIONS: usize = 1;

const TEMPLATE_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, *args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        new_template,
    ),
    method("__repr__", "($self, /)", "Return repr(self).", template_repr),
    method("__iter__", "($self, /)", "Implement iter(self).", template_iter),
    method("__add__", "($self, value, /)", "Return self+value.", add),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_get_item),
    getter("strings", "Strings", strings),
    getter("interpolations", "Interpolations", interpolations),
    getter("values", "Values of interpolations", values),
];

const INTERPOLATION_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, value, expression, conversion=None, format_spec='')",
        "Create and return a new object.  See help(type) for accurate signature.",
        new_interpolation,
    ),
    method("__repr__", "($self, /)", "Return repr(self).", interpolation_repr),
    method("__reduce__", "($self, /)", "__reduce__() -> (cls, state)", interpolation_reduce),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", class_get_item),
    constant("__match_args__", "", match_args),
    getter("value", "Value", |iso, args| field(iso, args, 0)),
    getter("expression", "Expression", |iso, args| field(iso, args, 1)),
    getter("conversion", "Conversion", |iso, args| field(iso, args, 2)),
    getter("format_spec", "Format specifier", |iso, args| field(iso, args, 3)),
];

const ITERATOR_ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Implement iter(self).", itself),
    method("__next__", "($self, /)", "Implement next(self).", next),
];

fn field(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(this, index))
}

fn class_get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    iso.alias_of(args)
}

fn match_args(iso: &mut Isolate, _: &[Value]) -> Completion {
    let mut items = [Value::NONE; 4];
    for (item, name) in items.iter_mut().zip(["value", "expression", "conversion", "format_spec"]) {
        *item = iso.intern(name)?;
    }
    iso.new_tuple(&items)
}

fn new_template(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, parts, keywords] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::TEMPLATE)?;
    if iso.heap.table_len(keywords) > 0 {
        return Err(raise::type_error(iso, "Template.__new__ only accepts *args arguments"));
    }
    let parts: Vec<Value> = iso.heap.items(parts).collect();
    let mut strings: Vec<Value> = Vec::new();
    let mut interpolations = Vec::new();
    // There is a string before, between and after interpolations; strings side by side become one.
    let mut after_string = false;
    for part in parts {
        if let Some(text) = iso.as_str(part) {
            match strings.last_mut() {
                Some(last) if after_string => *last = joined(iso, *last, text)?,
                _ => strings.push(part),
            }
            after_string = true;
        } else if iso.is_instance_of(part, TypeId::INTERPOLATION) {
            if !after_string {
                strings.push(names::EMPTY);
            }
            interpolations.push(part);
            after_string = false;
        } else {
            let kind = iso.type_name(part);
            let message = format!("Template.__new__ *args need to be of type 'str' or 'Interpolation', got {kind}");
            return Err(raise::type_error(iso, &message));
        }
    }
    if !after_string {
        strings.push(names::EMPTY);
    }
    build(iso, &strings, &interpolations)
}

fn build(iso: &mut Isolate, strings: &[Value], interpolations: &[Value]) -> Completion {
    let strings = iso.new_tuple(strings)?;
    let interpolations = iso.new_tuple(interpolations)?;
    iso.new_record(TypeId::TEMPLATE, 0, &[strings, interpolations])
}

fn joined(iso: &mut Isolate, left: Value, right: Value) -> Completion {
    let (left, right) = (iso.unwrap(left), iso.unwrap(right));
    let joined = iso.heap.concat_strings([left, right].into_iter())?;
    Ok(iso.keep(joined))
}

fn template_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mut text = Vec::from(b"Template(strings=".as_slice());
    push_repr(iso, &mut text, iso.heap.field(this, STRINGS))?;
    text.extend_from_slice(b", interpolations=");
    push_repr(iso, &mut text, iso.heap.field(this, INTERPOLATIONS))?;
    text.push(b')');
    iso.new_text(&text)
}

fn push_repr(iso: &mut Isolate, text: &mut Vec<u8>, value: Value) -> Completion<()> {
    let shown = iso.repr(value)?;
    let shown = iso.unwrap(shown);
    text.extend_from_slice(iso.heap.str_bytes(shown).unwrap_or(&[]));
    Ok(())
}

fn template_iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    iso.new_record(TypeId::TEMPLATE_ITERATOR, 0, &[this])
}

fn itself(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    Ok(this)
}

/// Strings and interpolations in turn, without empty strings.
fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let template = iso.heap.field(this, 0);
    loop {
        let number = iso.heap.number(this);
        let (index, second) = (number as usize / 2, number % 2 == 1);
        let parts = iso.heap.field(template, if second { INTERPOLATIONS } else { STRINGS });
        let Some(part) = iso.heap.tuple_item(parts, index) else { return Ok(Value::UNBOUND) };
        iso.heap.set_number(this, number + 1);
        if second || iso.heap.str_bytes(iso.unwrap(part)) != Some(&[]) {
            return Ok(part);
        }
    }
}

fn add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, other] = args else { return Err(raise::internal(iso)) };
    if !iso.is_instance_of(other, TypeId::TEMPLATE) {
        let kind = iso.type_name(other);
        let message =
            format!("can only concatenate string.templatelib.Template (not \"{kind}\") to string.templatelib.Template");
        return Err(raise::type_error(iso, &message));
    }
    let items = |iso: &Isolate, template: Value, field: usize| -> Vec<Value> {
        iso.heap.items(iso.heap.field(template, field)).collect()
    };
    let mut strings = items(iso, this, STRINGS);
    let mut more = items(iso, other, STRINGS).into_iter();
    if let (Some(last), Some(first)) = (strings.last_mut(), more.next()) {
        *last = joined(iso, *last, first)?;
    }
    strings.extend(more);
    let mut interpolations = items(iso, this, INTERPOLATIONS);
    interpolations.extend(items(iso, other, INTERPOLATIONS));
    build(iso, &strings, &interpolations)
}

fn strings(iso: &mut Isolate, args: &[Value]) -> Completion {
    field(iso, args, STRINGS)
}

fn interpolations(iso: &mut Isolate, args: &[Value]) -> Completion {
    field(iso, args, INTERPOLATIONS)
}

fn values(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let parts = iso.heap.field(this, INTERPOLATIONS);
    let values: Vec<Value> = iso.heap.items(parts).map(|part| iso.heap.field(part, 0)).collect();
    iso.new_tuple(&values)
}

fn new_interpolation(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, value, expression, conversion, spec] = args else { return Err(raise::internal(iso)) };
    iso.check_new(class, TypeId::INTERPOLATION)?;
    let (conversion, spec) = (conversion.or(Value::NONE), spec.or(names::EMPTY));
    for (text, name) in [(expression, "expression"), (conversion, "conversion"), (spec, "format_spec")] {
        if iso.as_str(text).is_none() && !(name == "conversion" && text.is_none()) {
            let kind = argument_kind(iso, text);
            let message = format!("Interpolation() argument '{name}' must be str, not {kind}");
            return Err(raise::type_error(iso, &message));
        }
    }
    if !conversion.is_none() {
        let text = iso.as_str(conversion).and_then(|text| iso.heap.str_bytes(text));
        if !matches!(text, Some(b"a" | b"r" | b"s")) {
            let message = "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'";
            return Err(raise::value_error(iso, message));
        }
    }
    iso.new_record(TypeId::INTERPOLATION, 0, &[value, expression, conversion, spec])
}

fn interpolation_repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let mut text = Vec::from(b"Interpolation(".as_slice());
    for index in 0..4 {
        if index > 0 {
            text.extend_from_slice(b", ");
        }
        push_repr(iso, &mut text, iso.heap.field(this, index))?;
    }
    text.push(b')');
    iso.new_text(&text)
}

fn interpolation_reduce(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this] = args else { return Err(raise::internal(iso)) };
    let fields: Vec<Value> = (0..4).map(|index| iso.heap.field(this, index)).collect();
    let fields = iso.new_tuple(&fields)?;
    iso.new_tuple(&[TypeId::INTERPOLATION.value(), fields])
}
