//! Time, by the operating system.

use crate::error::from_number;
use crate::simulated_time;
use crate::waiting::wait;
use ferropy_platform::clock::id;
use ferropy_platform::{Clock, Error, Simulated};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::time::{SystemTime, UNIX_EPOCH};

/// The clocks of the operating system.
#[derive(Debug, Default)]
pub(crate) struct HostClock {
    /// The zone of local time, found when it is first asked for.
    zone: Option<TimeZone>,
}

impl Clock for HostClock {
    fn monotonic_ns(&mut self) -> u64 {
        if let Some(now) = simulated_time::now() {
            return now;
        }
        let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
        nanoseconds(time.tv_sec, time.tv_nsec)
    }

    fn wall_ns(&mut self) -> i128 {
        if let Some(date) = simulated_time::date(self.monotonic_ns()) {
            return date;
        }
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
        let zone =
            self.zone.get_or_insert_with(|| zone_named(std::env::var_os("TZ").map(OsString::into_vec).as_deref()));
        let info = zone.to_offset_info(known_moment(utc_seconds));
        (info.offset().seconds(), info.dst().is_dst(), String::from(info.abbreviation()))
    }

    fn set_zone(&mut self, zone: Option<&[u8]>) {
        self.zone = Some(zone_named(zone));
    }

    fn clock_ns(&mut self, clock: i32) -> Result<i128, Error> {
        use rustix::time::ClockId;
        let clock = match clock {
            id::REAL_TIME => return Ok(self.wall_ns()),
            id::MONOTONIC => return Ok(i128::from(self.monotonic_ns())),
            id::PROCESS => ClockId::ProcessCPUTime,
            id::THREAD => ClockId::ThreadCPUTime,
            #[cfg(target_os = "linux")]
            id::MONOTONIC_RAW => ClockId::MonotonicRaw,
            #[cfg(target_os = "linux")]
            id::BOOT_TIME => ClockId::Boottime,
            #[cfg(target_os = "linux")]
            id::ATOMIC => return atomic_time(),
            _ => return Err(Error::INVALID),
        };
        let time = rustix::time::clock_gettime(clock);
        Ok(i128::from(nanoseconds(time.tv_sec, time.tv_nsec)))
    }

    fn set_clock_ns(&mut self, clock: i32, nanoseconds: i128) -> Result<(), Error> {
        if clock != id::REAL_TIME {
            return Err(Error::INVALID);
        }
        rustix::time::clock_settime(rustix::time::ClockId::Realtime, timespec(nanoseconds)?).map_err(from_number)
    }

    fn simulate(&mut self, change: Simulated) -> Result<(), Error> {
        let (monotonic, date) = (self.monotonic_ns(), self.wall_ns());
        simulated_time::change(change, monotonic, date)
    }

    fn sleep_ns(&mut self, nanoseconds: u64) -> Result<(), Error> {
        wait(Vec::new(), nanoseconds).map(|_| ())
    }
}

fn nanoseconds(seconds: i64, nanoseconds: i64) -> u64 {
    (seconds as u64).wrapping_mul(1_000_000_000).wrapping_add(nanoseconds as u64)
}

/// A moment or span as the system takes it.
pub(crate) fn timespec(nanoseconds: i128) -> Result<rustix::time::Timespec, Error> {
    const SECOND: i128 = 1_000_000_000;
    let seconds = i64::try_from(nanoseconds.div_euclid(SECOND)).map_err(|_| Error::INVALID)?;
    Ok(rustix::time::Timespec { tv_sec: seconds, tv_nsec: nanoseconds.rem_euclid(SECOND) as _ })
}

#[cfg(target_os = "linux")]
fn atomic_time() -> Result<i128, Error> {
    use rustix::time::{DynamicClockId, clock_gettime_dynamic};
    let time = clock_gettime_dynamic(DynamicClockId::Tai).map_err(|_| Error::INVALID)?;
    Ok(i128::from(nanoseconds(time.tv_sec, time.tv_nsec)))
}

/// The zone that a value of `TZ` means: none is the system's, an empty one UTC, others are a path or name of the zone
/// database, or a rule. UTC if it means nothing.
fn zone_named(name: Option<&[u8]>) -> TimeZone {
    let Some(name) = name else { return TimeZone::try_system().unwrap_or(TimeZone::UTC) };
    let name = name.strip_prefix(b":").unwrap_or(name);
    if name.starts_with(b"/") {
        let data = std::fs::read(OsStr::from_bytes(name)).unwrap_or_default();
        return TimeZone::tzif("Local", &data).unwrap_or(TimeZone::UTC);
    }
    let name = std::str::from_utf8(name).unwrap_or_default();
    if name.is_empty() {
        return TimeZone::UTC;
    }
    // Of a name that nobody knows the letters it begins with are kept.
    let letters = name.find(|char: char| !char.is_ascii_alphabetic()).map_or(name, |end| &name[..end]);
    TimeZone::get(name)
        .or_else(|_| TimeZone::posix(name))
        .or_else(|_| TimeZone::posix(&format!("{letters}0")))
        .unwrap_or(TimeZone::UTC)
}

/// The moment, or outside the years that zones are known for one like it: the calendar repeats after 400 years, and
/// before the first rule there is one offset only.
fn known_moment(seconds: i64) -> Timestamp {
    const CYCLE: i64 = 146_097 * 86_400;
    let seconds =
        if seconds < 0 { seconds.max(-CYCLE) } else { seconds % CYCLE + if seconds < CYCLE { 0 } else { CYCLE } };
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}
