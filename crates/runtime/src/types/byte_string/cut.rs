//! Cutting borrowed bytes: where to split and what to strip, as ranges. `str` uses the same functions with its own
//! idea of white space.

use super::search::{each_occurrence, find_last};
use crate::heap::OutOfMemory;
use alloc::vec::Vec;
use core::ops::Range;

/// How many parts need no memory of their own.
const FEW: usize = 12;

/// The parts that something is cut into, none of which starts or ends beyond what 32 bits hold, as nothing in the heap
/// does.
pub(crate) struct Parts {
    few: [[u32; 2]; FEW],
    count: usize,
    /// All of them, once they are more.
    many: Vec<[u32; 2]>,
    /// Memory was too short for all of them.
    is_short: bool,
}

impl Parts {
    const fn new() -> Parts {
        Parts { few: [[0; 2]; FEW], count: 0, many: Vec::new(), is_short: false }
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize) {
        let part = [start as u32, end as u32];
        match self.few.get_mut(self.count) {
            Some(place) => *place = part,
            None => {
                let more = if self.many.is_empty() { 4 * FEW } else { 1 };
                if self.many.try_reserve(more).is_err() {
                    self.is_short = true;
                    return;
                }
                if self.many.is_empty() {
                    self.many.extend_from_slice(&self.few);
                }
                self.many.push(part);
            }
        }
        self.count += 1;
    }

    fn reverse(&mut self) {
        match self.many.as_mut_slice() {
            [] => self.few.get_mut(..self.count).unwrap_or_default().reverse(),
            many => many.reverse(),
        }
    }

    /// How many there are.
    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    /// Them all, if there was room for them.
    pub(crate) fn all(&self) -> Result<impl ExactSizeIterator<Item = Range<usize>>, OutOfMemory> {
        if self.is_short {
            return Err(OutOfMemory);
        }
        let parts = if self.many.is_empty() { self.few.get(..self.count).unwrap_or(&[]) } else { self.many.as_slice() };
        Ok(parts.iter().map(|&[start, end]| start as usize..end as usize))
    }
}

/// The lines of a text or of bytes, as parts: with their ends, if they are kept.
pub(crate) fn line_parts(lines: ferropy_unicode::lines::Lines<'_>, keep_ends: bool) -> Parts {
    let mut parts = Parts::new();
    let mut start = 0;
    for (line, whole) in lines {
        let length = if keep_ends { whole.len() } else { line.len() };
        parts.push(start, start + length);
        start += whole.len();
    }
    parts
}

/// What counts as white space.
pub(crate) trait WhiteSpace {
    /// The length of the white space character that the bytes start with; 0 if they don't.
    fn leading(bytes: &[u8]) -> usize;
    /// The length of the white space character that the bytes end with; 0 if they don't.
    fn trailing(bytes: &[u8]) -> usize;
}

/// The white space of bytes: that of ASCII.
pub(crate) struct ByteSpace;

/// The white space of text: that of Unicode, and the four separators of ASCII.
pub(crate) struct TextSpace;

/// Whether `bytes.isspace` says so.
pub(crate) const fn is_byte_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// Whether an ASCII character is white space in a text.
pub(crate) const fn is_text_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | 0x1c..=b' ')
}

impl WhiteSpace for ByteSpace {
    #[inline]
    fn leading(bytes: &[u8]) -> usize {
        usize::from(bytes.first().is_some_and(|&byte| is_byte_space(byte)))
    }

    #[inline]
    fn trailing(bytes: &[u8]) -> usize {
        usize::from(bytes.last().is_some_and(|&byte| is_byte_space(byte)))
    }
}

impl WhiteSpace for TextSpace {
    #[inline]
    fn leading(bytes: &[u8]) -> usize {
        match bytes {
            [byte @ ..0x80, ..] => usize::from(is_text_space(*byte)),
            [0xc2, 0x85 | 0xa0, ..] => 2,
            [a, b, c, ..] if is_wide_space(*a, *b, *c) => 3,
            _ => 0,
        }
    }

    #[inline]
    fn trailing(bytes: &[u8]) -> usize {
        match bytes {
            [.., byte @ ..0x80] => usize::from(is_text_space(*byte)),
            [.., 0xc2, 0x85 | 0xa0] => 2,
            [.., a, b, c] if is_wide_space(*a, *b, *c) => 3,
            _ => 0,
        }
    }
}

/// Whether three bytes are one of the white space characters beyond Latin-1: U+1680, U+2000 to U+200A, U+2028,
/// U+2029, U+202F, U+205F, U+3000.
const fn is_wide_space(a: u8, b: u8, c: u8) -> bool {
    matches!(
        (a, b, c),
        (0xe1, 0x9a, 0x80) | (0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf) | (0xe2, 0x81, 0x9f) | (0xe3, 0x80, 0x80)
    )
}

/// Where the bytes start after their leading white space.
pub(crate) fn skip_leading<S: WhiteSpace>(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        match S::leading(bytes.get(at..).unwrap_or(&[])) {
            0 => return at,
            length => at += length,
        }
    }
}

/// Where the bytes end before their trailing white space.
pub(crate) fn skip_trailing<S: WhiteSpace>(bytes: &[u8]) -> usize {
    let mut end = bytes.len();
    loop {
        match S::trailing(bytes.get(..end).unwrap_or(&[])) {
            0 => return end,
            length => end -= length,
        }
    }
}

/// Which ends to strip.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ends {
    Both,
    Left,
    Right,
}

/// What is left of the bytes without white space at the ends.
pub(crate) fn strip_space<S: WhiteSpace>(bytes: &[u8], ends: Ends) -> Range<usize> {
    let start = if ends == Ends::Right { 0 } else { skip_leading::<S>(bytes) };
    let rest = bytes.get(start..).unwrap_or(&[]);
    let end = if ends == Ends::Left { bytes.len() } else { start + skip_trailing::<S>(rest) };
    start..end
}

/// What is left of the bytes without those of a set at the ends.
pub(crate) fn strip_bytes(bytes: &[u8], set: &[u8], ends: Ends) -> Range<usize> {
    let outside = |byte: &u8| !set.contains(byte);
    let start = if ends == Ends::Right { 0 } else { bytes.iter().position(outside).unwrap_or(bytes.len()) };
    let rest = bytes.get(start..).unwrap_or(&[]);
    let end = match ends {
        Ends::Left => bytes.len(),
        _ => start + rest.iter().rposition(outside).map_or(0, |last| last + 1),
    };
    start..end
}

/// The words between white space that is single bytes, at most `most` cuts from the left.
pub(crate) fn split_single(bytes: &[u8], most: usize, is_space: impl Fn(u8) -> bool) -> Parts {
    let mut parts = Parts::new();
    let mut rest = bytes;
    while let Some(space) = rest.iter().position(|&byte| !is_space(byte)) {
        rest = rest.get(space..).unwrap_or(&[]);
        let start = bytes.len() - rest.len();
        if parts.len() >= most {
            parts.push(start, bytes.len());
            break;
        }
        let length = rest.iter().position(|&byte| is_space(byte)).unwrap_or(rest.len());
        parts.push(start, start + length);
        rest = rest.get(length..).unwrap_or(&[]);
    }
    parts
}

/// A byte in all places of a word.
pub(crate) const fn everywhere(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

/// The highest bit in the place of each byte that is white space in a text, and other bits; the bytes are ASCII.
const fn text_spaces(word: u64) -> u64 {
    // From `\t` to `\r` and from 0x1c to the blank.
    const fn from(word: u64, least: u8) -> u64 {
        word + everywhere(0x80 - least)
    }
    (from(word, b'\t') ^ from(word, b'\r' + 1)) | (from(word, 0x1c) ^ from(word, b' ' + 1))
}

/// Where the words of a piece of an ASCII text begin and end: a bit for each byte that is white space and follows none, or
/// the other way round.
#[derive(Clone, Copy)]
pub(crate) struct WordEdges {
    /// 1 if a word goes on where the next piece starts.
    inside: u64,
}

impl WordEdges {
    /// How many bytes a piece has.
    pub(crate) const PIECE: usize = 64;

    /// Before a text.
    pub(crate) const fn new() -> WordEdges {
        WordEdges { inside: 0 }
    }

    /// The edges in the next piece. Behind the end of the text there are blanks.
    #[cfg_attr(not(target_os = "none"), inline(always))]
    pub(crate) fn next(&mut self, piece: &[u8; WordEdges::PIECE]) -> u64 {
        let mut letters = 0;
        for (number, word) in piece.as_chunks::<8>().0.iter().enumerate() {
            letters |= gather(!text_spaces(u64::from_le_bytes(*word)) & everywhere(0x80)) << (8 * number);
        }
        let edges = letters ^ (letters << 1 | self.inside);
        self.inside = letters >> 63;
        edges
    }
}

/// The highest bits of a word's bytes side by side; all other bits are 0.
#[cfg_attr(not(target_os = "none"), inline(always))]
const fn gather(highest: u64) -> u64 {
    // The product has them in its highest byte.
    (highest >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The words between white space, at most `most` cuts from the left.
pub(crate) fn split_space<S: WhiteSpace>(bytes: &[u8], most: usize) -> Parts {
    let mut parts = Parts::new();
    let mut at = skip_leading::<S>(bytes);
    while at < bytes.len() {
        if parts.len() >= most {
            parts.push(at, bytes.len());
            break;
        }
        let start = at;
        let mut space = 0;
        while at < bytes.len() {
            space = S::leading(bytes.get(at..).unwrap_or(&[]));
            if space != 0 {
                break;
            }
            at += 1;
        }
        parts.push(start, at);
        at += space;
        at += skip_leading::<S>(bytes.get(at..).unwrap_or(&[]));
    }
    parts
}

/// The words between white space, at most `most` cuts from the right; from left to right.
pub(crate) fn split_space_from_right<S: WhiteSpace>(bytes: &[u8], most: usize) -> Parts {
    let mut parts = Parts::new();
    let mut end = skip_trailing::<S>(bytes);
    while end > 0 {
        if parts.len() >= most {
            parts.push(0, end);
            break;
        }
        let mut start = end;
        let mut space = 0;
        while start > 0 {
            space = S::trailing(bytes.get(..start).unwrap_or(&[]));
            if space != 0 {
                break;
            }
            start -= 1;
        }
        parts.push(start, end);
        end = skip_trailing::<S>(bytes.get(..start.saturating_sub(space)).unwrap_or(&[]));
    }
    parts.reverse();
    parts
}

/// The parts between separators, at most `most` cuts from the left. The separator isn't empty.
pub(crate) fn split_on(bytes: &[u8], separator: &[u8], most: usize) -> Parts {
    let mut parts = Parts::new();
    let mut from = 0;
    if most > 0 {
        each_occurrence(bytes, separator, |at| {
            parts.push(from, at);
            from = at + separator.len();
            parts.len() < most
        });
    }
    parts.push(from, bytes.len());
    parts
}

/// The parts between separators, at most `most` cuts from the right; from left to right.
pub(crate) fn split_on_from_right(bytes: &[u8], separator: &[u8], most: usize) -> Parts {
    let mut parts = Parts::new();
    let mut end = bytes.len();
    if let &[separator] = separator {
        for at in memchr::memrchr_iter(separator, bytes).take(most) {
            parts.push(at + 1, end);
            end = at;
        }
    } else {
        while parts.len() < most {
            let Some(at) = find_last(bytes.get(..end).unwrap_or(&[]), separator) else { break };
            parts.push(at + separator.len(), end);
            end = at;
        }
    }
    parts.push(0, end);
    parts.reverse();
    parts
}
