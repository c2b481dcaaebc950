//! Waiting until files are ready, the time is over or a signal comes.

use crate::error::from_number;
use crate::signals;
use crate::simulated_time;
use ferropy_platform::Error;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

/// The longest that the system is asked to wait at once.
const LONGEST: Duration = Duration::from_secs(3600);

/// The runtime asks for no longer waits, and for this one where there is no other end. Where time stands still the files get
/// some real time then, because others may write to them.
const ENDLESS: u64 = 1 << 40;
const PIECE: Duration = Duration::from_millis(20);

/// Waits until one of the files is ready or the time is over: how many are.
pub(crate) fn wait(files: Vec<PollFd<'_>>, nanoseconds: u64) -> Result<Vec<PollFlags>, Error> {
    let end = Instant::now().checked_add(Duration::from_nanos(nanoseconds));
    let count = files.len();
    let mut polled = files;
    polled.extend(signals::wake_end().map(|wake| PollFd::new(wake, PollFlags::IN)));
    loop {
        if signals::attention_waits() {
            return Err(Error::INTERRUPTED);
        }
        let stands = simulated_time::now().is_some() && nanoseconds != u64::MAX;
        let left = match end {
            _ if stands && nanoseconds < ENDLESS => Duration::ZERO,
            _ if stands => PIECE,
            Some(end) => end.saturating_duration_since(Instant::now()),
            None => LONGEST,
        };
        let piece = left.min(LONGEST);
        let time = Timespec { tv_sec: piece.as_secs() as i64, tv_nsec: piece.subsec_nanos().into() };
        match poll(&mut polled, Some(&time)) {
            Ok(0) if left.is_zero() || stands => {
                simulated_time::pass(nanoseconds);
                return Ok(vec![PollFlags::empty(); count]);
            }
            Ok(0) | Err(Errno::INTR) => {}
            Ok(_) => {
                let mut found: Vec<PollFlags> = polled.iter().map(PollFd::revents).collect();
                let woken = found.drain(count..).any(|wake| !wake.is_empty());
                if woken {
                    signals::forget_wakes();
                    if signals::attention_waits() {
                        return Err(Error::INTERRUPTED);
                    }
                }
                if !woken || found.iter().any(|flags| !flags.is_empty()) {
                    return Ok(found);
                }
            }
            Err(error) => return Err(from_number(error)),
        }
    }
}

/// Waits until a file can be read, or can't be waited for.
pub(crate) fn until_readable(file: &impl AsFd) -> Result<(), Error> {
    match wait(vec![PollFd::new(file, PollFlags::IN)], u64::MAX) {
        Err(Error::INTERRUPTED) => Err(Error::INTERRUPTED),
        _ => Ok(()),
    }
}
