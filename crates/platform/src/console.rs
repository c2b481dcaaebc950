//! Standard input and output, and the user's wish to interrupt.

use crate::Error;

/// An output stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// The console.
pub trait Console {
    /// Writes all bytes. May block, or keep what the host has no room for now: see [`Console::is_behind`].
    ///
    /// # Errors
    /// What the host reports, such as [`Error::BROKEN_PIPE`].
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> Result<(), Error>;

    /// Writes text. A serial console sends a carriage return in front of each newline; what is written with
    /// [`Console::write`] goes out as it is.
    ///
    /// # Errors
    /// Those of [`Console::write`].
    fn write_text(&mut self, stream: Stream, text: &[u8]) -> Result<(), Error> {
        self.write(stream, text)
    }

    /// Whether more was written than the host takes at the moment: who writes should wait until the stream is ready, and
    /// [`Console::flush`] it.
    fn is_behind(&self, _stream: Stream) -> bool {
        false
    }

    /// Hands what was written to the host, as far as it takes it without a wait.
    fn hand_over(&mut self) {
        // Whoever writes more is told of an error.
        let _ = self.flush(Stream::Out);
    }

    /// Hands what was written to the host.
    ///
    /// # Errors
    /// What the host reports; [`Error::INTERRUPTED`] when an interrupt arrives while it waits, and what is left is kept.
    fn flush(&mut self, _stream: Stream) -> Result<(), Error> {
        Ok(())
    }

    /// Reads at least one byte, blocking until there is one; 0 at the end of the input.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`] when an interrupt arrives first.
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error>;

    /// Waits until there is something to read, or its end, but no longer than that many nanoseconds: whether there is.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`] when an interrupt arrives first, [`Error::UNSUPPORTED`] where nobody can know.
    fn wait_input(&mut self, _nanoseconds: u64) -> Result<bool, Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Says which byte of the input interrupts instead of being read: 3, which is Ctrl-C, while programs run on a serial
    /// console, none at its prompt. Consoles that learn of interrupts in another way do nothing.
    fn set_interrupt_byte(&mut self, _byte: Option<u8>) {}

    /// Takes the byte that interrupts out of what was typed and nobody has read: it came in front of what runs now, but
    /// behind what started it. What is before it is dropped.
    fn interrupt_by_typed(&mut self) {}

    /// Whether standard input (0), output (1) or error (2) is a terminal.
    fn is_terminal(&self, descriptor: u32) -> bool;

    /// Whether this is a serial line: the Enter key is a carriage return there, and nobody but who reads shows what is
    /// typed.
    fn is_serial(&self) -> bool {
        false
    }

    /// Whether the user asked to interrupt since the last call. Cheap: called every few microseconds.
    fn take_interrupt(&mut self) -> bool;

    /// A function that tells whether an interrupt waits, without taking it: long computations ask it while they can't
    /// reach the console. Nothing where there is none; they then run to their end.
    fn interrupt_flag(&self) -> Option<fn() -> bool> {
        None
    }
}
