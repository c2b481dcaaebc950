//! `Timer`: calls of a function after a time, or again and again. Timers are the interpreter's alarms, of which there are as
//! many as there is memory for.

use super::{argument, given, int};
use alloc::format;
use ferropy_platform::Error;
use ferropy_platform::hardware::source;
use ferropy_runtime::native::{Row, TypeSpec, constant, method, static_method};
use ferropy_runtime::{Completion, Handler, Isolate, Value, raise};

/// A record: the number is the source's, 0 as long as it never ran; fields: the mode, microseconds of the period.
pub(super) static TIMER: TypeSpec = TypeSpec::new(
    "Timer",
    "Timer(id=-1, *, mode=PERIODIC, callback=None, period=-1, tick_hz=1000, freq=None, hard=False)\n--\n\nA timer.",
    ROWS,
)
.in_module("machine");

const ONE_SHOT: i64 = 0;
const PERIODIC: i64 = 1;

const MODE: usize = 0;
const PERIOD: usize = 1;

const ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, id=-1, /, *, mode=1, callback=None, period=4294967295, tick_hz=1000, freq=None, hard=False)",
        "A timer, which runs at once if it is said how.",
        new,
    ),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method(
        "init",
        "($self, /, *, mode=1, callback=None, period=4294967295, tick_hz=1000, freq=None, hard=False)",
        "Let it run.",
        |iso, args| {
            let timer = argument(args, 0);
            stop(iso, timer);
            start(iso, timer, args.get(1..).unwrap_or(&[])).map(|()| Value::NONE)
        },
    ),
    method("deinit", "($self, /)", "Stop it.", |iso, args| {
        stop(iso, argument(args, 0));
        Ok(Value::NONE)
    }),
    constant("ONE_SHOT", "A timer that calls once.", int::<ONE_SHOT>),
    constant("PERIODIC", "A timer that calls again and again.", int::<PERIODIC>),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let settings = args.get(2..).unwrap_or(&[]);
    if let Some(id) = argument(args, 1).given()
        && iso.to_isize(id)? != -1
    {
        return Err(raise::value_error(iso, "Timer doesn't exist"));
    }
    let Some(id) = iso.find_type(&TIMER) else { return Err(raise::internal(iso)) };
    let timer = iso.new_record(id, 0, &[Value::small_int(ONE_SHOT), Value::small_int(0)])?;
    if settings.iter().any(|value| value.given().is_some()) {
        start(iso, timer, settings)?;
    }
    iso.wrap_new(argument(args, 0), id, timer)
}

/// The microseconds of a period that is given by its frequency, or by its length in ticks.
fn period(iso: &mut Isolate, ticks: Value, tick_hz: Value, frequency: Option<Value>) -> Completion<u64> {
    let microseconds = if let Some(frequency) = frequency {
        let frequency = iso.to_f64(frequency)?;
        if frequency <= 0.0 || frequency.is_nan() {
            return Err(raise::value_error(iso, "freq must be above 0"));
        }
        (1e6 / frequency) as u64
    } else {
        let ticks = iso.to_size(ticks.or(Value::small_int(u32::MAX.into())))? as u64;
        match iso.to_size(tick_hz.or(Value::small_int(1000)))? as u64 {
            0 => return Err(raise::value_error(iso, "tick_hz must be above 0")),
            hertz => ticks.saturating_mul(1_000_000) / hertz,
        }
    };
    Ok(microseconds.clamp(1, u64::MAX / 2000))
}

/// The arguments mode, callback, period, tick_hz, freq, hard.
fn start(iso: &mut Isolate, timer: Value, args: &[Value]) -> Completion<()> {
    let mode = iso.to_isize(argument(args, 0).or(Value::small_int(PERIODIC)))?;
    let function = argument(args, 1).or(Value::NONE);
    let microseconds = period(iso, argument(args, 2), argument(args, 3), given(args, 4))?;
    let is_hard = iso.is_true(argument(args, 5).or(Value::bool(false)))?;
    let shown = iso.new_int(microseconds as i64)?;
    iso.heap.set_field(timer, MODE, Value::small_int(mode));
    iso.heap.set_field(timer, PERIOD, shown);
    let mut free = (source::TIMER..source::UART).filter(|&source| !iso.has_alarm(source));
    let Some(source) = free.next() else { return Err(raise::os_error(iso, Error::NO_MEMORY.code())) };
    drop(free);
    iso.heap.set_number(timer, source.into());
    iso.set_handler(Handler { source, trigger: 0, flags: 0, is_hard, function, argument: timer });
    let nanoseconds = microseconds.saturating_mul(1000);
    let at = iso.platform.clock().monotonic_ns().saturating_add(nanoseconds);
    iso.set_alarm(source, Some(at), if mode == ONE_SHOT { 0 } else { nanoseconds });
    Ok(())
}

fn stop(iso: &mut Isolate, timer: Value) {
    let source = iso.heap.number(timer) as u16;
    // Another timer may have its number when it has run out.
    if source != 0 && iso.handler_mut(source).is_some_and(|handler| handler.argument == timer) {
        iso.set_alarm(source, None, 0);
        iso.remove_handler(source);
    }
    iso.heap.set_number(timer, 0);
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let timer = argument(args, 0);
    let mode = if iso.heap.field(timer, MODE) == Value::small_int(ONE_SHOT) { "ONE_SHOT" } else { "PERIODIC" };
    let period = iso.as_i64(iso.heap.field(timer, PERIOD)).unwrap_or(0);
    let text = format!("Timer(mode={mode}, tick_hz=1000000, period={period})");
    iso.new_str(&text)
}
