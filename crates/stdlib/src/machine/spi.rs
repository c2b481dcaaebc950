//! `SPI` and `SoftSPI`: bytes that go out and come in at once. Both have the same rows, as those of I2C.

use super::argument;
use super::transfer::{PIECE, Target, bus_pin, controller, copy, describe, field, source, transfer, whole};
use ferropy_platform::hardware::{BusPin, Spi};
use ferropy_runtime::native::{Row, TypeSpec, constant, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: number of the controller or -1, speed, polarity, phase, bits, whether the highest bit comes first, pins of the
/// clock, of what is sent, of what is received or -1.
pub(super) static SPI: TypeSpec = TypeSpec::new(
    "SPI",
    "SPI(id, baudrate=1000000, *, polarity=0, phase=0, bits=8, firstbit=1, sck=None, mosi=None, miso=None)\n--\n\nAn SPI bus.",
    ROWS,
)
.in_module("machine");

/// As [`SPI`], without a controller.
pub(super) static SOFT_SPI: TypeSpec = TypeSpec::new(
    "SoftSPI",
    "SoftSPI(baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=1, sck, mosi, miso)\n--\n\nAn SPI bus on any pins.",
    ROWS,
)
.in_module("machine");

const NEW: &str = "($type, /, id=<unrepresentable>, baudrate=1000000, *, polarity=0, phase=0, bits=8, firstbit=1, sck=None, mosi=None, miso=-1)";
const INIT: &str =
    "($self, /, baudrate=-1, *, polarity=-1, phase=-1, bits=-1, firstbit=-1, sck=None, mosi=None, miso=-1)";

const ROWS: &[Row] = &[
    static_method("__new__", NEW, "A bus.", new),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("init", INIT, "Set the bus up anew.", init),
    method("deinit", "($self, /)", "Let the bus be.", |_, _| Ok(Value::NONE)),
    method("read", "($self, nbytes, write=0, /)", "Read bytes while one is written again and again.", read),
    method(
        "readinto",
        "($self, buf, write=0, /)",
        "Read into a buffer while a byte is written again and again.",
        read_into,
    ),
    method("write", "($self, buf, /)", "Write bytes.", write),
    method("write_readinto", "($self, write_buf, read_buf, /)", "Write bytes, and read as many.", write_read),
    constant("MSB", "The highest bit comes first.", super::int::<1>),
    constant("LSB", "The lowest bit comes first.", super::int::<0>),
];

/// Fields of the record.
const FIELDS: usize = 9;

fn bus_of(iso: &Isolate, this: Value) -> Spi {
    let number = |place| field(iso, this, place);
    let pin = |place| u8::try_from(number(place)).ok();
    Spi {
        bus: pin(0),
        hertz: number(1) as u32,
        polarity: number(2) != 0,
        phase: number(3) != 0,
        bits: number(4) as u8,
        lowest_first: number(5) == 0,
        pins: [pin(6), pin(7), pin(8)],
    }
}

/// Changes the numbers of a record by arguments, and sets the bus up.
fn open(iso: &mut Isolate, this: Value, args: &[Value]) -> Completion<()> {
    for place in 1..6 {
        let number = whole(iso, args, place, -1)?;
        if number >= 0 {
            iso.heap.set_field(this, place, Value::small_int(number));
        }
    }
    let number = field(iso, this, 0);
    for (place, role) in [(6, BusPin::Sck), (7, BusPin::Mosi), (8, BusPin::Miso)] {
        let told = argument(args, place).given();
        let pin = match told {
            // Without a pin for what is received: the others have to be there.
            Some(Value::NONE) if place == 8 => -1,
            Some(pin) if !pin.is_none() && pin != Value::small_int(-1) => {
                if number < 0 {
                    super::pin::pin_argument(iso, pin)?.into()
                } else {
                    bus_pin(iso, role, number, Some(pin))?.into()
                }
            }
            _ => continue,
        };
        iso.heap.set_field(this, place, Value::small_int(pin));
    }
    let mut bus = bus_of(iso, this);
    match (bus.bus, bus.bits, bus.lowest_first, bus.pins) {
        (None, bits, ..) if bits != 8 => return Err(raise::value_error(iso, "bits must be 8")),
        (None, _, _, [sck, mosi, miso]) if sck.or(mosi).or(miso).is_none() || sck.is_none() || mosi.is_none() => {
            return Err(raise::value_error(iso, "must specify all of sck/mosi/miso"));
        }
        (Some(_), _, true, _) => {
            return Err(raise::exception(iso, ferropy_runtime::native::TypeId::NOT_IMPLEMENTED_ERROR, "LSB"));
        }
        _ => {}
    }
    transfer(iso, |hardware| hardware.open_spi(&mut bus))?;
    iso.heap.set_field(this, 1, Value::small_int(bus.hertz.into()));
    Ok(())
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (Some(hard), Some(soft)) = (iso.find_type(&SPI), iso.find_type(&SOFT_SPI)) else {
        return Err(raise::internal(iso));
    };
    let class = argument(args, 0);
    let is_soft = iso.is_subclass(class, soft.value())?;
    // What stands first is the controller's number, or the speed where there is none.
    let mut setup = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(|place| argument(args, place + 1));
    let mut fields: [i64; FIELDS] = [-1, 500_000, 0, 0, 8, 1, -1, -1, -1];
    if is_soft {
        if argument(args, 1).given().is_some() {
            setup[1] = argument(args, 1);
        }
    } else {
        let number = whole(iso, args, 1, 0)?;
        controller(iso, "SPI", BusPin::Sck, number)?;
        fields[0] = number;
        fields[1] = 1_000_000;
        for (place, role) in [(6, BusPin::Sck), (7, BusPin::Mosi), (8, BusPin::Miso)] {
            fields[place] = bus_pin(iso, role, number, None)?.into();
        }
    }
    let id = if is_soft { soft } else { hard };
    let record = iso.new_record(id, 0, &fields.map(Value::small_int))?;
    open(iso, record, &setup)?;
    iso.wrap_new(class, id, record)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    open(iso, argument(args, 0), args)?;
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    let is_soft = field(iso, this, 0) < 0;
    let (name, middle) = if is_soft { ("SoftSPI", ("firstbit=", 5)) } else { ("SPI", ("bits=", 4)) };
    let fields =
        [("", 0), ("baudrate=", 1), ("polarity=", 2), ("phase=", 3), middle, ("sck=", 6), ("mosi=", 7), ("miso=", 8)];
    describe(iso, name, this, fields.get(usize::from(is_soft)..).unwrap_or(&[]))
}

/// What is written.
#[derive(Clone, Copy)]
enum Written {
    Again(u8),
    Buffer(Value),
}

fn exchange(iso: &mut Isolate, this: Value, written: Written, mut target: Target, length: usize) -> Completion {
    let bus = bus_of(iso, this);
    let mut piece = [0; PIECE];
    let mut at = 0;
    while at < length {
        let bytes = piece.get_mut(..(length - at).min(PIECE)).unwrap_or(&mut []);
        match written {
            Written::Again(byte) => bytes.fill(byte),
            Written::Buffer(buffer) => {
                copy(iso, buffer, at, bytes);
            }
        }
        transfer(iso, |hardware| hardware.exchange_spi(&bus, bytes))?;
        target.put(iso, at, bytes);
        at += bytes.len();
    }
    target.finish(iso)
}

fn read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let byte = whole(iso, args, 2, 0)? as u8;
    let target = Target::bytes(iso, argument(args, 1))?;
    let length = target.len();
    exchange(iso, argument(args, 0), Written::Again(byte), target, length)
}

fn read_into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let byte = whole(iso, args, 2, 0)? as u8;
    let target = Target::buffer(iso, argument(args, 1))?;
    let length = target.len();
    exchange(iso, argument(args, 0), Written::Again(byte), target, length)
}

fn write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (buffer, length) = source(iso, argument(args, 1))?;
    exchange(iso, argument(args, 0), Written::Buffer(buffer), Target::Nothing, length)
}

fn write_read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (buffer, length) = source(iso, argument(args, 1))?;
    let target = Target::buffer(iso, argument(args, 2))?;
    if target.len() != length {
        return Err(raise::value_error(iso, "buffers must be the same length"));
    }
    exchange(iso, argument(args, 0), Written::Buffer(buffer), target, length)
}
