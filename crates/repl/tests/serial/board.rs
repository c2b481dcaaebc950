//! A board without hardware: its console and files are in memory.

use ferropy_platform::{
    Clock, Console, Entropy, Error, FileId, FileKind, Files, OpenOptions, Process, Stat, Stream, Whole,
};
use ferropy_repl::{Outcome, Serial};
use ferropy_runtime::{Isolate, Limits};
use std::sync::{Arc, Mutex};

/// What the board and the test share.
#[derive(Default)]
struct World {
    output: Vec<u8>,
    /// What a program may read.
    input: Vec<u8>,
    interrupt_byte: Option<u8>,
    is_interrupted: bool,
    /// How often a program has asked for an interrupt.
    questions: usize,
}

#[derive(Clone, Default)]
struct Device {
    world: Arc<Mutex<World>>,
    files: &'static [(&'static str, &'static str)],
    /// Name and position of the file that is open.
    open: Option<(&'static str, usize)>,
}

impl Console for Device {
    fn write(&mut self, _: Stream, bytes: &[u8]) -> Result<(), Error> {
        self.world.lock().unwrap().output.extend_from_slice(bytes);
        Ok(())
    }

    fn write_text(&mut self, stream: Stream, text: &[u8]) -> Result<(), Error> {
        ferropy_protocol::with_carriage_returns(text, &mut |piece| Console::write(self, stream, piece))
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        let mut world = self.world.lock().unwrap();
        let count = world.input.len().min(buffer.len());
        buffer[..count].copy_from_slice(&world.input[..count]);
        world.input.drain(..count);
        Ok(count)
    }

    fn is_serial(&self) -> bool {
        true
    }

    fn is_terminal(&self, _: u32) -> bool {
        true
    }

    fn set_interrupt_byte(&mut self, byte: Option<u8>) {
        let mut world = self.world.lock().unwrap();
        world.interrupt_byte = byte;
        world.questions = 0;
    }

    fn take_interrupt(&mut self) -> bool {
        let mut world = self.world.lock().unwrap();
        world.questions += 1;
        // Somebody loses patience, if there is a byte to say so.
        let is_over = world.interrupt_byte == Some(3) && world.questions.is_multiple_of(PATIENCE);
        core::mem::take(&mut world.is_interrupted) || is_over
    }
}

impl Files for Device {
    fn stat(&mut self, path: &[u8]) -> Result<Stat, Error> {
        let found = self.files.iter().find(|(name, _)| name.as_bytes() == path).ok_or(Error::NOT_FOUND)?;
        let size = found.1.len() as u64;
        Ok(Stat {
            kind: FileKind::File,
            mode: 0o100_644,
            size,
            inode: 0,
            device: 0,
            links: 1,
            user: 0,
            group: 0,
            accessed_ns: 0,
            modified_ns: 0,
            changed_ns: 0,
            block_size: 1,
            blocks: size,
            special_device: 0,
        })
    }

    fn open(&mut self, path: &[u8], _: OpenOptions) -> Result<FileId, Error> {
        let found = self.files.iter().find(|(name, _)| name.as_bytes() == path).ok_or(Error::NOT_FOUND)?;
        self.open = Some((found.1, 0));
        Ok(FileId(0))
    }

    fn read(&mut self, _: FileId, buffer: &mut [u8]) -> Result<usize, Error> {
        let Some((text, at)) = &mut self.open else { return Err(Error::BAD_FILE) };
        let rest = &text.as_bytes()[*at..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        *at += count;
        Ok(count)
    }

    fn close(&mut self, _: FileId) -> Result<(), Error> {
        self.open = None;
        Ok(())
    }
}

impl Clock for Device {
    fn monotonic_ns(&mut self) -> u64 {
        0
    }

    fn wall_ns(&mut self) -> i128 {
        0
    }

    fn sleep_ns(&mut self, _: u64) -> Result<(), Error> {
        Ok(())
    }
}

impl Entropy for Device {
    fn fill(&mut self, _: &mut [u8]) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }
}

impl Process for Device {}

impl Whole for Device {
    const NAME: &'static str = "test";
}

/// A board that has started, and the line to it.
pub(crate) struct Board {
    device: Device,
    serial: Serial,
    isolate: Isolate,
    pub(crate) outcome: Outcome,
    /// How many times it was started anew.
    pub(crate) resets: usize,
}

pub(crate) const BANNER: &str = "Ferropy\nMicroPython tools are welcome.\n";
pub(crate) const GREETING: &str = "Ferropy\r\nMicroPython tools are welcome.\r\n>>> ";

/// Looks for an interrupt after which a program counts as one that does not end.
const PATIENCE: usize = 300;

impl Board {
    /// A board with files, for programs of so many bytes.
    pub(crate) fn new(files: &'static [(&'static str, &'static str)], most: usize) -> Board {
        let device = Device { files, ..Device::default() };
        let isolate = isolate(&device);
        let serial = Serial::new(BANNER, most);
        let mut board = Board { device, serial, isolate, outcome: Outcome::SoftReset, resets: 0 };
        board.restart();
        board
    }

    fn restart(&mut self) {
        self.isolate = isolate(&self.device);
        let namespace = self.isolate.new_namespace("__main__").expect("memory for a namespace");
        self.isolate.root(namespace);
        self.outcome = self.serial.start(&mut self.isolate, namespace);
        self.settle();
    }

    /// Runs until a byte is wanted.
    fn settle(&mut self) {
        while self.outcome == Outcome::Running {
            self.outcome = self.serial.advance(&mut self.isolate, Some(1000));
        }
        if self.outcome == Outcome::SoftReset {
            self.resets += 1;
            assert!(self.resets < 10_000);
            self.restart();
        }
    }

    /// Hands bytes over, each when it is wanted, and gives what the board says.
    pub(crate) fn say(&mut self, bytes: &[u8]) -> String {
        for &byte in bytes {
            self.outcome = self.serial.feed(&mut self.isolate, byte);
            self.settle();
        }
        self.heard()
    }

    /// Bytes for the next program that reads.
    pub(crate) fn keep_for_program(&mut self, bytes: &[u8]) {
        self.device.world.lock().unwrap().input.extend_from_slice(bytes);
    }

    /// Hands bytes over, but runs nothing.
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.outcome = self.serial.feed(&mut self.isolate, byte);
        }
    }

    /// What the board has said since somebody asked last.
    pub(crate) fn heard(&mut self) -> String {
        let bytes = core::mem::take(&mut self.device.world.lock().unwrap().output);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

fn isolate(device: &Device) -> Isolate {
    let platform = Box::new(device.clone());
    let mut isolate =
        Isolate::new(platform, Limits::default(), ferropy_stdlib::MODULES, Some(1)).expect("memory to start");
    ferropy_stdlib::set_prompts(&mut isolate).expect("memory for prompts");
    isolate
}
