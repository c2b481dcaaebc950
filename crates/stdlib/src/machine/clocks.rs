//! `RTC` and `WDT`: the date, and the clock that resets a board whose program hangs.

use super::{argument, ask, given, set_date};
use crate::time::calendar::{days_from_date, fields_from_seconds};
use alloc::format;
use ferropy_platform::Error;
use ferropy_runtime::native::{Row, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

const SECOND: i128 = 1_000_000_000;

/// A record without content: there is one clock.
pub(super) static RTC: TypeSpec =
    TypeSpec::new("RTC", "RTC()\n--\n\nThe date and time of day, which the module time follows.", RTC_ROWS)
        .in_module("machine");

const RTC_ROWS: &[Row] = &[
    static_method("__new__", "($type, id=0, /)", "The clock.", |iso, args| singleton(iso, argument(args, 0), &RTC)),
    method(
        "datetime",
        "($self, datetimetuple=None, /)",
        "(year, month, day, weekday, hours, minutes, seconds, subseconds); or set it.",
        datetime,
    ),
];

fn singleton(iso: &mut Isolate, class: Value, spec: &'static TypeSpec) -> Completion {
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    let object = iso.new_record(id, 0, &[])?;
    iso.wrap_new(class, id, object)
}

fn datetime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(new) = given(args, 1) else {
        let seconds = iso.platform.clock().wall_ns().div_euclid(SECOND) as i64;
        let Some(now) = fields_from_seconds(seconds) else { return Err(raise::internal(iso)) };
        let fields = [now.year, now.month, now.day, now.weekday, now.hour, now.minute, now.second, 0];
        return iso.new_tuple(&fields.map(Value::small_int));
    };
    let items = iso.collect_items(new)?;
    let mut fields = [0; 8];
    if iso.heap.sequence_len(items) != fields.len() {
        return Err(raise::value_error(iso, "requested length 8 but object has another"));
    }
    for (place, field) in fields.iter_mut().enumerate() {
        let item = iso.heap.sequence_item(items, place).unwrap_or(Value::NONE);
        *field = iso.to_isize(item)?.clamp(-1_000_000, 1_000_000);
    }
    let [year, month, day, _, hour, minute, second, _] = fields;
    // Months beyond December belong to later years.
    let (years, month) = ((month - 1).div_euclid(12), (month - 1).rem_euclid(12) + 1);
    let days = days_from_date(year + years, month, day);
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    match set_date(iso, i128::from(seconds) * SECOND) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

/// A record without content: there is one watchdog.
pub(super) static WDT: TypeSpec =
    TypeSpec::new("WDT", "WDT(id=0, timeout=5000)\n--\n\nThe watchdog, which can't be stopped.", WDT_ROWS)
        .in_module("machine");

const WDT_ROWS: &[Row] = &[
    static_method("__new__", "($type, /, id=0, timeout=5000)", "Start the watchdog.", new_watchdog),
    method("feed", "($self, /)", "Feed it.", |iso, _| {
        ask(iso, |hardware| {
            hardware.feed_watchdog();
            Ok(Value::NONE)
        })
    }),
];

fn new_watchdog(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = iso.to_isize(argument(args, 1).or(Value::small_int(0)))?;
    if number != 0 {
        return Err(raise::value_error(iso, &format!("WDT({number}) doesn't exist")));
    }
    let timeout = iso.to_isize(argument(args, 2).or(Value::small_int(5000)))?;
    let longest = ask(iso, |hardware| Ok(hardware.longest_watchdog()))?;
    match u32::try_from(timeout).map_err(|_| Error::INVALID) {
        Ok(timeout) if timeout <= longest => ask(iso, |hardware| hardware.start_watchdog(timeout))?,
        _ => return Err(raise::value_error(iso, &format!("timeout exceeds {longest}"))),
    }
    singleton(iso, argument(args, 0), &WDT)
}
