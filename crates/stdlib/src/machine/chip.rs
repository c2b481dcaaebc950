//! The functions about the chip as a whole: identity, clock, sleep, resets, interrupts.

use super::{argument, ask, given, reach};
use ferropy_platform::Error;
use ferropy_runtime::native::TypeId;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// What `reset_cause()` gives after power came on, and after the watchdog has reset the board, which `reset()` does as well.
pub(super) const PWRON_RESET: i64 = 1;
pub(super) const WDT_RESET: i64 = 3;

pub(super) fn unique_id(iso: &mut Isolate, _: &[Value]) -> Completion {
    let id = ask(iso, |hardware| Ok(hardware.unique_id()))?;
    Ok(iso.heap.new_bytes(&id)?)
}

pub(super) fn freq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(hertz) = given(args, 0) else {
        let hertz = ask(iso, |hardware| Ok(hardware.frequency()))?;
        return iso.new_int(hertz.into());
    };
    let hertz = iso.to_isize(hertz)?;
    let peripherals = match given(args, 1) {
        Some(peripherals) => Some(iso.to_isize(peripherals)? as u32),
        None => None,
    };
    let hertz = u32::try_from(hertz).unwrap_or(0);
    match reach(iso, |hardware| hardware.set_frequency(hertz, peripherals))? {
        Ok(()) => Ok(Value::NONE),
        Err(Error::OUT_OF_RANGE) => {
            let message = "peripheral freq must be 48_000_000 or the same as the MCU freq";
            Err(raise::value_error(iso, message))
        }
        Err(_) => Err(raise::value_error(iso, "cannot change frequency")),
    }
}

/// Asks for what does not come back where it is possible.
fn leave(iso: &mut Isolate, how: fn(&mut dyn ferropy_platform::Hardware)) -> Completion {
    let _ = iso.platform.console().flush(ferropy_platform::Stream::Out);
    ask(iso, |hardware| {
        how(hardware);
        Err(Error::UNSUPPORTED)
    })
}

pub(super) fn reset(iso: &mut Isolate, _: &[Value]) -> Completion {
    leave(iso, |hardware| hardware.reset())
}

pub(super) fn bootloader(iso: &mut Isolate, _: &[Value]) -> Completion {
    leave(iso, |hardware| hardware.start_boot_loader())
}

/// The program ends; the board's session does the rest.
pub(super) fn soft_reset(iso: &mut Isolate, _: &[Value]) -> Completion {
    Err(raise::exception_with(iso, TypeId::SYSTEM_EXIT, &[]))
}

pub(super) fn reset_cause(iso: &mut Isolate, _: &[Value]) -> Completion {
    let watchdog = ask(iso, |hardware| Ok(hardware.was_reset_by_watchdog()))?;
    Ok(Value::small_int(if watchdog { WDT_RESET } else { PWRON_RESET }))
}

pub(super) fn idle(iso: &mut Isolate, _: &[Value]) -> Completion {
    ask(iso, |hardware| {
        hardware.idle();
        Ok(())
    })?;
    iso.look_at_world().map(|()| Value::NONE)
}

pub(super) fn lightsleep(iso: &mut Isolate, args: &[Value]) -> Completion {
    let milliseconds = match given(args, 0) {
        Some(time) => Some(iso.to_isize(time)?.max(0)),
        None => None,
    };
    // What the timer of the chip can compare.
    if milliseconds.is_some_and(|time| time > 4_294_967) {
        return Err(raise::value_error(iso, "sleep too long"));
    }
    match reach(iso, |hardware| hardware.light_sleep(milliseconds.map(|time| time as u32)))? {
        Ok(()) => Ok(Value::NONE),
        // What happened ends the sleep, when its handler has run.
        Err(Error::INTERRUPTED) => iso.look_at_world().map(|()| Value::NONE),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

pub(super) fn deepsleep(iso: &mut Isolate, args: &[Value]) -> Completion {
    lightsleep(iso, args)?;
    reset(iso, args)
}

pub(super) fn disable_irq(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::bool(iso.enable_handlers(false)))
}

pub(super) fn enable_irq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let on = iso.is_true(argument(args, 0).or(Value::TRUE))?;
    iso.enable_handlers(on);
    Ok(Value::NONE)
}
