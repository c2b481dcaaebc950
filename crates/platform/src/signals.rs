//! Signals: what the system, or another process, tells this one at any moment, and what the process does then.
//!
//! A signal is known by its number, 1 to [`LAST`]. Numbers are those of the platform. Many are named in sets: bit `n - 1`
//! stands for signal `n`.

use crate::Error;

/// The largest number of a signal.
pub const LAST: u32 = 64;

/// `SIGINT`, which Ctrl-C sends.
pub const INTERRUPT: u32 = 2;

/// What happens when a signal comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// What the system does by itself: for most signals, the end of the process.
    Default,
    /// Nothing.
    Ignore,
    /// It is noted for [`Signals::take_signals`].
    Note,
    /// It is the user's wish to interrupt: see [`Console::take_interrupt`](crate::Console::take_interrupt).
    Interrupt,
}

/// A timer that sends a signal when it has run down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalTimer {
    /// Real time; `SIGALRM`.
    Real,
    /// The time that the process has worked; `SIGVTALRM`.
    Virtual,
    /// The time that the process, and the system for it, have worked; `SIGPROF`.
    Profiling,
}

/// The time of a [`SignalTimer`], in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimerState {
    /// What is left until the signal; 0 for a timer that does not run.
    pub left_ns: u64,
    /// From one signal to the next; 0 for one signal only.
    pub period_ns: u64,
}

/// Signals.
///
/// While one is noted, waits such as [`Clock::sleep_ns`](crate::Clock::sleep_ns) end with [`Error::INTERRUPTED`].
pub trait Signals {
    /// What happens when a signal comes; at first what whoever started the process wanted.
    fn disposition(&mut self, signal: u32) -> Disposition;

    /// Sets it.
    ///
    /// # Errors
    /// [`Error::INVALID`] for signals that nobody may deal with.
    fn set_disposition(&mut self, signal: u32, disposition: Disposition) -> Result<(), Error>;

    /// The set of those that came since the last call and are to be noted. Cheap: called every few microseconds.
    fn take_signals(&mut self) -> u64;

    /// Does what the system does by itself when that signal comes.
    fn act_by_default(&mut self, signal: u32);

    /// Sets a timer: how it stood before.
    ///
    /// # Errors
    /// What the host reports.
    fn set_timer(&mut self, timer: SignalTimer, state: TimerState) -> Result<TimerState, Error>;

    /// How a timer stands.
    fn timer(&mut self, timer: SignalTimer) -> TimerState;
}
