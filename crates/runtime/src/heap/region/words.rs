//! How the payload area's words are used, wherever they lie: always the ones behind those in use.

use super::Payload;
use crate::value::{IS_SMALL, Word};
use core::ops::Range;

impl Payload {
    /// How many words are in use.
    #[inline(always)]
    pub(in crate::heap) const fn len(&self) -> usize {
        self.end
    }

    /// Uses a word more.
    #[inline(always)]
    pub(in crate::heap) fn push(&mut self, word: Word) {
        debug_assert!(self.room() > 0, "there is room");
        let end = self.end;
        if let Some(place) = self.get_mut(end) {
            *place = word;
            self.end += 1;
        }
    }

    /// Uses words more, for a copy of these.
    #[inline(always)]
    pub(in crate::heap) fn extend_from_slice(&mut self, words: &[Word]) {
        debug_assert!(self.room() >= words.len(), "there is room");
        if let Some(places) = self.take(words.len()) {
            if IS_SMALL { copy_short(places, words) } else { places.copy_from_slice(words) }
        }
    }

    /// Uses words more, for a copy of words in use.
    #[inline(always)]
    pub(in crate::heap) fn extend_from_within(&mut self, range: Range<usize>) {
        let start = self.end;
        if range.end <= start && range.start <= range.end && self.take(range.len()).is_some() {
            self.copy_within(range, start);
        }
    }

    /// Uses `count` words more, which hold anything.
    #[inline(always)]
    pub(in crate::heap) fn extend_unwritten(&mut self, count: usize) {
        debug_assert!(self.room() >= count, "there is room");
        self.take(count);
    }

    /// Uses so many words: those that are new hold `word`.
    #[inline]
    pub(in crate::heap) fn resize(&mut self, length: usize, word: Word) {
        match length.checked_sub(self.end) {
            Some(more) => {
                if let Some(places) = self.take(more) {
                    places.fill(word);
                }
            }
            None => self.end = length,
        }
    }

    /// Uses no more than so many words.
    #[inline]
    pub(in crate::heap) fn truncate(&mut self, length: usize) {
        self.end = self.end.min(length);
    }
}

/// Copies words: few ones by a few instructions, for a copy of any length begins with some fifty cycles.
#[cfg_attr(target_os = "none", inline(never))]
fn copy_short(places: &mut [Word], words: &[Word]) {
    const LONG: usize = 12;
    if words.len() >= LONG || places.len() != words.len() {
        places.copy_from_slice(words);
        return;
    }
    let (mut places, mut words) = (places, words);
    if words.len() >= 8 {
        (places, words) = copy_chunk::<4>(places, words);
    }
    if words.len() >= 4 {
        (places, words) = copy_chunk::<4>(places, words);
    }
    if words.len() >= 2 {
        (places, words) = copy_chunk::<2>(places, words);
    }
    copy_chunk::<1>(places, words);
}

/// Copies so many words: what is left.
#[inline(always)]
fn copy_chunk<'a, 'b, const N: usize>(places: &'a mut [Word], words: &'b [Word]) -> (&'a mut [Word], &'b [Word]) {
    let Some((from, others)) = words.split_first_chunk::<N>() else { return (places, words) };
    let Some((to, rest)) = places.split_first_chunk_mut::<N>() else { return (&mut [], words) };
    *to = *from;
    (rest, others)
}
