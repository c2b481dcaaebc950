//! The packed table that gives each instruction its place in the source.
//!
//! A sequence of entries, each for the instructions from where the last one ended: `words` (how many words it
//! covers), then `line` (signed difference to the entry before; the first to `CodeObject::first_line`), `lines`
//! (end line minus line), `column`, `end_column` (both in bytes of UTF-8 from the start of their line). All are
//! variable-length numbers of 7 bits a byte, low bits first, the high bit set where more follow; signed ones are
//! zigzag-coded. `words` is shifted left by one; its lowest bit is set for instructions without a place.
//!
//! A table of [frozen](crate::frozen) code has lines only: nobody can show their text, so columns mean nothing to anyone.

use alloc::vec::Vec;

/// A place in the source: lines count from 1, columns in bytes of UTF-8 from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// First line; 0 means that there is no place.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// Column of the first character in `line`.
    pub column: u32,
    /// Column behind the last character in `end_line`.
    pub end_column: u32,
}

/// Writes the table while code is emitted.
#[derive(Debug)]
pub struct PositionsBuilder {
    bytes: Vec<u8>,
    line: u32,
    current: Position,
    words: u32,
}

impl PositionsBuilder {
    /// An empty table for code that starts at `first_line`.
    #[must_use]
    pub fn new(first_line: u32) -> Self {
        PositionsBuilder { bytes: Vec::new(), line: first_line, current: Position::default(), words: 0 }
    }

    /// `words` further words of instructions belong to `position`.
    pub fn add(&mut self, words: u32, position: Position) {
        if position != self.current {
            self.flush();
            self.current = position;
        }
        self.words = self.words.saturating_add(words);
    }

    fn flush(&mut self) {
        if self.words == 0 {
            return;
        }
        let Position { line, end_line, column, end_column } = self.current;
        write_varint(&mut self.bytes, u64::from(self.words) << 1 | u64::from(line == 0));
        if line != 0 {
            write_varint(&mut self.bytes, zigzag(i64::from(line) - i64::from(self.line)));
            write_varint(&mut self.bytes, u64::from(end_line.saturating_sub(line)));
            write_varint(&mut self.bytes, u64::from(column));
            write_varint(&mut self.bytes, u64::from(end_column));
            self.line = line;
        }
        self.words = 0;
    }

    /// The finished table.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        self.flush();
        self.bytes
    }
}

/// Goes through a table entry by entry: first word, number of words, place.
#[derive(Clone, Debug)]
pub struct Positions<'a> {
    bytes: &'a [u8],
    line: u32,
    word: u32,
    has_columns: bool,
}

impl<'a> Positions<'a> {
    /// The entries of a packed table. A damaged table ends early; it never fails.
    #[must_use]
    pub fn new(bytes: &'a [u8], first_line: u32) -> Self {
        Positions { bytes, line: first_line, word: 0, has_columns: true }
    }

    /// The entries of a table that has lines only.
    #[must_use]
    pub fn of_lines(bytes: &'a [u8], first_line: u32) -> Self {
        Positions { bytes, line: first_line, word: 0, has_columns: false }
    }

    /// The place of the instruction that contains word `pc`; the default (line 0) if it has none. Where the table was left
    /// out it is the first line.
    #[must_use]
    pub fn find(mut self, pc: u32) -> Position {
        if self.bytes.is_empty() {
            return Position { line: self.line, end_line: self.line, column: 0, end_column: 0 };
        }
        self.find_map(|(start, words, position)| (pc >= start && pc - start < words).then_some(position))
            .unwrap_or_default()
    }
}

impl Iterator for Positions<'_> {
    type Item = (u32, u32, Position);

    fn next(&mut self) -> Option<Self::Item> {
        let head = read_varint(&mut self.bytes)?;
        let words = u32::try_from(head >> 1).ok()?;
        let start = self.word;
        self.word = self.word.checked_add(words)?;
        if head & 1 == 1 {
            return Some((start, words, Position::default()));
        }
        let delta = unzigzag(read_varint(&mut self.bytes)?);
        self.line = u32::try_from(i64::from(self.line).checked_add(delta)?).ok()?;
        if !self.has_columns {
            return Some((start, words, Position { line: self.line, end_line: self.line, column: 0, end_column: 0 }));
        }
        let lines = u32::try_from(read_varint(&mut self.bytes)?).ok()?;
        let column = u32::try_from(read_varint(&mut self.bytes)?).ok()?;
        let end_column = u32::try_from(read_varint(&mut self.bytes)?).ok()?;
        let end_line = self.line.checked_add(lines)?;
        Some((start, words, Position { line: self.line, end_line, column, end_column }))
    }
}

/// The table of the same lines, without all else.
#[must_use]
pub fn lines_only(positions: Positions<'_>, first_line: u32) -> Vec<u8> {
    let (mut bytes, mut last) = (Vec::new(), first_line);
    let mut entries = positions.map(|(_, words, position)| (words, position.line)).peekable();
    while let Some((mut words, line)) = entries.next() {
        while let Some((more, _)) = entries.next_if(|&(_, next)| next == line) {
            words += more;
        }
        write_varint(&mut bytes, u64::from(words) << 1 | u64::from(line == 0));
        if line != 0 {
            write_varint(&mut bytes, zigzag(i64::from(line) - i64::from(last)));
            last = line;
        }
    }
    bytes
}

pub(crate) const fn zigzag(value: i64) -> u64 {
    (value << 1 ^ value >> 63) as u64
}

pub(crate) const fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// Appends a number, 7 bits a byte, low bits first.
pub(crate) fn write_varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Takes a number written by [`write_varint`] off the front; `None` if the bytes end or the number is too long.
pub(crate) fn read_varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}
