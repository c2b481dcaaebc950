//! Standard input and output.

use crate::error::convert;
use crate::signals::{interrupt_waits, take_interrupt};
use crate::waiting::{until_readable, wait};
use crate::writing::write_some;
use ferropy_platform::{Console, Error, Stream};
use rustix::event::{PollFd, PollFlags};
use std::io::{self, BufRead, IsTerminal};
use std::os::fd::AsFd;

/// As much output is collected before it is handed on.
const COLLECTED: usize = 8192;

/// The console of the process.
#[derive(Debug)]
pub(crate) struct HostConsole {
    /// What was written and the system has not got yet, of output and of errors.
    out: Vec<u8>,
    errors: Vec<u8>,
    out_is_terminal: bool,
    /// Nothing is kept back.
    is_unbuffered: bool,
    /// What was read of standard input holds more than was asked for.
    has_more: bool,
    /// The system had no room for what was to be handed on, of output and of errors.
    is_behind: [bool; 2],
}

impl Default for HostConsole {
    fn default() -> Self {
        HostConsole {
            out: Vec::new(),
            errors: Vec::new(),
            out_is_terminal: io::stdout().is_terminal(),
            is_unbuffered: false,
            has_more: false,
            is_behind: [false; 2],
        }
    }
}

/// Hands bytes on; whether all are gone.
fn push(file: &impl AsFd, bytes: &mut Vec<u8>, waits: bool) -> Result<bool, Error> {
    let mut done = 0;
    let result = loop {
        match bytes.get(done..).unwrap_or_default() {
            [] => break Ok(true),
            left => match write_some(file, left, waits) {
                Ok(Some(count)) => done += count,
                Ok(None) => break Ok(false),
                Err(error) => break Err(error),
            },
        }
    };
    bytes.drain(..done.min(bytes.len()));
    result
}

impl HostConsole {
    /// From now on each piece of output is handed on at once.
    pub(crate) fn set_unbuffered(&mut self) {
        self.is_unbuffered = true;
    }

    /// Hands on what was written to a stream. What came before on standard output comes before errors if there is room.
    fn hand_on(&mut self, stream: Stream, waits: bool) -> Result<(), Error> {
        let is_out = stream == Stream::Out;
        let out = push(&io::stdout(), &mut self.out, waits && is_out);
        self.is_behind[0] = out == Ok(false);
        if is_out {
            return out.map(|_| ());
        }
        let errors = push(&io::stderr(), &mut self.errors, waits);
        self.is_behind[1] = errors == Ok(false);
        // Who writes to standard output is told of what went wrong there.
        errors.map(|_| ())
    }
}

impl Console for HostConsole {
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> Result<(), Error> {
        let is_wanted = match stream {
            Stream::Out => {
                self.out.extend_from_slice(bytes);
                self.is_unbuffered || self.out_is_terminal && bytes.contains(&b'\n') || self.out.len() >= COLLECTED
            }
            Stream::Err => {
                self.errors.extend_from_slice(bytes);
                true
            }
        };
        if is_wanted { self.hand_on(stream, false) } else { Ok(()) }
    }

    fn is_behind(&self, stream: Stream) -> bool {
        let [out, errors] = self.is_behind;
        if stream == Stream::Out { out } else { errors }
    }

    fn hand_over(&mut self) {
        // Whoever writes more is told of an error.
        let _ = self.hand_on(Stream::Err, false);
    }

    fn flush(&mut self, stream: Stream) -> Result<(), Error> {
        self.hand_on(stream, true)
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        self.hand_over();
        let mut input = io::stdin().lock();
        if !self.has_more {
            // The system takes a read up again that a signal ended.
            until_readable(&io::stdin())?;
        }
        let found = input.fill_buf().map_err(|error| convert(&error))?;
        let count = found.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), found.get(..count)) {
            to.copy_from_slice(from);
        }
        self.has_more = found.len() > count;
        input.consume(count);
        Ok(count)
    }

    fn wait_input(&mut self, nanoseconds: u64) -> Result<bool, Error> {
        self.hand_over();
        if self.has_more {
            return Ok(true);
        }
        let input = io::stdin();
        match wait(vec![PollFd::new(&input, PollFlags::IN)], nanoseconds) {
            Ok(found) => Ok(found.iter().any(|flags| !flags.is_empty())),
            Err(Error::INTERRUPTED) => Err(Error::INTERRUPTED),
            // What can't be asked is read.
            Err(_) => Ok(true),
        }
    }

    fn is_terminal(&self, descriptor: u32) -> bool {
        match descriptor {
            0 => io::stdin().is_terminal(),
            1 => self.out_is_terminal,
            _ => io::stderr().is_terminal(),
        }
    }

    fn take_interrupt(&mut self) -> bool {
        take_interrupt()
    }

    fn interrupt_flag(&self) -> Option<fn() -> bool> {
        Some(interrupt_waits)
    }
}

impl Drop for HostConsole {
    fn drop(&mut self) {
        // Signals of the program end no wait any more, but the user may.
        for stream in [Stream::Out, Stream::Err] {
            while self.flush(stream) == Err(Error::INTERRUPTED) && !interrupt_waits() {
                crate::signals::forget_noted();
            }
        }
    }
}
