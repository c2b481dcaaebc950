//! Clocks, waiting, and MicroPython's tick counters.

use super::tuples::{int_argument, text_argument};
use super::{OUT_OF_RANGE, argument, whole_number};
use alloc::format;
use ferropy_platform::Clock;
use ferropy_platform::clock::id;
use ferropy_runtime::{Completion, Isolate, Value, WaitFor, names, raise};

/// Tick counters wrap at this: the same on every platform.
const TICKS_PERIOD: i64 = 1 << 30;

/// Nanoseconds that a question to the clock takes where time stands still otherwise.
const QUESTION: u64 = 5000;

/// The clock, for who wants to know the time: see [`Isolate::pass_time`].
fn asked(iso: &mut Isolate) -> &mut dyn Clock {
    iso.pass_time(QUESTION);
    iso.platform.clock()
}

pub(super) fn time(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = asked(iso).wall_ns();
    iso.new_float(now as f64 / 1e9)
}

pub(super) fn time_ns(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = asked(iso).wall_ns();
    iso.new_int(now as i64)
}

pub(super) fn monotonic(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = asked(iso).monotonic_ns();
    iso.new_float(now as f64 / 1e9)
}

pub(super) fn monotonic_ns(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = asked(iso).monotonic_ns();
    iso.new_int(now as i64)
}

pub(super) fn process_time(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().process_ns();
    iso.new_float(now as f64 / 1e9)
}

pub(super) fn process_time_ns(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().process_ns();
    iso.new_int(now as i64)
}

/// The number of a clock of the system.
fn clock_argument(iso: &mut Isolate, args: &[Value]) -> Completion<i32> {
    let number = int_argument(iso, argument(args, 0))?;
    i32::try_from(number).map_err(|_| raise::internal(iso))
}

/// The same where the clock is read: one message for all that is no such number.
fn readable_clock(iso: &mut Isolate, args: &[Value]) -> Completion<i32> {
    if let Ok(number) = clock_argument(iso, args) {
        return Ok(number);
    }
    iso.take_exception();
    let kind = iso.type_name(argument(args, 0));
    Err(raise::type_error(iso, &format!("clk_id should be integer, not {kind}")))
}

fn read_clock(iso: &mut Isolate, clock: i32) -> Completion<i128> {
    match iso.platform.clock().clock_ns(clock) {
        Ok(now) => Ok(now),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

pub(super) fn clock_gettime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let clock = readable_clock(iso, args)?;
    let now = read_clock(iso, clock)?;
    iso.new_float(now as f64 / 1e9)
}

pub(super) fn clock_gettime_ns(iso: &mut Isolate, args: &[Value]) -> Completion {
    let clock = readable_clock(iso, args)?;
    let now = read_clock(iso, clock)?;
    iso.new_int(now as i64)
}

pub(super) fn clock_getres(iso: &mut Isolate, args: &[Value]) -> Completion {
    let clock = clock_argument(iso, args)?;
    read_clock(iso, clock)?;
    let resolution = iso.platform.clock().resolution_ns();
    iso.new_float(resolution as f64 / 1e9)
}

pub(super) fn thread_time(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = read_clock(iso, id::THREAD)?;
    iso.new_float(now as f64 / 1e9)
}

pub(super) fn thread_time_ns(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = read_clock(iso, id::THREAD)?;
    iso.new_int(now as i64)
}

pub(super) fn get_clock_info(iso: &mut Isolate, args: &[Value]) -> Completion {
    let name = argument(args, 0);
    text_argument(iso, name, "get_clock_info")?;
    let text = iso.to_text(name).unwrap_or_default();
    let (implementation, monotonic) = match text.as_str() {
        "time" => ("clock_gettime(CLOCK_REALTIME)", false),
        "monotonic" | "perf_counter" => ("clock_gettime(CLOCK_MONOTONIC)", true),
        "process_time" => ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true),
        "thread_time" => ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true),
        _ => return Err(raise::value_error(iso, "unknown clock")),
    };
    let resolution = iso.platform.clock().resolution_ns() as f64 / 1e9;
    let types = iso.import_dotted("types")?;
    let namespace = iso.intern("SimpleNamespace")?;
    let namespace = iso.get_attr(types, namespace)?;
    let values =
        [iso.new_str(implementation)?, Value::bool(monotonic), Value::bool(!monotonic), iso.new_float(resolution)?];
    let names = ["implementation", "monotonic", "adjustable", "resolution"].map(|name| iso.intern(name));
    let [Ok(a), Ok(b), Ok(c), Ok(d)] = names else { return Err(raise::memory_error(iso)) };
    let names = iso.new_tuple(&[a, b, c, d])?;
    iso.call_keywords(namespace, &values, names)
}

/// Shorter waits are not worth a turn of another thread, and may have to be exact.
const SHORTEST_TURN_NS: u64 = 100_000;

fn wait(iso: &mut Isolate, nanoseconds: u64) -> Completion {
    if iso.has_other_threads() && (nanoseconds == 0 || nanoseconds >= SHORTEST_TURN_NS) {
        return iso.block(WaitFor::Time, Some(nanoseconds), [Value::NONE; 2]);
    }
    let end = iso.platform.clock().monotonic_ns().saturating_add(nanoseconds);
    iso.sleep_until(end).map(|()| Value::NONE)
}

const TOO_LARGE: &str = "timestamp too large to convert to C PyTime_t";

/// Seconds as nanoseconds; parts of one are rounded.
fn nanoseconds_argument(iso: &mut Isolate, seconds: Value, round: fn(f64) -> f64) -> Completion<i64> {
    if let Some(seconds) = iso.as_float(seconds) {
        if seconds.is_nan() {
            return Err(raise::value_error(iso, "Invalid value NaN (not a number)"));
        }
        let rounded = round(seconds * 1e9);
        let nanoseconds = whole_number(rounded);
        return nanoseconds.ok_or_else(|| raise::overflow_error(iso, OUT_OF_RANGE));
    }
    let seconds = iso.index(seconds)?;
    let nanoseconds = iso.as_i64(seconds).and_then(|seconds| seconds.checked_mul(1_000_000_000));
    nanoseconds.ok_or_else(|| raise::overflow_error(iso, TOO_LARGE))
}

pub(super) fn sleep(iso: &mut Isolate, args: &[Value]) -> Completion {
    // A wait is rather too long than too short.
    let away_from_zero = |number| if number < 0.0 { libm::floor(number) } else { libm::ceil(number) };
    let seconds = argument(args, 0);
    if iso.as_float(seconds).is_none() && iso.lookup_special(seconds, names::__index__).is_none() {
        let kind = iso.type_name(seconds);
        let message = format!("'{kind}' object cannot be interpreted as an integer or float");
        return Err(raise::type_error(iso, &message));
    }
    match u64::try_from(nanoseconds_argument(iso, seconds, away_from_zero)?) {
        Ok(nanoseconds) => wait(iso, nanoseconds),
        Err(_) => Err(raise::value_error(iso, "sleep length must be non-negative")),
    }
}

fn set_clock(iso: &mut Isolate, clock: i32, nanoseconds: i64) -> Completion {
    match iso.platform.clock().set_clock_ns(clock, i128::from(nanoseconds)) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

pub(super) fn clock_settime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let clock = clock_argument(iso, args)?;
    let nanoseconds = nanoseconds_argument(iso, argument(args, 1), libm::floor)?;
    set_clock(iso, clock, nanoseconds)
}

pub(super) fn clock_settime_ns(iso: &mut Isolate, args: &[Value]) -> Completion {
    let clock = clock_argument(iso, args)?;
    let nanoseconds = iso.index(argument(args, 1))?;
    match iso.as_i64(nanoseconds) {
        Some(nanoseconds) => set_clock(iso, clock, nanoseconds),
        None => Err(raise::overflow_error(iso, TOO_LARGE)),
    }
}

/// Waits for a number of the unit, which has so many nanoseconds; negative numbers are no wait at all.
fn sleep_units(iso: &mut Isolate, args: &[Value], unit: u64) -> Completion {
    let delay = iso.to_isize(argument(args, 0))?;
    wait(iso, u64::try_from(delay).unwrap_or(0).saturating_mul(unit))
}

pub(super) fn sleep_ms(iso: &mut Isolate, args: &[Value]) -> Completion {
    sleep_units(iso, args, 1_000_000)
}

pub(super) fn sleep_us(iso: &mut Isolate, args: &[Value]) -> Completion {
    sleep_units(iso, args, 1000)
}

fn ticks(iso: &mut Isolate, divisor: u64) -> Completion {
    let now = asked(iso).monotonic_ns() / divisor;
    Ok(Value::small_int((now % TICKS_PERIOD as u64) as i64))
}

pub(super) fn ticks_ms(iso: &mut Isolate, _: &[Value]) -> Completion {
    ticks(iso, 1_000_000)
}

pub(super) fn ticks_us(iso: &mut Isolate, _: &[Value]) -> Completion {
    ticks(iso, 1000)
}

pub(super) fn ticks_cpu(iso: &mut Isolate, _: &[Value]) -> Completion {
    ticks(iso, 1)
}

pub(super) fn ticks_add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[ticks, delta] = args else { return Err(raise::internal(iso)) };
    let (ticks, delta) = (iso.to_isize(ticks)?, iso.to_isize(delta)?);
    if delta.unsigned_abs() >= TICKS_PERIOD as u64 / 2 {
        return Err(raise::overflow_error(iso, "ticks interval overflow"));
    }
    Ok(Value::small_int(ticks.wrapping_add(delta).rem_euclid(TICKS_PERIOD)))
}

pub(super) fn ticks_diff(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[end, start] = args else { return Err(raise::internal(iso)) };
    let (end, start) = (iso.to_isize(end)?, iso.to_isize(start)?);
    let half = TICKS_PERIOD / 2;
    Ok(Value::small_int(end.wrapping_sub(start).wrapping_add(half).rem_euclid(TICKS_PERIOD) - half))
}
