//! The items of a deque: a ring in a heap list, of which a part is in use.
//!
//! ```text
//! fields of the record   list | head | maxlen | length
//! number                 how often it changed: bits 1 to 28;  whether a full one refuses items: bit 0
//!
//! list                   [ c | d | e |   |   |   | a | b ]    places that are free hold None
//!                                                  ^ head
//! ```
//!
//! The list's length is the room. At both ends adding and taking away is O(1) on average: a full ring grows by a half, one
//! that uses less than a quarter of its room gives some back.

use crate::Value;
use crate::buffers::with_room;
use crate::heap::{Heap, OutOfMemory};
use crate::native::TypeId;
use ferropy_numeric::slice::normalize_index;

const HEAD: usize = 1;
/// None, or an int.
pub(super) const MAXLEN: usize = 2;
/// Where ranges have their length, too.
const LENGTH: usize = 3;

/// The bit of the number that says that a full deque refuses items.
pub(super) const REFUSES: u32 = 1;
/// The bits of the number: as many as a small int has in any case.
const NUMBER: u32 = (1 << 29) - 1;
/// Room that is not given back.
const SMALL: usize = 32;

/// What the record of a deque says.
#[derive(Clone, Copy)]
pub(super) struct Ring {
    pub(super) list: Value,
    head: usize,
    pub(super) maxlen: Value,
    pub(super) length: usize,
    pub(super) number: u32,
}

impl Ring {
    /// That of no deque.
    pub(super) const NONE: Ring = Ring { list: Value::NONE, head: 0, maxlen: Value::NONE, length: 0, number: 0 };

    #[inline(always)]
    pub(super) fn of(heap: &Heap, deque: Value) -> Option<Ring> {
        let (number, [list, head, maxlen, length]) = heap.record_fields(deque, TypeId::DEQUE.number())?;
        let [head, length] = [head, length].map(|number| number.small_int_bits() as usize);
        Some(Ring { list, head, maxlen, length, number })
    }

    /// Where an item lies, or would lie behind the last one.
    #[inline(always)]
    fn place(self, room: usize, index: usize) -> usize {
        let place = self.head + index;
        if place >= room { place - room } else { place }
    }

    /// The place in front of the first item.
    fn before(self, room: usize) -> usize {
        self.head.checked_sub(1).unwrap_or(room.wrapping_sub(1))
    }

    #[inline(always)]
    pub(super) fn item(self, heap: &Heap, index: usize) -> Option<Value> {
        if index >= self.length {
            return None;
        }
        heap.list_item(self.list, self.place(heap.sequence_len(self.list), index))
    }

    pub(super) fn set_item(self, heap: &mut Heap, index: usize, item: Value) -> bool {
        let place = self.place(heap.sequence_len(self.list), index);
        index < self.length && heap.set_list_item(self.list, place, item)
    }

    /// All items, as long as nothing else is done with the heap.
    pub(super) fn items(self, heap: &Heap) -> impl Iterator<Item = Value> + '_ {
        let items = heap.items(self.list);
        items.clone().skip(self.head).chain(items.take(self.head)).take(self.length)
    }

    /// Whether it has all the items that it may have.
    #[inline(always)]
    pub(super) fn is_full(self) -> bool {
        self.maxlen.as_small_int().is_some_and(|most| self.length as i64 >= most)
    }
}

/// Notes where the items of a deque are now, and that it has changed.
#[inline(always)]
fn change(heap: &mut Heap, deque: Value, ring: Ring, head: usize, length: usize) {
    heap.set_field(deque, HEAD, Value::small_int(head as i64));
    heap.set_field(deque, LENGTH, Value::small_int(length as i64));
    heap.set_number(deque, ring.number.wrapping_add(2) & NUMBER);
}

/// Adds an item at one end; one that is full loses one at the other end, or refuses. Whether it was taken.
#[inline(never)]
pub(super) fn push(heap: &mut Heap, deque: Value, item: Value, left: bool) -> Result<bool, OutOfMemory> {
    let Some(mut ring) = Ring::of(heap, deque) else { return Ok(false) };
    if ring.is_full() {
        if ring.number & REFUSES != 0 {
            return Ok(false);
        }
        if ring.length == 0 {
            change(heap, deque, ring, 0, 0);
            return Ok(true);
        }
        take(heap, deque, !left);
        ring = Ring::of(heap, deque).unwrap_or(ring);
    }
    let mut room = heap.sequence_len(ring.list);
    if ring.length >= room {
        room = grow(heap, deque, &mut ring)?;
    }
    let (place, head) = if left {
        let before = ring.before(room);
        (before, before)
    } else {
        (ring.place(room, ring.length), ring.head)
    };
    heap.set_list_item(ring.list, place, item);
    change(heap, deque, ring, head, ring.length + 1);
    Ok(true)
}

/// Makes room between the last item and the first one; how much there is then.
#[cold]
#[inline(never)]
fn grow(heap: &mut Heap, deque: Value, ring: &mut Ring) -> Result<usize, OutOfMemory> {
    let most = ring.maxlen.as_small_int().and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    let more = (ring.length / 2 + 4).min(most.saturating_sub(ring.length)).max(1);
    let mut free = with_room(more)?;
    free.resize(more, Value::NONE);
    heap.splice_list(ring.list, ring.head, ring.head, &free)?;
    let room = heap.sequence_len(ring.list);
    ring.head = ring.place(room, more);
    heap.set_field(deque, HEAD, Value::small_int(ring.head as i64));
    Ok(room)
}

/// Removes the item at one end.
#[inline(never)]
pub(super) fn take(heap: &mut Heap, deque: Value, left: bool) -> Option<Value> {
    let ring = Ring::of(heap, deque)?;
    let length = ring.length.checked_sub(1)?;
    let room = heap.sequence_len(ring.list);
    let place = if left { ring.head } else { ring.place(room, length) };
    let item = heap.list_item(ring.list, place)?;
    heap.set_list_item(ring.list, place, Value::NONE);
    let head = if left { ring.place(room, 1) } else { ring.head };
    change(heap, deque, ring, head, length);
    if room > SMALL && length < room / 4 {
        shrink(heap, deque);
    }
    Some(item)
}

/// Gives half of the room back. Without memory for that it stays as it is.
#[cold]
#[inline(never)]
fn shrink(heap: &mut Heap, deque: Value) {
    let Some(ring) = Ring::of(heap, deque) else { return };
    let room = heap.sequence_len(ring.list);
    let Ok(mut items) = with_room(room / 2) else { return };
    items.extend(ring.items(heap));
    items.resize(room / 2, Value::NONE);
    // A list that gets shorter needs no memory.
    if heap.splice_list(ring.list, 0, room, &items).is_ok() {
        heap.set_field(deque, HEAD, Value::small_int(0));
    }
}

/// Removes all items.
pub(super) fn clear(heap: &mut Heap, deque: Value) {
    if let Some(ring) = Ring::of(heap, deque).filter(|ring| ring.length > 0) {
        heap.clear_list(ring.list);
        change(heap, deque, ring, 0, 0);
    }
}

/// Moves so many items, less than there are, from the right end to the left one.
pub(super) fn turn(heap: &mut Heap, deque: Value, count: usize) {
    let Some(mut ring) = Ring::of(heap, deque) else { return };
    let (room, length) = (heap.sequence_len(ring.list), ring.length);
    if length == room {
        ring.head = ring.place(room, (length - count) % length.max(1));
    } else if count <= length / 2 {
        for _ in 0..count {
            let (from, to) = (ring.place(room, length - 1), ring.before(room));
            move_item(heap, ring.list, from, to);
            ring.head = to;
        }
    } else {
        for _ in count..length {
            move_item(heap, ring.list, ring.head, ring.place(room, length));
            ring.head = ring.place(room, 1);
        }
    }
    change(heap, deque, ring, ring.head, length);
}

fn move_item(heap: &mut Heap, list: Value, from: usize, to: usize) {
    let item = heap.list_item(list, from).unwrap_or(Value::NONE);
    heap.set_list_item(list, from, Value::NONE);
    heap.set_list_item(list, to, item);
}

/// The truth of a deque; nothing for other values.
#[inline(never)]
pub(crate) fn truth(heap: &Heap, value: Value) -> Option<bool> {
    Ring::of(heap, value).map(|ring| ring.length != 0)
}

/// `deque[index]` for a small int that is the place of an item; nothing for other values.
#[inline]
pub(crate) fn item_at(heap: &Heap, deque: Value, index: Value) -> Option<Value> {
    let ring = Ring::of(heap, deque)?;
    ring.item(heap, normalize_index(index.as_small_int()?, ring.length)?)
}

/// `deque[index] = item`, as above; whether it was done.
#[inline]
pub(crate) fn set_item_at(heap: &mut Heap, deque: Value, index: Value, item: Value) -> bool {
    let place = |ring: Ring| Some((ring, normalize_index(index.as_small_int()?, ring.length)?));
    Ring::of(heap, deque).and_then(place).is_some_and(|(ring, place)| ring.set_item(heap, place, item))
}
