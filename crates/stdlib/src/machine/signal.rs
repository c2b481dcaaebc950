//! `Signal`: a pin, or anything with a `value()`, that is on when it is high, or when it is low.

use super::pin::PIN;
use super::{argument, given};
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: field 0 is the pin, the number whether low is on.
pub(super) static SIGNAL: TypeSpec =
    TypeSpec::new("Signal", "Signal(pin, *args, invert=False)\n--\n\nA pin that is on or off.", ROWS)
        .in_module("machine");

const ROWS: &[Row] = &[
    static_method("__new__", "($type, pin, /, *args, invert=False, **pin_arguments)", "A signal.", new),
    method("__call__", "($self, x=<unrepresentable>, /)", "As value().", value),
    method("value", "($self, x=<unrepresentable>, /)", "Whether the signal is on; or set it.", value),
    method("on", "($self, /)", "Turn it on.", |iso, args| set(iso, argument(args, 0), true)),
    method("off", "($self, /)", "Turn it off.", |iso, args| set(iso, argument(args, 0), false)),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, first, invert, rest, keywords] = args else { return Err(raise::internal(iso)) };
    let invert = match invert.given() {
        Some(invert) => iso.is_true(invert)?,
        None => false,
    };
    let name = iso.intern("value")?;
    let has_value = iso.as_str(first).is_none() && iso.get_attr_opt(first, name)?.is_some();
    let pin = if has_value {
        first
    } else {
        let mut values: Vec<Value> = core::iter::once(first).chain(iso.heap.items(rest)).collect();
        let mut names = Vec::new();
        for (key, value) in iso.heap.entries(keywords) {
            names.push(key);
            values.push(value);
        }
        let names = iso.new_tuple(&names)?;
        let Some(id) = iso.find_type(&PIN) else { return Err(raise::internal(iso)) };
        iso.call_keywords(id.value(), &values, names)?
    };
    let Some(id) = iso.find_type(&SIGNAL) else { return Err(raise::internal(iso)) };
    let signal = iso.new_record(id, invert.into(), &[pin])?;
    iso.wrap_new(class, id, signal)
}

fn set(iso: &mut Isolate, signal: Value, on: bool) -> Completion {
    let high = on != (iso.heap.number(signal) != 0);
    let (pin, name) = (iso.heap.field(signal, 0), iso.intern("value")?);
    iso.call_method(pin, name, &[Value::small_int(high.into())])?;
    Ok(Value::NONE)
}

fn value(iso: &mut Isolate, args: &[Value]) -> Completion {
    let signal = argument(args, 0);
    if let Some(on) = given(args, 1) {
        let on = iso.is_true(on)?;
        return set(iso, signal, on);
    }
    let (pin, name) = (iso.heap.field(signal, 0), iso.intern("value")?);
    let high = iso.call_method(pin, name, &[])?;
    let on = iso.is_true(high)? != (iso.heap.number(signal) != 0);
    Ok(Value::small_int(on.into()))
}
