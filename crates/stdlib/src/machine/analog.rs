//! `ADC` and `PWM`: voltages in, and pulses that stand for voltages out.

use super::pin::pin_argument;
use super::{argument, ask, given, reach};
use alloc::format;
use ferropy_platform::Error;
use ferropy_platform::hardware::{Duty, Pwm};
use ferropy_runtime::native::{Row, TypeSpec, constant, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record whose number is the channel's.
pub(super) static ADC: TypeSpec = TypeSpec::new(
    "ADC",
    "ADC(id)\n--\n\nA channel of the converter, by its number or the pin that it measures.",
    ADC_ROWS,
)
.in_module("machine");

const ADC_ROWS: &[Row] = &[
    static_method("__new__", "($type, id, /)", "A channel.", new_adc),
    method("__repr__", "($self, /)", "Return repr(self).", |iso, args| {
        let text = format!("<ADC channel={}>", iso.heap.number(argument(args, 0)));
        iso.new_str(&text)
    }),
    method("read_u16", "($self, /)", "The voltage, from 0 to 65535.", |iso, args| {
        let channel = iso.heap.number(argument(args, 0)) as u8;
        ask(iso, |hardware| hardware.read_analog(channel)).map(|measured| Value::small_int(measured.into()))
    }),
    constant("CORE_TEMP", "The channel of the chip's temperature.", |iso, _| {
        let channels = ask(iso, |hardware| Ok(hardware.analog_channels()))?;
        Ok(Value::small_int(i64::from(channels) - 1))
    }),
];

fn new_adc(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (class, source) = (argument(args, 0), argument(args, 1));
    let channels = ask(iso, |hardware| Ok(hardware.analog_channels()))?;
    let number = iso.as_i64(source).and_then(|number| u8::try_from(number).ok());
    let (channel, pin) = match number.filter(|&number| number < channels) {
        Some(channel) => (channel, None),
        None => {
            let pin = pin_argument(iso, source)?;
            match ask(iso, |hardware| Ok(hardware.analog_channel(pin)))? {
                Some(channel) => (channel, Some(pin)),
                None => return Err(raise::value_error(iso, "Pin doesn't have ADC capabilities")),
            }
        }
    };
    ask(iso, |hardware| {
        hardware.start_analog(channel, pin);
        Ok(())
    })?;
    record(iso, class, &ADC, channel)
}

/// An object of one of these types, or of a subclass.
fn record(iso: &mut Isolate, class: Value, spec: &'static TypeSpec, number: u8) -> Completion {
    let Some(id) = iso.find_type(spec) else { return Err(raise::internal(iso)) };
    let object = iso.new_record(id, number.into(), &[])?;
    iso.wrap_new(class, id, object)
}

/// A record whose number is the pin's.
pub(super) static PWM: TypeSpec = TypeSpec::new(
    "PWM",
    "PWM(pin, freq=None, *, duty_u16=None, duty_ns=None, invert=None)\n--\n\nPulses on a pin.",
    PWM_ROWS,
)
.in_module("machine");

const PWM_ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, pin, /, freq=None, *, duty_u16=None, duty_ns=None, invert=None)",
        "Pulses on a pin.",
        new_pwm,
    ),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method(
        "init",
        "($self, /, freq=None, *, duty_u16=None, duty_ns=None, invert=None)",
        "Change what is given.",
        |iso, args| change(iso, pin_of(iso, args), args.get(1..).unwrap_or(&[])),
    ),
    method("deinit", "($self, /)", "Stop the pulses.", |iso, args| {
        let pin = pin_of(iso, args);
        ask(iso, |hardware| {
            hardware.stop_pwm(pin);
            Ok(Value::NONE)
        })
    }),
    method("freq", "($self, value=None, /)", "Pulses in a second; or set them.", |iso, args| get_or_set(iso, args, 0)),
    method("duty_u16", "($self, value=None, /)", "How long a pulse is, in parts of 65535; or set it.", |iso, args| {
        get_or_set(iso, args, 1)
    }),
    method("duty_ns", "($self, value=None, /)", "How long a pulse is, in nanoseconds; or set it.", |iso, args| {
        get_or_set(iso, args, 2)
    }),
];

fn pin_of(iso: &Isolate, args: &[Value]) -> u8 {
    iso.heap.number(argument(args, 0)) as u8
}

fn new_pwm(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = pin_argument(iso, argument(args, 1))?;
    ask(iso, |hardware| {
        hardware.start_pwm(pin);
        Ok(())
    })?;
    change(iso, pin, args.get(2..).unwrap_or(&[]))?;
    record(iso, argument(args, 0), &PWM, pin)
}

/// The arguments freq, duty_u16, duty_ns, invert, of which each may be missing.
fn change(iso: &mut Isolate, pin: u8, args: &[Value]) -> Completion {
    let mut numbers = [None; 4];
    for (place, number) in numbers.iter_mut().enumerate() {
        if let Some(value) = given(args, place) {
            *number = Some(iso.to_isize(value)?).filter(|&number| number != -1);
        }
    }
    let [frequency, parts, nanoseconds, invert] = numbers;
    let parts = parts.map(|parts| Duty::Parts(parts.clamp(0, 65535) as u16));
    let nanoseconds = nanoseconds.map(|time| Duty::Nanoseconds(time.clamp(0, u32::MAX.into()) as u32));
    let frequency = frequency.map(|hertz| hertz.clamp(0, u32::MAX.into()) as u32);
    let change = Pwm { frequency, duty: nanoseconds.or(parts), invert: invert.map(|invert| invert != 0) };
    match reach(iso, |hardware| hardware.set_pwm(pin, change))? {
        Ok(()) => Ok(Value::NONE),
        Err(Error::INVALID) => Err(raise::value_error(iso, "freq too small")),
        Err(Error::OUT_OF_RANGE) => Err(raise::value_error(iso, "freq too large")),
        Err(error) => Err(raise::os_error(iso, error.code())),
    }
}

fn get_or_set(iso: &mut Isolate, args: &[Value], place: usize) -> Completion {
    let pin = pin_of(iso, args);
    if let Some(value) = given(args, 1) {
        let mut change_of = [Value::NONE; 4];
        if let Some(slot) = change_of.get_mut(place) {
            *slot = value;
        }
        return change(iso, pin, &change_of);
    }
    let (frequency, parts, nanoseconds, _) = ask(iso, |hardware| Ok(hardware.pwm(pin)))?;
    let number = match place {
        0 => frequency,
        1 => parts.into(),
        _ => nanoseconds,
    };
    iso.new_int(number.into())
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let pin = pin_of(iso, args);
    let ((slice, channel), invert) =
        ask(iso, |hardware| Ok((hardware.pwm_output(pin).unwrap_or_default(), hardware.pwm(pin).3)))?;
    let text = format!("<PWM slice={slice} channel={channel} invert={}>", u8::from(invert));
    iso.new_str(&text)
}
