//! The line that is being edited, and how it looks on the screen.
//!
//! A line is drawn where the prompt stands. As long as it fits into a row, moving and editing draw what changes and
//! nothing else. A line that is longer wraps as it is typed, as the terminal does it; only when something is changed
//! before its end, it is drawn once more in a row of its own, a *view* of the part around the cursor: where the
//! terminal has wrapped the line, nobody here knows.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;
use ferropy_unicode::identifier;
use ferropy_unicode::width::{text_width, width};

/// The columns of a row: terminals are seldom narrower.
const COLUMNS: usize = 80;
/// The least room for a line beside its prompt.
const LEAST_ROOM: usize = 16;
/// The most bytes of a line.
const BYTES: usize = 4096;

const BELL: u8 = 7;
const ERASE_TO_END: &[u8] = b"\x1b[K";

/// A line and its cursor. The screen shows what the fields say: who changes them draws it.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    prompt: String,
    text: String,
    /// The byte of the text that the cursor stands on.
    cursor: usize,
    /// The byte of the text where its view starts, if it has one.
    view: Option<usize>,
}

impl Line {
    /// Starts a line: draws the prompt and the text.
    pub(super) fn start(&mut self, prompt: String, text: String, out: &mut Vec<u8>) {
        self.prompt = prompt;
        self.cursor = text.len();
        self.text = text;
        self.view = None;
        self.draw_all(out);
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn take_text(&mut self) -> String {
        self.cursor = 0;
        self.view = None;
        core::mem::take(&mut self.text)
    }

    pub(super) fn cursor(&self) -> usize {
        self.cursor
    }

    /// The text before the cursor.
    pub(super) fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or("")
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or("")
    }

    /// The place one character to the left; marks go with what they stand on.
    pub(super) fn left(&self) -> usize {
        let mut place = self.cursor;
        for letter in self.before().chars().rev() {
            place -= letter.len_utf8();
            if width(letter.into()) > 0 {
                break;
            }
        }
        place
    }

    /// The place one character to the right.
    pub(super) fn right(&self) -> usize {
        let mut place = self.cursor;
        for letter in self.after().chars() {
            if place > self.cursor && width(letter.into()) > 0 {
                break;
            }
            place += letter.len_utf8();
        }
        place
    }

    /// The start of the word that the cursor is in or behind.
    pub(super) fn word_left(&self) -> usize {
        let mut place = self.cursor;
        let mut inside = false;
        for letter in self.before().chars().rev() {
            if is_word(letter) {
                inside = true;
            } else if inside {
                break;
            }
            place -= letter.len_utf8();
        }
        place
    }

    /// The end of the word that the cursor is in or before.
    pub(super) fn word_right(&self) -> usize {
        let mut place = self.cursor;
        let mut inside = false;
        for letter in self.after().chars() {
            if is_word(letter) {
                inside = true;
            } else if inside {
                break;
            }
            place += letter.len_utf8();
        }
        place
    }

    /// Moves the cursor.
    pub(super) fn go_to(&mut self, place: usize, out: &mut Vec<u8>) {
        if place == self.cursor {
            return;
        }
        self.open_view_if_wrapped(out);
        let from = core::mem::replace(&mut self.cursor, place);
        if self.view.is_some_and(|start| !(start..=self.shown_end()).contains(&place)) {
            self.draw_view(out);
        } else if place < from {
            move_left(self.columns(place..from), out);
        } else {
            self.move_right(from..place, out);
        }
    }

    /// Puts a text in the place of another one; the cursor stands behind it then. A bell if there is no room.
    pub(super) fn replace(&mut self, range: Range<usize>, text: &str, out: &mut Vec<u8>) {
        if self.text.len() + text.len() > BYTES || self.text.try_reserve(text.len()).is_err() {
            out.push(BELL);
            return;
        }
        if self.view.is_none() && range.start == self.text.len() && self.cursor == range.start {
            self.text.push_str(text);
            self.cursor = self.text.len();
            out.extend_from_slice(text.as_bytes());
            return;
        }
        self.go_to(range.start, out);
        self.open_view_if_wrapped(out);
        let start = range.start;
        let before = self.columns(start..self.shown_end());
        // Both ends are where characters end.
        if self.text.is_char_boundary(range.start) && self.text.is_char_boundary(range.end) && range.start <= range.end
        {
            self.text.replace_range(range, text);
        }
        self.cursor = start + text.len();
        if self.cursor < self.text.len() && !self.fits() {
            self.view = self.view.or(Some(0));
        } else if self.view == Some(0) && self.fits() {
            self.view = None;
        }
        let end = self.shown_end();
        if self.cursor > end {
            self.draw_view(out);
            return;
        }
        out.extend_from_slice(self.text.get(start..end).unwrap_or("").as_bytes());
        if self.columns(start..end) < before {
            out.extend_from_slice(ERASE_TO_END);
        }
        move_left(self.columns(self.cursor..end), out);
    }

    /// Shows another text instead, the cursor at its end; what both start with stays.
    pub(super) fn show(&mut self, text: &str, out: &mut Vec<u8>) {
        let same = common_prefix(&self.text, text);
        self.replace(same..self.text.len(), text.get(same..).unwrap_or(""), out);
    }

    /// Draws prompt and line where the cursor of the screen is, at the start of a row.
    pub(super) fn draw_all(&mut self, out: &mut Vec<u8>) {
        if self.view.is_some() || self.cursor < self.text.len() && !self.fits() {
            self.draw_view(out);
            return;
        }
        out.extend_from_slice(self.prompt.as_bytes());
        out.extend_from_slice(self.text.as_bytes());
        move_left(text_width(self.after()), out);
    }

    /// The last line of the prompt: what stands in the row.
    fn row_prompt(&self) -> &str {
        self.prompt.rsplit('\n').next().unwrap_or("")
    }

    /// The columns beside the prompt.
    fn room(&self) -> usize {
        COLUMNS.saturating_sub(1 + visible_width(self.row_prompt())).max(LEAST_ROOM)
    }

    fn fits(&self) -> bool {
        text_width(&self.text) <= self.room()
    }

    fn columns(&self, range: Range<usize>) -> usize {
        self.text.get(range).map_or(0, text_width)
    }

    /// The byte behind the last one that is on the screen.
    fn shown_end(&self) -> usize {
        let Some(start) = self.view else { return self.text.len() };
        let mut room = self.room();
        let mut end = start;
        for letter in self.text.get(start..).unwrap_or("").chars() {
            let Some(left) = room.checked_sub(width(letter.into())) else { break };
            room = left;
            end += letter.len_utf8();
        }
        end
    }

    /// A line that the terminal may have wrapped gets a row of its own, before something in it changes.
    fn open_view_if_wrapped(&mut self, out: &mut Vec<u8>) {
        if self.view.is_none() && !self.fits() {
            out.extend_from_slice(b"\r\n");
            self.draw_view(out);
        }
    }

    /// Draws the row anew, with the cursor in its middle.
    fn draw_view(&mut self, out: &mut Vec<u8>) {
        let mut room = self.room() / 2;
        let mut start = self.cursor;
        for letter in self.before().chars().rev() {
            let Some(left) = room.checked_sub(width(letter.into())) else { break };
            room = left;
            start -= letter.len_utf8();
        }
        self.view = Some(start);
        let end = self.shown_end();
        out.push(b'\r');
        out.extend_from_slice(self.row_prompt().as_bytes());
        out.extend_from_slice(self.text.get(start..end).unwrap_or("").as_bytes());
        out.extend_from_slice(ERASE_TO_END);
        move_left(self.columns(self.cursor..end), out);
    }

    /// Over what stands there: by writing it again, where that is shorter.
    fn move_right(&self, range: Range<usize>, out: &mut Vec<u8>) {
        let columns = self.columns(range.clone());
        let text = self.text.get(range).unwrap_or("");
        if text.len() <= 4 {
            out.extend_from_slice(text.as_bytes());
        } else {
            move_by(columns, b'C', out);
        }
    }
}

fn is_word(letter: char) -> bool {
    identifier::is_continue(letter.into())
}

fn move_left(columns: usize, out: &mut Vec<u8>) {
    if columns <= 4 {
        out.extend(core::iter::repeat_n(8, columns));
    } else {
        move_by(columns, b'D', out);
    }
}

/// ESC [ number and a letter.
fn move_by(columns: usize, direction: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    let mut unit = 1;
    while columns / unit >= 10 {
        unit *= 10;
    }
    while unit > 0 {
        out.push(b'0' + (columns / unit % 10) as u8);
        unit /= 10;
    }
    out.push(direction);
}

/// How many bytes two texts have in common at their start, in whole characters.
pub(super) fn common_prefix(one: &str, other: &str) -> usize {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    same.map(|(letter, _)| letter.len_utf8()).sum()
}

/// The columns of a prompt, which may have colours in it.
fn visible_width(text: &str) -> usize {
    let mut columns = 0;
    let mut in_sequence = false;
    for letter in text.chars() {
        if in_sequence {
            in_sequence = !letter.is_ascii_alphabetic();
        } else if letter == '\x1b' {
            in_sequence = true;
        } else {
            columns += width(letter.into());
        }
    }
    columns
}
