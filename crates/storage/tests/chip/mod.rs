//! A flash chip in RAM, whose power can fail at any operation.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]

use ferropy_platform::BlockDevice;
use ferropy_platform::files::read_all;
use ferropy_platform::{Error, Files, OpenOptions};
use ferropy_storage::FlashFiles;
use std::sync::{Arc, Mutex, MutexGuard};

const BLOCK_BYTES: u32 = 4096;

/// Marsaglia's xorshift: the same numbers each time.
pub struct Random(pub u64);

impl Random {
    /// A number below a bound.
    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as u32 % bound
    }

    /// Bytes that say nothing.
    pub fn bytes(&mut self, count: u32) -> Vec<u8> {
        (0..count).map(|_| self.below(256) as u8).collect()
    }
}

/// What is left when the power goes, and when it goes.
pub struct Chip {
    pub bytes: Vec<u8>,
    /// Erasures and programmings until the power goes.
    pub left: Option<u32>,
    pub random: Random,
    pub erasures: u32,
}

/// The chip; copies are the same one.
#[derive(Clone)]
pub struct Ram(Arc<Mutex<Chip>>);

impl Ram {
    /// A chip as it comes from the factory.
    pub fn new(blocks: u32) -> Ram {
        Ram::with(vec![0xff; (blocks * BLOCK_BYTES) as usize])
    }

    /// A chip that holds something.
    pub fn with(bytes: Vec<u8>) -> Ram {
        Ram(Arc::new(Mutex::new(Chip { bytes, left: None, random: Random(0x9e37_79b9_7f4a_7c15), erasures: 0 })))
    }

    /// The chip itself.
    pub fn chip(&self) -> MutexGuard<'_, Chip> {
        self.0.lock().expect("nobody panics with it")
    }

    /// The files on it.
    pub fn mount(&self) -> FlashFiles {
        FlashFiles::mount(self.clone(), || 1_700_000_000_123_456_789).expect("it mounts")
    }

    /// Cuts the power in an operation to come, or gives it back.
    pub fn cut_in(&self, operations: Option<u32>) {
        self.chip().left = operations;
    }

    /// Whether the power has gone.
    pub fn is_dead(&self) -> bool {
        self.chip().left == Some(0)
    }
}

/// What an operation does to a byte.
type Change<'a> = &'a dyn Fn(usize, u8) -> u8;

impl Chip {
    /// Does something to a part of the chip, or to some of it if the power goes meanwhile.
    fn change(&mut self, start: usize, count: usize, change: Change<'_>) -> Result<(), Error> {
        let cut = match &mut self.left {
            Some(0) => return Err(Error::IO),
            Some(left) => {
                *left -= 1;
                *left == 0
            }
            None => false,
        };
        // Nothing of it, a part of it whose last bytes are neither old nor new, or all of it.
        let done = if cut { self.random.below(count as u32 + 1) as usize } else { count };
        for at in 0..count {
            let old = self.bytes[start + at];
            let new = change(at, old);
            let between = old ^ ((old ^ new) & self.random.below(256) as u8);
            if at < done {
                self.bytes[start + at] = new;
            } else if cut && at < done + 16 {
                self.bytes[start + at] = between;
            }
        }
        if cut { Err(Error::IO) } else { Ok(()) }
    }
}

impl BlockDevice for Ram {
    fn blocks(&self) -> u32 {
        self.chip().bytes.len() as u32 / BLOCK_BYTES
    }

    fn read(&mut self, block: u32, offset: u32, buffer: &mut [u8]) -> Result<(), Error> {
        let chip = self.chip();
        if chip.left == Some(0) {
            return Err(Error::IO);
        }
        let start = (block * BLOCK_BYTES + offset) as usize;
        buffer.copy_from_slice(&chip.bytes[start..start + buffer.len()]);
        Ok(())
    }

    fn program(&mut self, block: u32, offset: u32, bytes: &[u8]) -> Result<(), Error> {
        assert!(offset.is_multiple_of(256) && bytes.len().is_multiple_of(256), "whole pages");
        self.chip().change((block * BLOCK_BYTES + offset) as usize, bytes.len(), &|at, old| old & bytes[at])
    }

    fn erase(&mut self, block: u32) -> Result<(), Error> {
        self.chip().erasures += 1;
        self.chip().change((block * BLOCK_BYTES) as usize, BLOCK_BYTES as usize, &|_, _| 0xff)
    }
}

/// `open(path, "rb")`.
pub const READ: OpenOptions =
    OpenOptions { read: true, write: false, append: false, create: false, create_new: false, truncate: false };
/// `open(path, "wb")`.
pub const WRITE: OpenOptions = OpenOptions { read: false, write: true, create: true, truncate: true, ..READ };
/// `open(path, "ab")`.
pub const APPEND: OpenOptions = OpenOptions { read: false, append: true, create: true, ..READ };

/// Opens, writes all and closes.
pub fn put(files: &mut dyn Files, path: &str, options: OpenOptions, bytes: &[u8]) -> Result<(), Error> {
    let file = files.open(path.as_bytes(), options)?;
    let mut rest = bytes;
    while !rest.is_empty() {
        match files.write(file, &rest[..rest.len().min(1000)]) {
            Ok(count) => rest = &rest[count..],
            Err(error) => {
                let _ = files.close(file);
                return Err(error);
            }
        }
    }
    files.close(file)
}

/// All of a file.
pub fn get(files: &mut dyn Files, path: &str) -> Result<Vec<u8>, Error> {
    read_all(files, path.as_bytes())
}
