//! `re.Pattern`.

use super::replace::{substitute, substitute_and_count};
use super::scanner::{find_iter, new_scanner};
use super::search::{Bounds, Search, groups_of};
use super::subject::Subject;
use super::{UNICODE, arguments, itself};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use ferropy_regex::{Goal, flags};
use ferropy_runtime::native::{Row, TypeFlags, TypeId, TypeSpec, class_method, getter, method};
use ferropy_runtime::{Completion, Isolate, Value};

/// A pattern. Its fields are the pattern as given, the program's words as bytes, a dict with the numbers of named groups, and
/// the number of the type of matches, which would take long to find each time. The number is the flags.
pub(super) static PATTERN: TypeSpec = TypeSpec::new("Pattern", "Compiled regular expression object.", ROWS)
    .in_module("re")
    .with_flags(TypeFlags::NOT_CALLABLE);

const IN_STRING: &str = "($self, /, string, pos=0, endpos=9223372036854775807)";

const ROWS: &[Row] = &[
    method("match", IN_STRING, "Matches zero or more characters at the beginning of the string.", |iso, args| {
        find(iso, args, Goal::Match)
    }),
    method("fullmatch", IN_STRING, "Matches against all of the string.", |iso, args| find(iso, args, Goal::FullMatch)),
    method(
        "search",
        IN_STRING,
        "Scan through string looking for a match, and return a corresponding match object instance.\n\n\
         Return None if no position in the string matches.",
        |iso, args| find(iso, args, Goal::Search),
    ),
    method("findall", IN_STRING, "Return a list of all non-overlapping matches of pattern in string.", find_all),
    method(
        "finditer",
        IN_STRING,
        "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\n\
         For each match, the iterator returns a match object.",
        find_iter,
    ),
    method("scanner", IN_STRING, "Return what matches the pattern again and again in a string.", new_scanner),
    method("split", "($self, /, string, maxsplit=0)", "Split string by the occurrences of pattern.", split),
    method(
        "sub",
        "($self, /, repl, string, count=0)",
        "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the \
         replacement repl.",
        substitute,
    ),
    method(
        "subn",
        "($self, /, repl, string, count=0)",
        "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences \
         of pattern with the replacement repl.",
        substitute_and_count,
    ),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__eq__", "($self, value, /)", "Return self==value.", |iso, args| compare(iso, args, true)),
    method("__ne__", "($self, value, /)", "Return self!=value.", |iso, args| compare(iso, args, false)),
    method("__hash__", "($self, /)", "Return hash(self).", hash),
    method("__copy__", "($self, /)", "Return the pattern itself, which can't change.", itself),
    method("__deepcopy__", "($self, memo, /)", "Return the pattern itself, which can't change.", itself),
    class_method("__class_getitem__", "($type, object, /)", "See PEP 585", |iso, args| {
        let [class, item] = arguments(iso, args)?;
        iso.new_generic_alias(class, item)
    }),
    getter("pattern", "The pattern string from which the RE object was compiled.", |iso, args| {
        let [pattern] = arguments(iso, args)?;
        Ok(iso.heap.field(pattern, 0))
    }),
    getter("flags", "The regex matching flags.", |iso, args| {
        let [pattern] = arguments(iso, args)?;
        iso.new_int(i64::from(iso.heap.number(pattern)))
    }),
    getter("groups", "The number of capturing groups in the pattern.", |iso, args| {
        let [pattern] = arguments(iso, args)?;
        iso.new_int(groups_of(iso, pattern) as i64)
    }),
    getter("groupindex", "A dictionary mapping group names to group numbers.", |iso, args| {
        let [pattern] = arguments(iso, args)?;
        let names = iso.heap.field(pattern, 2);
        // Where there are no names CPython gives a dict of one's own.
        if iso.heap.table_len(names) == 0 { iso.new_dict() } else { iso.call(TypeId::MAPPING_PROXY.value(), &[names]) }
    }),
];

/// A search in the part of a string that the arguments say.
pub(super) fn search_in(iso: &mut Isolate, args: &[Value]) -> Completion<Search> {
    let [pattern, string, pos, endpos] = arguments(iso, args)?;
    let numbers = Bounds::numbers(iso, pos, endpos)?;
    let subject = Subject::for_pattern(iso, string, pattern)?;
    let bounds = Bounds::of(iso, &subject, numbers);
    Search::new(iso, pattern, string, subject, bounds)
}

fn find(iso: &mut Isolate, args: &[Value], goal: Goal) -> Completion {
    let mut search = search_in(iso, args)?;
    if search.next(iso, goal)? { search.make_match(iso) } else { Ok(Value::NONE) }
}

fn find_all(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut search = search_in(iso, args)?;
    let list = iso.new_list(&[])?;
    let empty = search.subject.empty(iso)?;
    let groups = search.groups(iso);
    let mut items = Vec::new();
    while search.next(iso, Goal::Search)? {
        let found = if groups < 2 {
            search.group(iso, groups, empty)?
        } else {
            items.clear();
            for number in 1..=groups {
                items.push(search.group(iso, number, empty)?);
            }
            iso.heap.new_tuple(&items)?
        };
        iso.heap.list_append(list, found)?;
    }
    Ok(list)
}

fn split(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [pattern, string, most] = arguments(iso, args)?;
    let most = most.given().map_or(Ok(0), |most| iso.to_isize(most))?;
    let subject = Subject::for_pattern(iso, string, pattern)?;
    let mut search = Search::new(iso, pattern, string, subject, Bounds::all(&subject))?;
    let list = iso.new_list(&[])?;
    let groups = search.groups(iso);
    let (mut last, mut splits) = (0, 0);
    while (most == 0 || splits < most) && search.next(iso, Goal::Search)? {
        let (start, end) = search.span();
        let part = subject.part(iso, last..start)?;
        iso.heap.list_append(list, part)?;
        for number in 1..=groups {
            let part = search.group(iso, number, Value::NONE)?;
            iso.heap.list_append(list, part)?;
        }
        (last, splits) = (end, splits + 1);
    }
    let part = subject.part(iso, last..subject.length)?;
    iso.heap.list_append(list, part)?;
    Ok(list)
}

/// The flags by name, in the order in which they are shown.
const NAMES: &[(u32, &str)] = &[
    (flags::IGNORECASE, "IGNORECASE"),
    (flags::LOCALE, "LOCALE"),
    (flags::MULTILINE, "MULTILINE"),
    (flags::DOTALL, "DOTALL"),
    (UNICODE, "UNICODE"),
    (flags::VERBOSE, "VERBOSE"),
    (128, "DEBUG"),
    (flags::ASCII, "ASCII"),
];

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    /// How much of the pattern is shown.
    const MOST: usize = 200;
    let [pattern] = arguments(iso, args)?;
    let source = iso.heap.field(pattern, 0);
    let mut left = iso.heap.number(pattern);
    if iso.heap.is_str(iso.unwrap(source)) && left & (flags::LOCALE | UNICODE | flags::ASCII) == UNICODE {
        left &= !UNICODE;
    }
    let shown: String = iso.repr_text(source)?.chars().take(MOST).collect();
    let mut names = Vec::new();
    for &(flag, name) in NAMES {
        if left & flag != 0 {
            names.push(format!("re.{name}"));
            left &= !flag;
        }
    }
    if left != 0 {
        names.push(format!("0x{left:x}"));
    }
    let text = if names.is_empty() {
        format!("re.compile({shown})")
    } else {
        format!("re.compile({shown}, {})", names.join("|"))
    };
    iso.new_str(&text)
}

fn compare(iso: &mut Isolate, args: &[Value], is_equal: bool) -> Completion {
    let [pattern, other] = arguments(iso, args)?;
    if iso.type_of(pattern) != iso.type_of(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let sources = [pattern, other].map(|pattern| iso.heap.field(pattern, 0));
    let kinds = sources.map(|source| iso.heap.is_str(iso.unwrap(source)));
    let flags = [pattern, other].map(|pattern| iso.heap.number(pattern));
    let same = pattern == other || flags[0] == flags[1] && kinds[0] == kinds[1] && iso.equal(sources[0], sources[1])?;
    Ok(Value::bool(same == is_equal))
}

fn hash(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [pattern] = arguments(iso, args)?;
    let source = iso.heap.field(pattern, 0);
    let hash = iso.hash(source)? ^ i64::from(iso.heap.number(pattern)) << 8;
    // An int's hash is what fits the machine.
    let hash = iso.new_int(hash)?;
    let hash = iso.hash(hash)?;
    iso.new_int(hash)
}
