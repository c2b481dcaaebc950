//! `re.Match`.

use super::replace::expand;
use super::search::Search;
use super::shortcuts;
use super::subject::Subject;
use super::{arguments, itself};
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::heap::{Heap, OutOfMemory};
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, class_method, getter, method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// A match. Its fields are the pattern, the object searched, `pos`, `endpos`, and for each group where it starts and ends in
/// bytes, -1 for one that matched nothing. The number is that of the group closed last.
pub(super) static MATCH: TypeSpec = TypeSpec::new(
    "Match",
    "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    ROWS,
)
.in_module("re")
.with_flags(TypeFlags::NOT_CALLABLE);

/// The fields in front of the groups.
const GROUPS: usize = 4;
/// The fields of a match that are put together without a vector.
const FEW: usize = GROUPS + 2 * 9;

const ROWS: &[Row] = &[
    method(
        "group",
        "($self, /, *groups)",
        "Return one or more groups of the match: the whole match is group 0.",
        group,
    )
    .with_shortcut(shortcuts::group),
    method("start", "($self, group=0, /)", "Return index of the start of the substring matched by group.", start)
        .with_shortcut(shortcuts::start),
    method("end", "($self, group=0, /)", "Return index of the end of the substring matched by group.", end)
        .with_shortcut(shortcuts::end),
    method(
        "span",
        "($self, group=0, /)",
        "For match object m, return the 2-tuple (m.start(group), m.end(group)).",
        span,
    ),
    method(
        "groups",
        "($self, /, default=None)",
        "Return a tuple containing all the subgroups of the match, from 1; default stands for those that did not match.",
        groups,
    ),
    method(
        "groupdict",
        "($self, /, default=None)",
        "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.",
        group_dict,
    ),
    method(
        "expand",
        "($self, /, template)",
        "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.",
        expand,
    ),
    method("__getitem__", "($self, key, /)", "Return self[key].", get_item),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__copy__", "($self, /)", "Return the match itself, which can't change.", itself),
    method("__deepcopy__", "($self, memo, /)", "Return the match itself, which can't change.", itself),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", |iso, args| {
        let [class, item] = arguments(iso, args)?;
        iso.new_generic_alias(class, item)
    }),
    getter("string", "The string passed to match() or search().", |iso, args| field(iso, args, 1)),
    getter("re", "The regular expression object.", |iso, args| field(iso, args, 0)),
    getter("pos", "The index into the string at which the RE engine started looking for a match.", |iso, args| {
        field(iso, args, 2)
    }),
    getter("endpos", "The index into the string beyond which the RE engine will not go.", |iso, args| {
        field(iso, args, 3)
    }),
    getter("lastindex", "The integer index of the last matched capturing group.", last_index),
    getter("lastgroup", "The name of the last matched capturing group.", last_group),
    getter("regs", "The spans of all groups.", regs),
];

/// The match that a search found.
pub(super) fn new_match(iso: &mut Isolate, search: &Search) -> Completion {
    let count = GROUPS + 2 * (search.groups(iso) + 1);
    let mut few = [Value::NONE; FEW];
    let mut many = Vec::new();
    let fields = match few.get_mut(..count) {
        Some(fields) => fields,
        None => {
            many.try_reserve_exact(count).map_err(|_| OutOfMemory)?;
            many.resize(count, Value::NONE);
            &mut many
        }
    };
    let numbers = [search.bounds.pos, search.bounds.endpos].map(|number| Value::small_int(number as i64));
    let head = [search.pattern, search.string, numbers[0], numbers[1]];
    fields.iter_mut().zip(head).for_each(|(field, value)| *field = value);
    for (number, span) in fields.iter_mut().skip(GROUPS).enumerate() {
        let bounds = search.matcher.group(number / 2);
        let bound = bounds.map_or(-1, |(start, end)| if number % 2 == 0 { start as i64 } else { end as i64 });
        *span = Value::small_int(bound);
    }
    let id = iso.heap.field(search.pattern, 3).as_small_int().unwrap_or(0) as u16;
    let found = iso.heap.new_record(id, search.matcher.last_group() as u32, fields)?;
    Ok(iso.keep(found))
}

fn field(iso: &mut Isolate, args: &[Value], place: usize) -> Completion {
    let [found] = arguments(iso, args)?;
    Ok(iso.heap.field(found, place))
}

/// The number of groups of a match, without the whole match.
fn count(iso: &Isolate, found: Value) -> usize {
    (iso.heap.field_count(found).saturating_sub(GROUPS) / 2).saturating_sub(1)
}

/// Where a group starts and ends in bytes; nothing for one that did not match.
pub(super) fn bounds(iso: &Isolate, found: Value, number: usize) -> Option<(usize, usize)> {
    span_in(&iso.heap, found, number)
}

/// As [`bounds`], for who has only the heap.
pub(super) fn span_in(heap: &Heap, found: Value, number: usize) -> Option<(usize, usize)> {
    if number >= heap.field_count(found).saturating_sub(GROUPS) / 2 {
        return None;
    }
    let bound = |place: usize| usize::try_from(heap.field(found, place).as_small_int()?).ok();
    Some((bound(GROUPS + 2 * number)?, bound(GROUPS + 2 * number + 1)?))
}

/// What was searched for a match.
pub(super) fn subject(iso: &mut Isolate, found: Value) -> Completion<Subject> {
    let string = iso.heap.field(found, 1);
    Subject::of(iso, string)
}

/// The number of a group, which a program gives as an int or by its name; 0 if it doesn't.
fn group_number(iso: &mut Isolate, found: Value, key: Value) -> Completion<usize> {
    let Some(key) = key.given() else { return Ok(0) };
    let number = if iso.is_int(key) || iso.lookup_special(key, ferropy_runtime::names::__index__).is_some() {
        let number = iso.index(key)?;
        iso.as_i64(number)
    } else {
        let names = iso.heap.field(iso.heap.field(found, 0), 2);
        // Where there are no names, nobody asks whether this could be one.
        if iso.heap.table_len(names) == 0 { None } else { iso.dict_get(names, key)?.and_then(Value::as_small_int) }
    };
    let number = number.and_then(|number| usize::try_from(number).ok());
    number.filter(|&number| number <= count(iso, found)).ok_or_else(|| no_group(iso))
}

#[cold]
fn no_group(iso: &mut Isolate) -> Raised {
    raise::index_error(iso, "no such group")
}

/// What a group matched, or a value for one that matched nothing.
fn content(iso: &mut Isolate, found: Value, subject: &Subject, number: usize, otherwise: Value) -> Completion {
    match bounds(iso, found, number) {
        Some((start, end)) => subject.part(iso, start..end),
        None => Ok(otherwise),
    }
}

fn get_item(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found, key] = arguments(iso, args)?;
    let number = group_number(iso, found, key)?;
    let subject = subject(iso, found)?;
    content(iso, found, &subject, number, Value::NONE)
}

fn group(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found, keys] = arguments(iso, args)?;
    match iso.heap.sequence_len(keys) {
        0 => get_item(iso, &[found, Value::UNBOUND]),
        1 => {
            let key = iso.heap.tuple_item(keys, 0).unwrap_or(Value::NONE);
            get_item(iso, &[found, key])
        }
        count => {
            let mut contents = Vec::new();
            contents.try_reserve_exact(count).map_err(|_| OutOfMemory)?;
            for place in 0..count {
                let key = iso.heap.tuple_item(keys, place).unwrap_or(Value::NONE);
                contents.push(get_item(iso, &[found, key])?);
            }
            iso.new_tuple(&contents)
        }
    }
}

fn groups(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found, default] = arguments(iso, args)?;
    let default = default.given().unwrap_or(Value::NONE);
    let subject = subject(iso, found)?;
    let mut contents = Vec::new();
    contents.try_reserve_exact(count(iso, found)).map_err(|_| OutOfMemory)?;
    for number in 1..=count(iso, found) {
        contents.push(content(iso, found, &subject, number, default)?);
    }
    iso.new_tuple(&contents)
}

fn group_dict(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found, default] = arguments(iso, args)?;
    let default = default.given().unwrap_or(Value::NONE);
    let subject = subject(iso, found)?;
    let names = iso.heap.field(iso.heap.field(found, 0), 2);
    let named: Vec<(Value, Value)> = iso.heap.entries(names).collect();
    let dict = iso.new_dict()?;
    for (name, number) in named {
        let number = number.as_small_int().unwrap_or(0) as usize;
        let content = content(iso, found, &subject, number, default)?;
        iso.dict_set(dict, name, content)?;
    }
    Ok(dict)
}

/// Where a group starts and ends, as numbers of characters.
fn numbers(iso: &mut Isolate, found: Value, subject: &Subject, number: usize) -> (i64, i64) {
    match bounds(iso, found, number) {
        Some((start, end)) => (subject.number(iso, start) as i64, subject.number(iso, end) as i64),
        None => (-1, -1),
    }
}

fn span_of(iso: &mut Isolate, args: &[Value]) -> Completion<(i64, i64)> {
    let [found, key] = arguments(iso, args)?;
    let number = group_number(iso, found, key)?;
    let subject = subject(iso, found)?;
    Ok(numbers(iso, found, &subject, number))
}

fn start(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (start, _) = span_of(iso, args)?;
    iso.new_int(start)
}

fn end(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (_, end) = span_of(iso, args)?;
    iso.new_int(end)
}

fn pair(iso: &mut Isolate, (start, end): (i64, i64)) -> Completion {
    let pair = [iso.new_int(start)?, iso.new_int(end)?];
    iso.new_tuple(&pair)
}

fn span(iso: &mut Isolate, args: &[Value]) -> Completion {
    let span = span_of(iso, args)?;
    pair(iso, span)
}

fn regs(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found] = arguments(iso, args)?;
    let subject = subject(iso, found)?;
    let mut spans = Vec::new();
    spans.try_reserve_exact(count(iso, found) + 1).map_err(|_| OutOfMemory)?;
    for number in 0..=count(iso, found) {
        let span = numbers(iso, found, &subject, number);
        spans.push(pair(iso, span)?);
    }
    iso.new_tuple(&spans)
}

fn last_index(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found] = arguments(iso, args)?;
    match iso.heap.number(found) {
        0 => Ok(Value::NONE),
        number => iso.new_int(i64::from(number)),
    }
}

fn last_group(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found] = arguments(iso, args)?;
    let last = i64::from(iso.heap.number(found));
    let names = iso.heap.field(iso.heap.field(found, 0), 2);
    let mut entries = iso.heap.entries(names);
    let name = entries.find(|(_, number)| number.as_small_int() == Some(last));
    Ok(name.map_or(Value::NONE, |(name, _)| name))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    /// How much of the match is shown.
    const MOST: usize = 50;
    let [found] = arguments(iso, args)?;
    let subject = subject(iso, found)?;
    let (start, end) = numbers(iso, found, &subject, 0);
    let whole = content(iso, found, &subject, 0, Value::NONE)?;
    let shown = iso.repr_text(whole)?;
    let shown: alloc::string::String = shown.chars().take(MOST).collect();
    iso.new_str(&format!("<re.Match object; span=({start}, {end}), match={shown}>"))
}
