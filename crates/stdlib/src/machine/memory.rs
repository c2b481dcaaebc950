//! `mem8`, `mem16`, `mem32`: the chip's memory and registers by their addresses, and bytes of buffers by what stands for theirs
//! ([`Isolate::buffer_address`]).

use super::{argument, ask};
use alloc::format;
use core::ops::Range;
use ferropy_platform::Error;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// A record whose number is how many bytes it reads and writes at a time.
pub(super) static MEM: TypeSpec =
    TypeSpec::new("mem", "Memory by its addresses.", ROWS).in_module("machine").with_flags(TypeFlags::NOT_CALLABLE);

const ROWS: &[Row] = &[
    method("__repr__", "($self, /)", "Return repr(self).", |iso, args| {
        let text = format!("<{}-bit memory>", 8 * iso.heap.number(argument(args, 0)));
        iso.new_str(&text)
    }),
    method("__getitem__", "($self, key, /)", "What stands at an address.", |iso, args| {
        let (address, bytes) = place(iso, args)?;
        let value = match inside(iso, address, bytes)? {
            Some((storage, range)) => {
                let there = iso.heap.byte_string(storage).and_then(|all| all.get(range)).unwrap_or_default();
                there.iter().rev().fold(0, |value, &byte| value << 8 | u32::from(byte))
            }
            None => ask(iso, |hardware| hardware.read_memory(address as u32, bytes))?,
        };
        iso.new_int(value.into())
    }),
    method("__setitem__", "($self, key, value, /)", "Write to an address.", |iso, args| {
        let (address, bytes) = place(iso, args)?;
        let value = iso.to_isize(argument(args, 2))? as u32;
        let Some((storage, range)) = inside(iso, address, bytes)? else {
            return ask(iso, |hardware| hardware.write_memory(address as u32, bytes, value)).map(|()| Value::NONE);
        };
        let Some(there) = iso.heap.bytearray_mut(storage).and_then(|all| all.get_mut(range)) else {
            return Err(raise::os_error(iso, Error::FAULT.code()));
        };
        for (place, byte) in there.iter_mut().zip(value.to_le_bytes()) {
            *place = byte;
        }
        Ok(Value::NONE)
    }),
];

/// The memory that is read and written in pieces of so many bytes.
pub(super) fn memory<const BYTES: u32>(iso: &mut Isolate, _: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&MEM) else { return Err(raise::internal(iso)) };
    iso.new_record(id, BYTES, &[])
}

/// The buffer that an address leads into, and the bytes in it; nothing if it is one of the chip's.
fn inside(iso: &mut Isolate, address: u64, bytes: u8) -> Completion<Option<(Value, Range<usize>)>> {
    let Some((storage, start)) = iso.buffer_at(address) else { return Ok(None) };
    let range = start..start + usize::from(bytes);
    if iso.heap.byte_string(storage).is_none_or(|all| all.len() < range.end) {
        return Err(raise::os_error(iso, Error::FAULT.code()));
    }
    Ok(Some((storage, range)))
}

fn place(iso: &mut Isolate, args: &[Value]) -> Completion<(u64, u8)> {
    let bytes = iso.heap.number(argument(args, 0));
    let address = iso.to_isize(argument(args, 1))? as u64;
    // Of numbers that are no buffer's the lowest 32 bits count.
    let address = if iso.buffer_at(address).is_some() { address } else { address & 0xffff_ffff };
    if !address.is_multiple_of(bytes.max(1).into()) {
        return Err(raise::value_error(iso, &format!("address {address:08x} is not aligned to {bytes} bytes")));
    }
    Ok((address, bytes as u8))
}
