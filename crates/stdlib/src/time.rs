//! `time`: clocks and waiting.

use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `time`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "time",
    doc: "This module provides various functions to manipulate time values.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("time", "()", "Return the current time in seconds since the Epoch.", time),
    function("time_ns", "()", "Return the current time in nanoseconds since the Epoch.", time_ns),
    function("monotonic", "()", "Monotonic clock, cannot go backward.", monotonic),
    function("monotonic_ns", "()", "Monotonic clock, cannot go backward, as nanoseconds.", monotonic_ns),
    function("perf_counter", "()", "Performance counter for benchmarking.", monotonic),
    function("perf_counter_ns", "()", "Performance counter for benchmarking as nanoseconds.", monotonic_ns),
    function(
        "process_time",
        "()",
        "Process time for profiling: sum of the kernel and user-space CPU time.",
        process_time,
    ),
    function("process_time_ns", "()", "Process time for profiling as nanoseconds.", process_time_ns),
    function("sleep", "(seconds, /)", "Delay execution for a given number of seconds.", sleep),
    function("sleep_ms", "(ms, /)", "Delay execution for a given number of milliseconds.", sleep_ms),
    function("sleep_us", "(us, /)", "Delay execution for a given number of microseconds.", sleep_us),
    function("ticks_ms", "()", "Return a millisecond counter that wraps around.", ticks_ms),
    function("ticks_us", "()", "Return a microsecond counter that wraps around.", ticks_us),
    function("ticks_cpu", "()", "Return a counter of the highest resolution, which wraps around.", ticks_cpu),
    function("ticks_add", "(ticks, delta, /)", "Offset ticks value by a given number.", ticks_add),
    function(
        "ticks_diff",
        "(ticks1, ticks2, /)",
        "Measure ticks difference between values returned from ticks functions.",
        ticks_diff,
    ),
];

/// Tick counters wrap at this: the same on every platform.
const TICKS_PERIOD: i64 = 1 << 30;

fn time(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().wall_ns();
    iso.new_float(now as f64 / 1e9)
}

fn time_ns(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().wall_ns();
    iso.new_int(now as i64)
}

fn monotonic(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().monotonic_ns();
    iso.new_float(now as f64 / 1e9)
}

fn monotonic_ns(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().monotonic_ns();
    iso.new_int(now as i64)
}

fn process_time(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().process_ns();
    iso.new_float(now as f64 / 1e9)
}

fn process_time_ns(iso: &mut Isolate, _: &[Value]) -> Completion {
    let now = iso.platform.clock().process_ns();
    iso.new_int(now as i64)
}

fn wait(iso: &mut Isolate, nanoseconds: f64) -> Completion {
    if nanoseconds.is_nan() {
        return Err(raise::value_error(iso, "Invalid value NaN (not a number)"));
    }
    if nanoseconds < 0.0 {
        return Err(raise::value_error(iso, "sleep length must be non-negative"));
    }
    if nanoseconds > 9.2e18 {
        return Err(raise::overflow_error(iso, "timestamp too large to convert to C PyTime_t"));
    }
    if iso.platform.clock().sleep_ns(nanoseconds as u64).is_err() && iso.platform.console().take_interrupt() {
        return Err(raise::keyboard_interrupt(iso));
    }
    Ok(Value::NONE)
}

fn argument(iso: &mut Isolate, args: &[Value]) -> Completion {
    args.first().copied().ok_or_else(|| raise::internal(iso))
}

fn sleep(iso: &mut Isolate, args: &[Value]) -> Completion {
    let seconds = argument(iso, args)?;
    let seconds = iso.to_f64(seconds)?;
    wait(iso, seconds * 1e9)
}

fn sleep_ms(iso: &mut Isolate, args: &[Value]) -> Completion {
    let delay = argument(iso, args)?;
    let delay = iso.to_isize(delay)?.max(0);
    wait(iso, delay as f64 * 1e6)
}

fn sleep_us(iso: &mut Isolate, args: &[Value]) -> Completion {
    let delay = argument(iso, args)?;
    let delay = iso.to_isize(delay)?.max(0);
    wait(iso, delay as f64 * 1e3)
}

fn ticks(iso: &mut Isolate, divisor: u64) -> Completion {
    let now = iso.platform.clock().monotonic_ns() / divisor;
    Ok(Value::small_int((now % TICKS_PERIOD as u64) as i64))
}

fn ticks_ms(iso: &mut Isolate, _: &[Value]) -> Completion {
    ticks(iso, 1_000_000)
}

fn ticks_us(iso: &mut Isolate, _: &[Value]) -> Completion {
    ticks(iso, 1000)
}

fn ticks_cpu(iso: &mut Isolate, _: &[Value]) -> Completion {
    ticks(iso, 1)
}

fn ticks_add(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[ticks, delta] = args else { return Err(raise::internal(iso)) };
    let (ticks, delta) = (iso.to_isize(ticks)?, iso.to_isize(delta)?);
    if delta.unsigned_abs() >= TICKS_PERIOD as u64 / 2 {
        return Err(raise::overflow_error(iso, "ticks interval overflow"));
    }
    Ok(Value::small_int(ticks.wrapping_add(delta).rem_euclid(TICKS_PERIOD)))
}

fn ticks_diff(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[end, start] = args else { return Err(raise::internal(iso)) };
    let (end, start) = (iso.to_isize(end)?, iso.to_isize(start)?);
    let half = TICKS_PERIOD / 2;
    Ok(Value::small_int(end.wrapping_sub(start).wrapping_add(half).rem_euclid(TICKS_PERIOD) - half))
}
