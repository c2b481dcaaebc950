//! Waiting until files are ready, in pieces, so that an interrupt is noticed soon.

use crate::console::interrupt_waits;
use crate::error::from_number;
use ferropy_platform::Error;
use rustix::event::{PollFd, Timespec, poll};
use rustix::io::Errno;
use std::time::{Duration, Instant};

const PIECE: Duration = Duration::from_millis(20);

/// Waits until one of the files is ready or the time is over: how many are.
pub(crate) fn wait(files: &mut [PollFd<'_>], nanoseconds: u64) -> Result<usize, Error> {
    let end = Instant::now().checked_add(Duration::from_nanos(nanoseconds));
    loop {
        if interrupt_waits() {
            return Err(Error::INTERRUPTED);
        }
        let left = end.map_or(PIECE, |end| end.saturating_duration_since(Instant::now()));
        let piece = Timespec { tv_sec: 0, tv_nsec: left.min(PIECE).subsec_nanos().into() };
        match poll(files, Some(&piece)) {
            Ok(0) if left.is_zero() => return Ok(0),
            Ok(0) | Err(Errno::INTR) => {}
            Ok(ready) => return Ok(ready),
            Err(error) => return Err(from_number(error)),
        }
    }
}
