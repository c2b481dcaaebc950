//! Time.

use crate::Error;

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

    /// Waits for that many nanoseconds.
    ///
    /// # Errors
    /// [`Error::INTERRUPTED`] when an interrupt arrives first.
    fn sleep_ns(&mut self, nanoseconds: u64) -> Result<(), Error>;
}
