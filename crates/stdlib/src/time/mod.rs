//! `time`: clocks and waiting, and moments as fields and text.
//!
//! [`calendar`] reckons, [`format`] writes text, [`zone`] knows local time, [`tuples`] stands between fields and Python,
//! [`clocks`] reads clocks. Importing the module makes functions and constants only; `struct_time` and what depends on
//! the zone are made when a program first asks for them (`__getattr__`), `strptime` is a Python module of its own.

pub(crate) mod calendar;
mod clocks;
mod format;
mod tuples;
mod zone;

use calendar::Fields;
use ferropy_platform::clock::id;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `time`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "time",
    doc: "Clocks, waiting, and conversions between moments, their fields and text.\n\
          \n\
          A moment is a number of seconds since the Epoch, 1970-01-01 00:00:00 UTC, or a\n\
          tuple of its fields (year, month, day, hour, minute, second, weekday, day of\n\
          the year, daylight flag), which gmtime() and localtime() return as struct_time.",
    rows: ROWS,
    types: &[],
    initialize: Some(initialize),
    frozen: None,
};

const ROWS: &[Row] = &[
    function("time", "()", "Return the current time in seconds since the Epoch.", clocks::time),
    function("time_ns", "()", "Return the current time in nanoseconds since the Epoch.", clocks::time_ns),
    function("monotonic", "()", "Monotonic clock, cannot go backward.", clocks::monotonic),
    function("monotonic_ns", "()", "Monotonic clock, cannot go backward, as nanoseconds.", clocks::monotonic_ns),
    function("perf_counter", "()", "Performance counter for benchmarking.", clocks::monotonic),
    function("perf_counter_ns", "()", "Performance counter for benchmarking as nanoseconds.", clocks::monotonic_ns),
    function(
        "process_time",
        "()",
        "Process time for profiling: sum of the kernel and user-space CPU time.",
        clocks::process_time,
    ),
    function("process_time_ns", "()", "Process time for profiling as nanoseconds.", clocks::process_time_ns),
    function("thread_time", "()", "CPU time of this thread, for profiling.", clocks::thread_time),
    function("thread_time_ns", "()", "CPU time of this thread as nanoseconds.", clocks::thread_time_ns),
    function("clock_gettime", "(clk_id, /)", "The time of a clock of the system, in seconds.", clocks::clock_gettime),
    function(
        "clock_gettime_ns",
        "(clk_id, /)",
        "The time of a clock of the system, in nanoseconds.",
        clocks::clock_gettime_ns,
    ),
    function("clock_settime", "(clk_id, time, /)", "Set a clock of the system, in seconds.", clocks::clock_settime),
    function(
        "clock_settime_ns",
        "(clk_id, time, /)",
        "Set a clock of the system, in nanoseconds.",
        clocks::clock_settime_ns,
    ),
    function("clock_getres", "(clk_id, /)", "The resolution of a clock, in seconds.", clocks::clock_getres),
    function("get_clock_info", "(name, /)", "What is known about the clock of that name.", clocks::get_clock_info),
    function("sleep", "(seconds, /)", "Delay execution for a given number of seconds.", clocks::sleep),
    function("sleep_ms", "(ms, /)", "Delay execution for a given number of milliseconds.", clocks::sleep_ms),
    function("sleep_us", "(us, /)", "Delay execution for a given number of microseconds.", clocks::sleep_us),
    function("ticks_ms", "()", "Return a millisecond counter that wraps around.", clocks::ticks_ms),
    function("ticks_us", "()", "Return a microsecond counter that wraps around.", clocks::ticks_us),
    function("ticks_cpu", "()", "Return a counter of the highest resolution, which wraps around.", clocks::ticks_cpu),
    function("ticks_add", "(ticks, delta, /)", "Offset ticks value by a given number.", clocks::ticks_add),
    function(
        "ticks_diff",
        "(ticks1, ticks2, /)",
        "Measure ticks difference between values returned from ticks functions.",
        clocks::ticks_diff,
    ),
    function("gmtime", "(seconds=None, /)", "The fields of a moment in UTC; of now without one.", gmtime),
    function("localtime", "(seconds=None, /)", "The fields of a moment in local time; of now without one.", localtime),
    function("mktime", "(time_tuple, /)", "The moment of fields in local time: seconds since the Epoch.", zone::mktime),
    function("asctime", "(time_tuple=<unrepresentable>, /)", "Fields as text: 'Sat Jun 06 16:26:11 1998'.", asctime),
    function("ctime", "(seconds=None, /)", "A moment in local time as text: 'Sat Jun 06 16:26:11 1998'.", ctime),
    function(
        "strftime",
        "(format, time_tuple=<unrepresentable>, /)",
        "Fields as text in a format. Directives are, among others:\n\
         \n\
         %Y year, %m month, %d day of the month, %H hour, %M minute, %S second,\n\
         %y year of the century, %j day of the year, %I hour from 1 to 12, %p AM or PM,\n\
         %a %A name of the weekday, %b %B name of the month, short and long,\n\
         %w %u weekday from Sunday as 0 and from Monday as 1,\n\
         %U %W week that begins on Sunday or Monday, %G %V year and week of ISO 8601,\n\
         %z offset from UTC, %Z name of the zone, %c %x %X date and time as usual, %% '%'.",
        strftime,
    ),
    function(
        "strptime",
        "(string, format='%a %b %d %H:%M:%S %Y', /)",
        "The fields that a text has in a format.",
        strptime,
    ),
    function("tzset", "()", "Take the zone of local time from the environment's TZ.", zone::tzset),
    function("__getattr__", "(name, /)", "Attributes that are made when they are first asked for.", attribute),
    function("__dir__", "()", "The names in the module.", names),
];

const CLOCKS: [(&str, i32); 7] = [
    ("CLOCK_REALTIME", id::REAL_TIME),
    ("CLOCK_MONOTONIC", id::MONOTONIC),
    ("CLOCK_PROCESS_CPUTIME_ID", id::PROCESS),
    ("CLOCK_THREAD_CPUTIME_ID", id::THREAD),
    ("CLOCK_MONOTONIC_RAW", id::MONOTONIC_RAW),
    ("CLOCK_BOOTTIME", id::BOOT_TIME),
    ("CLOCK_TAI", id::ATOMIC),
];

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    for (name, number) in CLOCKS {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, Value::small_int(i64::from(number)))?;
    }
    Ok(Value::NONE)
}

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

/// `__getattr__`: makes `struct_time` and the zone's constants. `__all__` lets `from time import *` find them.
fn attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let name = argument(args, 0);
    let text = iso.to_text(name).unwrap_or_default();
    if text == "struct_time" {
        return tuples::struct_time(iso);
    }
    if text == "__all__" {
        return names_that(iso, |name| !name.starts_with(b"_"));
    }
    let dict = tuples::module_dict(iso)?;
    if zone::CONSTANTS.contains(&text.as_str()) {
        zone::set_constants(iso, dict)?;
        let name = iso.intern(&text)?;
        if let Some(value) = iso.heap.dict_get_name(dict, name) {
            return Ok(value);
        }
    }
    Err(crate::no_attribute(iso, "time", name))
}

/// `__dir__`: the names of all that a program can ask for.
fn names(iso: &mut Isolate, _: &[Value]) -> Completion {
    names_that(iso, |name| !matches!(name, b"__getattr__" | b"__dir__"))
}

fn names_that(iso: &mut Isolate, are_wanted: fn(&[u8]) -> bool) -> Completion {
    tuples::struct_time(iso)?;
    let dict = tuples::module_dict(iso)?;
    let name = iso.intern("timezone")?;
    if iso.heap.dict_get_name(dict, name).is_none() {
        zone::set_constants(iso, dict)?;
    }
    let keys = iso.collect_items(dict)?;
    let is_kept = |&key: &Value| are_wanted(iso.heap.str_bytes(key).unwrap_or_default());
    let kept: alloc::vec::Vec<Value> = iso.heap.items(keys).filter(is_kept).collect();
    iso.new_list(&kept)
}

const OUT_OF_RANGE: &str = "timestamp out of range for platform time_t";

/// A float without a fraction as an integer, if it fits 64 bits.
fn whole_number(float: f64) -> Option<i64> {
    let end = -(i64::MIN as f64);
    (-end..end).contains(&float).then_some(float as i64)
}

/// A moment in whole seconds, rounded down; now if none is given.
fn moment_argument(iso: &mut Isolate, args: &[Value]) -> Completion<i64> {
    let Some(value) = argument(args, 0).given().filter(|value| !value.is_none()) else {
        return Ok(now(iso));
    };
    let seconds = match iso.as_float(value) {
        Some(seconds) if seconds.is_nan() => {
            return Err(raise::value_error(iso, "Invalid value NaN (not a number)"));
        }
        Some(seconds) => whole_number(libm::floor(seconds)),
        None => {
            let seconds = iso.index(value)?;
            iso.as_i64(seconds)
        }
    };
    seconds.ok_or_else(|| raise::overflow_error(iso, OUT_OF_RANGE))
}

fn now(iso: &mut Isolate) -> i64 {
    iso.platform.clock().wall_ns().div_euclid(1_000_000_000) as i64
}

/// What C says to moments whose year fits no int.
fn in_range(iso: &mut Isolate, fields: Option<Fields>) -> Completion<Fields> {
    const VALUE_TOO_LARGE: i32 = 75;
    fields.ok_or_else(|| raise::os_error(iso, VALUE_TOO_LARGE))
}

fn local(iso: &mut Isolate, seconds: i64) -> Completion<Fields> {
    let fields = zone::local_fields(iso, seconds);
    in_range(iso, fields)
}

fn gmtime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let seconds = moment_argument(iso, args)?;
    let fields = in_range(iso, calendar::fields_from_seconds(seconds))?;
    let fields = Fields { zone: Some("GMT".into()), offset: Some(0), ..fields };
    tuples::from_fields(iso, &fields)
}

fn localtime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let seconds = moment_argument(iso, args)?;
    let fields = local(iso, seconds)?;
    tuples::from_fields(iso, &fields)
}

/// The fields of an argument that text is made of; of now if none is given.
fn fields_argument(iso: &mut Isolate, value: Value, function: &str) -> Completion<Fields> {
    match value.given() {
        Some(value) => {
            let fields = tuples::fields_argument(iso, value, function)?;
            tuples::check(iso, fields)
        }
        None => {
            let now = now(iso);
            local(iso, now)
        }
    }
}

fn asctime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let fields = fields_argument(iso, argument(args, 0), "asctime")?;
    tuples::shown(iso, &fields)
}

fn ctime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let seconds = moment_argument(iso, args)?;
    let fields = local(iso, seconds)?;
    tuples::shown(iso, &fields)
}

fn strftime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let format = argument(args, 0);
    tuples::text_argument(iso, format, "strftime")?;
    let format = iso.unwrap(format);
    let format = iso.heap.str_bytes(format).unwrap_or_default().to_vec();
    let fields = fields_argument(iso, argument(args, 1), "strftime")?;
    let text = format::strftime(&format, &fields, &mut zone::LocalZone(iso));
    iso.new_text(&text)
}

fn strptime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let module = iso.import_dotted("_strptime")?;
    let name = iso.intern("_strptime_time")?;
    let given: alloc::vec::Vec<Value> = args.iter().filter_map(|value| value.given()).collect();
    iso.call_method(module, name, &given)
}
