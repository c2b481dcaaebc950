//! Collections in steps: what a collection does is spread over the instructions of the program, a bounded amount of work at a
//! time.
//!
//! ```text
//! Idle → Marking … → (the isolate looks at the roots once more, cuts weak references) → Sweeping … → Sliding … → Idle
//! ```
//!
//! What lives is what could be reached when the collection began, and what was made since (Yuasa's snapshot at the
//! beginning). Objects that are made while marking goes on are marked from the start. Whoever takes a value out of the heap
//! or overwrites it shows it to the collector first ([`Heap::shade`]), and so does who hands out what he does not keep alive:
//! weak references, the table of interned strings. Registers need nothing of that: they were all looked at when the collection
//! began. An object that was begun when a step had used up its budget waits with the number of its next word, and is flagged
//! ([`Slot::LINKED`]): who moves values inside of it lets all of it be looked at first ([`Heap::shade_moved`]).
//!
//! While slots are swept from the last one down, objects are made in those that were passed. While blocks slide, what is
//! made goes to the end of the payload area, which the slide reaches at last: who lets that end go back, or a block grow there,
//! says so ([`Heap::end_slide_at`]). Where memory runs short meanwhile, the
//! collection is given up or finished at once, and a whole one follows.

use super::collect::{Rest, Root, parts_of, put_on_list, values_of};
use super::region::SlotTable;
use super::seeking::Found;
use super::slot::{Kind, Slot};
use super::{Collection, Heap, NO_SLOT};
use crate::value::{IS_SMALL, Value, Word};
use alloc::vec::Vec;
use core::cell::Cell;

/// How many objects may wait to be looked at; further ones are found again by a look at all slots.
const MOST_WAITING: usize = if cfg!(debug_assertions) {
    8
} else if IS_SMALL {
    128
} else {
    1 << 26
};
/// Work that a step does: about a word looked at, or half a slot swept, or half a block moved.
const STEP: usize = if IS_SMALL { 500 } else { 16_000 };
/// How many steps are done at once at most, where so many are due.
const MOST_AT_ONCE: usize = if IS_SMALL { 1 } else { 16 };
/// A heap whose collection is at most so much work is collected at once.
const LITTLE: usize = if IS_SMALL { 0 } else { 160_000 };
/// Bytes between two steps at least.
const LEAST_INTERVAL: usize = 16 << 10;
/// The same where memory is limited: a collection has to end before it is full.
const LEAST_INTERVAL_WITH_LIMIT: usize = 16;
/// Bytes that a program makes between two steps that follow each other.
const AROUND_STEP: usize = 32;
/// Debts that are no debts: somebody has asked for a collection.
pub(super) const REQUESTED: usize = usize::MAX / 4;

/// What a collection in steps is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// There is none.
    #[default]
    Idle,
    /// Objects are marked that can be reached.
    Marking,
    /// Slots of the dead are freed.
    Sweeping,
    /// Blocks of the living are moved together.
    Sliding,
}

/// The state of a collection in steps.
#[derive(Debug)]
pub(super) struct Steps {
    phase: Phase,
    /// Whether a collection in steps is marking.
    is_marking: bool,
    /// Where not: the object that is to be looked at next, whose block says which one comes then; [`NO_SLOT`] for none.
    pub(super) gray: u32,
    /// Objects that are marked and still to be looked at, from this word on.
    waiting: Vec<(u32, u32)>,
    /// More had to wait than there was memory for: those have [`Slot::LINKED`].
    has_missed: bool,
    /// The slots in front of this one were looked at for such objects.
    searched: usize,
    /// The slots from here on are swept.
    swept: usize,
    /// Blocks in front of this place have slid.
    from: usize,
    /// Where the next one goes.
    to: usize,
    /// Bytes that are allocated between two steps.
    interval: usize,
    /// The collection is finished at once where less than so many bytes are free: large blocks were made meanwhile.
    least_free: usize,
}

impl Steps {
    /// No collection.
    pub(super) const NONE: Steps = Steps {
        phase: Phase::Idle,
        is_marking: false,
        gray: NO_SLOT,
        waiting: Vec::new(),
        has_missed: false,
        searched: 0,
        swept: 0,
        from: 0,
        to: 0,
        interval: 0,
        least_free: 0,
    };

    /// Sees to it that an object which was marked is looked at.
    #[inline(never)]
    pub(super) fn postpone(&mut self, slot: &mut Slot, payload: &[Cell<Word>], number: u32) {
        if self.is_marking {
            self.wait(slot, number, 0);
        } else {
            put_on_list(slot, payload, &mut self.gray, number);
        }
    }

    /// Lets an object that was marked wait to be looked at from a word on.
    #[inline(never)]
    pub(super) fn wait(&mut self, slot: &mut Slot, number: u32, start: u32) {
        let waiting = &mut self.waiting;
        if waiting.len() >= MOST_WAITING || waiting.len() == waiting.capacity() && waiting.try_reserve(1).is_err() {
            slot.flags |= Slot::LINKED;
            self.has_missed = true;
            return;
        }
        waiting.push((number, start));
    }

    /// The words of an object that a step begins with, which are not too many: the rest waits.
    pub(super) fn first_words<'a>(
        &mut self,
        slots: &mut SlotTable,
        words: &'a [Cell<Word>],
        start: usize,
        root: &mut Root,
        most: usize,
    ) -> &'a [Cell<Word>] {
        let words = words.get(start..).unwrap_or(&[]);
        let Some(first) = words.get(..most).filter(|first| first.len() < words.len()) else { return words };
        root.end = start + most;
        root.place = self.waiting.len();
        if let Some(slot) = slots.get_mut(root.number as usize) {
            slot.flags |= Slot::LINKED;
            self.wait(slot, root.number, root.end as u32);
        }
        first
    }

    /// Lets objects wait of which some words were looked at, each found in the one before: those that hold others come after them.
    /// The words that are left are given with the objects' numbers.
    #[cold]
    #[inline(never)]
    pub(super) fn suspend(
        &mut self,
        slots: &mut SlotTable,
        payload: &[Cell<Word>],
        (rests, owners): (&[Rest], &[u32]),
        last: (Rest, u32),
        root: &Root,
    ) {
        for (words, owner) in rests.iter().cloned().zip(owners.iter().copied()).chain([last]) {
            let Some(slot) = slots.get_mut(owner as usize) else { continue };
            let end =
                if owner == root.number { root.end } else { parts_of(slot, payload, Some(&Default::default())).len() };
            let next = (end - words.len()) as u32;
            if owner == root.number
                && let Some(place) = self.waiting.get_mut(root.place)
            {
                place.1 = next;
            } else if words.len() > 0 {
                slot.flags |= Slot::LINKED;
                self.wait(slot, owner, next);
            }
        }
    }
}

impl Heap {
    /// What a collection in steps is doing.
    #[inline(always)]
    pub(crate) const fn phase(&self) -> Phase {
        self.steps.phase
    }

    /// Whether a collection can't go on in steps, or should not: it is little work, somebody has asked for one, or memory
    /// is short. With `in_steps` little work is done in steps too.
    #[cold]
    #[inline(never)]
    pub(crate) fn collects_at_once(&self, in_steps: bool) -> bool {
        let is_little = || {
            let (slots, words) = (self.slots.len(), self.payload.len());
            // Most young objects are dead, as a rule: of these only the slots are looked at.
            let old = 4 * self.settled_objects + self.settled;
            old <= LITTLE && old + (slots + words) / 8 <= 2 * LITTLE
        };
        // What is made while a collection goes on has to fit in.
        let is_short = || self.limit != usize::MAX && self.steps_needed() * AROUND_STEP > self.free_bytes() / 2;
        self.debt >= REQUESTED
            || match self.steps.phase {
                Phase::Idle => !in_steps && is_little() || is_short(),
                _ => self.limit != usize::MAX && self.free_bytes() < self.steps.least_free,
            }
    }

    /// About how many steps a collection takes.
    #[inline(never)]
    fn steps_needed(&self) -> usize {
        2 * (self.slots.len() + self.payload.len()) / STEP + 8
    }

    /// From now on what is marked waits to be looked at in steps.
    #[cold]
    #[inline(never)]
    pub(crate) fn begin_steps(&mut self) {
        self.begin_collection();
        self.steps.phase = Phase::Marking;
        self.steps.is_marking = true;
        self.is_marking = 1;
        self.born = Slot::born_marked();
        let steps = self.steps_needed();
        let (room, least) = match self.limit {
            usize::MAX => (self.used_bytes(), LEAST_INTERVAL),
            _ => (self.free_bytes(), LEAST_INTERVAL_WITH_LIMIT),
        };
        self.steps.least_free = room / 2;
        self.steps.interval = (room / if IS_SMALL { 8 } else { 4 } / steps).max(least);
    }

    /// The next step is due when a little more was allocated.
    pub(crate) fn await_step(&mut self) {
        if self.steps.phase != Phase::Idle && self.debt < REQUESTED && self.is_automatic {
            self.threshold = self.debt.saturating_add(self.steps.interval);
        }
    }

    /// To make room has taken as long as a step: the next one is not due at once.
    pub(super) fn delay_step(&mut self) {
        const BYTES: usize = 256;
        if IS_SMALL && self.steps.phase != Phase::Idle && self.debt < REQUESTED {
            self.threshold = self.threshold.max(self.debt.saturating_add(BYTES));
        }
    }

    /// The work that the step may do which is due now: more than others where large objects were made since the last one.
    pub(crate) fn step_budget(&self) -> usize {
        let late = self.debt.saturating_sub(self.threshold) / self.steps.interval.max(1);
        STEP * (1 + late.min(MOST_AT_ONCE - 1))
    }

    /// Whether values that are taken out of the heap have to be shown.
    #[inline(always)]
    pub(super) const fn is_marking(&self) -> bool {
        self.is_marking != 0
    }

    /// Shows a value to the collector that is taken out of the heap, or that was held without being kept alive.
    #[inline(always)]
    pub(crate) fn shade(&mut self, value: Value) {
        if self.is_marking() {
            self.shade_now(value);
        }
    }

    #[cold]
    #[inline(never)]
    fn shade_now(&mut self, value: Value) {
        self.mark_movable(value);
    }

    /// As [`Heap::shade`], for the value in a word of the payload area that will be overwritten.
    #[inline(always)]
    pub(super) fn shade_word(&mut self, index: usize) {
        if self.is_marking() {
            self.shade_words(index, 1);
        }
    }

    /// As [`Heap::shade`], for the values in words of the payload area.
    #[cold]
    #[inline(never)]
    pub(super) fn shade_words(&mut self, start: usize, count: usize) {
        for index in start..start + count {
            let value = self.value_at(index);
            self.shade_now(value);
        }
    }

    /// Shows all that an object holds to the collector: it is about to be changed as a whole.
    #[inline(always)]
    pub(super) fn shade_content(&mut self, object: Value) {
        if self.is_marking() {
            self.shade_all(object, false);
        }
    }

    /// As [`Heap::shade_content`], where values only move inside of the object: nothing is to be done but for one that is being
    /// looked at in pieces.
    #[inline(always)]
    pub(super) fn shade_moved(&mut self, object: Value) {
        if self.is_marking() {
            self.shade_all(object, true);
        }
    }

    #[cold]
    #[inline(never)]
    fn shade_all(&mut self, object: Value, only_in_pieces: bool) {
        let Some(&slot) = self.slot(object) else { return };
        if only_in_pieces && !slot.has(Slot::LINKED) || !slot.kind.refers() {
            return;
        }
        if slot.kind == Kind::Cell {
            let content = self.cell(object);
            self.shade_now(content);
        } else if slot.kind == Kind::Instance && slot.has_fields_inside() {
            for &field in slot.fields_inside() {
                self.shade_now(Value::from_word(field));
            }
        } else {
            let words = values_of(&slot, |place| self.payload.get(place).copied());
            self.shade_words(words.start, words.len());
        }
    }

    /// Marks what is reachable until an object refers to code or a shape, all is marked, or the budget is used up.
    pub(crate) fn mark_some(&mut self, budget: &mut usize) -> Option<Collection> {
        while *budget > 0 {
            let Some((number, start)) = self.steps.waiting.pop() else {
                if self.is_all_marked() {
                    return None;
                }
                self.search_missed(budget);
                continue;
            };
            let Some(&slot) = self.slot_at(number) else { continue };
            if slot.kind == Kind::Cell {
                let content = self.cell(Value::handle(number));
                self.mark_movable(content);
                continue;
            }
            if start > 0
                && let Some(slot) = self.slot_at_mut(number)
            {
                slot.flags &= !Slot::LINKED;
            }
            *budget = self.mark_values::<true>((number, &slot), start as usize, *budget);
            match slot.kind {
                _ if start > 0 => {}
                Kind::Function => {
                    self.mark_movable(Value::handle(slot.c()));
                    return Some(Collection::Code(slot.a()));
                }
                Kind::Code => return Some(Collection::Code(slot.a())),
                Kind::Instance => return Some(Collection::Shape(slot.a())),
                _ => {}
            }
        }
        None
    }

    /// Looks for objects that could not wait among as many slots as the budget says, when nothing waits any more.
    fn search_missed(&mut self, budget: &mut usize) {
        let (mut slots, _) = self.slots.split(&mut self.payload);
        let steps = &mut self.steps;
        while steps.waiting.len() < MOST_WAITING / 2 && *budget > 0 {
            let Some(slot) = slots.get_mut(steps.searched) else {
                steps.searched = 0;
                return;
            };
            if steps.searched == 0 {
                steps.has_missed = false;
            }
            if slot.kind.refers() && slot.flags & (Slot::MARKED | Slot::LINKED) == Slot::MARKED | Slot::LINKED {
                slot.flags &= !Slot::LINKED;
                steps.wait(slot, steps.searched as u32, 0);
            }
            steps.searched += 1;
            *budget -= 1;
        }
    }

    /// Whether nothing waits to be looked at.
    pub(crate) const fn is_all_marked(&self) -> bool {
        self.steps.waiting.is_empty() && !self.steps.has_missed && self.steps.searched == 0
    }

    /// The marking in steps is over: what is marked now is looked at at once.
    pub(crate) fn end_marking_in_steps(&mut self) {
        debug_assert!(self.steps.waiting.is_empty(), "all is marked");
        self.steps.is_marking = false;
        self.is_marking = 0;
        self.steps.waiting = Vec::new();
        self.steps.gray = NO_SLOT;
        self.last_shape = 0;
    }

    /// All that lives is marked: what follows is sweeping.
    pub(crate) fn begin_sweep(&mut self) {
        // Those who share a block know its owner from now on, and it lives.
        if !self.views.is_empty() {
            let views = self.living_views();
            self.move_views(&views);
        }
        if !self.prefixes.is_empty() {
            let prefixes = self.living_prefixes();
            self.move_prefixes(&prefixes);
        }
        self.born = 0;
        self.free = NO_SLOT;
        self.closed = 0;
        self.steps.swept = self.slots.len();
        self.steps.phase = Phase::Sweeping;
    }

    /// Frees slots of the dead, so many as the budget says; sliding is what follows.
    pub(crate) fn sweep_some(&mut self, budget: usize) {
        let mut left = budget + budget / 2;
        // Slots behind the last live one go altogether.
        let mut count = self.slots.len();
        let (mut dead, mut hole, mut free) = (0, self.hole, self.free);
        let (mut slots, _) = self.slots.split(&mut self.payload);
        if count == self.steps.swept {
            for slot in slots.iter_from_last(count.saturating_sub(left)..count) {
                if slot.has(Slot::MARKED) {
                    break;
                }
                dead += usize::from(slot.kind != Kind::Free);
                hole = slot.lowest_garbage(hole);
                (count, left) = (count - 1, left - 1);
            }
            self.steps.swept = count;
        }
        let last = self.steps.swept.saturating_sub(left);
        let mut number = self.steps.swept;
        for slot in slots.iter_from_last(last..number) {
            number -= 1;
            if slot.has(Slot::MARKED) {
                slot.flags &= !Slot::MARKED;
                self.closed += slot.closed_bytes();
                continue;
            }
            dead += usize::from(slot.kind != Kind::Free);
            hole = slot.lowest_garbage(hole);
            *slot = Slot::new(Kind::Free, 0, 0, [free, 0, 0]);
            free = number as u32;
        }
        self.slots.truncate(&mut self.payload, count);
        (self.hole, self.free, self.steps.swept) = (hole, free, last);
        self.objects = self.objects.saturating_sub(dead);
        self.freed_objects += dead as u64;
        if last == 0 {
            self.steps.phase = Phase::Sliding;
            (self.steps.from, self.steps.to) = (self.hole, self.hole);
        }
    }

    /// Finds slots for who needs some while slots are swept: frees all that are left. Whether there are any now.
    pub(super) fn sweep_rest(&mut self) -> bool {
        if self.phase() == Phase::Sweeping {
            self.sweep_some(usize::MAX / 4);
            return self.free != NO_SLOT;
        }
        false
    }

    /// Whether an object lies in a slot that may be looked at: no dead one that is not swept yet.
    pub(super) fn is_swept_or_marked(&self, number: u32, slot: &Slot) -> bool {
        self.phase() != Phase::Sweeping || number as usize >= self.steps.swept || slot.has(Slot::MARKED)
    }

    /// Moves blocks of the living together, so many as the budget says; the step that finds little left ends the collection.
    pub(crate) fn slide_some(&mut self, budget: usize) {
        self.found = Found::NOTHING;
        let (views, prefixes) = self.sharers();
        let end = self.payload.len();
        let is_last = end.saturating_sub(self.steps.from) <= budget;
        let is_hole_moving = self.hole >= self.steps.to;
        let (from, to, gap) =
            self.slide_blocks([self.steps.from, self.steps.to, end], if is_last { usize::MAX - 1 } else { budget });
        (self.steps.from, self.steps.to) = (from, to);
        if is_hole_moving {
            self.hole = to;
        }
        self.hole = self.hole.min(gap);
        if is_last {
            self.payload.truncate(to);
            self.settled = to;
            self.shrink_payload();
        }
        self.move_sharers(&views, &prefixes);
        if is_last {
            self.end_steps();
        }
    }

    /// What lies behind a block has moved by so many words.
    pub(super) fn move_slide(&mut self, behind: usize, more: usize) {
        for place in [&mut self.steps.from, &mut self.steps.to] {
            if *place >= behind {
                *place += more;
            }
        }
    }

    /// The payload area ends here now, or the block that stands here grows: what comes next has not slid.
    #[inline(always)]
    pub(super) fn end_slide_at(&mut self, end: usize) {
        self.steps.from = self.steps.from.min(end);
        self.steps.to = self.steps.to.min(end);
    }

    fn end_steps(&mut self) {
        debug_assert!(self.is_settled(), "blocks in front of the first hole live");
        debug_assert!(self.are_blocks_inside(), "no block was forgotten");
        debug_assert!(!self.slots.iter(&self.payload).any(|slot| slot.has(Slot::MARKED)), "nothing is marked");
        self.steps.phase = Phase::Idle;
        self.settled_objects = self.objects;
        self.moves_wanted = self.wants_moves();
        self.finish_limits();
    }

    /// Whether the blocks of all objects lie in the payload area.
    fn are_blocks_inside(&self) -> bool {
        let end = |slot: &Slot| slot.b() as usize + self.block_size(slot.b());
        self.slots.iter(&self.payload).all(|slot| !slot.has_block() || slot.b() == 0 || end(slot) <= self.payload.len())
    }

    /// Gives up what a collection in steps has done so far, or finishes what can't be given up: nothing is marked then. Whether
    /// code may still be marked.
    pub(crate) fn abandon_steps(&mut self) -> bool {
        let phase = self.phase();
        self.steps.phase = Phase::Idle;
        if phase == Phase::Idle {
            return false;
        }
        match phase {
            Phase::Idle => {}
            Phase::Marking => self.clear_marks(),
            Phase::Sweeping => {
                self.steps.phase = phase;
                self.sweep_some(usize::MAX / 4);
            }
            Phase::Sliding => {
                self.steps.phase = phase;
                self.slide_some(usize::MAX);
            }
        }
        self.steps = Steps::NONE;
        self.is_marking = 0;
        self.born = 0;
        phase == Phase::Marking
    }

    fn clear_marks(&mut self) {
        for slot in self.slots.iter_mut(&mut self.payload) {
            slot.flags &= if slot.kind.refers() { !(Slot::MARKED | Slot::LINKED) } else { !Slot::MARKED };
        }
    }

    /// Which objects are marked, and takes the marks away: for [`Heap::check_marks`].
    pub(crate) fn take_marks(&mut self) -> Vec<bool> {
        let marks = self.slots.iter(&self.payload).map(|slot| slot.has(Slot::MARKED)).collect();
        self.clear_marks();
        marks
    }

    /// How many objects are marked that were not in `before`; all of both are marked then.
    pub(crate) fn check_marks(&mut self, before: &[bool]) -> usize {
        let mut missed = 0;
        for (slot, &was_marked) in self.slots.iter_mut(&mut self.payload).zip(before) {
            missed += usize::from(slot.has(Slot::MARKED) && !was_marked);
            if was_marked {
                slot.flags |= Slot::MARKED;
            }
        }
        missed
    }
}
