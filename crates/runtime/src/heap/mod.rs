//! The region: slots and payloads, and the only code that knows how they lie.
//!
//! A heap object is a 16-byte [slot](slot) named by a handle; what varies in size lies in a block of the payload
//! area, found by the offset in the slot. Allocation takes a slot off the free list and bumps the payload area's
//! end. [`collect`] marks from roots, slides the live blocks together and frees the slots of the dead.
//!
//! Invariants:
//! * no accessor panics: a handle of another kind, or a stale one, gives an empty answer;
//! * **a collection never happens inside an allocation**: the interpreter asks [`Heap::wants_collection`] between
//!   instructions and collects there, so native code may hold values in Rust variables as long as it calls no
//!   Python;
//! * every allocation can fail with [`OutOfMemory`], and has changed nothing then.
//!
//! ```text
//! payload area:  | header | block ……… | header | block … |      free → (bump)
//! ```
//!
//! A [header](header) says whose block it is. A block whose owner no longer points to it is garbage until the next slide.

mod bits;
mod blocks;
mod building;
mod byte_strings;
mod collect;
mod dicts;
mod growing;
mod hashing;
mod header;
mod joining;
mod keys;
mod lock;
mod moving;
mod numbers;
mod objects;
mod parts;
mod put;
mod rebuilding;
mod region;
mod seeking;
mod sequences;
mod set_algebra;
mod sets;
mod short;
mod sliding;
mod slot;
mod stepping;
mod stored_hashes;
mod table;
mod text;
mod widening;

pub use collect::Collection;
pub use dicts::Namespace;
pub(crate) use objects::GeneratorParts;
pub(crate) use put::Put;
pub(crate) use short::Short;
pub use slot::Kind;
pub(crate) use stepping::Phase;
pub use table::{Lookup, Probe};
pub use text::Text;

use crate::value::{IS_SMALL, Value, Word};
use alloc::vec::Vec;
use ferropy_bytecode::frozen::StaticTexts;
use header::{HEADER, header, possible_limit};
use moving::Pins;
pub use region::SharedMemory;
use region::{Payload, Slots};
use seeking::Found;
use slot::Slot;
use stepping::Steps;

/// The region's limit is reached, or the host has no more memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfMemory;

/// The end of the free list.
const NO_SLOT: u32 = u32::MAX;
/// Bytes allocated after which the first collection is due.
const FIRST_THRESHOLD: usize = 2 << 20;

/// Numbers about the heap, for `gc` and `micropython.mem_info`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statistics {
    /// Collections so far.
    pub collections: u64,
    /// Objects freed by all collections.
    pub freed_objects: u64,
    /// Live objects, as far as known.
    pub objects: usize,
    /// Bytes in use: slots of objects and payload, garbage since the last collection included.
    pub used_bytes: usize,
    /// How many bytes may be in use; `usize::MAX` for no limit.
    pub limit_bytes: usize,
}

/// The region: every Python object of an isolate.
#[derive(Debug)]
pub struct Heap {
    /// The first words of new objects' slots have these bits. As the next ones this is looked at often, and lies in front.
    born: u32,
    /// 1 while a collection in steps is marking: who takes a value out of the heap has to show it.
    is_marking: u32,
    slots: Slots,
    free: u32,
    objects: usize,
    payload: Payload,
    /// Where the payload area ended after the last collection, or less.
    settled: usize,
    /// Where the header stands of the first block that may be garbage: who owns one in front of it died since the last
    /// collection, if at all.
    hole: usize,
    /// How many objects the last collection left.
    settled_objects: usize,
    /// Bytes of texts and bytes objects in blocks when the last collection swept.
    closed: usize,
    /// Bytes allocated since the last collection.
    debt: usize,
    /// As long as `debt` is no more than this, there is room under the limit: it needs no look at what is in use.
    ceiling: usize,
    threshold: usize,
    /// The most that `limit` may be.
    most: usize,
    /// The most that `threshold` may become: what the program has asked for.
    most_debt: usize,
    limit: usize,
    /// What objects may take up now: the limit, or a little less, so that something is left for those who handle the
    /// `MemoryError`.
    allowed: usize,
    /// The program's own lock: with it nothing is allowed.
    lock: lock::Lock,
    next_version: u32,
    /// What a collection has still to look at, and how far one in steps has come.
    steps: Steps,
    /// Objects that stay where they are in the collection that runs.
    pins: Pins,
    /// Whether the next collection between instructions is to move objects.
    moves_wanted: bool,
    /// The strings and bytes objects whose bytes are the first ones in the block of a longer one; see [`growing`].
    prefixes: Vec<u32>,
    /// Those whose bytes lie in the middle of another one's block, and their bases.
    views: Vec<(u32, u32)>,
    /// The shape of the instance that was marked last: most come in rows.
    last_shape: u32,
    /// Where the last key that was found in a dict lies.
    found: Found,
    /// Whether collections are due by themselves; without, only where memory runs out.
    is_automatic: bool,
    collections: u64,
    freed_objects: u64,
    /// What hashes of strings start from.
    pub(crate) hash_key: [u64; 2],
    /// Texts of frozen modules, which names number.
    texts: &'static StaticTexts,
}

impl Heap {
    /// An empty region that may grow to `limit` bytes.
    #[must_use]
    pub fn new(limit: usize, shared: SharedMemory, hash_key: [u64; 2]) -> Heap {
        let limit = possible_limit(limit);
        Heap {
            born: 0,
            is_marking: 0,
            slots: Slots::new(),
            free: NO_SLOT,
            objects: 0,
            // Offset 0 means "no payload", so the first word is taken.
            payload: Payload::new(limit, shared),
            settled: 1,
            hole: 1,
            settled_objects: 0,
            closed: 0,
            debt: 0,
            ceiling: 0,
            threshold: FIRST_THRESHOLD.min(limit / 4),
            most: limit,
            most_debt: usize::MAX,
            limit,
            allowed: limit - Heap::reserve(limit),
            lock: lock::Lock::default(),
            next_version: 1,
            steps: Steps::NONE,
            pins: Pins::default(),
            moves_wanted: false,
            prefixes: Vec::new(),
            views: Vec::new(),
            last_shape: 0,
            found: Found::NOTHING,
            is_automatic: true,
            collections: 0,
            freed_objects: 0,
            hash_key,
            texts: StaticTexts::NONE,
        }
    }

    /// Whether enough has been allocated since the last collection that the next one is due.
    #[inline(always)]
    #[must_use]
    pub fn wants_collection(&self) -> bool {
        self.debt >= self.threshold
    }

    /// Numbers about the region.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        Statistics {
            collections: self.collections,
            freed_objects: self.freed_objects,
            objects: self.objects,
            used_bytes: self.used_bytes(),
            limit_bytes: self.allowed_unlocked(),
        }
    }

    fn used_bytes(&self) -> usize {
        self.objects * size_of::<Slot>() + self.payload.len() * size_of::<Word>()
    }

    /// Bytes that programs can allocate before objects have to move: free slots among others are of use for objects alone, which
    /// take about as many bytes of blocks.
    #[inline(never)]
    fn free_bytes(&self) -> usize {
        let free = (self.limit - Heap::reserve(self.limit)).saturating_sub(self.used_bytes());
        let gaps = if IS_SMALL { self.slots.len().saturating_sub(self.objects) * size_of::<Slot>() } else { 0 };
        let others = free.saturating_sub(gaps);
        others + gaps.min(others / 2)
    }

    /// Sets the limit in bytes. What is in use already stays.
    pub fn set_limit(&mut self, limit: usize) {
        let limit = possible_limit(limit);
        self.most = limit;
        self.limit = limit;
        self.allow(limit - Heap::reserve(limit));
        if self.is_automatic {
            self.threshold = self.threshold.min(limit / 4);
        }
    }

    /// Whether collections are due by themselves.
    #[must_use]
    pub fn collects_automatically(&self) -> bool {
        self.is_automatic
    }

    /// Sets whether collections are due by themselves. Where memory runs out they are in any case.
    pub fn set_collects_automatically(&mut self, automatic: bool) {
        self.is_automatic = automatic;
        let threshold = FIRST_THRESHOLD.min(self.limit / 4).min(self.most_debt);
        self.threshold = if automatic { threshold } else { usize::MAX / 2 };
    }

    /// After how many bytes of allocations a collection is due at the latest, if the program has said so.
    #[must_use]
    pub fn most_debt(&self) -> Option<usize> {
        (self.most_debt != usize::MAX).then_some(self.most_debt)
    }

    /// Sets after how many bytes of allocations a collection is due at the latest; `None` leaves it to the region. Only
    /// whole slots count.
    pub fn set_most_debt(&mut self, bytes: Option<usize>) {
        self.most_debt = bytes.map_or(usize::MAX, |bytes| bytes / size_of::<Slot>() * size_of::<Slot>());
        if self.is_automatic {
            self.threshold = self.threshold.min(self.most_debt);
        }
    }

    /// The next collection is due at once, and is one that moves objects if that gains anything.
    pub(crate) fn request_whole(&mut self) {
        self.moves_wanted = true;
        self.request_collection();
    }

    /// The next collection is due at once.
    pub fn request_collection(&mut self) {
        self.debt = usize::MAX / 2;
    }

    /// The slot with a number.
    #[inline(always)]
    fn slot_at(&self, number: u32) -> Option<&Slot> {
        self.slots.get(&self.payload, number as usize)
    }

    /// The slot with a number, to be changed.
    #[inline(always)]
    fn slot_at_mut(&mut self, number: u32) -> Option<&mut Slot> {
        self.slots.get_mut(&mut self.payload, number as usize)
    }

    #[inline(always)]
    fn slot(&self, value: Value) -> Option<&Slot> {
        if IS_SMALL { self.slot_at(value.as_handle()?) } else { self.slots.get(&self.payload, value.slot_index()) }
    }

    #[inline(always)]
    fn slot_mut(&mut self, value: Value) -> Option<&mut Slot> {
        if IS_SMALL {
            return self.slot_at_mut(value.as_handle()?);
        }
        self.slots.get_mut(&mut self.payload, value.slot_index())
    }

    /// What the value is a handle to; `None` for immediates.
    #[inline(always)]
    #[must_use]
    pub fn kind(&self, value: Value) -> Option<Kind> {
        self.slot(value).map(|slot| slot.kind)
    }

    #[inline(always)]
    fn slot_of_kind(&self, value: Value, kind: Kind) -> Option<&Slot> {
        match self.slot(value) {
            Some(slot) if slot.kind == kind => Some(slot),
            _ => None,
        }
    }

    #[inline(always)]
    fn slot_of_kind_mut(&mut self, value: Value, kind: Kind) -> Option<&mut Slot> {
        match self.slot_mut(value) {
            Some(slot) if slot.kind == kind => Some(slot),
            _ => None,
        }
    }

    /// A word of the payload area; 0 outside of it.
    #[inline(always)]
    fn word(&self, index: usize) -> Word {
        self.payload.get(index).copied().unwrap_or(0)
    }

    #[inline(always)]
    fn set_word(&mut self, index: usize, word: Word) {
        if let Some(place) = self.payload.get_mut(index) {
            *place = word;
        }
    }

    /// Replaces a value in the payload area.
    #[inline(always)]
    fn set_value(&mut self, index: usize, value: Value) {
        self.shade_word(index);
        self.set_word(index, value.to_word());
    }

    #[inline(always)]
    fn value_at(&self, index: usize) -> Value {
        match self.payload.get(index) {
            Some(&word) => Value::from_word(word),
            None => Value::UNBOUND,
        }
    }

    /// The block at `offset` as words: empty for offset 0.
    #[inline(always)]
    fn block(&self, offset: u32) -> &[Word] {
        let start = offset as usize;
        self.payload.get(start..start + self.block_size(offset)).unwrap_or(&[])
    }

    /// Whether `bytes` more fit under the limit.
    #[inline(always)]
    fn admit(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        // On 32 bits a request that no memory could hold is refused later.
        self.debt = self.debt.wrapping_add(bytes);
        if self.debt > self.ceiling { self.admit_exactly(bytes) } else { Ok(()) }
    }

    /// Whether `bytes` more, which the debt counts already, fit under the limit; and how much may follow unasked.
    #[cold]
    #[inline(never)]
    fn admit_exactly(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        match self.allowed.checked_sub(self.used_bytes().saturating_add(bytes)) {
            // What is used grows no faster than the debt.
            Some(left) => {
                self.ceiling = self.debt.saturating_add(left);
                Ok(())
            }
            None => self.refuse(),
        }
    }

    /// Bytes that the region has and does not use.
    pub(crate) fn room_bytes(&self) -> usize {
        self.payload.room() * size_of::<Word>()
    }

    /// Lends what is free of a small region to Rust code, such as the compiler, until [`Heap::take_back`], and at most so
    /// many bytes; boards have one memory for both. Returns how many bytes Rust code has.
    pub(crate) fn lend(&mut self, bytes: usize) -> usize {
        let left = self.payload.lend(bytes);
        self.adapt_limit();
        left
    }

    /// Leaves so many bytes to Rust code, if they are free. Returns how many it has.
    pub(crate) fn leave(&mut self, bytes: usize) -> usize {
        self.payload.leave(bytes)
    }

    /// Takes back what was lent.
    pub(crate) fn take_back(&mut self) {
        self.payload.settle();
        self.adapt_limit();
    }

    /// Makes the limit what there is memory for, where Rust code shares it.
    fn adapt_limit(&mut self) {
        self.limit = self.most.min(self.payload.reach());
        self.allow(self.limit - Heap::reserve(self.limit));
    }

    /// Gives what was kept back to those who handle a `MemoryError`, until a collection finds enough room again.
    pub(crate) fn open_reserve(&mut self) {
        self.allow(self.limit);
    }

    /// Whether only what is kept back is left, or less: programs can do without what asks this.
    pub(crate) fn is_nearly_full(&self) -> bool {
        let limit = self.limit.min(self.payload.reach());
        self.used_bytes().saturating_add(Heap::reserve(limit)) > limit
    }

    /// What is kept back of a limit until the rest is used up.
    const fn reserve(limit: usize) -> usize {
        const MOST: usize = 64 << 10;
        match limit {
            usize::MAX => 0,
            _ if limit / 32 > MOST => MOST,
            _ => limit / 32,
        }
    }

    #[cold]
    #[inline(never)]
    fn refuse(&mut self) -> Result<(), OutOfMemory> {
        if self.locks() == 0 {
            self.request_whole();
        }
        Err(OutOfMemory)
    }

    /// The slot that [`Heap::fill_slot`] will use next.
    #[inline(always)]
    fn next_slot(&self) -> u32 {
        if self.free == NO_SLOT { self.slots.len() as u32 } else { self.free }
    }

    /// Puts an object into the next free slot.
    #[inline(always)]
    fn fill_slot(&mut self, slot: Slot) -> Value {
        self.objects += 1;
        let slot = slot.born(self.born);
        let number = self.free;
        if let Some(place) = self.slot_at_mut(number) {
            let next = place.words[0];
            *place = slot;
            self.free = next;
            return Value::handle(number);
        }
        self.slots.push(&mut self.payload, slot);
        Value::handle(self.slots.len() as u32 - 1)
    }

    /// An object without payload.
    #[inline(always)]
    fn new_slot(&mut self, slot: Slot) -> Result<Value, OutOfMemory> {
        self.admit(size_of::<Slot>())?;
        let slot = slot.born(self.born);
        let number = self.free;
        if let Some(place) = self.slot_at_mut(number) {
            let next = place.words[0];
            *place = slot;
            self.free = next;
            self.objects += 1;
            return Ok(Value::handle(number));
        }
        if self.slots.is_full(&self.payload) {
            self.grow_slots()?;
            return Ok(self.fill_slot(slot));
        }
        let number = self.slots.len() as u32;
        self.slots.push(&mut self.payload, slot);
        self.objects += 1;
        Ok(Value::handle(number))
    }

    #[cold]
    #[inline(never)]
    fn grow_slots(&mut self) -> Result<(), OutOfMemory> {
        // Handles have 30 bits in the narrow form.
        if self.slots.len() >= 1 << 30 {
            return Err(OutOfMemory);
        }
        let more = self.slots.len().max(64);
        if self.slots.try_reserve(&mut self.payload, more).is_ok() {
            self.delay_step();
            return Ok(());
        }
        if self.sweep_rest() {
            return Ok(());
        }
        self.request_collection();
        self.slots.try_reserve_exact(&mut self.payload, 64).map_err(|_| OutOfMemory)
    }

    #[inline(always)]
    fn reserve_payload(&mut self, words: usize) -> Result<(), OutOfMemory> {
        if self.payload.room() < words {
            return self.grow_payload(words);
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn grow_payload(&mut self, words: usize) -> Result<(), OutOfMemory> {
        // Offsets have 32 bits.
        if self.payload.len().saturating_add(words) >= u32::MAX as usize {
            self.request_collection();
            return Err(OutOfMemory);
        }
        if self.payload.try_reserve(words).is_ok() {
            self.delay_step();
            return Ok(());
        }
        // Twice as much as there is can't be had, but perhaps much of that is garbage. A little more will do until the
        // collection at the next safepoint.
        const LITTLE: usize = 1 << 16;
        self.request_collection();
        self.payload.try_reserve_exact(words.saturating_add(LITTLE)).map_err(|_| OutOfMemory)
    }

    /// An object with a block of `size` words that `fill` writes. `slot` gets the block's offset in `b`.
    #[inline(always)]
    fn new_object(
        &mut self,
        mut slot: Slot,
        size: usize,
        fill: impl FnOnce(&mut Payload),
    ) -> Result<Value, OutOfMemory> {
        if size == 0 {
            slot.words[1] = 0;
            return self.new_slot(slot);
        }
        self.prepare_object(size)?;
        self.payload.extend_from_slice(&header(self.next_slot(), size));
        let offset = self.payload.len();
        fill(&mut self.payload);
        if self.payload.len() != offset + size {
            self.payload.resize(offset + size, 0);
        }
        slot.words[1] = offset as u32;
        Ok(self.fill_slot(slot))
    }

    /// An object with a block of `size` words that are all the same.
    #[inline(always)]
    fn new_filled_object(&mut self, mut slot: Slot, size: usize, word: Word) -> Result<Value, OutOfMemory> {
        if size == 0 {
            slot.words[1] = 0;
            return self.new_slot(slot);
        }
        self.prepare_object(size)?;
        let start = self.payload.len();
        self.payload.resize(start + HEADER + size, word);
        let header = header(self.next_slot(), size);
        if let Some(place) = self.payload.get_mut(start..).and_then(|block| block.first_chunk_mut()) {
            *place = header;
        }
        slot.words[1] = (start + HEADER) as u32;
        Ok(self.fill_slot(slot))
    }

    /// Makes room for a slot and a block of `size` words.
    #[inline(always)]
    fn prepare_object(&mut self, size: usize) -> Result<(), OutOfMemory> {
        let total = size.checked_add(HEADER).ok_or(OutOfMemory)?;
        self.admit(total.saturating_mul(size_of::<Word>()).saturating_add(size_of::<Slot>()))?;
        if self.free == NO_SLOT && self.slots.is_full(&self.payload) {
            self.grow_slots()?;
        }
        self.reserve_payload(total + Slots::SHARED_WORDS)
    }
}
