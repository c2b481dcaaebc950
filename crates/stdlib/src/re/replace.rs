//! `sub`, `subn` and `expand`.
//!
//! A replacement with backslashes is read by `re._compile_template`, which gives a tuple: a literal, the number of a group,
//! a literal, and so on up to a last literal.

use super::arguments;
use super::matches::{bounds, subject};
use super::search::{Bounds, Search};
use super::subject::Subject;
use alloc::format;
use alloc::vec::Vec;
use ferropy_regex::Goal;
use ferropy_runtime::heap::OutOfMemory;
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// What matches are replaced by.
enum Replacement {
    /// The same each time.
    Literal(Value),
    /// What a function gives for the match.
    Function(Value),
    /// Literals and groups in turn.
    Template(Value),
}

impl Replacement {
    fn of(iso: &mut Isolate, pattern: Value, value: Value) -> Completion<Replacement> {
        if iso.is_callable(value) {
            return Ok(Replacement::Function(value));
        }
        match Subject::of(iso, value) {
            Ok(subject) if !subject.bytes(iso).contains(&b'\\') => return Ok(Replacement::Literal(value)),
            Ok(_) => {}
            Err(_) => {
                iso.take_exception();
            }
        }
        template(iso, pattern, value).map(Replacement::Template)
    }
}

fn template(iso: &mut Isolate, pattern: Value, value: Value) -> Completion {
    let module = iso.import_dotted("re")?;
    let name = iso.intern("_compile_template")?;
    let function = iso.get_attr(module, name)?;
    let made = iso.call(function, &[pattern, value])?;
    Ok(iso.keep(made))
}

/// Strings put together; of either kind, but not of both.
struct Joined {
    bytes: Vec<u8>,
    is_text: bool,
}

impl Joined {
    fn append(&mut self, bytes: &[u8]) -> Result<(), OutOfMemory> {
        self.bytes.try_reserve(bytes.len()).map_err(|_| OutOfMemory)?;
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// Appends a part of a subject.
    fn append_part(
        &mut self,
        iso: &Isolate,
        subject: &Subject,
        (start, end): (usize, usize),
    ) -> Result<(), OutOfMemory> {
        let bytes = subject.bytes(iso);
        self.append(bytes.get(start..end).unwrap_or(&[]))
    }

    /// Appends an object, if it is of the right kind.
    fn append_value(&mut self, iso: &Isolate, value: Value) -> Result<bool, OutOfMemory> {
        if self.is_text {
            let Some(bytes) = iso.heap.str_bytes(iso.unwrap(value)) else { return Ok(false) };
            self.append(bytes)?;
        } else {
            let Some(bytes) = iso.bytes_like(value) else { return Ok(false) };
            self.append(&bytes)?;
        }
        Ok(true)
    }

    fn finish(self, iso: &mut Isolate) -> Completion {
        if self.is_text { iso.new_text(&self.bytes) } else { iso.new_bytes(&self.bytes) }
    }
}

pub(super) fn substitute(iso: &mut Isolate, args: &[Value]) -> Completion {
    Ok(replace(iso, args)?.0)
}

pub(super) fn substitute_and_count(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (text, count) = replace(iso, args)?;
    let count = iso.new_int(count)?;
    iso.new_tuple(&[text, count])
}

fn replace(iso: &mut Isolate, args: &[Value]) -> Completion<(Value, i64)> {
    let [pattern, replacement, string, most] = arguments(iso, args)?;
    let most = most.given().map_or(Ok(0), |most| iso.to_isize(most))?;
    let replacement = Replacement::of(iso, pattern, replacement)?;
    let subject = Subject::for_pattern(iso, string, pattern)?;
    let mut search = Search::new(iso, pattern, string, subject, Bounds::all(&subject))?;
    let mut joined = Joined { bytes: Vec::new(), is_text: subject.is_text };
    let (mut last, mut count, mut pieces) = (0, 0, 0);
    // The first piece that does not fit; the others are made in any case.
    let mut unfit = None;
    while (most == 0 || count < most) && search.next(iso, Goal::Search)? {
        let (start, end) = search.span();
        if last < start {
            joined.append_part(iso, &subject, (last, start))?;
            pieces += 1;
        }
        let piece = match replacement {
            Replacement::Literal(value) => value,
            Replacement::Template(template) => expanded(iso, &mut joined, template, &search)?,
            Replacement::Function(function) => iso.scope(|iso| {
                let found = search.make_match(iso)?;
                iso.call(function, &[found])
            })?,
        };
        if !piece.is_none() {
            if !joined.append_value(iso, piece)? && unfit.is_none() {
                unfit = Some((pieces, iso.type_name(piece)));
            }
            pieces += 1;
        }
        (last, count) = (end, count + 1);
    }
    if count == 0 {
        return Ok((subject.part(iso, 0..subject.length)?, 0));
    }
    if let Some((place, kind)) = unfit {
        return Err(cannot_join(iso, joined.is_text, place, &kind));
    }
    joined.append_part(iso, &subject, (last, subject.length))?;
    Ok((joined.finish(iso)?, count))
}

/// The `TypeError` of joining what does not fit, which stands behind so many pieces that do.
#[cold]
fn cannot_join(iso: &mut Isolate, is_text: bool, place: usize, kind: &str) -> Raised {
    let wanted = if is_text { "str instance" } else { "a bytes-like object" };
    raise::type_error(iso, &format!("sequence item {place}: expected {wanted}, {kind} found"))
}

/// Appends what a template makes of the match found. A literal that does not fit is given back, else None.
fn expanded(iso: &mut Isolate, joined: &mut Joined, template: Value, search: &Search) -> Completion {
    let first = iso.heap.tuple_item(template, 0).unwrap_or(Value::NONE);
    let is_text = iso.heap.is_str(first);
    for place in 0..iso.heap.sequence_len(template) {
        let item = iso.heap.tuple_item(template, place).unwrap_or(Value::NONE);
        match item.as_small_int() {
            Some(number) => {
                let Some(span) = search.matcher.group(number as usize) else { continue };
                if is_text != joined.is_text {
                    let part = search.subject.part(iso, span.0..span.1)?;
                    let kind = iso.type_name(part);
                    return Err(cannot_join(iso, is_text, place, &kind));
                }
                joined.append_part(iso, &search.subject, span)?;
            }
            None => {
                if is_text == joined.is_text {
                    joined.append_value(iso, item)?;
                }
            }
        }
    }
    Ok(if is_text == joined.is_text { Value::NONE } else { first })
}

/// `Match.expand`
pub(super) fn expand(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [found, replacement] = arguments(iso, args)?;
    let pattern = iso.heap.field(found, 0);
    let template = match Replacement::of(iso, pattern, replacement)? {
        Replacement::Literal(value) => return Ok(value),
        Replacement::Function(_) => template(iso, pattern, replacement)?,
        Replacement::Template(template) => template,
    };
    let subject = subject(iso, found)?;
    let first = iso.heap.tuple_item(template, 0).unwrap_or(Value::NONE);
    let mut joined = Joined { bytes: Vec::new(), is_text: iso.heap.is_str(first) };
    for place in 0..iso.heap.sequence_len(template) {
        let item = iso.heap.tuple_item(template, place).unwrap_or(Value::NONE);
        let Some(number) = item.as_small_int() else {
            joined.append_value(iso, item)?;
            continue;
        };
        let Some(span) = bounds(iso, found, number as usize) else { continue };
        if subject.is_text != joined.is_text {
            let part = subject.part(iso, span.0..span.1)?;
            let kind = iso.type_name(part);
            return Err(cannot_join(iso, joined.is_text, place, &kind));
        }
        joined.append_part(iso, &subject, span)?;
    }
    joined.finish(iso)
}
