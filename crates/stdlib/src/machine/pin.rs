//! `Pin`: one pin, read, driven, or given to a part of the chip.

use super::{argument, ask, given, int, irq};
use alloc::format;
use alloc::string::String;
use core::fmt::Write;
use ferropy_platform::hardware::{PinMode, edge, source};
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, constant, method, static_method};
use ferropy_runtime::{Completion, Handler, Isolate, Value, raise};

/// A record whose number is the pin's.
pub(super) static PIN: TypeSpec = TypeSpec::new(
    "Pin",
    "Pin(id, mode=None, pull=None, *, value=None, alt=5, drive=None)\n--\n\nA pin, by its number or name.",
    ROWS,
)
.in_module("machine");

/// The function that connects a pin with the processor.
const SIO: i64 = 5;

const MODE_IN: i64 = 0;
const MODE_OUT: i64 = 1;
const MODE_OPEN_DRAIN: i64 = 2;
const MODE_ALT: i64 = 3;
const PULL_UP: i64 = 1;
const PULL_DOWN: i64 = 2;

const ROWS: &[Row] = &[
    static_method("__new__", "($type, id, /, mode=None, pull=None, *, value=None, alt=5, drive=None)", "A pin.", new),
    method("__call__", "($self, x=<unrepresentable>, /)", "As value().", value),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("__eq__", "($self, value, /)", "Return self==value.", equal),
    method("__hash__", "($self, /)", "Return hash(self).", |iso, args| Ok(Value::small_int(number(iso, args).into()))),
    method("init", "($self, /, mode=None, pull=None, *, value=None, alt=5, drive=None)", "Set the pin up.", init),
    method("value", "($self, x=<unrepresentable>, /)", "1 if the pin is high, else 0; or set it.", value),
    method("low", "($self, /)", "Drive the pin low.", off),
    method("high", "($self, /)", "Drive the pin high.", on),
    method("off", "($self, /)", "Drive the pin low.", off),
    method("on", "($self, /)", "Drive the pin high.", on),
    method("toggle", "($self, /)", "Drive the pin the other way.", |iso, args| {
        let pin = number(iso, args);
        ask(iso, |hardware| {
            hardware.toggle_pin(pin);
            Ok(Value::NONE)
        })
    }),
    method("mode", "($self, mode=None, /)", "What the pin is there for; or set it.", mode),
    method("pull", "($self, pull=<unrepresentable>, /)", "Which way the pin is pulled; or set it.", pull),
    method("drive", "($self, drive=None, /)", "How strongly the pin is driven; or set it.", drive),
    method("alt", "($self, alt=None, /)", "The function of the pin; or set it.", alt),
    method(
        "irq",
        "($self, /, handler=None, trigger=12, hard=False)",
        "Call handler(pin) at each edge; without arguments, what was set.",
        set_irq,
    ),
    constant("board", "The pins by the names that the board gives them.", names::<0>),
    constant("cpu", "The pins by the names that the chip gives them.", names::<1>),
    constant("IN", "A pin that is read.", int::<MODE_IN>),
    constant("OUT", "A pin that is driven.", int::<MODE_OUT>),
    constant("OPEN_DRAIN", "A pin that is driven low or let go.", int::<MODE_OPEN_DRAIN>),
    constant("ALT", "A pin that a part of the chip has.", int::<MODE_ALT>),
    constant("PULL_UP", "Pulled up.", int::<PULL_UP>),
    constant("PULL_DOWN", "Pulled down.", int::<PULL_DOWN>),
    constant("DRIVE_0", "2 mA.", int::<0>),
    constant("DRIVE_1", "4 mA.", int::<1>),
    constant("DRIVE_2", "8 mA.", int::<2>),
    constant("DRIVE_3", "12 mA.", int::<3>),
    constant("IRQ_LOW_LEVEL", "While the pin is low.", int::<{ edge::LOW as i64 }>),
    constant("IRQ_HIGH_LEVEL", "While the pin is high.", int::<{ edge::HIGH as i64 }>),
    constant("IRQ_FALLING", "When the pin falls.", int::<{ edge::FALLING as i64 }>),
    constant("IRQ_RISING", "When the pin rises.", int::<{ edge::RISING as i64 }>),
    constant("ALT_SPI", "SPI.", int::<1>),
    constant("ALT_UART", "UART.", int::<2>),
    constant("ALT_I2C", "I2C.", int::<3>),
    constant("ALT_PWM", "PWM.", int::<4>),
    constant("ALT_SIO", "The processor.", int::<SIO>),
    constant("ALT_PIO0", "The first block of PIO.", int::<6>),
    constant("ALT_PIO1", "The second block of PIO.", int::<7>),
    constant("ALT_GPCK", "A clock.", int::<8>),
    constant("ALT_USB", "Signs about USB.", int::<9>),
];

/// `Pin.board` (0) and `Pin.cpu` (1).
pub(super) static NAMES: TypeSpec = TypeSpec::new(
    "names",
    "Pins by their names.",
    &[
        method("__getattr__", "($self, name, /)", "A pin by its name.", name_attribute),
        method("__dir__", "($self, /)", "The names.", name_list),
    ],
)
.in_module("machine")
.with_flags(TypeFlags::NOT_CALLABLE);

/// The pin of a record.
fn number(iso: &Isolate, args: &[Value]) -> u8 {
    iso.heap.number(argument(args, 0)) as u8
}

/// The object for a pin.
pub(super) fn object(iso: &mut Isolate, pin: u8) -> Completion {
    let Some(id) = iso.find_type(&PIN) else { return Err(raise::internal(iso)) };
    iso.new_record(id, pin.into(), &[])
}

/// The pin that an argument names: a pin, a number, a name.
pub(super) fn pin_argument(iso: &mut Isolate, value: Value) -> Completion<u8> {
    let inner = iso.unwrap(value);
    let id = iso.find_type(&PIN);
    if id.is_some_and(|id| iso.type_of(inner) == id.value()) {
        return Ok(iso.heap.number(inner) as u8);
    }
    let count = ask(iso, |hardware| Ok(hardware.pin_count()))?;
    if let Some(text) = iso.to_text(value) {
        let known = match named(iso, 0, &text)? {
            None => named(iso, 1, &text)?,
            known => known,
        };
        return match known {
            Some(pin) => Ok(pin),
            None => Err(raise::value_error(iso, &format!("unknown named pin \"{text}\""))),
        };
    }
    match iso.as_i64(inner).and_then(|number| u8::try_from(number).ok()).filter(|&pin| pin < count) {
        Some(pin) => Ok(pin),
        None => Err(raise::value_error(iso, "invalid pin")),
    }
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = pin_argument(iso, argument(args, 1))?;
    let (class, setup) = (argument(args, 0), args.get(2..).unwrap_or(&[]));
    if setup.iter().any(|value| value.given().is_some()) {
        set_up(iso, pin, setup)?;
    }
    let object = object(iso, pin)?;
    let Some(id) = iso.find_type(&PIN) else { return Err(raise::internal(iso)) };
    iso.wrap_new(class, id, object)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    set_up(iso, number(iso, args), args.get(1..).unwrap_or(&[]))?;
    Ok(Value::NONE)
}

/// An argument that is there and neither None nor -1.
fn setting(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<Option<i64>> {
    let Some(value) = given(args, place) else { return Ok(None) };
    let number = iso.to_isize(value)?;
    Ok((number != -1).then_some(number))
}

/// The arguments mode, pull, value, alt, drive.
fn set_up(iso: &mut Isolate, pin: u8, args: &[Value]) -> Completion<()> {
    let mode = setting(iso, args, 0)?;
    let pull = setting(iso, args, 1)?.unwrap_or(0);
    let value = match given(args, 2) {
        Some(value) => Some(iso.is_true(value)?),
        None => None,
    };
    let alt = setting(iso, args, 3)?.unwrap_or(SIO);
    let drive = setting(iso, args, 4)?.map(|drive| drive as u8);
    let mode = mode.map(|mode| mode_of(mode, alt));
    configure(iso, pin, mode, value, Some(pull), drive)
}

fn mode_of(mode: i64, alt: i64) -> PinMode {
    match mode {
        MODE_IN => PinMode::In,
        MODE_OUT => PinMode::Out,
        MODE_OPEN_DRAIN => PinMode::OpenDrain,
        _ => PinMode::Alternate(alt as u8),
    }
}

fn configure(
    iso: &mut Isolate,
    pin: u8,
    mode: Option<PinMode>,
    value: Option<bool>,
    pull: Option<i64>,
    drive: Option<u8>,
) -> Completion<()> {
    if let Some(PinMode::Alternate(alt)) = mode
        && !ask(iso, |hardware| Ok(hardware.alternates(pin).iter().any(|known| known.1 == alt)))?
    {
        return Err(raise::value_error(iso, &format!("invalid pin af: {alt}")));
    }
    let pulls = pull.map(|pull| (pull & PULL_UP != 0, pull & PULL_DOWN != 0));
    ask(iso, |hardware| hardware.set_pin_state(pin, mode.map(|mode| (mode, value)), pulls, drive))
}

fn value(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = number(iso, args);
    match argument(args, 1).given() {
        Some(value) => {
            let high = iso.is_true(value)?;
            write(iso, pin, high)
        }
        None => ask(iso, |hardware| Ok(hardware.read_pin(pin))).map(|high| Value::small_int(high.into())),
    }
}

fn write(iso: &mut Isolate, pin: u8, high: bool) -> Completion {
    ask(iso, |hardware| {
        hardware.write_pin(pin, high);
        Ok(Value::NONE)
    })
}

fn on(iso: &mut Isolate, args: &[Value]) -> Completion {
    write(iso, number(iso, args), true)
}

fn off(iso: &mut Isolate, args: &[Value]) -> Completion {
    write(iso, number(iso, args), false)
}

fn mode(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = number(iso, args);
    if let Some(mode) = setting(iso, args, 1)? {
        configure(iso, pin, Some(mode_of(mode, SIO)), None, None, None)?;
        return Ok(Value::NONE);
    }
    let mode = match ask(iso, |hardware| Ok(hardware.pin_state(pin)))?.mode {
        PinMode::In => MODE_IN,
        PinMode::Out => MODE_OUT,
        PinMode::OpenDrain => MODE_OPEN_DRAIN,
        PinMode::Alternate(_) => MODE_ALT,
    };
    Ok(Value::small_int(mode))
}

fn pull(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = number(iso, args);
    if argument(args, 1).given().is_some() {
        let pull = setting(iso, args, 1)?.unwrap_or(0);
        configure(iso, pin, None, None, Some(pull), None)?;
        return Ok(Value::NONE);
    }
    let state = ask(iso, |hardware| Ok(hardware.pin_state(pin)))?;
    let pull = i64::from(state.pull_up) * PULL_UP + i64::from(state.pull_down) * PULL_DOWN;
    Ok(if pull == 0 { Value::NONE } else { Value::small_int(pull) })
}

fn drive(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = number(iso, args);
    if let Some(drive) = setting(iso, args, 1)? {
        configure(iso, pin, None, None, None, Some(drive as u8))?;
        return Ok(Value::NONE);
    }
    let drive = ask(iso, |hardware| Ok(hardware.pin_state(pin)))?.drive;
    Ok(Value::small_int(drive.into()))
}

fn alt(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = number(iso, args);
    if let Some(alt) = setting(iso, args, 1)? {
        configure(iso, pin, Some(PinMode::Alternate(alt as u8)), None, None, None)?;
        return Ok(Value::NONE);
    }
    let alt = match ask(iso, |hardware| Ok(hardware.pin_state(pin)))?.mode {
        PinMode::Alternate(alt) => alt.into(),
        _ => SIO,
    };
    Ok(Value::small_int(alt))
}

fn set_irq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[pin, handler, trigger, hard] = args else { return Err(raise::internal(iso)) };
    let source = source::PIN + u16::from(number(iso, args));
    if [handler, trigger, hard].iter().all(|value| value.is_unbound()) {
        return irq::object(iso, source, pin);
    }
    let trigger = match trigger.given() {
        Some(trigger) => iso.to_isize(trigger)? as u16,
        None => (edge::FALLING | edge::RISING).into(),
    };
    let is_hard = iso.is_true(hard.or(Value::bool(false)))?;
    let function = handler.or(Value::NONE);
    irq::set(iso, Handler { source, trigger, flags: 0, is_hard, function, argument: pin })
}

fn equal(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[pin, other] = args else { return Err(raise::internal(iso)) };
    let other = iso.unwrap(other);
    if iso.type_of(pin) != iso.type_of(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(Value::bool(iso.heap.number(pin) == iso.heap.number(other)))
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = number(iso, args);
    let state = ask(iso, |hardware| Ok(hardware.pin_state(pin)))?;
    let mode = match state.mode {
        PinMode::In => "IN",
        PinMode::Out => "OUT",
        PinMode::OpenDrain => "OPEN_DRAIN",
        PinMode::Alternate(_) => "ALT",
    };
    let mut text = format!("Pin(GPIO{pin}, mode={mode}");
    text.push_str(match (state.pull_up, state.pull_down) {
        (false, false) => "",
        (true, false) => ", pull=PULL_UP",
        (false, true) => ", pull=PULL_DOWN",
        (true, true) => ", pull=PULL_UP|PULL_DOWN",
    });
    if let PinMode::Alternate(alt) = state.mode {
        let known = ask(iso, |hardware| Ok(hardware.alternates(pin)))?;
        let done = match known.iter().find(|known| known.1 == alt) {
            Some((name, _)) => write!(text, ", alt={name}"),
            None => write!(text, ", alt={alt}"),
        };
        done.unwrap_or_default();
    }
    text.push(')');
    iso.new_str(&text)
}

/// `Pin.board` and `Pin.cpu`.
fn names<const WHICH: u32>(iso: &mut Isolate, _: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&NAMES) else { return Err(raise::internal(iso)) };
    iso.new_record(id, WHICH, &[])
}

/// The pin with a name.
fn named(iso: &mut Isolate, which: u32, name: &str) -> Completion<Option<u8>> {
    ask(iso, |hardware| {
        if which == 0 {
            return Ok(hardware.board_pins().iter().find(|known| known.0 == name).map(|known| known.1));
        }
        let number = name.strip_prefix("GPIO").and_then(|number| number.parse().ok());
        // Other ways to write the number are no names.
        Ok(number.filter(|&number: &u8| number < hardware.pin_count() && format!("GPIO{number}") == name))
    })
}

fn name_attribute(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[names, name] = args else { return Err(raise::internal(iso)) };
    let text = iso.to_text(name).unwrap_or_default();
    match named(iso, iso.heap.number(names), &text)? {
        Some(pin) => object(iso, pin),
        None => Err(raise::attribute_error(iso, names, name, &format!("no pin has the name '{text}'"))),
    }
}

fn name_list(iso: &mut Isolate, args: &[Value]) -> Completion {
    let which = iso.heap.number(argument(args, 0));
    let (known, count) = ask(iso, |hardware| Ok((hardware.board_pins(), hardware.pin_count())))?;
    let list = iso.new_list(&[])?;
    let chip = (0..count).map(|pin| format!("GPIO{pin}"));
    let board = known.iter().map(|known| String::from(known.0));
    let mut names: alloc::vec::Vec<String> = if which == 0 { board.collect() } else { chip.collect() };
    for name in names.drain(..) {
        let name = iso.new_str(&name)?;
        iso.heap.list_append(list, name)?;
    }
    Ok(list)
}
