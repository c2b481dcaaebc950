//! What the board asks for.

use super::SYNC;
use alloc::string::String;
use alloc::vec::Vec;

/// The most bytes of a name or of what is written: boards send far less, and a line full of noise shall cost no memory.
const MOST: usize = 1 << 16;

/// What a byte from the board means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A program printed these bytes; there is more than one where what looked like a call was none.
    Output(Vec<u8>),
    /// The board begins a call: it waits for [`SYNC`].
    Begin,
    /// A whole call: the board waits for the answer.
    Call(Call),
}

/// A call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Kind, size and times of a file; answered with metadata.
    Stat(String),
    /// Begins to list a folder; answered with a short status.
    List(String),
    /// The next entry of the folder; answered with an entry, or the end.
    Next,
    /// Opens a file in a mode as Python's `open` takes it; answered with a short status: its number, or an error.
    Open(String, String),
    /// Closes a file; not answered.
    Close(i8),
    /// Reads so many bytes, all that are left where the number is negative; answered with bytes.
    Read(i8, i32),
    /// Reads up to the end of a line; answered with bytes.
    ReadLine(i8),
    /// Writes; answered with a status: how many bytes were.
    Write(i8, Vec<u8>),
    /// Moves to an offset, counted from what the last number says (0: start, 1: here, 2: end); answered with a status.
    Seek(i8, i32, i8),
    /// Removes a file; answered with a status, as are those below.
    Remove(String),
    /// Renames a file or folder.
    Rename(String, String),
    /// Makes a folder.
    MakeFolder(String),
    /// Removes an empty folder.
    RemoveFolder(String),
}

/// The kind of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Byte,
    Number,
    Bytes,
}

/// The arguments of each call, by its number less one.
const CALLS: [&[Kind]; 13] = {
    use Kind::{Byte, Bytes, Number};
    [
        &[Bytes],
        &[Bytes],
        &[],
        &[Bytes, Bytes],
        &[Byte],
        &[Byte, Number],
        &[Byte],
        &[Byte, Bytes],
        &[Byte, Number, Byte],
        &[Bytes],
        &[Bytes, Bytes],
        &[Bytes],
        &[Bytes],
    ]
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Programs print.
    #[default]
    Output,
    /// The number of a call is awaited.
    Number,
    /// The arguments of the call with this number less one.
    Arguments(usize),
}

/// The computer's end: takes what the board sends apart. It holds no files; who does answers the calls.
#[derive(Clone, Debug, Default)]
pub struct Server {
    state: State,
    /// The arguments that came so far.
    arguments: Vec<u8>,
}

impl Server {
    /// Whether the board is in the middle of a call.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.state != State::Output
    }

    /// Takes a byte from the board.
    pub fn feed(&mut self, byte: u8) -> Option<Event> {
        match self.state {
            State::Output if byte == SYNC => {
                self.state = State::Number;
                None
            }
            State::Output => Some(Event::Output([byte].into())),
            State::Number => self.begin(byte),
            State::Arguments(number) => {
                self.arguments.push(byte);
                self.arguments(number)
            }
        }
    }

    fn begin(&mut self, byte: u8) -> Option<Event> {
        let number = usize::from(byte).wrapping_sub(1);
        if number >= CALLS.len() {
            self.state = State::Output;
            return Some(Event::Output([SYNC, byte].into()));
        }
        self.arguments.clear();
        self.state = State::Arguments(number);
        Some(Event::Begin)
    }

    /// The call that has no arguments is whole when it has begun.
    pub fn begun(&mut self) -> Option<Event> {
        match self.state {
            State::Arguments(number) if CALLS.get(number).is_some_and(|kinds| kinds.is_empty()) => {
                self.arguments(number)
            }
            _ => None,
        }
    }

    fn arguments(&mut self, number: usize) -> Option<Event> {
        let mut reader = Reader { rest: &self.arguments, is_whole: true, is_sane: true };
        let call = reader.call(number);
        if !reader.is_sane {
            self.state = State::Output;
            return Some(Event::Output(core::mem::take(&mut self.arguments)));
        }
        if !reader.is_whole {
            return None;
        }
        self.state = State::Output;
        Some(Event::Call(call?))
    }
}

/// Reads arguments from what came so far.
struct Reader<'a> {
    rest: &'a [u8],
    is_whole: bool,
    /// Whether lengths are such as boards send.
    is_sane: bool,
}

impl Reader<'_> {
    fn call(&mut self, number: usize) -> Option<Call> {
        Some(match number {
            0 => Call::Stat(self.text()),
            1 => Call::List(self.text()),
            2 => Call::Next,
            3 => Call::Open(self.text(), self.text()),
            4 => Call::Close(self.byte()),
            5 => Call::Read(self.byte(), self.number()),
            6 => Call::ReadLine(self.byte()),
            7 => Call::Write(self.byte(), self.bytes()),
            8 => Call::Seek(self.byte(), self.number(), self.byte()),
            9 => Call::Remove(self.text()),
            10 => Call::Rename(self.text(), self.text()),
            11 => Call::MakeFolder(self.text()),
            12 => Call::RemoveFolder(self.text()),
            _ => return None,
        })
    }

    fn take(&mut self, count: usize) -> &[u8] {
        match self.rest.split_at_checked(count) {
            Some((taken, rest)) => {
                self.rest = rest;
                taken
            }
            None => {
                (self.rest, self.is_whole) = (&[], false);
                &[]
            }
        }
    }

    fn byte(&mut self) -> i8 {
        self.take(1).first().map_or(0, |&byte| byte.cast_signed())
    }

    fn number(&mut self) -> i32 {
        self.take(4).first_chunk().map_or(0, |&bytes| i32::from_le_bytes(bytes))
    }

    fn bytes(&mut self) -> Vec<u8> {
        match usize::try_from(self.number()) {
            Ok(count) if count <= MOST => self.take(count).into(),
            _ => {
                self.is_sane = false;
                Vec::new()
            }
        }
    }

    fn text(&mut self) -> String {
        let bytes = self.bytes();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}
