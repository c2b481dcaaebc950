//! Collection: mark from roots, slide payloads together, free the slots of the dead.
//!
//! The isolate drives it, because it knows the roots and owns what the heap only has numbers of (code, shapes):
//!
//! ```text
//! heap.begin_collection();  heap.mark(root) …;
//! while let Some(found) = heap.mark_next() { … mark what the found code or shape refers to … }
//! … drop weak references to unmarked objects …
//! heap.finish_collection();
//! ```
//!
//! How payloads slide is in [`super::sliding`], how a collection goes on in steps in [`super::stepping`].

use super::header::{HEADER, exchange_owner, size_in};
use super::region::SlotTable;
use super::seeking::Found;
use super::slot::{Kind, Slot};
use super::{Heap, NO_SLOT};
use crate::value::{IS_SMALL, Value, Word};
use alloc::vec::Vec;
use core::cell::Cell;
use core::ops::Range;
use core::slice;

/// How many objects may wait for the part that [`Heap::mark_values`] looks at.
const DEPTH: usize = 4;

/// Words of an object that are still to be looked at.
pub(super) type Rest<'a> = slice::Iter<'a, Cell<Word>>;

/// The object with which [`Heap::mark_values`] began.
pub(super) struct Root {
    /// Its number.
    pub(super) number: u32,
    /// In front of which of its words to end.
    pub(super) end: usize,
    /// Where its rest waits, if it has one.
    pub(super) place: usize,
}

/// Something outside the heap that a marked object refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collection {
    /// Code number.
    Code(u32),
    /// Shape number.
    Shape(u32),
}

impl Heap {
    /// Starts a collection: nothing is marked.
    pub fn begin_collection(&mut self) {
        self.steps.gray = NO_SLOT;
        self.last_shape = 0;
    }

    /// Marks what lies in one of the places that [`Heap::finish_collection`] is told of.
    #[inline]
    pub(crate) fn mark_movable(&mut self, value: Value) {
        if let Some(number) = value.as_handle() {
            self.mark_slot(number);
        }
    }

    /// Marks a root.
    #[inline]
    pub fn mark(&mut self, value: Value) {
        if let Some(number) = value.as_handle() {
            self.pins.pin(number);
            self.mark_slot(number);
        }
    }

    #[inline]
    fn mark_slot(&mut self, number: u32) {
        let (mut slots, payload) = self.slots.split(&mut self.payload);
        if let Some(slot) = slots.get_mut(number as usize)
            && !slot.has(Slot::MARKED)
            && slot.kind != Kind::Free
        {
            slot.flags |= Slot::MARKED;
            if slot.kind.refers() {
                self.steps.postpone(slot, cells(payload), number);
            }
        }
    }

    /// Takes the object that is to be looked at next off the list.
    fn take_gray(&mut self) -> Option<(u32, Slot)> {
        let number = self.steps.gray;
        let (mut slots, payload) = self.slots.split(&mut self.payload);
        let slot = slots.get_mut(number as usize)?;
        if slot.kind == Kind::Cell {
            self.steps.gray = core::mem::take(&mut slot.words[0]);
        } else if slot.kind == Kind::Instance && slot.has_fields_inside() {
            self.steps.gray = core::mem::replace(&mut slot.words[0], u32::from(slot.aux));
            slot.aux = 0;
        } else if slot.has(Slot::LINKED) {
            self.steps.gray = core::mem::take(&mut slot.words[1]);
            slot.flags &= !Slot::LINKED;
        } else {
            self.steps.gray = exchange_owner(cells(payload), slot.b(), number).unwrap_or(NO_SLOT);
        }
        Some((number, *slot))
    }

    /// Whether the object was reached. Immediates always are.
    #[must_use]
    pub fn is_marked(&self, value: Value) -> bool {
        match value.as_handle() {
            Some(number) => self.slot_at(number).is_some_and(|slot| slot.has(Slot::MARKED)),
            None => true,
        }
    }

    /// Marks what is reachable until an object refers to code or a shape; `None` when all is marked.
    pub fn mark_next(&mut self) -> Option<Collection> {
        while let Some((number, slot)) = self.take_gray() {
            if slot.kind == Kind::Cell {
                let word = (u64::from(slot.b()) | u64::from(slot.c()) << 32) as Word;
                self.mark_movable(Value::from_word(word));
                continue;
            }
            self.mark_values::<false>((number, &slot), 0, usize::MAX);
            match slot.kind {
                Kind::Function => {
                    self.mark(Value::handle(slot.c()));
                    return Some(Collection::Code(slot.a()));
                }
                Kind::Code => return Some(Collection::Code(slot.a())),
                Kind::Instance => return Some(Collection::Shape(slot.a())),
                _ => {}
            }
        }
        None
    }

    /// All objects that programs can hold, dead ones not yet collected included.
    pub fn objects(&self) -> impl Iterator<Item = Value> + '_ {
        let numbers = (0u32..).zip(self.slots.iter(&self.payload));
        let is_object =
            |&(number, slot): &(u32, &Slot)| slot.kind != Kind::Free && self.is_swept_or_marked(number, slot);
        numbers.filter(is_object).map(|(number, _)| Value::handle(number))
    }

    /// What an object refers to, without what belongs to its code or to the shape of its attributes.
    #[must_use]
    pub fn referents(&self, value: Value) -> Vec<Value> {
        let Some(number) = value.as_handle() else { return Vec::new() };
        let Some(&slot) = self.slot_at(number) else { return Vec::new() };
        let mut found: Vec<Value> = match slot.kind {
            Kind::Cell => alloc::vec![self.cell(value)],
            Kind::Instance => self.fields(value).collect(),
            kind if kind.refers() => {
                values_of(&slot, |place| self.payload.get(place).copied()).map(|index| self.value_at(index)).collect()
            }
            _ => Vec::new(),
        };
        if slot.kind == Kind::Function {
            found.push(Value::handle(slot.c()));
        }
        found.retain(|value| !value.is_unbound());
        found
    }

    /// Marks what an object holds, and what that holds, as deep as little memory allows; what has to be looked at by others,
    /// or lies deeper, is put on the list. In steps it begins with the object's word `start`, and where the budget is used up, all
    /// that was begun waits for the next step. Returns what is left of the budget.
    ///
    /// This loop and the ones of [`Heap::sweep`] and [`Heap::slide`] are where a collection's time goes, and on boards they
    /// are compiled for size: what they call is inlined by force, and each object's slot is looked at in one place.
    #[inline(never)]
    pub(super) fn mark_values<const IN_STEPS: bool>(
        &mut self,
        (number, object): (u32, &Slot),
        start: usize,
        budget: usize,
    ) -> usize {
        let (mut slots, payload) = self.slots.split(&mut self.payload);
        let payload = cells(payload);
        let mut rests: [Rest; DEPTH] = Default::default();
        let mut owners = [0; DEPTH];
        // Fields that lie in slots, which change while they are looked at.
        let inside: [[Cell<Word>; 2]; DEPTH + 1] = Default::default();
        let mut depth = 0;
        let mut words = parts_of(object, payload, inside.first());
        let (mut root, mut owner, mut left) = (Root { number, end: words.len(), place: usize::MAX }, number, 0);
        if IN_STEPS {
            words = self.steps.first_words(&mut slots, words, start, &mut root, budget / 4 + 1);
            left = budget.saturating_sub(words.len() + 2);
        }
        let mut words = words.iter();
        loop {
            let Some(word) = words.next() else {
                depth = usize::wrapping_sub(depth, 1);
                let Some(before) = rests.get(depth) else { return left };
                words = before.clone();
                if IN_STEPS {
                    owner = owners.get(depth).copied().unwrap_or(owner);
                }
                continue;
            };
            let Some(number) = Value::from_word(word.get()).as_handle() else { continue };
            let Some(slot) = slots.get_mut(number as usize) else { continue };
            if slot.has(Slot::MARKED) {
                let rest = words.as_slice();
                words = rest.get(marked_ahead(rest, &slots)..).unwrap_or(&[]).iter();
                continue;
            }
            if !slot.kind.refers() {
                if slot.kind != Kind::Free {
                    slot.flags |= Slot::MARKED;
                }
                continue;
            }
            slot.flags |= Slot::MARKED;
            if slot.kind == Kind::Instance && slot.a() != self.last_shape {
                self.last_shape = slot.a();
                self.steps.postpone(slot, payload, number);
                continue;
            }
            if slot.kind.is_for_others() || depth == DEPTH {
                self.steps.postpone(slot, payload, number);
                continue;
            }
            let is_done = match words.as_slice() {
                [] => true,
                // The second word of a pair is often none that counts.
                [last] => Value::from_word(last.get()).as_handle().is_none(),
                _ => false,
            };
            if IN_STEPS {
                let count = parts_of(slot, payload, Some(&Default::default())).len() + 2;
                if count > left {
                    self.steps.postpone(slot, payload, number);
                    let begun = (rests.get(..depth).unwrap_or(&[]), owners.get(..depth).unwrap_or(&[]));
                    self.steps.suspend(&mut slots, payload, begun, (words, owner), &root);
                    return 0;
                }
                left -= count;
            }
            if !is_done && let Some(place) = rests.get_mut(depth) {
                *place = words;
                if IN_STEPS && let Some(place) = owners.get_mut(depth) {
                    *place = owner;
                }
                depth += 1;
            }
            words = parts_of(slot, payload, inside.get(depth)).iter();
            owner = number;
        }
    }

    /// Slides payloads, frees unmarked slots and unmarks the others; `places` are told where objects have moved to. Returns
    /// the number of objects freed.
    pub(crate) fn finish_collection(&mut self, places: &mut [Value]) -> usize {
        self.found = Found::NOTHING;
        let views = if self.views.is_empty() { Vec::new() } else { self.living_views() };
        let prefixes = if self.prefixes.is_empty() { Vec::new() } else { self.living_prefixes() };
        let survivors = self.young_survivors();
        let freed = self.sweep();
        self.slide(survivors);
        self.move_prefixes(&prefixes);
        self.move_views(&views);
        self.moves_wanted = self.move_objects(places);
        self.freed_objects += freed as u64;
        self.finish_limits();
        freed
    }

    /// What is free after a collection decides when the next one is due.
    pub(super) fn finish_limits(&mut self) {
        self.collections += 1;
        self.debt = 0;
        self.ceiling = 0;
        let is_open = self.allowed_unlocked() == self.limit;
        self.payload.settle();
        self.adapt_limit();
        let live = self.used_bytes();
        self.threshold = self.weight(live).saturating_mul(2).max(super::FIRST_THRESHOLD);
        if self.limit != usize::MAX {
            if is_open && live.saturating_add(2 * Heap::reserve(self.limit)) > self.limit {
                self.open_reserve();
            }
            // Near the limit collections come more often, at least one for each quarter of what is free, or half of what
            // can be had before objects have to move.
            let free = self.limit.saturating_sub(live).min(self.free_bytes() * 2);
            self.threshold = self.threshold.min((free / 4).max(1024));
        }
        self.threshold = self.threshold.min(self.most_debt);
        if !self.is_automatic {
            self.threshold = usize::MAX / 2;
        }
    }

    /// The bytes in use that count for when the next collection is due. It spends its time on objects and on what they refer
    /// to; large texts and bytes objects it moves at most, and memory that is used again is in the processor's caches.
    fn weight(&self, live: usize) -> usize {
        /// Bytes that an object takes with all that belongs to it, if nothing large is among them.
        const USUAL: usize = 128;
        if IS_SMALL || live < super::FIRST_THRESHOLD || live / USUAL < self.objects {
            return live;
        }
        let closed = live.min(self.closed);
        live - closed + closed / 4
    }

    /// Frees the slots of the dead, and unmarks the others. Slots behind the last live one go altogether: while many
    /// objects die young, neither the next collection nor the processor's cache should have to do with all the places that
    /// they ever took. Returns how many died, and notes where the first block lies that is garbage.
    #[inline(never)]
    fn sweep(&mut self) -> usize {
        let count = self.slots.len();
        let (mut slots, _) = self.slots.split(&mut self.payload);
        let mut hole = self.hole;
        let mut used = count;
        for slot in slots.iter_from_last(0..count) {
            if slot.has(Slot::MARKED) {
                break;
            }
            hole = slot.lowest_garbage(hole);
            used -= 1;
        }
        let (mut free, mut dead, mut closed) = (NO_SLOT, 0, 0);
        let mut number = used as u32;
        for slot in slots.iter_from_last(0..used) {
            number -= 1;
            if slot.has(Slot::MARKED) {
                slot.flags &= !Slot::MARKED;
                closed += slot.closed_bytes();
            } else {
                hole = slot.lowest_garbage(hole);
                *slot = Slot::new(Kind::Free, 0, 0, [free, 0, 0]);
                free = number;
                dead += 1;
            }
        }
        self.closed = closed;
        self.slots.truncate(&mut self.payload, used);
        self.free = free;
        self.hole = hole;
        let live = used - dead;
        let freed = self.objects.saturating_sub(live);
        self.objects = live;
        self.settled_objects = live;
        freed
    }
}

impl Slot {
    /// Where the header of this slot's block stands, or the `lowest` one of others if that is lower.
    #[inline(always)]
    pub(super) fn lowest_garbage(&self, lowest: usize) -> usize {
        let block = (self.b() as usize).wrapping_sub(HEADER);
        if block < lowest && self.has_block() { block } else { lowest }
    }

    /// The bytes of a text or bytes object that lie in a block. They don't count where memory is small.
    #[inline(always)]
    pub(super) fn closed_bytes(&self) -> usize {
        let is_closed = matches!(self.kind, Kind::Str | Kind::Bytes | Kind::ByteArray);
        if !IS_SMALL && is_closed && self.has_block() { self.a() as usize } else { 0 }
    }
}

/// How many words at the beginning hold nothing that is still to be marked: nearly all of a list whose items are the same.
#[inline(never)]
fn marked_ahead(words: &[Cell<Word>], slots: &SlotTable) -> usize {
    let mut ahead = words.iter();
    let mut last = Value::NONE.to_word();
    for word in ahead.by_ref() {
        let word = word.get();
        if word == last {
            continue;
        }
        if slots.unmarked(Value::from_word(word)).is_some() {
            return words.len() - ahead.len() - 1;
        }
        last = word;
    }
    words.len()
}

/// The words of a slice as cells: who goes over some of them may change others.
#[inline(always)]
pub(super) fn cells(words: &mut [Word]) -> &[Cell<Word>] {
    Cell::from_mut(words).as_slice_of_cells()
}

/// The values that an object of a kind holds that may [refer](Kind::refers) to others and is no cell.
#[inline(always)]
pub(super) fn value_cells<'a>(slot: &Slot, payload: &'a [Cell<Word>]) -> &'a [Cell<Word>] {
    payload.get(values_of(slot, |place| payload.get(place).map(Cell::get))).unwrap_or(&[])
}

/// As [`value_cells`], with the fields that lie in a slot copied to `inside`.
#[inline(always)]
pub(super) fn parts_of<'a>(
    slot: &Slot,
    payload: &'a [Cell<Word>],
    inside: Option<&'a [Cell<Word>; 2]>,
) -> &'a [Cell<Word>] {
    if slot.kind == Kind::Instance
        && slot.has_fields_inside()
        && let Some(copy) = inside
    {
        for (place, &word) in copy.iter().zip(slot.fields_inside()) {
            place.set(word);
        }
        return copy;
    }
    value_cells(slot, payload)
}

/// Where in the payload area they lie.
#[inline(always)]
pub(super) fn values_of(slot: &Slot, word: impl Fn(usize) -> Option<Word>) -> Range<usize> {
    let start = slot.b() as usize;
    // Without a block the offset is 0, and nothing stands in front of that.
    let Some(header) = word(start.wrapping_sub(1)) else { return 0..0 };
    match slot.kind {
        Kind::List => start..start + slot.a() as usize,
        Kind::Dict | Kind::Set => {
            let used = word(start).map_or(0, |used| used as usize);
            let width = if slot.kind == Kind::Dict { 2 } else { 1 };
            start + 1..start + 1 + used * width
        }
        _ => start..start + size_in(header),
    }
}

/// Puts an object that was marked on the list of those to be looked at.
///
/// The list takes no memory, however long it is: the header of an object's block holds the next one's number instead of
/// the object's own, and objects without a block hold it where the block's offset would be, cells where nothing else is, and instances with fields
/// in their slots in place of the shape, which moves aside.
#[inline(always)]
pub(super) fn put_on_list(slot: &mut Slot, payload: &[Cell<Word>], gray: &mut u32, number: u32) {
    if slot.kind == Kind::Cell {
        slot.words[0] = *gray;
    } else if slot.kind == Kind::Instance && slot.has_fields_inside() {
        slot.aux = slot.a() as u16;
        slot.words[0] = *gray;
    } else if slot.b() == 0 {
        slot.flags |= Slot::LINKED;
        slot.words[1] = *gray;
    } else {
        exchange_owner(payload, slot.b(), *gray);
    }
    *gray = number;
}
