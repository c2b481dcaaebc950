//! Time, by the operating system.

use crate::console::interrupt_waits;
use ferropy_platform::{Clock, Error};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// The clocks of the operating system.
#[derive(Debug)]
pub(crate) struct HostClock {
    start: Instant,
}

impl Default for HostClock {
    fn default() -> Self {
        HostClock { start: Instant::now() }
    }
}

impl Clock for HostClock {
    fn monotonic_ns(&mut self) -> u64 {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
        nanoseconds(time.tv_sec, time.tv_nsec)
    }

    fn wall_ns(&mut self) -> i128 {
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => since.as_nanos() as i128,
            Err(before) => -(before.duration().as_nanos() as i128),
        }
    }

    fn process_ns(&mut self) -> u64 {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
        nanoseconds(time.tv_sec, time.tv_nsec)
    }

    fn local_offset(&mut self, utc_seconds: i64) -> (i32, bool, String) {
        let Ok(moment) = jiff::Timestamp::from_second(utc_seconds) else { return (0, false, String::from("UTC")) };
        let zone = jiff::tz::TimeZone::system();
        let info = zone.to_offset_info(moment);
        (info.offset().seconds(), info.dst().is_dst(), String::from(info.abbreviation()))
    }

    fn sleep_ns(&mut self, nanoseconds: u64) -> Result<(), Error> {
        // In pieces, so that an interrupt is noticed soon.
        const PIECE: Duration = Duration::from_millis(20);
        let end = self.start.elapsed() + Duration::from_nanos(nanoseconds);
        loop {
            if interrupt_waits() {
                return Err(Error::INTERRUPTED);
            }
            let Some(left) = end.checked_sub(self.start.elapsed()).filter(|left| !left.is_zero()) else {
                return Ok(());
            };
            std::thread::sleep(left.min(PIECE));
        }
    }
}

fn nanoseconds(seconds: i64, nanoseconds: i64) -> u64 {
    (seconds as u64).wrapping_mul(1_000_000_000).wrapping_add(nanoseconds as u64)
}
