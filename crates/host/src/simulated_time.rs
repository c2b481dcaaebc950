//! Time as a simulated board wants it: it stands still but for waits, which then take none of the real time, and it may have
//! another date. Like Ctrl-C it belongs to the process.
//!
//! A program that neither waits nor asks for anything, but computes for a third of a second, is taken to wait for what
//! comes next: a loop that ends when a handler has set a variable would go on for ever otherwise.

use ferropy_platform::{Error, Simulated};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// The moment, on the clock that never goes back; [`REAL`] where time is.
static NOW: AtomicU64 = AtomicU64::new(REAL);
const REAL: u64 = u64::MAX;

/// The moment of the alarm, or `u64::MAX`.
static ALARM: AtomicU64 = AtomicU64::new(u64::MAX);

/// Processor time that was used when time passed the last time.
static USED: AtomicU64 = AtomicU64::new(0);

/// How long a program may compute until it is taken to wait.
const PATIENCE: u64 = 300_000_000;

/// By how much the date is ahead of the clock that never goes back, if that is not the system's business.
static DATE: Mutex<Option<i128>> = Mutex::new(None);

/// The moment, where time stands still.
pub(crate) fn now() -> Option<u64> {
    Some(NOW.load(Ordering::Relaxed)).filter(|&now| now != REAL)
}

/// Lets so many nanoseconds pass: whether time stands still otherwise.
pub(crate) fn pass(nanoseconds: u64) -> bool {
    let Some(now) = now() else { return false };
    NOW.store(now.saturating_add(nanoseconds).min(REAL - 1), Ordering::Relaxed);
    USED.store(processor_ns(), Ordering::Relaxed);
    true
}

/// Nanoseconds since 1970, where they are not the system's.
pub(crate) fn date(monotonic: u64) -> Option<i128> {
    DATE.lock().ok()?.map(|ahead| ahead + i128::from(monotonic))
}

/// Changes time; `monotonic` and `date` are what it is.
pub(crate) fn change(change: Simulated, monotonic: u64, date: i128) -> Result<(), Error> {
    let set_date = |date: i128| {
        if let Ok(mut ahead) = DATE.lock() {
            *ahead = Some(date - i128::from(monotonic));
        }
    };
    match change {
        Simulated::Passes(nanoseconds) => return if pass(nanoseconds) { Ok(()) } else { Err(Error::UNSUPPORTED) },
        Simulated::Date(date) => set_date(date),
        Simulated::Stands(true) => {
            set_date(date);
            NOW.store(monotonic, Ordering::Relaxed);
            pass(0);
        }
        Simulated::Stands(false) => NOW.store(REAL, Ordering::Relaxed),
    }
    Ok(())
}

/// Sets the moment of the alarm.
pub(crate) fn set_alarm(at: Option<u64>) {
    ALARM.store(at.unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// Somebody looks whether anything has happened.
pub(crate) fn look() {
    let (Some(now), alarm) = (now(), ALARM.load(Ordering::Relaxed)) else { return };
    if now < alarm && alarm != u64::MAX && processor_ns().saturating_sub(USED.load(Ordering::Relaxed)) > PATIENCE {
        pass(alarm - now);
    }
}

fn processor_ns() -> u64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    (time.tv_sec as u64).wrapping_mul(1_000_000_000).wrapping_add(time.tv_nsec as u64)
}
