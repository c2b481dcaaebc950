//! Standard input and output.

use crate::error::convert;
use crate::signals::{interrupt_waits, take_interrupt};
use crate::waiting::{until_readable, wait};
use ferropy_platform::{Console, Error, Stream};
use rustix::event::{PollFd, PollFlags};
use std::io::{self, BufRead, BufWriter, IsTerminal, Write};

/// The console of the process.
#[derive(Debug)]
pub(crate) struct HostConsole {
    out: BufWriter<io::Stdout>,
    out_is_terminal: bool,
    /// Nothing is kept back.
    is_unbuffered: bool,
    /// What was read of standard input holds more than was asked for.
    has_more: bool,
}

impl Default for HostConsole {
    fn default() -> Self {
        let out = io::stdout();
        let out_is_terminal = out.is_terminal();
        HostConsole { out: BufWriter::with_capacity(8192, out), out_is_terminal, is_unbuffered: false, has_more: false }
    }
}

impl HostConsole {
    /// From now on each piece of output is handed on at once.
    pub(crate) fn set_unbuffered(&mut self) {
        self.is_unbuffered = true;
    }
}

impl Console for HostConsole {
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> Result<(), Error> {
        let done = match stream {
            Stream::Out => {
                let written = self.out.write_all(bytes);
                if self.is_unbuffered || self.out_is_terminal && bytes.contains(&b'\n') {
                    written.and_then(|()| self.out.flush())
                } else {
                    written
                }
            }
            // What came before on standard output comes first.
            Stream::Err => self.out.flush().and_then(|()| io::stderr().write_all(bytes)),
        };
        done.map_err(|error| convert(&error))
    }

    fn flush(&mut self, stream: Stream) -> Result<(), Error> {
        let done = match stream {
            Stream::Out => self.out.flush(),
            Stream::Err => io::stderr().flush(),
        };
        done.map_err(|error| convert(&error))
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        self.flush(Stream::Out)?;
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
        self.flush(Stream::Out)?;
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
