//! `UART`: bytes that arrive while the program does something else, and leave while it goes on.

use super::transfer::{NAMED, PIECE, Target, bus_pin, controller, copy, describe, field, source, transfer, whole};
use super::{argument, given, irq};
use alloc::vec::Vec;
use ferropy_platform::hardware::{BusPin, Uart, UartState, source as sources};
use ferropy_runtime::native::{Row, TypeSpec, constant, method, static_method};
use ferropy_runtime::{Completion, Handler, Isolate, Value, raise};

/// A record: see [`place`].
pub(super) static UART: TypeSpec = TypeSpec::new(
    "UART",
    "UART(id, baudrate=115200, bits=8, parity=None, stop=1, *, tx=None, rx=None, cts=None, rts=None, timeout=0, \
     timeout_char=0, invert=0, flow=0, txbuf=256, rxbuf=256)\n--\n\nA UART.",
    ROWS,
)
.in_module("machine");

/// Fields of the record: the number, and what the arguments of `init` say in their order. Parity is -1 for none.
mod place {
    pub(super) const NUMBER: usize = 0;
    pub(super) const BAUDRATE: usize = 1;
    pub(super) const BITS: usize = 2;
    pub(super) const PARITY: usize = 3;
    pub(super) const STOP: usize = 4;
    pub(super) const TX: usize = 5;
    pub(super) const CTS: usize = 7;
    pub(super) const RTS: usize = 8;
    pub(super) const TIMEOUT: usize = 9;
    pub(super) const TIMEOUT_CHAR: usize = 10;
    pub(super) const INVERT: usize = 11;
    pub(super) const FLOW: usize = 12;
    pub(super) const TX_ROOM: usize = 13;
    pub(super) const RX_ROOM: usize = 14;
}

const NEW: &str = "($type, id, /, baudrate=-1, bits=-1, parity=-1, stop=-1, *, tx=None, rx=None, cts=None, rts=None, \
                   timeout=-1, timeout_char=-1, invert=-1, flow=-1, txbuf=-1, rxbuf=-1)";
const INIT: &str = "($self, /, baudrate=-1, bits=-1, parity=-1, stop=-1, *, tx=None, rx=None, cts=None, rts=None, \
                    timeout=-1, timeout_char=-1, invert=-1, flow=-1, txbuf=-1, rxbuf=-1)";
const SELF: &str = "($self, /)";

const ROWS: &[Row] = &[
    static_method("__new__", NEW, "A UART.", new),
    method("__repr__", SELF, "Return repr(self).", repr),
    method("init", INIT, "Change how the UART is set up.", init),
    method("deinit", SELF, "Stop the UART.", deinit),
    method("any", SELF, "How many bytes can be read without waiting.", any),
    method("txdone", SELF, "Whether all was sent.", |iso, args| Ok(Value::bool(state(iso, args)?.is_done))),
    method("read", "($self, nbytes=-1, /)", "Read bytes, or all that come; None if none come in time.", read),
    method("readinto", "($self, buf, nbytes=-1, /)", "Read into a buffer: how many bytes, or None.", read_into),
    method("readline", SELF, "Read a line, or what comes of it in time; None if nothing does.", read_line),
    method("write", "($self, buf, /)", "Write bytes: how many, or None if there was no room in time.", write),
    method("flush", SELF, "Wait until all is sent.", flush),
    method("sendbreak", SELF, "Hold the line low for longer than a frame.", send_break),
    method(
        "irq",
        "($self, /, handler=None, trigger=0, hard=False)",
        "Call handler(uart) when something happens.",
        set_irq,
    ),
    method("ioctl", "($self, request, flags, /)", "What select asks: what of the flags is so.", ioctl),
    method("__iter__", SELF, "Implement iter(self).", |_, args| Ok(argument(args, 0))),
    method("__next__", SELF, "Implement next(self).", next),
    constant("INV_TX", "What is sent is inverted.", super::int::<1>),
    constant("INV_RX", "What is received is inverted.", super::int::<2>),
    constant("CTS", "The other side says when it can receive.", super::int::<1>),
    constant("RTS", "The board says when it can receive.", super::int::<2>),
    constant("IRQ_RXIDLE", "Nothing more arrives.", super::int::<0x40>),
    constant("IRQ_TXIDLE", "All was sent.", super::int::<0x20>),
    constant("IRQ_BREAK", "A break arrives.", super::int::<0x200>),
];

/// What triggers the interrupt.
const TRIGGERS: i64 = 0x260;
/// `ETIMEDOUT`
const TIMED_OUT: i32 = 110;
/// Nanoseconds between two looks at the buffers.
const LOOK: u64 = 100_000;

fn number(iso: &Isolate, args: &[Value]) -> u8 {
    field(iso, argument(args, 0), place::NUMBER) as u8
}

/// Changes a record by arguments, and opens the UART.
fn open(iso: &mut Isolate, this: Value, args: &[Value]) -> Completion<()> {
    let number = field(iso, this, place::NUMBER);
    for at in place::BAUDRATE..=place::RX_ROOM {
        let Some(value) = argument(args, at).given() else { continue };
        let role = match at {
            place::TX => BusPin::Tx,
            6 => BusPin::Rx,
            place::CTS => BusPin::Cts,
            place::RTS => BusPin::Rts,
            place::PARITY if value.is_none() => {
                iso.heap.set_field(this, at, Value::small_int(-1));
                continue;
            }
            _ => {
                let told = iso.to_isize(value)?;
                let is_set = told > 0 || (told == 0 && matches!(at, place::PARITY | place::TIMEOUT..=place::FLOW));
                let told = if at == place::PARITY { told & 1 } else { told };
                if is_set {
                    check(iso, at, told)?;
                    iso.heap.set_field(
                        this,
                        at,
                        Value::small_int(if at >= place::TX_ROOM { told.max(32) } else { told }),
                    );
                }
                continue;
            }
        };
        if !value.is_none() {
            let pin = bus_pin(iso, role, number, Some(value))?;
            iso.heap.set_field(this, at, Value::small_int(pin.into()));
        }
    }
    let setting = |at| field(iso, this, at);
    let pin = |at| u8::try_from(setting(at)).ok();
    let flow = setting(place::FLOW);
    let setup = Uart {
        pins: [pin(5), pin(6), pin(7).filter(|_| flow & 1 != 0), pin(8).filter(|_| flow & 2 != 0)],
        baudrate: setting(place::BAUDRATE) as u32,
        bits: setting(place::BITS) as u8,
        parity: u8::try_from(setting(place::PARITY)).ok().map(|odd| odd != 0),
        stop: setting(place::STOP) as u8,
        invert: setting(place::INVERT) as u8,
        room: [setting(place::TX_ROOM) as usize, setting(place::RX_ROOM) as usize],
    };
    // A frame has up to 13 bits.
    let least = 13_000 / i64::from(setup.baudrate.max(1)) + 1;
    let timeout = setting(place::TIMEOUT_CHAR).max(least);
    iso.heap.set_field(this, place::TIMEOUT_CHAR, Value::small_int(timeout));
    transfer(iso, |hardware| hardware.open_uart(number as u8, &setup))
}

fn check(iso: &mut Isolate, at: usize, told: i64) -> Completion<()> {
    let message = match at {
        place::INVERT if told & !3 != 0 => "bad inversion mask",
        place::FLOW if told & !3 != 0 => "bad hardware flow control mask",
        place::TX_ROOM if told > 32_766 => "txbuf too large",
        place::RX_ROOM if told > 32_766 => "rxbuf too large",
        _ => return Ok(()),
    };
    Err(raise::value_error(iso, message))
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = whole(iso, args, 1, 0)?;
    controller(iso, "UART", BusPin::Tx, number)?;
    let mut fields = [number, 115_200, 8, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 256, 256];
    for (at, role) in [(5, BusPin::Tx), (6, BusPin::Rx), (7, BusPin::Cts), (8, BusPin::Rts)] {
        fields[at] = bus_pin(iso, role, number, None)?.into();
    }
    let Some(id) = iso.find_type(&UART) else { return Err(raise::internal(iso)) };
    let record = iso.new_record(id, 0, &fields.map(Value::small_int))?;
    open(iso, record, args.get(1..).unwrap_or(&[]))?;
    iso.wrap_new(argument(args, 0), id, record)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    open(iso, argument(args, 0), args)?;
    Ok(Value::NONE)
}

fn deinit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = number(iso, args);
    iso.remove_handler(sources::UART + u16::from(number));
    transfer(iso, |hardware| {
        hardware.close_uart(number);
        Ok(Value::NONE)
    })
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let inversion = match field(iso, this, place::INVERT) {
        0 => "invert=None",
        1 => "invert=INV_TX",
        2 => "invert=INV_RX",
        _ => "invert=INV_TX|INV_RX",
    };
    let source = sources::UART + u16::from(number(iso, args));
    let trigger = alloc::format!("irq={}", iso.handler_mut(source).map_or(0, |handler| handler.trigger));
    let fields = [
        ("", 0),
        ("baudrate=", 1),
        ("bits=", 2),
        ("parity=", 3),
        ("stop=", 4),
        ("tx=", 5),
        ("rx=", 6),
        ("txbuf=", 13),
        ("rxbuf=", 14),
        ("timeout=", 9),
        ("timeout_char=", 10),
        (inversion, NAMED),
        (&trigger, NAMED),
    ];
    describe(iso, "UART", this, &fields)
}

fn state(iso: &mut Isolate, args: &[Value]) -> Completion<UartState> {
    let number = number(iso, args);
    transfer(iso, |hardware| Ok(hardware.uart_state(number)))
}

fn any(iso: &mut Isolate, args: &[Value]) -> Completion {
    let count = state(iso, args)?.readable;
    Ok(Value::small_int(count as i64))
}

/// Waits a little: whether it was before a moment, which is so many milliseconds after another one.
fn wait(iso: &mut Isolate, since: u64, milliseconds: i64) -> Completion<bool> {
    let end = since.saturating_add(milliseconds.unsigned_abs().saturating_mul(1_000_000));
    let now = iso.platform.clock().monotonic_ns();
    if now >= end {
        return Ok(false);
    }
    iso.wait_for(|platform| platform.clock().sleep_ns(LOOK.min(end - now)))?;
    Ok(true)
}

/// Takes bytes as they come, up to a length, and up to the end of a line if one is wanted: how many.
fn receive(iso: &mut Isolate, args: &[Value], length: usize, line: bool, take: Take<'_>) -> Completion<usize> {
    let (this, number) = (argument(args, 0), number(iso, args));
    let mut timeout = field(iso, this, place::TIMEOUT);
    let mut since = iso.platform.clock().monotonic_ns();
    let mut at = 0;
    let mut piece = [0; PIECE];
    while at < length {
        let most = if line { 1 } else { (length - at).min(PIECE) };
        let bytes = piece.get_mut(..most).unwrap_or(&mut []);
        let count = transfer(iso, |hardware| Ok(hardware.read_uart(number, bytes)))?;
        if count == 0 {
            if !wait(iso, since, timeout)? {
                break;
            }
            continue;
        }
        let bytes = bytes.get(..count).unwrap_or(&[]);
        take(iso, at, bytes)?;
        at += count;
        if line && bytes == b"\n" {
            break;
        }
        timeout = field(iso, this, place::TIMEOUT_CHAR);
        since = iso.platform.clock().monotonic_ns();
    }
    Ok(at)
}

/// What is done with bytes that came, and how many came before.
type Take<'a> = &'a mut dyn FnMut(&mut Isolate, usize, &[u8]) -> Completion<()>;

/// A bytes object of what comes; None if nothing does.
fn bytes(iso: &mut Isolate, args: &[Value], length: usize, line: bool) -> Completion {
    let mut all: Vec<u8> = Vec::new();
    receive(iso, args, length, line, &mut |iso, _, bytes| {
        if all.try_reserve(bytes.len()).is_err() {
            return Err(raise::memory_error(iso));
        }
        all.extend_from_slice(bytes);
        Ok(())
    })?;
    if all.is_empty() { Ok(Value::NONE) } else { iso.new_bytes(&all) }
}

/// A length that may be missing or -1, which is the default.
fn length(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<Option<usize>> {
    match given(args, place) {
        Some(value) => Ok(usize::try_from(iso.to_isize(value)?).ok()),
        None => Ok(None),
    }
}

fn read(iso: &mut Isolate, args: &[Value]) -> Completion {
    match length(iso, args, 1)? {
        Some(0) => iso.new_bytes(&[]),
        length => bytes(iso, args, length.unwrap_or(usize::MAX), false),
    }
}

fn read_line(iso: &mut Isolate, args: &[Value]) -> Completion {
    bytes(iso, args, usize::MAX, true)
}

fn next(iso: &mut Isolate, args: &[Value]) -> Completion {
    let line = read_line(iso, args)?;
    if line.is_none() { Err(raise::stop_iteration(iso, Value::NONE)) } else { Ok(line) }
}

fn read_into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut target = Target::buffer(iso, argument(args, 1))?;
    let most = length(iso, args, 2)?.unwrap_or(usize::MAX).min(target.len());
    let count = receive(iso, args, most, false, &mut |iso, at, bytes| {
        target.put(iso, at, bytes);
        Ok(())
    })?;
    Ok(if count == 0 && most > 0 { Value::NONE } else { Value::small_int(count as i64) })
}

fn write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (this, number) = (argument(args, 0), number(iso, args));
    let (buffer, length) = source(iso, argument(args, 1))?;
    let mut timeout = field(iso, this, place::TIMEOUT);
    let mut since = iso.platform.clock().monotonic_ns();
    let mut piece = [0; PIECE];
    let mut at = 0;
    while at < length {
        let wanted = copy(iso, buffer, at, &mut piece);
        let bytes = piece.get(..wanted).unwrap_or(&[]);
        let count = transfer(iso, |hardware| Ok(hardware.write_uart(number, bytes)))?;
        at += count;
        if count > 0 {
            since = iso.platform.clock().monotonic_ns();
        } else if !wait(iso, since, timeout)? || wanted == 0 {
            break;
        }
        if at > 0 && count < wanted {
            timeout = field(iso, this, place::TIMEOUT_CHAR);
        }
    }
    Ok(if at == 0 && length > 0 { Value::NONE } else { Value::small_int(at as i64) })
}

fn flush(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    // Twice the time that all frames take, if they were of 13 bits.
    let frames = field(iso, this, place::TX_ROOM) + 34;
    let most = frames * 26_000 / field(iso, this, place::BAUDRATE).max(1) + 1;
    let since = iso.platform.clock().monotonic_ns();
    while !state(iso, args)?.is_done {
        if !wait(iso, since, most)? {
            return Err(raise::os_error(iso, TIMED_OUT));
        }
    }
    Ok(Value::NONE)
}

fn send_break(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = number(iso, args);
    let bit = 1_000_000_000 / field(iso, argument(args, 0), place::BAUDRATE).max(1);
    transfer(iso, |hardware| {
        hardware.break_uart(number, true);
        Ok(())
    })?;
    let result = iso.wait_for(|platform| platform.clock().sleep_ns(13 * bit.unsigned_abs() + 1000));
    transfer(iso, |hardware| {
        hardware.break_uart(number, false);
        Ok(())
    })?;
    result.map(|()| Value::NONE)
}

fn set_irq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, function, trigger, hard] = args else { return Err(raise::internal(iso)) };
    let source = sources::UART + u16::from(number(iso, args));
    if [function, trigger, hard].iter().all(|value| value.is_unbound()) {
        return irq::object(iso, source, this);
    }
    let trigger = whole(iso, args, 2, 0)?;
    let unknown = trigger & !TRIGGERS;
    if unknown != 0 {
        return Err(raise::value_error(iso, &alloc::format!("trigger 0x{unknown:04x} unsupported")));
    }
    let is_hard = iso.is_true(hard.or(Value::FALSE))?;
    let function = function.or(Value::NONE);
    irq::set(iso, Handler { source, trigger: trigger as u16, flags: 0, is_hard, function, argument: this })
}

/// MicroPython's streams are asked by numbers: 3 is what can be done now, reading 1, writing 4.
fn ioctl(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (request, flags) = (whole(iso, args, 1, 0)?, whole(iso, args, 2, 0)?);
    if request != 3 {
        return Err(raise::os_error(iso, 22));
    }
    let state = state(iso, args)?;
    let ready = i64::from(state.readable > 0) | i64::from(state.room > 0) << 2;
    Ok(Value::small_int(flags & ready))
}
