//! The board's end.

use super::{BANNER, END, ENTER, INTERRUPT, LEAVE, REQUEST, WINDOW};
use alloc::vec::Vec;

/// The answer to a request to paste: yes, the size of a window, and one window more.
const PASTE: &[u8] = &[b'R', 1, WINDOW.to_le_bytes()[0], WINDOW.to_le_bytes()[1], 1];
/// The answer to a request that is not known.
const UNKNOWN: &[u8] = b"R\0>";
/// There is room for another window.
const ROOM: &[u8] = &[1];

/// What to do about a byte: send something, then act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The bytes to send.
    pub send: &'static [u8],
    /// What to do when they are sent.
    pub then: Step,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Wait for the next byte.
    More,
    /// Run the program: [`Device::take_program`].
    Run,
    /// The program was too long: answer as if it had raised `MemoryError`.
    TooLong,
    /// The program was interrupted before it was whole: answer as if it had raised `KeyboardInterrupt`.
    Interrupted,
    /// Go back to the prompt for people.
    Leave,
    /// Clear everything and start anew.
    SoftReset,
}

/// How a program comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// As it is.
    Plain,
    /// In windows; so many bytes are left of this one.
    Paste { left: u16 },
    /// It is not wanted any more, but its end has to come first.
    Refused,
}

/// The state of the raw REPL while it waits for a program.
#[derive(Clone, Debug)]
pub struct Device {
    text: Vec<u8>,
    /// The most bytes of a program.
    most: usize,
    mode: Mode,
    too_long: bool,
}

impl Device {
    /// Waits for programs of at most so many bytes.
    #[must_use]
    pub const fn new(most: usize) -> Device {
        Device { text: Vec::new(), most, mode: Mode::Plain, too_long: false }
    }

    /// Forgets what came so far.
    pub fn clear(&mut self) {
        self.text = Vec::new();
        self.mode = Mode::Plain;
        self.too_long = false;
    }

    /// The program, after [`Step::Run`].
    pub fn take_program(&mut self) -> Vec<u8> {
        let program = core::mem::take(&mut self.text);
        self.clear();
        program
    }

    /// Takes a byte from the computer.
    pub fn feed(&mut self, byte: u8) -> Answer {
        match self.mode {
            Mode::Plain => self.plain(byte),
            Mode::Paste { left } => self.paste(byte, left),
            Mode::Refused if matches!(byte, INTERRUPT | END) => {
                self.clear();
                then(&[], Step::TooLong)
            }
            Mode::Refused => send(&[]),
        }
    }

    fn plain(&mut self, byte: u8) -> Answer {
        match byte {
            ENTER => {
                let request = match self.text.as_slice() {
                    [REQUEST, request] => Some(*request),
                    _ => None,
                };
                self.clear();
                match request {
                    Some(b'A') => {
                        self.mode = Mode::Paste { left: WINDOW };
                        send(PASTE)
                    }
                    Some(_) => send(UNKNOWN),
                    None => send(BANNER),
                }
            }
            LEAVE => {
                self.clear();
                then(&[], Step::Leave)
            }
            INTERRUPT => {
                self.clear();
                send(&[])
            }
            END if self.too_long => {
                self.clear();
                then(b"OK", Step::TooLong)
            }
            END if self.text.is_empty() => then(b"OK\r\n", Step::SoftReset),
            END => then(b"OK", Step::Run),
            byte => {
                self.push(byte);
                send(&[])
            }
        }
    }

    fn paste(&mut self, byte: u8, left: u16) -> Answer {
        match byte {
            INTERRUPT => {
                self.clear();
                then(&[END], Step::Interrupted)
            }
            END => then(&[END], Step::Run),
            byte => {
                self.push(byte);
                if self.too_long {
                    self.mode = Mode::Refused;
                    return send(&[END]);
                }
                let is_used_up = left <= 1;
                self.mode = Mode::Paste { left: if is_used_up { WINDOW } else { left - 1 } };
                send(if is_used_up { ROOM } else { &[] })
            }
        }
    }

    /// Keeps a byte, if there is room. Room is made in small steps: where it grows by doubling, the largest program that
    /// a board can take is a third of its memory.
    fn push(&mut self, byte: u8) {
        let length = self.text.len();
        let is_full = length == self.text.capacity();
        if self.too_long
            || length >= self.most
            || is_full && self.text.try_reserve_exact((length / 4).max(256)).is_err()
        {
            self.too_long = true;
            self.text = Vec::new();
        } else {
            self.text.push(byte);
        }
    }
}

const fn send(bytes: &'static [u8]) -> Answer {
    Answer { send: bytes, then: Step::More }
}

const fn then(bytes: &'static [u8], then: Step) -> Answer {
    Answer { send: bytes, then }
}
