//! The text of a program and the way from byte offsets to lines and columns.
//!
//! Trees and errors hold byte offsets only. A [`Source`] is the text they refer to, together with the offsets at which its
//! lines start; it is what makes positions readable again.

use crate::tree::SourceRange;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A place in a source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The line, counted from 1.
    pub line: u32,
    /// Characters in front of it on its line; what `SyntaxError.offset` counts, less one.
    pub column: u32,
    /// Bytes of UTF-8 in front of it on its line; what `ast` calls `col_offset`.
    pub column_utf8: u32,
}

/// The text of a program.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    text: Cow<'a, str>,
    /// Where each line starts, in ascending order; the first entry is 0.
    line_starts: Vec<u32>,
    /// Lines in front of the text, which is a piece of a file.
    lines_before: u32,
    /// Where there is no text: the line and the column of each offset.
    places: Vec<(u32, u32)>,
}

impl<'a> Source<'a> {
    /// A source of decoded text. [`Source::decode`](crate::Source::decode) takes the bytes of a file.
    ///
    /// Offsets have 32 bits: text behind the fourth gigabyte is ignored.
    #[must_use]
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let line_starts = find_line_starts(text.as_bytes());
        Self { text, line_starts, lines_before: 0, places: Vec::new() }
    }

    /// What a tree refers to that was not read from a text: its offsets are indexes into a list of lines and columns, the
    /// columns in bytes.
    #[must_use]
    pub fn of_places(places: Vec<(u32, u32)>) -> Self {
        Self { places, ..Self::new("") }
    }

    /// A piece of a file, behind so many lines: whole statements of a module.
    #[must_use]
    pub fn piece(text: &'a str, lines_before: u32) -> Self {
        Self { lines_before, ..Self::new(text) }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The part of the text that a range covers; empty if the range is not within the text.
    #[must_use]
    pub fn slice(&self, range: SourceRange) -> &str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    /// The number of the line that holds a byte offset, counted from 1.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> u32 {
        if let Some((line, _)) = self.places.get(offset as usize) {
            return *line;
        }
        self.line_starts.partition_point(|start| *start <= offset).max(1) as u32 + self.lines_before
    }

    /// The offset at which a line starts.
    #[must_use]
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line.saturating_sub(self.lines_before) as usize).saturating_sub(1);
        let index = index.min(self.line_starts.len().saturating_sub(1));
        self.line_starts.get(index).copied().unwrap_or(0)
    }

    /// The number of lines; a text that ends in a newline has an empty last line.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32 + self.lines_before
    }

    /// The text of a line without its end.
    #[must_use]
    pub fn line_text(&self, line: u32) -> &str {
        let with_end = self.line_with_end(line);
        with_end.trim_end_matches(['\n', '\r'])
    }

    /// The text of a line with the newline that ends it, if one does.
    #[must_use]
    pub fn line_with_end(&self, line: u32) -> &str {
        let Some(index) = line.checked_sub(self.lines_before + 1).map(|index| index as usize) else { return "" };
        let Some(start) = self.line_starts.get(index) else { return "" };
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |next| *next as usize);
        self.text.get(*start as usize..end).unwrap_or("")
    }

    /// Line of a byte offset and bytes in front of it on that line. Unlike [`Source::location`] this does not look at the
    /// text, so that asking for every place on a long line takes no longer than for those on short ones.
    #[must_use]
    pub fn line_and_column_utf8(&self, offset: u32) -> (u32, u32) {
        if let Some(place) = self.places.get(offset as usize) {
            return *place;
        }
        let line = self.line_of(offset);
        (line, offset - self.line_start(line))
    }

    /// Line and column of a byte offset.
    ///
    /// An offset behind the end of the text counts on from there: the newline that is taken for granted at the end of a
    /// file has such a position.
    #[must_use]
    pub fn location(&self, offset: u32) -> Location {
        let (line, column_utf8) = self.line_and_column_utf8(offset);
        let start = offset.saturating_sub(column_utf8);
        let end = (offset as usize).min(self.text.len());
        let before = self.text.as_bytes().get(start as usize..end).unwrap_or(&[]);
        let continuation_bytes = before.iter().filter(|byte| **byte & 0xC0 == 0x80).count() as u32;
        Location { line, column: column_utf8.saturating_sub(continuation_bytes), column_utf8 }
    }
}

/// Lines end in `\n`, `\r\n` or a lone `\r`, as Python reads files.
fn find_line_starts(text: &[u8]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(text.len() / 32 + 1);
    starts.push(0);
    let mut bytes = text.iter().enumerate().peekable();
    while let Some((index, byte)) = bytes.next() {
        let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.peek().is_none_or(|(_, next)| **next != b'\n'));
        if ends_line {
            starts.push(index as u32 + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn columns_count_characters_and_bytes() {
        let source = Source::new("a = 1\r\nä = 2\rb\n");
        assert_eq!(source.line_count(), 4);
        assert_eq!(source.line_text(2), "ä = 2");
        let location = source.location(10);
        assert_eq!((location.line, location.column, location.column_utf8), (2, 2, 3));
        assert_eq!(source.location(99).line, 4);
    }
}
