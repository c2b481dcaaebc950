//! What `irq()` of pins and other parts gives: the way to a handler.

use super::{argument, ask};
use ferropy_platform::hardware::source;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method};
use ferropy_runtime::{Completion, Handler, Isolate, Value, raise};

/// A record: the number is the source's, field 0 what the handler is called with.
pub(super) static IRQ: TypeSpec = TypeSpec::new("irq", "A handler for what happens outside of the program.", ROWS)
    .in_module("machine")
    .with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[
    method("__call__", "($self, /)", "Call the handler, as if something had happened.", call),
    method("flags", "($self, /)", "What happened last, by bits.", flags),
    method("trigger", "($self, trigger=<unrepresentable>, /)", "What calls the handler, by bits; or set it.", trigger),
];

/// Sets a handler and what it waits for, and gives the object for it.
pub(super) fn set(iso: &mut Isolate, handler: Handler) -> Completion {
    watch(iso, handler.source, 0)?;
    iso.set_handler(handler);
    if !handler.function.is_none() {
        watch(iso, handler.source, handler.trigger)?;
    }
    object(iso, handler.source, handler.argument)
}

/// The object for a source's handler.
pub(super) fn object(iso: &mut Isolate, source: u16, parent: Value) -> Completion {
    let Some(id) = iso.find_type(&IRQ) else { return Err(raise::internal(iso)) };
    iso.new_record(id, source.into(), &[parent])
}

/// Lets the hardware leave events.
fn watch(iso: &mut Isolate, source: u16, trigger: u16) -> Completion<()> {
    match source {
        source::PIN..source::TIMER => ask(iso, |hardware| hardware.watch_pin(source as u8, trigger as u8)),
        source::UART..source::I2C => ask(iso, |hardware| {
            hardware.watch_uart((source - source::UART) as u8, trigger);
            Ok(())
        }),
        _ => Ok(()),
    }
}

fn source_of(iso: &Isolate, args: &[Value]) -> u16 {
    iso.heap.number(argument(args, 0)) as u16
}

fn flags(iso: &mut Isolate, args: &[Value]) -> Completion {
    let source = source_of(iso, args);
    let flags = iso.handler_mut(source).map_or(0, |handler| handler.flags);
    Ok(Value::small_int(flags.into()))
}

fn trigger(iso: &mut Isolate, args: &[Value]) -> Completion {
    let source = source_of(iso, args);
    let before = iso.handler_mut(source).map_or(0, |handler| handler.trigger);
    if let Some(new) = argument(args, 1).given() {
        let new = iso.to_isize(new)? as u16;
        if let Some(handler) = iso.handler_mut(source) {
            handler.trigger = new;
        }
        watch(iso, source, new)?;
    }
    Ok(Value::small_int(before.into()))
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let source = source_of(iso, args);
    match iso.handler_mut(source).map(|handler| (handler.function, handler.argument)) {
        Some((function, argument)) if !function.is_none() => {
            iso.schedule(function, argument);
        }
        _ => {}
    }
    Ok(Value::NONE)
}
