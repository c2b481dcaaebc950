//! `a + b` of strings and bytes objects, and those that grow: `text += part` takes time for the part only. A large part of
//! a long one takes none at all, nor does the way from ASCII text to bytes and back.
//!
//! The bytes of an ASCII string or bytes object may be the first ones of a longer one's block. The block belongs to the
//! longest of them, whose slot its header names; only that one may be continued in the block, where there is room behind
//! it. The others are [`Heap::prefixes`], which a collection has to tell where the block went, and of which the longest
//! living one gets the block when its owner dies.
//!
//! Those whose bytes lie in the middle of a block are [`Heap::views`]. They keep the block's owner alive, and are
//! therefore no small parts of it. Each is noted with its base, which is the owner or a prefix: where that one's block is,
//! is known from its slot.

use super::header::HEADER;
use super::region::Slots;
use super::short::{INLINE_BYTES, Short};
use super::slot::{Kind, Slot};
use super::text::{bytes_to_words, text_block_words};
use super::{Heap, OutOfMemory};
use crate::value::{Immediate, Value, Word};
use alloc::vec::Vec;
use core::ops::Range;
use ferropy_numeric::sort::sort_by;

/// Something of so many bytes that has grown is expected to grow further.
const LONG: usize = 64;
/// The most words that are taken ahead by what grows at the end of the payload area.
const MOST_AHEAD: usize = 512;
/// A part of so many bytes need not be copied.
const LONG_PART: usize = 512;
/// What is less than such a part of something would keep much that nobody needs.
const SMALLEST_PART: usize = 4;
/// Among how many views the base of a view is looked for.
const LATEST_VIEWS: usize = 8;

/// Views with the owners of their blocks and their distances from the blocks' starts; prefixes with the owners.
type Sharers = (Vec<(u32, u32, u32)>, Vec<(u32, u32)>);

impl Heap {
    /// The concatenation of two strings, in one allocation at most; nothing for other values.
    #[inline]
    pub fn concat_str(&mut self, left: Value, right: Value) -> Result<Option<Value>, OutOfMemory> {
        if let (Some(a), Some(b)) = (self.quick_text(left), self.quick_text(right))
            && let Some(joined) = a.joined(b)
            && a.length > 0
            && b.length > 0
        {
            return self.new_inline_str(joined).map(Some);
        }
        match self.continued_by_short(left, right) {
            Some(grown) => Ok(Some(grown)),
            None => self.concat_long(left, right),
        }
    }

    /// `left + right` for a short text behind a long one that has grown before, where its block has room for that; nothing
    /// for others.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    fn continued_by_short(&mut self, left: Value, right: Value) -> Option<Value> {
        const MARKS: u8 = Slot::GROWN | Slot::ASCII;
        let &slot = self.slot_of_kind(left, Kind::Str).filter(|slot| slot.flags & MARKS == MARKS)?;
        let short = self.quick_short(right).filter(|short| short.is_ascii())?;
        let (owner, size) = self.block_header((slot.b() as usize).wrapping_sub(HEADER));
        let (start, length) = (slot.b() as usize * size_of::<Word>(), slot.a() as usize);
        // All of a slot's bytes are written, whatever the text needs.
        let has_room = length + INLINE_BYTES <= size * size_of::<Word>();
        if left.as_handle() != Some(owner) || !has_room || self.prefixes.len() == self.prefixes.capacity() {
            return None;
        }
        let total = length as u32 + short.length as u32;
        let grown = self.new_slot(Slot::new(Kind::Str, MARKS, 0, [total, slot.b(), 0])).ok()?;
        self.set_header(slot.b(), grown.as_handle()?, size);
        self.prefixes.push(owner);
        let payload: &mut [u8] = bytemuck::cast_slice_mut(&mut self.payload);
        let place: &mut [u8; INLINE_BYTES] = payload.get_mut(start + length..)?.first_chunk_mut()?;
        *place = bytemuck::cast(short.slot_words());
        Some(grown)
    }

    #[inline(never)]
    fn concat_long(&mut self, left: Value, right: Value) -> Result<Option<Value>, OutOfMemory> {
        let (Some(a), Some(b)) = (self.text_size(left), self.text_size(right)) else { return Ok(None) };
        if b.0 == 0 {
            return Ok(Some(left));
        }
        if a.0 == 0 {
            return Ok(Some(right));
        }
        let total = a.0 + b.0;
        if total <= INLINE_BYTES
            && let (Some(first), Some(second)) = (self.short_text(left), self.short_text(right))
            && let Some(joined) = first.joined(second)
        {
            return self.new_inline_str(joined).map(Some);
        }
        // A high surrogate followed by a low one stays two characters: generalised UTF-8 keeps them apart.
        let chars = a.1 + b.1;
        if chars == total
            && a.0 >= LONG
            && let Some(grown) = self.continued(left, right, total)?
        {
            return Ok(Some(grown));
        }
        let (value, start) = if chars == total && a.0 >= LONG && b.0 <= a.0 {
            self.blank_growing_str(total, self.slot(left).is_some_and(|slot| slot.has(Slot::GROWN)))?
        } else {
            self.blank_str(total, chars)?
        };
        let middle = start + self.copy_next(left, start);
        self.copy_next(right, middle);
        Ok(Some(value))
    }

    /// The concatenation of two bytes objects; nothing for other values.
    pub(crate) fn concat_bytes_objects(&mut self, left: Value, right: Value) -> Result<Option<Value>, OutOfMemory> {
        let (Some(a), Some(b)) = (self.bytes(left), self.bytes(right)) else { return Ok(None) };
        let (length, more) = (a.len(), b.len());
        if more == 0 {
            return Ok(Some(left));
        }
        if length >= LONG
            && let Some(grown) = self.continued(left, right, length + more)?
        {
            return Ok(Some(grown));
        }
        self.concat_bytes(Kind::Bytes, [left, right].into_iter()).map(Some)
    }

    /// The slot of an ASCII string or bytes object that lies in a block.
    fn slot_with_bytes(&self, value: Value) -> Option<Slot> {
        let slot = self.slot(value).filter(|slot| !slot.has(Slot::INLINE))?;
        (slot.kind == Kind::Bytes || slot.kind == Kind::Str && slot.has(Slot::ASCII)).then_some(*slot)
    }

    /// `left + right`, ASCII strings or bytes objects, in the block of `left`; nothing if there is no room behind it.
    fn continued(&mut self, left: Value, right: Value, total: usize) -> Result<Option<Value>, OutOfMemory> {
        let Some(slot) = self.slot_with_bytes(left).filter(|slot| !slot.has(Slot::VIEW)) else { return Ok(None) };
        let offset = slot.b();
        let (owner, size) = self.block_header((offset as usize).wrapping_sub(HEADER));
        let mut more = bytes_to_words(total).saturating_sub(size);
        let is_last = offset as usize + size == self.payload.len();
        if left.as_handle() != Some(owner) || (more > 0 && !is_last) {
            return Ok(None);
        }
        if more > 0 && slot.has(Slot::GROWN) {
            // What grows again and again gets room for the next times.
            more += (size / 8).min(MOST_AHEAD);
        }
        let stored = u32::try_from(total).map_err(|_| OutOfMemory)?;
        self.prefixes.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.admit(more * size_of::<Word>())?;
        self.reserve_payload(more + Slots::SHARED_WORDS)?;
        let flags = slot.flags & Slot::ASCII | Slot::GROWN;
        let grown = self.new_slot(Slot::new(slot.kind, flags, 0, [stored, offset, 0]))?;
        self.payload.extend_unwritten(more);
        self.hole = self.hole.min(offset as usize - HEADER);
        if more > 0 {
            self.end_slide_at(offset as usize - HEADER);
        }
        self.set_header(offset, grown.as_handle().unwrap_or(owner), size + more);
        self.prefixes.push(owner);
        let end = offset as usize * size_of::<Word>() + slot.a() as usize;
        if is_last {
            self.copy_next(right, end)
        } else {
            self.copy_bytes(right, 0..usize::MAX, end)
        };
        Ok(Some(grown))
    }

    /// An ASCII string as [`Heap::blank_str`] makes it, which has grown: if it did before, with room behind its end.
    fn blank_growing_str(&mut self, length: usize, again: bool) -> Result<(Value, usize), OutOfMemory> {
        let stored = u32::try_from(length).map_err(|_| OutOfMemory)?;
        let needed = text_block_words(length, true);
        let words = if again { needed + needed / 4 } else { needed };
        let slot = Slot::new(Kind::Str, Slot::ASCII | Slot::GROWN, 0, [stored, 0, 0]);
        let value = self.new_object(slot, words, |payload| payload.extend_unwritten(words))?;
        let offset = self.slot(value).map_or(0, |slot| slot.b() as usize);
        Ok((value, offset * size_of::<Word>()))
    }

    /// A part of an ASCII string or bytes object where it needs no copy: nothing for other values, and if it is short.
    #[inline]
    pub(super) fn new_part(&mut self, from: Value, range: Range<usize>) -> Result<Option<Value>, OutOfMemory> {
        if range.len() < LONG_PART {
            return Ok(None);
        }
        match self.slot_with_bytes(from) {
            Some(slot) => self.new_sharer(from, slot, slot.kind, range),
            None => Ok(None),
        }
    }

    /// The content of an ASCII string as a bytes object, or of a bytes object that is ASCII as a string, where it needs no
    /// copy.
    pub(super) fn new_counterpart(&mut self, kind: Kind, from: Value) -> Result<Option<Value>, OutOfMemory> {
        match self.slot_with_bytes(from).filter(|slot| slot.a() as usize >= LONG_PART) {
            Some(slot) => self.new_sharer(from, slot, kind, 0..slot.a() as usize),
            None => Ok(None),
        }
    }

    /// A string or bytes object of some of the bytes of another one, in its block; nothing if that can't be.
    #[inline(never)]
    fn new_sharer(
        &mut self,
        from: Value,
        slot: Slot,
        kind: Kind,
        range: Range<usize>,
    ) -> Result<Option<Value>, OutOfMemory> {
        let base = match from.as_handle() {
            Some(number) if slot.has(Slot::VIEW) => {
                self.views.iter().rev().take(LATEST_VIEWS).find(|view| view.0 == number).map(|view| view.1)
            }
            number => number,
        };
        let Some((number, base)) = base.and_then(|number| Some((number, self.slot_at(number)?))) else {
            return Ok(None);
        };
        let place = slot.b() as usize * size_of::<Word>() + slot.aux as usize + range.start;
        let is_view = place != base.b() as usize * size_of::<Word>();
        let (owner, _) = self.block_header((base.b() as usize).wrapping_sub(HEADER));
        let whole = self.slot_at(owner).map_or(0, Slot::a) as usize;
        // Where memory is limited, little of it may be kept for nothing.
        let least = if self.limit == usize::MAX { whole / SMALLEST_PART } else { whole - whole / SMALLEST_PART };
        if is_view && range.len() < least {
            return Ok(None);
        }
        let stored = u32::try_from(range.len()).map_err(|_| OutOfMemory)?;
        let (word, byte) = (place / size_of::<Word>(), place % size_of::<Word>());
        let flags = if kind == Kind::Str { Slot::ASCII } else { 0 } | if is_view { Slot::VIEW } else { 0 };
        self.prefixes.try_reserve(1).map_err(|_| OutOfMemory)?;
        self.views.try_reserve(1).map_err(|_| OutOfMemory)?;
        let sharer = self.new_slot(Slot::new(kind, flags, byte as u16, [stored, word as u32, 0]))?;
        let own = sharer.as_handle().unwrap_or(number);
        if is_view {
            self.views.push((own, number));
        } else {
            self.prefixes.push(own);
        }
        Ok(Some(sharer))
    }

    /// Which views live, with the owners of their blocks and how many words behind the block's start they begin, once all
    /// that lives is marked and before blocks move. The owners live on.
    pub(super) fn living_views(&mut self) -> Vec<(u32, u32, u32)> {
        let mut living = Vec::new();
        for (number, base) in core::mem::take(&mut self.views) {
            let (Some(view), Some(base)) = (self.slot_at(number), self.slot_at(base)) else {
                continue;
            };
            if !view.has(Slot::MARKED) {
                continue;
            }
            let behind = view.b().saturating_sub(base.b());
            let (owner, _) = self.block_header((base.b() as usize).wrapping_sub(HEADER));
            if let Some(slot) = self.slot_at_mut(owner) {
                // It refers to nothing else.
                slot.flags |= Slot::MARKED;
                living.push((number, owner, behind));
            }
        }
        living
    }

    /// Tells views where their blocks are now.
    pub(super) fn move_views(&mut self, living: &[(u32, u32, u32)]) {
        for &(number, owner, behind) in living {
            let start = self.slot_at(owner).map_or(0, Slot::b);
            if let Some(slot) = self.slot_at_mut(number) {
                slot.words[1] = start + behind;
            }
            self.views.push((number, owner));
        }
    }

    /// All views and all prefixes of a heap in which none is dead, with the owners of their blocks and, of views, how many
    /// words behind the block's start they begin: before blocks move.
    pub(super) fn sharers(&mut self) -> Sharers {
        let views = core::mem::take(&mut self.views).into_iter().filter_map(|(number, base)| {
            let (view, base) = (self.slot_at(number)?, self.slot_at(base)?);
            let (owner, _) = self.block_header((base.b() as usize).wrapping_sub(HEADER));
            Some((number, owner, view.b().saturating_sub(base.b())))
        });
        let views = views.collect();
        let prefixes = core::mem::take(&mut self.prefixes).into_iter().filter_map(|number| {
            let (owner, _) = self.block_header((self.slot_at(number)?.b() as usize).wrapping_sub(HEADER));
            Some((number, owner))
        });
        (views, prefixes.collect())
    }

    /// Tells them where their blocks are now.
    pub(super) fn move_sharers(&mut self, views: &[(u32, u32, u32)], prefixes: &[(u32, u32)]) {
        self.move_prefixes(prefixes);
        self.move_views(views);
    }

    /// Which prefixes live, with the owners of their blocks, once all that lives is marked and before blocks move. A block
    /// whose owner is dead gets another one.
    pub(super) fn living_prefixes(&mut self) -> Vec<(u32, u32)> {
        let mut prefixes = core::mem::take(&mut self.prefixes);
        let marked = |number: u32| self.slot_at(number).filter(|slot| slot.has(Slot::MARKED));
        prefixes.retain(|&number| marked(number).is_some());
        // The longest one comes first.
        let length = |number: &u32| marked(*number).map_or(u32::MAX, |slot| slot.a());
        sort_by(&mut prefixes, |a, b| length(a) > length(b));
        let mut living = Vec::new();
        for number in prefixes {
            let Some(&slot) = self.slot_at(number) else { continue };
            let (owner, size) = self.block_header((slot.b() as usize).wrapping_sub(HEADER));
            let owns = |other: &Slot| other.has(Slot::MARKED) && other.has_block() && other.b() == slot.b();
            if self.slot_at(owner).is_some_and(owns) {
                living.push((number, owner));
                continue;
            }
            self.set_header(slot.b(), number, size);
            if let Some(slot) = self.slot_at_mut(number) {
                // What lies behind its end is given back.
                slot.flags |= Slot::GROWN;
            }
        }
        living
    }

    /// Tells prefixes where their blocks are now.
    pub(super) fn move_prefixes(&mut self, living: &[(u32, u32)]) {
        for &(number, owner) in living {
            let offset = self.slot_at(owner).map_or(0, Slot::b);
            if let Some(slot) = self.slot_at_mut(number) {
                slot.words[1] = offset;
            }
            self.prefixes.push(number);
        }
    }

    /// The string, if it lies in its slot or is one ASCII character.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn quick_short(&self, value: Value) -> Option<Short> {
        match self.slot(value) {
            Some(slot) if slot.kind == Kind::Str && slot.has(Slot::INLINE) => Some(Short::of_slot(slot)),
            Some(_) => None,
            None => value.as_single_ascii().map(Short::of_byte),
        }
    }

    /// As [`Heap::quick_short`], and a name that is no longer than what a slot holds.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(super) fn quick_text(&self, value: Value) -> Option<Short> {
        match self.slot(value) {
            Some(slot) if slot.kind == Kind::Str && slot.has(Slot::INLINE) => Some(Short::of_slot(slot)),
            Some(_) => None,
            None => match value.as_single_ascii() {
                Some(byte) => Some(Short::of_byte(byte)),
                None => self.short_name(value.payload_of(Immediate::Name)?),
            },
        }
    }

    /// The text of a name, if it is no longer than what a slot holds.
    #[inline(never)]
    pub(super) fn short_name(&self, name: u32) -> Option<Short> {
        Short::of(self.name_bytes(name))
    }

    /// As [`Heap::new_inline_str`], of ASCII characters.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(super) fn new_inline_ascii(&mut self, text: Short) -> Result<Value, OutOfMemory> {
        self.new_slot(Slot::new(Kind::Str, Slot::ASCII | Slot::INLINE, text.length as u16, text.slot_words()))
    }

    /// A string of more than one byte that needs no payload.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(super) fn new_inline_str(&mut self, text: Short) -> Result<Value, OutOfMemory> {
        let flags = if text.is_ascii() { Slot::ASCII | Slot::INLINE } else { Slot::INLINE };
        self.new_slot(Slot::new(Kind::Str, flags, text.length as u16, text.slot_words()))
    }
}
