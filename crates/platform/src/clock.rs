//! Time.

use crate::Error;

/// The numbers of clocks: those of Linux on every platform.
pub mod id {
    /// Time since 1970.
    pub const REAL_TIME: i32 = 0;
    /// Time that never goes back.
    pub const MONOTONIC: i32 = 1;
    /// Processor time of the process.
    pub const PROCESS: i32 = 2;
    /// Processor time of the thread.
    pub const THREAD: i32 = 3;
    /// Monotonic time that nothing adjusts.
    pub const MONOTONIC_RAW: i32 = 4;
    /// Monotonic time that goes on while the system is suspended.
    pub const BOOT_TIME: i32 = 7;
    /// International atomic time.
    pub const ATOMIC: i32 = 11;
}

/// What a simulated board does with the time of the program that runs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Simulated {
    /// From now on time stands still but for waits, which take none of the real time; or goes on as usual.
    Stands(bool),
    /// Where time stands still, so many nanoseconds pass.
    Passes(u64),
    /// From now on it is so many nanoseconds after 1970, for this process only.
    Date(i128),
}

/// The clocks.
pub trait Clock {
    /// Nanoseconds since some fixed moment; never goes back.
    fn monotonic_ns(&mut self) -> u64;

    /// Nanoseconds since 1970-01-01T00:00:00 UTC.
    fn wall_ns(&mut self) -> i128;

    /// Nanoseconds of processor time that the process has used.
    fn process_ns(&mut self) -> u64 {
        self.monotonic_ns()
    }

    /// Offset of local time from UTC in seconds east, whether daylight saving is on, and the zone's name, at a moment in
    /// seconds since 1970.
    fn local_offset(&mut self, _utc_seconds: i64) -> (i32, bool, alloc::string::String) {
        (0, false, alloc::string::String::from("UTC"))
    }

    /// Sets the zone of local time, as the environment's `TZ` gives it: a name, or a rule as POSIX writes it. Without
    /// one it is the system's.
    fn set_zone(&mut self, _zone: Option<&[u8]>) {}

    /// Nanoseconds of the clock that has a number of [`id`].
    ///
    /// # Errors
    /// [`Error::INVALID`] if there is no such clock.
    fn clock_ns(&mut self, clock: i32) -> Result<i128, Error> {
        match clock {
            id::REAL_TIME => Ok(self.wall_ns()),
            id::MONOTONIC => Ok(i128::from(self.monotonic_ns())),
            id::PROCESS | id::THREAD => Ok(i128::from(self.process_ns())),
            _ => Err(Error::INVALID),
        }
    }

    /// Sets the clock that has a number of [`id`].
    ///
    /// # Errors
    /// [`Error::INVALID`] if there is no such clock or it can't be set, [`Error::NOT_PERMITTED`] if this process may not.
    fn set_clock_ns(&mut self, clock: i32, _nanoseconds: i128) -> Result<(), Error> {
        Err(if clock == id::REAL_TIME { Error::NOT_PERMITTED } else { Error::INVALID })
    }

    /// The resolution of the clocks, in nanoseconds.
    fn resolution_ns(&mut self) -> u64 {
        1
    }

    /// Changes the time that the program sees.
    ///
    /// # Errors
    /// [`Error::UNSUPPORTED`] where time is always real, or is so now.
    fn simulate(&mut self, _change: Simulated) -> Result<(), Error> {
        Err(Error::UNSUPPORTED)
    }

    /// Waits for that many nanoseconds.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`] when an interrupt arrives first.
    fn sleep_ns(&mut self, nanoseconds: u64) -> Result<(), Error>;

    /// Waits until anything at all happens that a program may want to look at, but no longer than that many nanoseconds.
    /// Where nobody can know what happens, that is a few milliseconds.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`] when an interrupt arrives first.
    fn doze_ns(&mut self, nanoseconds: u64) -> Result<(), Error> {
        const LOOK: u64 = 5_000_000;
        self.sleep_ns(nanoseconds.min(LOOK))
    }
}
