//! The computer's end.

use super::{BANNER, END, ENTER, INTERRUPT, LEAVE, PROMPT, REQUEST};
use alloc::vec::Vec;

/// What a byte from the board means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The board waits for a program.
    Ready,
    /// The program printed this byte.
    Output(u8),
    /// A byte of the error text.
    Error(u8),
    /// The program has ended; error text came before if it failed. The board waits for the next one.
    Done,
    /// The board answered with something else than the protocol has: start again with [`Client::enter`].
    Confused,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing was sent yet.
    Outside,
    /// The banner is awaited; `program` is sent behind it if there is one.
    Banner,
    /// The board waits for a program.
    Ready,
    /// The two bytes that answer a request to paste are awaited.
    Answer,
    /// The two bytes of a window's size are awaited.
    Size,
    /// The program is being sent, in windows.
    Pasting,
    /// The program is sent; the board has to say that it has all of it.
    Acknowledge,
    /// `OK` is awaited.
    Accepted,
    /// The program runs.
    Output,
    /// The program has ended; its error text comes.
    Error,
    /// The prompt is awaited.
    Prompt,
}

/// The state of a connection to a board's raw REPL.
#[derive(Clone, Debug)]
pub struct Client {
    state: State,
    /// What is to be sent.
    outgoing: Vec<u8>,
    /// What came last, of what is not yet understood.
    seen: Vec<u8>,
    program: Vec<u8>,
    /// How much of the program is sent.
    sent: usize,
    window: usize,
    /// How many bytes the board has room for.
    room: usize,
    /// Whether the board may know how to paste.
    pastes: bool,
}

impl Default for Client {
    fn default() -> Client {
        Client::new()
    }
}

impl Client {
    /// Not connected yet: [`Client::enter`] is first.
    #[must_use]
    pub const fn new() -> Client {
        Client {
            state: State::Outside,
            outgoing: Vec::new(),
            seen: Vec::new(),
            program: Vec::new(),
            sent: 0,
            window: 0,
            room: 0,
            pastes: true,
        }
    }

    /// Interrupts what runs and enters the raw REPL; [`Event::Ready`] follows.
    pub fn enter(&mut self) {
        self.outgoing.extend_from_slice(&[b'\r', INTERRUPT, b'\r', ENTER]);
        self.expect(State::Banner);
    }

    /// Clears the board's memory and starts it anew, without its `main.py`; [`Event::Ready`] follows.
    pub fn soft_reset(&mut self) {
        self.outgoing.push(END);
        self.expect(State::Banner);
    }

    /// Runs a program when the board is ready; its output, its error text and [`Event::Done`] follow.
    pub fn run(&mut self, program: Vec<u8>) {
        self.program = program;
        if self.program.is_empty() {
            // No program at all would be a wish for a soft reset.
            self.program.push(b'\n');
        }
        self.sent = 0;
        if self.pastes {
            self.outgoing.extend_from_slice(&[REQUEST, b'A', ENTER]);
            self.expect(State::Answer);
        } else {
            self.send_plainly();
        }
    }

    /// Whether the board has all of the program.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.state, State::Output | State::Error | State::Prompt)
    }

    /// Interrupts the program that runs.
    pub fn interrupt(&mut self) {
        self.outgoing.push(INTERRUPT);
    }

    /// Goes back to the prompt for people.
    pub fn leave(&mut self) {
        self.outgoing.extend_from_slice(&[b'\r', LEAVE]);
        self.expect(State::Outside);
    }

    /// What is to be sent to the board now. Boards without flow control may need it in small pieces.
    #[must_use]
    pub fn take_outgoing(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.outgoing)
    }

    /// Takes a byte from the board.
    pub fn feed(&mut self, byte: u8) -> Option<Event> {
        match self.state {
            State::Outside => None,
            State::Banner => self.banner(byte),
            State::Ready => Some(self.confused()),
            State::Answer => self.answer(byte),
            State::Size => self.size(byte),
            State::Pasting | State::Acknowledge => self.pasting(byte),
            State::Accepted => match [self.seen.as_slice(), &[byte]].concat().as_slice() {
                b"O" => {
                    self.seen.push(byte);
                    None
                }
                b"OK" => {
                    self.expect(State::Output);
                    None
                }
                _ => Some(self.confused()),
            },
            State::Output if byte == END => {
                self.expect(State::Error);
                None
            }
            State::Output => Some(Event::Output(byte)),
            State::Error if byte == END => {
                self.expect(State::Prompt);
                None
            }
            State::Error => Some(Event::Error(byte)),
            State::Prompt if PROMPT == [byte] => {
                self.expect(State::Ready);
                Some(Event::Done)
            }
            State::Prompt => Some(self.confused()),
        }
    }

    fn expect(&mut self, state: State) {
        self.state = state;
        self.seen.clear();
    }

    fn confused(&mut self) -> Event {
        self.expect(State::Outside);
        Event::Confused
    }

    /// Whatever stands before the banner is passed over: a prompt, the output of what was interrupted or of `boot.py`.
    fn banner(&mut self, byte: u8) -> Option<Event> {
        if self.seen.len() == BANNER.len() {
            self.seen.remove(0);
        }
        self.seen.push(byte);
        if self.seen != BANNER {
            return None;
        }
        if self.program.is_empty() {
            self.expect(State::Ready);
            return Some(Event::Ready);
        }
        self.send_plainly();
        None
    }

    fn send_plainly(&mut self) {
        self.outgoing.append(&mut self.program);
        self.outgoing.push(END);
        self.expect(State::Accepted);
    }

    fn answer(&mut self, byte: u8) -> Option<Event> {
        self.seen.push(byte);
        match self.seen.as_slice() {
            [b'R' | b'r'] => {}
            [b'R', 1] => self.expect(State::Size),
            // A prompt follows, or the rest of the banner: the board has taken the request for a wish to start again.
            [b'R', 0] => {
                self.pastes = false;
                self.expect(State::Banner);
                self.seen.extend_from_slice(BANNER.strip_suffix(PROMPT).unwrap_or_default());
            }
            [b'r', b'a'] => {
                self.pastes = false;
                self.state = State::Banner;
            }
            _ => return Some(self.confused()),
        }
        None
    }

    fn size(&mut self, byte: u8) -> Option<Event> {
        self.seen.push(byte);
        if let &[low, high] = self.seen.as_slice() {
            self.window = usize::from(u16::from_le_bytes([low, high]));
            self.room = self.window;
            self.expect(State::Pasting);
            self.send_window();
        }
        None
    }

    fn pasting(&mut self, byte: u8) -> Option<Event> {
        match byte {
            1 => {
                self.room += self.window;
                self.send_window();
            }
            END => {
                if self.state == State::Pasting {
                    // The board wants no more of it.
                    self.outgoing.push(END);
                }
                self.program.clear();
                self.expect(State::Output);
            }
            _ => return Some(self.confused()),
        }
        None
    }

    /// Sends as much as the board has room for, and the end behind the last byte.
    fn send_window(&mut self) {
        if self.state != State::Pasting {
            return;
        }
        let rest = self.program.get(self.sent..).unwrap_or_default();
        let piece = rest.get(..self.room).unwrap_or(rest);
        self.outgoing.extend_from_slice(piece);
        self.sent += piece.len();
        self.room -= piece.len();
        if self.sent == self.program.len() {
            self.outgoing.push(END);
            self.expect(State::Acknowledge);
        }
    }
}
