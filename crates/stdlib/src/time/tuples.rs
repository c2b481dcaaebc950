//! `struct_time` and the tuples that stand for it: fields to and from Python.

use super::calendar::{Fields, YEARS};
use super::format;
use alloc::format as text;
use alloc::string::ToString;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, raise};

const SHOWN: [&str; 9] =
    ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];
const HIDDEN: [&str; 2] = ["tm_zone", "tm_gmtoff"];
const DOC: &str = "The time value as returned by gmtime(), localtime(), and strptime(), and\n\
    accepted by asctime(), mktime() and strftime(). It is a tuple of nine integers\n\
    that have names as well; tm_zone and tm_gmtoff are attributes behind them.";

/// The dict of the module `time`.
pub(super) fn module_dict(iso: &mut Isolate) -> Completion {
    let module = iso.import_dotted("time")?;
    if !iso.is_instance_of(module, TypeId::MODULE) {
        return Err(raise::internal(iso));
    }
    Ok(iso.module_dict(module))
}

/// The class `struct_time`, made when it is needed first.
pub(super) fn struct_time(iso: &mut Isolate) -> Completion {
    let dict = module_dict(iso)?;
    let name = iso.intern("struct_time")?;
    if let Some(class) = iso.heap.dict_get_name(dict, name) {
        return Ok(iso.keep(class));
    }
    let maker = iso.import_dotted("_structseq")?;
    let attribute = iso.intern("structseq")?;
    let maker = iso.get_attr(maker, attribute)?;
    let qualified = iso.intern("time.struct_time")?;
    let shown = names(iso, &SHOWN)?;
    let doc = iso.new_str(DOC)?;
    let hidden = names(iso, &HIDDEN)?;
    let keywords = names(iso, &["hidden"])?;
    let class = iso.call_keywords(maker, &[qualified, shown, doc, hidden], keywords)?;
    iso.heap.dict_set_plain(dict, name, class)?;
    Ok(class)
}

fn names(iso: &mut Isolate, names: &[&str]) -> Completion {
    let mut values = alloc::vec::Vec::with_capacity(names.len());
    for name in names {
        values.push(iso.intern(name)?);
    }
    iso.new_tuple(&values)
}

/// The fields as a `struct_time`.
pub(super) fn from_fields(iso: &mut Isolate, fields: &Fields) -> Completion {
    let class = struct_time(iso)?;
    let zone = match &fields.zone {
        Some(name) => iso.new_str(name)?,
        None => Value::NONE,
    };
    let numbers = [
        fields.year,
        fields.month,
        fields.day,
        fields.hour,
        fields.minute,
        fields.second,
        fields.weekday,
        fields.yearday,
        fields.dst,
    ];
    let mut items = alloc::vec::Vec::with_capacity(11);
    for number in numbers {
        items.push(iso.new_int(number)?);
    }
    items.push(zone);
    items.push(match fields.offset {
        Some(offset) => iso.new_int(offset)?,
        None => Value::NONE,
    });
    let items = iso.new_tuple(&items)?;
    iso.call(class, &[items])
}

/// The fields of an argument: a `struct_time`, or a tuple of nine integers. Nothing is said of their ranges.
pub(super) fn fields_argument(iso: &mut Isolate, value: Value, function: &str) -> Completion<Fields> {
    if !iso.is_instance_of(value, TypeId::TUPLE) {
        return Err(raise::type_error(iso, "Tuple or struct_time argument required"));
    }
    let tuple = iso.unwrap(value);
    if iso.heap.sequence_len(tuple) != 9 {
        return Err(raise::type_error(iso, &text!("{function}(): illegal time tuple argument")));
    }
    let mut numbers = [0; 9];
    for (place, number) in numbers.iter_mut().enumerate() {
        let item = iso.heap.tuple_item(tuple, place).unwrap_or(Value::NONE);
        *number = int_argument(iso, item)?;
    }
    let [year, month, day, hour, minute, second, weekday, yearday, dst] = numbers;
    if !YEARS.contains(&year) {
        return Err(raise::overflow_error(iso, "year out of range"));
    }
    let mut fields = Fields { year, month, day, hour, minute, second, weekday, yearday, dst, zone: None, offset: None };
    if iso.type_of(value) == struct_time(iso)? {
        let [zone, offset] = HIDDEN.map(|name| {
            let name = iso.intern(name)?;
            iso.get_attr(value, name)
        });
        let (zone, offset) = (zone?, offset?);
        if !zone.is_none() {
            fields.zone = iso.to_text(zone);
        }
        if !offset.is_none() {
            fields.offset = Some(iso.to_isize(offset)?);
        }
    }
    Ok(fields)
}

/// An integer that fits C's `int`.
pub(super) fn int_argument(iso: &mut Isolate, value: Value) -> Completion<i64> {
    let value = iso.index(value)?;
    let message = match iso.as_i64(value) {
        None => "Python int too large to convert to C long",
        Some(number) if number > i64::from(i32::MAX) => "signed integer is greater than maximum",
        Some(number) if number < i64::from(i32::MIN) => "signed integer is less than minimum",
        Some(number) => return Ok(number),
    };
    Err(raise::overflow_error(iso, message))
}

/// Raises if an argument is no text.
pub(super) fn text_argument(iso: &mut Isolate, value: Value, function: &str) -> Completion<()> {
    if iso.is_instance_of(value, TypeId::STR) {
        return Ok(());
    }
    let kind = if value.is_none() { "None".to_string() } else { iso.type_name(value) };
    Err(raise::type_error(iso, &text!("{function}() argument 1 must be str, not {kind}")))
}

/// Checks what text is made of: outside their ranges the names of months and the like are unknown. A month, day or
/// day of the year of 0 is the first.
pub(super) fn check(iso: &mut Isolate, mut fields: Fields) -> Completion<Fields> {
    for first in [&mut fields.month, &mut fields.day, &mut fields.yearday] {
        if *first == 0 {
            *first = 1;
        }
    }
    // C counts weekdays from Sunday, and so does the check.
    let from_sunday = i64::from((fields.weekday as i32).wrapping_add(1) % 7);
    let wrong = [
        ((1..=12).contains(&fields.month), "month"),
        ((1..=31).contains(&fields.day), "day of month"),
        ((0..=23).contains(&fields.hour), "hour"),
        ((0..=59).contains(&fields.minute), "minute"),
        ((0..=61).contains(&fields.second), "seconds"),
        (from_sunday >= 0, "day of week"),
        ((1..=366).contains(&fields.yearday), "day of year"),
    ];
    if let Some((_, what)) = wrong.iter().find(|(fits, _)| !fits) {
        return Err(raise::value_error(iso, &text!("{what} out of range")));
    }
    fields.weekday = (from_sunday + 6) % 7;
    fields.dst = fields.dst.clamp(-1, 1);
    Ok(fields)
}

/// The fields as `asctime()` and `ctime()` show them.
pub(super) fn shown(iso: &mut Isolate, fields: &Fields) -> Completion {
    let text = format::asctime(fields).to_string();
    iso.new_str(&text)
}
