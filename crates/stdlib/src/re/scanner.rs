//! What goes on from match to match: scanners, and the iterators of `finditer`.

use super::arguments;
use super::pattern::search_in;
use super::search::{Bounds, Search};
use super::subject::Subject;
use ferropy_regex::Goal;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, getter, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A scanner. Its fields are the pattern, the object searched, `pos` and `endpos`, and where to look next in bytes: None
/// behind the last match. The number is 1 if the next match must not be empty there.
pub(super) static SCANNER: TypeSpec = TypeSpec::new(
    "SRE_Scanner",
    "Matches a pattern again and again.",
    &[
        method("match", "($self, /)", "The next match, which must start where the last one ended.", |iso, args| {
            go_on(iso, args, Goal::Match)
        }),
        method("search", "($self, /)", "The next match.", |iso, args| go_on(iso, args, Goal::Search)),
        getter("pattern", "The pattern.", |iso, args| {
            let [scanner] = arguments(iso, args)?;
            Ok(iso.heap.field(scanner, 0))
        }),
    ],
)
.in_module("_sre")
.with_flags(TypeFlags::NOT_CALLABLE);

/// An iterator over matches, with a scanner's fields.
pub(super) static FINDER: TypeSpec =
    TypeSpec::new("callable_iterator", "Walks over matches.", FINDER_ROWS).with_flags(TypeFlags::NOT_CALLABLE);

const FINDER_ROWS: &[Row] = &[
    method("__iter__", "($self, /)", "Implement iter(self).", super::itself),
    method("__next__", "($self, /)", "Implement next(self).", |iso, args| match go_on(iso, args, Goal::Search)? {
        Value::NONE => Err(raise::stop_iteration(iso, Value::NONE)),
        found => Ok(found),
    }),
];

pub(super) fn new_scanner(iso: &mut Isolate, args: &[Value]) -> Completion {
    make(iso, args, &SCANNER)
}

pub(super) fn find_iter(iso: &mut Isolate, args: &[Value]) -> Completion {
    make(iso, args, &FINDER)
}

fn make(iso: &mut Isolate, args: &[Value], spec: &'static TypeSpec) -> Completion {
    let search = search_in(iso, args)?;
    let Bounds { pos, endpos, start, .. } = search.bounds;
    let numbers = [pos, endpos, start].map(|number| Value::small_int(number as i64));
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    iso.new_record(id, 0, &[search.pattern, search.string, numbers[0], numbers[1], numbers[2]])
}

fn go_on(iso: &mut Isolate, args: &[Value], goal: Goal) -> Completion {
    let [scanner] = arguments(iso, args)?;
    let field = |place: usize| iso.heap.field(scanner, place);
    let (pattern, string, next) = (field(0), field(1), field(4).as_small_int());
    let numbers = [field(2), field(3)].map(|number| number.as_small_int().unwrap_or(0));
    let Some(next) = next.and_then(|next| usize::try_from(next).ok()) else { return Ok(Value::NONE) };
    let subject = Subject::for_pattern(iso, string, pattern)?;
    let bounds = Bounds::of(iso, &subject, (numbers[0], numbers[1]));
    let mut search = Search::new(iso, pattern, string, subject, bounds)?;
    search.resume_at(next, iso.heap.number(scanner) != 0);
    if !search.next(iso, goal)? {
        iso.heap.set_field(scanner, 4, Value::NONE);
        return Ok(Value::NONE);
    }
    let (next, must_advance) = search.state();
    iso.heap.set_field(scanner, 4, Value::small_int(next as i64));
    iso.heap.set_number(scanner, u32::from(must_advance));
    search.make_match(iso)
}
