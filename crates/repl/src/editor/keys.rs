//! From bytes to keys: UTF-8, control characters, and the sequences that terminals send for other keys.

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A character to insert.
    Character(char),
    /// A control character by its number: Ctrl-A is 1.
    Control(u8),
    /// Alt and a letter, or Alt and a control character.
    Alt(u8),
    Up,
    Down,
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    Delete,
}

/// What the last bytes were the beginning of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Nothing,
    /// A character in UTF-8: its bits so far, how many bytes are still to come, and the least code point that may be
    /// written so long.
    Character { bits: u32, left: u8, least: u32 },
    /// ESC.
    Escape,
    /// ESC [ and its first parameter, and the last one.
    Sequence { first: u8, last: u8 },
    /// ESC O.
    Single,
}

/// Puts keys together.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    state: State,
    /// The line end that was a key, so that the other one of a pair is none.
    line_end: u8,
}

const ESCAPE: u8 = 27;

impl Keys {
    /// Takes a byte; the key that it completes. What is no key is passed over.
    pub(super) fn feed(&mut self, byte: u8) -> Option<Key> {
        match core::mem::take(&mut self.state) {
            State::Character { bits, left, least } if byte & 0xC0 == 0x80 => self.more(bits, byte, left, least),
            State::Nothing | State::Character { .. } => self.first(byte),
            // Whatever was begun: these are meant.
            _ if byte < 0x20 && byte != ESCAPE && byte != 8 => self.first(byte),
            State::Escape => match byte {
                b'[' => {
                    self.state = State::Sequence { first: 0, last: 0 };
                    None
                }
                b'O' => {
                    self.state = State::Single;
                    None
                }
                ESCAPE => self.first(byte),
                _ => Some(Key::Alt(byte)),
            },
            State::Sequence { first, last } => self.sequence(byte, first, last),
            State::Single => named(byte),
        }
    }

    fn first(&mut self, byte: u8) -> Option<Key> {
        let before = core::mem::take(&mut self.line_end);
        match byte {
            b'\r' | b'\n' => {
                if before != 0 && before != byte {
                    return None;
                }
                self.line_end = byte;
                Some(Key::Control(b'\r'))
            }
            ESCAPE => {
                self.state = State::Escape;
                None
            }
            0x20..=0x7E => Some(Key::Character(char::from(byte))),
            0..0x20 | 0x7F => Some(Key::Control(byte)),
            0xC2..=0xDF => self.begin(byte & 0x1F, 1, 0x80),
            0xE0..=0xEF => self.begin(byte & 0x0F, 2, 0x800),
            0xF0..=0xF4 => self.begin(byte & 0x07, 3, 0x1_0000),
            _ => None,
        }
    }

    fn begin(&mut self, bits: u8, left: u8, least: u32) -> Option<Key> {
        self.state = State::Character { bits: bits.into(), left, least };
        None
    }

    fn more(&mut self, bits: u32, byte: u8, left: u8, least: u32) -> Option<Key> {
        let bits = bits << 6 | u32::from(byte & 0x3F);
        if left > 1 {
            self.state = State::Character { bits, left: left - 1, least };
            return None;
        }
        char::from_u32(bits).filter(|_| bits >= least.max(0xA0)).map(Key::Character)
    }

    fn sequence(&mut self, byte: u8, first: u8, last: u8) -> Option<Key> {
        match byte {
            b'0'..=b'9' => {
                let last = last.saturating_mul(10).saturating_add(byte - b'0');
                self.state = State::Sequence { first, last };
                None
            }
            b';' => {
                self.state = State::Sequence { first: last, last: 0 };
                None
            }
            b'~' => match if first == 0 { last } else { first } {
                1 | 7 => Some(Key::Home),
                3 => Some(Key::Delete),
                4 | 8 => Some(Key::End),
                _ => None,
            },
            // With Alt or Ctrl the arrows go further.
            b'C' if matches!(last, 3 | 5) => Some(Key::WordRight),
            b'D' if matches!(last, 3 | 5) => Some(Key::WordLeft),
            ESCAPE => self.first(byte),
            0x40..=0x7E => named(byte),
            0x20..0x40 => {
                self.state = State::Sequence { first, last };
                None
            }
            _ => None,
        }
    }
}

/// The keys whose sequences end in a letter.
fn named(byte: u8) -> Option<Key> {
    match byte {
        b'A' => Some(Key::Up),
        b'B' => Some(Key::Down),
        b'C' => Some(Key::Right),
        b'D' => Some(Key::Left),
        b'F' => Some(Key::End),
        b'H' => Some(Key::Home),
        _ => None,
    }
}
