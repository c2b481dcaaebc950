//! What keys do.

use super::history::History;
use super::keys::{Key, Keys};
use super::line::{Line, common_prefix};
use crate::Candidates;
use alloc::string::String;
use alloc::vec::Vec;

/// How much a block is indented.
const INDENT: usize = 4;
/// The columns that a list of candidates takes at most.
const LIST_COLUMNS: usize = 78;
/// The most candidates that are shown.
const MOST_SHOWN: usize = 96;

/// What a key asks for beyond the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing: the line is being edited.
    Edit,
    /// The line is whole: [`Editor::take_line`].
    Line,
    /// Tab: find what could stand at the cursor and give it to [`Editor::offer`].
    Complete,
    /// Ctrl-C: forget the line.
    Interrupt,
    /// Ctrl-D on an empty line.
    End,
    /// Ctrl-A on an empty line.
    Raw,
    /// Ctrl-B on an empty line.
    Banner,
    /// Ctrl-E on an empty line.
    Paste,
}

/// The editor of one line after the other.
#[derive(Clone, Debug)]
pub struct Editor {
    keys: Keys,
    pub(super) line: Line,
    history: History,
    /// Whether the line holds nothing but the indentation that it was started with.
    is_just_indented: bool,
    /// Whether lines are indented; not if a text is pasted that has its own indentation.
    indents: bool,
}

impl Default for Editor {
    fn default() -> Editor {
        Editor {
            keys: Keys::default(),
            line: Line::default(),
            history: History::default(),
            is_just_indented: false,
            indents: true,
        }
    }
}

impl Editor {
    /// Starts the first line of a statement.
    pub fn start(&mut self, prompt: String, out: &mut Vec<u8>) {
        self.indents = true;
        self.is_just_indented = false;
        self.line.start(prompt, String::new(), out);
    }

    /// Starts a further line of a statement, indented.
    pub fn go_on(&mut self, prompt: String, indentation: usize, out: &mut Vec<u8>) {
        let mut text = String::new();
        if self.indents {
            text.extend(core::iter::repeat_n(' ', indentation));
        }
        self.is_just_indented = !text.is_empty();
        self.line.start(prompt, text, out);
    }

    /// The line, after [`Action::Line`].
    pub fn take_line(&mut self) -> String {
        let line = self.line.take_text();
        self.history.push(&line);
        line
    }

    /// The line's text before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        self.line.before()
    }

    /// Takes a byte of the terminal's; what it draws is appended to `out`.
    pub fn feed(&mut self, byte: u8, out: &mut Vec<u8>) -> Action {
        let Some(key) = self.keys.feed(byte) else { return Action::Edit };
        let was_just_indented = core::mem::take(&mut self.is_just_indented);
        match key {
            Key::Control(3) => {
                self.history.rest();
                Action::Interrupt
            }
            Key::Control(4) if was_just_indented => Action::End,
            Key::Control(letter @ 1..=5) if self.line.text().is_empty() => match letter {
                1 => Action::Raw,
                2 => Action::Banner,
                4 => Action::End,
                _ => Action::Paste,
            },
            Key::Control(b'\r') => {
                out.extend_from_slice(b"\r\n");
                Action::Line
            }
            // What comes with its own indentation doesn't want ours.
            Key::Control(b'\t') if was_just_indented => {
                self.indents = false;
                Action::Edit
            }
            Key::Character(' ') if was_just_indented => {
                self.indents = false;
                self.line.show(" ", out);
                Action::Edit
            }
            Key::Control(b'\t') => Action::Complete,
            key => {
                self.edit(key, out);
                Action::Edit
            }
        }
    }

    fn edit(&mut self, key: Key, out: &mut Vec<u8>) {
        let line = &mut self.line;
        let (cursor, end) = (line.cursor(), line.text().len());
        match key {
            Key::Character(letter) => line.replace(cursor..cursor, letter.encode_utf8(&mut [0; 4]), out),
            Key::Control(1) | Key::Home => line.go_to(0, out),
            Key::Control(5) | Key::End => line.go_to(end, out),
            Key::Control(2) | Key::Left => line.go_to(line.left(), out),
            Key::Control(6) | Key::Right => line.go_to(line.right(), out),
            Key::Alt(b'b') | Key::WordLeft => line.go_to(line.word_left(), out),
            Key::Alt(b'f') | Key::WordRight => line.go_to(line.word_right(), out),
            Key::Control(4) | Key::Delete => remove(line, cursor, line.right(), out),
            Key::Control(8 | 0x7F) => {
                let before = line.before();
                let start = if !before.is_empty() && before.bytes().all(|byte| byte == b' ') {
                    (before.len() - 1) / INDENT * INDENT
                } else {
                    line.left()
                };
                remove(line, start, cursor, out);
            }
            Key::Control(11) => remove(line, cursor, end, out),
            Key::Control(21) => remove(line, 0, cursor, out),
            Key::Control(23) | Key::Alt(8 | 0x7F) => remove(line, line.word_left(), cursor, out),
            Key::Alt(b'd') => remove(line, cursor, line.word_right(), out),
            Key::Control(16) | Key::Up => {
                if let Some(text) = self.history.older(line.text()) {
                    line.show(&text, out);
                }
            }
            Key::Control(14) | Key::Down => {
                if let Some(text) = self.history.newer() {
                    line.show(&text, out);
                }
            }
            Key::Control(_) | Key::Alt(_) => {}
        }
    }

    /// Completes what stands before the cursor, as far as the candidates agree; lists them if that is no further.
    pub fn offer(&mut self, candidates: &Candidates, out: &mut Vec<u8>) {
        let Some((first, others)) = candidates.texts.split_first() else { return };
        let mut common = first.as_str();
        for other in others {
            common = common.get(..common_prefix(common, other)).unwrap_or("");
        }
        let typed = self.line.before().get(candidates.start..).unwrap_or("");
        let cursor = self.line.cursor();
        let same = common_prefix(typed, common);
        if others.is_empty() || common.len() > typed.len() {
            let rest = common.get(same..).unwrap_or("");
            self.line.replace(cursor - (typed.len() - same)..cursor, rest, out);
            return;
        }
        out.extend_from_slice(b"\r\n");
        list(&candidates.texts, out);
        self.line.draw_all(out);
    }
}

fn remove(line: &mut Line, start: usize, end: usize, out: &mut Vec<u8>) {
    if start < end {
        line.replace(start..end, "", out);
    }
}

/// The candidates' last parts in columns.
fn list(texts: &[String], out: &mut Vec<u8>) {
    let shown = |text: &String| text.rsplit('.').next().map_or(0, str::len);
    let width = texts.iter().map(shown).max().unwrap_or(0) + 2;
    let columns = (LIST_COLUMNS / width).max(1);
    let last = texts.len().min(MOST_SHOWN) - 1;
    for (at, text) in texts.iter().take(MOST_SHOWN).enumerate() {
        out.extend_from_slice(text.rsplit('.').next().unwrap_or("").as_bytes());
        if at == last || at % columns == columns - 1 {
            out.extend_from_slice(b"\r\n");
        } else {
            out.extend(core::iter::repeat_n(b' ', width - shown(text)));
        }
    }
    if texts.len() > MOST_SHOWN {
        out.extend_from_slice(b"...\r\n");
    }
}
