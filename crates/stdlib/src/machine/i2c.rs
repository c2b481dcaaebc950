//! `I2C` and `SoftI2C`: devices on two wires. Both have the same rows; a class asks in its constructor which one it is.

use super::transfer::{PIECE, Target, bus_pin, controller, copy, describe, field, source, transfer, whole};
use super::{argument, given, reach};
use alloc::vec::Vec;
use ferropy_platform::hardware::{BusPin, I2c};
use ferropy_runtime::native::{Row, TypeId, TypeSpec, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record: number of the controller or -1, speed, pins of clock and data, timeout in microseconds.
pub(super) static I2C: TypeSpec =
    TypeSpec::new("I2C", "I2C(id, freq=400000, *, scl=None, sda=None, timeout=50000)\n--\n\nAn I2C bus.", ROWS)
        .in_module("machine");

/// As [`I2C`], without a controller.
pub(super) static SOFT_I2C: TypeSpec = TypeSpec::new(
    "SoftI2C",
    "SoftI2C(scl, sda, *, freq=400000, timeout=50000)\n--\n\nAn I2C bus on any two pins.",
    ROWS,
)
.in_module("machine");

const NEW: &str = "($type, /, id=<unrepresentable>, *args, freq=400000, scl=None, sda=None, timeout=50000)";
const INIT: &str = "($self, /, *args, freq=400000, scl=None, sda=None, timeout=50000)";

const ROWS: &[Row] = &[
    static_method("__new__", NEW, "A bus.", new),
    method("__repr__", "($self, /)", "Return repr(self).", repr),
    method("init", INIT, "Set the bus up anew.", init),
    method("scan", "($self, /)", "The addresses of all devices that answer.", scan),
    method("start", "($self, /)", "Make the condition that starts a transfer.", |iso, args| signal(iso, args, true)),
    method("stop", "($self, /)", "Make the condition that ends a transfer.", |iso, args| signal(iso, args, false)),
    method("readinto", "($self, buf, nack=True, /)", "Read bytes into a buffer.", read_into),
    method("write", "($self, buf, /)", "Write bytes: how many were acknowledged.", write),
    method("readfrom", "($self, addr, nbytes, stop=True, /)", "Read bytes from a device.", read_from),
    method("readfrom_into", "($self, addr, buf, stop=True, /)", "Read from a device into a buffer.", read_from),
    method("writeto", "($self, addr, buf, stop=True, /)", "Write to a device: how many bytes it took.", write_to),
    method("writevto", "($self, addr, vector, stop=True, /)", "Write several buffers to a device.", write_to),
    method("readfrom_mem", MEMORY_SIZE, "Read bytes from a place in a device's memory.", read_memory),
    method("readfrom_mem_into", MEMORY, "Read from a device's memory into a buffer.", read_memory),
    method("writeto_mem", MEMORY, "Write to a place in a device's memory.", write_memory),
];

const MEMORY: &str = "($self, /, addr, memaddr, buf, *, addrsize=8)";
const MEMORY_SIZE: &str = "($self, /, addr, memaddr, nbytes, *, addrsize=8)";

fn bus_of(iso: &Isolate, args: &[Value]) -> I2c {
    let number = |place| field(iso, argument(args, 0), place);
    I2c {
        bus: u8::try_from(number(0)).ok(),
        hertz: number(1) as u32,
        scl: number(2) as u8,
        sda: number(3) as u8,
        timeout: number(4) as u32,
    }
}

/// Changes a record by arguments, and sets the bus up: those that stand without their names, and those by the places of
/// their fields.
fn open(iso: &mut Isolate, this: Value, positional: &[Value], named: &[Value]) -> Completion<()> {
    let number = field(iso, this, 0);
    let mut setup = [0, 1, 2, 3, 4].map(|place| argument(named, place));
    // Behind the number of a controller comes the speed; without one the pins come first.
    let places: &[usize] = if number < 0 { &[2, 3] } else { &[1] };
    if positional.len() > places.len() {
        return Err(raise::type_error(iso, "extra positional arguments given"));
    }
    for (&place, &value) in places.iter().zip(positional) {
        setup[place] = value;
    }
    for (place, role) in [(2, BusPin::Scl), (3, BusPin::Sda)] {
        let told = given(&setup, place);
        let pin = match told {
            Some(pin) if number < 0 => super::pin::pin_argument(iso, pin)?,
            Some(_) => bus_pin(iso, role, number, told)?,
            None if field(iso, this, place) < 0 => return Err(raise::type_error(iso, "scl and sda have to be given")),
            None => continue,
        };
        iso.heap.set_field(this, place, Value::small_int(pin.into()));
    }
    for (place, usual) in [(1, 400_000), (4, 50_000)] {
        let told = whole(iso, &setup, place, usual)?;
        iso.heap.set_field(this, place, Value::small_int(told.max(0)));
    }
    let mut bus = bus_of(iso, &[this]);
    transfer(iso, |hardware| hardware.open_i2c(&mut bus))?;
    iso.heap.set_field(this, 1, Value::small_int(bus.hertz.into()));
    Ok(())
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    // The class, what stands first, speed, pins, timeout, and what else has no name.
    let &[class, first, .., rest] = args else { return Err(raise::internal(iso)) };
    let (Some(hard), Some(soft)) = (iso.find_type(&I2C), iso.find_type(&SOFT_I2C)) else {
        return Err(raise::internal(iso));
    };
    let mut positional: Vec<Value> = iso.heap.items(rest).collect();
    let mut fields: [i64; 5] = [-1; 5];
    let id = if iso.is_subclass(class, soft.value())? {
        if let Some(first) = first.given() {
            positional.insert(0, first);
        }
        soft
    } else {
        let number = whole(iso, args, 1, 0)?;
        controller(iso, "I2C", BusPin::Scl, number)?;
        fields[0] = number;
        fields[2] = bus_pin(iso, BusPin::Scl, number, None)?.into();
        fields[3] = bus_pin(iso, BusPin::Sda, number, None)?.into();
        hard
    };
    let record = iso.new_record(id, 0, &fields.map(Value::small_int))?;
    open(iso, record, &positional, args.get(1..).unwrap_or(&[]))?;
    iso.wrap_new(class, id, record)
}

fn init(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[this, .., rest] = args else { return Err(raise::internal(iso)) };
    let positional: Vec<Value> = iso.heap.items(rest).collect();
    open(iso, this, &positional, args)?;
    Ok(Value::NONE)
}

fn repr(iso: &mut Isolate, args: &[Value]) -> Completion {
    let this = argument(args, 0);
    if field(iso, this, 0) < 0 {
        return describe(iso, "SoftI2C", this, &[("scl=", 2), ("sda=", 3), ("freq=", 1)]);
    }
    let fields = [("", 0), ("freq=", 1), ("scl=", 2), ("sda=", 3), ("timeout=", 4)];
    describe(iso, "I2C", this, &fields)
}

/// Sends bytes, and then those of buffers: how many were acknowledged.
fn send(
    iso: &mut Isolate,
    bus: &I2c,
    mut address: Option<u16>,
    head: &[u8],
    buffers: &[Value],
    stops: bool,
) -> Completion<usize> {
    let mut sources = Vec::new();
    let mut left = head.len();
    for &buffer in buffers {
        let source = source(iso, buffer)?;
        left += source.1;
        sources.push(source);
    }
    let mut piece = [0; PIECE];
    let mut used = 0;
    for (place, &byte) in piece.iter_mut().zip(head) {
        *place = byte;
        used += 1;
    }
    let (mut at, mut acknowledged) = (0, 0);
    let mut sources = sources.into_iter().peekable();
    loop {
        while used < PIECE
            && let Some(&(buffer, length)) = sources.peek()
        {
            let count = copy(iso, buffer, at, piece.get_mut(used..).unwrap_or(&mut []));
            used += count;
            at += count;
            if at >= length || count == 0 {
                sources.next();
                at = 0;
            }
        }
        left = left.saturating_sub(used);
        let ends = left == 0 || sources.peek().is_none();
        let bytes = piece.get(..used).unwrap_or(&[]);
        let taken = transfer(iso, |hardware| hardware.write_i2c(bus, address, bytes, stops && ends))?;
        acknowledged += taken;
        if taken < used && !ends && stops && bus.bus.is_none() {
            transfer(iso, |hardware| hardware.signal_i2c(bus, false))?;
        }
        if ends || taken < used {
            return Ok(acknowledged);
        }
        (address, used) = (None, 0);
    }
}

fn receive(
    iso: &mut Isolate,
    bus: &I2c,
    mut address: Option<u16>,
    mut target: Target,
    is_last: bool,
    stops: bool,
) -> Completion {
    let length = target.len();
    let mut piece = [0; PIECE];
    let mut at = 0;
    // Nothing can be read where no byte is wanted, and the bus stays as it is.
    while at < length {
        let count = (length - at).min(PIECE);
        let ends = at + count == length;
        let buffer = piece.get_mut(..count).unwrap_or(&mut []);
        transfer(iso, |hardware| hardware.read_i2c(bus, address, buffer, is_last && ends, stops && ends))?;
        target.put(iso, at, buffer);
        at += count;
        address = None;
    }
    target.finish(iso)
}

fn address_argument(iso: &mut Isolate, args: &[Value]) -> Completion<Option<u16>> {
    let address = iso.to_isize(argument(args, 1))?;
    match u16::try_from(address) {
        Ok(address) => Ok(Some(address)),
        Err(_) => Err(raise::value_error(iso, "invalid address")),
    }
}

fn scan(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bus = bus_of(iso, args);
    let list = iso.new_list(&[])?;
    // The other addresses have meanings of their own.
    for address in 0x08..0x78 {
        if reach(iso, |hardware| hardware.write_i2c(&bus, Some(address), &[], true))?.is_ok() {
            iso.heap.list_append(list, Value::small_int(address.into()))?;
        }
        if iso.platform.console().take_interrupt() {
            return Err(raise::keyboard_interrupt(iso));
        }
    }
    Ok(list)
}

/// The bus, if its conditions can be made one by one.
fn soft_bus(iso: &mut Isolate, args: &[Value]) -> Completion<I2c> {
    let bus = bus_of(iso, args);
    if bus.bus.is_some() {
        return Err(raise::exception(iso, TypeId::OS_ERROR, "I2C operation not supported"));
    }
    Ok(bus)
}

fn signal(iso: &mut Isolate, args: &[Value], starts: bool) -> Completion {
    let bus = soft_bus(iso, args)?;
    transfer(iso, |hardware| hardware.signal_i2c(&bus, starts))?;
    Ok(Value::NONE)
}

fn read_into(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bus = soft_bus(iso, args)?;
    let target = Target::buffer(iso, argument(args, 1))?;
    let is_last = iso.is_true(argument(args, 2).or(Value::TRUE))?;
    receive(iso, &bus, None, target, is_last, false)
}

fn write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let bus = soft_bus(iso, args)?;
    let count = send(iso, &bus, None, &[], &[argument(args, 1)], false)?;
    iso.new_int(count as i64)
}

/// `readfrom(addr, nbytes)` and `readfrom_into(addr, buf)`.
fn read_from(iso: &mut Isolate, args: &[Value]) -> Completion {
    let address = address_argument(iso, args)?;
    let target = target(iso, argument(args, 2))?;
    let stops = iso.is_true(argument(args, 3).or(Value::TRUE))?;
    let bus = bus_of(iso, args);
    receive(iso, &bus, address, target, true, stops)
}

/// A number of bytes, or a buffer.
fn target(iso: &mut Isolate, value: Value) -> Completion<Target> {
    if iso.as_i64(iso.unwrap(value)).is_some() { Target::bytes(iso, value) } else { Target::buffer(iso, value) }
}

/// `writeto(addr, buf)` and `writevto(addr, vector)`.
fn write_to(iso: &mut Isolate, args: &[Value]) -> Completion {
    let address = address_argument(iso, args)?;
    let what = argument(args, 2);
    let stops = iso.is_true(argument(args, 3).or(Value::TRUE))?;
    let bus = bus_of(iso, args);
    let inner = iso.unwrap(what);
    let kind = iso.heap.kind(inner);
    use ferropy_runtime::heap::Kind;
    let buffers: Vec<Value> =
        if matches!(kind, Some(Kind::List | Kind::Tuple)) { iso.heap.items(inner).collect() } else { [what].into() };
    let count = send(iso, &bus, address, &[], &buffers, stops)?;
    iso.new_int(count as i64)
}

/// The bytes of an address in a device's memory, and how many there are.
fn memory_address(iso: &mut Isolate, args: &[Value]) -> Completion<([u8; 4], usize)> {
    let place = iso.to_isize(argument(args, 2))? as u32;
    let size = whole(iso, args, 4, 8)?;
    match usize::try_from(size) {
        Ok(size @ 0..=32) if size % 8 == 0 => {
            let mut bytes = place.to_be_bytes();
            bytes.rotate_left(4 - size / 8);
            Ok((bytes, size / 8))
        }
        _ => Err(raise::value_error(iso, "invalid addrsize")),
    }
}

fn read_memory(iso: &mut Isolate, args: &[Value]) -> Completion {
    let address = address_argument(iso, args)?;
    let (place, length) = memory_address(iso, args)?;
    let target = target(iso, argument(args, 3))?;
    let bus = bus_of(iso, args);
    let count = send(iso, &bus, address, place.get(..length).unwrap_or(&[]), &[], false)?;
    if count != length {
        send(iso, &bus, address, &[], &[], true)?;
        return Err(raise::os_error(iso, 5));
    }
    receive(iso, &bus, address, target, true, true)
}

fn write_memory(iso: &mut Isolate, args: &[Value]) -> Completion {
    let address = address_argument(iso, args)?;
    let (place, length) = memory_address(iso, args)?;
    let bus = bus_of(iso, args);
    send(iso, &bus, address, place.get(..length).unwrap_or(&[]), &[argument(args, 3)], true)?;
    Ok(Value::NONE)
}
