//! `_datetime_steps`: what is done most with moments and spans of time, for exact instances of the classes of `datetime`,
//! which are Python. Each function gives None where there is more to do, having changed nothing.
//!
//! The fields of an instance are its class's slots, those of the base first: see [`moment`] and [`span`].

use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `_datetime_steps`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_datetime_steps",
    doc: "Steps of calculations with moments and spans of time.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("make_moment", "(cls, fields, /)", "A moment of checked fields.", make_moment),
    function("make_span", "(cls, parts, /)", "A span that is the sum of ints of several units.", make_span),
    function("move", "(moment, span, sign, /)", "A moment that many times a span later.", moved),
    function("between", "(later, earlier, cls, /)", "The span between two moments of one zone.", between),
    function("order", "(moment, other, /)", "A number below 0, 0 or above 0 for two moments of one zone.", order),
    function("add_spans", "(span, other, sign, /)", "The sum of a span and as many times another.", add_spans),
    function("format", "(moment, format, /)", "A day or moment as text, by digits only.", format),
    function("text", "(moment, separator, /)", "A moment without a zone in ISO 8601.", text),
];

/// The fields of a moment.
mod moment {
    /// Year, month, day, hour, minute, second, microsecond, the zone, the fold.
    pub(super) const COUNT: usize = 9;
    pub(super) const ZONE: usize = 7;
}

/// How many fields a span has: days, seconds, microseconds.
const SPAN: usize = 3;

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;
const LAST_ORDINAL: i64 = 3_652_059;
const MOST_DAYS: i64 = 999_999_999;

/// The first fields of an instance that are small ints.
fn ints<const COUNT: usize>(iso: &Isolate, object: Value) -> Option<[i64; COUNT]> {
    let mut ints = [0; COUNT];
    for (index, place) in ints.iter_mut().enumerate() {
        *place = iso.heap.field(object, index).as_small_int()?;
    }
    Some(ints)
}

/// Whether the value is an instance of a Python class with so many slots.
fn has_fields(iso: &Isolate, value: Value, count: usize) -> bool {
    iso.heap.kind(value) == Some(Kind::Instance) && iso.heap.field_count(value) >= count
}

/// An instance with these fields; None for a class whose instances have others.
fn instance(iso: &mut Isolate, class: Value, fields: &[Value]) -> Completion {
    if iso.heap.kind(class) != Some(Kind::Type) {
        return Ok(Value::NONE);
    }
    let made = iso.new_instance_of(class)?;
    if iso.heap.field_count(made) < fields.len() {
        return Ok(Value::NONE);
    }
    for (index, &field) in fields.iter().enumerate() {
        iso.heap.set_field(made, index, field);
    }
    Ok(made)
}

/// Days are counted by Howard Hinnant's algorithms, as in `datetime.py`: 0001-01-01 is 1.
fn ordinal(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month - 457) / 5 + day - 306
}

fn date_of(ordinal: i64) -> [i64; 3] {
    let (era, day) = ((ordinal + 305).div_euclid(146_097), (ordinal + 305).rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - ((153 * month + 2) / 5 - 1);
    let year = year + era * 400;
    if month < 10 { [year, month + 3, day] } else { [year + 1, month - 9, day] }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The microseconds that the clock shows, from the day before 0001-01-01 on.
fn micros_of(iso: &Isolate, moment: Value) -> Option<i64> {
    let fields @ [year, month, day, hour, minute, second, micros] = ints(iso, moment)?;
    are_possible(fields)
        .then(|| ordinal(year, month, day) * DAY + ((hour * 60 + minute) * 60 + second) * SECOND + micros)
}

/// Whether nobody has set fields to what they can't be: how large they are, that is.
fn are_possible([year, month, day, hour, minute, second, micros]: [i64; 7]) -> bool {
    let is_small = |number: i64| (0..100).contains(&number);
    (0..10_000).contains(&year)
        && [month, day, hour, minute, second].into_iter().all(is_small)
        && (0..SECOND).contains(&micros)
}

/// A span in microseconds: less than a hundred thousand million days of them fit.
fn micros_of_span(iso: &Isolate, span: Value) -> Option<i64> {
    let [days, seconds, micros] = ints(iso, span)?;
    let is_possible = (0..86_400).contains(&seconds) && (0..SECOND).contains(&micros);
    (is_possible && days.abs() < 100_000_000).then(|| (days * 86_400 + seconds) * SECOND + micros)
}

fn span_of(iso: &mut Isolate, class: Value, micros: i64) -> Completion {
    let (days, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
    if days.abs() > MOST_DAYS {
        return Ok(Value::NONE);
    }
    instance(iso, class, &[days, rest / SECOND, rest % SECOND].map(Value::small_int))
}

/// `make_moment(cls, fields)`: a tuple of year, month, day, hour, minute, second, microsecond and fold.
fn make_moment(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, fields] = args else { return Err(raise::internal(iso)) };
    let mut values = [0; 8];
    for (index, place) in values.iter_mut().enumerate() {
        match iso.heap.tuple_item(fields, index).and_then(Value::as_small_int) {
            Some(int) => *place = int,
            None => return Ok(Value::NONE),
        }
    }
    let [year, month, day, hour, minute, second, micros, fold] = values;
    let is_date =
        (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
    let is_time = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    if !is_date || !is_time || !(0..SECOND).contains(&micros) || !(0..2).contains(&fold) {
        return Ok(Value::NONE);
    }
    let [year, month, day, hour, minute, second, micros, fold] = values.map(Value::small_int);
    instance(iso, class, &[year, month, day, hour, minute, second, micros, Value::NONE, fold])
}

/// `make_span(cls, parts)`: a tuple of days, seconds, microseconds, milliseconds, minutes, hours and weeks.
fn make_span(iso: &mut Isolate, args: &[Value]) -> Completion {
    const UNITS: [i64; 7] = [DAY, SECOND, 1, 1000, 60 * SECOND, 3600 * SECOND, 7 * DAY];
    let &[class, parts] = args else { return Err(raise::internal(iso)) };
    let mut total = 0i64;
    for (index, unit) in UNITS.into_iter().enumerate() {
        let part = iso.heap.tuple_item(parts, index).and_then(Value::as_small_int);
        match part.and_then(|part| part.checked_mul(unit)).and_then(|micros| total.checked_add(micros)) {
            Some(sum) => total = sum,
            None => return Ok(Value::NONE),
        }
    }
    span_of(iso, class, total)
}

/// `move(moment, span, sign)`.
fn moved(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[moment, span, sign] = args else { return Err(raise::internal(iso)) };
    if !has_fields(iso, moment, moment::COUNT) || !has_fields(iso, span, SPAN) {
        return Ok(Value::NONE);
    }
    let sign = sign.as_small_int().unwrap_or(0).signum();
    let (Some(start), Some(distance)) = (micros_of(iso, moment), micros_of_span(iso, span)) else {
        return Ok(Value::NONE);
    };
    let end = start + sign * distance;
    let (day, rest) = (end.div_euclid(DAY), end.rem_euclid(DAY));
    if !(1..=LAST_ORDINAL).contains(&day) {
        return Ok(Value::NONE);
    }
    let [year, month, day] = date_of(day).map(Value::small_int);
    let seconds = rest / SECOND;
    let [hour, minute, second, micros] =
        [seconds / 3600, seconds / 60 % 60, seconds % 60, rest % SECOND].map(Value::small_int);
    let (class, zone) = (iso.type_of(moment), iso.heap.field(moment, moment::ZONE));
    instance(iso, class, &[year, month, day, hour, minute, second, micros, zone, Value::small_int(0)])
}

/// The microseconds of two moments that are of one zone.
fn of_one_zone(iso: &Isolate, one: Value, other: Value) -> Option<[i64; 2]> {
    if !has_fields(iso, one, moment::COUNT) || !has_fields(iso, other, moment::COUNT) {
        return None;
    }
    let same = iso.heap.field(one, moment::ZONE) == iso.heap.field(other, moment::ZONE);
    if same { Some([micros_of(iso, one)?, micros_of(iso, other)?]) } else { None }
}

/// `between(later, earlier, cls)`.
fn between(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[later, earlier, class] = args else { return Err(raise::internal(iso)) };
    match of_one_zone(iso, later, earlier) {
        Some([later, earlier]) => span_of(iso, class, later - earlier),
        None => Ok(Value::NONE),
    }
}

/// `order(moment, other)`.
fn order(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[one, other] = args else { return Err(raise::internal(iso)) };
    Ok(of_one_zone(iso, one, other).map_or(Value::NONE, |[one, other]| Value::small_int((one - other).signum())))
}

/// `add_spans(span, other, sign)`.
fn add_spans(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[one, other, sign] = args else { return Err(raise::internal(iso)) };
    if !has_fields(iso, one, SPAN) || !has_fields(iso, other, SPAN) {
        return Ok(Value::NONE);
    }
    let sign = sign.as_small_int().unwrap_or(0).signum();
    match (micros_of_span(iso, one), micros_of_span(iso, other)) {
        (Some(left), Some(right)) => {
            let class = iso.type_of(one);
            span_of(iso, class, left + sign * right)
        }
        _ => Ok(Value::NONE),
    }
}

/// Appends a number with zeros before it.
fn push_digits(out: &mut Vec<u8>, number: i64, digits: u32) {
    for place in (0..digits).rev() {
        out.push(b'0' + (number / 10i64.pow(place) % 10) as u8);
    }
}

/// `text(moment, separator)`: as `isoformat()` without arguments, or `str()`.
fn text(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[moment, separator] = args else { return Err(raise::internal(iso)) };
    if !has_fields(iso, moment, moment::COUNT) || !iso.heap.field(moment, moment::ZONE).is_none() {
        return Ok(Value::NONE);
    }
    let Some([year, month, day, hour, minute, second, micros]) =
        ints(iso, moment).filter(|&fields| are_possible(fields))
    else {
        return Ok(Value::NONE);
    };
    let mut out = Vec::with_capacity(32);
    push_digits(&mut out, year, 4);
    for (mark, number) in [(b'-', month), (b'-', day)] {
        out.push(mark);
        push_digits(&mut out, number, 2);
    }
    out.extend_from_slice(iso.heap.str_bytes(separator).unwrap_or(b"T"));
    push_digits(&mut out, hour, 2);
    for number in [minute, second] {
        out.push(b':');
        push_digits(&mut out, number, 2);
    }
    if micros > 0 {
        out.push(b'.');
        push_digits(&mut out, micros, 6);
    }
    iso.new_text(&out)
}

/// `format(moment, format)`: as `strftime()` with directives whose texts are digits of the fields.
fn format(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[moment, format] = args else { return Err(raise::internal(iso)) };
    let (is_moment, is_date) = (has_fields(iso, moment, moment::COUNT), has_fields(iso, moment, 3));
    let fields = if is_moment {
        ints(iso, moment)
    } else {
        ints(iso, moment).filter(|_| is_date).map(|[year, month, day]| [year, month, day, 0, 0, 0, 0])
    };
    let fields = fields.filter(|&fields| are_possible(fields));
    let (Some(fields), Some(format)) = (fields, iso.heap.str_bytes(format)) else { return Ok(Value::NONE) };
    match formatted(fields, format) {
        Some(text) => iso.new_text(&text),
        None => Ok(Value::NONE),
    }
}

/// Systems don't agree on years of less than four digits.
const LEAST_YEAR: i64 = 1000;

fn formatted([year, month, day, hour, minute, second, micros]: [i64; 7], format: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(format.len() + 32);
    let mut bytes = format.iter();
    if year < LEAST_YEAR || format.contains(&0) {
        return None;
    }
    while let Some(&byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let (number, digits) = match *bytes.next()? {
            b'Y' => (year, 4),
            b'm' => (month, 2),
            b'd' => (day, 2),
            b'H' => (hour, 2),
            b'I' => ((hour + 11) % 12 + 1, 2),
            b'M' => (minute, 2),
            b'S' => (second, 2),
            b'f' => (micros, 6),
            b'y' => (year % 100, 2),
            b'j' => (ordinal(year, month, day) - ordinal(year, 1, 1) + 1, 3),
            b'%' => {
                out.push(b'%');
                continue;
            }
            _ => return None,
        };
        push_digits(&mut out, number, digits);
    }
    Some(out)
}
