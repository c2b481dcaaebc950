//! Line boundaries, tabs, and the indentation of docstrings.
//!
//! Text comes as the bytes of [`crate::wtf8`]; what is searched for has one to three bytes.

use alloc::vec::Vec;

/// The lines of a text as `str.splitlines` cuts them: each with the length of its line end.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    rest: &'a [u8],
    find: fn(&[u8]) -> Option<(usize, usize)>,
}

/// The lines of a text, at all of Unicode's line boundaries.
#[must_use]
pub const fn text_lines(text: &[u8]) -> Lines<'_> {
    Lines { rest: text, find: find_text_end }
}

/// The lines of bytes, at `\n`, `\r` and `\r\n` only, as `bytes.splitlines` cuts them.
#[must_use]
pub const fn byte_lines(bytes: &[u8]) -> Lines<'_> {
    Lines { rest: bytes, find: find_byte_end }
}

impl<'a> Iterator for Lines<'a> {
    /// The line without its end, and with it.
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (start, length) = (self.find)(self.rest).unwrap_or((self.rest.len(), 0));
        let (whole, rest) = self.rest.split_at_checked(start.saturating_add(length))?;
        self.rest = rest;
        Some((whole.get(..start)?, whole))
    }
}

/// A byte in all places of a word.
const fn everywhere(byte: u8) -> u64 {
    0x0101_0101_0101_0101u64.wrapping_mul(byte as u64)
}

/// Where a byte of the word may be a control character or one of the two given: the highest bit of its place is set, and
/// perhaps that of places behind it.
const fn suspects(word: u64, one: u8, other: u8) -> u64 {
    // A borrow reaches the highest bit of what is too small.
    const fn below(word: u64, limit: u8) -> u64 {
        word.wrapping_sub(everywhere(limit)) & !word
    }
    let (one, other) = (word ^ everywhere(one), word ^ everywhere(other));
    (below(word, b' ') | below(one, 1) | below(other, 1)) & everywhere(0x80)
}

/// The first byte for which the condition holds; it does for control characters and the two given bytes only.
fn position(bytes: &[u8], (one, other): (u8, u8), condition: impl Fn(&u8) -> bool) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut from = 0usize;
    for word in words {
        if suspects(u64::from_ne_bytes(*word), one, other) != 0
            && let Some(found) = word.iter().position(&condition)
        {
            return from.checked_add(found);
        }
        from = from.saturating_add(word.len());
    }
    from.checked_add(rest.iter().position(condition)?)
}

/// Start and length of the first line end.
fn find_byte_end(bytes: &[u8]) -> Option<(usize, usize)> {
    let start = position(bytes, (b'\n', b'\r'), |byte| matches!(byte, b'\n' | b'\r'))?;
    Some((start, if bytes.get(start..)?.starts_with(b"\r\n") { 2 } else { 1 }))
}

fn find_text_end(text: &[u8]) -> Option<(usize, usize)> {
    let mut from = 0usize;
    loop {
        let ends = |byte: &u8| matches!(byte, b'\n'..=b'\r' | 0x1c..=0x1e | 0xc2 | 0xe2);
        let found = position(text.get(from..)?, (0xc2, 0xe2), ends)?;
        let start = from.saturating_add(found);
        match text.get(start..)? {
            [b'\r', b'\n', ..] | [0xc2, 0x85, ..] => return Some((start, 2)),
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => return Some((start, 3)),
            [0xc2 | 0xe2, ..] => from = start.saturating_add(1),
            _ => return Some((start, 1)),
        }
    }
}

/// Whether a code point ends a line.
#[must_use]
pub const fn is_line_boundary(code: u32) -> bool {
    matches!(code, 0x0a..=0x0d | 0x1c..=0x1e | 0x85 | 0x2028 | 0x2029)
}

/// `str.expandtabs`: tabs become spaces up to the next column that `size` divides; none if it is zero.
///
/// Nothing if the result would be longer than `limit` bytes.
#[must_use]
pub fn expand_tabs(text: &[u8], size: usize, limit: usize) -> Option<Vec<u8>> {
    // Tabs at the ends of a few columns are the most that there are in most texts.
    const ROOM: usize = 24;
    let mut out = Vec::with_capacity(text.len().saturating_add(ROOM).min(limit));
    let mut column = 0usize;
    for byte in text {
        match byte {
            b'\t' => {
                let spaces = column.checked_rem(size).map_or(0, |used| size.saturating_sub(used));
                let length = out.len().checked_add(spaces).filter(|length| *length <= limit)?;
                out.try_reserve(spaces).ok()?;
                out.resize(length, b' ');
                column = column.saturating_add(spaces);
                continue;
            }
            b'\n' | b'\r' => column = 0,
            // The bytes that go on with a character take no column.
            0x80..=0xbf => {}
            _ => column = column.saturating_add(1),
        }
        out.push(*byte);
    }
    Some(out)
}

/// A docstring as the compiler stores it since Python 3.13: tabs expanded, the first line without leading
/// spaces, the others without the indentation that they share. Blank lines at either end stay.
#[must_use]
pub fn clean_docstring(text: &[u8]) -> Vec<u8> {
    let Some(text) = expand_tabs(text, 8, usize::MAX) else {
        return text.to_vec();
    };
    let indentation = |line: &[u8]| line.iter().take_while(|byte| **byte == b' ').count();
    let mut lines = text.split_inclusive(|byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let margin = lines
        .clone()
        .filter(|line| line.iter().any(|byte| !matches!(byte, b' ' | b'\n')))
        .map(indentation)
        .min()
        .unwrap_or(0);
    let mut out = Vec::with_capacity(text.len());
    out.extend_from_slice(first.get(indentation(first)..).unwrap_or_default());
    for line in lines {
        out.extend_from_slice(line.get(indentation(line).min(margin)..).unwrap_or_default());
    }
    out
}
