//! Moving objects to lower slots, so that free slots gather at the end of the table, where the payload area can use them.
//! Only where both share one memory: elsewhere a free slot is no loss.
//!
//! A handle is known to whoever holds it, so an object may be moved only if all who hold it are found: if it lies in
//! payloads, cells and registers alone. [`Heap::mark`], which marks what others hold, therefore pins it for this collection; what is
//! held without being marked (weak references, interned strings) is pinned by those who hold it. An object whose number a
//! program may have seen, by `id()` or a hash, never moves again ([`Slot::IDENTIFIED`]).
//!
//! ```text
//! before   | live | free | live | free | live, pinned | live | live |
//! after    | live | last | live | 2nd  | live, pinned |
//! ```

use super::collect::{cells, value_cells};
use super::header::exchange_owner;
use super::slot::{Kind, Slot};
use super::{Heap, NO_SLOT};
use crate::value::{IS_SMALL, Value};
use alloc::vec::Vec;

/// To gain less than so many slots is not worth a look at all objects.
const LEAST_GAIN: usize = 32;
/// The part of the free memory that free slots among others may be, where a program asked for a collection.
const MUCH: [usize; 2] = [1, 32];
/// That which they may be in any case: to move objects takes long.
const TOO_MUCH: [usize; 2] = [2, 3];

/// Which objects are pinned: a bit for each slot; empty in a collection that moves none.
#[derive(Debug, Default)]
pub(super) struct Pins(Vec<u32>);

impl Pins {
    /// Pins nothing yet, for so many slots. Without memory for it nothing will be moved.
    fn for_slots(count: usize) -> Pins {
        let (mut bits, words) = (Vec::new(), count.div_ceil(32));
        if bits.try_reserve_exact(words).is_ok() {
            bits.resize(words, 0);
        }
        Pins(bits)
    }

    /// Pins the object in a slot.
    #[inline]
    pub(super) fn pin(&mut self, number: u32) {
        if let Some(word) = self.0.get_mut(number as usize / 32) {
            *word |= 1 << (number % 32);
        }
    }

    fn has(&self, number: u32) -> bool {
        self.0.get(number as usize / 32).is_none_or(|word| word >> (number % 32) & 1 == 1)
    }
}

impl Heap {
    /// Lets the collection that begins move objects, if there are many free slots among the others or it is `asked` for;
    /// false: it doesn't. Nobody but who marks or pins what he holds may hold a handle then.
    pub(crate) fn allow_moves(&mut self, asked: bool) -> bool {
        if self.moves_wanted || asked {
            self.pins = Pins::for_slots(self.slots.len());
        }
        !self.pins.0.is_empty()
    }

    /// Lets the next collection between instructions move objects, and be at once, if there are free slots among the others.
    pub fn request_moves(&mut self) {
        if self.has_gaps(MUCH) {
            self.moves_wanted = true;
            self.request_collection();
        }
    }

    /// The object stays where it is in this collection: somebody holds it who does not mark it.
    #[inline]
    pub(crate) fn pin(&mut self, value: Value) {
        if let Some(number) = value.as_handle() {
            self.pins.pin(number);
        }
    }

    /// The object never moves again: somebody has seen its number.
    pub(crate) fn identify(&mut self, value: Value) {
        if let Some(slot) = self.slot_mut(value) {
            slot.flags |= Slot::IDENTIFIED;
        }
    }

    /// The hash of an object that is equal only to itself.
    pub(crate) fn identity_hash(&mut self, value: Value) -> u64 {
        self.identify(value);
        super::keys::identity_hash(value)
    }

    /// Whether the next collection should move objects.
    pub(super) fn wants_moves(&self) -> bool {
        self.has_gaps(TOO_MUCH)
    }

    /// Whether free slots among the others are such a part of the free memory.
    fn has_gaps(&self, [part, of]: [usize; 2]) -> bool {
        let gaps = self.slots.len().saturating_sub(self.objects);
        let free = self.limit.saturating_sub(self.used_bytes());
        IS_SMALL && gaps >= LEAST_GAIN && gaps * size_of::<Slot>() > free / of * part
    }

    /// Moves objects from the highest slots to the lowest free ones, after a sweep, if the collection may do that. Says
    /// whether the next one should.
    pub(super) fn move_objects(&mut self, places: &mut [Value]) -> bool {
        let mut pins = core::mem::take(&mut self.pins);
        if pins.0.is_empty() || !self.has_gaps(MUCH) {
            return self.wants_moves();
        }
        for number in self.prefixes.iter().copied().chain(self.views.iter().flat_map(|&(view, base)| [view, base])) {
            pins.pin(number);
        }
        let first = self.move_down(&pins);
        if first < self.slots.len() {
            self.forward(first as u32);
            self.forward_places(places, first);
            self.slots.truncate(&mut self.payload, first);
            self.link_free_slots();
        }
        false
    }

    /// Moves objects down until there are no more free slots below one that may be moved, or one that may not is in the
    /// way. Returns from which slot on there are none any more.
    #[inline(never)]
    fn move_down(&mut self, pins: &Pins) -> usize {
        let mut high = self.slots.len();
        let (mut slots, payload) = self.slots.split(&mut self.payload);
        let payload = cells(payload);
        let mut low = 0;
        while let Some(last) = high.checked_sub(1) {
            let Some(slot) = slots.get(last) else { break };
            if slot.kind == Kind::Free {
                high = last;
                continue;
            }
            while low < last && slots.get(low).is_some_and(|slot| slot.kind != Kind::Free) {
                low += 1;
            }
            if low >= last || slot.is_fixed() || pins.has(last as u32) {
                break;
            }
            let moved = *slot;
            if moved.has_block() && moved.b() != 0 {
                exchange_owner(payload, moved.b(), low as u32);
            }
            if let Some(place) = slots.get_mut(low) {
                *place = moved;
            }
            // The new number stays where it was.
            if let Some(place) = slots.get_mut(last) {
                *place = Slot::new(Kind::Free, 0, 0, [low as u32, 0, 0]);
            }
            high = last;
        }
        high
    }

    /// Writes the new numbers of the objects that lay in slots from `first` on wherever they are held. Most of the time that a
    /// move takes is spent here.
    #[inline(never)]
    fn forward(&mut self, first: u32) {
        let (mut slots, payload) = self.slots.split(&mut self.payload);
        let payload = cells(payload);
        let (moved, others) = slots.split_at(first as usize);
        for slot in others {
            if !slot.kind.refers() {
                continue;
            }
            if slot.kind == Kind::Cell || slot.kind == Kind::Instance && slot.has_fields_inside() {
                // The second word of a cell is 0, or it is the second field.
                for place in slot.fields_inside_mut() {
                    if let Some(new) = forwarded(&moved, Value::from_word(*place), first) {
                        *place = new.to_word();
                    }
                }
                continue;
            }
            for place in value_cells(slot, payload) {
                if let Some(new) = forwarded(&moved, Value::from_word(place.get()), first) {
                    place.set(new.to_word());
                }
            }
        }
    }

    /// As [`Heap::forward`], for what lies elsewhere.
    fn forward_places(&mut self, places: &mut [Value], first: usize) {
        let (mut slots, _) = self.slots.split(&mut self.payload);
        let (moved, _) = slots.split_at(first);
        for place in places {
            if let Some(new) = forwarded(&moved, *place, first as u32) {
                *place = new;
            }
        }
    }

    /// Lists the free slots, the lowest first.
    fn link_free_slots(&mut self) {
        let mut free = NO_SLOT;
        for (number, slot) in self.slots.iter_mut(&mut self.payload).enumerate().rev() {
            if slot.kind == Kind::Free {
                slot.words[0] = free;
                free = number as u32;
            }
        }
        self.free = free;
    }
}

/// The handle to an object that has moved; `moved` are the slots from `first` on.
#[inline(always)]
fn forwarded<'a>(moved: &impl Fn(usize) -> Option<&'a Slot>, value: Value, first: u32) -> Option<Value> {
    let number = value.as_handle().filter(|&number| number >= first)?;
    let slot = moved((number - first) as usize).filter(|slot| slot.kind == Kind::Free)?;
    Some(Value::handle(slot.a()))
}

impl Slot {
    /// Whether the object can't move, whoever holds it.
    fn is_fixed(&self) -> bool {
        self.has(Slot::IDENTIFIED)
            || matches!(self.kind, Kind::Str | Kind::Bytes) && self.has(Slot::GROWN | Slot::VIEW)
            || self.kind == Kind::Str && self.has(Slot::INTERNED)
    }
}
