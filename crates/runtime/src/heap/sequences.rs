//! Tuples and lists in the heap.

use super::header::size_in;
use super::region::Payload;
use super::slot::{Kind, Slot};
use super::{Heap, OutOfMemory};
use crate::value::{IS_SMALL, Value, Word};
use core::cmp::Ordering;

/// A block for so many items stays with its list, which may be a stack that is empty now and then.
const KEPT_ITEMS: usize = 8;

#[inline(always)]
fn append_values(payload: &mut Payload, items: &[Value]) {
    match *Value::words(items) {
        // Most are few, and copied with no call.
        [a, b] if !IS_SMALL => payload.extend_from_slice(&[a, b]),
        [a, b, c] if !IS_SMALL => payload.extend_from_slice(&[a, b, c]),
        [a, b, c, d] if !IS_SMALL => payload.extend_from_slice(&[a, b, c, d]),
        ref words => payload.extend_from_slice(words),
    }
}

impl Heap {
    /// A tuple.
    #[inline]
    pub fn new_tuple(&mut self, items: &[Value]) -> Result<Value, OutOfMemory> {
        let slot = Slot::new(Kind::Tuple, 0, 0, [items.len() as u32, 0, 0]);
        self.new_object(slot, items.len(), |payload| append_values(payload, items))
    }

    /// A list.
    #[inline]
    pub fn new_list(&mut self, items: &[Value]) -> Result<Value, OutOfMemory> {
        let slot = Slot::new(Kind::List, 0, 0, [items.len() as u32, 0, 0]);
        self.new_object(slot, items.len(), |payload| append_values(payload, items))
    }

    /// An empty list with room for `capacity` items.
    pub fn new_list_with_capacity(&mut self, capacity: usize) -> Result<Value, OutOfMemory> {
        self.new_object(Slot::new(Kind::List, 0, 0, [0; 3]), capacity, |_| ())
    }

    /// The number of items of a list or tuple.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    #[must_use]
    pub fn sequence_len(&self, value: Value) -> usize {
        self.sequence_len_inline(value)
    }

    /// The number of items of a list or tuple, for the interpreter's loop.
    #[inline(always)]
    pub(crate) fn sequence_len_inline(&self, value: Value) -> usize {
        match self.slot(value) {
            Some(slot) if matches!(slot.kind, Kind::List | Kind::Tuple) => slot.a() as usize,
            _ => 0,
        }
    }

    /// An item of a list; nothing if the value is no list or the index too large.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    #[must_use]
    pub fn list_item(&self, list: Value, index: usize) -> Option<Value> {
        self.list_item_inline(list, index)
    }

    /// An item of a list, for the interpreter's loop.
    #[inline(always)]
    pub(crate) fn list_item_inline(&self, list: Value, index: usize) -> Option<Value> {
        let slot = self.slot_of_kind(list, Kind::List)?;
        if index < slot.a() as usize { Some(self.value_at(slot.b() as usize + index)) } else { None }
    }

    /// An item of a tuple; nothing if the value is no tuple or the index too large.
    #[inline(always)]
    #[must_use]
    pub fn tuple_item(&self, tuple: Value, index: usize) -> Option<Value> {
        let slot = self.slot_of_kind(tuple, Kind::Tuple)?;
        if index < slot.a() as usize { Some(self.value_at(slot.b() as usize + index)) } else { None }
    }

    /// An item of a list or tuple; nothing if the value is neither or the index too large.
    #[inline(always)]
    #[must_use]
    pub fn sequence_item(&self, value: Value, index: usize) -> Option<Value> {
        let slot = self.slot(value)?;
        if matches!(slot.kind, Kind::List | Kind::Tuple) && index < slot.a() as usize {
            return Some(self.value_at(slot.b() as usize + index));
        }
        None
    }

    /// The order of two tuples, decided by ints, floats or strings that are no NaN; nothing for others.
    pub(crate) fn tuples_order(&self, left: Value, right: Value) -> Option<Ordering> {
        if self.kind(left) != Some(Kind::Tuple) || self.kind(right) != Some(Kind::Tuple) {
            return None;
        }
        for (a, b) in self.items(left).zip(self.items(right)) {
            // What is the same counts as equal.
            if a == b {
                continue;
            }
            if let Some((a, b)) = a.both_small_ints(b) {
                return Some(a.cmp(&b));
            }
            let order = match (a.as_immediate_float(), b.as_immediate_float()) {
                (Some(a), Some(b)) => a.partial_cmp(&b)?,
                (None, None) => match (self.quick_short(a), self.quick_short(b)) {
                    (Some(a), Some(b)) => a.order(b),
                    _ => self.str_bytes(a)?.cmp(self.str_bytes(b)?),
                },
                _ => return None,
            };
            if order.is_ne() {
                return Some(order);
            }
        }
        Some(self.sequence_len(left).cmp(&self.sequence_len(right)))
    }

    /// Replaces an item of a list; false if there is none at the index.
    #[inline(always)]
    pub fn set_list_item(&mut self, list: Value, index: usize, item: Value) -> bool {
        let Some(slot) = self.slot_of_kind(list, Kind::List) else { return false };
        if index >= slot.a() as usize {
            return false;
        }
        let place = slot.b() as usize + index;
        self.set_value(place, item);
        true
    }

    /// The items of a list or tuple, as long as nothing else is done with the heap.
    #[inline]
    pub fn items(&self, value: Value) -> impl ExactSizeIterator<Item = Value> + DoubleEndedIterator + Clone + '_ {
        let words = match self.slot(value) {
            Some(slot) if matches!(slot.kind, Kind::List | Kind::Tuple) => {
                let start = slot.b() as usize;
                self.payload.get(start..start + slot.a() as usize).unwrap_or(&[])
            }
            _ => &[],
        };
        words.iter().map(|&word| Value::from_word(word))
    }

    /// The words of a tuple's items.
    #[inline(always)]
    pub(crate) fn tuple_items(&self, tuple: Value) -> Option<&[Word]> {
        let slot = self.slot_of_kind(tuple, Kind::Tuple)?;
        let start = slot.b() as usize;
        self.payload.get(start..start + slot.a() as usize)
    }

    /// Copies the items of a list or tuple that has exactly as many as there are places; whether it was done.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn copy_items(&self, sequence: Value, places: &mut [Value]) -> bool {
        let Some(slot) = self.slot(sequence) else { return false };
        if !matches!(slot.kind, Kind::List | Kind::Tuple) || slot.a() as usize != places.len() {
            return false;
        }
        let start = slot.b() as usize;
        let words = self.payload.get(start..start + places.len()).unwrap_or(&[]);
        for (place, &word) in places.iter_mut().zip(words) {
            *place = Value::from_word(word);
        }
        true
    }

    /// Appends to a list.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub fn list_append(&mut self, list: Value, item: Value) -> Result<(), OutOfMemory> {
        if self.append_in_room(list, item) { Ok(()) } else { self.append_and_grow(list, item) }
    }

    /// Appends to a list that has room for an item more; whether it is one.
    #[inline(always)]
    pub(crate) fn append_in_room(&mut self, list: Value, item: Value) -> bool {
        let (slots, payload) = self.slots.split(&mut self.payload);
        let Some(slot) = list.as_handle().and_then(|number| slots.take(number as usize)) else { return false };
        let (length, offset) = (slot.a() as usize, slot.b() as usize);
        // A list without a block has offset 0, and no word is in front of that.
        let Some(&header) = payload.get(offset.wrapping_sub(1)) else { return false };
        if slot.kind != Kind::List || length >= size_in(header) {
            return false;
        }
        let Some(place) = payload.get_mut(offset + length) else { return false };
        *place = item.to_word();
        slot.words[0] = length as u32 + 1;
        true
    }

    #[cold]
    #[inline(never)]
    fn append_and_grow(&mut self, list: Value, item: Value) -> Result<(), OutOfMemory> {
        let Some(slot) = self.slot_of_kind(list, Kind::List) else { return Ok(()) };
        let length = slot.a() as usize;
        self.grow_list(list, length + 1)?;
        let Some(slot) = self.slot_of_kind_mut(list, Kind::List) else { return Ok(()) };
        slot.words[0] = length as u32 + 1;
        let place = slot.b() as usize + length;
        self.set_word(place, item.to_word());
        Ok(())
    }

    /// Makes room for `wanted` items and some more.
    #[cold]
    #[inline(never)]
    fn grow_list(&mut self, list: Value, wanted: usize) -> Result<(), OutOfMemory> {
        let capacity = wanted.checked_add(wanted / 8 + 4).filter(|&n| u32::try_from(n).is_ok()).ok_or(OutOfMemory)?;
        let length = self.sequence_len(list);
        match self.resize_block(list, capacity, length) {
            Err(OutOfMemory) if IS_SMALL => self.widen_list(list, wanted),
            made => made.map(|_| ()),
        }
    }

    /// Makes room for `wanted` items and, if possible, for some more, where there is no room for a copy of the list: what
    /// lies behind its block moves. A long list in a small memory could never fill that otherwise.
    fn widen_list(&mut self, list: Value, wanted: usize) -> Result<(), OutOfMemory> {
        const PART: usize = 8;
        let size = self.slot(list).map_or(0, |slot| self.block_size(slot.b()));
        let needed = wanted.saturating_sub(size);
        let free = self.allowed.saturating_sub(self.used_bytes()) / size_of::<Word>();
        self.widen_block(list, needed.saturating_add(free / PART)).or_else(|_| self.widen_block(list, needed))
    }

    /// Makes room for so many items in a list that is not used yet.
    pub(crate) fn reserve_items(&mut self, list: Value, count: usize) -> Result<(), OutOfMemory> {
        let Some(slot) = self.slot_of_kind(list, Kind::List) else { return Ok(()) };
        let (length, offset) = (slot.a() as usize, slot.b());
        if count > self.block_size(offset) {
            self.resize_block(list, count, length)?;
        }
        Ok(())
    }

    /// The items of a tuple that has two.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn tuple_pair(&self, tuple: Value) -> Option<[Value; 2]> {
        let slot = self.slot_of_kind(tuple, Kind::Tuple).filter(|slot| slot.a() == 2)?;
        let words: &[Word; 2] = self.payload.get(slot.b() as usize..)?.first_chunk()?;
        Some(words.map(Value::from_word))
    }

    /// Replaces as many items of a list, from `start` on, as another list or tuple has, which may be the same one; false if
    /// there are less.
    pub(crate) fn replace_by(&mut self, list: Value, start: usize, with: Value) -> bool {
        let (Some(to), Some(from)) = (self.slot_of_kind(list, Kind::List), self.slot(with)) else { return false };
        let count = from.a() as usize;
        if !matches!(from.kind, Kind::List | Kind::Tuple) || start + count > to.a() as usize {
            return false;
        }
        let (to, from) = (to.b() as usize + start, from.b() as usize);
        if to.max(from) + count > self.payload.len() {
            return false;
        }
        if self.is_marking() {
            self.shade_words(to, count);
        }
        self.payload.copy_within(from..from + count, to);
        true
    }

    /// Replaces items `start..end` of a list by `with`. Bounds are cut to the length.
    pub fn splice_list(&mut self, list: Value, start: usize, end: usize, with: &[Value]) -> Result<(), OutOfMemory> {
        let Some(slot) = self.slot_of_kind(list, Kind::List) else { return Ok(()) };
        let (length, offset) = (slot.a() as usize, slot.b());
        let end = end.min(length);
        let start = start.min(end);
        let new_length = length - (end - start) + with.len();
        if self.is_marking() && end > start {
            self.shade_words(offset as usize + start, end - start);
            self.shade_moved(list);
        }
        if new_length > self.block_size(offset) {
            self.grow_list(list, new_length)?;
        }
        let Some(slot) = self.slot_of_kind_mut(list, Kind::List) else { return Ok(()) };
        slot.words[0] = new_length as u32;
        let offset = slot.b() as usize;
        if let Some(block) = self.payload.get_mut(offset..offset + new_length.max(length)) {
            if start + with.len() != end {
                block.copy_within(end..length, start + with.len());
            }
            for (place, item) in block.iter_mut().skip(start).zip(with) {
                *place = item.to_word();
            }
        }
        self.shrink_list(list);
        Ok(())
    }

    /// Appends all of `items` to a list.
    pub fn extend_list(&mut self, list: Value, items: &[Value]) -> Result<(), OutOfMemory> {
        let length = self.sequence_len(list);
        self.splice_list(list, length, length, items)
    }

    /// Appends all that an iterator gives to a list.
    pub(crate) fn append_all(
        &mut self,
        list: Value,
        items: impl ExactSizeIterator<Item = Value>,
    ) -> Result<(), OutOfMemory> {
        let Some(slot) = self.slot_of_kind(list, Kind::List) else { return Ok(()) };
        let (length, offset) = (slot.a() as usize, slot.b());
        let wanted = length + items.len();
        if wanted > self.block_size(offset) {
            self.grow_list(list, wanted)?;
        }
        let Some(slot) = self.slot_of_kind_mut(list, Kind::List) else { return Ok(()) };
        slot.words[0] = wanted as u32;
        let start = slot.b() as usize;
        if let Some(places) = self.payload.get_mut(start + length..start + wanted) {
            for (place, item) in places.iter_mut().zip(items) {
                *place = item.to_word();
            }
        }
        Ok(())
    }

    /// Removes and returns the item at the index.
    pub fn remove_list_item(&mut self, list: Value, index: usize) -> Option<Value> {
        let item = self.list_item(list, index)?;
        self.shade(item);
        let length = self.sequence_len(list);
        if index + 1 < length {
            self.shade_moved(list);
        }
        let slot = self.slot_of_kind_mut(list, Kind::List)?;
        slot.words[0] = length as u32 - 1;
        let offset = slot.b() as usize;
        if index + 1 < length {
            self.payload.copy_within(offset + index + 1..offset + length, offset + index);
        }
        self.shrink_list(list);
        Some(item)
    }

    /// Takes the last item of a list whose block stays as it is; nothing for others.
    #[inline]
    pub(crate) fn take_last(&mut self, list: Value) -> Option<Value> {
        let (slots, payload) = self.slots.split(&mut self.payload);
        let slot = slots.take(list.as_handle()? as usize).filter(|slot| slot.kind == Kind::List)?;
        let (offset, left) = (slot.b() as usize, (slot.a() as usize).checked_sub(1)?);
        let size = size_in(*payload.get(offset.wrapping_sub(1))?);
        if size > KEPT_ITEMS && (left == 0 || left < size / 4) {
            return None;
        }
        let &word = payload.get(offset + left)?;
        slot.words[0] = left as u32;
        let item = Value::from_word(word);
        self.shade(item);
        Some(item)
    }

    /// Gives the block back where less than a quarter of a long list is used.
    fn shrink_list(&mut self, list: Value) {
        let Some(slot) = self.slot_of_kind(list, Kind::List) else { return };
        let (length, offset) = (slot.a() as usize, slot.b());
        let size = self.block_size(offset);
        if length == 0 && size > KEPT_ITEMS {
            self.release_block(offset);
            if let Some(slot) = self.slot_mut(list) {
                slot.words[1] = 0;
            }
        } else if size > 64 && length < size / 4 {
            // Failing to find a smaller place only keeps the larger one.
            let _ = self.resize_block(list, length + length / 8 + 4, length);
        }
    }

    /// Reverses a list in place.
    pub fn reverse_list(&mut self, list: Value) {
        if let Some(words) = self.list_words(list) {
            words.reverse();
        }
    }

    /// The items of a list, to be changed as a whole.
    fn list_words(&mut self, list: Value) -> Option<&mut [Word]> {
        self.shade_content(list);
        let slot = self.slot_of_kind(list, Kind::List)?;
        let (start, length) = (slot.b() as usize, slot.a() as usize);
        self.payload.get_mut(start..start + length)
    }

    /// Takes the whole content out of a list.
    pub fn clear_list(&mut self, list: Value) {
        self.shade_content(list);
        if let Some(slot) = self.slot_of_kind_mut(list, Kind::List) {
            slot.words[0] = 0;
            let offset = slot.b();
            slot.words[1] = 0;
            self.release_block(offset);
        }
    }

    /// Replaces items of a list by their numbers.
    pub(crate) fn replace_items(&mut self, list: Value, items: impl Iterator<Item = (usize, Value)>) {
        let Some(words) = self.list_words(list) else { return };
        for (place, item) in items {
            if let Some(word) = words.get_mut(place) {
                *word = item.to_word();
            }
        }
    }

    /// Sorts a list where it lies if all its items are ints of one word; whether it was done.
    pub fn sort_small_ints(&mut self, list: Value, reverse: bool) -> bool {
        let Some(words) = self.list_words(list) else { return false };
        if !words.iter().all(|&word| Value::from_word(word).is_small_int()) {
            return false;
        }
        words.sort_unstable_by_key(|&word| Value::from_word(word).small_int_bits());
        if reverse {
            words.reverse();
        }
        true
    }

    /// Overwrites the items of a list from the first on; the list keeps its length.
    pub fn overwrite_list(&mut self, list: Value, items: &[Value]) {
        if let Some(words) = self.list_words(list) {
            for (place, item) in words.iter_mut().zip(items) {
                *place = item.to_word();
            }
        }
    }
}
