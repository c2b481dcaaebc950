//! The desktop as a board: its console is a serial line, which is a connection or a pair of streams. A thread reads what
//! comes, so that the byte that interrupts is seen while a program runs.

use crate::Host;
use crate::error::convert;
use crate::files::HostFiles;
use crate::signals::{interrupt_waits, request_interrupt, take_interrupt};
use ferropy_platform::{Clock, Console, Entropy, Error, Files, Hardware, Platform, Process, Stream};
use std::collections::VecDeque;
use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A serial line. Its copies are the same line.
#[derive(Clone, Default)]
pub struct SerialLine {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    input: Mutex<Input>,
    arrived: Condvar,
    /// Whoever listens; what is written while nobody does is lost.
    output: Mutex<Option<Box<dyn Write + Send>>>,
}

#[derive(Default)]
struct Input {
    bytes: VecDeque<u8>,
    is_closed: bool,
    interrupt_byte: Option<u8>,
}

impl std::fmt::Debug for SerialLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SerialLine")
    }
}

/// A thread that panicked has left the data as they were: they are bytes.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl SerialLine {
    /// Says where output goes from now on.
    pub fn connect(&self, output: Box<dyn Write + Send>) {
        *lock(&self.shared.output) = Some(output);
    }

    /// Takes what comes until there is no more; the line stays open.
    pub fn listen(&self, mut input: impl Read) {
        let mut chunk = [0; 1024];
        loop {
            let count = match input.read(&mut chunk) {
                Ok(0) => return,
                Ok(count) => count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(_) => return,
            };
            let mut state = lock(&self.shared.input);
            for &byte in chunk.get(..count).unwrap_or_default() {
                if state.interrupt_byte == Some(byte) {
                    state.bytes.clear();
                    request_interrupt();
                } else {
                    state.bytes.push_back(byte);
                }
            }
            self.shared.arrived.notify_all();
        }
    }

    /// Nothing will come any more.
    pub fn close(&self) {
        lock(&self.shared.input).is_closed = true;
        self.shared.arrived.notify_all();
    }

    /// The next byte, when it comes; nothing at the end.
    #[must_use]
    pub fn next_byte(&self) -> Option<u8> {
        let mut state = lock(&self.shared.input);
        loop {
            if let Some(byte) = state.bytes.pop_front() {
                return Some(byte);
            }
            if state.is_closed {
                return None;
            }
            state = self.shared.arrived.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until there is a byte, or the end, or an interrupt; nothing if none comes before the deadline.
    fn wait(&self, deadline: Option<Instant>) -> Result<Option<MutexGuard<'_, Input>>, Error> {
        // An interrupt is noticed at the latest after one.
        const PIECE: Duration = Duration::from_millis(50);
        let mut state = lock(&self.shared.input);
        loop {
            if interrupt_waits() {
                return Err(Error::INTERRUPTED);
            }
            if !state.bytes.is_empty() || state.is_closed {
                return Ok(Some(state));
            }
            let mut time = PIECE;
            if let Some(deadline) = deadline {
                time = deadline.saturating_duration_since(Instant::now()).min(PIECE);
                if time.is_zero() {
                    return Ok(None);
                }
            }
            state = self.shared.arrived.wait_timeout(state, time).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Console for SerialLine {
    fn write(&mut self, _: Stream, bytes: &[u8]) -> Result<(), Error> {
        let mut output = lock(&self.shared.output);
        let Some(writer) = output.as_mut() else { return Ok(()) };
        if let Err(error) = writer.write_all(bytes).and_then(|()| writer.flush()) {
            *output = None;
            // Who has hung up is not a program's error.
            return if error.kind() == std::io::ErrorKind::BrokenPipe { Ok(()) } else { Err(convert(&error)) };
        }
        Ok(())
    }

    fn write_text(&mut self, stream: Stream, text: &[u8]) -> Result<(), Error> {
        let mut bytes = Vec::with_capacity(text.len() + 8);
        for &byte in text {
            if byte == b'\n' {
                bytes.push(b'\r');
            }
            bytes.push(byte);
        }
        self.write(stream, &bytes)
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        let Some(mut state) = self.wait(None)? else { return Ok(0) };
        let count = state.bytes.len().min(buffer.len());
        for (place, byte) in buffer.iter_mut().zip(state.bytes.drain(..count)) {
            *place = byte;
        }
        Ok(count)
    }

    fn wait_input(&mut self, nanoseconds: u64) -> Result<bool, Error> {
        let deadline = Instant::now().checked_add(Duration::from_nanos(nanoseconds));
        Ok(self.wait(deadline)?.is_some())
    }

    fn set_interrupt_byte(&mut self, byte: Option<u8>) {
        lock(&self.shared.input).interrupt_byte = byte;
    }

    fn interrupt_by_typed(&mut self) {
        let mut state = lock(&self.shared.input);
        let byte = state.interrupt_byte;
        if let Some(at) = state.bytes.iter().rposition(|&typed| byte == Some(typed)) {
            state.bytes.drain(..=at);
            request_interrupt();
        }
    }

    fn is_terminal(&self, _: u32) -> bool {
        true
    }

    fn is_serial(&self) -> bool {
        true
    }

    fn take_interrupt(&mut self) -> bool {
        take_interrupt()
    }

    fn interrupt_flag(&self) -> Option<fn() -> bool> {
        Some(interrupt_waits)
    }
}

/// The desktop with a serial line for a console.
#[derive(Debug)]
pub struct SerialHost {
    host: Host,
    line: SerialLine,
}

impl SerialHost {
    /// The desktop at this end of a line.
    #[must_use]
    pub fn new(line: SerialLine) -> SerialHost {
        SerialHost { host: Host { files: HostFiles::of_board(), ..Host::new() }, line }
    }
}

impl Platform for SerialHost {
    fn console(&mut self) -> &mut dyn Console {
        &mut self.line
    }

    fn clock(&mut self) -> &mut dyn Clock {
        self.host.clock()
    }

    fn entropy(&mut self) -> &mut dyn Entropy {
        self.host.entropy()
    }

    fn files(&mut self) -> &mut dyn Files {
        self.host.files()
    }

    fn process(&mut self) -> &mut dyn Process {
        self.host.process()
    }

    fn hardware(&mut self) -> Option<&mut dyn Hardware> {
        self.host.hardware()
    }

    fn name(&self) -> &'static str {
        self.host.name()
    }
}
