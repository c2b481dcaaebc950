//! Timers that send the process a signal: a thread of their own waits for them.

use ferropy_platform::Error;
use ferropy_platform::signals::{SignalTimer, TimerState};
use rustix::process::{Signal, getpid, kill_process};
use rustix::time::{ClockId, clock_gettime};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A timer that runs.
#[derive(Clone, Copy, Debug, Default)]
struct Running {
    /// The moment of its clock at which it has run down; nothing if it does not run.
    at_ns: Option<u64>,
    period_ns: u64,
}

/// The timers, by the order of [`SignalTimer`].
struct Timers {
    running: [Running; 3],
    has_thread: bool,
}

static TIMERS: Mutex<Timers> =
    Mutex::new(Timers { running: [Running { at_ns: None, period_ns: 0 }; 3], has_thread: false });
static CHANGED: Condvar = Condvar::new();

const KINDS: [SignalTimer; 3] = [SignalTimer::Real, SignalTimer::Virtual, SignalTimer::Profiling];

/// The thread looks at the clocks no more seldom than this.
const LONGEST: Duration = Duration::from_secs(3600);

fn timers() -> MutexGuard<'static, Timers> {
    TIMERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The moment on a timer's clock. What the process worked by itself and what the system worked for it are not told apart.
fn now_ns(timer: SignalTimer) -> u64 {
    let clock = match timer {
        SignalTimer::Real => ClockId::Monotonic,
        SignalTimer::Virtual | SignalTimer::Profiling => ClockId::ProcessCPUTime,
    };
    let time = clock_gettime(clock);
    (time.tv_sec as u64).saturating_mul(1_000_000_000).saturating_add(time.tv_nsec as u64)
}

fn state_of(timer: SignalTimer, running: Running) -> TimerState {
    // One that has just run down has still a little time left: 0 is one that does not run.
    let left_ns = running.at_ns.map_or(0, |at| at.saturating_sub(now_ns(timer)).max(1));
    TimerState { left_ns, period_ns: running.period_ns }
}

/// How a timer stands.
pub(crate) fn state(timer: SignalTimer) -> TimerState {
    state_of(timer, timers().running.get(timer as usize).copied().unwrap_or_default())
}

/// Sets a timer: how it stood before.
pub(crate) fn set(timer: SignalTimer, state: TimerState) -> Result<TimerState, Error> {
    let mut timers = timers();
    if !timers.has_thread && state.left_ns > 0 {
        let thread = std::thread::Builder::new().name("timers".into()).stack_size(64 << 10).spawn(serve);
        thread.map_err(|error| crate::error::convert(&error))?;
        timers.has_thread = true;
    }
    let at_ns = (state.left_ns > 0).then(|| now_ns(timer).saturating_add(state.left_ns));
    let new = Running { at_ns, period_ns: state.period_ns };
    let before = timers.running.get_mut(timer as usize).map(|place| std::mem::replace(place, new));
    CHANGED.notify_one();
    Ok(before.map(|before| state_of(timer, before)).unwrap_or_default())
}

fn serve() {
    let mut timers = timers();
    loop {
        let mut wait = LONGEST;
        for (timer, running) in KINDS.into_iter().zip(&mut timers.running) {
            let Some(at) = running.at_ns else { continue };
            let now = now_ns(timer);
            if at <= now {
                send(timer);
                running.at_ns = (running.period_ns > 0).then(|| at.max(now).saturating_add(running.period_ns));
            }
            // The clock of the work done runs no faster than real time, but for several threads.
            wait = running.at_ns.map_or(wait, |at| wait.min(Duration::from_nanos(at.saturating_sub(now))));
        }
        timers = CHANGED.wait_timeout(timers, wait).unwrap_or_else(PoisonError::into_inner).0;
    }
}

fn send(timer: SignalTimer) {
    let signal = match timer {
        SignalTimer::Real => Signal::ALARM,
        SignalTimer::Virtual => Signal::VTALARM,
        SignalTimer::Profiling => Signal::PROF,
    };
    let _ = kill_process(getpid(), signal);
}
