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

use super::header::exchange_owner;
use super::slot::{Kind, Slot};
use super::{Heap, NO_SLOT};
use crate::value::{IS_SMALL, Value, Word};
use alloc::vec::Vec;

/// To gain less than so many slots is not worth a look at all objects.
const LEAST_GAIN: usize = 32;
/// The part of the free memory that free slots among others may be, where a program asked for a collection.
const MUCH: usize = 32;
/// That which they may be in any case.
const TOO_MUCH: usize = 4;

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
    /// Lets the collection that begins move objects, if there are many free slots among the others; false: it doesn't.
    /// Nobody but who marks or pins what he holds may hold a handle then.
    pub(crate) fn allow_moves(&mut self) -> bool {
        if self.moves_wanted {
            self.pins = Pins::for_slots(self.slots.len());
        }
        self.moves_wanted
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

    /// Whether free slots among the others are such a part of the free memory.
    fn has_gaps(&self, part: usize) -> bool {
        let gaps = self.slots.len().saturating_sub(self.objects);
        let free = self.limit.saturating_sub(self.used_bytes());
        IS_SMALL && gaps >= LEAST_GAIN && gaps * size_of::<Slot>() * part > free
    }

    /// Moves objects from the highest slots to the lowest free ones, after a sweep, if the collection may do that. Says
    /// whether the next one should.
    pub(super) fn move_objects(&mut self, places: &mut [Value]) -> bool {
        let mut pins = core::mem::take(&mut self.pins);
        if pins.0.is_empty() || !self.has_gaps(MUCH) {
            return self.has_gaps(TOO_MUCH);
        }
        for number in self.prefixes.iter().copied().chain(self.views.iter().flat_map(|&(view, base)| [view, base])) {
            pins.pin(number);
        }
        let before = self.slots.len();
        let mut low = 0u32;
        let mut high = before as u32;
        while let Some(last) = high.checked_sub(1) {
            let Some(&slot) = self.slot_at(last) else { break };
            if slot.kind == Kind::Free {
                high = last;
                continue;
            }
            let stays = slot.has(Slot::IDENTIFIED)
                || matches!(slot.kind, Kind::Str | Kind::Bytes) && slot.has(Slot::GROWN | Slot::VIEW)
                || slot.kind == Kind::Str && slot.has(Slot::INTERNED)
                || pins.has(last);
            while low < last && self.slot_at(low).is_some_and(|slot| slot.kind != Kind::Free) {
                low += 1;
            }
            if stays || low >= last {
                break;
            }
            self.move_object(last, low, slot);
            high = last;
        }
        self.forward(high);
        for place in places {
            if let Some(new) = self.forwarded(*place, high) {
                *place = Value::from_word(new);
            }
        }
        self.slots.truncate(&mut self.payload, high as usize);
        self.link_free_slots();
        false
    }

    /// Moves an object to a free slot, and leaves the new number where it was.
    fn move_object(&mut self, from: u32, to: u32, slot: Slot) {
        if slot.has_block() && slot.b() != 0 {
            exchange_owner(&mut self.payload, slot.b(), to);
        }
        if let Some(place) = self.slot_at_mut(to) {
            *place = slot;
        }
        if let Some(place) = self.slot_at_mut(from) {
            *place = Slot::new(Kind::Free, 0, 0, [to, 0, 0]);
        }
    }

    /// Writes the new numbers of the objects that lay in slots from `first` on wherever they are held.
    fn forward(&mut self, first: u32) {
        for number in 0..first {
            let Some(&slot) = self.slot_at(number) else { break };
            let (start, count) = match slot.kind {
                Kind::List => (slot.b() as usize, slot.a() as usize),
                Kind::Dict | Kind::Set => {
                    let width = if slot.kind == Kind::Dict { 2 } else { 1 };
                    let used = if slot.b() == 0 { 0 } else { self.word(slot.b() as usize) as usize };
                    (slot.b() as usize + 1, used * width)
                }
                Kind::Cell => {
                    let word = Value::from_word(slot.b() as Word);
                    if let Some(new) = self.forwarded(word, first)
                        && let Some(place) = self.slot_at_mut(number)
                    {
                        place.words[1] = new as u32;
                    }
                    continue;
                }
                kind if kind.payload_is_values() => (slot.b() as usize, self.block_size(slot.b())),
                _ => continue,
            };
            for at in start..start + count {
                if let Some(new) = self.forwarded(self.value_at(at), first) {
                    self.set_word(at, new);
                }
            }
        }
    }

    /// The word of a handle to an object that has moved.
    #[inline(always)]
    fn forwarded(&self, value: Value, first: u32) -> Option<Word> {
        let number = value.as_handle().filter(|&number| number >= first)?;
        let slot = self.slot_at(number).filter(|slot| slot.kind == Kind::Free)?;
        Some(Value::handle(slot.a()).to_word())
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
