//! `_rp2`: what the module `rp2` and classes of `machine` that are written in Python can't do by registers alone.

use super::transfer::{PIECE, Target, copy, source, transfer, whole};
use super::{argument, given, irq};
use ferropy_platform::hardware::Pump;
use ferropy_runtime::native::{ModuleSpec, Row, function};
use ferropy_runtime::{Completion, Handler, Isolate, Value, raise};

/// `_rp2`.
pub(crate) static MODULE: ModuleSpec =
    ModuleSpec { name: "_rp2", doc: "What rp2 is made of.", rows: ROWS, types: &[], initialize: None, frozen: None };

const ROWS: &[Row] = &[
    function(
        "irq",
        "(source, parent, handler, trigger, hard, /)",
        "Call handler(parent) for a source's events.",
        set_irq,
    ),
    function("pin", "(pin, /)", "The number of a pin.", |iso, args| {
        let pin = super::pin::pin_argument(iso, argument(args, 0))?;
        Ok(Value::small_int(pin.into()))
    }),
    function("put", "(status, full, fifo, data, itemsize, shift, /)", "Write items to a FIFO as it has room.", put),
    function("get", "(status, empty, fifo, buf, itemsize, shift, /)", "Read items from a FIFO as they come.", get),
    function("pump", "(number, machine, sends, width, mono, room, /)", "Start a pump; without room stop it.", pump),
    function("pump_read", "(number, buf, /)", "Read what a pump has brought: how many bytes.", pump_read),
    function("pump_write", "(number, buf, start, /)", "Give bytes to a pump: how many it took.", pump_write),
    function("claim", "()", "A channel of DMA; None if there is none.", claim),
    function("release", "(channel, /)", "Give a channel back.", release),
    function(
        "load",
        "(channel, buf, again, /)",
        "Memory for a channel to read, with what is in a buffer: its address.",
        load,
    ),
    function("room", "(channel, length, /)", "Memory for a channel to write to: its address.", room),
    function("fetch", "(channel, buf, /)", "Copy what a channel has written into a buffer.", fetch),
    function("bootsel_button", "()", "1 while the button is held, else 0.", bootsel_button),
];

fn set_irq(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[source, parent, function, ..] = args else { return Err(raise::internal(iso)) };
    let source = iso.to_isize(source)? as u16;
    if function == parent {
        return irq::object(iso, source, parent);
    }
    let trigger = whole(iso, args, 3, 0)? as u16;
    let is_hard = iso.is_true(argument(args, 4))?;
    irq::set(iso, Handler { source, trigger, flags: 0, is_hard, function, argument: parent })
}

/// The address and the mask that say whether a FIFO can't be used, its own address, the bytes of an item and the shift.
fn fifo(iso: &mut Isolate, args: &[Value]) -> Completion<[u32; 5]> {
    let mut numbers = [0; 5];
    for (number, place) in numbers.iter_mut().zip([0, 1, 2, 4, 5]) {
        *number = iso.to_isize(argument(args, place))? as u32;
    }
    Ok(numbers)
}

/// Waits until a FIFO can be used. Handlers run meanwhile, and Ctrl-C ends it.
fn wait(iso: &mut Isolate, status: u32, mask: u32) -> Completion<()> {
    while transfer(iso, |hardware| hardware.read_memory(status, 4))? & mask != 0 {
        iso.look_at_world()?;
    }
    Ok(())
}

fn put(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [status, mask, fifo, size, shift] = fifo(iso, args)?;
    let (buffer, length) = source(iso, argument(args, 3))?;
    let size = (size as usize).clamp(1, 4);
    let mut at = 0;
    while at < length {
        let mut item = [0; 4];
        copy(iso, buffer, at, item.get_mut(..size).unwrap_or(&mut []));
        wait(iso, status, mask)?;
        let word = u32::from_le_bytes(item).checked_shl(shift).unwrap_or(0);
        transfer(iso, |hardware| hardware.write_memory(fifo, 4, word))?;
        at += size;
    }
    Ok(Value::NONE)
}

fn get(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [status, mask, fifo, size, shift] = fifo(iso, args)?;
    let mut target = match given(args, 3) {
        Some(buffer) => Target::buffer(iso, buffer)?,
        None => Target::Nothing,
    };
    let size = (size as usize).clamp(1, 4);
    let mut at = 0;
    loop {
        wait(iso, status, mask)?;
        let word = transfer(iso, |hardware| hardware.read_memory(fifo, 4))?.checked_shr(shift).unwrap_or(0);
        if let Target::Nothing = target {
            return iso.new_int(word.into());
        }
        target.put(iso, at, word.to_le_bytes().get(..size).unwrap_or(&[]));
        at += size;
        if at >= target.len() {
            return Ok(argument(args, 3));
        }
    }
}

fn byte(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<u8> {
    Ok(iso.to_isize(argument(args, place))? as u8)
}

fn pump(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = byte(iso, args, 0)?;
    let setup = Pump {
        machine: byte(iso, args, 1)?,
        sends: iso.is_true(argument(args, 2))?,
        width: byte(iso, args, 3)?,
        is_mono: iso.is_true(argument(args, 4))?,
        room: usize::try_from(iso.to_isize(argument(args, 5))?).unwrap_or(0),
    };
    transfer(iso, |hardware| hardware.open_pump(number, &setup))?;
    Ok(Value::NONE)
}

fn pump_read(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = byte(iso, args, 0)?;
    let mut target = Target::buffer(iso, argument(args, 1))?;
    let mut piece = [0; PIECE];
    let mut at = 0;
    while at < target.len() {
        let bytes = piece.get_mut(..(target.len() - at).min(PIECE)).unwrap_or(&mut []);
        let count = transfer(iso, |hardware| Ok(hardware.read_pump(number, bytes)))?;
        if count == 0 {
            break;
        }
        target.put(iso, at, bytes.get(..count).unwrap_or(&[]));
        at += count;
    }
    Ok(Value::small_int(at as i64))
}

fn pump_write(iso: &mut Isolate, args: &[Value]) -> Completion {
    let number = byte(iso, args, 0)?;
    let (buffer, length) = source(iso, argument(args, 1))?;
    let start = usize::try_from(iso.to_isize(argument(args, 2))?).unwrap_or(0);
    let mut piece = [0; PIECE];
    let mut at = start;
    while at < length {
        let wanted = copy(iso, buffer, at, &mut piece);
        let bytes = piece.get(..wanted).unwrap_or(&[]);
        let count = transfer(iso, |hardware| Ok(hardware.write_pump(number, bytes)))?;
        at += count;
        if count < wanted || wanted == 0 {
            break;
        }
    }
    Ok(Value::small_int((at - start.min(at)) as i64))
}

fn claim(iso: &mut Isolate, _: &[Value]) -> Completion {
    let channel = transfer(iso, |hardware| Ok(hardware.claim_channel()))?;
    Ok(channel.map_or(Value::NONE, |channel| Value::small_int(channel.into())))
}

fn release(iso: &mut Isolate, args: &[Value]) -> Completion {
    let channel = byte(iso, args, 0)?;
    transfer(iso, |hardware| {
        hardware.release_channel(channel);
        Ok(Value::NONE)
    })
}

fn load(iso: &mut Isolate, args: &[Value]) -> Completion {
    let channel = byte(iso, args, 0)?;
    let (buffer, length) = source(iso, argument(args, 1))?;
    let address = if iso.is_true(argument(args, 2))? {
        0
    } else {
        transfer(iso, |hardware| hardware.channel_memory(channel, 0, length))?
    };
    let mut piece = [0; PIECE];
    let mut at = 0;
    while at < length {
        let count = copy(iso, buffer, at, &mut piece);
        let bytes = piece.get(..count).unwrap_or(&[]);
        at += transfer(iso, |hardware| Ok(hardware.write_channel(channel, 0, at, bytes)))?.max(1);
    }
    iso.new_int(address.into())
}

fn room(iso: &mut Isolate, args: &[Value]) -> Completion {
    let channel = byte(iso, args, 0)?;
    let length = usize::try_from(iso.to_isize(argument(args, 1))?).unwrap_or(0);
    let address = transfer(iso, |hardware| hardware.channel_memory(channel, 1, length))?;
    iso.new_int(address.into())
}

fn fetch(iso: &mut Isolate, args: &[Value]) -> Completion {
    let channel = byte(iso, args, 0)?;
    let mut target = Target::buffer(iso, argument(args, 1))?;
    let mut piece = [0; PIECE];
    let mut at = 0;
    while at < target.len() {
        let count = transfer(iso, |hardware| Ok(hardware.read_channel(channel, 1, at, &mut piece)))?;
        if count == 0 {
            break;
        }
        target.put(iso, at, piece.get(..count).unwrap_or(&[]));
        at += count;
    }
    Ok(Value::NONE)
}

fn bootsel_button(iso: &mut Isolate, _: &[Value]) -> Completion {
    let held = transfer(iso, |hardware| Ok(hardware.is_boot_button_held()))?;
    Ok(Value::small_int(held.into()))
}
