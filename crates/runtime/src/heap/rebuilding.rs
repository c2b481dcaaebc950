//! Tables of dicts and sets laid out anew: with more room, without deleted entries, or as copies.

use super::header::{HEADER, header};
use super::slot::Slot;
use super::table::{DELETED, Layout, Probe, SMALL, WIDE_WORDS, capacity_for, fold, index_words, step};
use super::{Heap, OutOfMemory};
use crate::value::{Value, Word};

impl Heap {
    /// Makes room for `more` entries, if they are many. The keys of a table without an index are plain.
    pub fn reserve_entries(&mut self, table: Value, more: usize) -> Result<(), OutOfMemory> {
        let Some(layout) = self.layout(table) else { return Ok(()) };
        if more <= SMALL || layout.capacity >= layout.used.saturating_add(more) {
            return Ok(());
        }
        self.rebuild(table, self.table_len(table).saturating_add(more))
    }

    /// Lays the table out anew with an index and room for `wanted` entries; deleted entries go.
    pub(super) fn rebuild(&mut self, table: Value, wanted: usize) -> Result<(), OutOfMemory> {
        self.rebuild_with(table, wanted, true)
    }

    /// As [`Heap::rebuild`], but all entries keep their numbers.
    #[cold]
    pub(super) fn rebuild_keeping_holes(&mut self, table: Value, wanted: usize) -> Result<(), OutOfMemory> {
        self.rebuild_with(table, wanted, false)
    }

    fn rebuild_with(&mut self, table: Value, wanted: usize, compact: bool) -> Result<(), OutOfMemory> {
        let Some(old) = self.layout(table) else { return Ok(()) };
        self.shade_moved(table);
        let kept = 1 + old.used * old.width;
        let mut bits = 4;
        // The entries lie in the new block as they were, holes included, before they are moved together: none of them may
        // lie where the new index will be.
        let wanted = wanted.max(old.used);
        while capacity_for(bits) < wanted {
            bits += 1;
        }
        if bits > 30 {
            return Err(OutOfMemory);
        }
        if !WIDE_WORDS && bits == old.bits && wanted > old.capacity && self.table_len(table) == old.used {
            return self.stretch(table, old, wanted);
        }
        // Hashes: from the index where there is one, else from the keys, which are plain.
        let mut hashes = alloc::vec::Vec::new();
        hashes.try_reserve(old.used).map_err(|_| OutOfMemory)?;
        hashes.resize(old.used, 0u32);
        if old.bits == 0 {
            for (entry, place) in hashes.iter_mut().enumerate() {
                let key = self.value_at(old.entries + entry * old.width);
                *place = fold(self.plain_hash(key).unwrap_or(0));
            }
        } else {
            for position in 0..1u32 << old.bits {
                let (hash, entry) = self.index_at(&old, position);
                if entry != 0
                    && entry != DELETED
                    && let Some(place) = hashes.get_mut(entry as usize - 1)
                {
                    *place = hash;
                }
            }
        }
        let capacity = if WIDE_WORDS { capacity_for(bits) } else { wanted };
        let size = 1 + capacity * old.width + (index_words(bits) << bits);
        let is_new_block = self.resize_block(table, size, kept)? as usize != old.entries.wrapping_sub(1);
        if let Some(slot) = self.slot_mut(table) {
            slot.aux = bits as u16;
            slot.words[2] = 0;
        }
        let Some(mut layout) = self.layout(table) else { return Ok(()) };
        // A block that grew in place still has the old index where entries and index now lie.
        let start = layout.entries - 1 + kept;
        if !is_new_block && let Some(rest) = self.payload.get_mut(start..layout.entries - 1 + size) {
            rest.fill(0);
        }
        let mut entry = 0;
        for (from, hash) in hashes.into_iter().enumerate() {
            let source = layout.entries + from * layout.width;
            let key = self.value_at(source);
            if key.is_unbound() {
                entry += usize::from(!compact);
                continue;
            }
            let target = layout.entries + entry * layout.width;
            self.set_word(target, key.to_word());
            if layout.width == 2 {
                self.set_word(target + 1, self.word(source + 1));
            }
            let mut probe = Probe { position: hash & layout.mask(), perturb: hash };
            while self.index_at(&layout, probe.position).1 != 0 {
                probe = step(probe, layout.mask());
            }
            self.set_index_at(&layout, probe.position, hash, entry as u32 + 1);
            entry += 1;
        }
        layout.used = entry;
        self.set_word(layout.entries - 1, entry as Word);
        self.changed(table, 0);
        Ok(())
    }

    /// Makes room for more entries before an index that stays as it is.
    fn stretch(&mut self, table: Value, old: Layout, capacity: usize) -> Result<(), OutOfMemory> {
        let index_size = index_words(old.bits) << old.bits;
        let before = 1 + old.capacity * old.width;
        let size = 1 + capacity * old.width + index_size;
        let block = self.resize_block(table, size, before + index_size)? as usize;
        if let Some(words) = self.payload.get_mut(block..block + size) {
            words.copy_within(before..before + index_size, size - index_size);
            words.get_mut(before..size - index_size).unwrap_or_default().fill(0);
        }
        if let Some(slot) = self.slot_mut(table) {
            slot.words[2] = 0;
        }
        self.changed(table, 0);
        Ok(())
    }

    /// Makes `target`, an empty table, a copy of `source`, which is of the same kind.
    pub fn copy_table(&mut self, target: Value, source: Value) -> Result<(), OutOfMemory> {
        let Some((slot, _)) = self.table_slot(source) else { return Ok(()) };
        let (aux, live, offset) = (slot.aux, slot.a(), slot.b());
        // Code from a damaged file may copy into anything.
        if offset == 0 || self.kind(target) != self.kind(source) {
            return Ok(());
        }
        self.shade_content(target);
        self.copy_block(target, offset)?;
        if let Some(slot) = self.slot_mut(target) {
            slot.aux = aux;
            slot.words[0] = live;
        }
        self.changed(target, 0);
        Ok(())
    }

    /// Gives `owner` a copy of the block at `from` in place of its own.
    fn copy_block(&mut self, owner: Value, from: u32) -> Result<(), OutOfMemory> {
        let number = owner.as_handle().ok_or(OutOfMemory)?;
        let size = self.block_size(from);
        let total = size.checked_add(HEADER).ok_or(OutOfMemory)?;
        self.admit(total.saturating_mul(size_of::<Word>()))?;
        self.reserve_payload(total)?;
        self.payload.extend_from_slice(&header(number, size));
        let offset = self.payload.len();
        if let Some(end) = (from as usize).checked_add(size).filter(|&end| end <= offset) {
            self.payload.extend_from_within(from as usize..end);
        }
        self.payload.resize(offset + size, 0);
        let old = self.slot(owner).map_or(0, Slot::b);
        self.release_block(old);
        if let Some(slot) = self.slot_mut(owner) {
            slot.words[1] = offset as u32;
        }
        Ok(())
    }
}
