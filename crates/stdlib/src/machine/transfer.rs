//! Bytes on their way between the program's buffers and a bus: in pieces, because what a buffer holds may move while the
//! program is asked for it, and memory is short.

use super::{argument, ask, reach};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;
use core::ops::Range;
use ferropy_platform::hardware::BusPin;
use ferropy_platform::{Error, Hardware};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// Bytes of a piece.
pub(super) const PIECE: usize = 64;

/// Where bytes go that arrive.
pub(super) enum Target {
    /// Into a new bytes object.
    Bytes(Vec<u8>),
    /// Into a buffer of the program.
    Buffer(Value, Range<usize>),
    /// Nowhere.
    Nothing,
}

impl Target {
    /// A new bytes object of so many bytes.
    pub(super) fn bytes(iso: &mut Isolate, count: Value) -> Completion<Target> {
        let count = iso.to_isize(count)?;
        let mut bytes = Vec::new();
        match usize::try_from(count) {
            Ok(count) if bytes.try_reserve_exact(count).is_ok() => bytes.resize(count, 0),
            Ok(_) => return Err(raise::memory_error(iso)),
            Err(_) => return Err(raise::value_error(iso, "negative count")),
        }
        Ok(Target::Bytes(bytes))
    }

    /// A buffer of the program.
    pub(super) fn buffer(iso: &mut Isolate, value: Value) -> Completion<Target> {
        let (storage, range) = iso.writable_buffer(value, "argument")?;
        Ok(Target::Buffer(iso.keep(storage), range))
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Target::Bytes(bytes) => bytes.len(),
            Target::Buffer(_, range) => range.len(),
            Target::Nothing => 0,
        }
    }

    /// Puts bytes at a place.
    pub(super) fn put(&mut self, iso: &mut Isolate, at: usize, bytes: &[u8]) {
        let place = match self {
            Target::Bytes(all) => all.get_mut(at..),
            Target::Buffer(storage, range) => {
                let start = range.start + at;
                iso.heap.bytearray_mut(*storage).and_then(|all| all.get_mut(start..range.end))
            }
            Target::Nothing => None,
        };
        // A buffer that the program has made shorter meanwhile gets what fits.
        place.unwrap_or(&mut []).iter_mut().zip(bytes).for_each(|(place, &byte)| *place = byte);
    }

    /// The bytes object, or None.
    pub(super) fn finish(self, iso: &mut Isolate) -> Completion {
        match self {
            Target::Bytes(bytes) => iso.new_bytes(&bytes),
            _ => Ok(Value::NONE),
        }
    }
}

/// The bytes of an argument that is sent, and how many there are. Text is sent as UTF-8.
pub(super) fn source(iso: &mut Isolate, value: Value) -> Completion<(Value, usize)> {
    let buffer = match iso.to_text(value) {
        Some(text) => iso.new_bytes(text.as_bytes())?,
        None => iso.to_buffer(value)?,
    };
    iso.keep(buffer);
    let length = iso.bytes_like(buffer).map_or(0, |bytes| bytes.len());
    Ok((buffer, length))
}

/// Copies what a buffer holds from a place on: how many bytes there were.
pub(super) fn copy(iso: &Isolate, buffer: Value, at: usize, piece: &mut [u8]) -> usize {
    let bytes = iso.bytes_like(buffer).unwrap_or_default();
    let rest = bytes.get(at..).unwrap_or(&[]);
    piece.iter_mut().zip(rest).map(|(place, &byte)| *place = byte).count()
}

/// What became of a transfer: the user may have interrupted it.
pub(super) fn done<T>(iso: &mut Isolate, result: Result<T, Error>) -> Completion<T> {
    result.map_err(|error| {
        if error == Error::INTERRUPTED && iso.platform.console().take_interrupt() {
            raise::keyboard_interrupt(iso)
        } else {
            raise::os_error(iso, error.code())
        }
    })
}

/// Asks the hardware, which may be interrupted.
pub(super) fn transfer<T>(
    iso: &mut Isolate,
    work: impl FnOnce(&mut dyn Hardware) -> Result<T, Error>,
) -> Completion<T> {
    let result = reach(iso, work)?;
    done(iso, result)
}

/// An int argument; the default if it was not given.
pub(super) fn whole(iso: &mut Isolate, args: &[Value], place: usize, default: i64) -> Completion<i64> {
    match argument(args, place).given() {
        Some(value) => iso.to_isize(value),
        None => Ok(default),
    }
}

/// The pin of a bus: the one that an argument names, or the usual one.
pub(super) fn bus_pin(iso: &mut Isolate, role: BusPin, bus: i64, told: Option<Value>) -> Completion<u8> {
    let told = match told {
        Some(pin) => Some(super::pin::pin_argument(iso, pin)?),
        None => None,
    };
    let bus = u8::try_from(bus).unwrap_or(u8::MAX);
    match ask(iso, |hardware| Ok(hardware.bus_pin(role, bus, told)))? {
        Some(pin) => Ok(pin),
        None => {
            let name = match role {
                BusPin::Scl => "SCL",
                BusPin::Sda => "SDA",
                BusPin::Sck => "SCK",
                BusPin::Mosi => "MOSI",
                BusPin::Miso => "MISO",
                BusPin::Tx => "TX",
                BusPin::Rx => "RX",
                BusPin::Cts => "CTS",
                BusPin::Rts => "RTS",
            };
            Err(raise::value_error(iso, &alloc::format!("bad {name} pin")))
        }
    }
}

/// The number of a controller that there is.
pub(super) fn controller(iso: &mut Isolate, name: &str, role: BusPin, number: i64) -> Completion<()> {
    let known = u8::try_from(number).ok();
    let is_there = ask(iso, |hardware| Ok(known.is_some_and(|bus| hardware.bus_pin(role, bus, None).is_some())))?;
    if is_there {
        return Ok(());
    }
    Err(raise::value_error(iso, &alloc::format!("{name}({number}) doesn't exist")))
}

/// The place of a field that is not shown: its name says all.
pub(super) const NAMED: u8 = u8::MAX;

/// What `repr()` says: a record's fields by their names and places; -1 is None.
pub(super) fn describe(iso: &mut Isolate, name: &str, record: Value, fields: &[(&str, u8)]) -> Completion {
    let mut text = String::from(name);
    let mut before = '(';
    for &(key, place) in fields {
        text.push(before);
        if before == ',' {
            text.push(' ');
        }
        before = ',';
        text.push_str(key);
        if place == NAMED {
            continue;
        }
        match field(iso, record, place.into()) {
            -1 => text.push_str("None"),
            number => write!(text, "{number}").unwrap_or_default(),
        }
    }
    text.push(')');
    iso.new_str(&text)
}

/// A number in a record.
pub(super) fn field(iso: &Isolate, record: Value, place: usize) -> i64 {
    iso.heap.field(record, place).as_small_int().unwrap_or(0)
}
