//! `_signal`: what happens when a signal comes, by numbers and sets. `signal` is Python on top of it.
//!
//! A handler is 0 for what the system does by itself, 1 for nothing, 2 for `KeyboardInterrupt`, or what is called. Sets are
//! ints of 64 bits with a sign: bit `n - 1` stands for signal `n`.

use crate::posix::{argument, c_int, failed};
use ferropy_platform::signals::{Disposition, INTERRUPT, LAST, SignalTimer, TimerState};
use ferropy_platform::{Error, FileId};
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Isolate, Value, WaitFor, raise};

/// `_signal`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_signal",
    doc: "Signals by their numbers.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const DEFAULT_INT_HANDLER: &str = "The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.";

const ROWS: &[Row] = &[
    function("default_int_handler", "(signalnum, frame, /)", DEFAULT_INT_HANDLER, |iso, _| {
        Err(raise::keyboard_interrupt(iso))
    }),
    function("handler", "(signal, /)", "What happens when a signal comes.", handler),
    function("set_handler", "(signal, handler, /)", "Set what happens when a signal comes.", set_handler),
    function("block", "(set, /)", "Block these signals and no others: those that were.", block),
    function("blocked", "()", "The signals that are blocked.", |iso, _| {
        let set = iso.blocked_signals();
        iso.new_int(set as i64)
    }),
    function("pending", "()", "The signals that came and are blocked.", |iso, _| {
        let set = iso.waiting_signals() & iso.blocked_signals();
        iso.new_int(set as i64)
    }),
    function("wait", "(set, nanoseconds, /)", "Wait for a signal of a set, or None: its number, or None.", wait),
    function("pause", "()", "Wait until a handler was called.", |iso, _| {
        iso.begin_pause();
        iso.block(WaitFor::Signal(None), None, [Value::NONE; 2])
    }),
    function("raise_signal", "(signal, /)", "Send a signal to this process.", raise_signal),
    function("set_timer", "(which, first, period, /)", "Set a timer, in nanoseconds: how it stood.", set_timer),
    function("timer", "(which, /)", "How a timer stands.", timer),
    function("set_wakeup_file", "(fd, /)", "Write the numbers of signals to a file; -1 for none.", set_wakeup_file),
];

fn signal_of(iso: &mut Isolate, args: &[Value]) -> Completion<u32> {
    let signal = c_int(iso, argument(args, 0))?;
    match u32::try_from(signal) {
        Ok(signal @ 1..=LAST) => Ok(signal),
        _ => Err(raise::value_error(iso, "signal number out of range")),
    }
}

fn handler(iso: &mut Isolate, args: &[Value]) -> Completion {
    let signal = signal_of(iso, args)?;
    if let Some(function) = iso.signal_function(signal) {
        return Ok(function);
    }
    Ok(Value::small_int(match iso.signal_disposition(signal) {
        Disposition::Default => 0,
        Disposition::Interrupt => 2,
        // Those that are noted without a function are waited for by somebody.
        Disposition::Ignore | Disposition::Note => 1,
    }))
}

fn set_handler(iso: &mut Isolate, args: &[Value]) -> Completion {
    let signal = signal_of(iso, args)?;
    let handler = argument(args, 1);
    let (how, function) = match handler.as_small_int() {
        Some(0) => (Disposition::Default, None),
        Some(1) => (Disposition::Ignore, None),
        Some(2) if signal == INTERRUPT => (Disposition::Interrupt, None),
        _ => (Disposition::Note, Some(handler)),
    };
    iso.look_at_world()?;
    iso.set_signal(signal, how, function).map_err(|error| failed(iso, error))?;
    Ok(Value::NONE)
}

/// A set, or a time in nanoseconds: the bits of an int.
fn bits(iso: &mut Isolate, value: Value) -> Completion<u64> {
    Ok(iso.to_isize(value)? as u64)
}

fn block(iso: &mut Isolate, args: &[Value]) -> Completion {
    let set = bits(iso, argument(args, 0))?;
    let before = iso.blocked_signals();
    iso.block_signals(set).map_err(|error| failed(iso, error))?;
    // What waited comes now.
    iso.look_at_world()?;
    iso.new_int(before as i64)
}

fn wait(iso: &mut Isolate, args: &[Value]) -> Completion {
    let set = bits(iso, argument(args, 0))?;
    let nanoseconds = match argument(args, 1) {
        none if none.is_none() => None,
        time => Some(bits(iso, time)?),
    };
    iso.block_here(WaitFor::Signal(Some(set)), nanoseconds)?;
    Ok(iso.take_signal(set).map_or(Value::NONE, |signal| Value::small_int(i64::from(signal))))
}

fn raise_signal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let signal = c_int(iso, argument(args, 0))?;
    let own = i32::try_from(iso.platform.process().id()).unwrap_or(0);
    if signal == 0 {
        return Ok(Value::NONE);
    }
    iso.platform.process().send_signal(own, signal).map_err(|error| failed(iso, error))?;
    iso.look_at_world()?;
    Ok(Value::NONE)
}

fn timer_of(iso: &mut Isolate, args: &[Value]) -> Completion<SignalTimer> {
    match c_int(iso, argument(args, 0))? {
        0 => Ok(SignalTimer::Real),
        1 => Ok(SignalTimer::Virtual),
        2 => Ok(SignalTimer::Profiling),
        _ => Err(failed(iso, Error::INVALID)),
    }
}

fn new_state(iso: &mut Isolate, state: TimerState) -> Completion {
    let items = [iso.new_int(state.left_ns as i64)?, iso.new_int(state.period_ns as i64)?];
    iso.new_tuple(&items)
}

fn set_timer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let timer = timer_of(iso, args)?;
    let state = TimerState { left_ns: bits(iso, argument(args, 1))?, period_ns: bits(iso, argument(args, 2))? };
    let before = match iso.platform.signals() {
        Some(signals) => signals.set_timer(timer, state),
        None => Err(Error::UNSUPPORTED),
    };
    let before = before.map_err(|error| failed(iso, error))?;
    new_state(iso, before)
}

fn timer(iso: &mut Isolate, args: &[Value]) -> Completion {
    let timer = timer_of(iso, args)?;
    let state = iso.platform.signals().map(|signals| signals.timer(timer)).unwrap_or_default();
    new_state(iso, state)
}

fn set_wakeup_file(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = c_int(iso, argument(args, 0))?;
    let file = u32::try_from(number).ok().and_then(|number| number.checked_sub(crate::posix::FIRST_FILE as u32));
    iso.set_signal_file(file.map(FileId));
    Ok(Value::NONE)
}
