//! The builtin iterators that work on any iterable: each a record of what it goes on from.

mod applied;
mod calls;
mod enumerate;
mod parallel;
mod plain;
mod sequence;

use crate::exceptions::raise;
use crate::native::{Reach, RowKind, Shortcut, TypeId};
use crate::value::IS_SMALL;
use crate::{Completion, Isolate, Value, names};

pub(crate) use applied::{Application, step_applied};
pub(crate) use calls::{CALLABLE_ITERATOR, FILTER};
pub(crate) use enumerate::ENUMERATE;
pub(crate) use parallel::{MAP, ZIP};
pub(crate) use plain::{PairsAhead, Step, pairs_ahead, plain_iterator, skip_pairs, step_pair, step_plain};
pub(crate) use sequence::{REVERSED, SEQUENCE_ITERATOR};

/// The place of `__next__` in a type's slot table.
const NEXT: Option<usize> = names::special_index_of("__next__");

impl Isolate {
    /// The next item of an iterator of a builtin type, without the way through a call; Unbound at its end. Nothing
    /// for other iterators.
    #[inline]
    pub(crate) fn next_native(&mut self, iterator: Value) -> Option<Completion> {
        match self.step_applied(iterator) {
            Step::Item(item) => Some(Ok(self.keep(item))),
            Step::End => Some(Ok(Value::UNBOUND)),
            Step::Other => self.next_by_row(iterator),
        }
    }

    /// As [`Isolate::next_native`], for an iterator that [`step_plain`] could not go on with.
    #[inline]
    pub(crate) fn next_by_row(&mut self, iterator: Value) -> Option<Completion> {
        let id = TypeId(self.heap.record_type(iterator)?);
        let spec = self.types.get(id.number() as usize)?;
        let row = usize::from(*spec.slots.get(NEXT?)?).checked_sub(1)?;
        let RowKind::Method(next, shortcut, _) = spec.rows.get(row)?.kind else { return None };
        if !IS_SMALL
            && let Some(shortcut) = shortcut
            && let Step::Item(item) = self.step_by_shortcut(shortcut, iterator)
        {
            return Some(Ok(self.keep(item)));
        }
        // Iterators may be nested as deep as a program likes.
        if !self.may_enter_native() {
            return Some(Err(raise::recursion(self)));
        }
        self.native_depth += 1;
        let mark = self.kept.len();
        // The result is taken apart here: copied as a whole, it would have to wait until its parts are in memory.
        let result = next(self, &[iterator]);
        self.native_depth -= 1;
        match result {
            Ok(item) => {
                self.kept.truncate(mark);
                Some(Ok(self.keep(item)))
            }
            Err(raised) => {
                self.kept.truncate(mark);
                Some(Err(raised))
            }
        }
    }

    /// The short cut of an iterator's `__next__`, if it has one: it gives items only, never the end.
    pub(crate) fn next_shortcut(&self, iterator: Value) -> Option<Shortcut> {
        if IS_SMALL {
            return None;
        }
        let spec = self.types.get(usize::from(self.heap.record_type(iterator)?))?;
        match spec.special(NEXT)?.kind {
            RowKind::Method(_, shortcut, _) => shortcut,
            _ => None,
        }
    }

    /// Goes on with an iterator by the short cut of its `__next__`.
    #[inline]
    pub(crate) fn step_by_shortcut(&mut self, shortcut: Shortcut, iterator: Value) -> Step<Value> {
        if self.heap.wants_collection() {
            return Step::Other;
        }
        let mut reach = Reach { heap: &mut self.heap, shapes: &self.shapes };
        shortcut(&mut reach, &[iterator]).map_or(Step::Other, Step::Item)
    }
}
