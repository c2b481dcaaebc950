//! Writing to files that may have to wait until others read: in pieces for which there is room, so that a wait can end
//! and nobody else has to wait meanwhile.

use crate::error::from_number;
use crate::waiting::wait;
use ferropy_platform::Error;
use rustix::event::{PollFd, PollFlags};
use rustix::fs::{FileType, OFlags, fcntl_getfl, fstat};
use rustix::io::Errno;
use std::os::fd::AsFd;

/// What goes into a pipe that is said to be ready: one of its pages is free.
const PAGE: usize = 4096;
/// What is tried with other files, such as terminals.
const FEW: usize = 512;

/// Whether a write may have to wait until others read.
pub(crate) fn may_wait(file: &impl AsFd) -> bool {
    !is_regular(file) && fcntl_getfl(file).is_ok_and(|flags| !flags.contains(OFlags::NONBLOCK))
}

fn kind(file: &impl AsFd) -> FileType {
    fstat(file).map_or(FileType::Unknown, |data| FileType::from_raw_mode(data.st_mode))
}

fn is_regular(file: &impl AsFd) -> bool {
    kind(file) == FileType::RegularFile
}

/// How many of the bytes can be written at once to a file that is ready.
fn piece(file: &impl AsFd, wanted: usize) -> usize {
    match wanted {
        0..=FEW => wanted,
        _ => match kind(file) {
            FileType::RegularFile => wanted,
            FileType::Fifo => wanted.min(PAGE),
            _ => FEW,
        },
    }
}

/// Writes some bytes to a file; how many, or nothing if there is no room now and nobody wants to wait.
pub(crate) fn write_some(file: &impl AsFd, bytes: &[u8], waits: bool) -> Result<Option<usize>, Error> {
    let asked = || vec![PollFd::new(file, PollFlags::OUT)];
    loop {
        let is_ready = !matches!(poll_now(&mut asked()), Ok(0));
        // Who wants no wait is told so by the system.
        if !is_ready && may_wait(file) {
            if !waits {
                return Ok(None);
            }
            wait(asked(), u64::MAX)?;
            continue;
        }
        let piece = bytes.get(..piece(file, bytes.len())).unwrap_or(bytes);
        match rustix::io::write(file, piece) {
            Err(Errno::INTR) => {}
            result => return result.map(Some).map_err(from_number),
        }
    }
}

fn poll_now(files: &mut [PollFd<'_>]) -> rustix::io::Result<usize> {
    const NOW: rustix::event::Timespec = rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 };
    rustix::event::poll(files, Some(&NOW))
}
