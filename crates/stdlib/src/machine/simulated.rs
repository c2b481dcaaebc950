//! The way from the classes here to the board, where that is simulated in Python: each question becomes a call of a function
//! in one of the modules `_board_…`, which are named for the parts of [`Hardware`].
//!
//! Those functions take and give numbers, truth and bytes; None stands for what is missing. What they raise reaches the
//! program, but for an `OSError` with nothing but a number, which is the board's answer.

use super::argument;
use alloc::vec;
use alloc::vec::Vec;
use ferropy_platform::hardware::{
    Analog, BusPin, Buses, Chip, Duty, Event, I2c, Interrupts, Memory, PinMode, PinState, Pins, Power, Pulses, Pump,
    Pwm, Serial, Spi, Uart, UartState, rp2040,
};
use ferropy_platform::{Error, Hardware, Simulated};
use ferropy_runtime::native::{ModuleSpec, Row, TypeId, function};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// `_board`: what the simulation can't do in Python.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "_board",
    doc: "Time and events of a simulated board.",
    rows: ROWS,
    types: &[],
    initialize: None,
    frozen: None,
};

const ROWS: &[Row] = &[
    function("now", "()", "Nanoseconds of the clock that never goes back.", |iso, _| {
        let now = iso.platform.clock().monotonic_ns();
        iso.new_int(now as i64)
    }),
    function("stand", "(stands, /)", "Let time stand still but for waits, or go on as usual.", |iso, args| {
        let stands = iso.is_true(argument(args, 0))?;
        simulate(iso, Simulated::Stands(stands))
    }),
    function("stands", "()", "Whether time stands still but for waits.", |iso, _| {
        let stands = iso.platform.clock().simulate(Simulated::Passes(0)).is_ok();
        Ok(Value::bool(stands))
    }),
    function("busy", "(nanoseconds, /)", "Wait without looking at what happens.", |iso, args| {
        let nanoseconds = u64::try_from(iso.to_isize(argument(args, 0))?).unwrap_or(0);
        // Ctrl-C ends the wait, and is seen afterwards.
        let _ = iso.platform.clock().sleep_ns(nanoseconds);
        Ok(Value::NONE)
    }),
    function("leave", "(source, flags, /)", "Leave an event for a handler.", |iso, args| {
        let (source, flags) = (iso.to_isize(argument(args, 0))? as u16, iso.to_isize(argument(args, 1))? as u16);
        iso.leave_event(Event { source, flags });
        Ok(Value::NONE)
    }),
    function("doze", "(nanoseconds, /)", "Wait for the next alarm, or so long: whether one came.", doze),
];

fn simulate(iso: &mut Isolate, change: Simulated) -> Completion {
    match iso.platform.clock().simulate(change) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

fn doze(iso: &mut Isolate, args: &[Value]) -> Completion {
    let wanted = u64::try_from(iso.to_isize(argument(args, 0))?).unwrap_or(0);
    let until_alarm = iso.time_to_alarm();
    let interrupted = iso.platform.clock().sleep_ns(wanted.min(until_alarm)) == Err(Error::INTERRUPTED);
    iso.look_at_world()?;
    Ok(Value::bool(interrupted || until_alarm <= wanted))
}

/// Sets the date, in nanoseconds since 1970, for this program only.
pub(super) fn set_date(iso: &mut Isolate, nanoseconds: i128) -> Result<(), Error> {
    iso.platform.clock().simulate(Simulated::Date(nanoseconds))
}

/// Asks the board.
pub(super) fn reach<T>(
    iso: &mut Isolate,
    question: impl FnOnce(&mut dyn Hardware) -> Result<T, Error>,
) -> Completion<Result<T, Error>> {
    iso.pass_time(QUESTION);
    let mut board = Board { iso, raised: None };
    let answer = question(&mut board);
    match board.raised {
        Some(raised) => Err(raised),
        None => Ok(answer),
    }
}

/// Asks the board about what is in a buffer.
pub(super) fn reach_with<T>(
    iso: &mut Isolate,
    buffer: Value,
    question: impl FnOnce(&mut dyn Hardware, &[u8]) -> Result<T, Error>,
) -> Completion<Result<T, Error>> {
    let bytes = iso.heap.byte_string(buffer).unwrap_or_default().to_vec();
    reach(iso, |hardware| question(hardware, &bytes))
}

/// Nanoseconds that a question to the board takes where time stands still otherwise: about as long as on the board.
const QUESTION: u64 = 5000;

/// Names of the Pico's pins: the board keeps those between 22 and 26 to itself, and the light is one of them.
#[rustfmt::skip]
const BOARD: &[(&str, u8)] = &[
    ("GP0", 0), ("GP1", 1), ("GP2", 2), ("GP3", 3), ("GP4", 4), ("GP5", 5), ("GP6", 6), ("GP7", 7), ("GP8", 8),
    ("GP9", 9), ("GP10", 10), ("GP11", 11), ("GP12", 12), ("GP13", 13), ("GP14", 14), ("GP15", 15), ("GP16", 16),
    ("GP17", 17), ("GP18", 18), ("GP19", 19), ("GP20", 20), ("GP21", 21), ("GP22", 22), ("GP25", 25), ("GP26", 26),
    ("GP27", 27), ("GP28", 28), ("LED", 25),
];

/// Who answers: for the time of a question.
struct Board<'a> {
    iso: &'a mut Isolate,
    /// A function has raised.
    raised: Option<Raised>,
}

/// An argument.
#[derive(Clone, Copy)]
enum Item<'a> {
    None,
    Number(i64),
    Bytes(&'a [u8]),
}

macro_rules! items {
    ($($value:expr),* $(,)?) => { &[$(Item::from($value)),*] };
}

impl From<bool> for Item<'_> {
    fn from(value: bool) -> Self {
        Item::Number(value.into())
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Item<'_> {
            fn from(value: $kind) -> Self {
                Item::Number(value as i64)
            }
        })*
    };
}

numbers!(u8, u16, u32, i64, usize);

impl<'a> From<&'a [u8]> for Item<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Item::Bytes(bytes)
    }
}

impl<'a, T: Into<Item<'a>>> From<Option<T>> for Item<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Item::None, T::into)
    }
}

impl Board<'_> {
    /// Calls a function, named as `module.function`.
    fn ask(&mut self, name: &str, items: &[Item<'_>]) -> Result<Value, Error> {
        if self.raised.is_some() {
            return Err(Error::UNSUPPORTED);
        }
        self.call(name, items).map_err(|raised| {
            self.answer().unwrap_or_else(|| {
                self.raised = Some(raised);
                Error::UNSUPPORTED
            })
        })
    }

    fn call(&mut self, name: &str, items: &[Item<'_>]) -> Completion {
        let iso = &mut *self.iso;
        let (module, function) = name.split_once('.').unwrap_or((name, ""));
        let (module, function) = (iso.import_dotted(module)?, iso.intern(function)?);
        let mut args = Vec::new();
        for item in items {
            args.push(match *item {
                Item::None => Value::NONE,
                Item::Number(number) => iso.new_int(number)?,
                Item::Bytes(bytes) => iso.new_bytes(bytes)?,
            });
        }
        iso.call_method(module, function, &args)
    }

    /// The number of an `OSError` that has nothing else; it is dealt with then.
    fn answer(&mut self) -> Option<Error> {
        if !self.iso.raised_is(TypeId::OS_ERROR) {
            return None;
        }
        let exception = self.iso.take_exception();
        let name = self.iso.intern("args").ok()?;
        let args = self.iso.get_attr(exception, name).ok()?;
        let mut args = self.iso.heap.items(args);
        let (first, second) = (args.next(), args.next());
        drop(args);
        match (first.and_then(|first| self.iso.as_i64(first)), second) {
            (Some(number), None) => Some(Error::new(number as i32)),
            _ => {
                self.iso.raise(exception);
                None
            }
        }
    }

    fn number(&mut self, name: &str, items: &[Item<'_>]) -> Result<i64, Error> {
        let value = self.ask(name, items)?;
        Ok(self.whole(value))
    }

    fn whole(&mut self, value: Value) -> i64 {
        let inner = self.iso.unwrap(value);
        self.iso.as_i64(inner).unwrap_or(0)
    }

    fn truth(&mut self, name: &str, items: &[Item<'_>]) -> Result<bool, Error> {
        let value = self.ask(name, items)?;
        self.iso.is_true(value).map_err(|raised| {
            self.raised = Some(raised);
            Error::UNSUPPORTED
        })
    }

    /// A tuple of numbers.
    fn tuple<const SIZE: usize>(&mut self, name: &str, items: &[Item<'_>]) -> Result<[i64; SIZE], Error> {
        let value = self.ask(name, items)?;
        let items: Vec<Value> = self.iso.heap.items(value).collect();
        let mut numbers = [0; SIZE];
        for (number, item) in numbers.iter_mut().zip(items) {
            *number = self.whole(item);
        }
        Ok(numbers)
    }

    /// Bytes for a buffer: how many there were.
    fn fill(&mut self, name: &str, items: &[Item<'_>], buffer: &mut [u8]) -> Result<usize, Error> {
        let value = self.ask(name, items)?;
        let bytes = self.iso.bytes_like(value).unwrap_or_default();
        Ok(buffer.iter_mut().zip(bytes.iter()).map(|(place, &byte)| *place = byte).count())
    }
}

/// The function of a pin, as the chip numbers it; open drains are 32.
fn function_of(mode: PinMode) -> (u8, Option<bool>, bool) {
    match mode {
        PinMode::In => (rp2040::PROCESSOR, Some(false), false),
        PinMode::Out => (rp2040::PROCESSOR, Some(true), false),
        PinMode::OpenDrain => (rp2040::PROCESSOR, None, true),
        PinMode::Alternate(function) => (function, None, false),
    }
}

impl Pins for Board<'_> {
    fn pin_count(&self) -> u8 {
        rp2040::PINS
    }

    fn board_pins(&self) -> &'static [(&'static str, u8)] {
        BOARD
    }

    fn alternates(&self, pin: u8) -> &'static [(&'static str, u8)] {
        rp2040::functions(pin)
    }

    fn pin_state(&mut self, pin: u8) -> PinState {
        let [function, drives, drain, up, down, drive] =
            self.tuple("_board_pins.state", items![pin]).unwrap_or_default();
        let mode = match function as u8 {
            rp2040::PROCESSOR if drain != 0 => PinMode::OpenDrain,
            rp2040::PROCESSOR if drives != 0 => PinMode::Out,
            rp2040::PROCESSOR => PinMode::In,
            other => PinMode::Alternate(other),
        };
        PinState { mode, pull_up: up != 0, pull_down: down != 0, drive: drive as u8 }
    }

    fn set_pin_state(
        &mut self,
        pin: u8,
        mode: Option<(PinMode, Option<bool>)>,
        pulls: Option<(bool, bool)>,
        drive: Option<u8>,
    ) -> Result<(), Error> {
        if let Some((mode, value)) = mode {
            let (function, drives, drain) = function_of(mode);
            self.ask("_board_pins.set_mode", items![pin, function, drives, drain, value])?;
        }
        let (up, down) = (pulls.map(|pulls| pulls.0), pulls.map(|pulls| pulls.1));
        self.ask("_board_pins.set_pad", items![pin, up, down, drive.map(|drive| drive & 3)]).map(drop)
    }

    fn read_pin(&mut self, pin: u8) -> bool {
        self.truth("_board_pins.read", items![pin]).unwrap_or(false)
    }

    fn write_pin(&mut self, pin: u8, high: bool) {
        let _ = self.ask("_board_pins.write", items![pin, high]);
    }

    fn toggle_pin(&mut self, pin: u8) {
        let _ = self.ask("_board_pins.toggle", items![pin]);
    }

    fn watch_pin(&mut self, pin: u8, edges: u8) -> Result<(), Error> {
        self.ask("_board_pins.watch", items![pin, edges]).map(drop)
    }
}

impl Interrupts for Board<'_> {}

impl Analog for Board<'_> {
    fn analog_channel(&self, pin: u8) -> Option<u8> {
        rp2040::analog_channel(pin)
    }

    fn analog_channels(&self) -> u8 {
        rp2040::CHANNELS
    }

    fn start_analog(&mut self, channel: u8, pin: Option<u8>) {
        let _ = self.ask("_board_analog.start", items![channel, pin]);
    }

    fn read_analog(&mut self, channel: u8) -> Result<u16, Error> {
        self.number("_board_analog.read", items![channel]).map(|measured| measured.clamp(0, 65_535) as u16)
    }

    fn pwm_output(&self, pin: u8) -> Option<(u8, u8)> {
        Some(rp2040::pwm_output(pin))
    }

    fn start_pwm(&mut self, pin: u8) {
        let _ = self.ask("_board_analog.start_pwm", items![pin]);
    }

    fn set_pwm(&mut self, pin: u8, change: Pwm) -> Result<(), Error> {
        let (parts, time) = match change.duty {
            Some(Duty::Parts(parts)) => (Some(parts), None),
            Some(Duty::Nanoseconds(time)) => (None, Some(time)),
            None => (None, None),
        };
        self.ask("_board_analog.set_pwm", items![pin, change.frequency, parts, time, change.invert]).map(drop)
    }

    fn pwm(&mut self, pin: u8) -> (u32, u16, u32, bool) {
        let [hertz, parts, time, inverted] = self.tuple("_board_analog.pwm", items![pin]).unwrap_or_default();
        (hertz as u32, parts as u16, time as u32, inverted != 0)
    }

    fn stop_pwm(&mut self, pin: u8) {
        let _ = self.ask("_board_analog.stop_pwm", items![pin]);
    }
}

impl Power for Board<'_> {
    fn unique_id(&mut self) -> Vec<u8> {
        let mut id = vec![0; 8];
        let _ = self.fill("_board_power.unique_id", &[], &mut id);
        id
    }

    fn frequency(&mut self) -> u32 {
        self.number("_board_power.frequency", &[]).unwrap_or(0) as u32
    }

    fn set_frequency(&mut self, hertz: u32, peripherals: Option<u32>) -> Result<(), Error> {
        self.ask("_board_power.set_frequency", items![hertz, peripherals]).map(drop)
    }

    fn reset(&mut self) {
        let _ = self.ask("_board_power.reset", &[]);
    }

    fn start_boot_loader(&mut self) {
        let _ = self.ask("_board_power.start_boot_loader", &[]);
    }

    fn was_reset_by_watchdog(&mut self) -> bool {
        self.truth("_board_power.was_reset_by_watchdog", &[]).unwrap_or(false)
    }

    fn start_watchdog(&mut self, milliseconds: u32) -> Result<(), Error> {
        self.ask("_board_power.start_watchdog", items![milliseconds]).map(drop)
    }

    fn longest_watchdog(&self) -> u32 {
        rp2040::LONGEST_WATCHDOG
    }

    fn feed_watchdog(&mut self) {
        let _ = self.ask("_board_power.feed_watchdog", &[]);
    }

    fn idle(&mut self) {
        let _ = self.ask("_board_power.idle", &[]);
    }

    fn light_sleep(&mut self, milliseconds: Option<u32>) -> Result<(), Error> {
        self.ask("_board_power.light_sleep", items![milliseconds]).map(drop)
    }
}

impl Memory for Board<'_> {
    fn read_memory(&mut self, address: u32, bytes: u8) -> Result<u32, Error> {
        self.number("_board_memory.read", items![address, bytes]).map(|value| value as u32)
    }

    fn write_memory(&mut self, address: u32, bytes: u8, value: u32) -> Result<(), Error> {
        self.ask("_board_memory.write", items![address, bytes, value]).map(drop)
    }
}

impl Pulses for Board<'_> {
    fn time_pulse(&mut self, pin: u8, high: bool, microseconds: u32) -> Result<i32, Error> {
        self.number("_board_pins.time_pulse", items![pin, high, microseconds]).map(|time| time as i32)
    }

    fn send_bits(&mut self, pin: u8, nanoseconds: [u32; 4], bytes: &[u8]) -> Result<(), Error> {
        let [a, b, c, d] = nanoseconds;
        self.ask("_board_wires.send_bits", items![pin, a, b, c, d, bytes]).map(drop)
    }

    fn read_dht(&mut self, pin: u8) -> Result<[u8; 5], Error> {
        let mut bytes = [0; 5];
        self.fill("_board_wires.read_dht", items![pin], &mut bytes)?;
        Ok(bytes)
    }
}

impl Buses for Board<'_> {
    fn bus_pin(&self, role: BusPin, bus: u8, told: Option<u8>) -> Option<u8> {
        rp2040::bus_pin(role, bus, told)
    }

    fn open_i2c(&mut self, bus: &mut I2c) -> Result<(), Error> {
        bus.hertz = self.number("_board_i2c.open", items![bus.bus, bus.scl, bus.sda, bus.hertz])? as u32;
        Ok(())
    }

    fn signal_i2c(&mut self, bus: &I2c, starts: bool) -> Result<(), Error> {
        self.ask("_board_i2c.signal", items![bus.scl, bus.sda, starts]).map(drop)
    }

    fn write_i2c(&mut self, bus: &I2c, address: Option<u16>, bytes: &[u8], stops: bool) -> Result<usize, Error> {
        let taken =
            self.number("_board_i2c.write", items![bus.bus, bus.scl, bus.sda, bus.hertz, address, bytes, stops])?;
        Ok(usize::try_from(taken).unwrap_or(0).min(bytes.len()))
    }

    fn read_i2c(
        &mut self,
        bus: &I2c,
        address: Option<u16>,
        buffer: &mut [u8],
        _: bool,
        stops: bool,
    ) -> Result<(), Error> {
        let length = buffer.len();
        self.fill("_board_i2c.read", items![bus.bus, bus.scl, bus.sda, bus.hertz, address, length, stops], buffer)
            .map(drop)
    }

    fn open_spi(&mut self, bus: &mut Spi) -> Result<(), Error> {
        let [sck, mosi, miso] = bus.pins;
        bus.hertz = self.number("_board_spi.open", items![bus.bus, sck, mosi, miso, bus.hertz])? as u32;
        Ok(())
    }

    fn exchange_spi(&mut self, bus: &Spi, bytes: &mut [u8]) -> Result<(), Error> {
        let [sck, mosi, miso] = bus.pins;
        let sent = bytes.to_vec();
        self.fill("_board_spi.exchange", items![bus.bus, sck, mosi, miso, bus.hertz, sent.as_slice()], bytes).map(drop)
    }

    fn reset_onewire(&mut self, pin: u8) -> Result<bool, Error> {
        self.truth("_board_wires.reset_onewire", items![pin])
    }

    fn onewire_bit(&mut self, pin: u8, written: Option<bool>) -> bool {
        self.truth("_board_wires.onewire_bit", items![pin, written]).unwrap_or(false)
    }
}

impl Serial for Board<'_> {
    fn open_uart(&mut self, number: u8, setup: &Uart) -> Result<(), Error> {
        let [tx, rx, ..] = setup.pins;
        let frame = 1 + u32::from(setup.bits) + u32::from(setup.parity.is_some()) + u32::from(setup.stop);
        let [sending, receiving] = setup.room;
        self.ask("_board_uart.open", items![number, tx, rx, setup.baudrate, frame, sending, receiving]).map(drop)
    }

    fn close_uart(&mut self, number: u8) {
        let _ = self.ask("_board_uart.close", items![number]);
    }

    fn uart_state(&mut self, number: u8) -> UartState {
        let [readable, room, done] = self.tuple("_board_uart.state", items![number]).unwrap_or_default();
        UartState { readable: readable as usize, room: room as usize, is_done: done != 0 }
    }

    fn read_uart(&mut self, number: u8, buffer: &mut [u8]) -> usize {
        let length = buffer.len();
        self.fill("_board_uart.read", items![number, length], buffer).unwrap_or(0)
    }

    fn write_uart(&mut self, number: u8, bytes: &[u8]) -> usize {
        let taken = self.number("_board_uart.write", items![number, bytes]).unwrap_or(0);
        usize::try_from(taken).unwrap_or(0).min(bytes.len())
    }

    fn break_uart(&mut self, number: u8, begins: bool) {
        let _ = self.ask("_board_uart.set_break", items![number, begins]);
    }

    fn watch_uart(&mut self, number: u8, flags: u16) {
        let _ = self.ask("_board_uart.watch", items![number, flags]);
    }

    fn open_pump(&mut self, number: u8, setup: &Pump) -> Result<(), Error> {
        let frame = setup.width * if setup.is_mono { 1 } else { 2 };
        let (machine, width) = (setup.machine, if setup.sends { setup.width } else { 4 });
        self.ask("_board_sound.open", items![number, machine, setup.sends, width, frame, setup.room]).map(drop)
    }

    fn read_pump(&mut self, number: u8, buffer: &mut [u8]) -> usize {
        let length = buffer.len();
        self.fill("_board_sound.read", items![number, length], buffer).unwrap_or(0)
    }

    fn write_pump(&mut self, number: u8, bytes: &[u8]) -> usize {
        let taken = self.number("_board_sound.write", items![number, bytes]).unwrap_or(0);
        usize::try_from(taken).unwrap_or(0).min(bytes.len())
    }
}

impl Chip for Board<'_> {
    fn claim_channel(&mut self) -> Option<u8> {
        u8::try_from(self.number("_board_dma.claim", &[]).ok()?).ok()
    }

    fn release_channel(&mut self, channel: u8) {
        let _ = self.ask("_board_dma.release", items![channel]);
    }

    fn channel_memory(&mut self, channel: u8, which: u8, length: usize) -> Result<u32, Error> {
        self.number("_board_dma.memory", items![channel, which, length]).map(|address| address as u32)
    }

    fn write_channel(&mut self, channel: u8, which: u8, at: usize, bytes: &[u8]) -> usize {
        let taken = self.number("_board_dma.write", items![channel, which, at, bytes]).unwrap_or(0);
        usize::try_from(taken).unwrap_or(0).min(bytes.len())
    }

    fn read_channel(&mut self, channel: u8, which: u8, at: usize, buffer: &mut [u8]) -> usize {
        let length = buffer.len();
        self.fill("_board_dma.read", items![channel, which, at, length], buffer).unwrap_or(0)
    }

    fn is_boot_button_held(&mut self) -> bool {
        self.truth("_board_power.is_boot_button_held", &[]).unwrap_or(false)
    }
}
