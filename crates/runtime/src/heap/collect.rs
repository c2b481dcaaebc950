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
//! Sliding is Morris's idea at its simplest: one pass over the payload area in address order, each live block moved
//! down to the end of the one before, its owner's slot told the new offset.

use super::header::{HEADER, NO_OWNER, exchange_owner};
use super::seeking::Found;
use super::slot::{Kind, Slot};
use super::text::bytes_to_words;
use super::{Heap, NO_SLOT};
use crate::value::{Value, Word};
use alloc::vec::Vec;

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
        self.gray = NO_SLOT;
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
        if let Some(slot) = slots.get_mut(number as usize) {
            mark_slot(slot, payload, &mut self.gray, number);
        }
    }

    /// Takes the object that is to be looked at next off the list.
    #[inline(always)]
    fn take_gray(&mut self) -> Option<Slot> {
        let number = self.gray;
        let (mut slots, payload) = self.slots.split(&mut self.payload);
        let slot = slots.get_mut(number as usize)?;
        if slot.kind == Kind::Cell {
            self.gray = core::mem::take(&mut slot.words[0]);
        } else if slot.has(Slot::LINKED) {
            self.gray = core::mem::take(&mut slot.words[1]);
            slot.flags &= !Slot::LINKED;
        } else {
            self.gray = exchange_owner(payload, slot.b(), number).unwrap_or(NO_SLOT);
        }
        Some(*slot)
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
        while let Some(slot) = self.take_gray() {
            match slot.kind {
                Kind::List => self.mark_words(slot.b() as usize, slot.a() as usize),
                Kind::Dict | Kind::Set => {
                    let width = if slot.kind == Kind::Dict { 2 } else { 1 };
                    let used = if slot.b() == 0 { 0 } else { self.word(slot.b() as usize) as usize };
                    self.mark_words(slot.b() as usize + 1, used * width);
                }
                Kind::Cell => {
                    let word = (u64::from(slot.b()) | u64::from(slot.c()) << 32) as Word;
                    if let Some(number) = Value::from_word(word).as_handle() {
                        self.mark_slot(number);
                    }
                }
                kind if kind.payload_is_values() => self.mark_words(slot.b() as usize, self.block_size(slot.b())),
                _ => {}
            }
            match slot.kind {
                Kind::Function => {
                    self.mark(Value::handle(slot.c()));
                    return Some(Collection::Code(slot.a()));
                }
                Kind::Code => return Some(Collection::Code(slot.a())),
                Kind::Instance if slot.a() != self.last_shape => {
                    self.last_shape = slot.a();
                    return Some(Collection::Shape(slot.a()));
                }
                _ => {}
            }
        }
        None
    }

    /// All objects that programs can hold, dead ones not yet collected included.
    pub fn objects(&self) -> impl Iterator<Item = Value> + '_ {
        let numbers = (0u32..).zip(self.slots.iter(&self.payload));
        numbers.filter(|(_, slot)| slot.kind != Kind::Free).map(|(number, _)| Value::handle(number))
    }

    /// What an object refers to, without what belongs to its code or to the shape of its attributes.
    #[must_use]
    pub fn referents(&self, value: Value) -> Vec<Value> {
        let Some(number) = value.as_handle() else { return Vec::new() };
        let Some(&slot) = self.slot_at(number) else { return Vec::new() };
        let words = |start: usize, count: usize| (start..start + count).map(|index| self.value_at(index)).collect();
        let mut found: Vec<Value> = match slot.kind {
            Kind::List => words(slot.b() as usize, slot.a() as usize),
            Kind::Dict | Kind::Set => {
                let width = if slot.kind == Kind::Dict { 2 } else { 1 };
                let used = if slot.b() == 0 { 0 } else { self.word(slot.b() as usize) as usize };
                words(slot.b() as usize + 1, used * width)
            }
            Kind::Cell => alloc::vec![self.cell(value)],
            kind if kind.payload_is_values() => words(slot.b() as usize, self.block_size(slot.b())),
            _ => Vec::new(),
        };
        if slot.kind == Kind::Function {
            found.push(Value::handle(slot.c()));
        }
        found.retain(|value| !value.is_unbound());
        found
    }

    fn mark_words(&mut self, start: usize, count: usize) {
        let (mut slots, payload) = self.slots.split(&mut self.payload);
        let end = start.saturating_add(count).min(payload.len());
        for at in start..end {
            if let Some(&word) = payload.get(at)
                && let Some(number) = Value::from_word(word).as_handle()
                && let Some(slot) = slots.get_mut(number as usize)
            {
                mark_slot(slot, payload, &mut self.gray, number);
            }
        }
    }

    /// Slides payloads, frees unmarked slots and unmarks the others; `places` are told where objects have moved to. Returns
    /// the number of objects freed.
    pub(crate) fn finish_collection(&mut self, places: &mut [Value]) -> usize {
        self.found = Found::NOTHING;
        let views = if self.views.is_empty() { Vec::new() } else { self.living_views() };
        let prefixes = if self.prefixes.is_empty() { Vec::new() } else { self.living_prefixes() };
        self.slide();
        self.move_prefixes(&prefixes);
        self.move_views(&views);
        let freed = self.sweep();
        self.moves_wanted = self.move_objects(places);
        self.collections += 1;
        self.freed_objects += freed as u64;
        self.debt = 0;
        self.ceiling = 0;
        let is_open = self.allowed_unlocked() == self.limit;
        self.payload.settle();
        self.adapt_limit();
        let live = self.used_bytes();
        self.threshold = live.saturating_mul(2).max(super::FIRST_THRESHOLD);
        if self.limit != usize::MAX {
            if is_open && live.saturating_add(2 * Heap::reserve(self.limit)) > self.limit {
                self.open_reserve();
            }
            // Near the limit collections come more often, at least one for each quarter of what is free.
            let free = self.limit.saturating_sub(live);
            self.threshold = self.threshold.min((free / 4).max(1024));
        }
        self.threshold = self.threshold.min(self.most_debt);
        if !self.is_automatic {
            self.threshold = usize::MAX / 2;
        }
        freed
    }

    fn slide(&mut self) {
        let end = self.payload.len();
        let survivors = self.young_survivors();
        let walked = if survivors.is_some() { self.settled.min(end) } else { end };
        let (mut from, mut to) = (1, 1);
        while from + HEADER <= walked {
            let (next, free) = self.slide_block(from, to);
            (from, to) = (next, free);
        }
        for from in survivors.unwrap_or_default() {
            (_, to) = self.slide_block(from, to);
        }
        self.payload.truncate(to);
        self.settled = to;
        // Give memory back where much more was used once.
        if self.payload.capacity() / 4 > self.payload.len() + super::FIRST_THRESHOLD / size_of::<Word>() {
            self.payload.shrink_to(self.payload.len() * 2);
        }
    }

    /// Moves the block whose header stands at `from` down to `to` if it is alive. Returns where the next header stands,
    /// and where the next live block goes.
    #[inline(always)]
    fn slide_block(&mut self, from: usize, to: usize) -> (usize, usize) {
        let (owner, size) = self.block_header(from);
        let content = from + HEADER;
        if owner != NO_OWNER
            && let Some(slot) = self.slot_at_mut(owner)
            && slot.has(Slot::MARKED)
            && slot.b() as usize == content
        {
            if slot.has(Slot::GROWN) {
                return (content + size, self.slide_grown(owner, from, to));
            }
            if from != to {
                slot.words[1] = (to + HEADER) as u32;
                self.payload.copy_within(from..content + size, to);
            }
            return (content + size, to + HEADER + size);
        }
        (content + size, to)
    }

    /// Moves the block of a string or bytes object that has grown, which gives back the room behind its end. Returns where
    /// the next live block goes.
    #[cold]
    #[inline(never)]
    fn slide_grown(&mut self, owner: u32, from: usize, to: usize) -> usize {
        let Some(slot) = self.slot_at_mut(owner) else { return to };
        let (content, target, kept) = (from + HEADER, to + HEADER, bytes_to_words(slot.a() as usize));
        slot.words[1] = target as u32;
        self.payload.copy_within(content..content + kept, target);
        self.set_header(target as u32, owner, kept);
        target + kept
    }

    /// Where the headers of those live blocks stand that were made since the last collection, in order; nothing if they
    /// are many, if few objects were made since then, or on a machine with little memory.
    ///
    /// To walk from block to block is to wait for memory at each, for where the next one is, is known from its header
    /// only; and most of the young ones are dead. The slots lie side by side.
    fn young_survivors(&self) -> Option<Vec<usize>> {
        const MOST: usize = 4096;
        // A look at all slots costs about as much as a walk over a fraction of them.
        let young = self.objects.saturating_sub(self.settled_objects);
        if size_of::<Word>() != 8 || young < self.slots.len() / 4 {
            return None;
        }
        let mut blocks = Vec::new();
        for (number, slot) in self.slots.iter(&self.payload).enumerate() {
            if !slot.has(Slot::MARKED) || !slot.has_block() {
                continue;
            }
            let Some(start) = (slot.b() as usize).checked_sub(HEADER).filter(|&start| start >= self.settled) else {
                continue;
            };
            if self.word(start) >> 16 >> 16 == number as Word {
                if blocks.len() == MOST || blocks.try_reserve(1).is_err() {
                    return None;
                }
                blocks.push(start);
            }
        }
        blocks.sort_unstable();
        Some(blocks)
    }

    fn sweep(&mut self) -> usize {
        // Slots behind the last live one go altogether: while many objects die young, neither the next collection nor
        // the processor's cache should have to do with all the places that they ever took.
        let used = self.slots.iter(&self.payload).rposition(|slot| slot.has(Slot::MARKED)).map_or(0, |last| last + 1);
        self.slots.truncate(&mut self.payload, used);
        let mut free = NO_SLOT;
        let mut live = 0;
        for (number, slot) in self.slots.iter_mut(&mut self.payload).enumerate().rev() {
            if slot.has(Slot::MARKED) {
                slot.flags &= !Slot::MARKED;
                live += 1;
            } else {
                *slot = Slot::new(Kind::Free, 0, 0, [free, 0, 0]);
                free = number as u32;
            }
        }
        self.free = free;
        let freed = self.objects.saturating_sub(live);
        self.objects = live;
        self.settled_objects = live;
        freed
    }
}

/// Marks an object, and puts it on the list of those to be looked at if there may be others behind it.
///
/// The list takes no memory, however long it is: the header of an object's block holds the next one's number instead of
/// the object's own, and objects without a block hold it where the block's offset would be, cells where nothing else is.
#[inline]
fn mark_slot(slot: &mut Slot, payload: &mut [Word], gray: &mut u32, number: u32) {
    if slot.kind != Kind::Free && !slot.has(Slot::MARKED) {
        slot.flags |= Slot::MARKED;
        // Leaves need no second look.
        match slot.kind {
            Kind::Str | Kind::Bytes | Kind::ByteArray | Kind::Int | Kind::Float | Kind::Complex => return,
            Kind::List | Kind::Tuple | Kind::Dict | Kind::Set if slot.b() == 0 => return,
            _ => {}
        }
        if slot.kind == Kind::Cell {
            slot.words[0] = *gray;
        } else if slot.b() == 0 {
            slot.flags |= Slot::LINKED;
            slot.words[1] = *gray;
        } else {
            exchange_owner(payload, slot.b(), *gray);
        }
        *gray = number;
    }
}
