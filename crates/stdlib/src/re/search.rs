//! A matcher at work: one pattern, one subject, any number of matches.

use super::matches::new_match;
use super::subject::Subject;
use ferropy_regex::{Bytes, Either, Goal, Matcher, Program, Start, Status, Text};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// Steps between two looks at the world.
const STRETCH: u32 = 5_000;
/// Whether one matcher does for strings and bytes.
const IS_SMALL: bool = cfg!(feature = "re-small");
/// The most bytes that what is left to be tried may take.
const MOST_BYTES: usize = 1 << 30;

/// The part of a subject that is searched: numbers of characters, and offsets in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) pos: usize,
    pub(super) endpos: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Bounds {
    /// All of a subject.
    pub(super) fn all(subject: &Subject) -> Bounds {
        Bounds { pos: 0, endpos: subject.characters, start: 0, end: subject.length }
    }

    /// What the arguments `pos` and `endpos` say, which come before the subject is looked at.
    pub(super) fn numbers(iso: &mut Isolate, pos: Value, endpos: Value) -> Completion<(i64, i64)> {
        let pos = pos.given().map_or(Ok(0), |pos| iso.to_isize(pos))?;
        let endpos = endpos.given().map_or(Ok(i64::MAX), |endpos| iso.to_isize(endpos))?;
        Ok((pos, endpos))
    }

    pub(super) fn of(iso: &mut Isolate, subject: &Subject, (pos, endpos): (i64, i64)) -> Bounds {
        let inside = |number: i64| usize::try_from(number).unwrap_or(0).min(subject.characters);
        let number = |number: i64| if number < 0 { 0 } else { inside(number) };
        let (pos, endpos) = (number(pos), if endpos == i64::MAX { subject.characters } else { number(endpos) });
        let start = if pos == 0 { 0 } else { subject.offset(iso, pos) };
        let end = if endpos == subject.characters { subject.length } else { subject.offset(iso, endpos) };
        Bounds { pos, endpos, start, end }
    }
}

/// A search.
#[derive(Debug)]
pub(super) struct Search {
    pub(super) pattern: Value,
    /// The object that was given to be searched.
    pub(super) string: Value,
    pub(super) subject: Subject,
    pub(super) bounds: Bounds,
    program: Value,
    pub(super) matcher: Matcher,
    /// Where to look next.
    next: usize,
    must_advance: bool,
}

impl Search {
    pub(super) fn new(
        iso: &mut Isolate,
        pattern: Value,
        string: Value,
        subject: Subject,
        bounds: Bounds,
    ) -> Completion<Search> {
        let program = iso.heap.field(pattern, 1);
        let most_bytes = iso.limits().heap_bytes.min(MOST_BYTES);
        let matcher = program_of(iso, program).and_then(|program| Matcher::new(program, most_bytes));
        let Some(matcher) = matcher else { return Err(raise::memory_error(iso)) };
        let next = bounds.start;
        Ok(Search { pattern, string, subject, bounds, program, matcher, next, must_advance: false })
    }

    /// Starts from another place.
    pub(super) fn resume_at(&mut self, next: usize, must_advance: bool) {
        (self.next, self.must_advance) = (next, must_advance);
    }

    /// Where the next match is looked for, and whether it must not be empty there.
    pub(super) fn state(&self) -> (usize, bool) {
        (self.next, self.must_advance)
    }

    /// Looks for the next match; whether there is one.
    pub(super) fn next(&mut self, iso: &mut Isolate, goal: Goal) -> Completion<bool> {
        // In CPython nothing still matches at a `pos` behind `endpos`.
        let end = if goal == Goal::Match { self.bounds.end.max(self.next) } else { self.bounds.end };
        if self.next > end {
            return Ok(false);
        }
        self.matcher.begin(Start { at: self.next, goal, must_advance: self.must_advance });
        loop {
            let mut fuel = STRETCH;
            let Some(program) = program_of(iso, self.program) else { return Err(raise::internal(iso)) };
            let bytes = self.subject.bytes(iso);
            let bytes = bytes.get(..end).unwrap_or(&bytes);
            let is_single = self.subject.is_single;
            let status = if IS_SMALL {
                let text = if is_single { Either::Bytes(Bytes(bytes)) } else { Either::Text(Text(bytes)) };
                self.matcher.step(program, text, &mut fuel)
            } else if is_single {
                self.matcher.step(program, Bytes(bytes), &mut fuel)
            } else {
                self.matcher.step(program, Text(bytes), &mut fuel)
            };
            iso.native_steps((STRETCH - fuel) as usize)?;
            match status {
                Status::Matched => {
                    let (start, end) = self.span();
                    self.resume_at(end, start == end);
                    return Ok(true);
                }
                Status::Unmatched => return Ok(false),
                Status::Paused => {}
                Status::OutOfMemory => return Err(raise::memory_error(iso)),
            }
        }
    }

    /// Where the match found starts and ends, in bytes.
    pub(super) fn span(&self) -> (usize, usize) {
        self.matcher.group(0).unwrap_or_default()
    }

    /// The number of groups, without the whole match.
    pub(super) fn groups(&self, iso: &Isolate) -> usize {
        groups_of(iso, self.pattern)
    }

    /// What a group matched, or a value for one that matched nothing.
    pub(super) fn group(&self, iso: &mut Isolate, number: usize, otherwise: Value) -> Completion {
        match self.matcher.group(number) {
            Some((start, end)) => self.subject.part(iso, start..end),
            None => Ok(otherwise),
        }
    }

    /// The object of the match found.
    pub(super) fn make_match(&self, iso: &mut Isolate) -> Completion {
        new_match(iso, self)
    }
}

/// The program whose words a bytes object holds.
fn program_of(iso: &Isolate, program: Value) -> Option<Program<'_>> {
    Program::from_bytes(iso.heap.bytes(program)?)
}

/// The number of groups of a pattern, without the whole match.
pub(super) fn groups_of(iso: &Isolate, pattern: Value) -> usize {
    program_of(iso, iso.heap.field(pattern, 1)).map_or(0, |program| program.groups().saturating_sub(1))
}
